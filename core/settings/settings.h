// What a person can set, with defaults, kept in one INI file.
#pragma once

#include <QMap>
#include <QString>

namespace slipway {

struct Settings {
    QString dockerProgram; // "" = docker, from PATH
    int maxConcurrent = 3;
    double keepFreeGigabytes = 1; // on the disks of engine and models; 0: no matter
    QMap<QString, int> lanes; // by lane name; only those that differ from the default
    bool operator==(const Settings &) const = default;
};

// A missing file gives the defaults; a value that cannot be read keeps its default.
Settings readSettings(const QString &file);
bool writeSettings(const QString &file, const Settings &settings);

} // namespace slipway
