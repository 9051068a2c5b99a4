// Everything that queues a task without filling a whole form in: pasting, dropping, steps in one
// form, templates, run again.
#include "core/intake/templates.h"
#include "tests/support/fake_queue_service.h"
#include "ui/main_window.h"
#include "ui/submit/chain_form.h"
#include "ui/submit/fill_button.h"
#include "ui/submit/submission.h"
#include "ui/submit/submit_dialog.h"
#include "ui/tasks/task_table_view.h"
#include "ui/widgets.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QDateTimeEdit>
#include <QDropEvent>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStringListModel>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

struct Shown {
    QTemporaryDir folder;
    FakeQueueService queue;
    MainWindow window{ queue };

    Shown()
    {
        window.submission().keepTemplatesIn(folder.filePath(u"templates.json"_s));
        window.show();
        window.activateWindow();
        isActive = QTest::qWaitForWindowActive(&window);
    }
    bool isActive = false; // keys reach it
    SubmitDialog *dialog() const { return window.findChild<SubmitDialog *>(); }
    ChainForm *chain() const { return dialog()->findChild<ChainForm *>(); }
    QString command() const { return dialog()->findChild<CommandBox *>()->command(); }
    void paste(const QString &text)
    {
        QGuiApplication::clipboard()->setText(text);
        window.findChild<TaskTableView *>()->setFocus();
        QTest::keySequence(&window, QKeySequence(QKeySequence::Paste));
    }
    void add() const
    {
        QTest::mouseClick(dialog()->findChild<QPushButton *>(u"addToQueue"_s), Qt::LeftButton);
    }
    QAction *action(const QString &name) const { return window.findChild<QAction *>(name); }
    QString notice() const { return window.findChild<QLabel *>(u"totals"_s)->text(); }
    Task added(const TaskSpec &spec)
    {
        const Task task = madeTask(queue.snapshot().size() + 1, spec, TaskStatus::Completed);
        queue.add(task);
        return task;
    }
};

QStringList namesOf(const QList<TaskDraft> &drafts)
{
    QStringList names;
    for (const TaskDraft &draft : drafts)
        names << displayName(draft.spec);
    return names;
}

// The visible form inside the chain.
SubmitForm *stepForm(const ChainForm *chain)
{
    for (SubmitForm *form : chain->findChildren<SubmitForm *>()) {
        if (!form->isHidden())
            return form;
    }
    return nullptr;
}

void typeIn(const ChainForm *chain, int step, const QString &field, const QString &text)
{
    auto *list = chain->findChild<QListWidget *>(u"steps"_s);
    QTest::mouseClick(
        list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(step)).center());
    QTest::keyClicks(stepForm(chain)->findChild<QLineEdit *>(field), text);
}

} // namespace

