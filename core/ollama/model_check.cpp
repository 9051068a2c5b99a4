#include "core/ollama/model_check.h"

#include "core/ollama/known_models.h"
#include "core/ollama/memory_check.h"
#include "core/ollama/model_name.h"
#include "core/ollama/ollama_address.h"
#include "core/registry/registry_place.h"

#include <QCoreApplication>
#include <QLocale>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

using Level = PreCheck::Level;

QString bytesText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString nameIn(const TaskSpec &spec)
{
    const auto *pull = std::get_if<OllamaPull>(&spec);
    return pull ? pull->modelName : std::get<OllamaRun>(spec).modelName;
}

QJsonObject entryFor(const QString &model, const QJsonArray &models)
{
    for (const QJsonValue &each : models) {
        if (isSameModel(each[u"name"].toString(), model))
            return each.toObject();
    }
    return {};
}

// Hugging Face speaks so to Ollama alone.
bool mayBeAsked(const ImageReference &model)
{
    return model.registry != "hf.co"_L1 && model.registry != "huggingface.co"_L1;
}

} // namespace

ModelCheck::ModelCheck(const TaskSpec &spec, const QString &address, OllamaServer &server,
    RegistryClient &registry, QObject *context, const ChecksTold &told)
    : QObject(&server)
    , m_model(nameIn(spec))
    , m_isPull(std::holds_alternative<OllamaPull>(spec))
    , m_address(address)
    , m_server(server)
    , m_registry(registry)
    , m_context(context)
    , m_told(told)
{
}

void ModelCheck::start()
{
    m_server.whenKnown(m_address, this, [this](const HostState &state) { serverKnown(state); });
}

void ModelCheck::end()
{
    if (m_context)
        m_told(m_found, true);
    deleteLater();
}

void ModelCheck::found(
    Level level, const QString &id, const char *text, const QStringList &arguments)
{
    m_found.append({ level, id, QString::fromUtf8(text), arguments });
}

void ModelCheck::serverKnown(const HostState &state)
{
    if (!state.reachable) {
        const TaskError error = state.error.value_or(TaskError{});
        m_found.append({ Level::Wrong, u"engine"_s, error.text, error.arguments });
        return end();
    }
    found(Level::Ok, u"engine"_s, QT_TRANSLATE_NOOP("PreCheck", "Ollama answers."));
    m_dataFolder = state.dataFolder;
    askLoaded();
}

void ModelCheck::askLoaded()
{
    m_server.get(m_address, u"/api/ps"_s, this, [this](const OllamaAnswer &loaded) {
        m_loaded = loaded.json[u"models"].toArray();
        askInstalled();
    });
}

void ModelCheck::askInstalled()
{
    m_server.get(m_address, u"/api/tags"_s, this, [this](const OllamaAnswer &tags) {
        if (tags.status != 200)
            return end();
        installedKnown(tags.json[u"models"].toArray());
    });
}

void ModelCheck::installedKnown(const QJsonArray &models)
{
    const QJsonObject model = entryFor(m_model, models);
    QStringList names;
    for (const QJsonValue &each : models)
        names << each[u"name"].toString();
    if (m_isPull && model.isEmpty())
        return askRegistry(names);
    if (m_isPull)
        found(Level::Ok, u"model"_s,
            QT_TRANSLATE_NOOP("PreCheck", "%1 is there already: only what changed is loaded."),
            { m_model });
    else if (!model.isEmpty())
        found(Level::Ok, u"model"_s, QT_TRANSLATE_NOOP("PreCheck", "%1 is there."), { m_model });
    else if (!isCloudModel(m_model))
        found(Level::Wrong, u"model"_s,
            QT_TRANSLATE_NOOP("PreCheck", "%1 is not among the models of this server."),
            { m_model });
    if (!model.isEmpty())
        checkMemory(model[u"size"].toInteger());
    end();
}

void ModelCheck::askRegistry(const QStringList &installed)
{
    const ImageReference wanted = modelReference(m_model);
    // "localhost" is another machine to a server elsewhere.
    const bool isElsewhere = isThisMachine(wanted.registry) && !isOnThisMachine(m_address);
    if (isElsewhere || !mayBeAsked(wanted) || isCloudModel(m_model))
        return end();
    if (m_context)
        m_told(m_found, false);
    m_registry.artifact(wanted, this, [this, wanted, installed](const ImageAnswer &answer) {
        if (answer.error && answer.error->kind == RegistryError::Kind::NotFound) {
            const QStringList likely = likelyModels(m_model, installed);
            if (likely.isEmpty())
                found(Level::Wrong, u"model"_s,
                    QT_TRANSLATE_NOOP("PreCheck", "%1 has no model %2."),
                    { wanted.registry, m_model });
            else
                found(Level::Wrong, u"model"_s,
                    QT_TRANSLATE_NOOP("PreCheck", "%1 has no model %2. Did you mean %3?"),
                    { wanted.registry, m_model, likely.first() });
        } else if (answer.error) {
            m_found.append({ Level::Warning, u"model"_s, u"%1"_s, { answer.error->sentence } });
        } else {
            qint64 bytes = answer.image.config.size;
            for (const Descriptor &layer : answer.image.layers)
                bytes += layer.size;
            found(Level::Ok, u"model"_s, QT_TRANSLATE_NOOP("PreCheck", "%1 has %2: %3 to load."),
                { wanted.registry, m_model, bytesText(bytes) });
            checkRoom(bytes);
            checkMemory(bytes);
        }
        end();
    });
}

void ModelCheck::checkRoom(qint64 bytes)
{
    std::error_code failed;
    const auto space = std::filesystem::space(m_dataFolder.toStdString(), failed);
    if (m_dataFolder.isEmpty() || failed)
        return;
    const bool fits = bytes <= qint64(space.available);
    found(fits ? Level::Ok : Level::Wrong, u"room"_s,
        QT_TRANSLATE_NOOP("PreCheck", "%1 are free where Ollama keeps its models; it takes %2."),
        { bytesText(qint64(space.available)), bytesText(bytes) });
}

// A server elsewhere has a memory of its own, which it does not tell of. Behind an address of this
// machine may be a tunnel to one: without Ollama's folder here nothing is sure.
void ModelCheck::checkMemory(qint64 bytes)
{
    const bool isHere = isOnThisMachine(m_address);
    auto check = memoryCheck(
        m_model, bytes, m_loaded, isHere ? machineMemory() : std::optional<MachineMemory>());
    if (!check)
        return;
    if (check->level == Level::Wrong && m_dataFolder.isEmpty())
        check->level = Level::Warning;
    m_found.append(*check);
}

} // namespace slipway
