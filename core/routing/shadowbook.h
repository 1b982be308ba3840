// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/routepolicy.h"
#include "core/base/clock.h"
#include "core/base/quantities.h"

#include <QtCore/QByteArray>
#include <QtCore/QSet>

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace Gatehouse::Routing {

//! Why a request that chance chose was not copied.
enum class NotCopied {
    Busy,       //!< the worker has as many copies under way as it takes
    NoPlace,    //!< the target's provider has no place to spare, rests or is not awake
    MoneySpent, //!< the day's money is used up
    NotPriced,  //!< with a daily limit, and nobody knows what it would cost
    NotFit,     //!< the target may not or cannot take it: residency, allowed targets, abilities
    TooLarge,
    Refused, //!< a limit, a budget or a pause of ours, or no words for it
};
inline constexpr int notCopiedKinds = 7;
//! "busy", "no_place", "money_spent", "not_priced", "not_fit", "too_large", "refused".
QByteArrayView notCopiedName(NotCopied why);

//! The copies that one route sends to its shadow target: what they cost today and what became of
//! them. Thread-safe and lock-free.
class ShadowState
{
public:
    explicit ShadowState(const Api::Shadow &shadow)
        : m_shadow(shadow)
    {
    }

    const Api::Shadow &shadow() const { return m_shadow; }

    // the day's money; \a day counts days of the reporting zone
    //! What the books knew of \a day at the start. Nothing is copied before.
    void seed(qint64 day, Money spent);
    bool isSeeded() const { return m_seeded.load(std::memory_order_acquire); }
    //! Sets \a expected aside; false when the day has no room for it.
    bool reserve(qint64 day, Money expected);
    //! A copy ended: what it cost takes the place of what was set aside.
    void settle(qint64 day, Money expected, Money cost);
    Money spentOn(qint64 day) const;

    //! The target asked for a rest.
    void restUntil(SteadyTime until);
    bool rests(SteadyTime now) const;

    void countCopy() { m_copies.fetch_add(1, std::memory_order_relaxed); }
    void count(NotCopied why)
    {
        m_notCopied.at(static_cast<std::size_t>(why)).fetch_add(1, std::memory_order_relaxed);
    }
    //! Since the start.
    qint64 copies() const { return m_copies.load(std::memory_order_relaxed); }
    qint64 notCopied(NotCopied why) const
    {
        return m_notCopied.at(static_cast<std::size_t>(why)).load(std::memory_order_relaxed);
    }

private:
    void turnTo(qint64 day);

    const Api::Shadow m_shadow;
    std::atomic<bool> m_seeded{false};
    std::atomic<qint64> m_day{0};
    std::atomic<qint64> m_nanoUsd{0};   //!< of that day, with what is set aside
    std::atomic<qint64> m_restUntil{0}; //!< steady microseconds
    std::atomic<qint64> m_copies{0};
    std::array<std::atomic<qint64>, notCopiedKinds> m_notCopied{};
};

//! The shadows of all routes; one survives publications that leave it as it is.
class ShadowBook
{
public:
    //! Takes a lock: for building tables.
    std::shared_ptr<ShadowState> state(QByteArrayView route, const Api::Shadow &shadow);
    struct Running {
        QByteArray route;
        std::shared_ptr<ShadowState> state;
    };
    std::vector<Running> running() const;
    //! Null when \a route has none.
    std::shared_ptr<ShadowState> find(QByteArrayView route) const;
    //! Forgets those of routes that have none any more.
    void keepOnly(const QSet<QByteArray> &routes);

private:
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, std::shared_ptr<ShadowState>> m_states;
};

} // namespace Gatehouse::Routing
