// The settings as a person changes them: each holds at once and is kept, and what is wrong is said
// at its field.
#include "tests/support/fake_queue_service.h"
#include "ui/main_window.h"
#include "ui/settings/settings_dialog.h"
#include "ui/submit/submit_dialog.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

class SettingsDialogTest : public QObject {
    Q_OBJECT

private slots:
    void aKeyAsksForThem();
    void limitsHoldAtOnce();
    void limitsOfOthersAreShown();
    void aStallIsShownAsItIsMeant();
    void defaultsOfATypeAreInTheForm();
    void oldTasksCanBeSetToLeave();
    void aDockerProgramIsTried();
    void anEngineThatIsNoneIsRefused();
    void anOllamaServerThatIsNoneIsRefused();
    void choicesAreKept_data();
    void choicesAreKept();
    void checksAreKept_data();
    void checksAreKept();
    void thePagesCanBeReachedByKeys();
    void theMarkOfATaskIsSetFromItsMenu();

private:
    struct Shown {
        QTemporaryDir folder;
        QString path = folder.filePath(u"slipway.ini"_s);
        FakeQueueService queue;
        SettingsFile settings{ path };
        std::unique_ptr<SettingsDialog> dialog;

        Shown()
        {
            HostState docker;
            docker.known = docker.reachable = true;
            docker.contexts = { u"build-box"_s };
            queue.setHosts({ docker });
            dialog = std::make_unique<SettingsDialog>(queue, settings);
            dialog->show();
        }
        template <typename Widget> Widget *find(const QString &name) const
        {
            return dialog->findChild<Widget *>(name);
        }
        Settings kept() const { return readSettings(path); }
        void type(QLineEdit *into, const QString &text) const
        {
            into->setFocus();
            into->selectAll();
            QTest::keyClicks(into, text);
            QTest::keyClick(into, Qt::Key_Return);
        }
    };
};

void SettingsDialogTest::aKeyAsksForThem()
{
    FakeQueueService queue;
    MainWindow window(queue);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSignalSpy asked(&window, &MainWindow::settingsAsked);
    QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
    QCOMPARE(asked.size(), 1);
    QTemporaryDir folder;
    SettingsFile settings(folder.filePath(u"slipway.ini"_s));
    SettingsDialog::showOver(window, queue, settings);
    SettingsDialog::showOver(window, queue, settings);
    const auto dialogs = window.findChildren<SettingsDialog *>();
    QCOMPARE(dialogs.size(), 1);
    QVERIFY(!dialogs.first()->isModal());
}

void SettingsDialogTest::limitsHoldAtOnce()
{
    Shown shown;
    auto *all = shown.find<QSpinBox>(u"max_concurrent"_s);
    all->selectAll();
    QTest::keyClicks(all, u"12"_s);
    QCOMPARE(shown.queue.limits().maxConcurrent, 3); // half a number counts for nothing
    QTest::keyClick(all, Qt::Key_Return);
    QCOMPARE(shown.queue.limits().maxConcurrent, 12);
    QVERIFY(shown.dialog->isVisible());
    auto *pulls = shown.find<QSpinBox>(u"lane:pull"_s);
    QTest::keyClick(pulls, Qt::Key_Up);
    QCOMPARE(shown.queue.limits().lanes.value(Lane::Pull), 3);
    shown.find<QDoubleSpinBox>(u"keep_free_gb"_s)->setValue(2.5);
    QCOMPARE(shown.queue.limits().keepFreeGigabytes, 2.5);
}

void SettingsDialogTest::limitsOfOthersAreShown()
{
    Shown shown;
    QueueLimits limits;
    limits.maxConcurrent = 8;
    limits.setDefaults(TaskType::DockerPull, { 3, 90, {} }); // no whole minutes
    shown.queue.setLimits(limits);
    QCOMPARE(shown.find<QSpinBox>(u"max_concurrent"_s)->value(), 8);
    QCOMPARE(shown.find<QSpinBox>(u"timeout_minutes:docker_pull"_s)->value(), 2);
    QTest::keyClick(shown.find<QSpinBox>(u"lane:push"_s), Qt::Key_Up);
    QCOMPARE(shown.queue.limits().defaults.value(TaskType::DockerPull).timeoutSeconds,
        std::optional(90)); // what nobody touched stays
}

