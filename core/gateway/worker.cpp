// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/worker.h"

#include "core/access/attemptguard.h"
#include "core/access/authenticator.h"
#include "core/base/log.h"
#include "core/dialects/jsonview.h"
#include "core/dialects/ollama/lists.h"
#include "core/gateway/exchange.h"
#include "core/gateway/gateway.h"
#include "core/gateway/responsecall.h"

#include <QtCore/QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Gateway {

using Dialects::clientError;
using Dialects::ClientError;
using Dialects::ErrorCase;

namespace {

constexpr QByteArrayView json("application/json");

//! What a connection keeps of an inference request between its head and its body.
class Authenticated final : public Http::ExchangeState
{
public:
    Authenticated(std::shared_ptr<const Published> used, const Access::KeyEntry &entry,
                  Dialects::Format which)
        : published(std::move(used))
        , key(entry)
        , front(which)
    {
    }

    std::shared_ptr<const Published> published; //!< keeps key alive
    const Access::KeyEntry &key;
    Dialects::Format front;
};

//! The operation's name in OpenTelemetry's GenAI conventions.
QByteArrayView operationOf(QByteArrayView front)
{
    if (front == "openai-embeddings")
        return "embeddings";
    if (front == "openai-completions")
        return "text_completion";
    if (front == "anthropic-count-tokens")
        return "count_tokens";
    if (front == "openai-speech")
        return "speech";
    if (front == "passthrough")
        return "passthrough";
    return "chat";
}

Access::CredentialField credential(const Http::Fields &fields, QByteArrayView name)
{
    return {.count = fields.count(name), .value = fields.value(name)};
}

ClientError errorOf(Access::Refusal refusal)
{
    const Access::RefusalReply reply = Access::replyTo(refusal);
    ClientError error = clientError(ErrorCase::InvalidApiKey, reply.message.toByteArray());
    error.status = reply.status;
    error.code = reply.code.toByteArray();
    return error;
}

//! What wrong keys are counted by: the address, of IPv6 the /64 network.
QByteArray attemptAddress(QByteArray address)
{
    const qsizetype groups = 4;
    qsizetype end = -1;
    for (qsizetype i = 0; i < groups && address.contains(':'); ++i) {
        end = address.indexOf(':', end + 1);
        if (end < 0)
            return address;
    }
    return end < 0 ? address : address.first(end);
}

QByteArray allowField(EndpointKind kind)
{
    return "Allow: " + allowedMethods(kind).toByteArray() + "\r\n";
}

//! The name in the body of POST /api/show; older clients say "name".
QByteArray ollamaModel(QByteArrayView body)
{
    const auto view = Dialects::JsonView::parse(body);
    const QByteArray model = view["model"].string();
    return model.isEmpty() ? view["name"].string() : model;
}

bool isLoopback(QByteArrayView address)
{
    return address.startsWith("127.") || address == "::1" || address.startsWith("::ffff:127.");
}

Http::UpstreamClient::Options upstreamOptions(const WorkerEnvironment &environment)
{
    Http::UpstreamClient::Options options;
    options.resolver = environment.resolver;
    options.tlsContexts = environment.tlsContexts;
    return options;
}

} // namespace

Worker::Worker(Http::IoContext &io, WorkerEnvironment environment,
               std::shared_ptr<const Published> published)
    : m_io(io)
    , m_environment(std::move(environment))
    , m_published(std::move(published))
    , m_random(static_cast<quint64>(std::random_device{}()) << 32U | std::random_device{}())
    , m_tapes(m_environment.recorder)
    , m_upstream(io, upstreamOptions(m_environment))
    , m_copies(*this)
    , m_replays(*this)
    , m_server(io, *this, m_environment.limits)
{
}

Worker::~Worker()
{
    m_copies.interruptAll();
}

