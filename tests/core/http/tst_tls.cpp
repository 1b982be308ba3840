// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/http/iothread.h"
#include "core/http/nativechannel.h"
#include "core/http/tlschannel.h"
#include "tests/support/channelrecorder.h"
#include "tests/support/epollmain.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testcertificates.h"

#include <QtTest/QtTest>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

using namespace Gatehouse;
using namespace Gatehouse::Http;
using namespace Qt::StringLiterals;

class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void connectsAndDescribesThePeer();
    void acceptsAddressLiterals();
    void resumesOnTheSecondConnection_data();
    void resumesOnTheSecondConnection();
    void refusesBadCertificates_data();
    void refusesBadCertificates();
    void refusesOldProtocol();
    void tellsPeerThatSpeaksNoTls();
    void tellsCutHandshake();
    void tellsCutStream();
    void sendsWhatWasWrittenBeforeTheHandshake();
    void keepsNoBytesBackWhilePaused();
    void namesBadFiles_data();
    void namesBadFiles();
    void warnsOfExpiredCertificate();
    void sessionCacheIsBounded();

private:
    //! Connects a client for \a host to a server over a socket pair, and keeps both.
    void connectEnds(const std::shared_ptr<TlsContext> &server,
                     const std::shared_ptr<TlsContext> &client, const QByteArray &host);
    std::shared_ptr<TlsContext> serverContext(const TestCertificates::Server &files)
    {
        return TlsContext::server(files.certificate, files.key).value();
    }
    std::shared_ptr<TlsContext> clientContext()
    {
        return TlsContext::client(m_certificates.authority()).value();
    }

    SystemClock m_clock;
    TestCertificates m_certificates;
    TestCertificates::Server m_good;
    std::unique_ptr<ThreadIo> m_thread;
    ChannelRecorder m_serverSide;
    ChannelRecorder m_clientSide;
    std::unique_ptr<TlsChannel> m_server;
    std::unique_ptr<TlsChannel> m_client;
};

void TestTls::initTestCase()
{
    m_thread = std::make_unique<ThreadIo>(m_clock);
    m_good = m_certificates.server(u"good"_s, u"DNS:localhost,DNS:*.example.com,IP:127.0.0.1"_s);
    QVERIFY(m_certificates.isValid());
}

void TestTls::init()
{
    m_server.reset();
    m_client.reset();
    m_serverSide = {};
    m_clientSide = {};
}

void TestTls::connectEnds(const std::shared_ptr<TlsContext> &server,
                          const std::shared_ptr<TlsContext> &client, const QByteArray &host)
{
    init();
    std::array<int, 2> fd = {-1, -1};
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, fd.data()), 0);
    m_server = TlsChannel::server(m_thread->io(), fd[0], "peer"_ba, server);
    m_client = TlsChannel::client(m_thread->io(), fd[1], client, host);
    m_server->start(m_serverSide);
    m_client->start(m_clientSide);
    QTRY_VERIFY(m_clientSide.connected + m_clientSide.closed > 0
                && m_serverSide.connected + m_serverSide.closed > 0);
}

void TestTls::connectsAndDescribesThePeer()
{
    connectEnds(serverContext(m_good), clientContext(), "localhost");
    QCOMPARE(m_clientSide.connected, 1);
    QVERIFY(m_client->isEncrypted());
    QCOMPARE(m_client->protocol(), "TLSv1.3"_ba);
    QVERIFY(!m_client->isResumed());
    const auto certificate = m_client->peerCertificate();
    QVERIFY(certificate);
    QCOMPARE(certificate->subject, u"good"_s);
    QCOMPARE(certificate->issuer, u"localhost"_s);
    const auto left = certificate->notAfter - m_clock.wall();
    QVERIFY(left > std::chrono::days(29) && left < std::chrono::days(31));
    QVERIFY(!m_server->peerCertificate());
}

void TestTls::acceptsAddressLiterals()
{
    connectEnds(serverContext(m_good), clientContext(), "127.0.0.1");
    QCOMPARE(m_clientSide.connected, 1);
    connectEnds(serverContext(m_good), clientContext(), "127.0.0.2");
    QCOMPARE(m_clientSide.detail, u"certificate is for another host"_s);
}

