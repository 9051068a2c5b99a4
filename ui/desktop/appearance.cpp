#include "ui/desktop/appearance.h"

namespace slipway {

Appearance::Appearance(QApplication &application, SettingsFile &settings,
    const QDBusConnection &bus, std::optional<ThemeScheme> forced, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_settings(settings)
    , m_forced(forced)
    , m_fallback(systemScheme())
    , m_desktop(bus)
{
    connect(&m_desktop, &ColourScheme::changed, this, &Appearance::apply);
    connect(&settings, &SettingsFile::changed, this, &Appearance::apply);
    // Somebody may just have chosen to follow the desktop: what it says now counts.
    connect(&settings, &SettingsFile::changed, &m_desktop, &ColourScheme::ask);
    apply();
}

ThemeScheme Appearance::scheme() const
{
    if (m_forced)
        return *m_forced;
    const auto set = schemeFromName(m_settings.values().colours);
    return set.value_or(m_desktop.wished().value_or(m_fallback));
}

void Appearance::apply()
{
    if (m_applied == scheme())
        return;
    m_applied = scheme();
    applyTheme(m_application, *m_applied);
}

} // namespace slipway
