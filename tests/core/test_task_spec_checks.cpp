// What a person may ask for: accepted, or refused by the name of the field.
#include "spec_samples.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace slipway;

class TaskSpecChecksTest : public QObject {
    Q_OBJECT

private slots:
    void accepted_data();
    void accepted();
    void refused_data();
    void refused();
    void unknownKeysNameTheNearest_data();
    void unknownKeysNameTheNearest();
    void yesAndNo_data();
    void yesAndNo();

private:
    SpecFolder m_folder;
};

void TaskSpecChecksTest::accepted_data()
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

void TaskSpecChecksTest::accepted()
{
    QFETCH(const TaskType, type);
    const auto draft =
        draftFromJson(type, m_folder.leastWith(type, QString::fromUtf8(QTest::currentDataTag())));
    QCOMPARE(say(draft), u"accepted"_s);
}

void TaskSpecChecksTest::refused_data()
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

void TaskSpecChecksTest::refused()
{
    QFETCH(const TaskType, type);
    QFETCH(const QString, code);
    QFETCH(const QString, field);
    const QString json = QString::fromUtf8(QTest::currentDataTag()).section(u' ', 1);
    const auto draft = draftFromJson(type, m_folder.leastWith(type, json));
    QVERIFY2(say(draft).startsWith(code + u' ' + field + u": "_s), qPrintable(say(draft)));
    QVERIFY(!std::get<FieldError>(draft).reason.isEmpty());
}

void TaskSpecChecksTest::unknownKeysNameTheNearest_data()
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

void TaskSpecChecksTest::unknownKeysNameTheNearest()
{
    QFETCH(const TaskType, type);
    QFETCH(const QString, hint);
    const QString key = QString::fromLatin1(QTest::currentDataTag());
    const auto draft = draftFromJson(type, m_folder.leastWith(type, u"{\"%1\":\"x\"}"_s.arg(key)));
    QVERIFY2(say(draft).startsWith(u"VALIDATION_INVALID_PARAMS "_s + key), qPrintable(say(draft)));
    if (key != u"img"_s)
        QVERIFY2(say(draft).contains(hint), qPrintable(say(draft)));
}

void TaskSpecChecksTest::yesAndNo_data()
{
    QTest::addColumn<bool>("yes");
    for (const char *text : { "true", "\"true\"", "\"yes\"", "\"YES\"", "\"1\"", "1" })
        QTest::newRow(text) << true;
    for (const char *text : { "false", "\"false\"", "\"no\"", "\"No\"", "\"0\"", "0" })
        QTest::newRow(text) << false;
}

void TaskSpecChecksTest::yesAndNo()
{
    QFETCH(const bool, yes);
    const auto draft = draftFromJson(TaskType::OllamaPull,
        m_folder.leastWith(TaskType::OllamaPull,
            u"{\"insecure\":%1}"_s.arg(QString::fromLatin1(QTest::currentDataTag()))));
    QVERIFY2(std::holds_alternative<TaskDraft>(draft), qPrintable(say(draft)));
    QCOMPARE(std::get<OllamaPull>(std::get<TaskDraft>(draft).spec).insecure, yes);
}

QTEST_APPLESS_MAIN(TaskSpecChecksTest)
#include "test_task_spec_checks.moc"
