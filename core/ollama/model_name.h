// Names of models as Ollama reads them: [host/][namespace/]model[:tag].
#pragma once

#include "core/task/image_reference.h"

namespace slipway {

// With everything Ollama adds by itself: "llama3" and "Library/llama3:latest" are one model.
QString fullModelName(const QString &name);
bool isSameModel(const QString &one, const QString &other);
ImageReference modelReference(const QString &name); // as a registry would be asked for it
bool isCloudModel(const QString &name); // runs at ollama.com: nothing of it is on the server

} // namespace slipway
