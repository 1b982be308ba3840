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

std::string_view stringView(QByteArrayView bytes)
{
    return {bytes.data(), static_cast<std::size_t>(bytes.size())};
}

int pauseAfterHead(llhttp_t *)
{
    return HPE_PAUSED;
}

//! Runs llhttp over a complete head; false when it refuses.
bool runLlhttp(MessageKind kind, std::string_view text, llhttp_t &parser)
{
    static const llhttp_settings_t settings = [] {
        llhttp_settings_t initial;
        llhttp_settings_init(&initial);
        initial.on_headers_complete = pauseAfterHead;
        return initial;
    }();
    llhttp_init(&parser, kind == MessageKind::Request ? HTTP_REQUEST : HTTP_RESPONSE, &settings);
    return llhttp_execute(&parser, text.data(), text.size()) == HPE_PAUSED;
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

FramingReader::FramingReader(MessageKind kind)
    : m_kind(kind)
{
}

Failure FramingReader::read(QByteArrayView startLine, const Fields &fields, int minorVersion)
{
    m_framing = {};
    m_text.clear();
    m_lengthSize = 0;
    m_text += stringView(startLine);
    m_text += "\r\n";
    for (const Field &field : fields.all()) {
        if (Failure failure = readField(field, minorVersion))
            return failure;
    }
    if (m_framing.chunked && m_framing.contentLength >= 0)
        return refused("Content-Length beside Transfer-Encoding"_ba);
    m_text += "\r\n";
    if (isAgreed(minorVersion)) {
        m_framing.keepAlive = m_agreedKeepAlive;
        return std::nullopt;
    }
    Failure failure = askLlhttp(minorVersion);
    if (!failure)
        rememberAgreed(minorVersion);
    return failure;
}

bool FramingReader::isAgreed(int minorVersion) const
{
    const std::string_view text(m_text);
    const std::string_view agreed(m_agreed);
    if (minorVersion != m_agreedMinorVersion || m_agreed.size() + m_lengthSize != m_text.size())
        return false;
    if (m_lengthSize == 0)
        return m_agreedLengthAt == 0 && text == agreed;
    return m_lengthAt == m_agreedLengthAt
        && text.substr(0, m_lengthAt) == agreed.substr(0, m_lengthAt)
        && text.substr(m_lengthAt + m_lengthSize) == agreed.substr(m_lengthAt);
}

void FramingReader::rememberAgreed(int minorVersion)
{
    constexpr std::size_t longest = 512; // it stays for as long as the connection
    m_agreedMinorVersion = m_text.size() <= longest ? minorVersion : -1;
    if (m_agreedMinorVersion < 0)
        return;
    m_agreed = m_text;
    m_agreedLengthAt = m_lengthSize > 0 ? m_lengthAt : 0;
    m_agreed.erase(m_agreedLengthAt, m_lengthSize);
    m_agreedKeepAlive = m_framing.keepAlive;
}

Failure FramingReader::readField(const Field &field, int minorVersion)
{
    Failure failure;
    if (sameName(field.name, "content-length")) {
        failure = readContentLength(field.value);
        m_lengthAt = m_text.size() + static_cast<std::size_t>(field.name.size()) + 1; // see keep()
        m_lengthSize = static_cast<std::size_t>(field.value.size());
    } else if (sameName(field.name, "transfer-encoding")) {
        failure = readTransferEncoding(field.value, minorVersion);
    } else if (!sameName(field.name, "connection") && !sameName(field.name, "upgrade")) {
        return std::nullopt;
    }
    keep(field);
    return failure;
}

Failure FramingReader::readContentLength(QByteArrayView value)
{
    if (m_framing.contentLength >= 0)
        return refused("more than one Content-Length"_ba);
    const std::optional<qint64> length = parseContentLength(value);
    if (!length)
        return refused("Content-Length is not a number of 1 to 19 digits"_ba);
    m_framing.contentLength = *length;
    return std::nullopt;
}

Failure FramingReader::readTransferEncoding(QByteArrayView value, int minorVersion)
{
    if (minorVersion == 0)
        return refused("Transfer-Encoding in HTTP/1.0"_ba);
    if (m_framing.chunked || !sameName(value, "chunked"))
        return refused("Transfer-Encoding is not chunked exactly once"_ba);
    m_framing.chunked = true;
    return std::nullopt;
}

Failure FramingReader::askLlhttp(int minorVersion)
{
    llhttp_t parser;
    if (!runLlhttp(m_kind, m_text, parser)) {
        if (llhttp_get_errno(&parser) == HPE_INVALID_METHOD)
            return ParseFailure{.status = 501, .reason = "the method is not known"_ba};
        return refused("the head is malformed"_ba);
    }
    if (!agrees(parser, minorVersion, m_framing))
        return refused("the framing is ambiguous"_ba);
    // RFC 9112 section 9.3: HTTP/1.1 keeps the connection unless told, HTTP/1.0 only when told.
    const bool wantsClose = (parser.flags & F_CONNECTION_CLOSE) != 0;
    const bool wantsKeep = minorVersion == 1 || (parser.flags & F_CONNECTION_KEEP_ALIVE) != 0;
    m_framing.keepAlive = wantsKeep && !wantsClose;
    return std::nullopt;
}

void FramingReader::keep(const Field &field)
{
    m_text += stringView(field.name);
    m_text += ':';
    m_text += stringView(field.value);
    m_text += "\r\n";
}

} // namespace Gatehouse::Http
