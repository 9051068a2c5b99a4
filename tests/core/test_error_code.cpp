// The 23 error codes: the specification's names and words, and something to do about each.
#include "core/diagnosis/suggestions.h"
#include "core/task/error_code.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace slipway;

class ErrorCodeTest : public QObject {
    Q_OBJECT

private slots:
    void specification_data();
    void specification();
    void thereAreNoOthers();
    void argumentsAreFilledInOnce();
    void withoutATextTheDescriptionSpeaks();
};

void ErrorCodeTest::specification_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("description");
    const auto row = [](const char *name, ErrorCode code, const char *description) {
        QTest::newRow(name) << code << QString::fromLatin1(description);
    };
    row("DOCKER_IMAGE_NOT_FOUND", ErrorCode::DockerImageNotFound, "Docker image not found locally");
    row("DOCKER_AUTHENTICATION_FAILED", ErrorCode::DockerAuthenticationFailed,
        "Docker authentication failed");
    row("DOCKER_PERMISSION_DENIED", ErrorCode::DockerPermissionDenied, "Docker permission denied");
    row("DOCKER_NETWORK_ERROR", ErrorCode::DockerNetworkError, "Docker network connection error");
    row("DOCKER_REGISTRY_ERROR", ErrorCode::DockerRegistryError, "Docker registry error");
    row("DOCKER_BUILD_FAILED", ErrorCode::DockerBuildFailed, "Docker build failed");
    row("DOCKER_PUSH_FAILED", ErrorCode::DockerPushFailed, "Docker push failed");
    row("DOCKER_PULL_FAILED", ErrorCode::DockerPullFailed, "Docker pull failed");
    row("SYSTEM_TIMEOUT", ErrorCode::SystemTimeout, "Task execution timed out");
    row("SYSTEM_RESOURCE_LIMIT", ErrorCode::SystemResourceLimit, "System resource limit exceeded");
    row("SYSTEM_DISK_SPACE", ErrorCode::SystemDiskSpace, "Insufficient disk space");
    row("SYSTEM_MEMORY_LIMIT", ErrorCode::SystemMemoryLimit, "Insufficient memory");
    row("VALIDATION_INVALID_PARAMS", ErrorCode::ValidationInvalidParams, "Invalid task parameters");
    row("VALIDATION_MISSING_REQUIRED", ErrorCode::ValidationMissingRequired,
        "Missing required parameters");
    row("VALIDATION_INVALID_FORMAT", ErrorCode::ValidationInvalidFormat,
        "Invalid parameter format");
    row("QUEUE_FULL", ErrorCode::QueueFull, "Task queue is full");
    row("QUEUE_TASK_NOT_FOUND", ErrorCode::QueueTaskNotFound, "Task not found in queue");
    row("QUEUE_TASK_ALREADY_RUNNING", ErrorCode::QueueTaskAlreadyRunning,
        "Task is already running");
    row("OLLAMA_MODEL_NOT_FOUND", ErrorCode::OllamaModelNotFound, "Ollama model not found");
    row("OLLAMA_SERVICE_UNAVAILABLE", ErrorCode::OllamaServiceUnavailable,
        "Ollama service unavailable");
    row("OLLAMA_INFERENCE_FAILED", ErrorCode::OllamaInferenceFailed, "Ollama inference failed");
    row("UNKNOWN_ERROR", ErrorCode::UnknownError, "Unknown error occurred");
    row("INTERNAL_ERROR", ErrorCode::InternalError, "Internal system error");
}

void ErrorCodeTest::specification()
{
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, description);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(errorCodeName(code), name);
    QCOMPARE(errorCodeFromName(name), std::optional(code));
    QCOMPARE(errorCodeDescription(code), description);
    QVERIFY(allErrorCodes().contains(code));
    TaskError error;
    error.code = code;
    const QStringList sentences = suggestionsFor(error);
    QVERIFY(!sentences.isEmpty());
    for (const QString &sentence : sentences)
        QVERIFY2(sentence.size() > 10 && (sentence.endsWith(u'.') || sentence.endsWith(u'?')),
            qPrintable(sentence));
}

void ErrorCodeTest::thereAreNoOthers()
{
    QCOMPARE(allErrorCodes().size(), 23);
    QVERIFY(!errorCodeFromName(u"docker_image_not_found"_s));
    QVERIFY(!errorCodeFromName(u""_s));
}

void ErrorCodeTest::argumentsAreFilledInOnce()
{
    TaskError error;
    error.text = u"%2 is not in %1 (100%)"_s;
    error.arguments = { u"the registry %2"_s, u"busybox"_s };
    QCOMPARE(errorMessage(error), u"busybox is not in the registry %2 (100%)"_s);
    QCOMPARE(withArguments(u"%1 and %3"_s, { u"one"_s }), u"one and "_s);
}

void ErrorCodeTest::withoutATextTheDescriptionSpeaks()
{
    TaskError error;
    error.code = ErrorCode::QueueFull;
    QCOMPARE(errorMessage(error), u"Task queue is full"_s);
}

QTEST_APPLESS_MAIN(ErrorCodeTest)
#include "test_error_code.moc"
