// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/eventcutter.h"
#include "tests/core/dialects/anthropic/messagesorder.h"
#include "tests/core/dialects/matrix/facts.h"
#include "tests/core/dialects/matrix/upstreamanswers.h"
#include "tests/core/dialects/openai/responsesorder.h"

//! What a client understands of an answer, read by the vendors' pages and not by our codecs.
namespace Gatehouse::Dialects::Matrix {

struct Understood {
    QString text = {};
    QString thought = {};
    QStringList calls = {}; //!< "name arguments" as compact JSON
    QString finish = {};    //!< "stop", "length", "call"
    qint64 prompt = 0;
    qint64 completion = 0;
    QByteArray problem = {}; //!< of the bytes: not JSON, a wrong order

    QString line() const
    {
        return u"text '%1' thought '%2' calls %3 finish %4 usage %5+%6"_s.arg(
            text, thought, calls.join(u'|'), finish, QString::number(prompt),
            QString::number(completion));
    }
    //! Joins the pieces of the call at \a index.
    void callPiece(qsizetype index, const QString &name, const QString &arguments)
    {
        while (calls.size() <= index)
            calls.append(QString());
        if (!name.isEmpty())
            calls[index] = name + u' ';
        calls[index] += arguments;
    }
    void end(const QString &word)
    {
        static const QHash<QString, QString> words{
            {u"stop"_s, u"stop"_s},         {u"end_turn"_s, u"stop"_s},
            {u"STOP"_s, u"stop"_s},         {u"completed"_s, u"stop"_s},
            {u"length"_s, u"length"_s},     {u"max_tokens"_s, u"length"_s},
            {u"MAX_TOKENS"_s, u"length"_s}, {u"incomplete"_s, u"length"_s},
            {u"tool_calls"_s, u"call"_s},   {u"tool_use"_s, u"call"_s},
        };
        if (!word.isEmpty())
            finish = words.value(word, word);
    }
    void usage(const QJsonValue &value, const QString &in, const QString &out)
    {
        prompt = std::max(prompt, value[in].toInteger());
        completion = std::max(completion, value[out].toInteger());
    }
};

//! Formats without a word for it end with "stop" and calls.
inline void endWithCalls(Understood &seen)
{
    if (!seen.calls.isEmpty() && seen.finish == "stop"_L1)
        seen.finish = u"call"_s;
}

inline void readOpenAiChat(Understood &seen, const QJsonObject &object, const QString &member)
{
    const QJsonValue choice = object["choices"_L1][0];
    const QJsonValue said = choice[member];
    seen.text += said["content"_L1].toString() + choice["text"_L1].toString();
    seen.thought += said["reasoning_content"_L1].toString();
    qsizetype at = 0;
    for (const QJsonValue &call : said["tool_calls"_L1].toArray()) {
        const QJsonValue function = call["function"_L1];
        seen.callPiece(call["index"_L1].toInt(int(at++)), function["name"_L1].toString(),
                       function["arguments"_L1].toString());
    }
    seen.end(choice["finish_reason"_L1].toString());
    seen.usage(object["usage"_L1], u"prompt_tokens"_s, u"completion_tokens"_s);
}

inline void readResponse(Understood &seen, const QJsonObject &response)
{
    for (const QJsonValue &item : response["output"_L1].toArray()) {
        const QString type = item["type"_L1].toString();
        if (type == "message"_L1)
            seen.text += textOf(item["content"_L1]);
        else if (type == "reasoning"_L1)
            seen.thought += textOf(item["summary"_L1]) + textOf(item["content"_L1]);
        else if (type == "function_call"_L1)
            seen.callPiece(seen.calls.size(), item["name"_L1].toString(),
                           item["arguments"_L1].toString());
    }
    seen.end(response["status"_L1].toString());
    endWithCalls(seen);
    seen.usage(response["usage"_L1], u"input_tokens"_s, u"output_tokens"_s);
}

inline void readMessage(Understood &seen, const QJsonObject &message)
{
    for (const QJsonValue &block : message["content"_L1].toArray()) {
        seen.text += block["text"_L1].toString();
        seen.thought += block["thinking"_L1].toString();
        if (block["type"_L1].toString() == "tool_use"_L1)
            seen.callPiece(seen.calls.size(), block["name"_L1].toString(),
                           QString::fromUtf8(compact(block["input"_L1])));
    }
    seen.end(message["stop_reason"_L1].toString());
    seen.usage(message["usage"_L1], u"input_tokens"_s, u"output_tokens"_s);
}

inline void readMessageEvent(Understood &seen, const QJsonObject &event)
{
    const QJsonValue delta = event["delta"_L1];
    const QJsonValue block = event["content_block"_L1];
    seen.text += delta["text"_L1].toString();
    seen.thought += delta["thinking"_L1].toString();
    if (block["type"_L1].toString() == "tool_use"_L1)
        seen.callPiece(seen.calls.size(), block["name"_L1].toString(), {});
    if (delta["type"_L1].toString() == "input_json_delta"_L1)
        seen.callPiece(seen.calls.size() - 1, {}, delta["partial_json"_L1].toString());
    seen.end(delta["stop_reason"_L1].toString());
    seen.usage(event["usage"_L1], u"input_tokens"_s, u"output_tokens"_s);
    seen.usage(event["message"_L1]["usage"_L1], u"input_tokens"_s, u"output_tokens"_s);
}

inline void readGemini(Understood &seen, const QJsonObject &object)
{
    const QJsonValue candidate = object["candidates"_L1][0];
    for (const QJsonValue &part : candidate["content"_L1]["parts"_L1].toArray()) {
        (part["thought"_L1].toBool() ? seen.thought : seen.text) += part["text"_L1].toString();
        const QJsonValue call = part["functionCall"_L1];
        if (call.isObject())
            seen.callPiece(seen.calls.size(), call["name"_L1].toString(),
                           QString::fromUtf8(compact(call["args"_L1])));
    }
    seen.end(candidate["finishReason"_L1].toString());
    endWithCalls(seen);
    const QJsonValue usage = object["usageMetadata"_L1];
    seen.usage(usage, u"promptTokenCount"_s, u"candidatesTokenCount"_s);
}

inline void readOllama(Understood &seen, const QJsonObject &object)
{
    const QJsonValue message = object["message"_L1];
    seen.text += message["content"_L1].toString() + object["response"_L1].toString();
    seen.thought += message["thinking"_L1].toString() + object["thinking"_L1].toString();
    for (const QJsonValue &call : message["tool_calls"_L1].toArray())
        seen.callPiece(seen.calls.size(), call["function"_L1]["name"_L1].toString(),
                       QString::fromUtf8(compact(call["function"_L1]["arguments"_L1])));
    seen.end(object["done_reason"_L1].toString());
    endWithCalls(seen);
    seen.usage(object, u"prompt_eval_count"_s, u"eval_count"_s);
}

inline void readObject(Understood &seen, Format front, const QJsonObject &object, bool stream)
{
    switch (front) {
    case Format::OpenAiChat:
    case Format::OpenAiCompletions:
        return readOpenAiChat(seen, object, stream ? u"delta"_s : u"message"_s);
    case Format::OpenAiResponses:
        return readResponse(seen, stream ? object["response"_L1].toObject() : object);
    case Format::AnthropicMessages:
        return stream ? readMessageEvent(seen, object) : readMessage(seen, object);
    case Format::GeminiGenerate:
        return readGemini(seen, object);
    case Format::OllamaChat:
    case Format::OllamaGenerate:
        return readOllama(seen, object);
    default:
        seen.problem = "no such front";
    }
}

//! What is wrong with the order of a stream's events; empty when nothing is.
inline QByteArray orderProblem(Format front, const QByteArray &bytes)
{
    switch (front) {
    case Format::OpenAiChat:
    case Format::OpenAiCompletions:
        return bytes.endsWith("data: [DONE]\n\n") && bytes.count("[DONE]") == 1 ? "" : "[DONE]";
    case Format::OpenAiResponses:
        return Probe::ResponsesOrder::problem(bytes);
    case Format::AnthropicMessages:
        return Probe::messagesOrderProblem(bytes);
    case Format::GeminiGenerate:
        return bytes.count("\"finishReason\"") == 1 ? "" : "one finishReason";
    case Format::OllamaChat:
    case Format::OllamaGenerate:
        return bytes.count("\"done\":true") == 1 && bytes.endsWith("}\n") ? "" : "done";
    default:
        return "no such front";
    }
}

inline Understood understood(Format front, const QByteArray &bytes, bool stream)
{
    Understood seen;
    const auto take = [&](const QByteArray &data) {
        if (data.isEmpty() || data == "[DONE]")
            return;
        const QJsonDocument document = QJsonDocument::fromJson(data);
        if (!document.isObject())
            seen.problem = "not JSON: " + data;
        const bool isEnd = front != Format::OpenAiResponses || !stream
            || document["type"_L1].toString() == "response.completed"_L1
            || document["type"_L1].toString() == "response.incomplete"_L1;
        if (isEnd)
            readObject(seen, front, document.object(), stream);
    };
    if (!stream) {
        take(bytes);
        return seen;
    }
    const bool isLines = front == Format::OllamaChat || front == Format::OllamaGenerate;
    EventCutter cutter(isLines ? Framing::Lines : Framing::Events, 1 << 20);
    const auto each = [&](QByteArrayView, const StreamEvent &event, bool) {
        take(event.data.toByteArray());
    };
    cutter.feed(bytes, each);
    cutter.finish(each);
    const QByteArray problem = orderProblem(front, bytes);
    return problem.isEmpty() ? seen : Understood{.problem = "order of events: " + problem};
}

//! What a client of \a front must understand.
inline Understood wantedAnswer(Format front, Outcome outcome)
{
    const QString paris = u"get_weather {\"city\":\"Paris\"}"_s;
    Understood wanted{.prompt = 20, .completion = 7};
    wanted.finish = QString::fromUtf8(endOf(outcome, "stop", "length", "call"));
    if (outcome == Outcome::Calls)
        wanted.calls = QStringList{paris, u"get_weather {\"city\":\"Rome\"}"_s};
    else if (hasCall(outcome))
        wanted.calls = QStringList{paris};
    else
        wanted.text = u"It is sunny."_s;
    if (hasThought(outcome) && front != Format::OpenAiCompletions) // which has no place for it
        wanted.thought = u"Let me think."_s;
    return wanted;
}

//! Clients of these formats cannot offer tools, so no answer calls one.
inline bool mayBeAsked(Format front, Outcome outcome)
{
    return !hasCall(outcome)
        || (front != Format::OpenAiCompletions && front != Format::OllamaGenerate);
}

} // namespace Gatehouse::Dialects::Matrix
