// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bodies/recordedhead.h"
#include "core/bodies/replay.h"
#include "core/http/server.h"
#include "core/http/timerwheel.h"

#include <list>
#include <memory>

namespace Gatehouse::Gateway {

class Worker;

//! The client of a request that an administrator sends once more: there is no connection, the
//! answer is kept for who asked. The request itself is like any other: admitted, limited, booked.
class ReplayClient final : public Http::ServerExchange
{
public:
    ReplayClient(Bodies::Replay replay, SteadyTime now, std::function<void()> ended);

    const Bodies::Replay &replay() const { return m_replay; }
    bool hasEnded() const { return m_hasEnded; }
    Bodies::Replayed &answer() { return m_answer; }
    Bodies::ReplayDone done;

    // ServerExchange
    const Http::RequestHead &head() const override { return m_head; }
    QByteArray peerAddress() const override { return "127.0.0.1"; }
    bool isEncrypted() const override { return false; }
    SteadyTime startedAt() const override { return m_started; }
    void setState(std::unique_ptr<Http::ExchangeState> state) override
    {
        m_state = std::move(state);
    }
    Http::ExchangeState *state() const override { return m_state.get(); }
    void reply(int status, QByteArrayView contentType, QByteArrayView fields,
               QByteArrayView body) override;
    void beginReply(int status, QByteArrayView contentType, QByteArrayView fields,
                    QByteArrayView firstPiece) override;
    void writePiece(QByteArrayView bytes) override { m_answer.answer.append(bytes); }
    void endReply(QByteArrayView lastPiece) override;
    void abortReply() override;
    bool isReplyStarted() const override { return m_isStarted; }
    void closeAfterReply() override { }
    qsizetype pendingBytes() const override { return 0; }
    void streamBody() override { }
    void setBodyReading(bool) override { }

private:
    void end();

    const Bodies::Replay m_replay;
    const SteadyTime m_started;
    const std::function<void()> m_ended;
    QByteArray m_target; //!< with these behind the views of m_head
    std::vector<Bodies::RecordedField> m_fields;
    Http::RequestHead m_head;
    Bodies::Replayed m_answer;
    bool m_isStarted = false;
    bool m_hasEnded = false;
    std::unique_ptr<Http::ExchangeState> m_state; //!< last: it uses the above
};

//! The replays of one worker under way. Worker thread only.
class Replays
{
public:
    explicit Replays(Worker &worker);
    //! Tells those that have not ended that the gateway stopped.
    ~Replays();
    Replays(const Replays &) = delete;
    Replays &operator=(const Replays &) = delete;

    //! \a done is called later than this, on this thread.
    ReplayClient &add(Bodies::Replay replay, Bodies::ReplayDone done);

private:
    void tellEnded();

    Worker &m_worker;
    std::list<std::unique_ptr<ReplayClient>> m_clients;
    Http::Timer m_ended;
};

//! \a replay with the model it wants, where it can be sent again at all; Unsupported says why not.
Result<Bodies::Replay> readyToReplay(Bodies::Replay replay);

} // namespace Gatehouse::Gateway
