// The columns of the table: which are shown, how wide and in which order; what a person chose
// stays. What nobody has sized fits itself to the window.
#pragma once

#include <QObject>

class QHeaderView;
class QMenu;
class QTableView;

namespace slipway {

class TaskTableColumns : public QObject {
    Q_OBJECT

public:
    explicit TaskTableColumns(QTableView &table);

    void fit(); // to the width of the table
    QMenu *menu() const { return m_menu; } // to choose from, and to reset
    void reset();

    QByteArray state() const;
    void restore(const QByteArray &state); // of another version: nothing happens

private:
    void fillMenu();
    int usualWidth(int column) const;
    void setShown(int column, bool shown);

    QTableView &m_table;
    QHeaderView &m_header;
    QMenu *m_menu;
    bool m_sized = false; // by a person
    bool m_fitting = false;
};

} // namespace slipway
