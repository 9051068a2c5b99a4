// What a real build is given of a folder, and what we say of it: for the same lines of an ignore
// file, the builder of the client under test.
#include "core/docker/build_context.h"
#include "core/docker/builder_probe.h"
#include "tests/support/engine_fixture.h"
#include "tests/support/ignore_cases.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::test;

class TestBuildContext : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void givesWhatWeSay_data();
    void givesWhatWeSay();
    void refusesWhatWeSay_data();
    void refusesWhatWeSay();
    void theFileBesideTheDockerfile();
    void whatMayNotBeRead();
    void linesAtRandom();

private:
    DockerBuild build() const;
    QStringList expected(const IgnoreCase &each) const;
    DockerAnswer run(const QString &dockerfile = {}) const;
    QStringList given(const QByteArray &rules) const; // what we say of it, sorted
    QStringList built(); // the files of the context that the image has, sorted

    EngineFixture m_engine;
    QString m_folder;
    Builder m_builder = Builder::Legacy;
    bool m_isOld = false; // the client is older than 23
};

namespace {

const QString image = u"context/under:test"_s;

// Names below ctx/ in a tar: each header is 512 bytes, the file follows in whole blocks.
QStringList filesIn(const QByteArray &tar)
{
    QStringList files;
    for (qsizetype at = 0; at + 512 <= tar.size() && tar[at] != '\0';) {
        const QByteArray header = tar.mid(at, 512);
        const QByteArray name = header.left(100).constData();
        const qint64 size = header.mid(124, 11).toLongLong(nullptr, 8);
        if (header[156] == '0' && name.startsWith("ctx/"))
            files << QString::fromUtf8(name.mid(4));
        at += 512 + (size + 511) / 512 * 512;
    }
    files.sort();
    return files;
}

} // namespace

void TestBuildContext::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
    m_folder = m_engine.folder + u"/awkward"_s;
    QVERIFY(writeIgnoreFiles(m_folder));
    QVERIFY(writeFile(m_folder + u"/Dockerfile"_s, "FROM scratch\nCOPY . /ctx/\n"));
    DockerClient client;
    client.program = m_engine.program;
    DockerEngine engine(client);
    BuilderProbe probe(engine);
    std::optional<Builder> found;
    probe.whenKnown(this, [&found](Builder builder) { found = builder; });
    QTRY_VERIFY_WITH_TIMEOUT(found, 30'000);
    m_builder = *found;
    const QString version =
        m_engine.docker({ u"version"_s, u"--format"_s, u"{{.Client.Version}}"_s }).line();
    QVERIFY2(version.contains(u'.'), qPrintable(version));
    m_isOld = version.section(u'.', 0, 0).toInt() < 23;
    qInfo("the builder is %s", m_builder == Builder::Legacy ? "the legacy one" : "BuildKit");
}

DockerBuild TestBuildContext::build() const
{
    DockerBuild build;
    build.contextPath = m_folder;
    return build;
}

QStringList TestBuildContext::expected(const IgnoreCase &each) const
{
    if (m_isOld && each.givenToOld)
        return *each.givenToOld;
    return m_builder == Builder::Legacy ? each.givenToLegacy.value_or(each.given) : each.given;
}

DockerAnswer TestBuildContext::run(const QString &dockerfile) const
{
    DockerBuild wanted = build();
    if (!dockerfile.isEmpty())
        wanted.dockerfile = dockerfile;
    wanted.imageName = image.section(u':', 0, 0);
    wanted.tag = image.section(u':', 1);
    return m_engine.docker(buildCall(wanted, m_builder).arguments);
}

QStringList TestBuildContext::built()
{
    const DockerAnswer container = m_engine.docker({ u"create"_s, image, u"none"_s });
    const DockerAnswer tar = m_engine.docker({ u"export"_s, container.line() });
    m_engine.docker({ u"rm"_s, container.line() });
    QStringList files = filesIn(tar.output);
    files.removeIf([](const QString &path) { return !ignoreFiles().contains(path); });
    return files;
}

