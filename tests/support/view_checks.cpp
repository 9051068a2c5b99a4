#include "tests/support/view_checks.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QRegularExpression>
#include <QStyle>
#include <QTabBar>
#include <QTableView>
#include <QTextDocumentFragment>
#include <QToolButton>

#include <cmath>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

QString plain(const QString &text)
{
    return Qt::mightBeRichText(text) ? QTextDocumentFragment::fromHtml(text).toPlainText() : text;
}

QString nameOf(const QWidget &widget, const QString &text)
{
    return u"%1 %2 “%3”"_s.arg(
        QLatin1StringView(widget.metaObject()->className()), widget.objectName(), text.left(60));
}

bool isSeen(const QWidget &widget)
{
    return widget.isVisible() && !widget.visibleRegion().isEmpty();
}

int longest(const QStringList &texts, const QFontMetrics &metrics)
{
    int width = 0;
    for (const QString &text : texts)
        width = qMax(width, metrics.horizontalAdvance(text));
    return width;
}

bool isCut(const QLabel &label)
{
    const QString text = plain(label.text());
    if (text.isEmpty())
        return false;
    const int room = label.contentsRect().width() - 2 * label.margin() + 1;
    if (!label.wordWrap())
        return label.sizeHint().width() > label.width() + 1
            && longest(text.split(u'\n'), label.fontMetrics()) > room;
    return longest(text.split(u' '), label.fontMetrics()) > room
        || label.heightForWidth(label.width()) > label.height() + 1;
}

bool isCut(const QAbstractButton &button)
{
    const auto *tool = qobject_cast<const QToolButton *>(&button);
    const bool hasWords =
        !button.text().isEmpty() && (!tool || tool->toolButtonStyle() != Qt::ToolButtonIconOnly);
    return hasWords && button.sizeHint().width() > button.width() + 1;
}

void cutHeads(const QHeaderView &head, QStringList &cut)
{
    for (int section = 0; section < head.count(); ++section) {
        const QString text = head.model()->headerData(section, head.orientation()).toString();
        const int padding = 20; // as the style sheet has it
        if (!head.isSectionHidden(section) && head.orientation() == Qt::Horizontal
            && head.fontMetrics().horizontalAdvance(text) + padding > head.sectionSize(section) + 1)
            cut << nameOf(head, text);
    }
}

void cutTabs(const QTabBar &bar, QStringList &cut)
{
    for (int tab = 0; tab < bar.count(); ++tab) {
        if (bar.isTabVisible(tab)
            && bar.fontMetrics().horizontalAdvance(bar.tabText(tab)) > bar.tabRect(tab).width())
            cut << nameOf(bar, bar.tabText(tab));
    }
}

double luminance(QRgb colour)
{
    const auto linear = [](int part) {
        const double value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(colour)) + 0.7152 * linear(qGreen(colour))
        + 0.0722 * linear(qBlue(colour));
}

double contrast(QRgb one, QRgb other)
{
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return a > b ? a / b : b / a;
}

// Of the strongest pixels there are against the commonest colour. Letters of thin fonts hardly have
// a pixel that is all theirs: the strongest one counts. 21: nothing is drawn here.
double contrastIn(const QImage &picture, const QRect &area)
{
    QHash<QRgb, int> counts;
    const QRect seen = area.intersected(picture.rect());
    for (int y = seen.top(); y <= seen.bottom(); ++y) {
        for (int x = seen.left(); x <= seen.right(); ++x)
            ++counts[picture.pixel(x, y)];
    }
    QRgb behind = 0;
    int most = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() > most) {
            most = it.value();
            behind = it.key();
        }
    }
    double strongest = 1;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        strongest = qMax(strongest, contrast(it.key(), behind));
    return counts.size() < 2 ? 21 : strongest;
}

class PaleTexts {
public:
    PaleTexts(const QWidget &view, const QImage &picture)
        : m_view(view)
        , m_picture(picture)
    {
    }

    void look(const QWidget &widget, const QRect &area, const QString &text)
    {
        const qreal scale = m_picture.devicePixelRatio();
        const QRect there(widget.mapTo(&m_view, area.topLeft()) * scale, area.size() * scale);
        const double found = contrastIn(m_picture, there);
        if (found < 4.5)
            m_pale << u"%1: %2:1"_s.arg(nameOf(widget, text)).arg(found, 0, 'f', 2);
    }
    void lookAtCells(const QAbstractItemView &list)
    {
        const QAbstractItemModel &cells = *list.model();
        for (int row = 0; row < cells.rowCount(); ++row) {
            for (int column = 0; column < cells.columnCount(); ++column)
                lookAtCell(list, cells.index(row, column));
        }
    }
    QStringList found() const { return m_pale; }

private:
    void lookAtCell(const QAbstractItemView &list, const QModelIndex &index)
    {
        const QRect rect = list.visualRect(index);
        const QString text = index.data().toString();
        static const QRegularExpression percent(u"^\\d+ %$"_s); // drawn as a bar, said in words
        if (text.isEmpty() || percent.match(text).hasMatch()
            || !list.viewport()->rect().contains(rect)
            || !index.flags().testFlag(Qt::ItemIsEnabled))
            return;
        // Names have a line below them; other high cells have a bar there, which is no text.
        const bool hasTwoLines =
            index.column() == 0 && rect.height() > 2 * list.fontMetrics().height();
        const int half = hasTwoLines ? rect.height() / 2 : rect.height();
        look(*list.viewport(), QRect(rect.left(), rect.top(), rect.width(), half), text);
        if (hasTwoLines)
            look(*list.viewport(), rect.adjusted(0, half, 0, -2), text);
    }

    const QWidget &m_view;
    const QImage &m_picture;
    QStringList m_pale;
};

} // namespace

QStringList cutTexts(const QWidget &view)
{
    QStringList cut;
    for (const QWidget *widget : view.findChildren<QWidget *>()) {
        if (!isSeen(*widget))
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget); label && isCut(*label))
            cut << nameOf(*label, plain(label->text()));
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (button && isCut(*button))
            cut << nameOf(*button, button->text());
        if (const auto *bar = qobject_cast<const QTabBar *>(widget))
            cutTabs(*bar, cut);
        if (const auto *head = qobject_cast<const QHeaderView *>(widget))
            cutHeads(*head, cut);
        const auto *edit = qobject_cast<const QLineEdit *>(widget);
        if (edit && edit->text().isEmpty()
            && edit->fontMetrics().horizontalAdvance(edit->placeholderText()) + 16
                > edit->contentsRect().width())
            cut << nameOf(*edit, edit->placeholderText());
    }
    return cut;
}

QStringList paleTexts(const QWidget &view, const QImage &picture)
{
    PaleTexts pale(view, picture);
    for (const QWidget *widget : view.findChildren<QWidget *>()) {
        if (!isSeen(*widget) || !widget->isEnabled())
            continue;
        const QRect area = widget->visibleRegion().boundingRect();
        if (const auto *label = qobject_cast<const QLabel *>(widget);
            label && !label->text().isEmpty())
            pale.look(*label, area, plain(label->text()));
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget);
            button && !button->text().isEmpty())
            pale.look(*button, area, button->text());
        if (const auto *list = qobject_cast<const QAbstractItemView *>(widget);
            list && list->model() && !qobject_cast<const QHeaderView *>(widget))
            pale.lookAtCells(*list);
    }
    return pale.found();
}

} // namespace slipway
