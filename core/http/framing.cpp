// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/framing.h"

#include "core/http/grammar.h"

#include <llhttp.h>

using namespace Qt::StringLiterals;

namespace Gatehouse::Http {

namespace {

using Failure = std::optional<ParseFailure>;

Failure refused(const QByteArray &reason)
{
    return ParseFailure{.status = 400, .reason = reason};
}

Failure readContentLength(QByteArrayView value, Framing &framing)
{
    if (framing.contentLength >= 0)
        return refused("more than one Content-Length"_ba);
    const std::optional<qint64> length = parseContentLength(value);
    if (!length)
        return refused("Content-Length is not a number of 1 to 19 digits"_ba);
    framing.contentLength = *length;
    return std::nullopt;
}

Failure readTransferEncoding(QByteArrayView value, int minorVersion, Framing &framing)
{
    if (minorVersion == 0)
        return refused("Transfer-Encoding in HTTP/1.0"_ba);
    if (framing.chunked || !sameName(value, "chunked"))
        return refused("Transfer-Encoding is not exactly one \"chunked\""_ba);
    framing.chunked = true;
    return std::nullopt;
}

Failure readFields(const Fields &fields, int minorVersion, Framing &framing)
{
    for (const Field &field : fields.all()) {
        Failure failure;
        if (sameName(field.name, "content-length"))
            failure = readContentLength(field.value, framing);
        else if (sameName(field.name, "transfer-encoding"))
            failure = readTransferEncoding(field.value, minorVersion, framing);
        if (failure)
            return failure;
    }
    if (framing.chunked && framing.contentLength >= 0)
        return refused("Content-Length beside Transfer-Encoding"_ba);
    return std::nullopt;
}

int pauseAfterHead(llhttp_t *)
{
    return HPE_PAUSED;
}

//! Runs llhttp over a complete head; false when it refuses.
bool runLlhttp(MessageKind kind, QByteArrayView text, llhttp_t &parser)
{
    static const llhttp_settings_t settings = [] {
        llhttp_settings_t initial;
        llhttp_settings_init(&initial);
        initial.on_headers_complete = pauseAfterHead;
        return initial;
    }();
    llhttp_init(&parser, kind == MessageKind::Request ? HTTP_REQUEST : HTTP_RESPONSE, &settings);
    return llhttp_execute(&parser, text.data(), static_cast<std::size_t>(text.size()))
        == HPE_PAUSED;
}

bool agrees(const llhttp_t &parser, int minorVersion, const Framing &framing)
{
    const bool hasLength = (parser.flags & F_CONTENT_LENGTH) != 0;
    return parser.http_major == 1 && parser.http_minor == minorVersion
        && ((parser.flags & F_CHUNKED) != 0) == framing.chunked
        && hasLength == (framing.contentLength >= 0)
        && (!hasLength || parser.content_length == static_cast<quint64>(framing.contentLength));
}

} // namespace

Failure readFraming(MessageKind kind, QByteArrayView text, const Fields &fields, int minorVersion,
                    Framing &framing)
{
    framing = {};
    if (Failure failure = readFields(fields, minorVersion, framing))
        return failure;
    llhttp_t parser;
    if (!runLlhttp(kind, text, parser)) {
        if (llhttp_get_errno(&parser) == HPE_INVALID_METHOD)
            return ParseFailure{.status = 501, .reason = "the method is not known"_ba};
        return refused("the head is malformed"_ba);
    }
    if (!agrees(parser, minorVersion, framing))
        return refused("the framing is ambiguous"_ba);
    // RFC 9112 section 9.3: HTTP/1.1 keeps the connection unless told, HTTP/1.0 only when told.
    const bool wantsClose = (parser.flags & F_CONNECTION_CLOSE) != 0;
    const bool wantsKeep = minorVersion == 1 || (parser.flags & F_CONNECTION_KEEP_ALIVE) != 0;
    framing.keepAlive = wantsKeep && !wantsClose;
    return std::nullopt;
}

} // namespace Gatehouse::Http
