// Long readings of a log's file, on a thread of their own beside the one that writes it: a search
// through all of it, and a copy of it. Both read only whole lines, which never change again.
#pragma once

#include "core/queue/queue_service.h"

#include <QPromise>

#include <atomic>
#include <memory>

namespace slipway {

using StopFlag = std::shared_ptr<const std::atomic_bool>; // true: whoever reads ends soon

// Adds one result for each part of the log; ends early when the promise is cancelled.
void findInLogFile(QPromise<LogHits> &promise, const QString &file, const LogQuery &query,
    const LogPlace &from, const StopFlag &stop);

// Writes the lines to `target`, without channels. Answers why not, in the system's words, or
// nothing.
void saveLogFile(QPromise<QString> &promise, const QString &file, const QString &target,
    LogForm form, const StopFlag &stop);

} // namespace slipway
