#include "ui/editor/numbered_text.h"

#include "ui/theme.h"

#include <QFontDatabase>
#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int tabLetters = 4;
constexpr int beside = 10; // pixels, of a number
constexpr int arrow = 12; // pixels, for the sign at the marked line

} // namespace

NumberedText::NumberedText(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_margin(new QWidget(this))
{
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabStopDistance(tabLetters * fontMetrics().horizontalAdvance(u' '));
    m_margin->installEventFilter(this);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &NumberedText::fitMargin);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &part, int moved) {
        if (moved != 0)
            m_margin->scroll(0, moved);
        else
            m_margin->update(0, part.y(), m_margin->width(), part.height());
    });
    fitMargin();
}

QString NumberedText::text() const
{
    return document()->toRawText().replace(QChar::ParagraphSeparator, u'\n');
}

void NumberedText::mark(int line)
{
    const QTextBlock block = document()->findBlockByNumber(qBound(1, line, blockCount()) - 1);
    QTextCursor cursor(block);
    m_mark = line > 0 ? cursor : QTextCursor();
    paintMark();
    if (line < 1)
        return;
    cursor.movePosition(QTextCursor::StartOfBlock);
    setTextCursor(cursor);
    centerCursor();
}

int NumberedText::markedLine() const
{
    return m_mark.isNull() ? 0 : m_mark.blockNumber() + 1;
}

void NumberedText::replaceText(const QString &text)
{
    const int line = textCursor().blockNumber();
    const int marked = markedLine();
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    all.insertText(text);
    const auto startOf = [this](int number) {
        return QTextCursor(document()->findBlockByNumber(qMin(number, blockCount() - 1)));
    };
    setTextCursor(startOf(line));
    if (marked > 0) {
        m_mark = startOf(marked - 1);
        paintMark();
    }
}

void NumberedText::paintMark()
{
    QList<QTextEdit::ExtraSelection> selections;
    if (!m_mark.isNull()) {
        QTextEdit::ExtraSelection whole;
        whole.cursor = m_mark;
        whole.format.setBackground(coloursFor(palette()).errorBack);
        whole.format.setProperty(QTextFormat::FullWidthSelection, true);
        selections << whole;
    }
    setExtraSelections(selections);
    m_margin->update();
}

void NumberedText::fitMargin()
{
    const int digits = qMax(2, int(QString::number(blockCount()).size()));
    const int width = arrow + 2 * beside + digits * fontMetrics().horizontalAdvance(u'9');
    setViewportMargins(width, 0, 0, 0);
    const QRect inside = contentsRect();
    m_margin->setGeometry(inside.left(), inside.top(), width, inside.height());
}

void NumberedText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitMargin();
}

void NumberedText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintMark();
    else if (event->type() == QEvent::FontChange && m_margin)
        fitMargin();
}

bool NumberedText::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_margin || event->type() != QEvent::Paint)
        return QPlainTextEdit::eventFilter(watched, event);
    paintMargin(static_cast<QPaintEvent *>(event)->rect());
    return true;
}

void NumberedText::paintMargin(const QRect &part)
{
    const Colours &colours = coloursFor(palette());
    QPainter painter(m_margin);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(part, colours.window);
    const int marked = markedLine();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF line = blockBoundingGeometry(block).translated(contentOffset());
        if (line.top() > part.bottom())
            break;
        const int number = block.blockNumber() + 1;
        const bool isMarked = number == marked;
        QFont shown = font();
        shown.setBold(isMarked);
        painter.setFont(shown);
        painter.setPen(isMarked ? colours.error : colours.soft);
        const QRectF place(0, line.top(), m_margin->width() - beside, fontMetrics().height());
        painter.drawText(place, Qt::AlignRight | Qt::AlignTop, QString::number(number));
        if (!isMarked)
            continue;
        QPainterPath sign; // colour is not the only one
        const QPointF middle(beside / 2.0 + arrow / 2.0, place.center().y());
        sign.moveTo(middle + QPointF(-3, -5));
        sign.lineTo(middle + QPointF(4, 0));
        sign.lineTo(middle + QPointF(-3, 5));
        painter.fillPath(sign, colours.error);
    }
}

} // namespace slipway
