#include "ui/submit/submit_form.h"

#include "ui/sentence_text.h"
#include "ui/submit/build_form.h"
#include "ui/submit/login_form.h"
#include "ui/submit/model_ask_form.h"
#include "ui/submit/model_pull_form.h"
#include "ui/submit/pull_form.h"
#include "ui/submit/push_form.h"
#include "ui/submit/run_form.h"
#include "ui/submit/tag_form.h"
#include "ui/submit/used_values.h"
#include "ui/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QStringListModel>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

void setWrong(QWidget *editor, bool wrong)
{
    if (editor->property("wrong").toBool() == wrong)
        return;
    editor->setProperty("wrong", wrong);
    editor->style()->unpolish(editor);
    editor->style()->polish(editor);
}

bool isEmpty(const QWidget *editor)
{
    if (const auto *box = qobject_cast<const QComboBox *>(editor))
        return box->currentText().trimmed().isEmpty();
    if (const auto *many = qobject_cast<const QPlainTextEdit *>(editor))
        return many->toPlainText().trimmed().isEmpty();
    const auto *edit = qobject_cast<const QLineEdit *>(editor);
    return edit && edit->text().trimmed().isEmpty();
}

template <typename Form> SubmitForm *make(QWidget *parent)
{
    return new Form(parent);
}

} // namespace

const QList<FormEntry> &forms()
{
    static const QList<FormEntry> entries{
        { TaskType::DockerPull, make<PullForm> },
        { TaskType::DockerBuild, make<BuildForm> },
        { TaskType::DockerPush, make<PushForm> },
        { TaskType::DockerTag, make<TagForm> },
        { TaskType::DockerRun, make<RunForm> },
        { TaskType::DockerLogin, make<LoginForm> },
        { TaskType::OllamaPull, make<ModelPullForm> },
        { TaskType::OllamaRun, make<ModelAskForm> },
    };
    return entries;
}

SubmitForm::SubmitForm(QWidget *parent)
    : QWidget(parent)
{
}

QList<TaskDraft> SubmitForm::drafts(const TaskOptions &options) const
{
    QList<TaskDraft> drafts;
    for (const TaskSpec &spec : specs())
        drafts.append({ spec, options, secret() });
    return drafts;
}

void SubmitForm::addField(QBoxLayout *layout, const QString &name, const QString &label,
    QWidget *editor, const QString &hint, QWidget *beside)
{
    auto *box = new QVBoxLayout;
    box->setSpacing(4);
    if (!label.isEmpty()) {
        QLabel *above = softLabel(label, this);
        enlarge(above, 0, QFont::DemiBold);
        above->setBuddy(editor);
        box->addWidget(above);
        editor->setAccessibleName(label);
        if (const auto *combo = qobject_cast<QComboBox *>(editor); combo && combo->isEditable())
            combo->lineEdit()->setAccessibleName(label);
    }
    QLabel *note = softLabel(hint, this);
    note->setObjectName(name + u"Note"_s);
    note->setWordWrap(true);
    note->setVisible(!hint.isEmpty());
    note->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    note->setFocusPolicy(Qt::NoFocus); // until it holds a link
    connect(note, &QLabel::linkActivated, this,
        [this, name](const QString &link) { hintChosen(name, link); });
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(editor, 1);
    if (beside)
        line->addWidget(beside);
    box->addLayout(line);
    box->addWidget(note);
    box->addStretch(); // fields of a row stay level when one of them has a note
    layout->addLayout(box, qobject_cast<QHBoxLayout *>(layout) ? 1 : 0);
    m_fields.insert(name, { editor, note, hint });

    const auto touched = [this, name] {
        m_fields[name].touched = true;
        emit changed();
    };
    if (auto *edit = qobject_cast<QLineEdit *>(editor))
        connect(edit, &QLineEdit::textChanged, this, touched);
    else if (auto *many = qobject_cast<QPlainTextEdit *>(editor))
        connect(many, &QPlainTextEdit::textChanged, this, touched);
    else if (auto *box2 = qobject_cast<QComboBox *>(editor))
        connect(box2, &QComboBox::currentTextChanged, this, touched);
    else if (auto *whole = qobject_cast<QSpinBox *>(editor))
        connect(whole, &QSpinBox::valueChanged, this, touched);
    else if (auto *number = qobject_cast<QDoubleSpinBox *>(editor))
        connect(number, &QDoubleSpinBox::valueChanged, this, touched);
    else if (auto *tick = qobject_cast<QCheckBox *>(editor))
        connect(tick, &QCheckBox::toggled, this, touched);
    // Tests and people who look with tools find editors by the field's name.
    if (!qobject_cast<QPlainTextEdit *>(editor))
        editor->setObjectName(name);
}

