// Forms that begin with what is known: done lately, kept as a template, run again, or a default.
#include "core/intake/templates.h"
#include "tests/ui/adding_window.h"
#include "ui/submit/fill_button.h"
#include "ui/tasks/task_table_view.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QDateTimeEdit>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QStringListModel>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

class TestWindowAgain : public QObject {
    Q_OBJECT

private slots:
    void init() { QGuiApplication::clipboard()->clear(); }
    void theFormIsFilledWithWhatWasDoneLately();
    void aTemplateIsKeptUsedAndForgotten();
    void aTemplateOfStepsKeepsItsOrder();
    void aTemplatesFileIsForItsOwner();
    void runAgainSubmitsTheSame();
    void runAgainKeepsAChain();
    void editAndRunAgainOpensTheForm();
    void aFormKeepsTheHostItWasFilledWith();
    void aTaskIsSentToAnotherHostAtItsTime();
    void aFormBeginsWithTheDefaultsOfItsType();
    void whatWasWrittenBeforeIsOffered();
    void aPasswordIsNeverOffered();
    void theDockerfileOffersItsStagesAndArguments();
};

void TestWindowAgain::theFormIsFilledWithWhatWasDoneLately()
{
    AddingWindow shown;
    DockerRun run;
    run.image = u"acme/tests:2"_s;
    run.environment = { { u"CI"_s, u"1"_s } };
    shown.add(run, TaskStatus::Completed);
    shown.add(run, TaskStatus::Completed);
    shown.add(pullOf(u"nginx"_s), TaskStatus::Completed);
    shown.window.submission().open(TaskType::DockerRun);
    QMenu *menu = shown.dialog()->findChild<FillButton *>()->menu();
    emit menu->aboutToShow();
    const QList<QAction *> actions = menu->actions();
    QCOMPARE(std::count_if(actions.begin(), actions.end(),
                 [](QAction *each) { return each->text() == u"acme/tests:2"_s; }),
        1); // once, however often it was done
    for (QAction *each : actions) {
        if (each->text() == u"acme/tests:2"_s)
            each->trigger();
    }
    shown.submit();
    QCOMPARE(shown.queue.submitted.size(), 1);
    QCOMPARE(shown.queue.submitted.first().spec, TaskSpec(run));
}

void TestWindowAgain::aTemplateIsKeptUsedAndForgotten()
{
    AddingWindow shown;
    shown.paste(u"docker run --rm -e CI=1 acme/tests:2"_s);
    auto *fill = shown.dialog()->findChild<FillButton *>();
    const auto choose = [&](const QString &text, QMenu *in = nullptr) {
        emit fill->menu()->aboutToShow();
        for (QAction *each : (in ? in : fill->menu())->actions()) {
            if (each->text() == text)
                return each->trigger();
        }
        QFAIL(qPrintable(u"no entry "_s + text));
    };
    choose(u"Keep this as a template…"_s);
    auto *name = shown.window.findChild<QInputDialog *>(u"templateName"_s);
    QVERIFY(name);
    name->setTextValue(u"Nightly tests"_s);
    name->accept();
    shown.dialog()->chooseType(TaskType::DockerPull);
    choose(u"Nightly tests"_s);
    QCOMPARE(shown.command(), u"docker run --rm -e CI=*** acme/tests:2"_s);
    shown.submit();
    QCOMPARE(namesOf(shown.queue.submitted), QStringList{ u"acme/tests:2"_s });

    shown.window.submission().open(TaskType::DockerRun);
    fill = shown.dialog()->findChild<FillButton *>();
    emit fill->menu()->aboutToShow();
    QMenu *forget = fill->menu()->findChild<QMenu *>();
    QVERIFY(forget);
    for (QAction *each : forget->actions())
        each->trigger();
    QVERIFY(readTemplates(shown.folder.filePath(u"templates.json"_s)).isEmpty());
}

void TestWindowAgain::aTemplateOfStepsKeepsItsOrder()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"templates.json"_s);
    TaskDraft pull{ pullOf(u"a"_s), {}, {} };
    pull.options.tags = { u"nightly"_s };
    TaskDraft run{ DockerRun{ .image = u"a"_s, .environment = { { u"A"_s, u"1"_s } } }, {}, {} };
    QVERIFY(writeTemplates(file, { { u"Mine"_s, { { pull, run }, true } } }));
    const Templates read = readTemplates(file);
    QCOMPARE(read.keys(), QStringList{ u"Mine"_s });
    QCOMPARE(read.first().inOrder, true);
    QCOMPARE(read.first().drafts.size(), 2);
    QCOMPARE(read.first().drafts[0].spec, pull.spec);
    QCOMPARE(read.first().drafts[0].options, pull.options);
    QCOMPARE(read.first().drafts[1].spec, run.spec);
}

