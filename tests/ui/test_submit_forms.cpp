#include "tests/support/fake_queue_service.h"
#include "ui/submit/submit_dialog.h"
#include "ui/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

// The dialog on one type; fields are those of its form, for other forms have the same names.
struct Open {
    FakeQueueService queue;
    SubmitDialog dialog{ queue };
    SubmitForm *form = nullptr;

    explicit Open(TaskType type)
    {
        dialog.chooseType(type);
        dialog.open();
        for (SubmitForm *each : dialog.findChildren<SubmitForm *>()) {
            if (!each->isHidden())
                form = each;
        }
    }
    QLineEdit *line(const QString &name) const { return form->findChild<QLineEdit *>(name); }
    QPlainTextEdit *lines(const QString &labelStart) const
    {
        for (QPlainTextEdit *each : form->findChildren<QPlainTextEdit *>()) {
            if (each->accessibleName().startsWith(labelStart))
                return each;
        }
        return nullptr;
    }
    void type(const QString &name, const QString &text) const
    {
        QTest::keyClicks(line(name), text);
    }
    void tick(const QString &name) const
    {
        auto *box = form->findChild<QCheckBox *>(name);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
    }
    void submit() const
    {
        QTest::mouseClick(dialog.findChild<QPushButton *>(u"addToQueue"_s), Qt::LeftButton);
    }
    QString command() const { return dialog.findChild<CommandBox *>()->command(); }
    QString error(const QString &name) const { return form->shownError(name); }
};

// A folder that holds these empty files.
struct Folder {
    QTemporaryDir dir;

    explicit Folder(const QStringList &names)
    {
        for (const QString &name : names) {
            QFile file(dir.filePath(name));
            file.open(QIODevice::WriteOnly);
        }
    }
};

} // namespace

class TestSubmitForms : public QObject {
    Q_OBJECT

private slots:
    void everyFormIsOffered();
    void aBuildReachesTheQueue();
    void aDockerfileIsFoundFromItsFolder();
    void aFolderThatIsNotThereIsSaid();
    void aBuildArgumentThatIsNoPairIsSaid();
    void aPushAfterABuildNeedsAName();
    void browsingFillsInTheFolder();
    void fillingABuildGivesTheSameTaskBack();
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
    const Open open(TaskType::DockerPull);
    const auto *types = open.dialog.findChild<QListView *>(u"typeList"_s)->model();
    QStringList names;
    for (int row = 0; row < types->rowCount(); ++row)
        names << types->index(row, 0).data().toString();
    for (const QString &name :
        { u"Build"_s, u"Push"_s, u"Tag"_s, u"Log in"_s, u"Model"_s, u"Ask"_s })
        QVERIFY2(names.contains(name), qPrintable(name));
}

void TestSubmitForms::aBuildReachesTheQueue()
{
    const Folder folder({ u"Dockerfile"_s });
    const Open open(TaskType::DockerBuild);
    open.type(u"context_path"_s, folder.dir.path());
    open.type(u"image_name"_s, u"acme/api"_s);
    open.type(u"tag"_s, u"2.4"_s);
    open.type(u"target"_s, u"release"_s);
    QPlainTextEdit *arguments = open.lines(u"Build arguments"_s);
    QTest::keyClicks(arguments, u"VERSION=2.4"_s);
    QTest::keyClick(arguments, Qt::Key_Return);
    QTest::keyClicks(arguments, u"OPTIONS=a=b"_s);
    QTest::keyClicks(
        open.form->findChild<QComboBox *>(u"platform"_s)->lineEdit(), u"linux/arm64"_s);
    for (const QString &name : { u"no_cache"_s, u"pull"_s, u"push"_s })
        open.tick(name);
    QVERIFY2(open.command().startsWith("docker build "_L1), qPrintable(open.command()));
    QVERIFY(!open.command().contains("a=b"_L1)); // an argument's value is masked
    open.submit();

    DockerBuild build;
    build.contextPath = folder.dir.path();
    build.imageName = u"acme/api"_s;
    build.tag = u"2.4"_s;
    build.target = u"release"_s;
    build.platform = u"linux/arm64"_s;
    build.buildArgs = { { u"VERSION"_s, u"2.4"_s }, { u"OPTIONS"_s, u"a=b"_s } };
    build.noCache = build.pull = build.push = true;
    QTRY_COMPARE(open.queue.submitted.size(), 1);
    QCOMPARE(std::get<DockerBuild>(open.queue.submitted[0].spec), build);
    QTRY_VERIFY(!open.dialog.isVisible());
}

