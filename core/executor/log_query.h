// What is looked for in a log, and where it is met.
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QMetaType>
#include <QString>

namespace slipway {

struct LogQuery {
    QString text; // as it stands; without terminal codes
    bool caseSensitive = false;
    bool operator==(const LogQuery &) const = default;
};

// Where a reading of a log goes on: filled in by the reading before it.
struct LogPlace {
    qint64 line = 0;
    qint64 offset = 0; // in the log's file
};

// The hits of one part of a log: some hundred lines, so that a log of any length can be searched
// and walked through without keeping where each of millions of hits is.
struct LogHits {
    qint64 from = 0; // first line of the part
    LogPlace to; // behind its last one
    int count = 0;
};

struct LogSpan {
    qsizetype start = 0;
    qsizetype length = 0;
    bool operator==(const LogSpan &) const = default;
};

// Finds a query in lines: hits do not overlap.
class LogMatcher {
public:
    explicit LogMatcher(const LogQuery &query);

    int count(QByteArrayView line); // a line as the log keeps it
    QList<LogSpan> spans(const QString &text) const; // of a line as it is shown

private:
    LogQuery m_query;
    QByteArray m_needle; // ASCII alone, folded if need be; else empty
    QByteArray m_folded; // the line last counted in: kept for its memory
};

} // namespace slipway

Q_DECLARE_METATYPE(slipway::LogHits)
