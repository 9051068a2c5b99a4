#include "core/intake/compose_file.h"

#include "core/intake/absolute_paths.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <yaml-cpp/yaml.h>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

// ${NAME}, ${NAME:-default}, ${NAME-default} and $NAME; `$$` is a dollar.
QString interpolated(const QString &text)
{
    static const QRegularExpression variable(
        u"\\$(?:\\$|\\{([A-Za-z_]\\w*)(?:(:?)-([^}]*))?\\}|([A-Za-z_]\\w*))"_s);
    QString all;
    qsizetype at = 0;
    for (auto found = variable.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        all += QStringView(text).mid(at, match.capturedStart() - at);
        at = match.capturedEnd();
        const QString name = match.captured(1) + match.captured(4);
        if (name.isEmpty()) {
            all += u'$';
            continue;
        }
        const bool isSet = qEnvironmentVariableIsSet(qPrintable(name));
        const QString value = qEnvironmentVariable(qPrintable(name));
        const bool takesDefault =
            match.hasCaptured(3) && (!isSet || (value.isEmpty() && match.captured(2) == ":"_L1));
        all += takesDefault ? match.captured(3) : value;
    }
    return all + text.mid(at);
}

QString textOf(const YAML::Node &node)
{
    return node.IsDefined() && node.IsScalar() ? interpolated(QString::fromStdString(node.Scalar()))
                                               : QString();
}

// A list of NAME=value, or a map.
Pairs pairsOf(const YAML::Node &node)
{
    Pairs pairs;
    for (const auto &each : node) {
        if (node.IsMap()) {
            pairs.insert(textOf(each.first), textOf(each.second));
        } else {
            const QString pair = textOf(each);
            const QString name = pair.section(u'=', 0, 0);
            pairs.insert(name,
                pair.contains(u'=') ? pair.section(u'=', 1)
                                    : qEnvironmentVariable(qPrintable(name)));
        }
    }
    return pairs;
}

DockerBuild buildOf(const YAML::Node &how, const QString &image, const QString &folder)
{
    DockerBuild build;
    build.imageName = image;
    if (how.IsScalar()) {
        build.contextPath = absolutePath(textOf(how), folder);
        return build;
    }
    const QString context = textOf(how["context"]);
    build.contextPath = absolutePath(context.isEmpty() ? u"."_s : context, folder);
    if (const QString file = textOf(how["dockerfile"]); !file.isEmpty() && file != build.dockerfile)
        build.dockerfile = absolutePath(file, build.contextPath);
    build.target = textOf(how["target"]);
    build.network = textOf(how["network"]);
    if (how["args"])
        build.buildArgs = pairsOf(how["args"]);
    return build;
}

OrWhyNot servicesOf(const YAML::Node &services, const QString &folder)
{
    Brought brought;
    QStringList pulled;
    for (const auto &each : services) {
        const YAML::Node service = each.second;
        if (!service.IsMap())
            continue;
        const QString image = textOf(service["image"]);
        if (service["build"]) {
            brought.drafts << TaskDraft{ buildOf(service["build"], image, folder), {}, {} };
        } else if (!image.isEmpty() && !pulled.contains(image)) {
            pulled << image;
            DockerPull pull;
            pull.imageName = image;
            pull.platform = textOf(service["platform"]);
            brought.drafts << TaskDraft{ pull, {}, {} };
        }
    }
    if (brought.drafts.isEmpty())
        return Sentence(QT_TRANSLATE_NOOP(
            "Sentence", "no service of this compose file has an image or a build"));
    return brought;
}

} // namespace

bool isComposeFileName(const QString &fileName)
{
    static const QRegularExpression name(
        u"^(docker-)?compose(\\..+)?\\.ya?ml$"_s, QRegularExpression::CaseInsensitiveOption);
    return name.match(fileName).hasMatch();
}

OrWhyNot readComposeFile(const QByteArray &text, const QString &folder)
{
    try { // yaml-cpp tells what is wrong by an exception; none leaves here
        const YAML::Node file = YAML::Load(text.toStdString());
        if (!file.IsMap() || !file["services"].IsMap())
            return Sentence(QT_TRANSLATE_NOOP("Sentence", "this compose file has no services"));
        return servicesOf(file["services"], folder);
    } catch (const YAML::Exception &error) {
        return Sentence(
            QT_TRANSLATE_NOOP("Sentence", "line %1 of the compose file cannot be read: %2"),
            { QString::number(error.mark.line + 1), QString::fromStdString(error.msg) });
    }
}

} // namespace slipway
