#include "core/store/task_log.h"

#include "core/store/whole_lines.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr qint64 linesPerOffset = 1024;
constexpr auto mode = QIODevice::ReadWrite | QIODevice::Unbuffered;

LogChannel channelOf(char letter)
{
    switch (static_cast<LogChannel>(letter)) {
    case LogChannel::Out:
        return LogChannel::Out;
    case LogChannel::Err:
        return LogChannel::Err;
    case LogChannel::Note:
        return LogChannel::Note;
    }
    return LogChannel::Note;
}

QByteArray toBytes(const LogLines &lines)
{
    qsizetype size = 0;
    for (const LogLine &line : lines)
        size += line.text.size() + 3;
    QByteArray bytes(size, Qt::Uninitialized);
    char *at = bytes.data();
    for (const LogLine &line : lines) {
        *at++ = static_cast<char>(line.channel);
        *at++ = ' ';
        const qsizetype length = line.text.size();
        std::memcpy(at, line.text.constData(), size_t(length));
        // One line stays one line, or all that comes after it would be counted wrong.
        if (std::memchr(at, '\n', size_t(length)))
            std::replace(at, at + length, '\n', ' ');
        at += length;
        *at++ = '\n';
    }
    return bytes;
}

LogLine lineFrom(QByteArrayView bytes)
{
    return { channelOf(bytes.isEmpty() ? 'n' : bytes.front()),
        bytes.size() > 2 ? bytes.sliced(2).toByteArray() : QByteArray() };
}

} // namespace

TaskLog::TaskLog(const QString &path)
    : m_file(path)
{
}

QString TaskLog::append(const LogLines &lines)
{
    if (!open(mode))
        return m_file.errorString();
    const QByteArray bytes = toBytes(lines);
    if (!m_file.seek(m_size) || m_file.write(bytes) != bytes.size()) {
        const QString reason = m_file.errorString();
        m_file.resize(m_size);
        return reason;
    }
    for (const LogLine &line : lines)
        addToIndex(static_cast<char>(line.channel), line.text.size() + 3);
    return {};
}

LogPage TaskLog::page(qint64 from, int count)
{
    const bool isThere = open(mode | QIODevice::ExistingOnly);
    count = qMax(0, count);
    LogPage page;
    page.counts = m_counts;
    page.total = m_counts.total();
    page.from = from < 0 ? qMax<qint64>(0, page.total - count) : qMin(from, page.total);
    const qint64 wanted = qMin<qint64>(count, page.total - page.from);
    if (!isThere || wanted == 0)
        return page;
    qint64 skip = page.from % linesPerOffset;
    page.lines.reserve(wanted);
    readWholeLines(m_file, m_offsets.at(page.from / linesPerOffset), [&](QByteArrayView line) {
        if (skip > 0)
            --skip;
        else
            page.lines.append(lineFrom(line));
        return page.lines.size() < wanted;
    });
    return page;
}

LogCounts TaskLog::counts()
{
    open(mode | QIODevice::ExistingOnly);
    return m_counts;
}

void TaskLog::closeFile()
{
    m_file.close();
}

bool TaskLog::open(QIODevice::OpenMode ifMissing)
{
    if (m_file.isOpen())
        return true;
    if (!m_file.open(ifMissing, QFile::ReadOwner | QFile::WriteOwner))
        return false;
    if (m_file.size() != m_size) // not read yet, or changed by somebody else meanwhile
        scan();
    return true;
}

void TaskLog::scan()
{
    m_offsets.clear();
    m_size = 0;
    m_counts = {};
    readWholeLines(m_file, 0, [this](QByteArrayView line) {
        addToIndex(line.isEmpty() ? 'n' : line.front(), line.size() + 1);
        return true;
    });
    if (m_file.size() > m_size)
        m_file.resize(m_size);
}

void TaskLog::addToIndex(char channel, qsizetype bytes)
{
    if (m_counts.total() % linesPerOffset == 0)
        m_offsets.append(m_size);
    m_size += bytes;
    switch (channelOf(channel)) {
    case LogChannel::Out:
        ++m_counts.out;
        break;
    case LogChannel::Err:
        ++m_counts.err;
        break;
    case LogChannel::Note:
        ++m_counts.note;
        break;
    }
}

} // namespace slipway
