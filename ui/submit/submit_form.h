// The fields of one task type. To offer another type, write one of these and name it in forms().
#pragma once

#include "core/host/host.h"
#include "core/task/task_spec.h"

#include <QHash>
#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace slipway {

class UsedValues;

class SubmitForm : public QWidget {
    Q_OBJECT

public:
    explicit SubmitForm(QWidget *parent);

    virtual QString title() const = 0; // "Pull images"
    virtual QList<TaskSpec> specs() const = 0; // one or more, as the fields stand
    virtual QList<TaskDraft> drafts(
        const TaskOptions &options) const; // of specs(), each with these
    virtual void fill(const TaskSpec &spec) = 0;
    virtual void know(const QList<HostState> &) { } // what engines and servers have to choose from
    // What was written here before, and the images there are: offered by its fields.
    virtual void remember(TaskType type, const UsedValues &used, const QStringList &images);
    // What is wrong with the words themselves, before they can be a spec.
    virtual std::optional<FieldError> wordError() const { return std::nullopt; }
    // What the task needs and must never be part of: it goes beside the spec.
    virtual QByteArray secret() const { return {}; }
    virtual void forgetSecret() { }

    // Shows the reason at its field, and takes all others away. An empty field that was not
    // touched yet is not scolded unless `all`.
    virtual void showError(const std::optional<FieldError> &error, bool all);
    virtual bool focusField(const QString &name);
    QString shownError(const QString &name) const;
    // Values a person may want in a field, the likeliest first: offered while it is typed in.
    void offer(const QString &name, const QStringList &values);

signals:
    void changed();

protected:
    // `name`: the field as the JSON form spells it. The label stands above, the hint below.
    void addField(QBoxLayout *layout, const QString &name, const QString &label, QWidget *editor,
        const QString &hint = {}, QWidget *beside = nullptr);
    QVBoxLayout *column(); // of the whole form: fields one below the other
    QHBoxLayout *row(QVBoxLayout *layout); // fields side by side
    QLineEdit *line(const QString &example = {});
    QPlainTextEdit *lines(const QString &example); // one thing a line
    QCheckBox *check(const QString &text, bool on = false);
    void setHint(const QString &name, const QString &hint); // may hold links
    virtual void hintChosen(const QString &, const QString &) { } // name, and a link of its hint

private:
    struct Field {
        QWidget *editor;
        QLabel *note;
        QString hint;
        bool touched = false;
    };
    void setNote(Field &field, const QString &text, bool wrong);

    QHash<QString, Field> m_fields;
};

struct FormEntry {
    TaskType type;
    SubmitForm *(*make)(QWidget *parent);
};

const QList<FormEntry> &forms(); // in the order they are offered

} // namespace slipway
