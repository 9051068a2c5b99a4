// A second start of the window program for the same profile, the real programs.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;

class SecondStartTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theFirstIsRaised();
    void theFileGoesToTheFirst();
    void anUnreadableFileIsRefused();
    void aQueueWithoutAWindowIsNamed();

private:
    static QString program(const QString &name) { return u"" SLIPWAY_BIN "/"_s + name; }
    QStringList with(const QStringList &more) const
    {
        return QStringList{ u"--home"_s, m_home->path() } + more;
    }
    bool startFirst(const QString &name, const QStringList &more)
    {
        m_first.start(program(name), with(more));
        return QTest::qWaitFor(
            [this] { return QFile::exists(m_home->filePath(u"run/default.sock"_s)); }, 15000);
    }
    // The code it ended with; -1: it did not end.
    int run(const QString &name, const QStringList &more, QByteArray *said = nullptr) const
    {
        QProcess process;
        process.start(program(name), with(more));
        if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 15000)) {
            process.kill();
            process.waitForFinished();
            return -1;
        }
        if (said)
            *said = process.readAllStandardOutput();
        return process.exitCode();
    }

    std::unique_ptr<QTemporaryDir> m_home;
    QProcess m_first;
};

void SecondStartTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
}

void SecondStartTest::cleanup()
{
    m_first.terminate();
    QTRY_COMPARE_WITH_TIMEOUT(m_first.state(), QProcess::NotRunning, 10000);
}

void SecondStartTest::theFirstIsRaised()
{
    QVERIFY(startFirst(u"slipway"_s, { u"--minimised"_s }));
    QCOMPARE(run(u"slipway"_s, {}), 0);
    QCOMPARE(m_first.state(), QProcess::Running);
    QByteArray said;
    QCOMPARE(run(u"slipwayctl"_s, { u"request"_s, uR"({"action":"window_show"})"_s }, &said), 0);
    QVERIFY2(said.contains("\"shown\":true"), said.constData());
}

void SecondStartTest::theFileGoesToTheFirst()
{
    QVERIFY(startFirst(u"slipway"_s, { u"--minimised"_s }));
    QCOMPARE(run(u"slipwayctl"_s, { u"hold"_s }), 0);
    QFile file(m_home->filePath(u"queue.json"_s));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(R"({"slipway":1,"tasks":[{"task_type":"docker_pull","image_name":"acme/second"}]})");
    file.close();
    QCOMPARE(run(u"slipway"_s, { file.fileName() }), 0);
    QByteArray said;
    QCOMPARE(run(u"slipwayctl"_s, { u"list"_s }, &said), 0);
    QVERIFY2(said.contains("acme/second"), said.constData());
}

// It says so in a window of its own, and stays until that is closed.
void SecondStartTest::anUnreadableFileIsRefused()
{
    QVERIFY(startFirst(u"slipway"_s, { u"--minimised"_s }));
    QProcess second;
    second.start(program(u"slipway"_s), with({ m_home->filePath(u"missing.json"_s) }));
    QTest::qWait(3000);
    QCOMPARE(second.state(), QProcess::Running);
    second.kill();
    second.waitForFinished();
    QCOMPARE(m_first.state(), QProcess::Running);
}

void SecondStartTest::aQueueWithoutAWindowIsNamed()
{
    QVERIFY(startFirst(u"slipwayd"_s, {}));
    QByteArray said;
    QCOMPARE(run(u"slipwayctl"_s, { u"request"_s, uR"({"action":"window_show"})"_s }, &said), 1);
    QVERIFY2(said.contains("without a window"), said.constData());
}

QTEST_GUILESS_MAIN(SecondStartTest)
#include "test_second_start.moc"
