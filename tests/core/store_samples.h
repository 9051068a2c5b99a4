// What the tests of the store share: tasks with every field set, and a look into the database.
#pragma once

#include "core/store/task_store.h"
#include "core/task/task_json.h"

#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>
#include <QVariant>

#include <utility>

namespace slipway {

inline Task plainTask(qint64 sequence, quint64 revision = 1)
{
    using namespace Qt::StringLiterals;
    Task task;
    task.id = QUuid::createUuid();
    task.sequence = sequence;
    task.revision = revision;
    task.spec = DockerPull{ u"alpine"_s, u"3.19"_s, {}, false };
    task.createdAt = QDateTime::currentDateTimeUtc();
    task.history.append({ TaskStatus::Pending, task.createdAt, {} });
    return task;
}

// No field has its default.
inline Task fullTask(qint64 sequence)
{
    using namespace Qt::StringLiterals;
    const QDateTime at(QDate(2024, 2, 29), QTime(23, 59, 58, 123), Qt::UTC);
    Task task = plainTask(sequence, 17);
    task.spec = DockerRun{ u"busybox"_s, { u"sh"_s, u"-c"_s, u"echo \"ü\""_s }, u"name"_s,
        { { u"A"_s, u"1"_s } }, { { u"8080"_s, u"80"_s } }, { { u"/tmp"_s, u"/data"_s } },
        u"host"_s, u"1000"_s, u"/w"_s, u"64m"_s, u"0.5"_s, u"all"_s, u"no"_s, true, false };
    task.options.priority = 7;
    task.options.category = u"nightly"_s;
    task.options.tags = { u"a"_s, u"b"_s };
    task.options.maxRetries = 9;
    task.options.timeoutSeconds = 60;
    task.options.stallSeconds = 0;
    task.options.after = { idText(QUuid::createUuid()) };
    task.options.key = u"key"_s;
    task.options.notBefore = at.addDays(1);
    task.options.host = u"unix:///run/d.sock"_s;
    task.status = TaskStatus::Running;
    task.progress.percent = 42;
    task.progress.step = u"step"_s;
    task.progress.bytesDone = 5'000'000'000;
    task.progress.bytesTotal = 9'000'000'001;
    task.progress.layers = { { u"0123456789ab"_s, u"Downloading"_s, 3, 4 },
        { u"c"_s, u"Waiting"_s, 0, -1 } };
    task.progress.isTransfer = true;
    task.createdAt = at;
    task.startedAt = at.addMSecs(1);
    task.completedAt = at.addMSecs(2);
    task.activeMs = 12'345'678'901;
    task.attemptStartedAt = at.addMSecs(3);
    task.history = { { TaskStatus::Pending, at, {} },
        { TaskStatus::Validating, at.addSecs(1), u"attempt 2"_s } };
    task.attempt = 2;
    task.retryCount = 1;
    task.nextRetryAt = at.addMSecs(4);
    task.place = 3.0625;
    task.afterDone = { QUuid::createUuid(), QUuid::createUuid() };
    task.stopReason = StopReason::TimeLimit;
    task.frozen = true;
    task.resolvedHost = u"desktop"_s;
    task.waitingFor = u"another task"_s;
    task.error = TaskError{ ErrorCode::UnknownError, u"%1 went wrong"_s, { u"It"_s }, u"decisive"_s,
        u"subject"_s, true, 30, { u"near"_s }, 5, u"command"_s, u"holder"_s, 8081, { u"far"_s },
        { u"linux/arm64"_s }, DockerfilePlace{ 4, u"RUN make"_s, u"builder"_s, 7 }, false, false,
        125, 503 };
    task.result = QJsonObject{ { u"exit_code"_s, 0 }, { u"container"_s, u"abc"_s } };
    return task;
}

// Loads and waits; none when the store says that it cannot be used.
inline std::optional<JournalContents> loadAndWait(TaskStore &store, QString *failure = nullptr)
{
    std::optional<JournalContents> contents;
    bool hasFailed = false;
    QObject context;
    QObject::connect(&store, &TaskJournal::loaded, &context,
        [&](const JournalContents &loaded) { contents = loaded; });
    QObject::connect(&store, &TaskJournal::failed, &context, [&](const QString &sentence) {
        hasFailed = true;
        if (failure)
            *failure = sentence;
    });
    store.load();
    (void)QTest::qWaitFor([&] { return contents.has_value() || hasFailed; }, 20'000);
    return contents;
}

inline bool closeAndWait(TaskStore &store)
{
    QSignalSpy closed(&store, &TaskJournal::closed);
    store.close();
    return QTest::qWaitFor([&] { return !closed.isEmpty(); }, 20'000);
}

// What a next run of the program would find.
inline JournalContents contentsOf(const QString &folder)
{
    TaskStore store(folder);
    return loadAndWait(store).value_or(
        JournalContents{ {}, {}, false, QStringLiteral("not loaded"), {} });
}

inline LogPage pageOf(TaskStore &store, const TaskId &id, qint64 from, int count)
{
    const QFuture<LogPage> future = store.readLog(id, from, count);
    (void)QTest::qWaitFor([&] { return future.isFinished(); }, 20'000);
    return future.isFinished() ? future.result() : LogPage{};
}

// Runs statements beside the store; answers the first column of the last one's first row.
inline QVariant runSql(const QString &folder, const QStringList &statements)
{
    using namespace Qt::StringLiterals;
    QVariant answer;
    const QString name = u"beside"_s;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(folder + u"/tasks.db"_s);
        if (!database.open())
            qFatal("cannot open %s", qPrintable(database.databaseName()));
        QSqlQuery query(database);
        for (const QString &statement : statements) {
            if (!query.exec(statement))
                qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
        }
        if (query.next())
            answer = query.value(0);
    }
    QSqlDatabase::removeDatabase(name);
    return answer;
}

} // namespace slipway
