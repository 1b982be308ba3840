// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bodies/recorder.h"
#include "core/http/server.h"
#include "core/ledger/records.h"

#include <unordered_map>

namespace Gatehouse::Gateway {

//! Stands between an exchange and its client and keeps what both say, up to a bound. What it heard
//! is offered to the recorder when the exchange goes, if it was booked.
class BodyTape final : public Http::ServerExchange
{
public:
    BodyTape(Http::ServerExchange &client, Bodies::Recorder &recorder)
        : m_client(client)
        , m_recorder(recorder)
    {
        hearHead(client.head());
    }
    ~BodyTape() override;
    BodyTape(const BodyTape &) = delete;
    BodyTape &operator=(const BodyTape &) = delete;

    void hear(QByteArrayView request) { m_body.request.append(request); }
    void booked(const Ledger::RequestRecord &record);

    // ServerExchange
    const Http::RequestHead &head() const override { return m_client.head(); }
    QByteArray peerAddress() const override { return m_client.peerAddress(); }
    bool isEncrypted() const override { return m_client.isEncrypted(); }
    SteadyTime startedAt() const override { return m_client.startedAt(); }
    void setState(std::unique_ptr<Http::ExchangeState> state) override
    {
        m_client.setState(std::move(state));
    }
    Http::ExchangeState *state() const override { return m_client.state(); }
    void reply(int status, QByteArrayView contentType, QByteArrayView fields,
               QByteArrayView body) override;
    void beginReply(int status, QByteArrayView contentType, QByteArrayView fields,
                    QByteArrayView firstPiece) override;
    void writePiece(QByteArrayView bytes) override;
    void endReply(QByteArrayView lastPiece) override;
    void abortReply() override { m_client.abortReply(); }
    bool isReplyStarted() const override { return m_client.isReplyStarted(); }
    void closeAfterReply() override { m_client.closeAfterReply(); }
    qsizetype pendingBytes() const override { return m_client.pendingBytes(); }
    void streamBody() override { m_client.streamBody(); }
    void setBodyReading(bool on) override { m_client.setBodyReading(on); }

private:
    void hearHead(const Http::RequestHead &head);
    void noteAnswer(int status, QByteArrayView contentType, QByteArrayView fields);

    Http::ServerExchange &m_client;
    Bodies::Recorder &m_recorder;
    Bodies::RecordedBody m_body;
    bool m_failed = false;
};

class Exchange;

//! The tapes of one worker's exchanges; empty while nothing is recorded.
class BodyTapes
{
public:
    explicit BodyTapes(Bodies::Recorder *recorder)
        : m_recorder(recorder)
    {
    }

    bool isOn() const { return m_recorder && m_recorder->isOn(); }
    std::unique_ptr<BodyTape> tape(Http::ServerExchange &client) const;
    //! \a exchange speaks through \a tape, which lives until forget().
    void keep(const Exchange &exchange, const QByteArray &id, std::unique_ptr<BodyTape> tape);
    void hear(const Exchange &exchange, QByteArrayView request);
    void booked(const Ledger::RequestRecord &record);
    void forget(const Exchange &exchange);

private:
    struct Entry {
        QByteArray id;
        std::unique_ptr<BodyTape> tape;
    };
    Bodies::Recorder *m_recorder;
    std::unordered_map<const Exchange *, Entry> m_tapes;
};

} // namespace Gatehouse::Gateway
