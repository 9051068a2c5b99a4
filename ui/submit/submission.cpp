#include "ui/submit/submission.h"

#include "core/executor/when_answered.h"
#include "ui/sentence_text.h"
#include "ui/submit/again.h"
#include "ui/submit/brought.h"
#include "ui/submit/submit_dialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace slipway {
namespace {

std::optional<Brought> onClipboard()
{
    const QMimeData *held = QGuiApplication::clipboard()->mimeData(); // none: nothing was copied
    const OrWhyNot read = held ? broughtBy(*held) : OrWhyNot();
    const auto *brought = std::get_if<Brought>(&read);
    return brought && !brought->drafts.isEmpty() ? std::optional(*brought) : std::nullopt;
}

} // namespace

Submission::Submission(QueueService &queue, QWidget *window)
    : QObject(window)
    , m_queue(queue)
    , m_window(window)
{
}

void Submission::keepTemplatesIn(const QString &file)
{
    m_templates = file;
}

SubmitDialog *Submission::dialog(const TaskId &forTask)
{
    m_forTask = forTask;
    if (!m_dialog) {
        m_dialog = new SubmitDialog(m_queue, m_templates, m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &SubmitDialog::submitted, this, [this](const QList<TaskId> &ids) {
            emit submitted(ids, std::exchange(m_forTask, {}));
        });
    }
    return m_dialog;
}

// What a person is filling in already stays.
void Submission::openOnClipboard()
{
    const auto brought = m_dialog ? std::nullopt : onClipboard();
    open(forms().first().type);
    if (brought)
        m_dialog->fill(*brought);
}

void Submission::open(TaskType type)
{
    const auto brought = m_dialog ? std::nullopt : onClipboard();
    dialog()->chooseType(type);
    if (brought && typeOf(brought->drafts.first().spec) == type)
        m_dialog->fill(*brought);
    m_dialog->open();
}

void Submission::openSteps()
{
    dialog()->chooseChain();
    m_dialog->open();
}

void Submission::edit(const TaskDraft &draft, const TaskId &forTask)
{
    dialog(forTask)->fill(draft);
    // A login that failed cannot be tried again as it was: its password is kept nowhere.
    const auto task = m_queue.task(forTask);
    const bool isSame = task && task->type() == TaskType::DockerLogin
        && typeOf(draft.spec) == TaskType::DockerLogin;
    m_dialog->retryOf(isSame ? forTask : TaskId());
    m_dialog->open();
}

void Submission::take(const QMimeData &held)
{
    const OrWhyNot read = broughtBy(held);
    if (const auto *why = std::get_if<Sentence>(&read)) {
        emit told(why->isEmpty() ? tr("That is no name, command line, Dockerfile or folder "
                                      "that Slipway could queue.")
                                 : tr("That cannot be queued: %1").arg(sentenceText(*why)));
        return;
    }
    dialog()->fill(std::get<Brought>(read));
    m_dialog->open();
}

void Submission::runAgain(const QList<Task> &tasks)
{
    const QList<TaskDraft> drafts = draftsAgain(tasks);
    if (drafts.isEmpty()) // a login, whose password must be given anew
        return edit(draftAgain(tasks.first()));
    whenAnswered(this, m_queue.submit(drafts), [this](const SubmitAnswer &answer) {
        if (answer.refusal)
            emit told(reasonText(*answer.refusal));
        else
            emit submitted(answer.ids, {});
    });
}

} // namespace slipway
