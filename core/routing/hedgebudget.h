// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>

#include <algorithm>
#include <atomic>

namespace Gatehouse::Routing {

//! How many requests of a route may be asked twice: each request earns its percent, a second
//! attempt costs a hundred. One is free at the start; what is not used is kept for a few. Shared by
//! all workers, lock-free.
class HedgeBudget
{
public:
    static constexpr qint64 price = 10'000;    //!< hundredths of a percent
    static constexpr qint64 most = 10 * price; //!< that is kept

    void earn(double percent)
    {
        const auto more = static_cast<qint64>(percent * 100);
        qint64 credit = m_credit.load(std::memory_order_relaxed);
        while (credit < most
               && !m_credit.compare_exchange_weak(credit, std::min(credit + more, most))) { }
    }
    //! Pays for a second attempt; false when there is not enough.
    bool spend()
    {
        qint64 credit = m_credit.load(std::memory_order_relaxed);
        while (credit >= price) {
            if (m_credit.compare_exchange_weak(credit, credit - price))
                return true;
        }
        return false;
    }

private:
    std::atomic<qint64> m_credit{price};
};

} // namespace Gatehouse::Routing
