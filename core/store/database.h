// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/statement.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <chrono>
#include <memory>

struct sqlite3;

namespace Gatehouse::Store {

//! One connection to one SQLite file, for one thread. Opened in write-ahead mode with every commit
//! durable (synchronous=FULL), foreign keys on and the schema distrusted.
class Database
{
public:
    enum class Mode { ReadWrite, ReadOnly };

    struct Options {
        Mode mode = Mode::ReadWrite;
        //! Stamped into a new file; an existing file with another number is refused (Unsupported).
        qint32 applicationId = 0;
        //! True when the caller knows that there was a database (a marker, a journal): a missing
        //! or empty file is then damage (Corrupt), not a new installation.
        bool mustExist = false;
        //! What is deleted is overwritten in the file, so that nobody finds it there.
        bool secureDelete = false;
        //! How long a statement waits for another program's lock before it fails with Locked.
        std::chrono::milliseconds busyTimeout{5000};
    };

    //! Opens \a path, made with mode 0600 when it is not there. Errors: ReadOnly, Locked, DiskFull,
    //! Corrupt, Io, and Unsupported for a file of another program; the file is named.
    static Result<std::unique_ptr<Database>> open(const QString &path, const Options &options);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const QString &path() const { return m_path; }

    Result<Statement> prepare(QByteArrayView sql);
    //! Runs one or several statements without values.
    Result<void> execute(QByteArrayView sql);
    //! First column of the first row, 0 when there is none; for PRAGMAs and counts.
    Result<qint64> integer(QByteArrayView sql);

    bool inTransaction() const;
    //! Rows changed by the last INSERT, UPDATE or DELETE.
    qint64 changes() const;
    qint64 lastInsertId() const;

    //! The schema number, 0 for a new file.
    Result<qint64> version() { return integer("PRAGMA user_version"); }

    //! Corrupt with the first finding when the file is damaged. quick: without index contents
    //! (4 s instead of 11 s on 1.5 GB).
    Result<void> quickCheck() { return check("PRAGMA quick_check(1)"); }
    Result<void> integrityCheck() { return check("PRAGMA integrity_check(1)"); }

    //! Moves the write-ahead log into the file and empties it; call when idle.
    Result<void> checkpoint();

    //! For sqlite3_* calls without a wrapper.
    sqlite3 *handle() const { return m_handle.get(); }

private:
    struct Closer {
        void operator()(sqlite3 *handle) const;
    };
    Database(sqlite3 *handle, QString path);
    Result<void> prepareFile(const Options &options);
    Result<void> checkOwner(const Options &options);
    Result<void> check(QByteArrayView pragma);

    std::unique_ptr<sqlite3, Closer> m_handle;
    QString m_path;
};

//! A write transaction (BEGIN IMMEDIATE: a transaction that began by reading would fail at once
//! with "busy snapshot" when it turns to writing). Rolled back unless commit() succeeded.
class Transaction
{
public:
    static Result<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    Result<void> commit();

private:
    explicit Transaction(Database *database)
        : m_database(database)
    {
    }
    Database *m_database; //!< null: committed or moved away
};

} // namespace Gatehouse::Store
