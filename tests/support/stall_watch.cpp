#include "tests/support/stall_watch.h"

#include <QEvent>
#include <QThread>

#include <cstdio>
#include <ctime>
#include <fcntl.h>
#include <unistd.h>

namespace slipway::test {
namespace {

double nowMs()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return 1e3 * double(time.tv_sec) + double(time.tv_nsec) / 1e6;
}

// "cpu_ns wait_ns slices": the second number is the time spent ready, but not running.
double waitedMs()
{
    static const int file = ::open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
    char text[96] = {};
    unsigned long long cpu = 0;
    unsigned long long wait = 0;
    if (file < 0 || ::pread(file, text, sizeof text - 1, 0) <= 0
        || std::sscanf(text, "%llu %llu", &cpu, &wait) != 2)
        return 0;
    return double(wait) / 1e6;
}

} // namespace

bool StallWatch::notify(QObject *receiver, QEvent *event)
{
    if (QThread::currentThread() != thread()
        || m_depth > 0) // inside: part of the one that is measured
        return QCoreApplication::notify(receiver, event);
    const QByteArray name = receiver->metaObject()->className(); // it may be gone afterwards
    const int type = event->type();
    const double waitedBefore = waitedMs();
    const double begun = nowMs();
    ++m_depth;
    const bool taken = QCoreApplication::notify(receiver, event);
    --m_depth;
    const double took = nowMs() - begun;
    if (took <= m_worstMs)
        return taken;
    const double own = took - (waitedMs() - waitedBefore);
    if (own > m_worstMs) {
        m_worstMs = own;
        m_worstOne = name + ", event " + QByteArray::number(type);
    }
    return taken;
}

} // namespace slipway::test
