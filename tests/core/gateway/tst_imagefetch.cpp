// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/gateway/requestimages.h"
#include "core/gateway/trace.h"
#include "core/http/iothread.h"
#include "core/http/resolver.h"
#include "core/telemetry/metrics.h"
#include "tests/support/scriptedserver.h"

#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Gateway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray png = "\x89PNG\r\n\x1a\n"_ba + QByteArray(500, 'p');

QByteArray answer(const QByteArray &head, const QByteArray &body)
{
    return "HTTP/1.1 " + head + "\r\nConnection: close\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray imageAnswer(const QByteArray &body = png, const QByteArray &type = "image/png")
{
    return answer("200 OK\r\nContent-Type: " + type, body);
}

QByteArray redirection(const QByteArray &location)
{
    return answer("302 Found\r\nLocation: " + location, {});
}

Script says(const QByteArray &bytes)
{
    return Script().waitHead().send(bytes);
}

struct Bench {
    SystemClock clock;
    Http::ThreadIo threadIo{clock};
    Http::UpstreamClient client{threadIo.io(), {}};
    ImageGate gate;
    Trace trace;
    Telemetry::Metrics metrics;
    Api::ImageFetching settings{.enabled = true,
                                .maxBytes = 2000,
                                .timeout = 5s,
                                .allowedHosts = {},
                                .privateHosts = {u"127.0.0.1"_s}};

    ImageFetch::Environment environment() { return {threadIo.io(), client, gate}; }
    static QByteArray at(const ScriptedServer &server, const QByteArray &path = "/cat.png?a=1#x")
    {
        return "http://127.0.0.1:" + QByteArray::number(server.port()) + path;
    }
    //! The image as "type size", or what is wrong.
    QString fetched(const QByteArray &url, std::chrono::milliseconds timeLeft = 30s)
    {
        int calls = 0;
        ImageFetch fetch(environment(), url, settings, timeLeft, [&](ImageFetch &) { ++calls; });
        if (calls != 0 || !QTest::qWaitFor([&] { return calls > 0; }, 5000) || gate.running() != 0)
            return u"not once, later"_s;
        if (!fetch.image())
            return fetch.image().error().detail;
        const QByteArray bytes = QByteArray::fromBase64(fetch.image()->data);
        return QString::fromLatin1(fetch.image()->mimeType) + u' ' + QString::number(bytes.size());
    }
};

} // namespace

class TestImageFetch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesAddresses_data();
    void judgesAddresses();
    void sniffsTypes();
    void asksPlainly();
    void takesImagesOnly_data();
    void takesImagesOnly();
    void followsAFewRedirections();
    void judgesRedirections_data();
    void judgesRedirections();
    void givesUpInTime();
    void namesThatLeadInsideAreRefused();
    void aFullGateMakesOthersWait();
    void fetchesAllOfARequest();
    void oneFailureEndsTheRequest();
    void boundsThemTogether();
    void cancels();
};

void TestImageFetch::judgesAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("problem"); // empty: fine
    const auto row = [](const char *url, const char *problem) {
        QTest::addRow("%s", url) << QString::fromLatin1(url) << QString::fromLatin1(problem);
    };
    row("https://files.example.com/cat.png?x=1", "");
    row("https://sub.pictures.example.org:8443/", "");
    row("https://other.example.net/cat.png", "from this host");
    row("http://files.example.com/cat.png", "only https://");
    row("ftp://files.example.com/cat.png", "https://");
    row("https://user:pw@files.example.com/", "user name");
    row("https://127.0.0.1/", "private addresses");
    row("https://localhost/", "private addresses");
    row("https://10.1.2.3/", "private addresses");
    row("https://[::1]/", "private addresses");
    row("https://[::ffff:10.0.0.1]/", "private addresses");
    row("https://0x7f.1/", "private addresses");
    row("https://intranet/", "private addresses");
    row("https://169.254.169.254/latest/meta-data", "this address");
    row("https://[fe80::1]/", "this address");
    row("https://metadata.google.internal/", "this address");
    row("http://own.office.lan:8080/cat.png", "");
    row("https://own.office.lan:8080/", "");
    row("https://own.office.lan/", "from this host"); // named with its port
    row("https://", "not a valid URL");
    row("https://a b/", "not a valid URL");
    row("https://files.example.com:0/", "not a valid URL");
}

void TestImageFetch::judgesAddresses()
{
    QFETCH(QString, url);
    QFETCH(QString, problem);
    const Api::ImageFetching settings{
        .enabled = true,
        .allowedHosts = {u"files.example.com"_s, u"*.pictures.example.org:8443"_s},
        .privateHosts = {u"own.office.lan:8080"_s}};
    const auto place = imageAddress(QUrl(url, QUrl::StrictMode), settings);
    const QString found = place ? QString() : place.error().detail;
    QCOMPARE(found.isEmpty(), problem.isEmpty());
    QVERIFY2(found.contains(problem), qPrintable(found));
    if (place)
        QCOMPARE(place->endpoint.allowPrivate, place->endpoint.host == "own.office.lan");
}

