// Adds tasks: a form for each type, checked while it is filled in, with the command it stands for.
#pragma once

#include "core/queue/queue_service.h"
#include "ui/submit/submit_form.h"

#include <QDialog>

class QListView;
class QPushButton;
class QSpinBox;

namespace slipway {

class CheckLines;
class CommandBox;

class SubmitDialog : public QDialog {
    Q_OBJECT

public:
    explicit SubmitDialog(QueueService &queue, QWidget *parent = nullptr);

    void chooseType(TaskType type);
    void fill(const TaskDraft &draft); // and chooses its type

signals:
    void submitted(const QList<slipway::TaskId> &ids);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Then { Close, Stay };
    QWidget *options();
    SubmitForm *form() const;
    void showForm(int number);
    QList<TaskDraft> drafts() const;
    std::optional<FieldError> firstError() const;
    void refresh();
    void submit(Then then);
    void answered(const SubmitAnswer &answer, Then then);

    QueueService &m_queue;
    QListView *m_types;
    QLabel *m_title;
    QList<SubmitForm *> m_forms; // one is visible
    int m_shown = 0;
    QLineEdit *m_labels;
    QSpinBox *m_priority;
    QSpinBox *m_retries;
    QSpinBox *m_minutes; // 0 = no limit
    CommandBox *m_command;
    CheckLines *m_checks; // of the first, where several are added
    QLabel *m_problem; // of what has no field here
    QPushButton *m_add;
    bool m_asking = false;
};

} // namespace slipway
