// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/demo/dice.h"
#include "core/demo/sampleoffice.h"
#include "core/http/acceptor.h"
#include "core/http/server.h"

namespace Gatehouse::Demo {

//! One provider of the sample office as an HTTP server: chat completions or messages, whole and
//! streamed, the list of models, and mishaps. Any key is good.
class SimulatedProvider final : private Http::RequestHandler
{
public:
    SimulatedProvider(Http::IoContext &io, const SampleProvider &sample, quint64 seed);
    ~SimulatedProvider() override;
    SimulatedProvider(const SimulatedProvider &) = delete;
    SimulatedProvider &operator=(const SimulatedProvider &) = delete;

    Result<void> listen();
    const QString &id() const { return m_sample.id; }
    quint16 port() const { return m_acceptor ? m_acceptor->port() : quint16(0); }

    //! Share of requests that fail at present. The sample "anthropic" is overloaded for twelve of
    //! every twenty minutes.
    double failureShare() const;

private:
    class Answer;

    qint64 onHead(Http::ServerExchange &exchange) override;
    void onRequest(Http::ServerExchange &exchange, QByteArray body) override;
    QByteArray errorBody(const Http::RequestHead *head, int status,
                         const QByteArray &reason) override;
    void onAborted(Http::ServerExchange &) override { }
    void onDrained(Http::ServerExchange &) override { }

    bool isAnthropic() const { return m_sample.dialect == QLatin1StringView("anthropic"); }
    bool isOverloaded() const;
    void fail(Http::ServerExchange &exchange);
    void refuse(Http::ServerExchange &exchange, int status) const;

    Http::IoContext &m_io;
    const SampleProvider m_sample;
    const SteadyTime m_since;
    Dice m_dice;
    Http::Server m_server;
    std::unique_ptr<Http::Acceptor> m_acceptor;
};

} // namespace Gatehouse::Demo
