// Ignore files, and what of one folder a build is given with them. test_build_context asks the real
// docker, test_ignore_file our reading of the rules.
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QList>
#include <QStringList>

#include <optional>

namespace slipway::test {

// Sorted. In every context there are a Dockerfile and a .dockerignore too.
inline QStringList ignoreFiles()
{
    return { QStringLiteral("README.md"), QStringLiteral("a.txt"), QStringLiteral("build/lib/x.o"),
        QStringLiteral("build/x.o"), QStringLiteral("docs/README.md"),
        QStringLiteral("docs/deep/er/note.md"), QStringLiteral("node_modules/p/index.js"),
        QStringLiteral("src/a.txt"), QStringLiteral("src/b+c.txt"), QStringLiteral("src/main.py"),
        QStringLiteral("src/node_modules/q/index.js"), QStringLiteral("src/sub/deep.py"),
        QStringLiteral("tempa"), QStringLiteral("tempb/file") };
}

// Each file has a size of its own, so that a sum tells which files are in it.
inline qint64 ignoreFileSize(const QString &path)
{
    return qint64(1) << ignoreFiles().indexOf(path);
}

inline bool writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly)
        && file.write(text) == text.size();
}

inline bool writeIgnoreFiles(const QString &folder)
{
    bool written = true;
    for (const QString &path : ignoreFiles())
        written =
            written && writeFile(folder + u'/' + path, QByteArray(int(ignoreFileSize(path)), 'x'));
    return written;
}

struct IgnoreCase {
    const char *name;
    QByteArray rules;
    QStringList given; // to a build
    std::optional<QStringList> givenToLegacy = {}; // where the legacy builder differs
    std::optional<QStringList> givenToOld = {}; // where clients before 23 differ
};

inline QList<IgnoreCase> ignoreCases()
{
    const auto without = [](std::initializer_list<const char *> gone) {
        QStringList left = ignoreFiles();
        for (const char *each : gone)
            left.removeAll(QString::fromLatin1(each));
        return left;
    };
    const auto only = [](std::initializer_list<const char *> there) {
        QStringList left;
        for (const char *each : there)
            left.append(QString::fromLatin1(each));
        return left;
    };
    const QStringList all = ignoreFiles();
    return {
        { "nothing", "", all },
        { "a folder", "build\n", without({ "build/lib/x.o", "build/x.o" }) },
        { "with slashes around", "/build/\n", without({ "build/lib/x.o", "build/x.o" }) },
        { "with dots", "./src/../build\n", without({ "build/lib/x.o", "build/x.o" }) },
        { "of the root alone", "a.txt\n", without({ "a.txt" }) },
        { "a star stops at folders", "*.md\n", without({ "README.md" }) },
        { "one folder down", "*/*.txt\n", without({ "src/a.txt", "src/b+c.txt" }) },
        { "a question mark", "temp?\n", without({ "tempa", "tempb/file" }) },
        { "anywhere", "**/*.md\n",
            without({ "README.md", "docs/README.md", "docs/deep/er/note.md" }) },
        { "a folder anywhere", "**/node_modules\n",
            without({ "node_modules/p/index.js", "src/node_modules/q/index.js" }) },
        { "a name anywhere", "**/a.txt\n", without({ "a.txt", "src/a.txt" }) },
        { "all below", "docs/**\n", without({ "docs/README.md", "docs/deep/er/note.md" }) },
        { "all that begins so", "docs**\n", without({ "docs/README.md", "docs/deep/er/note.md" }) },
        { "two stars between", "docs/**/note.md\n", without({ "docs/deep/er/note.md" }) },
        { "two stars in two places", "**/node_modules/**/index.js\n",
            without({ "node_modules/p/index.js", "src/node_modules/q/index.js" }) },
        { "a comment", "#build\n# a.txt\n", all },
        { "no comment: a blank before it", " #build\n", all },
        { "spaces and blank lines", "\n  build  \n\n", without({ "build/lib/x.o", "build/x.o" }) },
        { "lines of Windows",
            "\xEF\xBB\xBF"
            "a.txt\r\nbuild\r\n",
            without({ "a.txt", "build/lib/x.o", "build/x.o" }) },
        { "the folder itself", ".\n", all },
        { "a folder above", "../src\n", all },
        { "an exception", "*.md\n!README.md\n", all },
        { "the last line decides", "!README.md\n*.md\n", without({ "README.md" }) },
        { "all but one folder", "*\n!src\n",
            only({ "src/a.txt", "src/b+c.txt", "src/main.py", "src/node_modules/q/index.js",
                "src/sub/deep.py" }) },
        { "an exception deeper down", "build\n!build/lib\n", without({ "build/x.o" }) },
        { "an exception with a space", "build\n! build/x.o\n", without({ "build/lib/x.o" }) },
        { "and out of it again", "*\n!src\nsrc/sub\nsrc/node_modules\n",
            only({ "src/a.txt", "src/b+c.txt", "src/main.py" }) },
        { "an exception below with stars", "*\n!docs/**\n",
            only({ "docs/README.md", "docs/deep/er/note.md" }) },
        { "exceptions anywhere", "*\n!**/*.md\n",
            only({ "README.md", "docs/README.md", "docs/deep/er/note.md" }), only({ "README.md" }),
            only({ "README.md" }) },
        { "a set", "temp[a-b]\n", without({ "tempa", "tempb/file" }) },
        { "not of a set", "temp[^a]\n", without({ "tempb/file" }) },
        { "a plus is a plus", "src/b+c.txt\n", without({ "src/b+c.txt" }), {}, all },
        { "an escaped star", "\\*.txt\n", all },
        { "an escaped dot", "a\\.txt\n", without({ "a.txt" }) },
        { "an escaped a is a bell", "\\a.txt\n", all },
        { "no such file", "nothing\nsrc/nothing\n", all },
        { "what Docker needs itself", "a.txt\nDockerfile\n.dockerignore\n", without({ "a.txt" }) },
    };
}

} // namespace slipway::test
