// Where the Ollama server is, by Ollama's own rules for OLLAMA_HOST.
#pragma once

#include <QString>
#include <QUrl>

namespace slipway {

// "http://127.0.0.1:11434": complete, so that the same server always has the same text. Whatever
// Ollama's own client would accept is accepted; an address that means "all interfaces" becomes the
// loopback one, because nobody can connect to it.
QString ollamaAddress(const QString &host);
QString currentOllamaAddress(); // of OLLAMA_HOST in our environment, or the default
// Where a server on this machine keeps its models, as far as that can be seen from here; else "".
bool isOnThisMachine(const QString &address);
QString modelsFolder(const QString &address);
QUrl ollamaUrl(const QString &address, const QString &path); // `path` as in "/api/tags"

} // namespace slipway
