// slipwayctl diagnose: of one output, and of a file of records. No queue is asked.
#include "ctl_under_test.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

const QString unknownTag =
    u"Error response from daemon: manifest for acme/web:nope not found: manifest unknown"_s;

QList<QJsonObject> objectsIn(const QString &text)
{
    QList<QJsonObject> objects;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
        objects.append(QJsonDocument::fromJson(line.toUtf8()).object());
    return objects;
}

} // namespace

class TestCtlDiagnose : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aFileOfRecordsGivesALineEach();
    void aRecordThatCannotBeReadIsNamed();
    void oneOutputIsReadFromStandardInput();
    void aWrongWordIsWrongUsage_data();
    void aWrongWordIsWrongUsage();

private:
    std::unique_ptr<CtlUnderTest> m_ctl;
};

// No queue: nothing may be asked of it.
void TestCtlDiagnose::init()
{
    m_ctl = std::make_unique<CtlUnderTest>();
    m_ctl->console.readInput = [] { return unknownTag.toUtf8() + '\n'; };
}

void TestCtlDiagnose::aFileOfRecordsGivesALineEach()
{
    QCOMPARE(
        m_ctl->run({ u"diagnose"_s, u"--jsonl"_s, QStringLiteral(TEST_DATA "/errors/dev.jsonl") }),
        0);
    const QList<QJsonObject> answers = objectsIn(m_ctl->out);
    QFile file(QStringLiteral(TEST_DATA "/errors/dev.jsonl"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    int right = 0;
    qsizetype number = 0;
    for (; !file.atEnd(); ++number) {
        const QJsonObject sample = QJsonDocument::fromJson(file.readLine()).object();
        const QJsonObject answer = answers.value(number);
        QCOMPARE(
            answer.keys(), (QStringList{ u"decisive_line"_s, u"error_code"_s, u"retryable"_s }));
        right += answer[u"error_code"] == sample[u"label"];
    }
    QCOMPARE(answers.size(), number);
    QVERIFY2(right >= number * 95 / 100, qPrintable(QString::number(right)));
    QCOMPARE(m_ctl->queue.looks, 0);
}

void TestCtlDiagnose::aRecordThatCannotBeReadIsNamed()
{
    m_ctl->console.readInput = [] {
        return QByteArray("{\"task_type\":\"docker_pull\",\"exit_code\":1,\"output\":\"no basic "
                          "auth credentials\"}\n"
                          "{\"task_type\":\"docker_fly\"}\n[1]\n");
    };
    QCOMPARE(m_ctl->run({ u"diagnose"_s, u"--jsonl"_s, u"-"_s }), 1);
    const QList<QJsonObject> answers = objectsIn(m_ctl->out);
    QCOMPARE(answers.size(), 3);
    QCOMPARE(answers[0][u"error_code"].toString(), u"DOCKER_AUTHENTICATION_FAILED"_s);
    QVERIFY(answers[1].contains(u"error"));
    QVERIFY2(m_ctl->err.contains(u"Line 2: there is no task type \"docker_fly\""_s),
        qPrintable(m_ctl->err));
    QVERIFY2(m_ctl->err.contains(u"Line 3: "_s), qPrintable(m_ctl->err));
}

void TestCtlDiagnose::oneOutputIsReadFromStandardInput()
{
    QCOMPARE(m_ctl->run({ u"diagnose"_s, u"docker_pull"_s, u"exit_code=1"_s }), 0);
    const QStringList lines = m_ctl->out.split(u'\n');
    QCOMPARE(lines.value(0), u"DOCKER_IMAGE_NOT_FOUND"_s);
    QVERIFY2(lines.value(1).contains(u"acme/web:nope"_s), qPrintable(m_ctl->out));
    QVERIFY2(m_ctl->out.contains(u"    "_s + unknownTag), qPrintable(m_ctl->out));
    QVERIFY2(m_ctl->out.contains(u"\n- "_s), qPrintable(m_ctl->out));
    QVERIFY(m_ctl->out.endsWith(u"Another try alone cannot succeed.\n"_s));

    QCOMPARE(
        m_ctl->run({ u"--json"_s, u"diagnose"_s, u"docker_pull"_s, u"output=unexpected EOF"_s }),
        0);
    const QJsonObject answer = objectsIn(m_ctl->out).value(0);
    QCOMPARE(answer[u"error_code"].toString(), u"DOCKER_NETWORK_ERROR"_s);
    QCOMPARE(answer[u"retryable"].toBool(), true);
    QVERIFY(!answer[u"error_info"][u"suggestions"].toArray().isEmpty());
}

void TestCtlDiagnose::aWrongWordIsWrongUsage_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("names");
    QTest::newRow("an unknown type") << QStringList{ u"docker_fly"_s } << u"docker_fly"_s;
    QTest::newRow("no number") << QStringList{ u"docker_pull"_s, u"exit_code=x"_s }
                               << u"exit_code"_s;
    QTest::newRow("an unknown key") << QStringList{ u"docker_pull"_s, u"code=1"_s } << u"code"_s;
    QTest::newRow("no type") << QStringList{ u"exit_code=1"_s } << u"task_type"_s;
}

void TestCtlDiagnose::aWrongWordIsWrongUsage()
{
    QFETCH(QStringList, words);
    QFETCH(QString, names);
    QCOMPARE(m_ctl->run(QStringList{ u"diagnose"_s } + words), 2);
    QVERIFY2(m_ctl->err.contains(names), qPrintable(m_ctl->err));
}

QTEST_GUILESS_MAIN(TestCtlDiagnose)
#include "test_ctl_diagnose.moc"
