// What a model answers, as it writes it.
#pragma once

#include "core/queue/queue_service.h"
#include "ui/detail/answer_text.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace slipway {

class AnswerView;

class AnswerPage : public QWidget {
    Q_OBJECT

public:
    explicit AnswerPage(QueueService &queue, QWidget *parent = nullptr);

    void setTask(const Task &task); // of a type that answers; else it shows nothing
    QString markdown() const; // as it is known now

protected:
    void showEvent(QShowEvent *event) override;

private:
    void begin(const Task &task);
    void readFrom(qint64 line);
    void refreshSoon();
    void refresh();

    QueueService &m_queue;
    AnswerView *m_view;
    QLabel *m_state; // while there is nothing to read, or not all of it
    QToolButton *m_copyText;
    QToolButton *m_copyMarkdown;
    TaskId m_id;
    int m_attempt = 0;
    qint64 m_read = 0; // lines of the log
    qint64 m_known = 0; // that it has: more may come while it is read
    bool m_isReading = false;
    quint64 m_beginning = 0;
    AnswerText m_answer;
    QString m_unfinished;
    QString m_whole; // of a task that has ended well
    QString m_shown;
    QTimer m_timer;
};

} // namespace slipway
