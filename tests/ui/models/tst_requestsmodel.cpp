// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeadmintransport.h"
#include "tests/support/samplerequests.h"
#include "ui/models/histogrammodel.h"
#include "ui/models/requestexport.h"
#include "ui/models/requestsmodel.h"
#include "ui/models/seriescolours.h"
#include "ui/widgets/celldelegate.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

struct Bench {
    FakeAdminTransport *engine = new FakeAdminTransport;
    Api::AdminClient client{std::unique_ptr<Api::AdminTransport>(engine)};
    SeriesColours colours;
    RequestsModel model{client, colours};
    std::unique_ptr<QAbstractItemModelTester> tester = std::make_unique<QAbstractItemModelTester>(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);

    void load(const QJsonObject &page, const QString &filter = {})
    {
        engine->answer("GET /requests", page);
        QSignalSpy changed(&model, &RequestsModel::stateChanged);
        model.ask(filter, u"24h"_s);
        QVERIFY(changed.wait());
    }
    void tell(int first, int last) { engine->push(u"request"_s, sampleRequestPage(first, last)); }
    QVariant cell(const QString &id, int column, int role = Qt::DisplayRole) const
    {
        return model.index(model.rowOf(id), column).data(role);
    }
};

} // namespace

class tst_RequestsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void showsRowsNewestFirst();
    void readsOlderRowsWhenScrolled();
    void namesColumnsAndRowsForTests();
    void putsNewRowsOnTopWithoutReset();
    void keepsNewRowsWaitingWhilePaused();
    void holdsAtMostTheRing();
    void asksTheGatewayWhatPassesTheFilter();
    void keepsTheLastResultOnABadFilter();
    void showsRunningRequestsAboveAll();
    void saysUnpricedInsteadOfZero();
    void marksEstimates();
    void marksFallbacks();
    void readsHistograms();
    void exportsEveryPage();
    void exportsTextsThatSpreadsheetsDoNotRun();
    void leavesNoFileWhenTheExportFails();
};

void tst_RequestsModel::showsRowsNewestFirst()
{
    Bench bench;
    bench.load(sampleRequestPage(1, 3));
    QCOMPARE(bench.model.rowCount(), 3);
    QCOMPARE(bench.model.request(0).id, u"req_1"_s);
    QCOMPARE(bench.cell(u"req_1"_s, RequestsModel::Tokens).toString(), u"1,204 / 318"_s);
    QCOMPARE(bench.cell(u"req_1"_s, RequestsModel::Total).toString(), u"612 ms"_s);
    QCOMPARE(bench.engine->lastOf("GET /requests").query.queryItemValue(u"since"_s), u"24h"_s);
}

void tst_RequestsModel::readsOlderRowsWhenScrolled()
{
    Bench bench;
    bench.tester.reset(); // it fetches more by itself
    bench.load(sampleRequestPage(1, 3, u"c1"_s));
    QVERIFY(bench.model.canFetchMore({}));
    bench.engine->answer("GET /requests", sampleRequestPage(3, 5)); // row 3 comes twice
    bench.model.fetchMore({});
    QVERIFY(!bench.model.canFetchMore({}));
    QTRY_COMPARE(bench.model.rowCount(), 5);
    QCOMPARE(bench.engine->lastOf("GET /requests").query.queryItemValue(u"cursor"_s), u"c1"_s);
    QVERIFY(!bench.model.canFetchMore({}));
}

void tst_RequestsModel::namesColumnsAndRowsForTests()
{
    Bench bench;
    bench.load(sampleRequestPage(1, 1));
    QStringList keys;
    for (int column = 0; column < bench.model.columnCount(); ++column)
        keys.append(bench.model.headerData(column, Qt::Horizontal, Qt::UserRole).toString());
    QCOMPARE(keys.first(9).join(u' '),
             u"time status route model provider attempts tokens cost firstToken"_s);
    QCOMPARE(QSet<QString>(keys.cbegin(), keys.cend()).size(), keys.size());
    QCOMPARE(bench.model.index(0, 0).data(Qt::UserRole).toString(), u"req_1"_s);
}

