// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/gateway.h"

#include "core/base/log.h"
#include "core/http/nativechannel.h"
#include "core/http/tlschannel.h"

#include <QtCore/QTimer>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <limits>
#include <mutex>

using namespace Qt::StringLiterals;

namespace Gatehouse::Gateway {

//! Open connections, counted where they are accepted and given back where their channel ends.
struct Gateway::Admissions {
    std::mutex mutex;
    int open = 0;
    QHash<QByteArray, int> perAddress;

    void leave(const QByteArray &peer)
    {
        const std::scoped_lock lock(mutex);
        --open;
        const auto it = perAddress.find(peer);
        if (it != perAddress.end() && --*it == 0)
            perAddress.erase(it);
    }
};

namespace {

//! The way to a lane's thread for those that may outlive it.
struct Mail {
    std::mutex mutex;
    Http::IoThread *thread = nullptr;
};

} // namespace

//! A worker and the thread it lives on.
struct Gateway::Lane {
    explicit Lane(const Clock &clock)
        : thread(clock)
    {
        mail->thread = &thread;
    }
    ~Lane()
    {
        const std::scoped_lock lock(mail->mutex);
        mail->thread = nullptr;
    }
    Lane(const Lane &) = delete;
    Lane &operator=(const Lane &) = delete;

    //! Posts to the thread; drops what comes after its end.
    Responses::ResponseStore::Post post() const
    {
        return [mail = mail](std::function<void()> task) {
            const std::scoped_lock lock(mail->mutex);
            if (mail->thread)
                mail->thread->post(std::move(task));
        };
    }

