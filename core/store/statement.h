// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/quantities.h"
#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <concepts>
#include <memory>
#include <optional>

struct sqlite3_stmt;

namespace Gatehouse::Store {

//! Bytes to be stored as a BLOB; a plain QByteArray is stored as TEXT.
struct Blob {
    QByteArrayView bytes;
};

//! A prepared statement. Values are bound by name (":id") or by position (from 1), copied, and
//! stay bound over reset(). A failed bind is reported by the next step(). Belongs to the
//! connection's thread and must not outlive the Database.
//!
//!     auto select = db.prepare("SELECT name FROM team WHERE id = :id");
//!     select->bind(":id", id);
//!     if (auto row = select->step(); row && *row) name = select->string(0);
class Statement
{
public:
    Statement(Statement &&) noexcept;
    Statement &operator=(Statement &&) noexcept;
    ~Statement();

    template <typename T>
    Statement &bind(const char *name, const T &value)
    {
        return bind(parameter(name), value);
    }
    template <std::integral T>
    Statement &bind(int index, T value)
    {
        return bindInteger(index, static_cast<qint64>(value));
    }
    Statement &bind(int index, Money value) { return bindInteger(index, value.nanoUsd); }
    Statement &bind(int index, double value);
    Statement &bind(int index, QByteArrayView utf8);
    Statement &bind(int index, const QByteArray &utf8) { return bind(index, QByteArrayView(utf8)); }
    Statement &bind(int index, QStringView text);
    Statement &bind(int index, const QString &text) { return bind(index, QStringView(text)); }
    Statement &bind(int index, Blob blob);
    Statement &bind(int index, std::nullopt_t);
    template <typename T>
    Statement &bind(int index, const std::optional<T> &value)
    {
        return value ? bind(index, *value) : bind(index, std::nullopt);
    }
    //! Binds \a values to the positions 1, 2, 3 …; the fastest way.
    template <typename... Values>
    Statement &bindAll(const Values &...values)
    {
        int index = 0;
        (bind(++index, values), ...);
        return *this;
    }

    //! Binds \a values to the positions 1, 2, 3 … without copying their bytes, and runs to the end:
    //! the way to write many rows. All values are to be given again for the next run.
    template <typename... Values>
    Result<void> runWith(const Values &...values)
    {
        m_borrows = true;
        bindAll(values...);
        m_borrows = false;
        return run();
    }

    //! True: a row is ready. False: done; the statement has been reset for the next use.
    Result<bool> step();
    //! Runs to the end, ignoring rows, and resets.
    Result<void> run();
    //! Steps once: the first row's column 0, or nothing when there is no row or it is NULL. Resets.
    Result<std::optional<qint64>> oneInteger();
    void reset();

    int columnCount() const;
    bool isNull(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;
    std::optional<qint64> integerOrNull(int column) const;
    QByteArray text(int column) const;
    QString string(int column) const;
    QByteArray blob(int column) const;

private:
    friend class Database;
    Statement(sqlite3_stmt *handle, QString file);
    int parameter(const char *name) const;
    Statement &bindInteger(int index, qint64 value);
    Statement &noted(int code);

    struct Finalizer {
        void operator()(sqlite3_stmt *handle) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalizer> m_handle;
    QString m_file;
    int m_bindError = 0;
    bool m_borrows = false; //!< texts bound now outlive the run
};

} // namespace Gatehouse::Store
