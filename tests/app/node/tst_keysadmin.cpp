// SPDX-License-Identifier: GPL-3.0-or-later
//! Keys and teams through the admin API of a real engine.

#include "app/node/enginethread.h"
#include "core/api/httpadmintransport.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <memory>

using namespace Gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 15'000;

} // namespace

class TestKeysAdmin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keepsANote();
    void datesTheKeysOfAProvider();
    void changesAKey();
    void refusesAWrongChange();
    void keepsAnExpiryThatHasNotChanged();
    void tellsOfARotation();
    void restoresADeletedKey();
    void refusesToRestoreIntoAGoneTeam();
    void managesTeams();
    void startsKeysWithTheLimitsOfTheirTeam();
    void keepsATeamThatHasKeys();
    void tellsTheHistoryOfAKey();
    void movesASecret();
    void refusesToMoveASecret();

private:
    //! Sends and waits; the status in m_status.
    QJsonObject send(const QByteArray &method, const QString &path, const QJsonObject &body = {},
                     const QUrlQuery &query = {})
    {
        Api::AdminCall *call = method == "GET" ? m_client->get(path, query)
            : method == "PUT"                  ? m_client->put(path, body)
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
    QString makeKey(const QJsonObject &more = {})
    {
        QJsonObject body{{"name"_L1, u"laptop"_s}};
        for (auto it = more.begin(); it != more.end(); ++it)
            body.insert(it.key(), it.value());
        return send("POST", u"/keys"_s, body).value("id"_L1).toString();
    }
    QString errorPath(const QJsonObject &answer) const
    {
        return answer["error"_L1]["path"_L1].toString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Node::EngineThread> m_engine;
    std::unique_ptr<Api::AdminClient> m_client;
    int m_status = 0;
};

void TestKeysAdmin::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString data = m_folder->filePath(u"data"_s);
    m_engine = std::make_unique<Node::EngineThread>(Node::NodeOptions{
        .dataFolder = data, .configFile = {}, .listen = {u"127.0.0.1:0"_s}, .adminListen = {}});
    QSignalSpy started(m_engine.get(), &Node::EngineThread::started);
    m_engine->start();
    QVERIFY(started.wait(patience));
    m_client = std::make_unique<Api::AdminClient>(std::make_unique<Api::HttpAdminTransport>(
        [data] { return Api::AdminAddress::ofDataFolder(data); }));
}

void TestKeysAdmin::cleanup()
{
    m_client.reset();
    QSignalSpy stopped(m_engine.get(), &Node::EngineThread::stopped);
    m_engine->shutDown();
    QVERIFY(stopped.wait(patience));
    m_engine.reset();
}

void TestKeysAdmin::keepsANote()
{
    const QString id = makeKey({{"note"_L1, u"for the demo"_s}});
    QCOMPARE(send("GET", u"/keys/"_s + id).value("note"_L1), u"for the demo"_s);
    QCOMPARE(send("GET", u"/keys/"_s + id).value("tags"_L1), QJsonArray());
    const QJsonArray tags{u"project=search"_s, u"stage=live"_s};
    QCOMPARE(send("PUT", u"/keys/"_s + id, {{"tags"_L1, tags}}).value("tags"_L1), tags);
    for (const QString &wrong : {u"search"_s, u"a=b,c"_s, u"a b=c"_s, u"=c"_s})
        QCOMPARE(errorPath(send("PUT", u"/keys/"_s + id, {{"tags"_L1, QJsonArray{wrong}}})),
                 u"tags"_s);
    QCOMPARE(
        errorPath(send("PUT", u"/keys/"_s + id, {{"tags"_L1, QJsonArray{u"a=1"_s, u"a=2"_s}}})),
        u"tags"_s);
    QCOMPARE(
        errorPath(send("POST", u"/keys"_s, {{"name"_L1, u"a"_s}, {"note"_L1, QString(501, u'x')}})),
        u"note"_s);
}

void TestKeysAdmin::changesAKey()
{
    send("POST", u"/teams"_s, {{"id"_L1, u"ops"_s}});
    const QString id = makeKey({{"note"_L1, u"kept"_s}});
    const QJsonObject changed =
        send("PUT", u"/keys/"_s + id,
             {{"name"_L1, u"server"_s}, {"team"_L1, u"ops"_s}, {"expires"_L1, u"2999-01-01"_s}});
    QCOMPARE(m_status, 200);
    QCOMPARE(changed.value("name"_L1), u"server"_s);
    QCOMPARE(changed.value("team"_L1), u"ops"_s);
    QCOMPARE(changed.value("note"_L1), u"kept"_s);
    QVERIFY(changed.value("expires"_L1).toString().startsWith(u"299"_s));
    QVERIFY(
        send("PUT", u"/keys/"_s + id, {{"expires"_L1, QString()}}).value("expires"_L1).isNull());
}

