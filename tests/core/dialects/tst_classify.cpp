// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/allowances.h"
#include "core/dialects/classify.h"
#include "core/dialects/errors.h"
#include "core/dialects/headerpolicy.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Fields = QMap<QByteArray, QByteArray>;

HeaderLookup lookup(const Fields &fields)
{
    return [fields, kept = QByteArray()](QByteArrayView name) mutable -> QByteArrayView {
        kept = fields.value(name.toByteArray());
        return kept;
    };
}

//! Milliseconds, -1 for none.
qint64 waitOf(const Fields &fields)
{
    const auto wait = retryAfter(lookup(fields), FakeClock().wall());
    return wait ? wait->count() : -1;
}

QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class ClassifyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classifiesAnswers_data();
    void classifiesAnswers();
    void classifiesAmazonsAnswers_data();
    void classifiesAmazonsAnswers();
    void classifiesStreamErrors_data();
    void classifiesStreamErrors();
    void readsErrorShapes_data();
    void readsErrorShapes();
    void readsRetryAfter_data();
    void readsRetryAfter();
    void readsGooglesDelay();
    void readsExhaustedAllowances();
    void readsAllowances();
    void knowsLoadingModels();
    void blamesTheCallerOnlyForItsMistakes();
    void wordsErrorsPerFamily();
    void hasTheWholeCatalogue();
    void wordsStreamErrors();
    void listsModels();
    void letsFieldsThrough();
    void knowsFronts();
    void buildsUpstreamTargets();
};

void ClassifyTest::classifiesAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, int status, const QByteArray &error,
                        QByteArrayView expected) {
        QTest::newRow(name) << status << "{\"error\":" + error + '}' << expected.toByteArray();
    };
    row("bad key", 401, R"({"code":"invalid_api_key"})", "wrong_credentials");
    row("forbidden", 403, R"({"message":"no"})", "wrong_credentials");
    row("country", 403, R"({"code":"unsupported_country_region_territory"})", "region_not_allowed");
    row("Gemini key", 400,
        R"({"status":"INVALID_ARGUMENT","details":[{"reason":"API_KEY_INVALID"}]})",
        "wrong_credentials");
    row("xAI key", 400, R"("Incorrect API key provided: xx")", "wrong_credentials");
    row("payment", 402, "{}", "no_money");
    row("quota", 429, R"({"type":"insufficient_quota","code":"insufficient_quota"})", "no_money");
    row("organisation", 429, R"({"code":"organization_spend_limit_exceeded"})", "no_money");
    row("Anthropic spend", 429,
        R"({"type":"rate_limit_error","details":{"error_code":"enforced_spend_limit_reached"}})",
        "no_money");
    row("Anthropic credit", 400, R"({"message":"Your credit balance is too low to access"})",
        "no_money");
    row("Gemini day", 429,
        R"({"details":[{"violations":[{"quotaId":"RequestsPerDayPerProject"}]}]})", "no_money");
    row("Fireworks", 412, "{}", "no_money");
    row("rate", 429, R"({"type":"rate_limit_error","code":"rate_limit_exceeded"})", "rate_limited");
    row("Groq size", 413, R"({"type":"tokens","code":"rate_limit_exceeded"})", "rate_limited");
    row("TGI", 429, R"("x","error_type":"overloaded")", "overloaded");
    row("529", 529, R"({"type":"overloaded_error"})", "overloaded");
    row("503", 503, "{}", "overloaded");
    row("flex", 498, "{}", "overloaded");
    row("500 overloaded", 500, R"({"code":"server_is_overloaded"})", "overloaded");
    row("500", 500, R"({"type":"server_error"})", "server_error");
    row("CDN", 524, "null", "server_error");
    row("redirect", 302, "null", "server_error");
    row("wrong path", 404, R"({"message":"Not Found"})", "server_error");
    row("model", 404, R"({"code":"model_not_found"})", "model_not_found");
    row("Ollama", 404, R"("model 'x' not found")", "model_not_found");
    row("Azure", 404, R"({"code":"DeploymentNotFound"})", "model_not_found");
    row("context", 400, R"({"code":"context_length_exceeded"})", "context_too_long");
    row("vLLM context", 400, R"({"message":"This model's maximum context length is 4096"})",
        "context_too_long");
    row("Anthropic context", 400, R"({"message":"prompt is too long: 210000 tokens"})",
        "context_too_long");
    row("filter", 400, R"({"code":"content_filter","innererror":{}})", "content_refused");
    row("parameter", 400, R"({"code":"unsupported_parameter","param":"seed"})", "bad_request");
    row("422", 422, "null", "bad_request");
    row("413", 413, "null", "bad_request");
    row("Gemini expired key", 400,
        R"({"code":400,"message":"API key expired.","status":"INVALID_ARGUMENT","details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID"}]})",
        "wrong_credentials");
    row("Gemini place", 400,
        R"({"code":400,"message":"User location is not supported for the API use.","status":"FAILED_PRECONDITION"})",
        "region_not_allowed");
    row("Gemini billing", 400,
        R"({"code":400,"message":"Please enable billing on your project.","status":"FAILED_PRECONDITION"})",
        "no_money");
    row("Gemini argument", 400,
        R"({"code":400,"message":"Unknown name \"x\"","status":"INVALID_ARGUMENT"})",
        "bad_request");
    row("Gemini context", 400,
        R"({"code":400,"message":"The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).","status":"INVALID_ARGUMENT"})",
        "context_too_long");
    row("Gemini model", 404,
        R"({"code":404,"message":"models/x is not found for API version v1beta","status":"NOT_FOUND"})",
        "model_not_found");
    row("Gemini minute", 429,
        R"({"code":429,"status":"RESOURCE_EXHAUSTED","details":[{"violations":[{"quotaId":"GenerateRequestsPerMinutePerProjectPerModel"}]}]})",
        "rate_limited");
    row("Gemini busy", 503, R"({"code":503,"status":"UNAVAILABLE"})", "overloaded");
    row("Gemini cancelled", 499, R"({"code":499,"status":"CANCELLED"})", "server_error");
    row("Gemini late", 504, R"({"code":504,"status":"DEADLINE_EXCEEDED"})", "server_error");
    row("408", 408, "null", "timeout_first_token");
}

