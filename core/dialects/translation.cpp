// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/translation.h"

#include "core/dialects/rerank.h"
#include "core/dialects/translatedstream.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects {

namespace {

Error wordless(Format format)
{
    return {ErrorCode::Unsupported,
            u"the gateway cannot translate %1"_s.arg(QLatin1StringView(formatName(format)))};
}

//! For a caller that wants one call at a time, of a provider that cannot be told: the model makes
//! the others in its next turns.
void onlyFirstCalls(Reply &reply)
{
    for (Choice &choice : reply.choices) {
        bool hasCalled = false;
        std::erase_if(choice.parts, [&hasCalled](const Part &part) {
            return part.kind == PartKind::ToolCall && std::exchange(hasCalled, true);
        });
    }
}

} // namespace

Result<void> Translation::read(QByteArrayView body, const QByteArray &model, bool stream)
{
    const JsonView view = JsonView::trusted(body);
    const auto keep = [this](auto request) -> Result<void> {
        if (!request)
            return request.error();
        m_request = *std::move(request);
        return {};
    };
    switch (taskOf(m_front)) {
    case Task::Chat: {
        const auto reader = chatCodec(m_front).readRequest;
        if (!reader)
            return wordless(m_front);
        Result<Request> request = reader(view);
        if (request) {
            request->model = model;
            request->stream = stream;
        }
        return keep(std::move(request));
    }
    case Task::CountTokens: {
        const auto reader = countCodec(m_front).readRequest;
        return reader ? keep(reader(view)) : wordless(m_front);
    }
    case Task::Embed: {
        const auto reader = embedCodec(m_front).readRequest;
        return reader ? keep(reader(view)) : wordless(m_front);
    }
    case Task::Rerank: {
        const auto reader = rerankCodec(m_front).readRequest;
        return reader ? keep(reader(view)) : wordless(m_front);
    }
    case Task::Images:
    case Task::Transcription:
    case Task::Speech:
    case Task::Moderation:
    case Task::PassThrough:
        return wordless(m_front);
    }
    Q_UNREACHABLE();
}

std::vector<QByteArray> Translation::unloadableImages(Format upstream, const Quirks &quirks) const
{
    if (const auto *request = std::get_if<Request>(&m_request))
        return Dialects::unloadableImages(*request, upstream, quirks);
    if (const auto *request = std::get_if<EmbeddingRequest>(&m_request))
        return Dialects::unloadableImages(*request, upstream, quirks);
    return {};
}

Result<WrittenRequest> Translation::write(Format upstream, const WriteOptions &options,
                                          const FetchedImages &images) const
{
    // A copy shares the texts; another provider may be told the addresses.
    const auto written = [&](const auto &writer, auto request) -> Result<WrittenRequest> {
        if (!writer)
            return wordless(upstream);
        inlineImages(request, images);
        return writer(request, options);
    };
    switch (taskOf(m_front)) {
    case Task::Chat: {
        const auto writer = chatCodec(upstream).writeRequest;
        if (!images.empty())
            return written(writer, std::get<Request>(m_request));
        return writer ? writer(std::get<Request>(m_request), options) : wordless(upstream);
    }
    case Task::CountTokens: {
        const auto writer = countCodec(upstream).writeRequest;
        if (!images.empty())
            return written(writer, std::get<Request>(m_request));
        return writer ? writer(std::get<Request>(m_request), options) : wordless(upstream);
    }
    case Task::Embed: {
        const auto writer = embedCodec(upstream).writeRequest;
        if (!images.empty())
            return written(writer, std::get<EmbeddingRequest>(m_request));
        return writer ? writer(std::get<EmbeddingRequest>(m_request), options) : wordless(upstream);
    }
    case Task::Rerank: {
        const auto writer = rerankCodec(upstream).writeRequest;
        return writer ? writer(std::get<RerankRequest>(m_request), options) : wordless(upstream);
    }
    case Task::Images:
    case Task::Transcription:
    case Task::Speech:
    case Task::Moderation:
    case Task::PassThrough:
        return wordless(m_front);
    }
    Q_UNREACHABLE();
}

Result<Translation::Answer> Translation::answer(Format upstream, QByteArrayView body,
                                                ReplyContext context) const
{
    const JsonView view = JsonView::parse(body);
    if (!view.isSound())
        return Error{ErrorCode::Corrupt, u"the answer is not JSON"_s};
    switch (taskOf(m_front)) {
    case Task::Chat:
        context.request = &std::get<Request>(m_request);
        return chatAnswer(upstream, view, context);
    case Task::CountTokens:
        return countAnswer(upstream, view);
    case Task::Embed:
        return embedAnswer(upstream, view, context);
    case Task::Rerank:
        return rerankAnswer(upstream, view, context);
    case Task::Images:
    case Task::Transcription:
    case Task::Speech:
    case Task::Moderation:
    case Task::PassThrough:
        return wordless(m_front);
    }
    Q_UNREACHABLE();
}

Result<Translation::Answer> Translation::chatAnswer(Format upstream, JsonView body,
                                                    const ReplyContext &context) const
{
    const auto reader = chatCodec(upstream).readReply;
    const auto writer = chatCodec(m_front).writeReply;
    if (!reader || !writer)
        return wordless(reader ? m_front : upstream);
    Result<Reply> reply = reader(body);
    if (!reply)
        return reply.error();
    if (context.request->parallelToolCalls == false)
        onlyFirstCalls(*reply);
    return Answer{writer(*reply, context), reply->usage, reply->model};
}

Result<Translation::Answer> Translation::countAnswer(Format upstream, JsonView body) const
{
    const auto reader = countCodec(upstream).readReply;
    const auto writer = countCodec(m_front).writeReply;
    if (!reader || !writer)
        return wordless(reader ? m_front : upstream);
    const Result<qint64> tokens = reader(body);
    if (!tokens)
        return tokens.error();
    return Answer{writer(*tokens), {}, {}};
}

Result<Translation::Answer> Translation::embedAnswer(Format upstream, JsonView body,
                                                     const ReplyContext &context) const
{
    const auto reader = embedCodec(upstream).readReply;
    const auto writer = embedCodec(m_front).writeReply;
    if (!reader || !writer)
        return wordless(reader ? m_front : upstream);
    const Result<EmbeddingReply> reply = reader(body);
    if (!reply)
        return reply.error();
    return Answer{writer(*reply, std::get<EmbeddingRequest>(m_request), context), reply->usage,
                  reply->model};
}

Result<Translation::Answer> Translation::rerankAnswer(Format upstream, JsonView body,
                                                      const ReplyContext &context) const
{
    const auto reader = rerankCodec(upstream).readReply;
    const auto writer = rerankCodec(m_front).writeReply;
    if (!reader || !writer)
        return wordless(reader ? m_front : upstream);
    Result<RerankReply> reply = reader(body);
    if (!reply)
        return reply.error();
    addDocuments(std::get<RerankRequest>(m_request), *reply);
    return Answer{writer(*reply, context), reply->usage, reply->model};
}

std::unique_ptr<StreamWatch> Translation::stream(Format upstream, const Quirks &quirks,
                                                 ReplyContext context) const
{
    context.request = &std::get<Request>(m_request);
    return std::make_unique<TranslatedStream>(upstream, m_front, quirks, context);
}

} // namespace Gatehouse::Dialects
