// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/acceptor.h"
#include "core/http/iothread.h"
#include "core/http/nativechannel.h"
#include "core/http/server.h"
#include "core/http/timerwheel.h"
#include "tests/support/fakechannel.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QByteArray>
#include <QtCore/QRegularExpression>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>

#include <functional>
#include <memory>

using namespace Gatehouse;
using namespace Gatehouse::Http;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! Answers each request with its path unless told otherwise, and writes down what happens.
class TestHandler final : public RequestHandler
{
public:
    qint64 onHead(ServerExchange &exchange) override
    {
        log.append("head " + exchange.head().path.toByteArray());
        exchange.setState(std::make_unique<State>(statesAlive));
        if (atHead)
            atHead(exchange);
        return bodyLimit;
    }
    void onRequest(ServerExchange &exchange, QByteArray body) override
    {
        log.append("request " + exchange.head().path.toByteArray() + ' ' + body);
        current = &exchange;
        if (atRequest)
            atRequest(exchange);
        else
            exchange.reply(200, "text/plain", {}, exchange.head().path.toByteArray());
    }
    QByteArray errorBody(const RequestHead *, int status, const QByteArray &) override
    {
        log.append("error " + QByteArray::number(status));
        return "error " + QByteArray::number(status);
    }
    void onAborted(ServerExchange &exchange) override
    {
        log.append("aborted " + exchange.head().path.toByteArray());
        exchange.reply(200, "text/plain", {}, "nobody hears this");
    }
    void onDrained(ServerExchange &) override { log.append("drained"); }
    void onBodyPiece(ServerExchange &exchange, QByteArrayView bytes) override
    {
        log.append("piece " + bytes.toByteArray());
        if (atPiece)
            atPiece(exchange);
    }
    void onBodyEnd(ServerExchange &exchange) override
    {
        log.append("end");
        if (!exchange.isReplyStarted())
            exchange.reply(200, "text/plain", {}, "done");
    }

    QByteArrayList takeLog() { return std::exchange(log, {}); }

    std::function<void(ServerExchange &)> atHead;
    std::function<void(ServerExchange &)> atRequest;
    std::function<void(ServerExchange &)> atPiece;
    qint64 bodyLimit = 1024 * 1024;
    ServerExchange *current = nullptr;
    QByteArrayList log;
    int statesAlive = 0;

private:
    struct State final : ExchangeState {
        explicit State(int &counter)
            : alive(counter)
        {
            ++alive;
        }
        ~State() override { --alive; }
        int &alive;
    };
};

//! A server on fake wires and a fake clock.
struct Bench {
    FakeClock clock;
    TimerWheel wheel{clock, false};
    IoContext io{.clock = clock, .timers = wheel};
    TestHandler handler;
    MessageLimits limits;
    std::unique_ptr<Server> server = std::make_unique<Server>(io, handler, limits);

    std::shared_ptr<FakeWire> connect()
    {
        auto wire = std::make_shared<FakeWire>();
        server->adopt(std::make_unique<FakeChannel>(wire));
        return wire;
    }
    void pass(std::chrono::milliseconds time)
    {
        clock.advance(time);
        wheel.advance();
    }
    //! Lets time pass in steps, as timers that restart themselves need it.
    void passSlowly(std::chrono::seconds time)
    {
        for (auto gone = 0s; gone < time; gone += 1s)
            pass(1s);
    }
};

//! The same on real sockets of this machine.
struct SocketBench {
    SystemClock clock;
    ThreadIo threadIo{clock};
    TestHandler handler;
    Server server{threadIo.io(), handler, MessageLimits{}};
    std::unique_ptr<Acceptor> acceptor;

    SocketBench()
    {
        auto listening =
            Acceptor::listen(threadIo.io(), u"127.0.0.1:0"_s, [this](int fd, QByteArray peer) {
                server.adopt(NativeChannel::fromDescriptor(threadIo.io(), fd, std::move(peer)));
            });
        if (listening)
            acceptor = std::move(*listening);
    }
    void connect(QTcpSocket &socket) const
    {
        socket.connectToHost(u"127.0.0.1"_s, acceptor->port());
        QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
    }
};

QByteArray get(const QByteArray &path, const QByteArray &fields = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
}

