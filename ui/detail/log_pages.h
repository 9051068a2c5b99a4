// The lines of one log, read in pages when somebody looks at them. What is not looked at any more
// is forgotten: the file is the log, and this holds a few pages of it.
#pragma once

#include "core/queue/queue_service.h"
#include "ui/detail/terminal_line.h"

#include <QCache>
#include <QSet>

namespace slipway {

struct ShownLine {
    LogChannel channel = LogChannel::Out;
    TerminalLine content;
};

class LogPages : public QObject {
    Q_OBJECT

public:
    explicit LogPages(QueueService &queue, QObject *parent = nullptr);

    void open(const TaskId &id); // null: none
    TaskId task() const { return m_id; }
    qint64 total() const { return m_total; } // lines in the log, as far as is known
    // Null while it is not here; then it is asked for, and came() tells. Valid until the next call.
    const ShownLine *line(qint64 index);
    bool has(qint64 from, qint64 to); // asks for those that are not here
    // Another page, of any lines, that is not kept: for what reads much once.
    QFuture<LogPage> read(qint64 from, int count) { return m_queue.readLog(m_id, from, count); }
    QueueService &queue() { return m_queue; }

signals:
    void opened(); // the length is known for the first time
    void grew();
    void came();

private:
    using Page = QList<ShownLine>;

    void ask(qint64 number);
    void put(qint64 number, const LogPage &answer);
    void setTotal(qint64 total);

    QueueService &m_queue;
    TaskId m_id;
    quint64 m_opening = 0; // answers to an earlier one are not for us
    bool m_isOpen = false;
    qint64 m_total = 0;
    QCache<qint64, Page> m_pages;
    QSet<qint64> m_asked;
};

} // namespace slipway
