// The form that gives an image another name.
#pragma once

#include "ui/submit/submit_form.h"

namespace slipway {

class TagForm : public SubmitForm {
    Q_OBJECT

public:
    explicit TagForm(QWidget *parent);

    QString title() const override;
    QList<TaskSpec> specs() const override;
    void fill(const TaskSpec &spec) override;

private:
    QLineEdit *m_source;
    QLineEdit *m_target;
};

} // namespace slipway
