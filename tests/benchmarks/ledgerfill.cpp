// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/ledgerfill.h"

#include "core/ledger/ledgerstore.h"
#include "tests/support/samplerecords.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse {

namespace {

constexpr int batch = 5'000;
constexpr std::chrono::hours span = 24h * 30;

//! Newest last; more of them lately, as with traffic that grows.
Ledger::RequestRecord record(int n, int rows, WallTime now, std::mt19937 &random)
{
    Ledger::RequestRecord r = Ledger::randomRecord(n, random);
    const double age = 1 - double(n) / rows;
    r.time = now - std::chrono::duration_cast<std::chrono::microseconds>(span * (age * age));
    return r;
}

} // namespace

Result<void> fillLedger(const QString &folder, int rows)
{
    const QString path = QDir(folder).filePath(u"ledger.db"_s);
    if (QFile::exists(path))
        return {};
    QDir().mkpath(folder);
    auto store = Ledger::LedgerStore::open({.path = path, .zone = QTimeZone::systemTimeZone()});
    if (!store)
        return store.error();
    std::mt19937 random(7);
    const WallTime now = SystemClock().wall();
    for (int n = 0; n < rows;) {
        std::vector<Ledger::RequestRecord> records;
        for (const int end = std::min(rows, n + batch); n < end; ++n)
            records.push_back(record(n, rows, now, random));
        if (const auto added = (*store)->add(records); !added)
            return added.error();
    }
    return {};
}

} // namespace Gatehouse
