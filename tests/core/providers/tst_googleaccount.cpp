// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/jsonview.h"
#include "core/dialects/jsonwriter.h"
#include "core/http/iothread.h"
#include "core/providers/entraclient.h"
#include "core/providers/googleaccount.h"
#include "core/providers/tokencache.h"
#include "core/providers/tokenexchange.h"
#include "tests/support/epollmain.h"
#include "tests/support/fakeclock.h"
#include "tests/support/scriptedserver.h"

#include <openssl/evp.h>
#include <openssl/pem.h>

using namespace Gatehouse;
using namespace Gatehouse::Providers;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! A fresh RSA key and its PKCS #8 text.
struct RsaKey {
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key{EVP_RSA_gen(2048), &EVP_PKEY_free};

    QByteArray pem() const
    {
        const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new(BIO_s_mem()), &BIO_free);
        PEM_write_bio_PKCS8PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
        char *text = nullptr;
        const long size = BIO_get_mem_data(bio.get(), &text);
        return {text, qsizetype(size)};
    }
    bool verifies(const QByteArray &text, const QByteArray &signature) const
    {
        const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                              &EVP_MD_CTX_free);
        const auto bytes = [](const QByteArray &from) {
            return reinterpret_cast<const unsigned char *>(from.constData());
        };
        return EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1
            && EVP_DigestVerify(context.get(), bytes(signature), std::size_t(signature.size()),
                                bytes(text), std::size_t(text.size()))
            == 1;
    }
};

const RsaKey &sampleKey()
{
    static const RsaKey key;
    return key;
}

QByteArray accountFile(const QByteArray &type = "service_account", const QByteArray &key = {},
                       const QByteArray &tokenUri = "https://oauth2.example/token")
{
    QByteArray json;
    Dialects::JsonWriter(json)
        .beginObject()
        .member("type", type)
        .member("project_id", "office-1")
        .member("private_key_id", "kid-1")
        .member("private_key", key.isEmpty() ? sampleKey().pem() : key)
        .member("client_email", "gate@office-1.iam.gserviceaccount.com")
        .member("token_uri", tokenUri)
        .endObject();
    return json;
}

QByteArray decoded(const QByteArray &part)
{
    return QByteArray::fromBase64(part, QByteArray::Base64UrlEncoding);
}

//! The form of a grant at the fake clock's time, "error path" when it refuses.
QByteArray formOf(const Result<TokenGrant> &grant)
{
    if (!grant)
        return "error " + grant.error().path.toUtf8();
    const auto request = (*grant)(FakeClock().wall());
    return request ? request->form : "error " + request.error().path.toUtf8();
}

} // namespace

class GoogleAccountTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsJwts();
    void asksWithAJwt();
    void refusesOtherFiles_data();
    void refusesOtherFiles();
    void asksForAPerson();
    void asksForTheMachine();
    void asksEntra();
    void refusesHalfAnEntraClient();
    void buysOverHttp();
    void tellsWhyNobodyAnswers();
    void sendsSecretsOnlyEncrypted_data();
    void sendsSecretsOnlyEncrypted();
    void cancelsWhenItGoes();
};

void GoogleAccountTest::signsJwts()
{
    const auto account = readServiceAccount(accountFile());
    QVERIFY(account);
    QCOMPARE(account->projectId, "office-1"_ba);
    const auto jwt = serviceAccountJwt(*account, FakeClock().wall());
    QVERIFY(jwt);
    const QList<QByteArray> parts = jwt->split('.');
    QCOMPARE(parts.size(), 3);
    QVERIFY(!jwt->contains('='));
    const QByteArray header = R"({"alg":"RS256","typ":"JWT","kid":"kid-1"})";
    const QByteArray claims = R"({"iss":"gate@office-1.iam.gserviceaccount.com",)"
                              R"("scope":"https://www.googleapis.com/auth/cloud-platform",)"
                              R"("aud":"https://oauth2.example/token",)"
                              R"("iat":1795348790,"exp":1795352390})";
    QCOMPARE(decoded(parts[0]), header);
    QCOMPARE(decoded(parts[1]), claims);
    QVERIFY(sampleKey().verifies(QByteArray(parts[0] + '.' + parts[1]), decoded(parts[2])));
    QVERIFY(!sampleKey().verifies(parts[1], decoded(parts[2])));
}

