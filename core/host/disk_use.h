// What fills an engine's disk, as it tells itself.
#pragma once

#include <QList>
#include <QString>

namespace slipway {

struct DiskUse {
    enum class Kind { Images, Containers, Volumes, BuildCache };
    struct Part {
        Kind kind = Kind::Images;
        int count = 0;
        qint64 bytes = 0;
        qint64 unused =
            0; // of these: what nothing uses. Pruning takes less, it keeps what has a name
        bool operator==(const Part &) const = default;
    };
    struct Image {
        QString name; // or the beginning of its id
        qint64 bytes = 0; // with layers that others share
        bool inUse = false; // a container is made of it
        bool operator==(const Image &) const = default;
    };
    bool known = false; // false: the engine did not tell
    QList<Part> parts; // one of each kind
    QList<Image> largest; // images, at most five
    bool operator==(const DiskUse &) const = default;
};

} // namespace slipway
