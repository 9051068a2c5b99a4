#include "ui/desktop/sleep_inhibitor.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace slipway {

SleepInhibitor::SleepInhibitor(const QDBusConnection &systemBus, QObject *parent)
    : QObject(parent)
    , m_bus(systemBus)
{
}

void SleepInhibitor::setWorking(bool working)
{
    m_working = working;
    if (!working)
        m_lock = {};
    else if (!m_lock.isValid() && !m_asking && m_bus.isConnected())
        ask();
}

// Without logind there is nothing to hold off; that is no fault.
void SleepInhibitor::ask()
{
    m_asking = true;
    QDBusMessage question = QDBusMessage::createMethodCall(u"org.freedesktop.login1"_s,
        u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s, u"Inhibit"_s);
    question << u"sleep"_s << u"Slipway"_s << tr("Tasks are at work") << u"block"_s;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_asking = false;
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *watcher;
        if (m_working && !reply.isError())
            m_lock = reply.value(); // else it closes with the reply
    });
}

} // namespace slipway
