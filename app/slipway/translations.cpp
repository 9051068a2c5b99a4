#include "app/slipway/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace slipway {

Translations::Translations(SettingsFile &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_language(settings.values().language)
{
    load();
    connect(&settings, &SettingsFile::changed, this, [this] {
        const QString language = m_settings.values().language;
        if (std::exchange(m_language, language) == language)
            return;
        load();
        emit changed();
    });
}

Translations::~Translations()
{
    QLocale::setDefault(m_systems);
}

bool Translations::install(const QLocale &locale, const QString &file, const QString &folder)
{
    auto *translator = new QTranslator(this);
    if (!translator->load(locale, file, u"_"_s, folder)) {
        delete translator;
        return false;
    }
    m_installed << translator;
    QCoreApplication::installTranslator(translator);
    return true;
}

void Translations::load()
{
    for (QTranslator *translator : std::exchange(m_installed, {}))
        delete translator; // which takes it out
    const QLocale locale = m_language.isEmpty() ? m_systems : QLocale(m_language);
    QLocale::setDefault(locale); // numbers and dates speak it too
    const bool translated =
        locale.language() != QLocale::English && install(locale, u"slipway"_s, u":/i18n"_s);
    if (!translated) // Qt's own words would stand alone in another language
        install(QLocale(QLocale::English), u"slipway"_s, u":/i18n"_s); // its plurals
    else
        install(locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

} // namespace slipway
