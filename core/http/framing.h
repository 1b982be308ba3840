// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/messageparser.h"

#include <optional>
#include <string>

namespace Gatehouse::Http {

//! Where a message ends and whether the connection lives on, as its head announces it.
struct Framing {
    qint64 contentLength = -1; //!< -1: none announced
    bool chunked = false;
    bool keepAlive = true;
};

enum class MessageKind { Request, Response };

//! Reads the framing of heads whose lines are well formed. Refuses whatever two readers could
//! understand in two ways (RFC 9112 sections 6 and 11.2): Content-Length beside Transfer-Encoding,
//! more than one of either, any coding but "chunked", any coding in HTTP/1.0. llhttp reads the
//! start line and the fields that mean something to it as a second opinion: when it refuses them or
//! sees another framing, so do we.
class FramingReader
{
public:
    explicit FramingReader(MessageKind kind);

    //! The failure, or nothing; then framing() is valid.
    std::optional<ParseFailure> read(QByteArrayView startLine, const Fields &fields,
                                     int minorVersion);
    const Framing &framing() const { return m_framing; }

private:
    std::optional<ParseFailure> readField(const Field &field, int minorVersion);
    std::optional<ParseFailure> readContentLength(QByteArrayView value);
    std::optional<ParseFailure> readTransferEncoding(QByteArrayView value, int minorVersion);
    std::optional<ParseFailure> askLlhttp(int minorVersion);
    void keep(const Field &field);
    bool isAgreed(int minorVersion) const;
    void rememberAgreed(int minorVersion);

    MessageKind m_kind;
    Framing m_framing;
    std::string m_text;           //!< for llhttp
    std::size_t m_lengthAt = 0;   //!< where m_text holds the value of Content-Length …
    std::size_t m_lengthSize = 0; //!< … and its digits; 0: there is none
    //! The last text that llhttp agreed to, without those digits: messages of one connection mostly
    //! differ in nothing else.
    std::string m_agreed;
    std::size_t m_agreedLengthAt = 0;
    int m_agreedMinorVersion = -1;
    bool m_agreedKeepAlive = false;
};

} // namespace Gatehouse::Http
