// The commands of slipwayctl for the queue as a whole.
#include "ctl_under_test.h"

#include <QFile>
#include <QJsonArray>

using namespace slipway;
using namespace Qt::StringLiterals;

class TestCtlQueue : public QObject {
    Q_OBJECT

private slots:
    void init();
    void limitsAreShownAndSet();
    void aLimitThatIsNoNumberIsWrongUsage();
    void aLaneThatIsUnknownIsRefused();
    void healthNamesAllThree();
    void clearTakesWhatEnded();
    void whatIsExportedIsImported();
    void anExportIsForItsOwnerAlone();
    void anExportWithoutAPlaceIsSaid();
    void anImportThatIsNoQueueIsSaid();
    void startNowTakesBeginningsOfIds();

private:
    QString file() const { return m_ctl->served.folder.filePath(u"queue.json"_s); }

    std::unique_ptr<CtlUnderTest> m_ctl;
};

void TestCtlQueue::init()
{
    m_ctl = std::make_unique<CtlUnderTest>();
    QCOMPARE(m_ctl->served.problem, std::nullopt);
}

void TestCtlQueue::limitsAreShownAndSet()
{
    QCOMPARE(m_ctl->run({ u"limits"_s, u"max_concurrent=7"_s, u"pull=4"_s }), 0);
    QCOMPARE(m_ctl->queue.limits().maxConcurrent, 7);
    QCOMPARE(m_ctl->queue.limits().lanes.value(Lane::Pull), 4);
    QCOMPARE(m_ctl->run({ u"limits"_s }), 0);
    QVERIFY2(m_ctl->out.contains("max_concurrent"_L1) && m_ctl->out.contains(u'7')
            && m_ctl->out.contains("pull"_L1),
        qPrintable(m_ctl->out));
}

void TestCtlQueue::aLimitThatIsNoNumberIsWrongUsage()
{
    QCOMPARE(m_ctl->run({ u"limits"_s, u"pull=many"_s }), 2);
    QVERIFY2(m_ctl->err.contains("pull=many"_L1), qPrintable(m_ctl->err));
}

void TestCtlQueue::aLaneThatIsUnknownIsRefused()
{
    QCOMPARE(m_ctl->run({ u"limits"_s, u"tug=1"_s }), 1);
    QVERIFY2(
        m_ctl->err.contains("tug"_L1) && m_ctl->err.contains("pull"_L1), qPrintable(m_ctl->err));
}

void TestCtlQueue::healthNamesAllThree()
{
    HostState engine;
    engine.known = engine.reachable = true;
    engine.address = u"unix:///run/docker.sock"_s;
    engine.version = u"28.2.2"_s;
    m_ctl->queue.hostStates = { engine };
    m_ctl->queue.trouble = u"The disk is full."_s;
    QCOMPARE(m_ctl->run({ u"health"_s }), 0);
    for (const QString &word :
        { u"docker"_s, u"28.2.2"_s, u"ollama"_s, u"not asked yet"_s, u"The disk is full."_s })
        QVERIFY2(m_ctl->out.contains(word), qPrintable(m_ctl->out));
}

void TestCtlQueue::clearTakesWhatEnded()
{
    QCOMPARE(m_ctl->run({ u"add"_s, u"docker_pull"_s, u"image_name=a"_s }), 0);
    QCOMPARE(m_ctl->run({ u"add"_s, u"docker_pull"_s, u"image_name=b"_s }), 0);
    m_ctl->queue.setStatus(m_ctl->queue.tasks[0].id, TaskStatus::Completed);
    QCOMPARE(m_ctl->run({ u"clear"_s }), 0);
    QCOMPARE(m_ctl->out, u"1 tasks cleared.\n"_s);
    QCOMPARE(m_ctl->queue.tasks.size(), 1);
}

void TestCtlQueue::whatIsExportedIsImported()
{
    QCOMPARE(
        m_ctl->run({ u"add"_s, u"docker_pull"_s, u"image_name=alpine"_s, u"priority=3"_s }), 0);
    const Task task = m_ctl->queue.tasks.first();
    QCOMPARE(m_ctl->run({ u"export"_s, file() }), 0);
    QCOMPARE(m_ctl->run({ u"import"_s, file() }), 0);
    QCOMPARE(m_ctl->queue.tasks.size(), 2);
    QCOMPARE(m_ctl->out, idText(m_ctl->queue.tasks[1].id) + u'\n');
    QCOMPARE(m_ctl->queue.tasks[1].spec, task.spec);
    QCOMPARE(m_ctl->queue.tasks[1].options.priority, 3);
}

void TestCtlQueue::anExportIsForItsOwnerAlone()
{
    QCOMPARE(m_ctl->run({ u"export"_s, file() }), 0);
    QCOMPARE(QFile::permissions(file()) & ~QFile::Permissions(QFile::ReadUser | QFile::WriteUser),
        QFile::Permissions(QFile::ReadOwner | QFile::WriteOwner));
}

void TestCtlQueue::anExportWithoutAPlaceIsSaid()
{
    QCOMPARE(m_ctl->run({ u"export"_s, u"/no/such/folder/queue.json"_s }), 1);
    QVERIFY2(m_ctl->err.contains("/no/such/folder/queue.json"_L1), qPrintable(m_ctl->err));
}

void TestCtlQueue::anImportThatIsNoQueueIsSaid()
{
    QFile other(file());
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("Dear Anna,");
    other.close();
    QCOMPARE(m_ctl->run({ u"import"_s, file() }), 1);
    QVERIFY2(m_ctl->err.contains(file()), qPrintable(m_ctl->err));
    QVERIFY(m_ctl->queue.tasks.isEmpty());
}

void TestCtlQueue::startNowTakesBeginningsOfIds()
{
    QCOMPARE(m_ctl->run({ u"add"_s, u"docker_pull"_s, u"image_name=a"_s }), 0);
    const TaskId id = m_ctl->queue.tasks.first().id;
    QCOMPARE(m_ctl->run({ u"start-now"_s, idText(id).left(8) }), 0);
    QCOMPARE(m_ctl->queue.task(id)->status, TaskStatus::Validating);
}

QTEST_GUILESS_MAIN(TestCtlQueue)
#include "test_ctl_queue.moc"
