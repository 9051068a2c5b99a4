// The folder of a store while no program has it open: its files, and what was put aside.
#pragma once

#include "store_samples.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace slipway {

using namespace Qt::StringLiterals;

class StoreFolder {
public:
    QString path() const { return m_folder.path(); }
    QString database() const { return m_folder.filePath(u"tasks.db"_s); }
    QByteArray databaseBytes() const
    {
        QFile file(database());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    bool fill(int tasks) const
    {
        TaskStore store(path());
        if (!loadAndWait(store))
            return false;
        for (int i = 1; i <= tasks; ++i)
            store.save(plainTask(i));
        return closeAndWait(store);
    }
    QStringList asideFiles(const QString &ending = {}) const // ending: -wal, -shm
    {
        const QStringList all =
            QDir(path()).entryList({ u"tasks.db.corrupt-*"_s }, QDir::Files, QDir::Name);
        return all.filter(QRegularExpression(u"-\\d{6}(-\\d+)?%1$"_s.arg(ending)));
    }

private:
    QTemporaryDir m_folder;
};

} // namespace slipway
