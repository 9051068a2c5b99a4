// Reads what a registry tells of an image, and changes nothing there. Speaks the pull side of the
// OCI distribution specification (registry_answer.h has the address); logins are docker's own, read
// when a registry asks for one and forgotten with the question.
//
// https always, but for registries on this machine that refuse it. No step takes longer than ten
// seconds, or the limit that was set. What cannot be answered comes back as a RegistryError.
#pragma once

#include "core/registry/image_manifest.h"
#include "core/task/image_reference.h"

#include <QNetworkAccessManager>
#include <QSet>

#include <chrono>
#include <functional>

namespace slipway {

struct RegistryPlace;
class RegistryQuestion;

class RegistryClient : public QObject {
    Q_OBJECT

public:
    explicit RegistryClient(QObject *parent = nullptr);
    void setStepLimit(std::chrono::milliseconds limit) { m_stepLimit = limit; }
    void setDockerHub(const QString &host) { m_hub = host; } // for tests

    // The manifest for one platform (os/arch[/variant]). Asked with HEAD first, which counts
    // against no limit; it goes no further where less than half of the allowed pulls are left.
    // `answer` is called once, unless `context` is gone by then; this must outlive `context`.
    void image(const ImageReference &image, const QString &fallbackTag, const QString &platform,
        QObject *context, std::function<void(const ImageAnswer &)> answer);

    // The manifest of what has no platforms, as Ollama's models: asked for itself at once, because
    // not every registry of such answers HEAD.
    void artifact(const ImageReference &artifact, QObject *context,
        std::function<void(const ImageAnswer &)> answer);

    // A tag of Docker Hub's with the compressed size of its image for each platform, from the pages
    // of Docker Hub and not its registry, where the question for a manifest counts as a pull.
    // Empty: it did not tell, as of a private repository.
    //   https://docs.docker.com/reference/api/hub/latest/
    void hubTag(const ImageReference &image, QObject *context,
        std::function<void(const ManifestList &)> answer);

    // How many pulls Docker Hub still allows, with the login that docker has for it. Asked with
    // HEAD of an image that is there for this, which costs no pull:
    //   https://docs.docker.com/docker-hub/usage/pulls/
    // Gives up sooner than the others: it is nice to know, and no more.
    void pullsLeft(QObject *context, std::function<void(const PullsAnswer &)> answer);

    void tags(const ImageReference &image, QObject *context,
        std::function<void(const TagsAnswer &)> answer);

private:
    RegistryPlace placeOf(const ImageReference &image, const QString &fallbackTag) const;
    RegistryQuestion *question(const RegistryPlace &place, const QString &what, QObject *context);

    QNetworkAccessManager m_network; // of its own: six connections a host are shared by a manager
    std::chrono::milliseconds m_stepLimit = std::chrono::seconds(10);
    QString m_hub; // "" = where it is
    QSet<QString> m_plain; // hosts of this machine that refused https
};

} // namespace slipway
