// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/bookscheck.h"
#include "core/ledger/contractvolumes.h"
#include "core/ledger/ledgerstore.h"
#include "core/ledger/machinebook.h"
#include "core/ledger/machinecosts.h"
#include "core/ledger/priceterms.h"
#include "core/ledger/recalculation.h"
#include "tests/support/samplerecords.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Ledger;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dollar = 1'000'000'000;

WallTime at(const QDate &day, int hour = 12)
{
    const QDateTime time(day, QTime(hour, 0), QTimeZone::utc());
    return WallTime(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

//! A request at gpu or oa that was booked with \a nano.
RequestRecord booked(int number, const QByteArray &provider, const QDate &day, qint64 nano)
{
    RequestRecord record = sampleRecord(number);
    record.time = at(day);
    record.provider = provider;
    record.model = "m";
    record.cost = record.listCost = Money{nano};
    record.attempts.front().provider = provider;
    record.attempts.front().model = "m";
    return record;
}

Api::Document document()
{
    Api::Document document;
    document.gateway.reportingTimeZone = u"UTC"_s;
    for (const QString &id : {u"oa"_s, u"gpu"_s}) {
        Api::Provider provider;
        provider.id = id;
        provider.dialect = u"openai"_s;
        provider.baseUrl = u"http://127.0.0.1:9"_s;
        document.providers.append(provider);
        Api::PriceOverride own;
        own.provider = id;
        own.model = u"m"_s;
        own.input = dollar;
        own.output = 2 * dollar;
        document.prices.append(own);
    }
    return document;
}

} // namespace

//! Idle hours, volumes of contracts, and what a recalculation makes of hedges, pictures and
//! machines.
class TestMachineCosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void idleIsWhatNobodyUsed();
    void scheduleAndFirstDayCount();
    void todayCountsAsFarAsItCame();
    void daysKeepThePriceTheyHad();
    void aSlipOfTheSameDayLeavesNoTrace();
    void aSlipOfDaysAgoIsPutRight();
    void theLaterCorrectionCounts();
    void correctedHoursPriceRequestsAnew();
    void machinesThatAreGoneEnd();
    void requestsKeepTheHourTheyHad();
    void tierHoldsFromTheDayAfter();
    void hedgesArePricedAnew();
    void picturesArePricedAnew();
    void timeIsPricedAnew();
    void daysBeforeAnotherZoneAreNotCompared();
    void theCheckFindsAWrongWeek();

private:
    QJsonObject recalculate(const Api::Document &document, const QList<MachineTerms> &machines = {})
    {
        auto work =
            Recalculation::begin({.path = m_path,
                                  .sinceUs = 0,
                                  .untilUs = toUs(at(QDate(2027, 1, 1))),
                                  .prices = PriceBook::compile(document, 9, at(QDate(2026, 12, 1)),
                                                               {.machines = machines}),
                                  .dryRun = false,
                                  .now = at(QDate(2026, 12, 1))});
        if (!work)
            return {{u"error"_s, work.error().detail}};
        for (;;) {
            const Result<bool> more = (*work)->step();
            if (!more)
                return {{u"error"_s, more.error().detail}};
            if (!*more)
                return (*work)->report();
        }
    }
    void add(const std::vector<RequestRecord> &records)
    {
        std::vector<RequestRecord> added = records;
        QVERIFY(m_store->add(added));
    }
    bool booksAgree(const QTimeZone &zone = QTimeZone::utc())
    {
        const DayCalendar calendar(zone);
        const auto outcome = BooksCheck(m_store->database(), calendar)
                                 .run(QDate(2026, 1, 1), QDate(2026, 12, 31), 400);
        if (outcome && !outcome->isSound())
            qWarning("%s", QJsonDocument(outcome->toJson()).toJson().constData());
        return outcome && outcome->isSound();
    }
    qint64 integer(const QByteArray &sql) { return m_store->database().integer(sql).value_or(-1); }
    std::vector<MachineDay> days(const Api::Provider &provider, const QDate &first,
                                 const QDate &last, WallTime now)
    {
        return machineDays(m_store->database(), DayCalendar(QTimeZone::utc()), {termsOf(provider)},
                           first, last, now)
            .value_or(std::vector<MachineDay>());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LedgerStore> m_store;
    QString m_path;
};

void TestMachineCosts::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"ledger.db"_s);
    auto store = LedgerStore::open({.path = m_path, .zone = QTimeZone::utc()});
    QVERIFY(store);
    m_store = *std::move(store);
}