QStringList TestBuildContext::given(const QByteArray &rules) const
{
    const IgnoreFile ignored(rules);
    QStringList files;
    const ContextWalk::Visitor visitor{ [&files](const QString &path, const ContextWalk::Entry &) {
                                           files << path;
                                       },
        [](const QString &) {} };
    ContextWalk(ignored, m_builder, visitor, {}).walk(m_folder);
    files.removeIf([](const QString &path) { return !ignoreFiles().contains(path); });
    files.sort();
    return files;
}

void TestBuildContext::givesWhatWeSay_data()
{
    QTest::addColumn<QByteArray>("rules");
    QTest::addColumn<QStringList>("expected");
    for (const IgnoreCase &each : ignoreCases())
        QTest::addRow("%s", each.name) << each.rules << expected(each);
}

void TestBuildContext::givesWhatWeSay()
{
    QFETCH(QByteArray, rules);
    QFETCH(QStringList, expected);
    QVERIFY(writeFile(m_folder + u"/.dockerignore"_s, rules));
    const DockerAnswer answer = run();
    QVERIFY2(answer.ok(), answer.errors.constData());
    QCOMPARE(built(), expected);
    if (m_isOld && expected != given(rules))
        return;
    qint64 bytes = rules.size() + QFileInfo(m_folder + u"/Dockerfile"_s).size();
    for (const QString &path : expected)
        bytes += ignoreFileSize(path);
    QCOMPARE(buildContext(build(), m_builder).bytes, bytes);
}

void TestBuildContext::refusesWhatWeSay_data()
{
    QTest::addColumn<QByteArray>("rules");
    QTest::newRow("an exception of nothing") << QByteArray("a.txt\n!\n");
    QTest::newRow("an open set") << QByteArray("[a\n");
    QTest::newRow("an open set further down") << QByteArray("src/[a\n");
}

void TestBuildContext::refusesWhatWeSay()
{
    QFETCH(QByteArray, rules);
    QVERIFY(writeFile(m_folder + u"/.dockerignore"_s, rules));
    const DockerAnswer answer = run();
    QVERIFY2(!answer.ok(), answer.output.constData());
    QVERIFY(!buildContext(build(), m_builder).refusedLine.isEmpty());
}

void TestBuildContext::theFileBesideTheDockerfile()
{
    const QString other = m_folder + u"/other.Dockerfile"_s;
    QVERIFY(writeFile(other, "FROM scratch\nCOPY . /ctx/\n"));
    QVERIFY(writeFile(other + u".dockerignore"_s, "src\n"));
    QVERIFY(writeFile(m_folder + u"/.dockerignore"_s, "docs\n"));
    const DockerAnswer answer = run(other);
    QVERIFY2(answer.ok(), answer.errors.constData());
    const bool isLegacy = m_builder == Builder::Legacy;
    QCOMPARE(built().filter(u"docs/"_s).isEmpty(), isLegacy);
    QCOMPARE(built().filter(u"src/main.py"_s).isEmpty(), !isLegacy);
    DockerBuild wanted = build();
    wanted.dockerfile = other;
    QCOMPARE(buildContext(wanted, m_builder).ignoreFile,
        isLegacy ? u".dockerignore"_s : u"other.Dockerfile.dockerignore"_s);
    QVERIFY(QFile::remove(other) && QFile::remove(other + u".dockerignore"_s));
}

