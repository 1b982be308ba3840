// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/quantities.h"
#include "core/ledger/records.h"
#include "core/store/database.h"

#include <QtCore/QTimeZone>

namespace Gatehouse::Ledger {

//! "GHLG", in the header of ledger.db.
constexpr qint32 ledgerApplicationId = 0x47484c47;

//! Creates or migrates the tables; see schema.cpp for what each holds.
Result<void> migrateLedger(Store::Database &database);
//! Whether all tables are there: not while the file is made or migrated by the writer.
Result<bool> isLedgerReady(Store::Database &database);

//! How a request counts towards success; stored as its number.
enum class RequestClass {
    Answered = 0,      //!< by any attempt
    Failed = 1,        //!< ours or the providers' fault
    CallerMistake = 2, //!< 400, 401, 403, 404, 413, 422: outside the success rate
    Cancelled = 3,     //!< the caller left: outside the success rate
};
constexpr int requestClasses = 4;
RequestClass classOf(const RequestRecord &record);

//! Answered by its only attempt, or never sent on: its attempts need no counting of their own.
bool isOrdinary(const RequestRecord &record);

//! How an attempt counts towards its provider's success; the caller's mistakes count for nobody.
enum class AttemptClass { Answered, Failed, Outside };
constexpr int attemptClasses = 3;
AttemptClass classOf(const AttemptRecord &attempt);

//! What a row of the latency histograms counts. Answers alone, and none from the cache.
enum class LatencyKind {
    Total = 0,
    FirstToken = 1,    //!< of streamed answers
    StreamedTotal = 2, //!< those of Total that were streamed
    Gateway = 3,       //!< our own time
    Speed = 4,         //!< thousandths of a token per second while streaming
};
constexpr int latencyKinds = 5;

//! What a row of roll_hour_outcome counts.
enum class Counted {
    Requests = 0,
    Attempts = 1,
    Rescued = 2,   //!< requests answered after their first attempt failed, by that attempt
    Retries = 3,   //!< attempts after another one at the same target
    Fallbacks = 4, //!< attempts after another one at another target
};

//! Thousandths of a token per second between the first token and the end; nothing when the answer
//! was not streamed, or all at once.
std::optional<qint64> speedOf(const RequestRecord &record);

//! True when money was due and no price was known.
bool isUnpriced(const RequestRecord &record);

//! One more than the bucket of the largest 64-bit number.
constexpr int latencyBuckets = 175;
//! Latency buckets: floor(ln(microseconds) * 4), each 28 % wide.
int bucketOf(qint64 us);
//! Lower bound of \a bucket in microseconds.
double bucketFloor(int bucket);

constexpr qint64 usPerSecond = 1'000'000;
constexpr qint64 usPerHour = 3600 * usPerSecond;
//! Offsets of time zones are multiples of it, so that a slot lies in one hour everywhere.
constexpr qint64 usPerSlot = usPerHour / 4;

inline qint64 toUs(WallTime time)
{
    return time.time_since_epoch().count();
}

//! Days of the reporting zone as numbers that read like dates: 20261122. Remembers the last day,
//! so that asking for times of one day in turn costs nothing.
class DayCalendar
{
public:
    explicit DayCalendar(QTimeZone zone)
        : m_zone(std::move(zone))
    {
    }
    const QTimeZone &zone() const { return m_zone; }

    qint64 dayOf(qint64 us) const;
    //! First microsecond of the day.
    qint64 startOf(const QDate &day) const;
    QDate dateAt(qint64 us) const;

    static qint64 number(const QDate &day);
    static QDate date(qint64 number);
    //! The Monday of a day's week, both as number() writes days.
    static qint64 weekOf(qint64 day);
    //! The whole weeks among the days \a first to \a last: their first Monday and the one behind
    //! them; there are none where it is not later.
    static std::pair<QDate, QDate> wholeWeeks(const QDate &first, const QDate &last);

private:
    QTimeZone m_zone;
    mutable qint64 m_from = 0;
    mutable qint64 m_to = 0;
    mutable qint64 m_day = 0;
};

} // namespace Gatehouse::Ledger
