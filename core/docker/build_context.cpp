#include "core/docker/build_context.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

namespace fs = std::filesystem;

QString textOf(const fs::path &path)
{
    return QFile::decodeName(QByteArray::fromStdString(path.string()));
}

fs::path pathOf(const QString &text)
{
    return QFile::encodeName(text).toStdString();
}

bool mayRead(const fs::path &path)
{
    return faccessat(AT_FDCWD, path.c_str(), R_OK, AT_EACCESS) == 0;
}

struct IgnoreRules {
    QString path; // of the file that holds, or could be made
    bool isThere = false;
    bool isReadable = true;
    QByteArray text;
};

// BuildKit prefers a file beside the Dockerfile that has its name.
IgnoreRules ignoreRules(const QDir &folder, const DockerBuild &build, Builder builder)
{
    QStringList names{ u".dockerignore"_s };
    if (builder != Builder::Legacy)
        names.prepend(build.dockerfile + u".dockerignore"_s);
    IgnoreRules rules;
    for (const QString &name : names) {
        QFile file(folder.absoluteFilePath(name));
        rules.path = file.fileName();
        if (!file.exists())
            continue;
        rules.isThere = true;
        rules.isReadable = file.open(QIODevice::ReadOnly);
        rules.text = rules.isReadable ? file.readAll() : QByteArray();
        break;
    }
    return rules;
}

// Counts what a walk is given.
struct Count {
    BuildContext &context;
    QHash<QString, qint64> byName; // of the folder's own entries

    void given(const QString &path, const ContextWalk::Entry &entry)
    {
        std::error_code gone;
        const bool isFile = !entry.is_symlink(gone) && entry.is_regular_file(gone);
        const qint64 bytes = isFile ? qint64(entry.file_size(gone)) : 0;
        ++context.files;
        if (gone)
            return;
        context.bytes += bytes;
        byName[path.section(u'/', 0, 0)] += bytes;
    }

    void unreadable(const QString &path)
    {
        if (context.unreadableCount++ == 0)
            context.unreadable = path;
    }

    void findLargest()
    {
        for (auto it = byName.cbegin(); it != byName.cend(); ++it) {
            if (*it <= context.largestBytes)
                continue;
            context.largest = it.key();
            context.largestBytes = *it;
        }
    }
};

} // namespace

ContextWalk::ContextWalk(
    const IgnoreFile &ignored, Builder builder, const Visitor &visitor, const WalkLimit &limit)
    : m_ignored(ignored)
    , m_builder(builder)
    , m_visitor(visitor)
    , m_entriesLeft(limit.entries)
    , m_deadline(limit.time)
{
}

bool ContextWalk::walk(const QString &folder)
{
    m_givenUp = false;
    enter(pathOf(folder), {}, {});
    return !m_givenUp;
}

bool ContextWalk::goesOn()
{
    m_givenUp = m_givenUp || m_entriesLeft-- <= 0 || m_deadline.hasExpired();
    return !m_givenUp;
}

void ContextWalk::enter(
    const fs::path &folder, const QString &name, const IgnoreFile::Finding &finding)
{
    std::error_code failed;
    fs::directory_iterator entry(folder, failed);
    if (failed == std::errc::permission_denied && !finding.leftOut)
        m_visitor.unreadable(name.isEmpty() ? textOf(folder) : name.chopped(1));
    for (; !failed && entry != fs::directory_iterator() && goesOn(); entry.increment(failed)) {
        const QString path = name + textOf(entry->path().filename());
        meet(*entry, path, m_ignored.look(path, finding));
    }
}

// Links are given as links: what they lead to is not looked at. Pipes and sockets are not read.
void ContextWalk::meet(const Entry &entry, const QString &path, const IgnoreFile::Finding &finding)
{
    std::error_code gone;
    const bool isLink = entry.is_symlink(gone);
    if (!isLink && entry.is_directory(gone)) {
        if (!finding.leftOut || m_ignored.isEntered(path, m_builder))
            enter(entry.path(), path + u'/', finding);
        return;
    }
    if (finding.leftOut)
        return;
    if (!isLink && entry.is_regular_file(gone) && !mayRead(entry.path()))
        m_visitor.unreadable(path);
    m_visitor.given(path, entry);
}

BuildContext buildContext(const DockerBuild &build, Builder builder, WalkLimit limit)
{
    const QDir folder(build.contextPath);
    const IgnoreRules rules = ignoreRules(folder, build, builder);
    BuildContext context;
    context.hasIgnoreFile = rules.isThere;
    context.ignoreFile = QFileInfo(rules.path).fileName();
    Count count{ context, {} };
    if (!rules.isReadable)
        count.unreadable(context.ignoreFile);
    IgnoreFile ignored(rules.text);
    context.refusedLine = ignored.refusedLine();
    context.dockerfile = folder.absoluteFilePath(build.dockerfile);
    context.mayReadDockerfile = mayRead(pathOf(context.dockerfile));
    // Docker needs both: it takes them along, and leaves them out of the build itself.
    ignored.keep(u".dockerignore"_s);
    ignored.keep(folder.relativeFilePath(context.dockerfile));
    const ContextWalk::Visitor visitor{ [&count](
                                            const QString &path, const ContextWalk::Entry &entry) {
                                           count.given(path, entry);
                                       },
        [&count](const QString &path) { count.unreadable(path); } };
    context.whole = ContextWalk(ignored, builder, visitor, limit).walk(folder.path());
    count.findLargest();
    return context;
}

} // namespace slipway
