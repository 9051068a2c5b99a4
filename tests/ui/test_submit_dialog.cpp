// The dialog that every form stands in: what it shows while a person types, and what it adds.
#include "tests/ui/open_form.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

class TestSubmitDialog : public QObject {
    Q_OBJECT

private slots:
    void aClickBesideTheKindsKeepsTheChosenOne();
    void typingShowsTheCommand();
    void aWrongNameIsSaidAtItsField();
    void anEmptyFormIsNotScoldedUntilSubmitted();
    void enterAddsAndCloses();
    void ctrlEnterAddsAndStays();
    void aListBecomesOneTaskEach();
    void aRefusalOfTheQueueIsShownAtItsField();
    void runReadsItsPairs();
    void aPairThatIsNoneIsSaidAtItsField();
    void fillingGivesTheSameTaskBack();
    void whatIsKnownIsToldALineEach();
    void whatIsKnownFirstIsToldFirst();
    void nothingIsAskedOfAFormThatIsWrong();
};

void TestSubmitDialog::typingShowsTheCommand()
{
    OpenForm open(TaskType::DockerPull);
    QCOMPARE(open.command(), QString());
    open.type(u"image_name"_s, u"ghcr.io/acme/api:2.4"_s);
    QCOMPARE(open.command(), u"docker pull ghcr.io/acme/api:2.4"_s);
    QCOMPARE(open.error(u"image_name"_s), QString());
}

void TestSubmitDialog::aWrongNameIsSaidAtItsField()
{
    OpenForm open(TaskType::DockerPull);
    open.type(u"image_name"_s, u"Alpine"_s);
    QCOMPARE(open.error(u"image_name"_s), u"An image name is written in lower case: \"alpine\""_s);
    open.line(u"image_name"_s)->clear();
    open.type(u"image_name"_s, u"alpine"_s);
    QCOMPARE(open.error(u"image_name"_s), QString());
}

void TestSubmitDialog::anEmptyFormIsNotScoldedUntilSubmitted()
{
    OpenForm open(TaskType::DockerPull);
    QCOMPARE(open.error(u"image_name"_s), QString());
    QTest::mouseClick(open.dialog.findChild<QPushButton *>(u"addToQueue"_s), Qt::LeftButton);
    QCOMPARE(open.error(u"image_name"_s), u"This is needed."_s);
    QVERIFY(open.queue.submitted.isEmpty());
    QVERIFY(open.dialog.isVisible());
}

void TestSubmitDialog::enterAddsAndCloses()
{
    OpenForm open(TaskType::DockerPull);
    QSignalSpy submitted(&open.dialog, &SubmitDialog::submitted);
    open.type(u"image_name"_s, u"alpine"_s);
    QTest::keyClick(open.line(u"image_name"_s), Qt::Key_Return);
    QTRY_VERIFY(!open.dialog.isVisible());
    QCOMPARE(submitted.size(), 1);
    QCOMPARE(open.queue.submitted.size(), 1);
    QCOMPARE(std::get<DockerPull>(open.queue.submitted[0].spec), pullOf(u"alpine"_s));
}

