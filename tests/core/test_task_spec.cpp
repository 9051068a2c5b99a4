// What a person may ask for: read from JSON, checked, and refused by the name of the field.
#include "core/task/task_json.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace slipway;

namespace {

QJsonObject object(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

// The least of each type that is accepted; a row of a test adds to it.
QString leastOf(TaskType type, const QString &folder)
{
    switch (type) {
    case TaskType::DockerPull:
    case TaskType::DockerPush:
        return u"{\"image_name\":\"app\"}"_s;
    case TaskType::DockerBuild:
        return u"{\"context_path\":\"%1\"}"_s.arg(folder);
    case TaskType::DockerTag:
        return u"{\"source_image\":\"a\",\"target_image\":\"b\"}"_s;
    case TaskType::DockerRun:
        return u"{\"image\":\"app\"}"_s;
    case TaskType::DockerLogin:
        return u"{\"username\":\"ann\"}"_s;
    case TaskType::OllamaPull:
        return u"{\"model_name\":\"m\"}"_s;
    case TaskType::OllamaRun:
        return u"{\"model_name\":\"m\",\"prompt\":\"Hi\"}"_s;
    }
    Q_UNREACHABLE();
}

QString say(const OrFieldError<TaskDraft> &draft)
{
    const auto *error = std::get_if<FieldError>(&draft);
    return error
        ? u"%1 %2: %3"_s.arg(errorCodeName(error->code), error->field, error->reason.english())
        : u"accepted"_s;
}

} // namespace

class TaskSpecTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void typeNames_data();
    void typeNames();
    void defaults_data();
    void defaults();
    void optionDefaults();
    void nullIsTheDefault();
    void everyFieldOfARun();
    void detachImpliesThatItStays();
    void keyAliases();
    void accepted_data();
    void accepted();
    void refused_data();
    void refused();
    void unknownKeysNameTheNearest_data();
    void unknownKeysNameTheNearest();
    void yesAndNo_data();
    void yesAndNo();
    void typedText_data();
    void typedText();
    void displayNames();

private:
    QJsonObject leastWith(TaskType type, const QString &more) const;
    QString inFolder(QString text) const { return text.replace(u"DIR"_s, m_folder.path()); }
    QTemporaryDir m_folder;
};

void TaskSpecTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QVERIFY(QDir(m_folder.path()).mkdir(u"empty"_s));
    for (const QString &name : { u"Dockerfile"_s, u"Other"_s, u"a.png"_s }) {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
}