void Worker::publish(std::shared_ptr<const Published> published)
{
    m_published = std::move(published);
    m_seenKeys.clear();
    m_environment.limits = messageLimits(m_published->snapshot->document.gateway);
    m_server.setLimits(m_environment.limits);
    m_upstream.trim([this](const Http::Endpoint &endpoint) {
        return std::ranges::any_of(m_published->providers, [&](const auto &provider) {
            return provider.endpoint == endpoint;
        });
    });
}

void Worker::enlist(Exchange &exchange)
{
    m_exchanges.insert(&exchange);
    m_counters.running.fetch_add(1, std::memory_order_relaxed);
}

void Worker::dismiss(Exchange &exchange)
{
    m_exchanges.erase(&exchange);
    m_counters.running.fetch_sub(1, std::memory_order_relaxed);
    m_tapes.forget(exchange);
}

void Worker::interruptAll()
{
    m_copies.interruptAll();
    const std::vector<Exchange *> running(m_exchanges.begin(), m_exchanges.end());
    for (Exchange *exchange : running) {
        if (m_exchanges.contains(exchange))
            exchange->interrupt("The gateway is stopping.");
    }
}

bool Worker::cancel(const QByteArray &id)
{
    const auto found =
        std::find_if(m_exchanges.cbegin(), m_exchanges.cend(),
                     [&id](const Exchange *exchange) { return exchange->record().id == id; });
    if (found == m_exchanges.cend())
        return false;
    (*found)->interrupt("The request was cancelled by an administrator.");
    return true;
}

std::vector<RunningRequest> Worker::running() const
{
    std::vector<RunningRequest> rows;
    rows.reserve(m_exchanges.size());
    for (const Exchange *exchange : m_exchanges) {
        const Ledger::RequestRecord &record = exchange->record();
        const bool tried = !record.attempts.empty();
        rows.push_back({.id = record.id,
                        .time = record.time,
                        .route = record.route,
                        .modelAsked = record.modelAsked,
                        .provider = tried ? record.attempts.back().provider : QByteArray(),
                        .model = tried ? record.attempts.back().model : QByteArray(),
                        .keyName = record.keyName,
                        .streamed = record.streamed});
    }
    return rows;
}

void Worker::replay(Bodies::Replay replay, Bodies::ReplayDone done)
{
    const Access::KeyEntry *key = m_published->keys->byId(replay.key);
    const auto refuse = [&done](const QString &why) {
        done(Error{ErrorCode::PermissionDenied, why, u"key"_s});
    };
    if (!key) {
        refuse(u"its key is gone, and it would be booked on that key"_s);
        return;
    }
    if (key->disabled || (key->expires && *key->expires <= m_io.clock.wall())) {
        refuse(u"its key '%1' is disabled or has expired, and it would be booked on that key"_s.arg(
            QString::fromUtf8(key->name)));
        return;
    }
    ReplayClient &client = m_replays.add(std::move(replay), std::move(done));
    const EndpointMatch endpoint = matchEndpoint(client.head().path, client.head().query);
    Exchange &exchange = makeExchange(client, endpoint, m_published, *key);
    client.answer().id = exchange.record().id;
    m_tapes.hear(exchange, client.replay().request.text);
    exchange.run(client.replay().request.text);
}

void Worker::bookCopy(const Ledger::RequestRecord &record)
{
    if (m_environment.journal->append(record))
        return;
    if (m_counters.lostRecords.fetch_add(1, std::memory_order_relaxed) == 0)
        qCCritical(lcGateway, "the journal takes no more records; requests go on unbooked");
}

