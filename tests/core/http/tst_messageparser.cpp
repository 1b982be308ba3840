// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/headwriter.h"
#include "core/http/messageparser.h"
#include "tests/support/fakeclock.h"
#include "tests/support/messageruns.h"

#include <QtTest/QtTest>

#include <functional>

using namespace Gatehouse;
using namespace Gatehouse::Http;
using namespace Qt::StringLiterals;

namespace {

const QByteArray postHead = "POST /v1/chat/completions HTTP/1.1\r\nHost: gateway:4417\r\n"_ba;

//! A POST with these field lines, and a body.
QByteArray post(const QByteArray &fieldLines, const QByteArray &body = {})
{
    return postHead + fieldLines + "\r\n"_ba + body;
}

QByteArray chunkedPost(const QByteArray &body)
{
    return post("Transfer-Encoding: chunked\r\n"_ba, body);
}

QByteArray get(const QByteArray &fieldLines)
{
    return "GET / HTTP/1.1\r\n"_ba + fieldLines + "\r\n"_ba;
}

//! True when \a run gives the same for \a bytes whole, cut once anywhere, and byte by byte.
bool isSameHoweverCut(const QByteArray &bytes,
                      const std::function<MessageRun(const QList<qsizetype> &)> &run)
{
    const MessageRun whole = run({});
    for (qsizetype at = 0; at <= bytes.size(); ++at) {
        if (run({at}) != whole)
            return false;
    }
    return run(everyByte(bytes.size())) == whole;
}

//! A sink that stops or ends its parser where told.
class StoppingSink final : public MessageSink
{
public:
    bool onHead() override
    {
        if (atHead)
            atHead();
        return !stopsAtHead;
    }
    bool onBody(QByteArrayView bytes) override
    {
        body.append(bytes);
        if (atBody)
            atBody();
        return !stopsAtBody;
    }
    void onMessageEnd() override
    {
        ended = true;
        if (atEnd)
            atEnd();
    }

    std::function<void()> atHead;
    std::function<void()> atBody;
    std::function<void()> atEnd;
    QByteArray body;
    bool stopsAtHead = false;
    bool stopsAtBody = false;
    bool ended = false;
};

} // namespace

class TestMessageParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesRequest_data();
    void refusesRequest();
    void acceptsRequest_data();
    void acceptsRequest();
    void holdsLimits_data();
    void holdsLimits();
    void limitsAreCheckedAsBytesArrive_data();
    void limitsAreCheckedAsBytesArrive();
    void bodyLimitMayBeLoweredAtTheHead_data();
    void bodyLimitMayBeLoweredAtTheHead();
    void judgesEachMessageOfAConnectionAnew();
    void foldsTheCaseOfNames();
    void leavesPipelinedBytesToTheCaller();
    void skipsOneEmptyLineBetweenRequests();
    void knowsWhenAMessageHasBegun();
    void readsOnAfterASinkStopped();
    void mayBeDestroyedInsideACall_data();
    void mayBeDestroyedInsideACall();
    void bodyIsNotCopied();
    void readsFieldsByNameInAnyCase();
    void newLimitsCountFromTheNextMessage();
    void refusesResponse_data();
    void refusesResponse();
    void acceptsResponse_data();
    void acceptsResponse();
    void noticesCutResponse_data();
    void noticesCutResponse();
    void responseBodyHasNoLimit();
    void writesHeads();
    void writesNoSecondLineFromAValue();
    void writesTheDateOncePerSecond();
    void parsesFast();
};