QJsonObject TaskSpecTest::leastWith(TaskType type, const QString &more) const
{
    QJsonObject json = object(leastOf(type, m_folder.path()));
    const QJsonObject added = object(inFolder(more));
    for (auto it = added.begin(); it != added.end(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

void TaskSpecTest::typeNames_data()
{
    QTest::addColumn<TaskType>("type");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("pull") << TaskType::DockerPull
                          << QStringList({ u"docker_pull"_s, u"PULL"_s, u"Pull"_s,
                                 u"docker_image_pull"_s });
    QTest::newRow("push") << TaskType::DockerPush << QStringList({ u"docker_push"_s, u"PUSH"_s });
    QTest::newRow("build") << TaskType::DockerBuild
                           << QStringList({ u"docker_build"_s, u"BUILD"_s });
    QTest::newRow("tag") << TaskType::DockerTag << QStringList({ u"docker_tag"_s, u"TAG"_s });
    QTest::newRow("run") << TaskType::DockerRun << QStringList({ u"docker_run"_s, u"RUN"_s });
    QTest::newRow("login") << TaskType::DockerLogin << QStringList({ u"docker_login"_s });
    QTest::newRow("ollama_pull") << TaskType::OllamaPull
                                 << QStringList({ u"ollama_pull"_s, u"OLLAMA_PULL"_s });
    QTest::newRow("ollama_run") << TaskType::OllamaRun
                                << QStringList(
                                       { u"ollama_run"_s, u"OLLAMA_RUN"_s, u"ollama_generate"_s });
}

void TaskSpecTest::typeNames()
{
    QFETCH(const TaskType, type);
    QFETCH(const QStringList, names);
    QCOMPARE(taskTypeName(type), names.first());
    for (const QString &name : names)
        QCOMPARE(taskTypeFromName(name), std::optional(type));
    QVERIFY(!taskTypeFromName(u"docker"_s));
    QVERIFY(!taskTypeFromName(u""_s));
    QCOMPARE(allTaskTypes().size(), 8);
    QCOMPARE(typeOf(emptySpec(type)), type);
}

void TaskSpecTest::defaults_data()
{
    QTest::addColumn<TaskType>("type");
    QTest::addColumn<QString>("json"); // the spec written back
    QTest::newRow("pull")
        << TaskType::DockerPull
        << uR"({"image_name":"app","tag":"latest","platform":"","all_tags":false})"_s;
    QTest::newRow("push") << TaskType::DockerPush
                          << uR"({"image_name":"app","tag":"latest","all_tags":false})"_s;
    QTest::newRow("build")
        << TaskType::DockerBuild
        << uR"({"context_path":"DIR","dockerfile":"Dockerfile","image_name":"","tag":"latest",
        "build_args":{},"target":"","platform":"","no_cache":false,"pull":false,"network":"","secrets":[],"push":false})"_s;
    QTest::newRow("tag") << TaskType::DockerTag << uR"({"source_image":"a","target_image":"b"})"_s;
    QTest::newRow("run") << TaskType::DockerRun
                         << uR"({"image":"app","command":[],"name":"","environment":{},
        "ports":{},"volumes":{},"network":"","user":"","working_dir":"","memory":"","cpus":"","gpus":"",
        "restart":"","detach":false,"remove":true})"_s;
    QTest::newRow("login") << TaskType::DockerLogin << uR"({"registry":"","username":"ann"})"_s;
    QTest::newRow("ollama_pull") << TaskType::OllamaPull
                                 << uR"({"model_name":"m","insecure":false})"_s;
    QTest::newRow("ollama_run") << TaskType::OllamaRun
                                << uR"({"model_name":"m","prompt":"Hi","log_of":"","system":"",
        "max_tokens":1000,"temperature":0.7,"format":"","images":[],"keep_alive":""})"_s;
}

void TaskSpecTest::defaults()
{
    QFETCH(const TaskType, type);
    QFETCH(const QString, json);
    const auto draft = draftFromJson(type, leastWith(type, u"{}"_s));
    QVERIFY2(std::holds_alternative<TaskDraft>(draft), qPrintable(say(draft)));
    QCOMPARE(specToJson(std::get<TaskDraft>(draft).spec), object(inFolder(json)));
    // What is written is read again as the same.
    const auto again = draftFromJson(type, specToJson(std::get<TaskDraft>(draft).spec));
    QVERIFY2(std::holds_alternative<TaskDraft>(again), qPrintable(say(again)));
    QVERIFY(std::get<TaskDraft>(again).spec == std::get<TaskDraft>(draft).spec);
}

void TaskSpecTest::optionDefaults()
{
    const auto draft =
        draftFromJson(TaskType::DockerPull, leastWith(TaskType::DockerPull, u"{}"_s));
    QCOMPARE(optionsToJson(std::get<TaskDraft>(draft).options),
        object(uR"({"notify":false,"priority":0,"category":"general",
        "tags":[],"max_retries":3,"timeout_seconds":null,"stall_seconds":null,"after":[],"key":"",
        "not_before":null,"host":""})"_s));
    const QString given =
        uR"({"notify":true,"priority":-5,"category":"nightly","tags":["a","b"],"max_retries":0,
        "timeout_seconds":60,"stall_seconds":0,"after":["x"],"key":"k",
        "not_before":"2030-01-31T22:00:00.000+01:00","host":"tcp://h:2375"})"_s;
    const auto full = draftFromJson(TaskType::DockerPull, leastWith(TaskType::DockerPull, given));
    QVERIFY2(std::holds_alternative<TaskDraft>(full), qPrintable(say(full)));
    QCOMPARE(optionsToJson(std::get<TaskDraft>(full).options), object(given));
}

