#include "ui/detail/phase_bar.h"

#include "ui/task_text.h"
#include "ui/tasks/task_row_delegate.h"
#include "ui/theme.h"
#include "ui/units_text.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <array>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr qreal gap = 3;
constexpr qreal barThickness = 6;
constexpr int attemptHeight = 14;
constexpr int namesHeight = 18;

QString clockText(const QDateTime &time)
{
    const QDateTime local = time.toLocalTime();
    const bool isToday = local.date() == QDate::currentDate();
    return QLocale().toString(local, isToday ? u"HH:mm:ss"_s : u"d MMM HH:mm:ss"_s);
}

// Room enough between two marks, at a length a person counts in.
qint64 tickMs(double pixelsForEachMs)
{
    static constexpr std::array<qint64, 17> lengths{ 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900,
        1800, 3600, 7200, 21600, 43200, 86400 };
    constexpr double leastPixels = 24;
    for (const qint64 seconds : lengths) {
        if (double(seconds * 1000) * pixelsForEachMs >= leastPixels)
            return seconds * 1000;
    }
    return 0;
}

} // namespace

PhaseBar::PhaseBar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"phaseBar"_s);
    setAccessibleName(tr("Timeline"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize PhaseBar::sizeHint() const
{
    return { 200, barTop() + 9 + namesHeight };
}

int PhaseBar::barTop() const
{
    return m_attempts > 1 ? attemptHeight + 2 : 4;
}

void PhaseBar::setTask(const Task &task)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const int before = m_attempts;
    m_parts = timelineOf(task, now);
    m_attempts = attemptsIn(m_parts);
    m_leftMs = qint64(task.secondsLeft(now).value_or(0)) * 1000;
    setVisible(!m_parts.isEmpty());
    QStringList spoken;
    for (const TimelinePart &part : std::as_const(m_parts))
        spoken << wordsOf(part).replace(u'\n', u", "_s);
    if (m_leftMs > 0)
        spoken << tr("about %1 left").arg(durationText(m_leftMs / 1000));
    setAccessibleDescription(spoken.join(u"; "_s));
    if (before != m_attempts)
        updateGeometry();
    update();
}

QString PhaseBar::wordsOf(const TimelinePart &part) const
{
    QString name = statusWord(part.status);
    if (m_attempts > 1 && part.attempt > 0)
        name = tr("%1, attempt %2").arg(name).arg(part.attempt);
    QStringList lines{ tr("%1 for %2").arg(name, durationText(part.ms() / 1000)) };
    lines << (part.isCurrent ? tr("since %1").arg(clockText(part.from))
                             : tr("%1 to %2").arg(clockText(part.from), clockText(part.until)));
    if (!part.note.isEmpty())
        lines << part.note;
    return lines.join(u'\n');
}

QString PhaseBar::wordsAt(int x) const
{
    const QList<Place> all = places();
    for (qsizetype at = 0; at < all.size(); ++at) {
        if (x < all[at].x || x >= all[at].x + all[at].width + gap)
            continue;
        return at < m_parts.size() ? wordsOf(m_parts[at])
                                   : tr("about %1 left").arg(durationText(m_leftMs / 1000));
    }
    return {};
}

// Widths follow time, but what was short is seen too, and a wait, which can be of days, takes no
// more than a quarter.
QList<PhaseBar::Place> PhaseBar::places() const
{
    QList<Place> all;
    const auto count = double(m_parts.size() + (m_leftMs > 0 ? 1 : 0));
    if (count == 0)
        return all;
    const qreal least = qBound(3.0, width() / (3 * count) - gap, 24.0);
    const qreal room = std::max(0.0, width() - count * (least + gap) + gap);
    qint64 worked = m_leftMs;
    qint64 waited = 0;
    for (const TimelinePart &part : m_parts)
        (part.attempt > 0 ? worked : waited) += part.ms();
    double waitShare = waited + worked > 0 ? double(waited) / double(waited + worked) : 0;
    if (worked > 0)
        waitShare = std::min(waitShare, 0.25);
    qreal x = 0;
    const auto add = [&](qint64 ms, bool works) {
        const double of = double(works ? worked : waited);
        const double share = of > 0 ? double(ms) / of * (works ? 1 - waitShare : waitShare) : 0;
        all.append({ x, least + room * share });
        x += all.last().width + gap;
    };
    for (const TimelinePart &part : m_parts)
        add(part.ms(), part.attempt > 0);
    if (m_leftMs > 0)
        add(m_leftMs, true);
    return all;
}

bool PhaseBar::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), wordsAt(help->x()), this);
        return true;
    }
    return QWidget::event(event);
}

