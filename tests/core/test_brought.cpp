// What is dropped or pasted, as tasks.
#include "core/intake/brought.h"
#include "core/intake/dockerfile.h"
#include "core/intake/script_lines.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

const QString folder = u"/home/me/api"_s;

QStringList namesOf(const OrWhyNot &read)
{
    QStringList names;
    if (const auto *brought = std::get_if<Brought>(&read)) {
        for (const TaskDraft &draft : brought->drafts)
            names << displayName(draft.spec);
    }
    return names;
}

template <typename Spec> Spec only(const OrWhyNot &read)
{
    const auto *brought = std::get_if<Brought>(&read);
    const Spec *spec = brought && brought->drafts.size() == 1
        ? std::get_if<Spec>(&brought->drafts.first().spec)
        : nullptr;
    return spec ? *spec : Spec();
}

QString write(const QTemporaryDir &place, const QString &name, const QByteArray &content)
{
    QFile file(place.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("no file");
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
    void huggingFacesNamesAreModels();
    void ollamasCommandLines_data();
    void ollamasCommandLines();
    void aCommandLineFillsItsTask();
    void aScriptIsDoneInItsOrder();
    void aScriptsFoldersAreFollowed();
    void whatCannotBeQueuedIsNamed_data();
    void whatCannotBeQueuedIsNamed();
    void aFolderIsBuilt();
    void aDockerfileIsBuiltInItsFolder();
    void aFileOfNamesIsPulled();
    void aDockerfileTellsItsChoices();
    void scriptsAreCutAsAShellWould();
    void aComposeFileGetsWhatItNeeds();
    void aComposeFileThatIsWrongIsNamed();
};

void TestBrought::namesOfImagesArePulled_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("images");
    const QStringList two{ u"nginx:latest"_s, u"redis:7"_s };
    QTest::newRow("a reference") << u" ghcr.io/acme/api:2.4\n"_s
                                 << QStringList{ u"ghcr.io/acme/api:2.4"_s };
    QTest::newRow("a name with a tag") << u"nginx:1.27"_s << QStringList{ u"nginx:1.27"_s };
    QTest::newRow("a list") << u"nginx\nredis:7\n"_s << two;
    QTest::newRow("a list with remarks") << u"# base\nnginx # web\n\nredis:7"_s << two;
    QTest::newRow("commas") << u"nginx, redis:7"_s << two;
    QTest::newRow("a command line") << u"docker pull nginx"_s << QStringList{ two[0] };
    QTest::newRow("with a prompt") << u"$ sudo docker pull nginx"_s << QStringList{ two[0] };
    QTest::newRow("two of them") << u"docker pull nginx\r\ndocker image pull redis:7"_s << two;
}

void TestBrought::namesOfImagesArePulled()
{
    QFETCH(QString, text);
    QFETCH(QStringList, images);
    const OrWhyNot read = readText(text, folder);
    QCOMPARE(namesOf(read), images);
    for (const TaskDraft &draft : std::get<Brought>(read).drafts)
        QVERIFY(std::holds_alternative<DockerPull>(draft.spec));
}

void TestBrought::otherTextsStandForNothing_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : { u""_s, u"word"_s, u"Dear Anna, how are you?"_s,
             u"# only a remark"_s, u"https://example.org/a b"_s, u"/no/such/folder"_s,
             u"Anna's \"letter"_s, QString(70'000, u'a') + u":1"_s })
        QTest::newRow(qPrintable(text.left(20))) << text;
}

void TestBrought::otherTextsStandForNothing()
{
    QFETCH(QString, text);
    const OrWhyNot read = readText(text, folder);
    QVERIFY(std::holds_alternative<Sentence>(read));
    QCOMPARE(std::get<Sentence>(read).english(), QString());
}

void TestBrought::huggingFacesNamesAreModels()
{
    const auto pull = only<OllamaPull>(readText(u"hf.co/acme/small-GGUF:Q4_K_M"_s, folder));
    QCOMPARE(pull.modelName, u"hf.co/acme/small-GGUF:Q4_K_M"_s);
}

void TestBrought::ollamasCommandLines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("asks");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("prompt");
    QTest::newRow("pull") << u"ollama pull llama3.2:3b"_s << false << u"llama3.2:3b"_s << QString();
    QTest::newRow("run without a question")
        << u"ollama run --verbose llama3.2"_s << false << u"llama3.2"_s << QString();
    QTest::newRow("run") << u"ollama run llama3.2 'Why is the sky blue?'"_s << true << u"llama3.2"_s
                         << u"Why is the sky blue?"_s;
    QTest::newRow("words") << u"ollama run --keepalive=5m llama3.2 tell me"_s << true
                           << u"llama3.2"_s << u"tell me"_s;
}

