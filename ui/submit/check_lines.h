// What is known of a task before it is queued, a line each: looked up a moment after somebody
// stopped typing. It says, and stops nobody.
#pragma once

#include "core/queue/queue_service.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace slipway {

class CheckLines : public QWidget {
    Q_OBJECT

public:
    explicit CheckLines(QueueService &queue, QWidget *parent = nullptr);

    void clear(); // what is asked for is of another kind now
    void setDraft(const std::optional<TaskDraft> &draft); // none: there is nothing to look at

private:
    void ask();
    void show(const QList<PreCheck> &checks);
    void endLines(qsizetype count); // no more than these are there
    QLabel *newLine();

    QueueService &m_queue;
    QVBoxLayout *m_layout;
    std::optional<TaskDraft> m_draft;
    int m_asked = 0; // the number of the latest question: older answers are not shown
    QList<QLabel *> m_lines;
    qsizetype m_known = 0; // of them, the rest is of the last answer
    QTimer m_pause;
};

} // namespace slipway
