// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/driftbook.h"
#include "tests/support/fakeclock.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Routing;
using namespace std::chrono_literals;

class DriftBookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparesNames();
    void tellsOnceAnHour();
};

void DriftBookTest::comparesNames()
{
    QVERIFY(isAnotherModel("gpt-4o-2024-08-06", "gpt-4o-2024-11-20"));
    QVERIFY(!isAnotherModel("gpt-4o-2024-08-06", "gpt-4o-2024-08-06"));
    QVERIFY(!isAnotherModel("gemini-2.5-pro", "models/gemini-2.5-pro"));
    QVERIFY(!isAnotherModel("m", {}));
}

void DriftBookTest::tellsOnceAnHour()
{
    FakeClock clock;
    DriftBook book;
    book.note("p", "m", "n", clock.steady());
    book.note("p", "m", "n", clock.steady());
    book.note("q", "m", "n", clock.steady());
    QCOMPARE(book.take().size(), 2U);
    clock.advance(59min);
    book.note("p", "m", "n", clock.steady());
    QVERIFY(book.take().empty());
    clock.advance(2min);
    book.note("p", "m", "o", clock.steady());
    const std::vector<DriftBook::Drift> told = book.take();
    QCOMPARE(told.size(), 1U);
    QVERIFY((told.front() == DriftBook::Drift{"p", "m", "o"}));
}

QTEST_GUILESS_MAIN(DriftBookTest)
#include "tst_driftbook.moc"
