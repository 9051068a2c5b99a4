// What the desktop is told and asked, against its services on a bus of the test's own.
#include "private_bus.h"
#include "tests/support/fake_queue_service.h"
#include "ui/desktop/appearance.h"
#include "ui/desktop/tray.h"
#include "ui/desktop/tray_picture.h"
#include "ui/main_window.h"
#include "ui/notifier.h"
#include "ui/tasks/task_table_view.h"
#include "ui/widgets.h"

#include <QAction>
#include <QDBusArgument>
#include <QMenu>
#include <QTemporaryDir>

#include <cstdio>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

const QString mockInterface = u"org.freedesktop.DBus.Mock"_s;

struct Seen {
    QString title;
    QString text;
    QStringList actions;
};

} // namespace

class DesktopTest : public QObject {
    Q_OBJECT

public slots:
    void launcherTold(const QString &, const QVariantMap &what) { m_launcher = what; }

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void aFailureIsToldWithItsButtons();
    void manyFailuresAreToldInOne();
    void aMarkedTaskIsToldAtItsEnd();
    void theQueueIsToldWhenItIsDone();
    void quietTellsNothing();
    void aTurnedOffKindIsNotTold();
    void retryInTheNotificationRetries();
    void showInTheNotificationSelectsTheTask();
    void sleepIsHeldOffWhileSomethingRuns();
    void withoutLogindNothingIsWrong();
    void theDockIsToldOfProgress();
    void theTrayPictureTellsEachState();
    void theTrayMenuHoldsAndQuiets();
    void quitWhenTheQueueIsDone();
    void anEmptyQueueQuitsNothingUnlessAsked();

private:
    struct Program {
        FakeQueueService queue;
        MainWindow window{ queue };
        std::unique_ptr<Notifier> notifier;

        Task run(int sequence, bool marked = false)
        {
            Task task =
                madeTask(sequence, pullOf(u"alpine:%1"_s.arg(sequence)), TaskStatus::Pulling);
            task.options.notify = marked;
            queue.add(task);
            return task;
        }
        void end(Task task, TaskStatus status)
        {
            task.status = status;
            queue.change(task);
        }
    };
    std::unique_ptr<Program> program();
    QDBusInterface mock(const QString &service, const QString &path) const
    {
        return QDBusInterface(service, path, mockInterface, m_bus->connection());
    }
    QList<Seen> notifications() const;
    void invoke(uint id, const QString &action) const;
    int inhibitors() const;

    std::unique_ptr<PrivateBus> m_bus;
    QVariantMap m_launcher;
    QTemporaryDir m_folder;
    std::unique_ptr<SettingsFile> m_settings;
};

void DesktopTest::initTestCase()
{
    m_bus = std::make_unique<PrivateBus>();
    QVERIFY(m_bus->start());
    QVERIFY(m_bus->serve({ u"--session"_s, u"--template"_s, u"notification_daemon"_s },
        u"org.freedesktop.Notifications"_s));
    QVERIFY(m_bus->serve(
        { u"--session"_s, u"--template"_s, u"logind"_s }, u"org.freedesktop.login1"_s));
}

void DesktopTest::init()
{
    QFile::remove(m_folder.filePath(u"slipway.ini"_s));
    m_settings = std::make_unique<SettingsFile>(m_folder.filePath(u"slipway.ini"_s));
    mock(u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s)
        .call(u"ClearCalls"_s);
}

void DesktopTest::cleanup()
{
    QTRY_COMPARE(inhibitors(), 0); // nothing of a test holds the machine awake
}

std::unique_ptr<DesktopTest::Program> DesktopTest::program()
{
    auto made = std::make_unique<Program>();
    made->notifier = std::make_unique<Notifier>(made->queue, made->window, *m_settings,
        DesktopBuses{ m_bus->connection(), m_bus->connection() });
    return made;
}

