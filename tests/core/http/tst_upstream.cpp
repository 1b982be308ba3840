// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/addressrules.h"
#include "core/http/iothread.h"
#include "core/http/upstream.h"
#include "tests/support/scriptedserver.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtTest/QTest>

#include <array>
#include <functional>
#include <memory>

using namespace Gatehouse;
using namespace Gatehouse::Http;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const auto okAnswer = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"_ba;

Endpoint endpoint(const QByteArray &host, quint16 port, bool tls)
{
    Endpoint result;
    result.host = host;
    result.port = port;
    result.tls = tls;
    return result;
}

Endpoint throughProxy(Endpoint target, quint16 proxyPort)
{
    target.proxyHost = "127.0.0.1"_ba;
    target.proxyPort = proxyPort;
    return target;
}

//! Writes down what comes of one call.
class Caller final : public UpstreamListener
{
public:
    void onUpstreamHead(const ResponseHead &head) override
    {
        status = head.status;
        ++heads;
        if (atHead)
            atHead();
    }
    void onUpstreamBody(QByteArrayView bytes) override
    {
        body.append(bytes);
        if (atBody)
            atBody();
    }
    void onUpstreamEnd() override
    {
        ++ends;
        if (atEnd)
            atEnd();
    }
    void onUpstreamFailed(const UpstreamFailure &how) override
    {
        ++failures;
        failure = how;
        if (atEnd)
            atEnd();
    }
    void onUpstreamWritable() override
    {
        ++writables;
        if (atWritable)
            atWritable();
    }
    int results() const { return ends + failures; }

    std::function<void()> atHead;
    std::function<void()> atBody;
    std::function<void()> atEnd;
    std::function<void()> atWritable;
    std::unique_ptr<UpstreamCall> call;
    QByteArray body;
    UpstreamFailure failure;
    int status = 0;
    int heads = 0;
    int ends = 0;
    int failures = 0;
    int writables = 0;
};

struct Bench {
    SystemClock clock;
    ThreadIo threadIo{clock};
    UpstreamClient client;
    UpstreamRequest request{.methodAndTarget = "POST /v1/x"_ba,
                            .fields = "x-a: b\r\n"_ba,
                            .body = {"{}"_ba},
                            .timeouts = {}};

    explicit Bench(UpstreamClient::Options options = {})
        : client(threadIo.io(), std::move(options))
    {
    }
    static Endpoint at(quint16 port) { return endpoint("127.0.0.1"_ba, port, false); }
    void send(Caller &caller, const Endpoint &endpoint)
    {
        caller.call = client.send(endpoint, request, caller);
    }
    //! Sends and waits for the result.
    void ask(Caller &caller, const Endpoint &endpoint)
    {
        send(caller, endpoint);
        QTRY_COMPARE(caller.results(), 1);
    }
};

qint64 residentKiB()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * 4;
}

} // namespace

