// How many failures a second can be diagnosed whose outputs are 4 KiB long.
#include "core/diagnosis/diagnose.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace slipway;

namespace {

constexpr qsizetype wantedSize = 4096;

// The end of the sample, and lines of a build before it until it is long enough.
QByteArray padded(QByteArray output)
{
    for (int number = 1; output.size() < wantedSize; ++number)
        output.prepend(
            "#9 " + QByteArray::number(number) + ".301 [ 12%] Building CXX object src/part.cc.o\n");
    return output.right(wantedSize);
}

QList<Failure> readFailures()
{
    QList<Failure> failures;
    QFile file(QStringLiteral(TEST_DATA "/errors/dev.jsonl"));
    if (!file.open(QIODevice::ReadOnly))
        return failures;
    while (!file.atEnd()) {
        const QJsonObject object = QJsonDocument::fromJson(file.readLine()).object();
        Failure failure;
        failure.type = *taskTypeFromName(object["task_type"_L1].toString());
        failure.exitCode = object["exit_code"_L1].toInt(1);
        failure.output = padded(object["output"_L1].toString().toUtf8()).split('\n');
        failures.append(failure);
    }
    return failures;
}

} // namespace

int main()
{
    const QList<Failure> failures = readFailures();
    if (failures.isEmpty()) {
        std::puts("no samples found");
        return 1;
    }
    diagnose(failures.first()); // builds the tables

    constexpr int rounds = 50;
    qsizetype words = 0; // keeps the work from being left out
    QElapsedTimer clock;
    clock.start();
    for (int round = 0; round < rounds; ++round) {
        for (const Failure &failure : failures)
            words += diagnose(failure).text.size();
    }
    const double seconds = double(clock.nsecsElapsed()) / 1e9;
    const double count = double(rounds) * double(failures.size());
    std::printf("%.0f diagnoses a second of outputs of 4 KiB (%.1f us each, %lld letters)\n",
        count / seconds, seconds / count * 1e6, static_cast<long long>(words));
    return 0;
}
