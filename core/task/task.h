// A task as everybody but the queue sees it: a copyable snapshot.
#pragma once

#include "core/task/sentence.h"
#include "core/task/task_error.h"
#include "core/task/task_spec.h"
#include "core/task/task_status.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QUuid>

#include <optional>

namespace slipway {

using TaskId = QUuid;
QString idText(const TaskId &id); // without braces, as in the contract

// One layer of an image on its way. Sizes in bytes; total -1 = not known.
struct LayerProgress {
    QString id; // the first 12 hex digits, as docker prints them
    QString state; // docker's word: "Downloading", "Pull complete", "Already exists" ...
    qint64 done = 0;
    qint64 total = -1;
    bool operator==(const LayerProgress &) const = default;
};

// What the work is waiting for while nothing moves: how long silence is no cause for alarm.
enum class Awaits {
    Nothing, // it may be silent for as long as it likes
    Bytes, // which ought to come
    Others, // a free slot of the engine's, an extraction, a check: for long, not for ever
};

struct TaskProgress {
    int percent = 0; // 0-99 while active; stays where it is when the size is unknown
    Sentence step; // what it is doing now, in the tool's own words or ours
    qint64 bytesDone = 0;
    std::optional<qint64> bytesTotal;
    double bytesPerSecond = 0;
    std::optional<int> secondsLeft;
    QList<LayerProgress> layers; // empty where the work has none
    bool isTransfer = false; // whether bytes mean anything here
    Awaits awaits = Awaits::Nothing; // of the moment: never stored
    bool operator==(const TaskProgress &) const = default;
};

struct HistoryEntry {
    TaskStatus status;
    QDateTime at;
    QString note;
    bool operator==(const HistoryEntry &) const = default;
};

// Lines of a log, by channel.
struct LoggedLines {
    qint64 out = 0;
    qint64 err = 0;
    bool operator==(const LoggedLines &) const = default;
};

// What an attempt that was stopped left behind on purpose.
struct Leftover {
    enum class Kind {
        ModelParts, // an Ollama server's partial files of a model
        BuildCache, // of an engine: the steps that were done
    };
    Kind kind = Kind::BuildCache;
    qint64 bytes = 0; // 0: not known
    bool operator==(const Leftover &) const = default;
};

// Why the queue asked an attempt to stop. Saved before the verb is answered.
enum class StopReason { None, Pause, Cancel, TimeLimit, Stall, Quit };

struct Task {
    TaskId id;
    qint64 sequence = 0; // order of submission, unique within a store
    quint64 revision = 0; // grows with every change that must be saved
    TaskSpec spec;
    TaskOptions options;

    TaskStatus status = TaskStatus::Pending;
    TaskProgress progress;
    QDateTime createdAt;
    QDateTime startedAt; // the first start
    QDateTime completedAt;
    qint64 activeMs = 0; // of all ended attempts
    QDateTime attemptStartedAt; // of the attempt under way; else invalid
    qint64 attemptMs = 0; // of this attempt before it was frozen: its time limit goes on from here
    QList<HistoryEntry> history;

    int attempt = 0; // number of the attempt under way or last made
    int retryCount = 0;
    int budgetStart =
        0; // retryCount when a person last forced a retry; automatic ones count on from it
    qint64 furthest = 0; // bytes: what the best attempt of this budget reached
    QDateTime nextRetryAt;
    std::optional<double> place; // in line, where a person moved it; else its sequence
    // Tasks of options.after that hold it no more: completed and gone from the list, or cancelled
    // or removed and given up on by a retry.
    QList<TaskId> afterDone;
    StopReason stopReason = StopReason::None; // asked and not yet done
    bool resumeAfterPause = false; // resumed while its pause was still stopping it
    bool removeAtEnd = false; // removed while at work: it leaves the list when it has ended
    bool frozen = false; // paused: a container of the last attempt waits to go on
    LoggedLines loggedBefore; // by earlier attempts than the present one
    QString resolvedHost; // of the first start; kept for all later attempts and cleanups
    Sentence waitingFor; // why it does not run yet: "waits for ..."; may be empty
    QDateTime quietSince; // at work, and nothing has moved since then for too long; never stored
    std::optional<int> usualSeconds; // at work: what it took before; none: nobody knows

    std::optional<TaskError> error;
    std::optional<QJsonObject> result;
    std::optional<Leftover> leftover;

    TaskType type() const { return typeOf(spec); }
    bool isStopping() const { return stopReason != StopReason::None; }
    // Seconds of work in all attempts, up to `now` for one under way; none before the first start.
    std::optional<double> duration(const QDateTime &now) const;
    // Of what moves bytes by its speed, of the rest by what it took before. None: nobody knows.
    std::optional<int> secondsLeft(const QDateTime &now) const;
};

} // namespace slipway

Q_DECLARE_METATYPE(slipway::Task)
Q_DECLARE_METATYPE(slipway::TaskProgress)