void TestBrought::ollamasCommandLines()
{
    QFETCH(QString, text);
    QFETCH(bool, asks);
    QFETCH(QString, model);
    QFETCH(QString, prompt);
    const OrWhyNot read = readText(text, folder);
    if (!asks) {
        QCOMPARE(only<OllamaPull>(read).modelName, model);
        return;
    }
    QCOMPARE(only<OllamaRun>(read).modelName, model);
    QCOMPARE(only<OllamaRun>(read).prompt, prompt);
}

void TestBrought::aCommandLineFillsItsTask()
{
    const auto run = only<DockerRun>(
        readText(u"docker run --rm -p 8080:80 \\\n  -e A=b nginx echo 'two words'"_s, folder));
    QCOMPARE(run.image, u"nginx"_s);
    QCOMPARE(run.ports, (Pairs{ { u"8080"_s, u"80"_s } }));
    QCOMPARE(run.environment, (Pairs{ { u"A"_s, u"b"_s } }));
    QCOMPARE(run.command, (QStringList{ u"echo"_s, u"two words"_s }));
    const OrWhyNot far = readText(u"docker --context far pull nginx"_s, folder);
    QCOMPARE(std::get<Brought>(far).drafts.first().options.host, u"far"_s);
}

void TestBrought::aScriptIsDoneInItsOrder()
{
    const OrWhyNot read = readText(
        u"docker build -t acme/api . && docker tag acme/api ghcr.io/acme/api:2; docker push "
        u"ghcr.io/acme/api:2\n# done"_s,
        folder);
    QCOMPARE(namesOf(read),
        (QStringList{
            u"acme/api:latest"_s, u"acme/api → ghcr.io/acme/api:2"_s, u"ghcr.io/acme/api:2"_s }));
    QVERIFY(std::get<Brought>(read).inOrder);
    QVERIFY(!std::get<Brought>(readText(u"nginx\nredis"_s, folder)).inOrder);
}

void TestBrought::aScriptsFoldersAreFollowed()
{
    const auto build =
        only<DockerBuild>(readText(u"cd ../web && docker build -f docker/File ."_s, folder));
    QCOMPARE(build.contextPath, u"/home/me/web"_s);
    QCOMPARE(build.dockerfile, u"/home/me/web/docker/File"_s);
}

void TestBrought::whatCannotBeQueuedIsNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("named");
    QTest::newRow("a terminal") << u"docker run -it alpine"_s << u"-i"_s;
    QTest::newRow("another command") << u"docker compose up"_s << u"compose"_s;
    QTest::newRow("another program") << u"docker pull nginx && make all"_s << u"make all"_s;
    QTest::newRow("a pipe") << u"docker build - < Dockerfile"_s << u"shell"_s;
    QTest::newRow("ollama") << u"ollama create mine"_s << u"create"_s;
    QTest::newRow("ollama's flag") << u"ollama run --think x y"_s << u"--think"_s;
}

void TestBrought::whatCannotBeQueuedIsNamed()
{
    QFETCH(QString, text);
    QFETCH(QString, named);
    const OrWhyNot read = readText(text, folder);
    QVERIFY(std::holds_alternative<Sentence>(read));
    QVERIFY2(std::get<Sentence>(read).english().contains(named),
        qPrintable(std::get<Sentence>(read).english()));
}

void TestBrought::aFolderIsBuilt()
{
    const QTemporaryDir place;
    QCOMPARE(only<DockerBuild>(readFile(place.path())).contextPath, place.path());
    QCOMPARE(only<DockerBuild>(readText(place.path(), folder)).contextPath, place.path());
}

void TestBrought::aDockerfileIsBuiltInItsFolder()
{
    const QTemporaryDir place;
    DockerBuild usual;
    usual.contextPath = place.path();
    QCOMPARE(only<DockerBuild>(readFile(write(place, u"Dockerfile"_s, "FROM scratch\n"))), usual);
    DockerBuild named = usual;
    named.dockerfile = write(place, u"Dockerfile.dev"_s, "FROM scratch\n");
    QCOMPARE(only<DockerBuild>(readFile(named.dockerfile)), named);
}

void TestBrought::aFileOfNamesIsPulled()
{
    const QTemporaryDir place;
    QCOMPARE(namesOf(readFile(write(place, u"images.txt"_s, "nginx:1\nredis:7\n"))),
        (QStringList{ u"nginx:1"_s, u"redis:7"_s }));
    QVERIFY(namesOf(readFile(write(place, u"letter.txt"_s, "Dear Anna,\n"))).isEmpty());
    // A file that holds the path of another is not followed.
    QVERIFY(namesOf(readFile(write(place, u"path.txt"_s, place.path().toUtf8()))).isEmpty());
}

