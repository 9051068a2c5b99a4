// A log with all that is done to it: follow, find, wrap, copy, save.
#pragma once

#include "core/queue/queue_service.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace slipway {

class LogFindBar;
class LogSearch;
class LogView;

class LogPane : public QWidget {
    Q_OBJECT

public:
    explicit LogPane(QueueService &queue, QWidget *parent = nullptr);

    void showLog(const TaskId &id, const QString &name = {}); // null: nothing
    LogView *view() const { return m_view; }

public slots:
    void find(); // opens the search, with what is selected
    void saveAs();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void closeFind();
    void startSearch(const LogQuery &query);
    void showMenu(const QPoint &point, const QString &link);
    void save(const QString &path, LogForm form);
    void tell(const QString &sentence, bool stays);
    void setMissed(qint64 lines);
    void placeFollow();

    QueueService &m_queue;
    QString m_name; // of the task: what a saved log is called
    LogView *m_view;
    LogSearch *m_search;
    LogFindBar *m_find;
    QPushButton *m_follow; // over the log, while it does not follow
    QToolButton *m_wrap;
    QLabel *m_notice;
    QTimer m_noticeTimer;
};

} // namespace slipway
