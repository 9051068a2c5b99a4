// What an ignore file leaves out of a build: test_build_context tries each case with a real one.
#include "core/docker/build_context.h"
#include "core/docker/context_check.h"
#include "core/task/sentence.h"
#include "tests/support/ignore_cases.h"

#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::test;

class TestIgnoreFile : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void leavesOut_data();
    void leavesOut();
    void linesThatDockerRefuses_data();
    void linesThatDockerRefuses();
    void countsWhatIsGiven();
    void countsWhatDockerNeedsItself();
    void theFileBesideTheDockerfile();
    void namesWhatMayNotBeRead();
    void givesUpOnAFolderThatIsTooLarge();
    void tellsALineEach_data();
    void tellsALineEach();

private:
    QTemporaryDir m_folder;
};

namespace {

QStringList given(const QString &folder, const QByteArray &rules, Builder builder)
{
    const IgnoreFile ignored(rules);
    QStringList files;
    const ContextWalk::Visitor visitor{ [&files](const QString &path, const ContextWalk::Entry &) {
                                           files << path;
                                       },
        [](const QString &) {} };
    ContextWalk(ignored, builder, visitor, {}).walk(folder);
    files.sort();
    return files;
}

DockerBuild buildOf(const QString &folder, const QString &dockerfile = u"Dockerfile"_s)
{
    DockerBuild build;
    build.contextPath = folder;
    build.dockerfile = dockerfile;
    return build;
}

} // namespace

void TestIgnoreFile::initTestCase()
{
    QVERIFY(writeIgnoreFiles(m_folder.path()));
}

void TestIgnoreFile::leavesOut_data()
{
    QTest::addColumn<QByteArray>("rules");
    QTest::addColumn<Builder>("builder");
    QTest::addColumn<QStringList>("expected");
    for (const IgnoreCase &each : ignoreCases()) {
        QTest::addRow("%s", each.name) << each.rules << Builder::BuildKit << each.given;
        QTest::addRow("%s, legacy", each.name)
            << each.rules << Builder::Legacy << each.givenToLegacy.value_or(each.given);
    }
}

void TestIgnoreFile::leavesOut()
{
    QFETCH(QByteArray, rules);
    QFETCH(Builder, builder);
    QFETCH(QStringList, expected);
    QCOMPARE(given(m_folder.path(), rules, builder), expected);
    QCOMPARE(IgnoreFile(rules).refusedLine(), QString());
}

void TestIgnoreFile::linesThatDockerRefuses_data()
{
    QTest::addColumn<QByteArray>("rules");
    QTest::addColumn<QString>("line");
    QTest::newRow("an exception of nothing") << QByteArray("a.txt\n!\n*.md") << u"!"_s;
    QTest::newRow("an open set") << QByteArray("src/[a\n") << u"src/[a"_s;
    QTest::newRow("an escape of nothing") << QByteArray("a\\\n") << u"a\\"_s;
    QTest::newRow("an exception of the root") << QByteArray("*\n!/\n") << u"!/"_s;
    QTest::newRow("the first of two") << QByteArray("[\n!\n") << u"["_s;
}

void TestIgnoreFile::linesThatDockerRefuses()
{
    QFETCH(QByteArray, rules);
    QFETCH(QString, line);
    QCOMPARE(IgnoreFile(rules).refusedLine(), line);
    QVERIFY(!IgnoreFile(rules + "!src\n").leavesOut(u"src/[a"_s)); // and no warning of Qt's
}

