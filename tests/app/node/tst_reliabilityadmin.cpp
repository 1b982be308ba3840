// SPDX-License-Identifier: GPL-3.0-or-later
//! Reports, objectives and breakers through the admin API of a running engine.

#include "app/node/enginethread.h"
#include "core/api/httpadmintransport.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 15'000;

} // namespace

class TestReliabilityAdmin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void reportsOfNothing();
    void refusesAnUnknownMeasure();
    void objectivesAreSetAndAudited();
    void refusesAnImpossibleObjective();
    void holdsAndResetsABreaker();
    void refusesAnUnknownBreakerAction();
    void tellsThatARouteHasNoTarget();
    void acknowledgesAnIncident();

private:
    Api::AdminReply wait(Api::AdminCall *call) const;
    Api::AdminReply act(const QString &action) const;
    QString breakerState() const;
    QStringList auditedActions() const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Node::EngineThread> m_engine;
    std::unique_ptr<Api::AdminClient> m_client;
};

void TestReliabilityAdmin::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    const QString folder = m_dir->filePath(u"data"_s);
    m_engine = std::make_unique<Node::EngineThread>(Node::NodeOptions{
        .dataFolder = folder, .configFile = {}, .listen = {u"127.0.0.1:0"_s}, .adminListen = {}});
    QSignalSpy started(m_engine.get(), &Node::EngineThread::started);
    m_engine->start();
    QVERIFY(started.wait(patience));
    m_client = std::make_unique<Api::AdminClient>(std::make_unique<Api::HttpAdminTransport>(
        [folder] { return Api::AdminAddress::ofDataFolder(folder); }));
    QVERIFY(wait(m_client->post(u"/providers"_s,
                                {{u"id"_s, u"local"_s},
                                 {u"dialect"_s, u"openai"_s},
                                 {u"base_url"_s, u"http://127.0.0.1:9/v1"_s},
                                 {u"models"_s, QJsonArray{u"m"_s}}}))
                .status
            < 300);
    const QJsonObject target{{u"provider"_s, u"local"_s}, {u"model"_s, u"m"_s}};
    QVERIFY(wait(m_client->post(u"/routes"_s,
                                {{u"id"_s, u"fast"_s}, {u"targets"_s, QJsonArray{target}}}))
                .status
            < 300);
}

void TestReliabilityAdmin::cleanup()
{
    m_client.reset();
    m_engine.reset();
}

Api::AdminReply TestReliabilityAdmin::wait(Api::AdminCall *call) const
{
    Api::AdminReply reply;
    bool finished = false;
    connect(call, &Api::AdminCall::finished, this, [&](Api::AdminCall *answered) {
        reply = answered->reply();
        finished = true;
    });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(finished, patience); }();
    return reply;
}

Api::AdminReply TestReliabilityAdmin::act(const QString &action) const
{
    return wait(m_client->post(u"/providers/local/breaker"_s,
                               {{u"model"_s, u"m"_s}, {u"action"_s, action}}));
}

QString TestReliabilityAdmin::breakerState() const
{
    const QJsonArray breakers =
        wait(m_client->get(u"/reliability"_s)).body.value("breakers"_L1).toArray();
    return breakers.first().toObject().value("state"_L1).toString();
}

QStringList TestReliabilityAdmin::auditedActions() const
{
    QStringList actions;
    for (const QJsonValue &record :
         wait(m_client->get(u"/audit"_s)).body.value("items"_L1).toArray())
        actions.append(record["action"_L1].toString());
    return actions;
}

void TestReliabilityAdmin::reportsOfNothing()
{
    const QJsonObject latency = wait(m_client->get(u"/latency"_s)).body;
    QCOMPARE(latency.value("samples"_L1).toInteger(-1), 0);
    const QJsonObject reliability = wait(m_client->get(u"/reliability"_s)).body;
    const QJsonObject usage = wait(m_client->get(u"/usage"_s)).body;
    for (const QJsonObject &report : {latency, reliability, usage}) // says that it lacks nothing
        QVERIFY(report.value("missing"_L1).isArray()
                && report.value("missing"_L1).toArray().isEmpty());
    QVERIFY(reliability.value("success"_L1).toObject().value("rate"_L1).isNull());
    const QJsonObject objective = reliability.value("objectives"_L1).toArray().first().toObject();
    QCOMPARE(objective.value("id"_L1).toString(), u"route:fast"_s);
    QVERIFY(objective.value("budget_left"_L1).isNull());
}

