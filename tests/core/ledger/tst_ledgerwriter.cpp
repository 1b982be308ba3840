// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/journal.h"
#include "core/ledger/ledgerstore.h"
#include "core/ledger/ledgerwriter.h"
#include "core/ledger/requestrows.h"
#include "tests/support/fakeclock.h"
#include "tests/support/samplerecords.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Ledger;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::vector<RequestRecord> randomRecords(int count)
{
    std::mt19937 random(7);
    std::vector<RequestRecord> records;
    for (int n = 0; n < count; ++n)
        records.push_back(randomRecord(n, random));
    return records;
}

//! Every row of \a sql as text, for comparing one query with another.
QStringList rows(Store::Database &database, QByteArrayView sql)
{
    QStringList lines;
    auto select = database.prepare(sql);
    if (!select)
        return {select.error().detail};
    for (auto row = select->step(); row && *row; row = select->step()) {
        QStringList cells;
        for (int column = 0; column < select->columnCount(); ++column)
            cells += select->string(column);
        lines += cells.join(u' ');
    }
    return lines;
}

} // namespace

//! How many of \a records were new; -1 when the books refused.
static int addTo(LedgerStore &books, std::vector<RequestRecord> records)
{
    return books.add(records) ? static_cast<int>(records.size()) : -1;
}

class TestLedgerWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void storesEveryField_data();
    void storesEveryField();
    void addsAnIdOnce();
    void sumsEqualTheRows_data();
    void sumsEqualTheRows();
    void rebuiltDayEqualsTheSums();
    void booksOfBeforeGetTheirSlots();
    void bucketsCoverTheirTimes();
    void dropsRowsByAgeInSteps();
    void dropsRowsBySize();
    void dropsOldSums();
    void leavesDetailsOutWhenSpaceIsShort();
    void replaysDeadJournalsBeforeStartReturns();
    void replayIsIdempotent();
    void tellsNewRows();
    void compactsWhenAsked();
    void flushWaitsForTheRows();
    void lockedDatabaseIsRetried();
    void damagedDatabaseIsPutAside();
    void vanishedDatabaseIsBegunAnew();
    void stopsCleanly();
    void refusesAnotherProgramsDatabase();

private:
    std::unique_ptr<LedgerStore> store(const QTimeZone &zone = QTimeZone::utc()) const;
    LedgerWriter::Options options() const;
    qint64 rowCount() const;
    void appendToJournal(int from, int count, int worker = 0) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    FakeClock m_clock;
};

void TestLedgerWriter::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_path = m_folder->filePath(u"ledger.db"_s);
    m_clock = FakeClock();
}

std::unique_ptr<LedgerStore> TestLedgerWriter::store(const QTimeZone &zone) const
{
    auto store = LedgerStore::open({.path = m_path, .zone = zone});
    if (!store)
        qWarning("%s", qUtf8Printable(store.error().detail));
    return store ? std::move(*store) : nullptr;
}

LedgerWriter::Options TestLedgerWriter::options() const
{
    return {.databasePath = m_path,
            .journalFolder = m_folder->filePath(u"journal"_s),
            .poll = 5ms,
            .retry = 10ms,
            .busyTimeout = 1ms,
            .startPatience = 2min,
            .ballastBytes = 4096};
}

qint64 TestLedgerWriter::rowCount() const
{
    return store()->database().integer("SELECT count(*) FROM requests").value_or(-1);
}

void TestLedgerWriter::appendToJournal(int from, int count, int worker) const
{
    const auto journal = Journal::open(options().journalFolder, worker);
    QVERIFY(journal);
    for (int n = from; n < from + count; ++n)
        QVERIFY((*journal)->append(sampleRecord(n)));
}

void TestLedgerWriter::storesEveryField_data()
{
    QTest::addColumn<int>("attempts");
    QTest::newRow("refused before any attempt") << 0;
    QTest::newRow("ordinary") << 1;
    QTest::newRow("two attempts") << 2;
}

