// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/hedgebudget.h"

#include <QtTest/QTest>

using Gatehouse::Routing::HedgeBudget;

class TestHedgeBudget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneIsFree()
    {
        HedgeBudget budget;
        QVERIFY(budget.spend());
        QVERIFY(!budget.spend());
    }

    void eachRequestEarnsItsPercent()
    {
        HedgeBudget budget;
        QVERIFY(budget.spend());
        int spent = 0;
        for (int request = 0; request < 1000; ++request) {
            budget.earn(2.5);
            spent += budget.spend() ? 1 : 0;
        }
        QCOMPARE(spent, 25);
    }

    void keepsOnlyAFew()
    {
        HedgeBudget budget;
        for (int request = 0; request < 1000; ++request)
            budget.earn(100);
        int spent = 0;
        while (budget.spend())
            ++spent;
        QCOMPARE(spent, 10);
    }
};

QTEST_GUILESS_MAIN(TestHedgeBudget)
#include "tst_hedgebudget.moc"
