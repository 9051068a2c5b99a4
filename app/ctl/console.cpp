#include "app/ctl/console.h"

#include <QFile>

#include <cstdio>
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

QByteArray readSecretLine(const QString &prompt)
{
    termios before = {};
    if (::tcgetattr(STDIN_FILENO, &before) != 0) // no terminal
        return firstInputLine();
    termios silent = before;
    silent.c_lflag &= ~tcflag_t(ECHO);
    writeTo(stderr, prompt);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    const QByteArray secret = firstInputLine();
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
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
