#include "core/intake/brought.h"

#include "core/intake/absolute_paths.h"
#include "core/intake/compose_file.h"
#include "core/intake/docker_line.h"
#include "core/intake/dockerfile.h"
#include "core/intake/name_list.h"
#include "core/intake/ollama_line.h"
#include "core/intake/script_lines.h"
#include "core/task/task_json.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr qint64 longestText = 64 * 1024; // what is longer is no list of names and no script

// Leniently: what is not valid stays in its field, to be seen and mended.
TaskDraft draftOf(const QJsonObject &task)
{
    const QJsonObject params = task[u"params"].toObject();
    TaskDraft draft;
    draft.spec = emptySpec(*taskTypeFromName(task[u"task_type"].toString()));
    readFields(params, draft.spec);
    readFields(params, draft.options);
    return draft;
}

bool isCommand(const QStringList &words)
{
    return words.size() > 1 && (words[0] == "docker"_L1 || words[0] == "ollama"_L1);
}

OrWhyNot readScript(const QList<QStringList> &commands, QString folder)
{
    Brought brought;
    brought.inOrder = true;
    for (const QStringList &words : commands) {
        if (words[0] == "cd"_L1 && words.size() == 2) {
            folder = absolutePath(words[1], folder);
            continue;
        }
        if (!isCommand(words))
            return Sentence(QT_TRANSLATE_NOOP("Sentence", "“%1” is no command of docker or ollama"),
                { words.join(u' ') });
        const auto read = words[0] == "docker"_L1 ? readDockerLine(words.mid(1), folder)
                                                  : readOllamaLine(words.mid(1));
        if (const auto *why = std::get_if<Sentence>(&read))
            return *why;
        brought.drafts << draftOf(std::get<QJsonObject>(read));
    }
    return brought;
}

OrWhyNot readNames(const QString &text)
{
    const QStringList names = namesIn(text);
    if (!looksLikeNames(names))
        return Sentence();
    Brought brought;
    for (const QString &name : names) {
        TaskDraft draft;
        if (isModelName(name)) {
            draft.spec = OllamaPull{ name, false };
        } else {
            DockerPull pull;
            pull.imageName = name;
            draft.spec = pull;
        }
        brought.drafts << draft;
    }
    return brought;
}

bool looksLikePath(const QString &text)
{
    return !text.contains(u'\n')
        && (text.startsWith(u'/') || text.startsWith("~/"_L1) || text.startsWith("./"_L1));
}

Brought buildOf(const QString &folder, const QString &dockerfile)
{
    DockerBuild build;
    build.contextPath = folder;
    if (!dockerfile.isEmpty())
        build.dockerfile = dockerfile;
    return { { { build, {}, {} } }, false };
}

} // namespace

OrWhyNot readText(const QString &text, const QString &folder)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.size() > longestText)
        return Sentence();
    if (looksLikePath(trimmed))
        return readFile(absolutePath(trimmed, folder));
    const auto commands = scriptCommands(trimmed);
    const bool isScript = commands && std::any_of(commands->cbegin(), commands->cend(), isCommand);
    if (isScript)
        return readScript(*commands, folder);
    if (!commands && (trimmed.startsWith("docker "_L1) || trimmed.startsWith("ollama "_L1)))
        return Sentence(QT_TRANSLATE_NOOP("Sentence", "only a shell can do all of “%1”"),
            { trimmed.section(u'\n', 0, 0) });
    return readNames(trimmed);
}

OrWhyNot readFile(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return buildOf(info.absoluteFilePath(), {});
    if (!info.isFile())
        return Sentence();
    if (isDockerfileName(info.fileName()))
        return buildOf(info.absolutePath(),
            info.fileName() == "Dockerfile"_L1 ? QString() : info.absoluteFilePath());
    QFile file(path);
    if (info.size() > longestText || !file.open(QIODevice::ReadOnly))
        return Sentence();
    const QString text = QString::fromUtf8(file.readAll());
    if (isComposeFileName(info.fileName()))
        return readComposeFile(text.toUtf8(), info.absolutePath());
    // A path in a file is not what the file stands for.
    return looksLikePath(text.trimmed()) ? OrWhyNot(Sentence())
                                         : readText(text, info.absolutePath());
}

} // namespace slipway
