// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/ollama/settings.h"

#include "core/dialects/fields.h"
#include "core/dialects/ollama/words.h"

#include <algorithm>
#include <bit>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Ollama {

namespace {

constexpr std::array<QByteArrayView, 7> settingNames{"model", "stream",   "options",     "format",
                                                     "think", "logprobs", "top_logprobs"};

struct NumberOption {
    QByteArrayView name;
    RawJson Request::*value;
};

constexpr std::array numberOptions{
    NumberOption{"temperature", &Request::temperature},
    NumberOption{"top_p", &Request::topP},
    NumberOption{"top_k", &Request::topK},
    NumberOption{"min_p", &Request::minP},
    NumberOption{"presence_penalty", &Request::presencePenalty},
    NumberOption{"frequency_penalty", &Request::frequencyPenalty},
    NumberOption{"repeat_penalty", &Request::repetitionPenalty},
    NumberOption{"seed", &Request::seed},
};

Result<void> readStop(JsonView stop, Request &request)
{
    if (stop.isString()) {
        request.stop.push_back(stop.string());
        return {};
    }
    for (const JsonView text : stop) {
        if (!text.isString())
            return wrong("options.stop"_ba, u"must be a list of strings"_s);
        request.stop.push_back(text.string());
    }
    if (!stop.isList())
        return wrong("options.stop"_ba, u"must be a list of strings"_s);
    return {};
}

Result<void> readOption(const QByteArray &name, JsonView value, Request &request)
{
    if (name == "stop")
        return readStop(value, request);
    if (name == "num_predict") {
        const auto limit = value.integer();
        if (!limit)
            return wrong("options.num_predict"_ba, u"must be a whole number"_s);
        if (*limit > 0) // -1 and -2: without a limit
            request.maxTokens = limit;
        return {};
    }
    const auto known = std::ranges::find(numberOptions, name, &NumberOption::name);
    if (known == numberOptions.end()) {
        request.extras.push_back({"options."_ba + name, value.rawCopy()});
        return {};
    }
    if (!value.isNumber())
        return wrong("options."_ba + name, u"must be a number"_s);
    request.*known->value = value.rawCopy();
    return {};
}

Result<void> readOptions(JsonView options, Request &request)
{
    if (options.exists() && !options.isObject())
        return wrong("options"_ba, u"must be an object"_s);
    Result<void> result;
    options.forEachMember([&](const QByteArray &name, JsonView value) {
        if (result && value.exists())
            result = readOption(name, value, request);
    });
    return result;
}

Result<void> readFormat(JsonView format, Request &request)
{
    if (format.isEmpty() && !format.isObject())
        return {};
    if (format.isObject()) {
        request.output.kind = OutputFormat::Kind::JsonSchema;
        request.output.schema = format.rawCopy();
        return {};
    }
    if (!format.equals("json"))
        return wrong("format"_ba, u"must be \"json\" or a JSON schema"_s);
    request.output.kind = OutputFormat::Kind::JsonObject;
    return {};
}

Result<void> readThink(JsonView think, Request &request)
{
    if (!think.exists())
        return {};
    if (!think.isBool() && !think.isString())
        return wrong("think"_ba, u"must be true, false or a level such as \"high\""_s);
    const QByteArray level = think.string();
    request.reasoning.enabled = think.isString() ? level != "none" : think.isTrue();
    if (*request.reasoning.enabled) {
        request.reasoning.effort = level;
        request.reasoning.includeThoughts = true;
    }
    return {};
}

bool isNamed(std::span<const QByteArrayView> names, const QByteArray &name)
{
    return std::ranges::find(names, QByteArrayView(name)) != names.end();
}

Result<void> checkTools(const Request &request)
{
    const auto choice = request.toolChoice ? request.toolChoice->mode : ToolChoice::Mode::Auto;
    if (choice == ToolChoice::Mode::Required || choice == ToolChoice::Mode::Named)
        return cannotSay(request.source, Field::ToolChoice, "Ollama",
                         "its models decide themselves whether they call a tool.");
    return {};
}

bool isBlank(const RawJson &json)
{
    return JsonView::parse(json).isEmpty();
}

void noteDropped(const Request &request, WrittenRequest &written)
{
    const auto note = [&](bool isSet, Field field) {
        if (isSet)
            written.dropped.push_back(fieldName(request.source, field).toByteArray());
    };
    note(!request.user.isEmpty(), Field::User);
    note(!isBlank(request.metadata), Field::Metadata);
    note(!request.serviceTier.isEmpty(), Field::ServiceTier);
    note(!request.promptCacheKey.isEmpty(), Field::PromptCacheKey);
}

//! Room for the prompt and the answer: a power of two.
qint64 contextFor(const Request &request, qint64 promptBytes, int images)
{
    constexpr qint64 bytesPerToken = 3; // some scripts have a token for every two or three bytes
    constexpr qint64 tokensPerImage = 1600;
    constexpr qint64 smallest = 4096;
    constexpr qint64 largest = 1024 * 1024;
    constexpr qint64 unsaidAnswer = 1024;
    constexpr qint64 largestAnswer = 32 * 1024; // clients ask for much more than they ever get
    const qint64 answer = std::min(request.maxTokens.value_or(unsaidAnswer), largestAnswer);
    const qint64 tokens = promptBytes / bytesPerToken + images * tokensPerImage + answer;
    return qint64(std::bit_ceil(quint64(std::clamp(tokens, smallest, largest))));
}

void writeOptions(const Request &request, qint64 context, JsonWriter &json)
{
    json.key("options").beginObject();
    bool saysContext = false;
    if (request.source == Format::OllamaChat || request.source == Format::OllamaGenerate) {
        for (const RawMember &extra : request.extras) {
            if (!extra.name.startsWith("options."))
                continue;
            saysContext = saysContext || extra.name == "options.num_ctx";
            json.rawMember(QByteArrayView(extra.name).sliced(8), extra.value);
        }
    }
    if (!saysContext)
        json.member("num_ctx", context);
    json.ifGiven("num_predict", request.maxTokens);
    for (const NumberOption &option : numberOptions)
        json.rawIfGiven(option.name, request.*option.value);
    if (!request.stop.empty()) {
        json.key("stop").beginList();
        for (const QByteArray &text : request.stop)
            json.string(text);
        json.endList();
    }
    json.endObject();
}

//! Levels are those of the newest models; the others take any for "true".
void writeThink(const ReasoningWish &wish, JsonWriter &json)
{
    if (wish.enabled == false) {
        json.member("think", false);
    } else if (wish.adaptive) {
        return; // the model's own way is to decide itself
    } else if (wish.effort == "none") {
        json.member("think", false);
    } else if (wish.effort == "minimal" || wish.effort == "low") {
        json.member("think", "low");
    } else if (wish.effort == "medium") {
        json.member("think", "medium");
    } else if (!wish.effort.isEmpty()) {
        json.member("think", "high");
    } else if (wish.enabled || wish.budgetTokens) {
        json.member("think", true);
    }
}

void writeFormat(const OutputFormat &output, JsonWriter &json)
{
    if (output.kind == OutputFormat::Kind::JsonObject
        || (output.kind == OutputFormat::Kind::JsonSchema && output.schema.isEmpty()))
        json.member("format", "json");
    else if (output.kind == OutputFormat::Kind::JsonSchema)
        json.rawMember("format", output.schema);
}

} // namespace

