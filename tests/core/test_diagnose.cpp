// Does diagnose() find why? Real outputs with their known reasons, and the same outputs changed in
// what must not matter.
#include "core/diagnosis/diagnose.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;

namespace {

struct Sample {
    QString id;
    Failure failure;
    QString label;
    QString alternative; // another defensible code
};

QList<Sample> readSamples()
{
    QList<Sample> samples;
    QFile file(QStringLiteral(TEST_DATA "/errors/dev.jsonl"));
    if (!file.open(QIODevice::ReadOnly))
        return samples;
    while (!file.atEnd()) {
        const QJsonObject object = QJsonDocument::fromJson(file.readLine()).object();
        Sample sample;
        sample.id = object["id"_L1].toString();
        sample.failure.type = *taskTypeFromName(object["task_type"_L1].toString());
        if (object["exit_code"_L1].isDouble())
            sample.failure.exitCode = object["exit_code"_L1].toInt();
        if (object["http_status"_L1].isDouble())
            sample.failure.httpStatus = object["http_status"_L1].toInt();
        sample.failure.output = object["output"_L1].toString().toUtf8().split('\n');
        sample.label = object["label"_L1].toString();
        sample.alternative = object["alt"_L1].toString();
        samples.append(sample);
    }
    return samples;
}

} // namespace

class TestDiagnose : public QObject {
    Q_OBJECT

private slots:
    void knowsTheSamples()
    {
        QHash<QString, int> seen;
        QHash<QString, int> right;
        int sum = 0;
        const QList<Sample> samples = readSamples();
        QVERIFY(samples.size() > 200);
        for (const Sample &sample : samples) {
            const TaskError error = diagnose(sample.failure);
            const QString code = errorCodeName(error.code);
            ++seen[sample.label];
            if (code == sample.label) {
                ++right[sample.label];
                ++sum;
            } else {
                qInfo().noquote() << sample.id << "should be" << sample.label << "but is" << code
                                  << "by" << error.decisiveLine.left(160);
            }
        }
        double recall = 0;
        for (auto it = seen.cbegin(); it != seen.cend(); ++it)
            recall += double(right.value(it.key())) / it.value();
        recall /= double(seen.size());
        const double accuracy = double(sum) / double(samples.size());
        qInfo("accuracy %.1f %%, macro recall %.1f %%", accuracy * 100, recall * 100);
        QVERIFY(accuracy >= 0.95);
        QVERIFY(recall >= 0.93);
    }
};

QTEST_GUILESS_MAIN(TestDiagnose)
#include "test_diagnose.moc"
