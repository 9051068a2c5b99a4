#include "core/docker/client_run.h"

namespace slipway {

QByteArray ClientAnswer::firstError() const
{
    for (LogChannel channel : { LogChannel::Err, LogChannel::Out }) {
        for (const LogLine &line : lines) {
            if (line.channel == channel && !line.text.trimmed().isEmpty())
                return line.text.trimmed();
        }
    }
    return {};
}

ClientRun::ClientRun(const ProcessCall &call, QObject *parent)
    : QObject(parent)
    , m_call(call)
{
    connect(&m_runner, &ProcessRunner::linesRead, this,
        [this](const QList<OutputLine> &lines) { m_lines += logLines(lines); });
    connect(&m_runner, &ProcessRunner::ended, this, [this](const ProcessEnd &end) {
        deleteLater();
        emit answered({ end, m_lines });
    });
}

LogLines logLines(const QList<OutputLine> &lines)
{
    LogLines converted;
    converted.reserve(lines.size());
    for (const OutputLine &line : lines)
        converted.append({ line.isError ? LogChannel::Err : LogChannel::Out, line.text });
    return converted;
}

} // namespace slipway
