// Which fixes an error gets, and what each would do.
#include "core/diagnosis/diagnose.h"
#include "core/diagnosis/fixes.h"
#include "core/diagnosis/sentences.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;

namespace {

Task failed(const TaskSpec &spec, const QByteArray &output, int exitCode = 1)
{
    Task task;
    task.id = QUuid::createUuid();
    task.spec = spec;
    task.status = TaskStatus::Failed;
    task.resolvedHost = u"unix:///engine"_s;
    Failure failure;
    failure.type = task.type();
    failure.exitCode = exitCode;
    failure.output = output.split('\n');
    failure.subject = displayName(spec);
    task.error = diagnose(failure);
    return task;
}

TaskError engineMissing()
{
    TaskError error;
    error.code = ErrorCode::DockerNetworkError;
    error.hostMissing = true;
    return error;
}

QStringList idsOf(const Task &task)
{
    QStringList ids;
    for (const Fix &fix : fixesFor(task))
        ids << fix.id;
    return ids;
}

Fix fixOf(const Task &task, const QString &id)
{
    for (const Fix &fix : fixesFor(task)) {
        if (fix.id == id)
            return fix;
    }
    return {};
}

} // namespace

class TestFixes : public QObject {
    Q_OBJECT

private slots:
    void aTagLikeTheMissingOne();
    void anImageThatIsNotHere();
    void loginsNameTheirRegistry_data();
    void loginsNameTheirRegistry();
    void aPushMayGetAnotherName();
    void anotherPort();
    void anotherPlatform();
    void anotherEngine();
    void aCommandForAPerson();
    void moreTime();
    void moreMemory();
    void roomIsNamed();
    void modelsAreUnloadedPulledOrSpelledRight();
    void whatIsNotThereIsStarted();
    void aWrongDockerfileIsOpened();
    void leftoversAreRemoved();
    void whatIsNoFailureHasNone();
    void everyLabelIsASentenceOfItsOwn();
};

void TestFixes::aTagLikeTheMissingOne()
{
    Task task = failed(DockerPull{ u"acme/web"_s, u"1.28"_s },
        "Error response from daemon: manifest for acme/web:1.28 not found: manifest unknown: "
        "manifest unknown");
    QVERIFY(idsOf(task).isEmpty());
    task.error->nearest = { u"acme/web:1.27"_s, u"acme/web:1.2"_s };
    QCOMPARE(idsOf(task), (QStringList{ u"use_name:acme/web:1.27"_s, u"use_name:acme/web:1.2"_s }));
    const Fix fix = fixesFor(task).first();
    QCOMPARE(fixLabel(fix), u"Use acme/web:1.27"_s);
    QCOMPARE(fix.kind, Fix::Kind::RetryAs);
    QCOMPARE(displayName(fix.draft.spec), u"acme/web:1.27"_s);
}

void TestFixes::anImageThatIsNotHere()
{
    const Task task = failed(DockerTag{ u"redis:7"_s, u"mine:1"_s },
        "Error response from daemon: No such image: redis:7");
    const Fix fix = fixOf(task, u"pull:redis:7"_s);
    QCOMPARE(fix.kind, Fix::Kind::SubmitFirst);
    QCOMPARE(fixLabel(fix), u"Pull redis:7 first"_s);
    QCOMPARE(displayName(fix.draft.spec), u"redis:7"_s);
}

void TestFixes::loginsNameTheirRegistry_data()
{
    QTest::addColumn<QString>("image");
    QTest::addColumn<QString>("registry");
    QTest::addColumn<QString>("label");
    QTest::newRow("of a company") << u"ghcr.io/acme/api"_s << u"ghcr.io"_s
                                  << u"Log in to ghcr.io …"_s;
    QTest::newRow("with a port") << u"localhost:5000/api"_s << u"localhost:5000"_s
                                 << u"Log in to localhost:5000 …"_s;
    QTest::newRow("Docker Hub") << u"acme/api"_s << QString() << u"Log in to Docker Hub …"_s;
}

void TestFixes::loginsNameTheirRegistry()
{
    QFETCH(QString, image);
    QFETCH(QString, registry);
    QFETCH(QString, label);
    const Task task = failed(DockerPull{ image },
        "Error response from daemon: Head \"https://x/v2/\": no basic auth credentials");
    const QList<Fix> fixes = fixesFor(task);
    QCOMPARE(fixes.size(), 1);
    QCOMPARE(fixes[0].kind, Fix::Kind::LogIn);
    QCOMPARE(fixLabel(fixes[0]), label);
    QCOMPARE(std::get<DockerLogin>(fixes[0].draft.spec).registry, registry);
}

void TestFixes::aPushMayGetAnotherName()
{
    const Task task = failed(
        DockerPush{ u"library/app"_s }, "denied: requested access to the resource is denied");
    QCOMPARE(idsOf(task), (QStringList{ u"log_in:docker.io"_s, u"retag"_s }));
}

