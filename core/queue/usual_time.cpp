#include "core/queue/usual_time.h"

#include <algorithm>
#include <cmath>

namespace slipway {
namespace {

constexpr qsizetype remembered = 5;

QString likeness(const DockerBuild &build)
{
    return QStringList{ build.contextPath, build.dockerfile, build.target, build.platform,
        build.noCache ? QStringLiteral("fresh") : QString() }
        .join(u'\n');
}

} // namespace

void UsualTime::learn(const Task &task)
{
    const auto *build = std::get_if<DockerBuild>(&task.spec);
    const auto seconds = task.duration({});
    if (!build || task.status != TaskStatus::Completed || !seconds)
        return;
    QList<double> &known = m_seconds[likeness(*build)];
    known.append(*seconds);
    if (known.size() > remembered)
        known.removeFirst();
}

std::optional<int> UsualTime::secondsOf(const Task &task) const
{
    const auto *build = std::get_if<DockerBuild>(&task.spec);
    QList<double> known = build ? m_seconds.value(likeness(*build)) : QList<double>();
    if (known.isEmpty())
        return std::nullopt;
    const auto middle = known.begin() + (known.size() - 1) / 2;
    std::nth_element(known.begin(), middle, known.end());
    return std::max(1, int(std::ceil(*middle)));
}

} // namespace slipway
