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

QueueLimits limitsFrom(const Settings &settings)
{
    QueueLimits limits;
    limits.maxConcurrent = settings.maxConcurrent;
    limits.keepFreeGigabytes = settings.keepFreeGigabytes;
    limits.removeAfterDays = settings.removeAfterDays;
    for (Lane lane : allLanes())
        limits.lanes[lane] = settings.lanes.value(laneName(lane), limits.lanes[lane]);
    for (TaskType type : allTaskTypes()) {
        const Settings::TypeDefaults given = settings.defaults.value(taskTypeName(type));
        limits.setDefaults(type, { given.maxRetries, given.timeoutSeconds, given.stallSeconds });
    }
    return limits;
}

Settings withLimits(Settings settings, const QueueLimits &limits)
{
    settings.maxConcurrent = limits.maxConcurrent;
    settings.keepFreeGigabytes = limits.keepFreeGigabytes;
    settings.removeAfterDays = limits.removeAfterDays;
    settings.lanes.clear();
    for (Lane lane : allLanes()) {
        if (limits.lanes.value(lane) != QueueLimits{}.lanes.value(lane))
            settings.lanes.insert(laneName(lane), limits.lanes.value(lane));
    }
    settings.defaults.clear();
    for (auto it = limits.defaults.cbegin(); it != limits.defaults.cend(); ++it)
        settings.defaults.insert(
            taskTypeName(it.key()), { it->maxRetries, it->timeoutSeconds, it->stallSeconds });
    return settings;
}

} // namespace

class Slipway::Private {
public:
    explicit Private(const Paths &where)
        : paths(where)
        , settings(where.settings)
        , engine(DockerClient{})
        , dockerExecutors(engine)
        , ollamaExecutors(ollama)
        , executors({ &dockerExecutors, &ollamaExecutors })
        , hosts({ &engine, &ollama })
        , store(where.data)
        , queue(store, executors, hosts)
        , commands(queue)
    {
        applyHosts();
    }

    void applyHosts()
    {
        engine.setProgram(settings.values().dockerProgram);
        engine.setChosenHost(settings.values().dockerHost);
        ollama.setChosenHost(settings.values().ollamaHost);
    }

    const Paths paths;
    SettingsFile settings;
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
    d->queue.setLimits(limitsFrom(d->settings.values()));
    connect(&d->queue, &TaskQueue::limitsChanged, this,
        [this] { d->settings.change(withLimits(d->settings.values(), d->queue.limits())); });
    connect(&d->settings, &SettingsFile::changed, this, [this] { d->applyHosts(); });
    connect(&d->settings, &SettingsFile::notKept, this, [this](const QString &path) {
        emit troubled(u"What you set holds until Slipway ends: %1 cannot be written."_s.arg(path));
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

SettingsFile &Slipway::settings()
{
    return d->settings;
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
