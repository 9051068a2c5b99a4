// A second start of the window program for a profile: its file goes to the first, whose window
// comes up.
#pragma once

#include "app/ctl/queue_client.h"
#include "core/settings/paths.h"

namespace slipway {

class Handover : public QObject {
    Q_OBJECT

public:
    // `file`: an exported queue, or "".
    Handover(const Paths &paths, const QString &file, QObject *parent = nullptr);
    void start();

signals:
    void nobodyThere(); // this one is the first
    void handedOver();
    void refused(const QString &sentence); // there is one, and it did not take it

private:
    void sendFile();
    void raise();

    Paths m_paths;
    QString m_file;
    QString m_problem; // with it
    QueueClient m_client;
    bool m_ended = false;
};

} // namespace slipway
