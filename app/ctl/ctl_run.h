// One run of slipwayctl: a connection, a place to print, an exit code.
#pragma once

#include "app/ctl/console.h"
#include "app/ctl/invocation.h"
#include "app/ctl/queue_client.h"
#include "core/settings/paths.h"

namespace slipway {

enum class ExitCode {
    Done = 0,
    Refused = 1, // or a task that was waited for did not complete
    WrongUsage = 2,
    NoQueue = 3,
};

class CtlRun : public QObject {
    Q_OBJECT

public:
    CtlRun(const Invocation &invocation, const Paths &paths, const Console &console);

    void start(); // ended() answers

    const Invocation &invocation() const { return m_invocation; }
    const Console &console() const { return m_console; }
    QueueClient &queue() { return m_queue; }
    bool printsJson() const { return m_invocation.json; }
    bool hasEnded() const { return m_ended; }

    using Data = std::function<void(const QJsonObject &data)>;
    // A refusal is said and ends the run; only `data` of a success comes back.
    void ask(const QString &action, const QJsonObject &params, const Data &data);
    // The ids these unique beginnings stand for. One that fits none or several ends the run.
    void resolve(const QStringList &beginnings, std::function<void(const QStringList &ids)> found);

    void print(const QString &text) { m_console.print(text); }
    void printJson(const QJsonObject &data);
    void sayRefusal(const QJsonObject &error); // the contract's `error`
    void refuseUsage(const QString &sentence);
    void end(ExitCode code);

signals:
    void ended(slipway::ExitCode code, QPrivateSignal); // once, from the event loop

private:
    Invocation m_invocation;
    Paths m_paths;
    Console m_console;
    QueueClient m_queue;
    bool m_ended = false;
};

} // namespace slipway
