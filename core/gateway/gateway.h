// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/attemptguard.h"
#include "core/gateway/worker.h"
#include "core/http/acceptor.h"
#include "core/http/iothread.h"
#include "core/http/resolver.h"
#include "core/http/tlscontext.h"
#include "core/http/tlscontexts.h"

#include <QtCore/QHash>
#include <QtCore/QStringList>

#include <mutex>

namespace Gatehouse::Gateway {

//! How the gateway listens and runs; from the configuration and the command line.
struct GatewayOptions {
    QStringList listen;
    QString journalFolder;
    int workers = 1;
    int maxConnections = 2000;
    int maxConnectionsPerAddress = 100; //!< other computers; this one has no bound of its own
    Http::MessageLimits limits;
    std::shared_ptr<Http::TlsContext> tls;         //!< null: plain
    Responses::ResponseStore *responses = nullptr; //!< outlives the gateway; null: none are kept
    Bodies::Recorder *recorder = nullptr;          //!< the same; null: nothing is recorded
};

//! The limits a configuration sets for client messages.
Http::MessageLimits messageLimits(const Api::GatewaySettings &settings);

//! The whole data plane: one acceptor, N workers. Used from the control thread.
class Gateway
{
public:
    Gateway(const Clock &clock, const Redactor &redactor);
    ~Gateway();
    Gateway(const Gateway &) = delete;
    Gateway &operator=(const Gateway &) = delete;

    //! Starts the workers with \a published and then listens. InUse names the port and its holder.
    Result<void> start(const GatewayOptions &options, std::shared_ptr<const Published> published);
    void publish(std::shared_ptr<const Published> published);
    //! Stops accepting, lets running exchanges finish for at most \a patience, then cuts the rest
    //! with an error event. \a done is called on the control thread's event loop.
    void drain(std::chrono::milliseconds patience, std::function<void()> done);
    //! Ends everything at once; called by the destructor as well.
    void stop();

    bool isListening() const { return !m_acceptors.empty(); }
    //! "127.0.0.1:4417" as bound, with the real port.
    QStringList addresses() const { return m_addresses; }
    int running() const;
    //! Requests that wait for a place at a provider.
    int waiting() const;
    quint64 finished() const;
    quint64 lostRecords() const;
    qint64 connections() const;
    //! Asks every worker and waits for the answers: for screens, a few times a second at most.
    std::vector<RunningRequest> runningRequests();
    //! How long the worker that is silent longest has not answered; zero when all of them do. Asks
    //! them again without waiting: to be called once a second.
    std::chrono::nanoseconds longestSilence();
    //! Ends one running request with an error its client understands; false when it does not run.
    bool cancelRequest(const QByteArray &id);
    //! Sends a recorded request once more; \a done is called on a worker's thread. Unsupported says
    //! why it cannot be sent again, Unavailable that nothing runs.
    void replay(Bodies::Replay replay, Bodies::ReplayDone done);
    QByteArray metricsText() const;
    //! Values of others for metricsText(), until replaced.
    void setGauges(std::vector<Telemetry::Gauge> gauges);

private:
    struct Lane; //!< a worker and its thread

    void dispatch(int descriptor, QByteArray peer);
    std::shared_ptr<void> admit(const QByteArray &peer);
    //! Who waits for a place, by provider.
    std::vector<std::pair<QByteArray, int>> waitingByProvider() const;

    const Clock &m_clock;
    const Redactor &m_redactor;
    GatewayOptions m_options;
    Telemetry::Metrics m_metrics;
    mutable std::mutex m_gaugesMutex;
    std::vector<Telemetry::Gauge> m_gauges;
    std::atomic<bool> m_ready = false;
    Access::AttemptGuard m_attempts;
    std::shared_ptr<Http::Resolver> m_resolver; //!< DNS answers and TLS tickets serve all workers
    std::shared_ptr<Http::TlsContexts> m_tlsContexts;
    std::vector<std::unique_ptr<Lane>> m_lanes;
    std::unique_ptr<Http::IoThread> m_acceptThread;
    std::vector<std::unique_ptr<Http::Acceptor>> m_acceptors;
    QStringList m_addresses;

    mutable std::mutex m_publishedMutex; //!< metrics are asked for on any thread
    std::shared_ptr<const Published> m_published;

    struct Admissions;
    std::shared_ptr<Admissions> m_admissions; //!< open connections in all and per address
};

} // namespace Gatehouse::Gateway
