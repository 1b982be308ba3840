// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/budgets/usageestimates.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using Access::UsageEstimates;

class TestUsageEstimates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsNothingAtFirst();
    void learnsTheFactorOfAModel();
    void learnsNothingFromEstimates();
    void isKeptOverARestart();
    void takesNoDamagedText_data();
    void takesNoDamagedText();
};

namespace {

Usage used(qint64 prompt, qint64 completion)
{
    return {.promptTokens = prompt, .completionTokens = completion, .known = true};
}

} // namespace

void TestUsageEstimates::knowsNothingAtFirst()
{
    const UsageEstimates estimates;
    QCOMPARE(estimates.usualPrompt("llama", 100), 100);
    QCOMPARE(estimates.bytesPerToken("llama"), 4.0);
    QVERIFY(estimates.upperPrompt("llama", 100) > 400);
}

void TestUsageEstimates::learnsTheFactorOfAModel()
{
    UsageEstimates estimates;
    for (int i = 0; i < 60; ++i)
        estimates.learn("llama", 100, used(130, 50), 150);
    QCOMPARE(estimates.usualPrompt("llama", 1000), 1300);
    QVERIFY(std::abs(estimates.bytesPerToken("llama") - 3) < 0.01);
    QCOMPARE(estimates.usualPrompt("other", 1000), 1000);
}

void TestUsageEstimates::learnsNothingFromEstimates()
{
    UsageEstimates estimates;
    Usage guess = used(500, 50);
    guess.estimated = true;
    estimates.learn("llama", 100, guess, 1000);
    QCOMPARE(estimates.usualPrompt("llama", 100), 100);
}

void TestUsageEstimates::isKeptOverARestart()
{
    UsageEstimates before;
    for (int i = 0; i < 9; ++i)
        before.learn("llama", 100, used(130 + i, 50), 150);
    UsageEstimates after;
    after.load(before.save());
    QCOMPARE(after.usualPrompt("llama", 777), before.usualPrompt("llama", 777));
    QCOMPARE(after.upperPrompt("llama", 777), before.upperPrompt("llama", 777));
    QCOMPARE(after.usualOutput("llama"), before.usualOutput("llama"));
    QCOMPARE(after.bytesPerToken("llama"), before.bytesPerToken("llama"));
}

void TestUsageEstimates::takesNoDamagedText_data()
{
    QTest::addColumn<QByteArray>("saved");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut") << QByteArray(R"({"llama":[1,2,3)");
    QTest::newRow("too few") << QByteArray(R"({"llama":[1,2,3,4]})");
    QTest::newRow("negative") << QByteArray(R"({"llama":[1,2,-3,4,5]})");
    QTest::newRow("text") << QByteArray(R"({"llama":[1,2,"3",4,5]})");
}

void TestUsageEstimates::takesNoDamagedText()
{
    QFETCH(const QByteArray, saved);
    UsageEstimates estimates;
    estimates.load(saved);
    QCOMPARE(estimates.usualPrompt("llama", 100), 100);
}

QTEST_GUILESS_MAIN(TestUsageEstimates)
#include "tst_usageestimates.moc"
