// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/records.h"
#include "core/ledger/schema.h"

#include <QtCore/QJsonObject>
#include <QtCore/QString>

namespace Gatehouse::Ledger {

struct Price;

//! How the detail of an attempt begins whose stream was left for being slower than its route asks;
//! its result is timeout_idle, its "cause" in JSON "slow_stream".
inline constexpr QByteArrayView slowStreamWords = "the stream is slower than the ";

//! "2026-11-22T12:00:00.123Z"
QString isoTime(qint64 us);

//! A request as the admin API lists it; the same for stored rows and for live ones.
QJsonObject rowJson(const RequestRecord &record);

//! rowJson() and what only one request shows: "trace", "cost_lines", "multiplier",
//! "list_cost_nano_usd", "price_version". \a price is what the request's model costs now, for the
//! lines; null or of another version than the request's: the lines carry no prices.
QJsonObject detailJson(const RequestRecord &record, const Price *price);

} // namespace Gatehouse::Ledger
