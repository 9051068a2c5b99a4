#include "ui/submit/model_pull_form.h"

#include "core/intake/name_list.h"
#include "ui/submit/model_box.h"

#include <QCheckBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway {

ModelPullForm::ModelPullForm(QWidget *parent)
    : SubmitForm(parent)
    , m_model(new ModelBox(this))
    , m_insecure(check(tr("From a registry without a certificate (http)")))
{
    auto *layout = column();
    addField(layout, u"model_name"_s, tr("Model"), m_model,
        tr("Several? Paste a list: one task for each. A model that is there already is brought up "
           "to date."));
    addField(layout, u"insecure"_s, {}, m_insecure);
    setFocusProxy(m_model);
}

QString ModelPullForm::title() const
{
    return tr("Get a model");
}

QList<TaskSpec> ModelPullForm::specs() const
{
    QStringList names = namesIn(m_model->name());
    if (names.isEmpty())
        names << QString();
    QList<TaskSpec> specs;
    for (const QString &name : std::as_const(names))
        specs << OllamaPull{ name, m_insecure->isChecked() };
    return specs;
}

void ModelPullForm::fill(const TaskSpec &spec)
{
    const auto *pull = std::get_if<OllamaPull>(&spec);
    if (!pull)
        return;
    m_model->setEditText(pull->modelName);
    m_insecure->setChecked(pull->insecure);
}

void ModelPullForm::know(const QList<HostState> &hosts)
{
    m_model->setModels(hosts);
}

} // namespace slipway
