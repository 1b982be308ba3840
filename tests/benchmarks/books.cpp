// SPDX-License-Identifier: GPL-3.0-or-later
//! The books of a large office: 10,000 keys, 200 teams and ROWS requests over 90 days, written
//! straight in SQL. Prints how long a key's lookup, the spend of 90 days, the keys' totals and the
//! export take. Usage: bench_books [ROWS [FOLDER]]; a folder is filled once and kept.
#include "core/access/keytable.h"
#include "core/ledger/ledgerreader.h"
#include "core/ledger/ledgerstore.h"
#include "core/ledger/usageexport.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace Gatehouse;
using namespace Gatehouse::Ledger;

namespace {

constexpr int keyCount = 10'000;
constexpr qint64 usOf90Days = 90 * 24 * usPerHour;

double milliseconds(std::chrono::steady_clock::time_point since)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - since)
        .count();
}

//! Processor time of this process so far, which other programs do not lengthen.
double processorMilliseconds()
{
    return double(std::clock()) * 1000 / CLOCKS_PER_SEC;
}

//! The processor time of \a work, printed beside the time that passed.
template <typename Work>
double measured(const char *name, Work work)
{
    const auto begin = std::chrono::steady_clock::now();
    const double before = processorMilliseconds();
    work();
    const double used = processorMilliseconds() - before;
    std::printf("%-44s %10.1f ms, %10.1f ms of processor\n", name, milliseconds(begin), used);
    std::fflush(stdout);
    return used;
}

//! Largest size of this process in MB.
double residentMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

//! Busy keys and quiet ones, and of each key's requests six in seven go to its usual model, the
//! rest to one of eight.
QByteArray rowsSql(qint64 from, qint64 to, qint64 begin, qint64 step)
{
    return "WITH RECURSIVE c(i) AS (VALUES(" + QByteArray::number(from)
        + ") UNION ALL SELECT i + 1 FROM c WHERE i + 1 < " + QByteArray::number(to)
        + "), h AS (SELECT i, (i * 2654435761 & 4294967295) / 4294967296.0 AS x FROM c),"
          " k AS (SELECT i, CAST(x * x * 10000 AS INTEGER) AS k FROM h),"
          " r AS (SELECT i, k, iif(i % 7, k % 8, i / 7 % 8) AS m FROM k)"
          " INSERT INTO requests(n, id, ts, status, outcome, class, front, route, model_asked,"
          " provider, model, key, key_name, team, client, usage_known, usage_estimated, tokens_in,"
          " tokens_cached, tokens_cache_write, tokens_cache_write_hour, tokens_out,"
          " tokens_reasoning, tokens_audio_in, tokens_audio_out, cost, list_cost, price_version,"
          " first_token_us, total_us, gateway_us, attempt_count, cache, streamed, tags, error_code,"
          " error_detail, revision)"
          " SELECT i + 1, 'req_' || i, "
        + QByteArray::number(begin) + " + i * " + QByteArray::number(step)
        + ", 200, 'ok', 0, 'openai-chat', 'route-' || (m % 6), 'fast', 'provider-' || m,"
          " 'model-' || m, 'key_' || k, 'name ' || k, 'team-' || (k % 200), '127.0.0.1', 1, 0,"
          " 900 + i % 700, 0, 0, 0, 200 + i % 300, 0, 0, 0, 100000 + i % 90000, 100000 + i % 90000,"
          " 'list', NULL, 900000, 80, 1, 'miss', 0, iif(k % 4, '', 'project=' || (k % 40)), '', "
          "'', 1 FROM r";
}

bool fill(const QString &path, qint64 rows)
{
    auto store = LedgerStore::open({.path = path});
    if (!store)
        return false;
    Store::Database &database = (*store)->database();
    const qint64 end = toUs(SystemClock().wall());
    const qint64 step = usOf90Days / rows;
    constexpr qint64 batch = 250'000;
    if (!database.execute("PRAGMA synchronous = OFF"))
        return false;
    for (qint64 at = 0; at < rows; at += batch) {
        if (!database.execute(rowsSql(at, std::min(rows, at + batch), end - rows * step, step)))
            return false;
    }
    return bool(database.execute(
        "INSERT INTO roll_day_key SELECT CAST(strftime('%Y%m%d', ts / 1000000, 'unixepoch') AS"
        " INTEGER) AS d, key, team, route, model, provider, count(*), 0, sum(tokens_in), 0, 0,"
        " sum(tokens_out), 0, sum(cost), sum(list_cost), 0, 0 FROM requests"
        " GROUP BY d, key, team, route, model, provider;"
        "INSERT INTO roll_day_model SELECT day, team, route, model, provider, sum(requests),"
        " sum(errors), sum(tokens_in), 0, 0, sum(tokens_out), 0, sum(cost), sum(list_cost), 0, 0"
        " FROM roll_day_key GROUP BY 1, 2, 3, 4, 5;"
        "INSERT INTO roll_slot_model SELECT ts / 900000000, team, route, model, provider, count(*),"
        " 0, sum(tokens_in), 0, 0, sum(tokens_out), 0, sum(cost), sum(list_cost), 0, 0"
        " FROM requests GROUP BY 1, 2, 3, 4, 5;"
        "INSERT INTO roll_week_key SELECT CAST(strftime('%Y%m%d', substr(day, 1, 4) || '-'"
        " || substr(day, 5, 2) || '-' || substr(day, 7, 2), 'weekday 0', '-6 days') AS INTEGER),"
        " key, sum(requests), 0, sum(tokens_in), 0, 0, sum(tokens_out), sum(cost), 0, 0, 0"
        " FROM roll_day_key GROUP BY 1, 2;"
        "INSERT INTO key_use SELECT key, max(ts), client, sum(cost), count(*) FROM requests"
        " GROUP BY key"));
}

