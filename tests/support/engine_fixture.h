// What tests/support/with_engine started, as a C++ test sees it. Every wait runs the event loop.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace slipway::test {

struct DockerAnswer {
    int exitCode = -1; // -1: did not start, was ended by a signal, or took too long
    QByteArray output;
    QByteArray errors;
    bool ok() const { return exitCode == 0; }
    QString line() const; // the output's last line, for commands that answer an id
};

struct RegistryLayer {
    QString digest; // of the compressed blob; what a pull shows 12 digits of
    QString diffId; // of the uncompressed tar; what a push shows 12 digits of
    qint64 size = 0; // compressed
};

struct RegistryImage {
    QString reference; // REGISTRY/REPOSITORY:TAG
    QString digest; // of the manifest, or of the list
    QString config; // its digest; what the engine calls the image's id
    QList<RegistryLayer> layers;
    qint64 size = 0; // of all layers, compressed
    bool ok() const { return !digest.isEmpty(); }
};

struct ProxyCounts {
    qint64 up = 0; // bytes
    qint64 down = 0;
    int connections = 0; // ever made
    int open = 0;
    bool known = false; // false: the proxy did not answer
};

class EngineFixture {
public:
    EngineFixture();

    // Empty when all is there; else a sentence for QVERIFY2.
    QByteArray whyNot() const;

    DockerAnswer docker(const QStringList &arguments, const QByteArray &input = {},
        int milliseconds = 60'000) const;

    // Uploads fresh random layers. `image` is REPOSITORY:TAG; `options` as fill_registry takes
    // them.
    RegistryImage fill(const QString &registry, const QString &image,
        const QList<double> &megabytes, const QStringList &options = {}) const;

    // The digest of a manifest, "" when the registry has none (or does not answer).
    QString manifestDigest(
        const QString &registry, const QString &repository, const QString &tag) const;

    // A command of throttle_proxy: `rate 4000000`, `cut`, `blackhole 1`, ... False: it was refused.
    bool proxy(const QByteArray &command) const;
    ProxyCounts proxyCounts() const;

    // kill -9, as a crash would; and up again with the same data.
    bool killEngine() const;
    bool startEngine() const; // answers once it does

    QString program; // the docker client under test
    QString host; // of the private engine, also in DOCKER_HOST
    QString registry; // plain
    QString authRegistry; // wants user and password
    QString user;
    QString password;
    QString slowRegistry; // the plain one, behind the proxy
    QString folder; // for files of a test; goes away with the engine
    bool hasBridge = false; // false: containers have no network here
    QString dataFolder; // of the engine
    QString disk; // what its data are on, where they have a disk of their own

private:
    QByteArray askProxy(const QByteArray &command) const;

    QString m_proxyControl;
};

} // namespace slipway::test