QByteArray post(const QByteArray &path, const QByteArray &body, const QByteArray &fields = {})
{
    return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n" + fields + "\r\n" + body;
}

//! What was sent, without Date, which the clock decides.
QByteArray sentBy(const FakeWire &wire)
{
    QString text = QString::fromLatin1(wire.sent);
    return text.remove(QRegularExpression(u"Date: [^\r]*\r\n"_s)).toLatin1();
}

QByteArray plainReply(const QByteArray &body, const QByteArray &extra = {})
{
    return "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n" + extra + "\r\n" + body;
}

constexpr auto noReply = [](ServerExchange &) {};

} // namespace

class TestServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsTheConnectionWithAnAnswer()
    {
        Bench bench;
        bench.handler.atHead = [](ServerExchange &exchange) {
            exchange.closeAfterReply();
            exchange.reply(429, "text/plain", {}, "no");
        };
        const auto wire = bench.connect();
        wire->receive(get("/a") + get("/b"));
        QCOMPARE(sentBy(*wire).count("HTTP/1.1 429"), 1);
        QVERIFY(sentBy(*wire).contains("Connection: close\r\n"));
        QVERIFY(wire->closing);
    }

    void answersWithOneWrite()
    {
        Bench bench;
        const auto wire = bench.connect();
        wire->receive(get("/a"));
        QCOMPARE(sentBy(*wire), plainReply("/a"));
        QVERIFY(wire->sent.contains("\r\nDate: Sun, 22 Nov 2026 12:00:00 GMT\r\n"));
        QCOMPARE(wire->writes.size(), size_t(1));
        QVERIFY(wire->isOpen());
        QCOMPARE(bench.handler.statesAlive, 0);
        QCOMPARE(bench.server->counters().exchanges.load(), 0);
        QCOMPARE(bench.server->counters().connections.load(), 1);
    }

    void takesRequestsCutAnywhere()
    {
        const QByteArray two = post("/a", "hello") + get("/b");
        for (qsizetype cut = 1; cut < two.size(); ++cut) {
            Bench bench;
            const auto wire = bench.connect();
            wire->receive(two.first(cut));
            wire->receive(two.sliced(cut));
            QCOMPARE(bench.handler.log,
                     (QByteArrayList{"head /a", "request /a hello", "head /b", "request /b "}));
            QCOMPARE(sentBy(*wire), plainReply("/a") + plainReply("/b"));
        }
    }

    void joinsChunkedBodies()
    {
        Bench bench;
        const auto wire = bench.connect();
        for (
            const char byte :
            "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n"_ba)
            wire->receive(QByteArray(1, byte));
        QCOMPARE(bench.handler.log, (QByteArrayList{"head /a", "request /a hello world"}));
        QVERIFY(wire->isOpen());
    }

    void answersHeadWithoutBody()
    {
        Bench bench;
        const auto wire = bench.connect();
        wire->receive("HEAD /abc HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(wire->sent.contains("Content-Length: 4\r\n"));
        QVERIFY(wire->sent.endsWith("\r\n\r\n"));
        wire->receive(get("/b"));
        QVERIFY(wire->sent.endsWith("\r\n\r\n/b"));
    }

    void streamsNothingToHead()
    {
        Bench bench;
        bench.handler.atRequest = [](ServerExchange &exchange) {
            exchange.beginReply(200, "text/plain", {}, "piece");
            exchange.writePiece("more");
            exchange.endReply("last");
        };
        const auto wire = bench.connect();
        wire->receive("HEAD /abc HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(wire->sent.endsWith("\r\n\r\n"));
        QVERIFY(!wire->sent.contains("piece") && !wire->sent.contains("last"));
        QVERIFY(wire->isOpen());
    }

    void handsOptionsToTheHandler()
    {
        Bench bench;
        bench.handler.atRequest = [](ServerExchange &exchange) {
            exchange.reply(204, {}, "Allow: GET\r\n", {});
        };
        const auto wire = bench.connect();
        wire->receive("OPTIONS /a HTTP/1.1\r\nHost: a\r\n\r\n");
        QCOMPARE(sentBy(*wire), "HTTP/1.1 204 No Content\r\nAllow: GET\r\n\r\n"_ba);
    }

    void framesEachPieceInOneWrite()
    {
        Bench bench;
        bench.handler.atRequest = [](ServerExchange &exchange) {
            exchange.beginReply(200, "text/event-stream", {}, "hello");
            exchange.writePiece(QByteArray(26, 'x'));
            exchange.writePiece({});
            exchange.endReply("end");
        };
        const auto wire = bench.connect();
        wire->receive(get("/a"));
        QCOMPARE(sentBy(*wire),
                 "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: "
                 "chunked\r\n\r\n"
                 "5\r\nhello\r\n1a\r\n"
                     + QByteArray(26, 'x') + "\r\n3\r\nend\r\n0\r\n\r\n");
        std::erase(wire->writes, 0);
        QCOMPARE(wire->writes.size(), size_t(3));
        QVERIFY(wire->isOpen());
    }

    void closesOldClientsByDefault()
    {
        Bench bench;
        const auto wire = bench.connect();
        wire->receive("GET /a HTTP/1.0\r\nHost: a\r\n\r\n");
        QCOMPARE(sentBy(*wire), plainReply("/a"));
        QVERIFY(wire->closing);
    }

    void keepsOldClientsThatAsk()
    {
        Bench bench;
        const auto wire = bench.connect();
        wire->receive("GET /a HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n");
        QCOMPARE(sentBy(*wire), plainReply("/a", "Connection: keep-alive\r\n"));
        QVERIFY(wire->isOpen());
    }

    void streamsToOldClientsUntilClose()
    {
        Bench bench;
        bench.handler.atRequest = [](ServerExchange &exchange) {
            exchange.beginReply(200, "text/plain", {}, "one ");
            exchange.endReply("two");
        };
        const auto wire = bench.connect();
        wire->receive("GET /a HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n");
        QCOMPARE(sentBy(*wire), "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\none two"_ba);
        QVERIFY(wire->closing);
    }

    void honoursConnectionClose()
    {
        Bench bench;
        const auto wire = bench.connect();
        wire->receive(get("/a", "Connection: close\r\n") + get("/b"));
        QCOMPARE(sentBy(*wire), plainReply("/a", "Connection: close\r\n"));
        QVERIFY(wire->closing);
        QCOMPARE(bench.handler.log, (QByteArrayList{"head /a", "request /a "}));
    }

    void ignoresBytesAfterCloseAndStillAnswers()
    {
        Bench bench;
        bench.handler.atRequest = noReply;
        const auto wire = bench.connect();
        wire->receive(get("/a", "Connection: close\r\n"));
        wire->receive(get("/b") + "rubbish");
        bench.handler.current->reply(200, "text/plain", {}, "done");
        QCOMPARE(sentBy(*wire), plainReply("done", "Connection: close\r\n"));
        QCOMPARE(bench.handler.log, (QByteArrayList{"head /a", "request /a "}));
    }

    void answersPipelinedRequestsInOrder()
    {
        Bench bench;
        bench.handler.atRequest = noReply;
        const auto wire = bench.connect();
        wire->receive(get("/a") + get("/b") + get("/c").first(10));
        wire->receive(get("/c").sliced(10));
        QCOMPARE(bench.handler.takeLog(), (QByteArrayList{"head /a", "request /a "}));
        bench.handler.current->reply(200, "text/plain", {}, "1");
        QCOMPARE(bench.handler.takeLog(), (QByteArrayList{"head /b", "request /b "}));
        bench.handler.current->beginReply(200, "text/plain", {}, "2");
        QVERIFY(bench.handler.takeLog().isEmpty());
        bench.handler.current->endReply();
        QCOMPARE(bench.handler.takeLog(), (QByteArrayList{"head /c", "request /c "}));
        bench.handler.current->reply(200, "text/plain", {}, "3");
        QVERIFY(sentBy(*wire).startsWith(plainReply("1"))
                && sentBy(*wire).endsWith(plainReply("3")));
    }

    void stopsReadingEndlessPipelines()
    {
        Bench bench;
        bench.handler.atRequest = noReply;
        const auto wire = bench.connect();
        wire->receive(get("/a"));
        const QByteArray next = get("/b");
        qsizetype kept = 0;
        for (; wire->reading && kept < 1'000'000; kept += next.size())
            wire->receive(next);
        QVERIFY(kept <= 64 * 1024 + next.size());
        bench.handler.atRequest = nullptr;
        bench.handler.current->reply(200, "text/plain", {}, "/a");
        QVERIFY(wire->reading);
        QCOMPARE(wire->sent.count("HTTP/1.1 200"), kept / next.size() + 1);
    }

    void waitsForTheClientBeforeTheNextRequest()
    {
        Bench bench;
        const auto wire = bench.connect();
        wire->room = 50;
        wire->receive(get("/a") + get("/b"));
        QCOMPARE(bench.handler.takeLog(), (QByteArrayList{"head /a", "request /a "}));
        wire->takeAll();
        QCOMPARE(bench.handler.takeLog(), (QByteArrayList{"head /b", "request /b "}));
    }

    void sendsContinueAfterTheHeadWasAccepted()
    {
        Bench bench;
        const auto wire = bench.connect();
        const QByteArray request = post("/a", "hello", "Expect: 100-continue\r\n");
        wire->receive(request.chopped(5));
        QCOMPARE(wire->sent, "HTTP/1.1 100 Continue\r\n\r\n"_ba);
        QCOMPARE(bench.handler.takeLog(), QByteArrayList{"head /a"});
        wire->receive("hello");
        QCOMPARE(bench.handler.takeLog(), QByteArrayList{"request /a hello"});
        QVERIFY(wire->isOpen());
    }

    void sendsNoContinueWhenRefused()
    {
        Bench bench;
        bench.handler.atHead = [](ServerExchange &exchange) {
            exchange.reply(401, "text/plain", {}, "no");
        };
        const auto wire = bench.connect();
        wire->receive(post("/a", "hello", "Expect: 100-continue\r\n").chopped(5));
        QVERIFY(wire->sent.startsWith("HTTP/1.1 401 Unauthorized\r\n"));
        QVERIFY(wire->sent.contains("Connection: close\r\n"));
        QVERIFY(wire->closing);
        QCOMPARE(bench.handler.statesAlive, 0);
    }

    void skipsSmallBodiesOfRefusedRequests()
    {
        Bench bench;
        bench.handler.atHead = [](ServerExchange &exchange) {
            if (exchange.head().path == "/refused")
                exchange.reply(401, "text/plain", {}, "no");
        };
        const auto wire = bench.connect();
        const QByteArray requests = post("/refused", "hello") + get("/b");
        for (const char byte : requests)
            wire->receive(QByteArray(1, byte));
        QCOMPARE(bench.handler.log, (QByteArrayList{"head /refused", "head /b", "request /b "}));
        QVERIFY(!wire->sent.contains("Connection"));
        QVERIFY(wire->isOpen());
    }

    void closesOnLargeBodiesOfRefusedRequests()
    {
        Bench bench;
        bench.handler.atHead = [](ServerExchange &exchange) {
            exchange.reply(401, "text/plain", {}, "no");
        };
        const auto wire = bench.connect();
        wire->receive("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 70000\r\n\r\n");
        QVERIFY(wire->sent.contains("Connection: close\r\n"));
        QVERIFY(wire->closing);
        QCOMPARE(bench.handler.log, QByteArrayList{"head /a"});
    }

    void streamsRefusals()
    {
        Bench bench;
        bench.handler.atHead = [](ServerExchange &exchange) {
            exchange.beginReply(503, "text/plain", {}, "no");
            exchange.endReply();
        };
        const auto wire = bench.connect();
        wire->receive(get("/a") + get("/b"));
        QCOMPARE(bench.handler.log, (QByteArrayList{"head /a", "head /b"}));
        QVERIFY(wire->isOpen());
    }

    void refusesBodiesOverTheHandlersLimit_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("announced")
            << "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n"_ba;
        QTest::newRow("chunked")
            << "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n12345678\r\n3\r\nabc"_ba;
    }
    void refusesBodiesOverTheHandlersLimit()
    {
        QFETCH(const QByteArray, request);
        Bench bench;
        bench.handler.bodyLimit = 10;
        const auto wire = bench.connect();
        wire->receive(request);
        QCOMPARE(bench.handler.log, (QByteArrayList{"head /a", "error 413"}));
        QVERIFY(wire->sent.startsWith("HTTP/1.1 413 "));
        QVERIFY(wire->sent.contains("Connection: close\r\n") && wire->sent.endsWith("error 413"));
        QVERIFY(wire->closing);
        QCOMPARE(bench.handler.statesAlive, 0);
        QCOMPARE(bench.server->counters().exchanges.load(), 0);
    }

    void answersFramingFailuresOnce_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::newRow("rubbish") << "\x16\x03\x01 rubbish\r\n\r\n"_ba << 400;
        QTest::newRow("version") << "GET / HTTP/2.0\r\nHost: a\r\n\r\n"_ba << 505;
        QTest::newRow("two lengths")
            << get("/a", "Content-Length: 1\r\nContent-Length: 2\r\n") << 400;
        QTest::newRow("length and coding")
            << get("/a", "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n") << 400;
        QTest::newRow("chunk size")
            << "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n+5\r\nhello\r\n"_ba
            << 400;
        QTest::newRow("long target") << get("/" + QByteArray(9000, 'x')) << 414;
        QTest::newRow("long head") << get("/", "X: " + QByteArray(40'000, 'x') + "\r\n") << 431;
    }
    void answersFramingFailuresOnce()
    {
        QFETCH(const QByteArray, request);
        QFETCH(const int, status);
        Bench bench;
        const auto wire = bench.connect();
        wire->receive(request + get("/next"));
        wire->receive(get("/next"));
        QVERIFY(wire->sent.startsWith(QByteArray("HTTP/1.1 " + QByteArray::number(status) + ' ')));
        QCOMPARE(wire->sent.count("HTTP/1.1 "), 1);
        QVERIFY(wire->sent.contains("Connection: close\r\n"));
        QVERIFY(wire->closing);
        QVERIFY(!bench.handler.log.contains("head /next"));
    }

    void answersEarlierRequestsBeforeAFailure()
    {
        Bench bench;
        const auto wire = bench.connect();
        wire->receive(get("/a") + "rubbish\r\n\r\n");
        QVERIFY(sentBy(*wire).startsWith(plainReply("/a")));
        QCOMPARE(wire->sent.count("HTTP/1.1 400"), 1);
    }

    void endsDrippingHeads()
    {
        Bench bench;
        const auto wire = bench.connect();
        bench.pass(30s); // idle time does not count
        const QByteArray request = get("/a", "X: " + QByteArray(100, 'x') + "\r\n");
        for (int second = 0; second < 10; ++second) {
            QVERIFY(wire->isOpen());
            wire->receive(request.sliced(second, 1));
            bench.pass(1s);
        }
        bench.pass(100ms);
        QVERIFY(wire->sent.startsWith("HTTP/1.1 408 "));
        QVERIFY(wire->closing);
        QCOMPARE(bench.handler.log, QByteArrayList{"error 408"});
    }

    void endsDrippingBodies()
    {
        Bench bench;
        const auto wire = bench.connect();
        wire->receive(post("/a", QByteArray(128 * 1024, 'x')).chopped(1)); // 32 s
        bench.pass(31s);
        QVERIFY(wire->isOpen());
        bench.pass(1100ms);
        QVERIFY(wire->sent.startsWith("HTTP/1.1 408 "));
        QVERIFY(wire->closing);
        QCOMPARE(bench.handler.statesAlive, 0);
        QVERIFY(!bench.handler.log.contains("aborted /a")); // it was answered
    }

    void closesIdleConnections()
    {
        Bench bench;
        const auto fresh = bench.connect();
        const auto used = bench.connect();
        bench.pass(50s);
        used->receive(get("/a"));
        bench.pass(11s);
        QVERIFY(fresh->aborted && fresh->sent.isEmpty());
        QVERIFY(used->isOpen());
        bench.pass(50s);
        QVERIFY(used->aborted);
        QCOMPARE(bench.server->counters().connections.load(), 0);
    }

    void lingersAndThenForgets()
    {
        Bench bench;
        const auto wire = bench.connect();
        wire->room = 10;
        wire->receive(get("/a", "Connection: close\r\n"));
        QVERIFY(wire->closing);
        bench.passSlowly(30s);
        QVERIFY(!wire->aborted);
        wire->takeAll();
        bench.passSlowly(1s);
        bench.pass(100ms);
        QVERIFY(wire->destroyed);
    }

    void handlersMayThinkForHours()
    {
        Bench bench;
        bench.handler.atRequest = noReply;
        const auto wire = bench.connect();
        wire->receive(get("/a"));
        bench.passSlowly(2h);
        QVERIFY(wire->isOpen());
        bench.handler.current->reply(200, "text/plain", {}, "late");
        QCOMPARE(sentBy(*wire), plainReply("late"));
    }

    void tellsWhenTheClientLeaves_data()
    {
        QTest::addColumn<QByteArray>("received");
        QTest::addColumn<bool>("aborts");
        QTest::newRow("idle") << ""_ba << false;
        QTest::newRow("head") << "GET /a HT"_ba << false;
        QTest::newRow("body") << post("/a", "hello").chopped(1) << true;
        QTest::newRow("handling") << get("/a") << true;
        QTest::newRow("handling, next is there") << get("/a") + get("/b") << true;
    }
    void tellsWhenTheClientLeaves()
    {
        QFETCH(const QByteArray, received);
        QFETCH(const bool, aborts);
        Bench bench;
        bench.handler.atRequest = noReply;
        const auto wire = bench.connect();
        wire->receive(received);
        wire->close(ChannelEnd::Reset);
        QCOMPARE(bench.handler.log.contains("aborted /a"), aborts);
        QCOMPARE(bench.handler.statesAlive, 0);
        QVERIFY(!bench.handler.log.contains("head /b"));
        QCOMPARE(bench.server->counters().connections.load(), 0);
        QCOMPARE(bench.server->counters().exchanges.load(), 0);
        QVERIFY(wire->sent.isEmpty());
    }

    void tellsOnceWhenAStreamLosesItsClient()
    {
        Bench bench;
        bench.handler.atRequest = [](ServerExchange &exchange) {
            exchange.beginReply(200, "text/plain", {}, "a");
        };
        const auto wire = bench.connect();
        wire->receive(get("/a"));
        wire->close();
        QCOMPARE(bench.handler.log.count("aborted /a"), 1);
        bench.server->closeAll();
        QCOMPARE(bench.handler.log.count("aborted /a"), 1);
    }

    void cutsClientsThatStopReading()
    {
        Bench bench;
        bench.handler.atRequest = [](ServerExchange &exchange) {
            exchange.beginReply(200, "text/plain", {}, QByteArray(10'000, 'x'));
        };
        const auto wire = bench.connect();
        wire->room = 100;
        wire->receive(get("/a"));
        bench.passSlowly(50s);
        wire->take(1);
        bench.passSlowly(50s);
        QVERIFY(wire->isOpen());
        bench.passSlowly(30s);
        QVERIFY(wire->aborted);
        QVERIFY(bench.handler.log.contains("aborted /a"));
    }

    void cutsClientsThatDoNotTakeAWholeReply()
    {
        Bench bench;
        const auto wire = bench.connect();
        wire->room = 100;
        wire->receive(get("/a"));
        bench.passSlowly(80s);
        QVERIFY(wire->aborted);
        QVERIFY(!bench.handler.log.contains("aborted /a")); // its exchange was over
    }

    void tellsWhenPiecesAreTaken()
    {
        Bench bench;
        bench.handler.atRequest = [](ServerExchange &exchange) {
            exchange.beginReply(200, "text/plain", {}, QByteArray(10'000, 'x'));
        };
        const auto wire = bench.connect();
        wire->room = 100;
        wire->receive(get("/a"));
        QVERIFY(bench.handler.current->pendingBytes() > 9'000);
        wire->takeAll();
        QCOMPARE(bench.handler.current->pendingBytes(), 0);
        QCOMPARE(bench.handler.log.last(), "drained"_ba);
    }

    void cutsRepliesOnDemand()
    {
        Bench bench;
        bench.handler.atRequest = [](ServerExchange &exchange) {
            exchange.beginReply(200, "text/plain", {}, "a");
            exchange.abortReply();
        };
        const auto wire = bench.connect();
        wire->receive(get("/a") + get("/b"));
        QVERIFY(wire->aborted);
        QCOMPARE(bench.handler.log, (QByteArrayList{"head /a", "request /a "}));
        QCOMPARE(bench.handler.statesAlive, 0);
    }

    void handsOnABodyAsItComes()
    {
        Bench bench;
        bench.handler.atHead = [](ServerExchange &exchange) { exchange.streamBody(); };
        const auto wire = bench.connect();
        const QByteArray request = post("/a", "hello");
        wire->receive(request.chopped(3));
        wire->receive(request.last(3) + get("/b"));
        QCOMPARE(bench.handler.takeLog(),
                 (QByteArrayList{"head /a", "piece he", "piece llo", "end", "head /b", "end"}));
        QCOMPARE(sentBy(*wire), plainReply("done") + plainReply("done"));
    }

    void holdsAClientBackAndGivesItTime()
    {
        Bench bench;
        bench.handler.atHead = [](ServerExchange &exchange) { exchange.streamBody(); };
        bench.handler.atPiece = [](ServerExchange &exchange) { exchange.setBodyReading(false); };
        const auto wire = bench.connect();
        wire->receive(
            "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n");
        QVERIFY(!wire->reading);
        bench.passSlowly(120s); // no fault of the client's
        QVERIFY(wire->isOpen());
        wire->receive("0\r\n\r\n");
    }

    void limitsABodyThatPasses()
    {
        Bench bench;
        bench.handler.bodyLimit = 4;
        bench.handler.atHead = [](ServerExchange &exchange) { exchange.streamBody(); };
        const auto wire = bench.connect();
        wire->receive("POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                      "3\r\nabc\r\n");
        wire->receive("3\r\ndef\r\n");
        QCOMPARE(bench.handler.takeLog(),
                 (QByteArrayList{"head /a", "piece abc", "error 413", "aborted /a"}));
        QVERIFY(wire->sent.startsWith("HTTP/1.1 413 "));
        QCOMPARE(bench.handler.statesAlive, 0);
    }

    void limitsTheTimeOfABodyThatPasses()
    {
        Bench bench;
        bench.handler.atHead = [](ServerExchange &exchange) { exchange.streamBody(); };
        const auto wire = bench.connect();
        wire->receive(post("/a", "hello").chopped(1));
        bench.passSlowly(32s);
        QVERIFY(wire->sent.startsWith("HTTP/1.1 408 "));
        QCOMPARE(bench.handler.log.count("aborted /a"), 1);
    }

    void repliesBesideABodyThatPasses()
    {
        Bench bench;
        bench.handler.atHead = [](ServerExchange &exchange) { exchange.streamBody(); };
        bench.handler.atPiece = [](ServerExchange &exchange) {
            exchange.beginReply(200, "text/plain", {}, "a");
        };
        const auto wire = bench.connect();
        const QByteArray request = post("/a", "hello");
        wire->receive(request.chopped(3));
        QVERIFY(wire->sent.endsWith("1\r\na\r\n"));
        bench.handler.atPiece = nullptr;
        wire->receive(request.last(3));
        QCOMPARE(bench.handler.takeLog().mid(1), (QByteArrayList{"piece he", "piece llo", "end"}));
        QVERIFY(wire->isOpen());
    }

    void ignoresASecondReply()
    {
        Bench bench;
        bench.handler.atRequest = [](ServerExchange &exchange) {
            exchange.beginReply(200, "text/plain", {}, "a");
            exchange.reply(200, "text/plain", {}, "b");
            exchange.endReply();
            exchange.writePiece("c");
            exchange.endReply();
        };
        const auto wire = bench.connect();
        wire->receive(get("/a"));
        QVERIFY(wire->sent.endsWith("\r\n\r\n1\r\na\r\n0\r\n\r\n"));
    }

    void drains()
    {
        Bench bench;
        bench.handler.atRequest = noReply;
        const auto idle = bench.connect();
        const auto busy = bench.connect();
        busy->receive(get("/a") + get("/b"));
        int done = 0;
        bench.server->drain([&done] { ++done; });
        QVERIFY(idle->aborted);
        QVERIFY(busy->isOpen());
        QVERIFY(bench.connect()->destroyed); // nobody is let in
        QCOMPARE(bench.server->counters().refused.load(), 1u);
        bench.passSlowly(20s);
        QCOMPARE(done, 0);
        bench.handler.current->reply(200, "text/plain", {}, "bye");
        QCOMPARE(sentBy(*busy), plainReply("bye", "Connection: close\r\n"));
        bench.passSlowly(10s);
        QCOMPARE(done, 1);
        QVERIFY(!bench.handler.log.contains("head /b"));
    }

    void mayBeDestroyedWhenDrained()
    {
        Bench bench;
        const auto idle = bench.connect();
        bench.server->drain([&bench] { bench.server.reset(); });
        bench.pass(100ms);
        QVERIFY(!bench.server);
    }

    void closesAllAndTells()
    {
        Bench bench;
        bench.handler.atRequest = noReply;
        const auto first = bench.connect();
        const auto second = bench.connect();
        first->receive(get("/a"));
        bench.server->closeAll();
        QVERIFY(first->aborted && second->aborted);
        QCOMPARE(bench.handler.log.last(), "aborted /a"_ba);
        QCOMPARE(bench.server->counters().connections.load(), 0);
        bench.pass(100ms);
        QVERIFY(first->destroyed && second->destroyed);
    }

    void mayBeClosedFromInsideARequest()
    {
        Bench bench;
        bench.handler.atRequest = [&bench](ServerExchange &) { bench.server->closeAll(); };
        const auto wire = bench.connect();
        wire->receive(get("/a") + get("/b"));
        QCOMPARE(bench.handler.log, (QByteArrayList{"head /a", "request /a ", "aborted /a"}));
        QVERIFY(wire->aborted);
    }

    void newLimitsHoldForNewMessages()
    {
        Bench bench;
        const auto wire = bench.connect();
        wire->receive(get("/a"));
        bench.limits.fields = 1;
        bench.server->setLimits(bench.limits);
        wire->receive(get("/b", "X: 1\r\n"));
        QVERIFY(wire->sent.contains("HTTP/1.1 431 "));
    }

    void knowsWhenARequestBegan()
    {
        Bench bench;
        SteadyTime began;
        bench.handler.atRequest = [&began](ServerExchange &exchange) {
            began = exchange.startedAt();
            exchange.reply(200, "text/plain", {}, {});
        };
        const auto wire = bench.connect();
        bench.pass(5s);
        const SteadyTime first = bench.clock.steady();
        wire->receive("GET /a ");
        bench.pass(5s);
        wire->receive("HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(began == first);
    }

    void servesOverSockets()
    {
        SocketBench bench;
        QTcpSocket socket;
        bench.connect(socket);
        socket.write(get("/a") + post("/b", "hello") + get("/c", "Connection: close\r\n"));
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        const QByteArray answers = socket.readAll();
        QCOMPARE(answers.count("HTTP/1.1 200 OK\r\n"), 3);
        QVERIFY(answers.endsWith("\r\n\r\n/c"));
        QTRY_COMPARE(bench.server.counters().connections.load(), 0);
    }

    void noticesALeavingClientAtOnce()
    {
        SocketBench bench;
        bench.handler.atRequest = noReply;
        QTcpSocket socket;
        bench.connect(socket);
        socket.write(get("/a"));
        QTRY_VERIFY(bench.handler.current);
        QCOMPARE(bench.handler.current->peerAddress(), "127.0.0.1"_ba);
        socket.abort();
        QTRY_COMPARE_WITH_TIMEOUT(bench.handler.log.last(), "aborted /a"_ba, 100);
    }

    void deliversRefusalsInSpiteOfUnreadBodies()
    {
        SocketBench bench;
        bench.handler.atHead = [](ServerExchange &exchange) {
            exchange.reply(401, "text/plain", {}, "who are you");
        };
        QTcpSocket socket;
        bench.connect(socket);
        socket.write(post("/a", QByteArray(2'000'000, 'x')));
        QTRY_VERIFY(socket.bytesAvailable() > 0
                    && socket.state() == QAbstractSocket::UnconnectedState);
        QVERIFY(socket.readAll().endsWith("who are you"));
    }

    void deliversLargeReplies()
    {
        SocketBench bench;
        const QByteArray body(8 * 1024 * 1024, 'x');
        bench.handler.atRequest = [&body](ServerExchange &exchange) {
            exchange.reply(200, "text/plain", {}, body);
        };
        QTcpSocket socket;
        bench.connect(socket);
        socket.write(get("/a", "Connection: close\r\n"));
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        const QByteArray answer = socket.readAll();
        QCOMPARE(answer.size() - answer.indexOf("\r\n\r\n") - 4, body.size());
    }
};

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
