// A login that docker keeps: in its config.json, or with a helper program that config.json names
// (`docker-credential-NAME get`). Read when it is needed, never kept.
//   https://docs.docker.com/reference/cli/docker/login/#credential-stores
#pragma once

#include <QJsonObject>
#include <QObject>

#include <functional>
#include <optional>

class QProcess;

namespace slipway {

struct RegistryLogin {
    QString user;
    QString password;
    QByteArray basic() const; // the value of the header Authorization
};

// Where a login for `server` is to be found.
struct LoginSource {
    QString helper; // "docker-credential-pass"; empty: `login` says all
    std::optional<RegistryLogin> login;
};
LoginSource loginSource(const QJsonObject &config, const QString &server);
std::optional<RegistryLogin> loginFromHelper(const QByteArray &output); // none: it has none for us

QJsonObject dockerConfig(); // of DOCKER_CONFIG, else ~/.docker

class SavedLogin : public QObject {
    Q_OBJECT

public:
    using Found = std::function<void(const std::optional<RegistryLogin> &)>;
    // `found` is called once, never inside the constructor, unless this is deleted first.
    SavedLogin(const QString &server, Found found, QObject *parent);
    ~SavedLogin() override;

private:
    void ask(const QString &helper);
    void tell(const std::optional<RegistryLogin> &login);

    QString m_server;
    Found m_found;
    QProcess *m_helper = nullptr;
};

} // namespace slipway