void TestFixes::anotherPlatform()
{
    Task task = failed(DockerPull{ u"acme/web"_s, u"1"_s, u"linux/s390x"_s },
        "no matching manifest for linux/s390x in the manifest list entries");
    QVERIFY(idsOf(task).isEmpty()); // nobody has asked the registry
    task.error->platforms = { u"linux/386"_s, u"linux/arm/v7"_s, u"linux/arm64/v8"_s,
        u"linux/amd64"_s };
    QCOMPARE(idsOf(task),
        QStringList({ u"use_platform:linux/amd64"_s, u"use_platform:linux/arm64/v8"_s,
            u"use_platform:linux/386"_s }));
    const QList<Fix> fixes = fixesFor(task);
    QCOMPARE(fixLabel(fixes[0]), u"Get the one for linux/amd64"_s);
    const auto &pull = std::get<DockerPull>(fixes[0].draft.spec);
    QCOMPARE(pull.platform, u"linux/amd64"_s);
    QCOMPARE(pull.tag, u"1"_s);
}

void TestFixes::anotherPort()
{
    DockerRun run;
    run.image = u"web"_s;
    run.ports = { { u"127.0.0.1:8080"_s, u"80"_s }, { u"9"_s, u"9"_s } };
    Task task = failed(run,
        "docker: Error response from daemon: driver failed programming external connectivity: Bind "
        "for 127.0.0.1:8080 failed: port is already allocated.",
        125);
    QVERIFY(idsOf(task).isEmpty()); // nobody has looked for a free one
    task.error->subject = u"8080"_s;
    task.error->freePort = 8082;
    const QList<Fix> fixes = fixesFor(task);
    QCOMPARE(idsOf(task), QStringList{ u"use_port:8082"_s });
    QCOMPARE(fixLabel(fixes[0]), u"Use port 8082 instead of 8080"_s);
    QCOMPARE(std::get<DockerRun>(fixes[0].draft.spec).ports,
        (QMap<QString, QString>{ { u"127.0.0.1:8082"_s, u"80"_s }, { u"9"_s, u"9"_s } }));
    task.error->portHolder = u"old-web"_s;
    QCOMPARE(fixLabel(fixOf(task, u"stop_container:old-web"_s)),
        u"Stop container old-web and try again"_s);
    QCOMPARE(fixOf(task, u"stop_container:old-web"_s).action,
        (HostAction{ HostAction::Kind::StopContainer, u"unix:///engine"_s, {}, u"old-web"_s }));
}

void TestFixes::anotherEngine()
{
    Task task = failed(DockerPull{ u"a"_s }, "x");
    task.error = engineMissing();
    task.error->otherHosts = { u"rootless"_s };
    QCOMPARE(idsOf(task), (QStringList{ u"start_docker"_s, u"use_host:rootless"_s }));
    QCOMPARE(fixOf(task, u"use_host:rootless"_s).draft.options.host, u"rootless"_s);
    QCOMPARE(fixOf(task, u"use_host:rootless"_s).kind, Fix::Kind::RetryAs);
}

void TestFixes::aCommandForAPerson()
{
    Task task = failed(DockerPull{ u"a"_s }, "x");
    task.error->command = u"sudo usermod -aG docker $USER"_s;
    const Fix fix = fixOf(task, u"copy_command"_s);
    QCOMPARE(fix.kind, Fix::Kind::CopyText);
    QCOMPARE(fix.copied, u"sudo usermod -aG docker $USER"_s);
    QCOMPARE(fixLabel(fix), u"Copy the command sudo usermod -aG docker $USER"_s);
}

void TestFixes::moreTime()
{
    Task task = failed(DockerPull{ u"a"_s }, "x");
    task.status = TaskStatus::Timeout;
    task.error->code = ErrorCode::SystemTimeout;
    task.options.timeoutSeconds = 100;
    QCOMPARE(idsOf(task), (QStringList{ u"time_limit:200"_s, u"time_limit:none"_s }));
    QCOMPARE(fixesFor(task)[0].draft.options.timeoutSeconds, 200);
    QVERIFY(!fixesFor(task)[1].draft.options.timeoutSeconds);
    task.options.timeoutSeconds = 2;
    QCOMPARE(fixesFor(task)[0].draft.options.timeoutSeconds, 60);
}

void TestFixes::moreMemory()
{
    DockerRun run;
    run.image = u"web"_s;
    run.memory = u"64M"_s;
    Task task = failed(run, "x", 137);
    task.error = madeError(ErrorCode::SystemMemoryLimit, sentence::containerMemory);
    QCOMPARE(idsOf(task), (QStringList{ u"memory_limit:128m"_s, u"memory_limit:none"_s }));
    QCOMPARE(fixLabel(fixesFor(task)[0]), u"Allow twice the memory (128m)"_s);
    QCOMPARE(std::get<DockerRun>(fixesFor(task)[0].draft.spec).memory, u"128m"_s);
    QVERIFY(std::get<DockerRun>(fixesFor(task)[1].draft.spec).memory.isEmpty());
    std::get<DockerRun>(task.spec).memory.clear(); // the machine's own ran out
    QVERIFY(idsOf(task).isEmpty());
}

