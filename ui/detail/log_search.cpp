#include "ui/detail/log_search.h"

#include "core/executor/when_answered.h"

#include <algorithm>

namespace slipway {
namespace {

constexpr int growMs = 300; // a log that grows is searched on this often

} // namespace

LogSearch::LogSearch(LogPages &pages, QObject *parent)
    : QObject(parent)
    , m_pages(pages)
{
    m_growTimer.setSingleShot(true);
    m_growTimer.setInterval(growMs);
    connect(&m_growTimer, &QTimer::timeout, this, &LogSearch::readOn);
    connect(&m_reading, &QFutureWatcher<LogHits>::resultsReadyAt, this, &LogSearch::partsCame);
    connect(&m_reading, &QFutureWatcher<LogHits>::finished, this, &LogSearch::readToEnd);
    connect(&pages, &LogPages::grew, this, [this] {
        if (!m_query.text.isEmpty() && m_isComplete && !m_growTimer.isActive())
            m_growTimer.start();
    });
}

void LogSearch::stop()
{
    m_reading.cancel();
    m_reading.setFuture(QFuture<LogHits>());
    m_growTimer.stop();
    ++m_walk;
    m_isUnderWay = false;
    m_walks = false;
    m_steps = 0;
    m_query = {};
    m_parts.clear();
    m_readTo = {};
    m_count = 0;
    m_current = 0;
    m_isComplete = true;
    emit changed();
}

void LogSearch::start(const LogQuery &query, LogPosition from)
{
    stop();
    m_query = query;
    if (query.text.isEmpty() || m_pages.task().isNull())
        return;
    m_at = from;
    readOn();
    go(Way::Forward, from, true);
}

void LogSearch::readOn()
{
    m_isComplete = false;
    m_reading.setFuture(m_pages.queue().findInLog(m_pages.task(), m_query, m_readTo));
    emit changed();
}

void LogSearch::partsCame(int from, int to)
{
    for (int at = from; at < to; ++at) {
        const LogHits part = m_reading.resultAt(at);
        m_parts.append(part);
        m_count += part.count;
        m_readTo = part.to;
    }
    emit changed();
    if (m_walks)
        walk();
}

void LogSearch::readToEnd()
{
    if (m_query.text.isEmpty() || m_reading.isCanceled())
        return;
    m_isComplete = true;
    emit changed();
    if (m_walks)
        walk();
}

void LogSearch::next()
{
    if (m_isUnderWay)
        ++m_steps;
    else
        go(Way::Forward, m_at, false);
}

void LogSearch::previous()
{
    if (m_isUnderWay)
        --m_steps;
    else
        go(Way::Back, m_at, false);
}

void LogSearch::go(Way way, LogPosition from, bool mayBeThere)
{
    if (m_query.text.isEmpty())
        return;
    ++m_walk;
    m_isUnderWay = true;
    m_walks = true;
    m_wentRound = false;
    m_way = way;
    m_from = from;
    m_mayBeThere = mayBeThere;
    walk();
}

qsizetype LogSearch::partAt(qint64 line) const
{
    const auto ends = [](const LogHits &part, qint64 at) { return part.to.line <= at; };
    return std::lower_bound(m_parts.begin(), m_parts.end(), line, ends) - m_parts.begin();
}

// To the nearest part with hits that lies in the way; where none is known, it waits for more to be
// read, and at the end of the log it goes round once.
void LogSearch::walk()
{
    qsizetype part = partAt(m_from.line);
    if (m_way == Way::Forward) {
        while (part < m_parts.size() && m_parts[part].count == 0)
            ++part;
        if (part < m_parts.size())
            return lookInto(part);
    } else {
        part = m_from.line < 0 ? -1 : std::min(part, m_parts.size() - 1);
        while (part >= 0 && m_parts[part].count == 0)
            --part;
        if (part >= 0)
            return lookInto(part);
    }
    if (!m_isComplete)
        return;
    if (m_count == 0 || std::exchange(m_wentRound, true))
        return endWalk();
    m_mayBeThere = true;
    m_from = m_way == Way::Forward ? LogPosition{} : LogPosition{ m_readTo.line, 0 };
    walk();
}

// Who holds Enter down is faster than a file is read.
void LogSearch::endWalk()
{
    m_isUnderWay = false;
    m_walks = false;
    const int steps = m_count > 0 ? m_steps : 0;
    if (steps == 0)
        return;
    m_steps += steps > 0 ? -1 : 1;
    go(steps > 0 ? Way::Forward : Way::Back, m_at, false);
}

void LogSearch::lookInto(qsizetype part)
{
    m_walks = false; // until the answer
    const LogHits &hits = m_parts[part];
    whenAnswered(this, m_pages.read(hits.from, int(hits.to.line - hits.from)),
        [this, part, walk = m_walk](const LogPage &page) {
            if (walk == m_walk)
                arriveIn(part, page);
        });
}

void LogSearch::arriveIn(qsizetype part, const LogPage &page)
{
    const LogMatcher matcher(m_query);
    qint64 ordinal = 0;
    for (qsizetype before = 0; before < part; ++before)
        ordinal += m_parts[before].count;
    struct Found {
        LogPosition at;
        LogSpan span;
        qint64 ordinal = 0;
    };
    std::optional<Found> found;
    for (qsizetype index = 0; index < page.lines.size(); ++index) {
        TerminalStyle none;
        const QString text = terminalLine(page.lines[index].text, &none).text;
        for (const LogSpan &span : matcher.spans(text)) {
            const LogPosition at{ page.from + index, span.start };
            ++ordinal;
            const bool isAhead = m_way == Way::Forward ? at > m_from : at < m_from;
            if (!isAhead && !(m_mayBeThere && at == m_from))
                continue;
            if (m_way == Way::Back || !found)
                found = Found{ at, span, ordinal };
        }
    }
    if (found) {
        m_at = found->at;
        m_current = found->ordinal;
        emit changed();
        emit arrived(found->at.line, found->span);
        return endWalk();
    }
    // All of its hits lie behind: on from its edge.
    m_walks = true;
    if (m_way == Way::Forward)
        m_from = { m_parts[part].to.line, -1 };
    else
        m_from = { m_parts[part].from - 1, std::numeric_limits<qsizetype>::max() };
    walk();
}

} // namespace slipway
