// SPDX-License-Identifier: GPL-3.0-or-later
//! From the ordinary engine to sample data and back, while whoever looks stays.

#include "app/node/demomode.h"
#include "core/api/httpadmintransport.h"

#include <QtCore/QFile>
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

void TestDemoMode::endsWithoutAnEngine()
{
    Bench bench;
    QSignalSpy ended(&bench.mode, &DemoMode::ended);
    bench.mode.shutDown();
    QVERIFY(ended.wait(patience));
}

QTEST_GUILESS_MAIN(TestDemoMode)
#include "tst_demomode.moc"
