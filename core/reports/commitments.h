// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/spending.h"
#include "core/ledger/schema.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace Gatehouse::Reports {

//! How a contract stands against the straight line from nothing on its first day to its amount at
//! the end of its last one.
enum class CommitmentState {
    NotBegun,
    Ahead,   //!< used up before the end at this pace
    OnTrack, //!< within 5 % of the amount at the end
    Behind,  //!< something stays unused at this pace
    UsedUp,
    Over //!< the last day has passed
};
QString commitmentStateName(CommitmentState state);

//! A contract and what each of its days until today cost.
struct Commitment {
    Api::Contract contract;
    QDate today;
    QList<qint64> days; //!< nano-dollars, from the first day on, not past today
};

//! What a commitment comes to: used so far, the pace of the last 28 days (or of all of them while
//! there are fewer), what is expected at the end and when the amount is used up.
struct CommitmentOutlook {
    qint64 used = 0;
    qint64 perDay = 0;   //!< the pace
    qint64 straight = 0; //!< what the straight line has today
    qint64 expected = 0; //!< at the end of the last day
    qint64 unused = 0;   //!< of the amount at the end, 0 when it is used up
    QDate usedUpOn = {}; //!< invalid: not before the end
    CommitmentState state = CommitmentState::NotBegun;

    bool operator==(const CommitmentOutlook &) const = default;
};
CommitmentOutlook outlookOf(const Commitment &commitment);

//! What a contract's volume has come to: which tier holds, which is next, when it is reached at the
//! pace of the last 28 days.
struct CommitmentTier {
    qint64 volume = 0;   //!< before discounts, until today
    qint64 reached = -1; //!< the volume of the tier in force; -1: none
    qint64 next = -1;    //!< -1: there is no further one
    QDate nextOn = {};   //!< invalid: not before the end
    double discountPercent = 0;

    bool operator==(const CommitmentTier &) const = default;
};
//! \a days: the volume of each day until \a today.
CommitmentTier tierOf(const Api::Contract &contract, const QList<qint64> &days, const QDate &today);

//! {"items":[{"id","provider","amount_nano_usd","from","until","note","used_nano_usd",
//! "straight_nano_usd","per_day_nano_usd","expected_nano_usd","unused_nano_usd","used_up_on",
//! "state","discount_percent","volume_nano_usd","tier_nano_usd","next_tier_nano_usd",
//! "next_tier_on","days":[nano since the first day, …]}],"today"}. A day counts what was paid for
//! the contract's provider in it.
Result<QJsonObject> commitments(Store::Database &database, const Ledger::DayCalendar &calendar,
                                const QList<Api::Contract> &contracts, WallTime now);

} // namespace Gatehouse::Reports
