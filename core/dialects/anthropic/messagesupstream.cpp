// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/anthropic/messages.h"
#include "core/dialects/anthropic/messagesschema.h"
#include "core/dialects/anthropic/messagesthinking.h"
#include "core/dialects/anthropic/messagesturns.h"
#include "core/dialects/fields.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects {

namespace {

using namespace Messages;

constexpr QByteArrayView upstream = "Anthropic";

bool isFromAnthropic(const Request &request)
{
    return familyOf(request.source) == Family::Anthropic;
}

std::optional<double> numberOf(const RawJson &raw)
{
    return raw.isEmpty() ? std::nullopt : JsonView::trusted(raw).real();
}

//! A sampling number worth sending: given, and not the default that every model has.
bool isUnusual(const RawJson &raw, double standard)
{
    const auto number = numberOf(raw);
    return !raw.isEmpty() && (!number || *number != standard);
}

bool hasSampling(const Request &request)
{
    return isUnusual(request.temperature, 1) || isUnusual(request.topP, 1)
        || isUnusual(request.topK, 0);
}

//! What only the older API version takes: documents in assistant turns, citations in user texts.
bool hasOldShapes(const Request &request)
{
    return std::ranges::any_of(request.messages, [](const Message &message) {
        return std::ranges::any_of(message.parts, [&message](const Part &part) {
            return message.role == Role::Assistant
                ? part.kind == PartKind::File
                : message.role == Role::User && !part.citations.empty();
        });
    });
}

struct Unsayable {
    Field field;
    bool isGiven;
    QByteArrayView why;
};

Result<void> checkMembers(const Request &request)
{
    const bool hasModalities =
        !request.modalities.isEmpty() && JsonView::trusted(request.modalities).size() > 1;
    const bool hasBias =
        !request.logitBias.isEmpty() && !JsonView::trusted(request.logitBias).isEmpty();
    const std::array members{
        Unsayable{Field::N, request.n.value_or(1) != 1, "it gives one answer to a request."},
        Unsayable{Field::Logprobs, request.logprobs.value_or(false), {}},
        Unsayable{Field::TopLogprobs, request.topLogprobs.value_or(0) > 0, {}},
        Unsayable{Field::LogitBias, hasBias, {}},
        Unsayable{Field::Seed, !request.seed.isEmpty(), {}},
        Unsayable{Field::MinP, isUnusual(request.minP, 0), {}},
        Unsayable{Field::PresencePenalty, isUnusual(request.presencePenalty, 0), {}},
        Unsayable{Field::FrequencyPenalty, isUnusual(request.frequencyPenalty, 0), {}},
        Unsayable{Field::RepetitionPenalty, isUnusual(request.repetitionPenalty, 1), {}},
        Unsayable{Field::Modalities, hasModalities, "it answers in text only."},
    };
    for (const Unsayable &member : members)
        if (member.isGiven)
            return cannotSay(request.source, member.field, upstream, member.why);
    const auto isBlank = [](const QByteArray &stop) { return stop.trimmed().isEmpty(); };
    if (std::ranges::any_of(request.stop, isBlank))
        return cannotSay(request.source, Field::Stop, upstream,
                         "it takes no stop sequence of white space only.");
    return {};
}

struct Sampling {
    Field field;
    bool isGiven;
};

std::array<Sampling, 3> samplingOf(const Request &request)
{
    return {Sampling{Field::Temperature, isUnusual(request.temperature, 1)},
            Sampling{Field::TopP, isUnusual(request.topP, 1)},
            Sampling{Field::TopK, isUnusual(request.topK, 0)}};
}

//! Newer models refuse sampling parameters. Callers of other formats send them to any model: there
//! they are left out and told. Anthropic's own callers get the answer Anthropic would give.
Result<void> settleSampling(const Request &request, const ModelPolicy &policy,
                            const Thinking &thinking, WrittenRequest &written)
{
    for (const Sampling &number : samplingOf(request)) {
        if (!number.isGiven)
            continue;
        if (policy.refusesSampling && !isFromAnthropic(request))
            written.dropped.push_back(fieldName(request.source, number.field).toByteArray());
        else if (policy.refusesSampling)
            return cannotSay(request.source, number.field, "this model",
                             "it takes no sampling parameters. Leave it out.");
        else if (thinking.isOn() && number.field != Field::TopP)
            return cannotSay(request.source, number.field, upstream,
                             "it cannot be changed while the model thinks.");
    }
    const auto temperature = numberOf(request.temperature);
    if (temperature && *temperature > 1 && !policy.refusesSampling)
        return cannotSay(request.source, Field::Temperature, upstream,
                         "it must be between 0 and 1 there.");
    return {};
}

//! The tools that may be called: all, or those of a list of allowed ones.
Result<std::vector<const Tool *>> toolsOf(const Request &request, WrittenRequest &written)
{
    std::vector<const Tool *> tools;
    static const std::vector<QByteArray> none;
    const auto &allowed = request.toolChoice ? request.toolChoice->allowed : none;
    for (const Tool &tool : request.tools) {
        if (!tool.builtIn.isEmpty() && !isFromAnthropic(request)) {
            if (!tool.mayBeDropped)
                return cannotSay(request.source, Field::BuiltInTools, upstream,
                                 QByteArray("it does not know the tool '" + tool.builtIn + "'."));
            written.dropped.push_back("tools." + tool.builtIn);
            continue;
        }
        const bool mayCall =
            allowed.empty() || std::ranges::find(allowed, tool.name) != allowed.end();
        if (mayCall)
            tools.push_back(&tool);
    }
    return tools;
}

Result<void> checkToolNames(const Request &request)
{
    for (const Tool &tool : request.tools) {
        const bool isSound = tool.name.size() <= 128 && anthropicToolId(tool.name) == tool.name;
        if (tool.builtIn.isEmpty() && !isSound)
            return cannotSay(
                request.source, Field::Tools, upstream,
                QByteArray("the tool name '" + tool.name
                           + "' may hold letters, digits, '_' and '-' only, at most 128."));
    }
    return {};
}

void writeTool(JsonWriter &json, const Tool &tool, const Request &request)
{
    if (!tool.raw.isEmpty() && isFromAnthropic(request)) {
        json.raw(tool.raw);
        return;
    }
    json.beginObject().member("name", tool.name).ifGiven("description", tool.description);
    json.rawMember("input_schema", objectSchema(tool.parameters));
    json.ifGiven("strict", isFromAnthropic(request) ? tool.strict : std::nullopt);
    json.rawIfGiven("cache_control", tool.cacheControl).endObject();
}

QByteArrayView choiceType(ToolChoice::Mode mode)
{
    switch (mode) {
    case ToolChoice::Mode::Auto:
        return "auto";
    case ToolChoice::Mode::None:
        return "none";
    case ToolChoice::Mode::Required:
        return "any";
    case ToolChoice::Mode::Named:
        return "tool";
    }
    return "auto";
}

void writeToolChoice(JsonWriter &json, const Request &request)
{
    const bool isSerial = !request.parallelToolCalls.value_or(true);
    if (!request.toolChoice && !isSerial)
        return;
    const ToolChoice choice = request.toolChoice.value_or(ToolChoice());
    json.key("tool_choice").beginObject();
    json.key("type").string(choiceType(choice.mode));
    if (choice.mode == ToolChoice::Mode::Named)
        json.member("name", choice.name);
    if (isSerial && choice.mode != ToolChoice::Mode::None)
        json.member("disable_parallel_tool_use", true);
    json.endObject();
}

//! Calls in the history need a list of tools; without any of its own the request gets one that is
//! never to be called.
void writeStandInTool(JsonWriter &json)
{
    json.key("tools").beginList().beginObject().member("name", "no_tool");
    json.member("description", "Not available. Do not call it.");
    json.rawMember("input_schema", objectSchema({})).endObject().endList();
    json.key("tool_choice").beginObject().member("type", "none").endObject();
}

void writeTools(JsonWriter &json, const std::vector<const Tool *> &tools, const Request &request,
                bool hasHistory)
{
    if (tools.empty()) {
        if (hasHistory)
            writeStandInTool(json);
        return;
    }
    json.key("tools").beginList();
    for (const Tool *tool : tools)
        writeTool(json, *tool, request);
    json.endList();
    writeToolChoice(json, request);
}

//! Wishes that Anthropic has no member for, as words to the model.
std::vector<Part> wishesAsWords(const Request &request)
{
    std::vector<Part> parts;
    const auto say = [&parts](QByteArrayView words) {
        parts.push_back({.kind = PartKind::Text, .text = words.toByteArray()});
    };
    if (request.output.kind == OutputFormat::Kind::JsonObject)
        say("Answer with one valid JSON object and nothing else: no other words, no code fence.");
    if (request.verbosity == "low")
        say("Keep your answers short.");
    else if (request.verbosity == "high")
        say("Answer in full detail.");
    return parts;
}

void writeSystem(JsonWriter &json, const Request &request)
{
    const std::vector<Part> wishes = wishesAsWords(request);
    std::vector<const Part *> system = systemOf(request);
    for (const Part &wish : wishes)
        system.push_back(&wish);
    if (system.empty())
        return;
    json.key("system");
    writeBlocks(json, system);
}

void writeThinking(JsonWriter &json, const Thinking &thinking, const Request &request)
{
    if (thinking.mode == Thinking::Mode::Absent)
        return;
    json.key("thinking").beginObject();
    if (thinking.mode == Thinking::Mode::Disabled)
        json.member("type", "disabled");
    else if (thinking.mode == Thinking::Mode::Adaptive)
        json.member("type", "adaptive");
    else
        json.member("type", "enabled").member("budget_tokens", thinking.budget);
    if (thinking.isOn() && request.reasoning.includeThoughts)
        json.member("display", *request.reasoning.includeThoughts ? "summarized" : "omitted");
    json.endObject();
}

constexpr QByteArrayView outputConfig = "output_config.";

void writeOutputConfig(JsonWriter &json, const Thinking &thinking, const Request &request)
{
    const bool hasSchema = request.output.kind == OutputFormat::Kind::JsonSchema;
    const auto isPartOfIt = [&request](const RawMember &extra) {
        return isFromAnthropic(request) && extra.name.startsWith(outputConfig);
    };
    if (!hasSchema && thinking.effort.isEmpty() && std::ranges::none_of(request.extras, isPartOfIt))
        return;
    json.key("output_config").beginObject().ifGiven("effort", thinking.effort);
    if (hasSchema) {
        json.key("format").beginObject().member("type", "json_schema");
        json.rawMember("schema",
                       isFromAnthropic(request) ? request.output.schema
                                                : closedSchema(request.output.schema));
        json.endObject();
    }
    for (const RawMember &extra : request.extras)
        if (isPartOfIt(extra))
            json.rawMember(extra.name.sliced(outputConfig.size()), extra.value);
    json.endObject();
}

void writeOwnExtras(JsonWriter &json, const Request &request)
{
    for (const RawMember &extra : request.extras)
        if (!extra.name.startsWith(outputConfig))
            json.rawMember(extra.name, extra.value);
}

//! Bookkeeping members: said where Anthropic has them, else named as dropped.
void writeBookkeeping(JsonWriter &json, const Request &request, WrittenRequest &written)
{
    const auto drop = [&](Field field, bool isGiven) {
        if (isGiven)
            written.dropped.push_back(fieldName(request.source, field).toByteArray());
    };
    if (isFromAnthropic(request)) {
        if (!request.metadata.isEmpty())
            json.rawMember("metadata", request.metadata);
        else if (!request.user.isEmpty())
            json.key("metadata").beginObject().member("user_id", request.user).endObject();
        json.ifGiven("service_tier", request.serviceTier);
        writeOwnExtras(json, request);
        return;
    }
    if (!request.user.isEmpty())
        json.key("metadata").beginObject().member("user_id", request.user).endObject();
    drop(Field::Metadata, !request.metadata.isEmpty());
    drop(Field::ServiceTier, !request.serviceTier.isEmpty());
    drop(Field::PromptCacheKey, !request.promptCacheKey.isEmpty());
}

void writeSampling(JsonWriter &json, const Request &request, const ModelPolicy &policy)
{
    if (policy.refusesSampling)
        return;
    if (isUnusual(request.temperature, 1))
        json.rawMember("temperature", request.temperature);
    if (isUnusual(request.topP, 1))
        json.rawMember("top_p", request.topP);
    if (isUnusual(request.topK, 0))
        json.rawMember("top_k", request.topK);
}

void writeStop(JsonWriter &json, const Request &request)
{
    if (request.stop.empty())
        return;
    json.key("stop_sequences").beginList();
    for (const QByteArray &stop : request.stop)
        json.string(stop);
    json.endList();
}

Result<void> settleOthersExtras(const Request &request, WrittenRequest &written)
{
    if (isFromAnthropic(request))
        return {};
    if (auto settled = settleExtras(request.extras, request.source, upstream, written); !settled)
        return settled;
    for (const Message &message : request.messages) {
        if (auto settled = settleExtras(message.extras, request.source, upstream, written);
            !settled)
            return settled;
        for (const Part &part : message.parts)
            if (auto settled = settleExtras(part.extras, request.source, upstream, written);
                !settled)
                return settled;
    }
    return {};
}

//! Extras of other formats' parts were settled; they are not Anthropic's to read.
Request withoutPartExtras(const Request &request)
{
    Request plain = request;
    for (Message &message : plain.messages)
        for (Part &part : message.parts)
            part.extras.clear();
    return plain;
}

bool hasPartExtras(const Request &request)
{
    return std::ranges::any_of(request.messages, [](const Message &message) {
        return std::ranges::any_of(message.parts,
                                   [](const Part &part) { return !part.extras.empty(); });
    });
}

//! What both endpoints take: everything that counts as input.
void writeInput(JsonWriter &json, const Request &request, const std::vector<const Tool *> &tools,
                const Thinking &thinking)
{
    const std::vector<Turn> turns = turnsOf(request);
    writeSystem(json, request);
    json.key("messages");
    writeTurns(json, turns);
    writeTools(json, tools, request, hasToolParts(turns));
    writeThinking(json, thinking, request);
    writeOutputConfig(json, thinking, request);
}

} // namespace

