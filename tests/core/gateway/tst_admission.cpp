// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/gateway/admission.h"
#include "core/gateway/endpoints.h"
#include "core/gateway/explain.h"
#include "core/gateway/trace.h"
#include "tests/support/fakeclock.h"
#include "tests/support/publishedfixture.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Qt::StringLiterals;

//! Admission is tested through explain(): the same code that serves, with nothing sent.
class TestAdmission : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plansARoute();
    void keepsToTheTeamsResidency();
    void plansAnyModelOfAProviderThatListsNone();
    void refuses_data();
    void refuses();
    void explainNeedsAKnownKeyAndPath();
    void rulesDecide();
    void redirectsAreAuthorised();
    void refusesLongPrompts();
    void setsParameters();
    void tellsOfRetirement();
    void tellsWhyNothingFits();
    void explainsTheLiveDecision();
    void traceStaysJson();
    void traceFitsAHeader();
    void matchesEndpoints_data();
    void matchesEndpoints();

private:
    QJsonObject explained(const QByteArray &key, const QByteArray &path, const QByteArray &body)
    {
        const Result<QJsonObject> answer = Gateway::explain(m_fixture.published, m_clock, {.keyId = key, .path = path, .body = body});
        return answer ? *answer : QJsonObject();
    }

    FakeClock m_clock;
    PublishedFixture m_fixture {twoProviders()};
};

namespace {

constexpr QByteArrayView chat("/v1/chat/completions");

QByteArray chatBody(const QByteArray &model)
{
    return R"({"model":")" + model + R"(","messages":[{"role":"user","content":"hi"}]})";
}

} // namespace

void TestAdmission::plansARoute()
{
    const QJsonObject answer = explained("all", chat.toByteArray(), chatBody("fast"));
    QCOMPARE(answer.value("plan"_L1).toArray(), QJsonArray {u"openai/gpt-4o-mini"_s});
    QVERIFY(!answer.contains("refusal"_L1));
    const QJsonArray steps = answer.value("steps"_L1).toArray();
    QCOMPARE(steps.size(), 2);
    QVERIFY(steps.at(0).toObject().value("ok"_L1).toBool());
}

void TestAdmission::keepsToTheTeamsResidency()
{
    Api::Document document = twoProviders();
    document.providers[0].region = QStringList{u"us"_s};
    PublishedFixture fixture(document);
    Access::KeyEntry careful;
    careful.id = careful.name = "careful";
    careful.routes = {"*"};
    careful.residency = QStringList{u"eu"_s};
    fixture.published.keys = std::make_shared<const Access::KeyTable>(
        std::vector{careful}, std::array<unsigned char, 32>{});
    const Result<QJsonObject> answer = Gateway::explain(
        fixture.published, m_clock,
        {.keyId = "careful", .path = chat.toByteArray(), .body = chatBody("fast")});
    QVERIFY(answer);
    QCOMPARE(answer->value("refusal"_L1)["code"_L1].toString(), u"residency_refused"_s);
}

void TestAdmission::plansAnyModelOfAProviderThatListsNone()
{
    const QJsonObject answer = explained("all", chat.toByteArray(), chatBody("openai/gpt-of-tomorrow"));
    QCOMPARE(answer.value("plan"_L1).toArray(), QJsonArray {u"openai/gpt-of-tomorrow"_s});
}

void TestAdmission::refuses_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const QByteArray path = chat.toByteArray();
    QTest::newRow("unknown model") << "all"_ba << path << chatBody("nowhere") << 404 << u"model_not_found"_s;
    QTest::newRow("unknown provider") << "all"_ba << path << chatBody("nobody/gpt") << 404 << u"model_not_found"_s;
    QTest::newRow("not this key's") << "narrow"_ba << path << chatBody("careful") << 403 << u"model_not_allowed"_s;
    QTest::newRow("no vectors") << "all"_ba << "/v1/embeddings"_ba << R"({"model":"careful","input":"a"})"_ba << 400
                                << u"invalid_request"_s;
    QTest::newRow("no JSON") << "all"_ba << path << "{"_ba << 400 << u"invalid_request"_s;
    QTest::newRow("no model") << "all"_ba << path << R"({"messages":[]})"_ba << 400 << u"invalid_request"_s;
    QTest::newRow("no messages") << "all"_ba << path << R"({"model":"fast"})"_ba << 400 << u"invalid_request"_s;
}

