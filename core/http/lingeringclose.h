// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/fdwatch.h"
#include "core/http/sendqueue.h"
#include "core/http/timerwheel.h"

namespace Gatehouse::Http {

//! A socket on its way out: sends what is left, closes the writing side, and reads and drops what
//! the peer still sends until it closes too. Closing at once would make the kernel answer such
//! input with a reset, which may overtake our last bytes (RFC 9112 section 9.6).
class LingeringClose final : public Leftover, private FdHandler
{
public:
    static constexpr std::chrono::milliseconds drainTime{2'000};
    static constexpr std::chrono::milliseconds sendStall{30'000}; //!< without any progress
    static constexpr qint64 drainLimit = 16 * 1024 * 1024;

    //! Takes over \a fd, its unsent bytes and its watch. Ends by itself.
    static void begin(IoContext &io, int fd, SendQueue unsent, FdWatch &watch);

    LingeringClose(IoContext &io, int fd, SendQueue unsent);
    ~LingeringClose() override;

private:
    void onFdEvents(quint32 events) override;
    //! These return false when it is over.
    bool send();
    bool drain();
    quint32 wantedEvents() const;
    void end();

    IoContext &m_io;
    int m_fd;
    SendQueue m_unsent;
    FdWatch m_watch;
    Timer m_timer;
    std::list<std::unique_ptr<Leftover>>::iterator m_position;
    qint64 m_drained = 0;
    bool m_isShut = false;
    bool m_hasPeerEnded = false;
};

} // namespace Gatehouse::Http
