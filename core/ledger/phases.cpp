// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/phases.h"

#include <algorithm>

namespace Gatehouse::Ledger {

Phases phasesOf(const RequestRecord &record)
{
    if (record.attempts.empty())
        return {};
    const AttemptRecord &last = record.attempts.back();
    const qint64 begin = record.attempts.front().startedUs;
    const qint64 connected = std::max<qint64>(last.connectedUs, 0);
    const qint64 content = last.firstTokenUs >= 0 ? last.firstTokenUs
        : last.headUs >= 0                        ? last.headUs
                                                  : last.durationUs;
    const qint64 first = std::clamp(content, connected, std::max(connected, last.durationUs));
    return {.queue = begin,
            .earlier = last.startedUs - begin,
            .connect = connected,
            .firstToken = first - connected,
            .streaming = std::max<qint64>(last.durationUs - first, 0)};
}

} // namespace Gatehouse::Ledger