//! Nanoseconds of one lookup among \a count keys.
double lookup(int count)
{
    const std::array<unsigned char, 32> pepper{};
    std::vector<Access::KeyEntry> entries(static_cast<std::size_t>(count));
    QList<QByteArray> secrets;
    for (int i = 0; i < count; ++i) {
        secrets.append("gh-key-" + QByteArray::number(i).rightJustified(40, 'x'));
        entries[std::size_t(i)].id = QByteArray::number(i);
        entries[std::size_t(i)].hash = Access::KeyTable::hash(secrets.last(), pepper);
    }
    const Access::KeyTable table(std::move(entries), pepper);
    constexpr int times = 400'000;
    qsizetype found = 0;
    const double begin = processorMilliseconds();
    for (int i = 0; i < times; ++i)
        found += table.find(secrets[(qint64(i) * 7919) % count]) != nullptr;
    const double ns = (processorMilliseconds() - begin) * 1e6 / times;
    return found == times ? ns : -1;
}

} // namespace

int main(int argc, char *argv[])
{
    const qint64 rows = argc > 1 ? std::atoll(argv[1]) : 10'000'000;
    QTemporaryDir temporary;
    const QString folder = argc > 2 ? QString::fromLocal8Bit(argv[2]) : temporary.path();
    QDir().mkpath(folder);
    const QString path = QDir(folder).filePath(u"ledger.db"_s);
    if (!QFile::exists(path)) {
        bool filled = false;
        measured("filling", [&] { filled = fill(path, rows); });
        if (!filled) {
            std::puts("the ledger cannot be filled");
            return 1;
        }
    }
    // A folder of before may lack a step of the tables.
    if (!LedgerStore::open({.path = path}))
        return 1;
    const double few = lookup(10);
    const double many = lookup(keyCount);
    std::printf("%-44s %10.0f ns, %+.0f ns beside 10 keys\n", "key lookup among 10,000", many,
                many - few);
    const SystemClock clock;
    auto reader = LedgerReader::open(path, QTimeZone::utc(), clock);
    if (!reader)
        return 1;
    const qint64 now = toUs(clock.wall());
    const std::pair<const char *, QStringView> reports[] = {
        {"spend, 90 days by day and provider", u"day,provider"},
        {"spend, 90 days by day and model", u"day,model"},
        {"spend, 90 days by day and route", u"day,route"},
        {"spend, 90 days by team and model", u"team,model"},
        {"spend, 90 days by key", u"key"},
        {"spend, 90 days by day and key, 100 told", u"day,key"},
        {"spend, 90 days by tag, as far as time allows", u"day,tag:project"}};
    for (const auto &[name, by] : reports)
        measured(name, [&, by = by] {
            (void)(*reader)->usage(
                by, UsageSpan{.sinceUs = now - usOf90Days, .untilUs = now, .most = 100});
        });
    for (const auto &[name, by] :
         {std::pair{"Spend page, 45 days and the 45 before, provider", u"day,provider"_s},
          {"Spend page, 45 days and the 45 before, team", u"day,team"_s},
          {"Spend page, 45 days and the 45 before, key", u"day,key"_s}})
        measured(name, [&, by = by] {
            (void)(*reader)->usage(
                by,
                UsageSpan{
                    .sinceUs = now - usOf90Days / 2, .untilUs = now, .compare = true, .most = 8});
        });
    measured("totals of every key (Keys page)", [&] { (void)(*reader)->keyTotals(); });
    auto database = Store::Database::open(
        path, {.mode = Store::Database::Mode::ReadOnly, .applicationId = ledgerApplicationId});
    if (!database)
        return 1;
    qint64 lines = 0;
    qint64 bytes = 0;
    const double before = residentMegabytes();
    const double ms = measured("export of 30 days", [&] {
        (void)UsageExport::run(**database, {.sinceUs = now - usOf90Days / 3, .untilUs = now},
                               [&](QByteArrayView piece) {
                                   lines += piece.count('\n');
                                   bytes += piece.size();
                                   return true;
                               });
    });
    std::printf("%-44s %10.0f rows/s, %.0f MB, memory %+.1f MB\n", "", double(lines) / ms * 1000,
                double(bytes) / 1e6, residentMegabytes() - before);
    return 0;
}
