// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/attempt.h"
#include "core/gateway/shadowcopies.h"
#include "core/gateway/upload.h"

namespace Gatehouse::Gateway {

//! One request on its way to a shadow target once more: everything of it is its own, since its
//! original is gone. Removed by its owner when it ends.
class ShadowCopy final : private AttemptOwner
{
public:
    ShadowCopy(ShadowCopies &owner, Worker &worker, const ShadowCopies::Original &original,
               const Routing::ShadowTarget &target);

    Routing::ShadowState &state() { return *m_state; }
    bool hasBegun() const { return m_hasBegun; }
    //! Sends it; why not, when there is no room for it. Once sent it may be over, and gone, inside.
    std::optional<Routing::NotCopied> begin();
    //! Ends and books it.
    void interrupt();

private:
    // AttemptOwner
    Dialects::ReplyContext replyContext(const Attempt &attempt) const override;
    void onAttemptBytes(Attempt &attempt, QByteArrayView bytes) override;
    void onAttemptEnd(Attempt &attempt) override;
    void onAttemptFailed(Attempt &attempt, const Dialects::Failure &failure) override;
    void onAttemptHeld(Attempt &) override { }
    void onAttemptWritable(Attempt &) override { } // its body is whole

    std::optional<Routing::Slot> takePlace(SteadyTime now) const;
    std::optional<Routing::NotCopied> setMoneyAside();
    void finishStream();
    void finishWhole();
    void fail(const Dialects::Failure &failure);
    void finish(Ledger::Outcome outcome, QByteArrayView detail);
    Usage settledUsage(const Dialects::StreamWatch &watch) const;
    std::optional<Money> price();
    std::chrono::milliseconds longestTime() const;

    ShadowCopies &m_owner;
    Worker &m_worker;
    const std::shared_ptr<const Published> m_published;
    const std::shared_ptr<Routing::ShadowState> m_state;
    const Routing::Candidate m_candidate;
    const qint64 m_originalTokens; //!< of the original's answer
    QByteArray m_fieldText;        //!< behind the views of m_head
    Http::RequestHead m_head;
    QByteArray m_body;
    Trace m_trace;
    Ledger::RequestRecord m_record;
    const SteadyTime m_started;
    RequestImages m_images;           //!< none is fetched for a copy
    std::unique_ptr<Upload> m_upload; //!< none: its body is whole
    Admission m_admission;
    const AttemptContext m_shared;
    Attempt m_attempt;
    qint64 m_day = 0;
    Money m_setAside;
    bool m_hasBegun = false;
};

} // namespace Gatehouse::Gateway