class TestWindowAdd : public QObject {
    Q_OBJECT

private slots:
    void init() { QGuiApplication::clipboard()->clear(); }
    void aPastedCommandLineFillsItsForm();
    void aPastedListIsOneTaskEach();
    void aPastedScriptBecomesLinkedSteps();
    void whatCannotBeQueuedIsSaid();
    void pastingInTheSearchSearches();
    void addOpensOnWhatTheClipboardHolds();
    void aDroppedDockerfileIsBuilt();
    void stepsOfferTheirImageToTheNext();
    void stepsAreMovedAndRemoved();
    void theWrongStepIsShown();
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

void TestWindowAdd::aPastedCommandLineFillsItsForm()
{
    Shown shown;
    shown.paste(u"docker run --rm -p 8080:80 nginx:1.27"_s);
    QVERIFY(shown.dialog());
    QCOMPARE(shown.command(), u"docker run --rm -p 8080:80 nginx:1.27"_s);
    shown.add();
    QCOMPARE(namesOf(shown.queue.submitted), QStringList{ u"nginx:1.27"_s });
}

void TestWindowAdd::aPastedListIsOneTaskEach()
{
    Shown shown;
    shown.paste(u"nginx:1\nredis:7 # cache\n"_s);
    QVERIFY(shown.dialog());
    shown.add();
    QCOMPARE(namesOf(shown.queue.submitted), (QStringList{ u"nginx:1"_s, u"redis:7"_s }));
}

void TestWindowAdd::aPastedScriptBecomesLinkedSteps()
{
    Shown shown;
    shown.paste(u"docker tag app:1 me/app:1\ndocker push me/app:1\ndocker run -d me/app:1"_s);
    QVERIFY(shown.dialog());
    QCOMPARE(shown.command(),
        u"docker tag app:1 me/app:1 && docker push me/app:1 && docker run -d me/app:1"_s);
    shown.add();
    const QList<TaskDraft> &drafts = shown.queue.submitted;
    QCOMPARE(drafts.size(), 3);
    QCOMPARE(drafts[0].options.after, QStringList());
    QCOMPARE(drafts[1].options.after, QStringList{ drafts[0].options.key });
    QCOMPARE(drafts[2].options.after, QStringList{ drafts[1].options.key });
}

void TestWindowAdd::whatCannotBeQueuedIsSaid()
{
    Shown shown;
    shown.paste(u"docker compose up"_s);
    QVERIFY(!shown.dialog());
    QVERIFY2(shown.notice().contains(u"compose"_s), qPrintable(shown.notice()));
    shown.paste(u"Dear Anna, how are you?"_s);
    QVERIFY(!shown.dialog());
    QVERIFY2(shown.notice().contains(u"no name"_s), qPrintable(shown.notice()));
}

void TestWindowAdd::pastingInTheSearchSearches()
{
    Shown shown;
    shown.added(pullOf(u"nginx"_s));
    auto *search = shown.window.findChild<QLineEdit *>(u"search"_s);
    search->setFocus();
    QGuiApplication::clipboard()->setText(u"nginx:1"_s);
    QTest::keySequence(search, QKeySequence(QKeySequence::Paste));
    QCOMPARE(search->text(), u"nginx:1"_s);
    QVERIFY(!shown.dialog());
}

void TestWindowAdd::addOpensOnWhatTheClipboardHolds()
{
    Shown shown;
    QGuiApplication::clipboard()->setText(u"ollama run llama3.2:3b 'Why?'"_s);
    QTest::keySequence(&shown.window, QKeySequence(Qt::CTRL | Qt::Key_N));
    QVERIFY(shown.dialog());
    shown.add();
    QCOMPARE(shown.queue.submitted.size(), 1);
    QCOMPARE(typeOf(shown.queue.submitted.first().spec), TaskType::OllamaRun);
}

void TestWindowAdd::aDroppedDockerfileIsBuilt()
{
    Shown shown;
    QFile file(shown.folder.filePath(u"Dockerfile"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("FROM scratch\n") > 0);
    file.close();
    QMimeData held;
    held.setUrls({ QUrl::fromLocalFile(file.fileName()) });
    QDragEnterEvent enter({ 50, 50 }, Qt::CopyAction, &held, Qt::LeftButton, {});
    QApplication::sendEvent(&shown.window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({ 50, 50 }, Qt::CopyAction, &held, Qt::LeftButton, {});
    QApplication::sendEvent(&shown.window, &drop);
    QVERIFY(shown.dialog());
    shown.add();
    QCOMPARE(shown.queue.submitted.size(), 1);
    QCOMPARE(
        std::get<DockerBuild>(shown.queue.submitted.first().spec).contextPath, shown.folder.path());
}

void TestWindowAdd::stepsOfferTheirImageToTheNext()
{
    Shown shown;
    QFile file(shown.folder.filePath(u"Dockerfile"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    shown.window.submission().openOnClipboard();
    shown.dialog()->chooseChain();
    ChainForm *chain = shown.chain();
    typeIn(chain, 0, u"context_path"_s, shown.folder.path());
    typeIn(chain, 0, u"image_name"_s, u"acme/api"_s);
    typeIn(chain, 1, u"target_image"_s, u"ghcr.io/acme/api:2"_s);
    // A field that a person wrote in stays when what is before it changes.
    typeIn(chain, 3, u"image"_s, u"-own"_s);
    typeIn(chain, 0, u"tag"_s, u"2"_s);
    shown.add();
    const QList<TaskDraft> &drafts = shown.queue.submitted;
    QCOMPARE(namesOf(drafts),
        (QStringList{ u"acme/api:2"_s, u"acme/api:2 → ghcr.io/acme/api:2"_s,
            u"ghcr.io/acme/api:2"_s, u"ghcr.io/acme/api:2-own"_s }));
    QCOMPARE(drafts[3].options.after, QStringList{ drafts[2].options.key });
}

void TestWindowAdd::stepsAreMovedAndRemoved()
{
    Shown shown;
    shown.paste(u"docker pull a:1\ndocker tag a:1 b:1\ndocker push b:1"_s);
    const auto click = [&](const QString &name) {
        QTest::mouseClick(shown.chain()->findChild<QPushButton *>(name), Qt::LeftButton);
    };
    auto *list = shown.chain()->findChild<QListWidget *>(u"steps"_s);
    list->setCurrentRow(2);
    click(u"stepUp"_s);
    QCOMPARE(shown.command(), u"docker pull a:1 && docker push b:1 && docker tag a:1 b:1"_s);
    click(u"removeStep"_s);
    QCOMPARE(shown.command(), u"docker pull a:1 && docker tag a:1 b:1"_s);
    QTest::mouseClick(
        shown.chain()->findChild<QCheckBox *>(u"inOrder"_s), Qt::LeftButton, {}, QPoint(8, 8));
    shown.add();
    QCOMPARE(shown.queue.submitted.size(), 2);
    QCOMPARE(shown.queue.submitted[1].options.after, QStringList());
}

void TestWindowAdd::theWrongStepIsShown()
{
    Shown shown;
    shown.paste(u"docker pull a:1\ndocker push b:1"_s);
    auto *list = shown.chain()->findChild<QListWidget *>(u"steps"_s);
    list->setCurrentRow(1);
    auto *image = stepForm(shown.chain())->findChild<QLineEdit *>(u"image_name"_s);
    image->clear();
    QTest::keyClicks(image, u"Wrong Name"_s);
    list->setCurrentRow(0);
    shown.add();
    QVERIFY(shown.queue.submitted.isEmpty());
    QCOMPARE(list->currentRow(), 1);
    QVERIFY(!stepForm(shown.chain())->shownError(u"image_name"_s).isEmpty());
}

void TestWindowAdd::theFormIsFilledWithWhatWasDoneLately()
{
    Shown shown;
    DockerRun run;
    run.image = u"acme/tests:2"_s;
    run.environment = { { u"CI"_s, u"1"_s } };
    shown.added(run);
    shown.added(run);
    shown.added(pullOf(u"nginx"_s));
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
    shown.add();
    QCOMPARE(shown.queue.submitted.size(), 1);
    QCOMPARE(shown.queue.submitted.first().spec, TaskSpec(run));
}

void TestWindowAdd::aTemplateIsKeptUsedAndForgotten()
{
    Shown shown;
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
    shown.add();
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

void TestWindowAdd::aTemplateOfStepsKeepsItsOrder()
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

void TestWindowAdd::aTemplatesFileIsForItsOwner()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"templates.json"_s);
    QVERIFY(writeTemplates(file, { { u"Mine"_s, { { { pullOf(u"a"_s), {}, {} } }, false } } }));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(file) & others));
}

void TestWindowAdd::runAgainSubmitsTheSame()
{
    Shown shown;
    Task task = madeTask(1, pullOf(u"nginx:1"_s), TaskStatus::Completed);
    task.options.priority = 7;
    shown.queue.add(task);
    shown.window.findChild<TaskTableView *>()->select(task.id);
    QTest::keySequence(&shown.window, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    QCOMPARE(namesOf(shown.queue.submitted), QStringList{ u"nginx:1"_s });
    QCOMPARE(shown.queue.submitted.first().options.priority, 7);
}

void TestWindowAdd::runAgainKeepsAChain()
{
    Shown shown;
    const Task first = shown.added(pullOf(u"a:1"_s));
    Task second = madeTask(2, pullOf(u"b:1"_s), TaskStatus::Failed);
    second.options.after = { idText(first.id), u"4f8c9a52-0000-4000-8000-000000000000"_s };
    shown.queue.add(second);
    auto *table = shown.window.findChild<TaskTableView *>();
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

void TestWindowAdd::editAndRunAgainOpensTheForm()
{
    Shown shown;
    const Task task = shown.added(pullOf(u"nginx:1"_s));
    shown.window.findChild<TaskTableView *>()->select(task.id);
    QTest::keySequence(&shown.window, QKeySequence(Qt::CTRL | Qt::Key_E));
    QVERIFY(shown.dialog());
    QCOMPARE(shown.command(), u"docker pull nginx:1"_s);
    QTest::keyClicks(shown.dialog()->findChild<QLineEdit *>(u"image_name"_s), u"redis:7"_s);
    shown.add();
    QCOMPARE(namesOf(shown.queue.submitted), QStringList{ u"redis:7"_s });
}

void TestWindowAdd::aFormKeepsTheHostItWasFilledWith()
{
    Shown shown;
    Task task = madeTask(1, pullOf(u"nginx:1"_s), TaskStatus::Failed);
    task.options.host = u"far"_s;
    task.options.timeoutSeconds = 90;
    shown.queue.add(task);
    shown.window.findChild<TaskTableView *>()->select(task.id);
    QTest::keySequence(&shown.window, QKeySequence(Qt::CTRL | Qt::Key_E));
    shown.add();
    QCOMPARE(shown.queue.submitted.first().options.host, u"far"_s);
    QCOMPARE(shown.queue.submitted.first().options.timeoutSeconds, 90);
}

void TestWindowAdd::aTaskIsSentToAnotherHostAtItsTime()
{
    Shown shown;
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
    shown.add();
    QCOMPARE(shown.queue.submitted.size(), 1);
    QCOMPARE(shown.queue.submitted.first().options.host, u"far"_s);
    QCOMPARE(shown.queue.submitted.first().options.notBefore, tonight.toUTC());
}

void TestWindowAdd::aFormBeginsWithTheDefaultsOfItsType()
{
    Shown shown;
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

void TestWindowAdd::whatWasWrittenBeforeIsOffered()
{
    Shown shown;
    HostState engine;
    engine.images = { u"local/only:3"_s };
    shown.queue.setHosts({ engine });
    shown.added(pullOf(u"ghcr.io/acme/api:2"_s));
    shown.added(DockerRun{ .image = u"acme/tests:2"_s, .network = u"backend"_s });
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

void TestWindowAdd::aPasswordIsNeverOffered()
{
    Shown shown;
    shown.added(DockerLogin{ u"ghcr.io"_s, u"me"_s });
    shown.window.submission().open(TaskType::DockerLogin);
    for (QLineEdit *edit : shown.dialog()->findChildren<QLineEdit *>(u"password"_s))
        QVERIFY(!edit->completer());
}

void TestWindowAdd::theDockerfileOffersItsStagesAndArguments()
{
    Shown shown;
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
    shown.add(); // its secret has no file yet
    QVERIFY(shown.queue.submitted.isEmpty());
    QVERIFY(shown.command().contains(u"--build-arg"_s) || shown.command().isEmpty());
    QStringList written;
    for (QPlainTextEdit *lines : shown.dialog()->findChildren<QPlainTextEdit *>()) {
        if (lines->isVisible())
            written << lines->toPlainText();
    }
    QCOMPARE(written, (QStringList{ u"NODE=20"_s, u"id=npm,src="_s }));
}

QTEST_MAIN(TestWindowAdd)
#include "test_window_add.moc"