QList<Seen> DesktopTest::notifications() const
{
    QList<Seen> seen;
    const QDBusMessage reply =
        mock(u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s)
            .call(u"GetMethodCalls"_s, u"Notify"_s);
    const auto calls = reply.arguments().value(0).value<QDBusArgument>();
    calls.beginArray();
    while (!calls.atEnd()) {
        qulonglong at = 0;
        QVariantList arguments;
        calls.beginStructure();
        calls >> at >> arguments;
        calls.endStructure();
        QStringList actions;
        if (const QVariant given = arguments.value(5); given.canConvert<QStringList>())
            actions = given.toStringList();
        else
            given.value<QDBusArgument>() >> actions;
        seen << Seen{ arguments.value(3).toString(), arguments.value(4).toString(), actions };
    }
    calls.endArray();
    return seen;
}

void DesktopTest::invoke(uint id, const QString &action) const
{
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s,
        u"/org/freedesktop/Notifications"_s, mockInterface, u"EmitSignal"_s);
    call << u"org.freedesktop.Notifications"_s << u"ActionInvoked"_s << u"us"_s
         << QVariantList{ id, action };
    QCOMPARE(m_bus->connection().call(call).type(), QDBusMessage::ReplyMessage);
}

int DesktopTest::inhibitors() const
{
    const QDBusMessage reply = QDBusInterface(u"org.freedesktop.login1"_s,
        u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s, m_bus->connection())
                                   .call(u"ListInhibitors"_s);
    const auto list = reply.arguments().value(0).value<QDBusArgument>();
    int count = 0;
    list.beginArray();
    while (!list.atEnd()) {
        QString what, who, why, mode;
        uint uid = 0, pid = 0;
        list.beginStructure();
        list >> what >> who >> why >> mode >> uid >> pid;
        list.endStructure();
        if (what == "sleep"_L1 && who == "Slipway"_L1 && mode == "block"_L1)
            ++count;
    }
    list.endArray();
    return count;
}

void DesktopTest::aFailureIsToldWithItsButtons()
{
    const auto one = program();
    one->end(one->run(1), TaskStatus::Failed);
    QTRY_COMPARE(notifications().size(), 1);
    const Seen seen = notifications().first();
    QVERIFY2(seen.title.contains(u"alpine:1"_s), qPrintable(seen.title));
    QVERIFY(seen.actions.contains(u"show"_s) && seen.actions.contains(u"retry"_s));
}

void DesktopTest::manyFailuresAreToldInOne()
{
    const auto one = program();
    QList<Task> tasks;
    for (int i = 1; i <= 5; ++i)
        tasks << one->run(i);
    for (const Task &task : std::as_const(tasks))
        one->end(task, TaskStatus::Failed);
    QTRY_COMPARE(notifications().size(), 2); // and that the queue is done
    QStringList titles;
    for (const Seen &seen : notifications())
        titles << seen.title;
    QVERIFY2(titles.contains(u"5 tasks failed"_s), qPrintable(titles.join(u" | "_s)));
}

void DesktopTest::aMarkedTaskIsToldAtItsEnd()
{
    const auto one = program();
    one->run(2); // so that the queue is not done
    one->end(one->run(1, true), TaskStatus::Completed);
    QTRY_COMPARE(notifications().size(), 1);
    QVERIFY(notifications().first().title.contains(u"alpine:1"_s));
    QVERIFY(!notifications().first().actions.contains(u"retry"_s));
}

void DesktopTest::theQueueIsToldWhenItIsDone()
{
    const auto one = program();
    const QList<Task> tasks{ one->run(1), one->run(2), one->run(3) };
    one->end(tasks[0], TaskStatus::Completed);
    one->end(tasks[1], TaskStatus::Completed);
    one->end(tasks[2], TaskStatus::Failed);
    QTRY_COMPARE(notifications().size(), 2);
    const auto all = notifications();
    const auto done = std::find_if(all.begin(), all.end(),
        [](const Seen &seen) { return seen.title == "The queue is done"_L1; });
    QVERIFY(done != all.end());
    QVERIFY2(done->text.startsWith(u"2 done, 1 failed, in 0:0"_s), qPrintable(done->text));
}