void Worker::book(const Ledger::RequestRecord &record)
{
    bookCopy(record);
    m_tapes.booked(record);
    m_counters.finished.fetch_add(1, std::memory_order_relaxed);
    constexpr double micro = 1e-6;
    m_environment.metrics.observe(
        {.operation = operationOf(record.front),
         .provider = record.provider,
         .route = record.route,
         .model = record.model,
         .outcome = Ledger::outcomeName(record.outcome),
         .status = record.status,
         .totalSeconds = static_cast<double>(record.totalUs) * micro,
         .firstTokenSeconds = static_cast<double>(record.firstTokenUs) * micro,
         .ownSeconds = static_cast<double>(record.gatewayUs) * micro,
         .inputTokens = record.usage.promptTokens,
         .outputTokens = record.usage.completionTokens,
         .costNanoUsd = record.cost ? record.cost->nanoUsd : 0,
         .unpriced = !record.cost,
         .attempts = static_cast<int>(record.attempts.size())});
}

// --- RequestHandler -----------------------------------------------------------------------------

qint64 Worker::onHead(Http::ServerExchange &client)
{
    const Http::RequestHead &head = client.head();
    const EndpointMatch endpoint = matchEndpoint(head.path, head.query);
    const qint64 bodyLimit = m_environment.limits.body;
    if (endpoint.kind == EndpointKind::Unknown) {
        refuse(
            client,
            clientError(ErrorCase::NotFound,
                        "There is no "
                            + redacted(head.path.first(std::min<qsizetype>(head.path.size(), 200)))
                            + " here."),
            {});
        return 0;
    }
    if (head.method == Http::Method::Options) {
        client.reply(204, {}, allowField(endpoint.kind), {});
        return 0;
    }
    if (!isMethodAllowed(endpoint.kind, head.method)) {
        const QByteArray allow = allowedMethods(endpoint.kind).toByteArray();
        refuse(client, clientError(ErrorCase::MethodNotAllowed, "Use " + allow + " for this path."),
               {}, allowField(endpoint.kind));
        return 0;
    }
    const bool open = endpoint.kind == EndpointKind::OllamaVersion
        || endpoint.kind == EndpointKind::Health || endpoint.kind == EndpointKind::Ready
        || (endpoint.kind == EndpointKind::Metrics && isLoopback(client.peerAddress()));
    if (open)
        return bodyLimit;
    const Access::KeyEntry *key = authenticate(client, endpoint);
    if (!key)
        return 0;
    if (endpoint.kind == EndpointKind::PassThrough && head.contentLength <= bodyLimit
        && Upload::isFor(head, endpoint.rest, *m_published)) {
        client.streamBody();
        makeExchange(client, endpoint, m_published, *key).runUpload();
        return bodyLimit;
    }
    client.setState(std::make_unique<Authenticated>(m_published, *key, endpoint.front));
    return bodyLimit;
}

Exchange &Worker::makeExchange(Http::ServerExchange &client, const EndpointMatch &endpoint,
                               std::shared_ptr<const Published> published,
                               const Access::KeyEntry &key)
{
    auto tape = m_tapes.tape(client);
    Http::ServerExchange &partner = tape ? *tape : client;
    auto owned = std::make_unique<Exchange>(*this, partner, endpoint, std::move(published), key);
    Exchange &exchange = *owned;
    m_tapes.keep(exchange, exchange.record().id, std::move(tape));
    client.setState(std::move(owned)); // what was there ends here
    return exchange;
}

