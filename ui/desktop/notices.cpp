#include "ui/desktop/notices.h"

#include "ui/error_text.h"
#include "ui/task_text.h"
#include "ui/units_text.h"

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int gatherMs = 1000;
constexpr int namedAtMost = 3;

} // namespace

Notices::Notices(
    WorkSummary &work, SettingsFile &settings, std::function<bool()> isLookedAt, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_isLookedAt(std::move(isLookedAt))
{
    m_gather.setSingleShot(true);
    m_gather.setInterval(gatherMs);
    connect(&m_gather, &QTimer::timeout, this, &Notices::tellFailures);
    connect(&work, &WorkSummary::taskEnded, this, &Notices::taskEnded);
    connect(&work, &WorkSummary::workDone, this, &Notices::workDone);
}

// A mark is told even to somebody who looks: it was asked for.
void Notices::taskEnded(const Task &task)
{
    const Settings &settings = m_settings.values();
    if (settings.quiet)
        return;
    const bool wrong = task.status == TaskStatus::Failed || task.status == TaskStatus::Timeout;
    if (task.options.notify && settings.tellOfMarked) {
        emit due({ tr("%1: %2").arg(statusWord(task.status), displayName(task.spec)),
            task.error ? errorSentence(*task.error) : QString(), { task.id }, wrong, wrong });
        return;
    }
    if (!wrong || !settings.tellOfFailures || m_isLookedAt())
        return;
    m_failures << task;
    if (!m_gather.isActive())
        m_gather.start();
}

void Notices::tellFailures()
{
    const QList<Task> failures = std::exchange(m_failures, {});
    if (m_settings.values().quiet || failures.isEmpty())
        return;
    Notice notice;
    notice.canRetry = notice.isUrgent = true;
    for (const Task &task : failures)
        notice.tasks << task.id;
    if (failures.size() == 1) {
        const Task &task = failures.first();
        notice.title = tr("%1: %2").arg(statusWord(task.status), displayName(task.spec));
        notice.text = task.error ? errorSentence(*task.error) : QString();
    } else {
        notice.title = tr("%1 tasks failed").arg(failures.size());
        QStringList names;
        for (const Task &task : failures.first(qMin(namedAtMost, failures.size())))
            names << displayName(task.spec);
        notice.text = failures.size() > namedAtMost
            ? tr("%1 and %2 more").arg(names.join(u", "_s)).arg(failures.size() - namedAtMost)
            : names.join(u", "_s);
    }
    emit due(notice);
}

// Of a single task its own end says it all.
void Notices::workDone(const WorkDone &done)
{
    const Settings &settings = m_settings.values();
    const bool isOneFailure = done.completed == 0 && done.failed <= 1;
    if (settings.quiet || !settings.tellWhenDone || isOneFailure || m_isLookedAt())
        return;
    QStringList counts{ tr("%1 done").arg(done.completed) };
    if (done.failed > 0)
        counts << tr("%1 failed").arg(done.failed);
    emit due({ tr("The queue is done"),
        tr("%1, in %2").arg(counts.join(u", "_s), durationText(done.seconds)), {}, false, false });
}

} // namespace slipway
