#include "core/ollama/generate_executor.h"

#include "core/diagnosis/diagnose.h"
#include "core/executor/when_answered.h"
#include "core/ollama/known_models.h"
#include "core/ollama/ollama_address.h"
#include "core/ollama/ollama_error.h"

#include <QCoreApplication>
#include <QFile>
#include <QFuture>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr qint64 reportEveryMs = 100;

struct Images {
    QList<QByteArray> contents;
    std::optional<TaskError> error;
};

Images imagesFrom(const QStringList &files)
{
    Images images;
    for (const QString &name : files) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly)) {
            images.error = ollamaImageUnreadable(name, file.errorString());
            return images;
        }
        images.contents.append(file.readAll());
    }
    return images;
}

// A number of seconds is a number to Ollama, "10m" a text.
QJsonValue keepAliveValue(const QString &text)
{
    bool isNumber = false;
    const int seconds = text.toInt(&isNumber);
    return isNumber ? QJsonValue(seconds) : QJsonValue(text);
}

// "json", or a JSON schema as an object.
QJsonValue formatValue(const QString &text)
{
    const QJsonDocument schema = QJsonDocument::fromJson(text.toUtf8());
    return schema.isObject() ? QJsonValue(schema.object()) : QJsonValue(text);
}

} // namespace

QJsonObject generateBody(const OllamaRun &run, const QList<QByteArray> &images)
{
    QJsonObject body{ { u"model"_s, run.modelName }, { u"prompt"_s, run.prompt },
        { u"options"_s,
            QJsonObject{
                { u"num_predict"_s, run.maxTokens }, { u"temperature"_s, run.temperature } } } };
    if (!run.system.isEmpty())
        body[u"system"] = run.system;
    if (!run.format.isEmpty())
        body[u"format"] = formatValue(run.format);
    if (!run.keepAlive.isEmpty())
        body[u"keep_alive"] = keepAliveValue(run.keepAlive);
    if (!images.isEmpty()) {
        QJsonArray encoded;
        for (const QByteArray &image : images)
            encoded.append(QString::fromLatin1(image.toBase64()));
        body[u"images"] = encoded;
    }
    return body;
}

GenerateExecutor::GenerateExecutor(const Task &task, OllamaServer &server, QObject *parent)
    : Executor(parent)
    , m_task(task)
    , m_server(server)
    , m_text(LogChannel::Out, {})
    , m_thinking(LogChannel::Note, "thinking: ")
{
    connect(&m_stream, &OllamaStream::lineRead, this, &GenerateExecutor::read);
    connect(&m_stream, &OllamaStream::ended, this, &GenerateExecutor::streamEnded);
}

void GenerateExecutor::doStart()
{
    enterPhase(TaskStatus::Validating);
    m_server.whenKnown(m_task.resolvedHost, this, [this](const HostState &state) {
        if (isFinished() || m_stopping)
            return;
        if (!state.reachable)
            return fail(state.error.value_or(TaskError{}));
        readImages();
    });
}

void GenerateExecutor::readImages()
{
    enterPhase(TaskStatus::Preparing);
    if (spec().images.isEmpty())
        return generate({});
    const auto read = QtConcurrent::run(imagesFrom, spec().images);
    whenAnswered(this, read, [this](const Images &images) {
        if (isFinished() || m_stopping)
            return;
        if (images.error)
            return fail(*images.error);
        generate(images.contents);
    });
}

// Nothing comes, not even a header, until the model is loaded and has read the prompt: minutes.
void GenerateExecutor::generate(const QList<QByteArray> &images)
{
    TaskProgress progress;
    progress.step = Sentence(
        QT_TRANSLATE_NOOP("Sentence", "waiting for the model to load and read the prompt"));
    report(progress);
    m_stream.post(ollamaUrl(m_task.resolvedHost, u"/api/generate"_s), generateBody(spec(), images));
}

void GenerateExecutor::read(const QByteArray &line)
{
    const GenerateAnswer::Piece piece = m_answer.feed(line);
    if (!m_answer.hasBegun() || !m_answer.error().isEmpty()) {
        m_unread.append(line);
        return;
    }
    enterPhase(TaskStatus::Running);
    log(m_thinking.add(piece.thinking));
    if (!piece.text.isEmpty())
        log(m_thinking.flush() + m_text.add(piece.text));
    ++m_pieces;
    if (m_sinceReport.isValid() && m_sinceReport.elapsed() < reportEveryMs)
        return;
    m_sinceReport.start();
    TaskProgress progress;
    progress.percent = std::min(99, 100 * m_pieces / std::max(1, spec().maxTokens));
    progress.step = piece.thinking.isEmpty() ? Sentence(m_text.unfinished().trimmed())
                                             : Sentence(QT_TRANSLATE_NOOP("Sentence", "thinking"));
    report(progress);
}

void GenerateExecutor::keepRest()
{
    log(m_thinking.flush() + m_text.flush());
}

TaskError GenerateExecutor::failure(const StreamEnd &end) const
{
    if (end.refused)
        return ollamaSilent(m_task.resolvedHost, end.systemWords);
    if (m_answer.error().isEmpty()) {
        if (end.httpStatus == 0)
            return ollamaAnswerLost(spec().modelName, end.systemWords);
        if (!end.complete || end.httpStatus == 200)
            return ollamaAnswerCut(spec().modelName, end.systemWords);
        if (end.httpStatus == 403)
            return notOllama(m_task.resolvedHost, end.httpStatus);
    }
    Failure failure;
    failure.type = TaskType::OllamaRun;
    failure.httpStatus = end.httpStatus;
    failure.output = m_unread;
    failure.subject = spec().modelName;
    return diagnose(failure);
}

// The stream of a whole answer ends just as that of half a one: only done:true tells.
void GenerateExecutor::streamEnded(const StreamEnd &end)
{
    keepRest();
    if (m_stopping)
        return;
    if (m_answer.isDone() && m_answer.error().isEmpty())
        return succeed(m_answer.result(spec().modelName));
    m_server.forget(m_task.resolvedHost);
    TaskError error = failure(end);
    if (error.code == ErrorCode::OllamaModelNotFound)
        error.nearest =
            likelyInstalled(spec().modelName, m_server.host(m_task.resolvedHost).models);
    if (!error.decisiveLine.isEmpty())
        log({ LogLine{ LogChannel::Err, error.decisiveLine.toUtf8() } });
    fail(error);
}

void GenerateExecutor::doStop(StopHow)
{
    m_stopping = true;
    m_stream.close();
    keepRest();
    endStopped();
}

void GenerateExecutor::doHoldOutput(bool held)
{
    m_stream.holdOutput(held);
}

} // namespace slipway
