#include "core/docker/docker_engine.h"

#include "core/docker/engine_address.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QPointer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway {
namespace {

    constexpr auto rememberedFor = 5s;
    constexpr auto watchInterval = 5s;

    TaskError notAnEngine(const QString &host, int status)
    {
        TaskError error;
        error.code = ErrorCode::DockerNetworkError;
        error.text = QString::fromLatin1(
            QT_TRANSLATE_NOOP("TaskError", "What answers at %1 is no Docker engine (HTTP status %2)."));
        error.arguments = QStringList { host, QString::number(status) };
        error.subject = host;
        error.httpStatus = status;
        return error;
    }

} // namespace

DockerEngine::DockerEngine(const DockerClient &client, QObject *parent)
    : HostMonitor(parent)
    , m_client(client)
{
    m_watch.setInterval(watchInterval);
    connect(&m_watch, &QTimer::timeout, this, &DockerEngine::refresh);
}

QList<HostState> DockerEngine::hosts() const
{
    const QString host = currentDockerHost();
    HostState state = m_known.value(host).state;
    state.address = host;
    state.name = engineName(host);
    return { state };
}

void DockerEngine::watch()
{
    m_watch.start();
    refresh();
}

void DockerEngine::refresh()
{
    const QString host = currentDockerHost();
    if (!m_known[host].asking)
        ask(host);
}

void DockerEngine::whenKnown(
    const QString &host, QObject *context, std::function<void(const HostState &)> answer)
{
    Known &known = m_known[host];
    const bool fresh = known.state.known && known.state.reachable && known.age.isValid()
        && known.age.elapsed() < std::chrono::milliseconds(rememberedFor).count();
    if (fresh && !known.asking) {
        answer(known.state);
        return;
    }
    known.waiting.append([context = QPointer(context), answer = std::move(answer)](const HostState &state) {
        if (context)
            answer(state);
    });
    if (!known.asking)
        ask(host);
}

void DockerEngine::forget(const QString &host)
{
    m_known[host].age.invalidate();
}

EngineRequest *DockerEngine::request(const QString &host, const QByteArray &path, QObject *owner) const
{
    return new EngineRequest(m_client, host, path, owner);
}

// The version is asked for once: after an engine was silent it may be another one.
void DockerEngine::ask(const QString &host)
{
    m_known[host].asking = true;
    EngineRequest *ping = request(host, "/_ping", this);
    connect(ping, &EngineRequest::answered, this, [this, host](const EngineAnswer &answer) {
        if (answer.status != 200 || !m_known[host].state.version.isEmpty()) {
            learned(host, answer);
            return;
        }
        EngineRequest *version = request(host, "/version", this);
        connect(version, &EngineRequest::answered, this, [this, host, answer](const EngineAnswer &told) {
            m_known[host].state.version = told.json().object()[u"Version"].toString();
            learned(host, answer);
        });
        version->start();
    });
    ping->start();
}

void DockerEngine::learned(const QString &host, const EngineAnswer &answer)
{
    Known &known = m_known[host];
    HostState state = known.state;
    state.kind = HostKind::Docker;
    state.address = host;
    state.name = engineName(host);
    state.known = true;
    state.reachable = answer.status == 200;
    state.error = answer.error;
    if (answer.status != 200 && answer.status != 0)
        state.error = notAnEngine(host, answer.status);
    if (!state.reachable)
        state.version.clear();
    const bool changed = known.state != state;
    known.state = state;
    known.asking = false;
    known.age.start();
    const auto waiting = std::exchange(known.waiting, {});
    for (const auto &each : waiting)
        each(state);
    if (changed)
        emit hostsChanged();
}

} // namespace slipway
