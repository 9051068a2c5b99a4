// A search through lines that are at hand, for queues and journals that keep theirs in memory.
#pragma once

#include "core/queue/queue_service.h"

#include <QPromise>
#include <QSaveFile>

namespace slipway {

inline QFuture<LogHits> findInLines(
    const LogLines &lines, const LogQuery &query, const LogPlace &from)
{
    QPromise<LogHits> promise;
    promise.start();
    LogMatcher matcher(query);
    for (qint64 at = from.line; at < lines.size(); ++at)
        promise.addResult(LogHits{ at, { at + 1, 0 }, matcher.count(lines[at].text) });
    promise.finish();
    return promise.future();
}

inline QFuture<QString> saveLines(const LogLines &lines, const QString &path)
{
    QPromise<QString> promise;
    promise.start();
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        for (const LogLine &line : lines)
            file.write(line.text + '\n');
    }
    promise.addResult(file.isOpen() && file.commit() ? QString() : file.errorString());
    promise.finish();
    return promise.future();
}

} // namespace slipway
