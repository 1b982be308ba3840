// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/admission.h"
#include "core/http/timerwheel.h"
#include "core/ledger/records.h"

#include <list>
#include <memory>

namespace Gatehouse::Gateway {

class ShadowCopy;
class Worker;

//! The copies of requests that one worker sends to shadow targets, off the path of their clients:
//! a copy begins after its original has ended, its answer is read for what it says about the target
//! and thrown away. A few at a time and none twice: where there is no room for one it is left out
//! and counted. Copies tell breakers, health and balancing nothing, take no place that callers
//! could need, and are booked by themselves. Worker thread only.
class ShadowCopies
{
public:
    //! Copies of one worker under way, of one route among them, and bytes of a request worth
    //! copying.
    static constexpr int mostAtATime = 16;
    static constexpr int mostOfARoute = 4;
    static constexpr qsizetype largestBody = 4 * 1024 * 1024;

    explicit ShadowCopies(Worker &worker);
    ~ShadowCopies();
    ShadowCopies(const ShadowCopies &) = delete;
    ShadowCopies &operator=(const ShadowCopies &) = delete;

    struct Original {
        const std::shared_ptr<const Published> &published;
        const Admission &admission;
        const Ledger::RequestRecord &record;
        bool jsonList = false;
    };
    //! A request of a route with a shadow has ended, and asking again does no harm: chance decides
    //! whether it is copied. Cheap; nothing is sent before the caller is done.
    void offer(const Original &original);
    //! Ends all and books what they used.
    void interruptAll();

    int running() const { return static_cast<int>(m_copies.size()); }

private:
    friend class ShadowCopy;
    bool hasRoom(const Routing::ShadowState &state) const;
    void begin();
    void remove(ShadowCopy &copy);

    Worker &m_worker;
    std::list<std::unique_ptr<ShadowCopy>> m_copies; //!< under way, and behind them those to begin
    Http::Timer m_begin;
};

} // namespace Gatehouse::Gateway
