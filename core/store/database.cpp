// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include "core/store/sqliteerror.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <sqlite3.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace Gatehouse::Store {

namespace {

bool isEmptyOrMissing(const QString &path)
{
    return QFileInfo(path).size() == 0;
}

//! SQLite gives new files the mode 0644; ours hold names, spend and hashes of keys.
void makePrivate(const QString &path)
{
    QFile file(path);
    if (!file.exists() && file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

} // namespace

void Database::Closer::operator()(sqlite3 *handle) const
{
    sqlite3_close_v2(handle);
}

Database::Database(sqlite3 *handle, QString path)
    : m_handle(handle)
    , m_path(std::move(path))
{
}

Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(const QString &path, const Options &options)
{
    const bool writes = options.mode == Mode::ReadWrite;
    if (options.mustExist && isEmptyOrMissing(path))
        return Error{ErrorCode::Corrupt, u"%1: the database is missing or empty"_s.arg(path), path};
    if (writes)
        makePrivate(path);
    const int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        | (writes ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
    // Counting memory takes a lock at every allocation. Misuse, without harm, once SQLite runs.
    static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    Q_UNUSED(uncounted)
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &handle, flags, nullptr);
    std::unique_ptr<Database> database(new Database(handle, path));
    if (code != SQLITE_OK)
        return sqliteError(handle, code, path, u"open the database"_s);
    if (writes && sqlite3_db_readonly(handle, "main") == 1)
        return Error{ErrorCode::ReadOnly, u"%1: the file cannot be written"_s.arg(path), path};
    if (const Result<void> ready = database->prepareFile(options); !ready)
        return ready.error();
    return database;
}

Result<void> Database::prepareFile(const Options &options)
{
    sqlite3_busy_timeout(m_handle.get(), static_cast<int>(options.busyTimeout.count()));
    const Result<void> connection =
        execute("PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;"
                "PRAGMA temp_store=MEMORY; PRAGMA synchronous=FULL;");
    if (!connection)
        return connection;
    if (options.secureDelete) {
        if (const Result<void> secure = execute("PRAGMA secure_delete=ON"); !secure)
            return secure;
    }
    if (const Result<void> owner = checkOwner(options); !owner)
        return owner;
    if (options.mode == Mode::ReadOnly)
        return {};
    return execute("PRAGMA journal_mode=WAL");
}

Result<void> Database::checkOwner(const Options &options)
{
    const Result<qint64> pages = integer("PRAGMA page_count");
    if (!pages)
        return pages.error();
    const Result<qint64> owner = integer("PRAGMA application_id");
    if (!owner)
        return owner.error();
    if (*pages == 0 && options.mode == Mode::ReadWrite) {
        const QByteArray stamp =
            "PRAGMA page_size=8192; PRAGMA auto_vacuum=INCREMENTAL; PRAGMA application_id="
            + QByteArray::number(options.applicationId);
        return execute(stamp);
    }
    if (*pages == 0)
        return Error{ErrorCode::Unavailable, u"%1: the database is still empty"_s.arg(m_path),
                     m_path};
    if (*owner != options.applicationId)
        return Error{ErrorCode::Unsupported,
                     u"%1: this is a database of another program"_s.arg(m_path), m_path};
    return {};
}

Result<Statement> Database::prepare(QByteArrayView sql)
{
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(m_handle.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK)
        return sqliteError(m_handle.get(), code, m_path, u"prepare a statement"_s);
    return Statement(statement, m_path);
}

Result<void> Database::execute(QByteArrayView sql)
{
    const int code =
        sqlite3_exec(m_handle.get(), sql.toByteArray().constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return sqliteError(m_handle.get(), code, m_path, u"run a statement"_s);
    return {};
}

Result<qint64> Database::integer(QByteArrayView sql)
{
    Result<Statement> statement = prepare(sql);
    if (!statement)
        return statement.error();
    const Result<std::optional<qint64>> value = statement->oneInteger();
    if (!value)
        return value.error();
    return value->value_or(0);
}

bool Database::inTransaction() const
{
    return sqlite3_get_autocommit(m_handle.get()) == 0;
}

qint64 Database::changes() const
{
    return sqlite3_changes64(m_handle.get());
}

qint64 Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_handle.get());
}

Result<void> Database::check(QByteArrayView pragma)
{
    Result<Statement> statement = prepare(pragma);
    if (!statement)
        return statement.error();
    const Result<bool> row = statement->step();
    if (!row)
        return row.error();
    const QString finding = statement->string(0);
    if (finding == "ok"_L1)
        return {};
    return Error{ErrorCode::Corrupt, u"%1: the database is damaged: %2"_s.arg(m_path, finding),
                 m_path};
}

Result<void> Database::checkpoint()
{
    return execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

Result<Transaction> Transaction::begin(Database &database)
{
    if (const Result<void> begun = database.execute("BEGIN IMMEDIATE"); !begun)
        return begun.error();
    return Transaction(&database);
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Transaction::~Transaction()
{
    // A failed statement (disk full) may have rolled back by itself already.
    if (m_database && m_database->inTransaction())
        (void)m_database->execute("ROLLBACK");
}

Result<void> Transaction::commit()
{
    Q_ASSERT(m_database);
    const Result<void> committed = m_database->execute("COMMIT");
    if (committed)
        m_database = nullptr;
    return committed;
}

} // namespace Gatehouse::Store
