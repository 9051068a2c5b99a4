#include "app/ctl/console.h"

#include <QFile>

#include <csignal>
#include <cstdio>
#include <iterator>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

namespace slipway {
namespace {

void writeTo(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

winsize terminalSize()
{
    winsize size = {};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) {
        if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0
            || size.ws_row == 0) {
            size.ws_col = 80;
            size.ws_row = 24;
        }
    }
    return size;
}

QByteArray firstInputLine()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {};
    QByteArray line = input.readLine();
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return line;
}

// What a signal handler needs to give the terminal back as it was.
termios terminalBefore = {};

void giveTerminalBackAndEnd(int number)
{
    ::tcsetattr(STDIN_FILENO, TCSANOW, &terminalBefore);
    ::_exit(128 + number);
}

// While it lives, a signal that ends the program puts the echo back first.
class SilentTerminal {
public:
    SilentTerminal()
    {
        struct sigaction action = {};
        action.sa_handler = giveTerminalBackAndEnd;
        for (size_t i = 0; i < std::size(s_signals); ++i)
            ::sigaction(s_signals[i], &action, &m_before[i]);
        termios silent = terminalBefore;
        silent.c_lflag &= ~tcflag_t(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~SilentTerminal()
    {
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &terminalBefore);
        for (size_t i = 0; i < std::size(s_signals); ++i)
            ::sigaction(s_signals[i], &m_before[i], nullptr);
    }
    Q_DISABLE_COPY_MOVE(SilentTerminal)

private:
    static constexpr int s_signals[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };
    struct sigaction m_before[std::size(s_signals)] = {};
};

QByteArray readSecretLine(const QString &prompt)
{
    if (::tcgetattr(STDIN_FILENO, &terminalBefore) != 0) // no terminal
        return firstInputLine();
    QByteArray secret;
    {
        const SilentTerminal silent;
        writeTo(stderr, prompt); // what is typed once it shows is not echoed
        secret = firstInputLine();
    }
    writeTo(stderr, QStringLiteral("\n"));
    return secret;
}

} // namespace

Console terminalConsole()
{
    Console console;
    console.print = [](const QString &text) { writeTo(stdout, text); };
    console.complain = [](const QString &text) { writeTo(stderr, text); };
    console.printsToTerminal = ::isatty(STDOUT_FILENO) == 1;
    console.complainsToTerminal = ::isatty(STDERR_FILENO) == 1;
    console.readInput = [] {
        QFile input;
        return input.open(stdin, QIODevice::ReadOnly) ? input.readAll() : QByteArray();
    };
    console.readSecret = readSecretLine;
    console.columns = [] { return int(terminalSize().ws_col); };
    console.lines = [] { return int(terminalSize().ws_row); };
    return console;
}

} // namespace slipway