void ClassifyTest::classifiesAnswers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Failure failure = classifyAnswer(status, lookup({}), body, FakeClock().wall());
    QTEST(failureName(failure.kind).toByteArray(), "expected");
}

//! Bedrock says what happened in a field, the body has a message only.
void ClassifyTest::classifiesAmazonsAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](int status, const char *type, const char *message, const char *expected) {
        QTest::addRow("%d %s", status, type)
            << status << QByteArray(type) << QByteArray(message) << QByteArray(expected);
    };
    row(400, "ValidationException:http://internal.amazon.com/", "bad field", "bad_request");
    row(400, "ValidationException", "Input is too long for requested model.", "context_too_long");
    row(400, "ValidationException:", "The provided model identifier is invalid.",
        "model_not_found");
    row(400, "ServiceQuotaExceededException", "quota", "rate_limited");
    row(403, "AccessDeniedException", "You are not authorized", "wrong_credentials");
    row(403,
        "AccessDeniedException:", "You don't have access to the model with the specified model ID.",
        "model_not_found");
    row(403, "UnrecognizedClientException", "The security token is invalid", "wrong_credentials");
    row(403, "ExpiredTokenException", "The security token has expired", "wrong_credentials");
    row(404, "ResourceNotFoundException", "Could not resolve the foundation model",
        "model_not_found");
    row(408, "ModelTimeoutException", "too long", "timeout_first_token");
    row(424, "ModelErrorException", "failed", "server_error");
    row(429, "ThrottlingException", "Too many requests", "rate_limited");
    row(429, "ThrottlingException:", "Too many tokens per day, please wait.", "no_money");
    row(429, "ModelNotReadyException", "not ready", "overloaded");
    row(500, "InternalServerException", "oops", "server_error");
    row(503, "ServiceUnavailableException", "busy", "overloaded");
}

