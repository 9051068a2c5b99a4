// How long the event loop of this thread was away from its events. The time in which it was ready
// to run and another process had the processor is not its own doing, and is taken off.
#pragma once

#include <QCoreApplication>

namespace slipway::test {

class StallWatch : public QCoreApplication {
public:
    using QCoreApplication::QCoreApplication;

    bool notify(QObject *receiver, QEvent *event) override;

    double worstMs() const { return m_worstMs; } // of one event, since begin()
    QByteArray worstOne() const { return m_worstOne; }
    void begin() { m_worstMs = 0; }

private:
    double m_worstMs = 0;
    QByteArray m_worstOne;
    int m_depth = 0;
};

} // namespace slipway::test