const Access::KeyEntry *Worker::authenticate(Http::ServerExchange &client,
                                             const EndpointMatch &endpoint)
{
    const Http::Fields &fields = client.head().fields;
    const Access::Authentication result =
        Access::authenticate({.authorization = credential(fields, "authorization"),
                              .xApiKey = credential(fields, "x-api-key"),
                              .apiKey = credential(fields, "api-key"),
                              .xGoogApiKey = credential(fields, "x-goog-api-key")},
                             *m_published->keys, m_io.clock, m_seenKeys, client.peerAddress());
    if (result.isGranted())
        return result.key;

    m_environment.metrics.refusedKey();
    const QByteArray id = nextRequestId(m_io.clock.wall());
    ClientError error = errorOf(result.refusal);
    if (result.key) { // known, but refused: the books say who still uses it, and from where
        if (endpoint.kind == EndpointKind::Inference || endpoint.kind == EndpointKind::PassThrough)
            Exchange::recordRefusal(*this, client, endpoint.front, *result.key, id, error,
                                    Ledger::Outcome::KeyRefused);
        refuse(client, error, id);
        return nullptr;
    }
    // A good key is never held up by somebody else's wrong ones from the same address. The
    // connection stays: a new one for each guess would cost both sides four times as much.
    const QByteArray address = attemptAddress(client.peerAddress());
    const std::chrono::seconds wait = m_environment.attempts.waitingTime(address);
    QByteArray retry;
    if (wait.count() > 0) {
        error = clientError(
            ErrorCase::RateLimitExceeded,
            "Too many wrong keys from this address. Check the key, then try again later.");
        retry = "Retry-After: " + QByteArray::number(wait.count()) + "\r\n";
    } else {
        m_environment.attempts.recordFailure(address);
    }
    refuse(client, error, id, retry);
    return nullptr;
}

void Worker::refuse(Http::ServerExchange &client, const ClientError &error,
                    QByteArrayView requestId, QByteArrayView fields)
{
    const QByteArray id =
        requestId.isEmpty() ? nextRequestId(m_io.clock.wall()) : requestId.toByteArray();
    const Dialects::Family family = familyOfPath(client.head().path);
    const QByteArray all = "x-request-id: " + id + "\r\n" + fields.toByteArray();
    client.reply(error.status, json, all, Dialects::errorBody(family, error, id));
}

void Worker::onRequest(Http::ServerExchange &client, QByteArray body)
{
    const EndpointMatch endpoint = matchEndpoint(client.head().path, client.head().query);
    auto *state = dynamic_cast<Authenticated *>(client.state());
    if (!state) {
        answerOwn(client, endpoint);
        return;
    }
    if (endpoint.kind == EndpointKind::ModelList || endpoint.kind == EndpointKind::Model
        || endpoint.kind == EndpointKind::OllamaProcesses) {
        answerModels(client, state->key, endpoint);
        return;
    }
    if (endpoint.kind == EndpointKind::OllamaShow) {
        answerModel(client, state->key, Dialects::Family::Ollama, ollamaModel(body));
        return;
    }
    if (isAboutResponse(endpoint.kind)) {
        auto call =
            std::make_unique<ResponseCall>(*this, client, endpoint, state->published, state->key);
        ResponseCall &started = *call;
        client.setState(std::move(call));
        started.start();
        return;
    }
    if (endpoint.kind != EndpointKind::Inference && endpoint.kind != EndpointKind::PassThrough) {
        answerOwn(client, endpoint);
        return;
    }
    Exchange &exchange = makeExchange(client, endpoint, state->published, state->key);
    m_tapes.hear(exchange, body);
    exchange.run(std::move(body));
}

void Worker::onBodyPiece(Http::ServerExchange &client, QByteArrayView bytes)
{
    if (auto *exchange = dynamic_cast<Exchange *>(client.state())) {
        m_tapes.hear(*exchange, bytes);
        exchange->takeBody(bytes);
    }
}

void Worker::onBodyEnd(Http::ServerExchange &client)
{
    if (auto *exchange = dynamic_cast<Exchange *>(client.state()))
        exchange->endBody();
}

void Worker::answerOwn(Http::ServerExchange &client, const EndpointMatch &endpoint)
{
    if (endpoint.kind == EndpointKind::Metrics) {
        client.reply(200, "text/plain; version=0.0.4; charset=utf-8", {},
                     m_environment.metricsText());
        return;
    }
    if (endpoint.kind == EndpointKind::OllamaVersion) {
        client.reply(200, json, {}, Dialects::ollamaVersionBody());
        return;
    }
    const bool ready = endpoint.kind == EndpointKind::Health || m_environment.isReady();
    client.reply(ready ? 200 : 503, json, {},
                 ready ? R"({"status":"ok"})" : R"({"status":"not ready"})");
}