void TestMessageParser::refusesRequest_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &bytes, int status = 400) {
        QTest::newRow(name) << bytes << status;
    };
    row("length and chunked",
        post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"_ba, "0\r\n\r\n"_ba));
    row("chunked and length",
        post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"_ba, "0\r\n\r\n"_ba));
    row("two lengths differ", post("Content-Length: 5\r\nContent-Length: 6\r\n"_ba, "hello!"_ba));
    row("two equal lengths", post("Content-Length: 5\r\ncontent-length: 5\r\n"_ba, "hello"_ba));
    row("length list", post("Content-Length: 5, 5\r\n"_ba, "hello"_ba));
    row("length with plus", post("Content-Length: +5\r\n"_ba, "hello"_ba));
    row("length negative", post("Content-Length: -1\r\n"_ba));
    row("length hexadecimal", post("Content-Length: 0x5\r\n"_ba, "hello"_ba));
    row("length with space inside", post("Content-Length: 1 1\r\n"_ba));
    row("length empty", post("Content-Length:\r\n"_ba));
    row("length of 20 digits", post("Content-Length: 10000000000000000000\r\n"_ba));
    row("length of 20 digits, zeros", post("Content-Length: 00000000000000000005\r\n"_ba));
    row("length over 2^63", post("Content-Length: 9999999999999999999\r\n"_ba));
    row("coding gzip", post("Transfer-Encoding: gzip\r\n"_ba));
    row("coding gzip, chunked", post("Transfer-Encoding: gzip, chunked\r\n"_ba, "0\r\n\r\n"_ba));
    row("coding chunked, chunked",
        post("Transfer-Encoding: chunked, chunked\r\n"_ba, "0\r\n\r\n"_ba));
    row("coding twice",
        post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"_ba, "0\r\n\r\n"_ba));
    row("coding xchunked", post("Transfer-Encoding: xchunked\r\n"_ba));
    row("coding quoted", post("Transfer-Encoding: \"chunked\"\r\n"_ba));
    row("coding with parameter", post("Transfer-Encoding: chunked;q=1\r\n"_ba));
    row("coding empty", post("Transfer-Encoding:\r\n"_ba));
    row("coding identity", post("Transfer-Encoding: identity\r\n"_ba));
    row("coding with vertical tab",
        post("Transfer-Encoding: \x0b"
             "chunked\r\n"_ba));
    row("coding in HTTP/1.0",
        "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"_ba);
    row("chunk size ended by LF", chunkedPost("5\nhello\r\n0\r\n\r\n"_ba));
    row("chunk size ended by CR", chunkedPost("5\rhello\r\n0\r\n\r\n"_ba));
    row("chunk data ended by LF", chunkedPost("5\r\nhello\n0\r\n\r\n"_ba));
    row("chunk data too long", chunkedPost("5\r\nhello!\r\n0\r\n\r\n"_ba));
    row("last chunk ended by LF", chunkedPost("0\n\n"_ba));
    row("body ended by LF", chunkedPost("0\r\n\n"_ba));
    row("chunk size with plus", chunkedPost("+5\r\nhello\r\n0\r\n\r\n"_ba));
    row("chunk size negative", chunkedPost("-5\r\nhello\r\n0\r\n\r\n"_ba));
    row("chunk size with 0x", chunkedPost("0x5\r\nhello\r\n0\r\n\r\n"_ba));
    row("chunk size with underscore", chunkedPost("1_0\r\n"_ba));
    row("chunk size after space", chunkedPost(" 5\r\nhello\r\n0\r\n\r\n"_ba));
    row("chunk size before space", chunkedPost("5 \r\nhello\r\n0\r\n\r\n"_ba));
    row("chunk size before tab", chunkedPost("5\t;a\r\nhello\r\n0\r\n\r\n"_ba));
    row("chunk size empty", chunkedPost("\r\nhello\r\n0\r\n\r\n"_ba));
    row("chunk size of 16 digits", chunkedPost("0000000000000005\r\nhello\r\n0\r\n\r\n"_ba));
    row("chunk size over the limit", chunkedPost("fffffffffffffff\r\n"_ba), 413);
    row("chunk extension with LF", chunkedPost("5;a\nhello\r\n0\r\n\r\n"_ba));
    row("chunk extension with NUL", chunkedPost("5;a\0b\r\nhello\r\n0\r\n\r\n"_ba));
    row("trailer without name", chunkedPost("0\r\n: x\r\n\r\n"_ba));
    row("trailer folded", chunkedPost("0\r\na: b\r\n c\r\n\r\n"_ba));
    row("trailer with LF", chunkedPost("0\r\na: b\n\r\n"_ba));
    row("trailer without colon", chunkedPost("0\r\nGET\r\n\r\n"_ba));
    row("folded length", post("Content-Length:\r\n 5\r\n"_ba, "hello"_ba));
    row("folded coding", post("Transfer-Encoding:\r\n\tchunked\r\n"_ba));
    row("folded field", post("X-A: b\r\n c\r\n"_ba));
    row("space before first field", "GET / HTTP/1.1\r\n Host: a\r\n\r\n"_ba);
    row("space before colon", post("Content-Length : 5\r\n"_ba, "hello"_ba));
    row("tab before colon", post("Transfer-Encoding\t: chunked\r\n"_ba));
    row("empty name", post(": x\r\n"_ba));
    row("name not a token", post("X(A): x\r\n"_ba));
    row("name with 8th bit", post("X-\xc3\xa4: x\r\n"_ba));
    row("name with NUL", post("X-\0: x\r\n"_ba));
    row("no colon", post("X-A\r\n"_ba));
    row("CR in a value", post("X-A: b\rc\r\n"_ba));
    row("CR CR LF", post("X-A: b\r\r\n"_ba));
    row("LF in a value", post("X-A: b\nContent-Length: 5\r\n"_ba));
    row("NUL in a value", post("X-A: b\0c\r\n"_ba));
    row("escape in a value",
        post("X-A: b\x1b"
             "c\r\n"_ba));
    row("delete in a long value", post("X-A: 0123456789abcdef\x7f 0123456789\r\n"_ba));
    row("lines end with LF", "GET / HTTP/1.1\nHost: a\n\n"_ba);
    row("head ends with LF", "GET / HTTP/1.1\r\nHost: a\r\n\n"_ba);
    row("no Host", get({}));
    row("two Hosts", get("Host: a\r\nHost: a\r\n"_ba));
    row("empty Host", get("Host:\r\n"_ba));
    row("Host with path", get("Host: a/b\r\n"_ba));
    row("Host with user", get("Host: me@a\r\n"_ba));
    row("Host list", get("Host: a, b\r\n"_ba));
    row("Host with space", get("Host: a b\r\n"_ba));
    row("Host with empty port", get("Host: a:\r\n"_ba));
    row("Host with wide port", get("Host: a:65536\r\n"_ba));
    row("Host with word for port", get("Host: a:b\r\n"_ba));
    row("Host with open bracket", get("Host: [::1\r\n"_ba));
    row("Host with bracketed name", get("Host: [xy]\r\n"_ba));
    row("two Hosts in HTTP/1.0", "GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n"_ba);
    row("HTTP/0.9", "GET /\r\n\r\n"_ba);
    row("HTTP/2.0", "GET / HTTP/2.0\r\nHost: a\r\n\r\n"_ba, 505);
    row("HTTP/1.2", "GET / HTTP/1.2\r\nHost: a\r\n\r\n"_ba, 505);
    row("HTTP/0.9 named", "GET / HTTP/0.9\r\nHost: a\r\n\r\n"_ba, 505);
    row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"_ba, 505);
    row("PRI", "PRI * HTTP/1.1\r\nHost: a\r\n\r\n"_ba);
    row("version in small letters", "GET / http/1.1\r\nHost: a\r\n\r\n"_ba);
    row("version of two digits", "GET / HTTP/1.10\r\nHost: a\r\n\r\n"_ba);
    row("no version digits", "GET / HTTP/x.y\r\nHost: a\r\n\r\n"_ba);
    row("CONNECT", "CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n"_ba, 501);
    row("TRACE", "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n"_ba, 501);
    row("unknown method", "BREW / HTTP/1.1\r\nHost: a\r\n\r\n"_ba, 501);
    row("method in small letters", "get / HTTP/1.1\r\nHost: a\r\n\r\n"_ba, 501);
    row("method not a token", "G[T / HTTP/1.1\r\nHost: a\r\n\r\n"_ba);
    row("two spaces", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n"_ba);
    row("space at the line's end", "GET / HTTP/1.1 \r\nHost: a\r\n\r\n"_ba);
    row("tab for space", "GET\t/\tHTTP/1.1\r\nHost: a\r\n\r\n"_ba);
    row("space in target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n"_ba);
    row("fragment in target", "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n"_ba);
    row("8th bit in target", "GET /\xc3\xa4 HTTP/1.1\r\nHost: a\r\n\r\n"_ba);
    row("NUL in target", "GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n"_ba);
    row("target without slash", "GET v1/models HTTP/1.1\r\nHost: a\r\n\r\n"_ba);
    row("asterisk for GET", "GET * HTTP/1.1\r\nHost: a\r\n\r\n"_ba);
    row("absolute for another host", "GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n"_ba);
    row("absolute for another port", "GET http://a:81/ HTTP/1.1\r\nHost: a:80\r\n\r\n"_ba);
    row("absolute with user", "GET http://me@a/ HTTP/1.1\r\nHost: a\r\n\r\n"_ba);
    row("absolute without host", "GET http:///x HTTP/1.1\r\nHost: a\r\n\r\n"_ba);
    row("absolute without path", "GET http://a?x HTTP/1.1\r\nHost: a\r\n\r\n"_ba);
    row("absolute of another scheme", "GET ftp://a/ HTTP/1.1\r\nHost: a\r\n\r\n"_ba);
    row("two empty lines first", "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"_ba);
    row("LF first", "\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"_ba);
    row("a TLS handshake", "\x16\x03\x01\x02"_ba);
}

void TestMessageParser::refusesRequest()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    const MessageRun run = runRequest(bytes);
    QVERIFY(run.failed);
    QCOMPARE(run.status, status);
    QVERIFY(!run.reason.isEmpty());
    QVERIFY(!run.isComplete);
    QVERIFY(!run.hasHead || bytes.contains("Transfer-Encoding: chunked"));
    QVERIFY(isSameHoweverCut(bytes, [&](const auto &cuts) { return runRequest(bytes, cuts); }));
}

void TestMessageParser::acceptsRequest_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("start"); // first line of describe()
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &start,
                        const QByteArray &body = {}) {
        QTest::newRow(name) << bytes << start << body;
    };
    const QByteArray posted =
        "POST /v1/chat/completions /v1/chat/completions  gateway:4417 1.1 "_ba;
    row("plain", get("Host: a\r\n"_ba), "GET / /  a 1.1 length -1 keep"_ba);
    row("query", "GET /m?a=[1]&b?c HTTP/1.1\r\nHost: a\r\n\r\n"_ba,
        "GET /m?a=[1]&b?c /m a=[1]&b?c a 1.1 length -1 keep"_ba);
    row("empty line first", "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"_ba,
        "GET / /  a 1.1 length -1 keep"_ba);
    row("length", post("Content-Length: 5\r\n"_ba, "hello"_ba), posted + "length 5 keep"_ba,
        "hello"_ba);
    row("length 0", post("Content-Length: 0\r\n"_ba), posted + "length 0 keep"_ba);
    row("length with leading zeros", post("Content-Length: 0000000000000000005\r\n"_ba, "hello"_ba),
        posted + "length 5 keep"_ba, "hello"_ba);
    row("length between tabs", post("content-length:\t 5 \t\r\n"_ba, "hello"_ba),
        posted + "length 5 keep"_ba, "hello"_ba);
    row("chunks", chunkedPost("5\r\nhello\r\n0001\r\n \r\nA\r\n0123456789\r\n0\r\n\r\n"_ba),
        posted + "length -1 chunked keep"_ba, "hello 0123456789"_ba);
    row("coding in capitals", post("TRANSFER-ENCODING: \tCHUNKED \r\n"_ba, "0\r\n\r\n"_ba),
        posted + "length -1 chunked keep"_ba);
    row("chunk extensions", chunkedPost("5;a=b;c=\"d e\"\r\nhello\r\n0;x\r\n\r\n"_ba),
        posted + "length -1 chunked keep"_ba, "hello"_ba);
    row("trailers", chunkedPost("1\r\nx\r\n0\r\nExpires: 0\r\nContent-Length: 7\r\nE:\r\n\r\n"_ba),
        posted + "length -1 chunked keep"_ba, "x"_ba);
    row("chunk holds framing", chunkedPost("5\r\n0\r\n\r\n\r\n0\r\n\r\n"_ba),
        posted + "length -1 chunked keep"_ba, "0\r\n\r\n"_ba);
    row("HTTP/1.0", "GET / HTTP/1.0\r\nHost: a\r\n\r\n"_ba, "GET / /  a 1.0 length -1 close"_ba);
    row("HTTP/1.0 without Host", "GET / HTTP/1.0\r\n\r\n"_ba, "GET / /   1.0 length -1 close"_ba);
    row("HTTP/1.0 keep-alive", "GET / HTTP/1.0\r\nHost: a\r\nConnection: Keep-Alive\r\n\r\n"_ba,
        "GET / /  a 1.0 length -1 keep"_ba);
    row("close", get("Host: a\r\nConnection: close\r\n"_ba), "GET / /  a 1.1 length -1 close"_ba);
    row("close in a list", get("Host: a\r\nConnection: keep-alive, Close\r\n"_ba),
        "GET / /  a 1.1 length -1 close"_ba);
    row("upgrade is ignored", get("Host: a\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n"_ba),
        "GET / /  a 1.1 length -1 keep"_ba);
    row("upgrade with body",
        post("Connection: upgrade\r\nUpgrade: websocket\r\nContent-Length: 2\r\n"_ba, "ok"_ba),
        posted + "length 2 keep"_ba, "ok"_ba);
    row("absolute", "GET http://A:80/v1?x HTTP/1.1\r\nHost: a:80\r\n\r\n"_ba,
        "GET /v1?x /v1 x A:80 1.1 length -1 keep"_ba);
    row("absolute, no path", "GET HTTPS://a HTTP/1.1\r\nHost: a\r\n\r\n"_ba,
        "GET / /  a 1.1 length -1 keep"_ba);
    row("address", get("Host: [::1]:4417\r\n"_ba), "GET / /  [::1]:4417 1.1 length -1 keep"_ba);
    row("IPv4 address", get("Host: 127.0.0.1\r\n"_ba), "GET / /  127.0.0.1 1.1 length -1 keep"_ba);
    row("OPTIONS", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n"_ba,
        "OPTIONS * *  a 1.1 length -1 keep"_ba);
    row("a method paths may refuse", "PURGE /x HTTP/1.1\r\nHost: a\r\n\r\n"_ba,
        "PURGE /x /x  a 1.1 length -1 keep"_ba);
    row("continue", post("Expect: 100-Continue\r\nContent-Length: 1\r\n"_ba, "x"_ba),
        posted + "length 1 keep continue"_ba, "x"_ba);
    row("continue without body", get("Host: a\r\nExpect: 100-continue\r\n"_ba),
        "GET / /  a 1.1 length -1 keep"_ba);
    row("8th bit and tab in values", get("Host: a\r\nX-A: \xc3\xa4\tb\r\n"_ba),
        "GET / /  a 1.1 length -1 keep"_ba);
}

