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
    //! The same for a header field: ASCII, at most headerSize bytes. What is too long loses its
    //! candidates, then its steps, and says so with "cut":true.
    QByteArray header() const;
    static constexpr qsizetype headerSize = 8 * 1024;

private:
    QByteArray m_steps;
    QByteArray m_plan;
    qsizetype m_orderAt = 0; //!< where "plan" begins in it
};

} // namespace Gatehouse::Gateway
