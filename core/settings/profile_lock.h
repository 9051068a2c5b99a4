// One queue per profile: an flock on a file that no child inherits, gone with this program.
#pragma once

#include "core/settings/paths.h"

#include <optional>

namespace slipway {

class ProfileLock {
public:
    ProfileLock() = default;
    ~ProfileLock();
    ProfileLock(const ProfileLock &) = delete;
    ProfileLock &operator=(const ProfileLock &) = delete;

    // Makes the data folder (0700) where it is missing. Answers with a sentence when the lock
    // cannot be had.
    std::optional<QString> take(const Paths &paths);

private:
    int m_file = -1;
};

} // namespace slipway