void TestMessageParser::acceptsRequest()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, body);
    const MessageRun run = runRequest(bytes);
    QCOMPARE(run.reason, QByteArray());
    QVERIFY(run.isComplete);
    QCOMPARE(run.head.left(run.head.indexOf('\n')), start);
    QCOMPARE(run.body, body);
    QCOMPARE(run.consumed, bytes.size());
    QVERIFY(isSameHoweverCut(bytes, [&](const auto &cuts) { return runRequest(bytes, cuts); }));
}

void TestMessageParser::holdsLimits_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");                                               // 0: accepted
    const QByteArray line = "GET /"_ba + QByteArray(85, 'x') + " HTTP/1.1\r\n"_ba; // 101 bytes
    const QByteArray field = "Host: a\r\nA: "_ba + QByteArray(84, 'x') + "\r\n\r\n"_ba; // 100 bytes
    QTest::newRow("start line fits")
        << line.sliced(0, 5) + line.sliced(6) + "Host: a\r\n\r\n"_ba << 0;
    QTest::newRow("start line too long") << line + "Host: a\r\n\r\n"_ba << 414;
    QTest::newRow("fields fit") << "GET / HTTP/1.1\r\n"_ba + field << 0;
    QTest::newRow("fields too long") << "GET / HTTP/1.1\r\nB"_ba + field << 431;
    const QByteArray three = "Host: a\r\nB: 1\r\nC: 2\r\n"_ba;
    QTest::newRow("three fields") << get(three) << 0;
    QTest::newRow("four fields") << get(three + "D: 3\r\n"_ba) << 431;
    const QByteArray shortPost = "POST / HTTP/1.1\r\nHost: a\r\n"_ba;
    QTest::newRow("length fits") << shortPost + "Content-Length: 10\r\n\r\n0123456789"_ba << 0;
    QTest::newRow("length too long") << shortPost + "Content-Length: 11\r\n\r\n"_ba << 413;
    const QByteArray chunked = shortPost + "Transfer-Encoding: chunked\r\n\r\n"_ba;
    QTest::newRow("chunks fit") << chunked + "5\r\n01234\r\n5\r\n56789\r\n0\r\n\r\n"_ba << 0;
    QTest::newRow("chunks too long") << chunked + "5\r\n01234\r\n6\r\n"_ba << 413;
    QTest::newRow("extras fit") << chunked + "1;1234\r\nx\r\n0\r\nA:b\r\n\r\n"_ba << 0;
    QTest::newRow("extension too long") << chunked + "1;123456789\r\n"_ba << 431;
    QTest::newRow("extension and trailer too long")
        << chunked + "1;1234\r\nx\r\n0\r\nA: b\r\n\r\n"_ba << 431;
}

