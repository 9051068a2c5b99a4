#include "core/registry/registry_client.h"

#include "core/registry/registry_question.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkProxy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway {
namespace {

constexpr std::chrono::milliseconds hubLimit = 4s; // for what is nice to know, and no more

using Kind = RegistryError::Kind;
using Method = RegistryQuestion::Method;

// The proxy of the environment, but never between us and this machine.
class ProxyChoice : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isThisMachine(query.peerHostName()))
            return { QNetworkProxy::NoProxy };
        return systemProxyForQuery(query);
    }
};

bool isScarce(const RateLimit &rate)
{
    return rate.limit && rate.remaining && *rate.remaining < *rate.limit / 2;
}

// Whether there is a registry at all, and so whether how it was spoken to is worth remembering.
bool hasSpoken(const std::optional<RegistryError> &error)
{
    return !error || (error->kind != Kind::Unreachable && error->kind != Kind::Tls);
}

// From the first HEAD to the manifest of the platform.
struct ImageSearch {
    RegistryQuestion *question;
    QString platform;
    std::function<void(const ImageAnswer &)> answer;
    RateLimit rateLimit;
    bool inList = false;

    void end(const ImageAnswer &found) const
    {
        question->deleteLater();
        answer(found);
    }
    void fail(const RegistryError &error) const { end({ error, {}, rateLimit }); }
};

void readManifest(const std::shared_ptr<ImageSearch> &search, const QString &reference);

void takeManifest(
    const std::shared_ptr<ImageSearch> &search, const RegistryQuestion::Answer &answer)
{
    if (answer.error)
        return search->fail(*answer.error);
    const ParsedManifest parsed = parseManifest(answer.body);
    if (const auto *image = std::get_if<ImageManifest>(&parsed))
        return search->end({ std::nullopt, *image, search->rateLimit });
    const auto *list = std::get_if<ManifestList>(&parsed);
    if (!list || search->inList)
        return search->fail(search->question->error(
            Kind::Unreadable, u"The registry's manifest of %1 has a form that is not known."_s));
    const auto chosen = manifestFor(search->platform, *list);
    if (!chosen)
        return search->fail({ Kind::NotFound,
            search->question->error(Kind::NotFound, u"%1 has no image for %2."_s)
                .sentence.arg(search->platform),
            {}, platformsOf(*list) });
    search->inList = true;
    readManifest(search, chosen->digest);
}

void readManifest(const std::shared_ptr<ImageSearch> &search, const QString &reference)
{
    search->question->ask(Method::Get, u"/manifests/"_s + reference,
        [search](const RegistryQuestion::Answer &answer) { takeManifest(search, answer); });
}

} // namespace

RegistryClient::RegistryClient(QObject *parent)
    : QObject(parent)
{
    m_network.setProxyFactory(new ProxyChoice);
}

RegistryPlace RegistryClient::placeOf(const ImageReference &image, const QString &fallbackTag) const
{
    RegistryPlace place = registryPlace(image, fallbackTag);
    if (!m_hub.isEmpty() && isDockerHub(image.registry))
        place.host = m_hub;
    return place;
}

RegistryQuestion *RegistryClient::question(
    const RegistryPlace &place, const QString &what, QObject *context)
{
    auto *asked =
        new RegistryQuestion(m_network, place, what, m_plain.contains(place.host), context);
    asked->setStepLimit(m_stepLimit);
    return asked;
}

void RegistryClient::image(const ImageReference &image, const QString &fallbackTag,
    const QString &platform, QObject *context, std::function<void(const ImageAnswer &)> answer)
{
    const RegistryPlace place = placeOf(image, fallbackTag);
    auto search = std::make_shared<ImageSearch>();
    search->question = question(place, image.toString(fallbackTag), context);
    search->platform = platform;
    search->answer = std::move(answer);
    search->question->ask(Method::Head, u"/manifests/"_s + place.reference,
        [this, search, place](const RegistryQuestion::Answer &head) {
            search->rateLimit = head.rateLimit;
            if (search->question->isPlain() && hasSpoken(head.error))
                m_plain.insert(place.host);
            if (head.error)
                return search->fail(*head.error);
            if (isScarce(head.rateLimit))
                return search->fail(search->question->error(Kind::LimitSpared,
                    u"The registry of %1 allows only few more pulls now: it was not asked further."_s));
            readManifest(search, place.reference);
        });
}

