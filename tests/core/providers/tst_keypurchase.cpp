// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/iothread.h"
#include "core/providers/keypurchase.h"
#include "core/providers/tokencache.h"
#include "tests/support/epollmain.h"
#include "tests/support/scriptedserver.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Providers;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::shared_ptr<const Config::Snapshot> azure(const QString &proxy = {})
{
    Api::Document document;
    Api::Provider provider;
    provider.id = u"azure"_s;
    provider.dialect = u"azure-openai"_s;
    provider.baseUrl = u"https://office.openai.azure.com"_s;
    provider.proxy = proxy;
    document.providers = {provider};
    return Config::Snapshot::compile(document, 1);
}

Credential keyOf(const QByteArray &value)
{
    return {.keyId = "1", .value = Secrets::Secret(value), .problem = {}};
}

QByteArray entra(quint16 port)
{
    return "{\"tenant_id\":\"t\",\"client_id\":\"c\",\"client_secret\":\"s\","
           "\"authority\":\"http:/"
           "/127.0.0.1:"
        + QByteArray::number(port) + "\"}";
}

Script answering(int status, const QByteArray &body)
{
    return Script()
        .waitRequest()
        .send("HTTP/1.1 " + QByteArray::number(status)
              + " X\r\nContent-Type: application/json\r\nContent-Length: "
              + QByteArray::number(body.size()) + "\r\n\r\n" + body)
        .repeat();
}

struct Machine {
    SystemClock clock;
    Http::ThreadIo threadIo{clock};
    Http::UpstreamClient client{threadIo.io(), {}};
};

} // namespace

class TestKeyPurchase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesAKeyAsItIs();
    void buysATokenForAnAccount();
    void saysWhyThereIsNone_data();
    void saysWhyThereIsNone();
    void goesByTheRequestsOwnWay();
    void tellsWhenATokenMayBeRenewed();
};

void TestKeyPurchase::takesAKeyAsItIs()
{
    Machine machine;
    const auto snapshot = azure();
    std::optional<Result<Credential>> key;
    const KeyPurchase purchase(machine.clock, machine.client, *snapshot->providers.front(),
                               keyOf("plain"),
                               [&key](Result<Credential> bought) { key = std::move(bought); });
    QVERIFY(key && *key && !(*key)->token);
    QCOMPARE((*key)->value.reveal().toByteArray(), "plain"_ba);
}

void TestKeyPurchase::buysATokenForAnAccount()
{
    ScriptedServer server(answering(200, R"({"access_token":"bought","expires_in":"3599"})"));
    Machine machine;
    const auto snapshot = azure();
    std::optional<Result<Credential>> key;
    const KeyPurchase purchase(machine.clock, machine.client, *snapshot->providers.front(),
                               keyOf(entra(server.port())),
                               [&key](Result<Credential> bought) { key = std::move(bought); });
    QTRY_VERIFY(key.has_value());
    QVERIFY(*key && (*key)->token && !(*key)->problemAt(machine.clock.wall()));
    QCOMPARE((*key)->token->token(machine.clock.wall())->reveal().toByteArray(), "bought"_ba);
    QVERIFY(server.received().startsWith("POST /t/oauth2/v2.0/token HTTP/1.1\r\n"));
}

void TestKeyPurchase::saysWhyThereIsNone_data()
{
    QTest::addColumn<QByteArray>("account"); //!< empty: asks the server
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    QTest::newRow("refused") << ""_ba << 401 << int(ErrorCode::PermissionDenied);
    QTest::newRow("away") << ""_ba << 503 << int(ErrorCode::Unavailable);
    QTest::newRow("nonsense") << ""_ba << 200 << int(ErrorCode::Corrupt);
    QTest::newRow("no account") << R"({"tenant_id":"t"})"_ba << 200
                                << int(ErrorCode::InvalidArgument);
}

void TestKeyPurchase::saysWhyThereIsNone()
{
    QFETCH(QByteArray, account);
    QFETCH(int, status);
    ScriptedServer server(answering(status, "{}"));
    Machine machine;
    const auto snapshot = azure();
    std::optional<Result<Credential>> key;
    const KeyPurchase purchase(machine.clock, machine.client, *snapshot->providers.front(),
                               keyOf(account.isEmpty() ? entra(server.port()) : account),
                               [&key](Result<Credential> bought) { key = std::move(bought); });
    QTRY_VERIFY(key.has_value());
    QVERIFY(!*key);
    QTEST(int(key->error().code), "code");
}

//! An address that nobody can look up, so that only the proxy can answer.
void TestKeyPurchase::goesByTheRequestsOwnWay()
{
    ScriptedServer proxy(Script().waitHead().send("HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n"));
    Machine machine;
    HttpTokenExchange exchange(machine.clock, machine.client);
    Http::Endpoint way;
    way.proxyHost = "127.0.0.1";
    way.proxyPort = proxy.port();
    std::optional<TokenReply> reply;
    exchange.send({.url = "https://login.invalid/token", .form = "a=b", .fields = {}, .way = way},
                  [&reply](TokenReply answer) { reply = std::move(answer); });
    QTRY_VERIFY(reply.has_value());
    QCOMPARE(reply->status, 0);
    QVERIFY(proxy.received().startsWith("CONNECT login.invalid:443 HTTP/1.1\r\n"));
}

void TestKeyPurchase::tellsWhenATokenMayBeRenewed()
{
    const WallTime now = SystemClock().wall();
    TokenCell cell;
    QVERIFY(!cell.mayBeRenewed(now));
    AccessToken token{.value = Secrets::Secret("a"), .expires = now + 1h, .bought = now};
    cell.publish({.token = token, .problem = {}});
    QVERIFY(cell.mayBeRenewed(now)); // whatever its age
    token.replacesRefused = true;
    cell.publish({.token = token, .problem = {}});
    QVERIFY(!cell.mayBeRenewed(now + TokenCell::restAfterReplacement - 1s));
    QVERIFY(cell.mayBeRenewed(now + TokenCell::restAfterReplacement));
    cell.publish(
        {.token = cell.state()->token, .problem = Error{ErrorCode::Unavailable, u"away"_s}});
    QVERIFY(!cell.mayBeRenewed(now + 1h)); // its renewal has its own pause
}

int main(int argc, char **argv)
{
    return runOnEpoll<TestKeyPurchase>(argc, argv);
}

#include "tst_keypurchase.moc"
