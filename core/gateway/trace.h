// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/planner.h"

#include <QtCore/QByteArray>

namespace Gatehouse::Gateway {

//! The decision trace of one request: what was checked, in order, with the outcome of each step.
//! Kept as compact JSON from the start, because it is stored with every request:
//! {"steps":[{"name":"key","ok":true,"text":"design"},…],"candidates":[…],"plan":["openai/gpt"]}.
class Trace
{
public:
    void step(QByteArrayView name, bool ok, QByteArrayView text);
    //! Candidates are written out when there was a choice to make, the plan always.
    void plan(const Routing::Plan &plan);
    //! The object so far.
    QByteArray json() const;

private:
    QByteArray m_steps;
    QByteArray m_plan;
};

} // namespace Gatehouse::Gateway