void tst_RequestsModel::putsNewRowsOnTopWithoutReset()
{
    Bench bench;
    bench.load(sampleRequestPage(10, 12));
    QSignalSpy resets(&bench.model, &QAbstractItemModel::modelReset);
    QSignalSpy inserts(&bench.model, &QAbstractItemModel::rowsInserted);
    bench.tell(8, 10);
    bench.tell(5, 7);
    QTRY_COMPARE(bench.model.rowCount(), 8);
    QCOMPARE(bench.model.request(0).id, u"req_5"_s);
    QCOMPARE(inserts.size(), 1);
    QCOMPARE(resets.size(), 0);
}

void tst_RequestsModel::keepsNewRowsWaitingWhilePaused()
{
    Bench bench;
    bench.load(sampleRequestPage(10, 12));
    bench.model.setLive(false);
    bench.tell(8, 9);
    QCOMPARE(bench.model.waitingCount(), 2);
    QCOMPARE(bench.model.rowCount(), 3);
    bench.model.setLive(true);
    QCOMPARE(bench.model.rowCount(), 5);
    QCOMPARE(bench.model.waitingCount(), 0);
}

void tst_RequestsModel::holdsAtMostTheRing()
{
    Bench bench;
    bench.load(sampleRequestPage(10'000, 10'000 + RequestsModel::maxRows - 1, u"more"_s));
    bench.tell(1, 40);
    QTRY_COMPARE(bench.model.request(0).id, u"req_1"_s);
    QCOMPARE(bench.model.rowCount(), RequestsModel::maxRows);
    QVERIFY(bench.model.isFull());
    QVERIFY(!bench.model.canFetchMore({}));
}

void tst_RequestsModel::asksTheGatewayWhatPassesTheFilter()
{
    Bench bench;
    bench.load(sampleRequestPage(10, 12), u"status:200"_s);
    bench.engine->answer("GET /requests", sampleRequestPage(9, 12));
    bench.tell(1, 9);
    QTRY_COMPARE(bench.model.rowCount(), 4);
    QCOMPARE(bench.model.request(0).id, u"req_9"_s);
    QCOMPARE(bench.engine->lastOf("GET /requests").query.queryItemValue(u"filter"_s),
             u"status:200"_s);
}

void tst_RequestsModel::keepsTheLastResultOnABadFilter()
{
    Bench bench;
    bench.load(sampleRequestPage(1, 2));
    const QJsonObject error{{"code"_L1, u"invalid_request"_s},
                            {"message"_L1, u"latency needs a unit"_s},
                            {"path"_L1, u"latency>2"_s}};
    bench.engine->answer("GET /requests", {{"error"_L1, error}}, 400);
    QSignalSpy refused(&bench.model, &RequestsModel::filterRefused);
    bench.model.ask(u"latency>2"_s, u"24h"_s);
    QVERIFY(refused.wait());
    QCOMPARE(refused.constFirst(), (QVariantList{u"latency>2"_s, u"latency needs a unit"_s}));
    QCOMPARE(bench.model.rowCount(), 2);
    QCOMPARE(bench.model.filter(), QString());
}

void tst_RequestsModel::showsRunningRequestsAboveAll()
{
    Bench bench;
    bench.load(sampleRequestPage(10, 11));
    bench.engine->push(u"running"_s, sampleRequestPage(1, 2));
    QCOMPARE(bench.model.rowCount(), 4);
    QCOMPARE(bench.cell(u"req_1"_s, RequestsModel::Status).toString(), u"Running"_s);
    bench.tell(5, 5);
    QTRY_COMPARE(bench.model.request(2).id, u"req_5"_s);
    bench.engine->push(u"running"_s, {{"items"_L1, QJsonArray()}});
    QCOMPARE(bench.model.request(0).id, u"req_5"_s);
}

void tst_RequestsModel::saysUnpricedInsteadOfZero()
{
    Bench bench;
    QJsonObject row = sampleRequest(1);
    row["cost_nano_usd"_L1] = QJsonValue::Null;
    bench.load({{"items"_L1, QJsonArray{row}}});
    QCOMPARE(bench.cell(u"req_1"_s, RequestsModel::Cost).toString(), u"Unpriced"_s);
}

void tst_RequestsModel::marksEstimates()
{
    Bench bench;
    QJsonObject row = sampleRequest(1);
    row["tokens_estimated"_L1] = true;
    bench.load({{"items"_L1, QJsonArray{row}}});
    QCOMPARE(bench.cell(u"req_1"_s, RequestsModel::Tokens).toString(), u"≈ 1,204 / 318"_s);
    QCOMPARE(bench.cell(u"req_1"_s, RequestsModel::Tokens, Qt::AccessibleTextRole).toString(),
             u"About 1,204 tokens in, 318 tokens out"_s);
}

