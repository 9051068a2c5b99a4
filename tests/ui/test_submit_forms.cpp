// The forms of pushes, tags, logins and models, from the keys to the queue.
#include "tests/ui/open_form.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

class TestSubmitForms : public QObject {
    Q_OBJECT

private slots:
    void everyFormIsOffered();
    void aPushReachesTheQueue();
    void aPushOfADigestIsSaid();
    void aTagReachesTheQueue();
    void aTagNeedsBothNames();
    void fieldsOfARowStayLevel();
    void aPasswordGoesBesideTheTask();
    void aPasswordIsForgottenOnceAdded();
    void aPasswordOutlivesARefusal();
    void aLoginNeedsUserAndPassword();
    void aPasswordGoesWithNoOtherType();
    void modelsAreOneTaskEach();
    void theServersModelsAreOffered();
    void aQuestionReachesTheQueue();
    void aQuestionNeedsAModel();
    void fillingAQuestionGivesTheSameTaskBack();
};

void TestSubmitForms::everyFormIsOffered()
{
    const OpenForm open(TaskType::DockerPull);
    const auto *types = open.dialog.findChild<QListView *>(u"typeList"_s)->model();
    QStringList names;
    for (int row = 0; row < types->rowCount(); ++row)
        names << types->index(row, 0).data().toString();
    for (const QString &name :
        { u"Build"_s, u"Push"_s, u"Tag"_s, u"Log in"_s, u"Model"_s, u"Ask"_s })
        QVERIFY2(names.contains(name), qPrintable(name));
}

void TestSubmitForms::aPushReachesTheQueue()
{
    const OpenForm open(TaskType::DockerPush);
    open.type(u"image_name"_s, u"ghcr.io/acme/api"_s);
    QCOMPARE(open.command(), u"docker push ghcr.io/acme/api:latest"_s);
    open.type(u"tag"_s, u"2.4"_s);
    QCOMPARE(open.command(), u"docker push ghcr.io/acme/api:2.4"_s);
    open.tick(u"all_tags"_s);
    open.submit();
    QTRY_COMPARE(open.queue.submitted.size(), 1);
    QCOMPARE(std::get<DockerPush>(open.queue.submitted[0].spec),
        (DockerPush{ u"ghcr.io/acme/api"_s, u"2.4"_s, true }));
}

void TestSubmitForms::aPushOfADigestIsSaid()
{
    const OpenForm open(TaskType::DockerPush);
    open.type(u"image_name"_s, u"acme/api@sha256:"_s + QString(64, u'a'));
    QCOMPARE(open.error(u"image_name"_s), u"A push takes a tag, not a digest"_s);
}

void TestSubmitForms::aTagReachesTheQueue()
{
    const OpenForm open(TaskType::DockerTag);
    open.type(u"source_image"_s, u"acme/api:2.4"_s);
    open.type(u"target_image"_s, u"acme/api:stable"_s);
    QCOMPARE(open.command(), u"docker tag acme/api:2.4 acme/api:stable"_s);
    open.submit();
    QTRY_COMPARE(open.queue.submitted.size(), 1);
    QCOMPARE(std::get<DockerTag>(open.queue.submitted[0].spec),
        (DockerTag{ u"acme/api:2.4"_s, u"acme/api:stable"_s }));
}

void TestSubmitForms::aTagNeedsBothNames()
{
    const OpenForm open(TaskType::DockerTag);
    open.type(u"source_image"_s, u"acme/api:2.4"_s);
    QCOMPARE(open.error(u"target_image"_s), QString());
    open.submit();
    QCOMPARE(open.error(u"target_image"_s), u"This is needed."_s);
    QVERIFY(open.queue.submitted.isEmpty());
}

void TestSubmitForms::fieldsOfARowStayLevel()
{
    const OpenForm open(TaskType::DockerLogin);
    QTRY_COMPARE(open.line(u"username"_s)->y(), open.line(u"password"_s)->y()); // it has a note
}

void TestSubmitForms::aPasswordGoesBesideTheTask()
{
    const OpenForm open(TaskType::DockerLogin);
    QCOMPARE(open.line(u"password"_s)->echoMode(), QLineEdit::Password);
    open.type(u"registry"_s, u"ghcr.io"_s);
    open.type(u"username"_s, u"ada"_s);
    open.type(u"password"_s, u"open sesame "_s);
    QCOMPARE(open.command(), u"docker login --username ada ghcr.io"_s);
    open.submit();
    QTRY_COMPARE(open.queue.submitted.size(), 1);
    const TaskDraft &draft = open.queue.submitted[0];
    QCOMPARE(draft.secret, QByteArray("open sesame "));
    QCOMPARE(std::get<DockerLogin>(draft.spec), (DockerLogin{ u"ghcr.io"_s, u"ada"_s }));
    QCOMPARE(draft.options, TaskOptions());
}

