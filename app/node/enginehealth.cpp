// SPDX-License-Identifier: GPL-3.0-or-later
//! How an engine looks after the health of its targets, and what it tells about breakers and
//! credentials.
#include "app/node/engine.h"
#include "core/base/log.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Node {

namespace {

using Routing::BreakerCause;
using Routing::BreakerState;

//! Seconds between comparisons of targets: each sees a little of their traffic.
constexpr int judgeEvery = 5;
//! How long the states of breakers are kept.
constexpr auto breakerHistory = std::chrono::days(400);

QString why(const BreakerWatch::Change &change)
{
    switch (change.cause) {
    case BreakerCause::Failures:
        return u"%1 attempts in a row failed; one at a time finds out whether it is back"_s.arg(
            change.failures);
    case BreakerCause::Share:
        return u"Too large a share of the attempts failed; one at a time finds out whether it is "
               "back"_s;
    case BreakerCause::Silence:
        return u"It does not answer in time; one at a time finds out whether it is back"_s;
    case BreakerCause::Peers:
        return u"It does far worse than the other targets of its routes"_s;
    case BreakerCause::NoMoney:
        return u"The account has no money or quota left"_s;
    case BreakerCause::None:
        break;
    }
    return {};
}

QString detailCode(BreakerCause cause)
{
    switch (cause) {
    case BreakerCause::Failures:
        return u"attempts_failed"_s;
    case BreakerCause::Share:
        return u"share_failed"_s;
    case BreakerCause::Silence:
        return u"silent"_s;
    case BreakerCause::Peers:
        return u"worse_than_peers"_s;
    case BreakerCause::NoMoney:
        return u"no_money"_s;
    case BreakerCause::None:
        break;
    }
    return {};
}

} // namespace

//! Once a second.
void Engine::watchHealth()
{
    const SteadyTime now = m_clock.steady();
    if (const auto &published = m_publisher->current()) {
        m_probes->tick(published);
        m_capacities.learn(*published->routing, now);
        if (m_ticks % judgeEvery == 0)
            m_peers.judge(*published->routing, now);
    }
    for (const BreakerWatch::Change &change : m_breakers.changes(now))
        tellBreaker(change);
    recordPauses();
}

void Engine::tellBreaker(const BreakerWatch::Change &change)
{
    m_events.send("breaker",
                  {{u"provider"_s, change.provider},
                   {u"model"_s, change.model},
                   {u"key"_s, change.key.isEmpty() ? QJsonValue() : QJsonValue(change.key)},
                   {u"state"_s, QString::fromLatin1(Routing::breakerStateName(change.to))}});
    if (!change.key.isEmpty()) {
        tellKey(change);
        return;
    }
    recordBreaker(change.provider, change.model,
                  QString::fromLatin1(Routing::breakerStateName(change.to)));
    const QString name = u"%1/%2"_s.arg(change.provider, change.model);
    if (change.to == BreakerState::Held)
        tell(u"breaker"_s, u"warning"_s, u"%1 is held open"_s.arg(name), {}, change.provider,
             {.code = u"breaker_held"_s, .subject = name});
    else if (change.hasOpened())
        tell(u"breaker"_s, u"warning"_s, u"%1 is passed over"_s.arg(name), why(change),
             change.provider,
             {.code = u"breaker_opened"_s,
              .subject = name,
              .detailCode = detailCode(change.cause),
              .count = change.failures});
    else if (change.hasClosed() || change.from == BreakerState::Held)
        tell(u"breaker"_s, u"info"_s, u"%1 takes requests again"_s.arg(name), {}, change.provider,
             {.code = u"breaker_closed"_s, .subject = name});
    else if (change.to == BreakerState::Misconfigured)
        tell(u"breaker"_s, u"warning"_s, u"%1 is not known to the provider"_s.arg(name), {},
             change.provider, {.code = u"model_unknown"_s, .subject = name});
}

//! A credential that only rests for its rate limit is no news.
void Engine::tellKey(const BreakerWatch::Change &change)
{
    const QString name = u"%1, key %2"_s.arg(change.provider, change.key);
    if (change.to == BreakerState::Misconfigured)
        tell(u"provider"_s, u"error"_s, u"%1 is refused"_s.arg(name),
             u"The provider does not accept this key; others are used where there are any"_s,
             change.provider,
             {.code = u"key_refused"_s, .subject = name, .detailCode = u"key_parked"_s});
    else if (change.to == BreakerState::Open && change.cause == BreakerCause::NoMoney)
        tell(u"provider"_s, u"error"_s, u"%1 has run out of money"_s.arg(name), why(change),
             change.provider,
             {.code = u"key_without_money"_s, .subject = name, .detailCode = u"no_money"_s});
}

//! Pauses stand in the history of breakers too.
void Engine::recordPauses()
{
    const auto &published = m_publisher->current();
    if (!published)
        return;
    QSet<QString> paused;
    for (const auto &provider : published->snapshot->providers)
        if (provider->document.paused)
            paused.insert(provider->document.id);
    for (const QString &provider : m_paused - paused)
        recordBreaker(provider, {}, u"closed"_s);
    for (const QString &provider : paused - m_paused)
        recordBreaker(provider, {}, u"paused"_s);
    m_paused = paused;
}

void Engine::recordBreaker(const QString &provider, const QString &model, const QString &state)
{
    const WallTime now = m_clock.wall();
    const auto written = m_books->reliability().addBreakerChange(
        {.time = now, .provider = provider, .model = model, .state = state}, now - breakerHistory);
    if (!written)
        qCWarning(lcNode, "breaker history: %s", qUtf8Printable(written.error().detail));
}

//! Breakers are closed when the engine starts, whatever they were at its end.
void Engine::closeBreakersOfBefore()
{
    const WallTime now = m_clock.wall();
    const auto past = m_books->reliability().breakerChanges(now, now);
    if (!past)
        return;
    for (const Ledger::BreakerChange &change : *past)
        if (change.state != "closed"_L1)
            recordBreaker(change.provider, change.model, u"closed"_s);
}

} // namespace Gatehouse::Node
