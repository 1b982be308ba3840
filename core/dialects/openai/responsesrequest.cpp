// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/responseswords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Responses {

namespace {

//! Members with a place in the canonical form, or settled while reading.
constexpr std::array<QByteArrayView, 21> known{
    "model",       "input",      "instructions",         "max_output_tokens",
    "temperature", "top_p",      "top_logprobs",         "tools",
    "tool_choice", "reasoning",  "parallel_tool_calls",  "text",
    "metadata",    "user",       "service_tier",         "prompt_cache_key",
    "stream",      "background", "previous_response_id", "conversation",
    "prompt",
};

//! What was stored elsewhere is not known here; the caller of the codec has put it in before.
Result<void> refuseState(JsonView body)
{
    for (const QByteArrayView name : {"previous_response_id", "conversation", "prompt"}) {
        if (body[name].exists())
            return wrong(name.toByteArray(),
                         u"refers to something stored that this model's provider does not have. "
                         u"Send the whole input."_s);
    }
    if (body["background"].isTrue())
        return wrong("background",
                     u"is not possible with this model's provider: it answers while the "
                     "caller waits. Leave it out."_s);
    return {};
}

Result<void> readNumbers(JsonView body, Request &request)
{
    for (const QByteArrayView name : {"temperature", "top_p"}) {
        if (body[name].exists() && !body[name].isNumber())
            return wrong(name.toByteArray(), u"must be a number."_s);
    }
    request.temperature = body["temperature"].rawCopy();
    request.topP = body["top_p"].rawCopy();
    for (const QByteArrayView name : {"max_output_tokens", "top_logprobs"}) {
        if (body[name].exists() && body[name].integer().value_or(-1) < 0)
            return wrong(name.toByteArray(), u"must be a whole number."_s);
    }
    request.maxTokens = body["max_output_tokens"].integer();
    request.topLogprobs = body["top_logprobs"].integer();
    if (request.topLogprobs.value_or(0) > 0)
        request.logprobs = true;
    return {};
}

Result<void> readFormat(JsonView text, Request &request)
{
    request.verbosity = text["verbosity"].string();
    const JsonView format = text["format"];
    if (!format.exists() || format["type"].equals("text"))
        return {};
    if (format["type"].equals("json_object")) {
        request.output.kind = OutputFormat::Kind::JsonObject;
        return {};
    }
    if (!format["type"].equals("json_schema"))
        return wrong("text.format.type", u"must be 'text', 'json_object' or 'json_schema'."_s);
    if (!format["schema"].isObject())
        return wrong("text.format.schema", u"must be a JSON Schema."_s);
    request.output = {.kind = OutputFormat::Kind::JsonSchema,
                      .name = format["name"].string(),
                      .description = format["description"].string(),
                      .schema = format["schema"].rawCopy(),
                      .strict = format["strict"].boolean()};
    return {};
}

void readReasoningWish(JsonView reasoning, Request &request)
{
    ReasoningWish &wish = request.reasoning;
    wish.effort = reasoning["effort"].string();
    if (wish.effort == "none") {
        wish.effort.clear();
        wish.enabled = false;
    }
    wish.summary = reasoning["summary"].string();
    if (wish.summary.isEmpty())
        wish.summary = reasoning["generate_summary"].string();
    if (!wish.summary.isEmpty())
        wish.includeThoughts = true;
}

void keepExtras(JsonView body, Request &request)
{
    body.forEachMember([&request](const QByteArray &name, JsonView value) {
        const bool isKnown = std::ranges::find(known, QByteArrayView(name)) != known.end();
        if (!isKnown && value.exists())
            request.extras.push_back({name, value.rawCopy()});
    });
    for (const JsonView wish : body["include"])
        if (wish.equals("message.output_text.logprobs"))
            request.logprobs = true;
}

void readInstructions(JsonView instructions, Request &request)
{
    if (instructions.isString() && !instructions.isEmpty())
        request.messages.push_back(
            {.role = Role::System,
             .parts = {{.kind = PartKind::Text, .text = instructions.string()}},
             .name = {},
             .extras = {}});
}

} // namespace

Result<Request> readRequest(JsonView body)
{
    Request request;
    request.source = Format::OpenAiResponses;
    request.model = body["model"].string();
    if (request.model.isEmpty())
        return wrong("model", u"must be the name of a model."_s);
    if (const JsonView text = body["instructions"]; text.exists() && !text.isString())
        return wrong("instructions", u"must be a string."_s);
    readInstructions(body["instructions"], request);
    Result<void> state = refuseState(body);
    if (state)
        state = readInput(body["input"], request);
    if (state)
        state = readTools(body, request);
    if (state)
        state = readToolChoice(body, request);
    if (state)
        state = readNumbers(body, request);
    if (state)
        state = readFormat(body["text"], request);
    if (!state)
        return state.error();
    readReasoningWish(body["reasoning"], request);
    request.parallelToolCalls = body["parallel_tool_calls"].boolean();
    request.metadata = body["metadata"].rawCopy();
    request.user = body["user"].string();
    request.serviceTier = body["service_tier"].string();
    request.promptCacheKey = body["prompt_cache_key"].string();
    request.stream = body["stream"].isTrue();
    keepExtras(body, request);
    return request;
}

} // namespace Gatehouse::Dialects::Responses
