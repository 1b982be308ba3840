// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/healthprobes.h"
#include "core/http/iothread.h"
#include "tests/support/epollmain.h"
#include "tests/support/fakeclock.h"
#include "tests/support/publishedfixture.h"
#include "tests/support/scriptedserver.h"

using namespace Gatehouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Routing::Health;

namespace {

QByteArray answer(const QByteArray &body, const QByteArray &status = "200 OK")
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

Script answering(const QByteArray &text)
{
    return Script().waitRequest().send(text).repeat();
}

const QByteArray modelList = R"({"object":"list","data":[{"id":"m"}]})";
const QByteArray oneToken =
    R"({"id":"x","object":"chat.completion","model":"m","choices":[{"index":0,"message":)"
    R"({"role":"assistant","content":"H"},"finish_reason":"length"}],)"
    R"("usage":{"prompt_tokens":8,"completion_tokens":1,"total_tokens":9}})";

Api::ProbePolicy policy(const QString &mode, std::optional<qint64> dailyLimit = {})
{
    return {.mode = mode, .model = u"m"_s, .dailyLimit = dailyLimit};
}

//! A provider on a real socket, looked after by probes on a clock made by hand.
struct Watched {
    ScriptedServer server;
    FakeClock clock;
    SystemClock ioClock;
    Http::ThreadIo threadIo{ioClock};
    Http::UpstreamClient client{threadIo.io(), {}};
    PatternRedactor redactor;
    std::unique_ptr<PublishedFixture> fixture;
    std::shared_ptr<const Gateway::Published> published;
    std::unique_ptr<Node::HealthProbes> probes;

    explicit Watched(const Script &script, const Api::ProbePolicy &policy = {})
        : server(script)
    {
        Api::Document document;
        Api::Provider provider;
        provider.id = u"p"_s;
        provider.dialect = u"openai"_s;
        provider.baseUrl = u"http://127.0.0.1:%1/v1"_s.arg(server.port());
        provider.keys = {{.id = u"1"_s, .label = {}, .secret = u"env:A"_s}};
        provider.models = {u"m"_s};
        provider.probe = policy;
        document.providers = {provider};
        Api::Route route;
        route.id = u"r"_s;
        route.targets = {{u"p"_s, u"m"_s, 1}};
        document.routes = {route};
        fixture = std::make_unique<PublishedFixture>(document);
        published = std::make_shared<const Gateway::Published>(fixture->published);
        probes = std::make_unique<Node::HealthProbes>(Node::HealthProbes::Parts{
            .clock = clock, .redactor = redactor, .live = fixture->live, .upstream = client});
        tick();
    }
    void tick(std::chrono::seconds later = 0s)
    {
        clock.advance(later);
        probes->tick(published);
    }
    Routing::TargetState &target() { return fixture->live.target("p", "m"); }
    Routing::HealthReport health()
    {
        return fixture->live.health(*published->snapshot->providers.front(), clock.steady());
    }
    void breakTarget()
    {
        for (int i = 0; i < 5; ++i) {
            target().failed(clock.steady());
            fixture->live.provider("p").count(false, clock.steady());
        }
    }
};

} // namespace

class HealthProbesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksOnlyWhereTrafficIsAbsent();
    void bringsADeadTargetBack();
    void leavesTheTrialToCallersWhereChecksSeeNothing();
    void asksAModelWithinItsMoney();
    void showsThatTheKeyIsRefused();
    void obeysTheMode();
    void checksNow();
};

void HealthProbesTest::asksOnlyWhereTrafficIsAbsent()
{
    Watched w(answering(answer(modelList)));
    w.fixture->live.provider("p").count(true, w.clock.steady());
    w.tick(25s);
    w.fixture->live.provider("p").count(true, w.clock.steady());
    w.tick(20s);
    QTest::qWait(20);
    QCOMPARE(w.server.requestCount(), 0);
    w.tick(20s);
    QTRY_COMPARE(w.server.requestCount(), 1);
    QVERIFY(w.server.received().startsWith("GET /v1/models "));
    QTRY_VERIFY(w.health().check.has_value());
    QVERIFY(w.health().check->passed);
    w.clock.advance(10min);
    QVERIFY(w.health().health == Health::Healthy);
}

