// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/chatreader.h"

#include "core/dialects/classify.h"
#include "core/dialects/openai/chatreply.h"
#include "core/dialects/openai/chatwords.h"

#include <QtCore/QHashFunctions>

#include <algorithm>

namespace Gatehouse::Dialects::OpenAi {

namespace {

constexpr qsizetype maxKeptId = 64;
constexpr qsizetype maxKeptName = 256;

Chunk textChunk(ChunkKind kind, int choice, QByteArray text)
{
    return {.kind = kind, .choice = choice, .text = std::move(text)};
}

void appendText(ChunkKind kind, int choice, JsonView text, std::vector<Chunk> &out)
{
    if (text.isString() && !text.isEmpty())
        out.push_back(textChunk(kind, choice, text.string()));
}

} // namespace

struct ChunkReader::Members {
    JsonView id, model, created, choices, usage, error, groq, sources;
    bool isError = false; //!< {"object":"error"} (vLLM, Mistral)

    explicit Members(JsonView body)
    {
        body.forEachRawMember([this](QByteArrayView key, JsonView value) {
            if (key == "choices")
                choices = value;
            else if (key == "id")
                id = value;
            else if (key == "model")
                model = value;
            else if (key == "created")
                created = value;
            else if (key == "usage")
                usage = value;
            else if (key == "error")
                error = value;
            else if (key == "x_groq")
                groq = value;
            else if (key == "search_results" || key == "citations")
                sources = value;
            else if (key == "object")
                isError = value.equals("error");
        });
    }
};

struct ChunkReader::ChoiceMembers {
    JsonView index, delta, text, logprobs, finish, stop, error;

