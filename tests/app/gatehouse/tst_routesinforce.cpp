// SPDX-License-Identifier: GPL-3.0-or-later
//! The routes page on a real engine: what is published there decides where requests go.

#include "app/node/enginethread.h"
#include "core/api/httpadmintransport.h"
#include "tests/support/scriptedserver.h"
#include "ui/models/configurationmodel.h"
#include "ui/models/seriescolours.h"
#include "ui/models/statusmodel.h"
#include "ui/pages/routes/routespage.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QDialog>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QLabel>

using namespace Gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 15'000;
constexpr int requestsSent = 20;

//! A model list and a finished chat at once, so that a script need not tell requests apart.
QByteArray answerOf(const QByteArray &model)
{
    const QByteArray body = R"({"object":"list","data":[{"id":")" + model + R"("}],"model":")"
        + model
        + R"(","choices":[{"index":0,"message":{"role":"assistant","content":"OK"},)"
          R"("finish_reason":"stop"}],"usage":{"prompt_tokens":9,"completion_tokens":2}})";
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QJsonObject providerOf(const QString &id, quint16 port)
{
    return {{u"id"_s, id},
            {u"dialect"_s, u"openai"_s},
            {u"base_url"_s, u"http://127.0.0.1:%1/v1"_s.arg(port)},
            {u"self_hosted"_s, true},
            {u"models"_s, QJsonArray{u"model-%1"_s.arg(id)}}};
}

QJsonObject targetOf(const QString &id, double weight)
{
    return {{u"provider"_s, id}, {u"model"_s, u"model-%1"_s.arg(id)}, {u"weight"_s, weight}};
}

} // namespace

class TestRoutesInForce : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void publishedWeightsDecide();
    void explainsTheDraftWithoutPublishing();

private:
    QJsonObject answerTo(Api::AdminCall *call) const;
    QJsonArray targets() const;
    //! How many of the requests went to provider "a".
    int servedByA() const;
    void setWeight(int row, double weight);
    void click(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedServer> m_a;
    std::unique_ptr<ScriptedServer> m_b;
    std::unique_ptr<Node::EngineThread> m_engine;
    std::unique_ptr<Api::AdminClient> m_client;
    std::unique_ptr<Ui::ConfigurationModel> m_configuration;
    std::unique_ptr<Ui::StatusModel> m_status;
    Ui::SeriesColours m_colours;
    std::unique_ptr<Ui::RoutesPage> m_page;
    QString m_baseUrl;
    QByteArray m_key;
};

void TestRoutesInForce::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString folder = m_folder->filePath(u"data"_s);
    m_a =
        std::make_unique<ScriptedServer>(Script().waitRequest().send(answerOf("model-a")).repeat());
    m_b =
        std::make_unique<ScriptedServer>(Script().waitRequest().send(answerOf("model-b")).repeat());
    m_engine = std::make_unique<Node::EngineThread>(Node::NodeOptions{
        .dataFolder = folder, .configFile = {}, .listen = {u"127.0.0.1:0"_s}, .adminListen = {}});
    QSignalSpy started(m_engine.get(), &Node::EngineThread::started);
    m_engine->start();
    QVERIFY(started.wait(patience));
    m_client = std::make_unique<Api::AdminClient>(std::make_unique<Api::HttpAdminTransport>(
        [folder] { return Api::AdminAddress::ofDataFolder(folder); }));
    m_client->start();
    const QJsonObject route{{u"id"_s, u"fast"_s},
                            {u"strategy"_s, u"weighted"_s},
                            {u"targets"_s, QJsonArray{targetOf(u"a"_s, 1), targetOf(u"b"_s, 0)}}};
    const QJsonObject document{
        {u"version"_s, 1},
        {u"gateway"_s, QJsonObject{{u"listen"_s, QJsonArray{u"127.0.0.1:0"_s}}}},
        {u"providers"_s,
         QJsonArray{providerOf(u"a"_s, m_a->port()), providerOf(u"b"_s, m_b->port())}},
        {u"routes"_s, QJsonArray{route}}};
    QVERIFY(
        answerTo(m_client->put(u"/config"_s, {{u"document"_s, document}})).contains("revision"_L1));
    const QJsonObject key = answerTo(
        m_client->post(u"/keys"_s, {{u"name"_s, u"tests"_s}, {u"routes"_s, QJsonArray{u"*"_s}}}));
    m_key = key.value("secret"_L1).toString().toLatin1();
    m_baseUrl = answerTo(m_client->get(u"/status"_s)).value("base_url"_L1).toString();
    m_configuration = std::make_unique<Ui::ConfigurationModel>(*m_client);
    m_status = std::make_unique<Ui::StatusModel>(*m_client);
    m_page = std::make_unique<Ui::RoutesPage>(*m_client, *m_configuration, *m_status, m_colours);
    m_page->resize(1218, 800);
    m_page->show();
    QTRY_VERIFY_WITH_TIMEOUT(m_page->isReady(), patience);
}

void TestRoutesInForce::cleanup()
{
    m_page.reset();
    m_status.reset();
    m_configuration.reset();
    m_client.reset();
    QSignalSpy stopped(m_engine.get(), &Node::EngineThread::stopped);
    m_engine->shutDown();
    QVERIFY(stopped.wait(patience));
    m_engine.reset();
}

