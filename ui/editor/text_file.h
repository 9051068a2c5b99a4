// A text file as it stands on the disk, read and written back in its own encoding and with its own
// ends of lines. Both functions wait for the disk: they belong on a thread of their own.
#pragma once

#include <QByteArray>
#include <QString>

namespace slipway {

struct TextFile {
    enum class Problem { None, Unreadable, TooLarge, NoText };

    QString path;
    QString text; // lines end with \n
    QByteArray bytes; // as they were read
    bool isUtf8 = true; // else each byte is kept as one letter
    bool hasMark = false; // the byte order mark before the text
    bool hasCarriageReturns = false;
    bool isWritable = true;
    Problem problem = Problem::None;
    QString reason; // the system's, of what is unreadable
};

struct SaveAnswer {
    enum class Kind { Saved, ChangedMeanwhile, Failed };
    Kind kind = Kind::Failed;
    TextFile file; // saved: as it is now
    QString reason; // failed: the system's
};

TextFile readTextFile(const QString &path);
// `before` as it was read. What another program has put there since is only replaced when
// `overChanges`. The old contents stay until the new ones are on the disk.
SaveAnswer saveTextFile(const TextFile &before, const QString &text, bool overChanges);

} // namespace slipway
