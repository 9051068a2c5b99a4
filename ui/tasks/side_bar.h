// States, kinds and labels with how many tasks each has now; what is chosen filters the table.
#pragma once

#include "ui/tasks/task_filter.h"

#include <QListView>

class QStandardItemModel;

namespace slipway {

class SideBar : public QListView {
    Q_OBJECT

public:
    // `types`: the kinds that are always listed; others appear with their first task.
    explicit SideBar(const QList<TaskType> &types, QWidget *parent = nullptr);

    void setCounts(const TaskCounts &counts);
    TaskFilter chosen() const; // without a text
    QString chosenText() const { return currentIndex().data().toString(); }
    void choose(int number); // 0 = all, then states, kinds and labels as they stand
    int choice() const;

signals:
    void choiceChanged();

private:
    enum Kind { Heading, All, Section, Type, Label };
    void rebuild(const TaskCounts &counts);
    void addHeading(const QString &text);
    void addEntry(Kind kind, const QString &text, const QString &icon, int value = 0);

    QStandardItemModel *m_entries;
    QList<TaskType> m_types;
    QList<TaskType> m_listedTypes;
    QStringList m_listedLabels; // most frequent first
};

} // namespace slipway
