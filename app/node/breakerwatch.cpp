// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/breakerwatch.h"

#include <algorithm>

namespace Gatehouse::Node {

namespace {

using Routing::BreakerState;
using Row = Routing::LiveState::BreakerRow;

bool isOpen(BreakerState state)
{
    return state == BreakerState::Open || state == BreakerState::HalfOpen;
}

//! The row of the same breaker in \a rows, null when it is closed there.
const Row *sameIn(const std::vector<Row> &rows, const Row &row)
{
    const auto at = std::ranges::find_if(rows, [&](const Row &r) { return r.isSamePlace(row); });
    return at == rows.end() ? nullptr : &*at;
}

BreakerWatch::Change change(const Row &row, BreakerState from, BreakerState to)
{
    return {.provider = QString::fromUtf8(row.provider),
            .model = QString::fromUtf8(row.model),
            .key = QString::fromUtf8(row.key),
            .from = from,
            .to = to};
}

} // namespace

bool BreakerWatch::Change::hasOpened() const
{
    return isOpen(to) && !isOpen(from);
}

bool BreakerWatch::Change::hasClosed() const
{
    return isOpen(from) && !isOpen(to);
}

QList<BreakerWatch::Change> BreakerWatch::changes(SteadyTime now)
{
    const quint64 counted = m_live.changes();
    if (std::exchange(m_seen, counted) == counted && m_unsettled.empty())
        return {};
    std::vector<Row> rows = m_live.unsettled(now);
    QList<Change> changes;
    for (const Row &row : m_unsettled) {
        if (!sameIn(rows, row))
            changes.append(change(row, row.report.state, BreakerState::Closed));
    }
    for (const Row &row : rows) {
        const Row *const before = sameIn(m_unsettled, row);
        const BreakerState from = before ? before->report.state : BreakerState::Closed;
        if (from == row.report.state)
            continue;
        changes.append(change(row, from, row.report.state));
        changes.back().cause = row.report.cause;
        changes.back().failures = row.report.failures;
    }
    m_unsettled = std::move(rows);
    return changes;
}

} // namespace Gatehouse::Node