void PhaseBar::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursFor(palette());
    QPainter painter(this);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() - 2);
    painter.setFont(small);
    const QList<Place> all = places();
    for (qsizetype at = 0; at < all.size(); ++at) {
        const QRectF bar(all[at].x, barTop(), all[at].width, barThickness);
        const bool isAhead = at >= m_parts.size();
        const bool works = !isAhead && m_parts[at].attempt > 0;
        const QColor fill = !works  ? colours.track
            : m_parts[at].isCurrent ? colours.accent
                                    : colours.soft;
        paintBar(&painter, bar, 100, fill, colours.track);
        if (isAhead || works)
            continue;
        // A wait is drawn as an outline: it is told from what is ahead by more than its colour.
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colours.soft, 1));
        painter.setBrush(colours.base);
        painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 2.5, 2.5);
    }
    painter.setPen(colours.soft);
    paintAttempts(&painter, all);
    paintTicks(&painter, all);
    paintNames(&painter, all);
}

void PhaseBar::paintAttempts(QPainter *painter, const QList<Place> &places) const
{
    if (m_attempts < 2)
        return;
    for (int attempt = 1; attempt <= m_attempts; ++attempt) {
        qreal from = -1;
        qreal to = 0;
        for (qsizetype at = 0; at < m_parts.size(); ++at) {
            if (m_parts[at].attempt != attempt)
                continue;
            if (from < 0)
                from = places[at].x;
            to = places[at].x + places[at].width;
        }
        const QString whole = tr("Attempt %1").arg(attempt);
        const bool fits = painter->fontMetrics().horizontalAdvance(whole) <= to - from;
        painter->drawText(QRectF(from, 0, std::max(to - from, 14.0), attemptHeight),
            Qt::AlignLeft | Qt::AlignVCenter, fits ? whole : QString::number(attempt));
    }
}

// Each wait and phase has its own scale of marks: how long it took is counted from its beginning.
void PhaseBar::paintTicks(QPainter *painter, const QList<Place> &places) const
{
    painter->setRenderHint(QPainter::Antialiasing, false);
    const int top = barTop() + int(barThickness) + 1;
    for (qsizetype at = 0; at < m_parts.size(); ++at) {
        const qint64 ms = m_parts[at].ms();
        const double scale = ms > 0 ? places[at].width / double(ms) : 0;
        const qint64 step = scale > 0 ? tickMs(scale) : 0;
        for (qint64 tick = step; step > 0 && tick < ms; tick += step) {
            const int x = int(places[at].x + double(tick) * scale);
            painter->drawLine(x, top, x, top + 2);
        }
    }
}

void PhaseBar::paintNames(QPainter *painter, const QList<Place> &places) const
{
    const QFontMetrics metrics = painter->fontMetrics();
    for (qsizetype at = 0; at < m_parts.size(); ++at) {
        const QString name = statusWord(m_parts[at].status).toLower();
        const QString words = u"%1 · %2"_s.arg(name, durationText(m_parts[at].ms() / 1000));
        const qreal wide = places[at].width;
        if (metrics.horizontalAdvance(name) > wide)
            continue;
        painter->drawText(QRectF(places[at].x, barTop() + 9, wide, namesHeight),
            Qt::AlignLeft | Qt::AlignVCenter,
            metrics.horizontalAdvance(words) <= wide ? words : name);
    }
}

} // namespace slipway