void TaskSpecTest::nullIsTheDefault()
{
    for (TaskType type : allTaskTypes()) {
        QJsonObject json = object(leastOf(type, m_folder.path()));
        const QJsonObject least = json;
        for (const QString &key : knownKeys(type)) {
            if (!json.contains(key))
                json.insert(key, QJsonValue::Null);
        }
        const auto nulls = draftFromJson(type, json);
        const auto none = draftFromJson(type, least);
        QVERIFY2(std::holds_alternative<TaskDraft>(nulls), qPrintable(say(nulls)));
        QVERIFY(std::get<TaskDraft>(nulls).spec == std::get<TaskDraft>(none).spec);
        QVERIFY(std::get<TaskDraft>(nulls).options == std::get<TaskDraft>(none).options);
    }
}

void TaskSpecTest::everyFieldOfARun()
{
    const auto draft = draftFromJson(TaskType::DockerRun, object(uR"({"image":"r.io/app:1",
        "command":"sh -c 'echo hi'","name":"web-1","environment":{"A":"b","N":5},
        "ports":{"8080":"80","127.0.0.1:53":"53/udp","[::1]:90-91":"90-91"},
        "volumes":{"/data":"/d:ro","cache":"/c"},"network":"net","user":"1000:1000","working_dir":"/w",
        "memory":"512m","cpus":"1.5","gpus":"all","restart":"on-failure:3","detach":true})"_s));
    QVERIFY2(std::holds_alternative<TaskDraft>(draft), qPrintable(say(draft)));
    const auto run = std::get<DockerRun>(std::get<TaskDraft>(draft).spec);
    QCOMPARE(run.command, QStringList({ u"sh"_s, u"-c"_s, u"echo hi"_s }));
    QCOMPARE(run.environment, Pairs({ { u"A"_s, u"b"_s }, { u"N"_s, u"5"_s } }));
    QCOMPARE(run.ports.size(), 3);
    QCOMPARE(run.volumes.value(u"/data"_s), u"/d:ro"_s);
    QCOMPARE(run.restart, u"on-failure:3"_s);
}

void TaskSpecTest::detachImpliesThatItStays()
{
    const auto draft = draftFromJson(
        TaskType::DockerRun, leastWith(TaskType::DockerRun, uR"({"detach":true,"remove":true})"_s));
    QVERIFY(!std::get<DockerRun>(std::get<TaskDraft>(draft).spec).remove);
}

void TaskSpecTest::keyAliases()
{
    auto draft = draftFromJson(TaskType::DockerBuild,
        leastWith(TaskType::DockerBuild, uR"({"dockerfile_path":"DIR/Other"})"_s));
    QVERIFY2(std::holds_alternative<TaskDraft>(draft), qPrintable(say(draft)));
    QCOMPARE(std::get<DockerBuild>(std::get<TaskDraft>(draft).spec).dockerfile,
        m_folder.filePath(u"Other"_s));
    draft = draftFromJson(
        TaskType::DockerRun, leastWith(TaskType::DockerRun, uR"({"run_command":["ls"]})"_s));
    QCOMPARE(std::get<DockerRun>(std::get<TaskDraft>(draft).spec).command, QStringList{ u"ls"_s });
    // Said twice it must not depend on the order of keys which one counts.
    draft = draftFromJson(TaskType::DockerRun,
        leastWith(TaskType::DockerRun, uR"({"command":["a"],"run_command":["b"]})"_s));
    QCOMPARE(say(draft).section(u':', 0, 0), u"VALIDATION_INVALID_PARAMS command"_s);
}

