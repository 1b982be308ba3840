// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/machinebook.h"

#include "core/ledger/rowquery.h"
#include "core/ledger/schema.h"

#include <algorithm>
#include <cmath>

namespace Gatehouse::Ledger {

namespace {

//! The last that is known of \a provider.
const MachineTerms *lastOf(const QList<MachineTerms> &terms, const QString &provider)
{
    const auto found =
        std::find_if(terms.crbegin(), terms.crend(),
                     [&provider](const MachineTerms &one) { return one.provider == provider; });
    return found == terms.crend() ? nullptr : &*found;
}

} // namespace

MachineTerms termsOf(const Api::Provider &provider)
{
    constexpr double nanoPerDollar = 1e9;
    MachineTerms terms{
        .provider = provider.id, .schedule = provider.hourlySchedule, .from = provider.hourlyFrom};
    if (provider.hourlyCostUsd > 0)
        terms.nanoPerHour = std::llround(provider.hourlyCostUsd * nanoPerDollar);
    return terms;
}

Result<void> MachineBook::create()
{
    const Result<void> made = m_database.execute(
        "CREATE TABLE IF NOT EXISTS machine_terms(provider TEXT NOT NULL, ts INTEGER NOT NULL,"
        " nano_per_hour INTEGER NOT NULL, schedule TEXT NOT NULL, first_day TEXT NOT NULL,"
        " PRIMARY KEY(provider, ts)) STRICT, WITHOUT ROWID;"
        "CREATE TABLE IF NOT EXISTS machine_corrections(n INTEGER PRIMARY KEY, ts INTEGER NOT NULL,"
        " provider TEXT NOT NULL, first_day TEXT NOT NULL, last_day TEXT NOT NULL,"
        " nano_per_hour INTEGER NOT NULL, who TEXT NOT NULL, reason TEXT NOT NULL) STRICT");
    if (!made)
        return made;
    const Result<void> terms = read();
    return terms ? readCorrections() : terms;
}

Result<void> MachineBook::read()
{
    m_terms.clear();
    return query(m_database,
                 "SELECT provider, ts, nano_per_hour, schedule, first_day FROM machine_terms"
                 " ORDER BY provider, ts",
                 [this](const Store::Statement &row) {
                     m_terms.append({.provider = row.string(0),
                                     .sinceUs = row.integer(1),
                                     .nanoPerHour = row.integer(2),
                                     .schedule = row.string(3),
                                     .from = row.string(4)});
                 });
}

Result<void> MachineBook::readCorrections()
{
    m_corrections.clear();
    return query(m_database,
                 "SELECT ts, provider, first_day, last_day, nano_per_hour, who, reason"
                 " FROM machine_corrections ORDER BY n",
                 [this](const Store::Statement &row) {
                     m_corrections.append(
                         {.provider = row.string(1),
                          .first = QDate::fromString(row.string(2), Qt::ISODate),
                          .last = QDate::fromString(row.string(3), Qt::ISODate),
                          .nanoPerHour = row.integer(4),
                          .made = WallTime(std::chrono::microseconds(row.integer(0))),
                          .who = row.string(5),
                          .reason = row.string(6)});
                 });
}

Result<void> MachineBook::correct(const MachineCorrection &correction)
{
    const Result<void> kept = query(
        m_database,
        "INSERT INTO machine_corrections(ts, provider, first_day, last_day, nano_per_hour, who,"
        " reason) VALUES(?, ?, ?, ?, ?, ?, ?)",
        [](const Store::Statement &) {}, toUs(correction.made), correction.provider,
        correction.first.toString(Qt::ISODate), correction.last.toString(Qt::ISODate),
        correction.nanoPerHour, correction.who, correction.reason);
    return kept ? readCorrections() : kept;
}

Result<void> MachineBook::add(MachineTerms terms, WallTime now)
{
    terms.sinceUs = toUs(now);
    return query(
        m_database,
        "INSERT INTO machine_terms VALUES(?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
        " nano_per_hour = excluded.nano_per_hour, schedule = excluded.schedule,"
        " first_day = excluded.first_day",
        [](const Store::Statement &) {}, terms.provider, terms.sinceUs, terms.nanoPerHour,
        terms.schedule, terms.from);
}

Result<void> MachineBook::note(const QList<Api::Provider> &providers, WallTime now)
{
    QList<MachineTerms> changed;
    for (const Api::Provider &provider : providers) {
        const MachineTerms terms = termsOf(provider);
        const MachineTerms *last = lastOf(m_terms, provider.id);
        if (last ? !last->isSameAgreement(terms) : terms.nanoPerHour > 0)
            changed.append(terms);
    }
    for (const MachineTerms &known : std::as_const(m_terms)) {
        const MachineTerms *last = lastOf(m_terms, known.provider);
        if (&known != last || last->nanoPerHour == 0
            || std::ranges::find(providers, known.provider, &Api::Provider::id) != providers.end())
            continue;
        MachineTerms ended = known;
        ended.nanoPerHour = 0;
        changed.append(ended);
    }
    for (const MachineTerms &terms : std::as_const(changed)) {
        if (const Result<void> added = add(terms, now); !added)
            return added;
    }
    return changed.isEmpty() ? Result<void>() : read();
}

} // namespace Gatehouse::Ledger
