// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArrayView>

#include <array>
#include <charconv>

namespace Gatehouse::Http {

// The parts of a chunked body (RFC 9112 section 7.1).
inline constexpr char LineEnd[] = "\r\n";
inline constexpr char LastChunk[] = "0\r\n\r\n";

//! The line before a chunk's data: "1f4\r\n".
class ChunkSizeLine
{
public:
    explicit ChunkSizeLine(qsizetype size)
    {
        char *end = std::to_chars(m_text.data(), m_text.data() + m_text.size(), size, 16).ptr;
        *end++ = '\r';
        *end++ = '\n';
        m_length = end - m_text.data();
    }
    QByteArrayView view() const { return {m_text.data(), m_length}; }

private:
    std::array<char, 24> m_text;
    qsizetype m_length = 0;
};

} // namespace Gatehouse::Http
