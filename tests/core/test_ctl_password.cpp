// The password prompt of slipwayctl on a terminal: a pseudo-terminal with a child at its other end.
#include "app/ctl/console.h"

#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <pty.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

using namespace slipway;

class TestCtlPassword : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void isReadUnseen();
    void interruptPutsTheEchoBack();

private:
    bool echoes() const;
    bool shows(const QByteArray &text);
    int exitCode(); // -1: it does not end, or was ended by a signal

    int m_terminal = -1;
    int m_otherSide = -1; // held open: what the terminal is set to outlives the child
    pid_t m_child = -1;
    QByteArray m_shown;
};

// The child ends with 0 when it read the password that was typed, with 1 when another.
void TestCtlPassword::init()
{
    m_shown.clear();
    QCOMPARE(::openpty(&m_terminal, &m_otherSide, nullptr, nullptr, nullptr), 0);
    m_child = ::fork();
    if (m_child == 0) {
        ::close(m_terminal);
        ::login_tty(m_otherSide);
        ::signal(SIGINT, SIG_IGN);
        ::_exit(terminalConsole().readSecret(QStringLiteral("Password: ")) == "canary" ? 0 : 1);
    }
    QVERIFY(m_child > 0);
    ::fcntl(m_terminal, F_SETFL, O_NONBLOCK);
    QVERIFY(shows("Password: "));
    QVERIFY(!echoes());
}

void TestCtlPassword::cleanup()
{
    if (m_child > 0) {
        ::kill(m_child, SIGKILL);
        ::waitpid(m_child, nullptr, 0);
    }
    ::close(m_terminal);
    ::close(m_otherSide);
}

bool TestCtlPassword::echoes() const
{
    termios now = {};
    return ::tcgetattr(m_otherSide, &now) == 0 && (now.c_lflag & ECHO) != 0;
}

bool TestCtlPassword::shows(const QByteArray &text)
{
    return QTest::qWaitFor([&] {
        char bytes[256];
        const ssize_t count = ::read(m_terminal, bytes, sizeof bytes);
        if (count > 0)
            m_shown.append(bytes, count);
        return m_shown.contains(text);
    });
}

int TestCtlPassword::exitCode()
{
    int status = 0;
    if (!QTest::qWaitFor([&] { return ::waitpid(m_child, &status, WNOHANG) == m_child; }))
        return -1;
    m_child = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void TestCtlPassword::isReadUnseen()
{
    QCOMPARE(::write(m_terminal, "canary\n", 7), 7);
    QCOMPARE(exitCode(), 0);
    QVERIFY(shows("\n"));
    QVERIFY2(!m_shown.contains("canary"), m_shown.constData());
    QVERIFY(echoes());
}

void TestCtlPassword::interruptPutsTheEchoBack()
{
    QCOMPARE(::write(m_terminal, "can\x03", 4), 4);
    QCOMPARE(exitCode(), 128 + SIGINT);
    QVERIFY2(!m_shown.contains("can"), m_shown.constData());
    QVERIFY(echoes());
}

QTEST_GUILESS_MAIN(TestCtlPassword)
#include "test_ctl_password.moc"
