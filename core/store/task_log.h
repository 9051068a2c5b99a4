// The log of one task: a file that only grows. A line in it is the channel's letter, a space, the
// text as it came, and LF:
//
//     o Hello from Docker!
//     e npm WARN deprecated
//     n Retried after a time-out
//
// The letters are those of LogChannel; a line that begins otherwise counts as a note. A last line
// without LF was torn by a kill in the middle of writing: it is cut off before anything else.
#pragma once

#include "core/queue/task_journal.h"

#include <QByteArrayView>
#include <QFile>

namespace slipway {

// Reads once through the file when it is first needed, and remembers where every 1024th line
// begins: a page of a large log is then read without what comes before it.
class TaskLog {
public:
    explicit TaskLog(const QString &path);

    // Answers why nothing was written, in the system's words, or nothing. Never half of it.
    QString append(const LogLines &lines);
    // from < 0: the last `count` lines. Shorter than asked for at the end of the log.
    LogPage page(qint64 from, int count);
    LogCounts counts();
    // Releases the file's handle, not what is known of it. The next call opens it again.
    void closeFile();

private:
    bool open(QIODevice::OpenMode ifMissing);
    void scan();
    void addToIndex(char channel, qsizetype bytes);

    QFile m_file;
    QList<qint64> m_offsets; // of lines 0, 1024, 2048 ...
    qint64 m_size = 0; // of whole lines, in bytes
    LogCounts m_counts;
};

} // namespace slipway
