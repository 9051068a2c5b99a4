// Names of models as Ollama reads them: [host/][namespace/]model[:tag].
#pragma once

#include <QString>

namespace slipway {

// With everything Ollama adds by itself: "llama3" and "Library/llama3:latest" are one model.
QString fullModelName(const QString &name);
bool isSameModel(const QString &one, const QString &other);

} // namespace slipway
