#include "ui/submit/chain_form.h"

#include "ui/icons.h"
#include "ui/type_text.h"
#include "ui/widgets.h"

#include <QCheckBox>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int shownSteps = 4;

template <typename Spec> QString *imageField(Spec &spec)
{
    if constexpr (requires { spec.sourceImage; })
        return &spec.sourceImage;
    else if constexpr (requires { spec.image; })
        return &spec.image;
    else if constexpr (std::is_same_v<Spec, DockerPush>)
        return &spec.imageName;
    else
        return nullptr; // it makes an image, or knows of none
}

// What there is of an image once the step is done; empty: the same as before.
QString imageAfter(const TaskSpec &spec)
{
    if (const auto *build = std::get_if<DockerBuild>(&spec))
        return build->imageName.isEmpty() ? QString() : fullImageName(build->imageName, build->tag);
    if (const auto *pull = std::get_if<DockerPull>(&spec))
        return pull->imageName.isEmpty() ? QString() : fullImageName(pull->imageName, pull->tag);
    if (const auto *tag = std::get_if<DockerTag>(&spec))
        return tag->targetImage;
    return {};
}

} // namespace

ChainForm::ChainForm(QWidget *parent)
    : SubmitForm(parent)
    , m_list(new QListWidget(this))
    , m_up(new QPushButton(tr("Up"), this))
    , m_down(new QPushButton(tr("Down"), this))
    , m_remove(new QPushButton(tr("Remove step"), this))
    , m_add(new QPushButton(tr("Add a step"), this))
    , m_kinds(new QMenu(this))
    , m_inOrder(check(tr("Each step waits until the one above it has completed"), true))
    , m_stepTitle(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(makeList());
    m_inOrder->setObjectName(u"inOrder"_s);
    layout->addWidget(m_inOrder);
    enlarge(m_stepTitle, 1, QFont::DemiBold);
    layout->addWidget(m_stepTitle);
    connect(m_inOrder, &QCheckBox::toggled, this, &SubmitForm::changed);
    connect(m_list, &QListWidget::currentRowChanged, this, &ChainForm::select);
    setFocusProxy(m_list);
}

void ChainForm::setVisible(bool visible)
{
    if (visible && m_steps.isEmpty()) {
        for (TaskType type : { TaskType::DockerBuild, TaskType::DockerTag, TaskType::DockerPush,
                 TaskType::DockerRun })
            addStep({ emptySpec(type), {}, {} });
        m_list->setCurrentRow(0);
    }
    SubmitForm::setVisible(visible);
}

QWidget *ChainForm::makeList()
{
    m_list->setObjectName(u"steps"_s);
    m_list->setAccessibleName(tr("Steps"));
    m_list->setIconSize(QSize(16, 16));
    m_list->setFixedHeight(shownSteps * (fontMetrics().height() + 11) + 12);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_add->setObjectName(u"addStep"_s);
    m_add->setMenu(m_kinds);
    for (const FormEntry &entry : forms()) {
        QAction *kind = m_kinds->addAction(themedIcon(typeIcon(entry.type)), typeText(entry.type));
        connect(kind, &QAction::triggered, this, [this, type = entry.type] {
            addStep({ emptySpec(type), {}, {} });
            m_list->setCurrentRow(int(m_steps.size()) - 1);
        });
    }
    m_remove->setObjectName(u"removeStep"_s);
    m_up->setObjectName(u"stepUp"_s);
    m_down->setObjectName(u"stepDown"_s);
    connect(m_remove, &QPushButton::clicked, this, &ChainForm::removeStep);
    connect(m_up, &QPushButton::clicked, this, [this] { moveStep(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveStep(1); });
    auto *area = new QWidget(this);
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(6);
    for (QPushButton *button : { m_add, m_up, m_down, m_remove }) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto *layout = new QHBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_list, 1, Qt::AlignTop);
    layout->addLayout(buttons);
    return area;
}

QString ChainForm::title() const
{
    return tr("Several steps");
}

void ChainForm::addStep(const TaskDraft &draft)
{
    const TaskType type = typeOf(draft.spec);
    const auto entry = std::find_if(forms().begin(), forms().end(),
        [type](const FormEntry &each) { return each.type == type; });
    SubmitForm *form = entry->make(this);
    form->know(m_hosts);
    form->remember(type, m_used, m_images);
    form->fill(draft.spec);
    form->hide();
    layout()->addWidget(form);
    m_steps.append({ form, type, draft.options.host, {} });
    connect(form, &SubmitForm::changed, this, &ChainForm::stepChanged);
    m_list->addItem(new QListWidgetItem(themedIcon(typeIcon(type)), {}));
    stepChanged();
}

void ChainForm::removeStep()
{
    const int number = m_list->currentRow();
    if (m_steps.size() < 2 || number < 0)
        return;
    const Step step = m_steps.takeAt(number);
    step.form->hide();
    step.form->deleteLater();
    { // in between, its current row is that of a step no more
        const QSignalBlocker quiet(m_list);
        delete m_list->takeItem(number);
    }
    stepChanged();
}

