// What core says in English reaches the window in German, and never with a field's name as JSON
// spells it.
#include "core/intake/brought.h"
#include "core/task/validation.h"
#include "tests/support/fake_queue_service.h"
#include "ui/detail/layer_table.h"
#include "ui/main_window.h"
#include "ui/sentence_text.h"
#include "ui/submit/submission.h"
#include "ui/submit/submit_dialog.h"
#include "ui/error_text.h"
#include "ui/task_text.h"
#include "ui/tasks/task_table_view.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTranslator>

using namespace slipway;
using namespace Qt::StringLiterals;

class TestSentenceText : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void aFormSaysWhatIsWrong();
    void noFieldIsNamedAsInJson_data();
    void noFieldIsNamedAsInJson();
    void everyReasonIsGerman_data();
    void everyReasonIsGerman();
    void aRefusedVerbSaysWhy();
    void aWaitingRowSaysForWhat();
    void anActiveRowSaysItsStep();
    void aLayerSaysItsState();
    void whatCameOfAFixIsTold();
    void othersWordsStay();
    void sizesAreTheLocales();
    void whatIsPastedSaysWhyNot_data();
    void whatIsPastedSaysWhyNot();

private:
    QTranslator m_german;
};

void TestSentenceText::initTestCase()
{
    QVERIFY(m_german.load(u":/i18n/slipway_de.qm"_s));
    QCoreApplication::installTranslator(&m_german);
}

void TestSentenceText::cleanupTestCase()
{
    QCoreApplication::removeTranslator(&m_german);
}

void TestSentenceText::aFormSaysWhatIsWrong()
{
    FakeQueueService queue;
    MainWindow window(queue);
    window.show();
    window.submission().open(TaskType::DockerRun);
    auto *dialog = window.findChild<SubmitDialog *>();
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"image"_s), u"acme/Tests"_s);
    QTRY_COMPARE(dialog->findChild<QLabel *>(u"imageNote"_s)->text(),
        u"Ein Image-Name wird kleingeschrieben: „acme/tests“"_s);
}

void TestSentenceText::noFieldIsNamedAsInJson_data()
{
    QTest::addColumn<TaskSpec>("spec");
    QTest::addColumn<QString>("text");
    OllamaRun ask{ u"llama3.2"_s, u"Why?"_s };
    ask.maxTokens = 0;
    QTest::newRow("tokens") << TaskSpec(ask) << u"Das muss mindestens 1 sein."_s;
    DockerPull pull{ u"alpine:3"_s };
    pull.allTags = true;
    QTest::newRow("all tags") << TaskSpec(pull)
                              << u"Dafür darf der Name weder Tag noch Digest haben."_s;
    DockerRun run;
    run.image = u"alpine"_s;
    run.restart = u"always"_s;
    QTest::newRow("restart") << TaskSpec(run)
                             << u"Das geht nur mit einem Container, der im Hintergrund läuft."_s;
    QTest::newRow("missing") << TaskSpec(OllamaPull{}) << u"Hier fehlt eine Angabe."_s;
}

void TestSentenceText::noFieldIsNamedAsInJson()
{
    QFETCH(TaskSpec, spec);
    QFETCH(QString, text);
    const auto error = validate(spec);
    QVERIFY(error);
    QCOMPARE(reasonText(*error), text);
}

void TestSentenceText::everyReasonIsGerman_data()
{
    QTest::addColumn<Reason>("reason");
    const QString wrong = u"?!"_s;
    QTest::newRow("platform") << refusePlatform(wrong);
    QTest::newRow("port") << refusePort(u"80"_s, wrong);
    QTest::newRow("a large port") << refusePort(u"80"_s, u"70000"_s);
    QTest::newRow("ports backwards") << refusePort(u"80"_s, u"9-8"_s);
    QTest::newRow("address") << refusePort(u"here:80"_s, u"80"_s);
    QTest::newRow("volume") << refuseVolume(wrong, u"/data"_s);
    QTest::newRow("target") << refuseVolume(u"/data"_s, wrong);
    QTest::newRow("memory") << refuseMemory(wrong);
    QTest::newRow("little memory") << refuseMemory(u"1k"_s);
    QTest::newRow("cpus") << refuseCpus(wrong);
    QTest::newRow("restart") << refuseRestart(wrong);
    QTest::newRow("name") << refuseContainerName(wrong);
    QTest::newRow("variable") << refuseVariableName(u"a=b"_s);
    QTest::newRow("secret") << refuseSecret(u"id=a"_s);
    QTest::newRow("model") << refuseModelName(wrong);
    QTest::newRow("host") << refuseHost(wrong);
    QTest::newRow("host's address") << refuseHost(u"gopher://a"_s);
}

void TestSentenceText::everyReasonIsGerman()
{
    QFETCH(Reason, reason);
    QVERIFY(reason);
    const QString german = sentenceText(*reason);
    QVERIFY(!german.isEmpty() && german != reason->english());
    for (const QString &argument : reason->arguments)
        QVERIFY2(german.contains(argument), qPrintable(german));
}

void TestSentenceText::aRefusedVerbSaysWhy()
{
    FakeQueueService queue;
    const Task task = madeTask(1, pullOf(u"nginx"_s), TaskStatus::Pulling);
    queue.add(task);
    MainWindow window(queue);
    window.show();
    window.findChild<TaskTableView *>()->select(task.id);
    Refusal refusal;
    refusal.reason = Sentence("Cannot %1 %2 task", {}, { u"cancel"_s, u"completed"_s });
    queue.nextRefusal = refusal;
    window.findChild<QAction *>(u"cancelAction"_s)->trigger();
    QTRY_COMPARE(window.findChild<QLabel *>(u"totals"_s)->text(),
        u"Die Aufgabe lässt sich nicht abbrechen, denn sie ist fertig"_s);
}

