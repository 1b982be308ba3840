// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/fields.h"
#include "core/dialects/openai/responsesitems.h"
#include "core/dialects/openai/responseswords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Responses {

namespace {

constexpr QByteArrayView upstream = "the Responses API";

bool isOwn(const Request &request)
{
    return request.source == Format::OpenAiResponses;
}

bool isUnusual(const RawJson &raw, double standard)
{
    return !raw.isEmpty() && JsonView::trusted(raw).real().value_or(standard + 1) != standard;
}

struct Unsayable {
    Field field;
    bool isGiven;
    QByteArrayView why;
};

Result<void> checkMembers(const Request &request, const ModelPolicy &policy)
{
    const bool hasBias =
        !request.logitBias.isEmpty() && !JsonView::trusted(request.logitBias).isEmpty();
    const bool hasModalities =
        !request.modalities.isEmpty() && JsonView::trusted(request.modalities).size() > 1;
    const bool isFixed = policy.refusesSampling;
    const std::array members{
        Unsayable{Field::N, request.n.value_or(1) != 1, "it gives one answer to a request."},
        Unsayable{Field::Stop, !request.stop.empty(), "it knows no stop sequences."},
        Unsayable{Field::Seed, !request.seed.isEmpty(), {}},
        Unsayable{Field::LogitBias, hasBias, {}},
        Unsayable{Field::TopK, isUnusual(request.topK, 0), {}},
        Unsayable{Field::MinP, isUnusual(request.minP, 0), {}},
        Unsayable{Field::PresencePenalty, isUnusual(request.presencePenalty, 0), {}},
        Unsayable{Field::FrequencyPenalty, isUnusual(request.frequencyPenalty, 0), {}},
        Unsayable{Field::RepetitionPenalty, isUnusual(request.repetitionPenalty, 1), {}},
        Unsayable{Field::Modalities, hasModalities, "it answers in text only."},
        Unsayable{Field::Temperature, isFixed && isUnusual(request.temperature, 1),
                  "the model takes no sampling parameters. Leave it out."},
        Unsayable{Field::TopP, isFixed && isUnusual(request.topP, 1),
                  "the model takes no sampling parameters. Leave it out."},
        Unsayable{Field::Reasoning,
                  policy.refusesReasoning && request.reasoning.isSet()
                      && !request.reasoning.adaptive && request.reasoning.enabled.value_or(true),
                  "the model does not reason."},
    };
    for (const Unsayable &member : members)
        if (member.isGiven)
            return cannotSay(request.source, member.field, upstream, member.why);
    for (const Tool &tool : request.tools)
        if (!tool.builtIn.isEmpty() && !isOwn(request) && !tool.mayBeDropped)
            return cannotSay(request.source, Field::BuiltInTools, upstream,
                             QByteArray("it does not know the tool '" + tool.builtIn + "'."));
    return {};
}

Result<void> settleAllExtras(const Request &request, WrittenRequest &written)
{
    if (isOwn(request))
        return {};
    Result<void> state = settleExtras(request.extras, request.source, upstream, written);
    for (const Message &message : request.messages) {
        if (state)
            state = settleExtras(message.extras, request.source, upstream, written);
        for (const Part &part : message.parts)
            if (state)
                state = settleExtras(part.extras, request.source, upstream, written);
    }
    return state;
}

//! Other callers' instructions of the beginning, and the items behind them.
std::size_t writeInstructions(JsonWriter &json, const Request &request)
{
    if (request.messages.empty() || request.messages.front().role != Role::System)
        return 0;
    QByteArray words;
    for (const Part &part : request.messages.front().parts)
        words += (words.isEmpty() ? QByteArray() : "\n\n"_ba) + part.text;
    json.ifGiven("instructions", words);
    return 1;
}

QByteArray effortOf(const ReasoningWish &wish)
{
    if (!wish.enabled.value_or(true))
        return "none"_ba;
    if (!wish.effort.isEmpty() || !wish.budgetTokens)
        return wish.effort;
    return *wish.budgetTokens <= 2048 ? "low"_ba
        : *wish.budgetTokens <= 8192  ? "medium"_ba
                                      : "high"_ba;
}

void writeReasoning(JsonWriter &json, const Request &request, const ModelPolicy &policy)
{
    const ReasoningWish &wish = request.reasoning;
    QByteArray summary = wish.summary;
    if (summary.isEmpty() && wish.includeThoughts.value_or(false))
        summary = "auto";
    const QByteArray effort = effortOf(wish);
    if (policy.refusesReasoning || (effort.isEmpty() && summary.isEmpty()))
        return;
    json.key("reasoning").beginObject();
    json.ifGiven("effort", effort).ifGiven("summary", summary).endObject();
}

void writeText(JsonWriter &json, const Request &request)
{
    const OutputFormat &output = request.output;
    if (output.kind == OutputFormat::Kind::Text && request.verbosity.isEmpty())
        return;
    json.key("text").beginObject();
    if (output.kind == OutputFormat::Kind::JsonObject) {
        json.key("format").beginObject().member("type", "json_object").endObject();
    } else if (output.kind == OutputFormat::Kind::JsonSchema) {
        json.key("format").beginObject().member("type", "json_schema");
        json.member("name", output.name.isEmpty() ? "answer"_ba : output.name);
        json.ifGiven("description", output.description).rawMember("schema", output.schema);
        json.ifGiven("strict", output.strict).endObject();
    }
    json.ifGiven("verbosity", request.verbosity).endObject();
}

bool hasEncrypted(const Request &request)
{
    return std::ranges::any_of(request.messages, [](const Message &message) {
        return std::ranges::any_of(message.parts, [](const Part &part) {
            return part.signedBy == Family::OpenAi && !part.encrypted.isEmpty();
        });
    });
}

//! Nothing shall be kept at the provider for callers whose format keeps nothing; thoughts come back
//! encrypted in its place.
void writeStateless(JsonWriter &json, const Request &request, const ModelPolicy &policy)
{
    json.member("store", false);
    if (!policy.refusesReasoning && (request.reasoning.isSet() || hasEncrypted(request)))
        json.key("include").beginList().string("reasoning.encrypted_content").endList();
}

void writeToolMembers(JsonWriter &json, const Request &request, WrittenRequest &written)
{
    Request kept;
    kept.source = request.source;
    for (const Tool &tool : request.tools) {
        if (tool.builtIn.isEmpty() || isOwn(request))
            kept.tools.push_back(tool);
        else
            written.dropped.push_back("tools." + tool.builtIn);
    }
    if (kept.tools.empty())
        return;
    json.key("tools");
    writeTools(json, kept);
    if (request.toolChoice) {
        json.key("tool_choice");
        writeToolChoice(json, *request.toolChoice, request);
    }
    json.ifGiven("parallel_tool_calls", request.parallelToolCalls);
}

void writeNumbers(JsonWriter &json, const Request &request, const ModelPolicy &policy)
{
    json.ifGiven("max_output_tokens", request.maxTokens);
    if (!policy.refusesSampling)
        json.rawIfGiven("temperature", request.temperature).rawIfGiven("top_p", request.topP);
    if (request.logprobs.value_or(false) && request.topLogprobs)
        json.member("top_logprobs", *request.topLogprobs);
}

} // namespace

