// Where a place in the text is on the screen, what is selected of it, and how that is copied.
#include "ui/detail/log_view.h"

#include <QFutureWatcher>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>

namespace slipway {
namespace {

constexpr int linesOfReading = 2048;
constexpr qsizetype mostCopied = 16 * 1024 * 1024; // letters: more belongs into a file

} // namespace

LogPosition LogView::positionAt(const QPoint &point)
{
    if (m_total == 0)
        return {};
    if (point.y() < 0)
        return { m_top.line, 0 };
    qint64 rows = point.y() / m_rowHeight + m_top.row;
    qint64 line = m_top.line;
    while (line < m_total && rows >= rowsOf(line))
        rows -= rowsOf(line++);
    if (line >= m_total)
        return { m_total - 1, lengthOf(m_total - 1) };
    Layout *layout = layoutOf(line);
    if (!layout || layout->text.lineCount() == 0)
        return { line, 0 };
    const QTextLine row = layout->text.lineAt(std::min(int(rows), layout->text.lineCount() - 1));
    return { line, row.xToCursor(point.x() - margin + horizontalScrollBar()->value()) };
}

QRect LogView::rectOf(LogPosition position)
{
    int y = -m_top.row * m_rowHeight;
    for (qint64 line = m_top.line; line < m_total && y < viewport()->height(); ++line) {
        Layout *layout = layoutOf(line);
        if (line == position.line && layout && layout->text.lineCount() > 0) {
            const int column = int(std::min(position.column, layout->text.text().size()));
            const QTextLine row = layout->text.lineForTextPosition(column);
            const int x = int(row.cursorToX(column)) + margin - horizontalScrollBar()->value();
            return { x, y + int(row.y()), 1, m_rowHeight };
        }
        y += m_rowHeight * (layout ? layout->rows : 1);
    }
    return {};
}

qsizetype LogView::lengthOf(qint64 line)
{
    const ShownLine *shown = m_pages.line(line);
    return shown ? shown->content.text.size() : 0;
}

void LogView::select(LogPosition anchor, LogPosition caret)
{
    const bool had = hasSelection();
    m_anchor = anchor;
    m_caret = caret;
    viewport()->update();
    if (had || hasSelection())
        emit selectionChanged();
}

void LogView::extendTo(LogPosition caret)
{
    caret.line = std::clamp<qint64>(caret.line, 0, std::max<qint64>(0, m_total - 1));
    caret.column = std::clamp<qsizetype>(caret.column, 0, lengthOf(caret.line));
    select(m_anchor, caret);
    makeVisible(caret);
}

QList<QTextLayout::FormatRange> LogView::selectionIn(qint64 line, qsizetype length) const
{
    const LogPosition begin = selectionBegin();
    const LogPosition end = selectionEnd();
    if (!hasSelection() || line < begin.line || line > end.line)
        return {};
    const qsizetype from = line == begin.line ? begin.column : 0;
    const qsizetype to = line == end.line ? end.column : length;
    QTextCharFormat selected;
    selected.setForeground(palette().highlightedText());
    selected.setBackground(palette().highlight());
    return { { int(from), int(to - from), selected } };
}

void LogView::makeVisible(LogPosition position)
{
    if (position.line < m_top.line || (position.line == m_top.line && m_top.row > 0))
        setTop({ position.line, 0 }, true);
    QRect rect = rectOf(position);
    if (!rect.isValid() || rect.bottom() > viewport()->height()) {
        // A third from the top: what stands around a hit is read with it.
        const bool isNear = position.line - m_top.line <= visibleRows() + 1;
        setTop(moved({ position.line, 0 }, isNear ? 1 - visibleRows() : -visibleRows() / 3), true);
        rect = rectOf(position);
    }
    if (m_wraps && rect.bottom() > viewport()->height()) // far down in one long line
        setTop(moved(m_top, (rect.bottom() - viewport()->height()) / m_rowHeight + 1), true);
    QScrollBar *across = horizontalScrollBar();
    if (rect.isValid() && !m_wraps) {
        m_widest = std::max(m_widest, rect.right() + across->value());
        updateBars();
        if (rect.left() < margin)
            across->setValue(across->value() + rect.left() - viewport()->width() / 4);
        else if (rect.right() > viewport()->width() - margin)
            across->setValue(across->value() + rect.right() - viewport()->width() * 3 / 4);
    }
}

void LogView::selectAll()
{
    if (m_total > 0)
        select({ 0, 0 }, { m_total - 1, endOfLine });
}

void LogView::selectWordAt(LogPosition position)
{
    const ShownLine *shown = m_pages.line(position.line);
    if (!shown)
        return;
    const QString &text = shown->content.text;
    const auto isOfWord = [&text](qsizetype at) {
        return at >= 0 && at < text.size() && (text[at].isLetterOrNumber() || text[at] == u'_');
    };
    qsizetype from = position.column;
    qsizetype to = position.column;
    while (isOfWord(from - 1))
        --from;
    while (isOfWord(to))
        ++to;
    select({ position.line, from }, { position.line, to });
}

void LogView::copySelection()
{
    if (hasSelection())
        copyFrom(selectionBegin().line, {});
}

void LogView::copyFrom(qint64 line, const QString &copied)
{
    const LogPosition begin = selectionBegin();
    const LogPosition end = selectionEnd();
    const qint64 left = end.line + 1 - line;
    const auto answer = m_pages.read(line, int(std::min<qint64>(left, linesOfReading)));
    auto *watcher = new QFutureWatcher<LogPage>(this);
    connect(watcher, &QFutureWatcher<LogPage>::finished, this,
        [this, watcher, line, begin, end, copied, task = m_pages.task()] {
            watcher->deleteLater();
            const bool isStill = begin == selectionBegin() && end == selectionEnd();
            if (task != m_pages.task() || !isStill || watcher->future().resultCount() == 0)
                return;
            QString text = copied;
            qint64 at = line;
            for (const LogLine &read : watcher->result().lines) {
                TerminalStyle none;
                QString whole = terminalLine(read.text, &none).text;
                if (at == end.line)
                    whole.truncate(std::min(end.column, whole.size()));
                if (at == begin.line)
                    whole.remove(0, std::min(begin.column, whole.size()));
                text += whole;
                if (at++ < end.line)
                    text += u'\n';
            }
            if (text.size() > mostCopied)
                emit copyRefused();
            else if (at <= end.line && at > line)
                copyFrom(at, text);
            else
                QGuiApplication::clipboard()->setText(text);
        });
    watcher->setFuture(answer);
}

} // namespace slipway
