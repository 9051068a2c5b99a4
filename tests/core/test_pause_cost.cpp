// What pausing costs, for every type in every status and each kind of engine.
#include "core/host/pause_cost.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

Task taskOf(TaskType type, TaskStatus status)
{
    Task task;
    task.id = QUuid::createUuid();
    task.spec = emptySpec(type);
    task.status = status;
    return task;
}

HostState engine(std::optional<bool> keepsLayers)
{
    HostState host;
    host.known = host.reachable = true;
    host.keepsLayers = keepsLayers;
    return host;
}

} // namespace

class TestPauseCost : public QObject {
    Q_OBJECT

private slots:
    void whatIsNotAtWorkLosesNothing();
    void whatHasEndedCannotPause();
    void shortTasksCannotPause();
    void ofWorkUnderWay_data();
    void ofWorkUnderWay();
    void theLoadedBytesAreAtStake();
};

void TestPauseCost::whatIsNotAtWorkLosesNothing()
{
    for (TaskType type : allTaskTypes()) {
        for (TaskStatus status : { TaskStatus::Pending, TaskStatus::Paused })
            QCOMPARE(pauseCost(taskOf(type, status), engine(false)), PauseCost::Nothing);
    }
}

void TestPauseCost::whatHasEndedCannotPause()
{
    for (TaskType type : allTaskTypes()) {
        for (TaskStatus status : { TaskStatus::Completed, TaskStatus::Failed, TaskStatus::Cancelled,
                 TaskStatus::Timeout })
            QCOMPARE(pauseCost(taskOf(type, status), engine(false)), PauseCost::NotPossible);
    }
}

void TestPauseCost::shortTasksCannotPause()
{
    for (TaskType type : { TaskType::DockerTag, TaskType::DockerLogin }) {
        for (TaskStatus status : { TaskStatus::Validating, TaskStatus::Running })
            QCOMPARE(pauseCost(taskOf(type, status), engine(true)), PauseCost::NotPossible);
    }
}

void TestPauseCost::ofWorkUnderWay_data()
{
    QTest::addColumn<TaskType>("type");
    QTest::addColumn<TaskStatus>("status");
    QTest::addColumn<QString>("classic"); // of an engine that keeps nothing of a stopped pull
    QTest::addColumn<QString>("containerd"); // of one that keeps finished layers
    QTest::addColumn<QString>("notAsked");
    const auto row = [](TaskType type, TaskStatus status, const QString &classic,
                         const QString &containerd, const QString &notAsked) {
        QTest::newRow(qPrintable(taskTypeName(type) + u' ' + statusName(status)))
            << type << status << classic << containerd << notAsked;
    };
    const auto always = [&row](TaskType type, TaskStatus status, const QString &cost) {
        row(type, status, cost, cost, cost);
    };
    for (TaskType type : { TaskType::DockerPull, TaskType::DockerPush, TaskType::DockerBuild,
             TaskType::DockerRun, TaskType::OllamaPull, TaskType::OllamaRun }) {
        always(type, TaskStatus::Validating, u"nothing"_s);
        always(type, TaskStatus::Preparing, u"nothing"_s);
    }
    for (TaskType type : { TaskType::DockerPull, TaskType::DockerRun, TaskType::DockerBuild })
        row(type, TaskStatus::Pulling, u"everything"_s, u"unfinished_layers"_s, u"unknown"_s);
    always(TaskType::DockerPush, TaskStatus::Uploading, u"unfinished_layers"_s);
    always(TaskType::DockerBuild, TaskStatus::Uploading, u"unfinished_layers"_s);
    always(TaskType::DockerBuild, TaskStatus::Building, u"current_step"_s);
    always(TaskType::DockerRun, TaskStatus::Running, u"nothing"_s);
    always(TaskType::OllamaPull, TaskStatus::Downloading, u"nothing"_s);
    always(TaskType::OllamaRun, TaskStatus::Running, u"answer_so_far"_s);
}

void TestPauseCost::ofWorkUnderWay()
{
    QFETCH(TaskType, type);
    QFETCH(TaskStatus, status);
    QFETCH(QString, classic);
    QFETCH(QString, containerd);
    QFETCH(QString, notAsked);
    const Task task = taskOf(type, status);
    QCOMPARE(pauseCostName(pauseCost(task, engine(false))), classic);
    QCOMPARE(pauseCostName(pauseCost(task, engine(true))), containerd);
    QCOMPARE(pauseCostName(pauseCost(task, engine(std::nullopt))), notAsked);
}

void TestPauseCost::theLoadedBytesAreAtStake()
{
    Task pull = taskOf(TaskType::DockerPull, TaskStatus::Pulling);
    pull.progress.layers = { { u"a"_s, u"Already exists"_s, 500, 500 },
        { u"b"_s, u"Pull complete"_s, 300, 300 }, { u"c"_s, u"Downloading"_s, 40, 100 },
        { u"d"_s, u"Waiting"_s, 0, -1 } };
    QCOMPARE(bytesAtStake(pull, PauseCost::Everything), 340);
    QCOMPARE(bytesAtStake(pull, PauseCost::UnfinishedLayers), 40);
    QCOMPARE(bytesAtStake(pull, PauseCost::Nothing), 0);
    QCOMPARE(bytesAtStake(pull, PauseCost::Unknown), 0);
}

QTEST_APPLESS_MAIN(TestPauseCost)
#include "test_pause_cost.moc"
