// Where a command prints. A value, so that a test can listen.
#pragma once

#include <QString>

#include <functional>

namespace slipway {

struct Console {
    std::function<void(const QString &)> print; // standard output
    std::function<void(const QString &)> complain; // standard error
    bool printsToTerminal = false;
    bool complainsToTerminal = false;
    std::function<QByteArray()> readInput; // standard input, whole
    // The first line of standard input; a terminal is asked with `prompt` and shows no letter.
    std::function<QByteArray(const QString &prompt)> readSecret;
    // Of the terminal, asked for anew each time: people change the size of their windows.
    std::function<int()> columns = [] { return 80; };
    std::function<int()> lines = [] { return 24; };
};

Console terminalConsole();

} // namespace slipway
