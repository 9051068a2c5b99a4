#include "core/ollama/ollama_server.h"

#include "core/ollama/ollama_address.h"
#include "core/ollama/ollama_error.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway {
namespace {

constexpr auto watchInterval = 5s;
constexpr auto answerLimit = 3s; // a server that hangs takes the connection and says nothing

QStringList namesOf(const OllamaAnswer &answer)
{
    QStringList names;
    const QJsonArray models = answer.json[u"models"].toArray();
    for (const QJsonValue &model : models)
        names.append(model[u"name"].toString());
    return names;
}

} // namespace

OllamaServer::OllamaServer(QObject *parent)
    : HostMonitor(parent)
    , m_known([this](const QString &address) { ask(address); })
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_watch.setInterval(watchInterval);
    connect(&m_watch, &QTimer::timeout, this, &OllamaServer::refresh);
}

void OllamaServer::setChosenHost(const QString &host)
{
    const QString before = currentAddress();
    m_chosen = host;
    if (currentAddress() == before)
        return;
    if (m_watch.isActive())
        refresh();
    emit hostsChanged();
}

QString OllamaServer::currentAddress() const
{
    return m_chosen.isEmpty() ? currentOllamaAddress() : ollamaAddress(m_chosen);
}

QList<HostState> OllamaServer::hosts() const
{
    const QString address = currentAddress();
    HostState state = m_known.state(address);
    state.kind = HostKind::Ollama;
    state.address = address;
    state.name = address;
    return { state };
}

void OllamaServer::watch()
{
    m_watch.start();
    refresh();
}

void OllamaServer::refresh()
{
    m_known.askOnce(currentAddress());
}

void OllamaServer::whenKnown(
    const QString &address, QObject *context, std::function<void(const HostState &)> answer)
{
    m_known.whenKnown(address, context, std::move(answer));
}

void OllamaServer::forget(const QString &address)
{
    m_known.forget(address);
}

void OllamaServer::get(const QString &address, const QString &path, QObject *context,
    std::function<void(const OllamaAnswer &)> answer)
{
    QNetworkRequest request(ollamaUrl(address, path));
    request.setTransferTimeout(int(std::chrono::milliseconds(answerLimit).count()));
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Slipway"_s);
    QNetworkReply *reply = m_network.get(request);
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
    connect(reply, &QNetworkReply::finished, context, [reply, address, answer = std::move(answer)] {
        OllamaAnswer told;
        told.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        told.json = QJsonDocument::fromJson(reply->readAll()).object();
        if (told.status == 0) {
            const bool late = reply->error() == QNetworkReply::OperationCanceledError;
            told.error = ollamaSilent(
                address, late ? u"no answer within 3 seconds"_s : reply->errorString());
        }
        answer(told);
    });
}

void OllamaServer::ask(const QString &address)
{
    get(address, u"/api/version"_s, this,
        [this, address](const OllamaAnswer &answer) { learned(address, answer); });
}

void OllamaServer::learned(const QString &address, const OllamaAnswer &version)
{
    HostState state = m_known.state(address);
    state.kind = HostKind::Ollama;
    state.address = address;
    state.name = address;
    state.known = true;
    state.reachable = version.status == 200 && version.json.contains(u"version");
    state.version = version.json[u"version"].toString();
    state.dataFolder = modelsFolder(address);
    state.error = version.error;
    if (!state.reachable && !state.error)
        state.error = notOllama(address, version.status);
    if (!state.reachable) {
        state.models.clear();
        state.loadedModels.clear();
    }
    if (m_known.learned(address, state))
        emit hostsChanged();
    if (state.reachable)
        askModels(address);
}

void OllamaServer::askModels(const QString &address)
{
    const auto keep = [this, address](QStringList HostState::*list, const OllamaAnswer &answer) {
        HostState &state = m_known.change(address);
        const QStringList names = namesOf(answer);
        if (answer.status != 200 || state.*list == names)
            return;
        state.*list = names;
        emit hostsChanged();
    };
    get(address, u"/api/tags"_s, this,
        [keep](const OllamaAnswer &answer) { keep(&HostState::models, answer); });
    get(address, u"/api/ps"_s, this,
        [keep](const OllamaAnswer &answer) { keep(&HostState::loadedModels, answer); });
}

} // namespace slipway
