#include "core/registry/saved_login.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway {
namespace {

constexpr auto helperLimit = 10s;

// Docker finds "https://host/v1/" for "host" too.
QString hostOf(QString key)
{
    key.remove(0, key.startsWith("https://"_L1) ? 8 : key.startsWith("http://"_L1) ? 7 : 0);
    return key.section(u'/', 0, 0);
}

template <typename Value> Value valueFor(const QJsonObject &table, const QString &server)
{
    if (const QJsonValue exact = table[server]; !exact.isUndefined())
        return exact;
    for (auto it = table.constBegin(); it != table.constEnd(); ++it) {
        if (hostOf(it.key()) == hostOf(server))
            return it.value();
    }
    return QJsonValue(QJsonValue::Undefined);
}

// An identity token ("<token>" as user) is no password.
std::optional<RegistryLogin> loginOf(const QString &user, const QString &password)
{
    if (user.isEmpty() || user == "<token>"_L1)
        return std::nullopt;
    return RegistryLogin{ user, password };
}

} // namespace

QByteArray RegistryLogin::basic() const
{
    return "Basic " + (user + u':' + password).toUtf8().toBase64();
}

LoginSource loginSource(const QJsonObject &config, const QString &server)
{
    QString helper = valueFor<QJsonValue>(config[u"credHelpers"].toObject(), server).toString();
    if (helper.isEmpty())
        helper = config[u"credsStore"].toString();
    if (!helper.isEmpty() && !helper.contains(u'/'))
        return { u"docker-credential-"_s + helper, std::nullopt };
    const QJsonValue entry = valueFor<QJsonValue>(config[u"auths"].toObject(), server);
    const QString text =
        QString::fromUtf8(QByteArray::fromBase64(entry[u"auth"].toString().toLatin1()));
    if (text.contains(u':') && entry[u"identitytoken"].toString().isEmpty())
        return { {}, loginOf(text.section(u':', 0, 0), text.section(u':', 1)) };
    return {};
}

std::optional<RegistryLogin> loginFromHelper(const QByteArray &output)
{
    const QJsonObject told = QJsonDocument::fromJson(output).object();
    return loginOf(told[u"Username"].toString(), told[u"Secret"].toString());
}

QJsonObject dockerConfig()
{
    QString folder = qEnvironmentVariable("DOCKER_CONFIG");
    if (folder.isEmpty())
        folder = QDir::homePath() + u"/.docker"_s;
    QFile file(folder + u"/config.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

SavedLogin::SavedLogin(const QString &server, Found found, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_found(std::move(found))
{
    const LoginSource source = loginSource(dockerConfig(), server);
    if (!source.helper.isEmpty())
        ask(source.helper);
    else
        QTimer::singleShot(0, this, [this, login = source.login] { tell(login); });
}

// QProcess waits for its child when it is deleted: not for one that was told to die, for long.
SavedLogin::~SavedLogin()
{
    if (m_helper)
        m_helper->disconnect(this);
    if (m_helper && m_helper->state() != QProcess::NotRunning)
        m_helper->kill();
}

void SavedLogin::ask(const QString &helper)
{
    m_helper = new QProcess(this);
    connect(m_helper, &QProcess::started, this, [this] {
        m_helper->write(m_server.toUtf8());
        m_helper->closeWriteChannel();
    });
    connect(m_helper, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        const bool told = status == QProcess::NormalExit && code == 0;
        tell(told ? loginFromHelper(m_helper->readAllStandardOutput()) : std::nullopt);
    });
    connect(
        m_helper, &QProcess::errorOccurred, this,
        [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                tell(std::nullopt);
        },
        Qt::QueuedConnection);
    QTimer::singleShot(helperLimit, m_helper, &QProcess::kill);
    m_helper->start(helper, { u"get"_s });
}

void SavedLogin::tell(const std::optional<RegistryLogin> &login)
{
    if (const Found found = std::exchange(m_found, {}))
        found(login);
}

} // namespace slipway
