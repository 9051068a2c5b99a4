// What .dockerignore leaves out: each case was also tried with a real build, see test_build_context.
#include "core/docker/build_context.h"
#include "core/docker/ignore_file.h"
#include "tests/data/ignore_cases.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::test;

class TestIgnoreFile : public QObject {
    Q_OBJECT

private slots:
    void leavesOut_data();
    void leavesOut();
    void commentsSpacesAndMarks();
    void sizeOfWhatIsLeft();
    void anIgnoreFileOfTheDockerfile();
    void aFolderThatIsTooLarge();
};

namespace {

void write(const QDir &folder, const QString &path, const QByteArray &text)
{
    QVERIFY(folder.mkpath(QFileInfo(path).path()));
    QFile file(folder.filePath(path));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
}

} // namespace

void TestIgnoreFile::leavesOut_data()
{
    QTest::addColumn<QByteArray>("rules");
    QTest::addColumn<QStringList>("sent");
    for (const IgnoreCase &each : ignoreCases())
        QTest::newRow(each.name) << each.rules << each.sent;
}

void TestIgnoreFile::leavesOut()
{
    QFETCH(QByteArray, rules);
    QFETCH(QStringList, sent);
    const IgnoreFile file(rules);
    QStringList left = ignoreFiles();
    left.removeIf([&file](const QString &path) { return file.leavesOut(path); });
    QCOMPARE(left, sent);
}

void TestIgnoreFile::commentsSpacesAndMarks()
{
    const IgnoreFile file("\xEF\xBB\xBF" "a \r\n\n # no comment\n#b\n  c  \n");
    QVERIFY(file.leavesOut(u"a"_s) && file.leavesOut(u"c"_s) && !file.leavesOut(u"b"_s));
    QVERIFY(file.leavesOut(u"# no comment"_s));
}

void TestIgnoreFile::sizeOfWhatIsLeft()
{
    QTemporaryDir folder;
    const QDir root(folder.path());
    write(root, u"Dockerfile"_s, "FROM scratch\n");
    write(root, u"src/main.c"_s, QByteArray(100, 'x'));
    write(root, u"node_modules/left/pad.js"_s, QByteArray(100'000, 'x'));
    write(root, u"node_modules/keep/me.js"_s, QByteArray(1000, 'x'));
    QVERIFY(QFile::link(u"../node_modules"_s, root.filePath(u"src/link"_s)));
    ContextSize size = contextSize(DockerBuild{ folder.path() });
    QCOMPARE(size.bytes, 13 + 100 + 100'000 + 1000);
    QCOMPARE(size.files, 5);
    QVERIFY(!size.hasIgnoreFile && size.whole && size.readable);
    write(root, u".dockerignore"_s, "node_modules\n!node_modules/keep\n.dockerignore\n");
    size = contextSize(DockerBuild{ folder.path() });
    QCOMPARE(size.bytes, 13 + 100 + 1000);
    QVERIFY(size.hasIgnoreFile);
}

void TestIgnoreFile::anIgnoreFileOfTheDockerfile()
{
    QTemporaryDir folder;
    const QDir root(folder.path());
    write(root, u"a"_s, QByteArray(10, 'x'));
    write(root, u"b"_s, QByteArray(100, 'x'));
    write(root, u".dockerignore"_s, "a\n.docker*\nother*");
    write(root, u"other.Dockerfile.dockerignore"_s, "b\n.docker*\nother*");
    QCOMPARE(contextSize(DockerBuild{ folder.path() }).bytes, 100);
    QCOMPARE(contextSize(DockerBuild{ folder.path(), u"other.Dockerfile"_s }).bytes, 10);
}

void TestIgnoreFile::aFolderThatIsTooLarge()
{
    QTemporaryDir folder;
    for (int number = 0; number < 30; ++number)
        write(QDir(folder.path()), u"%1/file"_s.arg(number), "x");
    QVERIFY(contextSize(DockerBuild{ folder.path() }, 60).whole);
    const ContextSize size = contextSize(DockerBuild{ folder.path() }, 59);
    QVERIFY(!size.whole);
    QVERIFY(size.bytes < 30);
    QVERIFY(!contextSize(DockerBuild{ u"/nowhere/at/all"_s }).readable);
}

QTEST_GUILESS_MAIN(TestIgnoreFile)
#include "test_ignore_file.moc"