void TestFixes::roomIsNamed()
{
    Task task = failed(
        DockerPull{ u"a"_s }, "failed to register layer: write /f0: no space left on device");
    QCOMPARE(fixLabel(fixOf(task, u"prune"_s)), u"Remove what Docker no longer uses"_s);
    task.error->reclaimableBytes = 1'230'000'000;
    QCOMPARE(fixLabel(fixOf(task, u"prune"_s)), u"Remove what Docker no longer uses (1.2 GB)"_s);
    QCOMPARE(fixOf(task, u"prune"_s).action,
        (HostAction{ HostAction::Kind::PruneDocker, u"unix:///engine"_s }));
    task.error->reclaimableBytes = 0;
    QVERIFY(idsOf(task).isEmpty());
}

void TestFixes::modelsAreUnloadedPulledOrSpelledRight()
{
    Task task = failed(OllamaRun{ u"lama3"_s, u"?"_s }, "{\"error\":\"model 'lama3' not found\"}");
    QCOMPARE(idsOf(task), QStringList{ u"pull:lama3"_s });
    task.error->nearest = { u"llama3:latest"_s };
    QCOMPARE(idsOf(task), (QStringList{ u"use_name:llama3:latest"_s, u"pull:lama3"_s }));
    task = failed(OllamaRun{ u"big"_s, u"?"_s },
        "{\"error\":\"model requires more system memory (40.0 GiB) than is available (3.1 GiB)\"}");
    QCOMPARE(idsOf(task), QStringList{ u"unload_models"_s });
}

void TestFixes::whatIsNotThereIsStarted()
{
    Task task = failed(DockerPull{ u"a"_s }, "x");
    task.error = engineMissing();
    QCOMPARE(idsOf(task), QStringList{ u"start_docker"_s });
    task.error->code = ErrorCode::OllamaServiceUnavailable;
    QCOMPARE(idsOf(task), QStringList{ u"start_ollama"_s });
}

void TestFixes::aWrongDockerfileIsOpened()
{
    const Task task = failed(DockerBuild{ u"/src/app"_s },
        "Error response from daemon: dockerfile parse error line 2: unknown instruction: RUNN");
    const Fix fix = fixOf(task, u"open_dockerfile"_s);
    QCOMPARE(fix.file, u"/src/app/Dockerfile"_s);
    QCOMPARE(fix.line, 2);
    QCOMPARE(fixLabel(fix), u"Open the Dockerfile at line 2"_s);
    const Task unplaced = failed(DockerBuild{ u"/src/app"_s }, "ERROR: failed to solve: x");
    QCOMPARE(fixLabel(fixOf(unplaced, u"open_dockerfile"_s)), u"Open the Dockerfile"_s);
    // Whatever a step failed with, but not where another try may do.
    const auto step = [](const QByteArray &said) {
        return failed(DockerBuild{ u"/src/app"_s }, "Step 2/2 : RUN make\n" + said);
    };
    QVERIFY(idsOf(step("/bin/sh: ./make.sh: Permission denied")).contains(fix.id));
    QVERIFY(!idsOf(step("curl: (6) Could not resolve host: a.example")).contains(fix.id));
}

void TestFixes::leftoversAreRemoved()
{
    Task task = failed(OllamaPull{ u"a"_s }, "x");
    task.error.reset();
    task.status = TaskStatus::Cancelled;
    QVERIFY(idsOf(task).isEmpty());
    task.leftover = Leftover{ Leftover::Kind::ModelParts, 5 };
    QCOMPARE(fixOf(task, u"remove_leftover"_s).action.kind, HostAction::Kind::RemoveModelParts);
    task.leftover = Leftover{ Leftover::Kind::BuildCache, 0 };
    QCOMPARE(fixOf(task, u"remove_leftover"_s).action.kind, HostAction::Kind::PruneBuildCache);
}

void TestFixes::whatIsNoFailureHasNone()
{
    Task task = failed(DockerPull{ u"ghcr.io/a/b"_s }, "no basic auth credentials");
    QVERIFY(!idsOf(task).isEmpty());
    for (TaskStatus status : { TaskStatus::Pending, TaskStatus::Pulling, TaskStatus::Completed }) {
        task.status = status;
        if (groupOf(status) != StatusGroup::Finished)
            QVERIFY(idsOf(task).isEmpty());
    }
}

void TestFixes::everyLabelIsASentenceOfItsOwn()
{
    Task task = failed(
        DockerPush{ u"ghcr.io/a/b"_s }, "denied: requested access to the resource is denied");
    for (const Fix &fix : fixesFor(task)) {
        QVERIFY(!fixLabel(fix).contains(u'%'));
        QVERIFY(!fix.id.isEmpty());
    }
}

QTEST_APPLESS_MAIN(TestFixes)
#include "test_fixes.moc"
