#include "core/queue/save_answers.h"

namespace slipway {

void SaveAnswers::whenSaved(const TaskId &id, quint64 revision, Answer answer)
{
    m_open[id].append({ revision, std::move(answer) });
}

void SaveAnswers::saved(const TaskId &id, quint64 revision)
{
    const auto found = m_open.find(id);
    if (found == m_open.end())
        return;
    // An answer may ask for the next save of the same task: take out what is due before running it.
    QList<Answer> due;
    for (auto it = found->begin(); it != found->end();) {
        if (it->revision <= revision) {
            due.append(std::move(it->answer));
            it = found->erase(it);
        } else {
            ++it;
        }
    }
    if (found->isEmpty())
        m_open.erase(found);
    for (const Answer &answer : due)
        answer(true);
}

void SaveAnswers::giveUp()
{
    const auto open = std::exchange(m_open, {});
    for (const QList<Open> &each : open) {
        for (const Open &waiting : each)
            waiting.answer(false);
    }
}

} // namespace slipway