    const std::shared_ptr<Mail> mail = std::make_shared<Mail>();
    Http::IoThread thread;
    std::unique_ptr<Worker> worker;  //!< made and destroyed on the thread
    std::atomic<int> handedOver = 0; //!< connections on their way to the worker
    SteadyTime asked{};              //!< whether it is alive; the control thread's
    std::atomic<bool> owesAnswer = false;
};

namespace {

//! Too many connections: says so without a parser or a thread of its own, and hangs up.
void refuse(int descriptor)
{
    static constexpr char answer[] =
        "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\n"
        "Connection: close\r\n\r\n";
    [[maybe_unused]] const auto sent =
        ::send(descriptor, answer, sizeof answer - 1, MSG_NOSIGNAL | MSG_DONTWAIT);
    ::close(descriptor);
}

bool isThisComputer(QByteArrayView peer)
{
    return peer.isEmpty() || peer.startsWith("127.") || peer == "::1"
        || peer.startsWith("::ffff:127.");
}

} // namespace

Http::MessageLimits messageLimits(const Api::GatewaySettings &settings)
{
    Http::MessageLimits limits;
    limits.head = settings.headLimit;
    limits.fields = settings.fieldLimit;
    limits.body = settings.bodyLimit;
    limits.headTime = settings.headTime;
    limits.bodyTime = settings.bodyTime;
    limits.idleTime = settings.idleTime;
    return limits;
}

Gateway::Gateway(const Clock &clock, const Redactor &redactor)
    : m_clock(clock)
    , m_redactor(redactor)
    , m_attempts(clock)
    , m_resolver(std::make_shared<Http::Resolver>(clock))
    , m_tlsContexts(std::make_shared<Http::TlsContexts>())
    , m_admissions(std::make_shared<Admissions>())
{
}

Gateway::~Gateway()
{
    stop();
}

Result<void> Gateway::start(const GatewayOptions &options,
                            std::shared_ptr<const Published> published)
{
    m_options = options;
    m_published = published;
    for (int i = 0; i < options.workers; ++i) {
        Result<std::unique_ptr<Ledger::Journal>> journal =
            Ledger::Journal::open(options.journalFolder, i);
        if (!journal) {
            stop();
            return journal.error();
        }
        auto lane = std::make_unique<Lane>(m_clock);
        lane->thread.start(u"worker-%1"_s.arg(i));
        WorkerEnvironment environment{
            .redactor = m_redactor,
            .metrics = m_metrics.shard(),
            .journal = *std::move(journal),
            .limits = options.limits,
            .attempts = m_attempts,
            .resolver = m_resolver,
            .tlsContexts = m_tlsContexts,
            .metricsText = [this] { return metricsText(); },
            .isReady = [this] { return m_ready.load(std::memory_order_relaxed); },
            .responses = options.responses,
            .post = lane->post(),
            .recorder = options.recorder};
        lane->thread.call([&] {
            lane->worker =
                std::make_unique<Worker>(lane->thread.io(), std::move(environment), published);
        });
        m_lanes.push_back(std::move(lane));
    }
    m_acceptThread = std::make_unique<Http::IoThread>(m_clock);
    m_acceptThread->start(u"acceptor"_s);
    for (const QString &address : options.listen) {
        Result<void> listening;
        m_acceptThread->call([&] {
            auto acceptor = Http::Acceptor::listen(
                m_acceptThread->io(), address,
                [this](int descriptor, QByteArray peer) { dispatch(descriptor, std::move(peer)); });
            if (!acceptor) {
                listening = acceptor.error();
                return;
            }
            m_addresses.append((*acceptor)->address());
            m_acceptors.push_back(*std::move(acceptor));
        });
        if (!listening) {
            stop();
            return listening;
        }
    }
    m_ready = true;
    return {};
}

//! Counts a new connection, or refuses it with null. What is returned lives as long as the channel.
std::shared_ptr<void> Gateway::admit(const QByteArray &peer)
{
    Admissions &all = *m_admissions;
    const std::scoped_lock lock(all.mutex);
    if (all.open >= m_options.maxConnections)
        return nullptr;
    const int perAddress = all.perAddress.value(peer);
    if (!isThisComputer(peer) && perAddress >= m_options.maxConnectionsPerAddress)
        return nullptr;
    ++all.open;
    all.perAddress.insert(peer, perAddress + 1);
    return {this, [admissions = m_admissions, peer](void *) { admissions->leave(peer); }};
}

void Gateway::dispatch(int descriptor, QByteArray peer)
{
    std::shared_ptr<void> place = admit(peer);
    if (!place) {
        refuse(descriptor);
        return;
    }
    const auto load = [](const std::unique_ptr<Lane> &lane) {
        return lane->worker->server().counters().connections.load(std::memory_order_relaxed)
            + lane->handedOver.load(std::memory_order_relaxed);
    };
    Lane &lane = **std::ranges::min_element(m_lanes, {}, load);
    ++lane.handedOver;
    lane.thread.post([this, &lane, descriptor, peer = std::move(peer),
                      place = std::move(place)]() mutable {
        --lane.handedOver;
        if (!lane.worker) {
            refuse(descriptor);
            return;
        }
        std::unique_ptr<Http::Channel> channel;
        if (m_options.tls)
            channel = Http::TlsChannel::server(lane.thread.io(), descriptor, std::move(peer),
                                               m_options.tls);
        else
            channel =
                Http::NativeChannel::fromDescriptor(lane.thread.io(), descriptor, std::move(peer));
        channel->hold(std::move(place));
        lane.worker->server().adopt(std::move(channel));
    });
}

void Gateway::publish(std::shared_ptr<const Published> published)
{
    {
        const std::scoped_lock lock(m_publishedMutex);
        m_published = published;
    }
    for (const auto &lane : m_lanes)
        lane->thread.post([&lane = *lane, published] { lane.worker->publish(published); });
}

void Gateway::drain(std::chrono::milliseconds patience, std::function<void()> done)
{
    m_ready = false;
    if (m_acceptThread)
        m_acceptThread->call([this] { m_acceptors.clear(); });
    m_addresses.clear();

    struct Progress {
        std::atomic<int> left;
        std::atomic<bool> told = false;
    };
    const auto progress = std::make_shared<Progress>();
    progress->left = static_cast<int>(m_lanes.size());
    auto *context = new QTimer; // lives on this thread until told
    context->setSingleShot(true);
    const auto finish = [progress, context, done = std::move(done)] {
        if (progress->told.exchange(true))
            return;
        context->deleteLater();
        done();
    };
    QObject::connect(context, &QTimer::timeout, context, [this, finish] {
        for (const auto &lane : m_lanes)
            lane->thread.call([&lane = *lane] {
                lane.worker->interruptAll();
                lane.worker->server().closeAll();
            });
        finish();
    });
    context->start(patience);
    for (const auto &lane : m_lanes) {
        lane->thread.post([&lane = *lane, progress, context, finish] {
            lane.worker->server().drain([progress, context, finish] {
                if (--progress->left == 0)
                    QMetaObject::invokeMethod(context, finish, Qt::QueuedConnection);
            });
        });
    }
    if (m_lanes.empty())
        QMetaObject::invokeMethod(context, finish, Qt::QueuedConnection);
}

void Gateway::stop()
{
    m_ready = false;
    if (m_acceptThread) {
        if (m_acceptThread->isRunning())
            m_acceptThread->call([this] { m_acceptors.clear(); });
        m_acceptThread->stop();
        m_acceptThread.reset();
    }
    for (const auto &lane : m_lanes) {
        lane->thread.call([&lane = *lane] {
            lane.worker->interruptAll();
            lane.worker.reset();
        });
        lane->thread.stop();
    }
    m_lanes.clear();
    m_addresses.clear();
}

int Gateway::running() const
{
    int sum = 0;
    for (const auto &lane : m_lanes)
        sum += lane->worker->counters().running.load(std::memory_order_relaxed);
    return sum;
}

quint64 Gateway::finished() const
{
    quint64 sum = 0;
    for (const auto &lane : m_lanes)
        sum += lane->worker->counters().finished.load(std::memory_order_relaxed);
    return sum;
}

quint64 Gateway::lostRecords() const
{
    quint64 sum = 0;
    for (const auto &lane : m_lanes)
        sum += lane->worker->counters().lostRecords.load(std::memory_order_relaxed);
    return sum;
}

qint64 Gateway::connections() const
{
    const std::scoped_lock lock(m_admissions->mutex);
    return m_admissions->open;
}

std::vector<RunningRequest> Gateway::runningRequests()
{
    std::vector<RunningRequest> all;
    for (const auto &lane : m_lanes) {
        lane->thread.call([&] {
            std::vector<RunningRequest> rows = lane->worker->running();
            all.insert(all.end(), std::make_move_iterator(rows.begin()),
                       std::make_move_iterator(rows.end()));
        });
    }
    return all;
}

std::chrono::nanoseconds Gateway::longestSilence()
{
    const SteadyTime now = m_clock.steady();
    std::chrono::nanoseconds longest{0};
    for (const auto &lane : m_lanes) {
        if (lane->owesAnswer) {
            longest = std::max<std::chrono::nanoseconds>(longest, now - lane->asked);
            continue;
        }
        lane->asked = now;
        lane->owesAnswer = true;
        lane->thread.post([&lane = *lane] { lane.owesAnswer = false; });
    }
    return longest;
}

bool Gateway::cancelRequest(const QByteArray &id)
{
    bool found = false;
    for (const auto &lane : m_lanes)
        lane->thread.call([&] { found = lane->worker->cancel(id) || found; });
    return found;
}

void Gateway::replay(Bodies::Replay replay, Bodies::ReplayDone done)
{
    auto ready = readyToReplay(std::move(replay));
    if (!ready || m_lanes.empty()) {
        done(ready ? Error{ErrorCode::Unavailable,
                           u"the gateway is stopped; start it to send requests again"_s}
                   : ready.error());
        return;
    }
    const auto fewest = std::ranges::min_element(m_lanes, {}, [](const auto &lane) {
        return lane->worker->counters().running.load(std::memory_order_relaxed);
    });
    Worker *worker = (*fewest)->worker.get();
    (*fewest)->thread.post([worker, ready = *std::move(ready), done = std::move(done)] {
        worker->replay(ready, done);
    });
}

std::vector<std::pair<QByteArray, int>> Gateway::waitingByProvider() const
{
    std::shared_ptr<const Published> published;
    {
        const std::scoped_lock lock(m_publishedMutex);
        published = m_published;
    }
    std::vector<std::pair<QByteArray, int>> waiting;
    if (!published)
        return waiting;
    for (const auto &provider : published->snapshot->providers) {
        const Routing::ProviderEntry *entry = published->routing->provider(provider->id);
        waiting.emplace_back(provider->id, entry->state->room().waiting());
    }
    return waiting;
}

int Gateway::waiting() const
{
    int sum = 0;
    for (const auto &[provider, count] : waitingByProvider())
        sum += count;
    return sum;
}

QByteArray Gateway::metricsText() const
{
    std::vector<Telemetry::Gauge> gauges{
        {"gatehouse_running_requests", "Requests in progress.", double(running())},
        {"gatehouse_connections", "Open client connections.", double(connections())},
        {"gatehouse_lost_records", "Requests the journal could not take.", double(lostRecords())}};
    for (const auto &[provider, count] : waitingByProvider())
        gauges.push_back({"gatehouse_waiting_requests",
                          "Requests that wait for a place at a provider.", double(count),
                          QByteArray("provider=\"" + provider + '"')});
    {
        const std::scoped_lock lock(m_gaugesMutex);
        gauges.insert(gauges.end(), m_gauges.begin(), m_gauges.end());
    }
    return m_metrics.text(gauges);
}

void Gateway::setGauges(std::vector<Telemetry::Gauge> gauges)
{
    const std::scoped_lock lock(m_gaugesMutex);
    m_gauges = std::move(gauges);
}

} // namespace Gatehouse::Gateway
