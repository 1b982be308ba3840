// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
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
    void traceStaysJson();
    void matchesEndpoints_data();
    void matchesEndpoints();

private:
    QJsonObject explained(const QByteArray &key, const QByteArray &path, const QByteArray &body)
    {
        const Result<QJsonObject> answer = Gateway::explain(m_fixture.published, m_clock, key, path, body);
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
    const Result<QJsonObject> answer = Gateway::explain(fixture.published, m_clock, "careful",
                                                        chat.toByteArray(), chatBody("fast"));
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
    const auto noKey = Gateway::explain(m_fixture.published, m_clock, "stranger", chat, chatBody("fast"));
    QCOMPARE(noKey.error().code, ErrorCode::NotFound);
    const auto noPath = Gateway::explain(m_fixture.published, m_clock, {}, "/v1/models", chatBody("fast"));
    QCOMPARE(noPath.error().code, ErrorCode::InvalidArgument);
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