void TestSubmitForms::aDockerfileIsFoundFromItsFolder()
{
    const Folder folder({ u"release.dockerfile"_s });
    const Open open(TaskType::DockerBuild);
    open.type(u"context_path"_s, folder.dir.path());
    open.type(u"dockerfile"_s, u"other"_s);
    QVERIFY(open.error(u"dockerfile"_s).startsWith("There is no Dockerfile "_L1));
    open.line(u"dockerfile"_s)->clear();
    open.type(u"dockerfile"_s, u"release.dockerfile"_s);
    QCOMPARE(open.error(u"dockerfile"_s), QString());
    open.submit();
    QTRY_COMPARE(open.queue.submitted.size(), 1);
    QCOMPARE(std::get<DockerBuild>(open.queue.submitted[0].spec).dockerfile,
        folder.dir.filePath(u"release.dockerfile"_s));
}

void TestSubmitForms::aFolderThatIsNotThereIsSaid()
{
    const Open open(TaskType::DockerBuild);
    open.submit();
    QCOMPARE(open.error(u"context_path"_s), u"This is needed."_s);
    open.type(u"context_path"_s, u"/nowhere/at/all"_s);
    QCOMPARE(open.error(u"context_path"_s), u"There is no folder /nowhere/at/all"_s);
    open.submit();
    QVERIFY(open.queue.submitted.isEmpty());
}

void TestSubmitForms::aBuildArgumentThatIsNoPairIsSaid()
{
    const Folder folder({ u"Dockerfile"_s });
    const Open open(TaskType::DockerBuild);
    open.type(u"context_path"_s, folder.dir.path());
    QTest::keyClicks(open.lines(u"Build arguments"_s), u"VERSION"_s);
    QCOMPARE(open.error(u"build_args"_s), u"“VERSION” is not written as NAME=value."_s);
    QTest::keyClicks(open.lines(u"Build arguments"_s), u"=2"_s);
    QCOMPARE(open.error(u"build_args"_s), QString());
}

void TestSubmitForms::aPushAfterABuildNeedsAName()
{
    const Folder folder({ u"Dockerfile"_s });
    const Open open(TaskType::DockerBuild);
    open.type(u"context_path"_s, folder.dir.path());
    open.tick(u"push"_s);
    QCOMPARE(open.error(u"push"_s), u"An image needs a name to be pushed."_s);
    open.type(u"image_name"_s, u"acme/api"_s);
    QCOMPARE(open.error(u"push"_s), QString());
}

void TestSubmitForms::browsingFillsInTheFolder()
{
    const Folder folder({ u"Dockerfile"_s });
    const Open open(TaskType::DockerBuild);
    QTest::mouseClick(open.form->findChild<QPushButton *>(u"browse"_s), Qt::LeftButton);
    auto *files = open.form->findChild<QFileDialog *>();
    QVERIFY(files && files->isVisible());
    files->setDirectory(folder.dir.path());
    static_cast<QDialog *>(files)->accept();
    QTRY_COMPARE(open.line(u"context_path"_s)->text(), folder.dir.path());
}