void TestSubmitDialog::ctrlEnterAddsAndStays()
{
    OpenForm open(TaskType::DockerPull);
    open.type(u"image_name"_s, u"alpine"_s);
    QTest::keyClick(open.line(u"image_name"_s), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(open.queue.submitted.size(), 1);
    QVERIFY(open.dialog.isVisible());
}

void TestSubmitDialog::aListBecomesOneTaskEach()
{
    OpenForm open(TaskType::DockerPull);
    open.line(u"image_name"_s)->setText(u"alpine\nredis:7, nginx"_s);
    QTest::keyClick(open.line(u"image_name"_s), Qt::Key_Return);
    QTRY_COMPARE(open.queue.submitted.size(), 3);
    QCOMPARE(displayName(open.queue.submitted[1].spec), u"redis:7"_s);
}

void TestSubmitDialog::aRefusalOfTheQueueIsShownAtItsField()
{
    OpenForm open(TaskType::DockerPull);
    open.type(u"image_name"_s, u"alpine"_s);
    Refusal refusal;
    refusal.kind = Refusal::Kind::Field;
    refusal.field = u"platform"_s;
    refusal.reason = u"no such platform"_s;
    open.queue.nextRefusal = refusal;
    QTest::keyClick(open.line(u"image_name"_s), Qt::Key_Return);
    QTRY_COMPARE(open.error(u"platform"_s), u"No such platform"_s);
    QVERIFY(open.dialog.isVisible());

    Refusal full;
    full.kind = Refusal::Kind::QueueFull;
    full.reason = u"The queue is full."_s;
    open.queue.nextRefusal = full;
    QTest::keyClick(open.line(u"image_name"_s), Qt::Key_Return);
    QTRY_COMPARE(open.dialog.findChild<QLabel *>(u"problem"_s)->text(), u"The queue is full."_s);
}

void TestSubmitDialog::runReadsItsPairs()
{
    OpenForm open(TaskType::DockerRun);
    open.type(u"image"_s, u"acme/tests"_s);
    open.type(u"command"_s, u"sh -c 'echo a b'"_s);
    const auto editors = open.dialog.findChildren<QPlainTextEdit *>(u"field"_s);
    for (QPlainTextEdit *editor : editors) {
        if (editor->accessibleName().startsWith(u"Ports"_s))
            editor->setPlainText(u"127.0.0.1:8080:80"_s);
        else if (editor->accessibleName().startsWith(u"Folders"_s))
            editor->setPlainText(u"/home/me:/data:ro"_s);
        else
            editor->setPlainText(u"A=1\nTOKEN=x=y"_s);
    }
    QTest::keyClick(open.line(u"image"_s), Qt::Key_Return);
    QTRY_COMPARE(open.queue.submitted.size(), 1);
    const auto run = std::get<DockerRun>(open.queue.submitted[0].spec);
    QCOMPARE(run.command, (QStringList{ u"sh"_s, u"-c"_s, u"echo a b"_s }));
    QCOMPARE(run.ports, (Pairs{ { u"127.0.0.1:8080"_s, u"80"_s } }));
    QCOMPARE(run.volumes, (Pairs{ { u"/home/me"_s, u"/data:ro"_s } }));
    QCOMPARE(run.environment, (Pairs{ { u"A"_s, u"1"_s }, { u"TOKEN"_s, u"x=y"_s } }));
    QVERIFY(!open.command().contains(u"x=y"_s)); // values of variables are masked
}

void TestSubmitDialog::aPairThatIsNoneIsSaidAtItsField()
{
    OpenForm open(TaskType::DockerRun);
    open.type(u"image"_s, u"acme/tests"_s);
    for (QPlainTextEdit *editor : open.dialog.findChildren<QPlainTextEdit *>(u"field"_s)) {
        if (editor->accessibleName().startsWith(u"Variables"_s))
            editor->setPlainText(u"JUSTANAME"_s);
    }
    QCOMPARE(open.error(u"environment"_s), u"“JUSTANAME” is not written as NAME=value."_s);
}

void TestSubmitDialog::fillingGivesTheSameTaskBack()
{
    DockerRun run;
    run.image = u"acme/tests:2"_s;
    run.command = { u"echo"_s, u"a b"_s };
    run.environment = { { u"A"_s, u"1"_s } };
    run.ports = { { u"8080"_s, u"80"_s } };
    run.memory = u"512m"_s;
    TaskDraft draft{ run, {} };
    draft.options.tags = { u"nightly"_s };
    draft.options.timeoutSeconds = 120;
    OpenForm open(TaskType::DockerPull);
    open.dialog.fill(draft);
    QTest::keyClick(open.line(u"image"_s), Qt::Key_Return);
    QTRY_COMPARE(open.queue.submitted.size(), 1);
    QCOMPARE(std::get<DockerRun>(open.queue.submitted[0].spec), run);
    QCOMPARE(open.queue.submitted[0].options, draft.options);
}

void TestSubmitDialog::aClickBesideTheKindsKeepsTheChosenOne()
{
    FakeQueueService queue;
    SubmitDialog dialog(queue);
    dialog.show();
    dialog.chooseType(TaskType::DockerBuild);
    auto *types = dialog.findChild<QListView *>(u"typeList"_s);
    QTest::mouseClick(
        types->viewport(), Qt::LeftButton, {}, QPoint(20, types->viewport()->height() - 5));
    QCOMPARE(types->selectionModel()->selectedIndexes().size(), 1);
    QCOMPARE(types->selectionModel()->selectedIndexes().first(), types->currentIndex());
}

void TestSubmitDialog::whatIsKnownIsToldALineEach()
{
    OpenForm open(TaskType::DockerPull);
    open.queue.checks = { { PreCheck::Level::Ok, u"engine"_s, u"Docker answers."_s, {} },
        { PreCheck::Level::Wrong, u"image"_s, u"There is no image called %1 on this machine."_s,
            { u"acme/api"_s } } };
    open.type(u"image_name"_s, u"acme/api"_s);
    const auto line = [&open](const char *id) {
        const auto *label = open.dialog.findChild<QLabel *>(u"check:"_s + QLatin1String(id));
        return label && label->isVisible() ? label->text() : QString();
    };
    QTRY_COMPARE(line("image"), u"✗  There is no image called acme/api on this machine."_s);
    QCOMPARE(line("engine"), u"✓  Docker answers."_s);
    QCOMPARE(open.queue.checked.size(), 1); // once, after the typing
    QVERIFY(open.dialog.findChild<QPushButton *>(u"addToQueue"_s)->isEnabled());
}

void TestSubmitDialog::whatIsKnownFirstIsToldFirst()
{
    OpenForm open(TaskType::DockerPull);
    const PreCheck engine{ PreCheck::Level::Ok, u"engine"_s, u"Docker answers."_s, {} };
    const PreCheck limit{ PreCheck::Level::Warning, u"limit"_s, u"Pulls left at %1: only %2."_s,
        { u"Docker Hub"_s, u"4"_s } };
    const auto *box = open.dialog.findChild<QWidget *>(u"checks"_s);
    const auto told = [box] {
        QStringList texts;
        for (const QLabel *line : box->findChildren<QLabel *>())
            texts << line->text();
        return texts;
    };
    const QString engineText = u"✓  Docker answers."_s;
    const QString limitText = u"!  Pulls left at Docker Hub: only 4."_s;
    open.queue.slowChecks = std::make_shared<QPromise<QList<PreCheck>>>();
    open.queue.slowChecks->start();
    open.type(u"image_name"_s, u"alpine"_s);
    QTRY_COMPARE(open.queue.checked.size(), 1);
    open.queue.slowChecks->addResult(QList<PreCheck>{ engine });
    QTRY_COMPARE(told(), QStringList{ engineText });
    open.queue.slowChecks->addResult(QList<PreCheck>{ engine, limit });
    QTRY_COMPARE(told(), QStringList({ engineText, limitText }));
    open.queue.slowChecks->finish();
    // Of another image: what is not known yet keeps its place and says nothing.
    open.queue.slowChecks = std::make_shared<QPromise<QList<PreCheck>>>();
    open.queue.slowChecks->start();
    open.type(u"image_name"_s, u"alpine:3"_s);
    QTRY_COMPARE(open.queue.checked.size(), 2);
    open.queue.slowChecks->addResult(QList<PreCheck>{ engine });
    QTRY_COMPARE(told(), QStringList({ engineText, u"…"_s }));
    open.queue.slowChecks->finish();
    QTRY_COMPARE(told(), QStringList{ engineText });
    open.dialog.chooseType(TaskType::OllamaPull);
    QCOMPARE(told(), QStringList());
}

void TestSubmitDialog::nothingIsAskedOfAFormThatIsWrong()
{
    OpenForm open(TaskType::DockerPull);
    open.queue.checks = { { PreCheck::Level::Ok, u"engine"_s, u"Docker answers."_s, {} } };
    open.type(u"image_name"_s, u"acme/api"_s);
    QTRY_COMPARE(open.dialog.findChildren<QLabel *>(u"check:engine"_s).size(), 1);
    open.type(u"image_name"_s, u"/Wrong"_s);
    QTRY_VERIFY(open.dialog.findChildren<QLabel *>(u"check:engine"_s).isEmpty());
    QCOMPARE(open.queue.checked.size(), 1);
}

QTEST_MAIN(TestSubmitDialog)
#include "test_submit_dialog.moc"