void SettingsDialogTest::aStallIsShownAsItIsMeant()
{
    Shown shown;
    const auto box = [&shown](const QString &type) {
        return shown.find<QSpinBox>(u"stall_seconds:"_s + type);
    };
    QCOMPARE(box(u"docker_pull"_s)->text(), u"usual (300)"_s);
    QCOMPARE(box(u"ollama_pull"_s)->text(), u"usual (90)"_s);
    for (const QString &type : { u"docker_build"_s, u"docker_run"_s, u"ollama_run"_s })
        QCOMPARE(box(type)->text(), u"never"_s); // nobody expects bytes of them
    const auto kept = [&shown](TaskType type) {
        return shown.queue.limits().defaults.value(type).stallSeconds;
    };
    QTest::keyClick(box(u"docker_build"_s), Qt::Key_Up);
    QCOMPARE(kept(TaskType::DockerBuild), std::optional(1));
    QTest::keyClick(box(u"docker_build"_s), Qt::Key_Down);
    QCOMPARE(kept(TaskType::DockerBuild), std::nullopt);
    QTest::keyClick(box(u"docker_pull"_s), Qt::Key_Up);
    QCOMPARE(kept(TaskType::DockerPull), std::optional(0)); // never, though it is a transfer
    QCOMPARE(box(u"docker_pull"_s)->text(), u"0"_s);
    QTest::keyClick(box(u"docker_pull"_s), Qt::Key_Down);
    QCOMPARE(kept(TaskType::DockerPull), std::nullopt);
}

void SettingsDialogTest::defaultsOfATypeAreInTheForm()
{
    Shown shown;
    shown.find<QSpinBox>(u"max_retries:docker_pull"_s)->setValue(7);
    shown.find<QSpinBox>(u"timeout_minutes:docker_pull"_s)->setValue(30);
    shown.find<QSpinBox>(u"stall_seconds:docker_pull"_s)->setValue(20);
    SubmitDialog form(shown.queue);
    form.chooseType(TaskType::DockerPull);
    QCOMPARE(form.findChild<QSpinBox *>(u"max_retries"_s)->value(), 7);
    form.chooseType(TaskType::DockerPush);
    QCOMPARE(form.findChild<QSpinBox *>(u"max_retries"_s)->value(), 3);
    form.chooseType(TaskType::DockerPull);
    form.findChild<QLineEdit *>(u"image_name"_s)->setText(u"alpine"_s);
    form.findChild<QCheckBox *>(u"notify"_s)->click();
    QTest::mouseClick(form.findChild<QPushButton *>(u"addToQueue"_s), Qt::LeftButton);
    QTRY_COMPARE(shown.queue.submitted.size(), 1);
    const TaskOptions options = shown.queue.submitted.first().options;
    QCOMPARE(options.maxRetries, 7);
    QCOMPARE(options.timeoutSeconds, std::optional(1800));
    QCOMPARE(options.stallSeconds, std::optional(20));
    QVERIFY(options.notify);
}

void SettingsDialogTest::oldTasksCanBeSetToLeave()
{
    Shown shown;
    shown.dialog->openPage(SettingsDialog::List);
    auto *after = shown.find<QComboBox>(u"remove_after_days"_s);
    QCOMPARE(after->currentData().toInt(), 0);
    QTest::keyClick(after, Qt::Key_Down);
    QCOMPARE(shown.queue.limits().removeAfterDays, 1);
    QueueLimits limits = shown.queue.limits();
    limits.removeAfterDays = 12; // as somebody asked for by command
    shown.queue.setLimits(limits);
    QCOMPARE(after->currentData().toInt(), 12);
}

void SettingsDialogTest::aDockerProgramIsTried()
{
    Shown shown;
    shown.dialog->openPage(SettingsDialog::Docker);
    auto *program = shown.find<QLineEdit>(u"docker_program"_s);
    auto *says = shown.find<QLabel>(u"docker_program_says"_s);
    shown.queue.nextActionAnswer = { true, u"Docker version 28.2.2, build e6534b4"_s };
    shown.type(program, u"/opt/docker"_s);
    QTRY_COMPARE(says->text(), u"Docker version 28.2.2, build e6534b4"_s);
    QCOMPARE(shown.queue.actions.last().kind, HostAction::Kind::TryDockerProgram);
    QCOMPARE(shown.queue.actions.last().program, u"/opt/docker"_s);
    QCOMPARE(shown.kept().dockerProgram, u"/opt/docker"_s);
    shown.queue.nextActionAnswer = { false, u"No such file or directory"_s };
    shown.type(program, u"/opt/dokcer"_s);
    QTRY_VERIFY2(says->text().contains(u"No such file"_s), qPrintable(says->text()));
    QVERIFY(program->property("wrong").toBool());
    QCOMPARE(shown.kept().dockerProgram, u"/opt/docker"_s); // the one before stays
}

void SettingsDialogTest::anEngineThatIsNoneIsRefused()
{
    Shown shown;
    shown.dialog->openPage(SettingsDialog::Docker);
    auto *host = shown.find<QComboBox>(u"docker_host"_s);
    auto *says = shown.find<QLabel>(u"docker_host_says"_s);
    QVERIFY(host->findText(u"build-box"_s) >= 0);
    shown.type(host->lineEdit(), u"biuld-box"_s);
    QVERIFY2(says->text().contains(u"biuld-box"_s), qPrintable(says->text()));
    QVERIFY(shown.kept().dockerHost.isEmpty());
    for (const QString &good : { u"build-box"_s, u"ssh://me@build-box"_s, QString() }) {
        shown.type(host->lineEdit(), good);
        if (good.isEmpty()) {
            host->lineEdit()->clear();
            QTest::keyClick(host->lineEdit(), Qt::Key_Return);
        }
        QVERIFY2(says->text().isEmpty(), qPrintable(says->text()));
        QCOMPARE(shown.kept().dockerHost, good);
    }
}