void GoogleAccountTest::asksWithAJwt()
{
    const auto grant = googleGrant(accountFile());
    QVERIFY(grant);
    const auto request = (*grant)(FakeClock().wall());
    QVERIFY(request);
    QCOMPARE(request->url, "https://oauth2.example/token"_ba);
    QVERIFY(request->form.startsWith(
        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=ey"));
}

void GoogleAccountTest::refusesOtherFiles_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("not JSON") << "sk-123"_ba
                              << "type"_ba;
    QTest::newRow("other type") << accountFile("external_account") << "type"_ba;
    QTest::newRow("no email") << R"({"type":"service_account"})"_ba
                              << "client_email"_ba;
    QTest::newRow("no key") << R"({"type":"service_account","client_email":"a"})"_ba
                            << "private_key"_ba;
    QTest::newRow("broken key") << accountFile("service_account", "-----BEGIN PRIVATE KEY-----\nQQ")
                                << "private_key"_ba;
    QTest::newRow("no refresh token") << R"({"type":"authorized_user","client_id":"a"})"_ba
                                      << "refresh_token"_ba;
    QTest::newRow("no client") << R"({"type":"authorized_user"})"_ba
                               << "client_id"_ba;
}

void GoogleAccountTest::refusesOtherFiles()
{
    QFETCH(QByteArray, file);
    const auto grant = googleGrant(file);
    QVERIFY(!grant);
    QCOMPARE(grant.error().code, ErrorCode::InvalidArgument);
    QTEST(grant.error().path.toUtf8(), "path");
}

void GoogleAccountTest::asksForAPerson()
{
    const QByteArray file =
        R"({"type":"authorized_user","client_id":"c.apps","client_secret":"s&",)"
        R"("refresh_token":"1//r"})";
    QCOMPARE(
        formOf(googleGrant(file)),
        "grant_type=refresh_token&client_id=c.apps&client_secret=s%26&refresh_token=1%2F%2Fr"_ba);
    QCOMPARE((*googleGrant(file))(FakeClock().wall())->url,
             "https://oauth2.googleapis.com/token"_ba);
}

void GoogleAccountTest::asksForTheMachine()
{
    const auto grant = googleGrant(" ");
    QVERIFY(grant);
    const auto request = (*grant)(FakeClock().wall());
    QVERIFY(request->form.isEmpty());
    QCOMPARE(request->fields, "metadata-flavor: Google\r\n"_ba);
    QVERIFY(request->url.startsWith("http://metadata.google.internal/computeMetadata/v1/"));
}

void GoogleAccountTest::asksEntra()
{
    const auto client =
        readEntraClient(R"({"tenant_id":"t-1","client_id":"c-1","client_secret":"s 1"})");
    QVERIFY(client);
    const auto request = entraGrant(*client)(FakeClock().wall());
    QCOMPARE(request->url, "https://login.microsoftonline.com/t-1/oauth2/v2.0/token"_ba);
    QCOMPARE(request->form,
             "grant_type=client_credentials&client_id=c-1&client_secret=s%201&"
             "scope=https%3A%2F%2Fcognitiveservices.azure.com%2F.default"_ba);
    const auto other = readEntraClient(R"({"tenant_id":"t","client_id":"c","client_secret":"s",)"
                                       R"("authority":"https://login.example","scope":"x"})");
    const auto asked = entraGrant(*other)(FakeClock().wall());
    QVERIFY(asked->url.startsWith("https://login.example/t/") && asked->form.endsWith("scope=x"));
}

void GoogleAccountTest::refusesHalfAnEntraClient()
{
    QCOMPARE(readEntraClient("{}").error().path, u"tenant_id"_s);
    const QByteArray tenant = R"({"tenant_id":"t"})";
    const QByteArray withClient = R"({"tenant_id":"t","client_id":"c"})";
    QCOMPARE(readEntraClient(tenant).error().path, u"client_id"_s);
    QCOMPARE(readEntraClient(withClient).error().path, u"client_secret"_s);
}

//! The whole way: file, JWT, question over HTTP, token in the cell.
void GoogleAccountTest::buysOverHttp()
{
    const QByteArray body = R"({"access_token":"ya29.x","expires_in":3599})";
    ScriptedServer server(
        Script().waitRequest().send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                    "Content-Length: "
                                    + QByteArray::number(body.size()) + "\r\n\r\n" + body));
    SystemClock clock;
    Http::ThreadIo threadIo(clock);
    Http::UpstreamClient client(threadIo.io(), {});
    HttpTokenExchange exchange(clock, client);
    TokenCache cache(clock, exchange);
    const QByteArray uri = "http://127.0.0.1:" + QByteArray::number(server.port()) + "/token?a=b";
    const auto cell =
        cache.keep("vertex/1", "p", *googleGrant(accountFile("service_account", {}, uri)));
    cache.work();
    QTRY_VERIFY(cell->token(clock.wall()).has_value());
    QCOMPARE(cell->token(clock.wall())->reveal().toByteArray(), "ya29.x"_ba);
    const QByteArray asked = server.received();
    QVERIFY(asked.startsWith("POST /token?a=b HTTP/1.1\r\n"));
    QVERIFY(asked.contains("content-type: application/x-www-form-urlencoded\r\n"));
    QVERIFY(asked.contains("\r\n\r\ngrant_type="));
}

void GoogleAccountTest::tellsWhyNobodyAnswers()
{
    ScriptedServer server;
    const quint16 port = server.port();
    server.stopListening();
    SystemClock clock;
    Http::ThreadIo threadIo(clock);
    Http::UpstreamClient client(threadIo.io(), {});
    HttpTokenExchange exchange(clock, client);
    std::optional<TokenReply> reply;
    exchange.send(
        {.url = "http://127.0.0.1:" + QByteArray::number(port) + "/", .form = "a=b", .fields = {}},
        [&reply](TokenReply answer) { reply = std::move(answer); });
    QTRY_VERIFY(reply.has_value());
    QCOMPARE(reply->status, 0);
    QVERIFY(!reply->problem.isEmpty());
}

void GoogleAccountTest::sendsSecretsOnlyEncrypted_data()
{
    QTest::addColumn<QByteArray>("url");
    for (const char *const url : {"http://oauth2.googleapis.com/token", "ftp://127.0.0.1/", "token",
                                  "", "https://", "file:///etc/passwd", "http://10.0.0.1/"})
        QTest::newRow(url) << QByteArray(url);
}

void GoogleAccountTest::sendsSecretsOnlyEncrypted()
{
    QFETCH(QByteArray, url);
    SystemClock clock;
    Http::ThreadIo threadIo(clock);
    Http::UpstreamClient client(threadIo.io(), {});
    HttpTokenExchange exchange(clock, client);
    std::optional<TokenReply> reply;
    exchange.send({.url = url, .form = "a=b", .fields = {}},
                  [&reply](TokenReply answer) { reply = std::move(answer); });
    QVERIFY(reply && reply->status == 0 && reply->problem.contains(u"https://"_s));
}

void GoogleAccountTest::cancelsWhenItGoes()
{
    ScriptedServer server(Script().waitRequest());
    SystemClock clock;
    Http::ThreadIo threadIo(clock);
    Http::UpstreamClient client(threadIo.io(), {});
    bool isAnswered = false;
    {
        HttpTokenExchange exchange(clock, client);
        exchange.send({.url = "http://127.0.0.1:" + QByteArray::number(server.port()) + "/",
                       .form = "a=b",
                       .fields = {}},
                      [&isAnswered](const TokenReply &) { isAnswered = true; });
        QTRY_COMPARE(server.requestCount(), 1);
    }
    QTRY_COMPARE(server.openCount(), 0);
    QVERIFY(!isAnswered);
}

int main(int argc, char **argv)
{
    return runOnEpoll<GoogleAccountTest>(argc, argv);
}

#include "tst_googleaccount.moc"
