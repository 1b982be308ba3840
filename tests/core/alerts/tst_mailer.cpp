// SPDX-License-Identifier: GPL-3.0-or-later
//! Mails over loopback to a server with a certificate of its own.
#include "core/alerts/mailer.h"
#include "tests/support/testcertificates.h"

#include <QtNetwork/QSslKey>
#include <QtNetwork/QSslSocket>
#include <QtNetwork/QTcpServer>

using namespace Gatehouse;
using namespace Gatehouse::Alerts;
using namespace Qt::StringLiterals;

namespace {

//! A mail server's side of RFC 5321, for one mail at a time.
class FakeMailServer : public QTcpServer
{
public:
    enum class Tls { AtOnce, WhenAsked, Never };

    FakeMailServer(Tls tls, const TestCertificates::Server &files)
        : m_tls(tls)
        , m_files(files)
    {
        listen(QHostAddress::LocalHost);
    }

    QByteArray refusal; //!< answers MAIL FROM so
    QByteArrayList commands;
    QByteArray text;
    bool wasEncrypted = false;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        socket->setLocalCertificate(m_files.certificate);
        socket->setPrivateKey(m_files.key, QSsl::Ec);
        connect(socket, &QSslSocket::readyRead, this, [this, socket] { read(*socket); });
        const auto greet = [socket] { socket->write("220 mail.test ready\r\n"); };
        if (m_tls == Tls::AtOnce) {
            connect(socket, &QSslSocket::encrypted, this, greet);
            socket->startServerEncryption();
        } else {
            greet();
        }
    }

private:
    void read(QSslSocket &socket)
    {
        while (socket.canReadLine()) {
            const QByteArray line = socket.readLine().chopped(2);
            if (m_inText && line == ".") {
                m_inText = false;
                socket.write("250 taken\r\n");
            } else if (m_inText) {
                text += line + '\n';
            } else if (m_inLogin) {
                m_inLogin = false;
                socket.write(line == QByteArray("\0gate\0pass", 10).toBase64() ? "235 welcome\r\n"
                                                                               : "535 wrong\r\n");
            } else {
                answer(socket, line);
            }
        }
    }

    void answer(QSslSocket &socket, const QByteArray &line)
    {
        commands.append(line);
        const QByteArray verb = line.left(4).toUpper();
        if (verb == "EHLO") {
            const bool offersTls = m_tls == Tls::WhenAsked && !socket.isEncrypted();
            socket.write(offersTls ? "250-mail.test\r\n250 STARTTLS\r\n"
                                   : "250-mail.test\r\n250 AUTH PLAIN\r\n");
        } else if (verb == "STAR") {
            socket.write("220 go ahead\r\n");
            socket.flush();
            socket.startServerEncryption();
        } else if (verb == "AUTH") {
            m_inLogin = true;
            socket.write("334 \r\n");
        } else if (verb == "MAIL" && !refusal.isEmpty()) {
            socket.write(refusal + "\r\n");
        } else if (verb == "DATA") {
            wasEncrypted = socket.isEncrypted();
            m_inText = true;
            socket.write("354 go on\r\n");
        } else {
            socket.write(verb == "QUIT" ? "221 bye\r\n" : "250 ok\r\n");
        }
    }

    const Tls m_tls;
    const TestCertificates::Server m_files;
    bool m_inText = false;
    bool m_inLogin = false; //!< the next line is name and password
};

} // namespace

class TestMailer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sendsThroughTls_data();
    void sendsThroughTls();
    void neverWithoutTls();
    void neverToAStranger_data();
    void neverToAStranger();
    void wrongPasswordIsNotTriedAgain();
    void refusals_data();
    void refusals();
    void breaksOffAtTheEnd();

private:
    Mail mail(const FakeMailServer &server, const QString &scheme) const;
    Outcome send(const Mail &mail);

    TestCertificates m_certificates;
    TestCertificates::Server m_localhost;
};

void TestMailer::initTestCase()
{
    m_localhost = m_certificates.server(u"localhost"_s, u"DNS:localhost"_s);
    QVERIFY(m_certificates.isValid());
}

Mail TestMailer::mail(const FakeMailServer &server, const QString &scheme) const
{
    return {.server = u"%1://localhost:%2"_s.arg(scheme).arg(server.serverPort()),
            .user = u"gate"_s,
            .password = Secrets::Secret("pass"),
            .from = u"gate@example.com"_s,
            .to = {u"a@example.com"_s, u"b@example.com"_s},
            .text = "Subject: Hi\r\n\r\nA budget\r\n.\r\nis used up\r\n",
            .caFile = m_certificates.authority()};
}