void TestKeysAdmin::refusesAWrongChange()
{
    const QString path = u"/keys/"_s + makeKey();
    QCOMPARE(errorPath(send("PUT", path, {{"name"_L1, u" "_s}})), u"name"_s);
    QCOMPARE(errorPath(send("PUT", path, {{"team"_L1, u"nobody"_s}})), u"team"_s);
    QCOMPARE(errorPath(send("PUT", path, {{"routes"_L1, QJsonArray()}})), u"routes"_s);
    QCOMPARE(errorPath(send("PUT", path, {{"expires"_L1, u"2001-01-01"_s}})), u"expires"_s);
    QCOMPARE(errorPath(send("PUT", path, {{"colour"_L1, u"red"_s}})), u"colour"_s);
    send("PUT", u"/keys/nobody"_s, {{"name"_L1, u"a"_s}});
    QCOMPARE(m_status, 404);
}

void TestKeysAdmin::keepsAnExpiryThatHasNotChanged()
{
    const QDateTime soon = QDateTime::currentDateTimeUtc().addSecs(2);
    const QString text = soon.toString(Qt::ISODateWithMs);
    const QString path = u"/keys/"_s + makeKey({{"expires"_L1, text}});
    QTRY_COMPARE(send("GET", path).value("state"_L1).toString(), u"expired"_s);
    send("PUT", path, {{"name"_L1, u"server"_s}, {"expires"_L1, text}});
    QCOMPARE(m_status, 200);
}

void TestKeysAdmin::tellsOfARotation()
{
    const QString path = u"/keys/"_s + makeKey();
    QVERIFY(!send("POST", path + u"/rotate"_s, {{"overlap_s"_L1, 3600}})
                 .value("secret"_L1)
                 .toString()
                 .isEmpty());
    const QJsonObject rotating = send("GET", path);
    QCOMPARE(rotating.value("state"_L1), u"rotating"_s);
    QVERIFY(!rotating.value("old_until"_L1).toString().isEmpty());
    QCOMPARE(send("POST", path + u"/end-overlap"_s).value("state"_L1), u"active"_s);
    QVERIFY(send("GET", path).value("old_until"_L1).isNull());
}

void TestKeysAdmin::restoresADeletedKey()
{
    const QString id = makeKey();
    send("DELETE", u"/keys/"_s + id);
    QCOMPARE(m_status, 200);
    QVERIFY(send("GET", u"/keys"_s).value("items"_L1).toArray().isEmpty());
    const QJsonArray deleted =
        send("GET", u"/keys"_s, {}, QUrlQuery(u"deleted=1"_s)).value("items"_L1).toArray();
    QCOMPARE(deleted.size(), 1);
    QCOMPARE(deleted[0]["id"_L1].toString(), id);
    QCOMPARE(deleted[0]["state"_L1].toString(), u"deleted"_s);
    QVERIFY(!deleted[0]["restorable_until"_L1].toString().isEmpty());
    QCOMPARE(send("POST", u"/keys/%1/restore"_s.arg(id)).value("state"_L1), u"active"_s);
    QCOMPARE(send("GET", u"/keys"_s).value("items"_L1).toArray().size(), 1);
    send("POST", u"/keys/%1/restore"_s.arg(id));
    QCOMPARE(m_status, 404);
}

void TestKeysAdmin::refusesToRestoreIntoAGoneTeam()
{
    send("POST", u"/teams"_s, {{"id"_L1, u"ops"_s}});
    const QString id = makeKey({{"team"_L1, u"ops"_s}});
    send("DELETE", u"/keys/"_s + id);
    send("DELETE", u"/teams/ops"_s);
    QCOMPARE(m_status, 200);
    QCOMPARE(errorPath(send("POST", u"/keys/%1/restore"_s.arg(id))), u"team"_s);
    QCOMPARE(m_status, 409);
}

