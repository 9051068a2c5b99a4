// A queue of an ordinary user who may not use the engine's socket.
#include "tests/support/engine_fixture.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace slipway::test;

namespace {

constexpr uint nobody = 65534;

} // namespace

class TestNoPermission : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void theSocketIsNotOursToUse();

private:
    QStringList asNobody(const QString &program, const QStringList &arguments) const;
    QByteArray ask(const QStringList &arguments) const; // what slipwayctl prints

    EngineFixture m_engine;
    // Nobody's, with copies of the programs: where ours and the engine lie it may not look.
    QTemporaryDir m_folder{ u"/tmp/slipway-nobody-XXXXXX"_s };
};

void TestNoPermission::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
    for (const QString &program : { u"slipwayd"_s, u"slipwayctl"_s }) {
        QVERIFY(
            QFile::copy(QStringLiteral(SLIPWAY_BIN) + u'/' + program, m_folder.filePath(program)));
        QCOMPARE(
            ::chown(QFile::encodeName(m_folder.filePath(program)).constData(), nobody, nobody), 0);
    }
    QCOMPARE(::chown(QFile::encodeName(m_folder.path()).constData(), nobody, nobody), 0);
}

QStringList TestNoPermission::asNobody(const QString &program, const QStringList &arguments) const
{
    return QStringList{ u"--reuid=%1"_s.arg(nobody), u"--regid=%1"_s.arg(nobody),
        u"--clear-groups"_s, m_folder.filePath(program), u"--home"_s, m_folder.filePath(u"home"_s) }
    + arguments;
}

QByteArray TestNoPermission::ask(const QStringList &arguments) const
{
    QProcess ctl;
    ctl.setWorkingDirectory(m_folder.path());
    ctl.start(u"setpriv"_s, asNobody(u"slipwayctl"_s, arguments));
    const bool ended =
        QTest::qWaitFor([&ctl] { return ctl.state() == QProcess::NotRunning; }, 20'000);
    return ended ? ctl.readAllStandardOutput() : QByteArray();
}

void TestNoPermission::theSocketIsNotOursToUse()
{
    QProcess daemon;
    daemon.setWorkingDirectory(m_folder.path());
    daemon.start(u"setpriv"_s, asNobody(u"slipwayd"_s, {}));
    const bool answers = QTest::qWaitFor(
        [&] {
            return ask({ u"--json"_s, u"list"_s }).startsWith('{');
        },
        15'000);
    QVERIFY2(answers, (daemon.readAllStandardError() + daemon.readAllStandardOutput()).constData());

    QElapsedTimer clock;
    clock.start();
    ask({ u"add"_s, u"--wait"_s, u"docker_pull"_s,
        u"image_name="_s + m_engine.registry + u"/some/image:1"_s, u"max_retries=0"_s });
    QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
    const QJsonObject task =
        QJsonDocument::fromJson(ask({ u"--json"_s, u"list"_s })).object()[u"tasks"][0].toObject();
    QCOMPARE(task[u"status"].toString(), u"failed"_s);
    QCOMPARE(task[u"error_code"].toString(), u"DOCKER_PERMISSION_DENIED"_s);
    QVERIFY2(
        task[u"error"].toString().contains(m_engine.host), qPrintable(task[u"error"].toString()));
    QVERIFY(!task[u"error_info"][u"suggestions"].toArray().isEmpty());

    daemon.terminate();
    QTRY_COMPARE_WITH_TIMEOUT(daemon.state(), QProcess::NotRunning, 6000);
}

QTEST_GUILESS_MAIN(TestNoPermission)
#include "test_no_permission.moc"
