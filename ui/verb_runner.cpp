#include "ui/verb_runner.h"

#include "core/executor/when_answered.h"
#include "ui/line_moves.h"
#include "ui/sentence_text.h"

namespace slipway {

VerbRunner::VerbRunner(QueueService &queue, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
{
}

void VerbRunner::run(TaskVerb verb, const QList<TaskId> &ids)
{
    if (isMove(verb)) {
        for (const auto &answer : moveInLine(m_queue, verb, ids))
            follow(answer);
        return;
    }
    for (const TaskId &id : ids)
        follow(ask(verb, id));
}

void VerbRunner::moveBefore(const QList<TaskId> &ids, const TaskId &before)
{
    for (const auto &answer : slipway::moveBefore(m_queue, ids, before))
        follow(answer);
}

void VerbRunner::setHeld(bool held)
{
    follow(m_queue.setHeld(held));
}

void VerbRunner::setNotify(const TaskId &id, bool notify)
{
    follow(m_queue.setNotify(id, notify));
}

QFuture<VerbAnswer> VerbRunner::ask(TaskVerb verb, const TaskId &id)
{
    switch (verb) {
    case TaskVerb::Resume:
        return m_queue.resume(id);
    case TaskVerb::Pause:
        return m_queue.pause(id);
    case TaskVerb::Retry:
        return m_queue.retry(id, true);
    case TaskVerb::Cancel:
        return m_queue.cancel(id);
    case TaskVerb::Remove:
        return m_queue.remove(id);
    case TaskVerb::StartNow:
        return m_queue.startNow(id);
    case TaskVerb::MoveToTop:
    case TaskVerb::MoveUp:
    case TaskVerb::MoveDown:
    case TaskVerb::MoveToBottom: // which run() asks for in their order
        break;
    }
    Q_UNREACHABLE();
}

void VerbRunner::follow(const QFuture<VerbAnswer> &future)
{
    whenAnswered(this, future, [this](const VerbAnswer &answer) {
        if (answer.refusal)
            emit refused(reasonText(*answer.refusal));
    });
}

} // namespace slipway