Outcome TestMailer::send(const Mail &one)
{
    Mailer mailer;
    std::optional<Outcome> outcome;
    mailer.send(one, [&outcome](const Outcome &ended) { outcome = ended; });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(outcome, 15'000); }();
    return outcome.value_or(Outcome());
}

void TestMailer::sendsThroughTls_data()
{
    QTest::addColumn<bool>("atOnce");
    QTest::newRow("smtps") << true;
    QTest::newRow("STARTTLS") << false;
}

void TestMailer::sendsThroughTls()
{
    QFETCH(bool, atOnce);
    FakeMailServer server(atOnce ? FakeMailServer::Tls::AtOnce : FakeMailServer::Tls::WhenAsked,
                          m_localhost);
    const Outcome outcome = send(mail(server, atOnce ? u"smtps"_s : u"smtp"_s));
    QVERIFY2(outcome.delivered, qUtf8Printable(outcome.detail));
    QVERIFY(server.wasEncrypted);
    QVERIFY(server.commands.contains("MAIL FROM:<gate@example.com>"));
    QVERIFY(server.commands.contains("RCPT TO:<a@example.com>"));
    QVERIFY(server.commands.contains("RCPT TO:<b@example.com>"));
    QCOMPARE(server.text, "Subject: Hi\n\nA budget\n..\nis used up\n"_ba); // dots are doubled
}

void TestMailer::neverWithoutTls()
{
    FakeMailServer server(FakeMailServer::Tls::Never, m_localhost);
    const Outcome outcome = send(mail(server, u"smtp"_s));
    QVERIFY(!outcome.delivered);
    QVERIFY(!outcome.mayRetry);
    for (const QByteArray &command : server.commands)
        QVERIFY(!command.startsWith("AUTH") && !command.startsWith("MAIL"));
}

void TestMailer::neverToAStranger_data()
{
    QTest::addColumn<bool>("otherName");
    QTest::newRow("unknown authority") << false;
    QTest::newRow("another name") << true;
}

void TestMailer::neverToAStranger()
{
    QFETCH(bool, otherName);
    const auto other = m_certificates.server(u"other"_s, u"DNS:other.example"_s);
    FakeMailServer server(FakeMailServer::Tls::AtOnce, otherName ? other : m_localhost);
    Mail one = mail(server, u"smtps"_s);
    if (!otherName)
        one.caFile.clear();
    const Outcome outcome = send(one);
    QVERIFY(!outcome.delivered);
    QVERIFY2(outcome.detail.contains("certificate"_L1) || outcome.detail.contains("SSL"_L1),
             qUtf8Printable(outcome.detail));
    QVERIFY(server.commands.isEmpty());
}

void TestMailer::wrongPasswordIsNotTriedAgain()
{
    FakeMailServer server(FakeMailServer::Tls::AtOnce, m_localhost);
    Mail one = mail(server, u"smtps"_s);
    one.password = Secrets::Secret("guess");
    const Outcome outcome = send(one);
    QVERIFY(!outcome.delivered && !outcome.mayRetry);
    QVERIFY(!outcome.detail.contains("guess"_L1));
}

void TestMailer::refusals_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("mayRetry");
    QTest::newRow("for now") << "451 try later"_ba << true;
    QTest::newRow("for good") << "550 not you"_ba << false;
}

void TestMailer::refusals()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, mayRetry);
    FakeMailServer server(FakeMailServer::Tls::AtOnce, m_localhost);
    server.refusal = answer;
    const Outcome outcome = send(mail(server, u"smtps"_s));
    QVERIFY(!outcome.delivered);
    QCOMPARE(outcome.mayRetry, mayRetry);
}

void TestMailer::breaksOffAtTheEnd()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    QElapsedTimer timer;
    timer.start();
    {
        Mailer mailer;
        mailer.send({.server = u"smtps://localhost:%1"_s.arg(silent.serverPort()),
                     .user = {},
                     .password = {},
                     .from = u"a@example.com"_s,
                     .to = {u"b@example.com"_s},
                     .text = "x",
                     .caFile = {}},
                    [](const Outcome &) { QFAIL("answered"); });
        QTRY_VERIFY(silent.hasPendingConnections());
    }
    QVERIFY(timer.elapsed() < 10'000);
}

QTEST_GUILESS_MAIN(TestMailer)
#include "tst_mailer.moc"
