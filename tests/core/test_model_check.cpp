// What is told of a model before it is queued, by a server and a registry that say what a test
// wants.
#include "core/ollama/known_models.h"
#include "core/ollama/memory_check.h"
#include "core/ollama/model_check.h"
#include "core/ollama/model_name.h"
#include "core/ollama/ollama_address.h"
#include "core/task/sentence.h"
#include "tests/support/registry_server.h"
#include "tests/support/replay_server.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using Level = slipway::PreCheck::Level;

namespace slipway::test {

class TestModelCheck : public QObject {
    Q_OBJECT

private slots:
    void init();
    void memoryIsRead();
    void memoryIsTold_data();
    void memoryIsTold();
    void registryIsAskedUnderTheRightName_data();
    void registryIsAskedUnderTheRightName();
    void likelyModels_data();
    void likelyModels();
    void everyLibraryModelIsAName();
    void whatTheServerHas();
    void whatTheRegistryHas();
    void whatNobodyHas();
    void aTunnelIsNotTakenForThisMachine();
    void aServerElsewhereHasAMemoryOfItsOwn();
    void aServerThatIsSilent();

private:
    QStringList lines(const TaskSpec &spec, const QString &address = {});

    std::unique_ptr<ReplayServer> m_server;
    std::unique_ptr<RegistryServer> m_registry;
    QTemporaryDir m_folder;
};

namespace {

constexpr qint64 gigabyte = 1'000'000'000;

QString textOf(const PreCheck &check)
{
    const QString sign = check.level == Level::Ok ? u"+"_s
        : check.level == Level::Warning           ? u"!"_s
                                                  : u"-"_s;
    return sign + u' ' + check.id + u": "_s + withArguments(check.text, check.arguments);
}

QByteArray models(const QByteArray &name, qint64 size)
{
    return R"({"models":[{"name":")" + name + R"(","model":")" + name + R"(","size":)"
        + QByteArray::number(size) + R"(,"size_vram":0}]})";
}

} // namespace

void TestModelCheck::init()
{
    qputenv("OLLAMA_MODELS", m_folder.path().toLocal8Bit());
    m_registry = std::make_unique<RegistryServer>();
    m_server = std::make_unique<ReplayServer>();
    m_server->play(u"/api/version"_s, u"version"_s);
    m_server->play(u"/api/tags"_s, u"tags"_s);
    m_server->play(u"/api/ps"_s, u"ps-empty"_s);
}

QStringList TestModelCheck::lines(const TaskSpec &spec, const QString &address)
{
    OllamaServer server;
    RegistryClient registry;
    std::optional<QStringList> told;
    (new ModelCheck(spec, address.isEmpty() ? m_server->address() : address, server, registry, this,
         [&told](const QList<PreCheck> &checks, bool isComplete) {
             if (!isComplete)
                 return;
             told.emplace();
             for (const PreCheck &check : checks)
                 told->append(textOf(check));
         }))
        ->start();
    if (!QTest::qWaitFor([&told] { return told.has_value(); }, 20'000))
        return { u"no answer"_s };
    return *told;
}

void TestModelCheck::memoryIsRead()
{
    const MachineMemory memory = memoryFrom("MemTotal:       16318496 kB\n"
                                            "MemFree:          100000 kB\n"
                                            "MemAvailable:    8000000 kB\n"
                                            "SwapTotal:       2000000 kB\n"
                                            "SwapFree:        1000000 kB\n");
    QCOMPARE(memory.total, (16318496LL + 2000000) * 1024);
    QCOMPARE(memory.free, 8000000LL * 1024);
    const auto here = machineMemory();
    QVERIFY(here && here->total > 0 && here->free > 0 && here->free <= here->total);
}

void TestModelCheck::memoryIsTold_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<double>("size"); // in gigabytes, as all that follows
    QTest::addColumn<double>("total");
    QTest::addColumn<double>("free");
    QTest::addColumn<bool>("graphics");
    QTest::addColumn<QString>("says"); // "" = nothing
    QTest::newRow("enough") << u"m"_s << 2.0 << 16.0 << 8.0 << false
                            << u"+ memory: m takes at least 2.0 GB of memory; 8.0 GB are free."_s;
    QTest::newRow("hardly enough")
        << u"m"_s << 19.5 << 32.0 << 20.0 << false
        << u"! memory: m takes at least 19.5 GB of memory; only 20.0 GB are free."_s;
    QTest::newRow("not now") << u"m"_s << 12.0 << 16.0 << 8.0 << false
                             << u"! memory: m takes at least 12.0 GB of memory; only 8.0 GB are "
                                u"free."_s;
    QTest::newRow("when others go")
        << u"m"_s << 9.0 << 16.0 << 8.0 << false
        << u"+ memory: m takes at least 9.0 GB of memory; 11.0 GB are free when Ollama has "
           u"unloaded other models."_s;
    QTest::newRow("never") << u"m"_s << 40.0 << 16.0 << 8.0 << false
                           << u"- memory: m takes at least 40.0 GB of memory; this machine has "
                              u"only 16.0 GB."_s;
    QTest::newRow("with a graphics card")
        << u"m"_s << 40.0 << 16.0 << 8.0 << true
        << u"! memory: m takes at least 40.0 GB of memory; 8.0 GB are free, besides what the "
           u"graphics card has."_s;
    QTest::newRow("loaded") << u"Other:latest"_s << 40.0 << 16.0 << 8.0 << false
                            << u"+ memory: Other:latest is in the server's memory already."_s;
    QTest::newRow("elsewhere") << u"glm-4.7:cloud"_s << 40.0 << 16.0 << 8.0 << false << QString();
    QTest::newRow("of a size that nobody knows")
        << u"m"_s << 0.0 << 16.0 << 8.0 << false << QString();
}

void TestModelCheck::memoryIsTold()
{
    QFETCH(QString, model);
    QFETCH(double, size);
    QFETCH(double, total);
    QFETCH(double, free);
    QFETCH(bool, graphics);
    QFETCH(QString, says);
    // One of 5 GB is loaded, 2 of them on the graphics card.
    const QJsonArray loaded{ QJsonObject{ { u"name"_s, u"other:latest"_s },
        { u"size"_s, 5 * gigabyte }, { u"size_vram"_s, 2 * gigabyte } } };
    const MachineMemory memory{ qint64(total * gigabyte), qint64(free * gigabyte), graphics };
    const auto check = memoryCheck(model, qint64(size * gigabyte), loaded, memory);
    QCOMPARE(check ? textOf(*check) : QString(), says);
}

void TestModelCheck::registryIsAskedUnderTheRightName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("asked");
    QTest::newRow("a library's") << u"llama3.2"_s
                                 << u"registry.ollama.ai/library/llama3.2:latest"_s;
    QTest::newRow("a person's") << u"me/m:1b"_s << u"registry.ollama.ai/me/m:1b"_s;
    QTest::newRow("with its case")
        << u"https://hf.co/Org/X-GGUF:Q4_K_M"_s << u"hf.co/Org/X-GGUF:Q4_K_M"_s;
    QTest::newRow("a port is no tag")
        << u"127.0.0.1:5000/library/tiny"_s << u"127.0.0.1:5000/library/tiny:latest"_s;
}

void TestModelCheck::registryIsAskedUnderTheRightName()
{
    QFETCH(QString, name);
    QFETCH(QString, asked);
    QCOMPARE(modelReference(name).toString(), asked);
    QCOMPARE(fullModelName(name), asked.toLower());
}

void TestModelCheck::likelyModels_data()
{
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QString>("first"); // "" = none at all
    QTest::newRow("a letter less") << u"lama3.2"_s << u"llama3.2"_s;
    QTest::newRow("its tag stays") << u"lama3.2:3b"_s << u"llama3.2:3b"_s;
    QTest::newRow("a tag that is not listed")
        << u"mixtrall:8x7b-instruct"_s << u"mixtral:8x7b-instruct"_s;
    QTest::newRow("a wrong tag") << u"gemma3:28b"_s << u"gemma3:27b"_s;
    QTest::newRow("letters exchanged") << u"deepseek-r1:7B"_s << u"deepseek-r1:8b"_s;
    QTest::newRow("a hyphen") << u"deepseekr1"_s << u"deepseek-r1"_s;
    QTest::newRow("one of the server") << u"teamodel"_s << u"team-model"_s;
    QTest::newRow("one of the server, with its tag")
        << u"teamodel:latest"_s << u"team-model:latest"_s;
    QTest::newRow("nothing like it") << u"completely-unlike-anything"_s << QString();
    QTest::newRow("somebody's own") << u"hf.co/me/my-very-own:Q4"_s << QString();
}

void TestModelCheck::likelyModels()
{
    QFETCH(QString, wrong);
    QFETCH(QString, first);
    const QStringList names = slipway::likelyModels(wrong, { u"team-model:latest"_s });
    if (wrong == u"deepseek-r1:7B"_s) // 7b is there: a model is not offered for itself
        QVERIFY(!names.contains(u"deepseek-r1:7b"_s));
    else
        QCOMPARE(names.value(0), first);
    QVERIFY(names.size() <= 3 && !names.contains(wrong));
}

void TestModelCheck::everyLibraryModelIsAName()
{
    const QStringList names = libraryModels();
    QVERIFY(names.size() > 100);
    QVERIFY(names.contains(u"llama3.2:3b"_s) && names.contains(u"qwen3"_s));
    for (const QString &name : names)
        QCOMPARE(validate(TaskSpec(OllamaPull{ name, false })), std::nullopt);
    QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size());
}

