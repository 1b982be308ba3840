// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/question.h"

#include "core/dialects/pairing.h"
#include "core/dialects/replywatch.h"
#include "core/dialects/requestscan.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Providers {

Result<Question> Question::make(const Config::Provider &provider, Dialects::Format front,
                                const QByteArray &model, const QByteArray &body, bool stream)
{
    const Dialects::Quirks &quirks = *provider.quirks;
    const auto upstream = Dialects::upstreamFormat(quirks, front, model);
    if (!upstream)
        return Error{ErrorCode::Unsupported, u"the provider does not offer this"_s};
    QByteArray text = body;
    Dialects::RequestScanner scanner;
    const Result<Dialects::RequestScan> scan = scanner.scan(front, text);
    if (!scan)
        return scan.error();
    Question question(provider);
    question.m_front = front;
    question.m_upstream = *upstream;
    question.m_stream = stream;
    question.m_model = model;
    question.m_body = body;
    if (Dialects::passesUnchanged(quirks, front, *upstream, scan->touchy))
        return question;
    question.m_translation = std::make_unique<Dialects::Translation>(front);
    if (const Result<void> read = question.m_translation->read(body, model, stream); !read)
        return read.error();
    const Result<Dialects::WrittenRequest> written =
        question.m_translation->write(*upstream, {.model = model, .quirks = quirks});
    if (!written)
        return written.error();
    question.m_body = written->body;
    question.m_version = written->version;
    return question;
}

Http::UpstreamRequest Question::request(const Credential &key, WallTime now) const
{
    CredentialSet::OfProvider credentials;
    credentials.keys.push_back(key);
    return compose({.provider = *m_provider,
                    .prepared = prepare(*m_provider),
                    .credentials = credentials,
                    .keyIndex = key.isGiven() ? 0 : -1,
                    .format = m_upstream,
                    .model = m_model,
                    .stream = m_stream,
                    .version = m_version,
                    .now = now},
                   {m_body});
}

Dialects::ReplyContext Question::context() const
{
    return {
        .requestId = "test", .created = 0, .model = m_model, .request = nullptr, .jsonList = false};
}

Result<Question::Answer> Question::answer(const QByteArray &body) const
{
    const Dialects::WholeReply whole = Dialects::scanReply(m_upstream, body);
    if (whole.hasFailed)
        return Error{ErrorCode::Corrupt, QString::fromUtf8(whole.error.message)};
    if (!m_translation)
        return Answer{body, whole.usage};
    const auto answer = m_translation->answer(m_upstream, body, context());
    if (!answer)
        return answer.error();
    return Answer{answer->body, answer->usage};
}

std::unique_ptr<Dialects::StreamWatch> Question::stream() const
{
    if (!m_translation)
        return std::make_unique<Dialects::ReplyWatch>(m_front);
    return m_translation->stream(m_upstream, *m_provider->quirks, context());
}

} // namespace Gatehouse::Providers
