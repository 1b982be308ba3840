// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/gemini/generatecitations.h"
#include "core/dialects/gemini/generateparts.h"
#include "core/dialects/gemini/generatereply.h"
#include "core/dialects/gemini/generatewords.h"
#include "core/dialects/jsonwriter.h"
#include "core/dialects/toolids.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Gemini {

namespace {

constexpr std::size_t maxCitations = 256;

//! Each event is a whole GenerateContentResponse. Calls go out whole, so their arguments wait until
//! the choice is finished; finish reasons wait for the usage that stands in the same event.
class GenerateStreamWriter final : public StreamWriter
{
public:
    explicit GenerateStreamWriter(const ReplyContext &context)
        : m_id(context.requestId)
        , m_model(context.model)
        , m_isList(context.jsonList)
    {
    }
    void write(const Chunk &chunk, QByteArray &out) override;
    bool repeatsText() const override { return true; }

private:
    struct Call {
        int choice = 0;
        int number = 0;
        Part part;
    };
    struct Ending {
        int choice = 0;
        bool isAscii = true;
        bool hasFinished = false;
        FinishReason finish = FinishReason::None;
        std::vector<Citation> citations = {};
    };
    void start(const Chunk &chunk);
    void writePart(int choice, const QByteArray &part, QByteArray &out);
    void writeEvent(const QByteArray &candidates, QByteArrayView usage, QByteArray &out);
    void writeCalls(int choice, QByteArray &out);
    void writeEnd(QByteArray &out);
    Call &call(const Chunk &chunk);
    Ending &ending(int choice);

    QByteArray m_id;
    QByteArray m_model;
    const bool m_isList;
    bool m_hasBegun = false;
    std::vector<Call> m_calls;
    std::vector<Ending> m_endings;
    Usage m_usage;
};

void GenerateStreamWriter::start(const Chunk &chunk)
{
    if (!chunk.id.isEmpty())
        m_id = chunk.id;
    if (!chunk.model.isEmpty())
        m_model = chunk.model;
}

GenerateStreamWriter::Ending &GenerateStreamWriter::ending(int choice)
{
    const auto found = std::ranges::find(m_endings, choice, &Ending::choice);
    return found != m_endings.end() ? *found : m_endings.emplace_back(Ending{.choice = choice});
}

GenerateStreamWriter::Call &GenerateStreamWriter::call(const Chunk &chunk)
{
    const auto found = std::ranges::find_if(m_calls, [&chunk](const Call &known) {
        return known.choice == chunk.choice && known.number == chunk.call;
    });
    if (found != m_calls.end())
        return *found;
    return m_calls.emplace_back(Call{chunk.choice, chunk.call, {.kind = PartKind::ToolCall}});
}

//! \a candidates: the elements of that list, none for an empty text.
void GenerateStreamWriter::writeEvent(const QByteArray &candidates, QByteArrayView usage,
                                      QByteArray &out)
{
    if (m_isList)
        out += m_hasBegun ? ",\r\n" : "[";
    else
        out += "data: ";
    m_hasBegun = true;
    JsonWriter json(out);
    json.beginObject();
    if (!candidates.isEmpty())
        json.key("candidates").beginList().raw(candidates).endList();
    if (!usage.isEmpty())
        json.rawMember("usageMetadata", usage);
    json.member("modelVersion", m_model).member("responseId", m_id).endObject();
    out += m_isList ? "\n" : "\r\n\r\n";
}

void GenerateStreamWriter::writePart(int choice, const QByteArray &part, QByteArray &out)
{
    QByteArray candidate;
    JsonWriter json(candidate);
    json.beginObject().key("content").beginObject().key("parts").beginList().raw(part).endList();
    json.member("role", "model").endObject().member("index", choice).endObject();
    writeEvent(candidate, {}, out);
}

void GenerateStreamWriter::writeCalls(int choice, QByteArray &out)
{
    for (const Call &call : m_calls) {
        if (call.choice != choice)
            continue;
        const Part &part = call.part;
        QByteArray text;
        JsonWriter json(text);
        writeCall(json, part, plainToolId(part.id),
                  signatureText(part.signedBy, part.signature, part.encrypted));
        writePart(choice, text, out);
    }
    std::erase_if(m_calls, [choice](const Call &call) { return call.choice == choice; });
}

void GenerateStreamWriter::writeEnd(QByteArray &out)
{
    if (m_endings.empty())
        ending(0);
    QByteArray candidates;
    for (const Ending &end : m_endings) {
        writeCalls(end.choice, out);
        candidates += candidates.isEmpty() ? "" : ",";
        JsonWriter json(candidates);
        json.beginObject().key("content").beginObject().key("parts").beginList();
        writeText(json, {}, false, {});
        json.endList().member("role", "model").endObject();
        json.member("finishReason", finishName(end.finish)).member("index", end.choice);
        writeCitations(json, end.citations, TextPlaces(true));
        json.endObject();
    }
    writeEvent(candidates, m_usage.known ? usageText(m_usage) : QByteArray(), out);
    if (m_isList)
        out += ']';
}

void GenerateStreamWriter::write(const Chunk &chunk, QByteArray &out)
{
    QByteArray text;
    JsonWriter json(text);
    switch (chunk.kind) {
    case ChunkKind::Start:
        start(chunk);
        return;
    case ChunkKind::Text:
    case ChunkKind::Refusal:
    case ChunkKind::Reasoning:
        writeText(json, chunk.text, chunk.kind == ChunkKind::Reasoning, {});
        writePart(chunk.choice, text, out);
        return;
    case ChunkKind::ReasoningSignature:
        writeText(json, {}, true, signatureText(chunk.signedBy, chunk.signature, chunk.encrypted));
        writePart(chunk.choice, text, out);
        return;
    case ChunkKind::ToolCallStart: {
        Part &part = call(chunk).part;
        part.id = chunk.id;
        part.name = chunk.name;
        part.signature = chunk.signature;
        part.signedBy = chunk.signedBy;
        return;
    }
    case ChunkKind::ToolCallArguments:
        call(chunk).part.arguments += chunk.text;
        return;
    case ChunkKind::Media:
        for (const Part &part : chunk.media) {
            QByteArray media;
            JsonWriter inner(media);
            inner.beginObject();
            writeMedia(inner, part.media);
            inner.endObject();
            writePart(chunk.choice, media, out);
        }
        return;
    case ChunkKind::Citation:
        for (const Citation &citation : chunk.citations) {
            auto &kept = ending(chunk.choice).citations;
            if (kept.size() < maxCitations)
                kept.push_back(citation);
        }
        return;
    case ChunkKind::Logprobs:
        json.beginObject().member("index", chunk.choice);
        json.rawIfGiven("logprobsResult", logprobsResultOf(JsonView::parse(chunk.text)));
        json.endObject();
        writeEvent(text, {}, out);
        return;
    case ChunkKind::Finish:
        ending(chunk.choice).finish = chunk.finish;
        writeCalls(chunk.choice, out);
        return;
    case ChunkKind::Usage:
        m_usage = chunk.usage;
        return;
    case ChunkKind::End:
        writeEnd(out);
        return;
    }
}

} // namespace

std::unique_ptr<StreamWriter> streamWriter(const ReplyContext &context)
{
    return std::make_unique<GenerateStreamWriter>(context);
}

} // namespace Gatehouse::Dialects::Gemini