void TestLedgerWriter::storesEveryField()
{
    QFETCH(int, attempts);
    const auto books = store();
    RequestRecord record = sampleRecord(1);
    record.cost = std::nullopt;
    record.firstTokenUs = -1;
    record.usage.cacheWriteHourTokens = 5;
    record.usage.audioInTokens = 6;
    record.usage.audioOutTokens = 7;
    record.usage.imageInTokens = 8;
    record.usage.images = 9;
    record.usage.audioMs = 10;
    record.usage.characters = 11;
    record.usage.queries = 12;
    record.attempts.front().connectedUs = -1;
    record.attempts.front().detail = "cut";
    record.attempts.resize(size_t(attempts), record.attempts.front());
    QCOMPARE(addTo(*books, {record}), 1);
    const QByteArray sql = "SELECT " + requestColumns().toByteArray() + " FROM requests";
    auto select = books->database().prepare(sql);
    QVERIFY(*select->step());
    RequestRecord read = recordFrom(*select);
    QVERIFY(readDetails(books->database(), select->integer(0), read));
    QVERIFY(read == record);
}

void TestLedgerWriter::addsAnIdOnce()
{
    const auto books = store();
    const std::vector<RequestRecord> twice{sampleRecord(1), sampleRecord(2), sampleRecord(1)};
    QCOMPARE(addTo(*books, twice), 2);
    QCOMPARE(addTo(*books, twice), 0);
    QCOMPARE(*books->database().integer("SELECT sum(requests) FROM roll_day_key"), 2);
    QCOMPARE(*books->database().integer("SELECT count(story) FROM requests"), 2);
}

