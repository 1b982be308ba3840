// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/validation.h"
#include "core/ledger/pricebook.h"

#include <QtCore/QDateTime>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Ledger;
using namespace Qt::StringLiterals;

namespace {

Api::PriceOverride own(const QString &model, qint64 input, const QString &from = {})
{
    Api::PriceOverride price;
    price.provider = u"gpu"_s;
    price.model = model;
    price.input = input;
    price.from = from;
    return price;
}

//! Berlin: the 1st of March begins at 23:00 UTC of the day before.
std::shared_ptr<const PriceBook> book(const QList<Api::PriceOverride> &prices)
{
    Api::Document document;
    document.gateway.reportingTimeZone = u"Europe/Berlin"_s;
    Api::Provider provider;
    provider.id = u"gpu"_s;
    provider.baseUrl = u"http://10.0.0.5"_s;
    provider.selfHosted = true;
    document.providers = {provider};
    document.prices = prices;
    return PriceBook::compile(document, 12);
}

WallTime at(const QString &iso)
{
    return WallTime(
        std::chrono::milliseconds(QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch()));
}

} // namespace

//! Own prices that begin on a day hold for requests that start from then on.
class TestPricesByDate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsFromItsDay_data();
    void holdsFromItsDay();
    void namesTheDayInItsVersion();
    void listsAllOfThem();
    void refusesWhatIsNoDay();
    void refusesTwoForTheSameTime();
};

void TestPricesByDate::holdsFromItsDay_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<qint64>("input"); // -1: none
    const auto row = [](const char *name, const QString &time, const char *model, qint64 input) {
        QTest::newRow(name) << time << QByteArray(model) << input;
    };
    row("before all", u"2026-02-28T22:59:59Z"_s, "llama", 100);
    row("first moment of the day", u"2026-02-28T23:00:00Z"_s, "llama", 200);
    row("between", u"2026-05-31T21:59:59Z"_s, "llama", 200);
    row("summer time", u"2026-05-31T22:00:00Z"_s, "llama", 300);
    row("long after", u"2030-01-01T00:00:00Z"_s, "llama", 300);
    row("none yet", u"2026-02-28T00:00:00Z"_s, "qwen", -1);
    row("then its own", u"2026-06-02T00:00:00Z"_s, "qwen", 50);
    row("every model", u"2026-07-15T00:00:00Z"_s, "other", 7);
    row("every model, later", u"2026-08-15T00:00:00Z"_s, "other", 8);
    row("the exact one wins", u"2026-08-15T00:00:00Z"_s, "qwen", 50);
}

void TestPricesByDate::holdsFromItsDay()
{
    QFETCH(const QString, time);
    QFETCH(const QByteArray, model);
    QFETCH(const qint64, input);
    const auto prices =
        book({own(u"llama"_s, 300, u"2026-06-01"_s), own(u"llama"_s, 100),
              own(u"llama"_s, 200, u"2026-03-01"_s), own(u"qwen"_s, 50, u"2026-06-01"_s),
              own(u"*"_s, 8, u"2026-08-01"_s), own(u"*"_s, 7, u"2026-07-01"_s)});
    const Price *price = prices->findAt("gpu", model, at(time));
    QCOMPARE(price ? price->input->nanoUsdPerMillion : -1, input);
}

void TestPricesByDate::namesTheDayInItsVersion()
{
    const auto prices = book({own(u"llama"_s, 300, u"2026-06-01"_s)});
    QCOMPARE(prices->findAt("gpu", "llama", at(u"2026-07-01T00:00:00Z"_s))->version,
             "own, revision 12, from 2026-06-01");
}

void TestPricesByDate::listsAllOfThem()
{
    const auto entries = book({own(u"llama"_s, 1), own(u"llama"_s, 2, u"2026-06-01"_s)})->entries();
    QCOMPARE(entries.size(), 2U);
    QCOMPARE(entries[0].from, u"2026-06-01"_s);
    QVERIFY(entries[1].from.isEmpty());
}

void TestPricesByDate::refusesWhatIsNoDay()
{
    const Api::Findings findings = Api::validate(own(u"llama"_s, 1, u"1 June"_s));
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.front().path, u"from"_s);
    QVERIFY(findings.front().message.contains(u"2026-03-31"_s));
}

void TestPricesByDate::refusesTwoForTheSameTime()
{
    Api::Document document;
    const auto isRefused = [&document] {
        const Api::Findings findings = Api::validate(document);
        return std::ranges::any_of(findings, [](const Api::Finding &finding) {
            return finding.message.contains(u"a second price for the same time"_s);
        });
    };
    document.prices = {own(u"llama"_s, 1, u"2026-06-01"_s), own(u"llama"_s, 2)};
    QVERIFY(!isRefused());
    document.prices.append(own(u"llama"_s, 3, u"2026-06-01"_s));
    QVERIFY(isRefused());
}

QTEST_GUILESS_MAIN(TestPricesByDate)
#include "tst_pricesbydate.moc"
