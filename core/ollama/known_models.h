// Names of models that a misspelt one may have meant: no list of Ollama's library can be asked for.
#pragma once

#include <QStringList>

namespace slipway {

QStringList libraryModels(); // resources/ollama-models.txt, with the tags it names

// At most three, the nearest first. `installed` are those of the server: a question can only be put
// to one of them.
QStringList likelyInstalled(const QString &wrong, const QStringList &installed);
QStringList likelyModels(const QString &wrong, const QStringList &installed);

} // namespace slipway
