// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/bodyreader.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Http {

void BodyReader::begin(Kind kind, qint64 length, qint64 bodyLimit, qsizetype extrasLimit)
{
    m_kind = kind;
    m_length = m_left = kind == Kind::Sized ? length : 0;
    m_bodyLimit = bodyLimit;
    if (kind == Kind::Chunked)
        m_chunks.begin(bodyLimit, extrasLimit);
}

void BodyReader::setBodyLimit(qint64 bodyLimit)
{
    m_bodyLimit = bodyLimit;
    m_chunks.setBodyLimit(bodyLimit);
}

ChunkDecoder::Piece BodyReader::next(QByteArrayView bytes)
{
    if (failed() || isComplete())
        return {};
    if (m_kind == Kind::Chunked)
        return m_chunks.next(bytes);
    if (m_kind == Kind::UntilClose)
        return {.consumed = bytes.size(), .data = bytes};
    const auto size = static_cast<qsizetype>(qMin<qint64>(m_left, bytes.size()));
    m_left -= size;
    return {.consumed = size, .data = bytes.first(size)};
}

bool BodyReader::isComplete() const
{
    if (m_kind == Kind::Chunked)
        return m_chunks.isComplete();
    return m_kind != Kind::UntilClose && m_left == 0;
}

bool BodyReader::failed() const
{
    return m_kind == Kind::Chunked ? m_chunks.failed() : m_length > m_bodyLimit;
}

ParseFailure BodyReader::failure() const
{
    if (m_kind == Kind::Chunked)
        return m_chunks.failure();
    return {.status = 413, .reason = "the body is too long"_ba};
}

} // namespace Gatehouse::Http