void TestAdmission::refuses()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    const QJsonObject refusal = explained(key, path, body).value("refusal"_L1).toObject();
    QTEST(refusal.value("status"_L1).toInt(), "status");
    QTEST(refusal.value("code"_L1).toString(), "code");
    QVERIFY(!refusal.value("message"_L1).toString().isEmpty());
}

void TestAdmission::explainNeedsAKnownKeyAndPath()
{
    const auto noKey = Gateway::explain(
        m_fixture.published, m_clock,
        {.keyId = "stranger", .path = chat.toByteArray(), .body = chatBody("fast")});
    QCOMPARE(noKey.error().code, ErrorCode::NotFound);
    const auto noPath = Gateway::explain(
        m_fixture.published, m_clock, {.path = "/v1/models", .body = chatBody("fast")});
    QCOMPARE(noPath.error().code, ErrorCode::InvalidArgument);
}

namespace {

Api::RouteRule ruleNamed(const QString &name)
{
    Api::RouteRule rule;
    rule.name = name;
    return rule;
}

//! "fast" with a rule that denies tools, one that sends tagged requests to "careful" and one that
//! narrows; "careful" takes 100 tokens.
Api::Document withRules()
{
    Api::Document document = twoProviders();
    Api::RouteRule deny = ruleNamed(u"no tools"_s);
    deny.when.tools = true;
    deny.deny = u"Tools are for the others."_s;
    Api::RouteRule on = ruleNamed(u"search"_s);
    on.when.tags = {u"project=search"_s};
    on.route = u"careful"_s;
    Api::RouteRule only = ruleNamed(u"streams"_s);
    only.when.streamed = true;
    only.targets = {u"anthropic"_s};
    document.routes[0].rules = {deny, on, only};
    document.routes[0].targets.append({u"anthropic"_s, u"claude-haiku-4-5"_s, 1});
    document.routes[1].promptLimit = 100;
    return document;
}

QJsonObject stepNamed(const QJsonObject &answer, const QString &name)
{
    const QJsonArray steps = answer.value("steps"_L1).toArray();
    for (const QJsonValue &step : steps) {
        if (step.toObject().value("name"_L1).toString() == name)
            return step.toObject();
    }
    return {};
}

QByteArray bodyWith(const QByteArray &members)
{
    return R"({"model":"fast","messages":[{"role":"user","content":"hi"}])" + members + '}';
}

const std::vector<std::pair<QByteArray, QByteArray>> searchTag{{"x-gatehouse-tags", "project=search"}};

} // namespace

void TestAdmission::rulesDecide()
{
    const PublishedFixture fixture(withRules());
    const auto ask = [&](const QByteArray &body, decltype(searchTag) &headers) {
        return *Gateway::explain(
            fixture.published, m_clock,
            {.keyId = "all", .path = chat.toByteArray(), .body = body, .headers = headers});
    };
    const QJsonObject denied =
        ask(bodyWith(R"(,"tools":[{"type":"function","function":{"name":"f"}}])"), {});
    QCOMPARE(denied.value("refusal"_L1)["code"_L1].toString(), u"request_denied"_s);
    QCOMPARE(denied.value("refusal"_L1)["status"_L1].toInt(), 403);
    QCOMPARE(denied.value("refusal"_L1)["message"_L1].toString(), u"Tools are for the others."_s);
    QCOMPARE(stepNamed(denied, u"rule"_s).value("text"_L1).toString(), u"no tools: denied"_s);

    const QJsonObject sent = ask(bodyWith({}), searchTag);
    QCOMPARE(sent.value("plan"_L1).toArray(), QJsonArray{u"anthropic/claude-haiku-4-5"_s});
    QCOMPARE(stepNamed(sent, u"rule"_s).value("text"_L1).toString(), u"search: to careful"_s);

    const QJsonObject narrowed = ask(bodyWith(R"(,"stream":true)"), {});
    QCOMPARE(narrowed.value("plan"_L1).toArray(), QJsonArray{u"anthropic/claude-haiku-4-5"_s});
    QCOMPARE(ask(bodyWith({}), {}).value("plan"_L1).toArray().size(), 2);
}

void TestAdmission::redirectsAreAuthorised()
{
    const PublishedFixture fixture(withRules());
    const QJsonObject answer = *Gateway::explain(fixture.published, m_clock,
                                                 {.keyId = "narrow",
                                                  .path = chat.toByteArray(),
                                                  .body = bodyWith({}),
                                                  .headers = searchTag});
    QCOMPARE(answer.value("refusal"_L1)["code"_L1].toString(), u"model_not_allowed"_s);
    QVERIFY(!stepNamed(answer, u"rule"_s).isEmpty());
}

