// SPDX-License-Identifier: GPL-3.0-or-later
//! Who may do what through the admin API of a real engine, over TCP with tokens of every role.

#include "app/node/enginethread.h"
#include "core/api/httpadmintransport.h"
#include "core/api/roles.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <memory>

using namespace Gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 15'000;

} // namespace

class TestRolesAdmin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void everyRouteHasAPermission();
    void everyRoleIsRefusedWhatItMayNot();
    void everyRoleReadsWhatItMay();
    void tellsWhoIsSignedIn();
    void auditNamesPersonAndRole();
    void administratorsLeaveOwnersAlone();
    void refusesWrongPeopleAndTokens();
    void signsOutEverywhere();
    void pairsOnceByCode();
    void aCodeOpensNothingElse();

private:
    //! Over TCP, without any token.
    std::unique_ptr<Api::AdminClient> connectUnknown() const
    {
        Api::AdminAddress address;
        address.url = m_url;
        return std::make_unique<Api::AdminClient>(std::make_unique<Api::HttpAdminTransport>(
            [address] { return Result<Api::AdminAddress>(address); }));
    }
    std::unique_ptr<Api::AdminClient> connectTo(const QString &token) const
    {
        const Api::AdminAddress local = Api::AdminAddress::ofDataFolder(m_data).value();
        Api::AdminAddress address;
        address.url = m_url;
        address.token = token;
        return std::make_unique<Api::AdminClient>(
            std::make_unique<Api::HttpAdminTransport>([address, local, token] {
                return Result<Api::AdminAddress>(token.isEmpty() ? local : address);
            }));
    }
    QJsonObject send(Api::AdminClient &client, const QByteArray &method, const QString &path,
                     const QJsonObject &body = {})
    {
        Api::AdminCall *call = method == "GET" ? client.get(path)
            : method == "PUT"                  ? client.put(path, body)
            : method == "DELETE"               ? client.remove(path)
                                               : client.post(path, body);
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
    QString makePerson(const QString &name, const QString &role)
    {
        return send(*m_owner, "POST", u"/people"_s, {{"name"_L1, name}, {"role"_L1, role}})
            .value("id"_L1)
            .toString();
    }
    QString makeToken(const QString &person)
    {
        return send(*m_owner, "POST", u"/tokens"_s, {{"person"_L1, person}, {"name"_L1, u"test"_s}})
            .value("secret"_L1)
            .toString();
    }
    QJsonArray permissions()
    {
        return send(*m_owner, "GET", u"/permissions"_s).value("items"_L1).toArray();
    }

    QTemporaryDir m_folder;
    QString m_data;
    QUrl m_url;
    std::unique_ptr<Node::EngineThread> m_engine;
    std::unique_ptr<Api::AdminClient> m_owner;
    QHash<QString, QString> m_tokens; //!< by role
    int m_status = 0;
};

void TestRolesAdmin::initTestCase()
{
    m_data = m_folder.filePath(u"data"_s);
    m_engine =
        std::make_unique<Node::EngineThread>(Node::NodeOptions{.dataFolder = m_data,
                                                               .configFile = {},
                                                               .listen = {u"127.0.0.1:0"_s},
                                                               .adminListen = u"127.0.0.1:0"_s});
    QSignalSpy started(m_engine.get(), &Node::EngineThread::started);
    m_engine->start();
    QVERIFY(started.wait(patience));
    m_owner = connectTo({});
    m_url =
        QUrl(u"http://"_s + send(*m_owner, "GET", u"/admin-access"_s).value("tcp"_L1).toString());
    for (const Api::Role role : Api::allRoles()) {
        const QString word = Api::roleWord(role);
        m_tokens.insert(word, makeToken(makePerson(u"The "_s + word, word)));
        QVERIFY(m_tokens.value(word).startsWith(u"gha-"_s));
    }
}

void TestRolesAdmin::cleanupTestCase()
{
    m_owner.reset();
    QSignalSpy stopped(m_engine.get(), &Node::EngineThread::stopped);
    m_engine->shutDown();
    QVERIFY(stopped.wait(patience));
    m_engine.reset();
}

void TestRolesAdmin::everyRouteHasAPermission()
{
    const QJsonArray routes = permissions();
    QVERIFY(routes.size() > 80);
    for (const QJsonValue &route : routes)
        QVERIFY2(!route["permission"_L1].isNull(),
                 qPrintable(route["route"_L1].toString()
                            + u" needs a permission in core/admin/permissions.cpp"_s));
}

