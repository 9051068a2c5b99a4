// The form of a question to a model.
#pragma once

#include "ui/submit/submit_form.h"

class QComboBox;
class QDoubleSpinBox;
class QSpinBox;

namespace slipway {

class ModelBox;

class ModelAskForm : public SubmitForm {
    Q_OBJECT

public:
    explicit ModelAskForm(QWidget *parent);

    QString title() const override;
    QList<TaskSpec> specs() const override;
    void fill(const TaskSpec &spec) override;
    void know(const QList<HostState> &hosts) override;

private:
    ModelBox *m_model;
    QPlainTextEdit *m_prompt;
    QPlainTextEdit *m_system;
    QSpinBox *m_maxTokens;
    QDoubleSpinBox *m_temperature;
    QComboBox *m_format;
    QPlainTextEdit *m_images;
    QLineEdit *m_keepAlive;
    QString m_logOf; // has no field of its own: it comes with a task that is edited
};

} // namespace slipway
