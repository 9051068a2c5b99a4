// A whole queue in one object: settings, store, engines, queue and commands, put together.
// What every program of ours uses, and what a program that embeds the queue would use.
#pragma once

#include "core/command/command_interface.h"
#include "core/queue/queue_service.h"
#include "core/settings/paths.h"
#include "core/settings/settings_file.h"

#include <memory>

namespace slipway {

class Slipway : public QObject {
    Q_OBJECT

public:
    explicit Slipway(const Paths &paths, QObject *parent = nullptr);
    ~Slipway() override;

    // Takes the profile's lock, opens the store, picks up what an earlier run left.
    // ready() or failed() answers.
    void start();
    // Ends attempts so that they can go on later, saves; ended() answers within 5 s.
    void shutDown();

    QueueService &queue();
    CommandInterface &commands();
    // The limits in there are changed through queue(), which keeps them here.
    SettingsFile &settings();
    const Paths &paths() const;
    bool
    isIdle() const; // nothing waits that may start, nothing runs, nothing is to be cleared away

signals:
    void ready(const QString &notice); // a sentence on what was met, mostly empty
    void failed(const QString &sentence); // nothing runs: the sentence says why and what to do
    void troubled(const QString &sentence); // something could not be saved, and is tried again
    void ended();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace slipway
