// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/message.h"
#include "core/alerts/webhook.h"
#include "core/http/iothread.h"
#include "tests/support/fakeclock.h"
#include "tests/support/scriptedserver.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QMessageAuthenticationCode>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Alerts;
using namespace Qt::StringLiterals;

namespace {

QByteArray fieldOf(const QByteArray &request, const QByteArray &name)
{
    for (const QByteArray &line : request.split('\n')) {
        if (line.toLower().startsWith(QByteArray(name + ':')))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

Script answers(const QByteArray &status)
{
    return Script().waitRequest().send("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");
}

} // namespace

class TestWebhook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSigned();
    void outcomes_data();
    void outcomes();
    void neverToMetadataAddresses();
    void chatsGetTheirShape();
    void mailsAreWellFormed();

private:
    Outcome post(const QUrl &url, const Secrets::Secret &secret = {});

    SystemClock m_clock;
    Http::ThreadIo m_io{m_clock};
    Http::UpstreamClient m_client{m_io.io(), {}};
};

Outcome TestWebhook::post(const QUrl &url, const Secrets::Secret &secret)
{
    std::optional<Outcome> outcome;
    Webhook webhook(
        m_client, m_clock,
        {.url = url, .body = "{\"type\":\"alerts\"}", .delivery = "7", .secret = secret},
        [&outcome](const Outcome &ended) { outcome = ended; });
    [&] { QTRY_VERIFY(outcome); }();
    return outcome.value_or(Outcome());
}

//! As a receiver checks it.
void TestWebhook::isSigned()
{
    ScriptedServer server(answers("204 No Content"));
    const QUrl url(u"http://127.0.0.1:%1/hook?team=ops"_s.arg(server.port()));
    QVERIFY(post(url, Secrets::Secret("shared")).delivered);
    const QByteArray request = server.received();
    QVERIFY(request.startsWith("POST /hook?team=ops HTTP/1.1\r\n"));
    QCOMPARE(fieldOf(request, "content-type"), "application/json"_ba);
    QCOMPARE(fieldOf(request, "x-gatehouse-delivery"), "7"_ba);
    const QByteArray timestamp = fieldOf(request, "x-gatehouse-timestamp");
    QVERIFY(std::abs(timestamp.toLongLong() - QDateTime::currentSecsSinceEpoch()) < 60);
    const QByteArray body = request.mid(request.indexOf("\r\n\r\n") + 4);
    const QByteArray expected = QMessageAuthenticationCode::hash(
        QByteArray(timestamp + '.' + body), "shared"_ba, QCryptographicHash::Sha256);
    QCOMPARE(fieldOf(request, "x-gatehouse-signature"), QByteArray("v1=" + expected.toHex()));
    // RFC 4231 section 4.3 gives "Jefe"; the text is ours: the form stays as it is.
    QCOMPARE(webhookSignature("Jefe", 1, "x"),
             QByteArray(
                 "v1="
                 + QMessageAuthenticationCode::hash("1.x"_ba, "Jefe"_ba, QCryptographicHash::Sha256)
                       .toHex()));
}

void TestWebhook::outcomes_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<bool>("delivered");
    QTest::addColumn<bool>("mayRetry");
    QTest::newRow("taken") << "202 Accepted"_ba << true << false;
    QTest::newRow("moved") << "302 Found\r\nLocation: http://127.0.0.1:1/"_ba << false << false;
    QTest::newRow("gone") << "410 Gone"_ba << false << false;
    QTest::newRow("slow down") << "429 Too Many Requests"_ba << false << true;
    QTest::newRow("broken") << "500 Internal Server Error"_ba << false << true;
}

void TestWebhook::outcomes()
{
    QFETCH(QByteArray, status);
    QFETCH(bool, delivered);
    QFETCH(bool, mayRetry);
    ScriptedServer server(answers(status));
    const Outcome outcome = post(QUrl(u"http://127.0.0.1:%1"_s.arg(server.port())));
    QCOMPARE(outcome.delivered, delivered);
    QCOMPARE(outcome.mayRetry, mayRetry);
    QCOMPARE(outcome.detail, QString(u"answered "_s + QString::fromLatin1(status.left(3))));
    server.stopListening();
    server.closeConnections();
    const Outcome away = post(QUrl(u"http://127.0.0.1:%1"_s.arg(server.port())));
    QVERIFY(!away.delivered && away.mayRetry);
}

void TestWebhook::neverToMetadataAddresses()
{
    const Outcome outcome = post(QUrl(u"http://169.254.169.254/latest/meta-data"_s));
    QVERIFY(!outcome.delivered);
    QVERIFY(!outcome.mayRetry);
}

void TestWebhook::chatsGetTheirShape()
{
    const QJsonObject message{{u"gateway"_s, u"office"_s}, {u"summary"_s, u"A test"_s}};
    const auto parsed = [&message](const QString &host) {
        return QJsonDocument::fromJson(chatBody(message, host)).object();
    };
    QCOMPARE(parsed(u"hooks.slack.com"_s).value("text"_L1).toString(),
             u"Gatehouse (office)\nA test"_s);
    QCOMPARE(parsed(u"prod-1.westeurope.logic.azure.com"_s)
                 .value("attachments"_L1)[0]["content"_L1]["type"_L1]
                 .toString(),
             u"AdaptiveCard"_s);
}

void TestWebhook::mailsAreWellFormed()
{
    Alert alert;
    alert.ruleName = u"Über\r\nBcc: all@example.com"_s;
    alert.measure = u"budget_used"_s;
    alert.value = 80.1;
    const QJsonObject message = messageJson({.gateway = u"office"_s,
                                             .time = FakeClock().wall(),
                                             .notices = {{Notice::What::Fired, alert}}});
    const QByteArray mail =
        mailText(message, u"gate@example.com"_s, {u"a@example.com"_s, u"b@example.com"_s}, 3);
    const QByteArray head = mail.left(mail.indexOf("\r\n\r\n"));
    QVERIFY(head.contains("To: a@example.com, b@example.com\r\n"));
    QVERIFY(head.contains("Date: Sun, 22 Nov 2026 12:00:00 +0000\r\n"));
    QVERIFY(head.contains("Subject: =?utf-8?B?"));
    QVERIFY(!head.contains("Bcc:"));
    for (const QByteArray &line : mail.split('\n'))
        QVERIFY(line.size() <= 79);
    const QByteArray body = QByteArray::fromBase64(mail.mid(head.size() + 4).replace("\r\n", ""));
    QVERIFY(body.contains("at 80.1 %"));
}

QTEST_GUILESS_MAIN(TestWebhook)
#include "tst_webhook.moc"
