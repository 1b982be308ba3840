// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/channel.h"
#include "core/http/fdwatch.h"
#include "core/http/socketaddress.h"
#include "core/http/timerwheel.h"

#include <functional>
#include <vector>

namespace Gatehouse::Http {

//! Connects to the first of several addresses that answers: tries them in order, the next one when
//! the one before failed or has not answered after 250 ms (RFC 8305 section 5). Sets no limit to
//! the whole. Destroying it gives up.
class Connector
{
public:
    static constexpr std::chrono::milliseconds attemptDelay{250};

    //! Descriptor and address, or how the last address failed.
    struct Outcome {
        int fd = -1;
        QByteArray host;
        ChannelEnd end = ChannelEnd::Error;
        QString detail;
    };
    //! \a done comes once, never from inside the constructor, and may destroy the connector.
    Connector(IoContext &io, std::vector<SocketAddress> addresses,
              std::function<void(Outcome)> done);
    ~Connector();
    Connector(const Connector &) = delete;
    Connector &operator=(const Connector &) = delete;

private:
    class Attempt;

    void tryNext();
    bool tryOne(const SocketAddress &address);
    void attemptEnded(Attempt &attempt, int error);
    void noteFailure(const SocketAddress &address, int error);

    IoContext &m_io;
    std::vector<SocketAddress> m_addresses;
    size_t m_next = 0;
    std::vector<std::unique_ptr<Attempt>> m_attempts;
    Timer m_timer; //!< the next attempt, or the news that there is none
    Outcome m_outcome;
    std::function<void(Outcome)> m_done;
};

} // namespace Gatehouse::Http
