// An engine whose disk is full: the error is shown, its fix clicked, the task completes.
#include "tests/support/window_under_test.h"

#include <QFile>
#include <QLabel>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::test;

class TestWindowFixesDisk : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void aFullDisk();

private:
    void useClient(const QString &program);

    EngineFixture m_engine;
    std::unique_ptr<WindowUnderTest> m_shown;
};

void TestWindowFixesDisk::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
}

void TestWindowFixesDisk::useClient(const QString &program)
{
    m_shown = std::make_unique<WindowUnderTest>(program);
    QVERIFY2(m_shown->start(), qPrintable(m_shown->queue.sentence));
}

// The program says that the disk is full, and no more so once the stopped container with the large
// file is gone, which pruning removes.
void TestWindowFixesDisk::aFullDisk()
{
    QVERIFY(m_engine
                .docker({ u"run"_s, u"--name"_s, u"waste"_s, u"--network"_s, u"none"_s,
                    u"busybox:local"_s, u"dd"_s, u"if=/dev/zero"_s, u"of=/waste"_s, u"bs=1M"_s,
                    u"count=5"_s })
                .ok());
    const QString real = m_engine.program;
    QFile full(m_engine.folder + u"/docker-on-a-full-disk"_s);
    QVERIFY(full.open(QIODevice::WriteOnly));
    full.write("#!/bin/sh\ncase \"$*\" in *tag*)\n"
               "if [ -n \"$('"
        + real.toUtf8()
        + "' ps -aq --filter name=waste)\" ]; then\n"
          "  echo 'Error response from daemon: write /var/lib/docker/x: no space left on device' "
          ">&2; exit 1; fi;; esac\n"
          "exec '"
        + real.toUtf8() + "' \"$@\"\n");
    full.close();
    QVERIFY(full.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    useClient(full.fileName());
    const TaskId id = m_shown->fails(u"docker_tag"_s,
        { { u"source_image"_s, u"busybox:local"_s }, { u"target_image"_s, u"fixed:4"_s } },
        ErrorCode::SystemDiskSpace);
    QVERIFY(m_shown->queue.task(id).error->reclaimableBytes.value_or(0) >= 5'000'000);
    m_shown->window->findChild<TaskTableView *>()->select(id);
    auto *use = m_shown->window->findChild<QWidget *>(u"diskUse"_s);
    const auto says = [use](const QString &word) {
        const QList<QLabel *> lines = use->findChildren<QLabel *>();
        return std::any_of(lines.begin(), lines.end(),
            [&word](const QLabel *each) { return each->text() == word; });
    };
    QTRY_VERIFY(use->isVisible() && says(u"The largest images"_s));
    QVERIFY(m_shown->clickFix(id, u"prune"_s));
    QVERIFY(m_shown->completes(id));
}

QTEST_MAIN(TestWindowFixesDisk)
#include "test_window_fixes_disk.moc"
