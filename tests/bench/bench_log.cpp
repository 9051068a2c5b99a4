// What a container's flood of output costs: 500 MB through the queue into the log's file, with the
// log open in the window and following, against a bare copy of the same bytes through a pipe into
// a file, in turns within one run. Prints speeds, their ratio, memory and the longest stall of the
// window; fails below 100 MB/s or above 64 MB more memory.
#include "core/slipway.h"
#include "tests/support/events_until.h"
#include "tests/support/fake_engine.h"
#include "ui/detail/detail_panel.h"
#include "ui/detail/log_view.h"
#include "ui/main_window.h"
#include "ui/tasks/task_table_view.h"
#include "ui/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <functional>

#include <unistd.h>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 bytes = 500'000'000;
constexpr int rounds = 3;
constexpr double leastSpeed = 100; // MB/s
constexpr double mostMemory = 64; // MB

double residentMb()
{
    QFile statm(u"/proc/self/statm"_s);
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    return double(statm.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE)) / 1e6;
}

bool eventsUntil(const std::function<bool()> &reached)
{
    return slipway::test::eventsUntil(reached, std::chrono::minutes(1));
}

// Every container exists at once, runs for good and ended well: the client is the work.
QByteArray answerTo(const QByteArray &request)
{
    QByteArray body = "{}";
    if (request.contains("/_ping "))
        body = "OK";
    else if (request.contains("/containers/json"))
        body = request.contains("slipway.task")
            ? R"([{"Id":"c0ffee","Names":["/x"],"State":"running",)"
              R"("Labels":{"slipway.attempt":"1"}}])"
            : "[]";
    else if (request.contains("/containers/"))
        body = R"({"Id":"c0ffee","State":{"Status":"exited","ExitCode":0,)"
               R"("StartedAt":"2026-01-01T00:00:00Z"}})";
    return "HTTP/1.0 200 OK\r\n\r\n" + body;
}

struct Flood {
    double seconds = -1;
    double memory = 0; // more than before, at most
    double stall = 0; // ms
    double work = 0; // seconds of processor time, of this program alone
    QString problem;
};

// Notes how late a timer of five milliseconds comes, and how much memory there is then.
class Watch : public QObject {
public:
    explicit Watch(Flood *flood)
        : m_flood(flood)
        , m_before(residentMb())
    {
        m_clock.start();
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_flood->stall = std::max(m_flood->stall, double(m_clock.nsecsElapsed()) / 1e6 - 5);
            m_clock.start();
            if (++m_beats % 20 == 0)
                m_flood->memory = std::max(m_flood->memory, residentMb() - m_before);
        });
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.start(5);
    }

private:
    Flood *m_flood;
    double m_before;
    QTimer m_timer;
    QElapsedTimer m_clock;
    int m_beats = 0;
};

double bareCopy(const QString &program)
{
    QTemporaryDir folder;
    QProcess shell;
    QElapsedTimer clock;
    clock.start();
    shell.start(u"/bin/sh"_s,
        { u"-c"_s, u"\"$0\" run | cat > \"$1\""_s, program, folder.filePath(u"copy"_s) });
    if (!eventsUntil([&shell] { return shell.state() == QProcess::NotRunning; }))
        return -1;
    const double seconds = double(clock.nsecsElapsed()) / 1e9;
    return QFile(folder.filePath(u"copy"_s)).size() >= bytes ? seconds : -1;
}

// The lines are all in the file and the last one is on the screen.
bool isShown(LogView *log, qint64 lines)
{
    const QStringList seen = log->visibleLines();
    return log->lineCount() >= lines && !seen.isEmpty()
        && seen.last().contains(u" %1 - "_s.arg(lines));
}

