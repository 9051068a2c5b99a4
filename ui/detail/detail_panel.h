// The task that is selected, in full: Overview and Log, and where it has them Error, Layers and
// Answer.
#pragma once

#include "core/diagnosis/fixes.h"
#include "core/queue/queue_service.h"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QStackedWidget;
class QTabBar;
class QVBoxLayout;

namespace slipway {

class AnswerPage;
class ErrorPage;
class IconPicture;
class LayerTable;
class LogPane;
class OverviewPage;

class DetailPanel : public QWidget {
    Q_OBJECT

public:
    enum Page { Error, Overview, Layers, Answer, Log };

    explicit DetailPanel(QueueService &queue, QWidget *parent = nullptr);

    void showTask(const TaskId &id); // null: nothing is selected
    TaskId shownTask() const { return m_id; }
    // Those before and behind the task that is shown.
    void showChain(const QList<const Task *> &before, const QList<const Task *> &behind);
    void openPage(Page page); // where the task has it

signals:
    void retryAsked(const slipway::TaskId &id);
    void taskAsked(const slipway::TaskId &id); // another one
    void editAsked(const slipway::TaskDraft &draft);
    void fixAsked(const slipway::TaskId &id, const slipway::Fix &fix);

private:
    void makePages();
    void taskChanged(const Task &task);
    void refreshProgress();
    void showPage(int tab);
    void copyReport();
    void showLayers(const QList<LayerProgress> &layers);

    QueueService &m_queue;
    TaskId m_id;
    IconPicture *m_icon;
    QLabel *m_name;
    QHBoxLayout *m_head;
    QVBoxLayout *m_body;
    QTabBar *m_tabs = nullptr; // it and the pages: see makePages()
    QStackedWidget *m_pages = nullptr;
    ErrorPage *m_error = nullptr;
    OverviewPage *m_overview = nullptr;
    LayerTable *m_layers = nullptr;
    AnswerPage *m_answer = nullptr;
    LogPane *m_log = nullptr;
    QTimer m_clock;
};

} // namespace slipway
