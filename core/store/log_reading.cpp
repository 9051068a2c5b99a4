#include "core/store/log_reading.h"

#include "core/executor/terminal_text.h"
#include "core/store/whole_lines.h"

#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

// A part is read again as a whole to walk from hit to hit in it.
constexpr qint64 linesOfPart = 1024;
constexpr qint64 bytesOfPart = 1024 * 1024;
constexpr qsizetype prefixBytes = 2; // the channel's letter and a space

} // namespace

void findInLogFile(QPromise<LogHits> &promise, const QString &file, const LogQuery &query,
    const LogPlace &from, const StopFlag &stop)
{
    QFile log(file);
    if (!log.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return;
    LogMatcher matcher(query);
    LogHits part{ from.line, from, 0 };
    qint64 partBegin = from.offset;
    readWholeLines(log, from.offset, [&](QByteArrayView line) {
        if (line.size() > prefixBytes)
            part.count += matcher.count(line.sliced(prefixBytes));
        ++part.to.line;
        part.to.offset += line.size() + 1;
        if (part.to.line - part.from < linesOfPart && part.to.offset - partBegin < bytesOfPart)
            return true;
        promise.addResult(part);
        part = { part.to.line, part.to, 0 };
        partBegin = part.to.offset;
        return !promise.isCanceled() && !*stop;
    });
    if (part.to.line > part.from)
        promise.addResult(part);
}

void saveLogFile(QPromise<QString> &promise, const QString &file, const QString &target,
    LogForm form, const StopFlag &stop)
{
    QFile log(file);
    QSaveFile copy(target); // half a log never stands where a whole one was
    if (!copy.open(QIODevice::WriteOnly)) {
        promise.addResult(copy.errorString());
        return;
    }
    bool isWritten = true;
    if (log.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) { // a task without output has none
        readWholeLines(log, 0, [&](QByteArrayView line) {
            QByteArray text =
                line.size() > prefixBytes ? line.sliced(prefixBytes).toByteArray() : QByteArray();
            if (form == LogForm::Plain)
                text = withoutTerminalCodes(text);
            text += '\n';
            isWritten = copy.write(text) == text.size();
            return isWritten && !promise.isCanceled() && !*stop;
        });
    }
    if (promise.isCanceled() || *stop)
        copy.cancelWriting();
    promise.addResult(isWritten && copy.commit() ? QString() : copy.errorString());
}

} // namespace slipway
