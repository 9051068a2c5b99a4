// The rows of the table: every task of the queue, and an index of those that are shown, in order.
//
// The index is kept here instead of in a sorting proxy: a change touches the cells that show it,
// and its place is looked for again ten times a second for all changed rows at once. Sorted by a
// number that runs, places are merged once a second; while holdOrder() is on, no row moves.
#pragma once

#include "core/queue/queue_forecast.h"
#include "core/queue/queue_service.h"
#include "ui/tasks/task_chains.h"
#include "ui/tasks/task_filter.h"
#include "ui/tasks/task_order.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

#include <vector>

namespace slipway {

class TaskTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        StateColumn,
        ProgressColumn,
        SpeedColumn,
        LeftColumn,
        AddedColumn, // from here on those that are not shown unless chosen
        StartedColumn,
        EndedColumn,
        DurationColumn,
        SizeColumn,
        AttemptsColumn,
        HostColumn,
        LabelsColumn,
        PriorityColumn,
        ColumnCount
    };
    enum Role {
        IdRole = Qt::UserRole,
        SecondLineRole, // name column
        IconRole, // name and state column: for themedIcon()
        ToneRole, // state, progress: Tone as int
        SecondToneRole, // name column: Tone as int
        FollowsRole, // name column: whether it stands below the task it waits for
        PercentRole, // progress column: 0-100, -1 = busy without a number, invalid = no bar
    };

    using SortKeys = std::vector<std::pair<SortKey, int>>; // and the slots they are of

    explicit TaskTableModel(QueueService &queue, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override; // in line: to be dragged
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    void setFilter(const TaskFilter &filter);
    const TaskFilter &filter() const { return m_filter; }
    void holdOrder(bool held);
    // Out of sight and out of the counts, although still in the queue.
    void conceal(const QList<TaskId> &ids, bool concealed);
    void flush(); // merges what has changed now; a timer calls it

    const Task &taskAt(int row) const;
    const Task *find(const TaskId &id) const; // until the next change
    int rowOf(const TaskId &id) const; // -1 = not shown
    const TaskCounts &counts() const { return m_counts; }
    QList<const Task *> predecessorsOf(const TaskId &id) const; // until the next change
    QList<const Task *> followersOf(const TaskId &id) const; // the same
    QueueForecast forecast() const; // of all tasks that are not concealed, shown or not
    double bytesPerSecond() const; // of all active tasks

signals:
    void countsChanged(); // counts() or bytesPerSecond(), at most ten times a second
    void chainsChanged(); // a task that waits for another, or is waited for

private:
    struct Row {
        Task task;
        QString name;
        QString folded; // the name, to be sorted by
        QString searched;
        bool concealed = false;
    };

    void addTask(const Task &task);
    void changeTask(const Task &task);
    void removeTask(const TaskId &id);
    void noteProgress(const QHash<TaskId, TaskProgress> &progress);

    void reload();
    void rebuild(); // the whole index, as a reset
    void applyProgress();
    void mergeOrder();
    void moveRows(const std::vector<int> &changed);
    void reorder(const std::vector<int> &changed);
    template <typename Change> void changeLayout(Change change);
    void sortAside();
    SortKeys keysOfRows() const;
    void showRow(int slot);
    void hideRow(int slot);
    void forget(int slot);
    void placeInChain(const Task &task);
    bool showsChains() const; // in the order of the queue, with nothing left out
    const Task *findShown(const TaskId &id) const;
    void placeRows(int from); // m_place of all rows from there on
    void scheduleFlush();
    void emitCell(int slot, int first, int last);
    bool isWanted(const Row &row) const;
    void count(const Row &row, int step);
    SortKey keyOf(int slot) const;
    bool precedes(int left, int right) const;
    bool isInPlace(int slot) const;
    bool sortsByRunningNumber() const;
    QVariant nameData(const Row &row, int role) const;
    QVariant stateData(const Row &row, int role) const;
    QVariant progressData(const Row &row, int role) const;
    QString secondLineOf(const Task &task) const;
    QStringList namesBefore(const Task &task) const;

    QueueService &m_queue;
    std::vector<Row> m_rows; // by slot, in no order
    std::vector<int> m_place; // by slot: row it is shown in, or -1
    std::vector<int> m_order; // by row: slot
    QHash<TaskId, int> m_slots;
    QHash<TaskId, TaskProgress> m_moved; // not yet shown
    QSet<TaskId> m_unsettled; // their place or their being shown may have changed
    TaskChains m_chains;
    TaskCounts m_counts;
    QSet<TaskId> m_open; // have not ended
    PastTimes m_past;
    double m_speed = 0;
    TaskFilter m_filter;
    int m_sortColumn = StateColumn;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_orderHeld = false;
    bool m_isSorting = false;
    quint64 m_comings = 0; // and goings of rows, so far
    bool m_countsMoved = false;
    QTimer m_timer;
    QTimer m_mergeTimer; // sorted by a number that runs
    QElapsedTimer m_sinceMerge;
};

} // namespace slipway