Result<WrittenRequest> writeRequest(const Request &request, const WriteOptions &options)
{
    const ModelPolicy policy = modelPolicy(options.model);
    WrittenRequest written;
    Result<void> state = checkMembers(request, policy);
    if (state)
        state = checkParts(request, options.quirks);
    if (state)
        state = settleAllExtras(request, written);
    if (!state)
        return state.error();
    JsonWriter json(written.body);
    json.beginObject().key("model").string(options.model);
    const std::size_t first = writeInstructions(json, request);
    json.key("input");
    writeItems(json, request, first);
    writeToolMembers(json, request, written);
    writeNumbers(json, request, policy);
    writeReasoning(json, request, policy);
    writeText(json, request);
    json.rawIfGiven("metadata",
                    familyOf(request.source) == Family::OpenAi ? request.metadata : RawJson());
    json.ifGiven("user", request.user).ifGiven("prompt_cache_key", request.promptCacheKey);
    json.ifGiven("service_tier",
                 familyOf(request.source) == Family::OpenAi ? request.serviceTier : QByteArray());
    if (isOwn(request))
        for (const RawMember &extra : request.extras)
            json.rawMember(extra.name, extra.value);
    else
        writeStateless(json, request, policy);
    if (request.stream)
        json.member("stream", true);
    json.endObject();
    return written;
}

} // namespace Gatehouse::Dialects::Responses
