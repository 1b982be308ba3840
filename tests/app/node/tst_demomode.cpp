// SPDX-License-Identifier: GPL-3.0-or-later
//! From the ordinary engine to sample data and back, while whoever looks stays.

#include "app/node/demomode.h"
#include "core/api/httpadmintransport.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Node;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;

struct Bench {
    const QTemporaryDir dir;
    const QString folder = dir.filePath(u"data"_s);
    DemoMode mode{{.dataFolder = folder,
                   .configFile = {},
                   .listen = {u"127.0.0.1:0"_s},
                   .adminListen = {},
                   .mustListen = false}};
    QSignalSpy ready{&mode, &DemoMode::ready};
    Api::AdminClient client{
        std::make_unique<Api::HttpAdminTransport>([this] { return mode.locate(); })};

    //! One answer of the present engine.
    QJsonObject ask(const QString &path)
    {
        QJsonObject body;
        Api::AdminCall *call = client.get(path);
        QSignalSpy finished(call, &Api::AdminCall::finished);
        QObject::connect(call, &Api::AdminCall::finished, &mode,
                         [&body](Api::AdminCall *done) { body = done->reply().body; });
        finished.wait(patience);
        return body;
    }
};

} // namespace

class TestDemoMode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesToSampleDataAndBack();
    void startsOnSampleData();
    void everyReportHasSomethingToTell();
    void endsWithoutAnEngine();
};

void TestDemoMode::goesToSampleDataAndBack()
{
    Bench bench;
    bench.mode.start(false);
    QVERIFY(bench.ready.wait(patience));
    QCOMPARE(bench.ask(u"/status"_s).value("demo"_L1).toBool(), false);
    QSignalSpy changed(&bench.mode, &DemoMode::changed);

    bench.mode.enter();
    QVERIFY(bench.ready.wait(patience));
    QVERIFY(bench.mode.isOn());
    const QJsonObject demo = bench.ask(u"/status"_s);
    QCOMPARE(demo.value("demo"_L1).toBool(), true);
    const QString sample = demo.value("data_dir"_L1).toString();
    QVERIFY(sample != bench.folder);
    QVERIFY(bench.ask(u"/overview"_s).value("has_requests"_L1).toBool());

    bench.mode.leave();
    QVERIFY(bench.ready.wait(patience));
    QVERIFY(!QFile::exists(sample));
    QCOMPARE(bench.ask(u"/status"_s).value("data_dir"_L1).toString(), bench.folder);
    QCOMPARE(bench.ask(u"/overview"_s).value("has_requests"_L1).toBool(), false);
    QCOMPARE(changed.count(), 2);
}

void TestDemoMode::startsOnSampleData()
{
    Bench bench;
    bench.mode.start(true);
    QVERIFY(bench.ready.wait(patience));
    const QString sample = bench.ask(u"/status"_s).value("data_dir"_L1).toString();
    QVERIFY(!QFile::exists(bench.folder));
    QSignalSpy ended(&bench.mode, &DemoMode::ended);
    bench.mode.shutDown();
    QVERIFY(ended.wait(patience));
    QVERIFY(!QFile::exists(sample + u"/run/admin.json"_s));
}

void TestDemoMode::everyReportHasSomethingToTell()
{
    Bench bench;
    bench.mode.start(true);
    QVERIFY(bench.ready.wait(patience));
    const QJsonObject month = bench.ask(u"/overview"_s).value("spend_month"_L1).toObject();
    QVERIFY(month.value("budget_nano_usd"_L1).toInteger() > 0);
    QVERIFY(bench.ask(u"/budgets"_s).value("items"_L1).toArray().size() > 2);
    const QJsonObject traffic = bench.ask(u"/routes/chat-default/traffic"_s);
    QCOMPARE(traffic.value("series"_L1)["times"_L1].toArray().size(), 24);
    const QJsonObject busiest = traffic.value("targets"_L1)[0].toObject();
    QVERIFY(busiest.value("requests"_L1).toInt() > 0);
    QCOMPARE(busiest.value("counts"_L1).toArray().size(), 24);
    QVERIFY(busiest.value("name"_L1).toString().endsWith("(sample)"_L1));
    const QJsonObject spent = bench.ask(u"/usage"_s).value("items"_L1)[0].toObject();
    QVERIFY(spent.value("requests"_L1).toInt() > 0);
    QVERIFY(bench.ask(u"/people"_s).value("items"_L1).toArray().size() > 3);
    QCOMPARE(bench.ask(u"/commitments"_s).value("items"_L1).toArray().size(), 1);
    const QJsonObject canary = bench.ask(u"/routes/fast/trials"_s).value("canary"_L1).toObject();
    QVERIFY(canary.value("trial"_L1)["requests"_L1].toInt() >= canary["least_requests"_L1].toInt());
    const QJsonObject shadow =
        bench.ask(u"/routes/chat-default/trials"_s).value("shadow"_L1).toObject();
    QVERIFY(shadow.value("trial"_L1)["requests"_L1].toInt() > 0);
    QVERIFY(bench.ask(u"/recording"_s).value("recorded"_L1).toInt() > 0);
    bench.mode.shutDown();
}

void TestDemoMode::endsWithoutAnEngine()
{
    Bench bench;
    QSignalSpy ended(&bench.mode, &DemoMode::ended);
    bench.mode.shutDown();
    QVERIFY(ended.wait(patience));
}

QTEST_GUILESS_MAIN(TestDemoMode)
#include "tst_demomode.moc"
