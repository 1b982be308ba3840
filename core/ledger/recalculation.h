// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/pricebook.h"
#include "core/ledger/priceterms.h"
#include "core/ledger/schema.h"
#include "core/store/database.h"

#include <QtCore/QHash>
#include <QtCore/QJsonObject>

#include <map>
#include <memory>

namespace Gatehouse::Ledger {

//! Works out anew what requests of a past span cost, after a price was corrected: by the prices
//! that hold now for the start of each request, and the providers' multipliers of now. In steps, so
//! that others get their turn and it can be stopped between two; each step changes rows and sums in
//! one durable transaction and keeps what a row said before. A connection of its own; one thread at
//! a time.
//!
//! Rows that cost nothing because they are free of charge stay as they are. Attempts whose answers
//! nobody got are priced by their own usage, pictures by their size and quality; rows from before
//! these were kept in the books stay as they are too.
class Recalculation
{
public:
    struct Options {
        QString path; //!< ledger.db
        QTimeZone zone = QTimeZone::utc();
        qint64 sinceUs = 0;
        qint64 untilUs = 0;       //!< exclusive
        QByteArray provider = {}; //!< empty: of all
        QByteArray model = {};
        std::shared_ptr<const PriceBook> prices = {};
        QHash<QByteArray, double> multipliers = {}; //!< by provider; 1 where there is none
        bool dryRun = true;                         //!< only says what would change
        QString who = {};
        QString reason = {};
        WallTime now{};
    };

    static Result<std::unique_ptr<Recalculation>> begin(Options options);

    //! The next \a rows; true: there are more.
    Result<bool> step(int rows = 2000);

    //! {"dry_run", "since", "until", "rows", "done", "changed", "kept", "before_nano_usd",
    //!  "after_nano_usd", "items": [{"provider", "model", "rows", "before_nano_usd",
    //!  "after_nano_usd", "unpriced_before", "unpriced_after"}]}: items are the models whose rows
    //! change, the largest difference first; "kept": rows that could not be worked out.
    QJsonObject report() const;

private:
    struct Change {
        qint64 rows = 0;
        qint64 before = 0;
        qint64 after = 0;
        qint64 unpricedBefore = 0;
        qint64 unpricedAfter = 0;
    };
    //! What is to be added to the sums of one row of a rollup.
    struct Delta {
        qint64 cost = 0;
        qint64 listCost = 0;
        qint64 unpriced = 0;
        qint64 cacheSaved = 0;

        void add(const Delta &more)
        {
            cost += more.cost;
            listCost += more.listCost;
            unpriced += more.unpriced;
            cacheSaved += more.cacheSaved;
        }
    };
    using HourKey = std::tuple<qint64, QByteArray, QByteArray, QByteArray, int>;
    using SlotKey = std::tuple<qint64, QByteArray, QByteArray, QByteArray, QByteArray>;
    using DayKey = std::tuple<qint64, QByteArray, QByteArray, QByteArray, QByteArray, QByteArray>;
    struct Row;

    explicit Recalculation(Options options);
    Result<void> open();
    Result<std::vector<Row>> read(int rows);
    //! Whether a row's price can be worked out; sets what it is now.
    Result<bool> price(Row &row);
    std::optional<PricedCost> priceAt(const QByteArray &provider, const QByteArray &model,
                                      WallTime time, const Usage &usage,
                                      const PriceTerms &terms) const;
    Result<void> changeAttempts(const Row &row);
    qint64 dayOf(qint64 us);
    void addToSums(const Row &row, const std::pair<QByteArray, QByteArray> &target,
                   const Delta &delta);
    Result<void> change(const Row &row);
    Result<void> changeSaving(const Row &row);
    Result<void> storeSums();
    Result<void> storeHours();
    Result<void> storeDays();
    Result<void> enter();

    const Options m_options;
    std::unique_ptr<Store::Database> m_database;
    DayCalendar m_calendar;
    std::vector<std::pair<qint64, DayCalendar>> m_calendars; //!< since when, the latest first
    qint64 m_position = 0;                                   //!< the last row that was looked at
    qint64 m_rows = 0;
    qint64 m_done = 0;
    qint64 m_kept = 0;
    qint64 m_number = 0; //!< of this recalculation; 0: nothing was changed yet
    std::map<std::pair<QByteArray, QByteArray>, Change> m_changes;
    std::map<HourKey, Delta> m_hours;
    std::map<SlotKey, Delta> m_slots;
    std::map<DayKey, Delta> m_days;
};

} // namespace Gatehouse::Ledger
