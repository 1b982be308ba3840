// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/records.h"

#include <span>

namespace Gatehouse::Ledger {

//! The journal's binary form of a RequestRecord: a version byte, then every field in the order of
//! records.h; integers as zigzag varints (7 bits a byte, low first), texts as length and bytes.
//! About 300 bytes for a typical record.

//! No encoding of \a record is longer than this; cheap.
qsizetype encodedSizeBound(const RequestRecord &record);

//! Writes \a record to \a out, which has encodedSizeBound() bytes; returns the bytes written.
qsizetype encodeRecord(const RequestRecord &record, std::span<char> out);

//! The record of exactly these bytes; nothing when they are cut, longer than the record, hold an
//! unknown outcome, or are of another version.
std::optional<RequestRecord> decodeRecord(QByteArrayView bytes);

} // namespace Gatehouse::Ledger