void TestImageFetch::sniffsTypes()
{
    QCOMPARE(Dialects::imageTypeOf(png), QByteArrayView("image/png"));
    QCOMPARE(Dialects::imageTypeOf("\xff\xd8\xff\xe0"), QByteArrayView("image/jpeg"));
    QCOMPARE(Dialects::imageTypeOf("GIF89a…"), QByteArrayView("image/gif"));
    QCOMPARE(Dialects::imageTypeOf("RIFF1234WEBPVP8 "), QByteArrayView("image/webp"));
    for (const char *other : {"", "RIFF1234WAVE", "<svg/>", "\x89PN", "%PDF-1.7", "<html>"})
        QVERIFY2(Dialects::imageTypeOf(other).isEmpty(), other);
}

void TestImageFetch::asksPlainly()
{
    ScriptedServer server(says(imageAnswer()));
    Bench bench;
    QCOMPARE(bench.fetched(bench.at(server)), u"image/png 508"_s);
    const QByteArray asked = server.received();
    QVERIFY(asked.startsWith("GET /cat.png?a=1 HTTP/1.1\r\nHost: 127.0.0.1:"));
    QVERIFY(asked.contains("\r\nConnection: close\r\n"));
    for (const char *secret : {"uthorization", "ookie", "eferer", "#x"})
        QVERIFY2(!asked.contains(secret), secret);
}

void TestImageFetch::takesImagesOnly_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("sniffed") << imageAnswer(png, "image/jpeg") << u"image/png 508"_s;
    QTest::newRow("missing") << answer("404 Not Found", "no") << u"its host answered 404"_s;
    QTest::newRow("page") << imageAnswer("<html>", "text/html")
                          << u"its host says it is 'text/html', no image"_s;
    QTest::newRow("no type") << answer("200 OK", png)
                             << u"its host does not say that it is an image"_s;
    QTest::newRow("liar") << imageAnswer("<html>") << u"it is no PNG, JPEG, GIF or WebP image"_s;
    QTest::newRow("empty") << imageAnswer({}) << u"it is no PNG, JPEG, GIF or WebP image"_s;
    QTest::newRow("compressed") << answer("200 OK\r\nContent-Type: image/png\r\n"
                                          "Content-Encoding: gzip",
                                          png)
                                << u"its host sends it compressed ('gzip')"_s;
    QTest::newRow("announced too large")
        << "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 2001\r\n\r\n"_ba
        << u"it is larger than 2000 bytes"_s;
    QTest::newRow("endless") << "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n"
            + png.repeated(5) << u"it is larger than 2000 bytes"_s;
    QTest::newRow("no HTTP") << "SSH-2.0-x\r\n\r\n"_ba << u"its host's answer is not HTTP"_s;
}

void TestImageFetch::takesImagesOnly()
{
    QFETCH(QByteArray, said);
    ScriptedServer server(says(said));
    Bench bench;
    QTEST(bench.fetched(bench.at(server)), "outcome");
}

void TestImageFetch::followsAFewRedirections()
{
    ScriptedServer last(says(imageAnswer()));
    ScriptedServer relative(says(redirection("/again")));
    Bench bench;
    relative.setScript(says(redirection(bench.at(last))));
    QCOMPARE(bench.fetched(bench.at(relative)), u"image/png 508"_s);
    ScriptedServer circle(says(redirection("/again")));
    QCOMPARE(bench.fetched(bench.at(circle)), u"its host redirects more than 3 times"_s);
    QCOMPARE(circle.connectionCount(), 4);
    QVERIFY(circle.received(1).startsWith("GET /again "));
}

void TestImageFetch::judgesRedirections_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("problem");
    QTest::newRow("metadata") << "http://169.254.169.254/latest"_ba
                              << u"only https:// addresses are fetched"_s;
    QTest::newRow("metadata, https")
        << "https://169.254.169.254/"_ba << u"the gateway does not fetch from this address"_s;
    QTest::newRow("inside") << "https://10.0.0.1/"_ba
                            << u"the gateway does not fetch from private addresses"_s;
    QTest::newRow("other port") << "https://[::1]/"_ba
                                << u"the gateway does not fetch from private addresses"_s;
    QTest::newRow("file") << "file:///etc/passwd"_ba << u"its address is not a valid URL"_s;
    QTest::newRow("nowhere") << ""_ba << u"its host redirects to nowhere"_s;
}

void TestImageFetch::judgesRedirections()
{
    QFETCH(QByteArray, location);
    ScriptedServer server(says(redirection(location)));
    Bench bench;
    QTEST(bench.fetched(bench.at(server)), "problem");
}

void TestImageFetch::givesUpInTime()
{
    ScriptedServer silent(Script().waitHead());
    Bench bench;
    QCOMPARE(bench.fetched(bench.at(silent), 100ms), u"it did not come in time"_s);
    bench.settings.timeout = 100ms;
    QCOMPARE(bench.fetched(bench.at(silent)), u"it did not come in time"_s);
    ScriptedServer gone;
    const QByteArray url = bench.at(gone);
    gone.stopListening();
    QCOMPARE(bench.fetched(url), u"its host cannot be reached"_s);
}

