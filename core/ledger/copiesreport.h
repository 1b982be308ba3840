// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/schema.h"

#include <QtCore/QJsonObject>

namespace Gatehouse::Ledger {

//! The copies of one route that went to one target since a moment.
struct CopiesQuestion {
    QByteArray route;
    QByteArray provider;
    QByteArray model;
    qint64 sinceUs = 0;
};

//! How the copies did beside the requests they are copies of, of the newest 10,000 pairs:
//! {"copies": side, "control": side}, a side being {"requests", "failed", "success",
//! "first_token_p50_ms", "first_token_p95_ms", "total_p50_ms", "total_p95_ms", "cost_nano_usd",
//! "mean_cost_nano_usd"}. Shares and means are null without requests, percentiles for too few.
Result<QJsonObject> compareCopies(Store::Database &database, const CopiesQuestion &question);

//! What those copies have cost: {"cost_nano_usd"}.
Result<QJsonObject> costOfCopies(Store::Database &database, const CopiesQuestion &question);

//! Who asked for \a model, by its name or redirected from it, since \a sinceUs: {"items": [{"key",
//! "name", "team", "requests", "last_day"}], "next": null}, most requests first. Whole days of the
//! reporting zone.
Result<QJsonObject> callersOf(Store::Database &database, const DayCalendar &calendar,
                              const QByteArray &model, qint64 sinceUs);

} // namespace Gatehouse::Ledger
