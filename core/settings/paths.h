// Where a queue keeps its things: by the XDG folders, or all under one home.
#pragma once

#include <QString>

namespace slipway {

struct Paths {
    QString profile; // "default" unless told otherwise
    QString home; // the folder given with --home, or ""
    QString data; // folder: tasks.db and logs/
    QString settings; // file
    QString templates; // file
    QString window; // file: how the window was left
    QString socket; // file, at most 100 bytes, in a folder of mode 0700
    QString lock; // file held with flock while a queue of this profile runs
};

// `home` "" = $SLIPWAY_HOME, or the XDG folders. Makes nothing.
Paths pathsFor(const QString &home, const QString &profile);

} // namespace slipway
