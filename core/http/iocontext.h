// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QtCore/QByteArray>

#include <list>
#include <memory>

namespace Gatehouse::Http {

class TimerWheel;
class EpollDispatcher;

//! Work that outlives whoever began it, such as a closing socket. Removes itself when done.
class Leftover
{
public:
    virtual ~Leftover() = default;
};

//! What everything on one I/O thread shares. One per worker, used on that thread only.
struct IoContext {
    const Clock &clock;
    TimerWheel &timers;
    EpollDispatcher *epoll = nullptr; //!< null where the platform's own dispatcher runs
    QByteArray scratch = QByteArray(64 * 1024, Qt::Uninitialized); //!< one read's worth of bytes
    QByteArray plain = {};  //!< the same, decrypted; sized by the first encrypted channel
    QByteArray cipher = {}; //!< encrypted bytes between OpenSSL and the socket; empty between calls
    std::list<std::unique_ptr<Leftover>> leftovers = {}; //!< cut short when the thread ends
};

} // namespace Gatehouse::Http
