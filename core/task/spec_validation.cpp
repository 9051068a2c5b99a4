// validate(): the rules of single parameters put together for each type, and options.
#include "core/task/image_reference.h"
#include "core/task/task_spec.h"
#include "core/task/validation.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

class Check {
public:
    std::optional<FieldError> error;

    void need(const char *field, const QString &value)
    {
        if (value.trimmed().isEmpty())
            fail(ErrorCode::ValidationMissingRequired, field,
                Sentence(QT_TRANSLATE_NOOP("Sentence", "%1 is required"),
                    { QString::fromLatin1(field) }));
    }
    void format(const char *field, const Reason &reason)
    {
        if (reason)
            fail(ErrorCode::ValidationInvalidFormat, field, *reason);
    }
    void params(const char *field, const Reason &reason, const Sentence &besideField = {})
    {
        if (reason)
            fail(ErrorCode::ValidationInvalidParams, field, *reason, besideField);
    }
    void image(const char *field, const QString &name)
    {
        need(field, name);
        Sentence why;
        if (!parseImageReference(name, &why))
            format(field, why);
    }
    void imageAndTag(const QString &name, const QString &tag, bool allTags)
    {
        image("image_name", name);
        if (!isTag(tag))
            format("tag",
                Sentence(QT_TRANSLATE_NOOP("Sentence",
                             "\"%1\" is no tag (letters, digits, _, . and -, at most 128)"),
                    { tag }));
        const auto reference = parseImageReference(name);
        if (allTags && reference && (!reference->tag.isEmpty() || !reference->digest.isEmpty()))
            params("all_tags",
                Sentence(QT_TRANSLATE_NOOP(
                    "Sentence", "all_tags needs an image name without a tag or digest")),
                Sentence(
                    QT_TRANSLATE_NOOP("Sentence", "This needs a name without a tag or digest.")));
    }
    template <typename Rule> void given(const char *field, const QString &value, Rule rule)
    {
        if (!value.isEmpty())
            format(field, rule(value));
    }
    void absolute(const char *field, const QString &path)
    {
        if (!path.startsWith(u'/'))
            params(field,
                Sentence(
                    QT_TRANSLATE_NOOP("Sentence", "\"%1\" must be an absolute path"), { path }));
    }

private:
    void fail(
        ErrorCode code, const char *field, const Sentence &reason, const Sentence &besideField = {})
    {
        if (!error)
            error = FieldError{ code, QString::fromLatin1(field), reason, besideField };
    }
};

void check(Check &c, const DockerPull &pull)
{
    c.imageAndTag(pull.imageName, pull.tag, pull.allTags);
    c.given("platform", pull.platform, refusePlatform);
}

void check(Check &c, const DockerPush &push)
{
    c.imageAndTag(push.imageName, push.tag, push.allTags);
    const auto reference = parseImageReference(push.imageName);
    if (reference && !reference->digest.isEmpty())
        c.params("image_name",
            Sentence(QT_TRANSLATE_NOOP("Sentence", "a push takes a tag, not a digest")));
}

void check(Check &c, const DockerBuild &build)
{
    c.need("context_path", build.contextPath);
    if (!c.error && !QFileInfo(build.contextPath).isAbsolute())
        c.absolute("context_path", build.contextPath);
    if (!c.error && !QFileInfo(build.contextPath).isDir())
        c.params("context_path",
            Sentence(
                QT_TRANSLATE_NOOP("Sentence", "there is no folder %1"), { build.contextPath }));
    const bool inContext = build.dockerfile == "Dockerfile"_L1;
    if (!inContext)
        c.absolute("dockerfile", build.dockerfile);
    const QString file =
        inContext ? QDir(build.contextPath).filePath(build.dockerfile) : build.dockerfile;
    if (!c.error && !QFileInfo(file).isFile())
        c.params("dockerfile",
            Sentence(QT_TRANSLATE_NOOP("Sentence", "there is no Dockerfile %1"), { file }));
    if (!build.imageName.isEmpty())
        c.imageAndTag(build.imageName, build.tag, false);
    else if (build.push)
        c.params("push",
            Sentence(QT_TRANSLATE_NOOP("Sentence", "push needs an image_name to push to")),
            Sentence(QT_TRANSLATE_NOOP("Sentence", "An image needs a name to be pushed.")));
    c.given("platform", build.platform, refusePlatform);
    for (const QString &name : build.buildArgs.keys())
        c.format("build_args", refuseVariableName(name));
    for (const QString &secret : build.secrets)
        c.format("secrets", refuseSecret(secret));
}

