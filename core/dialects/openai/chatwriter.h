// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"
#include "core/dialects/jsonwriter.h"

namespace Gatehouse::Dialects::OpenAi {

//! Writes chat.completion.chunk events in the order OpenAI sends them, and "[DONE]". Usage goes out
//! only to a client that asked for it.
class ChatStreamWriter final : public StreamWriter
{
public:
    explicit ChatStreamWriter(const ReplyContext &context);
    void write(const Chunk &chunk, QByteArray &out) override;
    bool repeatsText() const override { return true; }

private:
    void start(const Chunk &chunk);
    //! The first chunk of a choice names the role.
    void introduce(int choice, QByteArray &out);
    void startCall(const Chunk &chunk, QByteArray &out);
    void callArguments(const Chunk &chunk, QByteArray &out);
    void completeCalls(int choice, QByteArray &out);
    void citations(const Chunk &chunk, QByteArray &out);
    void finish(const Chunk &chunk, QByteArray &out);
    void end(QByteArray &out);
    //! One event: everything around \a delta (a JSON object).
    void event(int choice, QByteArrayView delta, QByteArray &out, QByteArrayView finish = {},
               QByteArrayView logprobs = {});
    void textEvent(int choice, QByteArrayView member, QByteArrayView text, QByteArray &out);

    const ReplyContext m_context;
    const bool m_tellsUsage;
    QByteArray m_head;                             //!< "data: {…," up to the choices
    QByteArray m_delta;                            //!< kept for its memory
    std::vector<int> m_choices;                    //!< those introduced
    std::vector<std::pair<int, int>> m_emptyCalls; //!< choice and call without arguments yet
    Usage m_usage;
};

} // namespace Gatehouse::Dialects::OpenAi
