// Keeps the machine awake while there is work: an inhibitor of logind's, held as long as its file
// descriptor is open. https://www.freedesktop.org/software/systemd/man/org.freedesktop.login1.html
//
// Of `sleep` alone: a screen that turns off or locks harms no transfer, so `idle` is left to the
// desktop; logind does not suspend an idle machine past a blocked `sleep` either.
#pragma once

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>

namespace slipway {

class SleepInhibitor : public QObject {
    Q_OBJECT

public:
    explicit SleepInhibitor(const QDBusConnection &systemBus, QObject *parent = nullptr);

    void setWorking(bool working);
    bool isHeld() const { return m_lock.isValid(); }

private:
    void ask();

    QDBusConnection m_bus;
    QDBusUnixFileDescriptor m_lock;
    bool m_working = false;
    bool m_asking = false;
};

} // namespace slipway
