#include "core/store/sqlite_connection.h"

#include <QSqlError>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace slipway {

SqliteConnection::SqliteConnection(const QString &path)
    : m_path(path)
    , m_name(u"tasks-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

SqliteConnection::~SqliteConnection()
{
    close();
}

bool SqliteConnection::open(const QString &options)
{
    m_error.clear();
    m_errorCode = 0;
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    m_database.setDatabaseName(m_path);
    m_database.setConnectOptions(options);
    if (m_database.open())
        return true;
    keep(m_database.lastError());
    return false;
}

void SqliteConnection::close()
{
    if (!m_database.isValid())
        return;
    m_prepared.clear();
    // SQLite brings its write-ahead log into the file and removes it.
    m_database.close();
    m_database = {}; // removeDatabase() wants no copy left
    QSqlDatabase::removeDatabase(m_name);
}

bool SqliteConnection::run(const QString &sql, const QVariantList &values)
{
    return runForEach(sql, { values });
}

bool SqliteConnection::runForEach(const QString &sql, const QList<QVariantList> &rows)
{
    if (rows.isEmpty())
        return true;
    auto known = m_prepared.find(sql);
    bool done = true;
    if (known == m_prepared.end()) {
        known = m_prepared.emplace(sql, QSqlQuery(m_database)).first;
        done = known->second.prepare(sql);
    }
    QSqlQuery &query = known->second;
    for (qsizetype row = 0; done && row < rows.size(); ++row) {
        for (qsizetype i = 0; i < rows.at(row).size(); ++i)
            query.bindValue(int(i), rows.at(row).at(i));
        done = query.exec();
    }
    if (!done) {
        keep(query.lastError());
        m_prepared.erase(known);
    } else {
        query.finish();
    }
    return done;
}

void SqliteConnection::runQuietly(const QString &sql)
{
    QSqlQuery(m_database).exec(sql);
}

QVariant SqliteConnection::ask(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_database);
    const bool done = query.prepare(sql);
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(int(i), values.at(i));
    if (done && query.exec() && query.next())
        return query.value(0);
    keep(query.lastError());
    return {};
}

QSqlQuery SqliteConnection::rows(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    query.exec(sql);
    return query;
}

bool SqliteConnection::hasFailed(const QSqlQuery &rows)
{
    if (!rows.lastError().isValid())
        return false;
    keep(rows.lastError());
    return true;
}

void SqliteConnection::keep(const QSqlError &error)
{
    m_error = error.databaseText();
    m_errorCode = error.nativeErrorCode().toInt() & 0xff; // the bits above it tell more than we ask
}

} // namespace slipway
