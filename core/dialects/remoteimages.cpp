// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/remoteimages.h"

#include "core/dialects/gemini/generatewords.h"

#include <algorithm>
#include <array>

namespace Gatehouse::Dialects {

namespace {

//! Gemini, Converse and Ollama take bytes, and so does every embedding of images.
bool needsBytes(Format upstream, const Quirks &quirks)
{
    switch (familyOf(upstream)) {
    case Family::Gemini:
    case Family::Bedrock:
    case Family::Ollama:
        return true;
    case Family::OpenAi:
    case Family::Anthropic:
    case Family::Cohere:
        return !quirks.takesRemoteImages || taskOf(upstream) == Task::Embed;
    }
    return false;
}

bool isRemote(const Part &part)
{
    const Media &media = part.media;
    return part.kind == PartKind::Image && media.data.isEmpty()
        && (media.url.startsWith("https://") || media.url.startsWith("http://"));
}

class Finder
{
public:
    explicit Finder(Format upstream)
        : m_isGemini(familyOf(upstream) == Family::Gemini)
    {
    }

    void look(const std::vector<Part> &parts)
    {
        for (const Part &part : parts) {
            look(part.parts);
            const QByteArray &url = part.media.url;
            if (isRemote(part) && !(m_isGemini && Gemini::isGooglesUri(url))
                && std::ranges::find(m_found, url) == m_found.end())
                m_found.push_back(url);
        }
    }
    std::vector<QByteArray> found() && { return std::move(m_found); }

private:
    bool m_isGemini;
    std::vector<QByteArray> m_found;
};

void inlineParts(std::vector<Part> &parts, const FetchedImages &images)
{
    for (Part &part : parts) {
        inlineParts(part.parts, images);
        const auto found = isRemote(part) ? images.find(part.media.url) : images.end();
        if (found == images.end())
            continue;
        part.media.mimeType = found->second.mimeType;
        part.media.data = found->second.data;
        part.media.url.clear();
    }
}

} // namespace

QByteArrayView imageTypeOf(QByteArrayView bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return "image/png";
    if (bytes.startsWith("\xff\xd8\xff"))
        return "image/jpeg";
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return "image/gif";
    if (bytes.size() >= 12 && bytes.startsWith("RIFF") && bytes.sliced(8).startsWith("WEBP"))
        return "image/webp";
    return {};
}

std::vector<QByteArray> unloadableImages(const Request &request, Format upstream,
                                         const Quirks &quirks)
{
    if (!needsBytes(upstream, quirks))
        return {};
    Finder finder(upstream);
    for (const Message &message : request.messages)
        finder.look(message.parts);
    return std::move(finder).found();
}

std::vector<QByteArray> unloadableImages(const EmbeddingRequest &request, Format upstream,
                                         const Quirks &quirks)
{
    if (!needsBytes(upstream, quirks))
        return {};
    Finder finder(upstream);
    for (const EmbeddingRequest::Input &input : request.inputs)
        finder.look(input.parts);
    return std::move(finder).found();
}

void inlineImages(Request &request, const FetchedImages &images)
{
    for (Message &message : request.messages)
        inlineParts(message.parts, images);
}

void inlineImages(EmbeddingRequest &request, const FetchedImages &images)
{
    for (EmbeddingRequest::Input &input : request.inputs)
        inlineParts(input.parts, images);
}

} // namespace Gatehouse::Dialects