Flood floodThrough(const QString &program, qint64 lines)
{
    Flood flood;
    QTemporaryDir home;
    const Paths paths = pathsFor(home.path(), {});
    Settings settings;
    settings.dockerProgram = program;
    writeSettings(paths.settings, settings);
    Slipway slipway(paths);
    bool isReady = false;
    bool hasEnded = false;
    QObject::connect(&slipway, &Slipway::ready, &slipway, [&] { isReady = true; });
    QObject::connect(&slipway, &Slipway::ended, &slipway, [&] { hasEnded = true; });
    slipway.start();
    if (!eventsUntil([&] { return isReady; })) {
        flood.problem = u"the queue did not start"_s;
        return flood;
    }
    MainWindow window(slipway.queue());
    window.resize(900, 560);
    window.show();
    DockerRun run;
    run.image = u"chatty"_s;
    TaskId id;
    QElapsedTimer clock;
    const auto submitted = slipway.queue().submit({ { run, {} } });
    if (!eventsUntil([&] { return submitted.isFinished(); }) || submitted.result().ids.isEmpty()) {
        flood.problem = u"the container was not accepted"_s;
        return flood;
    }
    id = submitted.result().ids.first();
    auto *detail = window.findChild<DetailPanel *>();
    eventsUntil([&] {
        window.findChild<TaskTableView *>()->select(id);
        return detail->shownTask() == id;
    });
    detail->openPage(DetailPanel::Log);
    auto *log = window.findChild<LogView *>();
    {
        Watch watch(&flood);
        eventsUntil([&] { return log->pages().total() > 0; });
        clock.start();
        const std::clock_t before = std::clock();
        if (eventsUntil([&] { return isShown(log, lines); }))
            flood.seconds = double(clock.nsecsElapsed()) / 1e9;
        else
            flood.problem = u"%1 of %2 lines came; the task: %3, %4"_s.arg(log->lineCount())
                                .arg(lines)
                                .arg(statusName(slipway.queue().task(id)->status),
                                    slipway.queue().task(id)->waitingFor.english());
        flood.work = double(std::clock() - before) / CLOCKS_PER_SEC;
    }
    slipway.shutDown();
    eventsUntil([&] { return hasEnded; });
    return flood;
}

qint64 linesOf(const QString &program)
{
    QProcess counted;
    counted.start(u"/bin/sh"_s, { u"-c"_s, u"\"$0\" run | wc -l"_s, program });
    eventsUntil([&counted] { return counted.state() == QProcess::NotRunning; });
    return counted.readAllStandardOutput().trimmed().toLongLong();
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    applyTheme(application, ThemeScheme::Light);
    QTemporaryDir folder;
    const FakeEngine engine(folder.filePath(u"engine.sock"_s), answerTo);
    qputenv("DOCKER_HOST", "unix://" + folder.filePath(u"engine.sock"_s).toUtf8());
    qputenv("CHATTY_BYTES", QByteArray::number(bytes));
    const QString program = QCoreApplication::applicationDirPath() + u"/chatty_docker"_s;
    const qint64 lines = linesOf(program);
    QList<double> speeds;
    double memory = 0;
    for (int round = 0; round < rounds; ++round) {
        const double bare = bareCopy(program);
        const Flood flood = floodThrough(program, lines);
        if (bare < 0 || flood.seconds < 0) {
            qWarning("round %d: %s", round, qPrintable(flood.problem));
            return 1;
        }
        const double speed = bytes / 1e6 / flood.seconds;
        qInfo("bare copy %.0f MB/s, into file and view %.0f MB/s (%.2f of it), %.1f MB more "
              "memory, %.1f s of processor time, longest stall %.0f ms",
            bytes / 1e6 / bare, speed, bare / flood.seconds, flood.memory, flood.work, flood.stall);
        speeds.append(speed);
        memory = std::max(memory, flood.memory);
    }
    std::sort(speeds.begin(), speeds.end());
    const double speed = speeds[rounds / 2];
    qInfo("%lld lines, %.0f MB of container log with the log open: %.0f MB/s (at least %.0f), at "
          "most %.1f MB more memory (limit %.0f)",
        lines, bytes / 1e6, speed, leastSpeed, memory, mostMemory);
    return speed >= leastSpeed && memory <= mostMemory ? 0 : 1;
}
