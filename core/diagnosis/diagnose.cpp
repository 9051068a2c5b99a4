#include "core/diagnosis/diagnose.h"

#include "core/diagnosis/build_place.h"
#include "core/diagnosis/sentences.h"
#include "core/diagnosis/verdict.h"
#include "core/task/image_reference.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

bool isOllama(TaskType type)
{
    return type == TaskType::OllamaPull || type == TaskType::OllamaRun;
}

// The tables of network and limits serve both families.
ErrorCode ofOllama(ErrorCode code)
{
    switch (code) {
    case ErrorCode::DockerNetworkError:
    case ErrorCode::DockerRegistryError:
        return ErrorCode::OllamaServiceUnavailable;
    case ErrorCode::DockerImageNotFound:
        return ErrorCode::OllamaModelNotFound;
    case ErrorCode::DockerAuthenticationFailed:
    case ErrorCode::DockerPermissionDenied:
    case ErrorCode::DockerBuildFailed:
    case ErrorCode::DockerPullFailed:
    case ErrorCode::DockerPushFailed:
        return ErrorCode::UnknownError;
    default: // a code of both families or of Ollama's own
        return code;
    }
}

ErrorCode codeFor(const Failure &failure, const Rule &rule)
{
    if (rule.specialTask == failure.type)
        return rule.specialCode;
    if (isOllama(failure.type))
        return ofOllama(rule.code);
    // No code exists for a container's program that failed for reasons of its own.
    if (rule.code == ErrorCode::DockerBuildFailed && failure.type != TaskType::DockerBuild)
        return ErrorCode::UnknownError;
    if (rule.code == ErrorCode::DockerPullFailed && failure.type == TaskType::DockerPush)
        return ErrorCode::DockerPushFailed;
    const bool takes = failure.type == TaskType::DockerPull || failure.type == TaskType::DockerRun;
    if (rule.code == ErrorCode::DockerPushFailed && takes)
        return ErrorCode::DockerPullFailed;
    return rule.code;
}

bool retryableByCode(ErrorCode code)
{
    return code == ErrorCode::DockerNetworkError || code == ErrorCode::OllamaServiceUnavailable;
}

// "Retry-After: 30", "retry after 1m30s", "try again in 20 seconds"
std::optional<int> secondsToWait(const Failure &failure)
{
    static const QRegularExpression wait(
        u"(?:retry[- ]?after|try again in|retry in)[:=\\s\"]*(?:(\\d+) ?m(?:in(?:ute)?s?)?\\b ?)?(?:(\\d+)(?:\\.\\d+)? ?(ms)?)?"_s,
        QRegularExpression::CaseInsensitiveOption);
    for (auto line = failure.output.crbegin(); line != failure.output.crend(); ++line) {
        if (!line->contains("etry") && !line->contains("again"))
            continue;
        const QRegularExpressionMatch match = wait.match(QString::fromUtf8(*line));
        if (!match.hasMatch() || (match.captured(1).isEmpty() && match.captured(2).isEmpty()))
            continue;
        if (!match.captured(3).isEmpty())
            return 1;
        return match.captured(1).toInt() * 60 + match.captured(2).toInt();
    }
    return std::nullopt;
}

bool hasPlaceFor(const char *sentence, int number)
{
    const QByteArray place = '%' + QByteArray::number(number);
    return QByteArrayView(sentence).contains(place);
}

void say(TaskError &error, const char *sentence, const QStringList &words = {})
{
    error.text = QString::fromLatin1(sentence);
    error.arguments = words;
}

const char *withoutName(const char *sentence)
{
    if (sentence == sentence::noSuchImage)
        return sentence::noSuchImageHere;
    if (sentence == sentence::noSuchLocalImage)
        return sentence::imageNotOnMachine;
    if (sentence == sentence::imageHiddenOrMissing)
        return sentence::imageHidden;
    if (sentence == sentence::noSuchModel)
        return sentence::noSuchModelHere;
    return nullptr;
}

// Docker Hub's images are known by their short names.
QString shortName(const QString &image)
{
    for (const QString &prefix : { u"docker.io/library/"_s, u"docker.io/"_s }) {
        if (image.startsWith(prefix))
            return image.mid(prefix.size());
    }
    return image;
}

// A sentence without the names it wants would have holes: the code's own words are used then.
void setSentence(TaskError &error, const Verdict &verdict, const Failure &failure)
{
    const Rule &rule = *verdict.rule;
    const char *sentence = rule.specialTask == failure.type ? rule.specialSentence : rule.sentence;
    QStringList words;
    for (const std::string &capture : verdict.captures)
        words.append(QString::fromUtf8(capture.data(), static_cast<qsizetype>(capture.size())));

    const bool namesItself = failure.type != TaskType::DockerBuild;
    QString subject = words.value(0);
    if (subject.isEmpty() && namesItself)
        subject = failure.subject;
    if (rule.about == About::Image)
        subject = shortName(subject);
    error.subject = rule.about == About::OutputOnly ? failure.subject : subject;

    if (rule.about != About::OutputOnly)
        words = QStringList{ subject } + words.mid(1);
    if (rule.about == About::Image && hasPlaceFor(sentence, 2)) {
        const auto reference = parseImageReference(subject);
        words = { subject, reference ? reference->registryName() : QString() };
    }
    for (int number = 1; number <= 2; ++number) {
        if (!hasPlaceFor(sentence, number) || !words.value(number - 1).isEmpty())
            continue;
        if (const char *plain = withoutName(sentence))
            say(error, plain);
        return;
    }
    error.text = QString::fromLatin1(sentence);
    error.arguments = hasPlaceFor(sentence, 1) ? words : QStringList();
}

