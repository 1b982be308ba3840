// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/responseswords.h"

#include <algorithm>

namespace Gatehouse::Dialects::Responses {

namespace {

void orNull(JsonWriter &json, QByteArrayView name, const QByteArray &text)
{
    json.key(name);
    text.isEmpty() ? json.null() : json.string(text);
}

void rawOr(JsonWriter &json, QByteArrayView name, const RawJson &value, QByteArrayView standard)
{
    json.rawMember(name, value.isEmpty() ? standard : QByteArrayView(value));
}

RawJson extraOf(const Request &request, QByteArrayView name)
{
    const auto extra = std::ranges::find(request.extras, name, &RawMember::name);
    return extra == request.extras.end() ? RawJson() : extra->value;
}

QByteArray instructionsOf(const Request &request)
{
    const bool has = !request.messages.empty() && request.messages.front().role == Role::System
        && !request.messages.front().parts.empty();
    return has ? request.messages.front().parts.front().text : QByteArray();
}

void writeText(JsonWriter &json, const Request &request)
{
    const OutputFormat &output = request.output;
    json.key("text").beginObject().key("format").beginObject();
    if (output.kind == OutputFormat::Kind::JsonSchema) {
        json.member("type", "json_schema").member("name", output.name);
        orNull(json, "description", output.description);
        json.rawMember("schema", output.schema);
        json.member("strict", output.strict.value_or(false));
    } else {
        json.member("type", output.kind == OutputFormat::Kind::JsonObject ? "json_object" : "text");
    }
    json.endObject();
    json.member("verbosity",
                request.verbosity.isEmpty() ? QByteArray("medium") : request.verbosity);
    json.endObject();
}

void writeReasoning(JsonWriter &json, const ReasoningWish &wish)
{
    json.key("reasoning").beginObject();
    orNull(json, "effort", wish.enabled.value_or(true) ? wish.effort : QByteArray("none"));
    orNull(json, "summary", wish.summary);
    json.endObject();
}

void writeToolItem(JsonWriter &json, const Item &item, const Request *request)
{
    const Tool *tool = toolOf(request, item.name);
    const bool isFreeText = tool && tool->isFreeText;
    json.member("type", isFreeText ? "custom_tool_call" : "function_call");
    json.member("status", item.isWhole ? "completed" : "incomplete");
    if (isFreeText)
        json.member("input", freeText(item.text));
    else
        json.member("arguments", item.text);
    json.member("call_id", item.callId);
    writeName(json, item.name, tool);
}

void writeReasoningItem(JsonWriter &json, const Item &item)
{
    json.member("type", "reasoning").key("summary").beginList();
    if (!item.text.isEmpty())
        json.beginObject().member("type", "summary_text").member("text", item.text).endObject();
    json.endList().ifGiven("encrypted_content", sealText(item.seal));
}

} // namespace

void writeContentPart(JsonWriter &json, const Item &item)
{
    json.beginObject();
    if (item.kind == PartKind::Refusal) {
        json.member("type", "refusal").member("refusal", item.text).endObject();
        return;
    }
    json.member("type", "output_text").key("annotations").beginList();
    for (const Citation &citation : item.citations)
        writeAnnotation(json, citation);
    json.endList();
    rawOr(json, "logprobs", item.logprobs, "[]");
    json.member("text", item.text).endObject();
}

void writeItem(JsonWriter &json, const Item &item, const Request *request)
{
    json.beginObject().member("id", item.id);
    if (item.kind == PartKind::ToolCall) {
        writeToolItem(json, item, request);
    } else if (item.kind == PartKind::Reasoning) {
        writeReasoningItem(json, item);
    } else {
        json.member("type", "message");
        json.member("status", item.isWhole ? "completed" : "incomplete");
        json.key("content").beginList();
        writeContentPart(json, item);
        json.endList().member("role", "assistant");
    }
    json.endObject();
}

Outcome outcomeOf(FinishReason finish)
{
    switch (finish) {
    case FinishReason::Length:
        return {.status = "incomplete", .incompleteReason = "max_output_tokens"};
    case FinishReason::ContentFilter:
        return {.status = "incomplete", .incompleteReason = "content_filter"};
    case FinishReason::Error:
        return {.status = "failed", .hasFailed = true};
    case FinishReason::None:
    case FinishReason::Stop:
    case FinishReason::ToolCalls:
    case FinishReason::Pause:
        break;
    }
    return {.status = "completed"};
}

void writeEcho(JsonWriter &json, const ReplyContext &context)
{
    static const Request nothing;
    const Request &request = context.request ? *context.request : nothing;
    orNull(json, "instructions", instructionsOf(request));
    json.key("max_output_tokens");
    request.maxTokens ? json.number(*request.maxTokens) : json.null();
    rawOr(json, "max_tool_calls", extraOf(request, "max_tool_calls"), "null");
    json.member("parallel_tool_calls", request.parallelToolCalls.value_or(true));
    orNull(json, "previous_response_id", context.previousResponse);
    orNull(json, "prompt_cache_key", request.promptCacheKey);
    writeReasoning(json, request.reasoning);
    rawOr(json, "safety_identifier", extraOf(request, "safety_identifier"), "null");
    json.member("service_tier",
                request.serviceTier.isEmpty() ? QByteArray("default") : request.serviceTier);
    json.member("store", context.isStored);
    rawOr(json, "temperature", request.temperature, "1.0");
    writeText(json, request);
    json.key("tool_choice");
    writeToolChoice(json, request.toolChoice.value_or(ToolChoice()), request);
    json.key("tools");
    writeTools(json, request);
    json.member("top_logprobs", request.topLogprobs.value_or(0));
    rawOr(json, "top_p", request.topP, "1.0");
    rawOr(json, "truncation", extraOf(request, "truncation"), "\"disabled\"");
    orNull(json, "user", request.user);
    rawOr(json, "metadata", request.metadata, "{}");
}

void writeResponse(JsonWriter &json, const ResponseState &state, const Outcome &outcome,
                   QByteArrayView output, const Usage *usage, const ReplyContext &context)
{
    json.beginObject().member("id", state.id).member("object", "response");
    json.member("created_at", state.created).key("status").string(outcome.status);
    json.member("background", false).key("error");
    if (outcome.hasFailed)
        json.beginObject()
            .member("code", "server_error")
            .member("message", "The model's answer could not be used. Try again.")
            .endObject();
    else
        json.null();
    json.key("incomplete_details");
    if (outcome.incompleteReason.isEmpty())
        json.null();
    else
        json.beginObject().key("reason").string(outcome.incompleteReason).endObject();
    json.member("model", state.model).key("output").beginList();
    if (!output.isEmpty())
        json.raw(output);
    json.endList().key("usage");
    if (usage)
        writeUsage(json, *usage);
    else
        json.null();
    writeEcho(json, context);
    json.endObject();
}

} // namespace Gatehouse::Dialects::Responses
