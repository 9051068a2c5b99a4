// Docker's arguments for each task, and what of them may be seen.
#include "core/docker/docker_command.h"
#include "core/task/task_json.h"
#include "core/task/words.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace slipway;

class DockerCommandTest : public QObject {
    Q_OBJECT

private slots:
    void hosts();
    void pull();
    void push();
    void tag();
    void loginTakesThePasswordFromStandardInput();
    void runWithNothing();
    void runWithEverything();
    void valuesTravelInTheEnvironment_data();
    void valuesTravelInTheEnvironment();
    void commandLines_data();
    void commandLines();
    void secretsAreNotInTheCommandLine();
    void quotedWordsAreReadBackAsTheyWere();
};

void DockerCommandTest::hosts()
{
    QCOMPARE(hostArguments({}), QStringList());
    QCOMPARE(
        hostArguments(u"desktop-linux"_s), QStringList({ u"--context"_s, u"desktop-linux"_s }));
    QCOMPARE(hostArguments(u"unix:///run/d.sock"_s),
        QStringList({ u"--host"_s, u"unix:///run/d.sock"_s }));
}

void DockerCommandTest::pull()
{
    DockerPull pull;
    pull.imageName = u"busybox"_s;
    QCOMPARE(pullCall(pull).arguments, QStringList({ u"pull"_s, u"busybox:latest"_s }));
    pull.platform = u"linux/arm64"_s;
    pull.imageName = u"busybox:1"_s;
    QCOMPARE(pullCall(pull).arguments,
        QStringList({ u"pull"_s, u"--platform"_s, u"linux/arm64"_s, u"busybox:1"_s }));
    pull = {};
    pull.imageName = u"busybox"_s;
    pull.allTags = true;
    QCOMPARE(pullCall(pull).arguments, QStringList({ u"pull"_s, u"--all-tags"_s, u"busybox"_s }));
}

void DockerCommandTest::push()
{
    DockerPush push;
    push.imageName = u"r.io/app"_s;
    push.tag = u"2"_s;
    QCOMPARE(pushCall(push).arguments, QStringList({ u"push"_s, u"r.io/app:2"_s }));
    push.allTags = true;
    QCOMPARE(pushCall(push).arguments, QStringList({ u"push"_s, u"--all-tags"_s, u"r.io/app"_s }));
}

void DockerCommandTest::tag()
{
    QCOMPARE(tagCall({ u"app"_s, u"r.io/app:1"_s }).arguments,
        QStringList({ u"tag"_s, u"app"_s, u"r.io/app:1"_s }));
}

void DockerCommandTest::loginTakesThePasswordFromStandardInput()
{
    QCOMPARE(loginCall({ {}, u"ann"_s }).arguments,
        QStringList({ u"login"_s, u"--username"_s, u"ann"_s, u"--password-stdin"_s }));
    QCOMPARE(loginCall({ u"r.io"_s, u"ann"_s }).arguments.last(), u"r.io"_s);
}

void DockerCommandTest::runWithNothing()
{
    DockerRun run;
    run.image = u"busybox"_s;
    const DockerCall call = runCall(run, { u"T"_s, 2, u"S"_s });
    QCOMPARE(call.arguments,
        QStringList({ u"run"_s, u"--pull=never"_s, u"--label"_s, u"slipway.task=T"_s, u"--label"_s,
            u"slipway.attempt=2"_s, u"--label"_s, u"slipway.store=S"_s, u"busybox"_s }));
    QVERIFY(call.environment.isEmpty());
}

void DockerCommandTest::runWithEverything()
{
    DockerRun run;
    run.image = u"busybox"_s;
    run.command = { u"sh"_s, u"-c"_s, u"echo --rm"_s };
    run.name = u"web"_s;
    run.ports = { { u"8080"_s, u"80"_s } };
    run.volumes = { { u"/a b"_s, u"/c:ro"_s } };
    run.network = u"host"_s;
    run.user = u"1000"_s;
    run.workingDir = u"/w"_s;
    run.memory = u"1g"_s;
    run.cpus = u"1.5"_s;
    run.gpus = u"all"_s;
    run.restart = u"always"_s;
    run.detach = true;
    const QStringList arguments = runCall(run, { u"T"_s, 1, u"S"_s }).arguments;
    const QStringList expected{ u"--detach"_s, u"--name"_s, u"web"_s, u"-p"_s, u"8080:80"_s,
        u"-v"_s, u"/a b:/c:ro"_s, u"--network"_s, u"host"_s, u"--user"_s, u"1000"_s, u"--workdir"_s,
        u"/w"_s, u"--memory"_s, u"1g"_s, u"--cpus"_s, u"1.5"_s, u"--gpus"_s, u"all"_s,
        u"--restart"_s, u"always"_s, u"busybox"_s, u"sh"_s, u"-c"_s, u"echo --rm"_s };
    QCOMPARE(arguments.mid(8), expected);
    QVERIFY(!arguments.mid(0, 8).contains(u"--rm"_s)); // its end is read before it is removed
}

