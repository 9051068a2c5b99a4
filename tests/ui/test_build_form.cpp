// The form of a build: its folder and Dockerfile are looked for while they are typed.
#include "tests/ui/open_form.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

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

class TestBuildForm : public QObject {
    Q_OBJECT

private slots:
    void aBuildReachesTheQueue();
    void aDockerfileIsFoundFromItsFolder();
    void aFolderThatIsNotThereIsSaid();
    void aBuildArgumentThatIsNoPairIsSaid();
    void aPushAfterABuildNeedsAName();
    void browsingFillsInTheFolder();
    void fillingABuildGivesTheSameTaskBack();
};

void TestBuildForm::aBuildReachesTheQueue()
{
    const Folder folder({ u"Dockerfile"_s });
    const OpenForm open(TaskType::DockerBuild);
    open.type(u"context_path"_s, folder.dir.path());
    open.type(u"image_name"_s, u"acme/api"_s);
    open.type(u"tag"_s, u"2.4"_s);
    open.type(u"target"_s, u"release"_s);
    QPlainTextEdit *arguments = open.lines(u"Build arguments"_s);
    QTest::keyClicks(arguments, u"VERSION=2.4"_s);
    QTest::keyClick(arguments, Qt::Key_Return);
    QTest::keyClicks(arguments, u"OPTIONS=a=b"_s);
    QTest::keyClicks(
        open.form()->findChild<QComboBox *>(u"platform"_s)->lineEdit(), u"linux/arm64"_s);
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

void TestBuildForm::aDockerfileIsFoundFromItsFolder()
{
    const Folder folder({ u"release.dockerfile"_s });
    const OpenForm open(TaskType::DockerBuild);
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

void TestBuildForm::aFolderThatIsNotThereIsSaid()
{
    const OpenForm open(TaskType::DockerBuild);
    open.submit();
    QCOMPARE(open.error(u"context_path"_s), u"This is needed."_s);
    open.type(u"context_path"_s, u"/nowhere/at/all"_s);
    QCOMPARE(open.error(u"context_path"_s), u"There is no folder /nowhere/at/all"_s);
    open.submit();
    QVERIFY(open.queue.submitted.isEmpty());
}

void TestBuildForm::aBuildArgumentThatIsNoPairIsSaid()
{
    const Folder folder({ u"Dockerfile"_s });
    const OpenForm open(TaskType::DockerBuild);
    open.type(u"context_path"_s, folder.dir.path());
    QTest::keyClicks(open.lines(u"Build arguments"_s), u"VERSION"_s);
    QCOMPARE(open.error(u"build_args"_s), u"“VERSION” is not written as NAME=value."_s);
    QTest::keyClicks(open.lines(u"Build arguments"_s), u"=2"_s);
    QCOMPARE(open.error(u"build_args"_s), QString());
}

void TestBuildForm::aPushAfterABuildNeedsAName()
{
    const Folder folder({ u"Dockerfile"_s });
    const OpenForm open(TaskType::DockerBuild);
    open.type(u"context_path"_s, folder.dir.path());
    open.tick(u"push"_s);
    QCOMPARE(open.error(u"push"_s), u"An image needs a name to be pushed."_s);
    open.type(u"image_name"_s, u"acme/api"_s);
    QCOMPARE(open.error(u"push"_s), QString());
}

void TestBuildForm::browsingFillsInTheFolder()
{
    const Folder folder({ u"Dockerfile"_s });
    const OpenForm open(TaskType::DockerBuild);
    QTest::mouseClick(open.form()->findChild<QPushButton *>(u"browse"_s), Qt::LeftButton);
    auto *files = open.form()->findChild<QFileDialog *>();
    QVERIFY(files && files->isVisible());
    files->setDirectory(folder.dir.path());
    static_cast<QDialog *>(files)->accept();
    QTRY_COMPARE(open.line(u"context_path"_s)->text(), folder.dir.path());
}

void TestBuildForm::fillingABuildGivesTheSameTaskBack()
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
    OpenForm open(TaskType::DockerBuild);
    open.dialog.fill({ build, {}, {} });
    open.submit();
    QTRY_COMPARE(open.queue.submitted.size(), 1);
    QCOMPARE(std::get<DockerBuild>(open.queue.submitted[0].spec), build);
}

QTEST_MAIN(TestBuildForm)
#include "test_build_form.moc"
