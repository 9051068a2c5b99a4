// Manifests as registries serve them.
#pragma once

#include <QByteArray>

namespace slipway {

inline QByteArray digestOf(char digit)
{
    return "sha256:" + QByteArray(64, digit);
}

inline const QByteArray imageBody =
    R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",
    "config":{"digest":")"
    + digestOf('c') + R"(","size":7},
    "layers":[{"digest":")"
    + digestOf('1') + R"(","size":1000},{"digest":")" + digestOf('2') + R"(","size":20}]})";

inline const QByteArray listBody = R"({"schemaVersion":2,"manifests":[
    {"digest":")"
    + digestOf('d')
    + R"(","size":5,"platform":{"os":"linux","architecture":"arm64","variant":"v8"}},
    {"digest":")"
    + digestOf('e') + R"(","size":5,"platform":{"os":"linux","architecture":"amd64"}},
    {"digest":")"
    + digestOf('f') + R"(","size":5,"platform":{"os":"unknown","architecture":"unknown"}}]})";

} // namespace slipway
