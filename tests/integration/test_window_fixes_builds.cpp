// Builds that fail for real: the error is shown, the Dockerfile opened at the line that failed,
// changed and saved, and the build completes.
#include "tests/support/window_under_test.h"
#include "ui/editor/file_editor.h"
#include "ui/editor/numbered_text.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QTextBlock>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::test;

class TestWindowFixesBuilds : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void aDockerfileThatIsWrong_data();
    void aDockerfileThatIsWrong();
    void aDockerfileChangedSince();

private:
    QString context(const QString &name, const QByteArray &dockerfile) const;
    TaskId fails(const QString &folder, ErrorCode code)
    {
        return m_shown->fails(u"docker_build"_s,
            { { u"context_path"_s, folder }, { u"network"_s, u"none"_s } }, code);
    }
    NumberedText *opened(const TaskId &id);
    void changeLine(NumberedText &text, const QString &line);

    EngineFixture m_engine;
    std::unique_ptr<WindowUnderTest> m_shown;
};

void TestWindowFixesBuilds::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
    m_shown = std::make_unique<WindowUnderTest>(m_engine.program);
    QVERIFY2(m_shown->start(), qPrintable(m_shown->queue.sentence));
}

QString TestWindowFixesBuilds::context(const QString &name, const QByteArray &dockerfile) const
{
    const QString folder = m_engine.folder + u"/build-"_s + name;
    QDir().mkpath(folder);
    QFile file(folder + u"/Dockerfile"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write(dockerfile);
    return folder;
}

NumberedText *TestWindowFixesBuilds::opened(const TaskId &id)
{
    if (!m_shown->clickFix(id, u"open_dockerfile"_s))
        return nullptr;
    NumberedText *text = nullptr;
    const bool shown = QTest::qWaitFor([&] {
        text = m_shown->window->findChild<NumberedText *>();
        return text && text->markedLine() > 0;
    });
    return shown ? text : nullptr;
}

// With the keys: the cursor stands at the beginning of the marked line.
void TestWindowFixesBuilds::changeLine(NumberedText &text, const QString &line)
{
    QTest::keyClick(&text, Qt::Key_End, Qt::ShiftModifier);
    QTest::keyClicks(&text, line);
}

void TestWindowFixesBuilds::aDockerfileThatIsWrong_data()
{
    QTest::addColumn<QByteArray>("dockerfile");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("right");
    const auto row = [](const char *name, const QByteArray &dockerfile, int line,
                         const QString &right, ErrorCode code = ErrorCode::DockerBuildFailed) {
        QTest::newRow(name) << dockerfile << code << line << right;
    };
    row("syntax", "FROM busybox:local\n\n# it\nRUNN true\nRUN true\n", 4, u"RUN true"_s);
    row("a failing RUN",
        "# remark\nARG WAY=x\nFROM busybox:local AS one\nRUN true\nRUN echo this is why >&2 && \\\n"
        "    exit 3\nFROM one\nRUN true\n",
        5, u"RUN true || \\"_s);
    row("the second of two that read the same",
        "FROM busybox:local AS one\nRUN test -e /tmp\nFROM busybox:local\nRUN rm -r /tmp\n"
        "RUN test -e /tmp\nRUN true\n",
        5, u"RUN true"_s);
    row("COPY of a missing file", "FROM busybox:local\n\nCOPY nothing.txt /\n", 3,
        u"COPY Dockerfile /"_s);
    row("a base that is missing",
        "FROM busybox:local AS one\nRUN true\n\nFROM " + m_engine.registry.toUtf8()
            + "/builds/none:2\nRUN true\n",
        4, u"FROM one"_s, ErrorCode::DockerImageNotFound);
    row("a program that is not executable",
        "FROM busybox:local\nRUN true\nRUN echo true > /bin/x && /bin/x\n", 3, u"RUN true"_s,
        ErrorCode::DockerPermissionDenied);
    row("more output than is kept for the diagnosis",
        "FROM busybox:local\nRUN seq 1 2000; exit 4\n", 2, u"RUN true"_s);
}

void TestWindowFixesBuilds::aDockerfileThatIsWrong()
{
    QFETCH(QByteArray, dockerfile);
    QFETCH(ErrorCode, code);
    QFETCH(int, line);
    QFETCH(QString, right);
    const QString name = QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-');
    const QString folder = context(name, dockerfile);
    const TaskId id = fails(folder, code);
    QVERIFY(!id.isNull());
    QVERIFY(m_shown->queue.task(id).error->place);
    qInfo("line %d, %s", m_shown->queue.task(id).error->place->line,
        qPrintable(m_shown->queue.task(id).error->place->instruction));
    QCOMPARE(m_shown->queue.task(id).error->place->line, line);
    NumberedText *text = opened(id);
    QVERIFY(text);
    QCOMPARE(text->markedLine(), line);
    QCOMPARE(text->textCursor().blockNumber() + 1, line);
    changeLine(*text, right);
    QTest::mouseClick(m_shown->button(u"editorSaveAndRetry"_s), Qt::LeftButton);
    QVERIFY(m_shown->completes(id));
    QFile file(folder + u"/Dockerfile"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()).split(u'\n').value(line - 1), right);
    QTRY_VERIFY(!m_shown->window->findChild<FileEditor *>());
}

void TestWindowFixesBuilds::aDockerfileChangedSince()
{
    const QString folder = context(u"changed"_s, "FROM busybox:local\nRUN false\n");
    const TaskId id = fails(folder, ErrorCode::DockerBuildFailed);
    context(u"changed"_s, "FROM busybox:local\n# new\n\nRUN true\nRUN false\n");
    NumberedText *text = opened(id);
    QVERIFY(text);
    QCOMPARE(text->markedLine(), 5);
    changeLine(*text, u"RUN true"_s);
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_shown->completes(id));
}

QTEST_MAIN(TestWindowFixesBuilds)
#include "test_window_fixes_builds.moc"
