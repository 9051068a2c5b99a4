// The form of a pull: one image, or a list of them as one task each.
#pragma once

#include "ui/submit/submit_form.h"

class QComboBox;

namespace slipway {

class PullForm : public SubmitForm {
    Q_OBJECT

public:
    explicit PullForm(QWidget *parent);

    QString title() const override;
    QList<TaskSpec> specs() const override;
    void fill(const TaskSpec &spec) override;

private:
    QLineEdit *m_image;
    QLineEdit *m_tag;
    QComboBox *m_platform;
    QCheckBox *m_allTags;
};

} // namespace slipway
