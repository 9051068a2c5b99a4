// The form of a container that runs.
#pragma once

#include "ui/submit/submit_form.h"

class QComboBox;

namespace slipway {

class RunForm : public SubmitForm {
    Q_OBJECT

public:
    explicit RunForm(QWidget *parent);

    QString title() const override;
    QList<TaskSpec> specs() const override;
    void fill(const TaskSpec &spec) override;
    std::optional<FieldError> wordError() const override;

private:
    QLineEdit *m_image;
    QLineEdit *m_command;
    QLineEdit *m_name;
    QLineEdit *m_network;
    QLineEdit *m_memory;
    QLineEdit *m_cpus;
    QLineEdit *m_user;
    QLineEdit *m_workingDir;
    QComboBox *m_restart;
    QPlainTextEdit *m_environment;
    QPlainTextEdit *m_ports;
    QPlainTextEdit *m_volumes;
    QCheckBox *m_detach;
    QCheckBox *m_remove;
};

} // namespace slipway