void TestKeysAdmin::managesTeams()
{
    send("POST", u"/teams"_s, {{"id"_L1, u"ops"_s}, {"name"_L1, u"Operations"_s}});
    QCOMPARE(m_status, 201);
    QCOMPARE(send("GET", u"/teams/ops"_s).value("name"_L1), u"Operations"_s);
    send("POST", u"/teams"_s, {{"id"_L1, u"ops"_s}});
    QCOMPARE(m_status, 409);
    QCOMPARE(errorPath(send("POST", u"/teams"_s, {{"id"_L1, u"No Good"_s}})), u"id"_s);
    send("PUT", u"/teams/ops"_s, {{"residency"_L1, QJsonArray{u"eu"_s}}});
    QCOMPARE(m_status, 200);
    QCOMPARE(send("GET", u"/teams/ops"_s)["residency"_L1][0].toString(), u"eu"_s);
    send("PUT", u"/teams/dev"_s, {});
    QCOMPARE(m_status, 404);
    send("DELETE", u"/teams/ops"_s);
    QCOMPARE(m_status, 200);
    send("DELETE", u"/teams/ops"_s);
    QCOMPARE(m_status, 404);
}

void TestKeysAdmin::startsKeysWithTheLimitsOfTheirTeam()
{
    const QJsonObject limits{{"rpm"_L1, 60}, {"max_in_flight"_L1, 4}};
    send("POST", u"/teams"_s, {{"id"_L1, u"ops"_s}, {"key_limits"_L1, limits}});
    QCOMPARE(m_status, 201);
    QCOMPARE(send("GET", u"/teams/ops"_s).value("key_limits"_L1), limits);
    const QString id = makeKey({{"team"_L1, u"ops"_s}});
    QCOMPARE(send("GET", u"/keys/"_s + id).value("limits"_L1), limits);

    const QJsonObject own{{"rpm"_L1, 5}};
    const QString other =
        makeKey({{"name"_L1, u"own"_s}, {"team"_L1, u"ops"_s}, {"limits"_L1, own}});
    QCOMPARE(send("GET", u"/keys/"_s + other).value("limits"_L1), own);
    const QString free = makeKey(
        {{"name"_L1, u"free"_s}, {"team"_L1, u"ops"_s}, {"limits"_L1, QJsonValue::Null}});
    QVERIFY(send("GET", u"/keys/"_s + free).value("limits"_L1).isNull());

    send("PUT", u"/teams/ops"_s, {{"key_limits"_L1, QJsonValue::Null}});
    QCOMPARE(m_status, 200);
    QCOMPARE(send("GET", u"/keys/"_s + id).value("limits"_L1), limits); // what it has stays
    QCOMPARE(
        errorPath(send("PUT", u"/teams/ops"_s, {{"key_limits"_L1, QJsonObject{{"rpm"_L1, -1}}}})),
        u"key_limits.rpm"_s);
}

void TestKeysAdmin::keepsATeamThatHasKeys()
{
    send("POST", u"/teams"_s, {{"id"_L1, u"ops"_s}});
    makeKey({{"team"_L1, u"ops"_s}});
    const QJsonObject refused = send("DELETE", u"/teams/ops"_s);
    QCOMPARE(m_status, 409);
    QVERIFY(refused["error"_L1]["message"_L1].toString().contains(u"laptop"_s));
}

void TestKeysAdmin::tellsTheHistoryOfAKey()
{
    const QString id = makeKey();
    makeKey({{"name"_L1, u"other"_s}});
    send("PUT", u"/keys/"_s + id, {{"name"_L1, u"server"_s}});
    send("POST", u"/keys/%1/disable"_s.arg(id));
    const QJsonArray history = send("GET", u"/audit"_s, {}, QUrlQuery(u"object=keys.%1"_s.arg(id)))
                                   .value("items"_L1)
                                   .toArray();
    QCOMPARE(history.size(), 3);
    QCOMPARE(history[0]["action"_L1].toString(), u"key.disable"_s);
    QCOMPARE(history[1]["before"_L1]["name"_L1].toString(), u"laptop"_s);
    QCOMPARE(history[1]["after"_L1]["name"_L1].toString(), u"server"_s);
}

