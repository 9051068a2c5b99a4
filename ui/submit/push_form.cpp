#include "ui/submit/push_form.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway {

PushForm::PushForm(QWidget *parent)
    : SubmitForm(parent)
    , m_image(line(u"ghcr.io/acme/api:2.4"_s))
    , m_tag(line(u"latest"_s))
    , m_allTags(check(tr("All tags of this name")))
{
    auto *layout = column();
    addField(layout, u"image_name"_s, tr("Image"), m_image,
        tr("Its name begins with the registry. Without one it goes to Docker Hub."));
    addField(layout, u"tag"_s, tr("Tag, where the name has none"), m_tag);
    addField(layout, u"all_tags"_s, {}, m_allTags);
    setFocusProxy(m_image);
}

QString PushForm::title() const
{
    return tr("Push an image");
}

QList<TaskSpec> PushForm::specs() const
{
    DockerPush push;
    push.imageName = m_image->text().trimmed();
    if (!m_tag->text().trimmed().isEmpty())
        push.tag = m_tag->text().trimmed();
    push.allTags = m_allTags->isChecked();
    return { push };
}

void PushForm::fill(const TaskSpec &spec)
{
    const auto *push = std::get_if<DockerPush>(&spec);
    if (!push)
        return;
    m_image->setText(push->imageName);
    m_image->selectAll();
    m_tag->setText(push->tag == DockerPush().tag ? QString() : push->tag);
    m_allTags->setChecked(push->allTags);
}

} // namespace slipway
