// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/plan.h"
#include "core/routing/rules.h"

namespace Gatehouse::Routing {

//! What a target must be for one request. Made once for each plan; fits() is asked for each target.
class Fit
{
public:
    Fit(const Direction &direction, const RequestFacts &facts, SteadyTime now);

    //! The regions of \a route hold too, until leave().
    void enter(const Config::Route &route);
    void leave();

    //! What speaks against \a entry, nothing when it can take the request.
    std::optional<Reason> problem(const Entry &entry) const;

private:
    void bind(const QStringList &regions);
    bool isInside(const Config::Provider &provider) const;
    bool isAllowed(const Config::Target &target) const;
    Reason missing(quint8 lacks) const;

    const RequestFacts &m_facts;
    const TargetPatterns *m_narrowed;
    SteadyTime m_now;
    quint8 m_needs = 0;
    QVarLengthArray<const QStringList *, 8> m_regions; //!< all hold
    QVarLengthArray<qsizetype, 8> m_entered;           //!< sizes of m_regions before
};

} // namespace Gatehouse::Routing
