// An image reference as docker reads one: [registry[:port]/]path[:tag][@digest].
// The rules are those of the distribution project's reference grammar.
#pragma once

#include "core/task/sentence.h"

#include <QString>

#include <optional>

namespace slipway {

struct ImageReference {
    QString registry; // "" = Docker Hub
    QString path; // "library/busybox" is written "busybox"
    QString tag; // "" = none given
    QString digest; // "sha256:..." or ""

    // The text docker takes; `fallbackTag` is used when neither tag nor digest is given.
    QString toString(const QString &fallbackTag = {}) const;
    QString registryName() const; // "Docker Hub" or the registry's host
};

// `why` gets a sentence when the text is no reference.
std::optional<ImageReference> parseImageReference(const QString &text, Sentence *why = nullptr);
bool isTag(const QString &text);

} // namespace slipway
