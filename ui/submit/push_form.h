// The form of a push: one image, to the registry its name begins with.
#pragma once

#include "ui/submit/submit_form.h"

namespace slipway {

class PushForm : public SubmitForm {
    Q_OBJECT

public:
    explicit PushForm(QWidget *parent);

    QString title() const override;
    QList<TaskSpec> specs() const override;
    void fill(const TaskSpec &spec) override;

private:
    QLineEdit *m_image;
    QLineEdit *m_tag;
    QCheckBox *m_allTags;
};

} // namespace slipway
