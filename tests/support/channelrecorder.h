// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/channel.h"

#include <functional>
#include <optional>

namespace Gatehouse {

//! Writes down what a channel tells, and does on each occasion what a test asks for.
class ChannelRecorder : public Http::ChannelListener
{
public:
    void onConnected() override
    {
        ++connected;
        if (whenConnected)
            whenConnected();
    }
    void onData(QByteArrayView bytes) override
    {
        received.append(bytes);
        if (whenData)
            whenData();
    }
    void onDrained() override
    {
        ++drained;
        if (whenDrained)
            whenDrained();
    }
    void onClosed(Http::ChannelEnd how, const QString &why) override
    {
        ++closed;
        end = how;
        detail = why;
        if (whenClosed)
            whenClosed();
    }

    QByteArray received;
    int connected = 0;
    int drained = 0;
    int closed = 0;
    std::optional<Http::ChannelEnd> end;
    QString detail;
    std::function<void()> whenConnected;
    std::function<void()> whenData;
    std::function<void()> whenDrained;
    std::function<void()> whenClosed;
};

} // namespace Gatehouse
