// SPDX-License-Identifier: GPL-3.0-or-later
//! Replays, contracts, invoices and chargeback reports through the admin API of a real engine.

#include "app/node/enginethread.h"
#include "core/api/httpadmintransport.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <memory>

using namespace Gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;

} // namespace

//! On sample data: 30 days of traffic are in the books.
class TestSpendAdmin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void unchangedReplayReproducesTheMonth();
    void replaysADiscount();
    void refusesABadReplay();
    void cancelsAReplay();
    void showsCommitments();
    void forecasts();
    void checksAnInvoice();
    void refusesABadInvoice();
    void writesChargeback();

private:
    QJsonObject send(const QByteArray &method, const QString &path, const QJsonObject &body = {},
                     const QUrlQuery &query = {})
    {
        Api::AdminCall *call = method == "GET" ? m_client->get(path, query)
            : method == "DELETE"               ? m_client->remove(path)
                                               : m_client->post(path, body);
        QJsonObject answer;
        bool done = false;
        connect(call, &Api::AdminCall::finished, this, [&](Api::AdminCall *finished) {
            answer = finished->reply().body;
            m_status = finished->reply().status;
            done = true;
        });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(done, patience); }();
        return answer;
    }
    QJsonObject document() { return send("GET", u"/config"_s)["document"_L1].toObject(); }
    //! The result of a replay that is waited for.
    QJsonObject replay(const QJsonObject &document)
    {
        const QString id = send("POST", u"/simulate"_s, {{u"document"_s, document}, {u"since"_s, u"40d"_s}})["id"_L1].toString();
        QJsonObject job;
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT((job = send("GET", u"/simulate/"_s + id))["state"_L1] != u"running"_s, patience);
        }();
        return job["result"_L1].toObject();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Node::EngineThread> m_engine;
    std::unique_ptr<Api::AdminClient> m_client;
    int m_status = 0;
};

void TestSpendAdmin::initTestCase()
{
    const QString data = m_folder.filePath(u"data"_s);
    m_engine = std::make_unique<Node::EngineThread>(Node::NodeOptions{
        .dataFolder = data, .configFile = {}, .listen = {}, .adminListen = {}, .demo = true, .serve = false});
    QSignalSpy started(m_engine.get(), &Node::EngineThread::started);
    m_engine->start();
    QVERIFY(started.wait(patience));
    m_client = std::make_unique<Api::AdminClient>(std::make_unique<Api::HttpAdminTransport>(
        [data] { return Api::AdminAddress::ofDataFolder(data); }));
}

void TestSpendAdmin::cleanupTestCase()
{
    m_client.reset();
    QSignalSpy stopped(m_engine.get(), &Node::EngineThread::stopped);
    m_engine->shutDown();
    QVERIFY(stopped.wait(patience));
    m_engine.reset();
}

void TestSpendAdmin::unchangedReplayReproducesTheMonth()
{
    const QJsonObject result = replay(document());
    QUrlQuery span;
    span.addQueryItem(u"since"_s, u"40d"_s);
    const qint64 booked = send("GET", u"/usage"_s, {}, span)["items"_L1][0]["cost_nano_usd"_L1].toInteger();
    QVERIFY(booked > 0);
    QCOMPARE(result["cost_before_nano_usd"_L1].toInteger(), booked);
    QCOMPARE(result["cost_after_nano_usd"_L1].toInteger(), booked);
    QCOMPARE(result["moved"_L1].toInteger(), 0);
    QCOMPARE(result["refused"_L1].toInteger(), 0);
}

void TestSpendAdmin::replaysADiscount()
{
    QJsonObject changed = document();
    QJsonArray providers = changed["providers"_L1].toArray();
    for (qsizetype i = 0; i < providers.size(); ++i) {
        QJsonObject provider = providers[i].toObject();
        provider.insert(u"price_multiplier"_s, 0.01);
        providers[i] = provider;
    }
    changed.insert(u"providers"_s, providers);
    const QJsonObject result = replay(changed);
    QVERIFY(result["cost_after_nano_usd"_L1].toInteger() < result["cost_before_nano_usd"_L1].toInteger());
    QCOMPARE(result["moved"_L1].toInteger(), 0);
}

