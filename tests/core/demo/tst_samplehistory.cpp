// SPDX-License-Identifier: GPL-3.0-or-later
//! The sample office's past: repeatable, believable, and its books add up.

#include "core/demo/officehours.h"
#include "core/demo/samplehistory.h"
#include "core/demo/sampleoffice.h"
#include "core/demo/weather.h"
#include "core/ledger/ledgerreader.h"
#include "core/ledger/ledgerstore.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <set>

using namespace Gatehouse;
using namespace Gatehouse::Demo;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

HistoryPlan planAt(WallTime now, quint64 seed = 1)
{
    HistoryPlan plan{
        .now = now, .zone = QTimeZone("Europe/Berlin"), .seed = seed, .keys = {}, .revisions = {}};
    for (const SampleKey &key : sampleKeys()) {
        HistoryKey one{.id = "id-" + key.name,
                       .name = key.name,
                       .team = key.team.toLatin1(),
                       .from = now - std::chrono::days(31)};
        if (key.disabledDaysAgo >= 0)
            one.disabled = now - std::chrono::days(key.disabledDaysAgo);
        plan.keys.push_back(one);
    }
    const size_t count = sampleRevisions().size();
    for (size_t i = 1; i <= count; ++i) {
        const Api::Document document = sampleDocument(i, {}, u"Europe/Berlin"_s);
        plan.revisions.push_back(
            {.from = now - std::chrono::days(31 - 7 * static_cast<int>(i - 1)),
             .number = static_cast<qint64>(i + 1),
             .document = document,
             .prices = Ledger::PriceBook::compile(document, static_cast<qint64>(i + 1))});
    }
    return plan;
}

const std::vector<Ledger::RequestRecord> &history()
{
    static const std::vector<Ledger::RequestRecord> rows = makeHistory(planAt(FakeClock().wall()));
    return rows;
}

std::set<Ledger::Outcome> outcomes()
{
    std::set<Ledger::Outcome> all;
    for (const Ledger::RequestRecord &row : history())
        all.insert(row.outcome);
    return all;
}

} // namespace

class TestSampleHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheSameForTheSameSeed();
    void differsForAnotherSeed();
    void spansThirtyDaysInOrder();
    void hasUniqueIds();
    void followsOfficeHours();
    void hasErrorsOfSeveralKinds();
    void fallsBackDuringTheOutage();
    void knowsUnpricedRequests();
    void rowsAreBelievable();
    void booksAddUp();
};

void TestSampleHistory::isTheSameForTheSameSeed()
{
    QVERIFY(makeHistory(planAt(FakeClock().wall())) == history());
}

void TestSampleHistory::differsForAnotherSeed()
{
    QVERIFY(makeHistory(planAt(FakeClock().wall(), 2)) != history());
}

