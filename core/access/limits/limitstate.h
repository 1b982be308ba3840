// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/limits/requestwindow.h"
#include "core/access/limits/tokenbucket.h"

#include <QtCore/QByteArray>

#include <mutex>

namespace Gatehouse::Access {

//! How much of its limits one scope has used. Shared by all workers; \a mutex guards everything
//! but what is const and is held for some additions only. Whoever locks several locks them in
//! ascending order.
struct LimitState {
    LimitState(QByteArray scopeText, quint32 place)
        : scope(std::move(scopeText))
        , order(place)
    {
    }

    const QByteArray scope; //!< "key:ci"
    const quint32 order;

    std::mutex mutex;
    RequestWindow requests;
    TokenBucket tokens;
    int maxInFlight = 0; //!< 0: no limit
    int inFlight = 0;
};

} // namespace Gatehouse::Access
