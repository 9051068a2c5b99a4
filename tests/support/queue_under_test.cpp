#include "tests/support/queue_under_test.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::test {

QueueUnderTest::QueueUnderTest(const QString &dockerProgram)
    : m_program(dockerProgram)
{
}

QueueUnderTest::~QueueUnderTest()
{
    if (m_slipway)
        stop();
}

bool QueueUnderTest::start()
{
    const Paths paths = pathsFor(m_home.path(), {});
    Settings settings;
    settings.dockerProgram = m_program;
    writeSettings(paths.settings, settings);
    m_slipway = std::make_unique<Slipway>(paths);
    bool ready = false;
    QObject::connect(m_slipway.get(), &Slipway::ready, m_slipway.get(), [&](const QString &notice) {
        ready = true;
        sentence = notice;
    });
    QObject::connect(m_slipway.get(), &Slipway::failed, m_slipway.get(),
        [this](const QString &why) { sentence = why; });
    m_slipway->start();
    return QTest::qWaitFor([&ready] { return ready; }, 10'000);
}

bool QueueUnderTest::stop()
{
    QSignalSpy ended(m_slipway.get(), &Slipway::ended);
    m_slipway->shutDown();
    const bool inTime = QTest::qWaitFor([&ended] { return ended.size() > 0; }, 10'000);
    m_slipway.reset();
    return inTime;
}

TaskId QueueUnderTest::submit(const QString &type, const QJsonObject &params)
{
    const auto draft = draftFromJson(*taskTypeFromName(type), params);
    if (const auto *error = std::get_if<FieldError>(&draft)) {
        sentence = error->reason.english();
        return {};
    }
    const QFuture<SubmitAnswer> answer = queue().submit({ std::get<TaskDraft>(draft) });
    if (!QTest::qWaitFor([&answer] { return answer.isFinished(); }, 10'000))
        return {};
    if (answer.result().refusal) {
        sentence = answer.result().refusal->reason.english();
        return {};
    }
    return answer.result().ids.first();
}

Task QueueUnderTest::task(const TaskId &id) const
{
    return m_slipway->queue().task(id).value_or(Task{});
}

bool QueueUnderTest::reaches(const TaskId &id, TaskStatus status, int seconds)
{
    return QTest::qWaitFor([&] { return task(id).status == status; }, seconds * 1000);
}

bool QueueUnderTest::finishes(const TaskId &id, int seconds)
{
    return QTest::qWaitFor(
        [&] { return groupOf(task(id).status) == StatusGroup::Finished; }, seconds * 1000);
}

QStringList QueueUnderTest::statuses(const TaskId &id) const
{
    QStringList names;
    for (const HistoryEntry &entry : task(id).history)
        names.append(statusName(entry.status));
    return names;
}

QStringList QueueUnderTest::log(const TaskId &id, LogChannel channel)
{
    const QFuture<LogPage> page = queue().readLog(id, 0, 1'000'000);
    QStringList lines;
    if (!QTest::qWaitFor([&page] { return page.isFinished(); }, 10'000))
        return { u"the log could not be read"_s };
    for (const LogLine &line : page.result().lines) {
        if (line.channel == channel)
            lines.append(QString::fromUtf8(line.text));
    }
    return lines;
}

} // namespace slipway::test
