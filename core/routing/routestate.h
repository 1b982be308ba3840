// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>

#include <algorithm>
#include <atomic>

namespace Gatehouse::Routing {

//! What was learned about the requests of one route. Thread-safe, lock-free.
class RouteState
{
public:
    //! Before anything was learned.
    static constexpr qint64 usualOutput = 400;

    //! Decayed mean of the tokens of an answer.
    qint64 expectedOutput() const
    {
        const qint64 learned = m_output.load(std::memory_order_relaxed);
        return learned > 0 ? learned : usualOutput;
    }
    void sawOutput(qint64 tokens)
    {
        constexpr qint64 share = 16; // of the past in the mean
        const qint64 seen = m_output.load(std::memory_order_relaxed);
        const qint64 next = seen == 0 ? tokens : seen + (tokens - seen) / share;
        m_output.store(std::max<qint64>(next, 1), std::memory_order_relaxed); // a race loses one
    }

private:
    std::atomic<qint64> m_output{0};
};

} // namespace Gatehouse::Routing
