// The place at which a build failed, from what builders really print, and its line in the file.
#include "core/diagnosis/build_place.h"
#include "core/intake/dockerfile_place.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;

Q_DECLARE_METATYPE(slipway::DockerfilePlace)

class TestBuildPlace : public QObject {
    Q_OBJECT

private slots:
    void outputNamesThePlace_data();
    void outputNamesThePlace();
    void outputNamesNone_data();
    void outputNamesNone();
    void theFileTellsTheLine_data();
    void theFileTellsTheLine();
    void aLineGetsItsInstruction();
};

void TestBuildPlace::outputNamesThePlace_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<DockerfilePlace>("place");
    QTest::newRow("buildx") << QByteArray(
        "#6 [2/2] RUN pytest -q\n#6 7.8 == 2 failed\n#6 ERROR: process \"/bin/sh\" "
        "did not complete successfully: exit code: 1\n------\n > [2/2] RUN pytest "
        "-q:\n7.8 == 2 failed\n------\nDockerfile:19\n--------------------\n  17 |   "
        "  COPY . .\n  18 |     \n  19 | >>> RUN pytest -q\n--------------------\n"
        "ERROR: failed to build: failed to solve: process \"/bin/sh -c pytest -q\" "
        "did not complete successfully: exit code: 1\n")
                            << DockerfilePlace{ 19, u"RUN pytest -q"_s, {}, 0 };
    QTest::newRow("buildx, several lines, a warning after it") << QByteArray(
        "docker/api.Dockerfile:2\r\n--------------------\r\n   1 |     FROM a\r\n"
        "   2 | >>> RUN make && \\\r\n   3 | >>>     make install\r\n   4 |     \r\n"
        "--------------------\r\nERROR: failed to solve: exit code: 2\r\n\r\n 1 "
        "warning found (use docker --debug to expand):\r\n - JSONArgsRecommended: "
        "use JSON (line 9)\r\n") << DockerfilePlace{ 2, u"RUN make && make install"_s, {}, 0 };
    QTest::newRow("BuildKit of an older client")
        << QByteArray("#5 ERROR: executor failed running [/bin/sh -c echo failing; exit 7]: exit "
                      "code: 7\n------\n > [3/4] RUN echo failing; exit 7:\n------\nexecutor "
                      "failed running [/bin/sh -c echo failing; exit 7]: exit code: 7\n")
        << DockerfilePlace{ 0, u"RUN echo failing; exit 7"_s, {}, 0 };
    QTest::newRow("BuildKit, a stage of a platform")
        << QByteArray("------\n > [linux/amd64 builder 6/6] RUN make:\n------\nfailed to solve\n")
        << DockerfilePlace{ 0, u"RUN make"_s, u"builder"_s, 0 };
    QTest::newRow("BuildKit, a base that is missing")
        << QByteArray("------\n > [internal] load metadata for docker.io/library/node:21x:\n"
                      "------\nfailed to solve with frontend dockerfile.v0: not found\n")
        << DockerfilePlace{ 0, u"FROM docker.io/library/node:21x"_s, {}, 0 };
    QTest::newRow("classic builder")
        << QByteArray("Step 2/4 : RUN echo before\n ---> Using cache\nStep 3/4 : RUN echo failing; "
                      "exit 7\n ---> Running in 3a66\nfailing\nThe command '/bin/sh -c echo "
                      "failing; exit 7' returned a non-zero code: 7\n")
        << DockerfilePlace{ 0, u"RUN echo failing; exit 7"_s, {}, 3 };
    QTest::newRow("syntax, classic builder")
        << QByteArray("Sending build context to Docker daemon  2.048kB\nError response from "
                      "daemon: dockerfile parse error line 2: unknown instruction: RUNN\n")
        << DockerfilePlace{ 2, {}, {}, 0 };
    QTest::newRow("syntax, buildx")
        << QByteArray("Dockerfile:3\n--------------------\n   2 |     \n   3 | >>> RUNN true\n"
                      "--------------------\nERROR: failed to solve: dockerfile parse error on "
                      "line 3: unknown instruction: RUNN (did you mean RUN?)\n")
        << DockerfilePlace{ 3, {}, {}, 0 };
}

void TestBuildPlace::outputNamesThePlace()
{
    QFETCH(QByteArray, output);
    QFETCH(DockerfilePlace, place);
    QList<QByteArray> lines = output.split('\n');
    for (const QList<QByteArray> &given : { lines, QList<QByteArray>{ output } }) {
        const auto found = buildPlace(given);
        QVERIFY(found.has_value());
        QCOMPARE(found->line, place.line);
        QCOMPARE(found->instruction, place.instruction);
        QCOMPARE(found->stage, place.stage);
        QCOMPARE(found->step, place.step);
    }
}

