#include "core/host/pause_cost.h"

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

PauseCost costOfPulling(const HostState &host)
{
    if (!host.keepsLayers)
        return PauseCost::Unknown;
    return *host.keepsLayers ? PauseCost::UnfinishedLayers : PauseCost::Everything;
}

PauseCost costAtWork(const Task &task, const HostState &host)
{
    switch (task.status) {
    case TaskStatus::Pulling: // whose type may be a run or a build, too
        return costOfPulling(host);
    case TaskStatus::Uploading:
        return PauseCost::UnfinishedLayers;
    case TaskStatus::Building:
        return PauseCost::CurrentStep;
    case TaskStatus::Running:
        return task.type() == TaskType::OllamaRun ? PauseCost::AnswerSoFar : PauseCost::Nothing;
    case TaskStatus::Downloading: // of a model: it goes on where it was
    case TaskStatus::Validating: // nothing was moved yet
    case TaskStatus::Preparing:
    case TaskStatus::Pending: // not at work
    case TaskStatus::Paused:
    case TaskStatus::Completed:
    case TaskStatus::Failed:
    case TaskStatus::Cancelled:
    case TaskStatus::Timeout:
        return PauseCost::Nothing;
    }
    Q_UNREACHABLE();
}

bool isOver(const LayerProgress &layer)
{
    static const QStringList states{ u"Pull complete"_s, u"Download complete"_s,
        u"Already exists"_s, u"Pushed"_s, u"Layer already exists"_s, u"Extracting"_s,
        u"Verifying Checksum"_s };
    return states.contains(layer.state) || layer.state.startsWith("Mounted from"_L1);
}

} // namespace

QString pauseCostName(PauseCost cost)
{
    switch (cost) {
    case PauseCost::Nothing:
        return u"nothing"_s;
    case PauseCost::UnfinishedLayers:
        return u"unfinished_layers"_s;
    case PauseCost::Everything:
        return u"everything"_s;
    case PauseCost::CurrentStep:
        return u"current_step"_s;
    case PauseCost::AnswerSoFar:
        return u"answer_so_far"_s;
    case PauseCost::NotPossible:
        return u"not_possible"_s;
    case PauseCost::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

PauseCost pauseCost(const Task &task, const HostState &host)
{
    switch (groupOf(task.status)) {
    case StatusGroup::Waiting:
    case StatusGroup::Paused:
        return PauseCost::Nothing;
    case StatusGroup::Finished:
        return PauseCost::NotPossible;
    case StatusGroup::Active:
        return laneOf(task.type()) == Lane::None ? PauseCost::NotPossible : costAtWork(task, host);
    }
    Q_UNREACHABLE();
}

qint64 bytesAtStake(const Task &task, PauseCost cost)
{
    qint64 bytes = 0;
    for (const LayerProgress &layer : task.progress.layers) {
        const bool counts = cost == PauseCost::Everything
            ? layer.state != "Already exists"_L1
            : cost == PauseCost::UnfinishedLayers && !isOver(layer);
        if (counts)
            bytes += layer.done;
    }
    return bytes;
}

} // namespace slipway
