// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/records.h"

namespace Gatehouse::Ledger {

//! Where an answered request's time went, in microseconds.
struct Phases {
    qint64 queue = 0;      //!< until the first attempt: admission and waiting for a place
    qint64 earlier = 0;    //!< attempts that failed before, and the pauses between
    qint64 connect = 0;    //!< connecting and TLS; 0 on a connection that was open
    qint64 firstToken = 0; //!< from there to the first content, or the head of a whole answer
    qint64 streaming = 0;  //!< from there to the end

    bool operator==(const Phases &) const = default;
};

//! Of the attempt that answered; all zero for a request without one.
Phases phasesOf(const RequestRecord &record);

} // namespace Gatehouse::Ledger
