// What a build is given: the files of its folder, less what the ignore file leaves out.
#pragma once

#include "core/docker/docker_command.h"
#include "core/docker/ignore_file.h"

#include <QDeadlineTimer>

#include <chrono>
#include <filesystem>
#include <functional>

namespace slipway {

struct BuildContext {
    qint64 bytes = 0;
    int files = 0;
    bool whole = true; // false: it was too much to look at, and is more than this
    bool hasIgnoreFile = false;
    QString ignoreFile; // its name: the one that is there, or the one that could be
    QString refusedLine; // of the ignore file: Docker builds nothing with it
    QString largest; // file or folder of the context's own, and what it holds
    qint64 largestBytes = 0;
    QString unreadable; // the first that may not be read
    int unreadableCount = 0;
    QString dockerfile; // absolute
    bool mayReadDockerfile = true;
};

// How far a walk goes: a disk on a network may take minutes for what is here a second.
struct WalkLimit {
    int entries = 1'000'000;
    std::chrono::milliseconds time = std::chrono::seconds(4);
};

// Walks the disk: not for the event loop's thread.
BuildContext buildContext(const DockerBuild &build, Builder builder, WalkLimit limit = {});

// The walk itself. `visit` gets each file and link that the build is given, and what may not be
// read.
class ContextWalk {
public:
    using Entry = std::filesystem::directory_entry;
    struct Visitor {
        std::function<void(const QString &path, const Entry &entry)> given;
        std::function<void(const QString &path)> unreadable;
    };

    ContextWalk(
        const IgnoreFile &ignored, Builder builder, const Visitor &visitor, const WalkLimit &limit);
    bool walk(const QString &folder); // false: it was given up

private:
    void enter(const std::filesystem::path &folder, const QString &name,
        const IgnoreFile::Finding &finding);
    void meet(const Entry &entry, const QString &path, const IgnoreFile::Finding &finding);
    bool goesOn();

    const IgnoreFile &m_ignored;
    const Builder m_builder;
    const Visitor m_visitor;
    int m_entriesLeft;
    QDeadlineTimer m_deadline;
    bool m_givenUp = false;
};

} // namespace slipway