void TestSubmitForms::fillingABuildGivesTheSameTaskBack()
{
    const Folder folder({ u"release.dockerfile"_s });
    DockerBuild build;
    build.contextPath = folder.dir.path();
    build.dockerfile = folder.dir.filePath(u"release.dockerfile"_s);
    build.imageName = u"acme/api"_s;
    build.buildArgs = { { u"A"_s, u"1"_s } };
    build.secrets = { u"id=npm,env=NPM_TOKEN"_s };
    build.network = u"host"_s;
    build.push = true;
    Open open(TaskType::DockerBuild);
    open.dialog.fill({ build, {}, {} });
    open.submit();
    QTRY_COMPARE(open.queue.submitted.size(), 1);
    QCOMPARE(std::get<DockerBuild>(open.queue.submitted[0].spec), build);
}

void TestSubmitForms::aPushReachesTheQueue()
{
    const Open open(TaskType::DockerPush);
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
    const Open open(TaskType::DockerPush);
    open.type(u"image_name"_s, u"acme/api@sha256:"_s + QString(64, u'a'));
    QCOMPARE(open.error(u"image_name"_s), u"A push takes a tag, not a digest"_s);
}

void TestSubmitForms::aTagReachesTheQueue()
{
    const Open open(TaskType::DockerTag);
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
    const Open open(TaskType::DockerTag);
    open.type(u"source_image"_s, u"acme/api:2.4"_s);
    QCOMPARE(open.error(u"target_image"_s), QString());
    open.submit();
    QCOMPARE(open.error(u"target_image"_s), u"This is needed."_s);
    QVERIFY(open.queue.submitted.isEmpty());
}

void TestSubmitForms::fieldsOfARowStayLevel()
{
    const Open open(TaskType::DockerLogin);
    QTRY_COMPARE(open.line(u"username"_s)->y(), open.line(u"password"_s)->y()); // it has a note
}

void TestSubmitForms::aPasswordGoesBesideTheTask()
{
    const Open open(TaskType::DockerLogin);
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
    const Open open(TaskType::DockerLogin);
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
    Open open(TaskType::DockerLogin);
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
    const Open open(TaskType::DockerLogin);
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
    Open open(TaskType::DockerLogin);
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
    const Open open(TaskType::OllamaPull);
    auto *model = open.form->findChild<QComboBox *>(u"model_name"_s);
    QTest::keyClicks(model->lineEdit(), u"llama3.2:3b, qwen3"_s);
    open.submit();
    QCOMPARE(open.queue.submitted.size(), 2);
    QCOMPARE(open.queue.submitted[0].spec, TaskSpec(OllamaPull{ u"llama3.2:3b"_s, false }));
    QCOMPARE(open.queue.submitted[1].spec, TaskSpec(OllamaPull{ u"qwen3"_s, false }));
}

void TestSubmitForms::theServersModelsAreOffered()
{
    Open open(TaskType::OllamaRun);
    auto *model = open.form->findChild<QComboBox *>(u"model_name"_s);
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
    const Open open(TaskType::OllamaRun);
    QTest::keyClicks(open.form->findChild<QComboBox *>(u"model_name"_s)->lineEdit(), u"qwen3"_s);
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
    const Open open(TaskType::OllamaRun);
    QTest::keyClicks(open.lines(u"Question"_s), u"Why?"_s);
    open.submit();
    QVERIFY(open.queue.submitted.isEmpty());
    QCOMPARE(open.error(u"model_name"_s), u"This is needed."_s);
}

void TestSubmitForms::fillingAQuestionGivesTheSameTaskBack()
{
    OllamaRun ask{ u"qwen3"_s, u"Why?\nHow?"_s, u"0f5a"_s, u"Be brief."_s, 300, 0.2, u"json"_s,
        { u"/tmp/a.png"_s, u"/tmp/b c.png"_s }, u"5m"_s };
    const Open open(TaskType::OllamaRun);
    open.form->fill(ask);
    QCOMPARE(open.form->specs(), QList<TaskSpec>{ ask });
}

QTEST_MAIN(TestSubmitForms)
#include "test_submit_forms.moc"
