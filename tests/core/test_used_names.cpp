// A misspelt name is offered those that the queue has used.
#include "core/queue/used_names.h"
#include "tests/core/queue_bench.h"

using namespace Qt::StringLiterals;
using namespace slipway;

class UsedNamesTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aModelThatWasPulledBefore();
    void anImageThatWasPulledBefore();
    void anotherImageOfTheSameRegistryIsNotNear();
    void whatFailedIsNotOffered();
    void whatTheRegistryKnewStays();
    void otherFailuresAreLeftAlone();

private:
    TaskId ended(const TaskSpec &spec, const std::optional<TaskError> &error = {});
    QStringList offered(const TaskId &id) const { return m_bench->task(id).error->nearest; }

    std::unique_ptr<QueueBench> m_bench;
};

namespace {

TaskError missing(ErrorCode code, const QStringList &nearest = {})
{
    TaskError error = finalError();
    error.code = code;
    error.nearest = nearest;
    return error;
}

} // namespace

void UsedNamesTest::init()
{
    m_bench = std::make_unique<QueueBench>();
    QVERIFY(m_bench->start());
}

TaskId UsedNamesTest::ended(const TaskSpec &spec, const std::optional<TaskError> &error)
{
    const TaskId id = m_bench->add({ spec, {}, {} });
    if (!QTest::qWaitFor([&] { return m_bench->runs(id); }))
        return {};
    if (error)
        m_bench->of(id)->fail(*error);
    else
        m_bench->of(id)->succeed({});
    const auto isOver = [&] { return groupOf(m_bench->status(id)) == StatusGroup::Finished; };
    return QTest::qWaitFor(isOver) ? id : TaskId();
}

void UsedNamesTest::aModelThatWasPulledBefore()
{
    ended(OllamaPull{ u"team/assistant:7b"_s, false });
    ended(OllamaPull{ u"team/assistant:70b"_s, false });
    ended(DockerPull{ u"team/asistant"_s, u"7b"_s });
    const TaskId id = ended(OllamaPull{ u"team/asistant:7b"_s, false },
        missing(ErrorCode::OllamaModelNotFound, { u"assistant:8b"_s }));
    QCOMPARE(offered(id),
        QStringList({ u"team/assistant:7b"_s, u"team/assistant:70b"_s, u"assistant:8b"_s }));
}

void UsedNamesTest::anImageThatWasPulledBefore()
{
    ended(DockerPull{ u"acme/web"_s, u"1"_s });
    DockerRun run;
    run.image = u"acme/wbe:1"_s;
    QCOMPARE(offered(ended(run, missing(ErrorCode::DockerImageNotFound))),
        QStringList{ u"acme/web:1"_s });
    QCOMPARE(offered(ended(
                 DockerPull{ u"acme/wbe"_s, u"1"_s }, missing(ErrorCode::DockerImageNotFound))),
        QStringList{ u"acme/web:1"_s });
}

void UsedNamesTest::anotherImageOfTheSameRegistryIsNotNear()
{
    const QString registry = u"registry.acme.example:5000/"_s;
    ended(DockerPull{ registry + u"web/api"_s, u"1"_s });
    ended(DockerPull{ registry + u"tools/cli"_s, u"3"_s });
    QCOMPARE(offered(ended(DockerPull{ registry + u"tools/cli"_s, u"4"_s },
                 missing(ErrorCode::DockerImageNotFound))),
        QStringList{ registry + u"tools/cli:3"_s });
    QCOMPARE(offered(ended(DockerPull{ registry + u"wbe/api"_s, u"1"_s },
                 missing(ErrorCode::DockerImageNotFound))),
        QStringList{ registry + u"web/api:1"_s });
}

void UsedNamesTest::whatFailedIsNotOffered()
{
    ended(OllamaPull{ u"qwen4"_s, false }, missing(ErrorCode::OllamaModelNotFound));
    const TaskId id =
        ended(OllamaPull{ u"qwen5"_s, false }, missing(ErrorCode::OllamaModelNotFound));
    QCOMPARE(offered(id), QStringList());
}

void UsedNamesTest::whatTheRegistryKnewStays()
{
    const TaskId id = ended(DockerPull{ u"acme/web"_s, u"1"_s },
        missing(ErrorCode::DockerImageNotFound, { u"acme/web:stable-and-long"_s }));
    QCOMPARE(offered(id), QStringList{ u"acme/web:stable-and-long"_s });
}

void UsedNamesTest::otherFailuresAreLeftAlone()
{
    ended(OllamaPull{ u"qwen3"_s, false });
    const TaskId id = ended(OllamaPull{ u"qwen"_s, false }, missing(ErrorCode::SystemDiskSpace));
    QCOMPARE(offered(id), QStringList());
}

QTEST_GUILESS_MAIN(UsedNamesTest)
#include "test_used_names.moc"
