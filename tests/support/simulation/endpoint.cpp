// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/simulation/endpoint.h"

#include <algorithm>

namespace Gatehouse::Simulation {

using Dialects::FailureClass;

namespace {

constexpr Duration roundTrip = 2ms;

void end(Endpoint::Call &call, const Endpoint::Answer &answer)
{
    const auto onEnd = std::move(call.onEnd);
    onEnd(answer); // may destroy the call
}

} // namespace

Endpoint::Call::~Call()
{
    *isAlive = false;
    endpoint->leave(*this);
}

Endpoint::Endpoint(EndpointModel model, Timeline &timeline, quint64 seed)
    : m_model(std::move(model))
    , m_timeline(timeline)
    , m_random(seed)
{
    for (const Fault &fault : m_model.faults) {
        if (fault.kind == Fault::Kind::Die)
            m_timeline.after(fault.from, [this] { breakAll(); });
    }
}

std::optional<Fault> Endpoint::faultNow()
{
    const Duration now = m_timeline.elapsed();
    for (const Fault &fault : m_model.faults) {
        if (now >= fault.from && now < fault.until && m_random.unit() <= fault.share)
            return fault;
    }
    return {};
}

std::unique_ptr<Endpoint::Call> Endpoint::call(int promptTokens, const QByteArray &session,
                                               Duration patience,
                                               std::function<void()> onFirstToken,
                                               std::function<void(const Answer &)> onEnd)
{
    auto call = std::make_unique<Call>();
    call->endpoint = this;
    call->promptTokens = promptTokens;
    call->session = session;
    call->onFirstToken = std::move(onFirstToken);
    call->onEnd = std::move(onEnd);
    const auto fault = faultNow();
    const auto kind = fault ? fault->kind : Fault::Kind::Slow;
    switch (kind) {
    case Fault::Kind::Refuse:
    case Fault::Kind::Die:
        fail(*call, roundTrip, {.failure = FailureClass::ConnectFailed});
        break;
    case Fault::Kind::Hang:
        break;
    case Fault::Kind::RateLimit:
        fail(*call, roundTrip,
             {.failure = FailureClass::RateLimited,
              .retryAfter = std::chrono::ceil<std::chrono::milliseconds>(fault->retryAfter)});
        break;
    case Fault::Kind::ServerError:
        fail(*call, 10 * roundTrip, {.failure = FailureClass::ServerError});
        break;
    case Fault::Kind::Slow:
        if (m_model.capacity > 0 && m_running >= m_model.capacity)
            m_queue.push_back(call.get());
        else
            work(*call);
        break;
    }
    // The first-byte limit is the gateway's; it stands here because here the first byte is known.
    const Duration limit = std::min(patience, m_model.firstByteLimit);
    m_timeline.after(limit, [target = call.get(), alive = call->isAlive] {
        if (*alive && target->onFirstToken)
            end(*target, {.failure = FailureClass::TimeoutFirstToken});
    });
    return call;
}

void Endpoint::fail(Call &call, Duration wait, const Answer &answer)
{
    m_timeline.after(wait, [&call, answer, alive = call.isAlive] {
        if (*alive)
            end(call, answer);
    });
}

void Endpoint::work(Call &call)
{
    const auto fault = faultNow();
    const double factor = fault && fault->kind == Fault::Kind::Slow ? fault->factor : 1;
    const auto slowed = [factor](Duration time) {
        return Duration(static_cast<qint64>(static_cast<double>(time.count()) * factor));
    };
    ++m_running;
    m_working.push_back(&call);
    call.isWorkedOn = true;
    const int tokens = findsPrefix(call.session) ? call.promptTokens / 10 : call.promptTokens;
    const Duration first = slowed(spreadOut(m_model.firstToken, m_model.spread, m_random)
                                  + m_model.perPromptToken * tokens);
    const Duration rest = slowed(spreadOut(m_model.service, m_model.spread, m_random));
    m_timeline.after(first, [this, &call, rest, alive = call.isAlive] {
        if (!*alive)
            return;
        std::exchange(call.onFirstToken, {})();
        if (!*alive)
            return;
        fail(call, rest, {.failure = {}});
    });
}

void Endpoint::leave(Call &call)
{
    std::erase(m_queue, &call);
    if (!call.isWorkedOn)
        return;
    --m_running;
    m_working.remove(&call);
    takeNext();
}

void Endpoint::breakAll()
{
    const std::list<Call *> broken(m_working);
    for (Call *call : broken)
        fail(*call, roundTrip, {.failure = FailureClass::StreamBroken});
}

void Endpoint::takeNext()
{
    if (m_queue.empty() || (m_model.capacity > 0 && m_running >= m_model.capacity))
        return;
    Call &next = *m_queue.front();
    m_queue.pop_front();
    work(next);
}

bool Endpoint::findsPrefix(const QByteArray &session)
{
    if (session.isEmpty() || m_model.cachedSessions == 0)
        return false;
    ++m_cacheQueries;
    const auto found = std::find(m_cache.begin(), m_cache.end(), session);
    const bool isHit = found != m_cache.end();
    if (isHit)
        m_cache.erase(found);
    m_cache.push_front(session);
    if (m_cache.size() > m_model.cachedSessions)
        m_cache.pop_back();
    m_cacheHits += isHit ? 1 : 0;
    return isHit;
}

} // namespace Gatehouse::Simulation
