// The form of a build: a folder with a Dockerfile, and what becomes of it.
#pragma once

#include "ui/submit/submit_form.h"

class QComboBox;

namespace slipway {

class BuildForm : public SubmitForm {
    Q_OBJECT

public:
    explicit BuildForm(QWidget *parent);

    QString title() const override;
    QList<TaskSpec> specs() const override;
    void fill(const TaskSpec &spec) override;
    std::optional<FieldError> wordError() const override;
    void remember(TaskType type, const UsedValues &used, const QStringList &images) override;

private:
    void hintChosen(const QString &name, const QString &link) override;
    void browse();
    void readChoices();
    QString dockerfile() const;

    QLineEdit *m_context;
    QLineEdit *m_dockerfile;
    QLineEdit *m_image;
    QLineEdit *m_tag;
    QPlainTextEdit *m_buildArgs;
    QPlainTextEdit *m_secrets;
    QLineEdit *m_target;
    QComboBox *m_platform;
    QLineEdit *m_network;
    QCheckBox *m_noCache;
    QCheckBox *m_pull;
    QCheckBox *m_push;
};

} // namespace slipway
