#include "core/registry/image_manifest.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr qint64 largestBlob = qint64(1) << 50;

std::optional<Descriptor> descriptorOf(const QJsonValue &json)
{
    static const QRegularExpression digestText(u"\\A[a-z0-9+._-]+:[0-9a-f]{32,}\\z"_s);
    const Descriptor descriptor{ json[u"digest"].toString(), json[u"size"].toInteger(-1) };
    if (!digestText.match(descriptor.digest).hasMatch() || descriptor.size < 0
        || descriptor.size > largestBlob)
        return std::nullopt;
    return descriptor;
}

QString platformText(const QJsonValue &platform)
{
    QString text = platform[u"os"].toString() + u'/' + platform[u"architecture"].toString();
    if (const QString variant = platform[u"variant"].toString(); !variant.isEmpty())
        text += u'/' + variant;
    return text;
}

ParsedManifest listOf(const QJsonArray &manifests)
{
    ManifestList list;
    for (const QJsonValue &each : manifests) {
        const auto descriptor = descriptorOf(each);
        if (!descriptor)
            return {};
        list.append({ platformText(each[u"platform"]), *descriptor });
    }
    return list;
}

ParsedManifest imageOf(const QJsonObject &json, const QByteArray &body)
{
    ImageManifest image;
    image.mediaType = json[u"mediaType"].toString();
    image.digest = u"sha256:"_s
        + QString::fromLatin1(QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex());
    const auto config = descriptorOf(json[u"config"]);
    if (!config)
        return {};
    image.config = *config;
    for (const QJsonValue &each : json[u"layers"].toArray()) {
        const auto layer = descriptorOf(each);
        if (!layer)
            return {};
        image.layers.append(*layer);
    }
    return image;
}

} // namespace

QByteArray acceptedManifests()
{
    return "application/vnd.docker.distribution.manifest.v2+json, "
           "application/vnd.docker.distribution.manifest.list.v2+json, "
           "application/vnd.oci.image.manifest.v1+json, application/vnd.oci.image.index.v1+json";
}

// By its fields: an OCI manifest need not name its own media type.
ParsedManifest parseManifest(const QByteArray &body)
{
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    if (json[u"schemaVersion"].toInt() != 2)
        return {};
    if (json[u"manifests"].isArray())
        return listOf(json[u"manifests"].toArray());
    if (json[u"layers"].isArray())
        return imageOf(json, body);
    return {};
}

ManifestList parseHubTag(const QByteArray &body)
{
    ManifestList list;
    const QJsonArray images = QJsonDocument::fromJson(body)[u"images"].toArray();
    for (const QJsonValue &each : images) {
        const auto descriptor = descriptorOf(each);
        if (descriptor && descriptor->size > 0 && each[u"os"].toString() != "unknown"_L1)
            list.append({ platformText(each), *descriptor });
    }
    return list;
}

QStringList platformsOf(const ManifestList &list)
{
    QStringList platforms;
    for (const PlatformManifest &each : list) {
        if (!each.platform.isEmpty() && !each.platform.startsWith("unknown/"_L1))
            platforms.append(each.platform);
    }
    platforms.removeDuplicates();
    return platforms;
}

std::optional<Descriptor> manifestFor(const QString &wanted, const ManifestList &list)
{
    for (const PlatformManifest &each : list) {
        if (each.platform == wanted)
            return each.manifest;
    }
    const QStringList parts = wanted.split(u'/');
    for (const PlatformManifest &each : list) {
        const QStringList offered = each.platform.split(u'/');
        const bool sameMachine =
            offered.value(0) == parts.value(0) && offered.value(1) == parts.value(1);
        const bool sameVariant = parts.size() < 3 || offered.size() < 3;
        if (sameMachine && sameVariant)
            return each.manifest;
    }
    return std::nullopt;
}

} // namespace slipway
