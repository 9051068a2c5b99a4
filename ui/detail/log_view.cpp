#include "ui/detail/log_view.h"

#include "ui/theme.h"

#include <QFontDatabase>
#include <QFutureWatcher>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int batchMs = 33;

// Programs in containers write colours; this is no terminal.
QString plainText(const QByteArray &line)
{
    static const QRegularExpression codes(
        u"\\x1b\\[[0-9;?]*[ -/]*[@-~]|\\x1b\\][^\\x07\\x1b]*(?:\\x07|\\x1b\\\\)|[\\x00-\\x08\\x0b-\\x1f\\x7f]"_s);
    QString text = QString::fromUtf8(line);
    return text.remove(codes);
}

} // namespace

LogView::LogView(QueueService &queue, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_queue(queue)
{
    setObjectName(u"logText"_s);
    setAccessibleName(tr("Log"));
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setMaximumBlockCount(mostLines);
    setPlaceholderText(tr("Nothing was printed yet."));
    setFrameShape(NoFrame);
    QFont code = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    code.setPointSizeF(font().pointSizeF() - 1);
    setFont(code);
    document()->setDocumentMargin(0);
    m_timer.setSingleShot(true);
    m_timer.setInterval(batchMs);
    connect(&m_timer, &QTimer::timeout, this, &LogView::flush);
    connect(&queue, &QueueService::logGrew, this, &LogView::grow);
}

void LogView::showLog(const TaskId &id)
{
    if (id == m_id)
        return;
    m_id = id;
    m_new.clear();
    m_shown = 0;
    clear();
    if (id.isNull())
        return;
    m_waiting = true;
    auto *answer = new QFutureWatcher<LogPage>(this);
    connect(answer, &QFutureWatcher<LogPage>::finished, this, [this, answer, id] {
        answer->deleteLater();
        if (id == m_id && answer->future().resultCount() > 0)
            firstPage(answer->result());
    });
    answer->setFuture(m_queue.readLog(id, -1, mostLines));
}

void LogView::firstPage(const LogPage &page)
{
    // Lines that came while the page was read may be on it too.
    const qint64 known = page.from + page.lines.size();
    const qint64 twice = known - (m_shown - m_new.size());
    if (!m_new.isEmpty() && twice > 0)
        m_new.remove(0, qMin<qint64>(twice, m_new.size()));
    m_new = page.lines + m_new;
    m_shown = qMax(m_shown, known);
    m_waiting = false;
    flush();
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void LogView::grow(const TaskId &id, const LogLines &lines, qint64 total)
{
    if (id != m_id)
        return;
    m_new += lines;
    m_shown = total;
    if (!m_waiting && !m_timer.isActive())
        m_timer.start();
}

bool LogView::isAtEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum();
}

void LogView::flush()
{
    LogLines lines = std::exchange(m_new, {});
    if (lines.isEmpty())
        return;
    if (lines.size() > mostLines)
        lines = lines.mid(lines.size() - mostLines);
    const bool follows = isAtEnd();
    const int before = verticalScrollBar()->value();
    const int blocks = blockCount();

    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    QTextCharFormat said;
    QTextCharFormat noted;
    noted.setForeground(coloursFor(palette()).accent);
    bool first = document()->isEmpty();
    cursor.beginEditBlock();
    for (const LogLine &line : std::as_const(lines)) {
        if (!std::exchange(first, false))
            cursor.insertBlock();
        cursor.insertText(plainText(line.text), line.channel == LogChannel::Note ? noted : said);
    }
    cursor.endEditBlock();

    if (follows) {
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    } else {
        // What was dropped at the top moves the text; the reader stays at the same line.
        const int dropped = qMax(0, blocks + int(lines.size()) - blockCount());
        verticalScrollBar()->setValue(qMax(0, before - dropped));
    }
}

QStringList LogView::lastLines(int count) const
{
    QStringList lines;
    for (QTextBlock block = document()->lastBlock(); block.isValid() && lines.size() < count;
         block = block.previous())
        lines.prepend(block.text());
    if (lines == QStringList{ QString() })
        return {};
    return lines;
}

} // namespace slipway
