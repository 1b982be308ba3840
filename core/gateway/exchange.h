// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/errors.h"
#include "core/gateway/attempt.h"
#include "core/gateway/endpoints.h"
#include "core/gateway/placewaiter.h"
#include "core/http/server.h"
#include "core/ledger/priceterms.h"
#include "core/routing/retrypolicy.h"

namespace Gatehouse::Gateway {

class Worker;

//! One inference request from its body to the books:
//!
//!   Admitting -> Calling -> Replying -> Done
//!     ^   |       ^   |
//!     |   |       +---+  Waiting (next attempt; only before content reached the client),
//!     |   |              Queued (for a place at a target)
//!     +---+ Loading (a stored response that this one goes on from)
//!
//! Before a call the images it names by address may be fetched (Fetching), for targets that need
//! their bytes.
//!
//! Lives on its worker's thread as the state of its ServerExchange, which destroys it when the
//! reply is complete: nothing of it may be touched after reply(), endReply() or abortReply().
class Exchange final : public Http::ExchangeState, private AttemptOwner
{
public:
    Exchange(Worker &worker, Http::ServerExchange &client, const EndpointMatch &endpoint,
             std::shared_ptr<const Published> published, const Access::KeyEntry &key);
    ~Exchange() override;

    //! The body is complete: admits the request and makes the first attempt.
    void run(QByteArray body);
    //! Begins on the head alone: the body passes to the provider as it comes.
    void runUpload();
    void takeBody(QByteArrayView bytes);
    void endBody();
    //! The client left: cancels the upstream call and books what was used.
    void clientLeft();
    //! The client took everything: reading upstream goes on.
    void clientDrained();
    //! Ends it now, for \a reason: with an error, or a stream with an error event.
    void interrupt(QByteArrayView reason);

    //! For the list of running requests.
    const Ledger::RequestRecord &record() const { return m_record; }
    //! Books a request that is refused before it has a body or a route.
    static void recordRefusal(Worker &worker, Http::ServerExchange &client, Dialects::Format front,
                              const Access::KeyEntry &key, QByteArrayView requestId,
                              const Dialects::ClientError &error, Ledger::Outcome outcome);

private:
    enum class State { Admitting, Loading, Fetching, Queued, Calling, Waiting, Replying, Done };
    using AnswerKind = Attempt::AnswerKind;

    void admit();
    void refuseAdmission(Dialects::ClientError refusal);

    // stored responses
    Responses::Owner owner() const;
    void loadPrevious();
    void takePrevious(Result<Responses::Conversation> found);
    //! The answer will be found again by its id.
    bool isKept() const;
    void keepStreamed(QByteArrayView lastEvents);
    void keepWhole(QByteArrayView body);
    void keep(QByteArrayView response);
    void pin(const QByteArray &responseId);

    // what passes to a provider untouched
    bool isPassThrough() const { return m_front == Dialects::Format::PassThrough; }
    Ledger::Outcome passedOutcome() const;
    void answerPassedFailure(Ledger::Outcome outcome);
    void noteUploadedModel();
    bool mayNotRepeat() const { return m_released || (m_upload && m_upload->hasBegun()); }
    Dialects::Family family() const;

    // images that lie elsewhere
    bool awaitsImages();
    void onImages();

    // places
    Routing::Priority priority() const;
    void preferShortWaits();
    void chooseTarget(qsizetype index);
    void startAttempt();
    bool waitsForEngine(SteadyTime now);
    bool callAt(qsizetype index, SteadyTime now);
    bool waitAt(qsizetype index, SteadyTime now);
    bool waitAtBest(qsizetype end, SteadyTime now);
    void noWait(const Routing::Entry &entry, QByteArrayView why,
                std::chrono::milliseconds expected);
    std::shared_ptr<PlaceWaiter> endWait();
    void onWaitOver();
    void onWaitExpired();
    void goOnElsewhere(QByteArrayView why, const Routing::WaitingRoom &room);
    void leaveQueue();
    void refuseForCapacity();

    // second attempts
    bool mayAskTwice() const;
    bool hasAnotherTry() const;
    bool hasReadyTarget() const;
    std::optional<Routing::Slot> takeNextPlace(SteadyTime now);
    void bringForward(qsizetype index);
    void watchForDelay();
    void startHedge();
    Attempt &rival();
    void stopRacing();
    void winRace();
    void endRace(QByteArrayView why);
    void loseRace(const Dialects::Failure &failure);
    void bill(Attempt &attempt);
    bool mustProveSpeed();
    bool hasProvedSpeed() const;
    void leaveSlowStream();

