// What the crash tests share: a context that takes a moment to build, and the count of the kills.
#pragma once

#include "tests/support/client_processes.h"
#include "tests/support/daemon_under_test.h"
#include "tests/support/engine_fixture.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <csignal>

namespace slipway::test {

constexpr int timesEach = 3;

// A context whose steps no cache knows.
inline QString freshContext(const EngineFixture &engine, const QString &name)
{
    const QString folder = engine.folder + QLatin1Char('/') + name;
    QDir().mkpath(folder);
    QFile file(folder + QStringLiteral("/Dockerfile"));
    if (file.open(QIODevice::WriteOnly))
        file.write("FROM busybox:local\nENV NAME=" + name.toUtf8()
            + "\nRUN sleep 1.2; echo made > /made\n");
    return folder;
}

inline QString statusOf(DaemonUnderTest &daemon, const QString &id)
{
    return daemon.task(id)[u"status"].toString();
}

inline QByteArray whyEnded(const QJsonObject &task)
{
    return (task[u"status"].toString() + QStringLiteral(": ") + task[u"error"].toString()).toUtf8();
}

} // namespace slipway::test