void TestSpendAdmin::refusesABadReplay()
{
    send("POST", u"/simulate"_s);
    QCOMPARE(m_status, 400);
    const QJsonObject wrong = send("POST", u"/simulate"_s, {{u"document"_s, QJsonObject{{u"version"_s, 1}, {u"nonsense"_s, 1}}}});
    QCOMPARE(m_status, 422);
    QCOMPARE(wrong["error"_L1]["path"_L1].toString(), u"nonsense"_s);
    const QJsonObject filter = send("POST", u"/simulate"_s, {{u"document"_s, document()}, {u"filter"_s, u"colour:red"_s}});
    QCOMPARE(filter["error"_L1]["path"_L1].toString(), u"filter"_s);
    const QJsonObject since = send("POST", u"/simulate"_s, {{u"document"_s, document()}, {u"since"_s, u"soon"_s}});
    QCOMPARE(since["error"_L1]["path"_L1].toString(), u"since"_s);
    send("GET", u"/simulate/sim-99"_s);
    QCOMPARE(m_status, 404);
}

void TestSpendAdmin::cancelsAReplay()
{
    const QString path = u"/simulate/"_s + send("POST", u"/simulate"_s, {{u"document"_s, document()}, {u"since"_s, u"40d"_s}})["id"_L1].toString();
    QCOMPARE(m_status, 202);
    const QJsonObject cancelled = send("DELETE", path);
    QVERIFY(cancelled["state"_L1] == u"cancelled"_s || cancelled["state"_L1] == u"done"_s);
}

void TestSpendAdmin::showsCommitments()
{
    QVERIFY(send("GET", u"/commitments"_s)["items"_L1].isArray());
    QCOMPARE(m_status, 200);
}

void TestSpendAdmin::forecasts()
{
    const QJsonObject forecast = send("GET", u"/forecast"_s);
    QCOMPARE(forecast["missing_days"_L1].toInt(), 0);
    QVERIFY(forecast["expected_nano_usd"_L1].toInteger() >= forecast["so_far_nano_usd"_L1].toInteger());
}

void TestSpendAdmin::checksAnInvoice()
{
    const QString provider = document()["providers"_L1][0]["id"_L1].toString();
    const QString day = QDate::currentDate().addDays(-2).toString(Qt::ISODate);
    const QJsonObject check = send("POST", u"/invoices/check"_s, {{u"provider"_s, provider}, {u"text"_s, u"date,model,cost\n%1,unheard-of,5\n"_s.arg(day)}});
    QCOMPARE(m_status, 200);
    QCOMPARE(check["form"_L1].toString(), u"generic"_s);
    QVERIFY(check["models"_L1].toArray().size() > 1); // what the books have, too
}

void TestSpendAdmin::refusesABadInvoice()
{
    const QString provider = document()["providers"_L1][0]["id"_L1].toString();
    const QJsonObject wrong = send("POST", u"/invoices/check"_s, {{u"provider"_s, provider}, {u"text"_s, u"date,model,cost\n2026-11-01,m,much\n"_s}});
    QCOMPARE(m_status, 400);
    QCOMPARE(wrong["error"_L1]["path"_L1].toString(), u"line 2, cost"_s);
    const QJsonObject nobody = send("POST", u"/invoices/check"_s, {{u"provider"_s, u"nobody"_s}, {u"text"_s, u"x"_s}});
    QCOMPARE(nobody["error"_L1]["path"_L1].toString(), u"provider"_s);
}

void TestSpendAdmin::writesChargeback()
{
    QUrlQuery query;
    query.addQueryItem(u"format"_s, u"pdf"_s);
    const QJsonObject pdf = send("GET", u"/reports/chargeback"_s, {}, query);
    QVERIFY(QByteArray::fromBase64(pdf["content_base64"_L1].toString().toLatin1()).startsWith("%PDF"));
    QVERIFY(pdf["name"_L1].toString().endsWith(u".pdf"_s));
    QUrlQuery wrong;
    wrong.addQueryItem(u"month"_s, u"november"_s);
    QCOMPARE(send("GET", u"/reports/chargeback"_s, {}, wrong)["error"_L1]["path"_L1].toString(), u"month"_s);
}

QTEST_GUILESS_MAIN(TestSpendAdmin)
#include "tst_spendadmin.moc"