void TestMessageParser::holdsLimits()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    const MessageLimits limits{
        .startLine = 100, .head = 100, .fields = 3, .body = 10, .chunkExtras = 8};
    const MessageRun run = runRequest(bytes, {}, limits);
    QCOMPARE(run.status, status);
    QCOMPARE(run.isComplete, status == 0);
    QVERIFY(
        isSameHoweverCut(bytes, [&](const auto &cuts) { return runRequest(bytes, cuts, limits); }));
}

void TestMessageParser::limitsAreCheckedAsBytesArrive_data()
{
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<int>("status");
    QTest::addColumn<qsizetype>("limit");
    const MessageLimits limits;
    QTest::newRow("start line") << "GET /"_ba << 414 << limits.startLine;
    QTest::newRow("field") << "GET / HTTP/1.1\r\nA: "_ba << 431 << limits.head;
    QTest::newRow("extension") << chunkedPost("1;"_ba) << 431 << limits.chunkExtras;
    QTest::newRow("trailer") << chunkedPost("0\r\nA: "_ba) << 431 << limits.chunkExtras;
}

void TestMessageParser::limitsAreCheckedAsBytesArrive()
{
    QFETCH(QByteArray, begin);
    QFETCH(int, status);
    QFETCH(qsizetype, limit);
    RequestParser parser(MessageLimits{});
    StoppingSink sink;
    parser.feed(begin, sink);
    qsizetype fed = 0;
    while (!parser.failed() && fed < 2 * limit)
        fed += parser.feed("x", sink);
    QCOMPARE(parser.failure().status, status);
    QVERIFY(fed <= limit + 1); // the last one is refused
    QCOMPARE(parser.feed("x", sink), 0);
}

