// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/usage.h"
#include "core/dialects/format.h"
#include "core/dialects/providererror.h"

namespace Gatehouse::Dialects {

//! What a whole (not streamed) answer says.
struct WholeReply {
    bool isJson = false;    //!< the body is one complete JSON object (for a tail: unknown, false)
    bool hasFailed = false; //!< an error in a 200, or an empty or broken body
    ProviderError error;    //!< message says "empty answer" or "not JSON" when the body was
    Usage usage;            //!< known is false when nothing was reported
    QByteArray model;
    QByteArray finishReason;
};

class JsonMemberReader;

//! Reads the body of a 2xx answer. \a complete: \a body is all of it; otherwise it is the tail of a
//! long one, in which only usage is looked for. The bytes are copied once (the parser's padding).
WholeReply scanReply(Format front, QByteArrayView body, bool complete = true);
//! The same for a complete body, with a \a reader that keeps its memory from one to the next.
WholeReply scanReply(Format front, QByteArrayView body, JsonMemberReader &reader);

} // namespace Gatehouse::Dialects
