// What colours the desktop asks for, and when that changes: the portal's word.
// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html
#pragma once

#include "ui/theme.h"

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

namespace slipway {

class ColourScheme : public QObject {
    Q_OBJECT

public:
    explicit ColourScheme(const QDBusConnection &bus, QObject *parent = nullptr);

    // None: the desktop has no wish, has not answered yet, or has no portal.
    std::optional<ThemeScheme> wished() const { return m_wished; }

public slots:
    void ask(); // changed() answers, if that is news

signals:
    void changed();

private slots:
    void settingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void learned(uint value);

    QDBusConnection m_bus;
    std::optional<ThemeScheme> m_wished;
    int m_tellings = 0; // of changes, so far
};

} // namespace slipway
