#include "core/ollama/model_pull_executor.h"

#include "core/diagnosis/diagnose.h"
#include "core/ollama/known_models.h"
#include "core/ollama/model_name.h"
#include "core/ollama/ollama_address.h"
#include "core/ollama/ollama_error.h"

#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway {
namespace {

std::optional<QJsonObject> installedModel(const OllamaAnswer &tags, const QString &name)
{
    const QJsonArray models = tags.json[u"models"].toArray();
    for (const QJsonValue &model : models) {
        if (isSameModel(model[u"name"].toString(), name))
            return model.toObject();
    }
    return std::nullopt;
}

QJsonObject resultOf(const QString &name, const std::optional<QJsonObject> &model)
{
    QJsonObject result{ { u"model_name"_s, name }, { u"digest"_s, QJsonValue() },
        { u"size"_s, QJsonValue() } };
    if (model) {
        result[u"digest"] = QString("sha256:"_L1 + (*model)[u"digest"].toString());
        result[u"size"] = (*model)[u"size"];
    }
    return result;
}

} // namespace

ModelPullExecutor::ModelPullExecutor(const Task &task, OllamaServer &server, QObject *parent)
    : Executor(parent)
    , m_task(task)
    , m_server(server)
{
    connect(&m_stream, &OllamaStream::lineRead, this, &ModelPullExecutor::read);
    connect(&m_stream, &OllamaStream::ended, this, &ModelPullExecutor::streamEnded);
    m_beat.setInterval(1s);
    connect(&m_beat, &QTimer::timeout, this, &ModelPullExecutor::reportNow);
}

void ModelPullExecutor::doStart()
{
    enterPhase(TaskStatus::Validating);
    m_server.whenKnown(m_task.resolvedHost, this, [this](const HostState &state) {
        if (isFinished() || m_stopping)
            return;
        if (!state.reachable)
            return fail(state.error.value_or(TaskError{}));
        pull();
    });
}

void ModelPullExecutor::pull()
{
    enterPhase(TaskStatus::Preparing);
    m_clock.start();
    m_beat.start();
    QJsonObject body{ { u"model"_s, spec().modelName } };
    if (spec().insecure)
        body[u"insecure"] = true;
    m_stream.post(ollamaUrl(m_task.resolvedHost, u"/api/pull"_s), body);
}

void ModelPullExecutor::read(const QByteArray &line)
{
    const QString before = m_progress.status();
    const bool isNews = m_progress.feed(line);
    if (!m_progress.error().isEmpty() || m_progress.status().isEmpty())
        m_unread.append(line);
    if (m_progress.isDownloading())
        enterPhase(TaskStatus::Downloading);
    if (isNews && m_progress.status() != before)
        log({ LogLine{ LogChannel::Out, m_progress.status().toUtf8() } });
    reportIfMoved();
}

// The server sends a line 16 times a second, moved or not.
void ModelPullExecutor::reportIfMoved()
{
    const TaskProgress &progress = m_progress.progress();
    const bool moved = progress.bytesDone != m_reported.bytesDone
        || progress.step != m_reported.step || progress.bytesTotal != m_reported.bytesTotal
        || progress.awaits != m_reported.awaits;
    if (moved)
        reportNow();
}

// Once a second at least: while nothing moves the speed falls.
void ModelPullExecutor::reportNow()
{
    TaskProgress progress = m_progress.progress();
    // What an earlier attempt fetched did not come at this one's speed.
    const qint64 kept = m_progress.keptBytes();
    m_rate.add(m_clock.elapsed(), progress.bytesDone - kept);
    progress.bytesPerSecond = m_rate.bytesPerSecond();
    if (progress.bytesTotal)
        progress.secondsLeft = m_rate.secondsLeft(*progress.bytesTotal - kept);
    m_reported = progress;
    report(progress);
}

TaskError ModelPullExecutor::failure(const StreamEnd &end) const
{
    if (end.refused)
        return ollamaSilent(m_task.resolvedHost, end.systemWords);
    if (m_progress.error().isEmpty() && end.httpStatus == 403)
        return notOllama(m_task.resolvedHost, end.httpStatus);
    if (m_progress.error().isEmpty() && (!end.complete || end.httpStatus == 200))
        return ollamaPullCut(spec().modelName, end.systemWords);
    // It joined a download that was still ending after an earlier stop: the next try has its own.
    if (m_progress.error().contains("context canceled"))
        return ollamaPullCut(spec().modelName, u"context canceled"_s);
    Failure failure;
    failure.type = TaskType::OllamaPull;
    failure.httpStatus = end.httpStatus;
    failure.output = m_unread;
    failure.subject = spec().modelName;
    return diagnose(failure);
}

void ModelPullExecutor::streamEnded(const StreamEnd &end)
{
    m_beat.stop();
    if (m_stopping)
        return;
    if (!end.complete || !m_progress.succeeded() || !m_progress.error().isEmpty()) {
        m_server.forget(m_task.resolvedHost);
        TaskError error = failure(end);
        if (error.code == ErrorCode::OllamaModelNotFound)
            error.nearest =
                likelyModels(spec().modelName, m_server.host(m_task.resolvedHost).models);
        if (!error.decisiveLine.isEmpty())
            log({ LogLine{ LogChannel::Err, error.decisiveLine.toUtf8() } });
        return fail(error);
    }
    m_server.get(m_task.resolvedHost, u"/api/tags"_s, this, [this](const OllamaAnswer &tags) {
        if (isFinished())
            return;
        m_server.refresh();
        succeed(resultOf(spec().modelName, installedModel(tags, spec().modelName)));
    });
}

// To close the stream is all one can ask of Ollama; a POST later goes on where this one was.
void ModelPullExecutor::doStop(StopHow how)
{
    const bool wasPulling = m_clock.isValid() && !m_progress.succeeded();
    if (m_progress.succeeded() && !m_stopping && how != StopHow::Leave)
        return; // it is there: the answer to the last question decides
    m_stopping = true;
    m_beat.stop();
    m_stream.close();
    if (how == StopHow::Discard && wasPulling)
        tellWhatStays();
    else
        endStopped();
}

// There is no way to make the server drop what it has, and one that was already verifying may have
// finished the model all the same.
void ModelPullExecutor::tellWhatStays()
{
    m_server.get(m_task.resolvedHost, u"/api/tags"_s, this, [this](const OllamaAnswer &tags) {
        if (isFinished())
            return;
        if (tags.status == 200 && installedModel(tags, spec().modelName))
            note(
                u"The server has the model %1 (from before, or because it finished all the same)."_s
                    .arg(spec().modelName));
        TaskOutcome outcome{ TaskOutcome::Kind::Stopped, {}, std::nullopt, false, std::nullopt };
        if (const qint64 bytes = m_progress.unfinishedBytes(); bytes > 0) {
            outcome.leftover = Leftover{ Leftover::Kind::ModelParts, bytes };
            note(u"The server keeps %1 of the unfinished download. Pulling the model again goes on "
                 u"from there; "
                 u"otherwise Ollama removes it when it is started again an hour later or more."_s
                     .arg(QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat)));
        }
        finish(outcome);
    });
}

} // namespace slipway
