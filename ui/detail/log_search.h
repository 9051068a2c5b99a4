// A search through a whole log: how many hits there are, and the way from one to the next.
//
// The log is read on another thread, part by part; what is kept is the number of hits of each
// part. The hits of one part are looked up when somebody comes there.
#pragma once

#include "core/executor/log_query.h"
#include "ui/detail/log_view.h"

#include <QFutureWatcher>
#include <QTimer>

namespace slipway {

class LogSearch : public QObject {
    Q_OBJECT

public:
    explicit LogSearch(LogPages &pages, QObject *parent = nullptr);

    void start(const LogQuery &query, LogPosition from); // the first hit from there on is shown
    void stop();
    const LogQuery &query() const { return m_query; }
    qint64 count() const { return m_count; }
    qint64 current() const { return m_current; } // 1 = the first; 0 = none yet
    bool isComplete() const { return m_isComplete; }
    void next();
    void previous();

signals:
    void changed(); // counts
    void arrived(qint64 line, const slipway::LogSpan &span);

private:
    enum class Way { Forward, Back };

    void readOn();
    void partsCame(int from, int to);
    void readToEnd();
    void go(Way way, LogPosition from, bool mayBeThere);
    void walk();
    void endWalk();
    void lookInto(qsizetype part);
    void arriveIn(qsizetype part, const LogPage &page);
    qsizetype partAt(qint64 line) const; // the first that ends behind it

    LogPages &m_pages;
    LogQuery m_query;
    QFutureWatcher<LogHits> m_reading;
    QList<LogHits> m_parts;
    LogPlace m_readTo;
    qint64 m_count = 0;
    qint64 m_current = 0;
    bool m_isComplete = true;
    LogPosition m_at; // of the current hit
    // Under way to a hit
    bool m_isUnderWay = false;
    int m_steps = 0; // that were asked for meanwhile: forward, or back for less than 0
    bool m_walks = false; // rather than waits for a part
    bool m_wentRound = false;
    Way m_way = Way::Forward;
    LogPosition m_from;
    bool m_mayBeThere = false;
    quint64 m_walk = 0;
    QTimer m_growTimer;
};

} // namespace slipway
