// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/seenkeys.h"
#include "core/base/ids.h"
#include "core/base/redaction.h"
#include "core/dialects/errors.h"
#include "core/dialects/jsontext.h"
#include "core/dialects/requestscan.h"
#include "core/gateway/bodytape.h"
#include "core/gateway/endpoints.h"
#include "core/gateway/imagefetch.h"
#include "core/gateway/published.h"
#include "core/gateway/replays.h"
#include "core/gateway/shadowcopies.h"
#include "core/http/server.h"
#include "core/http/upstream.h"
#include "core/ledger/journal.h"
#include "core/ledger/records.h"
#include "core/responses/responsestore.h"
#include "core/routing/random.h"
#include "core/telemetry/metrics.h"

#include <functional>
#include <unordered_set>

namespace Gatehouse::Access {
class AttemptGuard;
}

namespace Gatehouse::Gateway {

class Exchange;

//! A request that is running now, for screens.
struct RunningRequest {
    QByteArray id;
    WallTime time{};
    QByteArray route;
    QByteArray modelAsked;
    QByteArray provider;
    QByteArray model;
    QByteArray keyName;
    bool streamed = false;
};

//! Live numbers of one worker, read from any thread.
struct WorkerCounters {
    std::atomic<quint64> finished = 0; //!< requests booked since the start
    std::atomic<int> running = 0;
    std::atomic<quint64> lostRecords = 0; //!< the journal could not take them
};

//! What a worker needs from the composition root; all of it outlives the worker.
struct WorkerEnvironment {
    const Redactor &redactor;
    Telemetry::Shard &metrics;
    std::unique_ptr<Ledger::Journal> journal;
    Http::MessageLimits limits;
    Access::AttemptGuard &attempts;                 //!< shared by the workers, thread-safe
    std::shared_ptr<Http::Resolver> resolver;       //!< the same
    std::shared_ptr<Http::TlsContexts> tlsContexts; //!< the same
    std::function<QByteArray()> metricsText;
    std::function<bool()> isReady;
    Responses::ResponseStore *responses = nullptr; //!< null: none are kept
    Responses::ResponseStore::Post post = {};      //!< to the worker's thread, also after its end
    Bodies::Recorder *recorder = nullptr;          //!< null: nothing is recorded
};

//! One worker's half of the gateway: its connections, its upstream pools, its journal and the
//! configuration it serves by. Everything on its own I/O thread.
class Worker final : public Http::RequestHandler
{
public:
    Worker(Http::IoContext &io, WorkerEnvironment environment,
           std::shared_ptr<const Published> published);
    ~Worker() override;
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    Http::Server &server() { return m_server; }
    void publish(std::shared_ptr<const Published> published);
    //! Ends every running exchange now, with an error its client understands.
    void interruptAll();
    //! Ends one running exchange; false when none has this id.
    bool cancel(const QByteArray &id);
    //! Sends a recorded request once more; \a done is called on this thread, also when it is
    //! refused.
    void replay(Bodies::Replay replay, Bodies::ReplayDone done);
    std::vector<RunningRequest> running() const;
    const WorkerCounters &counters() const { return m_counters; }

    // for exchanges
    const Clock &clock() const { return m_io.clock; }
    Http::IoContext &io() { return m_io; }
    Http::UpstreamClient &upstream() { return m_upstream; }
    ImageGate &imageGate() { return m_imageGate; }
    Telemetry::Shard &metrics() { return m_environment.metrics; }
    Dialects::RequestScanner &scanner() { return m_scanner; }
    Dialects::JsonMemberReader &replyReader() { return m_replyReader; }
    Routing::Random &random() { return m_random; }
    QByteArray nextRequestId(WallTime now) { return m_ids.next(now); }
    QByteArray redacted(QByteArrayView text) const { return m_environment.redactor.redacted(text); }
    bool keepsResponses() const
    {
        return m_environment.responses && m_environment.responses->isOn();
    }
    //! Only where they are kept.
    Responses::ResponseStore &responses() { return *m_environment.responses; }
    const Responses::ResponseStore::Post &post() const { return m_environment.post; }
    void enlist(Exchange &exchange);
    void dismiss(Exchange &exchange);
    //! Journal and metrics; the record is safe when this returns.
    void book(const Ledger::RequestRecord &record);
    //! A copy is no request: the journal alone.
    void bookCopy(const Ledger::RequestRecord &record);
    ShadowCopies &copies() { return m_copies; }

    // RequestHandler
    qint64 onHead(Http::ServerExchange &client) override;
    void onRequest(Http::ServerExchange &client, QByteArray body) override;
    void onBodyPiece(Http::ServerExchange &client, QByteArrayView bytes) override;
    void onBodyEnd(Http::ServerExchange &client) override;
    QByteArray errorBody(const Http::RequestHead *head, int status,
                         const QByteArray &reason) override;
    void onAborted(Http::ServerExchange &client) override;
    void onDrained(Http::ServerExchange &client) override;

private:
    //! Checks the key on the head; answers and returns null when it is refused.
    const Access::KeyEntry *authenticate(Http::ServerExchange &client,
                                         const EndpointMatch &endpoint);
    Exchange &makeExchange(Http::ServerExchange &client, const EndpointMatch &endpoint,
                           std::shared_ptr<const Published> published, const Access::KeyEntry &key);
    void refuse(Http::ServerExchange &client, const Dialects::ClientError &error,
                QByteArrayView requestId, QByteArrayView fields = {});
    void answerModel(Http::ServerExchange &client, const Access::KeyEntry &key,
                     Dialects::Family family, const QByteArray &wanted);
    qint64 nowInSeconds() const;
    void answerModels(Http::ServerExchange &client, const Access::KeyEntry &key,
                      const EndpointMatch &endpoint);
    void answerOwn(Http::ServerExchange &client, const EndpointMatch &endpoint);

    Http::IoContext &m_io;
    WorkerEnvironment m_environment;
    std::shared_ptr<const Published> m_published;
    Dialects::RequestScanner m_scanner;
    Dialects::JsonMemberReader m_replyReader;
    Access::SeenKeys m_seenKeys; //!< of the published table
    Routing::Random m_random;
    RequestIdMaker m_ids;
    WorkerCounters m_counters;
    std::unordered_set<Exchange *> m_exchanges;
    BodyTapes m_tapes;
    Http::UpstreamClient m_upstream;
    ImageGate m_imageGate;
    ShadowCopies m_copies;
    Replays m_replays;
    Http::Server m_server; //!< last: its connections' exchanges use all of the above
};

} // namespace Gatehouse::Gateway
