// The tray icon on a desktop that has a tray: closed into it, opened from it, started in it. Run by
// tests/support/with_desktop, whose bus gets a tray's StatusNotifierWatcher of python3-dbusmock's.
#include "tests/support/fake_queue_service.h"
#include "ui/main_window.h"
#include "ui/notifier.h"

#include <QApplication>
#include <QDBusArgument>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QMenu>
#include <QMessageBox>
#include <QProcess>
#include <QSignalSpy>
#include <QSystemTrayIcon>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

const QString watcher = u"org.kde.StatusNotifierWatcher"_s;
const QString watcherPath = u"/StatusNotifierWatcher"_s;
const QString item = u"org.kde.StatusNotifierItem"_s;
const QString itemPath = u"/StatusNotifierItem"_s;

// No QDBusInterface: it would remember what the watcher was before it had a property.
QDBusMessage askTray(const QString &method, const QVariantList &arguments)
{
    QDBusMessage question = QDBusMessage::createMethodCall(
        watcher, watcherPath, u"org.freedesktop.DBus.Mock"_s, method);
    question.setArguments(arguments);
    return QDBusConnection::sessionBus().call(question);
}

} // namespace

class TrayTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void closingHidesInTheTrayWhileSomethingRuns();
    void closingAlwaysHidesWhereThatIsSet();
    void closingAsksWhereQuittingIsSet();
    void aClickOnTheIconOpensTheWindow();
    void startedMinimisedItIsInTheTrayAlone();
    void theIconTellsProgress();

private:
    struct Program {
        FakeQueueService queue;
        MainWindow window{ queue };
        std::unique_ptr<Notifier> notifier;
        QSignalSpy quit;

        explicit Program(SettingsFile &settings)
            : notifier(std::make_unique<Notifier>(queue, window, settings))
            , quit(notifier.get(), &Notifier::quitConfirmed)
        {
        }
        Task run()
        {
            const Task task = madeTask(1, pullOf(u"alpine"_s), TaskStatus::Pulling);
            queue.add(task);
            return task;
        }
    };
    QString iconsService() const; // of the icon that was made last
    QString toolTip() const;
    void activate() const;

    QProcess m_tray;
    QTemporaryDir m_folder;
    std::unique_ptr<SettingsFile> m_settings;
};

void TrayTest::initTestCase()
{
    m_tray.start(u"/usr/bin/python3"_s,
        { u"-m"_s, u"dbusmock"_s, u"--session"_s, watcher, watcherPath, watcher });
    const auto bus = QDBusConnection::sessionBus();
    QTRY_VERIFY_WITH_TIMEOUT(bus.interface()->isServiceRegistered(watcher).value(), 15000);
    const auto isDone = [](const QDBusMessage &reply) {
        return reply.type() == QDBusMessage::ReplyMessage;
    };
    QVERIFY(isDone(askTray(u"AddProperty"_s,
        { watcher, u"IsStatusNotifierHostRegistered"_s,
            QVariant::fromValue(QDBusVariant(true)) })));
    QVERIFY(isDone(askTray(u"AddMethod"_s,
        { watcher, u"RegisterStatusNotifierItem"_s, u"s"_s, QString(u""_s), QString(u""_s) })));
    QVERIFY(QSystemTrayIcon::isSystemTrayAvailable());
    QApplication::setQuitOnLastWindowClosed(false);
}

void TrayTest::cleanupTestCase()
{
    m_tray.kill();
    QTRY_COMPARE(m_tray.state(), QProcess::NotRunning);
}

void TrayTest::init()
{
    QFile::remove(m_folder.filePath(u"slipway.ini"_s));
    m_settings = std::make_unique<SettingsFile>(m_folder.filePath(u"slipway.ini"_s));
}

QString TrayTest::iconsService() const
{
    const QDBusMessage reply = askTray(u"GetMethodCalls"_s, { u"RegisterStatusNotifierItem"_s });
    const auto calls = reply.arguments().value(0).value<QDBusArgument>();
    QString last;
    calls.beginArray();
    while (!calls.atEnd()) {
        qulonglong at = 0;
        QVariantList arguments;
        calls.beginStructure();
        calls >> at >> arguments;
        calls.endStructure();
        last = arguments.value(0).toString();
    }
    calls.endArray();
    return last;
}