Result<void> readSettings(JsonView body, std::span<const QByteArrayView> own, Request &request)
{
    request.model = body["model"].string();
    request.stream = body["stream"].boolean().value_or(true);
    request.logprobs = body["logprobs"].boolean();
    request.topLogprobs = body["top_logprobs"].integer();
    if (auto read = readOptions(body["options"], request); !read)
        return read;
    if (auto read = readFormat(body["format"], request); !read)
        return read;
    if (auto read = readThink(body["think"], request); !read)
        return read;
    body.forEachMember([&](const QByteArray &name, JsonView value) {
        if (!value.isEmpty() && !isNamed(settingNames, name) && !isNamed(own, name))
            request.extras.push_back({name, value.rawCopy()});
    });
    return {};
}

Result<void> checkSayable(const Request &request, const WriteOptions &options,
                          WrittenRequest &written)
{
    if (auto tools = checkTools(request); !tools)
        return tools;
    const auto refuse = [&](Field field) { return cannotSay(request.source, field, "Ollama"); };
    if (request.n.value_or(1) > 1)
        return refuse(Field::N);
    if (!isBlank(request.logitBias))
        return refuse(Field::LogitBias);
    if (!request.verbosity.isEmpty() && request.verbosity != "medium")
        return refuse(Field::Verbosity);
    const JsonView modalities = JsonView::parse(request.modalities);
    for (const JsonView modality : modalities) {
        if (!modality.equals("text") && !modality.equals("TEXT"))
            return refuse(Field::Modalities);
    }
    const ReasoningWish &wish = request.reasoning;
    if (modelPolicy(options.model).refusesReasoning && wish.enabled.value_or(wish.isSet()))
        return refuse(Field::Reasoning);
    noteDropped(request, written);
    if (familyOf(request.source) == Family::Ollama)
        return {};
    return settleExtras(request.extras, request.source, "Ollama", written);
}

void writeSettings(const Request &request, qint64 promptBytes, int images, JsonWriter &json)
{
    writeFormat(request.output, json);
    writeOptions(request, contextFor(request, promptBytes, images), json);
    writeThink(request.reasoning, json);
    json.ifGiven("logprobs", request.logprobs).ifGiven("top_logprobs", request.topLogprobs);
    if (familyOf(request.source) != Family::Ollama)
        return;
    for (const RawMember &extra : request.extras) {
        if (!extra.name.startsWith("options."))
            json.rawMember(extra.name, extra.value);
    }
}

Result<RawJson> writeTools(const Request &request, WrittenRequest &written)
{
    const ToolChoice choice = request.toolChoice.value_or(ToolChoice());
    if (choice.mode == ToolChoice::Mode::None)
        return RawJson();
    RawJson list;
    JsonWriter json(list);
    json.beginList();
    for (std::size_t at = 0; at < request.tools.size(); ++at) {
        const Tool &tool = request.tools[at];
        if (!tool.builtIn.isEmpty() && !tool.mayBeDropped)
            return cannotSay(request.source, Field::BuiltInTools, "Ollama",
                             "it runs no tools of its own; offer functions only.");
        if (!tool.builtIn.isEmpty()) {
            written.dropped.push_back("tools["_ba + QByteArray::number(qsizetype(at)) + ']');
            continue;
        }
        const auto &allowed = choice.allowed;
        if (!allowed.empty() && std::ranges::find(allowed, tool.name) == allowed.end())
            continue;
        json.beginObject().member("type", "function").key("function").beginObject();
        json.member("name", tool.name).ifGiven("description", tool.description);
        json.rawIfGiven("parameters", tool.parameters).endObject().endObject();
    }
    json.endList();
    return list == "[]" ? RawJson() : list;
}

} // namespace Gatehouse::Dialects::Ollama
