// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/classify.h"
#include "core/dialects/pairing.h"
#include "core/dialects/translation.h"
#include "tests/core/dialects/matrix/clientanswers.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

#include <deque>

using namespace Gatehouse;
using namespace Gatehouse::Dialects;
using namespace Gatehouse::Dialects::Matrix;

namespace {

//! How a feature goes from a front to a provider.
struct Cell {
    enum class Kind {
        Unasked, //!< the front has no words for it
        Same,    //!< the same format: byte for byte
        Passes,
        LeftOut, //!< harmless; named in the trace
        Refused, //!< told to the caller by field
        Wrong,
    } kind = Kind::Wrong;
    QByteArray field = {}; //!< of Refused
    QByteArray why = {};   //!< of Wrong
};

//! The member of the client's body that \a path begins with stands in it.
bool isFieldOf(const QByteArray &path, const QByteArray &body)
{
    const qsizetype end = std::min(path.indexOf('.') < 0 ? path.size() : path.indexOf('.'),
                                   path.indexOf('[') < 0 ? path.size() : path.indexOf('['));
    return !path.isEmpty() && body.contains(QByteArray('"' + path.first(end) + "\":"));
}

Cell refusal(const Error &error, const QByteArray &body)
{
    const QByteArray path = error.path.toUtf8();
    if (error.code != ErrorCode::InvalidArgument && error.code != ErrorCode::Unsupported)
        return {.why = "refused with another code: " + error.detail.toUtf8()};
    if (!isFieldOf(path, body))
        return {.why = "refused without a field of the caller: '" + path + "' "
                    + error.detail.toUtf8()};
    return {.kind = Cell::Kind::Refused, .field = path};
}

//! A model that takes what its provider takes.
QByteArrayView modelOf(const Quirks &row)
{
    return row.chat == Format::BedrockConverse ? "anthropic.claude-sonnet-4-5-20250929-v1:0"
                                               : "upstream-model";
}

Cell request(Format front, const Quirks &row, Feature feature, bool stream)
{
    const QByteArray body = clientRequest(front, feature, stream);
    if (body.isEmpty())
        return {.kind = Cell::Kind::Unasked};
    const Format upstream = upstreamFormat(row, front).value();
    if (front == upstream && front != Format::OpenAiChat)
        return {.kind = Cell::Kind::Same};
    Translation translation(front);
    if (const auto read = translation.read(body, "m", stream); !read)
        return {.why =
                    "not read: " + read.error().path.toUtf8() + ' ' + read.error().detail.toUtf8()};
    const auto written = translation.write(upstream, {.model = modelOf(row), .quirks = row});
    if (!written)
        return refusal(written.error(), body);
    const QStringList wanted = wantedFacts(feature);
    QStringList facts = factsOf(upstream, written->body);
    if (feature != Feature::MaxTokens) // the limit that some formats require
        facts.removeIf([](const QString &fact) { return fact.startsWith("limit "_L1); });
    const bool isNamed = feature == Feature::Reasoning && !written->dropped.empty()
        && isFieldOf(written->dropped.front(), body);
    if (isNamed && facts == wantedFacts(Feature::Text))
        return {.kind = Cell::Kind::LeftOut};
    if (facts != wanted)
        return {.why = "told: " + facts.join(u" | "_s).toUtf8() + " in " + written->body};
    return {.kind = Cell::Kind::Passes};
}

ReplyContext context()
{
    return {.requestId = "req_1", .created = 1'700'000'000, .model = "m"};
}

//! The row of the vendor whose format it is.
const Quirks &plain(Format upstream)
{
    for (const Quirks &row : allQuirks())
        if (row.chat == upstream)
            return row;
    Q_UNREACHABLE();
}

void addPairs()
{
    QTest::addColumn<Format>("front");
    QTest::addColumn<QByteArray>("row");
    for (const Format front : fronts)
        for (const Quirks &row : allQuirks())
            if (row.chat)
                QTest::addRow("%s to %s", formatName(front).data(), row.name.data())
                    << front << row.name.toByteArray();
}

void addFormats()
{
    QTest::addColumn<Format>("front");
    QTest::addColumn<Format>("upstream");
    for (const Format front : fronts)
        for (const Format upstream : upstreams)
            QTest::addRow("%s of %s", formatName(front).data(), formatName(upstream).data())
                << front << upstream;
}

//! A provider's error by its class.
struct ErrorAnswer {
    int status = 0;
    QByteArray body = {};
    FailureClass kind = FailureClass::ServerError;
    QByteArray awsType = {};
};

std::vector<ErrorAnswer> errorAnswers(Family family)
{
    using enum FailureClass;
    switch (family) {
    case Family::OpenAi:
        return {
            {401,
             "{'error':{'message':'bad "
             "key','type':'invalid_request_error','code':'invalid_api_key'}}",
             WrongCredentials},
            {429,
             "{'error':{'message':'slow','type':'rate_limit_error','code':'rate_limit_exceeded'}}",
             RateLimited},
            {429,
             "{'error':{'message':'pay','type':'insufficient_quota','code':'insufficient_quota'}}",
             NoMoney},
            {503,
             "{'error':{'message':'busy','type':'service_unavailable_error','code':'server_is_"
             "overloaded'}}",
             Overloaded},
            {500, "{'error':{'message':'broken','type':'server_error','code':null}}", ServerError},
            {400, "{'error':{'message':'odd','type':'invalid_request_error','code':null}}",
             BadRequest},
            {400,
             "{'error':{'message':'too "
             "long','type':'invalid_request_error','code':'context_length_exceeded'}}",
             ContextTooLong},
            {404,
             "{'error':{'message':'no "
             "model','type':'invalid_request_error','code':'model_not_found'}}",
             ModelNotFound},
            {400, "{'error':{'message':'filtered','code':'content_filter'}}", ContentRefused},
        };
    case Family::Anthropic:
        return {
            {401, "{'type':'error','error':{'type':'authentication_error','message':'bad key'}}",
             WrongCredentials},
            {402, "{'type':'error','error':{'type':'billing_error','message':'pay'}}", NoMoney},
            {429, "{'type':'error','error':{'type':'rate_limit_error','message':'slow'}}",
             RateLimited},
            {529, "{'type':'error','error':{'type':'overloaded_error','message':'busy'}}",
             Overloaded},
            {500, "{'type':'error','error':{'type':'api_error','message':'broken'}}", ServerError},
            {400, "{'type':'error','error':{'type':'invalid_request_error','message':'odd'}}",
             BadRequest},
            {400,
             "{'type':'error','error':{'type':'invalid_request_error','message':'prompt is too "
             "long: 9 tokens > 8 maximum'}}",
             ContextTooLong},
            {404, "{'type':'error','error':{'type':'not_found_error','message':'model: x'}}",
             ModelNotFound},
            {413, "{'type':'error','error':{'type':'request_too_large','message':'big'}}",
             TooLarge},
        };
    case Family::Gemini:
        return {
            {400,
             "{'error':{'code':400,'message':'bad "
             "key','status':'INVALID_ARGUMENT','details':[{'@type':'type.googleapis.com/"
             "google.rpc.ErrorInfo','reason':'API_KEY_INVALID'}]}}",
             WrongCredentials},
            {402, "{'error':{'code':402,'message':'pay','status':'FAILED_PRECONDITION'}}", NoMoney},
            {429, "{'error':{'code':429,'message':'slow','status':'RESOURCE_EXHAUSTED'}}",
             RateLimited},
            {503, "{'error':{'code':503,'message':'busy','status':'UNAVAILABLE'}}", Overloaded},
            {500, "{'error':{'code':500,'message':'broken','status':'INTERNAL'}}", ServerError},
            {400, "{'error':{'code':400,'message':'odd','status':'INVALID_ARGUMENT'}}", BadRequest},
            {404, "{'error':{'code':404,'message':'no model','status':'NOT_FOUND'}}",
             ModelNotFound},
        };
    case Family::Bedrock:
        return {
            {403, "{'message':'bad key'}", WrongCredentials, "UnrecognizedClientException"},
            {429, "{'message':'slow'}", RateLimited, "ThrottlingException"},
            {503, "{'message':'busy'}", Overloaded, "ServiceUnavailableException"},
            {500, "{'message':'broken'}", ServerError, "InternalServerException"},
            {400, "{'message':'odd'}", BadRequest, "ValidationException"},
            {404, "{'message':'no model'}", ModelNotFound, "ResourceNotFoundException"},
        };
    case Family::Cohere:
        return {
            {401, "{'message':'bad key'}", WrongCredentials},
            {402, "{'message':'pay'}", NoMoney},
            {429, "{'message':'slow'}", RateLimited},
            {503, "{'message':'busy'}", Overloaded},
            {500, "{'message':'broken'}", ServerError},
            {400, "{'message':'odd'}", BadRequest},
        };
    case Family::Ollama:
        return {
            {401, "{'error':'bad key'}", WrongCredentials},
            {429, "{'error':'slow'}", RateLimited},
            {503, "{'error':'server busy'}", Overloaded},
            {500, "{'error':'broken'}", ServerError},
            {400, "{'error':'odd'}", BadRequest},
            {404, "{'error':'model x not found'}", ModelNotFound},
        };
    }
    return {};
}

//! One text in the words of each front that embeds.
std::vector<std::pair<Format, QByteArray>> embedRequests()
{
    return {
        {Format::OpenAiEmbeddings, spelt("{'model':'m','input':'Hello there'}")},
        {Format::GeminiEmbed, spelt("{'content':{'parts':[{'text':'Hello there'}]}}")},
        {Format::GeminiBatchEmbed,
         spelt("{'requests':[{'model':'models/m','content':{'parts':[{'text':'Hello there'}]}}]}")},
        {Format::OllamaEmbed, spelt("{'model':'m','input':'Hello there'}")},
        {Format::OllamaEmbeddings, spelt("{'model':'m','prompt':'Hello there'}")},
    };
}

QByteArray embedAnswer(Format upstream)
{
    switch (upstream) {
    case Format::OpenAiEmbeddings:
        return spelt("{'object':'list','data':[{'object':'embedding','index':0,"
                     "'embedding':[0.5,-0.25]}],'model':'um','usage':{'prompt_tokens':3,"
                     "'total_tokens':3}}");
    case Format::GeminiBatchEmbed:
        return spelt("{'embeddings':[{'values':[0.5,-0.25]}]}");
    case Format::OllamaEmbed:
        return spelt("{'model':'um','embeddings':[[0.5,-0.25]],'prompt_eval_count':3}");
    case Format::CohereEmbed:
        return spelt("{'id':'e','embeddings':{'float':[[0.5,-0.25]]},"
                     "'meta':{'billed_units':{'input_tokens':3}}}");
    default:
        return {};
    }
}

QByteArray wordOf(const Cell &whole, const Cell &streamed)
{
    if (whole.kind != streamed.kind || whole.field != streamed.field)
        return "differs when streamed";
    switch (whole.kind) {
    case Cell::Kind::Unasked:
        return "–";
    case Cell::Kind::Same:
        return "same";
    case Cell::Kind::Passes:
        return "yes";
    case Cell::Kind::LeftOut:
        return "dropped";
    case Cell::Kind::Refused:
        return "400 `" + whole.field + '`';
    case Cell::Kind::Wrong:
        return "WRONG";
    }
    return {};
}

//! The page of the manual.
QByteArray manual()
{
    QByteArray page =
        "# What is translated\n\n"
        "Any client may be served by any provider. This page is written and checked by the test "
        "program `tst_translationmatrix`; whole and streamed requests behave alike.\n\n"
        "- **yes**: told in the provider's words.\n"
        "- **same**: client and provider speak the same format; bytes pass as they are.\n"
        "- **400** and a name: refused before anything is sent, naming the field.\n"
        "- **dropped**: harmless; left out and named in the decision trace.\n"
        "- **–**: the client's format has no words for it.\n\n"
        "Answers (text, reasoning, one or several tool calls, cut by the token limit, usage, "
        "errors "
        "of every class) come back in the caller's words for every pair. Reasoning has no place in "
        "`openai-completions`. Refusals that depend on the model come on top: the cells are of a "
        "model that takes all its provider takes.\\n";
    page.replace("\\n", "\n");
    for (const Format front : fronts) {
        page += "\n## Clients of " + formatName(front).toByteArray() + "\n\n| provider |";
        for (const Feature feature : allFeatures)
            page += ' ' + titleOf(feature) + " |";
        page += "\n|---|" + QByteArray("---|").repeated(qsizetype(allFeatures.size())) + '\n';
        for (const Quirks &row : allQuirks()) {
            if (!row.chat)
                continue;
            page += "| " + row.title.toByteArray() + " |";
            for (const Feature feature : allFeatures)
                page += ' '
                    + wordOf(request(front, row, feature, false),
                             request(front, row, feature, true))
                    + " |";
            page += '\n';
        }
    }
    return page;
}

//! A request of \a front that can bring \a outcome, read.
std::unique_ptr<Translation> asked(Format front, Outcome outcome, bool stream)
{
    const bool hasTools = hasCall(outcome);
    const QByteArray body = clientRequest(front, hasTools ? Feature::Tool : Feature::Text, stream);
    const QByteArray all = front == Format::OpenAiChat || front == Format::OpenAiCompletions
        ? QByteArray(body).replace("{\"model\"",
                                   "{\"stream_options\":{\"include_usage\":true},\"model\"")
        : body;
    static std::deque<QByteArray> bodies; // a translation reads views of them
    bodies.push_back(all);
    auto translation = std::make_unique<Translation>(front);
    return translation->read(bodies.back(), "m", stream) ? std::move(translation) : nullptr;
}
//! The client's stream when \a bytes come in pieces cut at \a cut, 0: byte by byte.
QByteArray streamed(const Translation &translation, Format upstream, const QByteArray &bytes,
                    qsizetype cut)
{
    const auto watch = translation.stream(upstream, plain(upstream), context());
    QByteArray out;
    if (cut == 0) {
        for (const char &c : bytes)
            watch->feed(QByteArrayView(&c, 1), out);
    } else {
        watch->feed(QByteArrayView(bytes).first(cut), out);
        watch->feed(QByteArrayView(bytes).sliced(cut), out);
    }
    watch->finish(out);
    return watch->isComplete() ? out : QByteArray("INCOMPLETE " + out);
}

//! What a client gets of an answer, and what is wrong with it.
QByteArray answerProblem(Format front, Format upstream, Outcome outcome, bool stream)
{
    const auto translation = asked(front, outcome, stream);
    if (!translation)
        return "the request was not read";
    const QByteArray bytes = upstreamAnswer(upstream, outcome, stream);
    QByteArray out;
    if (stream) {
        out = streamed(*translation, upstream, bytes, bytes.size());
    } else {
        const auto answer = translation->answer(upstream, bytes, context());
        if (!answer)
            return answer.error().detail.toUtf8();
        if (answer->usage.promptTokens != 20 || answer->usage.completionTokens != 7)
            return "usage in the books";
        out = answer->body;
    }
    if (out.startsWith("INCOMPLETE"))
        return out;
    const Understood seen = understood(front, out, stream);
    if (!seen.problem.isEmpty())
        return seen.problem + " in " + out;
    const QString wanted = wantedAnswer(front, outcome).line();
    return seen.line() == wanted ? QByteArray()
                                 : QByteArray("got " + seen.line().toUtf8() + " in place of "
                                              + wanted.toUtf8() + " in " + out);
}

} // namespace

class TestTranslationMatrix final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEveryProviderWhatWasAsked_data();
    void tellsEveryProviderWhatWasAsked();
    void tellsEveryClientWhatWasAnswered_data();
    void tellsEveryClientWhatWasAnswered();
    void readsTheSameHoweverCut_data();
    void readsTheSameHoweverCut();
    void tellsErrorsInTheClientsWords_data();
    void tellsErrorsInTheClientsWords();
    void embedsForEveryPair();
    void countsForEveryPair();
    void reranksForEveryProvider();
    void manualSaysWhatHolds();
};

