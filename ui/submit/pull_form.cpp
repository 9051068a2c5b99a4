#include "ui/submit/pull_form.h"

#include "core/intake/name_list.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace slipway {

PullForm::PullForm(QWidget *parent)
    : SubmitForm(parent)
    , m_image(line(u"ghcr.io/acme/api:2.4"_s))
    , m_tag(line(u"latest"_s))
    , m_platform(new QComboBox(this))
    , m_allTags(check(tr("All tags of this name")))
{
    m_platform->setEditable(true);
    m_platform->addItems({ QString(), u"linux/amd64"_s, u"linux/arm64"_s, u"linux/arm/v7"_s });
    m_platform->lineEdit()->setPlaceholderText(tr("This engine’s own"));
    auto *layout = column();
    addField(layout, u"image_name"_s, tr("Image"), m_image,
        tr("Several? Paste a list: one task for each."));
    auto *pair = new QHBoxLayout;
    pair->setSpacing(16);
    addField(pair, u"tag"_s, tr("Tag, where the name has none"), m_tag);
    addField(pair, u"platform"_s, tr("Platform"), m_platform);
    layout->addLayout(pair);
    addField(layout, u"all_tags"_s, {}, m_allTags);
    setFocusProxy(m_image);
}

QString PullForm::title() const
{
    return tr("Pull images");
}

QList<TaskSpec> PullForm::specs() const
{
    QStringList names = namesIn(m_image->text());
    if (names.isEmpty())
        names << QString();
    QList<TaskSpec> specs;
    for (const QString &name : std::as_const(names)) {
        DockerPull pull;
        pull.imageName = name;
        if (!m_tag->text().trimmed().isEmpty())
            pull.tag = m_tag->text().trimmed();
        pull.platform = m_platform->currentText().trimmed();
        pull.allTags = m_allTags->isChecked();
        specs << pull;
    }
    return specs;
}

void PullForm::fill(const TaskSpec &spec)
{
    const auto *pull = std::get_if<DockerPull>(&spec);
    if (!pull)
        return;
    m_image->setText(pull->imageName);
    m_image->selectAll();
    m_tag->setText(pull->tag == DockerPull().tag ? QString() : pull->tag);
    m_platform->setCurrentText(pull->platform);
    m_allTags->setChecked(pull->allTags);
}

} // namespace slipway