void TestSubmitForms::aPasswordIsForgottenOnceAdded()
{
    const OpenForm open(TaskType::DockerLogin);
    open.type(u"username"_s, u"ada"_s);
    open.type(u"password"_s, u"sesame"_s);
    QTest::keyClick(open.line(u"password"_s), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(open.queue.submitted.size(), 1);
    QTRY_COMPARE(open.line(u"password"_s)->text(), QString());
    QVERIFY(open.dialog.isVisible());
    open.line(u"password"_s)->undo();
    QCOMPARE(open.line(u"password"_s)->text(), QString());
}

void TestSubmitForms::aPasswordOutlivesARefusal()
{
    OpenForm open(TaskType::DockerLogin);
    open.type(u"username"_s, u"ada"_s);
    open.type(u"password"_s, u"sesame"_s);
    Refusal refusal;
    refusal.kind = Refusal::Kind::Field;
    refusal.field = u"registry"_s;
    refusal.reason = u"no such registry"_s;
    open.queue.nextRefusal = refusal;
    open.submit();
    QTRY_COMPARE(open.error(u"registry"_s), u"No such registry"_s);
    QCOMPARE(open.line(u"password"_s)->text(), u"sesame"_s);
}

void TestSubmitForms::aLoginNeedsUserAndPassword()
{
    const OpenForm open(TaskType::DockerLogin);
    open.submit();
    QCOMPARE(open.error(u"username"_s), u"This is needed."_s);
    open.type(u"username"_s, u"ada"_s);
    QCOMPARE(open.error(u"password"_s), QString());
    open.submit();
    QCOMPARE(open.error(u"password"_s), u"A login needs its password."_s);
    QVERIFY(open.queue.submitted.isEmpty());
}

void TestSubmitForms::aPasswordGoesWithNoOtherType()
{
    OpenForm open(TaskType::DockerLogin);
    open.type(u"username"_s, u"ada"_s);
    open.type(u"password"_s, u"sesame"_s);
    open.dialog.fill({ pullOf(u"alpine"_s), {}, {} });
    open.submit();
    QTRY_COMPARE(open.queue.submitted.size(), 1);
    QCOMPARE(typeOf(open.queue.submitted[0].spec), TaskType::DockerPull);
    QVERIFY(open.queue.submitted[0].secret.isEmpty());
}

void TestSubmitForms::modelsAreOneTaskEach()
{
    const OpenForm open(TaskType::OllamaPull);
    auto *model = open.form()->findChild<QComboBox *>(u"model_name"_s);
    QTest::keyClicks(model->lineEdit(), u"llama3.2:3b, qwen3"_s);
    open.submit();
    QCOMPARE(open.queue.submitted.size(), 2);
    QCOMPARE(open.queue.submitted[0].spec, TaskSpec(OllamaPull{ u"llama3.2:3b"_s, false }));
    QCOMPARE(open.queue.submitted[1].spec, TaskSpec(OllamaPull{ u"qwen3"_s, false }));
}

void TestSubmitForms::theServersModelsAreOffered()
{
    OpenForm open(TaskType::OllamaRun);
    auto *model = open.form()->findChild<QComboBox *>(u"model_name"_s);
    QCOMPARE(model->count(), 0);
    QTest::keyClicks(model->lineEdit(), u"qw"_s);
    HostState server;
    server.kind = HostKind::Ollama;
    server.reachable = server.known = true;
    server.models = { u"llama3.2:3b"_s, u"qwen3:8b"_s };
    open.queue.setHosts({ server });
    QCOMPARE(model->count(), 2);
    QCOMPARE(model->currentText(), u"qw"_s); // what is being typed stays
    QCOMPARE(model->itemText(1), u"qwen3:8b"_s);
}

void TestSubmitForms::aQuestionReachesTheQueue()
{
    const OpenForm open(TaskType::OllamaRun);
    QTest::keyClicks(open.form()->findChild<QComboBox *>(u"model_name"_s)->lineEdit(), u"qwen3"_s);
    QTest::keyClicks(open.lines(u"Question"_s), u"Why?"_s);
    QTest::keyClicks(open.line(u"keep_alive"_s), u"10m"_s);
    open.submit();
    OllamaRun wanted;
    wanted.modelName = u"qwen3"_s;
    wanted.prompt = u"Why?"_s;
    wanted.keepAlive = u"10m"_s;
    QCOMPARE(open.queue.submitted.size(), 1);
    QCOMPARE(open.queue.submitted[0].spec, TaskSpec(wanted));
}

void TestSubmitForms::aQuestionNeedsAModel()
{
    const OpenForm open(TaskType::OllamaRun);
    QTest::keyClicks(open.lines(u"Question"_s), u"Why?"_s);
    open.submit();
    QVERIFY(open.queue.submitted.isEmpty());
    QCOMPARE(open.error(u"model_name"_s), u"This is needed."_s);
}

void TestSubmitForms::fillingAQuestionGivesTheSameTaskBack()
{
    OllamaRun ask{ u"qwen3"_s, u"Why?\nHow?"_s, u"0f5a"_s, u"Be brief."_s, 300, 0.2, u"json"_s,
        { u"/tmp/a.png"_s, u"/tmp/b c.png"_s }, u"5m"_s };
    const OpenForm open(TaskType::OllamaRun);
    open.form()->fill(ask);
    QCOMPARE(open.form()->specs(), QList<TaskSpec>{ ask });
}

QTEST_MAIN(TestSubmitForms)
#include "test_submit_forms.moc"
