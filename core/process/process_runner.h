// A child process: its lines as they come, and its one end. Knows no docker.
//
// The child gets its own process group and dies with this program (PDEATHSIG). Its output comes
// through pipes or a pseudo-terminal of ours, so that reading can stop: the child then blocks in
// its own write and memory stays bounded. Belongs on a thread that lives as long as the program:
// the child dies with the thread that started it.
#pragma once

#include <QList>
#include <QMap>
#include <QMetaType>
#include <QObject>
#include <QProcess>
#include <QStringList>

#include <chrono>
#include <memory>

namespace slipway {

struct ProcessCall {
    QString program; // a name looked up in PATH, or a path
    QStringList arguments;
    QMap<QString, QString> environment; // added to this program's own
    QString workingDirectory; // "" = this program's
    QByteArray input; // written to its standard input, which is then closed
    bool onTerminal = false; // both channels on one pseudo-terminal, 100 columns, raw
};

struct OutputLine {
    bool isError = false; // standard error; always false on a terminal
    QByteArray text; // as it came, terminal codes and all, without its line end
    bool operator==(const OutputLine &) const = default;
};

struct ProcessEnd {
    enum class Kind {
        NotStarted, // missing, not executable ...: `problem` says why
        Exited,
        Signalled, // ended by a signal: ours or another's
    };
    Kind kind = Kind::Exited;
    int exitCode = 0; // Exited
    int signal = 0; // Signalled
    QString problem; // NotStarted: the system's words, in English
};

class ProcessRunner : public QObject {
    Q_OBJECT

public:
    explicit ProcessRunner(QObject *parent = nullptr);
    ~ProcessRunner() override; // kills the group of a child that still runs

    void start(const ProcessCall &call); // once
    // SIGTERM to the group, SIGKILL to it after `grace`. ended() answers. Safe at any time.
    void endGently(std::chrono::milliseconds grace = std::chrono::seconds(2));
    void kill(); // SIGKILL to the group; ended() answers
    // While not reading, at most what was already read is still delivered. The rest, and so
    // ended(), comes after reading is on again, even if the child has long gone.
    void setReading(bool reading);
    qint64 processId() const; // 0: not running

signals:
    void started();
    void linesRead(const QList<slipway::OutputLine> &lines);
    // Exactly once, last: after the process's end and the end of file of each channel, or one
    // second after the process's end when a grandchild holds a channel. Never inside start().
    void ended(const slipway::ProcessEnd &end);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace slipway

Q_DECLARE_METATYPE(slipway::ProcessEnd)