void ClassifyTest::classifiesAmazonsAnswers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, message);
    const Failure failure =
        classifyAnswer(status, lookup({{"x-amzn-errortype", type}}),
                       QByteArray(R"({"message":")" + message + "\"}"), FakeClock().wall());
    QTEST(failureName(failure.kind).toByteArray(), "expected");
    QVERIFY(!failure.error.type.contains(':'));
    QCOMPARE(failure.error.message, message);
}

void ClassifyTest::classifiesStreamErrors_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("overloaded") << R"({"type":"error","error":{"type":"overloaded_error"}})"_ba
                                << "overloaded"_ba;
    QTest::newRow("status as code") << R"({"error":{"code":429,"message":"x"}})"_ba
                                    << "rate_limited"_ba;
    QTest::newRow("rate") << R"({"error":{"type":"rate_limit_error"}})"_ba
                          << "rate_limited"_ba;
    QTest::newRow("caller") << R"({"error":{"type":"invalid_request_error"}})"_ba
                            << "bad_request"_ba;
    QTest::newRow("unknown") << R"({"error":{"message":"x"}})"_ba
                             << "server_error"_ba;
    QTest::newRow("Bedrock's throttling") << R"({"__type":"throttlingException","message":"x"})"_ba
                                          << "rate_limited"_ba;
    QTest::newRow("Bedrock's validation") << R"({"__type":"validationException","message":"x"})"_ba
                                          << "bad_request"_ba;
    QTest::newRow("Bedrock's overload")
        << R"({"__type":"serviceUnavailableException","message":"x"})"_ba
        << "overloaded"_ba;
    QTest::newRow("text") << "bang"_ba
                          << "server_error"_ba;
}

void ClassifyTest::classifiesStreamErrors()
{
    QFETCH(QByteArray, body);
    QTEST(failureName(classifyError(readError(body))).toByteArray(), "expected");
}

void ClassifyTest::readsErrorShapes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("OpenAI") << R"({"error":{"message":"a \"b\"","type":"t","param":null}})"_ba
                            << "a \"b\""_ba
                            << "t"_ba;
    QTest::newRow("Anthropic")
        << R"({"type":"error","error":{"type":"api_error","message":"m"}})"_ba
        << "m"_ba
        << "api_error"_ba;
    QTest::newRow("list") << R"([{"error":{"message":"m","status":"UNAVAILABLE"}}])"_ba
                          << "m"_ba
                          << "UNAVAILABLE"_ba;
    QTest::newRow("text") << R"({"error":"m"})"_ba
                          << "m"_ba
                          << ""_ba;
    QTest::newRow("plain message") << R"({"message":"m","type":"t"})"_ba
                                   << "m"_ba
                                   << "t"_ba;
    QTest::newRow("Bedrock") << R"({"Message":"m"})"_ba
                             << "m"_ba
                             << ""_ba;
    QTest::newRow("detail") << R"({"detail":"m"})"_ba
                            << "m"_ba
                            << ""_ba;
    QTest::newRow("page") << "<html>\n<h1>502 Bad Gateway</h1></html>"_ba
                          << "502 Bad Gateway"_ba
                          << ""_ba;
    QTest::newRow("nothing") << ""_ba
                             << ""_ba
                             << ""_ba;
}

void ClassifyTest::readsErrorShapes()
{
    QFETCH(QByteArray, body);
    const ProviderError error = readError(body);
    QTEST(error.message, "message");
    QTEST(error.type, "type");
}

