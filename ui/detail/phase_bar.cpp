#include "ui/detail/phase_bar.h"

#include "ui/task_text.h"
#include "ui/tasks/task_row_delegate.h"
#include "ui/theme.h"
#include "ui/units_text.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace slipway {

PhaseBar::PhaseBar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"phaseBar"_s);
    setAccessibleName(tr("Phases"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PhaseBar::setTask(const Task &task)
{
    m_phases.clear();
    m_leftMs = qint64(task.secondsLeft(QDateTime::currentDateTimeUtc()).value_or(0)) * 1000;
    // Only what follows the last wait or pause belongs to this attempt.
    qsizetype from = task.history.size();
    const auto isPhase = [&](qsizetype at) {
        return groupOf(task.history[at].status) == StatusGroup::Active;
    };
    qsizetype end = task.history.size();
    while (end > 0 && !isPhase(end - 1))
        --end;
    from = end;
    while (from > 0 && isPhase(from - 1))
        --from;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (qsizetype at = from; at < end; ++at) {
        const bool current = at + 1 == task.history.size();
        const QDateTime until = current ? now : task.history[at + 1].at;
        m_phases.append(
            { statusWord(task.history[at].status), task.history[at].at.msecsTo(until), current });
    }
    setVisible(!m_phases.isEmpty());
    QStringList spoken;
    for (const Phase &phase : std::as_const(m_phases))
        spoken << tr("%1 for %2").arg(phase.name, durationText(phase.ms / 1000));
    setAccessibleDescription(spoken.join(u", "_s));
    update();
}

void PhaseBar::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursFor(palette());
    QPainter painter(this);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() - 2);
    painter.setFont(small);
    qint64 total = m_leftMs;
    for (const Phase &phase : std::as_const(m_phases))
        total += phase.ms;
    const qreal gap = 3;
    const qreal least = 24; // a short phase is seen too
    const qreal room = width() - (least + gap) * double(m_phases.size());
    qreal x = 0;
    for (const Phase &phase : std::as_const(m_phases)) {
        const qreal wide = least + (total > 0 ? room * double(phase.ms) / double(total) : 0);
        paintBar(&painter, { x, 4, wide, 6 }, 100, phase.current ? colours.accent : colours.soft,
            colours.track);
        const QString name = phase.name.toLower();
        const QString words = u"%1 · %2"_s.arg(name, durationText(phase.ms / 1000));
        const QFontMetrics metrics = painter.fontMetrics();
        painter.setPen(colours.soft);
        if (metrics.horizontalAdvance(name) <= wide) {
            const bool both = metrics.horizontalAdvance(words) <= wide;
            painter.drawText(
                QRectF(x, 13, wide, 18), Qt::AlignLeft | Qt::AlignVCenter, both ? words : name);
        }
        x += wide + gap;
    }
    if (x < width() - 6)
        paintBar(&painter, { x, 4, width() - x, 6 }, 0, colours.track, colours.track);
}

} // namespace slipway
