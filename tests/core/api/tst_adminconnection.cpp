// SPDX-License-Identifier: GPL-3.0-or-later
//! The admin API over TLS: whose certificates are trusted.
#include "core/api/httpadmintransport.h"
#include "tests/support/testcertificates.h"

#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QSslKey>
#include <QtNetwork/QSslServer>
#include <QtNetwork/QSslSocket>
#include <QtTest/QSignalSpy>

using namespace Gatehouse;
using namespace Qt::StringLiterals;

class AdminConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void showsWhatNobodyVouchesFor();
    void trustsTheFingerprintThatWasCompared();
    void refusesAnotherFingerprint();
    void needsNoFingerprintWithTheAuthority();

private:
    Api::AdminReply ask(const QByteArray &fingerprint, const QString &authority = {}) const;
    QString offered(const Api::AdminReply &reply) const
    {
        return reply.body["error"_L1]["fingerprint"_L1].toString();
    }

    TestCertificates m_certificates;
    QSslServer m_server;
};

void AdminConnectionTest::initTestCase()
{
    const auto files = m_certificates.server(u"admin"_s, u"DNS:localhost"_s);
    QVERIFY(m_certificates.isValid());
    QFile key(files.key);
    QVERIFY(key.open(QIODevice::ReadOnly));
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate::fromPath(files.certificate).first());
    configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
    m_server.setSslConfiguration(configuration);
    connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, [this] {
        QTcpSocket *client = m_server.nextPendingConnection();
        connect(client, &QIODevice::readyRead, client, [client] {
            if (client->readAll().contains("\r\n\r\n"))
                client->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        });
    });
    QVERIFY(m_server.listen(QHostAddress::LocalHost));
}

Api::AdminReply AdminConnectionTest::ask(const QByteArray &fingerprint,
                                         const QString &authority) const
{
    auto address =
        Api::AdminAddress::ofUrl(u"https://localhost:%1"_s.arg(m_server.serverPort()), u"token"_s);
    address->fingerprint = fingerprint;
    address->caFile = authority;
    Api::HttpAdminTransport transport([&address] { return address; });
    Api::AdminReply reply;
    Api::AdminCall *call = transport.send("GET", u"/status"_s, {}, {}, -1);
    QSignalSpy finished(call, &Api::AdminCall::finished);
    connect(call, &Api::AdminCall::finished, this,
            [&reply](Api::AdminCall *done) { reply = done->reply(); });
    finished.wait();
    return reply;
}

void AdminConnectionTest::showsWhatNobodyVouchesFor()
{
    const Api::AdminReply reply = ask({});
    QCOMPARE(reply.status, 0);
    QCOMPARE(offered(reply).size(), 32 * 3 - 1);
}

void AdminConnectionTest::trustsTheFingerprintThatWasCompared()
{
    QCOMPARE(ask(offered(ask({})).toLatin1()).status, 200);
}

void AdminConnectionTest::refusesAnotherFingerprint()
{
    const Api::AdminReply reply = ask(QByteArray("ab:").repeated(31) + "ab");
    QCOMPARE(reply.status, 0);
    QVERIFY(!offered(reply).isEmpty());
}

void AdminConnectionTest::needsNoFingerprintWithTheAuthority()
{
    QCOMPARE(ask({}, m_certificates.authority()).status, 200);
}

QTEST_GUILESS_MAIN(AdminConnectionTest)
#include "tst_adminconnection.moc"
