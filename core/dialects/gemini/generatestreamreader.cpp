// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/classify.h"
#include "core/dialects/gemini/generatecitations.h"
#include "core/dialects/gemini/generateparts.h"
#include "core/dialects/gemini/generatereply.h"
#include "core/dialects/gemini/generatewords.h"

#include <algorithm>

namespace Gatehouse::Dialects::Gemini {

namespace {

constexpr qint64 maxCandidates = 128;

//! Each event is a whole GenerateContentResponse with the next pieces. Usage is cumulative; finish
//! reasons wait for the end, because calls may stand before and behind them.
class GenerateStreamReader final : public StreamReader
{
public:
    void read(QByteArrayView eventName, QByteArrayView data, std::vector<Chunk> &out) override;
    void finish(std::vector<Chunk> &out) override;
    void repeated(QByteArrayView text, QByteArrayView usage) override
    {
        Candidate &first = m_candidates.front();
        first.isAscii = first.isAscii && TextPlaces::isAscii(text);
        keepUsage(usage);
    }

private:
    struct Candidate {
        int calls = 0;
        bool isAscii = true;
        QByteArray finish;
    };
    struct Members {
        JsonView candidates, usage, model, id, error, feedback;
    };
    static Members membersOf(JsonView event);
    void start(const Members &members, std::vector<Chunk> &out);
    void keepUsage(QByteArrayView usage)
    {
        m_usage.resize(0); // keeps its memory
        m_usage.append(usage);
    }
    void readCandidate(JsonView view, std::vector<Chunk> &out);
    void readPart(JsonView view, int index, Candidate &candidate, std::vector<Chunk> &out);
    void readEnd(JsonView view, int index, Candidate &candidate, std::vector<Chunk> &out);
    Candidate *candidate(qint64 index);

