#include "ui/submit/submit_dialog.h"

#include "core/docker/docker_command.h"
#include "ui/sentence_text.h"
#include "ui/submit/again.h"
#include "ui/submit/chain_form.h"
#include "ui/submit/check_lines.h"
#include "ui/submit/fill_button.h"
#include "ui/submit/options_row.h"
#include "ui/submit/type_list.h"
#include "ui/submit/used_values.h"
#include "ui/widgets.h"

#include <QFutureWatcher>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int lookedThrough = 1000; // tasks, for what was written before

// Several pulls are one form with a list of names, where they differ in nothing else.
std::optional<TaskDraft> asOne(const QList<TaskDraft> &drafts)
{
    if (drafts.size() == 1)
        return drafts.first();
    QStringList names;
    TaskDraft one = drafts.first();
    auto *images = std::get_if<DockerPull>(&one.spec);
    auto *models = std::get_if<OllamaPull>(&one.spec);
    for (TaskDraft each : drafts) {
        QString *name = nullptr;
        if (auto *pull = std::get_if<DockerPull>(&each.spec); pull && images)
            name = &pull->imageName;
        else if (auto *model = std::get_if<OllamaPull>(&each.spec); model && models)
            name = &model->modelName;
        if (!name)
            return std::nullopt;
        names << std::exchange(*name, images ? images->imageName : models->modelName);
        if (each.spec != one.spec || each.options != one.options)
            return std::nullopt;
    }
    (images ? images->imageName : models->modelName) = names.join(u' ');
    return one;
}

// The host is each step's own.
TaskOptions sharedOptions(const QList<TaskDraft> &drafts)
{
    TaskOptions options = drafts.first().options;
    options.host.clear();
    return options;
}

} // namespace

SubmitDialog::SubmitDialog(QueueService &queue, const QString &templates, QWidget *parent)
    : QDialog(parent)
    , m_queue(queue)
    , m_types(new TypeList(this))
    , m_title(new QLabel(this))
    , m_chain(nullptr)
    , m_fill(new FillButton(
          queue, templates, [this] { return held(); }, this))
    , m_options(nullptr)
    , m_command(new CommandBox(this))
    , m_checks(new CheckLines(queue, this))
    , m_problem(new QLabel(this))
    , m_add(new QPushButton(tr("Add to queue"), this))
{
    setObjectName(u"submitDialog"_s);
    setWindowTitle(tr("Add a task"));
    resize(880, 720);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_types);
    layout->addWidget(makePage(), 1);

    connect(m_types->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) { showForm(current.row()); });
    connect(m_add, &QPushButton::clicked, this, [this] { submit(Then::Close); });
    connect(m_fill, &FillButton::chosen, this, qOverload<const Brought &>(&SubmitDialog::fill));
    connect(m_fill, &FillButton::told, this, &SubmitDialog::showProblem);
    const auto know = [this] {
        const QList<HostState> hosts = m_queue.hosts();
        QStringList images;
        for (const HostState &host : hosts)
            images += host.images;
        const UsedValues used(m_queue.newest(lookedThrough));
        for (qsizetype number = 0; number < m_forms.size(); ++number) {
            m_forms[number]->know(hosts);
            m_forms[number]->remember(forms()[qMin(number, forms().size() - 1)].type, used, images);
        }
    };
    connect(&m_queue, &QueueService::hostsChanged, this, know);
    know();
    m_queue.refreshHosts();
    chooseType(forms().first().type);
}

QWidget *SubmitDialog::makePage()
{
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
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);

    auto *page = new QWidget(this);
    page->setObjectName(u"submitPage"_s);
    page->setAttribute(Qt::WA_StyledBackground);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_fill);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    buttons->addWidget(softLabel(tr("Ctrl+Enter adds and keeps this open"), page), 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_add);
    auto *right = new QVBoxLayout(page);
    right->setContentsMargins(26, 20, 18, 20);
    right->setSpacing(12);
    right->addLayout(head);
    right->addWidget(makeForms(), 1);
    right->addWidget(m_problem);
    right->addWidget(m_checks);
    right->addWidget(m_command);
    right->addLayout(buttons);
    return page;
}

