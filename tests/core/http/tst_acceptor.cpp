// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/http/acceptor.h"
#include "core/http/iothread.h"
#include "core/http/processlimits.h"
#include "core/http/socketaddress.h"
#include "tests/support/epollmain.h"

#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QtTest>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/un.h>
#include <unistd.h>

#include <csignal>
#include <vector>

using namespace Gatehouse;
using namespace Gatehouse::Http;
using namespace Qt::StringLiterals;

class TestAcceptor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_thread = std::make_unique<ThreadIo>(m_clock); }
    void cleanup();
    void acceptsOn_data();
    void acceptsOn();
    void acceptsManyAtOnce();
    void waitsWhileNotAccepting();
    void mayDieInItsCallback();
    void refusesBadAddresses_data();
    void refusesBadAddresses();
    void namesTheHolderOfThePort();
    void unixSocketIsPrivate();
    void replacesStaleSocketButNotALiveOne();
    void turnsAwayWithoutDescriptors();
    void preparesTheProcess();

private:
    std::unique_ptr<Acceptor> listen(const QString &address)
    {
        auto made =
            Acceptor::listen(m_thread->io(), address, [this](int fd, const QByteArray &peer) {
                m_accepted.push_back(fd);
                m_peers.append(peer);
            });
        return made ? std::move(made).value() : nullptr;
    }
    //! Blocking connect; loopback answers from the backlog.
    int connectTo(const SocketAddress &address)
    {
        const int fd = ::socket(address.family(), SOCK_STREAM | SOCK_CLOEXEC, 0);
        const bool connected = ::connect(fd, address.data(), address.size()) == 0;
        m_clients.push_back(fd);
        return connected ? fd : -1;
    }
    static SocketAddress loopback(quint16 port)
    {
        return SocketAddress::fromHost(QHostAddress(QHostAddress::LocalHost), port);
    }

    SystemClock m_clock;
    std::unique_ptr<ThreadIo> m_thread;
    std::vector<int> m_accepted;
    std::vector<int> m_clients;
    QByteArrayList m_peers;
};

void TestAcceptor::cleanup()
{
    for (const int fd : m_accepted)
        ::close(fd);
    for (const int fd : m_clients)
        ::close(fd);
    m_accepted.clear();
    m_clients.clear();
    m_peers.clear();
}

void TestAcceptor::acceptsOn_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("IPv4") << u"127.0.0.1:0"_s;
    QTest::newRow("localhost") << u"localhost:0"_s;
    QTest::newRow("every address") << u"*:0"_s;
}

void TestAcceptor::acceptsOn()
{
    QFETCH(QString, address);
    const auto acceptor = listen(address);
    QVERIFY(acceptor);
    QVERIFY(acceptor->port() > 0);
    QVERIFY(connectTo(loopback(acceptor->port())) >= 0);
    QTRY_COMPARE(m_accepted.size(), size_t(1));
    QCOMPARE(m_peers, QByteArrayList{"127.0.0.1"_ba}); // also through IPv6
    QVERIFY(::fcntl(m_accepted[0], F_GETFL) & O_NONBLOCK);
    QVERIFY(::fcntl(m_accepted[0], F_GETFD) & FD_CLOEXEC);
}

void TestAcceptor::acceptsManyAtOnce()
{
    const auto acceptor = listen(u"127.0.0.1:0"_s);
    for (int i = 0; i < 200; ++i)
        QVERIFY(connectTo(loopback(acceptor->port())) >= 0);
    QTRY_COMPARE(m_accepted.size(), size_t(200));
}

void TestAcceptor::waitsWhileNotAccepting()
{
    const auto acceptor = listen(u"127.0.0.1:0"_s);
    acceptor->setAccepting(false);
    QVERIFY(connectTo(loopback(acceptor->port())) >= 0);
    QCoreApplication::processEvents();
    QVERIFY(m_accepted.empty());
    acceptor->setAccepting(true);
    QTRY_COMPARE(m_accepted.size(), size_t(1));
}

void TestAcceptor::mayDieInItsCallback()
{
    std::unique_ptr<Acceptor> acceptor;
    auto made = Acceptor::listen(m_thread->io(), u"127.0.0.1:0"_s, [&](int fd, const QByteArray &) {
        ::close(fd);
        acceptor.reset();
    });
    acceptor = std::move(made).value();
    const quint16 port = acceptor->port();
    connectTo(loopback(port));
    connectTo(loopback(port));
    QTRY_VERIFY(!acceptor);
    QCOMPARE(connectTo(loopback(port)), -1);
}

