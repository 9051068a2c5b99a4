// Words of a command line, and the store's form of a task: what goes in comes out.
#include "core/task/task_json.h"
#include "core/task/words.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace slipway;

namespace {

// Draws values of every kind a task has, odd texts among them.
class Dice {
public:
    explicit Dice(quint32 seed)
        : m_random(seed)
    {
    }

    int upTo(int most) { return int(m_random.bounded(most + 1)); }
    bool yes() { return upTo(1) == 1; }
    qint64 big()
    {
        return qint64(m_random.generate64() & 0x1fffffffffffff);
    } // exact as a JSON number
    QString text();
    Sentence sentence();
    QStringList texts();
    Pairs pairs();
    QDateTime time();
    std::optional<int> maybe();
    TaskSpec spec(TaskType type);
    TaskOptions options();
    TaskError error();
    Task task();

private:
    QRandomGenerator m_random;
};

QString Dice::text()
{
    static const QStringList odd{ u""_s, u"a"_s, u"\u00e4\u4e2d\U0001F40B"_s,
        u"\"quoted\" \\ 'text'"_s, u"line\nline\r\t\u0001"_s, u"null"_s, u"{\"a\":[]}"_s,
        u"%1 %2"_s, QString(300, u'x'), u" "_s };
    return odd.at(upTo(int(odd.size()) - 1));
}

Sentence Dice::sentence()
{
    Sentence sentence(text());
    sentence.arguments = yes() ? texts() : QStringList();
    if (yes())
        sentence.clauses = { Sentence(text()), Sentence("%1", { text() }) };
    if (sentence.text.isEmpty()) // there is none, then
        return {};
    return sentence;
}

QStringList Dice::texts()
{
    QStringList list;
    for (int n = upTo(3); n > 0; --n)
        list.append(text());
    return list;
}

Pairs Dice::pairs()
{
    Pairs made;
    for (int n = upTo(3); n > 0; --n)
        made.insert(text(), text());
    return made;
}

QDateTime Dice::time()
{
    if (yes())
        return {};
    return QDateTime::fromMSecsSinceEpoch(
        qint64(m_random.bounded(4'000'000'000.0)) * 1000 + upTo(999), Qt::UTC);
}

std::optional<int> Dice::maybe()
{
    return yes() ? std::optional(upTo(1'000'000)) : std::nullopt;
}

TaskSpec Dice::spec(TaskType type)
{
    switch (type) {
    case TaskType::DockerPull:
        return DockerPull{ text(), text(), text(), yes() };
    case TaskType::DockerPush:
        return DockerPush{ text(), text(), yes() };
    case TaskType::DockerBuild:
        return DockerBuild{ text(), text(), text(), text(), pairs(), text(), text(), yes(), yes(),
            text(), texts(), yes() };
    case TaskType::DockerTag:
        return DockerTag{ text(), text() };
    case TaskType::DockerRun:
        return DockerRun{ text(), texts(), text(), pairs(), pairs(), pairs(), text(), text(),
            text(), text(), text(), text(), text(), yes(), yes() };
    case TaskType::DockerLogin:
        return DockerLogin{ text(), text() };
    case TaskType::OllamaPull:
        return OllamaPull{ text(), yes() };
    case TaskType::OllamaRun:
        return OllamaRun{ text(), text(), text(), text(), upTo(5000), upTo(500) / 100.0, text(),
            texts(), text() };
    }
    Q_UNREACHABLE();
}

TaskOptions Dice::options()
{
    return { upTo(100) - 50, text(), texts(), upTo(9), maybe(), maybe(), texts(), text(), time(),
        text() };
}

TaskError Dice::error()
{
    return { allErrorCodes().at(upTo(22)), text(), texts(), text(), text(), yes(), maybe(), texts(),
        yes() ? std::optional(big()) : std::nullopt, text(), text(), upTo(65535), texts(), texts(),
        yes() ? std::optional(DockerfilePlace{ upTo(500), text(), text(), upTo(40) })
              : std::nullopt,
        yes(), yes(), maybe(), maybe() };
}

Task Dice::task()
{
    Task task;
    task.id = QUuid::createUuid();
    task.sequence = big();
    task.revision = quint64(big());
    task.spec = spec(allTaskTypes().at(upTo(7)));
    task.options = options();
    task.status = allStatuses().at(upTo(12));
    task.progress.percent = upTo(100);
    task.progress.step = sentence();
    task.progress.bytesDone = big();
    if (yes())
        task.progress.bytesTotal = big();
    task.progress.isTransfer = yes();
    for (int n = upTo(3); n > 0; --n)
        task.progress.layers.append({ text(), text(), big(), yes() ? -1 : big() });
    task.createdAt = time();
    task.startedAt = time();
    task.completedAt = time();
    task.activeMs = big();
    task.attemptStartedAt = time();
    task.attemptMs = big();
    for (int n = upTo(4); n > 0; --n)
        task.history.append({ allStatuses().at(upTo(12)), time(), text() });
    task.attempt = upTo(9);
    task.retryCount = upTo(9);
    task.budgetStart = upTo(9);
    task.furthest = big();
    task.nextRetryAt = time();
    task.stopReason = static_cast<StopReason>(upTo(int(StopReason::Quit)));
    task.resumeAfterPause = yes();
    task.removeAtEnd = yes();
    task.frozen = yes();
    task.resolvedHost = text();
    task.waitingFor = sentence();
    if (yes())
        task.error = error();
    if (yes())
        task.leftover =
            Leftover{ yes() ? Leftover::Kind::ModelParts : Leftover::Kind::BuildCache, big() };
    if (yes())
        task.result = QJsonObject{ { u"digest"_s, text() }, { u"size"_s, big() } };
    return task;
}

bool isSame(const Task &a, const Task &b)
{
    const auto all = [](const Task &t) {
        return std::tie(t.id, t.sequence, t.revision, t.spec, t.options, t.status, t.progress,
            t.createdAt, t.startedAt, t.completedAt, t.activeMs, t.attemptStartedAt, t.attemptMs,
            t.history, t.attempt, t.retryCount, t.budgetStart, t.furthest, t.nextRetryAt,
            t.stopReason, t.resumeAfterPause, t.removeAtEnd, t.frozen, t.resolvedHost, t.waitingFor,
            t.error, t.result, t.leftover);
    };
    return all(a) == all(b);
}

} // namespace

class TaskBytesTest : public QObject {
    Q_OBJECT

private slots:
    void words_data();
    void words();
    void openQuotesAreNoWords();
    void randomTasksComeBackAsTheyWere();
    void brokenBytesAreNoTask();
    void unknownNumbersAreNotTrusted();
    void theEarlierFormIsRead();
};

void TaskBytesTest::words_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nothing") << u""_s << QStringList();
    QTest::newRow("spaces") << u" \t\n "_s << QStringList();
    QTest::newRow("plain") << u"  sh  -c\tls\n"_s << QStringList({ u"sh"_s, u"-c"_s, u"ls"_s });
    QTest::newRow("single") << u"'a  b' '\\n'"_s << QStringList({ u"a  b"_s, u"\\n"_s });
    QTest::newRow("double") << uR"("a 'b' c" "x\"y\\z\$\`")"_s
                            << QStringList({ u"a 'b' c"_s, u"x\"y\\z$`"_s });
    QTest::newRow("a backslash that stays") << uR"("a\nb")"_s << QStringList({ u"a\\nb"_s });
    QTest::newRow("backslash") << uR"(a\ b \'c \\ \n)"_s
                               << QStringList({ u"a b"_s, u"'c"_s, u"\\"_s, u"n"_s });
    QTest::newRow("a line goes on")
        << u"ec\\\nho \"a\\\nb\" \\\n x"_s << QStringList({ u"echo"_s, u"ab"_s, u"x"_s });
    QTest::newRow("empty words") << u"'' \"\" a''"_s << QStringList({ u""_s, u""_s, u"a"_s });
    QTest::newRow("parts of one word") << u"a'b'\"c\"d"_s << QStringList({ u"abcd"_s });
    QTest::newRow("no expansion") << u"$HOME `x` * ~ #c ; |"_s
                                  << QStringList({ u"$HOME"_s, u"`x`"_s, u"*"_s, u"~"_s, u"#c"_s,
                                         u";"_s, u"|"_s });
    QTest::newRow("a last backslash") << u"a\\"_s << QStringList({ u"a\\"_s });
    QTest::newRow("hard space") << u"a\u00a0b"_s << QStringList({ u"a\u00a0b"_s });
}

void TaskBytesTest::words()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, words);
    QCOMPARE(splitWords(text), std::optional(words));
}

