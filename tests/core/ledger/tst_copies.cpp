// SPDX-License-Identifier: GPL-3.0-or-later
//! Copies of requests, answers nobody read, and who asked for a model, in the books.
#include "core/ledger/copiesreport.h"
#include "core/ledger/ledgerreader.h"
#include "core/ledger/ledgerstore.h"
#include "core/ledger/recordcodec.h"
#include "core/ledger/requestrows.h"
#include "core/ledger/spendsums.h"
#include "core/ledger/trialbook.h"
#include "tests/support/fakeclock.h"
#include "tests/support/samplerecords.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Ledger;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! The copy of request \a n at a dearer and slower target.
RequestRecord copyOf(int n, Outcome outcome = Outcome::Ok)
{
    RequestRecord copy = sampleRecord(n);
    copy.copyOf = copy.id;
    copy.id = "copy_" + QByteArray::number(n);
    copy.keyId = copy.keyName = copy.team = copy.tags = QByteArray();
    copy.provider = "gpu";
    copy.model = "candidate";
    copy.cost = Money{1'000'000};
    copy.listCost = Money{1'000'000};
    copy.outcome = outcome;
    copy.firstTokenUs = 900'000;
    copy.attempts.front().provider = "gpu";
    copy.attempts.front().model = "candidate";
    return copy;
}

//! Request \a n, first asked for in vain at a target that bills all the same.
RequestRecord hedged(int n)
{
    RequestRecord record = sampleRecord(n);
    AttemptRecord lost = record.attempts.front();
    lost.provider = "slow";
    lost.model = "m";
    lost.result = Outcome::Cancelled;
    lost.cost = Money{23'000};
    record.attempts.insert(record.attempts.begin(), lost);
    return record;
}

} // namespace

class TestCopies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void travelThroughTheJournal();
    void areNobodysRequests();
    void areComparedWithTheirOriginals();
    void costIsKnownAfterARestart();
    void goWithAge();
    void lostAnswersAreTheirOwnProvidersSpending();
    void rebuiltDaysAreTheSame();
    void callersAreCounted();
    void progressIsKept();

private:
    std::unique_ptr<LedgerStore> store() const
    {
        auto store = LedgerStore::open({.path = m_path});
        return store ? *std::move(store) : nullptr;
    }
    std::unique_ptr<LedgerReader> reader() const
    {
        auto reader = LedgerReader::open(m_path, QTimeZone::utc(), m_clock);
        return reader ? *std::move(reader) : nullptr;
    }
    qint64 number(QByteArrayView sql) const
    {
        auto books = store();
        return books ? books->database().integer(sql).value_or(-1) : -1;
    }
    static CopiesQuestion question()
    {
        return {.route = "fast", .provider = "gpu", .model = "candidate", .sinceUs = 0};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    FakeClock m_clock;
};

void TestCopies::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"ledger.db"_s);
    m_clock = FakeClock();
}

void TestCopies::travelThroughTheJournal()
{
    for (const RequestRecord &record : {copyOf(1), hedged(2), sampleRecord(3)}) {
        QByteArray bytes(encodedSizeBound(record), '\0');
        bytes.resize(encodeRecord(record, {bytes.data(), size_t(bytes.size())}));
        const auto decoded = decodeRecord(bytes);
        QVERIFY(decoded && *decoded == record);
        for (qsizetype cut = 0; cut < bytes.size(); ++cut)
            QVERIFY(!decodeRecord(QByteArrayView(bytes).first(cut)));
    }
}

