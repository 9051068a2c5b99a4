#include "core/docker/disk_usage.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int shownImages = 5;

using Part = DiskUse::Part;

// The engine writes -1 for what it has not counted.
qint64 bytesOf(const QJsonValue &value)
{
    return std::max(0LL, qint64(value.toDouble()));
}

bool isAtWork(const QJsonValue &container)
{
    const QString state = container[u"State"].toString();
    return state == "running"_L1 || state == "paused"_L1 || state == "restarting"_L1;
}

bool isNameless(const QJsonValue &image)
{
    const QJsonArray tags = image[u"RepoTags"].toArray();
    return tags.isEmpty() || tags.first().toString() == "<none>:<none>"_L1;
}

qint64 ownBytes(const QJsonValue &image)
{
    return std::max(0LL, bytesOf(image[u"Size"]) - bytesOf(image[u"SharedSize"]));
}

// All layers, once each, less those that images in use have to themselves.
Part imagesPart(const QJsonObject &answer)
{
    const QJsonArray images = answer[u"Images"].toArray();
    Part part{ DiskUse::Kind::Images, int(images.size()), bytesOf(answer[u"LayersSize"]), 0 };
    part.unused = part.bytes;
    for (const QJsonValue &image : images) {
        if (image[u"Containers"].toInt() > 0)
            part.unused -= ownBytes(image);
    }
    part.unused = std::max(0LL, part.unused);
    return part;
}

template <typename Size, typename Used>
Part counted(DiskUse::Kind kind, const QJsonArray &things, Size size, Used isUsed)
{
    Part part{ kind, int(things.size()), 0, 0 };
    for (const QJsonValue &thing : things) {
        part.bytes += size(thing);
        part.unused += isUsed(thing) ? 0 : size(thing);
    }
    return part;
}

Part containersPart(const QJsonObject &answer)
{
    return counted(
        DiskUse::Kind::Containers, answer[u"Containers"].toArray(),
        [](const QJsonValue &each) { return bytesOf(each[u"SizeRw"]); }, isAtWork);
}

Part volumesPart(const QJsonObject &answer)
{
    return counted(
        DiskUse::Kind::Volumes, answer[u"Volumes"].toArray(),
        [](const QJsonValue &each) { return bytesOf(each[u"UsageData"][u"Size"]); },
        [](const QJsonValue &each) { return each[u"UsageData"][u"RefCount"].toInt() != 0; });
}

// What images share with it is counted there.
Part cachePart(const QJsonObject &answer)
{
    return counted(
        DiskUse::Kind::BuildCache, answer[u"BuildCache"].toArray(),
        [](const QJsonValue &each) {
            return each[u"Shared"].toBool() ? 0LL : bytesOf(each[u"Size"]);
        },
        [](const QJsonValue &each) { return each[u"InUse"].toBool(); });
}

QList<DiskUse::Image> largestOf(const QJsonArray &images)
{
    QList<DiskUse::Image> all;
    for (const QJsonValue &image : images)
        all.append({ isNameless(image) ? image[u"Id"].toString().section(u':', -1).left(12)
                                       : image[u"RepoTags"][0].toString(),
            bytesOf(image[u"Size"]), image[u"Containers"].toInt() > 0 });
    std::stable_sort(all.begin(), all.end(),
        [](const auto &left, const auto &right) { return left.bytes > right.bytes; });
    return all.mid(0, shownImages);
}

} // namespace

DiskUse diskUseFrom(const QJsonObject &answer)
{
    return { true,
        { imagesPart(answer), containersPart(answer), volumesPart(answer), cachePart(answer) },
        largestOf(answer[u"Images"].toArray()) };
}

qint64 prunable(const QJsonObject &answer)
{
    qint64 bytes = containersPart(answer).unused + cachePart(answer).unused;
    for (const QJsonValue &image : answer[u"Images"].toArray()) {
        if (isNameless(image) && image[u"Containers"].toInt() <= 0)
            bytes += ownBytes(image);
    }
    return bytes;
}

} // namespace slipway
