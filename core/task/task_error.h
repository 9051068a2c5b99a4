// Why a task failed, as a value that can be stored, shown and translated.
#pragma once

#include "core/task/error_code.h"
#include "core/task/sentence.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace slipway {

// Where in its Dockerfile a build failed, as far as the builder tells.
struct DockerfilePlace {
    int line = 0; // from 1; 0: not known
    QString instruction; // "RUN make", as the builder repeats it; may be empty
    QString stage; // that it stands in; "" = the only one, or not known
    int step = 0; // of all instructions, from 1; 0: not known
    bool operator==(const DockerfilePlace &) const = default;
};

struct TaskError {
    ErrorCode code = ErrorCode::UnknownError;
    // The English sentence with %1..%9, marked QT_TRANSLATE_NOOP("TaskError", ...) where it is
    // written: it is also the id under which the window translates it.
    QString text;
    QStringList arguments;
    QString decisiveLine; // of the output, clean of terminal codes; may be empty
    QString subject; // the image, host, file, port or model that it is about; may be empty
    bool retryable = false; // another try can succeed without anybody changing anything
    std::optional<int> retryAfterSeconds; // asked for by the server
    QStringList nearest; // names like the one that is missing, the nearest first
    std::optional<qint64> reclaimableBytes; // of a full disk: what the engine could do without
    QString command; // that a person may type to put it right; never run by us
    QString portHolder; // the container of the same engine that holds the wanted port
    int freePort = 0; // in place of one that is taken; 0: none was found, or none is wanted
    QStringList otherHosts; // Docker hosts that answer while this one does not, or may not be used
    QStringList
        platforms; // that the image is there for, when it is not for the one it is wanted for
    std::optional<DockerfilePlace> place; // of a build that failed at one
    bool hostMissing = false; // there is no engine or server to do it
    bool hostWentAway = false; // engine or server did, under the work: a retry waits for its return
    std::optional<int> exitCode;
    std::optional<int> httpStatus;

    bool operator==(const TaskError &) const = default;
};

// `sentence` is marked QT_TRANSLATE_NOOP("TaskError", ...) where it is written. The first argument
// is mostly what the error is about: it becomes the subject.
TaskError madeError(ErrorCode code, const char *sentence, const QStringList &arguments = {});

Sentence sentenceOf(const TaskError &error);
QString errorMessage(const TaskError &error);

} // namespace slipway
