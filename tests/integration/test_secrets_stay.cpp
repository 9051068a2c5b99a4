// Where secrets may not go: into an argument, a file of ours, or a reply.
#include "tests/support/daemon_under_test.h"
#include "tests/support/engine_fixture.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway::test;

namespace {

constexpr char buildCanary[] = "canary-of-the-build";

} // namespace

class TestSecretsStay : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void loginsPasswordIsNowhere_data();
    void loginsPasswordIsNowhere();
    void buildsSecretsAreNowhere();
    void buildArgumentsAreInNoArgument();
    void environmentValueIsInNoArgument();

private:
    QByteArray recorded() const;
    QByteArrayList filesWith(const QByteArray &text) const;
    QByteArray reply(const QString &action, const QJsonObject &params = {});
    QString contextWith(const QByteArray &dockerfile) const;
    void isNowhere(const QString &id, const QByteArray &canary, const QByteArray &seen);

    EngineFixture m_engine;
    bool m_hasBuildKit = false;
    std::unique_ptr<DaemonUnderTest> m_daemon;
};

void TestSecretsStay::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
    // Debian's client has BuildKit inside; another one may have none at all.
    m_hasBuildKit = m_engine.program == "/usr/bin/docker"_L1;
    if (m_hasBuildKit)
        qputenv("DOCKER_BUILDKIT", "1");
    qputenv("A_BUILD_SECRET", buildCanary);
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

QString TestSecretsStay::contextWith(const QByteArray &dockerfile) const
{
    const QString folder = m_engine.folder + u"/secrets-context"_s;
    QDir().mkpath(folder);
    QFile file(folder + u"/Dockerfile"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write(dockerfile);
    return folder;
}

QByteArray TestSecretsStay::reply(const QString &action, const QJsonObject &params)
{
    return QJsonDocument(m_daemon->request(action, params)).toJson();
}

void TestSecretsStay::init()
{
    QVERIFY(m_daemon->countFinished());
}

// In no argument, no file of ours, no reply and no event. That all of them are looked through well
// shows in `seen`, which is in each.
void TestSecretsStay::isNowhere(const QString &id, const QByteArray &canary, const QByteArray &seen)
{
    QTRY_VERIFY(m_daemon->finishedCount() > 0);
    const QByteArray replies = reply(u"queue_list"_s)
        + reply(u"queue_task_status"_s, { { u"task_id"_s, id } })
        + reply(u"queue_status"_s, { { u"include_logs"_s, true } })
        + reply(u"queue_logs"_s, { { u"task_id"_s, id } });
    for (const QByteArray &place : { recorded(), replies, m_daemon->heard() }) {
        QVERIFY(place.contains(seen));
        QVERIFY(!place.contains(canary));
    }
    QVERIFY(!filesWith(seen).isEmpty());
    QCOMPARE(filesWith(canary), QByteArrayList());
}

void TestSecretsStay::loginsPasswordIsNowhere_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("status");
    QTest::newRow("accepted") << m_engine.user << m_engine.password << u"completed"_s;
    QTest::newRow("refused") << u"a-seen-name"_s << u"canary-of-the-login"_s << u"failed"_s;
}

void TestSecretsStay::loginsPasswordIsNowhere()
{
    QFETCH(QString, user);
    QFETCH(QString, password);
    QFETCH(QString, status);
    const QString id = m_daemon->add(u"docker_login"_s,
        { { u"registry"_s, m_engine.authRegistry }, { u"username"_s, user },
            { u"secret"_s, password }, { u"max_retries"_s, 0 } });
    QCOMPARE(m_daemon->taskIn(id, u"finished"_s)[u"status"].toString(), status);
    isNowhere(id, password.toUtf8(), user.toUtf8());
}

void TestSecretsStay::buildsSecretsAreNowhere()
{
    const QString context =
        contextWith("FROM busybox:local\n"
                    "RUN --mount=type=secret,id=a_file --mount=type=secret,id=a_variable "
                    "test $(cat /run/secrets/a_file) = $(cat /run/secrets/a_variable)\n");
    QFile file(m_engine.folder + u"/a-file-with-a-secret"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(buildCanary);
    file.close();
    const QString id = m_daemon->add(u"docker_build"_s,
        { { u"context_path"_s, context }, { u"image_name"_s, u"secrets/build"_s },
            { u"network"_s, u"none"_s },
            { u"secrets"_s,
                QJsonArray{ u"id=a_file,src="_s + file.fileName(),
                    u"id=a_variable,env=A_BUILD_SECRET"_s } } });
    const QJsonObject task = m_daemon->taskIn(id, u"finished"_s);
    if (m_hasBuildKit)
        QVERIFY2(
            task[u"status"].toString() == u"completed"_s, QJsonDocument(task).toJson().constData());
    else // the older builder knows no secrets, and says so
        QVERIFY2(task[u"status"].toString() == u"failed"_s
                && task[u"error_code"].toString() != u"UNKNOWN_ERROR"_s,
            QJsonDocument(task).toJson().constData());
    isNowhere(id, buildCanary, "a_variable");
}

// Their values are kept with the task, which is its owner's alone, and masked where they are shown.
void TestSecretsStay::buildArgumentsAreInNoArgument()
{
    const QByteArray canary = "canary-of-the-arguments";
    const QString context = contextWith("FROM busybox:local\nARG A_SEEN_ARGUMENT\n"
                                        "RUN test ${#A_SEEN_ARGUMENT} = 23\n");
    const QString id = m_daemon->add(u"docker_build"_s,
        { { u"context_path"_s, context }, { u"image_name"_s, u"secrets/args"_s },
            { u"network"_s, u"none"_s },
            { u"build_args"_s,
                QJsonObject{ { u"A_SEEN_ARGUMENT"_s, QString::fromUtf8(canary) } } } });
    const QJsonObject task = m_daemon->taskIn(id, u"finished"_s);
    QVERIFY2(
        task[u"status"].toString() == u"completed"_s, QJsonDocument(task).toJson().constData());
    QVERIFY(recorded().contains("A_SEEN_ARGUMENT"));
    QVERIFY(!recorded().contains(canary));
    QVERIFY(!task[u"command_line"].toString().toUtf8().contains(canary));
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