void TestBrought::aDockerfileTellsItsChoices()
{
    const Dockerfile read = readDockerfile(u"# escape=`\n"
                                           "ARG NODE=20\n"
                                           "FROM node:${NODE} AS build\n"
                                           "ARG VERSION\n"
                                           "ARG NODE\n"
                                           "RUN --mount=type=secret,id=npm,target=/root/.npmrc `\n"
                                           "    # a remark\n"
                                           "    npm ci\n"
                                           "COPY <<EOF /etc/conf\n"
                                           "FROM nothing AS trap\n"
                                           "EOF\n"
                                           "from nginx as web\n"
                                           "ARG VERSION=\"2 beta\"\n"
                                           "EXPOSE 80 443/tcp\n"_s);
    QCOMPARE(read.stages, (QStringList{ u"build"_s, u"web"_s }));
    QCOMPARE(read.arguments,
        (QList<Dockerfile::Argument>{ { u"NODE"_s, u"20"_s }, { u"VERSION"_s, u"2 beta"_s } }));
    QCOMPARE(read.secretIds, QStringList{ u"npm"_s });
    QCOMPARE(read.ports, (QStringList{ u"80"_s, u"443/tcp"_s }));
}

void TestBrought::scriptsAreCutAsAShellWould()
{
    const auto commands = scriptCommands(u"a 'b;c' \"d && \\\"e\" # f ; g\nh#i\\\n j"_s);
    QVERIFY(commands.has_value());
    QCOMPARE(*commands,
        (QList<QStringList>{ { u"a"_s, u"b;c"_s, u"d && \"e"_s }, { u"h#i"_s, u"j"_s } }));
    QVERIFY(!scriptCommands(u"a | b"_s));
    QVERIFY(!scriptCommands(u"a 'b"_s));
    QVERIFY(!scriptCommands(u"a $(b)"_s));
}

void TestBrought::aComposeFileGetsWhatItNeeds()
{
    qputenv("SLIPWAY_TEST_TAG", "9");
    qunsetenv("SLIPWAY_TEST_UNSET");
    const QTemporaryDir place;
    const OrWhyNot read = readFile(write(place, u"compose.yaml"_s, R"(
services:
  db: { image: "postgres:${SLIPWAY_TEST_TAG}" }
  copy: { image: "postgres:${SLIPWAY_TEST_TAG}" }
  cache: { image: "redis:${SLIPWAY_TEST_UNSET:-7}", platform: linux/arm64 }
  web:
    image: acme/web:2
    build:
      context: ./web
      dockerfile: docker/File
      target: run
      args: { VERSION: 3, PLAIN: "a$$b" }
  tool: { build: tool }
)"));
    QVERIFY2(std::holds_alternative<Brought>(read),
        qPrintable(std::holds_alternative<Sentence>(read) ? std::get<Sentence>(read).english()
                                                          : QString()));
    const QList<TaskDraft> &drafts = std::get<Brought>(read).drafts;
    QCOMPARE(drafts.size(), 4);
    DockerBuild web;
    web.imageName = u"acme/web:2"_s;
    web.contextPath = place.filePath(u"web"_s);
    web.dockerfile = place.filePath(u"web/docker/File"_s);
    web.target = u"run"_s;
    web.buildArgs = { { u"VERSION"_s, u"3"_s }, { u"PLAIN"_s, u"a$b"_s } };
    DockerBuild tool;
    tool.contextPath = place.filePath(u"tool"_s);
    DockerPull cache;
    cache.imageName = u"redis:7"_s;
    cache.platform = u"linux/arm64"_s;
    DockerPull db;
    db.imageName = u"postgres:9"_s;
    QCOMPARE(drafts[0].spec, TaskSpec(db));
    QCOMPARE(drafts[1].spec, TaskSpec(cache));
    QCOMPARE(drafts[2].spec, TaskSpec(web));
    QCOMPARE(drafts[3].spec, TaskSpec(tool));
    QVERIFY(!std::get<Brought>(read).inOrder);
}

void TestBrought::aComposeFileThatIsWrongIsNamed()
{
    const QTemporaryDir place;
    const auto why = [&](const QByteArray &text) {
        const OrWhyNot read = readFile(write(place, u"docker-compose.yml"_s, text));
        return std::holds_alternative<Sentence>(read) ? std::get<Sentence>(read).english()
                                                      : QString();
    };
    QVERIFY(why("services:\n  a: [1\n").contains(u"line"_s));
    QVERIFY(why("volumes: {}\n").contains(u"services"_s));
    QVERIFY(why("services:\n  a: { restart: always }\n").contains(u"image"_s));
}

QTEST_GUILESS_MAIN(TestBrought)
#include "test_brought.moc"