void TaskBytesTest::openQuotesAreNoWords()
{
    for (const QString &text : { u"'"_s, u"a \"b"_s, u"\"a\\\""_s })
        QVERIFY2(!splitWords(text), qPrintable(text));
}

void TaskBytesTest::randomTasksComeBackAsTheyWere()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    Dice dice(seed);
    for (int i = 0; i < 2000; ++i) {
        const Task task = dice.task();
        const QByteArray bytes = taskToBytes(task);
        QVERIFY(!bytes.contains('\n'));
        const auto back = taskFromBytes(bytes);
        QVERIFY2(back, bytes.constData());
        QVERIFY2(isSame(*back, task), bytes.constData());
        QCOMPARE(taskToBytes(*back), bytes);
    }
}

void TaskBytesTest::brokenBytesAreNoTask()
{
    Dice dice(1);
    const QByteArray whole = taskToBytes(dice.task());
    for (const QByteArray &bytes :
        { QByteArray(), QByteArray("{}"), QByteArray("[]"), QByteArray("null"),
            whole.left(whole.size() / 2), QByteArray(whole).replace("\"type\":\"", "\"type\":\"x"),
            QByteArray(whole).replace("\"status\":\"", "\"status\":\"x"),
            QByteArray(whole).replace("\"id\":\"", "\"id\":\"x") })
        QVERIFY2(!taskFromBytes(bytes), bytes.constData());
}