void TestBuildPlace::outputNamesNone_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no engine") << QByteArray(
        "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the "
        "docker daemon running?");
    QTest::newRow("a program's line and number")
        << QByteArray("#7 1.2 src/main.c:12\n#7 1.2 ----------\nmain.c:12\nERROR: failed\n");
    QTest::newRow("after the build")
        << QByteArray("Step 2/2 : RUN make\n ---> 1234\nSuccessfully built 1234abcd\ndenied\n");
}

void TestBuildPlace::outputNamesNone()
{
    QFETCH(QByteArray, output);
    QVERIFY(!buildPlace({ output }));
}

void TestBuildPlace::theFileTellsTheLine_data()
{
    QTest::addColumn<DockerfilePlace>("told");
    QTest::addColumn<int>("line");
    const auto row = [](const char *name, const DockerfilePlace &told, int line) {
        QTest::newRow(name) << told << line;
    };
    row("the only one that reads so", { 0, u"COPY app /app"_s, {}, 0 }, 6);
    row("over several lines", { 0, u"RUN make &&     make install"_s, {}, 0 }, 8);
    row("the second of two, by its step", { 0, u"RUN make test"_s, {}, 11 }, 19);
    row("the first of two, by its step", { 0, u"RUN make test"_s, {}, 6 }, 11);
    row("by its stage", { 0, u"RUN make test"_s, u"stage-1"_s, 0 }, 19);
    row("by its stage's name", { 0, u"RUN make test"_s, u"build"_s, 0 }, 11);
    row("the builder's line is right", { 11, u"RUN make test"_s, {}, 0 }, 11);
    row("lines were added over it", { 17, u"RUN make test"_s, {}, 0 }, 19);
    row("with a variable's value", { 0, u"WORKDIR /srv/app"_s, {}, 0 }, 5);
    row("in another case", { 0, u"USER nobody"_s, {}, 0 }, 20);
    row("a base by its full name", { 0, u"FROM docker.io/library/node:20"_s, {}, 0 }, 3);
    row("another base", { 0, u"FROM docker.io/library/nginx:latest"_s, {}, 0 }, 14);
    row("the beginning of a here-document", { 0, u"RUN <<EOF (set -e...)"_s, {}, 0 }, 15);
    row("it was changed meanwhile", { 9, u"RUN make all"_s, {}, 0 }, 9);
    row("it is gone", { 0, u"RUN make all"_s, {}, 0 }, 0);
}

void TestBuildPlace::theFileTellsTheLine()
{
    QFETCH(DockerfilePlace, told);
    QFETCH(int, line);
    const QString file = u"# what builds it\n" // 1
                         "ARG HOME=/srv/app\n"
                         "FROM --platform=linux/amd64 node:20 AS build\n" // 3
                         "\n"
                         "WORKDIR ${HOME}\n" // 5
                         "COPY app /app\n"
                         "# the program\n"
                         "RUN make && \\\n" // 8
                         "    # and where it goes\n"
                         "    make install\n"
                         "RUN make test\n" // 11
                         "EXPOSE 80\n"
                         "\n"
                         "from nginx\n" // 14
                         "RUN <<EOF\n"
                         "set -e\n"
                         "COPY app /app\n"
                         "EOF\n"
                         "RUN make test\n" // 19
                         "user nobody\n"_s;
    QCOMPARE(placeIn(file, told).line, line);
    QCOMPARE(placeIn(QString(file).replace(u"\n"_s, u"\r\n"_s), told).line, line);
}

void TestBuildPlace::aLineGetsItsInstruction()
{
    const QString file = u"FROM a\nRUNN true \\\n  && false\n"_s;
    QCOMPARE(placeIn(file, { 2, {}, {}, 0 }).instruction, u"RUNN true && false"_s);
    QCOMPARE(placeIn(file, { 3, {}, {}, 0 }).instruction, u"RUNN true && false"_s);
    QCOMPARE(placeIn(file, { 3, {}, {}, 0 }).line, 3);
    // So it is found again when lines were added over it.
    QCOMPARE(placeIn(u"# new\n\n"_s + file, { 2, u"RUNN true && false"_s, {}, 0 }).line, 4);
}

QTEST_GUILESS_MAIN(TestBuildPlace)
#include "test_build_place.moc"