void DesktopTest::quietTellsNothing()
{
    Settings settings;
    settings.quiet = true;
    m_settings->change(settings);
    const auto one = program();
    const Task failing = one->run(1);
    const Task marked = one->run(2, true);
    one->end(failing, TaskStatus::Failed);
    one->end(marked, TaskStatus::Completed);
    WorkSummary after(one->queue); // hears later than the program's own
    QTRY_COMPARE(after.numbers().active, 0);
    QVERIFY(notifications().isEmpty());
    settings.quiet = false;
    m_settings->change(settings); // and it can be told again, but not of what was before
    one->run(5); // so that the queue is not done
    one->end(one->run(3, true), TaskStatus::Completed);
    one->end(one->run(4), TaskStatus::Failed);
    QTRY_COMPARE(notifications().size(), 2); // failures are gathered: what was before would be in
    QVERIFY(notifications().first().title.contains(u"alpine:3"_s));
    QVERIFY(notifications().last().title.contains(u"alpine:4"_s));
}

void DesktopTest::aTurnedOffKindIsNotTold()
{
    Settings settings;
    settings.tellOfFailures = settings.tellWhenDone = false;
    m_settings->change(settings);
    const auto one = program();
    one->end(one->run(1), TaskStatus::Failed);
    one->end(one->run(2, true), TaskStatus::Completed);
    QTRY_COMPARE(notifications().size(), 1);
    QVERIFY(notifications().first().title.contains(u"alpine:2"_s));
}