void TestModelCheck::whatTheServerHas()
{
    m_server->play(u"/api/ps"_s, u"ps-loaded"_s);
    QCOMPARE(lines(OllamaRun{ u"tiny"_s, u"Why?"_s }),
        QStringList({ u"+ engine: Ollama answers."_s, u"+ model: tiny is there."_s,
            u"+ memory: tiny is in the server's memory already."_s }));
    QCOMPARE(lines(OllamaPull{ u"tiny"_s, false }).value(1),
        u"+ model: tiny is there already: only what changed is loaded."_s);
    QCOMPARE(lines(OllamaRun{ u"nowhere"_s, u"Why?"_s }).value(1),
        u"- model: nowhere is not among the models of this server."_s);
    m_server->play(u"/api/ps"_s, u"ps-empty"_s);
    const QStringList small = lines(OllamaRun{ u"tiny"_s, u"Why?"_s });
    QVERIFY2(
        small.last().startsWith("+ memory: tiny takes at least 2"_L1), qPrintable(small.last()));
    m_server->play(u"/api/tags"_s, { { madeUp(models("huge:latest", 900'000 * gigabyte)) } });
    const QStringList huge = lines(OllamaRun{ u"huge"_s, u"Why?"_s });
    QVERIFY2(huge.last().contains("memory: huge takes at least 900.0 TB"_L1)
            && !huge.last().startsWith(u'+'),
        qPrintable(huge.last()));
}

void TestModelCheck::whatTheRegistryHas()
{
    const QByteArray digest = "sha256:" + QByteArray(64, 'a');
    const QByteArray manifest =
        R"({"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json",
        "config":{"digest":")"
        + digest + R"(","size":500},"layers":[{"digest":")" + digest + R"(","size":1500},
        {"digest":")"
        + digest + R"(","size":1000}]})";
    m_registry->say("/v2/library/fresh/manifests/1b", { 200, manifest });
    const QString host = m_registry->host();
    const QStringList told = lines(OllamaPull{ host + u"/library/fresh:1b"_s, true });
    QCOMPARE(told.size(), 4);
    QCOMPARE(told[1], u"+ model: %1 has %1/library/fresh:1b: 3.0 kB to load."_s.arg(host));
    QVERIFY2(told[2].startsWith("+ room: "_L1) && told[2].endsWith("it takes 3.0 kB."_L1),
        qPrintable(told[2]));
    QVERIFY2(told[3].startsWith("+ memory: "_L1), qPrintable(told[3]));
    QCOMPARE(m_registry->heard.last().method, "GET");
}

void TestModelCheck::whatNobodyHas()
{
    const QString host = m_registry->host();
    m_server->play(
        u"/api/tags"_s, { { madeUp(models(host.toUtf8() + "/library/fresh:1b", gigabyte)) } });
    QCOMPARE(lines(OllamaPull{ host + u"/library/frsh:1b"_s, true }).value(1),
        u"- model: %1 has no model %1/library/frsh:1b. Did you mean %1/library/fresh:1b?"_s.arg(
            host));
    QCOMPARE(lines(OllamaPull{ host + u"/nobody/knows-of-it:12"_s, true }).value(1),
        u"- model: %1 has no model %1/nobody/knows-of-it:12."_s.arg(host));
    QVERIFY(lines(OllamaPull{ u"127.0.0.1:1/library/m:1"_s, true })
                .value(1)
                .startsWith("! model: "_L1));
    QCOMPARE(lines(OllamaPull{ u"hf.co/Org/X-GGUF:Q4"_s, false }).size(), 1);
}

void TestModelCheck::aTunnelIsNotTakenForThisMachine()
{
    m_server->play(u"/api/tags"_s, { { madeUp(models("huge:latest", 900'000 * gigabyte)) } });
    qputenv("OLLAMA_MODELS", "");
    qputenv("HOME", m_folder.path().toLocal8Bit());
    if (!modelsFolder(m_server->address()).isEmpty())
        QSKIP("Ollama's service is installed on this machine.");
    const QString line = lines(OllamaRun{ u"huge"_s, u"Why?"_s }).last();
    QVERIFY2(line.startsWith("! memory: "_L1), qPrintable(line));
}

// The names of 127.0.0.1 that are none: what is known of the address decides.
void TestModelCheck::aServerElsewhereHasAMemoryOfItsOwn()
{
    QVERIFY(isOnThisMachine(u"http://127.0.0.1:11434"_s));
    QVERIFY(isOnThisMachine(u"http://[::1]:11434"_s));
    QVERIFY(isOnThisMachine(u"http://localhost:11434"_s));
    QVERIFY(!isOnThisMachine(u"http://192.168.1.9:11434"_s));
    QVERIFY(!isOnThisMachine(u"https://gpu.example:443"_s));
    QCOMPARE(memoryCheck(u"m"_s, 900'000 * gigabyte, {}, std::nullopt), std::nullopt);
}

void TestModelCheck::aServerThatIsSilent()
{
    const QString address = m_server->address();
    m_server->refuse();
    const QStringList told = lines(OllamaRun{ u"tiny"_s, u"Why?"_s }, address);
    QCOMPARE(told.size(), 1);
    QVERIFY(told.first().startsWith("- engine: No Ollama server answers at "_L1));
}

} // namespace slipway::test

QTEST_GUILESS_MAIN(slipway::test::TestModelCheck)
#include "test_model_check.moc"
