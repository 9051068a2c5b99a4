#include "core/queue/start_gate.h"

#include "core/task/image_reference.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QLocale>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr double gigabyte = 1e9;

bool fillsTheDisk(TaskType type)
{
    switch (type) {
    case TaskType::DockerPull:
    case TaskType::DockerBuild:
    case TaskType::DockerRun:
    case TaskType::OllamaPull:
        return true;
    case TaskType::DockerPush:
    case TaskType::DockerTag:
    case TaskType::DockerLogin:
    case TaskType::OllamaRun:
        return false;
    }
    Q_UNREACHABLE();
}

std::optional<double> freeBytes(const QString &folder)
{
    std::error_code failed;
    const auto space = std::filesystem::space(folder.toStdString(), failed);
    return failed ? std::nullopt : std::optional(double(space.available));
}

// A registry on this machine is there without any network.
bool needsNetwork(const Task &task)
{
    QString name;
    if (const auto *pull = std::get_if<DockerPull>(&task.spec))
        name = pull->imageName;
    else if (const auto *push = std::get_if<DockerPush>(&task.spec))
        name = push->imageName;
    const auto image = parseImageReference(name);
    const QString registry = image ? image->registry.section(u':', 0, 0) : QString();
    return registry != "localhost"_L1 && !QHostAddress(registry).isLoopback();
}

} // namespace

Sentence StartGate::whyNotYet(const Task &task, const QString &host) const
{
    const HostState state = m_hosts.host(host);
    if (const Sentence why = noRoom(task, state); !why.isEmpty())
        return why;
    // What failed for another reason, or was never tried, is to tell what is wrong when it is
    // tried.
    const bool isRetry = task.attempt > 0 && task.error && task.error->retryable;
    if (!isRetry)
        return {};
    if (task.error->hostWentAway && state.known && !state.reachable)
        return state.kind == HostKind::Docker
            ? Sentence(QT_TRANSLATE_NOOP("Sentence", "waits for Docker, which does not answer"))
            : Sentence(QT_TRANSLATE_NOOP("Sentence", "waits for Ollama, which does not answer"));
    if (m_hosts.isNetworkDown() && needsNetwork(task))
        return Sentence(QT_TRANSLATE_NOOP("Sentence", "waits for the network, which is down"));
    return {};
}

Sentence StartGate::noRoom(const Task &task, const HostState &host) const
{
    if (m_keepFree <= 0 || host.dataFolder.isEmpty() || !fillsTheDisk(task.type()))
        return {};
    const auto free = freeBytes(host.dataFolder);
    if (!free || *free >= m_keepFree * gigabyte)
        return {};
    const auto size = [](double bytes) {
        return QLocale::c().formattedDataSize(qint64(bytes), 1, QLocale::DataSizeSIFormat);
    };
    return Sentence(
        QT_TRANSLATE_NOOP("Sentence",
            "waits for room: only %1 are free on the disk of %2, and %3 are to stay free"),
        { size(*free), host.dataFolder, size(m_keepFree * gigabyte) });
}

} // namespace slipway
