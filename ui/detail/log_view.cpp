#include "ui/detail/log_view.h"

#include "ui/detail/log_accessible.h"
#include "ui/detail/log_colours.h"

#include <QFontDatabase>
#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int batchMs = 33;
constexpr int layoutsKept = 400;

} // namespace

LogView::LogView(QueueService &queue, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_pages(queue)
    , m_layouts(layoutsKept)
{
    makeLogsAccessible();
    setObjectName(u"logText"_s);
    setAccessibleName(tr("Log"));
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::IBeamCursor);
    verticalScrollBar()->setAccessibleName(tr("Place in the log"));
    QFont code = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    code.setPointSizeF(font().pointSizeF() - 1);
    setFont(code);
    m_rowHeight = fontMetrics().lineSpacing();
    m_growTimer.setSingleShot(true);
    m_growTimer.setInterval(batchMs);
    m_dragTimer.setInterval(50);
    connect(&m_growTimer, &QTimer::timeout, this, &LogView::catchUp);
    connect(&m_dragTimer, &QTimer::timeout, this, [this] { dragTo(m_dragPoint); });
    connect(&m_pages, &LogPages::opened, this, &LogView::catchUp);
    connect(&m_pages, &LogPages::came, this, &LogView::linesCame);
    connect(&m_pages, &LogPages::grew, this, [this] {
        if (!m_growTimer.isActive())
            m_growTimer.start();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogView::scrolledTo);
}

void LogView::showLog(const TaskId &id)
{
    if (id == m_pages.task())
        return;
    m_growTimer.stop();
    m_total = 0;
    m_awaited = 0;
    m_top = {};
    m_missedFrom = 0;
    m_hitLine = -1;
    m_dragTimer.stop();
    m_drags = false;
    forgetLayouts();
    select({}, {});
    setFollows(true);
    m_pages.open(id);
    updateBars();
}

int LogView::visibleRows() const
{
    return std::max(1, viewport()->height() / m_rowHeight);
}

std::unique_ptr<LogView::Layout> LogView::laidOut(const ShownLine &shown, qint64 line) const
{
    const Colours &colours = coloursFor(palette());
    auto layout = std::make_unique<Layout>();
    QTextOption option;
    option.setWrapMode(m_wraps ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    option.setTabStopDistance(8 * fontMetrics().horizontalAdvance(u' '));
    layout->text.setText(shown.content.text);
    layout->text.setFont(font());
    layout->text.setTextOption(option);
    layout->text.setCacheEnabled(true);
    QList<QTextLayout::FormatRange> formats;
    if (shown.channel == LogChannel::Note) {
        QTextCharFormat said; // by Slipway itself
        said.setForeground(colours.accent);
        said.setFontItalic(true);
        formats.append({ 0, int(shown.content.text.size()), said });
    }
    for (const StyledRun &run : shown.content.runs)
        formats.append({ int(run.start), int(run.length), formatOf(run.style, colours) });
    for (const LinkRun &link : shown.content.links) {
        QTextCharFormat underlined;
        underlined.setFontUnderline(true);
        formats.append({ int(link.start), int(link.length), underlined });
    }
    if (m_matcher) {
        for (const LogSpan &span : m_matcher->spans(shown.content.text))
            formats.append({ int(span.start), int(span.length),
                hitFormat(line == m_hitLine && span == m_hit, colours) });
    }
    layout->text.setFormats(formats);
    layout->text.beginLayout();
    int row = 0;
    for (QTextLine part = layout->text.createLine(); part.isValid();
         part = layout->text.createLine()) {
        part.setLineWidth(m_wraps ? viewport()->width() - 2 * margin : 1e6);
        part.setPosition({ 0, qreal(row) * m_rowHeight });
        ++row;
    }
    layout->text.endLayout();
    layout->rows = std::max(1, row);
    return layout;
}

LogView::Layout *LogView::layoutOf(qint64 line)
{
    if (Layout *known = m_layouts.object(line))
        return known;
    const ShownLine *shown = m_pages.line(line);
    if (!shown)
        return nullptr;
    Layout *made = laidOut(*shown, line).release();
    m_layouts.insert(line, made);
    return made;
}

int LogView::rowsOf(qint64 line)
{
    const Layout *layout = m_wraps ? layoutOf(line) : nullptr;
    return layout ? layout->rows : 1;
}

void LogView::forgetLayouts()
{
    m_layouts.clear();
    viewport()->update();
}

LogView::Top LogView::moved(Top top, qint64 rows)
{
    if (!m_wraps) {
        top.line = std::max<qint64>(0, top.line + rows);
        return top;
    }
    for (; rows > 0 && top.line < m_total; --rows) {
        if (++top.row >= rowsOf(top.line))
            top = { top.line + 1, 0 };
    }
    for (; rows < 0 && top > Top{}; ++rows) {
        if (--top.row < 0)
            top = { top.line - 1, rowsOf(top.line - 1) - 1 };
    }
    return top;
}

LogView::Top LogView::lastTop()
{
    return moved({ m_total, 0 }, -visibleRows());
}

void LogView::setTop(Top top, bool byReader)
{
    if (m_wraps && top.line < m_total)
        top.row = std::clamp(top.row, 0, rowsOf(top.line) - 1);
    const Top last = lastTop();
    m_top = std::clamp(top, Top{}, std::max(Top{}, last));
    if (byReader)
        setFollows(m_top >= last);
    updateBars();
    viewport()->update();
}

void LogView::setFollows(bool follows)
{
    if (m_follows != follows) {
        m_missedFrom = m_total;
        m_follows = follows;
        emit followingChanged(follows);
        emit missedChanged(0);
    }
    if (follows && m_total < m_pages.total() && !m_growTimer.isActive())
        m_growTimer.start();
}

void LogView::follow()
{
    setFollows(true);
    setTop(lastTop(), false);
}

// While following, new lines are shown when they are here: the screen is never empty in between.
void LogView::catchUp()
{
    if (m_follows) {
        // A log may grow faster than its end is read: what is waited for stands still.
        if (m_awaited <= m_total)
            m_awaited = m_pages.total();
        if (!m_pages.has(m_awaited - visibleRows(), m_awaited))
            return; // linesCame() goes on
        m_total = m_awaited;
        setTop(lastTop(), false);
        if (m_total < m_pages.total())
            m_growTimer.start();
    } else {
        m_total = m_pages.total();
        emit missedChanged(m_total - m_missedFrom);
        updateBars();
        viewport()->update(); // there may be room below the last line
    }
}

void LogView::linesCame()
{
    if (m_follows) {
        if (m_awaited > m_total)
            catchUp();
        else
            setTop(lastTop(), false); // lines that were guessed as one row
    } else {
        updateBars();
    }
    viewport()->update();
}

void LogView::updateBars()
{
    m_setsBars = true;
    const Top last = lastTop();
    const qint64 most = std::min<qint64>(last.line + (last.row > 0 ? 1 : 0), INT_MAX);
    verticalScrollBar()->setRange(0, int(most));
    verticalScrollBar()->setPageStep(visibleRows());
    verticalScrollBar()->setValue(m_top >= last ? int(most) : int(m_top.line));
    const int beyond = m_wraps ? 0 : m_widest + 2 * margin - viewport()->width();
    horizontalScrollBar()->setRange(0, std::max(0, beyond));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(4 * fontMetrics().horizontalAdvance(u' '));
    m_setsBars = false;
}

void LogView::scrolledTo(int value)
{
    if (m_setsBars)
        return;
    const bool atEnd = value == verticalScrollBar()->maximum();
    setTop(atEnd ? lastTop() : Top{ value, 0 }, true);
}

void LogView::scrollContentsBy(int, int)
{
    viewport()->update();
}

void LogView::setWraps(bool wraps)
{
    if (wraps == m_wraps)
        return;
    m_wraps = wraps;
    m_top.row = 0;
    forgetLayouts();
    setTop(m_follows ? lastTop() : m_top, false);
    emit wrapsChanged(wraps);
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (m_wraps)
        forgetLayouts();
    setTop(m_follows ? lastTop() : m_top, false);
    if (m_follows)
        m_growTimer.start(); // there may be room for more lines
}

void LogView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange) {
        m_rowHeight = std::max(1, fontMetrics().lineSpacing());
        m_widest = 0;
        forgetLayouts();
    }
}

