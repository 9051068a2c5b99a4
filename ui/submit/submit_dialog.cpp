#include "ui/submit/submit_dialog.h"

#include "core/docker/docker_command.h"
#include "ui/submit/check_lines.h"
#include "ui/submit/type_list.h"
#include "ui/widgets.h"

#include <QFutureWatcher>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway {

SubmitDialog::SubmitDialog(QueueService &queue, QWidget *parent)
    : QDialog(parent)
    , m_queue(queue)
    , m_types(new TypeList(this))
    , m_title(new QLabel(this))
    , m_command(new CommandBox(this))
    , m_checks(new CheckLines(queue, this))
    , m_problem(new QLabel(this))
    , m_add(new QPushButton(tr("Add to queue"), this))
{
    setObjectName(u"submitDialog"_s);
    setWindowTitle(tr("Add a task"));
    resize(860, 640);
    enlarge(m_title, 4, QFont::DemiBold);
    m_problem->setObjectName(u"problem"_s);
    m_problem->setProperty("tone", u"error"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_add->setObjectName(u"addToQueue"_s);
    m_add->setProperty("primary", true);
    m_add->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"cancelDialog"_s);
    cancel->setAutoDefault(false);

    auto *area = new QScrollArea(this);
    area->setObjectName(u"plain"_s);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(area);
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 8, 0);
    inner->setSpacing(14);
    for (const FormEntry &entry : forms()) {
        m_forms << entry.make(content);
        m_forms.last()->hide();
        inner->addWidget(m_forms.last());
        connect(m_forms.last(), &SubmitForm::changed, this, &SubmitDialog::refresh);
    }
    inner->addWidget(options());
    inner->addStretch(1);
    area->setWidget(content);

    auto *page = new QWidget(this);
    page->setObjectName(u"submitPage"_s);
    page->setAttribute(Qt::WA_StyledBackground);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    buttons->addWidget(softLabel(tr("Ctrl+Enter adds and keeps this open"), page), 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_add);
    auto *right = new QVBoxLayout(page);
    right->setContentsMargins(26, 20, 18, 20);
    right->setSpacing(12);
    right->addWidget(m_title);
    right->addWidget(area, 1);
    right->addWidget(m_problem);
    right->addWidget(m_checks);
    right->addWidget(m_command);
    right->addLayout(buttons);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_types);
    layout->addWidget(page, 1);

    connect(m_types->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) { showForm(current.row()); });
    connect(m_add, &QPushButton::clicked, this, [this] { submit(Then::Close); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    const auto know = [this] {
        for (SubmitForm *each : std::as_const(m_forms))
            each->know(m_queue.hosts());
    };
    connect(&m_queue, &QueueService::hostsChanged, this, know);
    know();
    chooseType(forms().first().type);
}

QWidget *SubmitDialog::options()
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    const TaskOptions defaults;
    m_labels = new QLineEdit(box);
    m_labels->setPlaceholderText(u"nightly"_s);
    m_priority = new QSpinBox(box);
    m_priority->setRange(-100, 100);
    m_retries = new QSpinBox(box);
    m_retries->setRange(0, 100);
    m_retries->setValue(defaults.maxRetries);
    m_minutes = new QSpinBox(box);
    m_minutes->setRange(0, 10'000);
    m_minutes->setSpecialValueText(tr("none"));
    for (QSpinBox *number : { m_priority, m_retries, m_minutes })
        number->setButtonSymbols(QAbstractSpinBox::NoButtons);
    int column = 0;
    const auto add = [&](const QString &label, QWidget *editor, const QString &name) {
        QLabel *above = softLabel(label, box);
        enlarge(above, 0, QFont::DemiBold);
        above->setBuddy(editor);
        editor->setObjectName(name);
        editor->setAccessibleName(label);
        grid->addWidget(above, 0, column);
        grid->addWidget(editor, 1, column);
        grid->setColumnStretch(column++, editor == m_labels ? 2 : 1);
    };
    add(tr("Labels"), m_labels, u"tags"_s);
    add(tr("Priority"), m_priority, u"priority"_s);
    add(tr("Retries"), m_retries, u"max_retries"_s);
    add(tr("Time limit in minutes"), m_minutes, u"timeout_minutes"_s);
    return box;
}

SubmitForm *SubmitDialog::form() const
{
    return m_forms.at(m_shown);
}

void SubmitDialog::showForm(int number)
{
    form()->hide();
    m_shown = number;
    form()->show();
    m_title->setText(form()->title());
    refresh();
    form()->setFocus();
}

void SubmitDialog::chooseType(TaskType type)
{
    for (int number = 0; number < int(forms().size()); ++number) {
        if (forms()[number].type == type)
            m_types->setCurrentIndex(m_types->model()->index(number, 0));
    }
}

void SubmitDialog::fill(const TaskDraft &draft)
{
    chooseType(typeOf(draft.spec));
    form()->fill(draft.spec);
    m_labels->setText(draft.options.tags.join(u", "_s));
    m_priority->setValue(draft.options.priority);
    m_retries->setValue(draft.options.maxRetries);
    m_minutes->setValue((draft.options.timeoutSeconds.value_or(0) + 59) / 60);
    refresh();
}

QList<TaskDraft> SubmitDialog::drafts() const
{
    static const QRegularExpression between(u"[\\s,;]+"_s);
    TaskOptions options;
    options.tags = m_labels->text().split(between, Qt::SkipEmptyParts);
    options.priority = m_priority->value();
    options.maxRetries = m_retries->value();
    if (m_minutes->value() > 0)
        options.timeoutSeconds = m_minutes->value() * 60;
    QList<TaskDraft> drafts;
    for (const TaskSpec &spec : form()->specs())
        drafts.append({ spec, options, form()->secret() });
    return drafts;
}

std::optional<FieldError> SubmitDialog::firstError() const
{
    if (const auto error = form()->wordError())
        return error;
    for (const TaskDraft &draft : drafts()) {
        if (const auto error = validate(draft.spec))
            return error;
        if (const auto error = validate(draft.options))
            return error;
    }
    return std::nullopt;
}

void SubmitDialog::refresh()
{
    const QList<TaskDraft> all = drafts();
    const auto error = firstError();
    form()->showError(error, false);
    m_problem->hide();
    const bool named = !error || error->code != ErrorCode::ValidationMissingRequired;
    QString command = named ? commandLine(all.first().spec) : QString();
    if (named && all.size() > 1)
        command = tr("%1   and %2 more").arg(command).arg(all.size() - 1);
    m_command->setCommand(command);
    m_checks->setDraft(error ? std::nullopt : std::optional(all.first()));
    m_add->setText(all.size() > 1 ? tr("Add %1 tasks").arg(all.size()) : tr("Add to queue"));
}

void SubmitDialog::submit(Then then)
{
    if (m_asking)
        return;
    if (const auto error = firstError()) {
        form()->showError(error, true);
        if (!form()->focusField(error->field)) {
            m_problem->setText(error->reason);
            m_problem->show();
        }
        return;
    }
    m_asking = true;
    m_add->setEnabled(false);
    auto *answer = new QFutureWatcher<SubmitAnswer>(this);
    connect(answer, &QFutureWatcher<SubmitAnswer>::finished, this, [this, answer, then] {
        answer->deleteLater();
        m_asking = false;
        m_add->setEnabled(true);
        if (answer->future().resultCount() > 0)
            answered(answer->result(), then);
    });
    answer->setFuture(m_queue.submit(drafts()));
}

void SubmitDialog::answered(const SubmitAnswer &answer, Then then)
{
    if (answer.refusal) {
        form()->showError(
            FieldError{ answer.refusal->code, answer.refusal->field, answer.refusal->reason },
            true);
        if (answer.refusal->field.isEmpty() || !form()->focusField(answer.refusal->field)) {
            m_problem->setText(answer.refusal->reason);
            m_problem->show();
        }
        return;
    }
    form()->forgetSecret();
    emit submitted(answer.ids);
    if (then == Then::Close) {
        accept();
        return;
    }
    form()->setFocus();
    if (auto *edit = qobject_cast<QLineEdit *>(focusWidget()))
        edit->selectAll();
}

void SubmitDialog::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        submit(Then::Stay);
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace slipway