void TestTranslationMatrix::tellsEveryProviderWhatWasAsked_data()
{
    addPairs();
}

void TestTranslationMatrix::tellsEveryProviderWhatWasAsked()
{
    QFETCH(Format, front);
    QFETCH(QByteArray, row);
    for (const Feature feature : allFeatures)
        for (const bool stream : {false, true}) {
            const Cell cell = request(front, *quirksOf(row), feature, stream);
            QVERIFY2(cell.kind != Cell::Kind::Wrong,
                     QByteArray(titleOf(feature) + ": " + cell.why).constData());
        }
}

void TestTranslationMatrix::tellsEveryClientWhatWasAnswered_data()
{
    addFormats();
}

void TestTranslationMatrix::tellsEveryClientWhatWasAnswered()
{
    QFETCH(Format, front);
    QFETCH(Format, upstream);
    for (const Outcome outcome : allOutcomes)
        for (const bool stream : {false, true}) {
            if (!mayBeAsked(front, outcome))
                continue;
            const QByteArray problem = answerProblem(front, upstream, outcome, stream);
            QVERIFY2(problem.isEmpty(),
                     QByteArray("outcome " + QByteArray::number(int(outcome))
                                + (stream ? " streamed: " : " whole: ") + problem)
                         .constData());
        }
}