void TaskSpecTest::accepted_data()
{
    QTest::addColumn<TaskType>("type");
    const auto row = [](TaskType type, const char *json) { QTest::newRow(json) << type; };
    row(TaskType::DockerPull, R"({"platform":"linux/arm64/v8"})");
    row(TaskType::DockerPull, R"({"image_name":"r.io:5000/a/b:1.2","all_tags":"no"})");
    row(TaskType::DockerPull, R"({"priority":"7"})");
    row(TaskType::DockerPull, R"({"host":"desktop-linux"})");
    row(TaskType::DockerPull, R"({"host":"unix:///run/user/1000/docker.sock"})");
    row(TaskType::DockerPull, R"({"host":"ssh://ann@host"})");
    row(TaskType::DockerPush, R"({"all_tags":true})");
    row(TaskType::DockerBuild, R"({"dockerfile":"DIR/Other","image_name":"app","push":true})");
    row(TaskType::DockerBuild,
        R"({"secrets":["id=a,src=/f","id=b,env=B","type=file,id=c,source=/f"]})");
    row(TaskType::DockerTag,
        R"({"source_image":"sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})");
    row(TaskType::DockerRun, R"({"restart":"no"})");
    row(TaskType::DockerRun, R"({"memory":"6m","cpus":"0.5"})");
    row(TaskType::DockerRun, R"({"volumes":{"/a":"/b:ro,z"}})");
    row(TaskType::DockerRun, R"({"command":"[\"sh\",\"-c\",\"a b\"]"})");
    row(TaskType::DockerLogin, R"({"registry":"localhost:5000"})");
    row(TaskType::DockerLogin, R"({"registry":"https://index.docker.io/v1/"})");
    row(TaskType::OllamaPull, R"({"model_name":"hf.co/team/model-GGUF:Q4_K_M"})");
    row(TaskType::OllamaPull, R"({"model_name":"localhost:5000/library/tiny:latest"})");
    row(TaskType::OllamaRun, R"({"images":["DIR/a.png"],"temperature":0,"max_tokens":1})");
}

void TaskSpecTest::accepted()
{
    QFETCH(const TaskType, type);
    const auto draft =
        draftFromJson(type, leastWith(type, QString::fromUtf8(QTest::currentDataTag())));
    QCOMPARE(say(draft), u"accepted"_s);
}

void TaskSpecTest::refused_data()
{
    QTest::addColumn<TaskType>("type");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    const auto rows = [](TaskType type, const char *code, const char *field,
                          std::initializer_list<const char *> values) {
        for (const char *value : values)
            QTest::addRow("%s {\"%s\":%s}", qPrintable(taskTypeName(type)), field, value)
                << type << QString::fromLatin1(code) << QString::fromLatin1(field);
    };
    const char *const missing = "VALIDATION_MISSING_REQUIRED";
    const char *const format = "VALIDATION_INVALID_FORMAT";
    const char *const params = "VALIDATION_INVALID_PARAMS";
    for (TaskType type : { TaskType::DockerPull, TaskType::DockerPush }) {
        rows(type, missing, "image_name", { "null", "\"\"", "\"  \"" });
        rows(type, format, "image_name",
            { "5", "true", "[]", "\"NO such\"", "\"a b\"", "\"--help\"", "\"a:b:c\"" });
        rows(type, format, "tag", { "1.10", "\"a b\"", "\"-x\"", "\"\"", "[\"a\"]" });
        rows(type, format, "all_tags", { "\"maybe\"", "2", "[]", "\"\"" });
    }
    rows(TaskType::DockerPull, format, "platform",
        { "\"linux\"", "\"Linux/AMD64\"", "\"linux/amd64/v8/x\"", "1" });
    rows(TaskType::DockerBuild, missing, "context_path", { "null", "\"\"" });
    rows(TaskType::DockerBuild, params, "context_path",
        { "\"src\"", "\"./src\"", "\"DIR/none\"", "\"DIR/Other\"" });
    rows(TaskType::DockerBuild, params, "dockerfile", { "\"Other\"", "\"DIR/none\"", "\"DIR\"" });
    rows(TaskType::DockerBuild, format, "image_name", { "\"NO such\"", "7" });
    rows(TaskType::DockerBuild, format, "build_args",
        { "[]", "\"A=b\"", "{\"A\":true}", "{\"A=B\":\"c\"}", "{\"\":\"c\"}" });
    rows(TaskType::DockerBuild, format, "platform", { "\"amd64\"" });
    rows(TaskType::DockerBuild, format, "secrets",
        { "\"id=a,src=/f\"", "[\"id=a\"]", "[\"src=/f\"]", "[\"id=a,src=f\"]",
            "[\"id=a,src=/f,x=y\"]", "[5]" });
    rows(TaskType::DockerBuild, params, "push", { "true" });
    rows(TaskType::DockerBuild, format, "no_cache", { "\"sometimes\"" });
    rows(TaskType::DockerTag, missing, "source_image", { "null", "\"\"" });
    rows(TaskType::DockerTag, format, "source_image", { "\"A B\"" });
    rows(TaskType::DockerTag, missing, "target_image", { "null" });
    rows(TaskType::DockerTag, format, "target_image", { "\"Upper\"" });
    rows(TaskType::DockerTag, params, "target_image",
        { "\"a@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"" });
    rows(TaskType::DockerRun, missing, "image", { "null", "\"\"" });
    rows(TaskType::DockerRun, format, "image", { "\"-v\"", "3" });
    rows(TaskType::DockerRun, format, "command", { "\"echo 'open\"", "\"[not json\"", "[1]", "5" });
    rows(TaskType::DockerRun, format, "name", { "\"a\"", "\"-web\"", "\"a b\"", "\"a/b\"" });
    rows(TaskType::DockerRun, format, "environment",
        { "[\"A=b\"]", "{\"A=B\":\"c\"}", "{\"A\":null}", "{\"A\":1.5}" });
    rows(TaskType::DockerRun, format, "ports",
        { "{\"80\":\"0\"}", "{\"70000\":\"80\"}", "{\"a\":\"80\"}", "{\"80\":\"80/icmp\"}",
            "{\"90-80\":\"80\"}", "{\"name:80\":\"80\"}", "{\"1-2-3\":\"80\"}", "{\" 80\":\"80\"}",
            "{\"+80\":\"80\"}", "{\"80\":\"\"}", "[80]" });
    rows(TaskType::DockerRun, params, "volumes",
        { "{\"data/x\":\"/d\"}", "{\"./data\":\"/d\"}", "{\"/data\":\"d\"}",
            "{\"/data\":\"/d:r o\"}", "{\"/data\":\"/d:ro:z\"}", "{\"\":\"/d\"}" });
    rows(TaskType::DockerRun, params, "working_dir", { "\"w\"" });
    rows(TaskType::DockerRun, format, "memory", { "\"lots\"", "\"1m\"", "\"-1g\"", "512" });
    rows(TaskType::DockerRun, format, "cpus",
        { "\"two\"", "\"0\"", "\"-1\"", "\"nan\"", "\"inf\"" });
    rows(TaskType::DockerRun, format, "restart", { "\"sometimes\"", "\"on-failure:x\"" });
    rows(TaskType::DockerRun, params, "restart", { "\"always\"" });
    rows(TaskType::DockerLogin, missing, "username", { "null", "\"\"" });
    rows(TaskType::DockerLogin, format, "registry",
        { "\"a b\"", "\"ann@r.io\"", "\"--password=x\"", "\"-u\"" });
    rows(TaskType::OllamaPull, missing, "model_name", { "null", "\"\"" });
    rows(TaskType::OllamaPull, format, "model_name",
        { "\"a b\"", "\"a:b:c\"", "\"../x\"", "\":tag\"" });
    rows(TaskType::OllamaRun, missing, "prompt", { "null", "\"\"", "\"\\n \"" });
    rows(TaskType::OllamaRun, params, "max_tokens", { "0", "-1" });
    rows(TaskType::OllamaRun, format, "max_tokens",
        { "1.5", "\"many\"", "1e300", "-1e300", "\"nan\"", "\"inf\"", "3000000000" });
    rows(TaskType::OllamaRun, params, "temperature", { "-0.1", "5.1", "\"nan\"" });
    rows(TaskType::OllamaRun, format, "temperature", { "\"warm\"", "true" });
    rows(TaskType::OllamaRun, params, "images", { "[\"a.png\"]", "[\"DIR/none.png\"]" });
    rows(TaskType::OllamaRun, format, "images", { "\"/a.png\"" });
    rows(TaskType::DockerPull, format, "priority", { "1.5", "\"high\"", "[]" });
    rows(TaskType::DockerPull, params, "max_retries", { "-1" });
    rows(TaskType::DockerPull, params, "timeout_seconds", { "0", "-5" });
    rows(TaskType::DockerPull, params, "stall_seconds", { "-1" });
    rows(TaskType::DockerPull, format, "tags", { "\"a\"", "[1]" });
    rows(TaskType::DockerPull, format, "not_before", { "\"tomorrow\"", "5" });
    rows(TaskType::DockerPull, format, "host",
        { "\"ftp://h\"", "\"a b\"", "\"tcp://h:port\"", "\"-H\"" });
}

void TaskSpecTest::refused()
{
    QFETCH(const TaskType, type);
    QFETCH(const QString, code);
    QFETCH(const QString, field);
    const QString json = QString::fromUtf8(QTest::currentDataTag()).section(u' ', 1);
    const auto draft = draftFromJson(type, leastWith(type, json));
    QVERIFY2(say(draft).startsWith(code + u' ' + field + u": "_s), qPrintable(say(draft)));
    QVERIFY(!std::get<FieldError>(draft).reason.isEmpty());
}

void TaskSpecTest::unknownKeysNameTheNearest_data()
{
    QTest::addColumn<TaskType>("type");
    QTest::addColumn<QString>("hint");
    QTest::newRow("image_nam") << TaskType::DockerPull << u"did you mean image_name"_s;
    QTest::newRow("img") << TaskType::DockerPull << u"did you mean"_s;
    QTest::newRow("prority") << TaskType::OllamaRun << u"did you mean priority"_s;
    QTest::newRow("enviroment") << TaskType::DockerRun << u"did you mean environment"_s;
    QTest::newRow("password") << TaskType::DockerLogin
                              << u"known are: registry, username, priority"_s;
    QTest::newRow("dockerfile_path")
        << TaskType::DockerPull << u"known are"_s; // an alias of builds alone
}

void TaskSpecTest::unknownKeysNameTheNearest()
{
    QFETCH(const TaskType, type);
    QFETCH(const QString, hint);
    const QString key = QString::fromLatin1(QTest::currentDataTag());
    const auto draft = draftFromJson(type, leastWith(type, u"{\"%1\":\"x\"}"_s.arg(key)));
    QVERIFY2(say(draft).startsWith(u"VALIDATION_INVALID_PARAMS "_s + key), qPrintable(say(draft)));
    if (key != u"img"_s)
        QVERIFY2(say(draft).contains(hint), qPrintable(say(draft)));
}

void TaskSpecTest::yesAndNo_data()
{
    QTest::addColumn<bool>("yes");
    for (const char *text : { "true", "\"true\"", "\"yes\"", "\"YES\"", "\"1\"", "1" })
        QTest::newRow(text) << true;
    for (const char *text : { "false", "\"false\"", "\"no\"", "\"No\"", "\"0\"", "0" })
        QTest::newRow(text) << false;
}

void TaskSpecTest::yesAndNo()
{
    QFETCH(const bool, yes);
    const auto draft = draftFromJson(TaskType::OllamaPull,
        leastWith(TaskType::OllamaPull,
            u"{\"insecure\":%1}"_s.arg(QString::fromLatin1(QTest::currentDataTag()))));
    QVERIFY2(std::holds_alternative<TaskDraft>(draft), qPrintable(say(draft)));
    QCOMPARE(std::get<OllamaPull>(std::get<TaskDraft>(draft).spec).insecure, yes);
}

// key=value on a command line, read by the declared type of the key.
void TaskSpecTest::typedText_data()
{
    QTest::addColumn<TaskType>("type");
    QTest::addColumn<QString>("json"); // the value; none: refused
    QTest::newRow("tag=1.10") << TaskType::DockerPull << u"\"1.10\""_s;
    QTest::newRow("tag=true") << TaskType::DockerPull << u"\"true\""_s;
    QTest::newRow("all_tags=yes") << TaskType::DockerPull << u"true"_s;
    QTest::newRow("all_tags=maybe") << TaskType::DockerPull << QString();
    QTest::newRow("priority=-3") << TaskType::DockerPull << u"-3"_s;
    QTest::newRow("priority=x") << TaskType::DockerPull << QString();
    QTest::newRow("timeout_seconds=60") << TaskType::DockerPull << u"60"_s;
    QTest::newRow("temperature=0.5") << TaskType::OllamaRun << u"0.5"_s;
    QTest::newRow("tags=[\"a\"]") << TaskType::DockerPull << u"[\"a\"]"_s;
    QTest::newRow("tags=a") << TaskType::DockerPull << QString();
    QTest::newRow("volumes={\"/a\":\"/b\"}") << TaskType::DockerRun << u"{\"/a\":\"/b\"}"_s;
    QTest::newRow("volumes=/a:/b") << TaskType::DockerRun << QString();
    QTest::newRow("command=echo 'a b'") << TaskType::DockerRun << u"[\"echo\",\"a b\"]"_s;
    QTest::newRow("run_command=[\"ls\"]") << TaskType::DockerRun << u"[\"ls\"]"_s;
    QTest::newRow("nonsense=x") << TaskType::DockerRun << u"\"x\""_s; // the queue names the nearest
}

void TaskSpecTest::typedText()
{
    QFETCH(const TaskType, type);
    QFETCH(const QString, json);
    const QString tag = QString::fromUtf8(QTest::currentDataTag());
    const auto value = jsonFromText(type, tag.section(u'=', 0, 0), tag.section(u'=', 1));
    if (json.isEmpty()) {
        QVERIFY(std::holds_alternative<FieldError>(value));
        QCOMPARE(std::get<FieldError>(value).field, tag.section(u'=', 0, 0));
        return;
    }
    QVERIFY(std::holds_alternative<QJsonValue>(value));
    const QJsonValue expected = object(u"{\"v\":%1}"_s.arg(json)).value(u"v"_s);
    QCOMPARE(std::get<QJsonValue>(value), expected);
    QVERIFY(isPathKey(TaskType::DockerBuild, u"dockerfile_path"_s));
    QVERIFY(isPathKey(TaskType::OllamaRun, u"images"_s));
    QVERIFY(!isPathKey(TaskType::DockerBuild, u"tag"_s));
}

void TaskSpecTest::displayNames()
{
    const auto nameOf = [this](TaskType type, const QString &more) {
        return displayName(std::get<TaskDraft>(draftFromJson(type, leastWith(type, more))).spec);
    };
    QCOMPARE(nameOf(TaskType::DockerPull, u"{}"_s), u"app:latest"_s);
    QCOMPARE(nameOf(TaskType::DockerPush, u"{\"all_tags\":true}"_s), u"app (all tags)"_s);
    QCOMPARE(nameOf(TaskType::DockerBuild, u"{}"_s), m_folder.path());
    QCOMPARE(nameOf(TaskType::DockerBuild, u"{\"image_name\":\"x\",\"tag\":\"2\"}"_s), u"x:2"_s);
    QCOMPARE(nameOf(TaskType::DockerTag, u"{}"_s), u"a \u2192 b"_s);
    QCOMPARE(nameOf(TaskType::DockerRun, u"{\"name\":\"web\"}"_s), u"web"_s);
    QCOMPARE(nameOf(TaskType::DockerLogin, u"{}"_s), u"Docker Hub"_s);
    QCOMPARE(nameOf(TaskType::OllamaRun, u"{}"_s), u"m"_s);
}

QTEST_APPLESS_MAIN(TaskSpecTest)
#include "test_task_spec.moc"