void TestLedgerWriter::sumsEqualTheRows_data()
{
    QTest::addColumn<QByteArray>("sums");
    QTest::addColumn<QByteArray>("fromRows");
    QTest::newRow("by hour and model")
        << "SELECT hour, model, provider, route, class, requests, tokens_in, tokens_out, cost,"
           " unpriced FROM roll_hour_model ORDER BY 1, 2, 3, 4, 5"_ba
        << "SELECT ts / 3600000000, model, provider, route, class, count(*), sum(tokens_in),"
           " sum(tokens_out), sum(ifnull(cost, 0)), sum(cost IS NULL)"
           " FROM requests GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5"_ba;
    QTest::newRow("by day and key")
        << "SELECT day, key, team, route, model, provider, requests, errors, tokens_in,"
           " tokens_cached, tokens_out, cost, tokens_reasoning, cache_saved FROM roll_day_key"
           " ORDER BY 1, 2, 3, 4, 5, 6"_ba
        << "SELECT strftime('%Y%m%d', ts / 1000000, 'unixepoch', '+1 hour'), key, team, route,"
           " model, provider, count(*), sum(outcome NOT IN ('ok', 'cancelled')), sum(tokens_in),"
           " sum(tokens_cached), sum(tokens_out), sum(ifnull(cost, 0)), sum(tokens_reasoning),"
           " sum(cache_saved) FROM requests"
           " GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6"_ba;
    QTest::newRow("by quarter of an hour")
        << "SELECT slot, team, route, model, provider, requests, errors, tokens_in, tokens_cached,"
           " tokens_out, tokens_reasoning, cost, list_cost, unpriced, cache_saved"
           " FROM roll_slot_model ORDER BY 1, 2, 3, 4, 5"_ba
        << "SELECT ts / 900000000, team, route, model, provider, count(*),"
           " sum(outcome NOT IN ('ok', 'cancelled')), sum(tokens_in), sum(tokens_cached),"
           " sum(tokens_out), sum(tokens_reasoning), sum(ifnull(cost, 0)),"
           " sum(ifnull(list_cost, 0)), sum(cost IS NULL), sum(cache_saved) FROM requests"
           " GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5"_ba;
    QTest::newRow("by week and key")
        << "SELECT week, key, requests, errors, tokens_in, tokens_cached, tokens_out, cost, "
           "unpriced,"
           " tokens_reasoning, cache_saved FROM roll_week_key ORDER BY 1, 2"_ba
        << "SELECT strftime('%Y%m%d', ts / 1000000, 'unixepoch', '+1 hour', 'weekday 0', '-6 "
           "days'),"
           " key, count(*), sum(outcome NOT IN ('ok', 'cancelled')), sum(tokens_in),"
           " sum(tokens_cached), sum(tokens_out), sum(ifnull(cost, 0)), sum(cost IS NULL),"
           " sum(tokens_reasoning), sum(cache_saved) FROM requests GROUP BY 1, 2 ORDER BY 1, 2"_ba;
    QTest::newRow("attempts")
        << "SELECT hour, provider, answered, failed, outside FROM roll_hour_provider ORDER BY 1, 2"_ba
        << "SELECT ts / 3600000000, a.provider, sum(result = 'ok'),"
           " sum(result IN ('server_error', 'rate_limited')),"
           " sum(result IN ('bad_request', 'cancelled'))"
           " FROM (SELECT request, provider, result FROM attempts UNION ALL"
           " SELECT n, provider, outcome FROM requests"
           " WHERE story IS NOT NULL AND attempt_count = 1) a JOIN requests r ON r.n = a.request"
           " GROUP BY 1, 2 ORDER BY 1, 2"_ba;
    QTest::newRow("latency")
        << "SELECT hour, kind, sum(requests) FROM hist_hour_model WHERE kind < 2"
           " GROUP BY 1, 2 ORDER BY 1, 2"_ba
        << "SELECT ts / 3600000000, 0, count(*) FROM requests WHERE outcome = 'ok'"
           " AND cache <> 'hit' GROUP BY 1 UNION ALL SELECT ts / 3600000000, 1, count(*)"
           " FROM requests WHERE outcome = 'ok' AND cache <> 'hit' AND streamed"
           " GROUP BY 1 ORDER BY 1, 2"_ba;
    QTest::newRow("latency by day")
        << "SELECT day, provider, kind, sum(requests) FROM hist_day_model WHERE kind > 1"
           " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"_ba
        << "SELECT strftime('%Y%m%d', ts / 1000000, 'unixepoch', '+1 hour') + 0, provider, k,"
           " count(*) FROM (SELECT ts, provider, 2 AS k FROM requests WHERE outcome = 'ok'"
           " AND cache <> 'hit' AND streamed UNION ALL SELECT ts, provider, 3 FROM requests"
           " WHERE outcome = 'ok' AND cache <> 'hit' UNION ALL SELECT ts, provider, 4"
           " FROM requests WHERE outcome = 'ok' AND cache <> 'hit' AND streamed"
           " AND total_us > first_token_us) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"_ba;
    QTest::newRow("phases")
        << "SELECT hour, sum(requests), max(max_total), max(max_gateway) FROM roll_hour_latency"
           " GROUP BY 1 ORDER BY 1"_ba
        << "SELECT ts / 3600000000, count(*), max(total_us), max(gateway_us) FROM requests"
           " WHERE outcome = 'ok' AND cache <> 'hit' GROUP BY 1 ORDER BY 1"_ba;
    QTest::newRow("outcomes")
        << "SELECT hour, provider, model, route, outcome, class, n FROM roll_hour_outcome"
           " WHERE counted = 0 ORDER BY 1, 2, 3, 4, 5, 6"_ba
        << "SELECT ts / 3600000000, provider, model, route, outcome, class, count(*)"
           " FROM requests GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6"_ba;
    QTest::newRow("rescued")
        << "SELECT hour, sum(n) FROM roll_hour_outcome WHERE counted = 2 GROUP BY 1 ORDER BY 1"_ba
        << "SELECT ts / 3600000000, count(*) FROM requests WHERE outcome = 'ok'"
           " AND attempt_count > 1 GROUP BY 1 ORDER BY 1"_ba;
}

void TestLedgerWriter::sumsEqualTheRows()
{
    QFETCH(QByteArray, sums);
    QFETCH(QByteArray, fromRows);
    const auto books = store(QTimeZone("Europe/Berlin")); // one hour ahead in November
    const std::vector<RequestRecord> records = randomRecords(2000);
    for (size_t at = 0; at < records.size(); at += 300) {
        const size_t count = std::min<size_t>(300, records.size() - at);
        const auto first = records.begin() + static_cast<std::ptrdiff_t>(at);
        const auto last = first + static_cast<std::ptrdiff_t>(count);
        QCOMPARE(addTo(*books, {first, last}), int(count));
    }
    const QStringList expected = rows(books->database(), fromRows);
    QVERIFY(expected.size() > 7);
    QCOMPARE(rows(books->database(), sums), expected);
}

