// Which command a person is told for their system.
#include "core/docker/install_command.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;

class TestInstallCommand : public QObject {
    Q_OBJECT

private slots:
    void ofASystem_data();
    void ofASystem();
};

void TestInstallCommand::ofASystem_data()
{
    QTest::addColumn<QByteArray>("osRelease");
    QTest::addColumn<QString>("command");
    QTest::newRow("Debian") << QByteArray(
        "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\n")
                            << u"sudo apt install docker.io"_s;
    QTest::newRow("Linux Mint") << QByteArray("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n")
                                << u"sudo apt install docker.io"_s;
    QTest::newRow("Fedora") << QByteArray("NAME=\"Fedora Linux\"\nID=fedora\n")
                            << u"sudo dnf install moby-engine"_s;
    QTest::newRow("openSUSE") << QByteArray(
        "ID=\"opensuse-tumbleweed\"\nID_LIKE=\"opensuse suse\"\n")
                              << u"sudo zypper install docker"_s;
    QTest::newRow("another") << QByteArray("ID=plan9\n") << QString();
    QTest::newRow("none") << QByteArray() << QString();
}

void TestInstallCommand::ofASystem()
{
    QFETCH(QByteArray, osRelease);
    QFETCH(QString, command);
    QCOMPARE(installCommand(osRelease), command);
}

QTEST_APPLESS_MAIN(TestInstallCommand)
#include "test_install_command.moc"
