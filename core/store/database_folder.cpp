#include "core/store/database_folder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr auto fileOfOwner = QFile::ReadOwner | QFile::WriteOwner;
constexpr auto folderOfOwner = fileOfOwner | QFile::ExeOwner;

bool makePrivate(const QString &folder)
{
    const QFileInfo info(folder);
    if (info.isDir()) {
        const bool isOpenToOthers = info.permissions()
            & (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
                | QFile::WriteOther | QFile::ExeOther);
        // Of a folder that belongs to somebody else the rights cannot be changed; go on with it.
        if (isOpenToOthers)
            QFile::setPermissions(folder, folderOfOwner);
        return true;
    }
    return QDir().mkpath(info.absolutePath()) && QDir().mkdir(folder, folderOfOwner);
}

} // namespace

QString databaseFile(const QString &folder)
{
    return folder + u"/tasks.db"_s;
}

QString logFolder(const QString &folder)
{
    return folder + u"/logs"_s;
}

QString makeStoreFolder(const QString &folder)
{
    for (const QString &each : { folder, logFolder(folder) }) {
        if (!makePrivate(each))
            return u"The folder %1 for the task list cannot be made. Check that nothing else has "
                   "this name and that you may write there, then start again."_s.arg(each);
    }
    // Made here, before SQLite does: its -wal and -shm get the rights of this file.
    QFile file(databaseFile(folder));
    if (!file.exists() && !file.open(QIODevice::WriteOnly | QIODevice::NewOnly, fileOfOwner))
        return u"The task list %1 cannot be made (%2). Check that you may write there, then start "
               "again."_s.arg(file.fileName(), file.errorString());
    return {};
}

std::optional<QString> moveDatabaseAside(const QString &folder)
{
    const QString path = databaseFile(folder);
    const QString stamped =
        path + u".corrupt-"_s + QDateTime::currentDateTime().toString(u"yyyyMMdd-hhmmss"_s);
    QString aside = stamped;
    for (int number = 2; QFile::exists(aside); ++number)
        aside = stamped + u'-' + QString::number(number);
    if (!QFile::rename(path, aside))
        return std::nullopt;
    for (const QString &companion : { u"-wal"_s, u"-shm"_s }) {
        // One that stayed would be taken for part of the fresh database.
        if (QFile::exists(path + companion) && !QFile::rename(path + companion, aside + companion))
            return std::nullopt;
    }
    return aside;
}

} // namespace slipway