void SettingsDialogTest::anOllamaServerThatIsNoneIsRefused()
{
    Shown shown;
    shown.dialog->openPage(SettingsDialog::Ollama);
    auto *host = shown.find<QLineEdit>(u"ollama_host"_s);
    auto *says = shown.find<QLabel>(u"ollama_host_says"_s);
    for (const QString &good : { u"gpu-box:11434"_s, u"https://gpu-box"_s, u"192.168.1.5"_s }) {
        shown.type(host, good);
        QCOMPARE(shown.kept().ollamaHost, good);
    }
    for (const QString &bad : { u"gpu box"_s, u"ftp://gpu-box"_s, u"gpu-box:many"_s }) {
        shown.type(host, bad);
        QVERIFY2(says->text().contains(bad), qPrintable(bad));
        QCOMPARE(shown.kept().ollamaHost, u"192.168.1.5"_s);
    }
}

void SettingsDialogTest::choicesAreKept_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("language") << u"language"_s << u"en"_s;
    QTest::newRow("colours") << u"colours"_s << u"light"_s;
    QTest::newRow("closing") << u"when_closed"_s << u"tray"_s;
}

void SettingsDialogTest::choicesAreKept()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    Shown shown;
    shown.dialog->openPage(SettingsDialog::Window);
    QTest::keyClick(shown.find<QComboBox>(name), Qt::Key_Down);
    const Settings kept = shown.kept();
    QCOMPARE(name == "language"_L1 ? kept.language
            : name == "colours"_L1 ? kept.colours
                                   : kept.whenClosed,
        value);
}

void SettingsDialogTest::checksAreKept_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("failures") << u"tell_failures"_s;
    QTest::newRow("marked") << u"tell_marked"_s;
    QTest::newRow("done") << u"tell_done"_s;
    QTest::newRow("quiet") << u"quiet"_s;
    QTest::newRow("minimised") << u"start_minimised"_s;
    QTest::newRow("empty") << u"quit_when_empty"_s;
}

void SettingsDialogTest::checksAreKept()
{
    QFETCH(QString, name);
    const auto value = [&name](const Settings &settings) {
        const QMap<QString, bool> all{ { u"tell_failures"_s, settings.tellOfFailures },
            { u"tell_marked"_s, settings.tellOfMarked }, { u"tell_done"_s, settings.tellWhenDone },
            { u"quiet"_s, settings.quiet }, { u"start_minimised"_s, settings.startMinimised },
            { u"quit_when_empty"_s, settings.quitWhenEmpty } };
        return all.value(name);
    };
    Shown shown;
    const bool before = value(shown.kept());
    shown.find<QCheckBox>(name)->click();
    QCOMPARE(value(shown.kept()), !before);
    shown.find<QCheckBox>(name)->click();
    QCOMPARE(value(shown.kept()), before);
}

void SettingsDialogTest::thePagesCanBeReachedByKeys()
{
    Shown shown;
    auto *list = shown.find<QListWidget>(u"settingsList"_s);
    for (int page = 1; page < list->count(); ++page)
        QTest::keyClick(list, Qt::Key_Down);
    QVERIFY(shown.find<QComboBox>(u"language"_s)->isVisible());
    for (QWidget *each : shown.dialog->findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<QAbstractSpinBox *>(each)
            || qobject_cast<QComboBox *>(each) || qobject_cast<QListWidget *>(each);
        if (isControl)
            QVERIFY2(!each->accessibleName().isEmpty(), qPrintable(each->objectName()));
    }
    QTest::keyClick(shown.dialog.get(), Qt::Key_Escape);
    QVERIFY(!shown.dialog->isVisible());
}

void SettingsDialogTest::theMarkOfATaskIsSetFromItsMenu()
{
    FakeQueueService queue;
    MainWindow window(queue);
    window.show();
    const Task task = madeTask(1, pullOf(u"alpine"_s), TaskStatus::Pulling);
    queue.add(task);
    window.showTask(task.id);
    auto *notify = window.findChild<QAction *>(u"notifyAction"_s);
    QTRY_VERIFY(notify->isEnabled() && !notify->isChecked());
    notify->trigger();
    QTRY_VERIFY(queue.task(task.id)->options.notify);
    QTRY_VERIFY(notify->isChecked());
    notify->trigger();
    QTRY_VERIFY(!queue.task(task.id)->options.notify);
}

QTEST_MAIN(SettingsDialogTest)
#include "test_settings_dialog.moc"
