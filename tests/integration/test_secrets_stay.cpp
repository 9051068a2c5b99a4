// Where secrets may not go: into an argument, a file of ours, or a reply.
#include "tests/support/daemon_under_test.h"
#include "tests/support/engine_fixture.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway::test;

class TestSecretsStay : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void loginsPasswordIsNowhere();
    void environmentValueIsInNoArgument();

private:
    QByteArray recorded() const;
    QByteArrayList filesWith(const QByteArray &text) const;
    QByteArray reply(const QString &action, const QJsonObject &params = {});

    EngineFixture m_engine;
    std::unique_ptr<DaemonUnderTest> m_daemon;
};

void TestSecretsStay::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
    qputenv("DOCKER_CONFIG", QFile::encodeName(m_engine.folder + u"/config"_s));
    qputenv("SLIPWAY_TEST_RECORD", QFile::encodeName(m_engine.folder + u"/record"_s));
    qputenv("SLIPWAY_TEST_DOCKER", QFile::encodeName(m_engine.program));
    m_daemon = std::make_unique<DaemonUnderTest>(
        QStringLiteral(SLIPWAY_TEST_SUPPORT) + u"/docker_that_records"_s);
    QVERIFY(m_daemon->start());
}

QByteArray TestSecretsStay::recorded() const
{
    QFile file(m_engine.folder + u"/record"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArrayList TestSecretsStay::filesWith(const QByteArray &text) const
{
    QByteArrayList found;
    QDirIterator files(m_daemon->home(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
            found.append(QFile::encodeName(file.fileName()));
    }
    return found;
}

QByteArray TestSecretsStay::reply(const QString &action, const QJsonObject &params)
{
    return QJsonDocument(m_daemon->request(action, params)).toJson();
}

void TestSecretsStay::loginsPasswordIsNowhere()
{
    const QByteArray canary = "canary-of-the-login";
    const QString id = m_daemon->add(u"docker_login"_s,
        { { u"registry"_s, m_engine.authRegistry }, { u"username"_s, u"a-seen-name"_s },
            { u"secret"_s, QString::fromUtf8(canary) }, { u"max_retries"_s, 0 } });
    const QJsonObject task = m_daemon->taskIn(id, u"finished"_s);
    QCOMPARE(task[u"error_code"].toString(), u"DOCKER_AUTHENTICATION_FAILED"_s);
    QVERIFY(recorded().contains("a-seen-name")); // the record and the search see what there is
    QVERIFY(!filesWith("a-seen-name").isEmpty());
    QVERIFY(!recorded().contains(canary));
    QCOMPARE(filesWith(canary), QByteArrayList());
    QVERIFY(!QJsonDocument(task).toJson().contains(canary));
    const QByteArray list = reply(u"queue_list"_s);
    QVERIFY2(list.contains(id.toUtf8()), list.constData());
    QVERIFY(!list.contains(canary));
}

void TestSecretsStay::environmentValueIsInNoArgument()
{
    const QByteArray canary = "canary-of-the-run";
    const QString id = m_daemon->add(u"docker_run"_s,
        { { u"image"_s, u"busybox:local"_s },
            { u"command"_s,
                QJsonArray{ u"sh"_s, u"-c"_s, u"test ${#A_SEEN_KEY} = %1"_s.arg(canary.size()) } },
            { u"environment"_s, QJsonObject{ { u"A_SEEN_KEY"_s, QString::fromUtf8(canary) } } } });
    const QJsonObject task = m_daemon->taskIn(id, u"finished"_s);
    QVERIFY2(task[u"status"].toString() == u"completed"_s,
        QJsonDocument(task).toJson().constData()); // it has the whole value
    QVERIFY(recorded().contains("A_SEEN_KEY"));
    QVERIFY(!recorded().contains(canary));
}

QTEST_GUILESS_MAIN(TestSecretsStay)
#include "test_secrets_stay.moc"
