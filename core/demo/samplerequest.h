// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/dice.h"
#include "core/demo/samplehistory.h"
#include "core/demo/sampleoffice.h"
#include "core/demo/weather.h"
#include "core/ledger/records.h"

namespace Gatehouse::Demo {

//! Makes one past request at a time: who asked, which targets were tried with what success, what
//! it used and cost. The records are what the gateway itself would have booked.
class SampleRequestMaker
{
public:
    //! \a plan and \a dice outlive the maker.
    SampleRequestMaker(const HistoryPlan &plan, Dice &dice);

    Ledger::RequestRecord make(const SampleUse &use, const HistoryKey &key, WallTime time);
    //! What the shadow of its route made of \a row; nothing where there is none, or chance left it
    //! out.
    std::optional<Ledger::RequestRecord> copy(const Ledger::RequestRecord &row);

private:
    struct Candidate {
        QByteArray provider;
        QByteArray model;
    };
    using Candidates = std::vector<Candidate>;

    const HistoryRevision &revisionAt(WallTime time) const;
    Candidates candidates(const Api::Document &document, const QByteArray &route);
    bool refuse(Ledger::RequestRecord &row, const HistoryKey &key);
    void attempt(Ledger::RequestRecord &row, const Candidates &plan);
    Ledger::AttemptRecord failedAttempt(const Candidate &target, Ledger::Outcome outcome);
    Ledger::AttemptRecord answeredAttempt(const Candidate &target, const Ledger::RequestRecord &row,
                                          WallTime time);
    Ledger::Outcome failureOf(const Candidate &target, WallTime time);
    void finish(Ledger::RequestRecord &row, const HistoryRevision &revision);
    QByteArray requestId(WallTime time);

    const HistoryPlan &m_plan;
    Dice &m_dice;
    Weather m_weather;
};

} // namespace Gatehouse::Demo
