// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/http/iothread.h"
#include "core/http/nativechannel.h"
#include "core/http/qtchannel.h"
#include "core/http/tlschannel.h"
#include "tests/support/channelrecorder.h"
#include "tests/support/epollmain.h"
#include "tests/support/testcertificates.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>

using namespace Gatehouse;
using namespace Gatehouse::Http;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

enum class Kind { Native, NativeByNotifiers, Unix, Qt, Tls };

//! A listening socket of loopback that closes with the test.
struct Listener {
    Listener()
    {
        SocketAddress address = SocketAddress::fromHost(QHostAddress(QHostAddress::LocalHost), 0);
        QCOMPARE(::bind(fd, address.data(), address.size()), 0);
        QCOMPARE(::listen(fd, 16), 0);
    }
    ~Listener() { ::close(fd); }
    Q_DISABLE_COPY(Listener)
    quint16 port() const { return SocketAddress::local(fd).port(); }
    int accept() const { return ::accept4(fd, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK); }

    int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
};

std::array<int, 2> connectedTcp()
{
    const Listener listener;
    SocketAddress address =
        SocketAddress::fromHost(QHostAddress(QHostAddress::LocalHost), listener.port());
    const int client = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::connect(client, address.data(), address.size()) != 0)
        return {-1, -1};
    ::fcntl(client, F_SETFL, O_NONBLOCK);
    return {listener.accept(), client};
}

std::array<int, 2> connectedUnix()
{
    std::array<int, 2> fd = {-1, -1};
    ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, fd.data());
    return fd;
}

QByteArray pattern(int size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (int i = 0; i < size; ++i)
        bytes[i] = char((i * 7 + i / 251) & 0xff);
    return bytes;
}

} // namespace

class TestChannel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void echoes_data() { kinds(); }
    void echoes();
    void joinsParts_data() { kinds(); }
    void joinsParts();
    void slowReaderBoundsTheWriter_data() { kinds(); }
    void slowReaderBoundsTheWriter();
    void deliversNothingWhilePaused_data() { kinds(); }
    void deliversNothingWhilePaused();
    void mayBePausedInsideACall_data() { kinds(); }
    void mayBePausedInsideACall();
    void mayDieInEachCall_data();
    void mayDieInEachCall();
    void tellsOrderlyEnd_data() { kinds(); }
    void tellsOrderlyEnd();
    void tellsReset_data() { kinds(); }
    void tellsReset();
    void tellsResetWhilePaused_data() { kinds(); }
    void tellsResetWhilePaused();
    void lingeringCloseDeliversEverything_data() { kinds(); }
    void lingeringCloseDeliversEverything();
    void lingeringCloseGivesUp();
    void halfClosedPeerGetsItsAnswer_data();
    void halfClosedPeerGetsItsAnswer();
    void answerBeforeAFailedWriteArrives();
    void pausedUnixSocketDoesNotSpin();
    void connectsToTheAddressThatAnswers();
    void tellsRefusedConnection();
    void tellsConnectWithoutAddress();
    void connectsToUnixPath();
    void writesBeforeConnected();
    void releasesItsDescriptor();

private:
    struct Ends {
        std::unique_ptr<Channel> server;
        std::unique_ptr<Channel> client;
    };
    static void kinds();
    //! Two connected ends, started, of the kind of the current row.
    void connectEnds(Ends &ends);
    std::unique_ptr<Channel> make(Kind kind, int fd);

    SystemClock m_clock;
    std::unique_ptr<ThreadIo> m_thread;
    std::unique_ptr<TestCertificates> m_certificates;
    std::shared_ptr<TlsContext> m_serverTls;
    std::shared_ptr<TlsContext> m_clientTls;
    IoContext *m_io = nullptr;
    ChannelRecorder m_server;
    ChannelRecorder m_client;
};

void TestChannel::initTestCase()
{
    m_certificates = std::make_unique<TestCertificates>();
    const auto made = m_certificates->server(u"good"_s, u"DNS:localhost"_s);
    QVERIFY(m_certificates->isValid());
    m_serverTls = TlsContext::server(made.certificate, made.key).value();
    m_clientTls = TlsContext::client(m_certificates->authority()).value();
}