void check(Check &c, const DockerTag &tag)
{
    c.image("source_image", tag.sourceImage);
    c.image("target_image", tag.targetImage);
    const auto target = parseImageReference(tag.targetImage);
    if (target && !target->digest.isEmpty())
        c.params("target_image",
            Sentence(
                QT_TRANSLATE_NOOP("Sentence", "an image cannot be given a digest as its name")));
}

void check(Check &c, const DockerRun &run)
{
    c.image("image", run.image);
    c.given("name", run.name, refuseContainerName);
    for (const QString &name : run.environment.keys())
        c.format("environment", refuseVariableName(name));
    for (auto it = run.ports.cbegin(); it != run.ports.cend(); ++it)
        c.format("ports", refusePort(it.key(), it.value()));
    for (auto it = run.volumes.cbegin(); it != run.volumes.cend(); ++it)
        c.params("volumes", refuseVolume(it.key(), it.value()));
    if (!run.workingDir.isEmpty() && !run.workingDir.startsWith(u'/'))
        c.params("working_dir",
            Sentence(
                QT_TRANSLATE_NOOP("Sentence", "\"%1\" must be an absolute path in the container"),
                { run.workingDir }));
    c.given("memory", run.memory, refuseMemory);
    c.given("cpus", run.cpus, refuseCpus);
    c.given("restart", run.restart, refuseRestart);
    if (!run.restart.isEmpty() && run.restart != "no"_L1 && !run.detach)
        c.params("restart", Sentence(QT_TRANSLATE_NOOP("Sentence", "restart needs detach")),
            Sentence(QT_TRANSLATE_NOOP(
                "Sentence", "This needs a container that runs in the background.")));
}

void check(Check &c, const DockerLogin &login)
{
    c.need("username", login.username);
    // A leading dash docker would take for one of its flags.
    if (login.registry.contains(u' ') || login.registry.contains(u'@')
        || login.registry.startsWith(u'-'))
        c.format("registry",
            Sentence(
                QT_TRANSLATE_NOOP("Sentence", "\"%1\" is no registry name"), { login.registry }));
}

void check(Check &c, const OllamaPull &pull)
{
    c.need("model_name", pull.modelName);
    c.given("model_name", pull.modelName, refuseModelName);
}

void check(Check &c, const OllamaRun &run)
{
    c.need("model_name", run.modelName);
    c.given("model_name", run.modelName, refuseModelName);
    c.need("prompt", run.prompt);
    if (run.maxTokens < 1)
        c.params("max_tokens",
            Sentence(QT_TRANSLATE_NOOP("Sentence", "max_tokens must be at least 1")),
            Sentence(QT_TRANSLATE_NOOP("Sentence", "This must be at least 1.")));
    if (!(run.temperature >= 0 && run.temperature <= 5))
        c.params("temperature",
            Sentence(QT_TRANSLATE_NOOP("Sentence", "temperature must be between 0 and 5")),
            Sentence(QT_TRANSLATE_NOOP("Sentence", "This must be between 0 and 5.")));
    for (const QString &image : run.images) {
        c.absolute("images", image);
        if (!c.error && !QFileInfo(image).isFile())
            c.params("images",
                Sentence(QT_TRANSLATE_NOOP("Sentence", "there is no file %1"), { image }));
    }
}

} // namespace

std::optional<FieldError> validate(const TaskSpec &spec)
{
    Check c;
    std::visit([&c](const auto &each) { check(c, each); }, spec);
    return c.error;
}

std::optional<FieldError> validate(const TaskOptions &options)
{
    Check c;
    if (options.maxRetries < 0)
        c.params("max_retries",
            Sentence(QT_TRANSLATE_NOOP("Sentence", "max_retries cannot be negative")),
            Sentence(QT_TRANSLATE_NOOP("Sentence", "This cannot be negative.")));
    if (options.timeoutSeconds && *options.timeoutSeconds < 1)
        c.params("timeout_seconds",
            Sentence(QT_TRANSLATE_NOOP("Sentence", "timeout_seconds must be at least 1")),
            Sentence(QT_TRANSLATE_NOOP("Sentence", "This must be at least 1.")));
    if (options.stallSeconds && *options.stallSeconds < 0)
        c.params("stall_seconds",
            Sentence(QT_TRANSLATE_NOOP("Sentence", "stall_seconds cannot be negative")),
            Sentence(QT_TRANSLATE_NOOP("Sentence", "This cannot be negative.")));
    c.given("host", options.host, refuseHost);
    return c.error;
}

} // namespace slipway
