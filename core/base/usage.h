// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>

namespace Gatehouse {

//! Billable quantities of one answer, in one normal form for every provider: the totals include
//! their parts (promptTokens contains cached and cache-write tokens, completionTokens contains
//! reasoning tokens).
struct Usage {
    qint64 promptTokens = 0;
    qint64 cachedTokens = 0;
    qint64 cacheWriteTokens = 0;     //!< 5-minute writes, or writes of unspecified life
    qint64 cacheWriteHourTokens = 0; //!< writes that live one hour (own price)
    qint64 completionTokens = 0;
    qint64 reasoningTokens = 0;
    qint64 audioInTokens = 0;
    qint64 audioOutTokens = 0;
    qint64 imageInTokens = 0; //!< of promptTokens; only where pictures are made from pictures
    // what is not counted in tokens
    qint64 images = 0;      //!< pictures made
    qint64 audioMs = 0;     //!< milliseconds of sound heard
    qint64 characters = 0;  //!< of text read aloud
    qint64 queries = 0;     //!< searches, of a reranking
    qint64 machineUs = 0;   //!< microseconds that a machine paid by the hour was held
    bool batch = false;     //!< charged at batch rates
    bool estimated = false; //!< counted by us because the provider did not say
    bool known = false;     //!< false: nothing was reported and nothing estimated yet

    bool hasUnits() const { return images > 0 || audioMs > 0 || characters > 0 || queries > 0; }
    bool operator==(const Usage &) const = default;
};

} // namespace Gatehouse