void TestSentenceText::aWaitingRowSaysForWhat()
{
    Task task = madeTask(1, pullOf(u"nginx"_s));
    task.waitingFor = Sentence("waits for %1, which failed", { u"BUILD acme/web"_s });
    QCOMPARE(secondLine(task, {}), u"Wartet auf BUILD acme/web, fehlgeschlagen"_s);
    task.waitingFor = Sentence("waits for Docker, which does not answer");
    QCOMPARE(secondLine(task, {}), u"Wartet auf Docker, das nicht antwortet"_s);
}

void TestSentenceText::anActiveRowSaysItsStep()
{
    Task task = madeTask(1, pullOf(u"nginx"_s), TaskStatus::Pulling);
    task.progress.step = Sentence("%1 of %2 layers", { u"1"_s, u"3"_s });
    QCOMPARE(secondLine(task, {}), u"1 von 3 Layern"_s);
    task.progress.step = Sentence("Step %1 of %2: %3", { u"2"_s, u"4"_s, u"RUN echo %1"_s });
    QCOMPARE(secondLine(task, {}), u"Schritt 2 von 4: RUN echo %1"_s);
}

void TestSentenceText::aLayerSaysItsState()
{
    FakeQueueService queue;
    Task task = madeTask(1, pullOf(u"nginx"_s), TaskStatus::Pulling);
    for (const QString &state : { u"Extracting"_s, u"Mounted from acme/base"_s })
        task.progress.layers << LayerProgress{ state.left(3), state, 1, 10 };
    queue.add(task);
    MainWindow window(queue);
    window.show();
    window.findChild<TaskTableView *>()->select(task.id);
    const QAbstractItemModel *layers = window.findChild<LayerTable *>()->model();
    QTRY_COMPARE(layers->rowCount(), 2);
    QCOMPARE(layers->index(0, 2).data().toString(), u"Wird entpackt"_s);
    QCOMPARE(layers->index(1, 2).data().toString(), u"Mounted from acme/base"_s); // docker's own
}

void TestSentenceText::whatCameOfAFixIsTold()
{
    FakeQueueService queue;
    Task task = madeTask(1, pullOf(u"nginx"_s), TaskStatus::Failed);
    task.error = TaskError{};
    task.error->code = ErrorCode::OllamaServiceUnavailable;
    task.error->hostMissing = true;
    queue.add(task);
    queue.nextActionAnswer = { false, Sentence("Ollama was started, but does not answer yet.") };
    MainWindow window(queue);
    window.show();
    window.findChild<TaskTableView *>()->select(task.id);
    QPushButton *start = nullptr;
    QTRY_VERIFY((start = window.findChild<QPushButton *>(u"fix:start_ollama"_s)));
    QTRY_VERIFY(start->isVisible());
    QTest::mouseClick(start, Qt::LeftButton);
    QTRY_COMPARE(window.findChild<QLabel *>(u"totals"_s)->text(),
        u"Ollama wurde gestartet, antwortet aber noch nicht."_s);
}

void TestSentenceText::othersWordsStay()
{
    Task task = madeTask(1, OllamaPull{ u"llama3.2"_s }, TaskStatus::Downloading);
    task.progress.step = u"verifying sha256 digest"_s;
    QCOMPARE(secondLine(task, {}), u"verifying sha256 digest"_s);
}

void TestSentenceText::sizesAreTheLocales()
{
    const PreCheck check{ PreCheck::Level::Wrong, u"room"_s,
        u"%1 are free on the engine's disk; it may take %2."_s, { u"1.9 GB"_s, u"712.0 MB"_s } };
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    const QString german = checkText(check);
    QLocale::setDefault(QLocale::c());
    QCOMPARE(german,
        u"Auf der Festplatte der Engine sind 1,9 GB frei; es braucht vielleicht 712,0 MB."_s);
    QCOMPARE(sentenceText(u"There is no image called %1 on this machine."_s, { u"app:1.9"_s }),
        u"Ein Image namens app:1.9 gibt es auf diesem Rechner nicht."_s);
}

void TestSentenceText::whatIsPastedSaysWhyNot_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("text");
    QTest::newRow("a terminal") << u"docker run -it alpine sh"_s
                                << u"docker run: die Option -i ist hier nicht möglich: ein "
                                   "eingereihter Container hat kein Terminal für Eingaben"_s;
    QTest::newRow("a word") << u"docker tag app"_s << u"docker tag: es fehlt das Ziel-Image"_s;
    QTest::newRow("a model") << u"ollama run"_s << u"ollama run: das Modell fehlt"_s;
    QTest::newRow("a shell")
        << u"docker ps | grep web"_s
        << u"„docker ps | grep web“ als Ganzes kann nur eine Shell ausführen"_s;
}

void TestSentenceText::whatIsPastedSaysWhyNot()
{
    QFETCH(QString, pasted);
    QFETCH(QString, text);
    const OrWhyNot read = readText(pasted, u"/home/me"_s);
    QVERIFY(std::holds_alternative<Sentence>(read));
    QCOMPARE(sentenceText(std::get<Sentence>(read)), text);
}

QTEST_MAIN(TestSentenceText)
#include "test_sentence_text.moc"
