#include "ui/submit/check_lines.h"

#include "ui/error_text.h"
#include "ui/widgets.h"

#include <QFutureWatcher>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway {
namespace {

constexpr auto pause = 600ms;

struct Mark {
    QString sign; // says it too: colour is never the only one
    QString tone;
};

Mark markOf(PreCheck::Level level)
{
    switch (level) {
    case PreCheck::Level::Ok:
        return { u"✓"_s, u"soft"_s };
    case PreCheck::Level::Warning:
        return { u"!"_s, u"warning"_s };
    case PreCheck::Level::Wrong:
        return { u"✗"_s, u"error"_s };
    }
    Q_UNREACHABLE();
}

} // namespace

CheckLines::CheckLines(QueueService &queue, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"checks"_s);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(3);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &CheckLines::ask);
    hide();
}

void CheckLines::setDraft(const std::optional<TaskDraft> &draft)
{
    if (draft && m_draft && draft->spec == m_draft->spec && draft->options == m_draft->options)
        return;
    m_draft = draft;
    ++m_asked;
    m_pause.start();
}

void CheckLines::clear()
{
    ++m_asked;
    m_draft.reset();
    m_known = 0;
    endLines(0);
}

void CheckLines::ask()
{
    if (!m_draft) {
        show({});
        return endLines(0);
    }
    auto *watcher = new QFutureWatcher<QList<PreCheck>>(this);
    connect(watcher, &QFutureWatcherBase::resultReadyAt, this,
        [this, watcher, number = m_asked](int index) {
            if (number == m_asked)
                show(watcher->resultAt(index));
        });
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, number = m_asked] {
        watcher->deleteLater();
        if (number == m_asked)
            endLines(m_known);
    });
    watcher->setFuture(m_queue.check({ m_draft->spec, m_draft->options, {} }));
}

// Until all is known, lines of the last answer keep their place: nothing below them jumps.
void CheckLines::show(const QList<PreCheck> &checks)
{
    m_known = checks.size();
    for (qsizetype at = 0; at < std::max(m_known, m_lines.size()); ++at) {
        if (at == m_lines.size())
            m_lines.append(newLine());
        QLabel *line = m_lines[at];
        const bool isKnown = at < m_known;
        const Mark mark = isKnown ? markOf(checks[at].level) : Mark{ u"…"_s, u"soft"_s };
        line->setObjectName(isKnown ? u"check:"_s + checks[at].id : QString());
        line->setText(isKnown ? mark.sign + u"  "_s + checkText(checks[at]) : mark.sign);
        setTone(line, mark.tone);
    }
    setVisible(!m_lines.isEmpty());
}

void CheckLines::endLines(qsizetype count)
{
    while (m_lines.size() > count)
        delete m_lines.takeLast();
    setVisible(!m_lines.isEmpty());
}

QLabel *CheckLines::newLine()
{
    auto *line = new QLabel(this);
    line->setTextFormat(Qt::PlainText);
    line->setWordWrap(true);
    m_layout->addWidget(line);
    return line;
}

} // namespace slipway
