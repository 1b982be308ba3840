// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/bodies/recordedbody.h"
#include "core/store/database.h"

#include <memory>

namespace Gatehouse::Bodies {

inline constexpr qint32 bodiesApplicationId = 0x47484244; // "GHBD"

//! The file of recorded bodies, which only this user can read. What is deleted is overwritten. One
//! thread.
class BodyTable
{
public:
    struct Facts {
        qint64 count = 0;
        qint64 bytes = 0;
        std::optional<WallTime> oldest;
    };

    //! Makes the file when it is not there.
    static Result<std::unique_ptr<BodyTable>> open(const QString &path);

    Store::Database &database() { return *m_database; }

    Result<void> save(const RecordedBody &body);
    Result<bool> has(const QByteArray &id);
    Result<RecordedBody> load(const QByteArray &id);
    //! NotFound when nothing of that request is recorded.
    Result<void> remove(const QByteArray &id);
    //! How many there were.
    Result<qint64> clear();
    Result<void> sweep(const Retention &retention, WallTime now);
    Result<Facts> facts();

private:
    explicit BodyTable(std::unique_ptr<Store::Database> database)
        : m_database(std::move(database))
    {
    }

    std::unique_ptr<Store::Database> m_database;
};

} // namespace Gatehouse::Bodies
