// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/messageparser.h"

#include <optional>

namespace Gatehouse::Http {

//! Where a message ends and whether the connection lives on, as its head announces it.
struct Framing {
    qint64 contentLength = -1; //!< -1: none announced
    bool chunked = false;
    bool keepAlive = true;
};

enum class MessageKind { Request, Response };

//! Reads the framing of a head whose lines are well formed. Refuses whatever two readers could
//! understand in two ways (RFC 9112 sections 6 and 11.2): Content-Length beside Transfer-Encoding,
//! more than one of either, any coding but "chunked", any coding in HTTP/1.0. llhttp reads \a text
//! (start line and fields) as a second opinion: when it refuses the head or sees another framing,
//! so do we. Gives the failure, or nothing and \a framing.
std::optional<ParseFailure> readFraming(MessageKind kind, QByteArrayView text, const Fields &fields,
                                        int minorVersion, Framing &framing);

} // namespace Gatehouse::Http
