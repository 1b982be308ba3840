// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/classify.h"
#include "core/dialects/streamwatch.h"
#include "core/dialects/translation.h"
#include "core/dialects/wholereply.h"
#include "core/gateway/admission.h"
#include "core/gateway/requestimages.h"
#include "core/gateway/upload.h"
#include "core/http/timerwheel.h"
#include "core/http/upstream.h"
#include "core/ledger/records.h"

#include <variant>

namespace Gatehouse::Gateway {

class Attempt;
class Worker;

//! What the attempts of one exchange have in common; the exchange owns it and outlives them.
struct AttemptContext {
    Worker &worker;
    Admission &admission;
    Ledger::RequestRecord &record;
    SteadyTime started; //!< the request
    const RequestImages &images;
    bool jsonList; //!< the client wants its stream as one JSON list (Gemini)
    const std::unique_ptr<Upload> &upload; //!< the body that passes as it comes; null: it is whole

    //! From the request's own two times: no further look at a clock.
    WallTime wallTimeAt(SteadyTime now) const
    {
        return record.time + std::chrono::duration_cast<WallTime::duration>(now - started);
    }
    bool isPassThrough() const { return admission.front == Dialects::Format::PassThrough; }
};

//! Who made an attempt and decides what follows. It may be destroyed inside each of the calls.
class AttemptOwner
{
public:
    virtual ~AttemptOwner() = default;
    //! What a translated answer says of its request.
    virtual Dialects::ReplyContext replyContext(const Attempt &attempt) const = 0;
    //! Bytes of an answer that is forwarded as it comes: of a stream, or sound.
    virtual void onAttemptBytes(Attempt &attempt, QByteArrayView bytes) = 0;
    //! A good answer is complete by HTTP's rules.
    virtual void onAttemptEnd(Attempt &attempt) = 0;
    //! The call failed, or its answer is a failure.
    virtual void onAttemptFailed(Attempt &attempt, const Dialects::Failure &failure) = 0;
    //! The time of holdBack() is over.
    virtual void onAttemptHeld(Attempt &attempt) = 0;
    //! It takes more of a body that passes as it comes.
    virtual void onAttemptWritable(Attempt &attempt) = 0;
};

//! One upstream call: its place at the target, its credential, what has come of the answer, and its
//! row in the books. Used again for the next call of its exchange; worker thread only.
class Attempt final : private Http::UpstreamListener
{
public:
    enum class AnswerKind {
        Stream,
        Whole,
        Bytes, //!< sound, subtitles, what passes: forwarded as they come
        Failure
    };

    Attempt(const AttemptContext &shared, AttemptOwner &owner);

    // before the call
    //! Another target than before is met without a history.
    void setTarget(const Routing::Candidate &candidate);
    const Routing::Candidate &candidate() const { return *m_candidate; }
    const Routing::Entry &entry() const { return m_candidate->entry; }
    const Config::Provider &provider() const { return *entry().provider->provider; }
    void setSlot(Routing::Slot slot) { m_slot = std::move(slot); }
    void releaseSlot() { m_slot.reset(); }
    //! Addresses of images that the target must be given as bytes, and that were not fetched yet.
    std::vector<QByteArray> missingImages();
    //! The request in the words of the target; an error says what it cannot be told.
    Result<std::vector<QByteArray>> writeBody();
    //! Opens its row in the books and sends \a body; a failure when no credential can be used.
    std::optional<Dialects::Failure> start(std::vector<QByteArray> body, SteadyTime now,
                                           std::chrono::milliseconds timeLeft);
    //! Another target would take over at once: as a trial of one that had fallen silent the next
    //! call waits shortly.
    void setMayBeLeft(bool may) { m_mayBeLeft = may; }
    int callsAtTarget() const { return m_callsAtTarget; }
    //! The target's provider has a credential that was not tried yet.
    bool hasAnotherKey(SteadyTime now) const;
    //! Each credential had its turn: the same ones again.
    void forgetTriedKeys() { m_triedKeys.clear(); }

    //! The cell of its short-lived access token, null when its key is one itself.
    const Providers::TokenCell *token() const;
    //! The cell holds another token than this call used.
    bool isTokenRenewed() const { return token()->state() != m_usedToken; }
    //! Its credential may be used again.
    void forgetUsedKey() { m_triedKeys.removeAll(m_keyIndex); }

    // the call
    bool isCalling() const { return m_call != nullptr; }
    //! At least one byte of the request has left.
    bool wasSent() const { return m_call && m_call->times().sent; }
    void setReading(bool on);
    //! Of a body that passes as it comes.
    bool takesBody() const { return m_call && m_call->takesBody(); }
    void writeBody(QByteArrayView bytes) { m_call->writeBody(bytes); }
    void endBody() { m_call->endBody(); }
    //! Ends the call; its row stays as it is.
    void drop();
    //! Fills in its row as far as it went and gives the place back. The call goes on: when its end
    //! is seen the connection can be used again.
    void book(Ledger::Outcome result, SteadyTime now);
    //! Books and ends it.
    void close(Ledger::Outcome result, QByteArrayView detail, SteadyTime now);
    //! What its end says about the target.
    void recordFailure(const Dialects::Failure &failure, SteadyTime now) const;
    void recordSuccess(SteadyTime now) const;
    Ledger::AttemptRecord &row() { return m_shared.record.attempts[m_row]; }
    void swapRows(Attempt &other);
    const Ledger::AttemptRecord &row() const { return m_shared.record.attempts[m_row]; }

