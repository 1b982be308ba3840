// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/simulatedreply.h"

#include "core/base/json.h"
#include "core/http/ssewriter.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Demo {

namespace {

constexpr qsizetype bytesPerToken = 4;
constexpr qsizetype quotedLength = 120;

constexpr std::array sentences{
    "The three offers differ mainly in delivery time and in who pays for returns."_L1,
    "I would answer the customer today and name a date for the repair."_L1,
    "The second paragraph repeats the first and can go."_L1,
    "Two of the five invoices carry an old address."_L1,
    "The function never returns early, so the loop can stop at the first match."_L1,
    "Most readers will look for the price before they read on."_L1,
    "The meeting ended with three open questions and one owner for each."_L1,
    "Compared with last month, fewer tickets were opened and more were closed."_L1,
};

QByteArray event(const QJsonObject &data, QByteArrayView name = {})
{
    QByteArray out;
    Http::appendSseEvent(out, name, compactJson(data));
    return out;
}

//! The text of a message: a string, or the text parts of a list.
QString textOf(const QJsonValue &content)
{
    if (content.isString())
        return content.toString();
    QString text;
    for (const QJsonValue &part : content.toArray())
        text += part.toObject().value("text"_L1).toString();
    return text;
}

QJsonObject openAiUsage(const SimulatedRequest &request, qint64 tokens)
{
    return {{u"prompt_tokens"_s, request.promptTokens},
            {u"completion_tokens"_s, tokens},
            {u"total_tokens"_s, request.promptTokens + tokens}};
}

QJsonObject openAiChunk(const QJsonObject &base, const QJsonObject &delta, const QJsonValue &end)
{
    QJsonObject chunk = base;
    chunk.insert(
        u"choices"_s,
        QJsonArray{QJsonObject{{u"index"_s, 0}, {u"delta"_s, delta}, {u"finish_reason"_s, end}}});
    return chunk;
}

} // namespace

SimulatedRequest SimulatedRequest::read(const QJsonObject &body, qsizetype bytes)
{
    SimulatedRequest request;
    request.model = body.value("model"_L1).toString();
    request.streamed = body.value("stream"_L1).toBool();
    request.wantsUsage =
        body.value("stream_options"_L1).toObject().value("include_usage"_L1).toBool();
    const QJsonArray messages = body.value("messages"_L1).toArray();
    if (!messages.isEmpty())
        request.lastWords =
            textOf(messages.last().toObject().value("content"_L1)).simplified().left(quotedLength);
    request.promptTokens = std::max<qint64>(1, bytes / bytesPerToken);
    const QJsonValue limit = body.contains("max_completion_tokens"_L1)
        ? body.value("max_completion_tokens"_L1)
        : body.value("max_tokens"_L1);
    request.maxTokens = limit.toInteger();
    return request;
}

QStringList simulatedWords(const SimulatedRequest &request, qint64 tokens, Dice &dice)
{
    const qint64 wanted = request.maxTokens > 0 ? std::min(request.maxTokens, tokens) : tokens;
    QString text = u"This answer is sample data: no model was asked. "_s;
    if (!request.lastWords.isEmpty())
        text += u"You wrote: “%1”. "_s.arg(request.lastWords);
    QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    while (words.size() < wanted) {
        const auto next = static_cast<size_t>(dice.below(std::ssize(sentences)));
        words += QString(sentences[next]).split(u' ');
    }
    if (words.size() > wanted)
        words.resize(std::max<qint64>(1, wanted));
    return words;
}

SimulatedReply openAiReply(const SimulatedRequest &request, const QStringList &words,
                           const QString &id, qint64 time)
{
    SimulatedReply reply;
    reply.tokens = words.size();
    QJsonObject base{{u"id"_s, id}, {u"created"_s, time}, {u"model"_s, request.model}};
    QJsonObject whole = base;
    whole.insert(u"object"_s, u"chat.completion"_s);
    whole.insert(u"choices"_s,
                 QJsonArray{QJsonObject{
                     {u"index"_s, 0},
                     {u"message"_s,
                      QJsonObject{{u"role"_s, u"assistant"_s}, {u"content"_s, words.join(u' ')}}},
                     {u"finish_reason"_s, u"stop"_s}}});
    whole.insert(u"usage"_s, openAiUsage(request, reply.tokens));
    reply.whole = compactJson(whole);

    base.insert(u"object"_s, u"chat.completion.chunk"_s);
    const QJsonValue none = QJsonValue::Null;
    reply.head.push_back(
        event(openAiChunk(base, {{u"role"_s, u"assistant"_s}, {u"content"_s, QString()}}, none)));
    for (const QString &word : words)
        reply.pieces.push_back(
            event(openAiChunk(base, {{u"content"_s, QString(word + u' ')}}, none)));
    reply.tail.push_back(event(openAiChunk(base, {}, u"stop"_s)));
    if (request.wantsUsage) {
        base.insert(u"choices"_s, QJsonArray());
        base.insert(u"usage"_s, openAiUsage(request, reply.tokens));
        reply.tail.push_back(event(base));
    }
    reply.tail.push_back("data: [DONE]\n\n");
    return reply;
}

