#include "core/slipway.h"

#include "core/docker/docker_executors.h"
#include "core/executor/executor_makers.h"
#include "core/host/host_monitors.h"
#include "core/ollama/ollama_executors.h"
#include "core/queue/task_queue.h"
#include "core/settings/profile_lock.h"
#include "core/store/task_store.h"

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

DockerClient clientFrom(const Settings &settings)
{
    DockerClient client;
    if (!settings.dockerProgram.isEmpty())
        client.program = settings.dockerProgram;
    return client;
}

QueueLimits limitsFrom(const Settings &settings)
{
    QueueLimits limits;
    limits.maxConcurrent = settings.maxConcurrent;
    limits.keepFreeGigabytes = settings.keepFreeGigabytes;
    for (Lane lane : allLanes())
        limits.lanes[lane] = settings.lanes.value(laneName(lane), limits.lanes[lane]);
    return limits;
}

// Of the settings as they are on disk now: others may have changed the rest.
bool saveLimits(const QString &file, const QueueLimits &limits)
{
    Settings settings = readSettings(file);
    settings.maxConcurrent = limits.maxConcurrent;
    settings.keepFreeGigabytes = limits.keepFreeGigabytes;
    settings.lanes.clear();
    for (Lane lane : allLanes()) {
        if (limits.lanes.value(lane) != QueueLimits{}.lanes.value(lane))
            settings.lanes.insert(laneName(lane), limits.lanes.value(lane));
    }
    return writeSettings(file, settings);
}

} // namespace

class Slipway::Private {
public:
    explicit Private(const Paths &where)
        : paths(where)
        , settings(readSettings(where.settings))
        , engine(clientFrom(settings))
        , dockerExecutors(engine)
        , ollamaExecutors(ollama)
        , executors({ &dockerExecutors, &ollamaExecutors })
        , hosts({ &engine, &ollama })
        , store(where.data)
        , queue(store, executors, hosts)
        , commands(queue)
    {
    }

    const Paths paths;
    const Settings settings;
    ProfileLock lock;
    DockerEngine engine;
    OllamaServer ollama;
    DockerExecutors dockerExecutors;
    OllamaExecutors ollamaExecutors;
    ExecutorMakers executors;
    HostMonitors hosts;
    TaskStore store;
    // Connected before the queue is: it adopts what it loads at once, and by this id.
    QMetaObject::Connection storeOpened = QObject::connect(&store, &TaskJournal::loaded, &store,
        [this](const JournalContents &contents) { dockerExecutors.setStoreId(contents.storeId); });
    TaskQueue queue;
    CommandInterface commands;
};

Slipway::Slipway(const Paths &paths, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(paths))
{
    connect(&d->queue, &TaskQueue::ready, this, &Slipway::ready);
    connect(&d->queue, &TaskQueue::failed, this, &Slipway::failed);
    connect(&d->queue, &TaskQueue::troubled, this, &Slipway::troubled);
    connect(&d->queue, &TaskQueue::ended, this, &Slipway::ended);
}

Slipway::~Slipway() = default;

void Slipway::start()
{
    if (const auto problem = d->lock.take(d->paths)) {
        QMetaObject::invokeMethod(
            this, [this, problem] { emit failed(*problem); }, Qt::QueuedConnection);
        return;
    }
    d->queue.setLimits(limitsFrom(d->settings));
    connect(&d->queue, &TaskQueue::limitsChanged, this, [this] {
        if (!saveLimits(d->paths.settings, d->queue.limits()))
            emit troubled(u"The limits are changed until Slipway ends: %1 cannot be written."_s.arg(
                d->paths.settings));
    });
    d->hosts.watchNetwork();
    d->engine.watch();
    d->ollama.watch();
    d->queue.start();
}

void Slipway::shutDown()
{
    d->queue.shutDown();
}

QueueService &Slipway::queue()
{
    return d->queue;
}

CommandInterface &Slipway::commands()
{
    return d->commands;
}

const Paths &Slipway::paths() const
{
    return d->paths;
}

bool Slipway::isIdle() const
{
    return d->queue.isIdle();
}

} // namespace slipway