void TestAcceptor::refusesBadAddresses_data()
{
    QTest::addColumn<QString>("address");
    for (const char *address :
         {"", ":", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536", "127.0.0.1:-1",
          "127.0.0.1:+1", "::1:80", "[127.0.0.1]:80", "example.com:80", "192.0.2.1:0"})
        QTest::newRow(address) << QString::fromLatin1(address);
}

void TestAcceptor::refusesBadAddresses()
{
    QFETCH(QString, address);
    const auto made = Acceptor::listen(m_thread->io(), address, [](int, const QByteArray &) {});
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::InvalidArgument);
}

void TestAcceptor::namesTheHolderOfThePort()
{
    const auto first = listen(u"127.0.0.1:0"_s);
    const auto second =
        Acceptor::listen(m_thread->io(), first->address(), [](int, const QByteArray &) {});
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::InUse);
    QCOMPARE(
        second.error().detail,
        u"port %1 is in use by process %2 (tst_acceptor)"_s.arg(first->port()).arg(::getpid()));
}

void TestAcceptor::unixSocketIsPrivate()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"run/admin.sock"_s);
    auto acceptor = listen(path);
    QVERIFY(acceptor);
    QCOMPARE(acceptor->address(), path);
    const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    QCOMPARE(QFileInfo(path).permissions(), owner);
    QCOMPARE(QFileInfo(folder.filePath(u"run"_s)).permissions(),
             owner | QFile::ExeOwner | QFile::ExeUser);
    QVERIFY(connectTo(*SocketAddress::fromPath(path.toLocal8Bit())) >= 0);
    QTRY_COMPARE(m_peers, QByteArrayList{""_ba});
    QCOMPARE(Acceptor::peerUser(m_accepted[0]), std::optional<quint32>(::geteuid()));
    acceptor.reset();
    QVERIFY(!QFileInfo::exists(path));
}

void TestAcceptor::replacesStaleSocketButNotALiveOne()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"socket"_s);
    {
        const int stale = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const auto address = SocketAddress::fromPath(path.toLocal8Bit());
        QCOMPARE(::bind(stale, address->data(), address->size()), 0);
        ::close(stale);
    }
    const auto first = listen(path);
    QVERIFY(first);
    const auto second = Acceptor::listen(m_thread->io(), path, [](int, const QByteArray &) {});
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::InUse);
    QFile plain(folder.filePath(u"file"_s));
    QVERIFY(plain.open(QIODevice::WriteOnly));
    QVERIFY(!listen(plain.fileName()));
    QVERIFY(plain.exists());
}

void TestAcceptor::turnsAwayWithoutDescriptors()
{
    const auto acceptor = listen(u"127.0.0.1:0"_s);
    std::vector<int> clients;
    for (int i = 0; i < 3; ++i)
        clients.push_back(connectTo(loopback(acceptor->port())));
    rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
    rlimit none = before;
    const int next = ::dup(0); // the lowest free number
    ::close(next);
    none.rlim_cur = rlim_t(next);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot accept"_s));
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &none), 0);
    QCoreApplication::processEvents();
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before), 0);
    QCOMPARE(acceptor->turnedAway(), quint64(3));
    char byte = 0;
    for (const int fd : clients)
        QVERIFY(::recv(fd, &byte, 1, 0) <= 0); // told at once, not left waiting
    QVERIFY(m_accepted.empty());
    QVERIFY(connectTo(loopback(acceptor->port())) >= 0);
    QTRY_COMPARE(m_accepted.size(), size_t(1)); // after the retry delay
}

void TestAcceptor::preparesTheProcess()
{
    const auto limit = prepareProcessForSockets();
    QVERIFY(limit);
    rlimit now = {};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &now), 0);
    QCOMPARE(now.rlim_cur, now.rlim_max);
    QCOMPARE(*limit, qint64(now.rlim_cur));
    QVERIFY(std::signal(SIGPIPE, SIG_IGN) == SIG_IGN);
    QVERIFY(descriptorsLeft(64) == 64);
}

int main(int argc, char **argv)
{
    return runOnEpoll<TestAcceptor>(argc, argv);
}

#include "tst_acceptor.moc"
