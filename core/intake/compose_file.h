// What a compose file would have to fetch and build before it can start:
// https://github.com/compose-spec/compose-spec/blob/main/spec.md
#pragma once

#include "core/intake/brought.h"

namespace slipway {

bool isComposeFileName(const QString &fileName);

// The image of each service, built where the service says how, otherwise pulled, each once.
// `folder`: the file's own, which its paths are relative to. Variables come from this process's
// environment and the defaults in the text.
OrWhyNot readComposeFile(const QByteArray &text, const QString &folder);

} // namespace slipway
