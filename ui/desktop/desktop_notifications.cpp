#include "ui/desktop/desktop_notifications.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;
const QString show = u"default"_s; // the notification itself was clicked
const QString showButton = u"show"_s;
const QString retry = u"retry"_s;

} // namespace

DesktopNotifications::DesktopNotifications(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    if (!m_bus.isConnected())
        return;
    m_bus.connect(
        service, path, service, u"ActionInvoked"_s, this, SLOT(actionInvoked(uint, QString)));
    m_bus.connect(service, path, service, u"NotificationClosed"_s, this,
        SLOT(notificationClosed(uint, uint)));
}

void DesktopNotifications::show(const Notice &notice)
{
    if (!m_bus.isConnected()) {
        emit notShown(notice);
        return;
    }
    QStringList actions{ slipway::show, tr("Show"), showButton, tr("Show") };
    if (notice.canRetry)
        actions << retry << (notice.tasks.size() > 1 ? tr("Retry all") : tr("Retry"));
    const QVariantMap hints{ { u"urgency"_s, QVariant::fromValue(uchar(notice.isUrgent ? 2 : 1)) },
        { u"desktop-entry"_s, u"slipway"_s } };
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, u"Notify"_s);
    // The body may be read as markup.
    call << u"Slipway"_s << 0U << u"slipway"_s << notice.title << notice.text.toHtmlEscaped()
         << actions << hints << -1;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notice] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isError())
            emit notShown(notice);
        else
            m_shown.insert(reply.value(), notice);
    });
}

void DesktopNotifications::actionInvoked(uint id, const QString &action)
{
    const auto notice = m_shown.constFind(id);
    if (notice == m_shown.cend())
        return; // somebody else's
    if (action == retry)
        emit retryAsked(notice->tasks);
    else
        emit showAsked(*notice);
}

void DesktopNotifications::notificationClosed(uint id, uint)
{
    m_shown.remove(id);
}

} // namespace slipway