void SubmitForm::offer(const QString &name, const QStringList &values)
{
    const auto field = m_fields.constFind(name);
    auto *edit = field == m_fields.cend() ? nullptr : qobject_cast<QLineEdit *>(field->editor);
    if (!edit || edit->echoMode() != QLineEdit::Normal)
        return;
    if (!edit->completer()) {
        auto *completer = new QCompleter(new QStringListModel(edit), edit);
        completer->setFilterMode(Qt::MatchContains);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        edit->setCompleter(completer);
    }
    static_cast<QStringListModel *>(edit->completer()->model())->setStringList(values);
}

void SubmitForm::remember(TaskType type, const UsedValues &used, const QStringList &images)
{
    for (const QString &name : m_fields.keys()) {
        QStringList values = used.of(type, name);
        if (namesAnImage(name))
            values += images;
        values.removeDuplicates();
        offer(name, values);
    }
}

void SubmitForm::setHint(const QString &name, const QString &hint)
{
    Field &field = m_fields[name];
    const bool shown = field.note->text() == field.hint;
    field.hint = hint;
    if (shown)
        setNote(field, hint, false);
}

QVBoxLayout *SubmitForm::column()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    return layout;
}

QHBoxLayout *SubmitForm::row(QVBoxLayout *layout)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(16);
    layout->addLayout(line);
    return line;
}

QLineEdit *SubmitForm::line(const QString &example)
{
    auto *edit = new QLineEdit(this);
    edit->setPlaceholderText(example);
    return edit;
}

QPlainTextEdit *SubmitForm::lines(const QString &example)
{
    auto *edit = new QPlainTextEdit(this);
    edit->setObjectName(u"field"_s); // as the style sheet knows it
    edit->setPlaceholderText(example);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(3 * edit->fontMetrics().lineSpacing() + 18);
    return edit;
}

QCheckBox *SubmitForm::check(const QString &text, bool on)
{
    auto *box = new QCheckBox(text, this);
    box->setChecked(on);
    return box;
}

void SubmitForm::setNote(Field &field, const QString &text, bool wrong)
{
    field.note->setText(text);
    field.note->setVisible(!text.isEmpty());
    field.note->setFocusPolicy(text.contains("<a "_L1) ? Qt::TabFocus : Qt::NoFocus);
    setTone(field.note, wrong ? u"error"_s : u"soft"_s);
    setWrong(field.editor, wrong);
}

void SubmitForm::showError(const std::optional<FieldError> &error, bool all)
{
    for (auto it = m_fields.begin(); it != m_fields.end(); ++it) {
        const bool here = error && error->field == it.key();
        const bool untouched = !it->touched || isEmpty(it->editor);
        if (here && (all || !untouched))
            setNote(*it, reasonText(*error), true);
        else
            setNote(*it, it->hint, false);
    }
}

bool SubmitForm::focusField(const QString &name)
{
    const auto field = m_fields.constFind(name);
    if (field == m_fields.cend())
        return false;
    field->editor->setFocus();
    return true;
}

QString SubmitForm::shownError(const QString &name) const
{
    const auto field = m_fields.constFind(name);
    const bool wrong = field != m_fields.cend() && field->editor->property("wrong").toBool();
    return wrong ? field->note->text() : QString();
}

} // namespace slipway
