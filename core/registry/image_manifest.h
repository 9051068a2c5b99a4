// Manifests as registries give them: Docker's version 2 schema 2 and the OCI image form, alone or
// behind a list with one entry for each platform.
//   https://distribution.github.io/distribution/spec/manifest-v2-2/
//   https://github.com/opencontainers/image-spec/blob/main/manifest.md and image-index.md
#pragma once

#include "core/registry/registry_answer.h"

#include <QByteArray>

#include <variant>

namespace slipway {

QByteArray acceptedManifests(); // for the header Accept

struct PlatformManifest {
    QString platform; // "linux/arm64/v8"
    Descriptor manifest;
};
using ManifestList = QList<PlatformManifest>;

ManifestList parseHubTag(const QByteArray &body); // Docker Hub's own form; sizes are the images'

// monostate: none of the known forms, or sizes and digests that cannot be.
using ParsedManifest = std::variant<std::monostate, ImageManifest, ManifestList>;
ParsedManifest parseManifest(const QByteArray &body);

QStringList platformsOf(const ManifestList &list); // what is no image, as an attestation, is none

// `wanted` is os/arch[/variant]; without a variant the first of the architecture fits.
std::optional<Descriptor> manifestFor(const QString &wanted, const ManifestList &list);

} // namespace slipway
