#include "ui/detail/answer_page.h"

#include "ui/detail/answer_view.h"
#include "core/executor/when_answered.h"
#include "ui/widgets.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int linesAtOnce = 1000;
constexpr int refreshMs = 150;
// All of it is read anew each time, so a long answer is shown less often: a tenth of the time.
constexpr int restForEachMs = 9;

} // namespace

AnswerPage::AnswerPage(QueueService &queue, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_view(new AnswerView(this))
    , m_state(softLabel({}, this))
    , m_copyText(flatButton(u"copy"_s, tr("Copy the answer as text"), this))
    , m_copyMarkdown(flatButton(u"markdown"_s, tr("Copy the answer as Markdown"), this))
{
    setObjectName(u"detailPage"_s);
    m_state->setObjectName(u"answerState"_s);
    m_copyText->setObjectName(u"copyAnswerText"_s);
    m_copyMarkdown->setObjectName(u"copyAnswerMarkdown"_s);
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(0);
    buttons->addWidget(m_copyText);
    buttons->addWidget(m_copyMarkdown);
    buttons->addStretch();
    auto *text = new QVBoxLayout;
    text->setSpacing(4);
    text->addWidget(m_state);
    text->addWidget(m_view, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(text, 1);
    layout->addLayout(buttons);
    m_timer.setSingleShot(true);
    m_timer.setInterval(refreshMs);
    connect(&m_timer, &QTimer::timeout, this, &AnswerPage::refresh);
    connect(m_copyText, &QToolButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_view->toPlainText()); });
    connect(m_copyMarkdown, &QToolButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(markdown()); });
    connect(&queue, &QueueService::logGrew, this,
        [this](const TaskId &id, const LogLines &, qint64 total) {
            if (id != m_id)
                return;
            m_known = total;
            if (!m_isReading)
                readFrom(m_read);
        });
}

QString AnswerPage::markdown() const
{
    return m_whole.isEmpty() ? m_answer.text(m_unfinished) : m_whole;
}

void AnswerPage::setTask(const Task &task)
{
    const bool answers = task.type() == TaskType::OllamaRun;
    if (task.id != m_id || task.attempt != m_attempt || !answers)
        begin(answers ? task : Task{});
    if (!answers)
        return;
    m_whole = task.result ? (*task.result)[u"generated_text"].toString() : QString();
    m_unfinished = task.status == TaskStatus::Running && !task.progress.step.isEmpty()
            && task.progress.step.english() != "thinking"_L1
        ? task.progress.step.english()
        : QString();
    if (groupOf(task.status) == StatusGroup::Active)
        m_state->setText(tr("The model has not begun to answer yet."));
    else if (groupOf(task.status) == StatusGroup::Finished)
        m_state->setText(tr("There is no answer."));
    else
        m_state->setText(tr("There is no answer yet."));
    refreshSoon();
}

void AnswerPage::begin(const Task &task)
{
    m_id = task.id;
    m_attempt = task.attempt;
    m_read = 0;
    m_known = 0;
    m_answer = AnswerText(task.loggedBefore.out);
    m_unfinished.clear();
    m_whole.clear();
    ++m_beginning;
    m_isReading = false;
    m_timer.setInterval(refreshMs);
    refresh();
    if (!m_id.isNull() && !task.result)
        readFrom(0);
}

void AnswerPage::readFrom(qint64 line)
{
    m_isReading = true;
    whenAnswered(this, m_queue.readLog(m_id, line, linesAtOnce),
        [this, beginning = m_beginning, known = m_known](const LogPage &page) {
            if (beginning != m_beginning)
                return;
            m_isReading = false;
            m_answer.add(page.lines);
            m_read = page.from + page.lines.size();
            refreshSoon();
            const bool cameMeanwhile = m_known > known;
            m_known = std::max(m_known, page.total);
            if (m_read < m_known && (cameMeanwhile || !page.lines.isEmpty()))
                readFrom(m_read);
        });
}

void AnswerPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void AnswerPage::refreshSoon()
{
    if (!m_timer.isActive())
        m_timer.start();
}

void AnswerPage::refresh()
{
    const QString text = markdown();
    m_state->setVisible(text.isEmpty() || (m_whole.isEmpty() && m_answer.isCut()));
    if (!text.isEmpty())
        m_state->setText(tr("The beginning of this long answer is in the log."));
    m_copyText->setEnabled(!text.isEmpty());
    m_copyMarkdown->setEnabled(!text.isEmpty());
    if (text == m_shown)
        return;
    if (!isVisible() && !text.isEmpty())
        return; // until somebody looks
    m_shown = text;
    QElapsedTimer clock;
    clock.start();
    m_view->showMarkdown(text);
    m_timer.setInterval(std::max<int>(refreshMs, int(clock.elapsed()) * restForEachMs));
}

} // namespace slipway
