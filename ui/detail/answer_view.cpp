#include "ui/detail/answer_view.h"

#include "ui/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QDesktopServices>
#include <QFontDatabase>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextFragment>
#include <QTextTable>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

bool leadsOutside(const QUrl &url)
{
    return url.scheme() == "http"_L1 || url.scheme() == "https"_L1 || url.scheme() == "mailto"_L1;
}

template <typename Visit> void forEachFragment(QTextDocument *document, Visit visit)
{
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it)
            visit(block, it.fragment());
    }
}

} // namespace

AnswerView::AnswerView(QWidget *parent)
    : QTextBrowser(parent)
{
    setObjectName(u"answerText"_s);
    setAccessibleName(tr("Answer"));
    setFrameShape(NoFrame);
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    document()->setDocumentMargin(2);
    connect(this, &QTextBrowser::anchorClicked, this, [](const QUrl &url) {
        if (leadsOutside(url))
            QDesktopServices::openUrl(url);
    });
}

// A model may name any file of this machine, or a server that wants to know who reads.
QVariant AnswerView::loadResource(int, const QUrl &)
{
    return {};
}

void AnswerView::showMarkdown(const QString &markdown)
{
    QScrollBar *bar = verticalScrollBar();
    const bool atEnd = bar->maximum() > 0 && bar->value() == bar->maximum();
    const int place = bar->value();
    const int across = horizontalScrollBar()->value();
    const int anchor = textCursor().anchor();
    const int position = textCursor().position();
    setUpdatesEnabled(false);
    m_markdown = markdown;
    document()->setMarkdown(markdown,
        QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub)
            | QTextDocument::MarkdownNoHTML);
    showPicturesAsLinks();
    dressCode();
    dressTables();
    document()->pageCount(); // lays out all of it: the bar knows how far it goes
    if (anchor != position) {
        QTextCursor cursor(document());
        const int last = document()->characterCount() - 1;
        cursor.setPosition(std::min(anchor, last));
        cursor.setPosition(std::min(position, last), QTextCursor::KeepAnchor);
        setTextCursor(cursor);
    }
    bar->setValue(atEnd ? bar->maximum() : place);
    horizontalScrollBar()->setValue(across);
    setUpdatesEnabled(true);
}

void AnswerView::showPicturesAsLinks()
{
    struct Picture {
        int position = 0;
        QTextImageFormat format;
    };
    QList<Picture> pictures;
    forEachFragment(document(), [&](const QTextBlock &, const QTextFragment &fragment) {
        if (fragment.charFormat().isImageFormat()) {
            for (int at = 0; at < fragment.length(); ++at)
                pictures.append(
                    { fragment.position() + at, fragment.charFormat().toImageFormat() });
        }
    });
    while (!pictures.isEmpty()) { // from the end: what comes before keeps its place
        const Picture picture = pictures.takeLast();
        const QString about = picture.format.property(QTextFormat::ImageAltText).toString();
        QTextCharFormat link;
        link.setAnchor(true);
        link.setAnchorHref(picture.format.name());
        link.setFontUnderline(true);
        link.setForeground(palette().link());
        QTextCursor cursor(document());
        cursor.setPosition(picture.position);
        cursor.deleteChar();
        cursor.insertText(
            tr("[picture: %1]").arg(about.isEmpty() ? picture.format.name() : about), link);
    }
}

void AnswerView::dressCode()
{
    const Colours &colours = coloursFor(palette());
    const QString family = QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
    struct Piece {
        int from = 0, to = 0;
        bool isBlock = false;
    };
    QList<Piece> pieces;
    const auto isCodeBlock = [](const QTextBlock &block) {
        return block.blockFormat().hasProperty(QTextFormat::BlockCodeFence)
            || block.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage);
    };
    forEachFragment(document(), [&](const QTextBlock &block, const QTextFragment &fragment) {
        if (!isCodeBlock(block) && fragment.charFormat().fontFixedPitch())
            pieces.append({ fragment.position(), fragment.position() + fragment.length(), false });
    });
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (isCodeBlock(block))
            pieces.append({ block.position(), block.position() + block.length() - 1, true });
    }
    QTextCharFormat code;
    code.setFontFamilies({ family });
    code.setFontPointSize(font().pointSizeF() - 1);
    QTextBlockFormat ground;
    ground.setBackground(colours.code);
    ground.setLeftMargin(8);
    ground.setTextIndent(6);
    QTextCharFormat inlineCode = code;
    inlineCode.setBackground(colours.code);
    for (const Piece &piece : std::as_const(pieces)) {
        QTextCursor cursor(document());
        cursor.setPosition(piece.from);
        cursor.setPosition(piece.to, QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(piece.isBlock ? code : inlineCode);
        if (piece.isBlock)
            cursor.mergeBlockFormat(ground);
    }
}

void AnswerView::dressTables()
{
    QTextTableFormat format;
    format.setBorderCollapse(true);
    format.setBorder(1);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderBrush(coloursFor(palette()).line);
    format.setCellPadding(4);
    format.setCellSpacing(0);
    format.setTopMargin(4);
    for (QTextFrame *frame : document()->rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        table->setFormat(format);
        // The importer leaves an empty line before the text of the first cell.
        QTextCursor first = table->cellAt(0, 0).firstCursorPosition();
        if (first.block().text().isEmpty()
            && first.block() != table->cellAt(0, 0).lastCursorPosition().block())
            first.deleteChar();
        QTextCharFormat bold;
        bold.setFontWeight(QFont::Bold);
        for (int column = 0; column < table->columns(); ++column) {
            QTextCursor head = table->cellAt(0, column).firstCursorPosition();
            head.setPosition(table->cellAt(0, column).lastPosition(), QTextCursor::KeepAnchor);
            head.mergeCharFormat(bold);
        }
    }
}

void AnswerView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_markdown.isEmpty())
        showMarkdown(m_markdown);
}

} // namespace slipway
