// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/queryrunner.h"
#include "core/ledger/schema.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Qt::StringLiterals;

class TestQueryRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsForTheBooksToBeMade();
};

void TestQueryRunner::waitsForTheBooksToBeMade()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"ledger.db"_s);
    auto database = Store::Database::open(path, {.applicationId = Ledger::ledgerApplicationId});
    QVERIFY(database);
    const FakeClock clock;
    Admin::QueryRunner queries(path, QTimeZone::utc(), clock);

    std::optional<Result<QJsonObject>> told;
    queries.ask([](Ledger::LedgerReader &books) { return books.requests({}); },
                [&told](const Result<QJsonObject> &answer) { told = answer; });
    bool isWorking = false;
    queries.run([] { return QJsonObject(); },
                [&isWorking](const Result<QJsonObject> &) { isWorking = true; });
    QTRY_VERIFY(isWorking); // behind the question, which found no tables
    QVERIFY(!told);

    QVERIFY(Ledger::migrateLedger(**database));
    QTRY_VERIFY(told);
    QVERIFY(*told);
    QVERIFY((**told)["items"_L1].toArray().isEmpty());
}

QTEST_GUILESS_MAIN(TestQueryRunner)
#include "tst_queryrunner.moc"
