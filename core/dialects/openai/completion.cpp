// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/completion.h"

#include "core/dialects/openai/chatwords.h"
#include "core/dialects/openai/requestfields.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::OpenAi {

namespace {

//! "suffix": "", "echo": false and "best_of": 1 are what a chat does anyway.
bool isDefault(const QByteArray &key, JsonView value)
{
    if (key == "suffix")
        return value.isEmpty();
    if (key == "echo")
        return value.isBool() && !value.isTrue();
    return key == "best_of" && value.integer() == 1;
}

void readPrompt(JsonView prompt, RequestFields &fields, Request &request)
{
    const JsonView only = prompt.isList() && prompt.size() == 1 ? prompt.at(0) : prompt;
    if (only.isString())
        request.messages.push_back({.role = Role::User, .parts = {{.text = only.string()}}});
    else if (prompt.isList() && !prompt.isEmpty())
        request.extras.push_back({"prompt", prompt.rawCopy()});
    else
        fields.fail("prompt", u"'prompt' must be a string or a list"_s);
}

void readMember(const QByteArray &key, JsonView value, RequestFields &fields, Request &request)
{
    if (key == "prompt" || readCommonMember(key, value, fields, request))
        return;
    if (key == "max_tokens")
        request.maxTokens = fields.integer(value, key);
    else if (key == "logprobs") // here the number of alternatives
        request.topLogprobs = fields.integer(value, key);
    else if (!isDefault(key, value))
        request.extras.push_back({key, value.rawCopy()});
}

QByteArray textOf(const Choice &choice)
{
    QByteArray text;
    for (const Part &part : choice.parts) {
        if (part.kind == PartKind::Text || part.kind == PartKind::Refusal)
            text += part.text;
    }
    return text;
}

//! A call cannot be told: the text just ends.
QByteArrayView wordOf(FinishReason reason)
{
    return reason == FinishReason::ToolCalls ? "stop" : finishWord(reason);
}

} // namespace

Result<Request> readCompletionRequest(JsonView body)
{
    RequestFields fields;
    Request request{.source = Format::OpenAiCompletions, .includeUsage = false};
    readPrompt(body["prompt"], fields, request);
    body.forEachMember([&](const QByteArray &key, JsonView value) {
        if (value.exists())
            readMember(key, value, fields, request);
    });
    if (request.maxTokens && *request.maxTokens < 1)
        fields.fail("max_tokens", u"'max_tokens' must be at least 1"_s);
    if (fields.hasFailed())
        return fields.error();
    return request;
}

Result<Reply> readCompletionReply(JsonView body)
{
    if (!body["choices"].isList() || body["choices"].isEmpty())
        return Error{ErrorCode::Corrupt, u"the answer has no 'choices'"_s, u"choices"_s};
    Reply reply{.id = body["id"].string(),
                .model = body["model"].string(),
                .created = body["created"].integer().value_or(0),
                .usage = usageIn(body)};
    for (const JsonView view : body["choices"])
        reply.choices.push_back({.index = view["index"].integer().value_or(0),
                                 .parts = {{.text = view["text"].string()}},
                                 .finish = finishReasonOf(view["finish_reason"].string()),
                                 .logprobs = view["logprobs"].rawCopy()});
    return reply;
}

QByteArray writeCompletionReply(const Reply &reply, const ReplyContext &context)
{
    QByteArray body;
    JsonWriter json(body);
    json.beginObject()
        .member("id", replyId("cmpl-", reply.id, context.requestId))
        .member("object", "text_completion")
        .member("created", reply.created > 0 ? reply.created : context.created)
        .member("model", reply.model.isEmpty() ? context.model : reply.model);
    json.key("choices").beginList();
    for (const Choice &choice : reply.choices) {
        json.beginObject().member("index", choice.index).member("text", textOf(choice));
        json.key("logprobs").null().key("finish_reason").string(wordOf(choice.finish));
        json.endObject();
    }
    json.endList();
    if (reply.usage.known) {
        json.key("usage");
        writeUsage(json, reply.usage);
    }
    json.endObject();
    return body;
}

CompletionStreamWriter::CompletionStreamWriter(const ReplyContext &context)
    : m_context(context)
    , m_tellsUsage(context.request && context.request->includeUsage)
{
}

void CompletionStreamWriter::write(const Chunk &chunk, QByteArray &out)
{
    if (m_head.isEmpty())
        start(chunk);
    switch (chunk.kind) {
    case ChunkKind::Text:
    case ChunkKind::Refusal:
        return event(chunk.choice, chunk.text, {}, out);
    case ChunkKind::Finish:
        return event(chunk.choice, {}, wordOf(chunk.finish), out);
    case ChunkKind::Usage:
        m_usage = chunk.usage;
        return;
    case ChunkKind::End:
        return end(out);
    case ChunkKind::Start:
    case ChunkKind::Reasoning:
    case ChunkKind::ReasoningSignature:
    case ChunkKind::ToolCallStart:
    case ChunkKind::ToolCallArguments:
    case ChunkKind::Media:
    case ChunkKind::Citation:
    case ChunkKind::Logprobs:
        return;
    }
}

void CompletionStreamWriter::start(const Chunk &chunk)
{
    m_head = "data: ";
    JsonWriter json(m_head);
    json.beginObject()
        .member("id", replyId("cmpl-", chunk.id, m_context.requestId))
        .member("object", "text_completion")
        .member("created", chunk.created > 0 ? chunk.created : m_context.created)
        .member("model", chunk.model.isEmpty() ? m_context.model : chunk.model);
    m_head += ",\"choices\":[";
}

void CompletionStreamWriter::event(int choice, QByteArrayView text, QByteArrayView finish,
                                   QByteArray &out)
{
    out += m_head;
    JsonWriter json(out);
    json.beginObject().member("index", choice).member("text", text);
    json.key("logprobs").null().key("finish_reason");
    finish.isEmpty() ? json.null() : json.string(finish);
    json.endObject();
    out += m_tellsUsage ? "],\"usage\":null}\n\n" : "]}\n\n";
}

void CompletionStreamWriter::end(QByteArray &out)
{
    if (m_tellsUsage && m_usage.known) {
        out += m_head;
        out += "],\"usage\":";
        JsonWriter json(out);
        writeUsage(json, m_usage);
        out += "}\n\n";
    }
    out += "data: [DONE]\n\n";
}

} // namespace Gatehouse::Dialects::OpenAi