void TestSampleHistory::spansThirtyDaysInOrder()
{
    const WallTime now = FakeClock().wall();
    QVERIFY(history().size() > 20'000);
    QVERIFY(history().size() < 32'000);
    QVERIFY(std::is_sorted(history().begin(), history().end(),
                           [](const auto &a, const auto &b) { return a.time < b.time; }));
    QVERIFY(history().back().time < now);
    QVERIFY(now - history().back().time < 1h);
    QVERIFY(now - history().front().time > 29 * 24h);
    QVERIFY(now - history().front().time < 30 * 24h);
}

void TestSampleHistory::hasUniqueIds()
{
    std::set<QByteArray> ids;
    for (const Ledger::RequestRecord &row : history()) {
        QCOMPARE(row.id.size(), 30);
        ids.insert(row.id);
    }
    QCOMPARE(ids.size(), history().size());
}

void TestSampleHistory::followsOfficeHours()
{
    const OfficeHours office(QTimeZone::utc());
    const WallTime sunday = FakeClock().wall() - 1h; // 11:00
    const WallTime friday = sunday - 48h;
    QVERIFY(office.load(friday) > 2 * office.load(friday + 14h)); // one at night
    QVERIFY(office.load(friday) > 1.5 * office.load(sunday));
    QCOMPARE(office.presence(friday + 14h), 0.0);
}

void TestSampleHistory::hasErrorsOfSeveralKinds()
{
    const std::set<Ledger::Outcome> all = outcomes();
    for (const Ledger::Outcome outcome :
         {Ledger::Outcome::Ok, Ledger::Outcome::BadRequest, Ledger::Outcome::ContextTooLong,
          Ledger::Outcome::Cancelled, Ledger::Outcome::KeyRefused, Ledger::Outcome::ModelNotFound,
          Ledger::Outcome::StreamBroken})
        QVERIFY2(all.contains(outcome), Ledger::outcomeName(outcome).data());
}

void TestSampleHistory::fallsBackDuringTheOutage()
{
    const Weather weather(FakeClock().wall(), QTimeZone("Europe/Berlin"));
    int during = 0;
    int mended = 0;
    int answered = 0;
    for (const Ledger::RequestRecord &row : history()) {
        if (!weather.isDown("openai", row.time) || row.route != "chat-default")
            continue;
        ++during;
        QVERIFY(row.provider != "openai");
        answered += row.outcome == Ledger::Outcome::Ok ? 1 : 0;
        mended += row.attempts.size() > 1 && row.outcome == Ledger::Outcome::Ok ? 1 : 0;
    }
    QVERIFY(during > 5);
    QVERIFY(mended > 0);
    QVERIFY(answered > during * 8 / 10);
}

void TestSampleHistory::knowsUnpricedRequests()
{
    const auto unpriced = std::count_if(history().begin(), history().end(), Ledger::isUnpriced);
    QVERIFY(unpriced > 50);
    QVERIFY(unpriced < std::ssize(history()) / 10);
}

void TestSampleHistory::rowsAreBelievable()
{
    qint64 streamed = 0;
    for (const Ledger::RequestRecord &row : history()) {
        QVERIFY(row.totalUs > 0 && row.totalUs < 10 * 60 * Ledger::usPerSecond);
        QVERIFY(row.gatewayUs > 0 && row.gatewayUs < 5'000);
        QVERIFY(row.firstTokenUs < row.totalUs);
        QVERIFY(row.usage.cachedTokens <= row.usage.promptTokens);
        QVERIFY(row.outcome != Ledger::Outcome::Ok || row.attempts.back().provider == row.provider);
        QVERIFY(!row.cost || row.cost->nanoUsd < 2'000'000'000);
        QVERIFY(row.status >= 200 && row.status < 600);
        streamed += row.streamed ? 1 : 0;
    }
    QVERIFY(streamed > std::ssize(history()) / 2);
    QVERIFY(streamed < std::ssize(history()));
}

void TestSampleHistory::booksAddUp()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"ledger.db"_s);
    const FakeClock clock;
    const QTimeZone zone("Europe/Berlin");
    {
        auto store = Ledger::LedgerStore::open({.path = path, .zone = zone});
        QVERIFY(store);
        std::vector<Ledger::RequestRecord> added = history();
        QVERIFY((*store)->add(added));
        QCOMPARE(added.size(), history().size());
    }
    qint64 cost = 0;
    for (const Ledger::RequestRecord &row : history())
        cost += row.cost ? row.cost->nanoUsd : 0;
    auto reader = Ledger::LedgerReader::open(path, zone, clock);
    QVERIFY(reader);
    const auto usage =
        (*reader)->usage(u"", Ledger::toUs(clock.wall()) - 30 * 24 * Ledger::usPerHour);
    QVERIFY(usage);
    const QJsonObject totals = usage->value("items"_L1).toArray().first().toObject();
    QCOMPARE(totals.value("requests"_L1).toInteger(), std::ssize(history()));
    QCOMPARE(totals.value("cost_nano_usd"_L1).toInteger(), cost);

    const auto overview = (*reader)->overview({});
    QVERIFY(overview);
    qint64 charted = 0;
    for (const QJsonValue &series :
         overview->value("spend"_L1).toObject().value("series"_L1).toArray())
        charted += series.toObject().value("total_nano_usd"_L1).toInteger();
    QCOMPARE(charted, cost);
    const double success = overview->value("success"_L1).toObject().value("rate"_L1).toDouble();
    QVERIFY(success > 0.98 && success <= 1);
}

QTEST_GUILESS_MAIN(TestSampleHistory)
#include "tst_samplehistory.moc"
