// What a registry says, as values. Shapes are those of the OCI distribution specification:
// https://github.com/opencontainers/distribution-spec/blob/main/spec.md
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace slipway {

struct RegistryError {
    enum class Kind {
        NotFound, // no such repository, tag, digest, or no image for the platform
        Denied, // 401 or 403, with what logins there are
        Unreachable, // nobody answers, not in time, or only with a 5xx
        Tls, // it answers, but not with a certificate that can be trusted
        TooManyRequests, // 429; see retryAfter
        LimitSpared, // not asked: less than half of the pulls the registry allows is left
        Unreadable, // an answer that is none of the known forms
    };
    Kind kind = Kind::Unreachable;
    QString sentence; // for people; never holds a password or a token
    std::optional<int> retryAfter; // seconds
    QStringList platforms; // NotFound: that there is an image for, although not for the one asked
    bool operator==(const RegistryError &) const = default;
};

// Docker Hub's headers ratelimit-limit and ratelimit-remaining, "100;w=21600": pulls in a window of
// so many seconds. Elsewhere mostly absent.
struct RateLimit {
    std::optional<int> limit;
    std::optional<int> remaining;
    std::optional<int> windowSeconds;
    bool isPerAddress = false; // counted for whoever has our address, not for a login
    bool operator==(const RateLimit &) const = default;
};

struct Descriptor {
    QString digest; // "sha256:" and 64 hex digits
    qint64 size = 0; // bytes of the blob: a layer's are those that cross the wire
    bool operator==(const Descriptor &) const = default;
};

struct ImageManifest {
    QString digest; // of the manifest itself, of this platform
    QString mediaType;
    Descriptor config;
    QList<Descriptor> layers; // lowest first; one may come twice
    bool operator==(const ImageManifest &) const = default;
};

struct PullsAnswer {
    std::optional<RegistryError> error;
    RateLimit rateLimit; // empty: there is no limit
};

struct ImageAnswer {
    std::optional<RegistryError> error; // then `image` is empty
    ImageManifest image;
    RateLimit rateLimit;
};

struct TagsAnswer {
    std::optional<RegistryError> error;
    QStringList tags; // as the registry orders them
    bool complete = true; // false: the registry has more pages than this one
    RateLimit rateLimit;
};

} // namespace slipway
