#include "ui/submit/tag_form.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway {

TagForm::TagForm(QWidget *parent)
    : SubmitForm(parent)
    , m_source(line(u"acme/api:2.4"_s))
    , m_target(line(u"ghcr.io/acme/api:stable"_s))
{
    auto *layout = column();
    addField(layout, u"source_image"_s, tr("Image"), m_source);
    addField(layout, u"target_image"_s, tr("Its new name"), m_target,
        tr("The image keeps its old name too."));
    setFocusProxy(m_source);
}

QString TagForm::title() const
{
    return tr("Give an image another name");
}

QList<TaskSpec> TagForm::specs() const
{
    return { DockerTag{ m_source->text().trimmed(), m_target->text().trimmed() } };
}

void TagForm::fill(const TaskSpec &spec)
{
    const auto *tag = std::get_if<DockerTag>(&spec);
    if (!tag)
        return;
    m_source->setText(tag->sourceImage);
    m_target->setText(tag->targetImage);
}

} // namespace slipway
