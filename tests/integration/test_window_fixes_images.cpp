// Images and registries that fail for real: the error is shown, its fix clicked, the task
// completes.
#include "tests/support/window_under_test.h"

#include <QComboBox>
#include <QInputDialog>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::test;

class TestWindowFixesImages : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void aTagThatIsNotThere();
    void anImageThatIsSpelledWrong();
    void anImageThatIsNotHereYet();
    void aRegistryThatWantsALogin();
    void aPlatformThatIsNotThere();
    void aPlatformThatIsPutRightByHand();
    void aLoginThatIsRefused();
    void aPushThatWantsALogin();
    void aPushThatIsNotAllowed();

private:
    void logIn(); // in the form that the fix has opened
    void logOut() { QVERIFY(m_engine.docker({ u"logout"_s, m_engine.authRegistry }).ok()); }

    EngineFixture m_engine;
    std::unique_ptr<WindowUnderTest> m_shown;
};

void TestWindowFixesImages::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
    m_shown = std::make_unique<WindowUnderTest>(m_engine.program);
    QVERIFY2(m_shown->start(), qPrintable(m_shown->queue.sentence));
}

void TestWindowFixesImages::logIn()
{
    QWidget *dialog = nullptr;
    QTRY_VERIFY(
        (dialog = m_shown->window->findChild<QWidget *>(u"submitDialog"_s)) && dialog->isVisible());
    const auto type = [dialog](const QString &name, const QString &text) {
        for (QLineEdit *edit : dialog->findChildren<QLineEdit *>(name)) {
            if (!edit->isVisible())
                continue;
            QTest::mouseClick(edit, Qt::LeftButton);
            edit->selectAll();
            QTest::keyClicks(edit, text);
        }
    };
    type(u"username"_s, m_engine.user);
    type(u"password"_s, m_engine.password);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"addToQueue"_s), Qt::LeftButton);
    QTRY_VERIFY(!m_shown->window->findChild<QWidget *>(u"submitDialog"_s));
}

void TestWindowFixesImages::aTagThatIsNotThere()
{
    const QString name = m_engine.registry + u"/fixes/tags"_s;
    QVERIFY(m_engine.fill(m_engine.registry, u"fixes/tags:1.27"_s, { 0.1 }).ok());
    const TaskId id = m_shown->fails(u"docker_pull"_s, { { u"image_name"_s, name + u":1.28"_s } },
        ErrorCode::DockerImageNotFound);
    QVERIFY(m_shown->clickFix(id, u"use_name:"_s + name + u":1.27"_s));
    QVERIFY(m_shown->completes(id));
}

void TestWindowFixesImages::anImageThatIsSpelledWrong()
{
    const TaskId id = m_shown->fails(u"docker_tag"_s,
        { { u"source_image"_s, u"busybx:local"_s }, { u"target_image"_s, u"fixed:1"_s } },
        ErrorCode::DockerImageNotFound);
    QVERIFY(m_shown->clickFix(id, u"use_name:busybox:local"_s));
    QVERIFY(m_shown->completes(id));
}

void TestWindowFixesImages::anImageThatIsNotHereYet()
{
    const RegistryImage image = m_engine.fill(m_engine.registry, u"fixes/later:1"_s, { 0.1 });
    const TaskId id = m_shown->fails(u"docker_tag"_s,
        { { u"source_image"_s, image.reference }, { u"target_image"_s, u"fixed:2"_s } },
        ErrorCode::DockerImageNotFound);
    QVERIFY(m_shown->clickFix(id, u"pull:"_s + image.reference));
    QVERIFY(m_shown->completes(id));
}

void TestWindowFixesImages::aRegistryThatWantsALogin()
{
    const RegistryImage image = m_engine.fill(m_engine.authRegistry, u"fixes/secret:1"_s, { 0.1 },
        { u"--login"_s, m_engine.user + u':' + m_engine.password });
    QVERIFY(image.ok());
    const TaskId id = m_shown->fails(u"docker_pull"_s, { { u"image_name"_s, image.reference } },
        ErrorCode::DockerAuthenticationFailed);
    QVERIFY(m_shown->clickFix(id, u"log_in:"_s + m_engine.authRegistry));
    logIn();
    QVERIFY(m_shown->completes(id));
    QVERIFY(m_engine.docker({ u"logout"_s, m_engine.authRegistry }).ok());
}

