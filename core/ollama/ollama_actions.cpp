// What a person may have done to an Ollama server: started, its memory freed, its leftovers
// removed.
#include "core/ollama/ollama_address.h"
#include "core/ollama/ollama_server.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QNetworkReply>
#include <QProcess>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway {
namespace {

constexpr auto startLimit = 20s;
constexpr auto startPause = 200ms;

// Files of downloads under way have names of their own; a server that still writes one makes it
// anew.
HostActionAnswer removeParts(const QString &address)
{
    const QString folder = modelsFolder(address);
    if (folder.isEmpty())
        return { false,
            Sentence(QT_TRANSLATE_NOOP("Sentence",
                         "The models of %1 are not on this machine, or cannot be seen from here."),
                { address }) };
    QDir blobs(folder + u"/blobs"_s);
    qint64 bytes = 0;
    for (const QFileInfo &file : blobs.entryInfoList({ u"sha256-*-partial*"_s }, QDir::Files)) {
        if (!QFile::remove(file.filePath()))
            return { false,
                Sentence(QT_TRANSLATE_NOOP("Sentence", "%1 could not be removed."),
                    { file.filePath() }) };
        bytes += file.size();
    }
    return { true,
        Sentence(QT_TRANSLATE_NOOP("Sentence", "%1 removed."),
            { QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat) }) };
}

} // namespace

void OllamaServer::perform(const HostAction &action, QObject *context,
    std::function<void(const HostActionAnswer &)> answer)
{
    switch (action.kind) {
    case HostAction::Kind::RemoveModelParts:
        return answer(removeParts(action.host));
    case HostAction::Kind::UnloadModels:
        return unloadModels(action.host, context, std::move(answer));
    default:
        return start(action.host, context, std::move(answer));
    }
}

// A service where there is one, else a program of the person's own.
void OllamaServer::start(
    const QString &address, QObject *context, std::function<void(const HostActionAnswer &)> answer)
{
    auto *service = new QProcess(this);
    const auto done = [this, address, service, context = QPointer(context),
                          answer = std::move(answer)](bool started) {
        service->deleteLater();
        if (started || QProcess::startDetached(u"ollama"_s, { u"serve"_s }))
            return awaitStart(address, QDeadlineTimer(startLimit), context, answer);
        refresh();
        if (context)
            answer({ false,
                Sentence(QT_TRANSLATE_NOOP("Sentence",
                    "Neither a service nor a program called ollama could be started.")) });
    };
    connect(service, &QProcess::finished, this, [done](int code, QProcess::ExitStatus status) {
        done(status == QProcess::NormalExit && code == 0);
    });
    connect(service, &QProcess::errorOccurred, this, [done](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            done(false);
    });
    service->start(u"systemctl"_s, { u"start"_s, u"ollama"_s });
}

// It is started before it listens: what was tried again at once would fail once more.
void OllamaServer::awaitStart(const QString &address, QDeadlineTimer limit,
    const QPointer<QObject> &context, const std::function<void(const HostActionAnswer &)> &answer)
{
    get(address, u"/api/version"_s, this, [=, this](const OllamaAnswer &came) {
        const bool answers = came.status == 200;
        if (!answers && !limit.hasExpired()) {
            QTimer::singleShot(
                startPause, this, [=, this] { awaitStart(address, limit, context, answer); });
            return;
        }
        forget(address);
        refresh();
        if (context)
            answer({ answers,
                answers ? Sentence()
                        : Sentence(QT_TRANSLATE_NOOP(
                            "Sentence", "Ollama was started, but does not answer yet.")) });
    });
}

// keep_alive 0 is how Ollama is told to forget a model now (https://docs.ollama.com/faq).
void OllamaServer::unloadModels(
    const QString &address, QObject *context, std::function<void(const HostActionAnswer &)> answer)
{
    get(address, u"/api/ps"_s, this,
        [this, address, context = QPointer(context), answer](const OllamaAnswer &loaded) {
            const QJsonArray models = loaded.json[u"models"].toArray();
            if (models.isEmpty()) {
                if (context)
                    answer({ loaded.status == 200,
                        loaded.status == 200
                            ? Sentence(QT_TRANSLATE_NOOP("Sentence", "No model is in memory."))
                            : Sentence() });
                return;
            }
            const auto waiting = std::make_shared<qsizetype>(models.size());
            const auto failed = std::make_shared<bool>(false);
            for (const QJsonValue &model : models) {
                QNetworkRequest request(ollamaUrl(address, u"/api/generate"_s));
                request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
                QNetworkReply *reply = m_network.post(request,
                    QJsonDocument(
                        QJsonObject{ { u"model"_s, model[u"name"] }, { u"keep_alive"_s, 0 } })
                        .toJson());
                connect(reply, &QNetworkReply::finished, this,
                    [this, reply, waiting, failed, context, answer] {
                        reply->deleteLater();
                        *failed = *failed || reply->error() != QNetworkReply::NoError;
                        if (--*waiting > 0)
                            return;
                        refresh();
                        if (context)
                            answer({ !*failed,
                                *failed ? Sentence(QT_TRANSLATE_NOOP(
                                    "Sentence", "Ollama did not unload every model."))
                                        : Sentence() });
                    });
            }
        });
}

} // namespace slipway