//! Every path that a role may not use is asked for with its token; all must answer 403, whatever
//! the body.
void TestRolesAdmin::everyRoleIsRefusedWhatItMayNot()
{
    const QJsonArray routes = permissions();
    for (auto token = m_tokens.cbegin(); token != m_tokens.cend(); ++token) {
        const auto client = connectTo(token.value());
        for (const QJsonValue &route : routes) {
            if (route["roles"_L1].toArray().contains(token.key()))
                continue;
            const QString name = route["route"_L1].toString();
            const QString path = name.section(u' ', 1).replace(u'{', u'x').replace(u'}', u'x');
            const QJsonObject answer =
                send(*client, name.section(u' ', 0, 0).toLatin1(), path, {{"a"_L1, 1}});
            QVERIFY2(m_status == 403,
                     qPrintable(u"%1 as %2: %3"_s.arg(name, token.key()).arg(m_status)));
            QCOMPARE(answer["error"_L1]["code"_L1].toString(), u"forbidden"_s);
        }
    }
}

void TestRolesAdmin::everyRoleReadsWhatItMay()
{
    for (auto token = m_tokens.cbegin(); token != m_tokens.cend(); ++token) {
        const auto client = connectTo(token.value());
        for (const QJsonValue &route : permissions()) {
            const QString name = route["route"_L1].toString();
            if (name == "GET /admin-access"_L1)
                continue; // tells this computer's own token, on this computer only
            if (!name.startsWith(u"GET "_s) || name.contains(u'{')
                || !route["roles"_L1].toArray().contains(token.key()))
                continue;
            send(*client, "GET", name.section(u' ', 1));
            QVERIFY2(m_status != 401 && m_status != 403,
                     qPrintable(u"%1 as %2: %3"_s.arg(name, token.key()).arg(m_status)));
        }
    }
}

void TestRolesAdmin::tellsWhoIsSignedIn()
{
    const auto editor = connectTo(m_tokens.value(u"editor"_s));
    const QJsonObject me = send(*editor, "GET", u"/me"_s);
    QCOMPARE(me.value("who"_L1), u"The editor (editor)"_s);
    QCOMPARE(me.value("role"_L1), u"editor"_s);
    QVERIFY(me.value("permissions"_L1).toArray().contains(u"edit_routes"_s));
    QVERIFY(!me.value("permissions"_L1).toArray().contains(u"manage_keys"_s));
    QCOMPARE(send(*m_owner, "GET", u"/me"_s).value("role"_L1), u"owner"_s);
}

void TestRolesAdmin::auditNamesPersonAndRole()
{
    const auto admin = connectTo(m_tokens.value(u"admin"_s));
    send(*admin, "POST", u"/teams"_s, {{"id"_L1, u"ops"_s}});
    QCOMPARE(m_status, 201);
    const QJsonArray records = send(*m_owner, "GET", u"/audit"_s).value("items"_L1).toArray();
    QCOMPARE(records.first()["who"_L1].toString(), u"The admin (admin)"_s);
    QCOMPARE(records.first()["source"_L1].toString(), u"127.0.0.1"_s);
}

void TestRolesAdmin::administratorsLeaveOwnersAlone()
{
    const auto admin = connectTo(m_tokens.value(u"admin"_s));
    const QString boss = makePerson(u"Boss"_s, u"owner"_s);
    const QString path = u"/people/"_s + boss;
    send(*admin, "POST", u"/people"_s, {{"name"_L1, u"Me"_s}, {"role"_L1, u"owner"_s}});
    QCOMPARE(m_status, 403);
    send(*admin, "PUT", path, {{"role"_L1, u"viewer"_s}});
    QCOMPARE(m_status, 403);
    send(*admin, "DELETE", path);
    QCOMPARE(m_status, 403);
    send(*admin, "POST", path + u"/sign-out"_s);
    QCOMPARE(m_status, 403);
    send(*admin, "POST", u"/tokens"_s, {{"person"_L1, boss}, {"name"_L1, u"x"_s}});
    QCOMPARE(m_status, 403);
    const QString viewer = makePerson(u"Vera"_s, u"viewer"_s);
    send(*admin, "PUT", u"/people/"_s + viewer, {{"role"_L1, u"owner"_s}});
    QCOMPARE(m_status, 403);
    QCOMPARE(
        send(*admin, "PUT", u"/people/"_s + viewer, {{"role"_L1, u"editor"_s}}).value("role"_L1),
        u"editor"_s);
}