SimulatedReply anthropicReply(const SimulatedRequest &request, const QStringList &words,
                              const QString &id)
{
    SimulatedReply reply;
    reply.tokens = words.size();
    QJsonObject message{{u"id"_s, id},
                        {u"type"_s, u"message"_s},
                        {u"role"_s, u"assistant"_s},
                        {u"model"_s, request.model},
                        {u"stop_sequence"_s, QJsonValue()}};
    const auto usage = [&request](qint64 tokens) {
        return QJsonObject{{u"input_tokens"_s, request.promptTokens}, {u"output_tokens"_s, tokens}};
    };
    QJsonObject whole = message;
    whole.insert(u"content"_s,
                 QJsonArray{QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, words.join(u' ')}}});
    whole.insert(u"stop_reason"_s, u"end_turn"_s);
    whole.insert(u"usage"_s, usage(reply.tokens));
    reply.whole = compactJson(whole);

    message.insert(u"content"_s, QJsonArray());
    message.insert(u"stop_reason"_s, QJsonValue());
    message.insert(u"usage"_s, usage(1));
    reply.head.push_back(
        event({{u"type"_s, u"message_start"_s}, {u"message"_s, message}}, "message_start"));
    reply.head.push_back(
        event({{u"type"_s, u"content_block_start"_s},
               {u"index"_s, 0},
               {u"content_block"_s, QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, QString()}}}},
              "content_block_start"));
    for (const QString &word : words)
        reply.pieces.push_back(
            event({{u"type"_s, u"content_block_delta"_s},
                   {u"index"_s, 0},
                   {u"delta"_s,
                    QJsonObject{{u"type"_s, u"text_delta"_s}, {u"text"_s, QString(word + u' ')}}}},
                  "content_block_delta"));
    reply.tail.push_back(
        event({{u"type"_s, u"content_block_stop"_s}, {u"index"_s, 0}}, "content_block_stop"));
    reply.tail.push_back(
        event({{u"type"_s, u"message_delta"_s},
               {u"delta"_s,
                QJsonObject{{u"stop_reason"_s, u"end_turn"_s}, {u"stop_sequence"_s, QJsonValue()}}},
               {u"usage"_s, QJsonObject{{u"output_tokens"_s, reply.tokens}}}},
              "message_delta"));
    reply.tail.push_back(event({{u"type"_s, u"message_stop"_s}}, "message_stop"));
    return reply;
}

QByteArray modelListBody(const QStringList &models)
{
    QJsonArray data;
    for (const QString &model : models)
        data.append(QJsonObject{{u"id"_s, model},
                                {u"object"_s, u"model"_s},
                                {u"type"_s, u"model"_s},
                                {u"display_name"_s, model}});
    return compactJson({{u"object"_s, u"list"_s}, {u"data"_s, data}, {u"has_more"_s, false}});
}

QByteArray errorBody(bool anthropic, int status)
{
    const bool isRate = status == 429;
    const QString type = isRate ? u"rate_limit_error"_s
        : status == 529         ? u"overloaded_error"_s
        : status < 500          ? u"invalid_request_error"_s
                                : u"server_error"_s;
    const QString text = isRate ? u"Rate limit reached for requests per minute (sample)."_s
        : status == 529         ? u"Overloaded (sample)."_s
        : status < 500          ? u"The request cannot be read (sample)."_s
                                : u"The server had an error (sample)."_s;
    const QJsonObject error{{u"type"_s, type}, {u"message"_s, text}, {u"code"_s, type}};
    if (anthropic)
        return compactJson({{u"type"_s, u"error"_s}, {u"error"_s, error}});
    return compactJson({{u"error"_s, error}});
}

} // namespace Gatehouse::Demo
