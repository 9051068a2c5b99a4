// Names of images or models, as people keep them in lists.
#pragma once

#include <QStringList>

namespace slipway {

// Parted by spaces, commas, semicolons or new lines; `#` begins a remark. One that begins with
// `docker pull`, `ollama pull` or `ollama run` stands for the names after it.
QStringList namesIn(const QString &text);

// Every word is a reference, and it is not just any single word: it has a tag or a path, or others
// beside it.
bool looksLikeNames(const QStringList &names);

// Hugging Face's are models: no registry of images lives there.
bool isModelName(const QString &name);

} // namespace slipway
