// The form of a login. Its password is no part of the task: see secret().
#pragma once

#include "ui/submit/submit_form.h"

namespace slipway {

class LoginForm : public SubmitForm {
    Q_OBJECT

public:
    explicit LoginForm(QWidget *parent);

    QString title() const override;
    QList<TaskSpec> specs() const override;
    void fill(const TaskSpec &spec) override;
    std::optional<FieldError> wordError() const override;
    QByteArray secret() const override;
    void forgetSecret() override;

private:
    QLineEdit *m_registry;
    QLineEdit *m_username;
    QLineEdit *m_password;
};

} // namespace slipway