void TestChannel::init()
{
    m_thread = std::make_unique<ThreadIo>(m_clock);
    m_io = &m_thread->io();
    QVERIFY(m_io->epoll);
    m_server = {};
    m_client = {};
}

void TestChannel::cleanup()
{
    m_thread.reset();
}

void TestChannel::kinds()
{
    QTest::addColumn<Kind>("kind");
    QTest::newRow("native") << Kind::Native;
    QTest::newRow("native without epoll") << Kind::NativeByNotifiers;
    QTest::newRow("unix") << Kind::Unix;
    QTest::newRow("qt") << Kind::Qt;
    QTest::newRow("tls") << Kind::Tls;
}

std::unique_ptr<Channel> TestChannel::make(Kind kind, int fd)
{
    if (kind == Kind::Qt)
        return QtChannel::fromDescriptor(*m_io, fd, "127.0.0.1"_ba);
    return NativeChannel::fromDescriptor(*m_io, fd, kind == Kind::Unix ? ""_ba : "127.0.0.1"_ba);
}

void TestChannel::connectEnds(Ends &ends)
{
    QFETCH(Kind, kind);
    if (kind == Kind::NativeByNotifiers)
        m_io->epoll = nullptr;
    const auto fd = kind == Kind::Unix ? connectedUnix() : connectedTcp();
    ends.server = make(kind, fd[0]);
    ends.client = make(kind, fd[1]);
    QCOMPARE(ends.server->peerAddress(), kind == Kind::Unix ? ""_ba : "127.0.0.1"_ba);
    if (kind == Kind::Tls) {
        ends.server = TlsChannel::server(*m_io, std::move(ends.server), m_serverTls);
        ends.client =
            TlsChannel::client(*m_io, std::move(ends.client), m_clientTls, "localhost"_ba);
    }
    ends.server->start(m_server);
    ends.client->start(m_client);
    if (kind == Kind::Tls)
        QTRY_VERIFY(m_server.connected == 1 && m_client.connected == 1);
}

void TestChannel::echoes()
{
    Ends ends;
    connectEnds(ends);
    m_server.whenData = [&] { ends.server->write(std::exchange(m_server.received, {})); };
    ends.client->write("hello");
    QTRY_COMPARE(m_client.received, "hello"_ba);
    ends.client->write(" again");
    QTRY_COMPARE(m_client.received, "hello again"_ba);
    QCOMPARE(ends.client->pendingBytes(), 0);
    QCOMPARE(m_client.drained, 0); // nothing had to wait
    QVERIFY(ends.client->descriptor() >= 0);
}

