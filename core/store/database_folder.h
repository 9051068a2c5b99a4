// The profile's folder on disk: tasks.db, and one log a task below logs/. Nobody but its owner may
// read it.
#pragma once

#include <QString>

#include <optional>

namespace slipway {

QString databaseFile(const QString &folder);
QString logFolder(const QString &folder);

// Both folders and an empty database file, where they are missing. Answers a sentence on what
// cannot be made, or nothing.
QString makeStoreFolder(const QString &folder);

// Gives a broken database and its write-ahead log a new name: the day and time are added.
// Answers the new path; none when it cannot be renamed.
std::optional<QString> moveDatabaseAside(const QString &folder);

} // namespace slipway
