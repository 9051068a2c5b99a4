// .dockerignore files and what of one folder a build gets to see with them. test_build_context asks
// the real docker, test_ignore_file our reading of the rules.
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

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

struct IgnoreCase {
    const char *name;
    QByteArray rules;
    QStringList sent;
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
    return {
        { "nothing", "", ignoreFiles() },
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
        { "all below", "docs/**\n", without({ "docs/README.md", "docs/deep/er/note.md" }) },
        { "two stars between", "docs/**/note.md\n", without({ "docs/deep/er/note.md" }) },
        { "a comment", "#build\n# a.txt\n", ignoreFiles() },
        { "spaces and blank lines", "\n  build  \n\n",
            without({ "build/lib/x.o", "build/x.o" }) },
        { "an exception", "*.md\n!README.md\n", ignoreFiles() },
        { "the last line decides", "!README.md\n*.md\n", without({ "README.md" }) },
        { "all but one folder", "*\n!src\n",
            only({ "src/a.txt", "src/b+c.txt", "src/main.py", "src/node_modules/q/index.js",
                "src/sub/deep.py" }) },
        { "an exception deeper down", "build\n!build/lib\n", without({ "build/x.o" }) },
        { "an exception with a space", "build\n! build/x.o\n", without({ "build/lib/x.o" }) },
        { "and out of it again", "*\n!src\nsrc/sub\nsrc/node_modules\n",
            only({ "src/a.txt", "src/b+c.txt", "src/main.py" }) },
        { "a set", "temp[a-b]\n", without({ "tempa", "tempb/file" }) },
        { "not of a set", "temp[^a]\n", without({ "tempb/file" }) },
        { "a plus is a plus", "src/b+c.txt\n", without({ "src/b+c.txt" }) },
        { "an escaped star", "\\*.txt\n", ignoreFiles() },
        { "no such file", "nothing\nsrc/nothing\n", ignoreFiles() },
    };
}

} // namespace slipway::test