void TestTranslationMatrix::readsTheSameHoweverCut_data()
{
    addFormats();
}

void TestTranslationMatrix::readsTheSameHoweverCut()
{
    QFETCH(Format, front);
    QFETCH(Format, upstream);
    for (const Outcome outcome : allOutcomes) {
        if (!mayBeAsked(front, outcome))
            continue;
        const auto translation = asked(front, outcome, true);
        const QByteArray bytes = upstreamAnswer(upstream, outcome, true);
        const QByteArray whole = streamed(*translation, upstream, bytes, bytes.size());
        for (qsizetype cut = 0; cut < bytes.size(); ++cut)
            QVERIFY2(streamed(*translation, upstream, bytes, cut) == whole,
                     QByteArray::number(cut).constData());
    }
}

void TestTranslationMatrix::tellsErrorsInTheClientsWords_data()
{
    addFormats();
}

void TestTranslationMatrix::tellsErrorsInTheClientsWords()
{
    QFETCH(Format, front);
    QFETCH(Format, upstream);
    for (const ErrorAnswer &answer : errorAnswers(familyOf(upstream))) {
        const Failure failure = classifyAnswer(
            answer.status,
            [&](QByteArrayView name) {
                return name == "x-amzn-errortype" ? QByteArrayView(answer.awsType)
                                                  : QByteArrayView();
            },
            spelt(answer.body), WallTime());
        QVERIFY2(failure.kind == answer.kind,
                 QByteArray(answer.body + " is " + failureName(failure.kind)).constData());
        const QByteArray body =
            errorBody(familyOf(front),
                      clientError(ErrorCase::UpstreamFailed, failure.error.message), "req_1");
        QVERIFY(QJsonDocument::fromJson(body).isObject());
        QVERIFY2(body.contains(failure.error.message) && !failure.error.message.isEmpty(),
                 body.constData());
    }
}

