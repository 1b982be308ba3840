// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"
#include "core/dialects/jsonwriter.h"

namespace Gatehouse::Dialects::OpenAi {

//! Legacy completions. One text prompt is one user message; a prompt of tokens or of several texts
//! becomes the extra "prompt", which only a provider with this endpoint can take.
Result<Request> readCompletionRequest(JsonView body);
Result<Reply> readCompletionReply(JsonView body);
QByteArray writeCompletionReply(const Reply &reply, const ReplyContext &context);

//! Writes text_completion events; thoughts and calls have no place in them.
class CompletionStreamWriter final : public StreamWriter
{
public:
    explicit CompletionStreamWriter(const ReplyContext &context);
    void write(const Chunk &chunk, QByteArray &out) override;
    bool repeatsText() const override { return true; }

private:
    void start(const Chunk &chunk);
    void event(int choice, QByteArrayView text, QByteArrayView finish, QByteArray &out);
    void end(QByteArray &out);

    const ReplyContext m_context;
    const bool m_tellsUsage;
    QByteArray m_head; //!< "data: {…," up to the choices
    Usage m_usage;
};

} // namespace Gatehouse::Dialects::OpenAi