void TestLedgerWriter::rebuiltDayEqualsTheSums()
{
    const auto books = store(QTimeZone("Asia/Kolkata")); // half an hour off the hour
    QCOMPARE(addTo(*books, randomRecords(1000)), 1000);
    QStringList before;
    QStringList after;
    const std::array tables{"roll_hour_model"_ba,   "roll_day_key"_ba,   "roll_hour_provider"_ba,
                            "hist_hour_model"_ba,   "hist_day_model"_ba, "roll_hour_latency"_ba,
                            "roll_hour_outcome"_ba, "key_use"_ba,        "roll_week_key"_ba,
                            "roll_slot_model"_ba};
    for (const QByteArray &table : tables)
        before += rows(books->database(), QByteArray(("SELECT * FROM " + table)));
    QVERIFY(books->database().execute("UPDATE roll_day_key SET cost = 0 WHERE day = 20261124"));
    QVERIFY(books->rebuildDay(QDate(2026, 11, 24)));
    for (const QByteArray &table : tables)
        after += rows(books->database(), QByteArray(("SELECT * FROM " + table)));
    QCOMPARE(after, before);
}

//! What the step before kept is enough for the sums of this one; only what caches saved is new.
void TestLedgerWriter::booksOfBeforeGetTheirSlots()
{
    std::vector<RequestRecord> records = randomRecords(500);
    for (RequestRecord &record : records) {
        record.cacheSaved = {};
        if (record.attempts.size() > 1)
            record.attempts.front().cost = Money{17};
    }
    const QByteArrayList sums{"SELECT * FROM roll_slot_model", "SELECT * FROM roll_week_key"};
    const auto told = [&sums](Store::Database &database) {
        QStringList lines;
        for (const QByteArray &sql : sums)
            lines += rows(database, sql);
        return lines;
    };
    QStringList expected;
    {
        const auto books = store();
        RequestRecord copy = sampleRecord(600);
        copy.copyOf = copy.id;
        copy.id = "copy_1";
        copy.keyId.clear();
        copy.team.clear();
        records.push_back(copy);
        QCOMPARE(addTo(*books, records), int(records.size()));
        QVERIFY(books->database().execute("UPDATE roll_slot_model SET cache_saved = 0;"
                                          "UPDATE roll_week_key SET cache_saved = 0"));
        expected = told(books->database());
        QVERIFY(books->database().execute("DROP TABLE roll_slot_model;"
                                          "ALTER TABLE requests DROP COLUMN cache_saved;"
                                          "ALTER TABLE roll_day_key DROP COLUMN cache_saved;"
                                          "ALTER TABLE roll_day_model DROP COLUMN cache_saved;"
                                          "ALTER TABLE roll_week_key DROP COLUMN tokens_reasoning;"
                                          "ALTER TABLE roll_week_key DROP COLUMN cache_saved;"
                                          "PRAGMA user_version = 12"));
    }
    const auto books = store();
    QVERIFY(books);
    QVERIFY(expected.size() > 100);
    QCOMPARE(told(books->database()), expected);
}

void TestLedgerWriter::bucketsCoverTheirTimes()
{
    for (qint64 us = 1; us < 1'000'000'000'000; us = us * 3 + 1) {
        const int bucket = bucketOf(us);
        QVERIFY(bucketFloor(bucket) <= double(us) * 1.0000001);
        QVERIFY(double(us) < bucketFloor(bucket + 1) * 1.0000001);
    }
    QCOMPARE(bucketOf(0), 0);
    QCOMPARE(bucketOf(-5), 0);
}

