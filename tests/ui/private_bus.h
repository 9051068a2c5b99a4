// A message bus of the test's own with python3-dbusmock's services on it.
#pragma once

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusInterface>
#include <QDBusMessage>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

namespace slipway {

class PrivateBus {
public:
    // Why there can be none; "" otherwise.
    static QString missing()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("dbus-daemon")).isEmpty())
            return QStringLiteral("dbus-daemon is missing: install dbus");
        QProcess python;
        python.start(pythonProgram(), { QStringLiteral("-c"), QStringLiteral("import dbusmock") });
        python.waitForFinished();
        return python.exitCode() == 0
            ? QString()
            : QStringLiteral("dbusmock is missing: install python3-dbusmock");
    }

    ~PrivateBus()
    {
        QDBusConnection::disconnectFromBus(m_name);
        for (QProcess *each : m_services) {
            each->kill();
            each->waitForFinished();
            delete each;
        }
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

    bool start()
    {
        m_daemon.start(QStringLiteral("dbus-daemon"),
            { QStringLiteral("--session"), QStringLiteral("--nofork"),
                QStringLiteral("--print-address") });
        if (!QTest::qWaitFor([this] { return m_daemon.canReadLine(); }))
            return false;
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
        static int number = 0;
        m_name = QStringLiteral("private-%1").arg(++number);
        return QDBusConnection::connectToBus(m_address, m_name).isConnected();
    }

    QDBusConnection connection() const { return QDBusConnection(m_name); }

    // `arguments` as python3 -m dbusmock takes them; waits until `service` is there.
    bool serve(const QStringList &arguments, const QString &service)
    {
        auto *process = new QProcess;
        m_services << process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), m_address);
        environment.insert(QStringLiteral("DBUS_SYSTEM_BUS_ADDRESS"), m_address);
        process->setProcessEnvironment(environment);
        process->setStandardOutputFile(QProcess::nullDevice());
        process->start(pythonProgram(),
            QStringList{ QStringLiteral("-m"), QStringLiteral("dbusmock") } + arguments);
        return QTest::qWaitFor(
            [&] { return connection().interface()->isServiceRegistered(service).value(); }, 15000);
    }

private:
    static QString pythonProgram() // of the system: the one that has Debian's modules
    {
        const QString system = QStringLiteral("/usr/bin/python3");
        return QFile::exists(system) ? system : QStringLiteral("python3");
    }

    QProcess m_daemon;
    QString m_address;
    QString m_name;
    QList<QProcess *> m_services;
};

} // namespace slipway