void TestChannel::joinsParts()
{
    Ends ends;
    connectEnds(ends);
    const QByteArray large = pattern(100'000);
    ends.server->write({"a", "", "bc", large, "d"});
    ends.server->write({});
    ends.server->write({"e", "f"});
    QTRY_COMPARE(m_client.received.size(), large.size() + 6);
    QCOMPARE(m_client.received, "abc" + large + "def");
}

void TestChannel::slowReaderBoundsTheWriter()
{
    Ends ends;
    connectEnds(ends);
    constexpr int highMark = 256 * 1024;
    const QByteArray sent = pattern(12'000'000);
    qsizetype offset = 0;
    qsizetype mostPending = 0;
    const auto feed = [&] {
        while (offset < sent.size() && ends.server->pendingBytes() < highMark) {
            const auto piece = QByteArrayView(sent).sliced(offset).first(
                std::min<qsizetype>(64'000, sent.size() - offset));
            ends.server->write(piece);
            offset += piece.size();
            mostPending = std::max(mostPending, ends.server->pendingBytes());
        }
    };
    m_server.whenDrained = feed;
    ends.client->setReading(false);
    feed();
    QVERIFY(ends.server->pendingBytes() >= highMark);
    QVERIFY(offset < sent.size());
    ends.client->setReading(true);
    QTRY_COMPARE(m_client.received.size(), sent.size());
    QVERIFY(m_client.received == sent);
    QVERIFY(m_server.drained > 0);
    QVERIFY2(mostPending < highMark + 66'000, QByteArray::number(mostPending).constData());
    QTRY_COMPARE(ends.server->pendingBytes(), 0);
}

void TestChannel::deliversNothingWhilePaused()
{
    Ends ends;
    connectEnds(ends);
    ends.client->setReading(false);
    ends.server->write("later");
    ends.client->write("ping");
    QTRY_COMPARE(m_server.received, "ping"_ba); // the loop has turned
    QCoreApplication::processEvents();
    QCOMPARE(m_client.received, QByteArray());
    ends.client->setReading(true);
    QTRY_COMPARE(m_client.received, "later"_ba);
}

void TestChannel::mayBePausedInsideACall()
{
    Ends ends;
    connectEnds(ends);
    const QByteArray sent = pattern(300'000);
    int pieces = 0;
    m_client.whenData = [&] {
        ++pieces;
        ends.client->setReading(false);
        QMetaObject::invokeMethod(
            this, [&] { ends.client->setReading(true); }, Qt::QueuedConnection);
    };
    ends.server->write(sent);
    ends.server->closeAfterWrite();
    QTRY_COMPARE(m_client.closed, 1);
    QVERIFY(m_client.received == sent);
    QVERIFY(pieces > 1);
    QCOMPARE(m_client.end, ChannelEnd::PeerClosed);
}

void TestChannel::mayDieInEachCall_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QByteArray>("call");
    for (const auto kind :
         {Kind::Native, Kind::NativeByNotifiers, Kind::Unix, Kind::Qt, Kind::Tls}) {
        for (const char *call : {"data", "drained", "closed", "reset"})
            QTest::addRow("%d %s", int(kind), call) << kind << QByteArray(call);
    }
}

void TestChannel::mayDieInEachCall()
{
    QFETCH(QByteArray, call);
    Ends ends;
    connectEnds(ends);
    const auto die = [&] { ends.client.reset(); };
    if (call == "data") {
        m_client.whenData = die;
        ends.server->write(pattern(200'000));
    } else if (call == "drained") {
        m_client.whenDrained = die;
        ends.server->setReading(false);
        while (ends.client->pendingBytes() < 100'000)
            ends.client->write(QByteArray(100'000, 'x'));
        ends.server->setReading(true);
    } else {
        m_client.whenClosed = die;
        if (call == "closed")
            ends.server->closeAfterWrite();
        else
            ends.server.reset();
    }
    QTRY_VERIFY(!ends.client);
    QCoreApplication::processEvents();
    QVERIFY(m_client.closed <= 1);
}

void TestChannel::tellsOrderlyEnd()
{
    Ends ends;
    connectEnds(ends);
    ends.server->write("bye");
    ends.server->closeAfterWrite();
    QCOMPARE(ends.server->descriptor(), -1);
    ends.server->write("never sent");
    QTRY_COMPARE(m_client.closed, 1);
    QCOMPARE(m_client.end, ChannelEnd::PeerClosed);
    QCOMPARE(m_client.received, "bye"_ba);
    QCOMPARE(m_server.closed, 0);
    ends.client.reset();
    QTRY_VERIFY(m_io->leftovers.empty()); // long before the time-out
}

void TestChannel::tellsReset()
{
    Ends ends;
    connectEnds(ends);
    ends.client->setReading(false);
    while (ends.server->pendingBytes() == 0)
        ends.server->write(pattern(100'000));
    ends.server->abort();
    QCOMPARE(ends.server->descriptor(), -1);
    ends.client->setReading(true);
    QTRY_COMPARE(m_client.closed, 1);
    QFETCH(Kind, kind);
    if (kind != Kind::Unix && kind != Kind::Qt) // the one knows no reset, the other hides it
        QCOMPARE(m_client.end, ChannelEnd::Reset);
    QCOMPARE(m_server.closed, 0);
}

void TestChannel::tellsResetWhilePaused()
{
    QFETCH(Kind, kind);
    if (kind == Kind::Unix)
        QSKIP("Unix sockets know no reset");
    Ends ends;
    connectEnds(ends);
    ends.client->setReading(false);
    while (ends.server->pendingBytes() == 0)
        ends.server->write(pattern(100'000));
    ends.server->abort();
    QTRY_COMPARE(m_client.closed, 1);
    QCOMPARE(m_client.end, ChannelEnd::Reset);
}

void TestChannel::lingeringCloseDeliversEverything()
{
    Ends ends;
    connectEnds(ends);
    ends.server->setReading(false);
    ends.client->write(pattern(1'000'000)); // input the server never reads
    const QByteArray answer = pattern(4'000'000);
    ends.client->setReading(false);
    ends.server->write(answer);
    ends.server->closeAfterWrite();
    ends.server.reset(); // its owner does not wait
    ends.client->setReading(true);
    QTRY_COMPARE(m_client.closed, 1);
    QCOMPARE(m_client.received.size(), answer.size());
    QVERIFY(m_client.received == answer);
    QCOMPARE(m_client.end, ChannelEnd::PeerClosed);
}

void TestChannel::lingeringCloseGivesUp()
{
    TimerWheel wheel(m_clock, false);
    IoContext io{.clock = m_clock, .timers = wheel, .epoll = EpollDispatcher::current()};
    const auto fd = connectedTcp();
    auto channel = NativeChannel::fromDescriptor(io, fd[0], {});
    channel->start(m_server);
    channel->closeAfterWrite();
    QCOMPARE(io.leftovers.size(), size_t(1));
    QCOMPARE(wheel.runningTimers(), 1);
    char byte = 0;
    QTRY_COMPARE(::recv(fd[1], &byte, 1, MSG_DONTWAIT), ssize_t(0)); // it said goodbye
    io.leftovers.clear();
    QCOMPARE(wheel.runningTimers(), 0);
    ::close(fd[1]);
}

void TestChannel::halfClosedPeerGetsItsAnswer_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::newRow("native") << Kind::Native;
    QTest::newRow("unix") << Kind::Unix;
}

void TestChannel::halfClosedPeerGetsItsAnswer()
{
    QFETCH(Kind, kind);
    const auto fd = kind == Kind::Unix ? connectedUnix() : connectedTcp();
    auto server = make(kind, fd[0]);
    auto client = NativeChannel::fromDescriptor(*m_io, fd[1], {});
    const QByteArray answer = pattern(3'000'000);
    m_server.whenData = [&] { server->write(answer); };
    m_server.whenClosed = [&] { server->closeAfterWrite(); };
    server->start(m_server);
    client->start(m_client);
    client->write("request");
    ::shutdown(fd[1], SHUT_WR);
    QTRY_COMPARE(m_client.closed, 1);
    QCOMPARE(m_server.closed, 1);
    QCOMPARE(m_client.received.size(), answer.size());
    QCOMPARE(m_client.end, ChannelEnd::PeerClosed);
}

void TestChannel::answerBeforeAFailedWriteArrives()
{
    const auto fd = connectedTcp();
    auto client = NativeChannel::fromDescriptor(*m_io, fd[1], {});
    client->start(m_client);
    client->write("request");
    QCOMPARE(::send(fd[0], "413", 3, 0), ssize_t(3));
    ::close(fd[0]); // with unread input: a reset follows the answer
    client->write("more");
    client->write("and more");
    QTRY_COMPARE(m_client.closed, 1);
    QCOMPARE(m_client.received, "413"_ba);
    QCOMPARE(m_client.end, ChannelEnd::Reset);
}

void TestChannel::pausedUnixSocketDoesNotSpin()
{
    const auto fd = connectedUnix();
    auto client = NativeChannel::fromDescriptor(*m_io, fd[1], {});
    client->start(m_client);
    client->setReading(false);
    QCOMPARE(::send(fd[0], "last", 4, 0), ssize_t(4));
    ::close(fd[0]);
    while (QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents)) { }
    QCOMPARE(m_client.closed, 0); // and the loop above came to rest
    client->setReading(true);
    QTRY_COMPARE(m_client.closed, 1);
    QCOMPARE(m_client.received, "last"_ba);
    QCOMPARE(m_client.end, ChannelEnd::PeerClosed);
}

void TestChannel::connectsToTheAddressThatAnswers()
{
    const Listener listener;
    const QList<QHostAddress> addresses = {QHostAddress(u"127.0.0.2"_s), // refuses
                                           QHostAddress(QHostAddress::LocalHost)};
    auto channel = NativeChannel::connectTo(*m_io, addresses, listener.port());
    QCOMPARE(channel->descriptor(), -1);
    channel->start(m_client);
    QCOMPARE(m_client.connected, 0);
    QTRY_COMPARE(m_client.connected, 1);
    QCOMPARE(channel->peerAddress(), "127.0.0.1"_ba);
    const int accepted = listener.accept();
    QVERIFY(accepted >= 0);
    ::close(accepted);
}

void TestChannel::tellsRefusedConnection()
{
    const quint16 port = Listener().port(); // closed again
    auto channel = NativeChannel::connectTo(*m_io, {QHostAddress(QHostAddress::LocalHost)}, port);
    channel->start(m_client);
    QTRY_COMPARE(m_client.closed, 1);
    QCOMPARE(m_client.end, ChannelEnd::ConnectRefused);
    QCOMPARE(m_client.detail, u"connection refused by 127.0.0.1:%1"_s.arg(port));
}

void TestChannel::tellsConnectWithoutAddress()
{
    auto channel = NativeChannel::connectTo(*m_io, {}, 80);
    channel->start(m_client);
    QCOMPARE(m_client.closed, 0);
    QTRY_COMPARE(m_client.closed, 1);
    QCOMPARE(m_client.end, ChannelEnd::Error);
}

void TestChannel::connectsToUnixPath()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"socket"_s);
    auto missing = NativeChannel::connectToPath(*m_io, path);
    missing->start(m_client);
    QTRY_COMPARE(m_client.closed, 1);
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto address = SocketAddress::fromPath(path.toLocal8Bit());
    QCOMPARE(::bind(fd, address->data(), address->size()), 0);
    QCOMPARE(::listen(fd, 1), 0);
    auto channel = NativeChannel::connectToPath(*m_io, path);
    channel->start(m_server);
    QTRY_COMPARE(m_server.connected, 1);
    QCOMPARE(channel->peerAddress(), ""_ba);
    ::close(fd);
}

void TestChannel::writesBeforeConnected()
{
    const Listener listener;
    auto channel =
        NativeChannel::connectTo(*m_io, {QHostAddress(QHostAddress::LocalHost)}, listener.port());
    channel->write("early");
    QCOMPARE(channel->pendingBytes(), 5);
    channel->start(m_client);
    QTRY_COMPARE(m_client.connected, 1);
    auto server = NativeChannel::fromDescriptor(*m_io, listener.accept(), {});
    server->start(m_server);
    QTRY_COMPARE(m_server.received, "early"_ba);
    QCOMPARE(channel->pendingBytes(), 0);
}

void TestChannel::releasesItsDescriptor()
{
    const auto fd = connectedTcp();
    auto first = NativeChannel::fromDescriptor(*m_io, fd[0], {});
    first->start(m_server);
    const int released = first->releaseDescriptor();
    QCOMPARE(released, fd[0]);
    first.reset();
    auto second = NativeChannel::fromDescriptor(*m_io, released, {});
    second->start(m_server);
    QCOMPARE(::send(fd[1], "still", 5, 0), ssize_t(5));
    QTRY_COMPARE(m_server.received, "still"_ba);
    ::close(fd[1]);
}

int main(int argc, char **argv)
{
    return runOnEpoll<TestChannel>(argc, argv);
}

#include "tst_channel.moc"