void TestWindowAgain::aTemplatesFileIsForItsOwner()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"templates.json"_s);
    QVERIFY(writeTemplates(file, { { u"Mine"_s, { { { pullOf(u"a"_s), {}, {} } }, false } } }));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(file) & others));
}

void TestWindowAgain::runAgainSubmitsTheSame()
{
    AddingWindow shown;
    Task task = madeTask(1, pullOf(u"nginx:1"_s), TaskStatus::Completed);
    task.options.priority = 7;
    shown.queue.add(task);
    shown.table->select(task.id);
    QTest::keySequence(&shown.window, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    QCOMPARE(namesOf(shown.queue.submitted), QStringList{ u"nginx:1"_s });
    QCOMPARE(shown.queue.submitted.first().options.priority, 7);
}

void TestWindowAgain::runAgainKeepsAChain()
{
    AddingWindow shown;
    const Task first = shown.add(pullOf(u"a:1"_s), TaskStatus::Completed);
    Task second = madeTask(2, pullOf(u"b:1"_s), TaskStatus::Failed);
    second.options.after = { idText(first.id), u"4f8c9a52-0000-4000-8000-000000000000"_s };
    shown.queue.add(second);
    auto *table = shown.table;
    table->setFocus();
    table->selectAll();
    shown.action(u"runAgainAction"_s)->trigger();
    const QList<TaskDraft> &drafts = shown.queue.submitted;
    QCOMPARE(drafts.size(), 2);
    const bool firstIsFirst = displayName(drafts[0].spec) == u"a:1"_s;
    const TaskDraft &before = drafts[firstIsFirst ? 0 : 1];
    const TaskDraft &follower = drafts[firstIsFirst ? 1 : 0];
    QCOMPARE(follower.options.after, QStringList{ before.options.key });
    QCOMPARE(before.options.after, QStringList());
}

void TestWindowAgain::editAndRunAgainOpensTheForm()
{
    AddingWindow shown;
    const Task task = shown.add(pullOf(u"nginx:1"_s), TaskStatus::Completed);
    shown.table->select(task.id);
    QTest::keySequence(&shown.window, QKeySequence(Qt::CTRL | Qt::Key_E));
    QVERIFY(shown.dialog());
    QCOMPARE(shown.command(), u"docker pull nginx:1"_s);
    QTest::keyClicks(shown.dialog()->findChild<QLineEdit *>(u"image_name"_s), u"redis:7"_s);
    shown.submit();
    QCOMPARE(namesOf(shown.queue.submitted), QStringList{ u"redis:7"_s });
}

void TestWindowAgain::aFormKeepsTheHostItWasFilledWith()
{
    AddingWindow shown;
    Task task = madeTask(1, pullOf(u"nginx:1"_s), TaskStatus::Failed);
    task.options.host = u"far"_s;
    task.options.timeoutSeconds = 90;
    shown.queue.add(task);
    shown.table->select(task.id);
    QTest::keySequence(&shown.window, QKeySequence(Qt::CTRL | Qt::Key_E));
    shown.submit();
    QCOMPARE(shown.queue.submitted.first().options.host, u"far"_s);
    QCOMPARE(shown.queue.submitted.first().options.timeoutSeconds, 90);
}

void TestWindowAgain::aTaskIsSentToAnotherHostAtItsTime()
{
    AddingWindow shown;
    HostState engine;
    engine.contexts = { u"default"_s, u"far"_s };
    shown.queue.setHosts({ engine });
    shown.window.submission().open(TaskType::DockerPull);
    QTest::keyClicks(shown.dialog()->findChild<QLineEdit *>(u"image_name"_s), u"nginx:1"_s);
    auto *host = shown.dialog()->findChild<QComboBox *>(u"host"_s);
    QCOMPARE(host->count(), 2);
    host->setFocus();
    QTest::keyClick(host, Qt::Key_Down);
    QTest::keyClick(host, Qt::Key_Down);
    auto *waits = shown.dialog()->findChild<QCheckBox *>(u"waits"_s);
    auto *time = shown.dialog()->findChild<QDateTimeEdit *>(u"not_before"_s);
    QVERIFY(!time->isEnabled());
    waits->setFocus();
    QTest::keyClick(waits, Qt::Key_Space);
    QVERIFY(time->isEnabled());
    const QDateTime tonight(QDate(2031, 5, 1), QTime(1, 30));
    time->setDateTime(tonight);
    shown.submit();
    QCOMPARE(shown.queue.submitted.size(), 1);
    QCOMPARE(shown.queue.submitted.first().options.host, u"far"_s);
    QCOMPARE(shown.queue.submitted.first().options.notBefore, tonight.toUTC());
}

void TestWindowAgain::aFormBeginsWithTheDefaultsOfItsType()
{
    AddingWindow shown;
    QueueLimits limits = shown.queue.limits();
    limits.setDefaults(TaskType::DockerBuild, { .maxRetries = 1, .timeoutSeconds = 3600 });
    shown.queue.setLimits(limits);
    shown.window.submission().open(TaskType::DockerPull);
    const auto *retries = shown.dialog()->findChild<QSpinBox *>(u"max_retries"_s);
    const auto *minutes = shown.dialog()->findChild<QSpinBox *>(u"timeout_minutes"_s);
    QCOMPARE(retries->value(), 3);
    shown.dialog()->chooseType(TaskType::DockerBuild);
    QCOMPARE(retries->value(), 1);
    QCOMPARE(minutes->value(), 60);
    // What a person wrote stays.
    auto *labels = shown.dialog()->findChild<QLineEdit *>(u"tags"_s);
    QTest::keyClicks(labels, u"nightly"_s);
    shown.dialog()->chooseType(TaskType::DockerPull);
    QCOMPARE(labels->text(), u"nightly"_s);
    QCOMPARE(retries->value(), 1);
}

void TestWindowAgain::whatWasWrittenBeforeIsOffered()
{
    AddingWindow shown;
    HostState engine;
    engine.images = { u"local/only:3"_s };
    shown.queue.setHosts({ engine });
    shown.add(pullOf(u"ghcr.io/acme/api:2"_s), TaskStatus::Completed);
    shown.add(
        DockerRun{ .image = u"acme/tests:2"_s, .network = u"backend"_s }, TaskStatus::Completed);
    shown.window.submission().open(TaskType::DockerRun);
    const auto offered = [&](const QString &field) {
        QStringList values;
        for (QLineEdit *edit : shown.dialog()->findChildren<QLineEdit *>(field)) {
            if (edit->isVisible() && edit->completer())
                values = static_cast<QStringListModel *>(edit->completer()->model())->stringList();
        }
        return values;
    };
    QCOMPARE(offered(u"image"_s),
        (QStringList{ u"acme/tests:2"_s, u"ghcr.io/acme/api:2"_s, u"local/only:3"_s }));
    QCOMPARE(offered(u"network"_s), QStringList{ u"backend"_s });
    QCOMPARE(offered(u"user"_s), QStringList());
}

void TestWindowAgain::aPasswordIsNeverOffered()
{
    AddingWindow shown;
    shown.add(DockerLogin{ u"ghcr.io"_s, u"me"_s }, TaskStatus::Completed);
    shown.window.submission().open(TaskType::DockerLogin);
    for (QLineEdit *edit : shown.dialog()->findChildren<QLineEdit *>(u"password"_s))
        QVERIFY(!edit->completer());
}

void TestWindowAgain::theDockerfileOffersItsStagesAndArguments()
{
    AddingWindow shown;
    QFile file(shown.folder.filePath(u"Dockerfile"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("ARG NODE=20\nFROM scratch AS deps\nARG VERSION\n"
               "RUN --mount=type=secret,id=npm true\n");
    file.close();
    shown.window.submission().open(TaskType::DockerBuild);
    const auto field = [&](const QString &name) {
        for (QLineEdit *edit : shown.dialog()->findChildren<QLineEdit *>(name)) {
            if (edit->isVisible())
                return edit;
        }
        return static_cast<QLineEdit *>(nullptr);
    };
    const auto note = [&](const QString &name) {
        for (QLabel *label : shown.dialog()->findChildren<QLabel *>(name + u"Note"_s)) {
            if (label->isVisible())
                return label;
        }
        return static_cast<QLabel *>(nullptr);
    };
    QTest::keyClicks(field(u"context_path"_s), shown.folder.path());
    const auto *stages = field(u"target"_s)->completer()->model();
    QCOMPARE(stages->rowCount(), 1);
    QCOMPARE(stages->index(0, 0).data().toString(), u"deps"_s);
    QVERIFY(note(u"build_args"_s));
    // By keyboard: Tab reaches the links, Enter follows them.
    note(u"build_args"_s)->setFocus();
    QTest::keyClick(note(u"build_args"_s), Qt::Key_Tab);
    QTest::keyClick(note(u"build_args"_s), Qt::Key_Return);
    emit note(u"secrets"_s)->linkActivated(u"id=npm,src="_s);
    shown.submit(); // its secret has no file yet
    QVERIFY(shown.queue.submitted.isEmpty());
    QVERIFY(shown.command().contains(u"--build-arg"_s) || shown.command().isEmpty());
    QStringList written;
    for (QPlainTextEdit *lines : shown.dialog()->findChildren<QPlainTextEdit *>()) {
        if (lines->isVisible())
            written << lines->toPlainText();
    }
    QCOMPARE(written, (QStringList{ u"NODE=20"_s, u"id=npm,src="_s }));
}

QTEST_MAIN(TestWindowAgain)
#include "test_window_again.moc"