void ClassifyTest::readsRetryAfter_data()
{
    QTest::addColumn<Fields>("fields");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("none") << Fields{} << qint64(-1);
    QTest::newRow("seconds") << Fields{{"retry-after", "7"}} << qint64(7000);
    QTest::newRow("fraction") << Fields{{"retry-after", "0.5"}} << qint64(500);
    QTest::newRow("negative") << Fields{{"retry-after", "-7"}} << qint64(-1);
    QTest::newRow("words") << Fields{{"retry-after", "soon"}} << qint64(-1);
    QTest::newRow("not a number") << Fields{{"retry-after", "nan"}} << qint64(-1);
    QTest::newRow("huge") << Fields{{"retry-after", "1e300"}} << qint64(86'400'000);
    QTest::newRow("date") << Fields{{"retry-after", "Sun, 22 Nov 2026 12:01:00 GMT"}}
                          << qint64(60'000);
    QTest::newRow("past date") << Fields{{"retry-after", "Sun, 22 Nov 2026 11:00:00 GMT"}}
                               << qint64(0);
    QTest::newRow("milliseconds win")
        << Fields{{"retry-after", "9"}, {"retry-after-ms", "120"}} << qint64(120);
    QTest::newRow("exhausted") << Fields{{"x-ratelimit-remaining-requests", "0"},
                                         {"x-ratelimit-reset-requests", "6m0s"},
                                         {"x-ratelimit-remaining-tokens", "5"},
                                         {"x-ratelimit-reset-tokens", "1h"}}
                               << qint64(360'000);
    QTest::newRow("short reset") << Fields{{"x-ratelimit-remaining-tokens", "0"},
                                           {"x-ratelimit-reset-tokens", "120ms"}}
                                 << qint64(120);
    QTest::newRow("Anthropic") << Fields{{"anthropic-ratelimit-tokens-remaining", "0"},
                                         {"anthropic-ratelimit-tokens-reset",
                                          "2026-11-22T12:00:30Z"}}
                               << qint64(30'000);
}

void ClassifyTest::readsRetryAfter()
{
    QFETCH(Fields, fields);
    QTEST(waitOf(fields), "expected");
}

void ClassifyTest::readsGooglesDelay()
{
    const Failure failure = classifyAnswer(
        429, lookup({}), R"([{"error":{"code":429,"details":[{"retryDelay":"7s"}]}}])",
        FakeClock().wall());
    QCOMPARE(failure.kind, FailureClass::RateLimited);
    QVERIFY(failure.retryAfter == 7000ms);
}

void ClassifyTest::readsExhaustedAllowances()
{
    const WallTime now = FakeClock().wall();
    const auto wait = [&](const Fields &fields) { return exhaustedFor(lookup(fields), now); };
    QVERIFY(!wait({{"x-ratelimit-remaining-requests", "3"}, {"x-ratelimit-reset-requests", "6s"}}));
    QVERIFY(wait({{"x-ratelimit-remaining-requests", "0"}, {"x-ratelimit-reset-requests", "6s"}})
            == 6000ms);
    const auto later = std::chrono::floor<std::chrono::milliseconds>(now).time_since_epoch() + 30s;
    QVERIFY(wait({{"x-ratelimit-remaining", "0"},
                  {"x-ratelimit-reset", QByteArray::number(qint64(later.count()))}})
            == 30'000ms);
    QVERIFY(wait({{"ratelimit-remaining", "0"}, {"ratelimit-reset", "12"}}) == 12'000ms);
    QVERIFY(isAllowance("X-RateLimit-Remaining-Requests"));
    QVERIFY(!isAllowance("x-ratelimit-reset-requests"));
}

void ClassifyTest::readsAllowances()
{
    const WallTime now = FakeClock().wall();
    const auto read = [&](const Fields &fields) { return readAllowances(lookup(fields), now); };
    using Kind = AllowanceKind;
    const std::vector<AllowanceReading> openAi{
        {.kind = Kind::Requests, .limit = 500, .remaining = 499, .resetsIn = 120ms},
        {.kind = Kind::Tokens, .limit = 30'000, .remaining = 0, .resetsIn = 6min}};
    QCOMPARE(read({{"x-ratelimit-limit-requests", "500"},
                   {"x-ratelimit-remaining-requests", "499"},
                   {"x-ratelimit-reset-requests", "120ms"},
                   {"x-ratelimit-limit-tokens", "30000"},
                   {"x-ratelimit-remaining-tokens", "0"},
                   {"x-ratelimit-reset-tokens", "6m0s"}}),
             openAi);
    const std::vector<AllowanceReading> anthropic{
        {.kind = Kind::InputTokens, .limit = 80'000, .remaining = 79'000, .resetsIn = 30s}};
    QCOMPARE(read({{"anthropic-ratelimit-input-tokens-limit", "80000"},
                   {"anthropic-ratelimit-input-tokens-remaining", "79000"},
                   {"anthropic-ratelimit-input-tokens-reset", "2026-11-22T12:00:30Z"}}),
             anthropic);
    const std::vector<AllowanceReading> bare{{.kind = Kind::Requests, .remaining = 7}};
    QCOMPARE(read({{"x-ratelimit-remaining", "7"}}), bare);
    for (const QByteArray &noise : {"-1"_ba, "many"_ba, "1e9"_ba, "9999999999999"_ba, ""_ba})
        QVERIFY(read({{"x-ratelimit-remaining", noise}}).empty());
}

void ClassifyTest::knowsLoadingModels()
{
    const auto loads = [](int status, const QByteArray &body) {
        return classifyAnswer(status, lookup({}), body, FakeClock().wall()).isLoading;
    };
    QVERIFY(loads(
        503, R"({"error":{"code":503,"message":"Loading model","type":"unavailable_error"}})"));
    QVERIFY(!loads(503, R"({"error":{"message":"server busy"}})"));
    QVERIFY(!loads(400, R"({"error":{"message":"cannot be sent while loading model x"}})"));
}

void ClassifyTest::blamesTheCallerOnlyForItsMistakes()
{
    QVERIFY(isCallersMistake(FailureClass::BadRequest));
    QVERIFY(isCallersMistake(FailureClass::ContextTooLong));
    QVERIFY(!isCallersMistake(FailureClass::RateLimited));
    QVERIFY(!isCallersMistake(FailureClass::WrongCredentials));
}

void ClassifyTest::wordsErrorsPerFamily()
{
    ClientError error =
        clientError(ErrorCase::InvalidRequest, "'model' is \"missing\""_ba, "model"_ba);
    QJsonObject body = json(errorBody(Family::OpenAi, error, "req_1"))[u"error"_s].toObject();
    QCOMPARE(body[u"message"_s].toString(), u"'model' is \"missing\""_s);
    QCOMPARE(body[u"type"_s].toString(), u"invalid_request_error"_s);
    QCOMPARE(body[u"param"_s].toString(), u"model"_s);
    QCOMPARE(body[u"code"_s].toString(), u"invalid_request"_s);

    error = clientError(ErrorCase::UpstreamFailed);
    error.detail = "boom"_ba;
    const QJsonObject whole = json(errorBody(Family::Anthropic, error, "req_1"));
    QCOMPARE(whole[u"type"_s].toString(), u"error"_s);
    QCOMPARE(whole[u"request_id"_s].toString(), u"req_1"_s);
    body = whole[u"error"_s].toObject();
    QCOMPARE(body[u"type"_s].toString(), u"api_error"_s);
    QCOMPARE(body[u"detail"_s].toString(), u"boom"_s);
    QVERIFY(json(errorBody(Family::OpenAi, error, {}))[u"error"_s].toObject()[u"param"_s].isNull());
}

void ClassifyTest::hasTheWholeCatalogue()
{
    for (int i = 0; i <= int(ErrorCase::Internal); ++i) {
        const ClientError error = clientError(ErrorCase(i));
        QVERIFY(error.status >= 400 && error.status < 600);
        QVERIFY(!error.code.isEmpty() && !error.message.isEmpty());
    }
    QCOMPARE(clientError(ErrorCase::BudgetExceeded).status, 402);
    QCOMPARE(clientError(ErrorCase::UpstreamAuthFailed).status, 502);
}

void ClassifyTest::wordsStreamErrors()
{
    const ClientError error = clientError(ErrorCase::UpstreamFailed);
    const QByteArray chat = errorEvent(Format::OpenAiChat, error, "r");
    QVERIFY(chat.startsWith("data: {\"error\":{") && chat.endsWith("}\n\n"));
    QVERIFY(errorEvent(Format::AnthropicMessages, error, "r")
                .startsWith("event: error\ndata: {\"type\":\"error\""));
    const QByteArray response = errorEvent(Format::OpenAiResponses, error, "r", 5);
    const QByteArray prefix = "event: error\ndata: ";
    QVERIFY(response.startsWith(prefix));
    const QJsonObject body = json(response.mid(prefix.size()).trimmed());
    QCOMPARE(body[u"type"_s].toString(), u"error"_s);
    QCOMPARE(body[u"code"_s].toString(), u"upstream_failed"_s);
    QCOMPARE(body[u"sequence_number"_s].toInt(), 5);
}

void ClassifyTest::listsModels()
{
    const QList<ModelEntry> models{{.id = "fast", .ownedBy = "gatehouse", .created = 0},
                                   {.id = "openai/gpt", .ownedBy = "openai", .created = 60}};
    const QJsonObject openAi = json(modelListBody(Family::OpenAi, models));
    QCOMPARE(openAi[u"object"_s].toString(), u"list"_s);
    QCOMPARE(openAi[u"data"_s][1][u"owned_by"_s].toString(), u"openai"_s);
    const QJsonObject anthropic = json(modelListBody(Family::Anthropic, models));
    QCOMPARE(anthropic[u"last_id"_s].toString(), u"openai/gpt"_s);
    QCOMPARE(anthropic[u"has_more"_s].toBool(true), false);
    QCOMPARE(anthropic[u"data"_s][1][u"created_at"_s].toString(), u"1970-01-01T00:01:00Z"_s);
    QVERIFY(json(modelListBody(Family::Anthropic, {}))[u"first_id"_s].isNull());
    QCOMPARE(json(modelBody(Family::OpenAi, models[0]))[u"object"_s].toString(), u"model"_s);
}

void ClassifyTest::letsFieldsThrough()
{
    const auto forwarded = [](Family family, QByteArrayView name) {
        const auto fields = forwardedRequestFields(family);
        return std::find(fields.begin(), fields.end(), name) != fields.end();
    };
    QVERIFY(forwarded(Family::Anthropic, "anthropic-beta"));
    QVERIFY(!forwarded(Family::OpenAi, "anthropic-beta"));
    for (const QByteArrayView name :
         {"authorization", "cookie", "x-api-key", "openai-organization"})
        QVERIFY(!forwarded(Family::OpenAi, name) && !forwarded(Family::Anthropic, name));
    QCOMPARE(returnedFieldName(Family::OpenAi, "X-Request-Id").toByteArray(),
             "x-gatehouse-upstream-id"_ba);
    QCOMPARE(returnedFieldName(Family::OpenAi, "X-RateLimit-Reset-Tokens").toByteArray(),
             "x-ratelimit-reset-tokens"_ba);
    QVERIFY(returnedFieldName(Family::OpenAi, "set-cookie").isEmpty());
    QVERIFY(returnedFieldName(Family::OpenAi, "openai-organization").isEmpty());
    QVERIFY(returnedFieldName(Family::Anthropic, "anthropic-organization-id").isEmpty());
}

void ClassifyTest::knowsFronts()
{
    for (const Format front : allFormats())
        QVERIFY(formatFromName(formatName(front)) == front);
    QVERIFY(formatOfPath("/v1/messages/count_tokens") == Format::AnthropicCountTokens);
    QVERIFY(!formatOfPath("/v1/messages/"));
    QVERIFY(!formatFromName("chat"));
    QVERIFY(familyOf(Format::AnthropicMessages) == Family::Anthropic);
    QVERIFY(!mayStream(Format::OpenAiEmbeddings));
}

void ClassifyTest::buildsUpstreamTargets()
{
    QCOMPARE(upstreamTarget(Format::OpenAiChat, "/v1", "x=1"), "/v1/chat/completions"_ba);
    QCOMPARE(upstreamTarget(Format::OpenAiResponses, ""), "/responses"_ba);
    QCOMPARE(upstreamTarget(Format::AnthropicMessages, "", "a=b&beta=true"),
             "/v1/messages?beta=true"_ba);
    QCOMPARE(upstreamTarget(Format::AnthropicCountTokens, "/v1", "beta=truest"),
             "/v1/messages/count_tokens"_ba);
    QCOMPARE(upstreamTarget(Format::AnthropicMessages, "/anthropic"), "/anthropic/v1/messages"_ba);
}

QTEST_GUILESS_MAIN(ClassifyTest)
#include "tst_classify.moc"
