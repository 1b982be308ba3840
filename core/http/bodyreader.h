// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/chunkdecoder.h"

namespace Gatehouse::Http {

//! Follows a message body to its end, whichever way it is framed. Copies nothing.
class BodyReader
{
public:
    enum class Kind { None, Sized, Chunked, UntilClose };

    //! \a length counts for Sized only.
    void begin(Kind kind, qint64 length, qint64 bodyLimit, qsizetype extrasLimit);
    void setBodyLimit(qint64 bodyLimit);

    //! The next piece of body in \a bytes; nothing is consumed after the end or a failure.
    ChunkDecoder::Piece next(QByteArrayView bytes);
    bool isComplete() const;
    bool isUntilClose() const { return m_kind == Kind::UntilClose; }
    bool failed() const;
    ParseFailure failure() const;

private:
    Kind m_kind = Kind::None;
    qint64 m_length = 0;
    qint64 m_left = 0;
    qint64 m_bodyLimit = 0;
    ChunkDecoder m_chunks;
};

} // namespace Gatehouse::Http