void TestMachineCosts::idleIsWhatNobodyUsed()
{
    add({booked(1, "gpu", QDate(2026, 11, 3), 5 * dollar),
         booked(2, "gpu", QDate(2026, 11, 3), 1)});
    Api::Provider gpu = document().providers.last();
    gpu.hourlyCostUsd = 1.2;
    const auto found = days(gpu, QDate(2026, 11, 1), QDate(2026, 11, 4), at(QDate(2026, 11, 9)));
    QCOMPARE(found.size(), size_t(2)); // from its first request on
    QCOMPARE(found[0].paid, 28'800'000'000);
    QCOMPARE(found[0].idle(), 23'799'999'999);
    QCOMPARE(found[1].idle(), 28'800'000'000);
    const QJsonObject sum = machineSums(found).first().toObject();
    QCOMPARE(sum["paid_nano_usd"_L1].toInteger(), 57'600'000'000);
    QCOMPARE(sum["booked_nano_usd"_L1].toInteger() + sum["idle_nano_usd"_L1].toInteger(),
             sum["paid_nano_usd"_L1].toInteger());
}

void TestMachineCosts::scheduleAndFirstDayCount()
{
    Api::Provider gpu = document().providers.last();
    gpu.hourlyCostUsd = 2;
    gpu.hourlySchedule = u"mon-fri 08:00-18:00, sat 08:00-12:00"_s;
    gpu.hourlyFrom = u"2026-11-06"_s; // a Friday
    const auto found = days(gpu, QDate(2026, 11, 1), QDate(2026, 11, 8), at(QDate(2026, 11, 20)));
    QCOMPARE(found.size(), size_t(3));
    QCOMPARE(found[0].paid, 20 * dollar);
    QCOMPARE(found[1].paid, 8 * dollar);
    QCOMPARE(found[2].paid, 0);
}

void TestMachineCosts::todayCountsAsFarAsItCame()
{
    Api::Provider gpu = document().providers.last();
    gpu.hourlyCostUsd = 2;
    gpu.hourlyFrom = u"2026-11-06"_s;
    const auto found =
        days(gpu, QDate(2026, 11, 6), QDate(2026, 11, 30), at(QDate(2026, 11, 7), 6));
    QCOMPARE(found.size(), size_t(2));
    QCOMPARE(found[1].paid, 12 * dollar);
}

namespace {

Api::Provider machine(double dollarsPerHour)
{
    Api::Provider gpu = document().providers.last();
    gpu.hourlyCostUsd = dollarsPerHour;
    gpu.hourlyFrom = u"2026-11-01"_s;
    return gpu;
}

} // namespace

void TestMachineCosts::daysKeepThePriceTheyHad()
{
    MachineBook book(m_store->database());
    QVERIFY(book.create());
    QVERIFY(book.note({machine(1)}, at(QDate(2026, 11, 2))));
    QVERIFY(book.note({machine(1)}, at(QDate(2026, 11, 3)))); // nothing new
    QVERIFY(book.note({machine(2)}, at(QDate(2026, 11, 5))));
    QCOMPARE(book.terms().size(), 2);
    MachineBook again(m_store->database());
    QVERIFY(again.create());
    QCOMPARE(again.terms(), book.terms());
    const auto found = machineDays(m_store->database(), DayCalendar(QTimeZone::utc()), book.terms(),
                                   QDate(2026, 10, 1), QDate(2026, 11, 6), at(QDate(2026, 11, 9)))
                           .value_or(std::vector<MachineDay>());
    QCOMPARE(found.size(), size_t(6));
    QCOMPARE(found[0].paid, 24 * dollar); // before it was known what it costs
    QCOMPARE(found[3].paid, 24 * dollar);
    QCOMPARE(found[4].paid, 48 * dollar); // the day on which it changed
    QCOMPARE(found[5].paid, 48 * dollar);
}

void TestMachineCosts::aSlipOfTheSameDayLeavesNoTrace()
{
    MachineBook book(m_store->database());
    QVERIFY(book.create());
    QVERIFY(book.note({machine(20)}, at(QDate(2026, 11, 4), 9)));
    QVERIFY(book.note({machine(2)}, at(QDate(2026, 11, 4), 10)));
    const auto found = machineDays(m_store->database(), DayCalendar(QTimeZone::utc()), book.terms(),
                                   QDate(2026, 11, 1), QDate(2026, 11, 5), at(QDate(2026, 11, 9)))
                           .value_or(std::vector<MachineDay>());
    QCOMPARE(found.size(), size_t(5));
    for (const MachineDay &day : found)
        QCOMPARE(day.paid, 48 * dollar);
}

void TestMachineCosts::aSlipOfDaysAgoIsPutRight()
{
    const DayCalendar calendar(QTimeZone::utc());
    MachineBook book(m_store->database());
    QVERIFY(book.create());
    QVERIFY(book.note({machine(2)}, at(QDate(2026, 11, 1))));
    QVERIFY(book.note({machine(20)}, at(QDate(2026, 11, 4))));
    QVERIFY(book.note({machine(3)}, at(QDate(2026, 11, 6))));
    const auto paid = [&](const MachineBook &asked) {
        QList<qint64> dollars;
        const auto found =
            machineDays(m_store->database(), calendar, asked.termsAsCorrected(calendar),
                        QDate(2026, 11, 1), QDate(2026, 11, 7), at(QDate(2026, 11, 9)));
        for (const MachineDay &day : *found)
            dollars.append(day.paid / dollar / 24);
        return dollars;
    };
    QCOMPARE(paid(book), QList<qint64>({2, 2, 2, 20, 20, 3, 3}));
    QVERIFY(book.correct({.provider = u"gpu"_s,
                          .first = QDate(2026, 11, 4),
                          .last = QDate(2026, 11, 5),
                          .nanoPerHour = 4 * dollar,
                          .made = at(QDate(2026, 11, 7))}));
    QCOMPARE(paid(book), QList<qint64>({2, 2, 2, 4, 4, 3, 3}));
    QCOMPARE(book.terms().size(), 3); // what stood there is still there
    MachineBook again(m_store->database());
    QVERIFY(again.create());
    QCOMPARE(again.corrections(), book.corrections());
    QCOMPARE(paid(again), paid(book));
}

void TestMachineCosts::theLaterCorrectionCounts()
{
    const DayCalendar calendar(QTimeZone::utc());
    const auto of = [](int first, int last, qint64 dollars, int made) {
        return MachineCorrection{.provider = u"gpu"_s,
                                 .first = QDate(2026, 11, first),
                                 .last = QDate(2026, 11, last),
                                 .nanoPerHour = dollars * dollar,
                                 .made = at(QDate(2026, 11, made))};
    };
    QList<MachineTerms> terms{termsOf(machine(1))};
    terms[0].sinceUs = toUs(at(QDate(2026, 11, 5))); // before it is what it was then
    const auto paid = [&](const QList<MachineCorrection> &corrections) {
        QList<qint64> dollars;
        const auto found =
            machineDays(m_store->database(), calendar, corrected(terms, corrections, calendar),
                        QDate(2026, 11, 1), QDate(2026, 11, 8), at(QDate(2026, 11, 8), 23));
        for (const MachineDay &day : *found)
            dollars.append(day.paid / dollar / 23);
        return dollars;
    };
    QCOMPARE(paid({}), QList<qint64>({1, 1, 1, 1, 1, 1, 1, 1}));
    QCOMPARE(paid({of(2, 3, 5, 7)}), QList<qint64>({1, 5, 5, 1, 1, 1, 1, 1}));
    QCOMPARE(paid({of(2, 6, 5, 7), of(3, 4, 2, 8)}), QList<qint64>({1, 5, 2, 2, 5, 5, 1, 1}));
    // Of today only what was before: at its end the agreement holds again.
    QCOMPARE(paid({of(8, 8, 7, 8)}), QList<qint64>({1, 1, 1, 1, 1, 1, 1, 1}));
    QCOMPARE(paid({of(9, 9, 7, 8)}), QList<qint64>({1, 1, 1, 1, 1, 1, 1, 1}));
    // What is agreed later is not touched by what was corrected before.
    terms.append(terms[0]);
    terms[1].sinceUs = toUs(at(QDate(2026, 11, 8), 13));
    terms[1].nanoPerHour = 3 * dollar;
    QCOMPARE(paid({of(8, 8, 7, 8)}), QList<qint64>({1, 1, 1, 1, 1, 1, 1, 3}));
}

//! A machine whose requests are booked by time: the row keeps what it said before.
void TestMachineCosts::correctedHoursPriceRequestsAnew()
{
    const DayCalendar calendar(QTimeZone::utc());
    MachineBook book(m_store->database());
    QVERIFY(book.create());
    QVERIFY(book.note({machine(36)}, at(QDate(2026, 11, 2))));
    Api::Document now = document();
    now.providers.last() = machine(36);
    now.providers.last().costBy = u"time"_s;
    RequestRecord record = booked(1, "gpu", QDate(2026, 11, 3), 777);
    record.usage = {.promptTokens = 100, .completionTokens = 10, .known = true};
    record.usage.machineUs = 1'000'000;
    PriceTerms held;
    held.machineUs = 1'000'000;
    record.terms = held.toText();
    add({record});
    const auto version = [&](const QDate &day) {
        const auto prices = PriceBook::compile(now, 3, at(QDate(2026, 11, 9)),
                                               {.machines = book.termsAsCorrected(calendar)});
        return prices->findAt("gpu", "m", at(day, 12))->version;
    };
    QCOMPARE(version(QDate(2026, 11, 3)), "hourly, revision 3"_ba);
    QVERIFY(book.correct({.provider = u"gpu"_s,
                          .first = QDate(2026, 11, 3),
                          .last = QDate(2026, 11, 3),
                          .nanoPerHour = 72 * dollar,
                          .made = at(QDate(2026, 11, 6))}));
    QCOMPARE(version(QDate(2026, 11, 3)), "hourly, corrected 2026-11-06"_ba);
    QCOMPARE(version(QDate(2026, 11, 4)), "hourly, revision 3"_ba);
    QCOMPARE(recalculate(now, book.termsAsCorrected(calendar))["changed"_L1].toInteger(), 1);
    QCOMPARE(integer("SELECT cost FROM requests"), 20'000'000); // a second of $72 an hour
    QCOMPARE(integer("SELECT cost FROM former_costs"), 777);
    QVERIFY(booksAgree());
}

void TestMachineCosts::machinesThatAreGoneEnd()
{
    MachineBook book(m_store->database());
    QVERIFY(book.create());
    QVERIFY(book.note({machine(1)}, at(QDate(2026, 11, 1))));
    QVERIFY(book.note({}, at(QDate(2026, 11, 3))));
    QVERIFY(book.note({}, at(QDate(2026, 11, 4))));
    QCOMPARE(book.terms().size(), 2);
    QVERIFY(book.note({machine(3)}, at(QDate(2026, 11, 5))));
    const auto found = machineDays(m_store->database(), DayCalendar(QTimeZone::utc()), book.terms(),
                                   QDate(2026, 11, 1), QDate(2026, 11, 6), at(QDate(2026, 11, 9)))
                           .value_or(std::vector<MachineDay>());
    QCOMPARE(found.size(), size_t(4));
    QCOMPARE(found[1].day, QDate(2026, 11, 2));
    QCOMPARE(found[2].day, QDate(2026, 11, 5));
    QCOMPARE(found[2].paid, 72 * dollar);
}

//! A recalculation and a replay find what the request was booked with.
void TestMachineCosts::requestsKeepTheHourTheyHad()
{
    MachineBook book(m_store->database());
    QVERIFY(book.create());
    QVERIFY(book.note({machine(1)}, at(QDate(2026, 11, 2))));
    QVERIFY(book.note({machine(2)}, at(QDate(2026, 11, 5))));
    Api::Document now = document();
    now.providers.last() = machine(2);
    now.providers.last().costBy = u"time"_s;
    const auto perHour = [&book](const Api::Document &asked, const QDate &day, int hour) {
        const auto prices =
            PriceBook::compile(asked, 3, at(QDate(2026, 11, 9)),
                               {.list = {}, .volumes = {}, .machines = book.terms()});
        return prices->findAt("gpu", "m", at(day, hour))->perHour->nanoUsd;
    };
    QCOMPARE(perHour(now, QDate(2026, 10, 1), 0), dollar);
    QCOMPARE(perHour(now, QDate(2026, 11, 5), 11), dollar);
    QCOMPARE(perHour(now, QDate(2026, 11, 5), 12), 2 * dollar);
    now.providers.last().hourlyCostUsd = 5; // what would it be
    QCOMPARE(perHour(now, QDate(2026, 11, 3), 0), 5 * dollar);
}

void TestMachineCosts::tierHoldsFromTheDayAfter()
{
    Api::Contract contract;
    contract.id = u"acme"_s;
    contract.provider = u"oa"_s;
    contract.from = u"2026-11-02"_s;
    contract.until = u"2026-11-30"_s;
    contract.tiers = {{.above = 10 * dollar, .discountPercent = 10},
                      {.above = 11 * dollar, .discountPercent = 20}};
    add({booked(1, "oa", QDate(2026, 11, 1), 50 * dollar), // before it began
         booked(2, "oa", QDate(2026, 11, 3), 6 * dollar),
         booked(3, "oa", QDate(2026, 11, 4), 4 * dollar),
         booked(4, "gpu", QDate(2026, 11, 4), 90 * dollar),
         booked(5, "oa", QDate(2026, 11, 7), 5 * dollar)});
    const DayCalendar calendar(QTimeZone::utc());
    const auto reached = [&](const QDate &today) {
        return reachedVolumes(m_store->database(), calendar, {contract}, at(today))
            .value_or(ReachedVolumes())
            .value(u"acme"_s);
    };
    QVERIFY(reached(QDate(2026, 11, 4)).isEmpty()); // the day must have ended
    const QList<ReachedVolume> first{{10 * dollar, at(QDate(2026, 11, 5), 0)}};
    QCOMPARE(reached(QDate(2026, 11, 5)), first);
    QCOMPARE(reached(QDate(2026, 11, 9)).size(), 2);
    QCOMPARE(reached(QDate(2026, 11, 9)).last().begin, at(QDate(2026, 11, 8), 0));
}

void TestMachineCosts::hedgesArePricedAnew()
{
    // 100 in, 10 out at oa were served; gpu was asked too and read 100 tokens.
    RequestRecord record = booked(1, "oa", QDate(2026, 11, 3), 999);
    record.usage = {.promptTokens = 100, .completionTokens = 10, .known = true};
    AttemptRecord unused = record.attempts.front();
    unused.provider = "gpu";
    unused.result = Outcome::Cancelled;
    unused.detail = "hedged: another was faster";
    unused.cost = Money{111};
    record.attempts.insert(record.attempts.begin(), unused);
    PriceTerms terms;
    terms.unused = {
        {.attempt = 0, .usage = {.promptTokens = 100, .estimated = true, .known = true}}};
    record.terms = terms.toText();
    add({record});
    QVERIFY(booksAgree());
    const QJsonObject report = recalculate(document());
    QCOMPARE(report["changed"_L1].toInteger(), 1);
    QCOMPARE(report["kept"_L1].toInteger(), 0);
    QCOMPARE(integer("SELECT cost FROM requests"), 120'000 + 100'000);
    QCOMPARE(integer("SELECT cost FROM attempts WHERE provider = 'gpu'"), 100'000);
    QCOMPARE(integer("SELECT sum(cost) FROM roll_day_key WHERE provider = 'gpu'"), 100'000);
    QCOMPARE(integer("SELECT sum(cost) FROM roll_day_model WHERE provider = 'oa'"), 120'000);
    QVERIFY(booksAgree());
    QCOMPARE(recalculate(document())["changed"_L1].toInteger(), 0);
}

void TestMachineCosts::picturesArePricedAnew()
{
    Api::Document with = document();
    Api::PriceOverride &own = with.prices.first();
    own.input = own.output = std::nullopt;
    own.image = 1000;
    own.pictures = {{.size = u"1024x1024"_s, .quality = u"hd"_s, .each = 5000}};
    RequestRecord known = booked(1, "oa", QDate(2026, 11, 3), 1);
    known.usage = {.images = 2, .known = true};
    RequestRecord unknown = known;
    unknown.id = "older";
    PriceTerms terms;
    terms.picture = {"1024x1024", "hd"};
    known.terms = terms.toText();
    add({known, unknown});
    const QJsonObject report = recalculate(with);
    QCOMPARE(report["changed"_L1].toInteger(), 1);
    QCOMPARE(report["kept"_L1].toInteger(), 1);
    QCOMPARE(integer("SELECT cost FROM requests WHERE id <> 'older'"), 10'000);
    QVERIFY(booksAgree());
}

void TestMachineCosts::timeIsPricedAnew()
{
    Api::Document with = document();
    with.providers.last().costBy = u"time"_s;
    with.providers.last().hourlyCostUsd = 3.6;
    with.providers.last().maxInFlight = 2;
    RequestRecord record = booked(1, "gpu", QDate(2026, 11, 3), 1);
    record.usage.machineUs = 1'500'000;
    PriceTerms terms;
    terms.machineUs = 1'500'000;
    record.terms = terms.toText();
    add({record});
    QCOMPARE(recalculate(with)["changed"_L1].toInteger(), 1);
    QCOMPARE(integer("SELECT cost FROM requests"), 750'000); // 1.5 s of $0.001 a second, half
    QVERIFY(booksAgree());
}

void TestMachineCosts::daysBeforeAnotherZoneAreNotCompared()
{
    // 23:30 UTC is the next day in Berlin: its sums stand under the day of the zone of then.
    RequestRecord late = booked(1, "oa", QDate(2026, 11, 3), 5);
    late.time = at(QDate(2026, 11, 3), 23) + std::chrono::minutes(30);
    add({late});
    QVERIFY(booksAgree(QTimeZone("Europe/Berlin"))); // configured, the books are in UTC still
    m_store.reset();
    auto store = LedgerStore::open({.path = m_path, .zone = QTimeZone("Europe/Berlin")});
    QVERIFY(store);
    m_store = *std::move(store);
    QCOMPARE(integer("SELECT count(*) FROM day_zones"), 2);
    QVERIFY(booksAgree(QTimeZone("Europe/Berlin")));
    QVERIFY(m_store->database().execute("UPDATE day_zones SET zone = 'UTC' WHERE ts > 0"));
    QVERIFY(m_store->database().execute("DELETE FROM day_zones WHERE ts > 0"));
    QVERIFY(booksAgree());
}

void TestMachineCosts::theCheckFindsAWrongWeek()
{
    add({booked(1, "oa", QDate(2026, 11, 1), 5), booked(2, "oa", QDate(2026, 11, 2), 7),
         booked(3, "oa", QDate(2026, 11, 8), 9)});
    QVERIFY(booksAgree());
    QCOMPARE(integer("SELECT cost FROM roll_week_key WHERE week = 20261102"), 16);
    QVERIFY(m_store->database().execute(
        "UPDATE roll_week_key SET cost = cost + 1 WHERE week = 20261102"));
    QVERIFY(!booksAgree());
}

QTEST_GUILESS_MAIN(TestMachineCosts)
#include "tst_machinecosts.moc"