class TestUpstream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsOneWellFormedRequest()
    {
        ScriptedServer server(Script().waitRequest().send(okAnswer));
        Bench bench;
        bench.request.body = {"{\"a\":"_ba, {}, "1}"_ba};
        Caller caller;
        bench.ask(caller, bench.at(server.port()));
        QCOMPARE(caller.body, "hello"_ba);
        QCOMPARE(caller.status, 200);
        const QByteArray port = QByteArray::number(server.port());
        const QByteArray expected = "POST /v1/x HTTP/1.1\r\nHost: 127.0.0.1:" + port
            + "\r\nx-a: b\r\nContent-Length: 7\r\n\r\n{\"a\":1}";
        QCOMPARE(server.received(), expected);
        const UpstreamTimes &times = caller.call->times();
        QVERIFY(!times.reused && times.connected >= 0 && times.sent && times.head >= times.connected
                && times.firstBody >= times.head);
    }

    void understandsEveryFraming_data()
    {
        QTest::addColumn<Script>("script");
        QTest::addColumn<bool>("reusable");
        const auto chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                             "3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n"_ba;
        QTest::newRow("length") << Script().waitRequest().send(okAnswer) << true;
        QTest::newRow("chunked") << Script().waitRequest().send(chunked) << true;
        QTest::newRow("byte by byte") << Script().waitRequest().drip(chunked) << true;
        QTest::newRow("until close")
            << Script().waitRequest().send("HTTP/1.1 200 OK\r\n\r\nhello").close() << false;
        QTest::newRow("interim answers") << Script().waitRequest().send(
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\n\r\n" + okAnswer)
                                         << true;
        QTest::newRow("says close") << Script().waitRequest().send(
            "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello")
                                    << false;
        QTest::newRow("old") << Script().waitRequest().send(
            "HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nhello")
                             << false;
        QTest::newRow("more than the answer")
            << Script().waitRequest().send(okAnswer + "x") << false;
    }
    void understandsEveryFraming()
    {
        QFETCH(const Script, script);
        QFETCH(const bool, reusable);
        ScriptedServer server(script);
        Bench bench;
        Caller caller;
        bench.ask(caller, bench.at(server.port()));
        QCOMPARE(caller.ends, 1);
        QCOMPARE(caller.heads, 1);
        QCOMPARE(caller.body, "hello"_ba);
        QCOMPARE(bench.client.idleConnections(), reusable ? 1 : 0);
        QCOMPARE(bench.client.openConnections(), reusable ? 1 : 0);
    }

    void knowsThatHeadHasNoBody()
    {
        ScriptedServer server(
            Script().waitRequest().send("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n"));
        Bench bench;
        bench.request.methodAndTarget = "HEAD /"_ba;
        bench.request.body.clear();
        Caller caller;
        bench.ask(caller, bench.at(server.port()));
        QCOMPARE(caller.ends, 1);
        QCOMPARE(bench.client.idleConnections(), 1);
        QVERIFY(!server.received().contains("Content-Length"));
    }

    void failsOnceWhenCutAnywhere_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("length") << okAnswer;
        QTest::newRow("chunked")
            << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"_ba;
    }
    void failsOnceWhenCutAnywhere()
    {
        QFETCH(const QByteArray, answer);
        Bench bench;
        for (qsizetype cut = 0; cut < answer.size(); ++cut) {
            ScriptedServer server(Script().waitRequest().send(answer.first(cut)).close());
            Caller caller;
            bench.ask(caller, bench.at(server.port()));
            QCOMPARE(caller.failures, 1);
            QCOMPARE(caller.failure.kind, UpstreamFailureKind::Reset);
            QCOMPARE(caller.failure.answerBegun, cut > 0);
            QVERIFY(caller.failure.requestSent);
            QCOMPARE(bench.client.openConnections(), 0);
            QCOMPARE(server.connectionCount(), 1); // no second try: it may have been processed
        }
    }

    void failsOnBadAnswers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("rubbish") << "SSH-2.0-OpenSSH_9.2\r\n\r\n"_ba;
        QTest::newRow("two lengths")
            << "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!"_ba;
        QTest::newRow("bad chunk")
            << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n"_ba;
        QTest::newRow("endless head")
            << QByteArray("HTTP/1.1 200 OK\r\nX: " + QByteArray(100'000, 'x'));
        QTest::newRow("switching") << "HTTP/1.1 101 Switching Protocols\r\n\r\n"_ba;
    }
    void failsOnBadAnswers()
    {
        QFETCH(const QByteArray, answer);
        ScriptedServer server(Script().waitRequest().send(answer));
        Bench bench;
        Caller caller;
        bench.ask(caller, bench.at(server.port()));
        QCOMPARE(caller.failures, 1);
        QCOMPARE(caller.failure.kind, UpstreamFailureKind::Malformed);
        QVERIFY(!caller.failure.detail.isEmpty());
        QCOMPARE(bench.client.openConnections(), 0);
    }

    void tellsResetsApart()
    {
        ScriptedServer server(Script().waitRequest().send(okAnswer.chopped(1)).reset());
        Bench bench;
        Caller caller;
        bench.ask(caller, bench.at(server.port()));
        QCOMPARE(caller.failure.kind, UpstreamFailureKind::Reset);
    }

    void hasFourClocks_data()
    {
        QTest::addColumn<Script>("script");
        QTest::addColumn<UpstreamTimeouts>("timeouts");
        QTest::addColumn<UpstreamFailureKind>("kind");
        const UpstreamTimeouts none{0ms, 0ms, 0ms, 0ms};
        UpstreamTimeouts firstByte = none;
        firstByte.firstByte = 40ms;
        UpstreamTimeouts idle = none;
        idle.idle = 40ms;
        UpstreamTimeouts total = none;
        total.total = 40ms;
        const Script silent = Script().waitRequest();
        const Script headOnly = Script().waitRequest().send(okAnswer.chopped(5));
        const Script begun = Script().waitRequest().send(okAnswer.chopped(1));
        QTest::newRow("no head") << silent << firstByte << UpstreamFailureKind::FirstByteTimeout;
        QTest::newRow("no body") << headOnly << firstByte << UpstreamFailureKind::FirstByteTimeout;
        QTest::newRow("no more body") << begun << idle << UpstreamFailureKind::IdleTimeout;
        QTest::newRow("total") << begun << total << UpstreamFailureKind::TotalTimeout;
    }
    void hasFourClocks()
    {
        QFETCH(const Script, script);
        QFETCH(const UpstreamTimeouts, timeouts);
        QFETCH(const UpstreamFailureKind, kind);
        ScriptedServer server(script);
        Bench bench;
        bench.request.timeouts = timeouts;
        Caller caller;
        bench.ask(caller, bench.at(server.port()));
        QCOMPARE(caller.failures, 1);
        QCOMPARE(caller.failure.kind, kind);
        QTRY_COMPARE(server.openCount(), 0);
    }

    void limitsTheTimeToConnect()
    {
        ScriptedServer proxy; // accepts and stays silent
        Bench bench;
        bench.request.timeouts.connect = 40ms;
        const Endpoint target = throughProxy(endpoint("example.com"_ba, 443, true), proxy.port());
        Caller caller;
        bench.ask(caller, target);
        QCOMPARE(caller.failure.kind, UpstreamFailureKind::ConnectTimeout);
        QVERIFY(!caller.failure.requestSent);
    }

    void tellsRefusedConnections()
    {
        ScriptedServer server;
        const quint16 port = server.port();
        server.stopListening();
        Bench bench;
        Caller caller;
        bench.send(caller, bench.at(port));
        QCOMPARE(caller.results(), 0);
        QTRY_COMPARE(caller.results(), 1);
        QCOMPARE(caller.failure.kind, UpstreamFailureKind::Connect);
        QVERIFY(!caller.failure.requestSent);
    }

    void refusesPrivateAddressesWhenTold()
    {
        ScriptedServer server;
        Bench bench;
        Endpoint target = bench.at(server.port());
        target.allowPrivate = false;
        Caller caller;
        bench.send(caller, target);
        QCOMPARE(caller.results(), 0); // never from inside send()
        QTRY_COMPARE(caller.results(), 1);
        QCOMPARE(caller.failure.kind, UpstreamFailureKind::Refused);
        QCOMPARE(server.connectionCount(), 0);
    }

    void judgesAddresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("publicOnly");
        QTest::addColumn<bool>("withPrivate");
        const auto row = [](const char *address, bool publicOnly, bool withPrivate) {
            QTest::newRow(address) << QString::fromLatin1(address) << publicOnly << withPrivate;
        };
        row("8.8.8.8", true, true);
        row("2606:4700::1111", true, true);
        row("127.0.0.1", false, true);
        row("10.1.2.3", false, true);
        row("172.31.0.1", false, true);
        row("172.32.0.1", true, true);
        row("192.168.1.1", false, true);
        row("100.64.0.1", false, true);
        row("::1", false, true);
        row("fd00::1", false, true);
        row("169.254.169.254", false, false);
        row("100.100.100.200", false, false);
        row("fd00:ec2::254", false, false);
        row("fe80::1", false, false);
        row("0.0.0.0", false, false);
        row("::", false, false);
        row("224.0.0.1", false, false);
        row("255.255.255.255", false, false);
        row("ff02::1", false, false);
        row("::ffff:169.254.169.254", false, false);
        row("::ffff:10.0.0.1", false, true);
        row("64:ff9b::a9fe:a9fe", false, false);
    }
    void judgesAddresses()
    {
        QFETCH(const QString, address);
        QFETCH(const bool, publicOnly);
        QFETCH(const bool, withPrivate);
        QCOMPARE(isAddressAllowed(QHostAddress(address), AddressRule::PublicOnly), publicOnly);
        QCOMPARE(isAddressAllowed(QHostAddress(address), AddressRule::AllowPrivate), withPrivate);
    }

    void reusesTheConnectionUsedLast()
    {
        ScriptedServer server(Script().waitRequest().send(okAnswer).repeat());
        Bench bench;
        for (int i = 0; i < 3; ++i) {
            Caller caller;
            bench.ask(caller, bench.at(server.port()));
            QCOMPARE(caller.ends, 1);
            QCOMPARE(caller.call->times().reused, i > 0);
        }
        QCOMPARE(server.connectionCount(), 1);
        QCOMPARE(server.requestCount(), 3);
    }

    void reusesInsideTheEnd()
    {
        ScriptedServer server(Script().waitRequest().send(okAnswer).repeat());
        Bench bench;
        Caller first;
        Caller second;
        first.atEnd = [&] { bench.send(second, bench.at(server.port())); };
        bench.send(first, bench.at(server.port()));
        QTRY_COMPARE(second.ends, 1);
        QCOMPARE(server.connectionCount(), 1);
    }

    void dropsIdleConnectionsThatStir_data()
    {
        QTest::addColumn<bool>("closes");
        QTest::newRow("closed") << true;
        QTest::newRow("unasked bytes") << false;
    }
    void dropsIdleConnectionsThatStir()
    {
        QFETCH(const bool, closes);
        ScriptedServer server(Script().waitRequest().send(okAnswer).repeat());
        Bench bench;
        Caller caller;
        bench.ask(caller, bench.at(server.port()));
        QCOMPARE(bench.client.idleConnections(), 1);
        if (closes)
            server.closeConnections();
        else
            server.send(0, okAnswer);
        QTRY_COMPARE(bench.client.openConnections(), 0);
    }

    void keepsFewIdleConnectionsAndNotForLong()
    {
        ScriptedServer server(Script().waitRequest().send(okAnswer).repeat());
        Bench bench({.limits = {}, .idleTimeout = 60ms, .maxIdlePerEndpoint = 2});
        std::array<Caller, 3> callers;
        for (Caller &caller : callers)
            bench.send(caller, bench.at(server.port()));
        QTRY_COMPARE(callers[0].ends + callers[1].ends + callers[2].ends, 3);
        QVERIFY(bench.client.idleConnections() <= 2);
        QTRY_COMPARE(bench.client.openConnections(), 0);
        QTRY_COMPARE(server.openCount(), 0);
    }

    void trims()
    {
        ScriptedServer server(Script().waitRequest().send(okAnswer).repeat());
        Bench bench;
        Caller caller;
        bench.ask(caller, bench.at(server.port()));
        bench.client.trim([](const Endpoint &) { return true; });
        QCOMPARE(bench.client.idleConnections(), 1);
        bench.client.trim([](const Endpoint &) { return false; });
        QCOMPARE(bench.client.openConnections(), 0);
    }

    void triesAgainWhenAnIdleConnectionWasClosed_data()
    {
        QTest::addColumn<bool>("byReset");
        QTest::newRow("closed") << false;
        QTest::newRow("reset") << true;
    }

    void triesAgainWhenAnIdleConnectionWasClosed()
    {
        QFETCH(bool, byReset);
        ScriptedServer server(Script().waitRequest().send(okAnswer).repeat());
        Bench bench;
        Caller first;
        bench.ask(first, bench.at(server.port()));
        if (byReset)
            server.resetConnections();
        else
            server.closeConnections();
        Caller second; // at once: the close has not been seen
        bench.ask(second, bench.at(server.port()));
        QCOMPARE(second.ends, 1);
        QCOMPARE(second.body, "hello"_ba);
        QVERIFY(!second.call->times().reused);
        QCOMPARE(server.connectionCount(), 2);
        QCOMPARE(server.requestCount(), 2);
    }

    void neverRepeatsWhatThePeerHasTaken()
    {
        ScriptedServer server(Script().waitRequest().send(okAnswer).waitRequest().close());
        Bench bench;
        Caller first;
        bench.ask(first, bench.at(server.port()));
        Caller second;
        bench.ask(second, bench.at(server.port()));
        QCOMPARE(second.failures, 1);
        QCOMPARE(second.failure.kind, UpstreamFailureKind::Reset);
        QVERIFY(second.failure.requestSent && !second.failure.answerBegun);
        QCOMPARE(server.requestCount(), 2);
        QCOMPARE(server.connectionCount(), 1);
    }

    void cancelsAtOnce()
    {
        qint64 best = std::numeric_limits<qint64>::max(); // of tries: what else runs delays one
        for (int i = 0; i < 8 && best >= 100; ++i) {
            ScriptedServer server(Script().waitRequest().send(okAnswer.chopped(1)));
            Bench bench;
            Caller caller;
            bench.send(caller, bench.at(server.port()));
            QTRY_COMPARE(caller.body, "hell"_ba);
            QElapsedTimer timer;
            timer.start();
            caller.call.reset();
            QTRY_COMPARE(server.openCount(), 0);
            best = std::min(best, timer.elapsed());
            QCOMPARE(caller.results(), 0);
            QCOMPARE(bench.client.openConnections(), 0);
        }
        QVERIFY2(best < 100, qPrintable(QString::number(best)));
    }

    void cancelsWhileConnecting()
    {
        ScriptedServer server(Script().waitRequest().send(okAnswer));
        Bench bench;
        Caller caller;
        bench.send(caller, bench.at(server.port()));
        caller.call.reset();
        Caller other;
        bench.ask(other, bench.at(server.port()));
        QCOMPARE(caller.results(), 0);
    }

    void mayBeDestroyedInAnyCallback_data()
    {
        QTest::addColumn<int>("where");
        QTest::newRow("head") << 0;
        QTest::newRow("body") << 1;
        QTest::newRow("end") << 2;
        QTest::newRow("failure") << 3;
    }
    void mayBeDestroyedInAnyCallback()
    {
        QFETCH(const int, where);
        ScriptedServer server(where == 3 ? Script().waitRequest().close()
                                         : Script().waitRequest().send(okAnswer));
        Bench bench;
        Caller caller;
        bool destroyed = false;
        const auto destroy = [&] {
            caller.call.reset();
            destroyed = true;
        };
        (where == 0 ? caller.atHead : where == 1 ? caller.atBody : caller.atEnd) = destroy;
        bench.send(caller, bench.at(server.port()));
        QTRY_VERIFY(destroyed);
        QCOMPARE(bench.client.openConnections(), where == 2 ? 1 : 0);
        QCOMPARE(caller.results(), where >= 2 ? 1 : 0);
    }

    void takesAnAnswerThatComesBeforeTheBodyIsSent()
    {
        ScriptedServer server(Script().waitHead().stopReading().send(
            "HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\nno"));
        Bench bench;
        bench.request.body = {QByteArray(16 * 1024 * 1024, 'x')};
        Caller caller;
        bench.ask(caller, bench.at(server.port()));
        QCOMPARE(caller.ends, 1);
        QCOMPARE(caller.status, 413);
        QCOMPARE(caller.body, "no"_ba);
        QCOMPARE(bench.client.openConnections(), 0);
    }

    void sendsLargeBodiesInConstantMemory()
    {
        constexpr qsizetype size = 32 * 1024 * 1024;
        ScriptedServer server(Script().waitHead().stopReading());
        Bench bench;
        bench.request.body = {QByteArray(size / 2, 'x'), QByteArray(size / 2, 'y')};
        const qint64 before = residentKiB();
        Caller caller;
        bench.send(caller, bench.at(server.port()));
        QTRY_COMPARE(server.requestCount(), 1);
        QTest::qWait(0);
        QVERIFY2(residentKiB() - before < 8 * 1024,
                 qPrintable(QString::number(residentKiB() - before)));
        server.resumeReading();
        QTRY_VERIFY(server.receivedSize() > size);
        QVERIFY(server.received().endsWith("yyyy"));
        QCOMPARE(server.received().count('x'), size / 2 + 2); // and in "/v1/x", "x-a"
        server.send(0, okAnswer);
        QTRY_COMPARE(caller.ends, 1);
        QCOMPARE(bench.client.idleConnections(), 1);
    }

    void countsAStalledUploadAsNoAnswer()
    {
        ScriptedServer server(Script().waitHead().stopReading());
        Bench bench;
        bench.request.body = {QByteArray(16 * 1024 * 1024, 'x')};
        bench.request.timeouts.firstByte = 100ms;
        Caller caller;
        bench.ask(caller, bench.at(server.port()));
        QCOMPARE(caller.failure.kind, UpstreamFailureKind::FirstByteTimeout);
        QVERIFY(caller.failure.requestSent);
    }

    void sendsABodyThatFollows_data()
    {
        QTest::addColumn<qint64>("length");
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("length") << qint64(5) << "Content-Length: 5\r\n\r\nhello"_ba;
        QTest::newRow("chunked") << qint64(
            -1) << "Transfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n"_ba;
    }
    void sendsABodyThatFollows()
    {
        QFETCH(const qint64, length);
        QFETCH(const QByteArray, sent);
        ScriptedServer server(Script().waitHead());
        Bench bench;
        bench.request.body.clear();
        bench.request.bodyFollows = true;
        bench.request.followingLength = length;
        bench.request.timeouts.firstByte = 500ms; // rests while the body is awaited
        Caller caller;
        bench.send(caller, bench.at(server.port()));
        QVERIFY(!caller.call->takesBody());
        QTRY_COMPARE(caller.writables, 1);
        QTest::qWait(600);
        QCOMPARE(caller.results(), 0);
        caller.call->writeBody("hel");
        caller.call->writeBody("lo");
        caller.call->endBody();
        QVERIFY(!caller.call->takesBody());
        QTRY_VERIFY(server.received().endsWith(sent));
        server.send(0, okAnswer);
        QTRY_COMPARE(caller.ends, 1);
        QCOMPARE(bench.client.idleConnections(), 1);
    }

    void givesABodyThatFollowsAConnectionOfItsOwn()
    {
        ScriptedServer server(Script().waitRequest().send(okAnswer).repeat());
        Bench bench;
        Caller first;
        bench.ask(first, bench.at(server.port()));
        bench.request.body.clear();
        bench.request.bodyFollows = true;
        bench.request.followingLength = 2;
        Caller second;
        second.atWritable = [&] {
            second.call->writeBody("{}");
            second.call->endBody();
        };
        bench.ask(second, bench.at(server.port()));
        QCOMPARE(second.ends, 1);
        QVERIFY(!second.call->times().reused);
        QCOMPARE(server.connectionCount(), 2);
    }

    void tellsWhenMoreOfABodyIsTaken()
    {
        ScriptedServer server(Script().waitHead().stopReading());
        Bench bench;
        bench.request.body.clear();
        bench.request.bodyFollows = true;
        Caller caller;
        bench.send(caller, bench.at(server.port()));
        QTRY_COMPARE(caller.writables, 1);
        while (caller.call->takesBody())
            caller.call->writeBody(QByteArray(1024 * 1024, 'x'));
        QTRY_COMPARE(server.connectionCount(), 1);
        server.resumeReading();
        QTRY_COMPARE(caller.writables, 2);
        QVERIFY(caller.call->takesBody());
    }

    void readsNothingWhilePaused()
    {
        constexpr qsizetype size = 8 * 1024 * 1024;
        ScriptedServer server(Script().waitRequest().send("HTTP/1.1 200 OK\r\nContent-Length: "
                                                          + QByteArray::number(size) + "\r\n\r\n"
                                                          + QByteArray(size, 'x')));
        Bench bench;
        bench.request.timeouts.idle = 500ms; // rests meanwhile
        Caller caller;
        caller.atHead = [&] { caller.call->setReading(false); };
        bench.send(caller, bench.at(server.port()));
        QTRY_COMPARE(caller.heads, 1);
        QTest::qWait(600);
        QVERIFY(caller.body.size() <= 64 * 1024);
        QCOMPARE(caller.results(), 0);
        caller.call->setReading(true);
        QTRY_COMPARE(caller.ends, 1);
        QCOMPARE(caller.body.size(), size);
    }

    void asksProxiesInAbsoluteForm()
    {
        ScriptedServer proxy(Script().waitRequest().send(okAnswer));
        Bench bench;
        const Endpoint target =
            throughProxy(endpoint("api.example.com"_ba, 80, false), proxy.port());
        Caller caller;
        bench.ask(caller, target);
        QCOMPARE(caller.ends, 1);
        QVERIFY(proxy.received().startsWith(
            "POST http://api.example.com/v1/x HTTP/1.1\r\nHost: api.example.com\r\n"));
    }

    void opensTunnelsThroughProxies()
    {
        ScriptedServer proxy(Script().waitHead().send("HTTP/1.1 200 Connected\r\n\r\n"));
        Bench bench;
        const Endpoint target =
            throughProxy(endpoint("api.example.com"_ba, 443, true), proxy.port());
        Caller caller;
        bench.send(caller, target);
        const auto head =
            "CONNECT api.example.com:443 HTTP/1.1\r\nHost: api.example.com:443\r\n\r\n"_ba;
        QTRY_VERIFY(proxy.connectionCount() == 1 && proxy.receivedSize() > head.size());
        QVERIFY(proxy.received().startsWith(QByteArray(head + "\x16\x03"))); // TLS's first record
        proxy.closeConnections();
        QTRY_COMPARE(caller.failures, 1);
        QVERIFY(!caller.failure.requestSent);
    }

    void tellsWhatAProxySaid_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("refusal") << "HTTP/1.1 407 Proxy Authentication Required\r\n\r\n"_ba;
        QTest::newRow("rubbish") << "hello\r\n\r\n"_ba;
        QTest::newRow("too much") << "HTTP/1.1 200 OK\r\n\r\nhello"_ba;
        QTest::newRow("nothing") << ""_ba;
    }
    void tellsWhatAProxySaid()
    {
        QFETCH(const QByteArray, answer);
        ScriptedServer proxy(Script().waitHead().send(answer).close());
        Bench bench;
        const Endpoint target =
            throughProxy(endpoint("api.example.com"_ba, 443, true), proxy.port());
        Caller caller;
        bench.ask(caller, target);
        QCOMPARE(caller.failure.kind, UpstreamFailureKind::Proxy);
    }

    void namesAuthorities()
    {
        QCOMPARE(endpoint("a.b"_ba, 443, true).authority(), "a.b"_ba);
        QCOMPARE(endpoint("a.b"_ba, 80, true).authority(), "a.b:80"_ba);
        QCOMPARE(endpoint("a.b"_ba, 80, false).authority(), "a.b"_ba);
        QCOMPARE(endpoint("::1"_ba, 8080, true).authority(), "[::1]:8080"_ba);
    }
};

QTEST_GUILESS_MAIN(TestUpstream)
#include "tst_upstream.moc"