void TestKeysAdmin::datesTheKeysOfAProvider()
{
    const QString today = QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate);
    const auto key = [](const QString &id, const QString &secret, const QString &added = {}) {
        QJsonObject object{{"id"_L1, id}, {"secret"_L1, secret}};
        if (!added.isEmpty())
            object.insert("added"_L1, added);
        return object;
    };
    QJsonObject provider{{"id"_L1, u"oa"_s},
                         {"dialect"_L1, u"openai"_s},
                         {"base_url"_L1, u"http://127.0.0.1:9/v1"_s},
                         {"personal_data"_L1, true},
                         {"retention"_L1, u"30 days"_s},
                         {"keys"_L1, QJsonArray{key(u"a"_s, u"env:A"_s)}}};
    const QJsonObject created = send("POST", u"/providers"_s, provider);
    QCOMPARE(m_status, 201);
    QCOMPARE(created["findings"_L1][0]["path"_L1].toString(),
             u"providers[0].region"_s); // personal data: where?
    const auto keys = [this] { return send("GET", u"/providers/oa"_s).value("keys"_L1).toArray(); };
    QVERIFY(keys()[0]["added"_L1].toString() >= today);
    QVERIFY(keys()[0]["last_used"_L1].isNull());
    provider.insert("keys"_L1,
                    QJsonArray{key(u"a"_s, u"env:A"_s, u"2026-01-02"_s), key(u"b"_s, u"env:B"_s)});
    send("PUT", u"/providers/oa"_s, provider);
    QCOMPARE(keys()[0]["added"_L1].toString(), u"2026-01-02"_s);
    QVERIFY(keys()[1]["added"_L1].toString() >= today);
    provider.insert("keys"_L1, QJsonArray{key(u"a"_s, u"env:NEW"_s, u"2026-01-02"_s)});
    send("PUT", u"/providers/oa"_s, provider);
    QVERIFY(keys()[0]["added"_L1].toString() >= today); // another secret
    provider.insert("retention"_L1, QString(501, u'x'));
    QCOMPARE(errorPath(send("PUT", u"/providers/oa"_s, provider)), u"retention"_s);
}

void TestKeysAdmin::movesASecret()
{
    const QString value = u"sk-a-secret-of-the-session-0123456789"_s;
    send("POST", u"/secrets/store"_s, {{"store"_L1, u"session"_s}});
    QCOMPARE(send("PUT", u"/secrets/main"_s, {{"value"_L1, value}}).value("ref"_L1),
             u"session:main"_s);
    send("POST", u"/providers"_s,
         {{"id"_L1, u"oa"_s},
          {"dialect"_L1, u"openai"_s},
          {"base_url"_L1, u"http://127.0.0.1:9/v1"_s},
          {"keys"_L1, QJsonArray{QJsonObject{{"secret"_L1, u"session:main"_s}}}}});
    QCOMPARE(m_status, 201);
    send("POST", u"/secrets/store"_s, {{"store"_L1, u"vault"_s}});
    QCOMPARE(m_status, 200);
    const QJsonObject moved = send("POST", u"/secrets/main/move"_s, {{"to"_L1, u"vault"_s}});
    QCOMPARE(m_status, 200);
    QCOMPARE(moved.value("ref"_L1), u"vault:main"_s);
    QCOMPARE(moved.value("left_behind"_L1), false);
    QVERIFY(!QString::fromUtf8(QJsonDocument(moved).toJson()).contains(value));
    const QJsonArray list = send("GET", u"/secrets"_s).value("items"_L1).toArray();
    QCOMPARE(list.size(), 1);
    QCOMPARE(list.at(0)["ref"_L1], u"vault:main"_s);
    QCOMPARE(list.at(0)["used_by"_L1].toArray(), QJsonArray{u"providers.oa"_s});
}

void TestKeysAdmin::refusesToMoveASecret()
{
    send("POST", u"/secrets/store"_s, {{"store"_L1, u"vault"_s}});
    send("PUT", u"/secrets/main"_s, {{"value"_L1, u"sk-0123456789"_s}});
    QCOMPARE(errorPath(send("POST", u"/secrets/main/move"_s, {{"to"_L1, u"attic"_s}})), u"to"_s);
    QCOMPARE(errorPath(send("POST", u"/secrets/main/move"_s, {{"to"_L1, u"vault"_s}})), u"to"_s);
    send("POST", u"/secrets/nothing/move"_s, {{"to"_L1, u"vault"_s}});
    QCOMPARE(m_status, 404);
    send("POST", u"/secrets/main/move"_s, {{"to"_L1, u"keychain"_s}});
    QVERIFY(m_status != 200); // there is none here
    QCOMPARE(send("GET", u"/secrets"_s).value("items"_L1).toArray().size(), 1);
}

QTEST_GUILESS_MAIN(TestKeysAdmin)
#include "tst_keysadmin.moc"
