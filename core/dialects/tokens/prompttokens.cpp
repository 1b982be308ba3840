// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/tokens/prompttokens.h"

#include "core/dialects/codec.h"
#include "core/dialects/streamwatch.h"

#include <algorithm>

namespace Gatehouse::Dialects {

namespace {

// cookbook.openai.com, "How to count tokens with tiktoken": three tokens around a message and one
// for its role, one before a name, three that begin the answer, and what a function adds.
constexpr qint64 perMessage = 4;
constexpr qint64 perName = 1;
constexpr qint64 perAnswer = 3;
constexpr qint64 perTool = 7;
constexpr qint64 perToolList = 12;
constexpr qint64 perImage = 800; // by its size from 85 to some thousands

//! The texts of a prompt and the tokens around them.
class Count
{
public:
    void text(const QByteArray &text)
    {
        if (text.isEmpty())
            return;
        m_bytes += text.size();
        m_texts.push_back(text);
    }
    void add(qint64 tokens) { m_around += tokens; }
    void guess(qint64 tokens)
    {
        m_around += tokens;
        m_isExact = false;
    }
    qsizetype bytes() const { return m_bytes; }
    PromptTokens result(const Tokenizer &tokenizer, qsizetype mostBytes) const;

private:
    std::vector<QByteArray> m_texts; //!< shared, not copied
    qsizetype m_bytes = 0;
    qint64 m_around = 0;
    bool m_isExact = true;
};

//! Whole, or blocks at even distances of all texts, one behind the other.
PromptTokens Count::result(const Tokenizer &tokenizer, qsizetype mostBytes) const
{
    constexpr qsizetype someBytes = 2048;
    const bool isWhole = m_bytes <= mostBytes;
    const qsizetype block = isWhole ? m_bytes : someBytes;
    const qsizetype step = isWhole ? m_bytes : block * m_bytes / mostBytes;
    qsizetype position = 0; // within a step
    qsizetype counted = 0;
    qint64 tokens = 0;
    for (const QByteArray &text : m_texts) {
        for (qsizetype from = 0; from < text.size();) {
            const qsizetype end = position < block ? block : step;
            const qsizetype size = std::min(end - position, text.size() - from);
            if (position < block) {
                tokens += tokenizer.count({text.constData() + from, static_cast<size_t>(size)});
                counted += size;
            }
            from += size;
            position = (position + size) % step;
        }
    }
    if (counted < m_bytes && counted > 0)
        tokens = tokens * m_bytes / counted;
    return {std::max<qint64>(tokens + m_around, 1), m_isExact && isWhole};
}

void addPart(Count &count, const Part &part)
{
    switch (part.kind) {
    case PartKind::Text:
    case PartKind::Refusal:
    case PartKind::Reasoning:
        count.text(part.text);
        return;
    case PartKind::Image:
        count.guess(perImage);
        return;
    case PartKind::Audio:
    case PartKind::File:
        count.text(part.text);
        count.guess(0);
        return;
    case PartKind::ToolCall:
        count.text(part.name);
        count.text(part.arguments);
        count.guess(perTool);
        return;
    case PartKind::ToolResult:
        for (const Part &inner : part.parts)
            addPart(count, inner);
        return;
    }
}

void addChat(Count &count, const Request &request)
{
    const bool isPlain = request.source == Format::OpenAiCompletions;
    for (const Message &message : request.messages) {
        if (!isPlain)
            count.add(perMessage);
        if (!message.name.isEmpty()) {
            count.add(perName);
            count.text(message.name);
        }
        for (const Part &part : message.parts)
            addPart(count, part);
    }
    if (!isPlain)
        count.add(perAnswer);
    for (const Tool &tool : request.tools) {
        count.text(tool.name);
        count.text(tool.description);
        count.text(tool.parameters.isEmpty() ? tool.raw : tool.parameters);
        count.guess(perTool);
    }
    if (!request.tools.empty())
        count.guess(perToolList);
    if (!request.output.schema.isEmpty()) {
        count.text(request.output.schema);
        count.guess(0);
    }
}

//! False: the body is none of this format after all.
bool addEmbedding(Count &count, Format format, JsonView body)
{
    const Result<EmbeddingRequest> request = embedCodec(format).readRequest(body);
    if (!request)
        return false;
    for (const EmbeddingRequest::Input &input : request->inputs) {
        count.text(input.text);
        if (!input.tokens.isEmpty())
            count.add(JsonView::trusted(input.tokens).size());
        for (const Part &part : input.parts)
            addPart(count, part);
    }
    return true;
}

} // namespace

std::optional<PromptTokens> countPrompt(Format format, QByteArrayView body,
                                        const Tokenizer &tokenizer, qsizetype mostBytes)
{
    Count count;
    const JsonView view = JsonView::trusted(body);
    const Task task = taskOf(format);
    if (task == Task::Embed)
        return addEmbedding(count, format, view) ? std::optional(count.result(tokenizer, mostBytes))
                                                 : std::nullopt;
    if (task != Task::Chat && task != Task::CountTokens)
        return std::nullopt;
    const Result<Request> request = task == Task::Chat ? chatCodec(format).readRequest(view)
                                                       : countCodec(format).readRequest(view);
    if (!request)
        return std::nullopt;
    addChat(count, *request);
    return count.result(tokenizer, mostBytes);
}

qint64 countAnswer(Format format, QByteArrayView body, const Tokenizer *tokenizer,
                   double bytesPerToken)
{
    if (taskOf(format) != Task::Chat)
        return 0;
    const JsonView view = JsonView::parse(body);
    if (!view.isSound())
        return tokensOf(body.size(), bytesPerToken);
    const Result<Reply> reply = chatCodec(format).readReply(view);
    if (!reply)
        return tokensOf(body.size(), bytesPerToken);
    Count count;
    for (const Choice &choice : reply->choices)
        for (const Part &part : choice.parts)
            addPart(count, part);
    return tokenizer ? count.result(*tokenizer, mostPromptBytes).tokens
                     : tokensOf(count.bytes(), bytesPerToken);
}

} // namespace Gatehouse::Dialects
