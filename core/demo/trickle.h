// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/dice.h"
#include "core/http/timerwheel.h"
#include "core/http/upstream.h"

#include <QtCore/QHash>

#include <memory>
#include <vector>

namespace Gatehouse::Demo {

//! The sample office at work: about one request a second to the gateway with the sample keys, as
//! any client would send them. One thread, that of \a io.
class Trickle
{
public:
    Trickle(Http::IoContext &io, quint64 seed);
    ~Trickle();
    Trickle(const Trickle &) = delete;
    Trickle &operator=(const Trickle &) = delete;

    //! \a port of the gateway on this computer; \a keys: secrets by the sample keys' names.
    void start(quint16 port, const QHash<QByteArray, QByteArray> &keys);
    //! Sends no more and leaves what is running.
    void stop();

private:
    class Call;

    void sendOne();
    void scheduleNext();
    void clearEnded();

    Http::IoContext &m_io;
    Dice m_dice;
    Http::UpstreamClient m_client;
    quint16 m_port = 0;
    QHash<QByteArray, QByteArray> m_keys;
    std::vector<std::unique_ptr<Call>> m_calls;
    Http::Timer m_timer;
};

} // namespace Gatehouse::Demo
