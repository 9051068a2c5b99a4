#include "core/process/output_channel.h"

#include <cerrno>

namespace slipway {

namespace {

constexpr qsizetype blockSize = 32 * 1024;
constexpr qsizetype readAtOnce = 256 * 1024;

} // namespace

OutputChannel::OutputChannel(FileDescriptor end, QObject *parent)
    : QObject(parent)
    , m_end(std::move(end))
    , m_notifier(m_end.number(), QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, [this] { emit readable({}); });
}

void OutputChannel::setReading(bool reading)
{
    m_notifier.setEnabled(reading && isOpen());
}

QList<QByteArray> OutputChannel::readLines()
{
    QList<QByteArray> lines;
    QByteArray block(blockSize, Qt::Uninitialized);
    qsizetype total = 0;
    while (isOpen() && total < readAtOnce) {
        const ssize_t count = ::read(m_end.number(), block.data(), block.size());
        if (count > 0) {
            total += count;
            lines += m_splitter.feed(QByteArrayView(block).first(count));
        } else if (count < 0 && errno == EAGAIN) {
            break;
        } else if (count == 0 || errno != EINTR) {
            lines += close(); // a terminal says EIO when its last holder has closed it
        }
    }
    return lines;
}

QList<QByteArray> OutputChannel::readLast()
{
    QList<QByteArray> lines = readLines(); // apart: the operands of + have no order
    lines += close();
    return lines;
}

QList<QByteArray> OutputChannel::close()
{
    m_notifier.setEnabled(false);
    m_end.close();
    return m_splitter.finish();
}

} // namespace slipway
