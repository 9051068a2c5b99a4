#include "ui/desktop/colour_scheme.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

const QString service = u"org.freedesktop.portal.Desktop"_s;
const QString path = u"/org/freedesktop/portal/desktop"_s;
const QString interface = u"org.freedesktop.portal.Settings"_s;
const QString appearance = u"org.freedesktop.appearance"_s;
const QString colourScheme = u"color-scheme"_s;

} // namespace

ColourScheme::ColourScheme(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    if (!m_bus.isConnected())
        return;
    m_bus.connect(service, path, interface, u"SettingChanged"_s, this,
        SLOT(settingChanged(QString, QString, QDBusVariant)));
    ask();
}

void ColourScheme::ask()
{
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    question << appearance << colourScheme;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(question), this);
    const auto whenAsked = m_tellings;
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, whenAsked] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isError() || m_tellings != whenAsked) // a change told meanwhile is newer
            return;
        QVariant value = reply.value().variant();
        // Read wraps its answer twice (the reason why the portal got a ReadOne later).
        if (value.canConvert<QDBusVariant>())
            value = value.value<QDBusVariant>().variant();
        learned(value.toUInt());
    });
}

void ColourScheme::settingChanged(
    const QString &space, const QString &key, const QDBusVariant &value)
{
    if (space != appearance || key != colourScheme)
        return;
    ++m_tellings;
    learned(value.variant().toUInt());
}

void ColourScheme::learned(uint value)
{
    const auto wish = value == 1 ? std::optional(ThemeScheme::Dark)
        : value == 2             ? std::optional(ThemeScheme::Light)
                                 : std::nullopt;
    if (std::exchange(m_wished, wish) != wish)
        emit changed();
}

} // namespace slipway