void TestTls::resumesOnTheSecondConnection_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("TLS 1.2") << TLS1_2_VERSION;
    QTest::newRow("TLS 1.3") << TLS1_3_VERSION;
}

void TestTls::resumesOnTheSecondConnection()
{
    QFETCH(int, version);
    const auto server = serverContext(m_good);
    const auto client = clientContext();
    SSL_CTX_set_max_proto_version(client->handle(), version);
    for (int i = 0; i < 4; ++i) {
        connectEnds(server, client, "localhost");
        m_server->write("ticket first, then data");
        QTRY_VERIFY(!m_clientSide.received.isEmpty());
        QCOMPARE(m_client->isResumed(), i > 0);
        QCOMPARE(m_server->isResumed(), i > 0);
        m_client->write("back");
        QTRY_COMPARE(m_serverSide.received, "back"_ba);
    }
    connectEnds(server, client, "a.example.com"); // sessions are per host
    QCOMPARE(m_clientSide.connected, 1);
    QVERIFY(!m_client->isResumed());
}

void TestTls::refusesBadCertificates_data()
{
    QTest::addColumn<QString>("which");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QString>("detail");
    QTest::newRow("expired") << u"expired"_s << "localhost"_ba << u"certificate has expired"_s;
    QTest::newRow("host") << u"good"_s << "other.test"_ba << u"certificate is for another host"_s;
    QTest::newRow("partial wildcard")
        << u"good"_s << "a.b.example.com"_ba << u"certificate is for another host"_s;
    QTest::newRow("issuer") << u"stranger"_s << "localhost"_ba << u"issuer is not trusted"_s;
    QTest::newRow("self-signed") << u"self"_s << "localhost"_ba << u"self-signed certificate"_s;
}

void TestTls::refusesBadCertificates()
{
    QFETCH(QString, which);
    QFETCH(QByteArray, host);
    QFETCH(QString, detail);
    TestCertificates::Server files = m_good;
    if (which == "expired"_L1)
        files = m_certificates.server(which, u"DNS:localhost"_s, -1);
    if (which == "self"_L1 || which == "stranger"_L1)
        files = m_certificates.selfSigned(u"self"_s);
    if (which == "stranger"_L1)
        files = m_certificates.server(which, u"DNS:localhost"_s, 30, u"self"_s);
    QVERIFY(m_certificates.isValid());
    connectEnds(serverContext(files), clientContext(), host);
    QCOMPARE(m_clientSide.connected, 0);
    QCOMPARE(m_clientSide.end, ChannelEnd::TlsFailed);
    QCOMPARE(m_clientSide.detail, detail);
    QTRY_COMPARE(m_serverSide.closed, 1);
    QCOMPARE(m_serverSide.end, ChannelEnd::TlsFailed); // told by an alert
}

void TestTls::refusesOldProtocol()
{
    const auto client = clientContext();
    SSL_CTX_set_security_level(client->handle(), 0);
    SSL_CTX_set_min_proto_version(client->handle(), TLS1_1_VERSION);
    SSL_CTX_set_max_proto_version(client->handle(), TLS1_1_VERSION);
    connectEnds(serverContext(m_good), client, "localhost");
    QCOMPARE(m_serverSide.end, ChannelEnd::TlsFailed);
    QVERIFY2(m_serverSide.detail.startsWith(u"protocol too old"_s),
             qPrintable(m_serverSide.detail));
}

void TestTls::tellsPeerThatSpeaksNoTls()
{
    std::array<int, 2> fd = {-1, -1};
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, fd.data()), 0);
    m_server = TlsChannel::server(m_thread->io(), fd[0], {}, serverContext(m_good));
    m_server->start(m_serverSide);
    QVERIFY(::send(fd[1], "GET / HTTP/1.1\r\n\r\n", 18, 0) == 18);
    QTRY_COMPARE(m_serverSide.closed, 1);
    QCOMPARE(m_serverSide.end, ChannelEnd::TlsFailed);
    QCOMPARE(m_serverSide.detail, u"the peer does not speak TLS"_s);
    ::close(fd[1]);
}

void TestTls::tellsCutHandshake()
{
    std::array<int, 2> fd = {-1, -1};
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, fd.data()), 0);
    m_client = TlsChannel::client(m_thread->io(), fd[1], clientContext(), "localhost");
    m_client->start(m_clientSide);
    ::shutdown(fd[0], SHUT_WR);
    QTRY_COMPARE(m_clientSide.closed, 1);
    QCOMPARE(m_clientSide.end, ChannelEnd::TlsFailed);
    ::close(fd[0]);
}

