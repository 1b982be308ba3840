// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/dialects/anthropic/codecprobe.h"

namespace Gatehouse::Dialects::Probe {

//! What is wrong with the order of a whole Anthropic stream; empty when nothing is. Written from
//! the vendor's description of its events: message_start, blocks that never overlap with rising
//! index, message_delta, message_stop; each event named as its type.
inline QByteArray messagesOrderProblem(const QByteArray &stream)
{
    const QList<Event> events = eventsOf(stream);
    int open = -1;
    int next = 0;
    for (qsizetype i = 0; i < events.size(); ++i) {
        const QByteArray type = events[i].data[QLatin1String("type")].toString().toLatin1();
        const int index = events[i].data[QLatin1String("index")].toInt(-1);
        const QByteArray at = " at event " + QByteArray::number(i);
        if (type != events[i].name)
            return "name differs from type" + at;
        if ((type == "message_start") != (i == 0))
            return "message_start" + at;
        if (type == "content_block_start") {
            if (open >= 0 || index != next++)
                return "start of a block" + at;
            open = index;
        } else if (type == "content_block_delta") {
            if (open < 0 || index != open)
                return "delta of a block that is not open" + at;
        } else if (type == "content_block_stop") {
            if (open < 0 || index != open)
                return "end of a block that is not open" + at;
            open = -1;
        } else if ((type == "message_delta") != (i == events.size() - 2)) {
            return "message_delta" + at;
        } else if ((type == "message_stop") != (i == events.size() - 1)) {
            return "message_stop" + at;
        }
    }
    return open >= 0 || events.size() < 3 ? "an open end" : QByteArray();
}

} // namespace Gatehouse::Dialects::Probe