// Asked of ourselves: not blocking.
QString TrayTest::toolTip() const
{
    QDBusMessage question = QDBusMessage::createMethodCall(
        iconsService(), itemPath, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question << item << u"ToolTip"_s;
    const QDBusPendingCall call = QDBusConnection::sessionBus().asyncCall(question);
    if (!QTest::qWaitFor([&call] { return call.isFinished(); }))
        return {};
    const auto tip = call.reply().arguments().value(0).value<QDBusVariant>();
    const auto parts = tip.variant().value<QDBusArgument>();
    QString icon, title;
    parts.beginStructure();
    parts >> icon;
    parts.beginArray();
    while (!parts.atEnd()) {
        int width = 0, height = 0;
        QByteArray pixels;
        parts.beginStructure();
        parts >> width >> height >> pixels;
        parts.endStructure();
    }
    parts.endArray();
    parts >> title;
    return title;
}

void TrayTest::activate() const
{
    QDBusMessage click =
        QDBusMessage::createMethodCall(iconsService(), itemPath, item, u"Activate"_s);
    click << 0 << 0;
    QDBusConnection::sessionBus().asyncCall(click);
}

void TrayTest::closingHidesInTheTrayWhileSomethingRuns()
{
    Program program(*m_settings);
    program.notifier->showFirst(false);
    QTRY_VERIFY(program.window.isVisible());
    Task task = program.run();
    program.window.close();
    QVERIFY(!program.window.isVisible());
    QVERIFY(!program.window.findChild<QMessageBox *>(u"quitDialog"_s));
    QVERIFY(program.quit.isEmpty());
    activate();
    QTRY_VERIFY(program.window.isVisible());
    task.status = TaskStatus::Completed;
    program.queue.change(task);
    program.window.close(); // nothing runs: there is nothing to stay for
    QCOMPARE(program.quit.size(), 1);
}

void TrayTest::closingAlwaysHidesWhereThatIsSet()
{
    Settings settings;
    settings.whenClosed = u"tray"_s;
    m_settings->change(settings);
    Program program(*m_settings);
    program.notifier->showFirst(false);
    program.window.close();
    QVERIFY(!program.window.isVisible());
    QVERIFY(program.quit.isEmpty());
}

void TrayTest::closingAsksWhereQuittingIsSet()
{
    Program program(*m_settings);
    program.notifier->showFirst(false);
    program.run();
    Settings settings;
    settings.whenClosed = u"quit"_s;
    m_settings->change(settings); // at once
    program.window.close();
    auto *question = program.window.findChild<QMessageBox *>(u"quitDialog"_s);
    QVERIFY(question && question->isVisible());
    QVERIFY(program.window.isVisible());
}

void TrayTest::aClickOnTheIconOpensTheWindow()
{
    Program program(*m_settings);
    program.notifier->showFirst(true);
    QVERIFY(!program.window.isVisible());
    activate();
    QTRY_VERIFY(program.window.isVisible());
}

void TrayTest::startedMinimisedItIsInTheTrayAlone()
{
    Program program(*m_settings);
    program.notifier->showFirst(true);
    QCoreApplication::processEvents();
    QVERIFY(!program.window.isVisible());
    QVERIFY(QApplication::topLevelWindows().isEmpty()
        || !QApplication::topLevelWindows().first()->isVisible());
    QTRY_VERIFY2(toolTip().startsWith(u"Slipway"_s), qPrintable(toolTip()));
}

void TrayTest::theIconTellsProgress()
{
    Program program(*m_settings);
    const Task task = program.run();
    QTRY_VERIFY2(toolTip().contains(u"1 active"_s), qPrintable(toolTip()));
    TaskProgress progress;
    progress.percent = 42;
    program.queue.progress(task.id, progress);
    QTRY_VERIFY2(toolTip().contains(u"42 %"_s), qPrintable(toolTip()));
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    TrayTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tray_desktop.moc"
