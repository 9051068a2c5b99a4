// Tasks as JSON and as words: their names, their defaults, and what is typed for them.
#include "spec_samples.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace slipway;

class TaskSpecTest : public QObject {
    Q_OBJECT

private slots:
    void typeNames_data();
    void typeNames();
    void defaults_data();
    void defaults();
    void optionDefaults();
    void nullIsTheDefault();
    void everyFieldOfARun();
    void detachImpliesThatItStays();
    void keyAliases();
    void typedText_data();
    void typedText();
    void displayNames();

private:
    SpecFolder m_folder;
};

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
    const auto draft = draftFromJson(type, m_folder.leastWith(type, u"{}"_s));
    QVERIFY2(std::holds_alternative<TaskDraft>(draft), qPrintable(say(draft)));
    QCOMPARE(specToJson(std::get<TaskDraft>(draft).spec), object(m_folder.inFolder(json)));
    // What is written is read again as the same.
    const auto again = draftFromJson(type, specToJson(std::get<TaskDraft>(draft).spec));
    QVERIFY2(std::holds_alternative<TaskDraft>(again), qPrintable(say(again)));
    QVERIFY(std::get<TaskDraft>(again).spec == std::get<TaskDraft>(draft).spec);
}

void TaskSpecTest::optionDefaults()
{
    const auto draft =
        draftFromJson(TaskType::DockerPull, m_folder.leastWith(TaskType::DockerPull, u"{}"_s));
    QCOMPARE(optionsToJson(std::get<TaskDraft>(draft).options),
        object(uR"({"notify":false,"priority":0,"category":"general",
        "tags":[],"max_retries":3,"timeout_seconds":null,"stall_seconds":null,"after":[],"key":"",
        "not_before":null,"host":""})"_s));
    const QString given =
        uR"({"notify":true,"priority":-5,"category":"nightly","tags":["a","b"],"max_retries":0,
        "timeout_seconds":60,"stall_seconds":0,"after":["x"],"key":"k",
        "not_before":"2030-01-31T22:00:00.000+01:00","host":"tcp://h:2375"})"_s;
    const auto full =
        draftFromJson(TaskType::DockerPull, m_folder.leastWith(TaskType::DockerPull, given));
    QVERIFY2(std::holds_alternative<TaskDraft>(full), qPrintable(say(full)));
    QCOMPARE(optionsToJson(std::get<TaskDraft>(full).options), object(given));
}

void TaskSpecTest::nullIsTheDefault()
{
    for (TaskType type : allTaskTypes()) {
        QJsonObject json = object(m_folder.leastOf(type));
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
    const auto draft = draftFromJson(TaskType::DockerRun,
        m_folder.leastWith(TaskType::DockerRun, uR"({"detach":true,"remove":true})"_s));
    QVERIFY(!std::get<DockerRun>(std::get<TaskDraft>(draft).spec).remove);
}

void TaskSpecTest::keyAliases()
{
    auto draft = draftFromJson(TaskType::DockerBuild,
        m_folder.leastWith(TaskType::DockerBuild, uR"({"dockerfile_path":"DIR/Other"})"_s));
    QVERIFY2(std::holds_alternative<TaskDraft>(draft), qPrintable(say(draft)));
    QCOMPARE(std::get<DockerBuild>(std::get<TaskDraft>(draft).spec).dockerfile,
        m_folder.filePath(u"Other"_s));
    draft = draftFromJson(TaskType::DockerRun,
        m_folder.leastWith(TaskType::DockerRun, uR"({"run_command":["ls"]})"_s));
    QCOMPARE(std::get<DockerRun>(std::get<TaskDraft>(draft).spec).command, QStringList{ u"ls"_s });
    // Said twice it must not depend on the order of keys which one counts.
    draft = draftFromJson(TaskType::DockerRun,
        m_folder.leastWith(TaskType::DockerRun, uR"({"command":["a"],"run_command":["b"]})"_s));
    QCOMPARE(say(draft).section(u':', 0, 0), u"VALIDATION_INVALID_PARAMS command"_s);
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
        return displayName(
            std::get<TaskDraft>(draftFromJson(type, m_folder.leastWith(type, more))).spec);
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