QWidget *SubmitDialog::makeForms()
{
    auto *area = new QScrollArea(this);
    area->setObjectName(u"plain"_s);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(area);
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 8, 0);
    inner->setSpacing(14);
    for (const FormEntry &entry : forms())
        m_forms << entry.make(content);
    m_chain = new ChainForm(content);
    m_forms << m_chain;
    for (SubmitForm *form : std::as_const(m_forms)) {
        form->hide();
        inner->addWidget(form);
        connect(form, &SubmitForm::changed, this, &SubmitDialog::refresh);
    }
    m_options = new OptionsRow(content);
    inner->addWidget(m_options);
    inner->addStretch(1);
    area->setWidget(content);
    return area;
}

SubmitForm *SubmitDialog::form() const
{
    return m_forms.at(m_shown);
}

void SubmitDialog::showForm(int number)
{
    m_checks->clear();
    form()->hide();
    m_shown = number;
    form()->show();
    m_title->setText(form()->title());
    m_fill->setType(form() == m_chain ? std::nullopt : std::optional(forms()[number].type));
    const bool isChain = form() == m_chain;
    const TaskType type = forms()[isChain ? 0 : number].type;
    m_options->know(type == TaskType::OllamaPull || type == TaskType::OllamaRun ? HostKind::Ollama
                                                                                : HostKind::Docker,
        m_queue.hosts());
    m_options->offer(isChain ? TaskOptions() : optionsOf(m_queue.limits().defaults.value(type)));
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

void SubmitDialog::chooseChain()
{
    m_types->setCurrentIndex(m_types->model()->index(int(m_forms.size()) - 1, 0));
}

void SubmitDialog::fill(const TaskDraft &draft)
{
    chooseType(typeOf(draft.spec));
    form()->fill(draft.spec);
    m_options->show(optionsAgain(draft.options));
    refresh();
}

void SubmitDialog::fill(const Brought &brought)
{
    if (brought.drafts.isEmpty())
        return;
    if (const auto one = asOne(brought.drafts))
        return fill(*one);
    chooseChain();
    m_chain->setSteps(brought);
    m_options->show(sharedOptions(brought.drafts));
    refresh();
}

QList<TaskDraft> SubmitDialog::drafts() const
{
    return form()->drafts(m_options->options());
}

// What a template keeps: as filled in, for steps without the links that submitting gives them.
Brought SubmitDialog::held() const
{
    Brought held{ drafts(), form() == m_chain && m_chain->isInOrder() };
    for (TaskDraft &draft : held.drafts) {
        draft.secret.clear();
        draft.options.key.clear();
        draft.options.after.clear();
    }
    return held;
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
    m_command->setCommand(named ? commandsText(all) : QString());
    m_checks->setDraft(error ? std::nullopt : std::optional(all.first()));
    m_add->setText(all.size() > 1 ? tr("Add %1 tasks").arg(all.size()) : tr("Add to queue"));
}

QString SubmitDialog::commandsText(const QList<TaskDraft> &all) const
{
    if (form() == m_chain) {
        QStringList commands;
        for (const TaskDraft &draft : all)
            commands << commandLine(draft.spec);
        return commands.join(m_chain->isInOrder() ? u" && "_s : u"; "_s);
    }
    const QString command = commandLine(all.first().spec);
    return all.size() == 1 ? command : tr("%1   and %2 more").arg(command).arg(all.size() - 1);
}

void SubmitDialog::showProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->show();
}

void SubmitDialog::submit(Then then)
{
    if (m_asking)
        return;
    if (const auto error = firstError()) {
        form()->showError(error, true);
        if (!form()->focusField(error->field))
            showProblem(reasonText(*error));
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
    answer->setFuture(m_retryOf.isNull() ? m_queue.submit(drafts()) : retried());
}

void SubmitDialog::retryOf(const TaskId &task)
{
    m_retryOf = task;
}

QFuture<SubmitAnswer> SubmitDialog::retried()
{
    return m_queue.retryAs(m_retryOf, drafts().first())
        .then([id = m_retryOf](const VerbAnswer &answer) {
            SubmitAnswer same;
            same.refusal = answer.refusal;
            if (!answer.refusal)
                same.ids = { id };
            return same;
        });
}

void SubmitDialog::answered(const SubmitAnswer &answer, Then then)
{
    if (answer.refusal) {
        form()->showError(FieldError{ answer.refusal->code, answer.refusal->field,
                              answer.refusal->reason, answer.refusal->besideField },
            true);
        if (answer.refusal->field.isEmpty() || !form()->focusField(answer.refusal->field))
            showProblem(reasonText(*answer.refusal));
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
