// Reads the whole lines of a log's file, however long it is, with memory for the longest of them.
#pragma once

#include <QByteArrayView>
#include <QFile>

#include <cstring>

namespace slipway {

// Calls visit(line) for every whole line from `offset` on, without its LF, until it says no.
// A last line without LF is not whole: it is being written, or was torn.
template <typename Visit> void readWholeLines(QFile &file, qint64 offset, Visit visit)
{
    constexpr qsizetype chunkBytes = 256 * 1024;
    if (!file.seek(offset))
        return;
    QByteArray buffer(chunkBytes, Qt::Uninitialized);
    qsizetype kept = 0; // of a line whose end is not read yet
    for (;;) {
        const qint64 got = file.read(buffer.data() + kept, buffer.size() - kept);
        if (got <= 0)
            return;
        const char *line = buffer.constData();
        const char *const end = line + kept + got;
        while (const void *found = std::memchr(line, '\n', size_t(end - line))) {
            const char *lineEnd = static_cast<const char *>(found);
            if (!visit(QByteArrayView(line, lineEnd)))
                return;
            line = lineEnd + 1;
        }
        kept = end - line;
        std::memmove(buffer.data(), line, size_t(kept));
        if (kept == buffer.size())
            buffer.resize(2 * buffer.size());
    }
}

} // namespace slipway
