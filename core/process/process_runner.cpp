#include "core/process/process_runner.h"

#include "core/process/child_setup.h"
#include "core/process/output_channel.h"
#include "core/process/program_lookup.h"
#include "core/process/pseudo_terminal.h"

#include <QProcessEnvironment>
#include <QTimer>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <vector>

namespace slipway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr unsigned short terminalColumns = 100;
constexpr unsigned short terminalRows = 24;
constexpr auto patienceWithGrandchildren = 1s;

using ChildsEnds = std::array<FileDescriptor, 2>; // standard output, standard error

} // namespace

class ProcessRunner::Private {
public:
    explicit Private(ProcessRunner *runner);
    ~Private();

    void start(const ProcessCall &call);
    void endGently(std::chrono::milliseconds grace);
    void kill();
    void setReading(bool reading);

    std::unique_ptr<QProcess> process;

private:
    enum class Stage {
        New,
        Starting, // forked, perhaps not yet past exec
        Running,
        Draining, // the process has ended; a channel may still be open
        Ended,
    };

    bool openChannels(bool onTerminal, ChildsEnds &childs);
    void addChannel(FileDescriptor end);
    void startProcess(const ProcessCall &call, const QString &path, const ChildsEnds &childs);
    void noteStarted();
    void noteNotStarted(const QString &problem);
    void noteProcessEnded(int code, QProcess::ExitStatus status);
    QList<OutputLine> asOutput(const OutputChannel &channel, const QList<QByteArray> &lines) const;
    void read(OutputChannel &channel);
    void giveUpOnGrandchildren();
    bool areChannelsOpen() const;
    void endWhenDrained();
    void end();
    void signalChild(int number);
    void signalGroup(int number) const;

    ProcessRunner *const q;
    std::vector<std::unique_ptr<OutputChannel>> channels; // output and error, or the terminal
    QTimer graceTimer;
    QTimer grandchildTimer;
    ProcessEnd outcome;
    Stage stage = Stage::New;
    pid_t group = 0; // the child's process group, while it may have members
    int signalDue = 0; // to be sent as soon as the child has its group
    bool reading = true;
    bool endAsked = false;
};

ProcessRunner::Private::Private(ProcessRunner *runner)
    : q(runner)
{
    graceTimer.setSingleShot(true);
    grandchildTimer.setSingleShot(true);
    grandchildTimer.setInterval(patienceWithGrandchildren);
    connect(&graceTimer, &QTimer::timeout, q, [this] { kill(); });
    connect(&grandchildTimer, &QTimer::timeout, q, [this] { giveUpOnGrandchildren(); });
}

ProcessRunner::Private::~Private()
{
    if (!process || process->state() == QProcess::NotRunning) {
        if (endAsked)
            signalGroup(SIGKILL);
        return;
    }
    signalGroup(SIGKILL);
    ::kill(static_cast<pid_t>(process->processId()), SIGKILL); // perhaps not yet in its group

    // ~QProcess waits for its child, up to half a minute when the child hangs in the kernel. So it
    // lives on alone until the end has come. At the end of the program nothing waits for it.
    QProcess *const left = process.release();
    left->disconnect(q);
    connect(left, &QProcess::finished, left, &QObject::deleteLater);
    connect(left, &QProcess::errorOccurred, left, [left](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            left->deleteLater();
    });
}

void ProcessRunner::Private::start(const ProcessCall &call)
{
    Q_ASSERT_X(stage == Stage::New, "ProcessRunner::start", "a runner runs one process");
    stage = Stage::Starting;
    if (endAsked)
        return noteNotStarted(u"it was told to end before it was started"_s);
    const ProgramLookup found = lookUpProgram(call);
    if (!found.problem.isEmpty())
        return noteNotStarted(found.problem);
    ChildsEnds childs; // closed on return: the end of file comes when the child's copies are gone
    if (!openChannels(call.onTerminal, childs))
        return noteNotStarted(
            u"no channel for the output of \"%1\": %2"_s.arg(found.path, qt_error_string(errno)));
    startProcess(call, found.path, childs);
}

bool ProcessRunner::Private::openChannels(bool onTerminal, ChildsEnds &childs)
{
    for (FileDescriptor &end : childs) {
        auto ends = onTerminal ? openPseudoTerminal(terminalColumns, terminalRows) : openPipe();
        if (!ends)
            return false;
        end = std::move(ends->childs);
        addChannel(std::move(ends->ours));
        if (onTerminal)
            break; // one for both
    }
    return true;
}

void ProcessRunner::Private::addChannel(FileDescriptor end)
{
    OutputChannel *const channel =
        channels.emplace_back(std::make_unique<OutputChannel>(std::move(end))).get();
    channel->setReading(reading);
    connect(channel, &OutputChannel::readable, q, [this, channel] { read(*channel); });
}

void ProcessRunner::Private::startProcess(
    const ProcessCall &call, const QString &path, const ChildsEnds &childs)
{
    process = std::make_unique<QProcess>();
    connect(process.get(), &QProcess::started, q, [this] { noteStarted(); });
    connect(process.get(), &QProcess::finished, q,
        [this](int code, QProcess::ExitStatus status) { noteProcessEnded(code, status); });
    // A program that cannot be started gives this and no finished().
    connect(process.get(), &QProcess::errorOccurred, q, [this, path](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            noteNotStarted(u"\"%1\" could not be started: %2"_s.arg(path, process->errorString()));
    });

    auto environment = QProcessEnvironment::systemEnvironment();
    for (auto entry = call.environment.begin(); entry != call.environment.end(); ++entry)
        environment.insert(entry.key(), entry.value());
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(call.workingDirectory);

    // QProcess reads whatever comes, without bound. It gets nothing to read: in the child our
    // channels take the place of these.
    process->setStandardOutputFile(QProcess::nullDevice());
    process->setStandardErrorFile(QProcess::nullDevice());
    if (call.input.isEmpty())
        process->setStandardInputFile(QProcess::nullDevice());
    const int output = childs[0].number();
    const int error = childs[1].isOpen() ? childs[1].number() : output;
    process->setChildProcessModifier(
        [parent = getpid(), output, error] { setUpChild(parent, output, error); });

    process->start(path, call.arguments);
    group = static_cast<pid_t>(process->processId());
    if (!call.input.isEmpty() && process->state() != QProcess::NotRunning) {
        process->write(call.input);
        process->closeWriteChannel();
    }
}