void TestWindowFixesImages::aPlatformThatIsNotThere()
{
    const QString name = m_engine.registry + u"/fixes/arm:1"_s;
    QVERIFY(m_engine
                .fill(m_engine.registry, u"fixes/arm:1"_s, { 0.05 },
                    { u"--list"_s, u"--arch"_s, u"arm64"_s })
                .ok());
    const TaskId id = m_shown->fails(u"docker_pull"_s,
        { { u"image_name"_s, name }, { u"platform"_s, u"linux/amd64"_s } },
        ErrorCode::DockerPullFailed);
    QVERIFY(m_shown->clickFix(id, u"use_platform:linux/arm64"_s));
    QVERIFY(m_shown->completes(id));
    QCOMPARE(std::get<DockerPull>(m_shown->queue.task(id).spec).platform, u"linux/arm64"_s);
}

// Changed in the form that comes up with what was asked for.
void TestWindowFixesImages::aPlatformThatIsPutRightByHand()
{
    const QString name = m_engine.registry + u"/fixes/arm:2"_s;
    QVERIFY(m_engine
                .fill(m_engine.registry, u"fixes/arm:2"_s, { 0.05 },
                    { u"--list"_s, u"--arch"_s, u"arm64"_s })
                .ok());
    const TaskId id = m_shown->fails(u"docker_pull"_s,
        { { u"image_name"_s, name }, { u"platform"_s, u"linux/amd64"_s } },
        ErrorCode::DockerPullFailed);
    auto *table = m_shown->window->findChild<TaskTableView *>();
    table->select(id);
    QPushButton *edit = m_shown->button(u"errorEdit"_s);
    QVERIFY(edit);
    QTest::mouseClick(edit, Qt::LeftButton);
    QWidget *dialog = nullptr;
    QTRY_VERIFY(
        (dialog = m_shown->window->findChild<QWidget *>(u"submitDialog"_s)) && dialog->isVisible());
    QLineEdit *platform = nullptr;
    for (QComboBox *each : dialog->findChildren<QComboBox *>(u"platform"_s))
        platform = each->isVisible() ? each->lineEdit() : platform;
    QVERIFY(platform);
    QCOMPARE(platform->text(), u"linux/amd64"_s);
    platform->selectAll();
    QTest::keyClicks(platform, u"linux/arm64"_s);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"addToQueue"_s), Qt::LeftButton);
    QTRY_VERIFY(m_shown->queue.queue().snapshot().last().id != id);
    QVERIFY(m_shown->completes(m_shown->queue.queue().snapshot().last().id));
}

void TestWindowFixesImages::aLoginThatIsRefused()
{
    const TaskId id = m_shown->fails(u"docker_login"_s,
        { { u"registry"_s, m_engine.authRegistry }, { u"username"_s, u"nobody"_s },
            { u"secret"_s, u"wrong"_s } },
        ErrorCode::DockerAuthenticationFailed);
    QVERIFY(m_shown->clickFix(id, u"log_in:"_s + m_engine.authRegistry));
    logIn();
    QVERIFY(m_shown->completes(id));
    QCOMPARE(std::get<DockerLogin>(m_shown->queue.task(id).spec).username, m_engine.user);
    logOut();
}

void TestWindowFixesImages::aPushThatWantsALogin()
{
    const QString name = m_engine.authRegistry + u"/fixes/pushed:1"_s;
    QVERIFY(m_engine.docker({ u"tag"_s, u"busybox:local"_s, name }).ok());
    const TaskId id = m_shown->fails(
        u"docker_push"_s, { { u"image_name"_s, name } }, ErrorCode::DockerAuthenticationFailed);
    QVERIFY(m_shown->clickFix(id, u"log_in:"_s + m_engine.authRegistry));
    logIn();
    QVERIFY(m_shown->completes(id));
    logOut();
}

void TestWindowFixesImages::aPushThatIsNotAllowed()
{
    const QString wrong = m_engine.authRegistry + u"/fixes/push:1"_s;
    const QString right = m_engine.registry + u"/fixes/push:1"_s;
    QVERIFY(m_engine.docker({ u"tag"_s, u"busybox:local"_s, wrong }).ok());
    const TaskId id = m_shown->fails(
        u"docker_push"_s, { { u"image_name"_s, wrong } }, ErrorCode::DockerAuthenticationFailed);
    QVERIFY(m_shown->clickFix(id, u"retag"_s));
    QInputDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = m_shown->window->findChild<QInputDialog *>(u"retagDialog"_s))
        && dialog->isVisible());
    auto *edit = dialog->findChild<QLineEdit *>();
    QCOMPARE(edit->text(), wrong);
    edit->selectAll();
    QTest::keyClicks(edit, right);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(m_shown->completes(id));
    QVERIFY(!m_engine.manifestDigest(m_engine.registry, u"fixes/push"_s, u"1"_s).isEmpty());
}

QTEST_MAIN(TestWindowFixesImages)
#include "test_window_fixes_images.moc"