// As an ordinary user, who is let to this engine for once.
void TestBuildContext::whatMayNotBeRead()
{
    constexpr uint nobody = 65534;
    const auto allow = [](const QString &path, uint mode) {
        return ::chmod(QFile::encodeName(path).constData(), mode) == 0;
    };
    const QString socket = m_engine.host.mid(7); // after unix://
    QVERIFY(allow(socket, 0666) && allow(QFileInfo(socket).path(), 0711));
    const QTemporaryDir folder(u"/tmp/slipway-context-XXXXXX"_s);
    const QTemporaryDir config(u"/tmp/slipway-config-XXXXXX"_s);
    QVERIFY(allow(folder.path(), 0755) && allow(config.path(), 0777));
    DockerBuild wanted = build();
    wanted.contextPath = folder.path();
    QVERIFY(writeFile(folder.filePath(u"Dockerfile"_s), "FROM scratch\nCOPY . /ctx/\n"));
    QVERIFY(writeFile(folder.filePath(u"open"_s), "x"));
    QVERIFY(writeFile(folder.filePath(u"closed"_s), "x"));
    QVERIFY(allow(folder.filePath(u"closed"_s), 0600));
    const auto builds = [&] {
        QProcess client;
        client.start(u"setpriv"_s,
            QStringList{ u"--reuid=%1"_s.arg(nobody), u"--regid=%1"_s.arg(nobody),
                u"--clear-groups"_s, u"env"_s, u"DOCKER_CONFIG="_s + config.path(),
                m_engine.program }
                + buildCall(wanted, m_builder).arguments);
        const bool ended =
            QTest::qWaitFor([&client] { return client.state() == QProcess::NotRunning; }, 60'000);
        const QByteArray said = client.readAllStandardError() + client.readAllStandardOutput();
        if (client.exitCode() != 0 && !said.contains("closed"))
            qWarning("%s", said.constData()); // it is something else
        return ended && client.exitCode() == 0;
    };
    const auto ours = [&] {
        if (::seteuid(nobody) != 0)
            return u"this test needs root"_s;
        const BuildContext context = buildContext(wanted, m_builder);
        return ::seteuid(0) == 0 ? context.unreadable : u"?"_s;
    };
    QCOMPARE(ours(), u"closed"_s);
    if (m_builder == Builder::Legacy) // a BuildKit goes on without it, and so it is a warning there
        QVERIFY(!builds());
    QVERIFY(writeFile(folder.filePath(u".dockerignore"_s), "closed\n"));
    QCOMPARE(ours(), QString());
    QVERIFY(builds());
}

void TestBuildContext::linesAtRandom()
{
    const quint32 seed = qEnvironmentVariableIsSet("SLIPWAY_TEST_SEED")
        ? qEnvironmentVariable("SLIPWAY_TEST_SEED").toUInt()
        : QRandomGenerator::global()->generate();
    qInfo("SLIPWAY_TEST_SEED=%u", seed);
    QRandomGenerator random(seed);
    const QList<QByteArray> lines{ "*", "**", "**/*.md", "*.txt", "*/*", "src", "src/*", "src/**",
        "src/a.txt", "src/sub", "**/node_modules", "**/index.js", "docs", "docs/deep", "docs/*/er",
        "docs/**/note.md", "build/lib", "build", "temp*", "temp?/file", "*/*/*", "[a-s]*",
        "node_modules/*/index.js", "src/node_modules", "**/x.o", "README.md" };
    for (int round = 0; round < 25; ++round) {
        QByteArray rules = "# kept\n";
        for (int line = int(random.bounded(1, 6)); line > 0; --line)
            rules += (!m_isOld && random.bounded(5) < 2 ? "!" : "")
                + lines[random.bounded(lines.size())] + '\n';
        QVERIFY(writeFile(m_folder + u"/.dockerignore"_s, rules + "!README.md\n"));
        const DockerAnswer answer = run();
        QVERIFY2(answer.ok(), (rules + answer.errors).constData());
        const IgnoreFile ignored(rules + "!README.md\n");
        QStringList ours;
        const ContextWalk::Visitor visitor{ [&ours](const QString &path,
                                                const ContextWalk::Entry &) { ours << path; },
            [](const QString &) {} };
        QVERIFY(ContextWalk(ignored, m_builder, visitor, {}).walk(m_folder));
        ours.removeIf([](const QString &path) { return !ignoreFiles().contains(path); });
        ours.sort();
        const QStringList theirs = built();
        const QByteArray both = rules + "docker: " + theirs.join(u' ').toUtf8()
            + "\nours:   " + ours.join(u' ').toUtf8();
        QVERIFY2(ours == theirs, both.constData());
    }
}

QTEST_GUILESS_MAIN(TestBuildContext)
#include "test_build_context.moc"
