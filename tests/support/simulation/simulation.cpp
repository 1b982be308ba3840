// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/simulation/simulation.h"

#include <algorithm>

namespace Gatehouse::Simulation {

using Routing::NextStep;

namespace {

constexpr Duration loadReadEvery = 1s;

//! A conversation's beginning, where planning knows of such.
template <typename Facts>
void setPrefix(Facts &facts, quint64 prefix)
{
    if constexpr (requires { facts.prefix = prefix; })
        facts.prefix = prefix;
}

//! The configuration of a setup: one provider for each endpoint, one route, one fallback.
std::shared_ptr<Config::Snapshot> snapshotOf(const Setup &setup)
{
    auto snapshot = std::make_shared<Config::Snapshot>();
    auto route = std::make_unique<Config::Route>();
    auto fallback = std::make_unique<Config::Route>();
    route->id = "route";
    fallback->id = "fallback";
    route->strategy = fallback->strategy = setup.strategy;
    route->retry.attempts = fallback->retry.attempts = setup.attempts;
    for (const EndpointModel &model : setup.endpoints) {
        auto provider = std::make_unique<Config::Provider>();
        provider->index = static_cast<int>(snapshot->providers.size());
        provider->id = model.id;
        provider->quirks = Dialects::quirksOf("openai");
        provider->document.id = QString::fromUtf8(model.id);
        provider->document.region = model.region;
        provider->document.maxInFlight = model.maxInFlight;
        provider->document.selfHosted = model.tellsLoad;
        Config::Route &home = model.isFallback ? *fallback : *route;
        home.targets.push_back({.provider = provider.get(), .model = "m", .weight = model.weight});
        snapshot->providers.push_back(std::move(provider));
    }
    if (!fallback->targets.empty())
        route->fallback.push_back(fallback.get());
    snapshot->routes.push_back(std::move(route));
    snapshot->routes.push_back(std::move(fallback));
    return snapshot;
}

class World
{
public:
    explicit World(const Setup &setup);
    Result run();

private:
    struct Request;

    Endpoint &endpointOf(const Routing::Entry &entry)
    {
        return *m_endpoints.at(entry.target->provider->id);
    }
    Result::OfEndpoint &figures(const Routing::Entry &entry)
    {
        return m_result.endpoints[entry.target->provider->id];
    }
    void expect(const Caller &caller);
    void arrive(const Caller &caller);
    void attempt(Request &request);
    bool takeSlot(Request &request);
    bool waitForPlace(Request &request);
    void waitIsOver(Request &request);
    void refuse(Request &request);
    Duration patienceOf(const Request &request) const;
    void call(Request &request);
    Request *find(quint64 number) const
    {
        const auto found = m_requests.find(number);
        return found == m_requests.end() ? nullptr : found->second.get();
    }
    void sawFirstToken(Request &request);
    void ended(Request &request, const Endpoint::Answer &answer);
    void failed(Request &request, const Endpoint::Answer &answer);
    void finish(Request &request);
    void shuffle(Routing::Plan &plan);
    void readLoads();

    const Setup &m_setup;
    Timeline m_timeline;
    Routing::Random m_random;
    Routing::LiveState m_live;
    std::shared_ptr<Config::Snapshot> m_snapshot;
    Routing::RoutingTable m_table;
    const Config::Route &m_route;
    std::map<QByteArray, std::unique_ptr<Endpoint>> m_endpoints;
    std::unordered_map<quint64, std::unique_ptr<Request>> m_requests;
    quint64 m_number = 0;
    Result m_result;
};

//! A request's place in the queue of a provider.
class Place final : public Routing::Waiter
{
public:
    Place(const Routing::Entry &entry, std::function<void()> over)
        : m_entry(entry)
        , m_over(std::move(over))
    {
    }

    Take take(SteadyTime now) override
    {
        return Routing::Slot::takeInTurn(slot, *m_entry.state, *m_entry.provider->state,
                                         m_entry.maxInFlight(), now);
    }
    void told() override { m_over(); }
    Routing::WaitingRoom &room() const { return m_entry.provider->state->room(); }

