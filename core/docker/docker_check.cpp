#include "core/docker/docker_check.h"

#include "core/diagnosis/sentences.h"
#include "core/docker/context_check.h"
#include "core/docker/engine_address.h"
#include "core/docker/port_holder.h"
#include "core/executor/when_answered.h"
#include "core/task/image_reference.h"

#include <QCoreApplication>
#include <QFuture>
#include <QJsonArray>
#include <QtConcurrentRun>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

using Level = PreCheck::Level;

} // namespace

DockerCheck::DockerCheck(const TaskDraft &draft, const QString &host, DockerEngine &engine,
    RegistryClient &registry, BuilderProbe &probe, QObject *context, const ChecksTold &told)
    : QObject(&engine)
    , m_draft(draft)
    , m_host(host)
    , m_engine(engine)
    , m_registry(registry)
    , m_probe(probe)
    , m_context(context)
    , m_told(told)
{
}

void DockerCheck::start()
{
    begun();
    m_engine.whenKnown(m_host, this, [this](const HostState &state) {
        engineKnown(state);
        ended();
    });
}

void DockerCheck::ended()
{
    --m_open;
    if (m_context)
        m_told(m_found, m_open == 0);
    if (m_open == 0)
        deleteLater();
}

void DockerCheck::found(
    Level level, const QString &id, const char *text, const QStringList &arguments)
{
    m_found.append({ level, id, QString::fromUtf8(text), arguments });
}

void DockerCheck::engineKnown(const HostState &state)
{
    m_state = state;
    if (!state.reachable) {
        const TaskError error = state.error.value_or(TaskError{});
        m_found.append({ Level::Wrong, u"engine"_s, error.text, error.arguments });
        return;
    }
    found(Level::Ok, u"engine"_s, QT_TRANSLATE_NOOP("PreCheck", "Docker answers."));
    if (const auto *pull = std::get_if<DockerPull>(&m_draft.spec))
        checkPull(*pull);
    else if (const auto *push = std::get_if<DockerPush>(&m_draft.spec))
        checkPush(*push);
    else if (const auto *tag = std::get_if<DockerTag>(&m_draft.spec))
        checkLocalImage(tag->sourceImage, false);
    else if (const auto *run = std::get_if<DockerRun>(&m_draft.spec))
        checkRun(*run);
    else if (const auto *build = std::get_if<DockerBuild>(&m_draft.spec))
        checkBuild(*build);
}

void DockerCheck::checkPull(const DockerPull &pull)
{
    if (const auto image = parseImageReference(fullImageName(pull.imageName, pull.tag)))
        checkRegistry(*image, pull.platform.isEmpty() ? m_state.platform : pull.platform);
}

void DockerCheck::checkPush(const DockerPush &push)
{
    if (!push.allTags)
        checkLocalImage(fullImageName(push.imageName, push.tag), false);
    if (const auto image = parseImageReference(push.imageName))
        checkLogin(*image);
}

void DockerCheck::checkBuild(const DockerBuild &build)
{
    checkContext(build);
    const auto image = parseImageReference(build.imageName);
    if (build.push && image)
        checkLogin(*image);
}

void DockerCheck::checkRun(const DockerRun &run)
{
    checkLocalImage(run.image, true);
    checkPorts(run);
    if (!run.name.isEmpty())
        checkName(run.name);
}

void DockerCheck::checkLocalImage(const QString &name, bool mayBePulled)
{
    begun();
    EngineRequest *request =
        m_engine.request(m_host, "/images/" + QUrl::toPercentEncoding(name, "/:@") + "/json", this);
    connect(request, &EngineRequest::answered, this,
        [this, name, mayBePulled](const EngineAnswer &answer) {
            if (answer.status == 200)
                found(Level::Ok, u"image"_s,
                    QT_TRANSLATE_NOOP("PreCheck", "%1 is on this machine."), { name });
            else if (answer.status == 404 && !mayBePulled)
                found(Level::Wrong, u"image"_s,
                    QT_TRANSLATE_NOOP("PreCheck", "There is no image called %1 on this machine."),
                    { name });
            else if (const auto image = parseImageReference(name); answer.status == 404 && image)
                checkRegistry(*image, m_state.platform);
            ended();
        });
    request->start();
}

// The containers of any engine can be asked for; its machine's other programs only here.
void DockerCheck::checkPorts(const DockerRun &run)
{
    if (run.ports.isEmpty())
        return;
    begun();
    EngineRequest *request = m_engine.request(m_host, "/containers/json", this);
    connect(request, &EngineRequest::answered, this, [this, run](const EngineAnswer &answer) {
        const QJsonArray containers = answer.json().array();
        for (auto it = run.ports.cbegin(); it != run.ports.cend(); ++it)
            checkPort(it.key().section(u':', -1), it.value(), containers);
        ended();
    });
    request->start();
}

void DockerCheck::checkPort(
    const QString &number, const QString &inside, const QJsonArray &containers)
{
    const quint16 port = number.toUShort();
    const PortKind kind = inside.endsWith("/udp"_L1) ? PortKind::Udp : PortKind::Tcp;
    const QString holder = containerWithPort(containers, port, kind);
    if (!holder.isEmpty())
        return found(Level::Wrong, u"port"_s, sentence::portHeldByContainer, { number, holder });
    if (port == 0 || !engineSocket(m_host))
        return;
    if (isPortFree(port, kind))
        return found(Level::Ok, u"port"_s, QT_TRANSLATE_NOOP("PreCheck", "The port %1 is free."),
            { number });
    begun();
    const auto asked = QtConcurrent::run(programWithPort, port, kind);
    whenAnswered(this, asked, [=, this](const PortProgram &who) {
        if (who.pid != 0)
            found(Level::Wrong, u"port"_s, sentence::portHeldByProgram,
                { number, who.name, QString::number(who.pid) });
        else
            found(Level::Wrong, u"port"_s, sentence::portTaken, { number });
        ended();
    });
}

void DockerCheck::checkName(const QString &name)
{
    begun();
    EngineRequest *request =
        m_engine.request(m_host, "/containers/" + QUrl::toPercentEncoding(name) + "/json", this);
    connect(request, &EngineRequest::answered, this, [this, name](const EngineAnswer &answer) {
        if (answer.status == 404)
            found(Level::Ok, u"name"_s, QT_TRANSLATE_NOOP("PreCheck", "The name %1 is free."),
                { name });
        else if (answer.status == 200)
            found(Level::Wrong, u"name"_s,
                QT_TRANSLATE_NOOP("PreCheck", "A container called %1 is there already."), { name });
        ended();
    });
    request->start();
}

// Looked at beside the event loop: a folder may hold many files.
void DockerCheck::checkContext(const DockerBuild &build)
{
    begun();
    m_probe.whenKnown(this, [this, build](Builder builder) {
        const auto looked = QtConcurrent::run(buildContext, build, builder, WalkLimit{});
        whenAnswered(this, looked, [this, builder](const BuildContext &context) {
            m_found += contextChecks(context, builder);
            ended();
        });
    });
}

} // namespace slipway
