#include "core/registry/registry_place.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace slipway {

bool isDockerHub(const QString &registry)
{
    return registry.isEmpty() || registry == "docker.io"_L1 || registry == "index.docker.io"_L1;
}

bool isThisMachine(const QString &hostAndPort)
{
    if (QHostAddress(hostAndPort).isLoopback())
        return true;
    const QString host = QUrl(u"//"_s + hostAndPort).host();
    if (host == "localhost"_L1)
        return true;
    const QHostAddress address(host);
    return !address.isNull() && address.isLoopback();
}

bool RegistryPlace::mayBePlain() const
{
    return isThisMachine(host);
}

QUrl RegistryPlace::url(const QString &below, bool plain) const
{
    return QUrl((plain ? u"http://"_s : u"https://"_s) + host + u"/v2/"_s + repository + below);
}

RegistryPlace registryPlace(const ImageReference &image, const QString &fallbackTag)
{
    RegistryPlace place;
    const bool hub = isDockerHub(image.registry);
    place.host = hub ? u"registry-1.docker.io"_s : image.registry;
    place.loginKey = hub ? u"https://index.docker.io/v1/"_s : image.registry;
    place.repository = hub && !image.path.contains(u'/') ? u"library/"_s + image.path : image.path;
    if (!image.digest.isEmpty())
        place.reference = image.digest;
    else
        place.reference = image.tag.isEmpty() ? fallbackTag : image.tag;
    return place;
}

} // namespace slipway
