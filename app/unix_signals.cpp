#include "app/unix_signals.h"

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace slipway {
namespace {

// A handler may do next to nothing: it writes a byte, the event loop does the rest. Blocking the
// signals for a signalfd instead would be inherited by every child process.
int writeEnd = -1;

void noteSignal(int)
{
    const int saved = errno;
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(writeEnd, &byte, 1);
    errno = saved;
}

void handleWith(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    ::sigemptyset(&action.sa_mask);
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
}

} // namespace

UnixSignals::UnixSignals(QObject *parent)
    : QObject(parent)
{
    if (::pipe2(m_pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    writeEnd = m_pipe[1];
    m_arrived = std::make_unique<QSocketNotifier>(m_pipe[0], QSocketNotifier::Read);
    connect(m_arrived.get(), &QSocketNotifier::activated, this, [this] {
        char bytes[16];
        while (::read(m_pipe[0], bytes, sizeof bytes) > 0) { }
        emit endRequested({});
    });
    handleWith(noteSignal);
}

UnixSignals::~UnixSignals()
{
    if (m_pipe[0] < 0)
        return;
    handleWith(SIG_DFL);
    m_arrived.reset();
    ::close(m_pipe[0]);
    ::close(m_pipe[1]);
}

} // namespace slipway