//! What a name means is asked when the connection is made, whatever it looks like.
void TestImageFetch::namesThatLeadInsideAreRefused()
{
    Bench bench;
    Http::UpstreamClient::Options options;
    options.resolver = std::make_shared<Http::Resolver>(
        bench.clock, [](const QByteArray &) -> Http::Resolver::Answer {
            return Http::Resolver::Addresses{QHostAddress(u"10.0.0.1"_s),
                                             QHostAddress(u"169.254.169.254"_s)};
        });
    Http::UpstreamClient client(bench.threadIo.io(), options);
    bool isOver = false;
    const ImageFetch fetch({bench.threadIo.io(), client, bench.gate}, "https://cats.example.com/",
                           bench.settings, 5s, [&](ImageFetch &) { isOver = true; });
    QTRY_VERIFY(isOver);
    QCOMPARE(fetch.image().error().detail, u"the gateway does not fetch from private addresses"_s);
}

void TestImageFetch::aFullGateMakesOthersWait()
{
    ScriptedServer silent(Script().waitHead());
    ScriptedServer server(says(imageAnswer()));
    Bench bench;
    std::vector<std::unique_ptr<ImageFetch>> all;
    for (int i = 0; i < ImageGate::places; ++i)
        all.push_back(std::make_unique<ImageFetch>(bench.environment(), bench.at(silent),
                                                   bench.settings, 30s, [](ImageFetch &) {}));
    QCOMPARE(bench.gate.running(), ImageGate::places);
    int done = 0;
    const auto late = [&] {
        return std::make_unique<ImageFetch>(bench.environment(), bench.at(server), bench.settings,
                                            30s, [&](ImageFetch &) { ++done; });
    };
    const auto first = late();
    auto second = late();
    QCOMPARE(bench.gate.waiting(), 2);
    QTRY_COMPARE(silent.requestCount(), ImageGate::places);
    QCOMPARE(server.connectionCount(), 0);
    second.reset(); // left before its turn
    QCOMPARE(bench.gate.waiting(), 1);
    all.pop_back();
    QTRY_COMPARE(done, 1);
    QCOMPARE(bench.gate.running(), ImageGate::places - 1);
    all.clear();
    QCOMPARE(bench.gate.running(), 0);
}

void TestImageFetch::fetchesAllOfARequest()
{
    ScriptedServer server(says(imageAnswer()));
    Bench bench;
    RequestImages images;
    std::vector<QByteArray> urls;
    for (int i = 0; i < 6; ++i)
        urls.push_back(bench.at(server, "/" + QByteArray::number(i) + "?secret=1"));
    bool isOver = false;
    images.fetch(
        urls,
        {bench.environment(), bench.settings, 30s, 1'000'000, bench.trace, bench.metrics.shard()},
        [&] { isOver = true; });
    QCOMPARE(bench.gate.running(), RequestImages::atOnce);
    QTRY_VERIFY(isOver);
    QVERIFY(!images.problem());
    QCOMPARE(images.images().size(), std::size_t(6));
    QVERIFY(images.has(urls[5]));
    const QByteArray trace = bench.trace.json();
    QVERIFY(trace.contains("127.0.0.1: image/png, 508 bytes in "));
    QVERIFY(!trace.contains("secret"));
}

void TestImageFetch::oneFailureEndsTheRequest()
{
    ScriptedServer silent(Script().waitHead());
    ScriptedServer server(says(answer("403 Forbidden", {})));
    Bench bench;
    RequestImages images;
    bool isOver = false;
    images.fetch(
        {bench.at(silent), bench.at(server)},
        {bench.environment(), bench.settings, 30s, 1'000'000, bench.trace, bench.metrics.shard()},
        [&] { isOver = true; });
    QTRY_VERIFY(isOver);
    QCOMPARE(*images.problem(), u"could not be fetched from 127.0.0.1: its host answered 403"_s);
    QCOMPARE(bench.gate.running(), 0);
    QTRY_COMPARE(silent.openCount(), 0);
}

void TestImageFetch::boundsThemTogether()
{
    ScriptedServer server(says(imageAnswer()));
    Bench bench;
    RequestImages images;
    bool isOver = false;
    images.fetch(
        {bench.at(server, "/1"), bench.at(server, "/2")},
        {bench.environment(), bench.settings, 30s, 1000, bench.trace, bench.metrics.shard()},
        [&] { isOver = true; });
    QTRY_VERIFY(isOver);
    QVERIFY(images.problem()->contains(u"larger than a request may be"_s));
}

void TestImageFetch::cancels()
{
    ScriptedServer silent(Script().waitHead());
    Bench bench;
    RequestImages images;
    bool isOver = false;
    images.fetch(
        {bench.at(silent)},
        {bench.environment(), bench.settings, 30s, 1000, bench.trace, bench.metrics.shard()},
        [&] { isOver = true; });
    QTRY_COMPARE(silent.requestCount(), 1);
    images.cancel();
    QCOMPARE(bench.gate.running(), 0);
    QTRY_COMPARE(silent.openCount(), 0);
    QVERIFY(!isOver);
}

QTEST_GUILESS_MAIN(TestImageFetch)
#include "tst_imagefetch.moc"
