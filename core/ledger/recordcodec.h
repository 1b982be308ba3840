// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/records.h"

#include <array>
#include <span>

namespace Gatehouse::Ledger {

//! The journal's binary form of a RequestRecord: a version byte, then every field in the order of
//! records.h; integers as zigzag varints (7 bits a byte, low first), texts as length and bytes.
//! About 300 bytes for a typical record.

//! No encoding of \a record is longer than this; cheap.
qsizetype encodedSizeBound(const RequestRecord &record);

//! Writes \a record to \a out, which has encodedSizeBound() bytes; returns the bytes written.
qsizetype encodeRecord(const RequestRecord &record, std::span<char> out);

//! Texts that come again in record after record (models, keys, routes), so that reading a journal
//! shares them instead of allocating each anew. Remembers the last text of each hash.
class TextPool
{
public:
    QByteArray take(QByteArrayView text);

private:
    std::array<QByteArray, 256> m_texts;
};

//! Makes \a record the one of exactly these bytes, using the memory it has; false when they are
//! cut, longer than the record, hold an unknown outcome, or are of another version: it is undefined
//! then.
bool decodeRecord(QByteArrayView bytes, TextPool &pool, RequestRecord &record);
std::optional<RequestRecord> decodeRecord(QByteArrayView bytes);

//! Attempts and trace alone, the parts of a record that only its detail shows; in \a out, whose
//! memory is used again. Without the texts that may be left out when space is short: \a details.
void encodeStory(const RequestRecord &record, bool details, QByteArray &out);
//! Puts them into \a record; false when the bytes are no story.
bool decodeStory(QByteArrayView bytes, RequestRecord &record);

} // namespace Gatehouse::Ledger
