#include "app/slipway/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace slipway {

void loadTranslations(QCoreApplication &application, const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale() : QLocale(language);
    if (!language.isEmpty())
        QLocale::setDefault(locale); // numbers and dates speak it too
    auto *ours = new QTranslator(&application);
    const bool translated = locale.language() != QLocale::English
        && ours->load(locale, u"slipway"_s, u"_"_s, u":/i18n"_s);
    if (!translated && !ours->load(u":/i18n/slipway_en.qm"_s)) { // its plurals
        delete ours;
        return;
    }
    QCoreApplication::installTranslator(ours);
    if (!translated)
        return; // Qt's own words would stand alone in another language
    auto *qts = new QTranslator(&application);
    if (qts->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qts);
    else
        delete qts;
}

} // namespace slipway
