// What a registry tells of an image and of whoever pulls or pushes it.
#include "core/docker/docker_check.h"

#include "core/docker/engine_address.h"
#include "core/docker/limit_check.h"
#include "core/registry/registry_place.h"
#include "core/registry/saved_login.h"
#include "core/task/image_reference.h"

#include <QCoreApplication>
#include <QLocale>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

using Level = PreCheck::Level;

constexpr double unpacked = 2.5; // a layer's size unpacked, to its compressed one: mostly less

QString bytesText(double bytes)
{
    return QLocale::c().formattedDataSize(qint64(bytes), 1, QLocale::DataSizeSIFormat);
}

} // namespace

void DockerCheck::checkRegistry(const ImageReference &image, const QString &platform)
{
    const bool isElsewhere = !engineSocket(m_host); // "localhost" is another machine there
    if (isElsewhere && isThisMachine(image.registry))
        return;
    if (isDockerHub(image.registry)) {
        checkPullsLeft();
        return checkHub(image, platform);
    }
    begun();
    m_registry.image(image, u"latest"_s, platform, this, [this, image](const ImageAnswer &answer) {
        if (answer.error) {
            refused(*answer.error);
        } else {
            qint64 bytes = 0;
            for (const Descriptor &layer : answer.image.layers)
                bytes += layer.size;
            found(Level::Ok, u"image"_s,
                QT_TRANSLATE_NOOP(
                    "PreCheck", "%1 has it: %2 in %3 layers, less what is here already."),
                { image.registryName(), bytesText(double(bytes)),
                    QString::number(answer.image.layers.size()) });
            checkRoom(bytes);
        }
        checkLimit(image.registryName(), { answer.error, answer.rateLimit });
        ended();
    });
}

void DockerCheck::refused(const RegistryError &error)
{
    const bool missing = error.kind == RegistryError::Kind::NotFound;
    m_found.append(
        { missing ? Level::Wrong : Level::Warning, u"image"_s, u"%1"_s, { error.sentence } });
}

// Of a Docker Hub that cannot be reached the question for the tags tells.
void DockerCheck::checkPullsLeft()
{
    begun();
    m_registry.pullsLeft(this, [this](const PullsAnswer &answer) {
        checkLimit(ImageReference{}.registryName(), answer);
        ended();
    });
}

void DockerCheck::checkLimit(const QString &registry, const PullsAnswer &answer)
{
    if (const auto check = limitCheck(registry, answer))
        m_found.append(*check);
}

// Docker Hub takes nothing without one. Registries of one's own machine mostly want none.
void DockerCheck::checkLogin(const ImageReference &image)
{
    if (isThisMachine(image.registry))
        return;
    begun();
    const auto told = [this, image](const std::optional<RegistryLogin> &login) {
        const bool isHub = isDockerHub(image.registry);
        const QString registry = image.registryName();
        if (!login)
            found(isHub ? Level::Wrong : Level::Warning, u"login"_s,
                QT_TRANSLATE_NOOP("PreCheck", "You are not logged in to %1."), { registry });
        else if (isHub && !image.path.contains(u'/'))
            found(Level::Wrong, u"login"_s,
                QT_TRANSLATE_NOOP("PreCheck",
                    "%1 is a name of Docker's own: to push it, call it %2/%1, with your own name "
                    "or your organisation's."),
                { image.path, login->user.isEmpty() ? u"you"_s : login->user });
        else
            found(Level::Ok, u"login"_s, QT_TRANSLATE_NOOP("PreCheck", "You are logged in to %1."),
                { registry });
        ended();
    };
    new SavedLogin(registryPlace(image, u"latest"_s).loginKey, told, this);
}

// What it does not tell of an image, the list of tags may: of a private one, with the login.
void DockerCheck::checkHub(const ImageReference &image, const QString &platform)
{
    if (!image.digest.isEmpty())
        return;
    begun();
    m_registry.hubTag(image, this, [this, image, platform](const ManifestList &images) {
        const auto fitting = manifestFor(platform, images);
        if (images.isEmpty()) {
            checkTags(image);
        } else if (fitting) {
            found(Level::Ok, u"image"_s,
                QT_TRANSLATE_NOOP("PreCheck", "%1 has it: %2, less what is here already."),
                { image.registryName(), bytesText(double(fitting->size)) });
            checkRoom(fitting->size);
        } else {
            found(Level::Wrong, u"image"_s,
                QT_TRANSLATE_NOOP("PreCheck", "%1 has it, but not for %2."),
                { image.registryName(), platform });
        }
        ended();
    });
}

void DockerCheck::checkTags(const ImageReference &image)
{
    begun();
    m_registry.tags(image, this, [this, image](const TagsAnswer &answer) {
        const QString tag = image.tag.isEmpty() ? u"latest"_s : image.tag;
        if (answer.error) {
            refused(*answer.error);
        } else if (answer.tags.contains(tag)) {
            found(Level::Ok, u"image"_s, QT_TRANSLATE_NOOP("PreCheck", "%1 has the tag %2."),
                { image.registryName(), tag });
        } else if (answer.complete) {
            found(Level::Wrong, u"image"_s,
                QT_TRANSLATE_NOOP("PreCheck", "%1 has no tag %2 of it."),
                { image.registryName(), tag });
        }
        ended();
    });
}

void DockerCheck::checkRoom(qint64 compressed)
{
    std::error_code failed;
    const auto space = std::filesystem::space(m_state.dataFolder.toStdString(), failed);
    if (m_state.dataFolder.isEmpty() || failed)
        return;
    const double needed = double(compressed) * (1 + unpacked);
    const QStringList words{ bytesText(double(space.available)), bytesText(needed) };
    if (needed > double(space.available))
        found(Level::Wrong, u"room"_s,
            QT_TRANSLATE_NOOP("PreCheck", "%1 are free on the engine's disk; it may take %2."),
            words);
    else
        found(Level::Ok, u"room"_s,
            QT_TRANSLATE_NOOP("PreCheck", "%1 are free on the engine's disk; it takes %2 at most."),
            words);
}

} // namespace slipway
