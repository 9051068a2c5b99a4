// What the queue costs: 1,000 docker_pull tasks whose docker does nothing, through slipwayd with
// its default settings and store, against a bare loop of asynchronous QProcesses with the same
// child set-up and as many at once, in turns within one run. Prints the ratios; above 1.25 it
// fails.
#include "core/process/child_setup.h"
#include "core/process/output_channel.h"
#include "core/process/pseudo_terminal.h"
#include "tests/support/daemon_under_test.h"
#include "tests/support/events_until.h"
#include "tests/support/fake_engine.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>

#include <algorithm>
#include <functional>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace slipway::test;

namespace {

constexpr int tasks = 1000;
constexpr int rounds = 7;
constexpr int atOnce = 2; // the lane of pulls
constexpr double aim = 1.10;
constexpr double limit = 1.25;

bool eventsUntil(const std::function<bool()> &reached)
{
    return slipway::test::eventsUntil(reached, std::chrono::minutes(2));
}

// Knows nothing but that it is there.
QByteArray answerTo(const QByteArray &request)
{
    return request.contains("/_ping ") ? "HTTP/1.0 200 OK\r\n\r\nOK"
                                       : "HTTP/1.0 404 Not Found\r\n\r\n{}";
}

qint64 recorded(const QString &file)
{
    return QFile(file).size();
}

// The child is set up as the queue sets it up (environment, session, signals, a terminal of its own
// that is read to its end); there is no queue, log and store.
class BareLoop : public QObject {
public:
    explicit BareLoop(const QString &program)
        : m_program(program)
    {
    }
    double run()
    {
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < atOnce; ++i)
            startNext();
        const bool done = eventsUntil([this] { return m_ended == tasks; });
        return done ? double(clock.nsecsElapsed()) / 1e9 : -1;
    }

private:
    void startNext()
    {
        if (m_started == tasks)
            return;
        ++m_started;
        auto terminal = slipway::openPseudoTerminal(100, 24);
        if (!terminal)
            return;
        auto *process = new QProcess(this);
        auto *output = new slipway::OutputChannel(std::move(terminal->ours), process);
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"SLIPWAY_TASK"_s, QUuid::createUuid().toString(QUuid::WithoutBraces));
        process->setProcessEnvironment(environment);
        process->setStandardInputFile(QProcess::nullDevice());
        process->setStandardOutputFile(QProcess::nullDevice());
        process->setStandardErrorFile(QProcess::nullDevice());
        process->setChildProcessModifier([parent = ::getpid(), childs = terminal->childs.number()] {
            slipway::setUpChild(parent, childs, childs);
        });
        const auto endWhenRead = [this, process, output] {
            if (process->state() != QProcess::NotRunning || output->isOpen())
                return;
            process->deleteLater();
            ++m_ended;
            startNext();
        };
        connect(output, &slipway::OutputChannel::readable, this, [output, endWhenRead] {
            output->readLines();
            endWhenRead();
        });
        connect(process, &QProcess::finished, this, endWhenRead);
        process->start(m_program, { u"pull"_s, u"nothing:%1"_s.arg(m_started) });
    }

    QString m_program;
    int m_started = 0;
    int m_ended = 0;
};

double queueRun(const QString &program, const QString &record, QByteArray *problem)
{
    const qint64 before = recorded(record);
    DaemonUnderTest daemon(program);
    if (!daemon.start()) {
        *problem = "slipwayd did not start";
        return -1;
    }
    QJsonArray list;
    for (int i = 0; i < tasks; ++i)
        list.append(QJsonObject{
            { u"task_type"_s, u"docker_pull"_s }, { u"image_name"_s, u"nothing:%1"_s.arg(i) } });
    QElapsedTimer clock;
    clock.start();
    const QJsonObject added = daemon.request(u"queue_add"_s, { { u"tasks"_s, list } });
    if (added[u"data"][u"task_ids"].toArray().size() != tasks) {
        *problem = "not all were accepted";
        return -1;
    }
    // What the children recorded tells how far it is, at no cost to the queue; asked only at the
    // end.
    int completed = 0;
    while (completed < tasks && clock.elapsed() < 120'000) {
        eventsUntil([until = clock.elapsed() + 5, &clock] { return clock.elapsed() >= until; });
        if (recorded(record) - before < tasks)
            continue;
        const QJsonObject counts =
            daemon
                .request(u"queue_status"_s,
                    { { u"detailed"_s,
                        false } })[u"data"][u"queue_status"][u"statistics"][u"status_distribution"]
                .toObject();
        completed = counts[u"completed"].toInt();
    }
    const double seconds = double(clock.nsecsElapsed()) / 1e9;
    if (completed != tasks) {
        *problem = "not all completed";
        return -1;
    }
    return seconds;
}

// Below 0: a round went wrong.
double medianRatio(const QString &program, const QString &record)
{
    QList<double> ratios;
    for (int round = 0; round < rounds; ++round) {
        const qint64 before = recorded(record);
        const double bare = BareLoop(program).run();
        QByteArray problem;
        const double queue = queueRun(program, record, &problem);
        const qint64 children = recorded(record) - before;
        if (bare < 0 || queue < 0 || children != 2 * tasks) {
            qWarning("round %d: %s (%lld children, %d wanted)", round, problem.constData(),
                children, 2 * tasks);
            return -1;
        }
        ratios.append(queue / bare);
        qInfo("%s: bare %.2f ms a job, queue %.2f ms a job, ratio %.3f",
            qPrintable(program.section(u'/', -1)), bare * 1000 / tasks, queue * 1000 / tasks,
            queue / bare);
    }
    std::sort(ratios.begin(), ratios.end());
    return ratios.at(ratios.size() / 2);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QTemporaryDir folder;
    const FakeEngine engine(folder.filePath(u"engine.sock"_s), answerTo);
    const QString record = folder.filePath(u"record"_s);
    qputenv("DOCKER_HOST", "unix://" + folder.filePath(u"engine.sock"_s).toUtf8());
    qputenv("NOOP_RECORD", record.toUtf8());
    // A script as a person would write one, and the smallest program there is: nothing of the
    // child is left to hide behind. The script's ratio counts.
    const double script = medianRatio(QStringLiteral(NOOP_SCRIPT), record);
    const double smallest =
        medianRatio(QCoreApplication::applicationDirPath() + u"/noop_docker"_s, record);
    if (script < 0 || smallest < 0)
        return 1;
    qInfo("%d no-op jobs, %d at once, against a bare loop: ratio %.3f with a shell script (aim "
          "%.2f, limit %.2f), "
          "%.3f with the smallest program",
        tasks, atOnce, script, aim, limit, smallest);
    return script <= limit ? 0 : 1;
}
