#include "ui/submit/brought.h"

#include "core/task/image_reference.h"

#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr qint64 longestList = 64 * 1024; // what is longer is no list of names

// Lines of names; `#` begins a remark. A word that is no reference makes it another kind of text.
std::optional<TaskSpec> listOfImages(const QString &text)
{
    static const QRegularExpression between(u"[\\s,;]+"_s);
    static const QRegularExpression remark(u"#[^\\n]*"_s);
    QStringList names = QString(text).remove(remark).split(between, Qt::SkipEmptyParts);
    const bool isModel = names.size() > 2 && names[0] == "ollama"_L1
        && (names[1] == "pull"_L1 || names[1] == "run"_L1);
    const bool isCommand = names.size() > 2 && names[0] == "docker"_L1 && names[1] == "pull"_L1;
    if (isModel || isCommand)
        names = names.mid(2);
    if (names.isEmpty() || !std::all_of(names.cbegin(), names.cend(), [](const QString &name) {
            return parseImageReference(name).has_value();
        }))
        return std::nullopt;
    // A single word could be anything; a slash or a tag makes it a reference.
    const bool isLikely = isModel || isCommand || names.size() > 1 || names[0].contains(u'/')
        || names[0].contains(u':');
    if (!isLikely)
        return std::nullopt;
    if (isModel)
        return OllamaPull{ names.first(), false };
    DockerPull pull;
    pull.imageName = names.join(u' ');
    return pull;
}

bool isDockerfile(const QFileInfo &file)
{
    const QString name = file.fileName();
    return name == "Dockerfile"_L1 || name == "Containerfile"_L1
        || name.startsWith("Dockerfile."_L1)
        || name.endsWith(".Dockerfile"_L1, Qt::CaseInsensitive);
}

std::optional<TaskSpec> specOfPath(const QFileInfo &path)
{
    DockerBuild build;
    if (path.isDir()) {
        build.contextPath = path.absoluteFilePath();
        return build;
    }
    if (!path.isFile())
        return std::nullopt;
    if (isDockerfile(path)) {
        build.contextPath = path.absolutePath();
        if (path.fileName() != "Dockerfile"_L1)
            build.dockerfile = path.absoluteFilePath();
        return build;
    }
    QFile file(path.absoluteFilePath());
    if (path.size() > longestList || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return listOfImages(QString::fromUtf8(file.readAll()));
}

} // namespace

std::optional<TaskSpec> specBrought(const QMimeData &data)
{
    if (data.hasUrls()) {
        const QList<QUrl> urls = data.urls();
        return urls.size() == 1 && urls.first().isLocalFile()
            ? specOfPath(QFileInfo(urls.first().toLocalFile()))
            : std::nullopt;
    }
    const QString text = data.text().trimmed();
    if (text.size() > longestList)
        return std::nullopt;
    if (text.startsWith(u'/') && !text.contains(u'\n'))
        return specOfPath(QFileInfo(text));
    return listOfImages(text);
}

} // namespace slipway
