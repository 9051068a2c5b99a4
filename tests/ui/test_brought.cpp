// What is dropped on the window, or lies on the clipboard, as a task.
#include "ui/submit/brought.h"

#include <QDir>
#include <QFile>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

std::optional<TaskSpec> ofText(const QString &text)
{
    QMimeData data;
    data.setText(text);
    return specBrought(data);
}

std::optional<TaskSpec> ofFiles(const QStringList &paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls << QUrl::fromLocalFile(path);
    data.setUrls(urls);
    return specBrought(data);
}

QString write(const QTemporaryDir &folder, const QString &name, const QByteArray &content)
{
    QFile file(folder.filePath(name));
    file.open(QIODevice::WriteOnly);
    file.write(content);
    return file.fileName();
}

} // namespace

class TestBrought : public QObject {
    Q_OBJECT

private slots:
    void namesOfImagesArePulled_data();
    void namesOfImagesArePulled();
    void otherTextsStandForNothing_data();
    void otherTextsStandForNothing();
    void aModelsCommandLineGetsTheModel();
    void aFolderIsBuilt();
    void aDockerfileIsBuiltInItsFolder();
    void aDockerfileOfAnotherNameIsNamed();
    void aFileOfNamesIsPulled();
    void severalFilesStandForNothing();
};

void TestBrought::namesOfImagesArePulled_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("images");
    QTest::newRow("a reference") << u" ghcr.io/acme/api:2.4\n"_s << u"ghcr.io/acme/api:2.4"_s;
    QTest::newRow("a name with a tag") << u"nginx:1.27"_s << u"nginx:1.27"_s;
    QTest::newRow("a list") << u"nginx\nredis:7\n"_s << u"nginx redis:7"_s;
    QTest::newRow("a list with remarks") << u"# base\nnginx # web\n\nredis"_s << u"nginx redis"_s;
    QTest::newRow("a command line") << u"docker pull nginx"_s << u"nginx"_s;
}

void TestBrought::namesOfImagesArePulled()
{
    QFETCH(QString, text);
    QFETCH(QString, images);
    const auto spec = ofText(text);
    QVERIFY(spec && std::holds_alternative<DockerPull>(*spec));
    QCOMPARE(std::get<DockerPull>(*spec).imageName, images);
}

void TestBrought::otherTextsStandForNothing_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text :
        { u""_s, u"word"_s, u"Dear Anna, how are you?"_s, u"# only a remark"_s,
            u"https://example.org/a b"_s, u"/no/such/folder"_s, QString(70'000, u'a') + u":1"_s })
        QTest::newRow(qPrintable(text.left(20))) << text;
}

void TestBrought::otherTextsStandForNothing()
{
    QFETCH(QString, text);
    QVERIFY(!ofText(text));
}

void TestBrought::aModelsCommandLineGetsTheModel()
{
    QCOMPARE(ofText(u"ollama run llama3.2:3b"_s), TaskSpec(OllamaPull{ u"llama3.2:3b"_s, false }));
}

void TestBrought::aFolderIsBuilt()
{
    const QTemporaryDir folder;
    const auto spec = ofFiles({ folder.path() });
    QVERIFY(spec && std::holds_alternative<DockerBuild>(*spec));
    QCOMPARE(std::get<DockerBuild>(*spec).contextPath, folder.path());
    QCOMPARE(ofText(folder.path()), *spec);
}

void TestBrought::aDockerfileIsBuiltInItsFolder()
{
    const QTemporaryDir folder;
    DockerBuild wanted;
    wanted.contextPath = folder.path();
    QCOMPARE(ofFiles({ write(folder, u"Dockerfile"_s, "FROM scratch\n") }), TaskSpec(wanted));
}

void TestBrought::aDockerfileOfAnotherNameIsNamed()
{
    const QTemporaryDir folder;
    const QString path = write(folder, u"Dockerfile.dev"_s, "FROM scratch\n");
    DockerBuild wanted;
    wanted.contextPath = folder.path();
    wanted.dockerfile = path;
    QCOMPARE(ofFiles({ path }), TaskSpec(wanted));
}

void TestBrought::aFileOfNamesIsPulled()
{
    const QTemporaryDir folder;
    const auto spec = ofFiles({ write(folder, u"images.txt"_s, "nginx:1\nredis:7\n") });
    QVERIFY(spec && std::holds_alternative<DockerPull>(*spec));
    QCOMPARE(std::get<DockerPull>(*spec).imageName, u"nginx:1 redis:7"_s);
    QVERIFY(!ofFiles({ write(folder, u"letter.txt"_s, "Dear Anna,\n") }));
}

void TestBrought::severalFilesStandForNothing()
{
    const QTemporaryDir folder;
    QVERIFY(
        !ofFiles({ write(folder, u"a.txt"_s, "nginx:1"), write(folder, u"b.txt"_s, "redis:7") }));
}

QTEST_MAIN(TestBrought)
#include "test_brought.moc"
