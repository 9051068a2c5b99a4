// A connection to one SQLite file: statements are prepared once, and the last failure is kept.
//
// Knows no table. Belongs to the thread that opens it.
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <unordered_map>

namespace slipway {

class SqliteConnection {
public:
    // Primary result codes, as sqlite3.h has them.
    static constexpr int readOnly = 8;
    static constexpr int corrupt = 11;
    static constexpr int full = 13;
    static constexpr int notADatabase = 26;

    explicit SqliteConnection(const QString &path);
    ~SqliteConnection();
    Q_DISABLE_COPY_MOVE(SqliteConnection)

    bool open(const QString &options = {}); // forgets the last failure
    bool isOpen() const { return m_database.isOpen(); }
    void close();

    bool run(const QString &sql, const QVariantList &values = {});
    bool runForEach(const QString &sql, const QList<QVariantList> &rows); // false at the first
    void runQuietly(const QString &sql); // a failure before it stays the last
    QVariant ask(const QString &sql, const QVariantList &values = {}); // first column, first row
    // To be read once, forwards; then hasFailed() tells whether that was all.
    QSqlQuery rows(const QString &sql);
    bool hasFailed(const QSqlQuery &rows);

    QString error() const { return m_error; } // in SQLite's words
    int errorCode() const { return m_errorCode; }

private:
    void keep(const QSqlError &error);

    const QString m_path;
    const QString m_name; // in QSqlDatabase's list
    QSqlDatabase m_database;
    std::unordered_map<QString, QSqlQuery>
        m_prepared; // by their SQL: preparing costs as much as running
    QString m_error;
    int m_errorCode = 0;
};

} // namespace slipway
