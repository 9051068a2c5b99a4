#include "core/docker/builder_probe.h"

#include "core/docker/client_run.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace slipway {

BuilderProbe::BuilderProbe(const DockerEngine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
}

void BuilderProbe::whenKnown(QObject *context, std::function<void(Builder)> answer)
{
    // The client reads it the same way: 0 is the legacy builder, whatever is installed.
    if (qEnvironmentVariable("DOCKER_BUILDKIT") == "0"_L1)
        return answer(Builder::Legacy);
    const QString program = m_engine.client().program;
    if (!m_asking && m_program != program) {
        m_program = program;
        m_builder.reset();
    }
    if (m_builder) {
        answer(*m_builder);
        return;
    }
    m_waiting.append([context = QPointer(context), answer = std::move(answer)](Builder builder) {
        if (context)
            answer(builder);
    });
    if (std::exchange(m_asking, true))
        return;
    auto *run =
        new ClientRun(m_engine.client().call({}, { { u"buildx"_s, u"version"_s }, {} }, {}), this);
    connect(run, &ClientRun::answered, this, [this](const ClientAnswer &told) {
        const bool wantsBuildKit = !qEnvironmentVariableIsEmpty("DOCKER_BUILDKIT");
        if (told.succeeded())
            learned(Builder::Buildx);
        else
            learned(wantsBuildKit ? Builder::BuildKit : Builder::Legacy);
    });
    run->start();
}

void BuilderProbe::learned(Builder builder)
{
    m_asking = false;
    m_builder = builder;
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &each : waiting)
        each(builder);
}

} // namespace slipway