void TestTranslationMatrix::embedsForEveryPair()
{
    for (const auto &[front, body] : embedRequests())
        for (const Quirks &row : allQuirks()) {
            if (!row.embed)
                continue;
            const QByteArray where = formatName(front) + " to " + row.name;
            Translation translation(front);
            QVERIFY2(translation.read(body, "m", false), where.constData());
            const auto written = translation.write(*row.embed, {.model = "um", .quirks = row});
            QVERIFY2(written, where.constData());
            QVERIFY2(written->body.contains("Hello there"), written->body.constData());
            const auto answer = translation.answer(*row.embed, embedAnswer(*row.embed), context());
            QVERIFY2(answer, where.constData());
            QVERIFY2(QJsonDocument::fromJson(answer->body).isObject(), answer->body.constData());
            QVERIFY2(answer->body.contains("[0.5,-0.25]"), answer->body.constData());
        }
}

void TestTranslationMatrix::countsForEveryPair()
{
    struct Side {
        Format format;
        QByteArray request;
        QByteArray answer;
    };
    const std::array sides{
        Side{Format::AnthropicCountTokens,
             "{'model':'m','messages':[{'role':'user','content':'Hello there'}]}",
             "{'input_tokens':12}"},
        Side{Format::GeminiCountTokens,
             "{'contents':[{'role':'user','parts':[{'text':'Hello there'}]}]}",
             "{'totalTokens':12}"},
    };
    for (const Side &front : sides)
        for (const Side &upstream : sides) {
            if (front.format == upstream.format)
                continue; // passes as it is
            const QByteArray body = spelt(front.request);
            Translation translation(front.format);
            QVERIFY(translation.read(body, "m", false));
            const Quirks &row = upstream.format == Format::GeminiCountTokens
                ? *quirksOf("gemini")
                : *quirksOf("anthropic");
            const auto written = translation.write(upstream.format, {.model = "um", .quirks = row});
            QVERIFY(written);
            QVERIFY2(written->body.contains("Hello there"), written->body.constData());
            const auto answer =
                translation.answer(upstream.format, spelt(upstream.answer), context());
            QVERIFY(answer);
            QCOMPARE(QJsonDocument::fromJson(answer->body),
                     QJsonDocument::fromJson(spelt(front.answer)));
        }
}