void ProcessRunner::Private::noteStarted()
{
    stage = Stage::Running;
    if (signalDue)
        signalGroup(signalDue);
    emit q->started();
}

void ProcessRunner::Private::noteNotStarted(const QString &problem)
{
    if (stage == Stage::Ended)
        return; // QProcess says it twice when its own channels cannot be opened
    outcome.kind = ProcessEnd::Kind::NotStarted;
    outcome.problem = problem;
    group = 0;
    channels.clear();
    end();
}

void ProcessRunner::Private::noteProcessEnded(int code, QProcess::ExitStatus status)
{
    if (status == QProcess::NormalExit) {
        outcome.kind = ProcessEnd::Kind::Exited;
        outcome.exitCode = code;
    } else {
        outcome.kind = ProcessEnd::Kind::Signalled;
        outcome.signal = code; // which QProcess then gives as the code
    }
    stage = Stage::Draining;
    // Now that the child is gone, only other members keep its number from being given to a process
    // that is none of ours.
    if (group > 0 && ::kill(-group, 0) != 0 && errno == ESRCH)
        group = 0;
    if (reading)
        grandchildTimer.start();
    endWhenDrained();
}

void ProcessRunner::Private::setReading(bool on)
{
    reading = on;
    for (const auto &channel : channels)
        channel->setReading(on);
    // What lies in the channels of an ended process is still to be delivered, so the patience with
    // grandchildren is counted only while we read.
    if (stage != Stage::Draining)
        return;
    if (!on)
        grandchildTimer.stop();
    else if (!grandchildTimer.isActive())
        grandchildTimer.start();
}

QList<OutputLine> ProcessRunner::Private::asOutput(
    const OutputChannel &channel, const QList<QByteArray> &lines) const
{
    const bool isError = &channel != channels.front().get();
    QList<OutputLine> output;
    output.reserve(lines.size());
    for (const QByteArray &line : lines)
        output.append({ isError, line });
    return output;
}

void ProcessRunner::Private::read(OutputChannel &channel)
{
    const auto output = asOutput(channel, channel.readLines());
    endWhenDrained();
    if (!output.isEmpty())
        emit q->linesRead(output);
}

void ProcessRunner::Private::giveUpOnGrandchildren()
{
    QList<OutputLine> output;
    for (const auto &channel : channels)
        output += asOutput(*channel, channel->readLast());
    endWhenDrained();
    if (!output.isEmpty())
        emit q->linesRead(output);
}

bool ProcessRunner::Private::areChannelsOpen() const
{
    return std::any_of(
        channels.begin(), channels.end(), [](const auto &channel) { return channel->isOpen(); });
}

void ProcessRunner::Private::endWhenDrained()
{
    if (stage != Stage::Draining || areChannelsOpen())
        return;
    if (endAsked)
        signalGroup(SIGKILL); // who was told to end does not outlive ended()
    end();
}

void ProcessRunner::Private::end()
{
    stage = Stage::Ended;
    graceTimer.stop();
    grandchildTimer.stop();
    // Queued: never inside start() or a signal of the process, and behind the last lines.
    QMetaObject::invokeMethod(
        q, [this] { emit q->ended(outcome); }, Qt::QueuedConnection);
}

void ProcessRunner::Private::endGently(std::chrono::milliseconds grace)
{
    if (!endAsked)
        signalChild(SIGTERM); // once: to docker, several mean "at once"
    endAsked = true;
    const bool lives = stage != Stage::New && stage != Stage::Ended;
    if (lives && (!graceTimer.isActive() || graceTimer.remainingTimeAsDuration() > grace))
        graceTimer.start(grace);
}

void ProcessRunner::Private::kill()
{
    endAsked = true;
    signalChild(SIGKILL);
}

void ProcessRunner::Private::signalChild(int number)
{
    switch (stage) {
    case Stage::New:
    case Stage::Ended:
        return;
    case Stage::Starting:
        // Before exec the child may be outside its group, and still has this program's handlers: a
        // SIGTERM would run ours, in the child, and write into a pipe or socket it shares with us.
        signalDue = number;
        return;
    case Stage::Running:
    case Stage::Draining:
        signalGroup(number);
        return;
    }
}

void ProcessRunner::Private::signalGroup(int number) const
{
    if (group > 0) // kill(0, ...) would mean our own group
        ::kill(-group, number);
}

ProcessRunner::ProcessRunner(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
}

ProcessRunner::~ProcessRunner() = default;

void ProcessRunner::start(const ProcessCall &call)
{
    d->start(call);
}

void ProcessRunner::endGently(std::chrono::milliseconds grace)
{
    d->endGently(grace);
}

void ProcessRunner::kill()
{
    d->kill();
}

void ProcessRunner::setReading(bool reading)
{
    d->setReading(reading);
}

qint64 ProcessRunner::processId() const
{
    return d->process ? d->process->processId() : 0;
}

} // namespace slipway