    // the answer
    AnswerKind kind() const { return m_kind; }
    int status() const { return m_status; }
    Dialects::Format upstreamFormat() const { return m_upstreamFormat; }
    bool translates() const { return m_translates; }
    const QByteArray &contentType() const { return m_contentType; }
    //! The upstream's fields that the client gets, as header text.
    const QByteArray &returnedFields() const { return m_returnedFields; }
    //! Something of a good answer has come.
    bool hasContent() const;
    //! Null unless the answer is a stream.
    Dialects::StreamWatch *watch() const { return m_watch.get(); }
    //! Takes a stream's bytes; what the client gets of them is valid until the next call.
    QByteArrayView feed(QByteArrayView bytes);
    //! The stream is over; the same.
    QByteArrayView feedEnd();
    //! The stream carries an error, or is none.
    std::optional<Dialects::Failure> streamFailure() const;
    //! Keeps a piece from the client; the first one starts the time.
    void holdBack(QByteArrayView piece);
    void holdFor(std::chrono::milliseconds time);
    void stopHolding() { m_holdTimer.stop(); }
    //! A stream that was released without content (comments keep it alive): told by
    //! onAttemptHeld() when its time for a first byte is over.
    void awaitContent();
    //! Its time for a first byte is over, and what came is no content.
    bool isContentOverdue(SteadyTime now) const;
    qsizetype heldBytes() const { return m_reply.size(); }
    //! Holds back for so long, counted anew, in which the stream shows its speed.
    void prove(std::chrono::milliseconds time);
    bool isProving() const { return m_isProving; }
    QByteArray takeHeld() { return std::exchange(m_reply, {}); }

    //! Of what passes: the answer's usage can be read.
    bool isMetered() const { return m_isMetered; }
    //! Looks at bytes on their way: at a stream's events, else at as many as tell the usage.
    void meter(QByteArrayView bytes);
    //! The answer is over; nothing where it is not metered.
    void finishMeter();
    //! A field of an error answer, by its lower-case name; empty when it had none.
    QByteArrayView failureField(QByteArrayView name) const;

    struct Whole {
        QByteArray body;
        Usage usage;
    };
    //! The complete answer in the client's words, or what is wrong with it.
    std::variant<Whole, Dialects::Failure> readWhole();
    const QByteArray &upstreamBody() const { return m_reply; }
    //! The model as the provider names it in its answer; empty where it does not.
    QByteArray answeredModel() const;

private:
    // UpstreamListener
    void onUpstreamHead(const Http::ResponseHead &head) override;
    void onUpstreamBody(QByteArrayView bytes) override;
    void onUpstreamEnd() override;
    void onUpstreamFailed(const Http::UpstreamFailure &failure) override;
    void onUpstreamWritable() override { m_owner.onAttemptWritable(*this); }

    void forgetAnswer();
    void chooseFormat();
    Result<void> readRequest();
    Result<std::vector<QByteArray>> translatedBody();
    Error aboutImages(const Error &error);
    std::chrono::milliseconds firstByteTime(std::chrono::milliseconds usual);
    std::chrono::milliseconds timeForContent(SteadyTime now) const;
    bool chooseKey();
    int pinnedKey() const;
    Dialects::Failure unusableKeys() const;
    bool areKeysLocked() const;
    void beginPassing(const Http::ResponseHead &head);
    Dialects::Failure passedFailure(Dialects::Failure failure) const;
    void noteHeadroom(const Http::Fields &fields) const;
    void obeyAllowances(const Http::Fields &fields) const;
    void keepFailureFields(const Http::Fields &fields);
    void keepReturnedFields(const Http::Fields &fields);
    Dialects::Failure answeredFailure() const;
    Dialects::WholeReply scanReply() const;
    Http::UpstreamRequest composed(std::vector<QByteArray> body, SteadyTime now) const;
    const AttemptContext &m_shared;
    AttemptOwner &m_owner;
    const Routing::Candidate *m_candidate = nullptr;
    std::optional<Routing::Slot> m_slot;
    std::unique_ptr<Http::UpstreamCall> m_call;
    std::size_t m_row = 0;
    int m_callsAtTarget = 0;
    bool m_mayBeLeft = false;
    std::chrono::milliseconds m_firstByteTime{0}; //!< of the present call; 0: no limit
    int m_keyIndex = -1;
    QVarLengthArray<int, 4> m_triedKeys; //!< at the present target
    std::shared_ptr<const Providers::TokenState> m_usedToken;
    SteadyTime m_startedAt;

    std::unique_ptr<Dialects::Translation> m_translation; //!< made when first needed
    Dialects::Format m_upstreamFormat = Dialects::Format::OpenAiChat;
    QByteArrayView m_apiVersion; //!< that the request is written for; of the dialects' own
    bool m_translates = false;   //!< the provider speaks another format than the client
    bool m_hideUsage = false;

    AnswerKind m_kind = AnswerKind::Whole;
    int m_status = 0;
    std::unique_ptr<Dialects::StreamWatch> m_watch;
    QByteArray m_out;           //!< reused by the watch
    QByteArray m_answeredModel; //!< of a whole answer
    QByteArray m_reply;         //!< whole body, error body, or held-back start of a stream
    QByteArray m_contentType;
    QByteArray m_returnedFields;
    std::vector<std::pair<QByteArray, QByteArray>>
        m_failureFields; //!< of an error answer, lower-case names
    bool m_isProving = false;
    bool m_isMetered = false;
    Http::Timer m_holdTimer;
};

} // namespace Gatehouse::Gateway
