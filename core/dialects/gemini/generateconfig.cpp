// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/gemini/generateconfig.h"

#include "core/dialects/fields.h"
#include "core/dialects/gemini/generateschema.h"
#include "core/dialects/gemini/generatewords.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Gemini {

namespace {

constexpr std::size_t maxStops = 5;
constexpr QByteArrayView configPrefix = "generationConfig.";

struct NumberName {
    QByteArrayView name;
    RawJson Request::*value;
};
constexpr std::array numbers{
    NumberName{"temperature", &Request::temperature},
    NumberName{"topP", &Request::topP},
    NumberName{"topK", &Request::topK},
    NumberName{"presencePenalty", &Request::presencePenalty},
    NumberName{"frequencyPenalty", &Request::frequencyPenalty},
    NumberName{"seed", &Request::seed},
};

struct CountName {
    QByteArrayView name;
    std::optional<qint64> Request::*value;
};
constexpr std::array counts{
    CountName{"maxOutputTokens", &Request::maxTokens},
    CountName{"candidateCount", &Request::n},
    CountName{"logprobs", &Request::topLogprobs},
};

Error invalid(const QByteArray &name, const QString &what)
{
    const QString path = QString::fromUtf8(configPrefix.toByteArray() + name);
    return {ErrorCode::InvalidArgument, u"'%1' %2."_s.arg(path, what), path};
}

bool isZero(const RawJson &number)
{
    return JsonView::trusted(number).real() == 0.0;
}

//! Reads one member of generationConfig after the other.
struct ConfigReader {
    Request &request;
    JsonView config;

    Result<void> read(const QByteArray &name, JsonView value);
    Result<void> readStops(JsonView stops);
    void readThinking(JsonView thinking);
    void readOutput();
    void keep(const QByteArray &name, JsonView value)
    {
        request.extras.push_back({configPrefix.toByteArray() + name, value.rawCopy()});
    }
};

Result<void> ConfigReader::readStops(JsonView stops)
{
    if (!stops.isList())
        return invalid("stopSequences", u"must be a list of texts"_s);
    for (const JsonView stop : stops) {
        if (!stop.isString())
            return invalid("stopSequences", u"must be a list of texts"_s);
        request.stop.push_back(stop.string());
    }
    return {};
}

void ConfigReader::readThinking(JsonView thinking)
{
    ReasoningWish &wish = request.reasoning;
    wish.includeThoughts = either(thinking, "includeThoughts").boolean();
    wish.effort = either(thinking, "thinkingLevel").string().toLower();
    const auto budget = either(thinking, "thinkingBudget").integer();
    if (!budget)
        return;
    if (*budget < 0)
        wish.adaptive = true;
    else if (*budget == 0)
        wish.enabled = false;
    else
        wish.budgetTokens = budget;
}

void ConfigReader::readOutput()
{
    const QByteArray type = either(config, "responseMimeType").string();
    const JsonView schema = either(config, "responseSchema");
    const JsonView jsonSchema = either(config, "responseJsonSchema");
    if (type == "application/json")
        request.output.kind = OutputFormat::Kind::JsonObject;
    else if (!type.isEmpty() && type != "text/plain")
        keep("responseMimeType", either(config, "responseMimeType"));
    if (!jsonSchema.isObject() && !schema.isObject())
        return;
    request.output.schema = jsonSchema.isObject() ? jsonSchema.rawCopy() : jsonSchemaOf(schema);
    request.output.kind = OutputFormat::Kind::JsonSchema;
}

Result<void> ConfigReader::read(const QByteArray &name, JsonView value)
{
    const QByteArrayView key(name);
    if (const auto number = std::ranges::find(numbers, key, &NumberName::name);
        number != numbers.end()) {
        if (!value.isNumber())
            return invalid(name, u"must be a number"_s);
        request.*number->value = value.rawCopy();
    } else if (const auto count = std::ranges::find(counts, key, &CountName::name);
               count != counts.end()) {
        request.*count->value = value.integer();
        if (!value.integer())
            return invalid(name, u"must be a whole number"_s);
    } else if (name == "stopSequences") {
        return readStops(value);
    } else if (name == "thinkingConfig") {
        if (!value.isObject())
            return invalid(name, u"must be an object"_s);
        readThinking(value);
    } else if (name == "responseLogprobs") {
        request.logprobs = value.boolean();
    } else if (name == "responseModalities") {
        request.modalities = value.rawCopy().toLower();
    } else if (name != "responseMimeType" && name != "responseSchema"
               && name != "responseJsonSchema") {
        keep(name, value);
    }
    return {};
}

//! Google's compatibility page counts efforts as these budgets.
qint64 budgetOf(const QByteArray &effort)
{
    if (effort == "minimal" || effort == "low")
        return 1024;
    return effort == "medium" ? 8192 : 24576;
}

QByteArray levelOf(const ReasoningWish &wish, QByteArrayView model)
{
    if (wish.enabled == false)
        return "low"_ba; // the 3.x line always thinks
    if (wish.effort == "minimal" && model.contains("pro"))
        return "low"_ba;
    if (wish.effort == "xhigh" || wish.effort == "max")
        return "high"_ba;
    if (!wish.effort.isEmpty() || !wish.budgetTokens)
        return wish.effort;
    return *wish.budgetTokens <= 2048 ? "low"_ba
        : *wish.budgetTokens <= 16384 ? "medium"_ba
                                      : "high"_ba;
}

struct ConfigWriter {
    const Request &request;
    const WriteOptions &options;
    const ModelPolicy policy = modelPolicy(options.model);
    QByteArray members = {};
    JsonWriter json = JsonWriter(members);

