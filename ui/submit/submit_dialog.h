// Adds tasks: a form for each type, checked while it is filled in, with the command it stands for.
#pragma once

#include "core/intake/brought.h"
#include "core/queue/queue_service.h"
#include "ui/submit/submit_form.h"

#include <QDialog>

class QListView;
class QPushButton;

namespace slipway {

class ChainForm;
class CheckLines;
class CommandBox;
class FillButton;
class OptionsRow;

class SubmitDialog : public QDialog {
    Q_OBJECT

public:
    // `templates`: the file they are kept in; empty: none are.
    explicit SubmitDialog(
        QueueService &queue, const QString &templates = {}, QWidget *parent = nullptr);

    void chooseType(TaskType type);
    void chooseChain();
    void fill(const TaskDraft &draft); // and chooses its type
    void retryOf(const TaskId &task); // what is filled in is no task of its own, but that one again
    void fill(const Brought &brought); // in one form where it can be, otherwise as steps

signals:
    void submitted(const QList<slipway::TaskId> &ids);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Then { Close, Stay };
    QWidget *makePage();
    QWidget *makeForms();
    SubmitForm *form() const;
    void showForm(int number);
    QList<TaskDraft> drafts() const;
    Brought held() const;
    void showProblem(const QString &sentence);
    QString commandsText(const QList<TaskDraft> &all) const;
    std::optional<FieldError> firstError() const;
    void refresh();
    void submit(Then then);
    QFuture<SubmitAnswer> retried();
    void answered(const SubmitAnswer &answer, Then then);

    QueueService &m_queue;
    QListView *m_types;
    QLabel *m_title;
    QList<SubmitForm *> m_forms; // one is visible
    ChainForm *m_chain; // the last of them
    FillButton *m_fill;
    int m_shown = 0;
    OptionsRow *m_options;
    CommandBox *m_command;
    CheckLines *m_checks; // of the first, where several are added
    QLabel *m_problem; // of what has no field here
    QPushButton *m_add;
    bool m_asking = false;
    TaskId m_retryOf; // null: none
};

} // namespace slipway