void RegistryClient::artifact(const ImageReference &artifact, QObject *context,
    std::function<void(const ImageAnswer &)> answer)
{
    const RegistryPlace place = placeOf(artifact, u"latest"_s);
    auto search = std::make_shared<ImageSearch>();
    search->question = question(place, artifact.toString(u"latest"_s), context);
    search->inList = true; // a list would have none for it
    search->answer = [this, search = search.get(), place, answer = std::move(answer)](
                         const ImageAnswer &came) {
        if (search->question->isPlain() && hasSpoken(came.error))
            m_plain.insert(place.host);
        answer(came);
    };
    readManifest(search, place.reference);
}

void RegistryClient::hubTag(
    const ImageReference &image, QObject *context, std::function<void(const ManifestList &)> answer)
{
    RegistryPlace place = placeOf(image, u"latest"_s);
    const QString space = place.repository.section(u'/', 0, 0);
    place.repository =
        u"namespaces/%1/repositories/%2"_s.arg(space, place.repository.section(u'/', 1));
    place.host = m_hub.isEmpty() ? u"hub.docker.com"_s : m_hub;
    place.loginKey.clear(); // the registry's login is none there
    RegistryQuestion *asked = question(place, image.toString(u"latest"_s), context);
    asked->setStepLimit(std::min(m_stepLimit, hubLimit));
    asked->ask(Method::Get, u"/tags/"_s + place.reference,
        [asked, answer = std::move(answer)](const RegistryQuestion::Answer &told) {
            asked->deleteLater();
            answer(told.error ? ManifestList() : parseHubTag(told.body));
        });
}

void RegistryClient::pullsLeft(QObject *context, std::function<void(const PullsAnswer &)> answer)
{
    const ImageReference image{ {}, u"ratelimitpreview/test"_s, u"latest"_s, {} };
    const RegistryPlace place = placeOf(image, {});
    RegistryQuestion *asked = question(place, u"Docker Hub"_s, context);
    asked->setStepLimit(std::min(m_stepLimit, hubLimit));
    asked->ask(Method::Head, u"/manifests/"_s + place.reference,
        [asked, answer = std::move(answer)](const RegistryQuestion::Answer &head) {
            asked->deleteLater();
            answer({ head.error, head.rateLimit });
        });
}

void RegistryClient::tags(
    const ImageReference &image, QObject *context, std::function<void(const TagsAnswer &)> answer)
{
    const RegistryPlace place = placeOf(image, {});
    RegistryQuestion *asked = question(place, image.toString(), context);
    asked->ask(Method::Get, u"/tags/list"_s,
        [this, asked, place, answer = std::move(answer)](const RegistryQuestion::Answer &told) {
            if (asked->isPlain() && hasSpoken(told.error))
                m_plain.insert(place.host);
            asked->deleteLater();
            if (told.error)
                return answer({ told.error, {}, true, told.rateLimit });
            const QJsonValue list = QJsonDocument::fromJson(told.body)[u"tags"];
            if (!list.isArray() && !list.isNull()) // null: all its tags were deleted
                return answer({ asked->error(Kind::Unreadable,
                                    u"The registry's list of tags of %1 cannot be read."_s),
                    {}, true, told.rateLimit });
            QStringList names;
            for (const QJsonValue &name : list.toArray())
                names.append(name.toString());
            answer({ std::nullopt, names, told.complete, told.rateLimit });
        });
}

} // namespace slipway
