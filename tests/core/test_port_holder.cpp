// Who holds a port, from what the engine and the kernel tell.
#include "core/docker/port_holder.h"

#include <QJsonDocument>
#include <QTcpServer>
#include <QTest>
#include <QUdpSocket>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace slipway;

class TestPortHolder : public QObject {
    Q_OBJECT

private slots:
    void theContainerOfAPort();
    void listenersInAKernelTable();
    void thisProgramIsFound();
    void theNextFreePort();
};

namespace {

// As Engine 20.10 answers GET /containers/json, shortened.
const QByteArray twoContainers = R"([
{"Id":"a1b2c3d4e5f6a7b8","Names":["/web"],"Ports":[{"PrivatePort":443,"Type":"tcp"},
 {"IP":"0.0.0.0","PrivatePort":80,"PublicPort":8080,"Type":"tcp"}]},
{"Id":"ffffffffffff0000","Names":["/dns"],"Ports":[{"IP":"::","PrivatePort":53,"PublicPort":5353,"Type":"udp"}]}])";

const QByteArray kernelTable = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when "
                               "retrnsmt   uid  timeout inode\n"
                               "   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 "
                               "00000000     0        0 111 1 0 100 0 0 10 0\n"
                               "   1: 0100007F:1F90 0100007F:D431 01 00000000:00000000 00:00000000 "
                               "00000000     0        0 222 1 0 100 0 0 10 0\n"
                               "   2: 00000000:0050 00000000:0000 0A 00000000:00000000 00:00000000 "
                               "00000000     0        0 333 1 0 100 0 0 10 0\n";

QJsonArray containers()
{
    return QJsonDocument::fromJson(twoContainers).array();
}

} // namespace

void TestPortHolder::theContainerOfAPort()
{
    QCOMPARE(containerWithPort(containers(), 8080, PortKind::Tcp), u"web"_s);
    QCOMPARE(containerWithPort(containers(), 5353, PortKind::Udp), u"dns"_s);
    QCOMPARE(containerWithPort(containers(), 5353, PortKind::Tcp), QString());
    QCOMPARE(containerWithPort(containers(), 443, PortKind::Tcp), QString()); // not published
}

void TestPortHolder::listenersInAKernelTable()
{
    QCOMPARE(listenersAt(kernelTable, 8080, PortKind::Tcp), QList<quint64>{ 111 });
    QCOMPARE(listenersAt(kernelTable, 80, PortKind::Tcp), QList<quint64>{ 333 });
    QVERIFY(listenersAt(kernelTable, 54321, PortKind::Tcp).isEmpty());
}

void TestPortHolder::thisProgramIsFound()
{
    QTcpServer tcp;
    QVERIFY(tcp.listen(QHostAddress::LocalHost));
    const PortProgram found = programWithPort(tcp.serverPort(), PortKind::Tcp);
    QCOMPARE(found.pid, qint64(getpid()));
    QCOMPARE(found.name, u"test_port_holde"_s); // the kernel keeps fifteen characters
    QUdpSocket udp;
    QVERIFY(udp.bind(QHostAddress::Any));
    QCOMPARE(programWithPort(udp.localPort(), PortKind::Udp).pid, qint64(getpid()));
    const quint16 port = tcp.serverPort();
    tcp.close();
    QCOMPARE(programWithPort(port, PortKind::Tcp).pid, 0);
}

void TestPortHolder::theNextFreePort()
{
    QTcpServer tcp;
    QVERIFY(tcp.listen(QHostAddress::Any));
    QVERIFY(!isPortFree(tcp.serverPort(), PortKind::Tcp));
    const int below = tcp.serverPort() - 1;
    QVERIFY(freePortAfter(below, {}, PortKind::Tcp) > tcp.serverPort());
    QVERIFY(freePortAfter(8079, containers(), PortKind::Tcp) > 8080); // a container's
    QCOMPARE(freePortAfter(65535, {}, PortKind::Tcp), 0);
}

QTEST_GUILESS_MAIN(TestPortHolder)
#include "test_port_holder.moc"
