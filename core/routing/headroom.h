// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/dialects/allowances.h"

#include <array>
#include <atomic>
#include <optional>
#include <span>
#include <vector>

namespace Gatehouse::Routing {

//! What a provider last said is left of the allowances of one key. Thread-safe and lock-free; the
//! numbers of one reading may come from two answers that arrived together.
class Headroom
{
public:
    struct Reading {
        Dialects::AllowanceKind kind = Dialects::AllowanceKind::Requests;
        std::optional<qint64> limit;
        qint64 remaining = 0;
        std::optional<SteadyTime> resetsAt; //!< as it was said; nothing once that has passed
        SteadyTime seenAt{};

        //! 0..1 of the limit, nothing without one.
        std::optional<double> shareLeft() const;
    };
    //! Older readings tell nothing any more.
    static constexpr std::chrono::hours forgottenAfter{24};

    void saw(std::span<const Dialects::AllowanceReading> readings, SteadyTime now);
    //! Of each kind that was told. After its reset an allowance is as full as its limit.
    std::vector<Reading> readings(SteadyTime now) const;

private:
    struct Cell {
        std::atomic<qint64> limit{-1};
        std::atomic<qint64> remaining{-1}; //!< -1: never told
        std::atomic<qint64> resetsAt{0};   //!< steady microseconds, 0 = not said
        std::atomic<qint64> seenAt{0};
    };
    std::array<Cell, Dialects::allowanceKinds> m_cells;
};

} // namespace Gatehouse::Routing