    bool isGoogles() const { return familyOf(request.source) == Family::Gemini; }
    Error refuse(Field field, QByteArrayView why = {}) const
    {
        return cannotSay(request.source, field, options.quirks.title, why);
    }
    Result<void> checkOthers() const;
    void writeNumbers();
    void writeOutput();
    Result<void> writeThinking();
    bool showsThoughts() const;
    void writeModalities();
    void writeExtras();
};

//! What Google has no word for.
Result<void> ConfigWriter::checkOthers() const
{
    if (!request.minP.isEmpty() && !isZero(request.minP))
        return refuse(Field::MinP);
    const auto repetition = JsonView::trusted(request.repetitionPenalty).real();
    if (!request.repetitionPenalty.isEmpty() && repetition != 1.0)
        return refuse(Field::RepetitionPenalty);
    if (!JsonView::trusted(request.logitBias).isEmpty())
        return refuse(Field::LogitBias);
    if (!request.verbosity.isEmpty() && request.verbosity != "medium")
        return refuse(Field::Verbosity);
    if (request.stop.size() > maxStops)
        return refuse(Field::Stop, "it takes at most 5 stop sequences.");
    return {};
}

void ConfigWriter::writeNumbers()
{
    json.ifGiven("maxOutputTokens", request.maxTokens);
    json.rawIfGiven("temperature", request.temperature);
    json.rawIfGiven("topP", request.topP).rawIfGiven("topK", request.topK);
    if (!isZero(request.presencePenalty)) // many models refuse even the default
        json.rawIfGiven("presencePenalty", request.presencePenalty);
    if (!isZero(request.frequencyPenalty))
        json.rawIfGiven("frequencyPenalty", request.frequencyPenalty);
    if (!request.seed.isEmpty())
        json.rawMember("seed", smallSeed(request.seed));
    if (request.n.value_or(1) != 1)
        json.ifGiven("candidateCount", request.n);
    if (request.logprobs.value_or(false))
        json.ifGiven("responseLogprobs", request.logprobs).ifGiven("logprobs", request.topLogprobs);
    if (!request.stop.empty()) {
        json.key("stopSequences").beginList();
        std::ranges::for_each(request.stop, [this](const auto &stop) { json.string(stop); });
        json.endList();
    }
}

void ConfigWriter::writeOutput()
{
    if (request.output.kind == OutputFormat::Kind::Text)
        return;
    json.member("responseMimeType", "application/json");
    if (request.output.kind == OutputFormat::Kind::JsonSchema)
        json.rawIfGiven("responseJsonSchema", request.output.schema);
}

//! Formats whose answers show thoughts unless told otherwise get them.
bool ConfigWriter::showsThoughts() const
{
    const ReasoningWish &wish = request.reasoning;
    const bool expected =
        !wish.summary.isEmpty() || (familyOf(request.source) == Family::Anthropic && wish.isSet());
    return wish.includeThoughts.value_or(expected) && wish.enabled != false;
}

Result<void> ConfigWriter::writeThinking()
{
    const ReasoningWish &wish = request.reasoning;
    if (policy.refusesReasoning) {
        const bool isWanted = wish.isSet() && wish.enabled != false;
        return isWanted ? Result<void>(refuse(Field::Reasoning, "the model does not think."))
                        : Result<void>();
    }
    QByteArray thinking;
    JsonWriter inner(thinking);
    if (showsThoughts() || (isGoogles() && wish.includeThoughts))
        inner.member("includeThoughts", showsThoughts());
    // Budgets are still taken by the 3.x line, so a client of Gemini's words keeps its own.
    const bool asBudget =
        policy.wantsThinkingBudget || (isGoogles() && wish.isSet() && wish.effort.isEmpty());
    if (asBudget && wish.enabled == false)
        inner.member("thinkingBudget", 0);
    else if (asBudget && wish.budgetTokens)
        inner.member("thinkingBudget", *wish.budgetTokens);
    else if (asBudget && !wish.effort.isEmpty())
        inner.member("thinkingBudget", budgetOf(wish.effort));
    else if (asBudget && wish.adaptive)
        inner.member("thinkingBudget", -1);
    else if (!asBudget)
        inner.ifGiven("thinkingLevel", levelOf(wish, options.model));
    if (!thinking.isEmpty())
        json.key("thinkingConfig").raw(QByteArray('{' + thinking + '}'));
    return {};
}

void ConfigWriter::writeModalities()
{
    const JsonView modalities = JsonView::trusted(request.modalities);
    const bool isText = modalities.size() == 1 && modalities.at(0).equals("text");
    if (modalities.isList() && (isGoogles() || !isText))
        json.rawMember("responseModalities", request.modalities.toUpper());
}

void ConfigWriter::writeExtras()
{
    for (const RawMember &extra : request.extras) {
        if (isGoogles() && extra.name.startsWith(configPrefix))
            json.rawMember(QByteArrayView(extra.name).sliced(configPrefix.size()), extra.value);
    }
}

} // namespace