    std::optional<CallIds> m_ids; //!< set by the first event
    std::vector<Candidate> m_candidates;
    QByteArray m_usage; //!< the last usageMetadata
    JsonMemberReader m_reader;
    bool m_isBlocked = false;
};

//! One pass: looking for each member by its name would read the event as many times.
GenerateStreamReader::Members GenerateStreamReader::membersOf(JsonView event)
{
    Members members;
    event.forEachRawMember([&members](QByteArrayView name, JsonView value) {
        if (name == "candidates")
            members.candidates = value;
        else if (name == "usageMetadata")
            members.usage = value;
        else if (name == "modelVersion")
            members.model = value;
        else if (name == "responseId")
            members.id = value;
        else if (name == "error")
            members.error = value;
        else if (name == "promptFeedback")
            members.feedback = value;
    });
    return members;
}

void GenerateStreamReader::start(const Members &members, std::vector<Chunk> &out)
{
    const QByteArray id = members.id.string();
    m_ids.emplace(id);
    out.push_back({.kind = ChunkKind::Start, .id = id, .model = modelName(members.model.string())});
    if (members.usage.isObject())
        out.push_back({.kind = ChunkKind::Usage, .usage = usageOf(members.usage, m_reader)});
}

GenerateStreamReader::Candidate *GenerateStreamReader::candidate(qint64 index)
{
    if (index < 0 || index >= maxCandidates) {
        setMalformed();
        return nullptr;
    }
    const auto place = static_cast<std::size_t>(index);
    if (m_candidates.size() <= place)
        m_candidates.resize(place + 1);
    return &m_candidates[place];
}

void GenerateStreamReader::readPart(JsonView view, int index, Candidate &candidate,
                                    std::vector<Chunk> &out)
{
    auto part = Gemini::readPart(view);
    if (!part)
        return;
    switch (part->kind) {
    case PartKind::Text:
    case PartKind::Reasoning: {
        const bool isText = part->kind == PartKind::Text;
        candidate.isAscii = candidate.isAscii && (!isText || TextPlaces::isAscii(part->text));
        if (!part->text.isEmpty())
            out.push_back({.kind = isText ? ChunkKind::Text : ChunkKind::Reasoning,
                           .choice = index,
                           .text = part->text});
        if (!part->signature.isEmpty() && !isText)
            out.push_back({.kind = ChunkKind::ReasoningSignature,
                           .choice = index,
                           .signature = part->signature,
                           .encrypted = part->encrypted,
                           .signedBy = part->signedBy});
        return;
    }
    case PartKind::ToolCall:
        m_ids->name(*part);
        out.push_back({.kind = ChunkKind::ToolCallStart,
                       .choice = index,
                       .call = candidate.calls,
                       .id = part->id,
                       .name = part->name,
                       .signature = part->signature,
                       .signedBy = Family::Gemini});
        out.push_back({.kind = ChunkKind::ToolCallArguments,
                       .choice = index,
                       .call = candidate.calls++,
                       .text = part->arguments});
        return;
    case PartKind::Image:
    case PartKind::Audio:
    case PartKind::File:
        out.push_back({.kind = ChunkKind::Media, .choice = index, .media = {std::move(*part)}});
        return;
    case PartKind::Refusal:
    case PartKind::ToolResult:
        return;
    }
}

//! What stands beside the content.
void GenerateStreamReader::readEnd(JsonView view, int index, Candidate &candidate,
                                   std::vector<Chunk> &out)
{
    RawJson logprobs = logprobsOf(view["logprobsResult"]);
    if (!logprobs.isEmpty())
        out.push_back({.kind = ChunkKind::Logprobs, .choice = index, .text = std::move(logprobs)});
    auto citations = citationsOf(view, TextPlaces(candidate.isAscii));
    if (!candidate.isAscii) { // where they stand cannot be told without the text
        for (Citation &citation : citations)
            citation.begin = citation.end = std::nullopt;
    }
    if (!citations.empty())
        out.push_back(
            {.kind = ChunkKind::Citation, .choice = index, .citations = std::move(citations)});
    const QByteArray reason = view["finishReason"].string();
    if (!reason.isEmpty())
        candidate.finish = reason;
}

void GenerateStreamReader::readCandidate(JsonView view, std::vector<Chunk> &out)
{
    JsonView content;
    JsonView index;
    bool hasMore = false;
    view.forEachRawMember([&](QByteArrayView name, JsonView value) {
        if (name == "content")
            content = value;
        else if (name == "index")
            index = value;
        else
            hasMore = true;
    });
    const qint64 place = index.integer().value_or(0);
    Candidate *const state = candidate(place);
    if (!state)
        return;
    for (const JsonView part : content["parts"])
        readPart(part, int(place), *state, out);
    if (hasMore)
        readEnd(view, int(place), *state, out);
}

void GenerateStreamReader::read(QByteArrayView, QByteArrayView data, std::vector<Chunk> &out)
{
    const JsonView event = JsonView::parse(data);
    const JsonView whole = event.isList() ? event.at(0) : event; // an error may come in a list
    if (!whole.isObject()) {
        setMalformed();
        return;
    }
    const Members members = membersOf(whole);
    if (members.error.exists()) {
        fail(readError(data));
        return;
    }
    if (!m_ids)
        start(members, out);
    for (const JsonView view : members.candidates)
        readCandidate(view, out);
    if (members.usage.isObject())
        keepUsage(members.usage.raw());
    if (members.feedback["blockReason"].exists())
        m_isBlocked = true;
}

void GenerateStreamReader::finish(std::vector<Chunk> &out)
{
    const bool isWhole = !m_candidates.empty()
        && std::ranges::none_of(m_candidates,
                                [](const Candidate &one) { return one.finish.isEmpty(); });
    if (!m_ids || (!isWhole && !m_isBlocked))
        return;
    if (m_candidates.empty())
        m_candidates.push_back({.finish = "SAFETY"});
    for (int index = 0; const Candidate &one : m_candidates) {
        const FinishReason reason = finishReasonOf(one.finish, one.calls > 0);
        out.push_back({.kind = ChunkKind::Finish,
                       .choice = index++,
                       .finish = m_isBlocked && !isWhole ? FinishReason::ContentFilter : reason});
    }
    if (!m_usage.isEmpty())
        out.push_back(
            {.kind = ChunkKind::Usage, .usage = usageOf(JsonView::trusted(m_usage), m_reader)});
    out.push_back({.kind = ChunkKind::End});
}

} // namespace

std::unique_ptr<StreamReader> streamReader(const Quirks &)
{
    return std::make_unique<GenerateStreamReader>();
}

} // namespace Gatehouse::Dialects::Gemini
