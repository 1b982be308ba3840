// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"
#include "core/ledger/pricebook.h"
#include "core/ledger/records.h"

#include <QtCore/QTimeZone>

#include <memory>
#include <vector>

namespace Gatehouse::Demo {

//! A key as the history uses it.
struct HistoryKey {
    QByteArray id;
    QByteArray name;
    QByteArray team;
    WallTime from{};
    std::optional<WallTime> disabled = {};
};

//! The configuration in force from a moment on.
struct HistoryRevision {
    WallTime from{};
    qint64 number = 0;
    Api::Document document;
    std::shared_ptr<const Ledger::PriceBook> prices;
};

//! What a history is made from. Equal plans make equal histories.
struct HistoryPlan {
    WallTime now{};
    QTimeZone zone = QTimeZone::utc(); //!< office hours and days
    quint64 seed = 1;
    std::vector<HistoryKey> keys;
    std::vector<HistoryRevision> revisions; //!< oldest first, not empty
};

//! Thirty days of requests of the sample office up to plan.now, oldest first: a working day has
//! about a thousand, more towards the end.
std::vector<Ledger::RequestRecord> makeHistory(const HistoryPlan &plan);

//! What the shadows of the routes were sent while \a rows, a history of \a plan, were answered.
std::vector<Ledger::RequestRecord> makeCopies(const HistoryPlan &plan,
                                              const std::vector<Ledger::RequestRecord> &rows);

} // namespace Gatehouse::Demo
