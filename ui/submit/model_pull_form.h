// The form of a model's download: one model, or a list of them as one task each.
#pragma once

#include "ui/submit/submit_form.h"

namespace slipway {

class ModelBox;

class ModelPullForm : public SubmitForm {
    Q_OBJECT

public:
    explicit ModelPullForm(QWidget *parent);

    QString title() const override;
    QList<TaskSpec> specs() const override;
    void fill(const TaskSpec &spec) override;
    void know(const QList<HostState> &hosts) override;

private:
    ModelBox *m_model;
    QCheckBox *m_insecure;
};

} // namespace slipway
