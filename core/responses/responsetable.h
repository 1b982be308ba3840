// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/responses/storedresponse.h"
#include "core/store/database.h"

#include <chrono>
#include <memory>

namespace Gatehouse::Responses {

//! How long and how much is kept.
struct Retention {
    std::chrono::milliseconds age = std::chrono::hours(30 * 24); //!< since the last use; 0: nothing
    qint64 bytes = 0;                                            //!< 0: no bound

    bool operator==(const Retention &) const = default;
};

inline constexpr qint32 responsesApplicationId = 0x47485253; // "GHRS"

//! The file of stored responses. What is deleted is overwritten. One thread.
class ResponseTable
{
public:
    //! A conversation larger than this is not put together (LimitExceeded).
    static constexpr qint64 maxConversation = 64LL * 1024 * 1024;

    static Result<std::unique_ptr<ResponseTable>> open(const QString &path);

    Store::Database &database() { return *m_database; }

    //! Replaces what has the same id. All that it goes on from counts as used now.
    Result<void> save(const StoredResponse &response);
    //! NotFound also when it is somebody else's.
    Result<StoredResponse> load(const QByteArray &id, const Owner &caller);
    //! The response with what it stands on; NotFound when a part of it is gone.
    Result<Conversation> conversation(const QByteArray &id, const Owner &caller);
    Result<void> remove(const QByteArray &id, const Owner &caller);
    //! Deletes some of what is too old or too much; true when there may be more.
    Result<bool> sweep(const Retention &retention, WallTime now);
    //! Empties the write-ahead log, which holds what was deleted last. Deleting does that by
    //! itself; inside a transaction it is to be done behind its end.
    Result<void> forgetDeleted();

private:
    explicit ResponseTable(std::unique_ptr<Store::Database> database)
        : m_database(std::move(database))
    {
    }

    Result<bool> dropOld(WallTime limit);
    Result<bool> dropExcess(qint64 bytes);

    std::unique_ptr<Store::Database> m_database;
    bool m_hasDeleted = false; //!< since the log was emptied
};

} // namespace Gatehouse::Responses
