#include "core/intake/docker_line.h"
#include "core/task/task_json.h"
#include "core/task/words.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

class TestDockerLine : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void lineBecomesTask_data();
    void lineBecomesTask();
    void lineIsRefused_data();
    void lineIsRefused();
    void variableWithoutValueComesFromTheEnvironment();
    void everyTaskIsOneTheQueueTakes_data();
    void everyTaskIsOneTheQueueTakes();

private:
    static QStringList wordsOf(const QString &line) { return *splitWords(line); }
};

void TestDockerLine::initTestCase()
{
    qputenv("SLIPWAY_TEST_SET", "from outside");
    qunsetenv("SLIPWAY_TEST_UNSET");
}

void TestDockerLine::lineBecomesTask_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("params");
    const auto row = [](const char *line, const char *type, const char *params) {
        QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(type)
                            << QByteArray(params);
    };
    row("pull alpine", "docker_pull", R"({"image_name":"alpine"})");
    row("pull -q alpine:3.19", "docker_pull", R"({"image_name":"alpine:3.19"})");
    row("pull --platform linux/arm64 alpine", "docker_pull",
        R"({"image_name":"alpine","platform":"linux/arm64"})");
    row("pull alpine --platform=linux/arm64", "docker_pull",
        R"({"image_name":"alpine","platform":"linux/arm64"})");
    row("pull -a alpine", "docker_pull", R"({"image_name":"alpine","all_tags":true})");
    row("pull --all-tags=false alpine", "docker_pull",
        R"({"image_name":"alpine","all_tags":false})");
    row("image pull alpine", "docker_pull", R"({"image_name":"alpine"})");
    row("--context far pull alpine", "docker_pull", R"({"image_name":"alpine","host":"far"})");
    row("-H=tcp://far:2375 pull alpine", "docker_pull",
        R"({"image_name":"alpine","host":"tcp://far:2375"})");
    row("push me/app:2", "docker_push", R"({"image_name":"me/app:2"})");
    row("tag app me/app:2", "docker_tag", R"({"source_image":"app","target_image":"me/app:2"})");
    row("login -u me ghcr.io", "docker_login", R"({"username":"me","registry":"ghcr.io"})");
    row("login -u me --password-stdin", "docker_login", R"({"username":"me"})");
    row("login --username me", "docker_login", R"({"username":"me"})");

    row("run alpine", "docker_run", R"({"image":"alpine","remove":false})");
    row("run --rm alpine sh -c 'echo hi'", "docker_run",
        R"({"image":"alpine","remove":true,"command":["sh","-c","echo hi"]})");
    row("run -d --name web -p 8080:80 -p 127.0.0.1:53:53/udp nginx", "docker_run",
        R"({"image":"nginx","detach":true,"remove":false,"name":"web",
            "ports":{"8080":"80","127.0.0.1:53":"53/udp"}})");
    row("run -dp8080:80 nginx", "docker_run",
        R"({"image":"nginx","detach":true,"remove":false,"ports":{"8080":"80"}})");
    row("run -e A=1 -e B=x=y --env=C= alpine", "docker_run",
        R"({"image":"alpine","remove":false,"environment":{"A":"1","B":"x=y","C":""}})");
    row("run -v /a:/b:ro -v ./data:/data -v named:/n alpine", "docker_run",
        R"({"image":"alpine","remove":false,
            "volumes":{"/a":"/b:ro","/home/me/project/data":"/data","named":"/n"}})");
    row("run -u 1000 -w /src -m 512m --cpus 1.5 --gpus all --net host alpine", "docker_run",
        R"({"image":"alpine","remove":false,"user":"1000","working_dir":"/src","memory":"512m",
            "cpus":"1.5","gpus":"all","network":"host"})");
    row("run -d --restart=on-failure:3 nginx", "docker_run",
        R"({"image":"nginx","detach":true,"remove":false,"restart":"on-failure:3"})");
    row("run alpine ls --all -l", "docker_run",
        R"({"image":"alpine","remove":false,"command":["ls","--all","-l"]})");
    row("run -- alpine --version", "docker_run",
        R"({"image":"alpine","remove":false,"command":["--version"]})");
    row("container run alpine", "docker_run", R"({"image":"alpine","remove":false})");

    row("build .", "docker_build", R"({"context_path":"/home/me/project"})");
    row("build -t me/app:2 -f docker/Dockerfile --build-arg V=1 --no-cache ..", "docker_build",
        R"({"context_path":"/home/me","image_name":"me/app:2","build_args":{"V":"1"},
            "dockerfile":"/home/me/project/docker/Dockerfile","no_cache":true})");
    row("buildx build -t me/app:2 --push --pull --target t --platform linux/arm64 --progress plain "
        "--secret id=s,src=key /src",
        "docker_build",
        R"({"image_name":"me/app:2","context_path":"/src","push":true,"pull":true,"target":"t","platform":"linux/arm64",
            "secrets":["id=s,src=/home/me/project/key"]})");
}

