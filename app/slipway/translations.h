// The program's words in the language that is set, or the system's.
#pragma once

#include "core/settings/settings_file.h"

#include <QLocale>

class QTranslator;

namespace slipway {

class Translations : public QObject {
    Q_OBJECT

public:
    explicit Translations(SettingsFile &settings, QObject *parent = nullptr);
    ~Translations() override;

signals:
    void changed(); // what is made from now on speaks another language

private:
    void load(); // where there is no translation it stays English
    bool install(const QLocale &locale, const QString &file, const QString &folder);

    SettingsFile &m_settings;
    QLocale m_systems;
    QString m_language; // as in "de"; "" = the system's
    QList<QTranslator *> m_installed;
};

} // namespace slipway