void TestIgnoreFile::countsWhatIsGiven()
{
    QTemporaryDir folder;
    const QString root = folder.path() + u'/';
    QVERIFY(writeFile(root + u"Dockerfile"_s, "FROM scratch\n"));
    QVERIFY(writeFile(root + u"src/main.c"_s, QByteArray(100, 'x')));
    QVERIFY(writeFile(root + u"node_modules/left/pad.js"_s, QByteArray(100'000, 'x')));
    QVERIFY(writeFile(root + u"node_modules/keep/me.js"_s, QByteArray(1000, 'x')));
    QVERIFY(QFile::link(u"../node_modules"_s, root + u"src/link"_s));
    BuildContext context = buildContext(buildOf(folder.path()), Builder::Legacy);
    QCOMPARE(context.bytes, 13 + 100 + 100'000 + 1000);
    QCOMPARE(context.files, 5);
    QCOMPARE(context.largest, u"node_modules"_s);
    QCOMPARE(context.largestBytes, 101'000);
    QVERIFY(!context.hasIgnoreFile && context.whole && context.unreadable.isEmpty());
    QVERIFY(writeFile(root + u".dockerignore"_s, "node_modules\n!node_modules/keep\n"));
    context = buildContext(buildOf(folder.path()), Builder::Legacy);
    QCOMPARE(context.bytes, 13 + 100 + 1000 + 32);
    QVERIFY(context.hasIgnoreFile);
}

void TestIgnoreFile::countsWhatDockerNeedsItself()
{
    QTemporaryDir folder;
    const QString root = folder.path() + u'/';
    QVERIFY(writeFile(root + u"docker/api/Dockerfile"_s, "FROM scratch\n"));
    QVERIFY(writeFile(root + u"docker/api/notes"_s, "notes"));
    QVERIFY(writeFile(root + u".dockerignore"_s, "*\n"));
    const DockerBuild build = buildOf(folder.path(), root + u"docker/api/Dockerfile"_s);
    const BuildContext context = buildContext(build, Builder::Legacy);
    QCOMPARE(context.files, 2);
    QCOMPARE(context.bytes, 13 + 2);
}

void TestIgnoreFile::theFileBesideTheDockerfile()
{
    QTemporaryDir folder;
    const QString root = folder.path() + u'/';
    const QString other = root + u"other.Dockerfile"_s;
    QVERIFY(writeFile(root + u"a"_s, QByteArray(1000, 'x')));
    QVERIFY(writeFile(root + u"b"_s, QByteArray(100, 'x')));
    QVERIFY(writeFile(root + u".dockerignore"_s, "a\nother*"));
    QVERIFY(writeFile(other + u".dockerignore"_s, "b\n.docker*\nother*"));
    QCOMPARE(buildContext(buildOf(folder.path()), Builder::BuildKit).bytes, 100 + 8);
    const BuildContext own = buildContext(buildOf(folder.path(), other), Builder::BuildKit);
    QCOMPARE(own.bytes, 1000 + 8); // the Dockerfile itself is not there
    QCOMPARE(own.ignoreFile, u"other.Dockerfile.dockerignore"_s);
    const BuildContext legacy = buildContext(buildOf(folder.path(), other), Builder::Legacy);
    QCOMPARE(legacy.bytes, 100 + 8);
    QCOMPARE(legacy.ignoreFile, u".dockerignore"_s);
}

// Root may read everything: for a moment this is somebody else.
void TestIgnoreFile::namesWhatMayNotBeRead()
{
    QTemporaryDir folder;
    const QString root = folder.path() + u'/';
    const auto forbid = [](const QString &path) {
        return QFile::setPermissions(path, QFileDevice::Permissions{});
    };
    QVERIFY(QFile::setPermissions(folder.path(), QFileDevice::Permissions::fromInt(0x7755)));
    QVERIFY(writeFile(root + u"Dockerfile"_s, "FROM scratch\n"));
    QVERIFY(writeFile(root + u"secret.key"_s, "x") && forbid(root + u"secret.key"_s));
    QVERIFY(writeFile(root + u"data/db"_s, "x") && forbid(root + u"data"_s));
    const bool isRoot = geteuid() == 0;
    QVERIFY(!isRoot || seteuid(65534) == 0);
    const BuildContext context = buildContext(buildOf(folder.path()), Builder::Legacy);
    const BuildContext closed =
        buildContext(buildOf(folder.path(), root + u"secret.key"_s), Builder::Legacy);
    const IgnoreFile ignored("data\nsecret.*\n");
    QStringList unreadable;
    const ContextWalk::Visitor visitor{ [](const QString &, const ContextWalk::Entry &) {},
        [&unreadable](const QString &path) { unreadable << path; } };
    ContextWalk(ignored, Builder::Legacy, visitor, {}).walk(folder.path());
    QVERIFY(!isRoot || seteuid(0) == 0);
    QVERIFY(QFile::setPermissions(root + u"data"_s, QFileDevice::Permissions::fromInt(0x7700)));
    QCOMPARE(context.unreadableCount, 2);
    QVERIFY(context.unreadable == u"data"_s || context.unreadable == u"secret.key"_s);
    QCOMPARE(unreadable, QStringList());
    const PreCheck dockerfile = contextChecks(closed, Builder::Legacy).first();
    QCOMPARE(dockerfile.level, PreCheck::Level::Wrong);
    QCOMPARE(withArguments(dockerfile.text, dockerfile.arguments),
        u"You may not read the Dockerfile %1."_s.arg(root + u"secret.key"_s));
}

void TestIgnoreFile::givesUpOnAFolderThatIsTooLarge()
{
    QTemporaryDir folder;
    for (int number = 0; number < 30; ++number)
        QVERIFY(writeFile(folder.path() + u"/%1/file"_s.arg(number), "x"));
    const DockerBuild build = buildOf(folder.path());
    QVERIFY(buildContext(build, Builder::BuildKit, { .entries = 60 }).whole);
    const BuildContext few = buildContext(build, Builder::BuildKit, { .entries = 59 });
    QVERIFY(!few.whole);
    QVERIFY(few.bytes < 30);
    QVERIFY(
        !buildContext(build, Builder::BuildKit, { .time = std::chrono::milliseconds(0) }).whole);
}

void TestIgnoreFile::tellsALineEach_data()
{
    using Level = PreCheck::Level;
    QTest::addColumn<BuildContext>("context");
    QTest::addColumn<Builder>("builder");
    QTest::addColumn<Level>("level");
    QTest::addColumn<QString>("says"); // the first line after the Dockerfile's
    BuildContext context;
    context.ignoreFile = u".dockerignore"_s;
    context.bytes = 3000;
    context.files = 7;
    QTest::newRow("small") << context << Builder::Legacy << Level::Ok
                           << u"The build's context is 3.0 kB."_s;
    BuildContext less = context;
    less.hasIgnoreFile = true;
    QTest::newRow("with an ignore file")
        << less << Builder::Legacy << Level::Ok
        << u"The build's context is 3.0 kB; .dockerignore says what is left out of it."_s;
    BuildContext large = less;
    large.bytes = 300'000'000;
    large.largest = u"node_modules"_s;
    large.largestBytes = 250'000'000;
    QTest::newRow("large") << large << Builder::BuildKit << Level::Warning
                           << u"The build's context is 300.0 MB, 250.0 MB of it in node_modules. "
                              u"What the build does not need can be left out in .dockerignore."_s;
    BuildContext tooMuch = context;
    tooMuch.whole = false;
    QTest::newRow("too much")
        << tooMuch << Builder::BuildKit << Level::Warning
        << u"The build's context is more than 3.0 kB in more than 7 files: it was not counted to "
           u"its end. What the build does not need can be left out in .dockerignore."_s;
    BuildContext closed = context;
    closed.unreadable = u"secret.key"_s;
    closed.unreadableCount = 1;
    const QString one = u"You may not read secret.key, which belongs to the build's context. Make "
                        u"it readable, or leave it out in .dockerignore."_s;
    QTest::newRow("a closed file") << closed << Builder::Legacy << Level::Wrong << one;
    QTest::newRow("perhaps not used") << closed << Builder::Buildx << Level::Warning << one;
    closed.unreadableCount = 12;
    QTest::newRow("closed files")
        << closed << Builder::Legacy << Level::Wrong
        << u"You may not read 12 files or folders of the build's context, secret.key among them. "
           u"Make them readable, or leave them out in .dockerignore."_s;
    BuildContext refused = less;
    refused.refusedLine = u"src/[a"_s;
    QTest::newRow("a line that is none")
        << refused << Builder::Legacy << Level::Wrong
        << u"Docker cannot read the line \"src/[a\" of .dockerignore."_s;
}

void TestIgnoreFile::tellsALineEach()
{
    QFETCH(BuildContext, context);
    QFETCH(Builder, builder);
    QFETCH(PreCheck::Level, level);
    QFETCH(QString, says);
    const QList<PreCheck> checks = contextChecks(context, builder);
    QCOMPARE(withArguments(checks[1].text, checks[1].arguments), says);
    QCOMPARE(checks[1].level, level);
    QCOMPARE(checks[1].id, u"context"_s);
    QCOMPARE(checks[0].id, u"dockerfile"_s);
    QCOMPARE(checks[0].level, PreCheck::Level::Ok);
}

QTEST_GUILESS_MAIN(TestIgnoreFile)
#include "test_ignore_file.moc"
