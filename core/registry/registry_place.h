// Where an image's registry is, and under what name it knows the image.
#pragma once

#include "core/task/image_reference.h"

#include <QUrl>

namespace slipway {

struct RegistryPlace {
    QString host; // "registry-1.docker.io", "localhost:5000"
    QString repository; // "library/busybox"
    QString reference; // the digest, else the tag
    QString loginKey; // under which docker keeps a login; Docker Hub's is a URL of old

    // Plain http is spoken to this machine alone, and only where https is refused.
    bool mayBePlain() const;
    QUrl url(const QString &below, bool plain) const; // `below`: "/manifests/latest"
};

RegistryPlace registryPlace(const ImageReference &image, const QString &fallbackTag);
bool isDockerHub(const QString &registry); // as a reference names it, or leaves it out
bool isThisMachine(const QString &hostAndPort); // localhost, 127.0.0.0/8, ::1

} // namespace slipway