void TestTls::tellsCutStream()
{
    connectEnds(serverContext(m_good), clientContext(), "localhost");
    ::shutdown(m_server->descriptor(), SHUT_WR); // without close_notify
    QTRY_COMPARE(m_clientSide.closed, 1);
    QCOMPARE(m_clientSide.end, ChannelEnd::Reset);
}

void TestTls::sendsWhatWasWrittenBeforeTheHandshake()
{
    std::array<int, 2> fd = {-1, -1};
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, fd.data()), 0);
    m_server = TlsChannel::server(m_thread->io(), fd[0], {}, serverContext(m_good));
    m_client = TlsChannel::client(m_thread->io(), fd[1], clientContext(), "localhost");
    m_client->write({"early ", "bird"});
    QCOMPARE(m_client->pendingBytes(), 10);
    m_server->start(m_serverSide);
    m_client->start(m_clientSide);
    QTRY_COMPARE(m_serverSide.received, "early bird"_ba);
    QCOMPARE(m_clientSide.drained, 1);
}

void TestTls::keepsNoBytesBackWhilePaused()
{
    connectEnds(serverContext(m_good), clientContext(), "localhost");
    m_clientSide.whenData = [this] { m_client->setReading(false); };
    for (const char *piece : {"one", "two", "three"})
        m_server->write(piece);
    QTRY_COMPARE(m_clientSide.received, "one"_ba); // all three came in one read
    m_client->setReading(true);
    QCOMPARE(m_clientSide.received, "one"_ba); // not from inside the call
    QTRY_COMPARE(m_clientSide.received, "onetwo"_ba);
    m_client->setReading(true);
    QTRY_COMPARE(m_clientSide.received, "onetwothree"_ba);
}

void TestTls::namesBadFiles_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("no certificate")
        << u"none.pem"_s << u"good.key"_s << int(ErrorCode::NotFound) << u"does not exist"_s;
    QTest::newRow("no key") << u"good.pem"_s << u"none.key"_s << int(ErrorCode::NotFound)
                            << u"does not exist"_s;
    QTest::newRow("not a certificate")
        << u"good.key"_s << u"good.key"_s << int(ErrorCode::InvalidArgument)
        << u"holds no PEM certificate"_s;
    QTest::newRow("not a key") << u"good.pem"_s << u"good.pem"_s << int(ErrorCode::InvalidArgument)
                               << u"holds no PEM key"_s;
    QTest::newRow("other key") << u"good.pem"_s << u"ca.key"_s << int(ErrorCode::InvalidArgument)
                               << u"does not belong"_s;
}

void TestTls::namesBadFiles()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(int, code);
    QFETCH(QString, words);
    const auto context =
        TlsContext::server(m_certificates.path(certificate), m_certificates.path(key));
    QVERIFY(!context);
    QCOMPARE(int(context.error().code), code);
    QVERIFY2(context.error().detail.contains(words), qPrintable(context.error().detail));
    QVERIFY(!TlsContext::client(m_certificates.path(u"none.pem"_s)));
}

void TestTls::warnsOfExpiredCertificate()
{
    const auto context = serverContext(m_good);
    QVERIFY(context->certificate());
    QCOMPARE(context->warning(m_clock), QString());
    FakeClock later;
    later.setWall(m_clock.wall() + std::chrono::days(40));
    QCOMPARE(context->warning(later), u"certificate has expired"_s);
    later.setWall(m_clock.wall() - std::chrono::days(1));
    QCOMPARE(context->warning(later), u"certificate is not yet valid"_s);
}

void TestTls::sessionCacheIsBounded()
{
    TlsSessionCache cache;
    for (int i = 0; i < 100; ++i)
        cache.store("host", TlsSessionCache::Session(SSL_SESSION_new()));
    const TlsSessionCache::Session taken = cache.take("host");
    QVERIFY(taken);
    QVERIFY(!cache.take("other"));
    cache.forget("host");
    QVERIFY(!cache.take("host"));
}

int main(int argc, char **argv)
{
    return runOnEpoll<TestTls>(argc, argv);
}

#include "tst_tls.moc"
