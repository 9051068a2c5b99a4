// What is remembered of engines and servers, and who is asked how often.
#include "core/host/known_hosts.h"

#include <QTest>

#include <memory>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

HostState answering(const QString &version)
{
    HostState state;
    state.known = state.reachable = true;
    state.version = version;
    return state;
}

} // namespace

class TestKnownHosts : public QObject {
    Q_OBJECT

private slots:
    void init();
    void oneQuestionServesAllWhoWait();
    void aFreshAnswerIsNotAskedForAgain();
    void aHostThatWasSilentIsAskedAgain();
    void whatIsForgottenIsAskedAgain();
    void nobodyIsAnsweredWhoIsGone();
    void itTellsWhetherSomethingChanged();
    void whoIsAnsweredMayAskForAnother();

private:
    void want(const QString &address, QObject *context = nullptr);

    QStringList m_asked;
    QStringList m_answers; // versions
    std::unique_ptr<KnownHosts> m_hosts;
};

void TestKnownHosts::init()
{
    m_asked.clear();
    m_answers.clear();
    m_hosts = std::make_unique<KnownHosts>([this](const QString &address) { m_asked << address; });
}

void TestKnownHosts::want(const QString &address, QObject *context)
{
    m_hosts->whenKnown(address, context ? context : this,
        [this](const HostState &state) { m_answers << state.version; });
}

void TestKnownHosts::oneQuestionServesAllWhoWait()
{
    want(u"here"_s);
    want(u"here"_s);
    want(u"there"_s);
    m_hosts->askOnce(u"here"_s);
    QCOMPARE(m_asked, (QStringList{ u"here"_s, u"there"_s }));
    QCOMPARE(m_answers, QStringList());
    m_hosts->learned(u"here"_s, answering(u"1"_s));
    QCOMPARE(m_answers, (QStringList{ u"1"_s, u"1"_s }));
    m_hosts->learned(u"there"_s, answering(u"2"_s));
    QCOMPARE(m_answers.last(), u"2"_s);
}

void TestKnownHosts::aFreshAnswerIsNotAskedForAgain()
{
    want(u"here"_s);
    m_hosts->learned(u"here"_s, answering(u"1"_s));
    want(u"here"_s);
    QCOMPARE(m_asked.size(), 1);
    QCOMPARE(m_answers.size(), 2);
    m_hosts->askOnce(u"here"_s); // by the watch: who wants to know now waits for its answer
    want(u"here"_s);
    QCOMPARE(m_answers.size(), 2);
    m_hosts->learned(u"here"_s, answering(u"2"_s));
    QCOMPARE(m_answers.last(), u"2"_s);
}

void TestKnownHosts::aHostThatWasSilentIsAskedAgain()
{
    want(u"here"_s);
    HostState silent = answering({});
    silent.reachable = false;
    m_hosts->learned(u"here"_s, silent);
    want(u"here"_s);
    QCOMPARE(m_asked.size(), 2);
}

void TestKnownHosts::whatIsForgottenIsAskedAgain()
{
    for (const QString &address : { u"a"_s, u"b"_s }) {
        want(address);
        m_hosts->learned(address, answering(u"1"_s));
    }
    m_hosts->forget(u"a"_s);
    want(u"a"_s);
    want(u"b"_s);
    QCOMPARE(m_asked, (QStringList{ u"a"_s, u"b"_s, u"a"_s }));
    m_hosts->forgetAll();
    want(u"b"_s);
    QCOMPARE(m_asked.last(), u"b"_s);
    QCOMPARE(m_hosts->state(u"b"_s).version, u"1"_s); // it is still the last that is known
}

void TestKnownHosts::nobodyIsAnsweredWhoIsGone()
{
    auto context = std::make_unique<QObject>();
    want(u"here"_s, context.get());
    context.reset();
    m_hosts->learned(u"here"_s, answering(u"1"_s));
    QCOMPARE(m_answers, QStringList());
}

void TestKnownHosts::itTellsWhetherSomethingChanged()
{
    QVERIFY(m_hosts->learned(u"here"_s, answering(u"1"_s)));
    QVERIFY(!m_hosts->learned(u"here"_s, answering(u"1"_s)));
    m_hosts->change(u"here"_s).images << u"alpine"_s;
    QVERIFY(m_hosts->learned(u"here"_s, answering(u"1"_s)));
    QCOMPARE(m_hosts->state(u"elsewhere"_s), HostState());
}

void TestKnownHosts::whoIsAnsweredMayAskForAnother()
{
    m_hosts->whenKnown(u"first"_s, this, [this](const HostState &) {
        for (int number = 0; number < 100; ++number) // enough that the table grows
            want(u"next-%1"_s.arg(number));
    });
    want(u"first"_s);
    m_hosts->learned(u"first"_s, answering(u"1"_s));
    QCOMPARE(m_asked.size(), 101);
    QCOMPARE(m_answers, QStringList{ u"1"_s });
}

QTEST_GUILESS_MAIN(TestKnownHosts)
#include "test_known_hosts.moc"