qint64 Worker::nowInSeconds() const
{
    return std::chrono::duration_cast<std::chrono::seconds>(m_io.clock.wall().time_since_epoch())
        .count();
}

void Worker::answerModel(Http::ServerExchange &client, const Access::KeyEntry &key,
                         Dialects::Family family, const QByteArray &wanted)
{
    const QByteArray id = nextRequestId(m_io.clock.wall());
    const Config::Route *route = m_published->snapshot->route(wanted);
    if (!route || !key.mayCall(wanted)) {
        refuse(client,
               clientError(ErrorCase::ModelNotFound,
                           "The model '" + redacted(wanted.left(256)) + "' does not exist here.",
                           "model"),
               id);
        return;
    }
    const Dialects::ModelEntry model{
        wanted, route->direct ? route->targets.front().provider->id : QByteArray("gatehouse"),
        nowInSeconds()};
    const QByteArray fields = "x-request-id: " + id + "\r\n";
    client.reply(200, json, fields,
                 family == Dialects::Family::Ollama ? Dialects::ollamaShowBody(model)
                                                    : Dialects::modelBody(family, model));
}

void Worker::answerModels(Http::ServerExchange &client, const Access::KeyEntry &key,
                          const EndpointMatch &endpoint)
{
    const Config::Snapshot &snapshot = *m_published->snapshot;
    const bool anthropic = endpoint.family == Dialects::Family::OpenAi
        && client.head().fields.contains("anthropic-version");
    const Dialects::Family family = anthropic ? Dialects::Family::Anthropic : endpoint.family;
    if (endpoint.kind == EndpointKind::Model) {
        answerModel(client, key, family,
                    endpoint.model.isEmpty()
                        ? QByteArray::fromPercentEncoding(endpoint.rest.toByteArray())
                        : endpoint.model);
        return;
    }
    const qint64 created = nowInSeconds();
    std::vector<Dialects::ModelEntry> models;
    for (const auto &route : snapshot.routes) {
        if (key.mayCall(route->id))
            models.push_back({route->id, "gatehouse", created});
    }
    for (const auto &route : snapshot.directRoutes) {
        if (key.mayCall(route->id))
            models.push_back({route->id, route->targets.front().provider->id, created});
    }
    constexpr qint64 hour = 3600;
    const QByteArray body = endpoint.kind == EndpointKind::OllamaProcesses
        ? Dialects::ollamaProcessesBody(models, created + hour)
        : family == Dialects::Family::Ollama ? Dialects::ollamaTagsBody(models)
                                             : Dialects::modelListBody(family, models);
    const QByteArray fields = "x-request-id: " + nextRequestId(m_io.clock.wall()) + "\r\n";
    client.reply(200, json, fields, body);
}

QByteArray Worker::errorBody(const Http::RequestHead *head, int status, const QByteArray &reason)
{
    ClientError error = clientError(ErrorCase::InvalidRequest, reason);
    if (status == 408)
        error = clientError(ErrorCase::RequestTimeout, reason);
    else if (status == 413)
        error = clientError(ErrorCase::RequestTooLarge, reason);
    error.status = status;
    const Dialects::Family family = head ? familyOfPath(head->path) : Dialects::Family::OpenAi;
    return Dialects::errorBody(family, error, nextRequestId(m_io.clock.wall()));
}

void Worker::onAborted(Http::ServerExchange &client)
{
    if (auto *exchange = dynamic_cast<Exchange *>(client.state()))
        exchange->clientLeft();
}

void Worker::onDrained(Http::ServerExchange &client)
{
    if (auto *exchange = dynamic_cast<Exchange *>(client.state()))
        exchange->clientDrained();
    else if (auto *call = dynamic_cast<ResponseCall *>(client.state()))
        call->clientDrained();
}

} // namespace Gatehouse::Gateway
