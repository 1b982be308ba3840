// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/bodysplice.h"
#include "core/dialects/classify.h"
#include "core/dialects/errors.h"
#include "core/dialects/streamwatch.h"
#include "core/dialects/translation.h"
#include "core/dialects/wholereply.h"
#include "core/gateway/admission.h"
#include "core/gateway/endpoints.h"
#include "core/http/server.h"
#include "core/http/timerwheel.h"
#include "core/http/upstream.h"
#include "core/ledger/records.h"
#include "core/routing/retrypolicy.h"

namespace Gatehouse::Gateway {

class Worker;

//! One inference request from its body to the books:
//!
//!   Admitting -> Calling -> Replying -> Done
//!     ^   |       ^   |
//!     |   |       +---+  Waiting (next attempt; only before content reached the client)
//!     +---+ Loading (a stored response that this one goes on from)
//!
//! Lives on its worker's thread as the state of its ServerExchange, which destroys it when the
//! reply is complete: nothing of it may be touched after reply(), endReply() or abortReply().
class Exchange final : public Http::ExchangeState, private Http::UpstreamListener
{
public:
    Exchange(Worker &worker, Http::ServerExchange &client, const EndpointMatch &endpoint,
             std::shared_ptr<const Published> published, const Access::KeyEntry &key);
    ~Exchange() override;

    //! The body is complete: admits the request and makes the first attempt.
    void run(QByteArray body);
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
    enum class State { Admitting, Loading, Calling, Waiting, Replying, Done };
    enum class AnswerKind {
        Stream,
        Whole,
        Bytes, //!< sound, subtitles: forwarded as they come
        Failure
    };

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
    int pinnedKey() const;

    // attempts
    void startAttempt();
    bool takeSlot(SteadyTime now);
    bool waitsForEngine(SteadyTime now);
    std::chrono::milliseconds firstByteTime(std::chrono::milliseconds usual) const;
    Result<std::vector<QByteArray>> writeBody();
    void answerEstimate();
    bool chooseKey();
    Dialects::Failure unusableKeys(const Config::Provider &provider) const;
    void reportRefusal() const;
    bool areKeysLocked(const Config::Provider &provider) const;
    void forgetAttempt();
    void tryAfter(const Routing::Next &next);
    void failAttempt(const Dialects::Failure &failure);
    void closeAttempt(Ledger::Outcome result, QByteArrayView detail);
    const Routing::Candidate &candidate() const { return m_admission.plan.at(m_planIndex); }

    // UpstreamListener
    void onUpstreamHead(const Http::ResponseHead &head) override;
    void onUpstreamBody(QByteArrayView bytes) override;
    void onUpstreamEnd() override;
    void onUpstreamFailed(const Http::UpstreamFailure &failure) override;

    // the answer
    void keepReturnedFields(const Http::Fields &fields);
    void takeStreamBytes(QByteArrayView bytes);
    void release();
    void sendPiece(QByteArrayView piece);
    void finishStream();
    void onTimer();
    void breakStream(const Dialects::Failure &failure);
    void finishWhole();
    void takeBytes(QByteArrayView bytes);
    void finishBytes();
    void breakBytes(const Dialects::Failure &failure);
    QByteArrayView requestType() const;
    Dialects::WholeReply readReply();
    void refuse(const Dialects::ClientError &error, Ledger::Outcome outcome);
    Dialects::ClientError callersMistake(const Dialects::Failure &failure,
                                         const QByteArray &words) const;
    void giveUp(const Dialects::Failure &failure);
    Dialects::ReplyContext replyContext() const;
    QByteArray errorEnd(const Dialects::ClientError &error) const;
    QByteArray replyFields() const;

    // the books
    void settle(int status, Ledger::Outcome outcome, QByteArrayView errorCode,
                QByteArrayView errorDetail);
    std::optional<Money> price();
    qint64 sinceStartUs() const;
    qint64 ownTimeUs(SteadyTime now) const;
    WallTime wallTimeAt(SteadyTime now) const;
    std::chrono::milliseconds timeLeft(SteadyTime now) const;

    Worker &m_worker;
    Http::ServerExchange &m_client;
    const std::shared_ptr<const Published> m_published;
    const Dialects::Format m_front;
    const bool m_jsonList; //!< the client wants its stream as one JSON list (Gemini)
    State m_state = State::Admitting;
    Trace m_trace;
    QByteArray m_body;
    Admission m_admission;
    Ledger::RequestRecord m_record;
    const SteadyTime m_started;
    SteadyTime m_bodyComplete{};

    std::optional<Responses::Conversation> m_previous; //!< what previous_response_id named
    QByteArray m_newInput;     //!< the request's own items, when others were put before
    bool m_wantsStore = false; //!< "store" is not false
    std::shared_ptr<const bool> m_alive = std::make_shared<const bool>(true); //!< for answers

    // the present attempt
    std::unique_ptr<Http::UpstreamCall> m_call;
    std::optional<Routing::Slot> m_slot;
    qsizetype m_planIndex = 0;
    int m_attemptsAtTarget = 0;
    std::optional<int> m_wakingFailures; //!< of the engine it waits for, when the waiting began
    std::unique_ptr<Dialects::Translation> m_translation; //!< made when first needed
    int m_keyIndex = -1;
    QVarLengthArray<int, 4> m_triedKeys; //!< at the present target
    SteadyTime m_attemptStarted;
    AnswerKind m_kind = AnswerKind::Whole;
    int m_upstreamStatus = 0;
    bool m_hideUsage = false;
    Dialects::Format m_upstreamFormat = Dialects::Format::OpenAiChat;
    QByteArrayView m_apiVersion; //!< that the request is written for; of the dialects' own
    bool m_translates = false;   //!< the provider speaks another format than the client
    std::unique_ptr<Dialects::StreamWatch> m_watch;
    QByteArray m_reply; //!< whole body, error body, or held-back start of a stream
    QByteArray m_contentType;
    QByteArray m_returnedFields; //!< the upstream's fields the client gets
    std::vector<std::pair<QByteArray, QByteArray>>
        m_failureFields; //!< of an error answer, lower-case names

    // the reply
    bool m_released = false; //!< the client has received the stream's head: no further attempt
    QByteArray m_out;        //!< reused by the watch
    QByteArray m_lastPiece;  //!< the stream's own end, waiting for the upstream's to leave with it
    Http::Timer m_timer;     //!< backoff, hold-back, last piece: one at a time
    qint64 m_ownUs = 0;      //!< gateway time before the first attempt
};

} // namespace Gatehouse::Gateway
