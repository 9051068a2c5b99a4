// Our end of one channel of a child: tells when there is something to read, and reads lines.
#pragma once

#include "core/process/file_descriptor.h"
#include "core/process/line_splitter.h"

#include <QSocketNotifier>

namespace slipway {

class OutputChannel : public QObject {
    Q_OBJECT

public:
    explicit OutputChannel(FileDescriptor end, QObject *parent = nullptr);

    void setReading(bool reading);
    bool isOpen() const { return m_end.isOpen(); }
    // What is there, up to a bound, so that a flood cannot keep the event loop to itself.
    // Closes the channel at the end of file, and then gives the last, unended line too.
    QList<QByteArray> readLines();
    // As readLines(), and then the channel is closed, whoever may still hold its other end.
    QList<QByteArray> readLast();

signals:
    void readable(QPrivateSignal);

private:
    QList<QByteArray> close();

    FileDescriptor m_end;
    QSocketNotifier m_notifier; // behind m_end: gone before the descriptor is closed
    LineSplitter m_splitter;
};

} // namespace slipway