void TestLedgerWriter::dropsRowsByAgeInSteps()
{
    const auto books = store();
    std::vector<RequestRecord> records;
    for (int n = 0; n < 30; ++n)
        records.push_back(sampleRecord(n < 25 ? n - 100 * 86'400 : n));
    for (size_t n : {0U, 29U}) // an attempt that failed first
        records[n].attempts.insert(records[n].attempts.begin(), AttemptRecord());
    QVERIFY(addTo(*books, records) > 0);
    const LedgerStore::Retention keep{.requestDays = 90};
    QVERIFY(*books->dropOld(keep, m_clock.wall(), 10));
    QVERIFY(*books->dropOld(keep, m_clock.wall(), 10));
    QVERIFY(!*books->dropOld(keep, m_clock.wall(), 10));
    QCOMPARE(*books->database().integer("SELECT count(*) FROM requests"), 5);
    for (const char *table : {"attempts", "traces"}) {
        const QByteArray sql = QByteArray("SELECT count(*) FROM ") + table
            + " WHERE request NOT IN (SELECT n FROM requests)";
        QCOMPARE(*books->database().integer(sql), 0);
    }
    QCOMPARE(*books->database().integer("SELECT count(*) FROM traces"), 1);
    QCOMPARE(*books->database().integer("SELECT count(story) FROM requests"), 4);
    QCOMPARE(*books->database().integer("SELECT sum(requests) FROM roll_day_key"), 30);
    QCOMPARE(*books->database().integer("SELECT sum(requests) FROM roll_slot_model"), 5);
}

void TestLedgerWriter::dropsRowsBySize()
{
    const auto books = store();
    std::vector<RequestRecord> records;
    for (int n = 0; n < 2000; ++n) {
        records.push_back(sampleRecord(n));
        records.back().trace = QByteArray(1000, 'x');
    }
    QVERIFY(addTo(*books, records) > 0);
    const LedgerStore::Retention keep{.requestBytes = 1'000'000};
    int steps = 0;
    for (auto more = books->dropOld(keep, m_clock.wall(), 100); more && *more; ++steps)
        more = books->dropOld(keep, m_clock.wall(), 100);
    QVERIFY(steps > 5 && steps < 20);
    QVERIFY(*books->database().integer("PRAGMA page_count") * 4096 <= 1'100'000);
    QCOMPARE(*books->database().integer("SELECT max(ts) FROM requests"),
             toUs(sampleRecord(1999).time));
}

void TestLedgerWriter::dropsOldSums()
{
    const auto books = store();
    const std::vector<RequestRecord> records{sampleRecord(0), sampleRecord(-1200 * 86'400)};
    QVERIFY(addTo(*books, records) > 0);
    QVERIFY(books->dropOld({}, m_clock.wall()));
    for (const char *table : {"roll_hour_model", "roll_day_key", "roll_hour_provider",
                              "roll_week_key", "roll_slot_model"})
        QCOMPARE(*books->database().integer(QByteArray("SELECT count(*) FROM ").append(table)), 1);
}

void TestLedgerWriter::leavesDetailsOutWhenSpaceIsShort()
{
    appendToJournal(0, 1);
    LedgerWriter::Options scarce = options();
    scarce.lowSpaceBytes = std::numeric_limits<qint64>::max();
    {
        LedgerWriter writer(scarce, m_clock);
        QVERIFY(writer.start());
    }
    QCOMPARE(rowCount(), 1);
    const auto books = store();
    RequestRecord read;
    QVERIFY(readDetails(books->database(), 1, read));
    QVERIFY(read.trace.isEmpty());
    QCOMPARE(read.attempts.size(), size_t(1));
}

void TestLedgerWriter::replaysDeadJournalsBeforeStartReturns()
{
    appendToJournal(0, 700, 0);
    appendToJournal(700, 20, 1);
    LedgerWriter writer(options(), m_clock);
    QVERIFY(writer.start());
    QCOMPARE(rowCount(), 720);
    QCOMPARE(writer.state().waiting, 0);
    QVERIFY(QDir(options().journalFolder).isEmpty());
}

void TestLedgerWriter::replayIsIdempotent()
{
    appendToJournal(0, 50, 0);
    appendToJournal(0, 50, 1); // the same ids again, as after a crash between commit and mark
    LedgerWriter writer(options(), m_clock);
    QVERIFY(writer.start());
    QCOMPARE(rowCount(), 50);
    QCOMPARE(*store()->database().integer("SELECT sum(requests) FROM roll_hour_model"), 50);
}

void TestLedgerWriter::tellsNewRows()
{
    const auto journal = Journal::open(options().journalFolder, 0);
    LedgerWriter writer(options(), m_clock);
    std::vector<RequestRecord> seen;
    connect(&writer, &LedgerWriter::rowsWritten, this,
            [&seen](const Rows &rows) { seen.insert(seen.end(), rows->begin(), rows->end()); });
    QVERIFY(writer.start());
    QVERIFY((*journal)->append(sampleRecord(1)));
    QVERIFY((*journal)->append(sampleRecord(1)));
    QVERIFY((*journal)->append(sampleRecord(2)));
    QTRY_COMPARE(seen.size(), size_t(2));
    QVERIFY(seen[0] == sampleRecord(1));
}

void TestLedgerWriter::compactsWhenAsked()
{
    LedgerWriter::Options asked = options();
    asked.retention.requestDays = 90;
    {
        const auto books = store();
        std::vector<RequestRecord> records;
        for (int n = 0; n < 2000; ++n)
            records.push_back(sampleRecord(n < 1990 ? n - 100 * 86'400 : n));
        QVERIFY(books->add(records));
        QVERIFY(books->database().checkpoint());
    }
    const qint64 before = QFileInfo(asked.databasePath).size();
    LedgerWriter writer(asked, m_clock);
    std::optional<std::optional<Error>> told; // on this thread, which a signal spy would not be
    connect(&writer, &LedgerWriter::compacted, this,
            [&told](const std::optional<Error> &problem) { told = problem; });
    QVERIFY(writer.start());
    writer.compact();
    QTRY_VERIFY(told);
    QVERIFY(!*told);
    QCOMPARE(rowCount(), 10);
    QVERIFY(QFileInfo(asked.databasePath).size() < before / 2);
}

void TestLedgerWriter::flushWaitsForTheRows()
{
    const auto journal = Journal::open(options().journalFolder, 0);
    LedgerWriter::Options slow = options();
    slow.poll = 1h;
    LedgerWriter writer(slow, m_clock);
    QVERIFY(!writer.flush(0ms));
    QVERIFY(writer.start());
    for (int n = 0; n < 100; ++n)
        QVERIFY((*journal)->append(sampleRecord(n)));
    QVERIFY(writer.flush(5s));
    QCOMPARE(rowCount(), 100);
}

void TestLedgerWriter::lockedDatabaseIsRetried()
{
    const auto books = store();
    const auto journal = Journal::open(options().journalFolder, 0);
    LedgerWriter writer(options(), m_clock);
    QVERIFY(writer.start());
    {
        const auto held = Store::Transaction::begin(books->database());
        QVERIFY(held);
        for (int n = 0; n < 10; ++n)
            QVERIFY((*journal)->append(sampleRecord(n)));
        writer.wake();
        QTRY_VERIFY(writer.state().problem.has_value());
        QCOMPARE(writer.state().problem->code, ErrorCode::Locked);
        QTRY_COMPARE(writer.state().waiting, 10);
        QVERIFY(!writer.flush(20ms));
    }
    QVERIFY(writer.flush(5s));
    QVERIFY(!writer.state().problem);
    QCOMPARE(writer.state().waiting, 0);
    QCOMPARE(rowCount(), 10);
}

void TestLedgerWriter::damagedDatabaseIsPutAside()
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(9000, 'x'));
    file.close();
    appendToJournal(0, 3);
    LedgerWriter writer(options(), m_clock);
    QVERIFY(writer.start());
    QCOMPARE(writer.state().damagedCopy, m_path + u".damaged-20261122T120000Z"_s);
    QVERIFY(QFile::exists(writer.state().damagedCopy));
    QVERIFY(writer.flush(5s));
    QCOMPARE(rowCount(), 3);
}

void TestLedgerWriter::vanishedDatabaseIsBegunAnew()
{
    {
        LedgerWriter writer(options(), m_clock);
        QVERIFY(writer.start());
    }
    QVERIFY(QFile::resize(m_path, 0));
    appendToJournal(0, 3);
    LedgerWriter writer(options(), m_clock);
    QVERIFY(writer.start());
    QVERIFY(QFile::exists(writer.state().damagedCopy));
    QVERIFY(writer.flush(5s));
    QCOMPARE(rowCount(), 3);
}

void TestLedgerWriter::stopsCleanly()
{
    const auto journal = Journal::open(options().journalFolder, 0);
    {
        LedgerWriter writer(options(), m_clock);
        QVERIFY(writer.start());
        QVERIFY((*journal)->append(sampleRecord(1)));
    }
    QFile marker(m_path + u".state"_s);
    QVERIFY(marker.open(QIODevice::ReadOnly));
    QCOMPARE(marker.readAll(), "clean\n"_ba);
    QCOMPARE(rowCount(), 1);
    QCOMPARE(QFileInfo(m_path + u".ballast"_s).size(), 4096);
}

void TestLedgerWriter::refusesAnotherProgramsDatabase()
{
    QVERIFY(Store::Database::open(m_path, {.applicationId = 1}));
    LedgerWriter writer(options(), m_clock);
    const auto started = writer.start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, ErrorCode::Unsupported);
}

QTEST_GUILESS_MAIN(TestLedgerWriter)
#include "tst_ledgerwriter.moc"
