// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/bounds.h"
#include "core/dialects/errors.h"
#include "core/dialects/format.h"
#include "core/ledger/records.h"

namespace Gatehouse::Config {
struct Provider;
}

namespace Gatehouse::Gateway {

struct Admission;
struct Published;

//! What a request holds of limits and budgets from its admission to its end. Whatever way it ends,
//! all of it is given back: by settle(), withdraw() or the end of its life.
class Purse
{
public:
    using Refusal = std::optional<Dialects::ClientError>;

    //! Takes of the limits of gateway, team, key and route.
    Refusal enterLimits(Admission &admission);
    //! Reserves of the budgets of gateway, team, key, person, route and tags; may send the request
    //! to another route.
    Refusal enterBudgets(Admission &admission);
    //! Takes of the limits and budgets of a provider that is about to be asked; what another
    //! attempt took is left. False: the provider may not be asked, refusal() says why.
    bool enterProvider(const Admission &admission, const Config::Provider &provider,
                       const QByteArray &model, SteadyTime now);
    const Refusal &refusal() const { return m_refusal; }

    //! A provider was reached at \a moment: limits on requests go by that.
    void countFrom(SteadyTime moment);
    //! The request was refused before anybody was asked: it never was.
    void withdraw(SteadyTime now);
    //! It is in the journal; its streamed answer had \a contentBytes of text, 0 = not known.
    void settle(const Published &published, const Ledger::RequestRecord &record,
                const Access::KeyEntry &key, SteadyTime now, qint64 contentBytes = 0);
    //! The same for a copy: it counts for its provider, and for nobody's budget but the gateway's.
    void settleCopy(const Published &published, const Ledger::RequestRecord &record,
                    SteadyTime now);
    //! The prompt's tokens as the scan guessed them.
    qint64 roughPrompt() const { return m_promptEstimate; }

    //! Limits were taken of, or refused.
    bool isLimited() const { return !m_limits.isEmpty() || m_refusedRoom; }
    //! x-ratelimit-… or anthropic-ratelimit-…, as the front's clients know them. Only when
    //! isLimited().
    void appendFields(QByteArray &fields, Dialects::Format front, SteadyTime now,
                      WallTime wall) const;

private:
    Refusal pauseRefusal(const Admission &admission) const;

    Access::LimitHold m_limits;
    Access::BudgetHold m_budgets;
    Access::LimitHold m_providerLimits;
    Access::BudgetHold m_providerBudgets;
    qint64 m_tokens = 0; //!< estimated
    qint64 m_promptEstimate = 0;
    Refusal m_refusal;                              //!< of the last provider
    std::optional<Access::LimitRoom> m_refusedRoom; //!< what was left when limits refused
};

} // namespace Gatehouse::Gateway
