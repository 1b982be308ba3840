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
    bool estimated = false; //!< counted by us because the provider did not say
    bool known = false;     //!< false: nothing was reported and nothing estimated yet

    bool operator==(const Usage &) const = default;
};

} // namespace Gatehouse
