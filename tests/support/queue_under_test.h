// A whole queue in the test's own process, under a home of its own, with the client under test.
#pragma once

#include "core/slipway.h"
#include "tests/support/engine_fixture.h"

#include <QTemporaryDir>

#include <memory>

namespace slipway::test {

class QueueUnderTest {
public:
    explicit QueueUnderTest(const QString &dockerProgram);
    ~QueueUnderTest();

    bool start(); // false: it did not become ready within 10 s, or failed; `sentence` says why
    bool stop(); // shuts down as a program would

    TaskId submit(const QString &type, const QJsonObject &params); // null: refused, see `sentence`
    Task task(const TaskId &id) const;
    // Runs the event loop until the task is in this status. False: not within `seconds`.
    bool reaches(const TaskId &id, TaskStatus status, int seconds = 30);
    bool finishes(const TaskId &id, int seconds = 60);
    QStringList statuses(const TaskId &id) const; // of its history, in order
    QStringList log(const TaskId &id, LogChannel channel);

    QString home() const { return m_home.path(); }
    CommandInterface &commands() { return m_slipway->commands(); }
    QueueService &queue() { return m_slipway->queue(); }
    QString sentence;

private:
    QTemporaryDir m_home;
    QString m_program;
    std::unique_ptr<Slipway> m_slipway;
};

} // namespace slipway::test