void TestRolesAdmin::refusesWrongPeopleAndTokens()
{
    const auto path = [](const QJsonObject &answer) {
        return answer["error"_L1]["path"_L1].toString();
    };
    QCOMPARE(path(send(*m_owner, "POST", u"/people"_s, {{"name"_L1, u" "_s}})), u"name"_s);
    QCOMPARE(
        path(send(*m_owner, "POST", u"/people"_s, {{"name"_L1, u"A"_s}, {"role"_L1, u"root"_s}})),
        u"role"_s);
    QCOMPARE(path(send(*m_owner, "POST", u"/people"_s, {{"nmae"_L1, u"A"_s}})), u"nmae"_s);
    const QString anna = makePerson(u"Anna"_s, u"viewer"_s);
    QCOMPARE(path(send(*m_owner, "POST", u"/people"_s, {{"name"_L1, u"anna"_s}})), u"name"_s);
    QCOMPARE(m_status, 409);
    const auto token = [&](const QJsonObject &body) {
        return path(send(*m_owner, "POST", u"/tokens"_s, body));
    };
    QCOMPARE(token({{"person"_L1, u"nobody"_s}, {"name"_L1, u"x"_s}}), u"person"_s);
    QCOMPARE(token({{"person"_L1, anna}}), u"name"_s);
    QCOMPARE(token({{"person"_L1, anna}, {"name"_L1, u"x"_s}, {"expires"_L1, u"soon"_s}}),
             u"expires"_s);
    QCOMPARE(token({{"person"_L1, anna}, {"name"_L1, u"x"_s}, {"expires"_L1, u"2001-01-01"_s}}),
             u"expires"_s);
    QCOMPARE(token({{"person"_L1, anna}, {"name"_L1, u"x"_s}, {"expires"_L1, u"2999-01-01"_s}}),
             u"expires"_s);
}

void TestRolesAdmin::signsOutEverywhere()
{
    const QString ben = makePerson(u"Ben"_s, u"editor"_s);
    const auto first = connectTo(makeToken(ben));
    const auto second = connectTo(makeToken(ben));
    send(*first, "GET", u"/status"_s);
    QCOMPARE(m_status, 200);
    const QJsonObject out = send(*m_owner, "POST", u"/people/%1/sign-out"_s.arg(ben));
    QCOMPARE(out.value("revoked"_L1).toInt(), 2);
    for (Api::AdminClient *client : {first.get(), second.get()}) {
        send(*client, "GET", u"/status"_s);
        QCOMPARE(m_status, 401);
    }
}

void TestRolesAdmin::pairsOnceByCode()
{
    const QJsonObject offer = send(*m_owner, "POST", u"/pairing"_s,
                                   {{"person"_L1, u"Nina"_s}, {"role"_L1, u"operator"_s}});
    QCOMPARE(m_status, 201);
    QCOMPARE(offer.value("role"_L1), u"operator"_s);
    QVERIFY(m_url.toString().endsWith(offer.value("address"_L1).toString()));
    const auto desktop = connectUnknown();
    const QJsonObject typed{{"code"_L1, offer.value("code"_L1).toString().toLower()},
                            {"name"_L1, u"laptop"_s}};
    const QJsonObject paired = send(*desktop, "POST", u"/pair"_s, typed);
    QCOMPARE(m_status, 201);
    const auto nina = connectTo(paired.value("token"_L1).toString());
    QCOMPARE(send(*nina, "GET", u"/me"_s).value("who"_L1), u"Nina (operator)"_s);
    const QJsonObject again = send(*desktop, "POST", u"/pair"_s, typed);
    QCOMPARE(m_status, 401);
    QVERIFY(again["error"_L1]["message"_L1].toString().contains(u"gatehousectl pair"_s));
    QStringList told;
    for (const QJsonValue &record : send(*m_owner, "GET", u"/audit"_s).value("items"_L1).toArray())
        told.append(record["action"_L1].toString());
    QCOMPARE(told.first(3),
             (QStringList{u"pairing.refuse"_s, u"pairing.use"_s, u"pairing.offer"_s}));
}

void TestRolesAdmin::aCodeOpensNothingElse()
{
    const auto desktop = connectUnknown();
    for (const QString &path : {u"/status"_s, u"/pairing"_s, u"/people"_s}) {
        send(*desktop, path == "/pairing"_L1 ? "POST" : "GET", path);
        QCOMPARE(m_status, 401);
    }
    const auto admin = connectTo(m_tokens.value(u"admin"_s));
    send(*admin, "POST", u"/pairing"_s, {{"person"_L1, u"Otto"_s}, {"role"_L1, u"owner"_s}});
    QCOMPARE(m_status, 403);
    send(*admin, "POST", u"/pairing"_s, {{"person"_L1, u"Otto"_s}, {"role"_L1, u"king"_s}});
    QCOMPARE(m_status, 400);
}

QTEST_GUILESS_MAIN(TestRolesAdmin)
#include "tst_rolesadmin.moc"