void TestMessageParser::bodyLimitMayBeLoweredAtTheHead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("limit");
    QTest::addColumn<bool>("fits");
    const QByteArray sized = post("Content-Length: 5\r\n"_ba, "hello"_ba);
    const QByteArray chunked = chunkedPost("5\r\nhello\r\n0\r\n\r\n"_ba);
    QTest::newRow("length fits") << sized << qint64(5) << true;
    QTest::newRow("length over") << sized << qint64(4) << false;
    QTest::newRow("chunks fit") << chunked << qint64(5) << true;
    QTest::newRow("chunks over") << chunked << qint64(4) << false;
}

void TestMessageParser::bodyLimitMayBeLoweredAtTheHead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(qint64, limit);
    QFETCH(bool, fits);
    RequestParser parser(MessageLimits{});
    StoppingSink sink;
    sink.atHead = [&] { parser.setBodyLimit(limit); };
    parser.feed(bytes, sink);
    QCOMPARE(sink.ended, fits);
    QCOMPARE(parser.failed(), !fits);
    QCOMPARE(sink.body, fits ? "hello"_ba : QByteArray());
    if (!fits)
        QCOMPARE(parser.failure().status, 413);
}

void TestMessageParser::leavesPipelinedBytesToTheCaller()
{
    const QByteArray first = post("Content-Length: 5\r\n"_ba, "hello"_ba);
    const QByteArray second = chunkedPost("2\r\nok\r\n0\r\n\r\n"_ba);
    const QByteArray third = get("Host: a\r\n"_ba);
    const QByteArray stream = first + second + third;
    RequestParser parser(MessageLimits{});
    qsizetype at = 0;
    QByteArrayList bodies;
    for (const QByteArray &message : {first, second, third}) {
        const MessageRun run = runMessage(parser, QByteArrayView(stream).sliced(at), {});
        QCOMPARE(run.consumed, message.size());
        StoppingSink sink;
        QCOMPARE(parser.feed(QByteArrayView(stream).sliced(at), sink), 0); // not before reset()
        at += run.consumed;
        bodies.append(run.body);
        parser.reset();
    }
    QCOMPARE(bodies, (QByteArrayList{"hello"_ba, "ok"_ba, {}}));
    QCOMPARE(at, stream.size());
}

void TestMessageParser::skipsOneEmptyLineBetweenRequests()
{
    RequestParser parser(MessageLimits{});
    const QByteArray stream = post("Content-Length: 2\r\n"_ba, "ok\r\n"_ba);
    QCOMPARE(runMessage(parser, stream, {}).consumed, stream.size() - 2);
    parser.reset();
    StoppingSink sink;
    QCOMPARE(parser.feed("\r\n", sink), 2);
    QVERIFY(!parser.isInMessage());
    QVERIFY(runMessage(parser, get("Host: a\r\n"_ba), {}).isComplete);
}

void TestMessageParser::knowsWhenAMessageHasBegun()
{
    RequestParser parser(MessageLimits{});
    StoppingSink sink;
    QVERIFY(!parser.isInMessage());
    parser.feed("P", sink);
    QVERIFY(parser.isInMessage());
    parser.feed(post("Content-Length: 2\r\n"_ba).sliced(1), sink);
    QVERIFY(parser.isHeadComplete());
    QVERIFY(parser.isInMessage());
    parser.feed("ok", sink);
    QVERIFY(sink.ended);
    QVERIFY(!parser.isInMessage());
    parser.reset();
    QVERIFY(!parser.isHeadComplete());
}

void TestMessageParser::readsOnAfterASinkStopped()
{
    const QByteArray bytes = post("Content-Length: 5\r\n"_ba, "hello"_ba);
    RequestParser parser(MessageLimits{});
    StoppingSink sink;
    sink.stopsAtHead = sink.stopsAtBody = true;
    const qsizetype head = parser.feed(bytes, sink);
    QCOMPARE(head, bytes.size() - 5);
    QCOMPARE(parser.feed(bytes.sliced(head), sink), 5);
    QCOMPARE(sink.body, "hello"_ba);
    QVERIFY(!sink.ended);
    QCOMPARE(parser.feed({}, sink), 0);
    QVERIFY(sink.ended);
}

void TestMessageParser::mayBeDestroyedInsideACall_data()
{
    QTest::addColumn<int>("call");
    QTest::newRow("head") << 0;
    QTest::newRow("body") << 1;
    QTest::newRow("end") << 2;
}

