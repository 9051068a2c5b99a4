#include "core/docker/docker_engine.h"

#include "core/docker/engine_address.h"
#include "core/docker/image_names.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway {
namespace {

constexpr auto watchInterval = 5s;
constexpr auto infoHoldsFor = 60s;

TaskError notAnEngine(const QString &host, int status)
{
    TaskError error = madeError(ErrorCode::DockerNetworkError,
        QT_TRANSLATE_NOOP("TaskError", "What answers at %1 is no Docker engine (HTTP status %2)."),
        { host, QString::number(status) });
    error.httpStatus = status;
    return error;
}

// /info names the machine as the kernel does, images are named as Go does.
QString platformOf(const QJsonObject &info)
{
    static const QHash<QString, QString> goNames{ { u"x86_64"_s, u"amd64"_s },
        { u"aarch64"_s, u"arm64"_s }, { u"armv7l"_s, u"arm"_s }, { u"i386"_s, u"386"_s },
        { u"i686"_s, u"386"_s } };
    const QString machine = info[u"Architecture"].toString();
    const QString system = info[u"OSType"].toString();
    return machine.isEmpty() || system.isEmpty() ? QString()
                                                 : system + u'/' + goNames.value(machine, machine);
}

// [["driver-type", "io.containerd.snapshotter.v1"], ...]: such an engine keeps what of a pull is
// whole. The classic drivers keep nothing of a pull that was stopped.
bool isContainerdStore(const QJsonArray &driverStatus)
{
    return std::any_of(driverStatus.begin(), driverStatus.end(), [](const QJsonValue &pair) {
        return pair[0].toString() == "driver-type"_L1
            && pair[1].toString().startsWith("io.containerd.snapshotter"_L1);
    });
}

} // namespace

DockerEngine::DockerEngine(const DockerClient &client, QObject *parent)
    : HostMonitor(parent)
    , m_client(client)
    , m_known([this](const QString &host) { ask(host); })
{
    m_watch.setInterval(watchInterval);
    connect(&m_watch, &QTimer::timeout, this, &DockerEngine::look);
}

void DockerEngine::setProgram(const QString &program)
{
    const QString wanted = program.isEmpty() ? DockerClient{}.program : program;
    if (std::exchange(m_client.program, wanted) == wanted)
        return;
    m_known.forgetAll();
    if (m_watch.isActive())
        refresh();
}

void DockerEngine::setChosenHost(const QString &host)
{
    if (std::exchange(m_chosen, host) == host)
        return;
    if (m_watch.isActive())
        refresh();
    emit hostsChanged();
}

QString DockerEngine::currentHost() const
{
    return m_chosen.isEmpty() ? currentDockerHost() : m_chosen;
}

QList<HostState> DockerEngine::hosts() const
{
    const QString host = currentHost();
    HostState state = m_known.state(host);
    state.address = host;
    state.name = engineName(host);
    return { state };
}

HostState DockerEngine::host(const QString &address) const
{
    HostState state = m_known.state(address);
    state.address = address;
    return state;
}

void DockerEngine::watch()
{
    m_watch.start();
    refresh();
}

void DockerEngine::refresh()
{
    look();
    askImages(currentHost());
}

void DockerEngine::look()
{
    m_known.askOnce(currentHost());
}

void DockerEngine::whenKnown(
    const QString &host, QObject *context, std::function<void(const HostState &)> answer)
{
    m_known.whenKnown(host, context, std::move(answer));
}

void DockerEngine::forget(const QString &host)
{
    m_known.forget(host);
}

EngineRequest *DockerEngine::request(
    const QString &host, const QByteArray &path, QObject *owner) const
{
    return new EngineRequest(m_client, host, path, owner);
}

void DockerEngine::ask(const QString &host)
{
    EngineRequest *ping = request(host, "/_ping", this);
    connect(ping, &EngineRequest::answered, this,
        [this, host](const EngineAnswer &answer) { learned(host, answer); });
    ping->start();
}

// Again now and then: an engine that was restarted in between may be another one. Nobody waits for
// the answer, which an engine with many containers takes its time for.
void DockerEngine::askInfo(const QString &host)
{
    m_infoAge[host].start();
    EngineRequest *info = request(host, "/info", this);
    connect(info, &EngineRequest::answered, this, [this, host](const EngineAnswer &answer) {
        if (answer.status != 200) {
            m_infoAge[host].invalidate();
            return;
        }
        const QJsonObject told = answer.json().object();
        HostState &state = m_known.change(host);
        const HostState before = state;
        state.version = told[u"ServerVersion"].toString();
        state.platform = platformOf(told);
        state.keepsLayers = isContainerdStore(told[u"DriverStatus"].toArray());
        state.dataFolder = engineSocket(host) ? told[u"DockerRootDir"].toString() : QString();
        if (state != before)
            emit hostsChanged();
    });
    info->start();
}

// Only when somebody wants to know: an engine may have thousands.
void DockerEngine::askImages(const QString &host)
{
    EngineRequest *list = request(host, "/images/json", this);
    connect(list, &EngineRequest::answered, this, [this, host](const EngineAnswer &answer) {
        const QStringList names = imageNames(answer.json().array());
        HostState &state = m_known.change(host);
        if (answer.status == 200 && std::exchange(state.images, names) != names)
            emit hostsChanged();
    });
    list->start();
}

void DockerEngine::learned(const QString &host, const EngineAnswer &answer)
{
    HostState state = m_known.state(host);
    state.kind = HostKind::Docker;
    state.address = host;
    state.name = engineName(host);
    state.known = true;
    state.reachable = answer.status == 200;
    state.error = answer.error;
    state.contexts = dockerContexts();
    if (answer.status != 200 && answer.status != 0)
        state.error = notAnEngine(host, answer.status);
    if (!state.reachable) {
        state.version.clear();
        state.platform.clear();
        state.keepsLayers.reset();
        state.dataFolder.clear();
        m_infoAge[host].invalidate();
    }
    if (m_known.learned(host, state))
        emit hostsChanged();
    const QElapsedTimer infoAge = m_infoAge[host];
    if (state.reachable
        && (!infoAge.isValid()
            || infoAge.hasExpired(std::chrono::milliseconds(infoHoldsFor).count())))
        askInfo(host);
}

} // namespace slipway
