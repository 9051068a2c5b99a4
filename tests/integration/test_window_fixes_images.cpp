// Images and registries that fail for real: the error is shown, its fix clicked, the task
// completes.
#include "tests/support/window_under_test.h"

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
    void aPushThatIsNotAllowed();

private:
    EngineFixture m_engine;
    std::unique_ptr<WindowUnderTest> m_shown;
};

void TestWindowFixesImages::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
    m_shown = std::make_unique<WindowUnderTest>(m_engine.program);
    QVERIFY2(m_shown->start(), qPrintable(m_shown->queue.sentence));
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
    QVERIFY(m_shown->completes(id));
    QVERIFY(m_engine.docker({ u"logout"_s, m_engine.authRegistry }).ok());
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
