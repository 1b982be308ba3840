// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/bytes.h"
#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/base/latest.h"
#include "core/base/quantities.h"
#include "core/base/redaction.h"
#include "core/base/result.h"

#include <QtTest/QTest>

#include <atomic>
#include <limits>
#include <thread>

using namespace Gatehouse;
using namespace Qt::StringLiterals;

class TestBase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void costsExactly_data();
    void costsExactly();
    void readsDecimals_data();
    void readsDecimals();
    void writesDecimals();
    void appendsBytes();
    void makesSortedUniqueIds();
    void escapesJson();
    void redactsKeys_data();
    void redactsKeys();
    void resultHoldsValueOrError();
    void theLatestIsWholeOnEveryThread();
};

void TestBase::theLatestIsWholeOnEveryThread()
{
    using Pair = std::pair<int, int>;
    Latest<Pair> latest(std::make_shared<const Pair>(0, 0));
    std::atomic<bool> isOver = false;
    std::atomic<int> torn = 0;
    std::thread reader([&] {
        for (int before = 0; !isOver;) {
            const auto seen = latest.load();
            torn += seen->first != seen->second || seen->first < before;
            before = seen->first;
        }
    });
    for (int i = 1; i <= 20'000; ++i)
        latest.store(std::make_shared<const Pair>(i, i));
    isOver = true;
    reader.join();
    QCOMPARE(torn.load(), 0);
    QCOMPARE(latest.load()->first, 20'000);
}

void TestBase::costsExactly_data()
{
    QTest::addColumn<qint64>("tokens");
    QTest::addColumn<qint64>("price");
    QTest::addColumn<qint64>("nano");
    QTest::newRow("0.15 per million, one token") << 1LL << 150'000'000LL << 150LL;
    QTest::newRow("a price below one nano per token rounds half up") << 1LL << 500'000LL << 1LL;
    QTest::newRow("just below half rounds down") << 1LL << 499'999LL << 0LL;
    QTest::newRow("sum first, then round") << 3LL << 333'333LL << 1LL;
    QTest::newRow("a billion tokens at $75")
        << 1'000'000'000LL << 75'000'000'000LL << 75'000'000'000'000LL;
    QTest::newRow("saturates") << std::numeric_limits<qint64>::max() << 75'000'000'000LL
                               << std::numeric_limits<qint64>::max();
}

void TestBase::costsExactly()
{
    QFETCH(qint64, tokens);
    QFETCH(qint64, price);
    QTEST(cost(tokens, {price}).nanoUsd, "nano");
}

void TestBase::readsDecimals_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<qint64>("nano");
    QTest::newRow("whole") << "2"_ba << true << 2'000'000'000LL;
    QTest::newRow("fraction") << "0.15"_ba << true << 150'000'000LL;
    QTest::newRow("exponent") << "1e-7"_ba << true << 100LL;
    QTest::newRow("past the last nano rounds") << "0.0000000015"_ba << true << 2LL;
    QTest::newRow("ends in a point") << "3."_ba << true << 3'000'000'000LL;
    QTest::newRow("empty") << ""_ba << false << 0LL;
    QTest::newRow("negative") << "-1"_ba << false << 0LL;
    QTest::newRow("word") << "free"_ba << false << 0LL;
    QTest::newRow("two points") << "1.2.3"_ba << false << 0LL;
    QTest::newRow("too large") << "99999999999999"_ba << false << 0LL;
}

void TestBase::readsDecimals()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    const std::optional<qint64> nano = decimalToNano(text);
    QCOMPARE(nano.has_value(), valid);
    if (valid)
        QTEST(*nano, "nano");
}

void TestBase::appendsBytes()
{
    QByteArray expected;
    QByteArray text;
    for (int i = 0; i < 1000; ++i) {
        const QByteArray piece(i % 37, char('a' + i % 26));
        append(text, piece);
        append(text, ',');
        appendNumber(text, i * -7);
        expected += piece + ',' + QByteArray::number(i * -7);
        QCOMPARE(text.constData()[text.size()], '\0');
    }
    QCOMPARE(text, expected);
    const QByteArray shared = text;
    append(text, "more");
    QCOMPARE(shared, expected);
    QCOMPARE(text, expected + "more");
    QByteArray literal = "fixed"_ba; // cannot be written to in place
    append(literal, '!');
    QCOMPARE(literal, "fixed!");
    QByteArray lowest;
    appendNumber(lowest, std::numeric_limits<qint64>::min());
    QCOMPARE(lowest, "-9223372036854775808");
    QByteArray nothing;
    append(nothing, QByteArrayView());
    QVERIFY(nothing.isEmpty());
}

void TestBase::writesDecimals()
{
    QCOMPARE(Money{0}.toDecimal(), "0"_ba);
    QCOMPARE(Money{-2'100'000'000}.toDecimal(), "-2.1"_ba);
    QCOMPARE(Money{std::numeric_limits<qint64>::min()}.toDecimal(), "-9223372036.854775808"_ba);
    QCOMPARE(Money{std::numeric_limits<qint64>::max()}.toDecimal(), "9223372036.854775807"_ba);
    QCOMPARE(Money{1'234'500}.toDecimal(), "0.0012345"_ba);
    QCOMPARE(Money{2'000'000'000}.toDecimal(), "2"_ba);
    QCOMPARE(Money{-1}.toDecimal(), "-0.000000001"_ba);
    QCOMPARE(Money{}.toDecimal(), "0"_ba);
}

void TestBase::makesSortedUniqueIds()
{
    RequestIdMaker maker;
    const WallTime now = SystemClock().wall();
    const QByteArray first = maker.next(now);
    const QByteArray second = maker.next(now);
    const QByteArray later = maker.next(now + std::chrono::milliseconds(1));
    QCOMPARE(first.size(), 30);
    QVERIFY(first.startsWith("req_"));
    QVERIFY(first != second);
    QVERIFY(later.left(14) > first.left(14));
}

void TestBase::escapesJson()
{
    const QByteArray escaped = "a\\\"b\\\\c\\nd\\u0001";
    QCOMPARE(jsonEscaped("a\"b\\c\nd\x01"), escaped);
}

void TestBase::redactsKeys_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("redacted");
    QTest::newRow("key of a provider") << "bad key sk-proj-abcdef1234567890, sorry"_ba
                                       << "bad key [redacted], sorry"_ba;
    QTest::newRow("bearer") << "Authorization: Bearer abcdefghijkl123"_ba
                            << "Authorization: Bearer [redacted]"_ba;
    QTest::newRow("behind signs") << "a=sk-proj-abcdef1234567890 /gh-abcdefgh-0123456789"_ba
                                  << "a=[redacted] /[redacted]"_ba;
    QTest::newRow("words stay") << "task-list and sk-short"_ba
                                << "task-list and sk-short"_ba;
    QTest::newRow("inside a word stays") << "risk-assessment-of-everything"_ba
                                         << "risk-assessment-of-everything"_ba;
}

void TestBase::redactsKeys()
{
    QFETCH(QByteArray, text);
    QTEST(PatternRedactor().redacted(text), "redacted");
}

void TestBase::resultHoldsValueOrError()
{
    const Result<int> good = 3;
    const Result<int> bad = Error{ErrorCode::NotFound, u"no"_s};
    QVERIFY(good);
    QCOMPARE(*good, 3);
    QVERIFY(!bad);
    QCOMPARE(bad.error().code, ErrorCode::NotFound);
    QCOMPARE(bad.value_or(7), 7);
    QVERIFY(Result<void>());
}

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"