Result<void> readConfig(JsonView config, Request &request)
{
    if (config.exists() && !config.isObject())
        return Error{ErrorCode::InvalidArgument, u"'generationConfig' must be an object."_s,
                     u"generationConfig"_s};
    ConfigReader reader{request, config};
    Result<void> result;
    config.forEachMember([&](const QByteArray &key, JsonView value) {
        if (result && value.exists())
            result = reader.read(camelCase(key), value);
    });
    reader.readOutput();
    return result;
}

QByteArray smallSeed(const RawJson &seed)
{
    const auto whole = JsonView::trusted(seed).integer();
    if (whole && *whole >= std::numeric_limits<qint32>::min()
        && *whole <= std::numeric_limits<qint32>::max())
        return QByteArray::number(*whole);
    quint32 hash = 2166136261U; // FNV-1a
    for (const char c : seed)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return QByteArray::number(hash & 0x7fffffffU);
}

Result<void> writeConfig(JsonWriter &json, const Request &request, const WriteOptions &options)
{
    ConfigWriter writer{request, options};
    if (const auto sayable = writer.checkOthers(); !sayable)
        return sayable;
    writer.writeNumbers();
    writer.writeOutput();
    if (const auto thinking = writer.writeThinking(); !thinking)
        return thinking;
    writer.writeModalities();
    writer.writeExtras();
    if (!writer.members.isEmpty())
        json.key("generationConfig").raw(QByteArray('{' + writer.members + '}'));
    return {};
}

} // namespace Gatehouse::Dialects::Gemini
