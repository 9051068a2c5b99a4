#include "core/task/validation.h"

#include "core/task/image_reference.h"
#include "core/task/task_spec.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

#include <cmath>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

bool matches(const QString &pattern, const QString &text)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

// Docker takes "80" and "8000-8010".
Reason refusePortRange(const QString &text)
{
    const QStringList ends = text.split(u'-');
    for (const QString &end : ends) {
        if (!matches(u"[0-9]{1,9}"_s, end) || ends.size() > 2)
            return Sentence(QT_TRANSLATE_NOOP("Sentence", "\"%1\" is no port number"), { text });
        const int port = end.toInt();
        if (port < 1 || port > 65535)
            return Sentence(
                QT_TRANSLATE_NOOP("Sentence", "port %1 is out of range (1 to 65535)"), { end });
    }
    if (ends.size() == 2 && ends[0].toInt() > ends[1].toInt())
        return Sentence(
            QT_TRANSLATE_NOOP("Sentence", "the port range \"%1\" runs backwards"), { text });
    return std::nullopt;
}

} // namespace

Reason refusePlatform(const QString &text)
{
    if (matches(u"[a-z0-9]+/[a-z0-9_]+(/[a-z0-9.]+)?"_s, text))
        return std::nullopt;
    return Sentence(
        QT_TRANSLATE_NOOP("Sentence", "\"%1\" is no platform (like linux/amd64 or linux/arm64/v8)"),
        { text });
}

Reason refusePort(const QString &hostPort, const QString &containerPort)
{
    static const QRegularExpression protocol(u"/(tcp|udp|sctp)\\z"_s);
    QString container = containerPort;
    container.remove(protocol);
    if (const Reason reason = refusePortRange(container))
        return reason;
    QString address;
    QString host = hostPort;
    if (const qsizetype colon = hostPort.lastIndexOf(u':'); colon >= 0) {
        address = hostPort.left(colon);
        host = hostPort.mid(colon + 1);
        if (!matches(u"[0-9.]+|\\[[0-9a-fA-F:]+\\]"_s, address))
            return Sentence(
                QT_TRANSLATE_NOOP("Sentence", "\"%1\" is no address to publish a port on"),
                { address });
    }
    return refusePortRange(host);
}

Reason refuseVolume(const QString &source, const QString &target)
{
    // Without a slash docker takes the source as the name of a volume.
    if (!source.startsWith(u'/') && !matches(u"[a-zA-Z0-9][a-zA-Z0-9_.-]+"_s, source))
        return Sentence(QT_TRANSLATE_NOOP(
                            "Sentence", "\"%1\" must be an absolute path or the name of a volume"),
            { source });
    if (!target.startsWith(u'/'))
        return Sentence(
            QT_TRANSLATE_NOOP("Sentence", "\"%1\" must be an absolute path in the container"),
            { target });
    const QStringList parts = target.split(u':');
    if (parts.size() > 2 || (parts.size() == 2 && !matches(u"[a-zA-Z,]+"_s, parts[1])))
        return Sentence(QT_TRANSLATE_NOOP(
                            "Sentence", "\"%1\" is no container path with options (like /data:ro)"),
            { target });
    return std::nullopt;
}

Reason refuseMemory(const QString &text)
{
    const auto match =
        QRegularExpression(u"\\A([0-9]+(?:\\.[0-9]+)?) ?([bkmgtBKMGT]?)[bB]?\\z"_s).match(text);
    if (!match.hasMatch())
        return Sentence(
            QT_TRANSLATE_NOOP("Sentence", "\"%1\" is no memory size (like 512m or 2g)"), { text });
    const qsizetype power =
        match.captured(2).isEmpty() ? 0 : u"bkmgt"_s.indexOf(match.captured(2).toLower());
    if (match.captured(1).toDouble() * std::pow(1024.0, double(power)) < 6.0 * 1024 * 1024)
        return Sentence(
            QT_TRANSLATE_NOOP("Sentence", "%1 is too little: the engine wants at least 6m"),
            { text });
    return std::nullopt;
}

