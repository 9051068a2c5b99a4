#include "ui/submit/check_lines.h"

#include "ui/task_text.h"
#include "core/executor/when_answered.h"
#include "ui/widgets.h"

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

void CheckLines::ask()
{
    if (!m_draft)
        return show({});
    whenAnswered(this, m_queue.check({ m_draft->spec, m_draft->options, {} }),
        [this, number = m_asked](const QList<PreCheck> &checks) {
            if (number == m_asked)
                show(checks);
        });
}

void CheckLines::show(const QList<PreCheck> &checks)
{
    for (QLabel *line : findChildren<QLabel *>(Qt::FindDirectChildrenOnly))
        delete line;
    for (const PreCheck &check : checks) {
        const Mark mark = markOf(check.level);
        auto *line = new QLabel(mark.sign + u"  "_s + checkText(check), this);
        line->setObjectName(u"check:"_s + check.id);
        line->setTextFormat(Qt::PlainText);
        line->setWordWrap(true);
        setTone(line, mark.tone);
        m_layout->addWidget(line);
    }
    setVisible(!checks.isEmpty());
}

} // namespace slipway
