// Several tasks as the steps of one piece of work: build, tag, push, run. Each step has the form of
// its type; the image a step leaves behind is offered to those after it.
#pragma once

#include "core/intake/brought.h"
#include "ui/submit/submit_form.h"
#include "ui/submit/used_values.h"

class QListWidget;
class QMenu;
class QPushButton;

namespace slipway {

class ChainForm : public SubmitForm {
    Q_OBJECT

public:
    explicit ChainForm(QWidget *parent);

    QString title() const override;
    QList<TaskSpec> specs() const override;
    QList<TaskDraft> drafts(const TaskOptions &options) const override;
    void fill(const TaskSpec &spec) override; // as the only step
    void setSteps(const Brought &steps);
    bool isInOrder() const;
    void know(const QList<HostState> &hosts) override;
    void remember(TaskType type, const UsedValues &used, const QStringList &images) override;
    std::optional<FieldError> wordError() const override; // of the first step that has one
    void forgetSecret() override;
    void showError(const std::optional<FieldError> &error, bool all) override;
    bool focusField(const QString &name) override;
    void setVisible(bool visible) override; // its usual steps are made when it is first seen

private:
    struct Step {
        SubmitForm *form;
        TaskType type;
        QString host;
        QString offered; // what its image field was given; one that a person wrote stays
    };
    QWidget *makeList();
    void addStep(const TaskDraft &draft);
    void removeStep();
    void moveStep(int by);
    void select(int number);
    void stepChanged();
    void offerImages();
    void tellSteps();
    int wrongStep() const; // -1: none
    std::optional<FieldError> errorOf(const Step &step) const;

    QListWidget *m_list;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_remove;
    QPushButton *m_add;
    QMenu *m_kinds;
    QCheckBox *m_inOrder;
    QLabel *m_stepTitle;
    QList<Step> m_steps;
    QList<HostState> m_hosts;
    UsedValues m_used;
    QStringList m_images;
    bool m_offering = false;
};

} // namespace slipway
