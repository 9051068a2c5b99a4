#include "tests/support/daemon_under_test.h"

#include "core/settings/paths.h"
#include "core/settings/settings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace slipway::test {

DaemonUnderTest::DaemonUnderTest(const QString &dockerProgram)
{
    const Paths paths = pathsFor(m_home.path(), {});
    m_socketPath = paths.socket;
    Settings settings;
    settings.dockerProgram = dockerProgram;
    writeSettings(paths.settings, settings);
}

DaemonUnderTest::~DaemonUnderTest()
{
    if (isRunning())
        kill();
}

bool DaemonUnderTest::start(const QString &killAt)
{
    m_socket.reset();
    m_process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!killAt.isEmpty())
        environment.insert(u"SLIPWAY_TEST_KILL_AT"_s, killAt);
    m_process->setProcessEnvironment(environment);
    m_process->setStandardErrorFile(m_home.filePath(u"stderr"_s), QIODevice::Append);
    m_process->start(QStringLiteral(SLIPWAY_BIN) + u"/slipwayd"_s, { u"--home"_s, m_home.path() });
    return QTest::qWaitFor([this] { return connectSocket(); }, 15'000);
}

bool DaemonUnderTest::connectSocket()
{
    if (m_socket && m_socket->state() == QLocalSocket::ConnectedState)
        return true;
    if (!isRunning() && m_process->state() != QProcess::Starting)
        return false;
    if (!m_socket || m_socket->state() == QLocalSocket::UnconnectedState) {
        m_socket = std::make_unique<QLocalSocket>();
        m_socket->connectToServer(m_socketPath);
    }
    return m_socket->state() == QLocalSocket::ConnectedState;
}

bool DaemonUnderTest::isRunning() const
{
    return m_process && m_process->state() == QProcess::Running;
}

bool DaemonUnderTest::diesByItself(int seconds)
{
    return QTest::qWaitFor(
        [this] { return m_process->state() == QProcess::NotRunning; }, seconds * 1000);
}

void DaemonUnderTest::kill()
{
    ::kill(pid_t(m_process->processId()), SIGKILL);
    m_process->waitForFinished(10'000);
}

bool DaemonUnderTest::terminate()
{
    ::kill(pid_t(m_process->processId()), SIGTERM);
    return diesByItself(6) && m_process->exitStatus() == QProcess::NormalExit
        && m_process->exitCode() == 0;
}

QJsonObject DaemonUnderTest::requestLine(const QByteArray &line)
{
    if (!m_socket)
        return {};
    m_socket->write(line + '\n');
    const bool answered = QTest::qWaitFor(
        [this] {
            return m_socket->canReadLine() || m_socket->state() != QLocalSocket::ConnectedState;
        },
        10'000);
    return answered ? QJsonDocument::fromJson(m_socket->readLine()).object() : QJsonObject();
}

QJsonObject DaemonUnderTest::request(const QString &action, const QJsonObject &params)
{
    return requestLine(
        QJsonDocument(QJsonObject{ { u"action"_s, action }, { u"params"_s, params } })
            .toJson(QJsonDocument::Compact));
}

QString DaemonUnderTest::add(const QString &type, const QJsonObject &params)
{
    const QJsonObject reply =
        request(u"queue_add"_s, { { u"task_type"_s, type }, { u"params"_s, params } });
    return reply[u"data"][u"task_id"].toString();
}

QJsonObject DaemonUnderTest::task(const QString &id)
{
    const QJsonObject data =
        request(u"queue_task_status"_s, { { u"task_id"_s, id } })[u"data"].toObject();
    QJsonObject task = data[u"task"].toObject();
    task[u"logs"] = data[u"logs"];
    return task;
}

QJsonObject DaemonUnderTest::taskIn(const QString &id, const QString &group, int seconds)
{
    QJsonObject last;
    const bool reached = QTest::qWaitFor(
        [&] {
            last = task(id);
            return last[u"status_group"].toString() == group;
        },
        seconds * 1000);
    if (!reached)
        qWarning("task %s is not %s after %d s", qPrintable(id), qPrintable(group), seconds);
    return last;
}

bool DaemonUnderTest::countFinished()
{
    m_finished = 0;
    m_subscribed = false;
    m_events = std::make_unique<QLocalSocket>();
    QObject::connect(m_events.get(), &QLocalSocket::readyRead, m_events.get(), [this] {
        while (m_events->canReadLine()) {
            const QByteArray line = m_events->readLine();
            m_heard += line;
            m_subscribed |= line.startsWith("{\"success\":true");
            m_finished += line.contains("\"status_group\":\"finished\"");
        }
    });
    m_events->connectToServer(m_socketPath);
    m_events->write(
        "{\"action\":\"subscribe\",\"params\":{\"events\":[\"status\",\"progress\",\"log\"]}}\n");
    return QTest::qWaitFor([this] { return m_subscribed; }, 5000);
}

} // namespace slipway::test