void LogView::highlight(const LogQuery &query)
{
    m_query = query;
    m_matcher = query.text.isEmpty() ? nullptr : std::make_unique<LogMatcher>(query);
    m_hitLine = -1;
    forgetLayouts();
}

void LogView::showHit(qint64 line, const LogSpan &span)
{
    m_hitLine = line;
    m_hit = span;
    forgetLayouts();
    select({ line, span.start }, { line, span.start });
    makeVisible({ line, span.start + span.length });
    makeVisible({ line, span.start });
}

void LogView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const Colours &colours = coloursFor(palette());
    painter.fillRect(event->rect(), colours.base);
    if (m_total == 0 && m_pages.total() == 0) {
        painter.setPen(colours.soft);
        painter.setFont(parentWidget()->font());
        painter.drawText(viewport()->rect().adjusted(margin, 2, 0, 0), Qt::AlignLeft | Qt::AlignTop,
            m_pages.task().isNull() ? QString() : tr("Nothing was printed yet."));
        return;
    }
    painter.setPen(colours.text);
    const int left = margin - horizontalScrollBar()->value();
    int y = -m_top.row * m_rowHeight;
    int widest = 0;
    for (qint64 line = m_top.line; line < m_total && y < viewport()->height(); ++line) {
        Layout *layout = layoutOf(line);
        if (!layout) {
            y += m_rowHeight;
            continue;
        }
        const qsizetype length = layout->text.text().size();
        layout->text.draw(&painter, QPointF(left, y), selectionIn(line, length));
        if (hasFocus() && line == m_caret.line)
            layout->text.drawCursor(
                &painter, QPointF(left, y), int(std::min(m_caret.column, length)), 1);
        if (!m_wraps && layout->rows > 0)
            widest = std::max(widest, int(layout->text.maximumWidth()) + 1);
        y += layout->rows * m_rowHeight;
    }
    if (widest > m_widest) {
        m_widest = widest;
        QMetaObject::invokeMethod(this, &LogView::updateBars, Qt::QueuedConnection);
    }
}

QStringList LogView::visibleLines()
{
    QStringList lines;
    int rows = -m_top.row;
    for (qint64 line = m_top.line; line < m_total && rows < visibleRows(); ++line) {
        if (const ShownLine *shown = m_pages.line(line))
            lines.append(shown->content.text);
        rows += rowsOf(line);
    }
    return lines;
}

} // namespace slipway
