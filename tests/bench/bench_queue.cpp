// What the queue costs: 1,000 docker_pull tasks whose docker does nothing, through slipwayd with its
// default settings and store, against a bare loop of asynchronous QProcesses with the same child
// set-up and as many at once, in turns within one run. Prints the ratios; above 1.25 it fails.
#include "tests/support/daemon_under_test.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTest>

#include <algorithm>

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace slipway::test;

namespace {

constexpr int tasks = 1000;
constexpr int rounds = 5;
constexpr int atOnce = 2; // the lane of pulls
constexpr double aim = 1.10;
constexpr double limit = 1.25;

// Answers /_ping with OK and knows nothing else.
class FakeEngine : public QLocalServer
{
public:
    explicit FakeEngine(const QString &path)
    {
        connect(this, &QLocalServer::newConnection, this, [this] {
            QLocalSocket *client = nextPendingConnection();
            connect(client, &QLocalSocket::disconnected, client, &QObject::deleteLater);
            connect(client, &QLocalSocket::readyRead, client, [client] {
                const QByteArray request = client->readAll();
                client->write(request.contains("/_ping ") ? "HTTP/1.0 200 OK\r\n\r\nOK"
                                                          : "HTTP/1.0 404 Not Found\r\n\r\n{}");
                client->disconnectFromServer();
            });
        });
        listen(path);
    }
};

qint64 recorded(const QString &file)
{
    return QFile(file).size();
}

// As the process runner sets a child up, without its queue, log and store.
class BareLoop : public QObject
{
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
        const bool done = QTest::qWaitFor([this] { return m_ended == tasks; }, 120'000);
        return done ? double(clock.nsecsElapsed()) / 1e9 : -1;
    }

private:
    void startNext()
    {
        if (m_started == tasks)
            return;
        ++m_started;
        auto *process = new QProcess(this);
        process->setStandardInputFile(QProcess::nullDevice());
        process->setChildProcessModifier([parent = ::getpid()] {
            ::setsid();
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            if (::getppid() != parent)
                ::_exit(1);
        });
        connect(process, &QProcess::finished, this, [this, process] {
            process->deleteLater();
            ++m_ended;
            startNext();
        });
        process->start(m_program, { u"pull"_s, u"nothing:%1"_s.arg(m_started) });
    }

    QString m_program;
    int m_started = 0;
    int m_ended = 0;
};

double queueRun(const QString &program, QByteArray *problem)
{
    DaemonUnderTest daemon(program);
    if (!daemon.start() || !daemon.countFinished()) {
        *problem = "slipwayd did not start";
        return -1;
    }
    QJsonArray list;
    for (int i = 0; i < tasks; ++i)
        list.append(QJsonObject { { u"task_type"_s, u"docker_pull"_s }, { u"image_name"_s, u"nothing:%1"_s.arg(i) } });
    QElapsedTimer clock;
    clock.start();
    const QJsonObject added = daemon.request(u"queue_add"_s, { { u"tasks"_s, list } });
    if (added[u"data"][u"task_ids"].toArray().size() != tasks) {
        *problem = "not all were accepted";
        return -1;
    }
    const bool done = QTest::qWaitFor([&daemon] { return daemon.finishedCount() >= tasks; }, 120'000);
    const double seconds = double(clock.nsecsElapsed()) / 1e9;
    const QJsonObject counts = daemon.request(u"queue_status"_s, { { u"detailed"_s, false } })[u"data"][u"queue_status"]
                                   [u"statistics"][u"status_distribution"].toObject();
    if (!done || counts[u"completed"].toInt() != tasks) {
        *problem = "not all completed";
        return -1;
    }
    return seconds;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QTemporaryDir folder;
    const FakeEngine engine(folder.filePath(u"engine.sock"_s));
    const QString record = folder.filePath(u"record"_s);
    qputenv("DOCKER_HOST", "unix://" + folder.filePath(u"engine.sock"_s).toUtf8());
    qputenv("NOOP_RECORD", record.toUtf8());
    const QString program = QCoreApplication::applicationDirPath() + u"/noop_docker"_s;

    QList<double> ratios;
    for (int round = 0; round < rounds; ++round) {
        const qint64 before = recorded(record);
        const double bare = BareLoop(program).run();
        QByteArray problem;
        const double queue = queueRun(program, &problem);
        const qint64 children = recorded(record) - before;
        if (bare < 0 || queue < 0 || children != 2 * tasks) {
            qWarning("round %d: %s (%lld children, %d wanted)", round, problem.constData(), children, 2 * tasks);
            return 1;
        }
        ratios.append(queue / bare);
        qInfo("round %d: bare %.2f ms a job, queue %.2f ms a job, ratio %.3f", round, bare * 1000 / tasks,
            queue * 1000 / tasks, queue / bare);
    }
    std::sort(ratios.begin(), ratios.end());
    const double median = ratios.at(ratios.size() / 2);
    qInfo("%d no-op jobs, %d at once: median ratio %.3f (aim %.2f, limit %.2f)", tasks, atOnce, median, aim, limit);
    return median <= limit ? 0 : 1;
}
