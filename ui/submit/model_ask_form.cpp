#include "ui/submit/model_ask_form.h"

#include "ui/submit/model_box.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace slipway {

ModelAskForm::ModelAskForm(QWidget *parent)
    : SubmitForm(parent)
    , m_model(new ModelBox(this))
    , m_prompt(lines(tr("Why does this build fail?")))
    , m_system(lines(tr("You answer in one paragraph.")))
    , m_maxTokens(new QSpinBox(this))
    , m_temperature(new QDoubleSpinBox(this))
    , m_format(new QComboBox(this))
    , m_images(lines(u"/home/me/screenshot.png"_s))
    , m_keepAlive(line(u"5m"_s))
{
    const OllamaRun defaults;
    m_prompt->setFixedHeight(5 * m_prompt->fontMetrics().lineSpacing() + 18);
    m_maxTokens->setRange(1, 1'000'000);
    m_maxTokens->setValue(defaults.maxTokens);
    m_temperature->setRange(0, 2);
    m_temperature->setSingleStep(0.1);
    m_temperature->setValue(defaults.temperature);
    for (QAbstractSpinBox *number : { static_cast<QAbstractSpinBox *>(m_maxTokens),
             static_cast<QAbstractSpinBox *>(m_temperature) })
        number->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_format->setEditable(true); // a JSON schema goes here, too
    m_format->addItems({ QString(), u"json"_s });
    m_format->lineEdit()->setPlaceholderText(tr("Text"));

    auto *layout = column();
    addField(layout, u"model_name"_s, tr("Model"), m_model);
    addField(layout, u"prompt"_s, tr("Question"), m_prompt);
    auto *texts = row(layout);
    addField(texts, u"system"_s, tr("How it is to answer"), m_system);
    addField(texts, u"images"_s, tr("Pictures, one file a line"), m_images);
    auto *numbers = row(layout);
    addField(numbers, u"max_tokens"_s, tr("Tokens at most"), m_maxTokens);
    addField(numbers, u"temperature"_s, tr("Temperature"), m_temperature);
    addField(numbers, u"format"_s, tr("Format"), m_format);
    addField(numbers, u"keep_alive"_s, tr("Keep it loaded for"), m_keepAlive);
    setFocusProxy(m_model);
}

QString ModelAskForm::title() const
{
    return tr("Ask a model");
}

QList<TaskSpec> ModelAskForm::specs() const
{
    OllamaRun ask;
    ask.modelName = m_model->name();
    ask.prompt = m_prompt->toPlainText();
    ask.logOf = m_logOf;
    ask.system = m_system->toPlainText();
    ask.maxTokens = m_maxTokens->value();
    ask.temperature = m_temperature->value();
    ask.format = m_format->currentText().trimmed();
    for (const QString &path : m_images->toPlainText().split(u'\n', Qt::SkipEmptyParts))
        ask.images << path.trimmed();
    ask.keepAlive = m_keepAlive->text().trimmed();
    return { ask };
}

void ModelAskForm::fill(const TaskSpec &spec)
{
    const auto *ask = std::get_if<OllamaRun>(&spec);
    if (!ask)
        return;
    m_model->setEditText(ask->modelName);
    m_prompt->setPlainText(ask->prompt);
    m_logOf = ask->logOf;
    m_system->setPlainText(ask->system);
    m_maxTokens->setValue(ask->maxTokens);
    m_temperature->setValue(ask->temperature);
    m_format->setCurrentText(ask->format);
    m_images->setPlainText(ask->images.join(u'\n'));
    m_keepAlive->setText(ask->keepAlive);
}

void ModelAskForm::know(const QList<HostState> &hosts)
{
    m_model->setModels(hosts);
}

} // namespace slipway
