// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/statement.h"

#include "core/store/sqliteerror.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace Gatehouse::Store {

void Statement::Finalizer::operator()(sqlite3_stmt *handle) const
{
    sqlite3_finalize(handle);
}

Statement::Statement(sqlite3_stmt *handle, QString file)
    : m_handle(handle)
    , m_file(std::move(file))
{
}

Statement::Statement(Statement &&) noexcept = default;
Statement &Statement::operator=(Statement &&) noexcept = default;
Statement::~Statement() = default;

int Statement::parameter(const char *name) const
{
    const int index = sqlite3_bind_parameter_index(m_handle.get(), name);
    Q_ASSERT_X(index > 0, "Statement::bind", name);
    return index;
}

Statement &Statement::noted(int code)
{
    if (code != SQLITE_OK && m_bindError == SQLITE_OK)
        m_bindError = code;
    return *this;
}

Statement &Statement::bindInteger(int index, qint64 value)
{
    return noted(sqlite3_bind_int64(m_handle.get(), index, value));
}

Statement &Statement::bind(int index, double value)
{
    return noted(sqlite3_bind_double(m_handle.get(), index, value));
}

Statement &Statement::bind(int index, QByteArrayView utf8)
{
    // A null pointer would bind NULL; an empty text is a text.
    const char *data = utf8.isEmpty() ? "" : utf8.data();
    return noted(sqlite3_bind_text64(m_handle.get(), index, data,
                                     static_cast<sqlite3_uint64>(utf8.size()),
                                     m_borrows ? SQLITE_STATIC : SQLITE_TRANSIENT, SQLITE_UTF8));
}

Statement &Statement::bind(int index, QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    const bool borrows = std::exchange(m_borrows, false); // the bytes end with this function
    bind(index, QByteArrayView(utf8));
    m_borrows = borrows;
    return *this;
}

Statement &Statement::bind(int index, Blob blob)
{
    const char *data = blob.bytes.isEmpty() ? "" : blob.bytes.data();
    return noted(sqlite3_bind_blob64(m_handle.get(), index, data,
                                     static_cast<sqlite3_uint64>(blob.bytes.size()),
                                     m_borrows ? SQLITE_STATIC : SQLITE_TRANSIENT));
}

Statement &Statement::bind(int index, std::nullopt_t)
{
    return noted(sqlite3_bind_null(m_handle.get(), index));
}

Result<bool> Statement::step()
{
    sqlite3 *database = sqlite3_db_handle(m_handle.get());
    if (m_bindError != SQLITE_OK) {
        const int code = std::exchange(m_bindError, SQLITE_OK);
        return sqliteError(nullptr, code, m_file, u"bind a value"_s);
    }
    const int code = sqlite3_step(m_handle.get());
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE) {
        Error error = sqliteError(database, sqlite3_extended_errcode(database), m_file,
                                  sqlite3_stmt_readonly(m_handle.get()) ? u"read"_s : u"write"_s);
        sqlite3_reset(m_handle.get());
        return error;
    }
    sqlite3_reset(m_handle.get());
    return false;
}

Result<void> Statement::run()
{
    for (;;) {
        const Result<bool> row = step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
    }
}

Result<std::optional<qint64>> Statement::oneInteger()
{
    const Result<bool> row = step();
    if (!row)
        return row.error();
    const std::optional<qint64> value = *row ? integerOrNull(0) : std::nullopt;
    reset();
    return value;
}

void Statement::reset()
{
    sqlite3_reset(m_handle.get());
}

int Statement::columnCount() const
{
    return sqlite3_column_count(m_handle.get());
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_handle.get(), column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_handle.get(), column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_handle.get(), column);
}

std::optional<qint64> Statement::integerOrNull(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

QByteArray Statement::text(int column) const
{
    const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(m_handle.get(), column));
    return {data, sqlite3_column_bytes(m_handle.get(), column)};
}

QString Statement::string(int column) const
{
    return QString::fromUtf8(text(column));
}

QByteArray Statement::blob(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_handle.get(), column));
    return {data, sqlite3_column_bytes(m_handle.get(), column)};
}

} // namespace Gatehouse::Store
