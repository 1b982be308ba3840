// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/limits/limitstate.h"
#include "core/api/documents/spending.h"
#include "core/base/result.h"

#include <QtCore/QHash>

#include <map>
#include <memory>
#include <vector>

namespace Gatehouse::Access {

//! What one scope has in force and has used, for lists.
struct LimitReport {
    QByteArray scope;
    int rpm = 0; //!< 0: no limit
    int requestsLeft = 0;
    std::chrono::milliseconds requestsReset{};
    int tpm = 0;
    qint64 tokensLeft = 0;
    std::chrono::milliseconds tokensReset{};
    int maxInFlight = 0;
    int inFlight = 0;
};

//! Keeps the states of all scopes that have or had limits: what was used survives a publication,
//! and with save() and load() a restart. Control thread; the states themselves are for everybody
//! and live as long as the book.
class LimitBook
{
public:
    //! What was saved longer ago says nothing any more.
    static constexpr std::chrono::seconds oldest{60};

    explicit LimitBook(const Clock &clock)
        : m_clock(clock)
    {
    }

    //! The states of \a limits by scope. Of several limits of a scope the narrowest holds.
    QHash<QByteArray, LimitState *> apply(const QList<Api::Limit> &limits);

    //! By scope, for those in force.
    std::vector<LimitReport> report() const;

    //! What was used within the last minute.
    QByteArray save() const;
    //! Takes what save() gave, less what has passed since; anything else is left aside.
    void load(const QByteArray &saved);

private:
    LimitState &stateOf(const QByteArray &scope);

    const Clock &m_clock;
    std::map<QByteArray, std::unique_ptr<LimitState>> m_states;
};

} // namespace Gatehouse::Access