void TestMessageParser::mayBeDestroyedInsideACall()
{
    QFETCH(int, call);
    auto parser = std::make_unique<RequestParser>(MessageLimits{});
    StoppingSink sink;
    sink.stopsAtHead = call == 0;
    sink.stopsAtBody = call == 1;
    (call == 0 ? sink.atHead : call == 1 ? sink.atBody : sink.atEnd) = [&] { parser.reset(); };
    const QByteArray bytes = post("Content-Length: 5\r\n"_ba, "hello"_ba);
    RequestParser &inUse = *parser;
    QCOMPARE(inUse.feed(bytes, sink), call == 0 ? bytes.size() - 5 : bytes.size());
    QVERIFY(!parser);
}

void TestMessageParser::bodyIsNotCopied()
{
    class PlaceSink final : public MessageSink
    {
    public:
        bool onHead() override { return true; }
        bool onBody(QByteArrayView bytes) override
        {
            place = bytes.data();
            return true;
        }
        void onMessageEnd() override { }
        const char *place = nullptr;
    } sink;
    const QByteArray bytes = chunkedPost("5\r\nhello\r\n0\r\n\r\n"_ba);
    RequestParser parser(MessageLimits{});
    parser.feed(bytes, sink);
    QCOMPARE(sink.place, bytes.constData() + bytes.indexOf("hello"));
}

void TestMessageParser::readsFieldsByNameInAnyCase()
{
    QByteArray bytes = post("X-Key: a \r\nx-key: b\r\nEmpty:\r\n"_ba);
    RequestParser parser(MessageLimits{});
    StoppingSink sink;
    parser.feed(bytes, sink);
    bytes.fill('?'); // the head has its own storage
    const Fields &fields = parser.head().fields;
    QCOMPARE(fields.value("X-KEY"), "a");
    QCOMPARE(fields.count("x-kEY"), 2);
    QVERIFY(fields.contains("empty"));
    QCOMPARE(fields.value("empty").size(), 0);
    QVERIFY(!fields.contains("x-ke"));
    QCOMPARE(fields.all().size(), std::size_t(4));
    QCOMPARE(parser.head().method, Method::Post);
}

//! What a connection has sent before must not show in how its next message is read.
void TestMessageParser::judgesEachMessageOfAConnectionAnew()
{
    const auto withLength = [](const QByteArray &lines) { return post(lines, "hello world"_ba); };
    const QList<QByteArray> messages{
        withLength("Content-Length: 5\r\n"_ba),
        withLength("Content-Length: 11\r\n"_ba),
        withLength("Content-Length: 5\r\nConnection: close\r\n"_ba),
        withLength("Content-Length: 11\r\nConnection: close\r\n"_ba),
        withLength("Connection: close\r\nContent-Length: 5\r\n"_ba),
        withLength("Content-Length: 5\r\nConnection: keep-alive\r\n"_ba),
        withLength("content-length: 5\r\n"_ba),
        withLength("Content-Length: 0005\r\n"_ba),
        withLength("Content-Length: 0\r\n"_ba),
        post({}),
        chunkedPost("5\r\nhello\r\n0\r\n\r\n"_ba),
        post({}),
        get("Host: a\r\n"_ba),
        get("Host: a\r\nConnection: close\r\n"_ba),
        "GET / HTTP/1.0\r\nHost: a\r\n\r\n"_ba,
        "GET / HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n"_ba,
        get("Host: a\r\n"_ba),
        withLength("Content-Length: 5\r\n"_ba),
        withLength("Content-Length: 5\r\nX: "_ba + QByteArray(2000, 'x') + "\r\n"_ba),
        withLength("Content-Length: 5\r\nConnection: close, "_ba + QByteArray(600, 'x')
                   + "\r\n"_ba),
        withLength("Content-Length: 5\r\n"_ba),
    };
    const QList<QByteArray> refused{
        withLength("Content-Length: 5\r\nContent-Length: 5\r\n"_ba),
        withLength("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"_ba),
        withLength("Content-Length: +5\r\n"_ba),
        withLength("Content-Length: 12345678901234567890\r\n"_ba),
        "BREW /v1/chat/completions HTTP/1.1\r\nHost: gateway:4417\r\nContent-Length: 5\r\n\r\n"_ba,
    };
    for (const QByteArray &before : messages) {
        for (const QByteArray &bytes : messages + refused) {
            RequestParser parser(MessageLimits{});
            QVERIFY2(runMessage(parser, before, {}).isComplete, before.constData());
            parser.reset();
            QVERIFY2(runMessage(parser, bytes, {}) == runRequest(bytes), bytes.constData());
        }
    }
}

void TestMessageParser::foldsTheCaseOfNames()
{
    const auto lowered = [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; };
    for (const qsizetype size : {1, 3, 7, 8, 9, 15, 16, 21}) {
        for (int a = 0; a < 256; ++a) {
            for (int b = 0; b < 256; ++b) {
                QByteArray left(size, '-');
                QByteArray right(size, '-');
                const qsizetype at = (a + b) % size;
                left[at] = char(a);
                right[at] = char(b);
                if (sameName(left, right) != (lowered(char(a)) == lowered(char(b))))
                    QFAIL(qPrintable(u"%1 and %2 at %3 of %4"_s.arg(a).arg(b).arg(at).arg(size)));
            }
        }
    }
    QVERIFY(!sameName("name", "names"));
}

