// SIGTERM and SIGINT as a Qt signal. One object a process.
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace slipway {

class UnixSignals : public QObject {
    Q_OBJECT

public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override; // both do again what they did

signals:
    void endRequested(QPrivateSignal);

private:
    int m_pipe[2] = { -1, -1 };
    std::unique_ptr<QSocketNotifier> m_arrived;
};

} // namespace slipway