    std::optional<Routing::Slot> slot;

private:
    const Routing::Entry m_entry;
    const std::function<void()> m_over;
};

int placesOf(const Routing::Entry &entry)
{
    return entry.maxInFlight() > 0 ? entry.maxInFlight() : entry.state->capacity();
}

//! One request, as an exchange sees it.
struct World::Request {
    quint64 number = 0;
    const Caller *caller = nullptr;
    QByteArray session;
    int promptTokens = 0;
    SteadyTime arrived{};
    SteadyTime attemptAt{};
    SteadyTime waitsSince{};
    Routing::Plan plan;
    qsizetype index = 0;
    int attempts = 0;
    int attemptsAtTarget = 0;
    bool hasContent = false;
    std::optional<Routing::Slot> slot;
    std::shared_ptr<Place> place; //!< while it waits for one
    std::unique_ptr<Endpoint::Call> call;

    const Routing::Entry &entry() const { return plan.at(index).entry; }
};

World::World(const Setup &setup)
    : m_setup(setup)
    , m_random(setup.seed)
    , m_snapshot(snapshotOf(setup))
    , m_table(m_snapshot, m_live)
    , m_route(*m_snapshot->routes.front())
{
    for (const EndpointModel &model : setup.endpoints) {
        m_endpoints[model.id] = std::make_unique<Endpoint>(model, m_timeline, m_random.next());
        if (setup.tellsCapacity && model.capacity > 0)
            m_live.target(model.id, "m").setCapacity(model.capacity);
    }
}

Result World::run()
{
    for (const Caller &caller : m_setup.callers)
        expect(caller);
    readLoads();
    m_timeline.run();
    for (const auto &[id, endpoint] : m_endpoints) {
        Result::OfEndpoint &figures = m_result.endpoints[id];
        figures.cacheHits = endpoint->cacheHits();
        figures.cacheQueries = endpoint->cacheQueries();
        figures.inFlightAtEnd = m_live.target(id, "m").inFlight();
        figures.waitingAtEnd = m_live.provider(id).room().waiting();
    }
    return std::move(m_result);
}

void World::expect(const Caller &caller)
{
    const auto mean = Duration(static_cast<qint64>(1e6 / caller.perSecond));
    m_timeline.after(exponential(mean, m_random), [this, &caller] {
        if (m_timeline.elapsed() >= m_setup.duration)
            return;
        expect(caller);
        arrive(caller);
    });
}

void World::arrive(const Caller &caller)
{
    const quint64 number = m_number++;
    Request &request = *(m_requests[number] = std::make_unique<Request>());
    request.number = number;
    request.caller = &caller;
    request.arrived = m_timeline.now();
    request.promptTokens =
        static_cast<int>(exponential(Duration(caller.promptTokens), m_random).count());
    if (caller.sessions > 0)
        request.session = caller.key + '/'
            + QByteArray::number(m_random.next() % static_cast<quint64>(caller.sessions));
    ++m_result.requests;
    Routing::RequestFacts facts;
    facts.streamed = true;
    facts.promptTokens = request.promptTokens;
    setPrefix(facts, request.session.isEmpty() ? 0 : qHash(request.session) | 1U);
    facts.session = request.session;
    facts.keyId = caller.key;
    request.plan = Routing::plan(m_table, m_route, facts, m_timeline.now(), m_random);
    if (m_setup.choice == Choice::Random)
        shuffle(request.plan);
    if (m_random.unit() <= caller.leaves) {
        m_timeline.after(exponential(1s, m_random), [this, number] {
            if (Request *leaving = find(number)) {
                ++m_result.left;
                finish(*leaving);
            }
        });
    }
    attempt(request);
}

void World::shuffle(Routing::Plan &plan)
{
    for (qsizetype i = plan.order.size() - 1; i > 0; --i)
        std::swap(
            plan.order[i],
            plan.order[static_cast<qsizetype>(m_random.next() % static_cast<quint64>(i + 1))]);
}

//! As the exchange does it: the planned target, or a later one when its provider is full.
bool World::takeSlot(Request &request)
{
    const qsizetype from = request.index;
    for (; request.index < request.plan.size(); ++request.index) {
        const Routing::Entry &entry = request.entry();
        request.slot = Routing::Slot::take(*entry.state, *entry.provider->state,
                                           entry.maxInFlight(), m_timeline.now());
        if (request.slot)
            return true;
        request.attemptsAtTarget = 0;
    }
    request.index = from;
    return false;
}

//! Waits where it is likely to be shortest; false when it may not.
bool World::waitForPlace(Request &request)
{
    const auto expected = [&](qsizetype i) {
        const Routing::Entry &entry = request.plan.at(i).entry;
        return entry.provider->state->room().expectedWait(placesOf(entry));
    };
    for (qsizetype i = request.index + 1; i < request.plan.size(); ++i) {
        if (expected(i) < expected(request.index))
            std::swap(request.plan.order[request.index], request.plan.order[i]);
    }
    const Routing::Entry &entry = request.entry();
    const auto over = [this, number = request.number] {
        m_timeline.after(0us, [this, number] {
            if (Request *waiting = find(number))
                waitIsOver(*waiting);
        });
    };
    request.place = std::make_shared<Place>(entry, over);
    request.waitsSince = m_timeline.now();
    Routing::WaitingRoom &room = request.place->room();
    const auto maxWait = std::chrono::duration_cast<std::chrono::milliseconds>(*m_setup.maxWait);
    const auto joined = room.join(request.place,
                                  {.key = request.caller->key,
                                   .priority = Routing::Priority::Interactive,
                                   .places = placesOf(entry),
                                   .maxWaiting = m_setup.maxWaiting,
                                   .maxWait = maxWait},
                                  m_timeline.clock());
    Result::OfEndpoint &own = figures(entry);
    own.mostWaiting = std::max(own.mostWaiting, room.waiting());
    if (joined.answer == Routing::WaitingRoom::Answer::Placed)
        waitIsOver(request);
    if (joined.answer != Routing::WaitingRoom::Answer::Waits)
        return joined.answer == Routing::WaitingRoom::Answer::Placed;
    m_timeline.after(maxWait, [this, number = request.number, place = request.place] {
        if (place->room().leave(*place) && find(number))
            refuse(*find(number));
    });
    return true;
}

//! It has its place, or was pushed out.
void World::waitIsOver(Request &request)
{
    const std::shared_ptr<Place> place = std::exchange(request.place, {});
    if (!place->slot) {
        refuse(request);
        return;
    }
    request.slot = std::exchange(place->slot, {});
    m_result.waits.push_back(
        std::chrono::duration_cast<Duration>(m_timeline.now() - request.waitsSince));
    call(request);
}

void World::refuse(Request &request)
{
    ++m_result.errors;
    ++m_result.refusals;
    finish(request);
}

void World::attempt(Request &request)
{
    if (takeSlot(request))
        call(request);
    else if (!m_setup.maxWait || !waitForPlace(request))
        refuse(request);
}

//! As an attempt does it: the trial of a target that had fallen silent is given little where
//! another one is ready.
Duration World::patienceOf(const Request &request) const
{
    const auto patience = request.entry().state->trialPatience(true);
    const bool isShort = patience && request.slot->isTrial() && request.attempts < m_setup.attempts
        && request.plan.hasReadyAfter(request.index);
    return isShort ? Duration(*patience) : Duration::max();
}

void World::call(Request &request)
{
    const Routing::Entry &entry = request.entry();
    ++request.attempts;
    ++request.attemptsAtTarget;
    request.attemptAt = m_timeline.now();
    Result::OfEndpoint &own = figures(entry);
    ++own.attempts;
    own.attemptsAt.push_back(m_timeline.elapsed());
    own.mostInFlight = std::max(own.mostInFlight, entry.state->inFlight());
    request.call = endpointOf(entry).call(
        request.promptTokens, request.session, patienceOf(request),
        [this, &request] { sawFirstToken(request); },
        [this, &request](const Endpoint::Answer &answer) { ended(request, answer); });
}

void World::sawFirstToken(Request &request)
{
    const SteadyTime now = m_timeline.now();
    request.hasContent = true;
    const auto waited = std::chrono::duration_cast<Duration>(now - request.attemptAt);
    request.entry().state->gaveSign(now);
    request.entry().state->sawAnswer(waited, true);
    request.entry().state->sawFirstToken(waited);
    Routing::recordLife(request.entry(), now, {-1, request.attemptAt});
    m_result.firstTokens.push_back(std::chrono::duration_cast<Duration>(now - request.arrived));
}

void World::ended(Request &request, const Endpoint::Answer &answer)
{
    if (answer.failure) {
        failed(request, answer);
        return;
    }
    Routing::recordSuccess(request.entry(), m_timeline.now());
    ++figures(request.entry()).answered;
    ++m_result.answered;
    ++m_result.answeredByKey[request.caller->key];
    finish(request);
}

void World::failed(Request &request, const Endpoint::Answer &answer)
{
    const Routing::Entry &entry = request.entry();
    ++figures(entry).failed;
    request.slot.reset();
    request.call.reset();
    if (*answer.failure == Dialects::FailureClass::TimeoutFirstToken)
        figures(entry).inVain.push_back(
            std::chrono::duration_cast<Duration>(m_timeline.now() - request.attemptAt));
    Routing::recordFailure(entry, {-1, request.attemptAt}, *answer.failure, answer.retryAfter,
                           m_timeline.now());
    Routing::AfterFailure after;
    after.failure = *answer.failure;
    after.retryAfter = answer.retryAfter;
    after.attemptsMade = request.attempts;
    after.attemptsAtTarget = request.attemptsAtTarget;
    after.contentSent = request.hasContent;
    after.moreTargets = request.index + 1 < request.plan.size();
    const Routing::Next next = Routing::nextStep(m_route, after, m_random);
    if (next.step == NextStep::GiveUp) {
        ++m_result.errors;
        m_result.broken += request.hasContent ? 1 : 0;
        finish(request);
        return;
    }
    if (next.step == NextStep::TryNextTarget) {
        ++request.index;
        request.attemptsAtTarget = 0;
    }
    m_timeline.after(next.delay, [this, number = request.number] {
        if (Request *again = find(number))
            attempt(*again);
    });
}

void World::finish(Request &request)
{
    const auto found = m_requests.find(request.number);
    const std::unique_ptr<Request> last = std::move(found->second); // its place goes with it
    m_requests.erase(found);
    if (last->place)
        last->place->room().leave(*last->place);
}

void World::readLoads()
{
    for (const auto &[id, endpoint] : m_endpoints) {
        if (endpoint->model().tellsLoad)
            m_live.target(id, "m").reportLoad(
                {.running = endpoint->running(), .waiting = endpoint->waiting()}, m_timeline.now());
    }
    if (m_timeline.elapsed() < m_setup.duration)
        m_timeline.after(loadReadEvery, [this] { readLoads(); });
}

} // namespace

int Result::OfEndpoint::attemptsBetween(Duration from, Duration until) const
{
    return static_cast<int>(std::count_if(attemptsAt.begin(), attemptsAt.end(),
                                          [&](Duration at) { return at >= from && at < until; }));
}

Duration Result::firstToken(double share) const
{
    if (firstTokens.empty())
        return Duration(0);
    std::vector<Duration> sorted = firstTokens;
    const auto rank = static_cast<std::ptrdiff_t>(share * static_cast<double>(sorted.size() - 1));
    std::nth_element(sorted.begin(), sorted.begin() + rank, sorted.end());
    return sorted[static_cast<std::size_t>(rank)];
}

double Result::shareOf(std::initializer_list<QByteArray> ids) const
{
    int by = 0;
    for (const QByteArray &id : ids)
        by += endpoints.contains(id) ? endpoints.at(id).answered : 0;
    return answered ? double(by) / answered : 0;
}

Result simulate(const Setup &setup)
{
    World world(setup);
    return world.run();
}

} // namespace Gatehouse::Simulation
