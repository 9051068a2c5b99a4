#include "core/docker/install_command.h"

#include <QFile>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

struct Packages {
    QLatin1StringView system;
    const char16_t *command;
};

// As the systems' own package lists name them.
constexpr Packages packages[] = {
    { "debian"_L1, u"sudo apt install docker.io" },
    { "ubuntu"_L1, u"sudo apt install docker.io" },
    { "fedora"_L1, u"sudo dnf install moby-engine" },
    { "arch"_L1, u"sudo pacman -S docker" },
    { "opensuse"_L1, u"sudo zypper install docker" },
    { "suse"_L1, u"sudo zypper install docker" },
    { "alpine"_L1, u"doas apk add docker" },
};

QStringList wordsOf(const QByteArray &osRelease, const QByteArray &key)
{
    for (const QByteArray &line : osRelease.split('\n')) {
        if (!line.startsWith(key + '='))
            continue;
        QByteArray value = line.mid(key.size() + 1).trimmed();
        value.replace('"', "").replace('\'', "");
        return QString::fromUtf8(value).split(u' ', Qt::SkipEmptyParts);
    }
    return {};
}

} // namespace

QString installCommand(const QByteArray &osRelease)
{
    for (const QString &system : wordsOf(osRelease, "ID") + wordsOf(osRelease, "ID_LIKE")) {
        for (const Packages &each : packages) {
            if (system == each.system)
                return QString::fromUtf16(each.command);
        }
    }
    return {};
}

QByteArray systemFacts()
{
    for (const QString &path : { u"/etc/os-release"_s, u"/usr/lib/os-release"_s }) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            return file.readAll();
    }
    return {};
}

} // namespace slipway