Reason refuseCpus(const QString &text)
{
    bool ok = false;
    const double cpus = text.toDouble(&ok);
    if (ok && std::isfinite(cpus) && cpus > 0)
        return std::nullopt;
    return Sentence(
        QT_TRANSLATE_NOOP("Sentence", "\"%1\" is no number of CPUs (like 1.5)"), { text });
}

Reason refuseRestart(const QString &text)
{
    if (matches(u"no|always|unless-stopped|on-failure(:[0-9]+)?"_s, text))
        return std::nullopt;
    return Sentence(QT_TRANSLATE_NOOP("Sentence",
                        "\"%1\" is none of no, always, unless-stopped, on-failure[:times]"),
        { text });
}

Reason refuseContainerName(const QString &text)
{
    if (matches(u"[a-zA-Z0-9][a-zA-Z0-9_.-]+"_s, text))
        return std::nullopt;
    return Sentence(QT_TRANSLATE_NOOP("Sentence",
                        "\"%1\" is no container name (letters, digits, _, . and -, at least 2)"),
        { text });
}

Reason refuseVariableName(const QString &text)
{
    if (!text.isEmpty() && !text.contains(u'=') && !text.contains(QChar(0)))
        return std::nullopt;
    return Sentence(QT_TRANSLATE_NOOP("Sentence", "\"%1\" is no variable name"), { text });
}

Reason refuseSecret(const QString &text)
{
    QString id;
    QString source;
    for (const QString &part : text.split(u',')) {
        const QString name = part.section(u'=', 0, 0);
        const QString value = part.section(u'=', 1);
        if (name == "id"_L1)
            id = value;
        else if (name == "src"_L1 || name == "source"_L1 || name == "env"_L1)
            source = value;
        else if (name != "type"_L1)
            return Sentence(
                QT_TRANSLATE_NOOP("Sentence", "\"%1\" is no part of a secret (id, src, env)"),
                { part });
        if ((name == "src"_L1 || name == "source"_L1) && !value.startsWith(u'/'))
            return Sentence(
                QT_TRANSLATE_NOOP("Sentence", "\"%1\" must be an absolute path"), { value });
    }
    if (id.isEmpty() || source.isEmpty())
        return Sentence(QT_TRANSLATE_NOOP(
            "Sentence", "a secret is written id=NAME,src=/path/to/file or id=NAME,env=VARIABLE"));
    return std::nullopt;
}

Reason refuseModelName(const QString &text)
{
    // [host[:port]/][namespace/]model[:tag]
    if (matches(
            u"(?:[A-Za-z0-9][A-Za-z0-9._:-]*/)?(?:[A-Za-z0-9_][A-Za-z0-9._-]*/)?[A-Za-z0-9_][A-Za-z0-9._-]{0,79}(?::[A-Za-z0-9_][A-Za-z0-9._-]{0,79})?"_s,
            text))
        return std::nullopt;
    return Sentence(
        QT_TRANSLATE_NOOP("Sentence", "\"%1\" is no model name (like llama3.2:3b)"), { text });
}

Reason refuseHost(const QString &text)
{
    if (!text.contains("://"_L1))
        return refuseContainerName(text) ? Reason(Sentence(
                   QT_TRANSLATE_NOOP("Sentence", "\"%1\" is neither a context name nor an address"),
                   { text }))
                                         : std::nullopt;
    const QUrl url(text, QUrl::StrictMode);
    const QStringList schemes{ u"unix"_s, u"tcp"_s, u"ssh"_s, u"http"_s, u"https"_s, u"fd"_s,
        u"npipe"_s };
    if (!url.isValid() || !schemes.contains(url.scheme()))
        return Sentence(QT_TRANSLATE_NOOP("Sentence",
                            "\"%1\" is no address (unix:///..., tcp://host:port, ssh://host, "
                            "http://host:port)"),
            { text });
    return std::nullopt;
}

// The rules put together per type.
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
