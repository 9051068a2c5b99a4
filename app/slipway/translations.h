// The program's words in the language that is set, or the system's.
#pragma once

#include <QString>

class QCoreApplication;

namespace slipway {

// `language` as in "de"; "" = the system's. Where there is no translation it stays English.
void loadTranslations(QCoreApplication &application, const QString &language);

} // namespace slipway