    // attempts
    void callTarget(Routing::Slot slot, SteadyTime now);
    void goOnOrRefuse(const Dialects::ClientError &refusal, Ledger::Outcome outcome);
    void answerEstimate();
    bool hasNothingToLoad() const;
    void answerLoaded();
    bool awaitsFreshToken(const Dialects::Failure &failure);
    void lookForToken();
    void settleFailure(const Dialects::Failure &failure);
    void tryAfter(const Routing::Next &next);
    void failAttempt(const Dialects::Failure &failure);
    const Routing::Candidate &candidate() const { return m_admission.plan.at(m_planIndex); }

    // AttemptOwner
    Dialects::ReplyContext replyContext(const Attempt &attempt) const override;
    void onAttemptBytes(Attempt &attempt, QByteArrayView bytes) override;
    void onAttemptEnd(Attempt &attempt) override;
    void onAttemptFailed(Attempt &attempt, const Dialects::Failure &failure) override;
    void onAttemptHeld(Attempt &attempt) override;
    void onAttemptWritable(Attempt &attempt) override;

    // the answer
    void takeStreamBytes(QByteArrayView bytes);
    void release();
    void noteFirstToken();
    void sendPiece(QByteArrayView piece);
    void finishStream();
    void onTimer();
    void breakStream(const Dialects::Failure &failure);
    void finishWhole();
    void failWithoutContent();
    void takeBytes(QByteArrayView bytes);
    void finishBytes();
    void breakBytes(const Dialects::Failure &failure);
    void refuse(const Dialects::ClientError &error, Ledger::Outcome outcome);
    Dialects::ClientError callersMistake(const Dialects::Failure &failure,
                                         const QByteArray &words) const;
    void giveUp(const Dialects::Failure &failure);
    QByteArray errorEnd(const Dialects::ClientError &error) const;
    QByteArray replyFields() const;
    void appendFarewell(QByteArray &fields) const;
    qint64 createdAt() const;

    // the books
    void settle(int status, Ledger::Outcome outcome, QByteArrayView errorCode,
                QByteArrayView errorDetail);
    bool isPricedByPicture() const;
    std::optional<Money> price();
    void keepTerms();
    void offerCopy();
    void countTrial();
    void noteDrift(SteadyTime now) const;
    bool mayLeaveCanary() const;
    qint64 sinceStartUs() const;
    qint64 ownTimeUs(SteadyTime now) const;
    qint64 promptTokens(const Attempt &attempt);
    Usage settledUsage(const Attempt &attempt);
    std::chrono::milliseconds timeLeft(SteadyTime now) const;

    Worker &m_worker;
    Http::ServerExchange &m_client;
    const std::shared_ptr<const Published> m_published;
    const Dialects::Format m_front;
    State m_state = State::Admitting;
    Trace m_trace;
    QByteArray m_body;
    Admission m_admission;
    Ledger::RequestRecord m_record;
    const SteadyTime m_started;
    SteadyTime m_bodyComplete{};

    std::unique_ptr<Responses::Conversation> m_previous; //!< what previous_response_id named
    QByteArray m_newInput;     //!< the request's own items, when others were put before
    bool m_wantsStore = false; //!< "store" is not false
    std::shared_ptr<const bool> m_alive = std::make_shared<const bool>(true); //!< for answers

    RequestImages m_images; //!< fetched for targets that cannot load them
    SteadyTime m_fetchingSince{};
    qint64 m_fetchedUs = 0;

    std::unique_ptr<Upload> m_upload; //!< only where the body passes as it comes
    const AttemptContext m_shared;
    qsizetype m_planIndex = 0;
    Attempt m_first;
    std::unique_ptr<Attempt> m_second; //!< beside a first one that was late; once
    Attempt *m_attempt = &m_first;     //!< the present one: that serves, or was heard of last
    bool m_races = false;              //!< both are under way
    Money m_unusedListCost;            //!< of answers that nobody read
    Ledger::PriceTerms m_terms;        //!< what the books need to price it anew

    //! A refused access token is bought anew once; until then the refusal waits here.
    std::unique_ptr<Dialects::Failure> m_refusal;
    SteadyTime m_tokenDeadline{};
    bool m_hasRenewed = false;
    std::optional<int> m_wakingFailures; //!< of the engine it waits for, when the waiting began

    std::shared_ptr<PlaceWaiter> m_waiter; //!< while queued
    SteadyTime m_queuedSince{};
    std::optional<std::chrono::milliseconds> m_shortestWait; //!< where there was no place

    // the reply
    bool m_released = false; //!< the client has received the stream's head: no further attempt
    QByteArray m_lastPiece;  //!< the stream's own end, waiting for the upstream's to leave with it
    Http::Timer m_timer;     //!< queue, backoff, hedging, last piece: one at a time
    qint64 m_ownUs = 0;      //!< gateway time before the first attempt
};

} // namespace Gatehouse::Gateway
