// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"

namespace Gatehouse::Dialects::Gemini {

Result<Reply> readReply(JsonView body);
QByteArray writeReply(const Reply &reply, const ReplyContext &context);

std::unique_ptr<StreamReader> streamReader(const Quirks &quirks);
std::unique_ptr<StreamWriter> streamWriter(const ReplyContext &context);

//! Ids for calls that come without one, the same for the same answer.
class CallIds
{
public:
    //! \a responseId is the provider's; an empty one is replaced by chance.
    explicit CallIds(const QByteArray &responseId);

    //! Gives \a call its id, with its proof packed in.
    void name(Part &call);

private:
    QByteArray m_conversation;
    qint64 m_made = 0;
};

} // namespace Gatehouse::Dialects::Gemini
