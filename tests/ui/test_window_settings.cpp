// What is set in the window holds at once in a queue that is at work.
#include "tests/core/queue_bench.h"
#include "tests/support/replay_server.h"
#include "core/slipway.h"
#include "ui/main_window.h"
#include "ui/settings/settings_dialog.h"
#include "ui/tasks/task_table_view.h"

#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace {

struct Shown {
    QTemporaryDir folder;
    SettingsFile settings{ folder.filePath(u"slipway.ini"_s) };
    QueueBench bench;
    MainWindow window{ bench.queue };
    SettingsDialog *dialog = nullptr;

    explicit Shown(const JournalContents &before = {})
        : bench(before)
    {
    }
    bool start()
    {
        if (!bench.start())
            return false;
        window.show();
        dialog = SettingsDialog::showOver(window, bench.queue, settings);
        return QTest::qWaitForWindowExposed(dialog);
    }
    template <typename Widget> Widget *find(const QString &name) const
    {
        return dialog->findChild<Widget *>(name);
    }
};

void type(QAbstractSpinBox *into, const QString &text)
{
    into->setFocus();
    into->selectAll();
    QTest::keyClicks(into, text);
    QTest::keyClick(into, Qt::Key_Return);
}

} // namespace

class TestWindowSettings : public QObject {
    Q_OBJECT

private slots:
    void aHigherLimitStartsWhatWaits();
    void whatIsToStayFreeHoldsAtOnce();
    void whatIsOldLeavesAtOnce();
    void anotherOllamaServerIsAskedAtOnce();
};

void TestWindowSettings::aHigherLimitStartsWhatWaits()
{
    Shown shown;
    QVERIFY(shown.start());
    type(shown.find<QSpinBox>(u"lane:pull"_s), u"1"_s);
    const TaskId first = shown.bench.add(draftOf(TaskType::DockerPull));
    const TaskId second = shown.bench.add(draftOf(TaskType::DockerPull));
    QTRY_VERIFY(shown.bench.runs(first));
    QCOMPARE(shown.bench.status(second), TaskStatus::Pending);
    QTest::keyClick(shown.find<QSpinBox>(u"lane:pull"_s), Qt::Key_Up);
    QTRY_VERIFY(shown.bench.runs(second));
}

void TestWindowSettings::whatIsToStayFreeHoldsAtOnce()
{
    Shown shown;
    HostState engine;
    engine.known = engine.reachable = true;
    engine.address = shown.bench.maker.resolveHost({});
    engine.dataFolder = QDir::tempPath();
    shown.bench.hosts.states = { engine };
    QVERIFY(shown.start());
    type(shown.find<QDoubleSpinBox>(u"keep_free_gb"_s), u"90000"_s); // more than any disk has
    const TaskId id = shown.bench.add(draftOf(TaskType::DockerPull));
    QTRY_VERIFY(!shown.bench.task(id).waitingFor.isEmpty());
    QVERIFY(!shown.bench.of(id));
    type(shown.find<QDoubleSpinBox>(u"keep_free_gb"_s), u"0"_s);
    QTRY_VERIFY(shown.bench.runs(id));
}

void TestWindowSettings::whatIsOldLeavesAtOnce()
{
    JournalContents before;
    for (int daysAgo : { 3, 40 }) {
        Task task;
        task.id = QUuid::createUuid();
        task.sequence = 50 - daysAgo;
        task.spec = draftOf(TaskType::DockerPull).spec;
        task.status = TaskStatus::Completed;
        task.createdAt = task.completedAt = QDateTime::currentDateTimeUtc().addDays(-daysAgo);
        before.tasks.prepend(task);
    }
    Shown shown(before);
    QVERIFY(shown.start());
    const QAbstractItemModel *rows = shown.window.findChild<TaskTableView *>()->model();
    QTRY_COMPARE(rows->rowCount(), 2);
    shown.dialog->openPage(SettingsDialog::List);
    auto *after = shown.find<QComboBox>(u"remove_after_days"_s);
    while (after->currentData().toInt() != 7) {
        const int chosen = after->currentIndex();
        QTest::keyClick(after, chosen == 0 ? Qt::Key_End : Qt::Key_Up);
        QVERIFY(after->currentIndex() != chosen);
    }
    QTRY_COMPARE(rows->rowCount(), 1);
}

void TestWindowSettings::anotherOllamaServerIsAskedAtOnce()
{
    QTemporaryDir home;
    ReplayServer server;
    server.playWell();
    Slipway slipway(pathsFor(home.path(), {}));
    QSignalSpy ready(&slipway, &Slipway::ready);
    slipway.start();
    QTRY_COMPARE(ready.size(), 1);
    SettingsDialog dialog(slipway.queue(), slipway.settings());
    dialog.show();
    dialog.openPage(SettingsDialog::Ollama);
    auto *host = dialog.findChild<QLineEdit *>(u"ollama_host"_s);
    QTest::keyClicks(host, server.address());
    QTest::keyClick(host, Qt::Key_Return);
    QTRY_VERIFY(server.count(u"/api/tags"_s) > 0);
    const auto isThere = [&slipway] {
        for (const HostState &state : slipway.queue().hosts()) {
            if (state.kind == HostKind::Ollama)
                return state.reachable && !state.models.isEmpty();
        }
        return false;
    };
    QTRY_VERIFY(isThere());
    auto *says = dialog.findChild<QLabel *>(u"ollama_server_says"_s);
    QTRY_COMPARE(says->property("tone").toString(), u"done"_s);
    QSignalSpy ended(&slipway, &Slipway::ended);
    slipway.shutDown();
    QTRY_COMPARE(ended.size(), 1);
}

QTEST_MAIN(TestWindowSettings)
#include "test_window_settings.moc"