void ChainForm::moveStep(int by)
{
    const int number = m_list->currentRow();
    const int to = number + by;
    if (number < 0 || to < 0 || to >= m_steps.size())
        return;
    m_steps.move(number, to);
    {
        const QSignalBlocker quiet(m_list);
        m_list->insertItem(to, m_list->takeItem(number));
        m_list->setCurrentRow(to);
    }
    stepChanged();
}

void ChainForm::select(int number)
{
    for (int each = 0; each < m_steps.size(); ++each)
        m_steps[each].form->setVisible(each == number);
    m_remove->setEnabled(m_steps.size() > 1 && number >= 0);
    m_up->setEnabled(number > 0);
    m_down->setEnabled(number >= 0 && number + 1 < m_steps.size());
    if (number >= 0)
        m_stepTitle->setText(tr("Step %1: %2").arg(number + 1).arg(m_steps[number].form->title()));
}

void ChainForm::stepChanged()
{
    if (m_offering)
        return;
    offerImages();
    tellSteps();
    emit changed();
}

// A field that is empty, or still holds what it was offered, follows.
void ChainForm::offerImages()
{
    m_offering = true;
    QString image;
    for (Step &step : m_steps) {
        TaskSpec spec = step.form->specs().first();
        QString *field = std::visit([](auto &each) { return imageField(each); }, spec);
        if (field && *field != image && (field->isEmpty() || *field == step.offered)) {
            *field = image;
            step.offered = image;
            step.form->fill(spec);
        }
        if (const QString after = imageAfter(spec); !after.isEmpty())
            image = after;
    }
    m_offering = false;
}

void ChainForm::tellSteps()
{
    for (int number = 0; number < m_steps.size(); ++number) {
        const Step &step = m_steps[number];
        const QString name = displayName(step.form->specs().first());
        const QString kind = typeText(step.type);
        m_list->item(number)->setText(errorOf(step) && name.trimmed().isEmpty()
                ? tr("%1. %2").arg(number + 1).arg(kind)
                : tr("%1. %2: %3").arg(number + 1).arg(kind, name));
    }
    select(m_list->currentRow());
}

QList<TaskSpec> ChainForm::specs() const
{
    QList<TaskSpec> all;
    for (const Step &step : m_steps)
        all << step.form->specs().first();
    return all;
}

QList<TaskDraft> ChainForm::drafts(const TaskOptions &options) const
{
    QList<TaskDraft> all;
    for (const Step &step : m_steps) {
        TaskDraft draft{ step.form->specs().first(), options, step.form->secret() };
        if (!step.host.isEmpty())
            draft.options.host = step.host;
        draft.options.key = u"step%1"_s.arg(all.size() + 1);
        if (isInOrder() && !all.isEmpty())
            draft.options.after << all.last().options.key;
        all << draft;
    }
    return all;
}

bool ChainForm::isInOrder() const
{
    return m_inOrder->isChecked();
}

void ChainForm::fill(const TaskSpec &spec)
{
    setSteps({ { { spec, {}, {} } }, true });
}

void ChainForm::setSteps(const Brought &steps)
{
    for (const Step &step : std::as_const(m_steps)) {
        step.form->hide();
        step.form->deleteLater();
    }
    m_steps.clear();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
    }
    m_inOrder->setChecked(steps.inOrder);
    for (const TaskDraft &draft : steps.drafts)
        addStep(draft);
    m_list->setCurrentRow(0);
}

void ChainForm::know(const QList<HostState> &hosts)
{
    m_hosts = hosts;
    for (const Step &step : std::as_const(m_steps))
        step.form->know(hosts);
}

void ChainForm::remember(TaskType, const UsedValues &used, const QStringList &images)
{
    m_used = used;
    m_images = images;
    for (const Step &step : std::as_const(m_steps))
        step.form->remember(step.type, used, images);
}

std::optional<FieldError> ChainForm::errorOf(const Step &step) const
{
    const auto inWords = step.form->wordError();
    return inWords ? inWords : validate(step.form->specs().first());
}

int ChainForm::wrongStep() const
{
    for (int number = 0; number < m_steps.size(); ++number) {
        if (errorOf(m_steps[number]))
            return number;
    }
    return -1;
}

std::optional<FieldError> ChainForm::wordError() const
{
    const int number = wrongStep();
    return number < 0 ? std::nullopt : errorOf(m_steps[number]);
}

void ChainForm::forgetSecret()
{
    for (const Step &step : std::as_const(m_steps))
        step.form->forgetSecret();
}

void ChainForm::showError(const std::optional<FieldError> &error, bool all)
{
    const int wrong = wrongStep();
    for (int number = 0; number < m_steps.size(); ++number)
        m_steps[number].form->showError(number == wrong ? error : std::nullopt, all);
    if (all && wrong >= 0)
        m_list->setCurrentRow(wrong);
}

bool ChainForm::focusField(const QString &name)
{
    const int number = m_list->currentRow();
    return number >= 0 && m_steps[number].form->focusField(name);
}

} // namespace slipway
