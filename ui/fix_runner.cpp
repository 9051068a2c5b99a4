#include "ui/fix_runner.h"

#include "core/executor/when_answered.h"
#include "core/task/image_reference.h"
#include "ui/editor/file_editor.h"
#include "ui/sentence_text.h"
#include "ui/error_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QInputDialog>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

bool isRetriable(const Task &task)
{
    return task.status == TaskStatus::Failed || task.status == TaskStatus::Timeout;
}

} // namespace

FixRunner::FixRunner(QueueService &queue, QWidget *window)
    : QObject(window)
    , m_queue(queue)
    , m_window(window)
{
    connect(&queue, &QueueService::taskChanged, this, &FixRunner::firstEnded);
    connect(&queue, &QueueService::taskChanged, this, &FixRunner::tellEditors);
    connect(&queue, &QueueService::taskRemoved, this, [this](const TaskId &id) {
        m_waiting.remove(id);
        for (FileEditor *editor : m_window->findChildren<FileEditor *>()) {
            if (editor->task() == id)
                editor->setRetriable(false);
        }
    });
}

void FixRunner::run(const Task &task, const Fix &fix)
{
    switch (fix.kind) {
    case Fix::Kind::RetryAs:
        return retryAs(task.id, fix.draft);
    case Fix::Kind::SubmitFirst:
        return submitFirst(task.id, fix.draft);
    case Fix::Kind::LogIn:
        emit formAsked(fix.draft, task.id);
        return;
    case Fix::Kind::Retag:
        return askForName(task);
    case Fix::Kind::ActOnHost:
        return act(task, fix.action);
    case Fix::Kind::OpenFile:
        return openFile(task, fix);
    case Fix::Kind::CopyText:
        QGuiApplication::clipboard()->setText(fix.copied);
        emit told(tr("Copied: %1").arg(fix.copied));
        return;
    }
}

void FixRunner::retryAs(const TaskId &id, const TaskDraft &draft)
{
    whenAnswered(this, m_queue.retryAs(id, draft), [this](const VerbAnswer &answer) {
        if (answer.refusal)
            emit told(reasonText(*answer.refusal));
    });
}

void FixRunner::submitFirst(
    const TaskId &id, const TaskDraft &draft, const std::optional<TaskDraft> &then)
{
    whenAnswered(this, m_queue.submit({ draft }), [this, id, then](const SubmitAnswer &answer) {
        if (answer.refusal) {
            emit told(reasonText(*answer.refusal));
            return;
        }
        m_waiting.insert(answer.ids.first(), { id, then });
        if (const auto first = m_queue.task(answer.ids.first())) // it may be over already
            firstEnded(*first);
    });
}

void FixRunner::retryAfter(const TaskId &first, const TaskId &task)
{
    m_waiting.insert(first, { task, {} });
    if (const auto known = m_queue.task(first))
        firstEnded(*known);
}

void FixRunner::firstEnded(const Task &first)
{
    if (groupOf(first.status) != StatusGroup::Finished || !m_waiting.contains(first.id))
        return;
    if (first.status != TaskStatus::Completed)
        return; // a person may still retry it
    const Waiting waiting = m_waiting.take(first.id);
    waiting.as ? retryAs(waiting.task, *waiting.as) : retry(waiting.task);
}

void FixRunner::retry(const TaskId &id)
{
    whenAnswered(this, m_queue.retry(id, true), [this](const VerbAnswer &answer) {
        if (answer.refusal)
            emit told(reasonText(*answer.refusal));
    });
}

// One editor a file, however many tasks want it changed.
void FixRunner::openFile(const Task &task, const Fix &fix)
{
    const QList<FileEditor *> open = m_window->findChildren<FileEditor *>();
    const auto same = std::find_if(open.begin(), open.end(),
        [&fix](const FileEditor *each) { return each->isVisible() && each->path() == fix.file; });
    FileEditor *editor = same != open.end() ? *same : new FileEditor(fix.file, m_window);
    if (same == open.end())
        connect(editor, &FileEditor::retryAsked, this, &FixRunner::retry);
    editor->showFailure(
        task.id, errorSentence(*task.error), task.error->place.value_or(DockerfilePlace{}));
    editor->setRetriable(isRetriable(task));
    editor->show();
    editor->raise();
    editor->activateWindow();
}

void FixRunner::tellEditors(const Task &task)
{
    for (FileEditor *editor : m_window->findChildren<FileEditor *>()) {
        if (editor->task() == task.id)
            editor->setRetriable(isRetriable(task));
    }
}

void FixRunner::act(const Task &task, const HostAction &action)
{
    whenAnswered(
        this, m_queue.perform(action), [this, id = task.id](const HostActionAnswer &answer) {
            if (!answer.words.isEmpty())
                emit told(sentenceText(answer.words));
            else if (!answer.done)
                emit told(tr("That did not work."));
            const auto now = m_queue.task(id);
            if (answer.done && now && now->status != TaskStatus::Cancelled)
                whenAnswered(this, m_queue.retry(id, true), [](const VerbAnswer &) {});
        });
}

void FixRunner::askForName(const Task &task)
{
    const auto &push = std::get<DockerPush>(task.spec);
    auto *dialog = new QInputDialog(m_window);
    dialog->setObjectName(u"retagDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Push under another name"));
    dialog->setLabelText(tr("The image gets this name too, and is pushed under it:"));
    dialog->setTextValue(fullImageName(push.imageName, push.tag));
    dialog->setOkButtonText(tr("Push"));
    connect(dialog, &QInputDialog::textValueSelected, this,
        [this, task](const QString &name) { pushAs(task, name.trimmed()); });
    dialog->open();
}

void FixRunner::pushAs(const Task &task, const QString &name)
{
    Sentence why;
    if (!parseImageReference(name, &why)) {
        emit told(sentenceText(why));
        return;
    }
    const auto &push = std::get<DockerPush>(task.spec);
    TaskDraft tag{ DockerTag{ fullImageName(push.imageName, push.tag), name }, {}, {} };
    tag.options.host = task.options.host;
    TaskDraft again{ task.spec, task.options, {} };
    std::get<DockerPush>(again.spec).imageName = name;
    submitFirst(task.id, tag, again);
}

} // namespace slipway
