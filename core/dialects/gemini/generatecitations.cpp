// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/gemini/generatecitations.h"

#include <algorithm>

namespace Gatehouse::Dialects::Gemini {

namespace {

constexpr std::size_t maxCitations = 256; //!< of one answer; more are nobody's to read

bool beginsCharacter(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
}

Citation citationOf(JsonView chunk)
{
    Citation citation;
    chunk.forEachMember([&citation](const QByteArray &, JsonView source) { // web, maps, …
        if (citation.url.isEmpty()) {
            citation.url = source["uri"].string();
            citation.title = source["title"].string();
        }
    });
    return citation;
}

void readGrounding(JsonView grounding, const TextPlaces &places, std::vector<Citation> &out)
{
    std::vector<Citation> sources;
    for (const JsonView chunk : grounding["groundingChunks"]) {
        if (sources.size() < maxCitations)
            sources.push_back(citationOf(chunk));
    }
    const JsonView supports = grounding["groundingSupports"];
    for (const JsonView support : supports) {
        const JsonView segment = support["segment"];
        const auto end = places.characters(segment["endIndex"].integer());
        for (const JsonView index : support["groundingChunkIndices"]) {
            const auto at = index.integer().value_or(-1);
            if (at < 0 || at >= qint64(sources.size()) || out.size() >= maxCitations)
                continue;
            Citation citation = sources[std::size_t(at)];
            citation.quote = segment["text"].string();
            citation.begin =
                end ? places.characters(segment["startIndex"].integer().value_or(0)) : std::nullopt;
            citation.end = end;
            out.push_back(std::move(citation));
        }
    }
    if (supports.isEmpty())
        std::ranges::move(sources, std::back_inserter(out));
}

void readSources(JsonView sources, const TextPlaces &places, std::vector<Citation> &out)
{
    for (const JsonView source : sources) {
        if (out.size() >= maxCitations)
            return;
        Citation citation;
        citation.url = source["uri"].string();
        citation.title = source["title"].string();
        citation.end = places.characters(source["endIndex"].integer());
        if (citation.end)
            citation.begin = places.characters(source["startIndex"].integer().value_or(0));
        out.push_back(std::move(citation));
    }
}

} // namespace

TextPlaces::TextPlaces(QByteArrayView text)
    : m_text(text)
    , m_isAscii(isAscii(text))
{
}

bool TextPlaces::isAscii(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<signed char>(c) >= 0; });
}

std::optional<qint64> TextPlaces::characters(std::optional<qint64> bytes) const
{
    if (!bytes || m_isAscii)
        return bytes;
    if (*bytes < 0 || *bytes > m_text.size())
        return {};
    return std::ranges::count_if(m_text.first(*bytes), beginsCharacter);
}

std::optional<qint64> TextPlaces::bytes(std::optional<qint64> characters) const
{
    if (!characters || m_isAscii)
        return characters;
    qint64 passed = -1;
    for (qsizetype at = 0; at < m_text.size(); ++at) {
        passed += beginsCharacter(m_text[at]) ? 1 : 0;
        if (passed == *characters)
            return at;
    }
    return m_text.isEmpty() || passed + 1 != *characters ? std::nullopt
                                                         : std::optional<qint64>(m_text.size());
}

std::vector<Citation> citationsOf(JsonView candidate, const TextPlaces &places)
{
    std::vector<Citation> citations;
    if (const JsonView grounding = candidate["groundingMetadata"]; grounding.isObject())
        readGrounding(grounding, places, citations);
    if (const JsonView sources = candidate["citationMetadata"]; sources.isObject()) {
        readSources(sources["citationSources"], places, citations);
        readSources(sources["citations"], places, citations); // Vertex AI
    }
    return citations;
}

void writeCitations(JsonWriter &json, const std::vector<Citation> &citations,
                    const TextPlaces &places)
{
    if (citations.empty())
        return;
    json.key("groundingMetadata").beginObject().key("groundingChunks").beginList();
    for (const Citation &citation : citations) {
        json.beginObject().key("web").beginObject().ifGiven("uri", citation.url);
        json.ifGiven("title", citation.title).endObject().endObject();
    }
    json.endList().key("groundingSupports").beginList();
    for (qint64 index = 0; const Citation &citation : citations) {
        json.beginObject().key("segment").beginObject();
        json.ifGiven("startIndex", places.bytes(citation.begin));
        json.ifGiven("endIndex", places.bytes(citation.end)).ifGiven("text", citation.quote);
        json.endObject().key("groundingChunkIndices").beginList().number(index++).endList();
        json.endObject();
    }
    json.endList().endObject();
}

} // namespace Gatehouse::Dialects::Gemini