void TestDockerLine::lineBecomesTask()
{
    QFETCH(QString, line);
    QFETCH(QString, type);
    QFETCH(QByteArray, params);
    const auto read = readDockerLine(wordsOf(line), u"/home/me/project"_s);
    const auto *task = std::get_if<QJsonObject>(&read);
    QVERIFY2(task, task ? "" : qPrintable(std::get<Sentence>(read).english()));
    QCOMPARE(task->value(u"task_type").toString(), type);
    QCOMPARE(task->value(u"params").toObject(), QJsonDocument::fromJson(params).object());
}

void TestDockerLine::lineIsRefused_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("named"); // what the sentence must name
    const auto row = [](const char *line, const char *named) {
        QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(named);
    };
    row("ps", "ps");
    row("--debug pull alpine", "--debug");
    row("--context far", "command is missing");
    row("pull", "image name");
    row("pull alpine busybox", "busybox");
    row("pull --plattform linux/arm64 alpine", "--plattform");
    row("pull alpine --platform", "--platform");
    row("pull --platform a/b --platform c/d alpine", "--platform");
    row("pull -a=perhaps alpine", "-a");
    row("tag app", "target image");
    row("tag -f app other", "-f");
    row("run", "image");
    row("run --cap-add ALL alpine", "--cap-add");
    row("run -it alpine", "-i");
    row("run -dt alpine", "-t");
    row("run -d --rm nginx", "--rm");
    row("run -p 80 nginx", "80");
    row("run -v /data nginx", "/data");
    row("run -dx nginx", "-x");
    row("build -t a -t b .", "-t");
    row("build -", "-");
    row("build https://example.org/repo.git", "https://example.org/repo.git");
    row("login -u me -p hush ghcr.io", "-p");
    row("login --password=hush -u me", "--password");
}

void TestDockerLine::lineIsRefused()
{
    QFETCH(QString, line);
    QFETCH(QString, named);
    const auto read = readDockerLine(wordsOf(line), u"/home/me/project"_s);
    QVERIFY(std::holds_alternative<Sentence>(read));
    const QString sentence = std::get<Sentence>(read).english();
    QVERIFY2(sentence.contains(named), qPrintable(sentence));
    QVERIFY2(!sentence.contains(u"hush"_s), qPrintable(sentence)); // no password is repeated
}

void TestDockerLine::variableWithoutValueComesFromTheEnvironment()
{
    const auto read =
        readDockerLine(wordsOf(u"run -e SLIPWAY_TEST_SET -e SLIPWAY_TEST_UNSET alpine"_s), u"/"_s);
    const QJsonObject params = std::get<QJsonObject>(read).value(u"params").toObject();
    QCOMPARE(params.value(u"environment").toObject(),
        QJsonObject({ { u"SLIPWAY_TEST_SET"_s, u"from outside"_s } }));
}

void TestDockerLine::everyTaskIsOneTheQueueTakes_data()
{
    lineBecomesTask_data();
}

void TestDockerLine::everyTaskIsOneTheQueueTakes()
{
    QFETCH(QString, line);
    QFETCH(QString, type);
    const QTemporaryDir place; // what a build names has to be there
    QVERIFY(QDir(place.path()).mkpath(u"project/docker"_s));
    for (const QString &name : { u"Dockerfile"_s, u"project/Dockerfile"_s,
             u"project/docker/Dockerfile"_s, u"project/key"_s }) {
        QFile file(place.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    if (type == "docker_build"_L1)
        line.replace(u"/src"_s, place.path());
    const auto read = readDockerLine(wordsOf(line), place.filePath(u"project"_s));
    const auto draft = draftFromJson(
        *taskTypeFromName(type), std::get<QJsonObject>(read).value(u"params").toObject());
    const auto *error = std::get_if<FieldError>(&draft);
    QVERIFY2(!error, error ? qPrintable(error->reason.english()) : "");
}

QTEST_GUILESS_MAIN(TestDockerLine)
#include "test_docker_line.moc"