void TestReliabilityAdmin::refusesAnUnknownMeasure()
{
    QUrlQuery query;
    query.addQueryItem(u"measure"_s, u"taste"_s);
    const Api::AdminReply reply = wait(m_client->get(u"/latency"_s, query));
    QVERIFY(reply.status >= 400);
    QCOMPARE(reply.body.value("error"_L1).toObject().value("path"_L1).toString(), u"measure"_s);
}

void TestReliabilityAdmin::objectivesAreSetAndAudited()
{
    const QString path = u"/reliability/objectives/route%3Afast"_s;
    QCOMPARE(wait(m_client->put(path, {{u"target"_s, 0.999}, {u"days"_s, 7}})).status, 200);
    const QJsonObject objective = wait(m_client->get(u"/reliability"_s))
                                      .body.value("objectives"_L1)
                                      .toArray()
                                      .first()
                                      .toObject();
    QCOMPARE(objective.value("target"_L1).toDouble(), 0.999);
    QCOMPARE(objective.value("days"_L1).toInt(), 7);
    QVERIFY(auditedActions().contains(u"objective.set"_s));
    QCOMPARE(wait(m_client->remove(path)).status, 200);
}

void TestReliabilityAdmin::refusesAnImpossibleObjective()
{
    const Api::AdminReply reply =
        wait(m_client->put(u"/reliability/objectives/route%3Afast"_s, {{u"target"_s, 1.0}}));
    QVERIFY(reply.status >= 400);
    QCOMPARE(reply.body.value("error"_L1).toObject().value("path"_L1).toString(), u"target"_s);
}

void TestReliabilityAdmin::holdsAndResetsABreaker()
{
    QCOMPARE(breakerState(), u"closed"_s);
    QCOMPARE(act(u"hold"_s).status, 200);
    QCOMPARE(breakerState(), u"held"_s);
    QVERIFY(auditedActions().contains(u"breaker.hold"_s));
    const auto changes = [this] {
        return wait(m_client->get(u"/reliability"_s))
            .body.value("breakers"_L1)
            .toArray()
            .first()
            .toObject()
            .value("changes"_L1)
            .toArray();
    };
    QTRY_COMPARE_WITH_TIMEOUT(changes().size(), 1, patience); // the engine looks once a second
    QCOMPARE(act(u"reset"_s).status, 200);
    QCOMPARE(breakerState(), u"closed"_s);
}

void TestReliabilityAdmin::refusesAnUnknownBreakerAction()
{
    QVERIFY(act(u"kick"_s).status >= 400);
    QCOMPARE(wait(m_client->post(u"/providers/nobody/breaker"_s, {})).status, 404);
}

void TestReliabilityAdmin::tellsThatARouteHasNoTarget()
{
    QCOMPARE(act(u"hold"_s).status, 200);
    const QJsonArray problems =
        wait(m_client->get(u"/status"_s)).body.value("problems"_L1).toArray();
    QStringList codes;
    for (const QJsonValue &problem : problems)
        codes.append(problem["code"_L1].toString());
    QVERIFY(codes.contains(u"route_without_target:fast"_s));
}

void TestReliabilityAdmin::acknowledgesAnIncident()
{
    QCOMPARE(wait(m_client->post(u"/reliability/incidents/local%402026/acknowledge"_s)).status,
             200);
    QVERIFY(auditedActions().contains(u"incident.acknowledge"_s));
}

QTEST_GUILESS_MAIN(TestReliabilityAdmin)
#include "tst_reliabilityadmin.moc"
