// One docker pull or push on a pseudo-terminal (a pipe shows no bytes): its progress, what it
// prints, and its end. Stopping ends the whole process group; the daemon then stops at once.
#pragma once

#include "core/docker/client_run.h"
#include "core/docker/transfer_progress.h"
#include "core/executor/transfer_rate.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace slipway {

struct TransferEnd {
    ProcessEnd end;
    QString digest;
    QString message;
    QList<QByteArray> output; // its last lines, without counters
    bool succeeded() const { return end.kind == ProcessEnd::Kind::Exited && end.exitCode == 0; }
};

class DockerTransfer : public QObject {
    Q_OBJECT

public:
    explicit DockerTransfer(QObject *parent = nullptr);

    void start(ProcessCall call);
    // Before start(): another attempt came before, and got as far as this.
    void startAgain(const QList<LayerProgress> &layers);
    void stop();
    void expect(const QList<LayerProgress> &layers); // as TransferProgress takes it
    void holdOutput(bool held) { m_runner.setReading(!held); }

signals:
    void progressed(const slipway::TaskProgress &progress);
    void logged(const slipway::LogLines &lines);
    void ended(const slipway::TransferEnd &end); // once, last

private:
    void read(const QList<OutputLine> &lines);
    void tell();

    ProcessRunner m_runner;
    TransferProgress m_progress;
    TransferRate m_rate;
    QElapsedTimer m_clock;
    QTimer m_beat; // docker says nothing while nothing moves: the speed falls all the same
    QList<QByteArray> m_output;
    bool m_again = false;
};

} // namespace slipway
