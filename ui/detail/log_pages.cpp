#include "ui/detail/log_pages.h"

#include "core/executor/when_answered.h"

#include <array>

namespace slipway {
namespace {

constexpr int linesOfPage = 64;
// A colour may have been set some lines before the page: it is read a little earlier than shown.
constexpr int linesBefore = 32;
constexpr qsizetype mostBytes = 12 * 1024 * 1024;
constexpr qsizetype leastPages = 12; // however long their lines are: what a tall window shows

} // namespace

LogPages::LogPages(QueueService &queue, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
    , m_pages(mostBytes)
{
    connect(&queue, &QueueService::logGrew, this,
        [this](const TaskId &id, const LogLines &, qint64 total) {
            if (id == m_id)
                setTotal(total);
        });
}

void LogPages::open(const TaskId &id)
{
    m_id = id;
    m_isOpen = id.isNull();
    m_total = 0;
    m_pages.clear();
    m_asked.clear();
    const quint64 opening = ++m_opening;
    if (id.isNull())
        return;
    whenAnswered(this, m_queue.readLog(id, 0, 0), [this, opening](const LogPage &page) {
        if (opening != m_opening)
            return;
        m_isOpen = true;
        m_total = std::max(m_total, page.total);
        emit opened();
    });
}

void LogPages::setTotal(qint64 total)
{
    m_total = std::max(m_total, total);
    if (m_isOpen)
        emit grew();
}

const ShownLine *LogPages::line(qint64 index)
{
    if (index < 0 || index >= m_total)
        return nullptr;
    const Page *page = m_pages.object(index / linesOfPage);
    if (page && index % linesOfPage < page->size())
        return &page->at(index % linesOfPage);
    ask(index / linesOfPage);
    return nullptr;
}

bool LogPages::has(qint64 from, qint64 to)
{
    bool all = true;
    to = std::min(to, m_total);
    for (qint64 at = std::max<qint64>(0, from); at < to; at = (at / linesOfPage + 1) * linesOfPage)
        all = line(at) && line(std::min(to, (at / linesOfPage + 1) * linesOfPage) - 1) && all;
    return all;
}

void LogPages::ask(qint64 number)
{
    if (m_id.isNull() || m_asked.contains(number))
        return;
    m_asked.insert(number);
    const qint64 from = std::max<qint64>(0, number * linesOfPage - linesBefore);
    const int count = int((number + 1) * linesOfPage - from);
    whenAnswered(this, m_queue.readLog(m_id, from, count),
        [this, number, opening = m_opening](const LogPage &answer) {
            if (opening == m_opening)
                put(number, answer);
        });
}

void LogPages::put(qint64 number, const LogPage &answer)
{
    m_asked.remove(number);
    m_total = std::max(m_total, answer.total);
    auto page = std::make_unique<Page>();
    std::array<TerminalStyle, 2> styles; // each channel has its own
    qsizetype bytes = 0;
    for (qsizetype at = 0; at < answer.lines.size(); ++at) {
        const LogLine &line = answer.lines[at];
        TerminalStyle none;
        TerminalStyle *style = line.channel == LogChannel::Note
            ? &none
            : &styles[line.channel == LogChannel::Err ? 1 : 0];
        ShownLine shown{ line.channel, terminalLine(line.text, style) };
        if (answer.from + at < number * linesOfPage)
            continue;
        bytes += shown.content.text.size() * qsizetype(sizeof(QChar)) + qsizetype(sizeof(shown))
            + shown.content.runs.size() * qsizetype(sizeof(StyledRun));
        page->append(std::move(shown));
    }
    if (page->isEmpty())
        return; // the log cannot be read: asked again by who looks again
    m_pages.insert(number, page.release(), std::min(bytes, mostBytes / leastPages));
    emit came();
}

} // namespace slipway
