// What the tests of the process runner share: small children, and a record of what they said.
#pragma once

#include "core/process/process_runner.h"

#include <QFile>
#include <QTest>

namespace slipway {

inline ProcessCall callOf(const QString &program, const QStringList &arguments = {})
{
    ProcessCall call;
    call.program = program;
    call.arguments = arguments;
    return call;
}

inline ProcessCall shell(const QString &script)
{
    return callOf(QStringLiteral("/bin/sh"), { QStringLiteral("-c"), script });
}

// The rows of a test of both.
inline void pipeAndTerminal()
{
    QTest::addColumn<bool>("onTerminal");
    QTest::newRow("pipe") << false;
    QTest::newRow("terminal") << true;
}

// Keeps what a runner says; the end must be the last word.
class Record : public QObject {
public:
    explicit Record(ProcessRunner &runner)
    {
        connect(&runner, &ProcessRunner::started, this, [this] { ++starts; });
        connect(&runner, &ProcessRunner::linesRead, this, [this](const QList<OutputLine> &lines) {
            saidAfterEnd |= ends > 0;
            ++batches;
            for (const OutputLine &line : lines) {
                (line.isError ? errors : output).append(line.text);
                bytes += line.text.size() + 1;
            }
        });
        connect(&runner, &ProcessRunner::ended, this, [this](const ProcessEnd &how) {
            ++ends;
            end = how;
        });
    }

    int starts = 0;
    int ends = 0;
    int batches = 0;
    bool saidAfterEnd = false;
    QList<QByteArray> output;
    QList<QByteArray> errors;
    qint64 bytes = 0;
    ProcessEnd end;
};

// A zombie counts as gone: in a container nobody may fetch the end of an orphan.
inline bool isAlive(qint64 pid)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
    if (pid <= 0 || !stat.open(QIODevice::ReadOnly))
        return false;
    const QByteArray line = stat.readAll(); // "12 (name) S ..."
    return !line.isEmpty() && line.mid(line.lastIndexOf(')') + 2, 1) != "Z";
}

} // namespace slipway
