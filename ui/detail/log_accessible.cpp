#include "ui/detail/log_accessible.h"

#include "ui/detail/log_view.h"

#include <QAccessible>
#include <QAccessibleWidget>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

class LogAccessible : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    explicit LogAccessible(LogView *view)
        : QAccessibleWidget(view, QAccessible::EditableText)
        , m_view(view)
    {
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface *>(this)
                                                  : QAccessibleWidget::interface_cast(type);
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        state.selectableText = true;
        return state;
    }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? whole() : QAccessibleWidget::text(kind);
    }

    QString text(int from, int to) const override { return whole().mid(from, to - from); }
    int characterCount() const override { return int(whole().size()); }
    int cursorPosition() const override { return 0; }
    void setCursorPosition(int) override { }
    void selection(int, int *from, int *to) const override { *from = *to = 0; }
    int selectionCount() const override { return 0; }
    void addSelection(int, int) override { }
    void removeSelection(int) override { }
    void setSelection(int, int, int) override { }
    void scrollToSubstring(int, int) override { }
    QString attributes(int, int *from, int *to) const override
    {
        *from = 0;
        *to = characterCount();
        return {};
    }
    QRect characterRect(int offset) const override
    {
        const QString before = whole().left(offset);
        const qint64 line = m_view->firstVisibleLine() + before.count(u'\n');
        const QRect rect = m_view->rectOf({ line, before.size() - before.lastIndexOf(u'\n') - 1 });
        const int wide = m_view->fontMetrics().horizontalAdvance(u' ');
        return { m_view->viewport()->mapToGlobal(rect.topLeft()), QSize(wide, rect.height()) };
    }
    int offsetAtPoint(const QPoint &point) const override
    {
        for (int offset = 0; offset < characterCount(); ++offset) {
            if (characterRect(offset).contains(point))
                return offset;
        }
        return -1;
    }

private:
    QString whole() const { return m_view->visibleLines().join(u'\n'); }

    LogView *m_view;
};

QAccessibleInterface *interfaceOf(const QString &, QObject *object)
{
    auto *view = qobject_cast<LogView *>(object);
    return view ? new LogAccessible(view) : nullptr;
}

} // namespace

void makeLogsAccessible()
{
    QAccessible::installFactory(interfaceOf); // which keeps each function once
}

} // namespace slipway