void DesktopTest::retryInTheNotificationRetries()
{
    const auto one = program();
    const Task task = one->run(1);
    one->end(task, TaskStatus::Failed);
    QTRY_COMPARE(notifications().size(), 1);
    for (uint id = 1; id < 40 && one->queue.asked.isEmpty(); ++id) {
        invoke(id, u"retry"_s); // of earlier tests' notifications nobody listens any more
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(one->queue.asked.filter(idText(task.id)).size(), 1);
    QVERIFY(one->queue.asked.first().startsWith(u"retry"_s));
}

void DesktopTest::showInTheNotificationSelectsTheTask()
{
    const auto one = program();
    const Task task = one->run(1);
    one->run(2);
    one->end(task, TaskStatus::Failed);
    QTRY_COMPARE(notifications().size(), 1);
    QVERIFY(!one->window.isVisible());
    for (uint id = 1; id < 40; ++id)
        invoke(id, u"show"_s);
    QTRY_VERIFY(one->window.isVisible());
    QTRY_COMPARE(one->window.findChild<TaskTableView *>()->selectedIds(), QList<TaskId>{ task.id });
}

void DesktopTest::sleepIsHeldOffWhileSomethingRuns()
{
    const auto one = program();
    QCOMPARE(inhibitors(), 0);
    const Task task = one->run(1);
    QTRY_COMPARE(inhibitors(), 1);
    const Task other = one->run(2);
    WorkSummary after(one->queue); // hears later than the program's own
    QCOMPARE(after.numbers().active, 2);
    one->end(task, TaskStatus::Completed);
    QTRY_COMPARE(after.numbers().active, 1);
    QCOMPARE(inhibitors(), 1);
    one->end(other, TaskStatus::Paused);
    QTRY_COMPARE(inhibitors(), 0);
}

void DesktopTest::withoutLogindNothingIsWrong()
{
    PrivateBus empty;
    QVERIFY(empty.start());
    SleepInhibitor awake(empty.connection());
    awake.setWorking(true);
    const auto isAnswered = [&awake] { return awake.children().isEmpty(); };
    QVERIFY(!isAnswered());
    QTRY_VERIFY(isAnswered());
    QVERIFY(!awake.isHeld());
    SleepInhibitor nowhere(QDBusConnection(u"not connected"_s));
    nowhere.setWorking(true);
    QVERIFY(!nowhere.isHeld());
}

void DesktopTest::theDockIsToldOfProgress()
{
    QVERIFY(m_bus->connection().connect({}, {}, u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s,
        this, SLOT(launcherTold(QString, QVariantMap))));
    const auto one = program();
    const Task task = one->run(1);
    TaskProgress progress;
    progress.percent = 42;
    one->queue.progress(task.id, progress);
    QTRY_COMPARE(m_launcher.value(u"progress"_s).toDouble(), 0.42);
    QVERIFY(m_launcher.value(u"progress-visible"_s).toBool());
    QCOMPARE(m_launcher.value(u"count"_s).toInt(), 1);
    one->end(task, TaskStatus::Completed);
    QTRY_VERIFY(!m_launcher.value(u"progress-visible"_s).toBool());
}

void DesktopTest::theTrayPictureTellsEachState()
{
    const QList<WorkNumbers> states{ {}, { .active = 1, .percent = 10 },
        { .active = 1, .percent = 90 }, { .failed = 2 }, { .held = true },
        { .active = 1, .failed = 1, .percent = 10 } };
    for (int pixels : { 22, 24, 48 }) {
        QList<QImage> seen;
        for (const WorkNumbers &state : states) {
            const QImage image = trayPicture(state, pixels).toImage();
            QCOMPARE(image.size(), QSize(pixels, pixels));
            for (const QImage &other : std::as_const(seen))
                QVERIFY(image != other);
            seen << image;
        }
    }
    QCOMPARE(trayText({ .active = 3, .waiting = 12, .percent = 42 }),
        u"Slipway: 3 active, 12 waiting, 42 %"_s);
}

void DesktopTest::theTrayMenuHoldsAndQuiets()
{
    FakeQueueService queue;
    WorkSummary work(queue);
    QWidget window;
    auto *tray = new Tray(work, *m_settings, window);
    QSignalSpy held(tray, &Tray::holdAsked);
    const auto action = [tray](const QString &name) {
        return tray->menu().findChild<QAction *>(name);
    };
    action(u"trayHold"_s)->trigger();
    QCOMPARE(held, (QList<QVariantList>{ { true } }));
    action(u"trayQuiet"_s)->trigger();
    QVERIFY(m_settings->values().quiet);
    QSignalSpy quit(tray, &Tray::quitAsked);
    action(u"trayQuit"_s)->trigger();
    QCOMPARE(quit.size(), 1);
}

void DesktopTest::quitWhenTheQueueIsDone()
{
    Settings settings;
    settings.quitWhenEmpty = true;
    m_settings->change(settings);
    const auto one = program();
    QSignalSpy quit(one->notifier.get(), &Notifier::quitConfirmed);
    const Task first = one->run(1);
    const Task second = one->run(2);
    WorkSummary after(one->queue); // hears later than the program's own
    QCOMPARE(after.numbers().active, 2);
    one->end(second, TaskStatus::Completed);
    QTRY_COMPARE(after.numbers().active, 1);
    QVERIFY(quit.isEmpty());
    one->end(first, TaskStatus::Completed);
    QTRY_COMPARE(quit.size(), 1);
}

void DesktopTest::anEmptyQueueQuitsNothingUnlessAsked()
{
    const auto one = program();
    QSignalSpy quit(one->notifier.get(), &Notifier::quitConfirmed);
    const Task task = one->run(1);
    WorkSummary after(one->queue); // hears later than the program's own
    QSignalSpy done(&after, &WorkSummary::workDone);
    one->end(task, TaskStatus::Completed);
    QTRY_COMPARE(done.size(), 1);
    QVERIFY(quit.isEmpty());
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (const QString missing = PrivateBus::missing(); !missing.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(missing));
        return qEnvironmentVariable("CI") == "true"_L1 ? 1 : 77;
    }
    DesktopTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_desktop.moc"