void TestMessageParser::newLimitsCountFromTheNextMessage()
{
    const QByteArray bytes = post("Content-Length: 5\r\n"_ba, "hello"_ba);
    RequestParser parser(MessageLimits{});
    StoppingSink sink;
    parser.feed(bytes.first(10), sink);
    parser.setLimits({.body = 4});
    parser.feed(bytes.sliced(10), sink);
    QVERIFY(sink.ended);
    parser.reset();
    QCOMPARE(runMessage(parser, bytes, {}).status, 413);
}

void TestMessageParser::refusesResponse_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &bytes) {
        QTest::newRow(name) << bytes;
    };
    const QByteArray ok = "HTTP/1.1 200 OK\r\n"_ba;
    row("switching protocols", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"_ba);
    row("length and chunked", ok + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"_ba);
    row("two lengths differ", ok + "Content-Length: 5\r\nContent-Length: 6\r\n\r\n"_ba);
    row("length negative", ok + "Content-Length: -1\r\n\r\n"_ba);
    row("length of 20 digits", ok + "Content-Length: 10000000000000000000\r\n\r\n"_ba);
    row("coding gzip", ok + "Transfer-Encoding: gzip\r\n\r\n"_ba);
    row("coding in HTTP/1.0", "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"_ba);
    row("bad chunk size", ok + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n"_ba);
    row("chunk size overflow", ok + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n"_ba);
    row("HTTP/2", "HTTP/2 200 OK\r\n\r\n"_ba);
    row("HTTP/2.0", "HTTP/2.0 200 OK\r\n\r\n"_ba);
    row("no HTTP", "SSH-2.0-OpenSSH\r\n\r\n"_ba);
    row("ICY", "ICY 200 OK\r\n\r\n"_ba);
    row("status of two digits", "HTTP/1.1 20 OK\r\n\r\n"_ba);
    row("status of four digits", "HTTP/1.1 2000\r\n\r\n"_ba);
    row("status 0", "HTTP/1.1 000 Zero\r\n\r\n"_ba);
    row("status 600", "HTTP/1.1 600 Far\r\n\r\n"_ba);
    row("status signed", "HTTP/1.1 +20 OK\r\n\r\n"_ba);
    row("NUL in reason", "HTTP/1.1 200 O\0K\r\n\r\n"_ba);
    row("empty line first", "\r\nHTTP/1.1 200 OK\r\n\r\n"_ba);
    row("lines end with LF", "HTTP/1.1 200 OK\nContent-Length: 0\n\n"_ba);
    row("folded field", ok + "A: b\r\n c\r\n\r\n"_ba);
    row("interim with body", "HTTP/1.1 100 Continue\r\nContent-Length: 5\r\n\r\nhello"_ba);
    row("endless interim", QByteArray("HTTP/1.1 103 Early Hints\r\n\r\n").repeated(17));
    row("endless field", ok + "A: "_ba + QByteArray(40'000, 'x'));
    row("10,000 fields", ok + QByteArray("A: b\r\n").repeated(10'000));
}

void TestMessageParser::refusesResponse()
{
    QFETCH(QByteArray, bytes);
    const MessageRun run = runResponse(bytes);
    QVERIFY(run.failed);
    QVERIFY(!run.isComplete);
    QVERIFY(!run.reason.isEmpty());
    if (bytes.size() < 1000)
        QVERIFY(
            isSameHoweverCut(bytes, [&](const auto &cuts) { return runResponse(bytes, cuts); }));
}

void TestMessageParser::acceptsResponse_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("toHead");
    QTest::addColumn<QByteArray>("start"); // first line of describe()
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qsizetype>("rest"); // bytes not consumed
    const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &start,
                        const QByteArray &body = {}, bool toHead = false, qsizetype rest = 0) {
        QTest::newRow(name) << bytes << toHead << start << body << rest;
    };
    const QByteArray ok = "HTTP/1.1 200 OK\r\n"_ba;
    row("length", ok + "Content-Length: 5\r\n\r\nhello"_ba, "200 1.1 length 5 keep"_ba, "hello"_ba);
    row("length 0", ok + "Content-Length: 0\r\n\r\n"_ba, "200 1.1 length 0 keep"_ba);
    row("chunks", ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"_ba,
        "200 1.1 length -1 chunked keep"_ba, "hello"_ba);
    row("no reason", "HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n"_ba, "200 1.1 length 0 keep"_ba);
    row("empty reason", "HTTP/1.1 429 \r\nContent-Length: 0\r\n\r\n"_ba,
        "429 1.1 length 0 keep"_ba);
    row("close", ok + "Connection: close\r\nContent-Length: 2\r\n\r\nok"_ba,
        "200 1.1 length 2 close"_ba, "ok"_ba);
    row("HTTP/1.0", "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok"_ba,
        "200 1.0 length 2 close"_ba, "ok"_ba);
    row("interim first",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"_ba + ok
            + "Content-Length: 2\r\n\r\nok"_ba,
        "200 1.1 length 2 keep"_ba, "ok"_ba);
    row("204", "HTTP/1.1 204 No Content\r\n\r\nmore"_ba, "204 1.1 length -1 keep"_ba, {}, false, 4);
    row("204 with a length", "HTTP/1.1 204 No Content\r\nContent-Length: 4\r\n\r\nmore"_ba,
        "204 1.1 length 4 close"_ba, {}, false, 4);
    row("304", "HTTP/1.1 304 Not Modified\r\nContent-Length: 4\r\n\r\n"_ba,
        "304 1.1 length 4 keep"_ba);
    row("answer to HEAD", ok + "Content-Length: 500\r\n\r\n"_ba, "200 1.1 length 500 keep"_ba, {},
        true);
    row("chunked answer to HEAD", ok + "Transfer-Encoding: chunked\r\n\r\n"_ba,
        "200 1.1 length -1 chunked keep"_ba, {}, true);
    row("bytes after the end", ok + "Content-Length: 2\r\n\r\nokHTTP/1.1"_ba,
        "200 1.1 length 2 keep"_ba, "ok"_ba, false, 8);
}

void TestMessageParser::acceptsResponse()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, toHead);
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, body);
    QFETCH(qsizetype, rest);
    const MessageRun run = runResponse(bytes, {}, toHead);
    QCOMPARE(run.reason, QByteArray());
    QVERIFY(run.isComplete);
    QCOMPARE(run.head.left(run.head.indexOf('\n')), start);
    QCOMPARE(run.body, body);
    QCOMPARE(run.consumed, bytes.size() - rest);
    QVERIFY(isSameHoweverCut(bytes,
                             [&](const auto &cuts) { return runResponse(bytes, cuts, toHead); }));
}

void TestMessageParser::noticesCutResponse_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isWhole");
    const QByteArray ok = "HTTP/1.1 200 OK\r\n"_ba;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("in the head") << ok << false;
    QTest::newRow("after an interim head") << "HTTP/1.1 100 Continue\r\n\r\n"_ba << false;
    QTest::newRow("in a sized body") << ok + "Content-Length: 5\r\n\r\nhell"_ba << false;
    QTest::newRow("in a chunk") << ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nhel"_ba << false;
    QTest::newRow("before the last chunk")
        << ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"_ba << false;
    QTest::newRow("after the end") << ok + "Content-Length: 5\r\n\r\nhello"_ba << true;
    QTest::newRow("until close") << ok + "\r\nhello"_ba << true;
    QTest::newRow("until close, HTTP/1.0") << "HTTP/1.0 200 OK\r\n\r\nhello"_ba << true;
}

void TestMessageParser::noticesCutResponse()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isWhole);
    ResponseParser parser(MessageLimits{});
    parser.begin(false);
    StoppingSink sink;
    QCOMPARE(parser.feed(bytes, sink), bytes.size());
    QCOMPARE(parser.isInMessage(), !bytes.isEmpty());
    QCOMPARE(parser.finish(sink), isWhole);
    QCOMPARE(sink.ended, isWhole);
    if (isWhole)
        QCOMPARE(sink.body, "hello"_ba);
    QVERIFY(!parser.failed());
}

