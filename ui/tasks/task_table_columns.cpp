#include "ui/tasks/task_table_columns.h"

#include "ui/tabular_text.h"
#include "ui/tasks/task_table_model.h"

#include <QDataStream>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int leastName = 180;
constexpr int padding = 24;
constexpr quint32 stateVersion = 1;

bool isUsual(int column)
{
    return column < TaskTableModel::AddedColumn;
}

} // namespace

TaskTableColumns::TaskTableColumns(QTableView &table)
    : QObject(&table)
    , m_table(table)
    , m_header(*table.horizontalHeader())
    , m_menu(new QMenu(tr("Columns"), &table))
{
    m_menu->setObjectName(u"columnsMenu"_s);
    m_header.setSectionsMovable(true);
    m_header.setSectionsClickable(true);
    m_header.setSectionResizeMode(QHeaderView::Interactive);
    m_header.setContextMenuPolicy(Qt::CustomContextMenu);
    reset();
    connect(&m_header, &QWidget::customContextMenuRequested, this,
        [this](const QPoint &at) { m_menu->popup(m_header.mapToGlobal(at)); });
    connect(m_menu, &QMenu::aboutToShow, this, &TaskTableColumns::fillMenu);
    connect(&m_header, &QHeaderView::sectionResized, this, [this](int, int before, int now) {
        if (!m_fitting && before > 0 && now > 0) // else it was shown or hidden
            m_sized = true;
    });
    fillMenu();
}

void TaskTableColumns::fillMenu()
{
    m_menu->clear();
    for (int column = 0; column < TaskTableModel::ColumnCount; ++column) {
        QAction *action = m_menu->addAction(
            m_table.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!m_header.isSectionHidden(column));
        action->setEnabled(
            column != TaskTableModel::NameColumn); // there is always one to hold on to
        connect(action, &QAction::toggled, this,
            [this, column](bool shown) { setShown(column, shown); });
    }
    m_menu->addSeparator();
    m_menu->addAction(tr("Reset to the usual columns"), this, &TaskTableColumns::reset);
}

void TaskTableColumns::setShown(int column, bool shown)
{
    m_header.setSectionHidden(column, !shown);
    if (shown)
        m_header.resizeSection(column, usualWidth(column));
    fit();
}

void TaskTableColumns::reset()
{
    m_sized = false;
    for (int column = 0; column < TaskTableModel::ColumnCount; ++column) {
        m_header.moveSection(m_header.visualIndex(column), column);
        m_header.setSectionHidden(column, !isUsual(column));
    }
    fit();
}

// Speed and time left are never cut: the name gives way first, then the bar.
int TaskTableColumns::usualWidth(int column) const
{
    const QFont font = m_table.font();
    const QFontMetrics metrics(font);
    const auto number = [&font](const QString &text) {
        return int(tabularWidth(text, font)) + padding;
    };
    switch (column) {
    case TaskTableModel::StateColumn:
        return metrics.horizontalAdvance(tr("Retrying in %1").arg(u"10:00"_s)) + 24 + padding;
    case TaskTableModel::ProgressColumn:
        return qBound(172, m_table.viewport()->width() / 5, 252);
    case TaskTableModel::SpeedColumn:
        return number(u"999.9 MB/s"_s);
    case TaskTableModel::LeftColumn:
        return number(tr("about %1").arg(u"59:59"_s));
    case TaskTableModel::AddedColumn:
    case TaskTableModel::StartedColumn:
    case TaskTableModel::EndedColumn:
        return number(u"Yesterday 23:59"_s);
    case TaskTableModel::DurationColumn:
        return number(u"100:00:00"_s);
    case TaskTableModel::SizeColumn:
        return number(u"999.9 MB"_s);
    case TaskTableModel::HostColumn:
    case TaskTableModel::LabelsColumn:
        return 140;
    }
    return metrics.horizontalAdvance(
               m_table.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString())
        + 2 * padding; // and the arrow of the order
}

void TaskTableColumns::fit()
{
    m_fitting = true;
    int others = 0;
    for (int column = 1; column < TaskTableModel::ColumnCount; ++column) {
        if (m_header.isSectionHidden(column))
            continue;
        if (!m_sized)
            m_header.resizeSection(column, usualWidth(column));
        others += m_header.sectionSize(column);
    }
    if (!m_sized || m_header.sectionSize(0) + others < m_table.viewport()->width())
        m_header.resizeSection(0, qMax(leastName, m_table.viewport()->width() - others));
    m_fitting = false;
}

QByteArray TaskTableColumns::state() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << stateVersion << int(TaskTableModel::ColumnCount) << m_sized << m_header.saveState();
    return bytes;
}

void TaskTableColumns::restore(const QByteArray &state)
{
    QDataStream stream(state);
    quint32 version = 0;
    int columns = 0;
    bool sized = false;
    QByteArray header;
    stream >> version >> columns >> sized >> header;
    if (version != stateVersion || columns != TaskTableModel::ColumnCount)
        return;
    m_fitting = true;
    m_header.restoreState(header);
    m_fitting = false;
    m_sized = sized;
    m_table.sortByColumn(m_header.sortIndicatorSection(), m_header.sortIndicatorOrder());
    fit();
}

} // namespace slipway