void TaskBytesTest::unknownNumbersAreNotTrusted()
{
    Task task;
    task.id = QUuid::createUuid();
    task.stopReason = StopReason::Cancel;
    const QByteArray good = "\"stop_reason\":" + QByteArray::number(int(StopReason::Cancel));
    for (const char *number : { "77", "-1", "1e99" }) {
        QByteArray bytes = taskToBytes(task);
        bytes.replace(good, QByteArray("\"stop_reason\":") + number);
        QVERIFY(bytes.contains(number));
        QCOMPARE(taskFromBytes(bytes)->stopReason, StopReason::None);
    }
}

// Stores of earlier versions hold all fields, and times as text.
void TaskBytesTest::theEarlierFormIsRead()
{
    const QByteArray bytes =
        R"({"id":"0f5a3f7e-7f1c-4f43-9f5e-1a2b3c4d5e6f","sequence":3,"revision":2,
        "type":"docker_pull","spec":{"image_name":"nginx","tag":"latest","platform":"","all_tags":false},
        "options":{"priority":0,"max_retries":3},"status":"completed",
        "created_at":"2026-11-20T10:00:00.250Z","history":[["pending","2026-11-20T10:00:00.250Z",""]],
        "stop_reason":0,"frozen":false,"error":null,"result":null,"logged_before":[1,2]})";
    const Task task = taskFromBytes(bytes).value();
    const QDateTime at(QDate(2026, 11, 20), QTime(10, 0, 0, 250), Qt::UTC);
    QCOMPARE(task.createdAt, at);
    QCOMPARE(task.history.value(0).at, at);
    QCOMPARE(std::get<DockerPull>(task.spec).imageName, u"nginx"_s);
    QCOMPARE(task.status, TaskStatus::Completed);
    QCOMPARE(task.loggedBefore, (LoggedLines{ 1, 2 }));
}

QTEST_APPLESS_MAIN(TaskBytesTest)
#include "test_task_bytes.moc"
