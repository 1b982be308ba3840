// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/requestscan.h"

#include <vector>

namespace Gatehouse::Dialects {

//! The gateway must add stream_options.include_usage to learn what a stream costs: a streamed chat
//! or completions request whose client did not ask for it. What is added is hidden again by
//! ReplyWatch.
bool needsUsageInjected(Format front, const RequestScan &scan);

//! \a body with the value of "model" replaced by \a upstreamModel and, when \a includeUsage,
//! stream_options.include_usage set to true; every other byte is kept. Bodies up to 16 KiB come
//! back as one array; larger ones as parts that share \a body's memory as raw slices: \a body must
//! outlive them unchanged (keep the same QByteArray in the exchange). An unchanged body is
//! returned as it is.
std::vector<QByteArray> spliceBody(const QByteArray &body, const RequestScan &scan,
                                   QByteArrayView upstreamModel, bool includeUsage);

} // namespace Gatehouse::Dialects