// What a rule says of a build is not true of a container.
void sayWithoutCode(TaskError &error, const Failure &failure)
{
    error.subject = failure.subject;
    if (failure.type == TaskType::DockerRun)
        say(error, sentence::containerEnded, { QString::number(failure.exitCode.value_or(0)) });
    else
        say(error, sentence::saidOnly, { error.decisiveLine.left(200) });
}

// What the exit code or the HTTP status tells when the output gives no reason.
void judgeByStatus(TaskError &error, const Failure &failure)
{
    const int exitCode = failure.exitCode.value_or(0);
    const int status = failure.httpStatus.value_or(0);
    if (exitCode == 137) {
        error.code = ErrorCode::SystemMemoryLimit;
        return say(error, sentence::killedForMemory);
    }
    if (exitCode == 124) {
        error.code = ErrorCode::SystemTimeout;
        return say(error, sentence::timeIsUp);
    }
    if (failure.type == TaskType::DockerRun && (exitCode == 126 || exitCode == 127))
        error.code = ErrorCode::ValidationInvalidParams;
    else if (status == 401 || status == 404)
        error.code = ErrorCode::OllamaModelNotFound;
    else if (status == 403 || status == 412 || status == 429 || status == 502 || status == 503)
        error.code = ErrorCode::OllamaServiceUnavailable;
    else if (status == 400 || status == 405 || status == 413)
        error.code = ErrorCode::ValidationInvalidParams;
    else if (status == 504)
        error.code = ErrorCode::SystemTimeout;
    else if (status == 500 && failure.type == TaskType::OllamaRun)
        error.code = ErrorCode::OllamaInferenceFailed;
    if (error.code != ErrorCode::UnknownError)
        return;
    if (!error.decisiveLine.isEmpty())
        say(error, sentence::saidOnly, { error.decisiveLine.left(200) });
    else if (exitCode != 0)
        say(error, sentence::endedWithCode, { QString::number(exitCode) });
    else
        say(error, sentence::noReason);
}

// The engine said something that no rule knows: only what was tried is certain.
void judgeByTask(TaskError &error, TaskType type)
{
    switch (type) {
    case TaskType::DockerPull:
        error.code = ErrorCode::DockerPullFailed;
        return say(error, sentence::pullFailed);
    case TaskType::DockerPush:
        error.code = ErrorCode::DockerPushFailed;
        return say(error, sentence::pushFailed);
    case TaskType::DockerBuild:
        error.code = ErrorCode::DockerBuildFailed;
        return say(error, sentence::buildFailed);
    case TaskType::DockerLogin:
        error.code = ErrorCode::DockerAuthenticationFailed;
        return say(error, sentence::loginFailed);
    case TaskType::DockerTag:
    case TaskType::DockerRun:
        error.code = ErrorCode::ValidationInvalidParams;
        return say(error, sentence::notPossible);
    case TaskType::OllamaPull:
    case TaskType::OllamaRun:
        return; // the HTTP status tells more
    }
}

// A time limit and a kill leave their mark in the exit code, whatever was printed before.
bool isMarkedByExitCode(const Failure &failure, const Verdict &verdict)
{
    const bool stopped = verdict.rule && verdict.rule->sentence == sentence::askedToStop;
    return failure.exitCode == 124 || (failure.exitCode == 137 && !stopped);
}

// The program was started and ended by itself: what it printed is only a hint.
void judgeContainer(TaskError &error, const Failure &failure)
{
    error.retryable = false;
    if (error.code == ErrorCode::UnknownError)
        say(error, sentence::containerEnded, { QString::number(failure.exitCode.value_or(0)) });
}

} // namespace

TaskError diagnose(const Failure &failure)
{
    TaskError error;
    error.subject = failure.subject;
    error.exitCode = failure.exitCode;
    error.httpStatus = failure.httpStatus;
    if (failure.type == TaskType::DockerBuild)
        error.place = buildPlace(failure.output);

    const Verdict verdict =
        isOllama(failure.type) ? ollamaVerdict(failure) : dockerVerdict(failure);
    error.decisiveLine =
        QString::fromUtf8(verdict.line.data(), static_cast<qsizetype>(verdict.line.size()));
    if (failure.oomKilled) {
        error.code = ErrorCode::SystemMemoryLimit;
        say(error, sentence::containerMemory);
        return error;
    }
    if (isMarkedByExitCode(failure, verdict)) {
        judgeByStatus(error, failure);
    } else if (verdict.unknownWords && !isOllama(failure.type)) {
        judgeByTask(error, failure.type);
    } else if (!verdict.rule) {
        judgeByStatus(error, failure);
    } else {
        error.code = codeFor(failure, *verdict.rule);
        setSentence(error, verdict, failure);
        if (error.code == ErrorCode::UnknownError && verdict.rule->code != error.code)
            sayWithoutCode(error, failure);
        error.retryable = verdict.rule->retry == Retry::Useful
            || (verdict.rule->retry == Retry::ByCode && retryableByCode(error.code));
    }
    if (failure.type == TaskType::DockerRun && failure.containerRan)
        judgeContainer(error, failure);
    if (error.retryable)
        error.retryAfterSeconds = secondsToWait(failure);
    return error;
}

} // namespace slipway
