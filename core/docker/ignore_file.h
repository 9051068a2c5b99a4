// Which files of a build's context an ignore file leaves out, by the rules of Docker's own matcher:
//   https://docs.docker.com/build/concepts/context/#dockerignore-files
//   https://github.com/moby/patternmatcher
//
// The last line that fits a path, or fitted a folder it is in, decides; one that begins with "!"
// takes it in again. "*" and "?" stop at "/", "**" is any number of folders, also none. Clients
// before 23 read a few exceptions otherwise.
#pragma once

#include "core/docker/docker_command.h"

#include <QBitArray>
#include <QList>
#include <QRegularExpression>

namespace slipway {

class IgnoreFile {
public:
    explicit IgnoreFile(const QByteArray &text = {});

    QString refusedLine() const { return m_refused; } // the first that Docker cannot read, or ""
    void keep(const QString &path); // one that Docker needs, whatever the lines say

    // Paths are relative to the context, with "/" between folders. For a walk: `folder` is what was
    // found for the folder that `path` is in.
    struct Finding {
        bool leftOut = false;
        QBitArray lines; // that fit
    };
    Finding look(const QString &path, const Finding &folder) const;
    bool leavesOut(const QString &path) const;

    // Whether this builder looks into a folder that is left out. The legacy one does so only where
    // an exception begins with the folder's name: "*" with "!**/*.md" gives it nothing below.
    bool isEntered(const QString &folder, Builder builder) const;

private:
    struct Line {
        bool takesIn = false;
        QString glob;
        QRegularExpression pattern; // unused where `glob` has no wildcards
        bool isLiteral = true;
        bool fits(const QString &path) const;
    };
    static Line lineFrom(const QString &glob, bool takesIn);

    QList<Line> m_lines;
    QString m_refused;
};

} // namespace slipway