void DockerCommandTest::valuesTravelInTheEnvironment_data()
{
    QTest::addColumn<bool>("steers");
    for (const char *name : { "PATH", "HOME", "DOCKER_HOST", "DOCKER_CONFIG", "LD_PRELOAD",
             "HTTP_PROXY", "https_proxy", "NO_PROXY", "SLIPWAY_TASK", "BUILDKIT_HOST" })
        QTest::newRow(name) << true;
    for (const char *name :
        { "TOKEN", "MY_PATH", "PATHS", "HOMEPAGE", "XDOCKER_HOST", "PROXY", "LDX" })
        QTest::newRow(name) << false;
}

void DockerCommandTest::valuesTravelInTheEnvironment()
{
    QFETCH(const bool, steers);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    DockerRun run;
    run.image = u"busybox"_s;
    run.environment = { { name, u"s3cret=\n'"_s } };
    const DockerCall call = runCall(run, {});
    if (steers) {
        QVERIFY(call.environment.isEmpty());
        QVERIFY(call.arguments.contains(name + u"=s3cret=\n'"_s));
    } else {
        QCOMPARE(call.environment, run.environment);
        QVERIFY(call.arguments.contains(name));
        QVERIFY(!call.arguments.join(u' ').contains(u"s3cret"_s));
    }
    QVERIFY(!commandLine(TaskSpec(run)).contains(u"s3cret"_s));
}

void DockerCommandTest::commandLines_data()
{
    QTest::addColumn<TaskType>("type");
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, TaskType type, const char *json, const char *line) {
        QTest::newRow(name) << type << QString::fromUtf8(json) << QString::fromUtf8(line);
    };
    row("pull", TaskType::DockerPull, R"({"image_name":"busybox","platform":"linux/amd64"})",
        "docker pull --platform linux/amd64 busybox:latest");
    row("push", TaskType::DockerPush, R"({"image_name":"r.io/app","tag":"2"})",
        "docker push r.io/app:2");
    row("tag", TaskType::DockerTag, R"({"source_image":"a","target_image":"b:1"})",
        "docker tag a b:1");
    row("run", TaskType::DockerRun,
        R"({"image":"busybox","command":["sh","-c","echo it's"],"environment":{"A":"x"}})",
        R"(docker run --rm -e A=*** busybox sh -c 'echo it'\''s')");
    row("run kept", TaskType::DockerRun, R"({"image":"busybox","remove":false})",
        "docker run busybox");
    row("run detached", TaskType::DockerRun, R"({"image":"busybox","detach":true,"name":"web"})",
        "docker run -d --name web busybox");
    row("run glob", TaskType::DockerRun, R"({"image":"busybox","command":["ls","*",""]})",
        "docker run --rm busybox ls '*' ''");
    row("login", TaskType::DockerLogin, R"({"username":"ann","registry":"r.io"})",
        "docker login --username ann r.io");
    row("ollama pull", TaskType::OllamaPull, R"({"model_name":"llama3.2:3b","insecure":true})",
        "ollama pull --insecure llama3.2:3b");
    row("ollama run", TaskType::OllamaRun, R"({"model_name":"m","prompt":"Hi $USER"})",
        "ollama run m 'Hi $USER'");
}

void DockerCommandTest::commandLines()
{
    QFETCH(const TaskType, type);
    QFETCH(const QString, json);
    QFETCH(const QString, line);
    const auto draft = draftFromJson(type, QJsonDocument::fromJson(json.toUtf8()).object());
    QVERIFY(std::holds_alternative<TaskDraft>(draft));
    QCOMPARE(commandLine(std::get<TaskDraft>(draft).spec), line);
}

void DockerCommandTest::secretsAreNotInTheCommandLine()
{
    DockerBuild build;
    build.contextPath = u"/src"_s;
    build.buildArgs = { { u"TOKEN"_s, u"s3cret"_s }, { u"HTTP_PROXY"_s, u"http://u:s3cret@p"_s } };
    build.secrets = { u"id=key,src=/k"_s };
    build.imageName = u"app"_s;
    build.noCache = true;
    const QString line = commandLine(TaskSpec(build));
    QVERIFY2(!line.contains(u"s3cret"_s), qPrintable(line));
    QVERIFY2(line.contains(u"--build-arg TOKEN=***"_s), qPrintable(line));
    QVERIFY2(
        line.endsWith(u"-t app:latest --no-cache --secret id=key,src=/k /src"_s), qPrintable(line));
}

void DockerCommandTest::quotedWordsAreReadBackAsTheyWere()
{
    const QStringList words{ u"plain"_s, u""_s, u"a b"_s, u"it's"_s, u"\"x\""_s, u"$HOME"_s,
        u"a\\b"_s, u"line\nline"_s, u"*"_s, u"a=*"_s, u"~"_s, u"a;b"_s, u"\u00e4"_s, u"''"_s };
    QStringList quoted;
    for (const QString &word : words)
        quoted.append(shellQuoted(word));
    QCOMPARE(splitWords(quoted.join(u' ')), std::optional(words));
    for (const QString &word : { u"*"_s, u"a=*"_s, u"$HOME"_s, u"~"_s, u"a;b"_s })
        QVERIFY2(shellQuoted(word).startsWith(u'\''), qPrintable(shellQuoted(word)));
}

QTEST_APPLESS_MAIN(DockerCommandTest)
#include "test_docker_command.moc"
