// The window: what there is to do, what is being done, and what needs somebody.
#pragma once

#include "core/diagnosis/fixes.h"
#include "core/queue/queue_forecast.h"
#include "core/queue/queue_service.h"
#include "ui/task_actions.h"

#include <QMainWindow>
#include <QMap>
#include <QPointer>
#include <QSet>
#include <QTimer>

class QHideEvent;
class QLabel;
class QLineEdit;
class QMenu;
class QSplitter;
class QToolBar;
class QStackedWidget;

namespace slipway {

class DetailPanel;
class ErrorDialog;
class FixRunner;
class Removal;
class SideBar;
class Submission;
class TaskTableModel;
class TaskTableView;
class VerbRunner;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    // AfterFirstPaint: its frame is seen before fonts are loaded and parts made; filled() tells.
    enum class Contents { AtOnce, AfterFirstPaint };

    explicit MainWindow(QueueService &queue, Contents contents = Contents::AtOnce);

    int activeCount() const;
    Submission &submission() { return *m_submission; } // how tasks come in by hand
    void showTask(const TaskId &id); // selected, if it is in the list
    void rememberIn(const QString &file); // size, parts, columns: restored now, kept when hidden
    void showNotice(const QString &sentence); // for a while, in the status bar

signals:
    void filled(); // AfterFirstPaint: all parts are there
    void closeAsked(); // the window was closed by its frame; whoever listens decides
    void quitAsked();
    void settingsAsked();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    // main_window.cpp
    void fill();
    void followQueue();
    void followParts();
    QWidget *makeCentre();
    void showFirstStart(bool shown);
    void makeStatusBar();
    void selectionChanged();
    void refreshChain();
    QList<Task> selectedTasks() const;
    void searchAll();
    void clearFinished();
    CostOf costOf() const;
    void askBeforePausing(const QList<TaskId> &ids, qint64 bytesLost);
    void refreshActions();
    void refreshCounts();
    void refreshHosts();
    void applyFilter();
    bool eventFilter(QObject *watched, QEvent *event) override; // Esc in the search
    void submitted(const QList<TaskId> &ids, const TaskId &forTask);
    void applyFix(const TaskId &id, const Fix &fix);
    void showFailure(const Task &task);
    void showTableMenu(const QPoint &at);
    void fitParts();
    void fitDetail();
    int sideBarWidth() const;

    // main_window_actions.cpp
    void makeActions();
    QAction *makeAction(
        const QString &name, const QString &icon, const QString &text, const QKeySequence &key);
    void makeLineActions();
    void refreshUndo();
    void makeKeyActions();
    void addTaskActions(QMenu &menu);
    QMenu *makeEverythingMenu();
    void makeToolBar();
    void run(TaskVerb verb);
    void pauseOrResume();
    void retryAllFailed();

    QueueService &m_queue;
    TaskTableModel *m_model;
    VerbRunner *m_verbs;
    FixRunner *m_fixes;
    Submission *m_submission;
    Removal *m_removal;
    TaskTableView *m_table = nullptr;
    SideBar *m_sideBar = nullptr;
    DetailPanel *m_detail = nullptr;
    QToolBar *m_toolBar = nullptr;
    QSplitter *m_split = nullptr; // with it all other parts
    QTimer m_fillTime;
    QStackedWidget *m_centre = nullptr;
    QLineEdit *m_search = nullptr;
    QWidget *m_hostArea = nullptr;
    QLabel *m_totals = nullptr;
    QMap<TaskVerb, QAction *> m_verbActions;
    QAction *m_add = nullptr;
    QAction *m_hold = nullptr;
    QAction *m_notify = nullptr;
    QAction *m_settings = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_clearFinished = nullptr;
    QAction *m_runAgain = nullptr;
    QAction *m_editAgain = nullptr;
    QAction *m_retryFailed = nullptr;
    QString m_memory; // file; "" = remembers nothing
    QPointer<ErrorDialog> m_failure;
    QSet<TaskId> m_startedHere; // and not ended yet
    QTimer m_searchDelay;
    QTimer m_noticeTime;
    QTimer m_lookAhead;
    QueueForecast m_forecast;
    bool m_detailSized = false;
};

} // namespace slipway
