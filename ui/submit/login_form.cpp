#include "ui/submit/login_form.h"

#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace slipway {

LoginForm::LoginForm(QWidget *parent)
    : SubmitForm(parent)
    , m_registry(line(tr("Docker Hub")))
    , m_username(line())
    , m_password(line())
{
    m_password->setEchoMode(QLineEdit::Password);
    auto *layout = column();
    addField(layout, u"registry"_s, tr("Registry"), m_registry, tr("For example ghcr.io."));
    auto *pair = row(layout);
    addField(pair, u"username"_s, tr("User name"), m_username);
    addField(pair, u"password"_s, tr("Password or access token"), m_password,
        tr("Slipway hands it to Docker and stores it nowhere."));
    setFocusProxy(m_registry);
}

QString LoginForm::title() const
{
    return tr("Log in to a registry");
}

std::optional<FieldError> LoginForm::wordError() const
{
    // A missing user name is said first, by the rules of the task itself.
    if (m_password->text().isEmpty() && !m_username->text().trimmed().isEmpty())
        return FieldError{ ErrorCode::ValidationInvalidParams, u"password"_s,
            tr("A login needs its password.") };
    return std::nullopt;
}

QList<TaskSpec> LoginForm::specs() const
{
    return { DockerLogin{ m_registry->text().trimmed(), m_username->text().trimmed() } };
}

QByteArray LoginForm::secret() const
{
    return m_password->text().toUtf8(); // spaces may be part of it
}

void LoginForm::forgetSecret()
{
    m_password->clear();
}

void LoginForm::fill(const TaskSpec &spec)
{
    const auto *login = std::get_if<DockerLogin>(&spec);
    if (!login)
        return;
    m_registry->setText(login->registry);
    m_username->setText(login->username);
    m_password->clear();
}

} // namespace slipway
