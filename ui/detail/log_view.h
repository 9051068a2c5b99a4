// The end of a task's log, live. Holds at most `mostLines`; follows new lines only while it is
// at its end, so that nobody is moved away from what they are reading.
#pragma once

#include "core/queue/queue_service.h"

#include <QPlainTextEdit>
#include <QTimer>

namespace slipway {

class LogView : public QPlainTextEdit {
    Q_OBJECT

public:
    static constexpr int mostLines = 5000;

    explicit LogView(QueueService &queue, QWidget *parent = nullptr);

    void showLog(const TaskId &id); // null: nothing
    QStringList lastLines(int count) const;

private:
    void firstPage(const LogPage &page);
    void grow(const TaskId &id, const LogLines &lines, qint64 total);
    void flush();
    bool isAtEnd() const;

    QueueService &m_queue;
    TaskId m_id;
    bool m_waiting = false; // for the first page
    qint64 m_shown = 0; // index after the last line that is here or waits in m_new
    LogLines m_new;
    QTimer m_timer;
};

} // namespace slipway