QByteArrayView anthropicVersionFor(const Request &request, const ModelPolicy &policy)
{
    const bool needsOlder = (hasSampling(request) && !policy.refusesSampling)
        || (isFromAnthropic(request) && hasOldShapes(request));
    return needsOlder ? "2023-06-01" : "2026-10-21";
}

namespace Messages {

Result<WrittenRequest> writeMessagesRequest(const Request &request, const WriteOptions &options)
{
    if (!isFromAnthropic(request) && hasPartExtras(request)) {
        WrittenRequest settled;
        if (const auto state = settleOthersExtras(request, settled); !state)
            return state.error();
        Result<WrittenRequest> written = writeMessagesRequest(withoutPartExtras(request), options);
        if (written)
            written->dropped = settled.dropped;
        return written;
    }
    const ModelPolicy policy = modelPolicy(options.model);
    WrittenRequest written;
    const Result<Thinking> thinking = thinkingFor(request, policy);
    Result<void> state = thinking ? checkMembers(request) : Result<void>(thinking.error());
    if (state)
        state = settleSampling(request, policy, *thinking, written);
    if (state)
        state = checkToolNames(request);
    if (state)
        state = checkParts(request);
    if (state)
        state = settleOthersExtras(request, written);
    if (!state)
        return state.error();
    const auto tools = toolsOf(request, written);
    if (!tools)
        return tools.error();
    if (thinking->wasDropped)
        written.dropped.push_back(fieldName(request.source, Field::Reasoning).toByteArray());
    JsonWriter json(written.body);
    json.beginObject().key("model").string(options.model);
    json.member("max_tokens", thinking->maxTokens);
    writeInput(json, request, *tools, *thinking);
    writeSampling(json, request, policy);
    writeStop(json, request);
    writeBookkeeping(json, request, written);
    if (request.stream)
        json.member("stream", true);
    json.endObject();
    written.version = anthropicVersionFor(request, policy);
    return written;
}

Result<WrittenRequest> writeCountRequest(const Request &request, const WriteOptions &options)
{
    WrittenRequest written;
    if (const auto sound = checkParts(request); !sound)
        return sound.error();
    const auto tools = toolsOf(request, written);
    const Result<Thinking> thinking = thinkingFor(request, modelPolicy(options.model));
    if (!tools || !thinking)
        return tools ? thinking.error() : tools.error();
    const bool isForeign = !isFromAnthropic(request) && hasPartExtras(request);
    const Request plain = isForeign ? withoutPartExtras(request) : Request();
    JsonWriter json(written.body);
    json.beginObject().key("model").string(options.model);
    writeInput(json, isForeign ? plain : request, *tools, *thinking);
    json.endObject();
    written.version = anthropicVersionFor(request, modelPolicy(options.model));
    return written;
}

} // namespace Messages

} // namespace Gatehouse::Dialects