void TestAdmission::refusesLongPrompts()
{
    const PublishedFixture fixture(withRules());
    const QByteArray body = R"({"model":"careful","messages":[{"role":"user","content":")"
        + QByteArray(800, 'x') + R"("}]})";
    const QJsonObject answer = *Gateway::explain(
        fixture.published, m_clock, {.path = chat.toByteArray(), .body = body});
    QCOMPARE(answer.value("refusal"_L1)["status"_L1].toInt(), 400);
    QCOMPARE(answer.value("refusal"_L1)["code"_L1].toString(), u"context_length_exceeded"_s);
}

void TestAdmission::setsParameters()
{
    Api::Document document = twoProviders();
    document.routes[0].set = {{u"temperature"_s, 0.2},
                              {u"max_tokens"_s, QJsonObject{{u"cap"_s, 1000}}},
                              {u"seed"_s, QJsonObject{{u"remove"_s, true}}}};
    const PublishedFixture fixture(document);
    const auto admit = [&](QByteArray &body, Gateway::Trace &trace) {
        Http::RequestHead head;
        head.path = chat;
        Dialects::RequestScanner scanner;
        Routing::Random random(1);
        const Access::KeyEntry &key = *fixture.published.keys->byId("all");
        Gateway::Admission admission{.published = fixture.published,
                                     .head = head,
                                     .front = Dialects::Format::OpenAiChat,
                                     .key = key,
                                     .body = body,
                                     .scanner = scanner,
                                     .random = random,
                                     .now = m_clock.steady(),
                                     .wall = m_clock.wall(),
                                     .trace = trace};
        QVERIFY(!admission.run());
        QCOMPARE(admission.facts.maxTokens, 1000);
        const auto model = admission.scan.modelValue;
        QCOMPARE(body.sliced(model.begin, model.end - model.begin), R"("fast")"_ba);
    };
    QByteArray body = bodyWith(R"(,"temperature":1,"max_tokens":5000,"seed":7,"user":"u")");
    Gateway::Trace trace;
    admit(body, trace);
    const QJsonObject sent = *parseObject(body);
    QCOMPARE(sent.value("temperature"_L1).toDouble(), 0.2);
    QCOMPARE(sent.value("max_tokens"_L1).toInt(), 1000);
    QVERIFY(!sent.contains("seed"_L1));
    QCOMPARE(sent.value("user"_L1).toString(), u"u"_s);
    const QString told =
        stepNamed(*parseObject(trace.json()), u"set"_s).value("text"_L1).toString();
    for (const QString &name : {u"temperature"_s, u"max_tokens"_s, u"seed"_s})
        QVERIFY2(told.contains(name), qPrintable(told));

    QByteArray sound = bodyWith(R"(,"temperature":0.2,"max_tokens":1000)");
    Gateway::Trace quiet;
    admit(sound, quiet);
}

void TestAdmission::tellsOfRetirement()
{
    Api::Document document = twoProviders();
    document.gateway.reportingTimeZone = u"UTC"_s;
    document.routes[0].retire = Api::Retirement{
        .date = u"2001-01-01"_s, .route = u"careful"_s, .notice = u"Use careful."_s};
    const PublishedFixture fixture(document);
    const Config::Route &fast = *fixture.published.snapshot->route("fast");
    QCOMPARE(fast.farewell,
             "Deprecation: @978307200\r\nSunset: Mon, 01 Jan 2001 00:00:00 GMT\r\n"
             "Link: </v1/models/careful>; rel=\"successor-version\"\r\n"_ba);
    const QJsonObject answer = *Gateway::explain(
        fixture.published, m_clock,
        {.keyId = "all", .path = chat.toByteArray(), .body = chatBody("fast")});
    QCOMPARE(stepNamed(answer, u"retired"_s).value("text"_L1).toString(),
             u"to careful: Use careful."_s);
    QCOMPARE(answer.value("plan"_L1).toArray(), QJsonArray{u"anthropic/claude-haiku-4-5"_s});
}

