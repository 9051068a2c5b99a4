// What the reader does with mouse and keys: scroll, select, follow a link.
#include "ui/detail/log_view.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStyleHints>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace slipway {

QString LogView::linkAt(const QPoint &point)
{
    const LogPosition position = positionAt(point);
    const QRect end = rectOf({ position.line, endOfLine });
    const ShownLine *shown = m_pages.line(position.line);
    if (!shown || !end.isValid() || point.y() > end.bottom()
        || (point.y() >= end.top() && point.x() > end.right()))
        return {};
    for (const LinkRun &link : shown->content.links) {
        if (position.column >= link.start && position.column < link.start + link.length)
            return link.url;
    }
    return {};
}

QStringList LogView::visibleLinks()
{
    QStringList links;
    qint64 rows = -m_top.row;
    for (qint64 line = m_top.line; line < m_total && rows < visibleRows(); rows += rowsOf(line++)) {
        const ShownLine *shown = m_pages.line(line);
        for (const LinkRun &link : shown ? shown->content.links : QList<LinkRun>()) {
            if (!links.contains(link.url))
                links.append(link.url);
        }
    }
    return links;
}

bool LogView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // The window has a search of its own under Ctrl+F, and keys for the table.
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Find) || key->matches(QKeySequence::Copy)
            || key->matches(QKeySequence::SelectAll)) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find))
        emit findAsked();
    else if (event->matches(QKeySequence::Copy))
        copySelection();
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (event->key() == Qt::Key_Escape && hasSelection())
        select(m_caret, m_caret);
    else if (!extendByKey(event) && !scrollByKey(event))
        return QAbstractScrollArea::keyPressEvent(event); // the rest is the window's
    event->accept();
}

bool LogView::scrollByKey(QKeyEvent *event)
{
    if (event->modifiers() & (Qt::AltModifier | Qt::ShiftModifier))
        return false;
    QScrollBar *across = horizontalScrollBar();
    switch (event->key()) {
    case Qt::Key_Up:
        setTop(moved(m_top, -1), true);
        break;
    case Qt::Key_Down:
        setTop(moved(m_top, 1), true);
        break;
    case Qt::Key_PageUp:
        setTop(moved(m_top, 1 - visibleRows()), true);
        break;
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        setTop(moved(m_top, visibleRows() - 1), true);
        break;
    case Qt::Key_Home:
        setTop({}, true);
        across->setValue(0);
        break;
    case Qt::Key_End:
        follow();
        break;
    case Qt::Key_Left:
        across->triggerAction(QScrollBar::SliderSingleStepSub);
        break;
    case Qt::Key_Right:
        across->triggerAction(QScrollBar::SliderSingleStepAdd);
        break;
    default:
        return false;
    }
    return true;
}

bool LogView::extendByKey(QKeyEvent *event)
{
    if (!(event->modifiers() & Qt::ShiftModifier) || m_total == 0)
        return false;
    if (!hasSelection() && rectOf(m_caret).isNull())
        m_anchor = m_caret = { m_top.line, 0 }; // where the reader is
    LogPosition to = m_caret;
    const bool far = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Left:
        to = to.column > 0 ? LogPosition{ to.line, to.column - 1 }
                           : LogPosition{ to.line - 1, endOfLine };
        break;
    case Qt::Key_Right:
        to = to.column < lengthOf(to.line) ? LogPosition{ to.line, to.column + 1 }
                                           : LogPosition{ to.line + 1, 0 };
        break;
    case Qt::Key_Up:
        --to.line;
        break;
    case Qt::Key_Down:
        ++to.line;
        break;
    case Qt::Key_PageUp:
        to.line -= visibleRows() - 1;
        break;
    case Qt::Key_PageDown:
        to.line += visibleRows() - 1;
        break;
    case Qt::Key_Home:
        to = { far ? 0 : to.line, 0 };
        break;
    case Qt::Key_End:
        to = { far ? m_total - 1 : to.line, endOfLine };
        break;
    default:
        return false;
    }
    if (to.line < 0)
        to = {};
    if (to.line >= m_total)
        to = { m_total - 1, endOfLine };
    extendTo(to);
    return true;
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const LogPosition at = positionAt(event->pos());
    m_drags = true;
    m_moved = false;
    m_pressedAt = event->pos();
    select(event->modifiers() & Qt::ShiftModifier ? m_anchor : at, at);
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_drags)
        return updateMousePointer(event->pos());
    const int far = QGuiApplication::styleHints()->startDragDistance();
    if (!m_moved && (event->pos() - m_pressedAt).manhattanLength() < far)
        return;
    m_moved = true;
    dragTo(event->pos());
}

void LogView::dragTo(const QPoint &point)
{
    m_dragPoint = point;
    const bool above = point.y() < 0;
    const bool below = point.y() > viewport()->height();
    if (above || below) {
        setTop(moved(m_top, above ? -1 : 1), true);
        m_dragTimer.start();
    } else {
        m_dragTimer.stop();
    }
    const int y = std::clamp(point.y(), 0, std::max(0, viewport()->height() - 1));
    select(m_anchor, positionAt({ point.x(), y }));
}

void LogView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_drags)
        return;
    m_drags = false;
    m_dragTimer.stop();
    const QString link = m_moved || hasSelection() ? QString() : linkAt(event->pos());
    if (!link.isEmpty())
        QDesktopServices::openUrl(QUrl(link));
    if (hasSelection() && QGuiApplication::clipboard()->supportsSelection()
        && selectionBegin().line == selectionEnd().line) {
        if (const ShownLine *shown = m_pages.line(m_caret.line))
            QGuiApplication::clipboard()->setText(
                shown->content.text.mid(
                    selectionBegin().column, selectionEnd().column - selectionBegin().column),
                QClipboard::Selection);
    }
}

void LogView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        selectWordAt(positionAt(event->pos()));
}

void LogView::updateMousePointer(const QPoint &point)
{
    const QString link = linkAt(point);
    viewport()->setCursor(link.isEmpty() ? Qt::IBeamCursor : Qt::PointingHandCursor);
    viewport()->setToolTip(link.toHtmlEscaped());
}

void LogView::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    if (std::abs(turned.x()) > std::abs(turned.y()) || event->modifiers() & Qt::ShiftModifier)
        return QAbstractScrollArea::wheelEvent(event);
    const int rows = QGuiApplication::styleHints()->wheelScrollLines();
    m_wheelRest += event->pixelDelta().isNull() ? turned.y() / 120.0 * rows
                                                : qreal(event->pixelDelta().y()) / m_rowHeight;
    const int whole = int(m_wheelRest);
    m_wheelRest -= whole;
    if (whole != 0)
        setTop(moved(m_top, -whole), true);
    event->accept();
}

void LogView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    QPoint point = event->globalPos();
    if (byKey) {
        const QRect caret = rectOf(m_caret);
        point =
            viewport()->mapToGlobal(caret.isNull() ? QPoint(margin, margin) : caret.bottomLeft());
    }
    emit menuAsked(point, byKey ? QString() : linkAt(viewport()->mapFromGlobal(point)));
}

void LogView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void LogView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace slipway