    explicit ChoiceMembers(JsonView choice)
    {
        choice.forEachRawMember([this](QByteArrayView key, JsonView value) {
            if (key == "delta")
                delta = value;
            else if (key == "index")
                index = value;
            else if (key == "finish_reason")
                finish = value;
            else if (key == "text")
                text = value;
            else if (key == "logprobs")
                logprobs = value;
            else if (key == "stop_reason")
                stop = value;
            else if (key == "error")
                error = value;
        });
    }
};

void ChunkReader::read(QByteArrayView eventName, QByteArrayView data, std::vector<Chunk> &out)
{
    if (m_hasEnded || hasFailed() || isMalformed())
        return;
    if (data.trimmed() == "[DONE]")
        return end(out);
    if (eventName == "error")
        return fail(readError(data));
    const JsonView body = JsonView::parse(data);
    if (!body.isObject()) {
        if (eventName.isEmpty()) // named events that nobody knows are passed over
            setMalformed();
        return;
    }
    const Members members(body);
    if (members.error.exists() || members.isError)
        return fail(readError(data));
    if (!members.choices.isEmpty())
        start(members, out);
    if (members.sources.exists() && !m_hasSources)
        readSources(body, out);
    for (const JsonView choice : members.choices) {
        if (!hasFailed())
            readChoice(choice, out);
    }
    if (!members.usage.isObject() && !members.groq.isObject())
        return;
    if (const Usage usage = usageIn(body); usage.known && !hasFailed()) {
        start(members, out);
        out.push_back({.kind = ChunkKind::Usage, .usage = usage});
    }
}

//! Azure's first chunk has no choices and no id: the stream starts with the one after it.
void ChunkReader::start(const Members &members, std::vector<Chunk> &out)
{
    if (m_hasStarted)
        return;
    m_hasStarted = true;
    Chunk chunk{.kind = ChunkKind::Start,
                .id = members.id.string(),
                .model = members.model.string(),
                .created = members.created.integer().value_or(0)};
    m_replyId = chunk.id.left(maxKeptId);
    out.push_back(std::move(chunk));
}

ChunkReader::Choice *ChunkReader::choiceOf(qint64 index)
{
    const auto known = std::ranges::find(m_choices, index, &Choice::index);
    if (known != m_choices.end())
        return &*known;
    if (m_choices.size() >= maxChoices || index < 0 || index > 1'000'000) {
        setMalformed();
        return nullptr;
    }
    return &m_choices.emplace_back(Choice{.index = int(index), .isFinished = false, .calls = {}});
}

void ChunkReader::readChoice(JsonView view, std::vector<Chunk> &out)
{
    const ChoiceMembers members(view);
    if (members.error.isObject()) // OpenRouter, after the model started
        return fail(readError(view.raw()));
    Choice *const choice = choiceOf(members.index.integer().value_or(0));
    if (!choice)
        return;
    readDelta(members.delta, *choice, out);
    appendText(ChunkKind::Text, choice->index, members.text, out); // legacy completions
    if (members.logprobs.isObject())
        out.push_back(textChunk(ChunkKind::Logprobs, choice->index, members.logprobs.rawCopy()));
    const FinishReason reason = finishReasonOf(members.finish.string());
    if (reason == FinishReason::Error)
        fail(ProviderError{"the provider gave up the answer", "error", {}, {}, {}});
    else if (reason != FinishReason::None)
        finishChoice(*choice, reason, members.stop.string(), out);
}

void ChunkReader::readDelta(JsonView delta, Choice &choice, std::vector<Chunk> &out)
{
    JsonView thoughts;
    JsonView content;
    JsonView calls;
    bool hasMedia = false;
    delta.forEachRawMember([&](QByteArrayView key, JsonView value) {
        if (key == "content")
            content = value;
        else if (key == "reasoning_content" || (key == "reasoning" && thoughts.isEmpty()))
            thoughts = value.isEmpty() ? thoughts : value;
        else if (key == "tool_calls")
            calls = value;
        else if (key == "refusal")
            appendText(ChunkKind::Refusal, choice.index, value, out);
        else if (key == "annotations")
            for (const JsonView annotation : value)
                out.push_back({.kind = ChunkKind::Citation,
                               .choice = choice.index,
                               .citations = {citationOf(annotation)}});
        else if (key == "images" || key == "audio")
            hasMedia = true;
    });
    appendText(ChunkKind::Reasoning, choice.index, thoughts, out);
    readContent(content, choice, out);
    if (hasMedia)
        if (auto media = mediaIn(delta); !media.empty())
            out.push_back(
                {.kind = ChunkKind::Media, .choice = choice.index, .media = std::move(media)});
    for (const JsonView call : calls)
        readCall(call, choice, out);
}

//! A string, or Mistral's list of thinking and text pieces.
void ChunkReader::readContent(JsonView content, const Choice &choice, std::vector<Chunk> &out)
{
    appendText(ChunkKind::Text, choice.index, content, out);
    for (const JsonView piece : content) {
        appendText(ChunkKind::Text, choice.index, piece["text"], out);
        for (const JsonView thought : piece["thinking"])
            appendText(ChunkKind::Reasoning, choice.index, thought["text"], out);
    }
}

//! Servers number calls by "index"; some leave it out or repeat 0 and tell calls apart by id only.
ChunkReader::Call *ChunkReader::callOf(JsonView view, const QByteArray &id, Choice &choice)
{
    const auto index = view["index"].integer();
    const size_t hash = id.isEmpty() ? 0 : qHash(id) | 1;
    if (!index && hash == 0 && !choice.calls.empty())
        return &choice.calls.back();
    const auto isIt = [&](const Call &call) {
        const bool sameIndex = !index || call.index == *index;
        return sameIndex && (hash == 0 || call.idHash == 0 || call.idHash == hash);
    };
    const auto known = std::find_if(choice.calls.rbegin(), choice.calls.rend(), isIt);
    if (known != choice.calls.rend()) {
        known->idHash = known->idHash == 0 ? hash : known->idHash;
        return &*known;
    }
    if (choice.calls.size() >= maxCalls) {
        setMalformed();
        return nullptr;
    }
    const qint64 number = index.value_or(qint64(choice.calls.size()));
    return &choice.calls.emplace_back(
        Call{.index = number, .idHash = hash, .id = {}, .name = {}, .isStarted = false});
}

void ChunkReader::readCall(JsonView view, Choice &choice, std::vector<Chunk> &out)
{
    const QByteArray id = view["id"].string();
    Call *const call = callOf(view, id, choice);
    if (!call)
        return;
    const JsonView function = view["function"];
    QByteArray arguments = argumentsText(function["arguments"]);
    if (!call->isStarted) {
        if (!id.isEmpty())
            call->id = id.left(maxKeptName);
        if (const JsonView name = function["name"]; !name.isEmpty())
            call->name = name.string().left(maxKeptName);
        if (call->name.isEmpty() && arguments.isEmpty())
            return; // its name is still to come
        startCall(choice, *call, view, out);
    }
    if (!arguments.isEmpty()) {
        Chunk piece = textChunk(ChunkKind::ToolCallArguments, choice.index, std::move(arguments));
        piece.call = int(call - choice.calls.data());
        out.push_back(std::move(piece));
    }
}

void ChunkReader::startCall(Choice &choice, Call &call, JsonView view, std::vector<Chunk> &out)
{
    const int number = int(&call - choice.calls.data());
    call.isStarted = true;
    Chunk chunk{.kind = ChunkKind::ToolCallStart,
                .choice = choice.index,
                .call = number,
                .id = std::exchange(call.id, {}),
                .name = std::exchange(call.name, {}),
                .signature = view["extra_content"]["google"]["thought_signature"].string()};
    if (!chunk.signature.isEmpty())
        chunk.signedBy = Family::Gemini;
    if (chunk.id.isEmpty())
        chunk.id = madeCallId(m_replyId, choice.index, number);
    out.push_back(std::move(chunk));
}

void ChunkReader::finishChoice(Choice &choice, FinishReason reason, QByteArray stopSequence,
                               std::vector<Chunk> &out)
{
    if (choice.isFinished)
        return;
    choice.isFinished = true;
    const bool hasCalls = reason == FinishReason::Stop && !choice.calls.empty();
    out.push_back({.kind = ChunkKind::Finish,
                   .choice = choice.index,
                   .finish = hasCalls ? FinishReason::ToolCalls : reason,
                   .stopSequence = std::move(stopSequence)});
}

//! Perplexity repeats its sources in every chunk: the first list counts.
void ChunkReader::readSources(JsonView body, std::vector<Chunk> &out)
{
    auto sources = sourcesIn(body);
    if (sources.empty() || !m_hasStarted)
        return;
    m_hasSources = true;
    out.push_back({.kind = ChunkKind::Citation, .citations = std::move(sources)});
}

//! "[DONE]" ends an answer also when the server forgot to say why it ended.
void ChunkReader::end(std::vector<Chunk> &out)
{
    m_hasEnded = true;
    if (!m_hasStarted) {
        m_hasStarted = true;
        out.push_back({.kind = ChunkKind::Start});
    }
    for (Choice &choice : m_choices)
        finishChoice(choice, FinishReason::Stop, {}, out);
    out.push_back({.kind = ChunkKind::End});
}

//! Some servers close the connection without "[DONE]": an answer whose choices all told why they
//! ended is whole.
void ChunkReader::finish(std::vector<Chunk> &out)
{
    const bool isWhole = !m_choices.empty() && std::ranges::all_of(m_choices, &Choice::isFinished);
    if (!m_hasEnded && !hasFailed() && !isMalformed() && isWhole)
        end(out);
}

} // namespace Gatehouse::Dialects::OpenAi