void TestAdmission::tellsWhyNothingFits()
{
    Api::Document document = twoProviders();
    document.routes[0].targets[0].contextTokens = 50;
    PublishedFixture fixture(document);
    const QByteArray body = R"({"model":"fast","max_tokens":60,"messages":[{"role":"user","content":"hi"}]})";
    const auto refusal = [&](const QByteArray &text) {
        const QJsonObject answer = *Gateway::explain(
            fixture.published, m_clock, {.keyId = "picky", .path = chat.toByteArray(), .body = text});
        return answer.value("refusal"_L1).toObject().value("code"_L1).toString();
    };
    Access::KeyEntry picky;
    picky.id = picky.name = "picky";
    picky.routes = {"*"};
    const auto use = [&] {
        fixture.published.keys = std::make_shared<const Access::KeyTable>(
            std::vector{picky}, std::array<unsigned char, 32>{});
    };
    use();
    QCOMPARE(refusal(body), u"context_length_exceeded"_s);
    QCOMPARE(refusal(chatBody("fast")), QString());
    picky.teamTargets = {"anthropic/*"};
    use();
    QCOMPARE(refusal(chatBody("fast")), u"model_not_allowed"_s);
    QCOMPARE(refusal(chatBody("careful")), QString());
}

namespace {

//! Routes of every strategy over both providers with fallbacks, rules and regions.
Api::Document everyStrategy()
{
    Api::Document document = withRules();
    document.providers[0].region = QStringList{u"us"_s};
    document.providers[1].region = QStringList{u"eu"_s};
    for (const char *strategy : {"weighted", "least_busy", "fastest", "cheapest", "sticky", "prefix_affinity"}) {
        Api::Route route = document.routes[0];
        route.id = route.strategy = QString::fromLatin1(strategy);
        route.targets.append({u"openai"_s, u"gpt-4o"_s, 2});
        route.targets.append({u"anthropic"_s, u"claude-sonnet-4-5"_s, 0});
        route.fallback = QStringList{u"careful"_s, u"fast"_s};
        document.routes.append(route);
    }
    document.routes[3].residency = QStringList{u"eu"_s};
    return document;
}

} // namespace

//! The same code with the same chance: what explain tells is what a request would get.
void TestAdmission::explainsTheLiveDecision()
{
    PublishedFixture fixture(everyStrategy());
    const QStringList strategies{u"fast"_s,    u"careful"_s,  u"weighted"_s, u"least_busy"_s, u"fastest"_s,
                                 u"cheapest"_s, u"sticky"_s, u"prefix_affinity"_s, u"openai/any"_s, u"none"_s};
    Routing::Random random(11);
    const auto any = [&](quint64 below) { return random.next() % below; };
    std::vector<Routing::Slot> slots;
    Dialects::RequestScanner scanner;
    int planned = 0;
    for (int i = 0; i < 10'000; ++i) {
        const QByteArray provider = any(2) == 0 ? "openai" : "anthropic";
        const QByteArray model = provider == "openai" ? "gpt-4o-mini" : "claude-haiku-4-5";
        Routing::TargetState &state = fixture.live.target(provider, model);
        if (any(8) == 0)
            state.failed(m_clock.steady());
        else if (any(4) == 0)
            state.succeeded(m_clock.steady());
        state.sawFirstToken(std::chrono::milliseconds(any(500)));
        if (slots.size() > 5)
            slots.erase(slots.begin() + qsizetype(any(slots.size())));
        if (auto slot = Routing::Slot::take(state, fixture.live.provider(provider), 0, m_clock.steady()))
            slots.push_back(std::move(*slot));
        m_clock.advance(std::chrono::milliseconds(any(3000)));

        QByteArray body = R"({"model":")" + strategies[qsizetype(any(10))].toUtf8()
            + R"(","messages":[{"role":"user","content":")" + QByteArray(qsizetype(any(600)), 'x')
            + R"("}])" + (any(3) == 0 ? R"(,"stream":true)" : "")
            + (any(4) == 0 ? R"(,"tools":[{"type":"function","function":{"name":"f"}}])" : "") + '}';
        std::vector<std::pair<QByteArray, QByteArray>> headers{{"x-gatehouse-session", QByteArray::number(any(9))}};
        if (any(4) == 0)
            headers.push_back(searchTag.front());
        const Access::KeyEntry &key = *fixture.published.keys->byId(any(4) == 0 ? "narrow" : "all");
        const quint64 seed = random.next();

        Http::RequestHead head;
        head.path = chat;
        for (const auto &[name, value] : headers)
            head.fields.m_fields.push_back({name, value});
        Routing::Random live(seed);
        Gateway::Trace trace;
        QByteArray liveBody = body;
        Gateway::Admission admission{.published = fixture.published,
                                     .head = head,
                                     .front = Dialects::Format::OpenAiChat,
                                     .key = key,
                                     .body = liveBody,
                                     .scanner = scanner,
                                     .random = live,
                                     .now = m_clock.steady(),
                                     .wall = m_clock.wall(),
                                     .tags = Gateway::requestTags(key, head.fields),
                                     .trace = trace};
        const auto refusal = admission.run();
        const QJsonObject told = *Gateway::explain(
            fixture.published, m_clock,
            {.keyId = key.id, .path = chat.toByteArray(), .body = body, .headers = headers, .seed = seed});
        const QJsonObject traced = *parseObject(trace.json());
        QCOMPARE(told.value("plan"_L1), traced.value("plan"_L1));
        QCOMPARE(told.value("steps"_L1), traced.value("steps"_L1));
        QCOMPARE(told.contains("refusal"_L1), refusal.has_value());
        if (refusal)
            QCOMPARE(told.value("refusal"_L1)["code"_L1].toString().toLatin1(), refusal->code);
        planned += admission.plan.isEmpty() ? 0 : 1;
    }
    QVERIFY(planned > 3000);
}