void TestMessageParser::responseBodyHasNoLimit()
{
    const MessageLimits limits{.body = 3};
    QVERIFY(runResponse("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", {}, false, limits)
                .isComplete);
    QVERIFY(
        runResponse("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
                    {}, false, limits)
            .isComplete);
}

void TestMessageParser::writesHeads()
{
    QByteArray out;
    appendStatusLine(out, 200);
    appendStatusLine(out, 429);
    appendStatusLine(out, 299);
    appendField(out, "A", "b c");
    appendField(out, "Content-Length", 1234567890123);
    appendRequestLine(out, "POST /v1/messages");
    endHead(out);
    QCOMPARE(
        out,
        "HTTP/1.1 200 OK\r\nHTTP/1.1 429 Too Many Requests\r\nHTTP/1.1 299 Status\r\nA: b c\r\n"
        "Content-Length: 1234567890123\r\nPOST /v1/messages HTTP/1.1\r\n\r\n"_ba);
}

void TestMessageParser::writesNoSecondLineFromAValue()
{
    QByteArray out;
    appendField(out, "A", "b\r\nSet-Cookie: c\0\td"_ba);
    QCOMPARE(out, "A: b  Set-Cookie: c \td\r\n"_ba);
}

void TestMessageParser::writesTheDateOncePerSecond()
{
    FakeClock clock;
    DateLine date;
    const QByteArrayView first = date.at(clock.wall());
    QCOMPARE(first, "Date: Sun, 22 Nov 2026 12:00:00 GMT\r\n");
    clock.advance(std::chrono::milliseconds(999));
    QCOMPARE(date.at(clock.wall()).data(), first.data());
    clock.advance(std::chrono::milliseconds(1));
    QCOMPARE(date.at(clock.wall()), "Date: Sun, 22 Nov 2026 12:00:01 GMT\r\n");
    clock.setWall(WallTime(std::chrono::seconds(951'782'399))); // a leap year's 28 February
    QCOMPARE(date.at(clock.wall()), "Date: Mon, 28 Feb 2000 23:59:59 GMT\r\n");
}

void TestMessageParser::parsesFast()
{
    const QByteArray fields =
        "Accept: application/json\r\nContent-Type: application/json\r\nUser-Agent: OpenAI/Python "
        "1.54.0\r\n"
        "X-Stainless-Lang: python\r\nX-Stainless-Package-Version: 1.54.0\r\nX-Stainless-OS: "
        "Linux\r\n"
        "X-Stainless-Arch: x64\r\nX-Stainless-Runtime: CPython\r\nAccept-Encoding: gzip, "
        "deflate\r\n"
        "Authorization: Bearer gh_0123456789abcdef0123456789abcdef\r\nContent-Length: 1024\r\n"_ba;
    const QByteArray bytes = post(fields, QByteArray(1024, 'x'));
    RequestParser parser(MessageLimits{});
    StoppingSink sink;
    int ended = 0;
    sink.atEnd = [&] { ++ended; };
    QBENCHMARK
    {
        sink.body.resize(0);
        parser.feed(bytes, sink);
        parser.reset();
    }
    QVERIFY(ended > 0);
}

QTEST_GUILESS_MAIN(TestMessageParser)
#include "tst_messageparser.moc"