void TestCopies::areNobodysRequests()
{
    std::vector<RequestRecord> records{sampleRecord(1), copyOf(1), copyOf(1)};
    QVERIFY(store()->add(records));
    QCOMPARE(records.size(), std::size_t(2)); // once
    QCOMPARE(number("SELECT count(*) FROM requests"), 1);
    QCOMPARE(number("SELECT count(*) FROM copies"), 1);
    QCOMPARE(number("SELECT sum(requests) FROM roll_day_key"), 1);
    QCOMPARE(number("SELECT sum(requests) FROM roll_hour_model"), 1);
    QCOMPARE(number("SELECT sum(n) FROM roll_hour_outcome WHERE provider = 'gpu'"), 0);
    QCOMPARE(number("SELECT sum(cost) FROM roll_day_key WHERE provider = 'gpu' AND key = ''"),
             1'000'000);
    QCOMPARE(number("SELECT sum(cost) FROM roll_day_key WHERE key = 'key_design'"), 423'000);
    QCOMPARE(number("SELECT sum(cost) FROM roll_hour_model"), 1'423'000);
}

void TestCopies::areComparedWithTheirOriginals()
{
    std::vector<RequestRecord> records;
    for (int n = 0; n < 40; ++n) {
        records.push_back(sampleRecord(n));
        records.push_back(copyOf(n, n % 4 == 0 ? Outcome::ServerError : Outcome::Ok));
    }
    records.push_back(copyOf(99)); // its original is not in the books
    QVERIFY(store()->add(records));
    const auto compared = reader()->copies(question());
    QVERIFY(compared);
    const QJsonObject copies = compared->value("copies"_L1).toObject();
    const QJsonObject control = compared->value("control"_L1).toObject();
    QCOMPARE(copies.value("requests"_L1), 40);
    QCOMPARE(copies.value("failed"_L1), 10);
    QCOMPARE(copies.value("success"_L1), 0.75);
    QCOMPARE(copies.value("first_token_p95_ms"_L1), 900.0);
    QCOMPARE(copies.value("mean_cost_nano_usd"_L1), 1'000'000);
    QCOMPARE(control.value("success"_L1), 1.0);
    QCOMPARE(control.value("mean_cost_nano_usd"_L1), 423'000);
    CopiesQuestion other = question();
    other.route = "other";
    QVERIFY(reader()->copies(other)->value("copies"_L1)["success"_L1].isNull());
}

void TestCopies::costIsKnownAfterARestart()
{
    std::vector<RequestRecord> records{copyOf(1), copyOf(2)};
    QVERIFY(store()->add(records));
    QCOMPARE(reader()->costOfCopies(question())->value("cost_nano_usd"_L1), 2'000'000);
    CopiesQuestion later = question();
    later.sinceUs = toUs(copyOf(2).time);
    QCOMPARE(reader()->costOfCopies(later)->value("cost_nano_usd"_L1), 1'000'000);
    // Budgets of the provider and of the gateway are told of them as well, others are not.
    const auto sums = SpendSums::open(m_path, QTimeZone::utc());
    for (const auto step : {0s, 3600s}) {
        const auto ask = [&](SpendQuestion::Of of, const QByteArray &name) {
            const auto spent = (*sums)->ask({.of = of, .names = {name}, .from = {}, .step = step});
            Money sum;
            for (const SpentAt &one : *spent)
                sum += one.cost;
            return sum;
        };
        QCOMPARE(ask(SpendQuestion::Of::Provider, "gpu"), Money{2'000'000});
        QCOMPARE(ask(SpendQuestion::Of::Everything, {}), Money{2'000'000});
        QCOMPARE(ask(SpendQuestion::Of::Route, "fast"), Money());
    }
    QVERIFY(*(*sums)->knows("copy_1"));
}

void TestCopies::goWithAge()
{
    std::vector<RequestRecord> records{copyOf(1)};
    auto books = store();
    QVERIFY(books->add(records));
    QVERIFY(books->dropOld({.requestDays = 30}, copyOf(1).time + std::chrono::days(31)));
    QCOMPARE(number("SELECT count(*) FROM copies"), 0);
}

void TestCopies::lostAnswersAreTheirOwnProvidersSpending()
{
    std::vector<RequestRecord> records{hedged(1)};
    QVERIFY(store()->add(records));
    QCOMPARE(number("SELECT cost FROM requests"), 423'000);
    QCOMPARE(number("SELECT cost FROM attempts WHERE n = 0"), 23'000);
    QCOMPARE(number("SELECT sum(cost) FROM roll_day_key WHERE provider = 'slow'"), 23'000);
    QCOMPARE(number("SELECT sum(cost) FROM roll_day_key WHERE provider = 'openai'"), 400'000);
    QCOMPARE(number("SELECT sum(cost) FROM roll_hour_model"), 423'000);
    QCOMPARE(number("SELECT sum(requests) FROM roll_day_key"), 1);
    const auto request = reader()->request(records.front().id, nullptr);
    const QJsonArray attempts = request->value("attempts"_L1).toArray();
    QCOMPARE(attempts.at(0)["cost_nano_usd"_L1], 23'000);
    QCOMPARE(attempts.at(1)["cost_nano_usd"_L1], 400'000);
    const auto sums = SpendSums::open(m_path, QTimeZone::utc());
    for (const auto step : {0s, 3600s}) {
        const auto spent = (*sums)->ask(
            {.of = SpendQuestion::Of::Provider, .names = {"slow"}, .from = {}, .step = step});
        QCOMPARE(spent->at(0).cost, Money{23'000});
    }
}

void TestCopies::rebuiltDaysAreTheSame()
{
    std::vector<RequestRecord> records{sampleRecord(1), copyOf(1), hedged(2)};
    auto books = store();
    QVERIFY(books->add(records));
    const QByteArrayView sums = "SELECT sum(cost) * 1000 + sum(requests) + sum(tokens_in)"
                                " FROM roll_day_key";
    const auto before = books->database().integer(sums);
    QVERIFY(books->rebuildDay(QDate(2026, 11, 22)));
    QCOMPARE(*books->database().integer(sums), *before);
}

void TestCopies::callersAreCounted()
{
    std::vector<RequestRecord> records;
    for (int n = 0; n < 5; ++n)
        records.push_back(sampleRecord(n));
    RequestRecord other = sampleRecord(5);
    other.keyId = "key_other";
    other.keyName = "other";
    RequestRecord redirected = sampleRecord(6);
    redirected.route = "successor";
    redirected.keyId = "key_late";
    redirected.keyName = "late";
    RequestRecord unrelated = sampleRecord(7);
    unrelated.route = unrelated.modelAsked = "else";
    for (const RequestRecord &one : {other, redirected, unrelated, copyOf(1)})
        records.push_back(one);
    QVERIFY(store()->add(records));
    const auto callers =
        reader()->callers("fast", toUs(records.front().time - std::chrono::days(1)));
    const QJsonArray items = callers->value("items"_L1).toArray();
    QCOMPARE(items.size(), 3);
    QCOMPARE(items.at(0)["key"_L1], u"key_design"_s);
    QCOMPARE(items.at(0)["name"_L1], u"design"_s);
    QCOMPARE(items.at(0)["requests"_L1], 5);
    QCOMPARE(items.at(0)["last_day"_L1], u"2026-11-22"_s);
    QCOMPARE(items.at(1)["key"_L1], u"key_late"_s);
    QVERIFY(reader()
                ->callers("fast", toUs(records.front().time + std::chrono::days(2)))
                ->value("items"_L1)
                .toArray()
                .isEmpty());
}

void TestCopies::progressIsKept()
{
    const auto database = Store::Database::open(m_folder->filePath(u"books.db"_s), {});
    TrialBook book(**database);
    QVERIFY(book.create());
    QVERIFY(!*book.find(u"fast"_s));
    const TrialProgress progress{.route = u"fast"_s,
                                 .policy = u"{\"percent\":5}"_s,
                                 .started = sampleRecord(1).time,
                                 .counts = u"{}"_s};
    QVERIFY(book.keep(progress));
    TrialProgress more = progress;
    more.counts = u"{\"trial\":[1]}"_s;
    QVERIFY(book.keep(more));
    QVERIFY(**book.find(u"fast"_s) == more);
}

QTEST_GUILESS_MAIN(TestCopies)
#include "tst_copies.moc"