void TestAdmission::traceStaysJson()
{
    Gateway::Trace trace;
    trace.step("key", true, "a \"quoted\" name\\ with\nbreaks");
    const Result<QJsonObject> json = parseObject(trace.json());
    QVERIFY(json);
    const QJsonObject step = json->value("steps"_L1).toArray().at(0).toObject();
    QCOMPARE(step.value("text"_L1).toString(), u"a \"quoted\" name\\ with\nbreaks"_s);
    QCOMPARE(json->value("plan"_L1).toArray(), QJsonArray());
}

void TestAdmission::traceFitsAHeader()
{
    Gateway::Trace trace;
    trace.step("key", true, "Büro \U0001F600");
    const QByteArray small = trace.header();
    QVERIFY(std::all_of(small.begin(), small.end(), [](char c) { return c >= ' ' && c < 0x7f; }));
    QCOMPARE(*parseObject(small), *parseObject(trace.json()));
    trace.step("body", true, QByteArray(9000, 'x'));
    const QByteArray cut = trace.header();
    QVERIFY(cut.size() <= Gateway::Trace::headerSize);
    QVERIFY(parseObject(cut)->value("cut"_L1).toBool());
}

void TestAdmission::matchesEndpoints_data()
{
    using Gateway::EndpointKind;
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("rest");
    QTest::newRow("chat") << "/v1/chat/completions"_ba << int(EndpointKind::Inference) << ""_ba;
    QTest::newRow("messages") << "/v1/messages"_ba << int(EndpointKind::Inference) << ""_ba;
    QTest::newRow("models") << "/v1/models"_ba << int(EndpointKind::ModelList) << ""_ba;
    QTest::newRow("one model") << "/v1/models/openai%2Fgpt"_ba << int(EndpointKind::Model) << "openai%2Fgpt"_ba;
    QTest::newRow("no model") << "/v1/models/"_ba << int(EndpointKind::Unknown) << ""_ba;
    QTest::newRow("health") << "/healthz"_ba << int(EndpointKind::Health) << ""_ba;
    QTest::newRow("metrics") << "/metrics"_ba << int(EndpointKind::Metrics) << ""_ba;
    QTest::newRow("past the gateway") << "/passthrough/openai/v1/files"_ba << int(EndpointKind::PassThrough)
                                      << "openai/v1/files"_ba;
    QTest::newRow("past it to nobody") << "/passthrough/"_ba << int(EndpointKind::Unknown) << ""_ba;
    QTest::newRow("older vectors") << "/api/embeddings"_ba << int(EndpointKind::Inference) << ""_ba;
    QTest::newRow("case counts") << "/V1/models"_ba << int(EndpointKind::Unknown) << ""_ba;
    QTest::newRow("root") << "/"_ba << int(EndpointKind::Unknown) << ""_ba;
}

void TestAdmission::matchesEndpoints()
{
    QFETCH(QByteArray, path);
    const Gateway::EndpointMatch match = Gateway::matchEndpoint(path);
    QTEST(int(match.kind), "kind");
    QTEST(match.rest.toByteArray(), "rest");
}

QTEST_GUILESS_MAIN(TestAdmission)
#include "tst_admission.moc"