void TestTranslationMatrix::reranksForEveryProvider()
{
    const QByteArray body =
        spelt("{'model':'m','query':'Where?','documents':['Paris','Rome'],'top_n':1}");
    Translation translation(Format::Rerank);
    QVERIFY(translation.read(body, "m", false));
    for (const Quirks &row : allQuirks()) {
        if (!row.rerank)
            continue;
        const auto written = translation.write(*row.rerank, {.model = "um", .quirks = row});
        QVERIFY2(written, row.name.data());
        const QJsonObject told = QJsonDocument::fromJson(written->body).object();
        QCOMPARE(told["query"_L1].toString(), u"Where?"_s);
        QCOMPARE(told["documents"_L1].toArray().size(), 2);
        // Voyage has its own word
        QCOMPARE(told[row.name == "voyage" ? "top_k"_L1 : "top_n"_L1].toInt(), 1);
        const auto answer = translation.answer(
            *row.rerank, spelt("{'results':[{'index':1,'relevance_score':0.75}]}"), context());
        QVERIFY2(answer, row.name.data());
        const QJsonValue result = QJsonDocument::fromJson(answer->body)["results"_L1][0];
        QCOMPARE(result["index"_L1].toInt(), 1);
        QCOMPARE(result["relevance_score"_L1].toDouble(), 0.75);
    }
}

void TestTranslationMatrix::manualSaysWhatHolds()
{
    const QString path = QStringLiteral(GATEHOUSE_SOURCE_DIR "/resources/manual/translation.md");
    QFile file(path);
    if (qEnvironmentVariableIsSet("GATEHOUSE_WRITE_MANUAL")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(manual());
        file.close();
    }
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
    QVERIFY2(file.readAll() == manual(),
             "resources/manual/translation.md is out of step: run this test with "
             "GATEHOUSE_WRITE_MANUAL=1");
}

QTEST_GUILESS_MAIN(TestTranslationMatrix)
#include "tst_translationmatrix.moc"
