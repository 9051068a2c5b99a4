// One short call of docker's client that answers with its output: stop, pause, rm, start ...
#pragma once

#include "core/docker/docker_client.h"
#include "core/executor/log_line.h"

#include <QObject>

namespace slipway {

struct ClientAnswer {
    ProcessEnd end;
    LogLines lines; // both channels, without terminal codes
    bool succeeded() const { return end.kind == ProcessEnd::Kind::Exited && end.exitCode == 0; }
    QByteArray firstError() const; // of standard error, or of standard output
};

class ClientRun : public QObject {
    Q_OBJECT

public:
    ClientRun(const ProcessCall &call, QObject *parent);
    void start() { m_runner.start(m_call); }

signals:
    void answered(const slipway::ClientAnswer &answer); // once; deletes itself afterwards

private:
    ProcessCall m_call;
    ProcessRunner m_runner;
    LogLines m_lines;
};

LogLines logLines(const QList<OutputLine> &lines);

} // namespace slipway