void tst_RequestsModel::marksFallbacks()
{
    Bench bench;
    QJsonObject row = sampleRequest(1);
    const QJsonObject failed{{"provider"_L1, u"anthropic"_s}, {"result"_L1, u"overloaded"_s}};
    QJsonArray attempts = row["attempts"_L1].toArray();
    attempts.prepend(failed);
    row["attempts"_L1] = attempts;
    bench.load({{"items"_L1, QJsonArray{row}}});
    QCOMPARE(bench.cell(u"req_1"_s, RequestsModel::Provider, CellRole::Detail).toString(),
             u"fallback"_s);
    QCOMPARE(bench.cell(u"req_1"_s, RequestsModel::Attempts, Qt::AccessibleTextRole).toString(),
             u"2 attempts, served by a fallback"_s);
}

void tst_RequestsModel::readsHistograms()
{
    const RequestHistogram histogram = parseHistogram({{"from"_L1, u"2026-11-22T11:00:00.000Z"_s},
                                                       {"to"_L1, u"2026-11-22T12:00:00.000Z"_s},
                                                       {"bucket_s"_L1, 1800},
                                                       {"requests"_L1, QJsonArray{4, 9}},
                                                       {"errors"_L1, QJsonArray{1}},
                                                       {"total"_L1, 13}});
    QCOMPARE(histogram.highest(), qint64(9));
    QCOMPARE(histogram.errors, (QList<qint64>{1, 0}));
    QCOMPARE(histogram.bucketStart(1).time(), QTime(11, 30));
}

void tst_RequestsModel::exportsEveryPage()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"requests.jsonl"_s);
    auto *engine = new FakeAdminTransport;
    Api::AdminClient client{std::unique_ptr<Api::AdminTransport>(engine)};
    engine->answer("GET /requests", sampleRequestPage(1, 2, u"c1"_s));
    RequestExport job(client, path, RequestExport::Format::JsonLines);
    QSignalSpy finished(&job, &RequestExport::finished);
    QSignalSpy progressed(&job, &RequestExport::progressed);
    connect(&job, &RequestExport::progressed, &job,
            [engine] { engine->answer("GET /requests", sampleRequestPage(3, 3)); });
    job.start(u"team:ops"_s, u"7d"_s);
    QVERIFY(finished.wait());
    QCOMPARE(finished.constFirst(), (QVariantList{qint64(3), QString()}));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), 3);
    QCOMPARE(engine->lastOf("GET /requests").query.queryItemValue(u"filter"_s), u"team:ops"_s);
}

void tst_RequestsModel::exportsTextsThatSpreadsheetsDoNotRun()
{
    QJsonObject row = sampleRequest(1);
    row["key_name"_L1] = u"=cmd|' /C calc'!A0"_s;
    row["team"_L1] = u"a,\"b\""_s;
    row["tokens_estimated"_L1] = true;
    const QByteArray line = RequestExport::csvLine(row);
    QVERIFY(line.contains(",'=cmd|' /C calc'!A0,"));
    QVERIFY(line.contains(",\"a,\"\"b\"\"\","));
    QVERIFY(line.contains(",371400,"));
    QVERIFY(line.endsWith(",true\n"));
    QVERIFY(RequestExport::csvHeader().endsWith(",tokens_estimated\n"));
    QVERIFY(RequestExport::csvHeader().startsWith("id,time,"));
}

void tst_RequestsModel::leavesNoFileWhenTheExportFails()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"requests.csv"_s);
    auto *engine = new FakeAdminTransport;
    Api::AdminClient client{std::unique_ptr<Api::AdminTransport>(engine)};
    engine->setReachable(false);
    RequestExport job(client, path, RequestExport::Format::Csv);
    QSignalSpy finished(&job, &RequestExport::finished);
    job.start({}, {});
    QVERIFY(finished.wait());
    QVERIFY(!finished.constFirst().at(1).toString().isEmpty());
    QVERIFY(!QFile::exists(path));
}

} // namespace Gatehouse::Ui

QTEST_GUILESS_MAIN(Gatehouse::Ui::tst_RequestsModel)
#include "tst_requestsmodel.moc"