QJsonObject TestRoutesInForce::answerTo(Api::AdminCall *call) const
{
    QJsonObject body;
    bool done = false;
    connect(call, &Api::AdminCall::finished, this, [&](Api::AdminCall *answered) {
        body = answered->reply().body;
        done = true;
    });
    [&done] { QTRY_VERIFY_WITH_TIMEOUT(done, patience); }();
    return body;
}

QJsonArray TestRoutesInForce::targets() const
{
    const QJsonObject routes = answerTo(m_client->get(u"/routes"_s));
    return routes.value("items"_L1).toArray().at(0)["targets"_L1].toArray();
}

int TestRoutesInForce::servedByA() const
{
    QNetworkAccessManager network;
    int byA = 0;
    for (int i = 0; i < requestsSent; ++i) {
        QNetworkRequest request(QUrl(m_baseUrl + u"/chat/completions"));
        request.setRawHeader("Authorization", "Bearer " + m_key);
        request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
        QNetworkReply *reply = network.post(
            request, R"({"model":"fast","messages":[{"role":"user","content":"hi"}]})"_ba);
        QSignalSpy finished(reply, &QNetworkReply::finished);
        finished.wait(patience);
        byA += reply->rawHeader("x-gatehouse-provider") == "a" ? 1 : 0;
    }
    return byA;
}

void TestRoutesInForce::click(const QString &name) const
{
    const auto ready = [this, &name] {
        const auto *button = m_page->findChild<QAbstractButton *>(name);
        return button && button->isVisible() && button->isEnabled();
    };
    QTRY_VERIFY2_WITH_TIMEOUT(ready(), qPrintable(name), patience);
    QTest::mouseClick(m_page->findChild<QAbstractButton *>(name), Qt::LeftButton);
}

void TestRoutesInForce::setWeight(int row, double weight)
{
    auto *table = m_page->findChild<Ui::TableView *>(u"routes.targetsTable"_s);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(row, 2));
    QTest::keyClick(table, Qt::Key_F2);
    auto *spin = table->findChild<QDoubleSpinBox *>(u"routes.targetsTable.editor"_s);
    QVERIFY(spin);
    spin->selectAll();
    QTest::keyClicks(spin, QString::number(weight));
    QTest::keyClick(spin, Qt::Key_Return);
    QTRY_COMPARE(table->model()->index(row, 2).data(Qt::EditRole).toDouble(), weight);
    QTRY_VERIFY(!table->findChild<QDoubleSpinBox *>(u"routes.targetsTable.editor"_s));
}

void TestRoutesInForce::publishedWeightsDecide()
{
    QCOMPARE(servedByA(), requestsSent);
    setWeight(1, 9);
    setWeight(0, 0);
    const auto *draft = m_page->findChild<QLabel *>(u"routes.draftLabel"_s);
    QCOMPARE(draft->text(), u"Draft: 1 changes"_s);
    click(u"routes.checkButton"_s);
    const auto *result = m_page->findChild<QLabel *>(u"routes.checkLabel"_s);
    QTRY_VERIFY_WITH_TIMEOUT(result->text().contains(u"problems"_s), patience);
    QCOMPARE(targets().at(1)["weight"_L1].toDouble(), 0.0);

    click(u"routes.publishButton"_s);
    click(u"routes.publishDialog.publishButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_configuration->canUndo(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(draft->text(), u"No changes"_s, patience);
    QCOMPARE(targets().at(1)["weight"_L1].toDouble(), 9.0);
    QCOMPARE(servedByA(), 0);

    QSignalSpy undone(m_configuration.get(), &Ui::ConfigurationModel::undone);
    m_configuration->undo();
    QVERIFY(undone.wait(patience));
    QCOMPARE(targets().at(1)["weight"_L1].toDouble(), 0.0);
    QCOMPARE(servedByA(), requestsSent);
}

void TestRoutesInForce::explainsTheDraftWithoutPublishing()
{
    const QJsonObject body{
        {u"model"_s, u"fast"_s},
        {u"messages"_s, QJsonArray{QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, u"hi"_s}}}}};
    const QJsonObject route{{u"id"_s, u"fast"_s},
                            {u"targets"_s, QJsonArray{targetOf(u"b"_s, 1), targetOf(u"a"_s, 1)}}};
    const QJsonObject draft = answerTo(
        m_client->post(u"/explain"_s, {{u"body"_s, body}, {u"routes"_s, QJsonArray{route}}}));
    QCOMPARE(draft.value("plan"_L1).toArray(), (QJsonArray{u"b/model-b"_s, u"a/model-a"_s}));
    const QJsonObject live = answerTo(m_client->post(u"/explain"_s, {{u"body"_s, body}}));
    QCOMPARE(live.value("plan"_L1).toArray().at(0).toString(), u"a/model-a"_s);

    const QJsonObject lost{{u"id"_s, u"fast"_s},
                           {u"targets"_s, QJsonArray{targetOf(u"nobody"_s, 1)}}};
    const QJsonObject refused = answerTo(
        m_client->post(u"/explain"_s, {{u"body"_s, body}, {u"routes"_s, QJsonArray{lost}}}));
    QCOMPARE(refused["error"_L1]["path"_L1].toString(), u"routes[0].targets[0].provider"_s);
}

QTEST_MAIN(TestRoutesInForce)
#include "tst_routesinforce.moc"
