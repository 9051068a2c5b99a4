// The start of an ollama_run whose question is followed by the end of another task's log (log_of).
// An attempt knows no other task: it is given the whole prompt.
#include "core/executor/kill_point.h"
#include "core/executor/terminal_text.h"
#include "core/queue/task_queue.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int linesOfLog = 200;

QString withLog(const QString &prompt, const LogLines &lines)
{
    QString whole = prompt + u"\n\n"_s;
    for (const LogLine &line : lines) {
        if (line.channel != LogChannel::Note) // what we said ourselves
            whole += QString::fromUtf8(withoutTerminalCodes(line.text)) + u'\n';
    }
    return whole;
}

} // namespace

std::optional<TaskId> TaskQueue::promptsLog(const Task &task)
{
    const auto *ask = std::get_if<OllamaRun>(&task.spec);
    return ask && !ask->logOf.isEmpty() ? std::optional(QUuid::fromString(ask->logOf))
                                        : std::nullopt;
}

// Once the start is saved, as for all that may outlive a kill.
void TaskQueue::startWithLog(const Task &task, const TaskId &source)
{
    ++m_active; // the end of the queue waits for it
    m_answers.whenSaved(task.id, task.revision, [this, id = task.id, source](bool isSaved) {
        if (!isSaved) {
            --m_active;
            return;
        }
        killPoint("saved-not-spawned");
        m_journal.readLog(source, -1, linesOfLog)
            .then([queue = QPointer(this), id](const LogPage &page) {
                if (queue)
                    queue->logForPromptRead(id, page.lines);
            });
    });
}

void TaskQueue::logForPromptRead(const TaskId &id, const LogLines &lines)
{
    --m_active;
    if (m_shuttingDown)
        return finishShutDown();
    Entry &entry = m_entries.at(id); // active, and so still there
    Task asked = entry.task;
    auto &ask = std::get<OllamaRun>(asked.spec);
    ask.prompt = withLog(ask.prompt, lines);
    if (lines.isEmpty())
        m_journal.appendLog(id,
            { { LogChannel::Note,
                "The log it was to be asked about holds nothing, or is gone." } });
    follow(entry, m_maker.make(asked, {}));
    if (entry.task.isStopping()) // since it was begun
        carryOutStop(id, entry.task.stopReason);
    else
        beginAttempt(id);
}

} // namespace slipway