void HealthProbesTest::bringsADeadTargetBack()
{
    Watched w(Script().waitRequest().reset());
    w.breakTarget();
    for (int i = 1; i <= 6; ++i) {
        w.tick(5s);
        QTRY_VERIFY(w.health().check && w.health().check->time == w.clock.steady());
        QVERIFY(!w.health().check->passed);
        // No caller is risked, however long it is over.
        QVERIFY(w.target().availability(w.clock.steady()) == Routing::Availability::Resting);
    }
    w.server.setScript(answering(answer(modelList)));
    w.tick(5s);
    QTRY_VERIFY(!w.target().isOpen());
    QVERIFY(w.target().availability(w.clock.steady()) == Routing::Availability::Ready);
    QCOMPARE(w.target().startShare(w.clock.steady()), 0.1);
}

void HealthProbesTest::leavesTheTrialToCallersWhereChecksSeeNothing()
{
    Watched w(answering(answer(modelList)));
    w.breakTarget();
    w.tick(5s);
    QTRY_VERIFY(w.health().check.has_value());
    QVERIFY(w.target().isOpen());
    QVERIFY(w.health().disagrees);
    QVERIFY(w.health().health == Health::Down);
    w.clock.advance(5s);
    QVERIFY(w.target().availability(w.clock.steady()) == Routing::Availability::Trial);
}

void HealthProbesTest::asksAModelWithinItsMoney()
{
    Watched w(answering(answer(oneToken)), policy(u"token"_s));
    w.breakTarget();
    w.tick(5s);
    QTRY_VERIFY(!w.target().isOpen()); // the model answered
    QVERIFY(w.health().check->asksModel);
    QVERIFY(w.server.received().contains("max_tokens\":1"));

    Watched poor(answering(answer(modelList)), policy(u"token"_s, 1000));
    poor.tick(40s); // nobody knows what m costs: only the list is asked for
    QTRY_COMPARE(poor.server.requestCount(), 1);
    QVERIFY(poor.server.received().startsWith("GET "));
}

void HealthProbesTest::showsThatTheKeyIsRefused()
{
    Watched w(answering(
        answer(R"({"error":{"message":"bad key","code":"invalid_api_key"}})", "401 Unauthorized")));
    w.tick(40s);
    QTRY_VERIFY(w.health().check.has_value());
    QVERIFY(!w.health().check->passed);
    QCOMPARE(w.health().check->detail, u"bad key"_s);
    QVERIFY(w.health().health == Health::Down);
    QCOMPARE(w.target().consecutiveFailures(), 0); // it is there
    w.clock.advance(40s);
    QCOMPARE(w.health().source, u"from check, 40 s ago"_s);
}

void HealthProbesTest::obeysTheMode()
{
    Watched w(answering(answer(modelList)), policy(u"traffic"_s));
    w.breakTarget();
    w.tick(60s);
    QTest::qWait(20);
    QCOMPARE(w.server.requestCount(), 0);
}

void HealthProbesTest::checksNow()
{
    Watched w(answering(answer(modelList)), policy(u"traffic"_s));
    int answers = 0;
    QVERIFY(w.probes->check(w.published, u"p"_s, [&](const auto &check) {
        QVERIFY(check.passed);
        ++answers;
    }));
    QVERIFY(w.probes->check(w.published, u"p"_s, [&](const auto &) { ++answers; })); // the same one
    QTRY_COMPARE(answers, 2);
    QCOMPARE(w.server.requestCount(), 1);
    QVERIFY(!w.probes->check(w.published, u"nobody"_s, {}));
}

int main(int argc, char **argv)
{
    return runOnEpoll<HealthProbesTest>(argc, argv);
}

#include "tst_healthprobes.moc"
