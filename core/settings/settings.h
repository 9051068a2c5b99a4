// What a person can set, with defaults, kept in one INI file. Its keys are those of the table in
// settings.cpp; only what differs from its default stands in the file.
#pragma once

#include <QMap>
#include <QString>

#include <optional>

namespace slipway {

struct Settings {
    // What a new task gets, by the name of its type.
    struct TypeDefaults {
        int maxRetries = 3;
        std::optional<int> timeoutSeconds;
        std::optional<int> stallSeconds;
        bool operator==(const TypeDefaults &) const = default;
    };

    QString dockerProgram; // "" = docker, from PATH
    QString dockerHost; // a context's name or a URL; "" = what docker itself uses
    QString ollamaHost; // as OLLAMA_HOST is written; "" = as that says

    int maxConcurrent = 3;
    double keepFreeGigabytes = 1; // on the disks of engine and models; 0: no matter
    QMap<QString, int> lanes; // by lane name; only those that differ from the default
    QMap<QString, TypeDefaults> defaults; // by type name; only those that differ
    int removeAfterDays = 0; // finished tasks leave the list; 0: never

    bool tellOfFailures = true;
    bool tellOfMarked = true; // tasks marked "notify me"
    bool tellWhenDone = true; // the whole queue
    bool quiet = false; // tells nothing at all

    QString language; // "de"; "" = the system's
    QString colours; // "light", "dark"; "" = the system's
    QString whenClosed; // the window: "tray", "quit"; "" = the tray while something is at work
    bool startMinimised = false;
    bool quitWhenEmpty = false;
    bool operator==(const Settings &) const = default;
};

// A missing file gives the defaults; a value that cannot be read keeps its default.
Settings readSettings(const QString &file);
// Writes what differs between the two and nothing else, so that what another program has changed
// meanwhile stays.
bool writeSettings(const QString &file, const Settings &settings, const Settings &before = {});

} // namespace slipway
