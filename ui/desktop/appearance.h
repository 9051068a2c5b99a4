// Gives the window its colours and keeps them right while it runs: as set, else as the desktop
// wishes, else as it was when the program started.
#pragma once

#include "core/settings/settings_file.h"
#include "ui/desktop/colour_scheme.h"

class QApplication;

namespace slipway {

class Appearance : public QObject {
    Q_OBJECT

public:
    // `forced`: of the command line; nothing changes it.
    Appearance(QApplication &application, SettingsFile &settings, const QDBusConnection &bus,
        std::optional<ThemeScheme> forced, QObject *parent = nullptr);

    ThemeScheme scheme() const;

private:
    void apply();

    QApplication &m_application;
    SettingsFile &m_settings;
    std::optional<ThemeScheme> m_forced;
    ThemeScheme m_fallback; // asked before our palette hides the desktop's
    ColourScheme m_desktop;
    std::optional<ThemeScheme> m_applied;
};

} // namespace slipway
