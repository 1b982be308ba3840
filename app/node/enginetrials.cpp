// SPDX-License-Identifier: GPL-3.0-or-later
//! What the engine notices about versions of models: canaries that fail, answers by others.
#include "app/node/engine.h"
#include "core/base/log.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Node {

namespace {

void addHeadroom(std::vector<Telemetry::Gauge> &gauges, const auto &providers,
                 Routing::LiveState &live, SteadyTime now)
{
    for (const bool limits : {false, true}) {
        for (const auto &provider : providers) {
            for (const auto &[key, reading] : live.provider(provider->id).headroom(now)) {
                if (limits && !reading.limit)
                    continue;
                gauges.push_back(
                    {limits ? "gatehouse_provider_allowance_limit"_ba
                            : "gatehouse_provider_allowance_remaining"_ba,
                     limits ? "What the provider allows a key, as it last said."_ba
                            : "What is left of what the provider allows a key, as it last said."_ba,
                     limits ? double(*reading.limit) : double(reading.remaining),
                     Telemetry::label("provider", provider->id) + ',' + Telemetry::label("key", key)
                         + ',' + Telemetry::label("kind", Dialects::allowanceName(reading.kind))});
            }
        }
    }
}

void addCopies(std::vector<Telemetry::Gauge> &gauges,
               const std::vector<Routing::ShadowBook::Running> &shadows)
{
    for (const auto &[route, state] : shadows)
        gauges.push_back({"gatehouse_shadow_copies_started",
                          "Requests copied to a shadow target since the start.",
                          double(state->copies()), Telemetry::label("route", route)});
    for (const auto &[route, state] : shadows) {
        for (int i = 0; i < Routing::notCopiedKinds; ++i) {
            const auto why = static_cast<Routing::NotCopied>(i);
            gauges.push_back(
                {"gatehouse_shadow_copies_left_out",
                 "Requests chosen for a copy and not copied since the start, by reason.",
                 double(state->notCopied(why)),
                 Telemetry::label("route", route) + ','
                     + Telemetry::label("reason", Routing::notCopiedName(why))});
        }
    }
}

} // namespace

//! What metrics tell besides requests: engines, what is left of allowances, copies.
std::vector<Telemetry::Gauge> Engine::gauges()
{
    std::vector<Telemetry::Gauge> all = m_engines->gauges();
    addHeadroom(all, m_publisher->current()->snapshot->providers, m_live, m_clock.steady());
    addCopies(all, m_live.shadows().running());
    return all;
}

void Engine::judgeCanaries()
{
    for (const auto &[route, state] : m_live.canaries().running()) {
        if (const auto why = state->judge())
            haltCanary(QString::fromUtf8(route), *why);
    }
}

//! It takes nothing more already. Where a file manages the configuration the section stays, without
//! effect until the file or the process changes.
void Engine::haltCanary(const QString &route, const QString &why)
{
    const QString reason = u"canary of %1 halted: %2"_s.arg(route, why);
    qCWarning(lcNode, "%s", qUtf8Printable(reason));
    tell(u"route"_s, u"warning"_s, u"The canary of %1 was halted"_s.arg(route), why, route,
         {.code = u"canary_halted"_s, .subject = route});
    const auto record = m_books->audit().append({.who = u"system"_s,
                                                 .source = u"canary"_s,
                                                 .action = u"canary.halt"_s,
                                                 .object = QString(u"routes."_s + route),
                                                 .before = {},
                                                 .after = why},
                                                m_clock.wall());
    if (!record)
        qCWarning(lcNode, "audit: %s", qUtf8Printable(record.error().detail));
    if (!m_books->configuration().managedBy().isEmpty())
        return;
    const auto outcome = m_books->configuration().edit(
        [&route](Api::Document &document) -> Result<void> {
            for (Api::Route &one : document.routes)
                if (one.id == route)
                    one.canary.reset();
            return {};
        },
        {.who = u"system"_s, .source = u"canary"_s, .reason = reason});
    if (outcome.error)
        qCWarning(lcNode, "%s stays in the configuration: %s", qUtf8Printable(reason),
                  qUtf8Printable(outcome.error->detail));
}

void Engine::tellDrifts()
{
    for (const Routing::DriftBook::Drift &drift : m_live.drifts().take()) {
        const QString provider = QString::fromUtf8(drift.provider);
        const QString target = u"%1/%2"_s.arg(provider, QString::fromUtf8(drift.asked));
        m_alerts->desk().noteDrift(target.toUtf8());
        tell(u"provider"_s, u"warning"_s, u"%1 answers with another model"_s.arg(target),
             u"it was answered by %1"_s.arg(QString::fromUtf8(drift.answered)), provider,
             {.code = u"model_drift"_s, .subject = target});
    }
}

} // namespace Gatehouse::Node
