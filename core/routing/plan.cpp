// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/plan.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Routing {

namespace {

//! Of several reasons against candidates the earlier one is told.
constexpr std::array tellingOrder{
    Reason::OutsideResidency, Reason::NotAllowed, Reason::NarrowedOut,  Reason::ContextTooSmall,
    Reason::NoTools,          Reason::NoImages,   Reason::NoStructured, Reason::NoAudio,
    Reason::Paused,           Reason::Draining,   Reason::NoUsableKey,  Reason::OtherDialect,
};

QString number(double value)
{
    return QString::number(value, 'g', 6);
}

//! "$0.0012".
QString dollars(double nanoUsd)
{
    return u"$"_s + QString::fromLatin1(Money{qint64(nanoUsd)}.toDecimal());
}

QString name(const Candidate &candidate)
{
    return QString::fromUtf8(candidate.entry.target->provider->id) + u'/'
        + QString::fromUtf8(candidate.entry.target->model);
}

QJsonObject step(const QString &name, bool ok, const QString &text)
{
    return {{u"name"_s, name}, {u"ok"_s, ok}, {u"text"_s, text}};
}

QString restText(const Candidate &candidate, SteadyTime now)
{
    const auto left = candidate.restsUntil.value_or(now) - now;
    const auto seconds = std::max<qint64>(std::chrono::ceil<std::chrono::seconds>(left).count(), 0);
    return u"resting for %1 s after failures"_s.arg(seconds);
}

QString loadText(const QString &words, int load, double weight)
{
    return words.arg(QString::number(load), number(weight));
}

QString contextText(const Abilities &abilities)
{
    const qint64 most = abilities.mostPrompt > 0 && abilities.mostPrompt < abilities.mostTokens
        ? abilities.mostPrompt
        : abilities.mostTokens;
    return u"the request is larger than the %1 tokens it takes"_s.arg(most);
}

QString timeText(const QString &words, double milliseconds)
{
    return milliseconds > 0 ? words.arg(u"first token after %1 ms"_s.arg(qRound64(milliseconds)))
                            : words.arg(u"no time known yet"_s);
}

} // namespace

QString Candidate::why(SteadyTime now) const
{
    const double weight = entry.target->weight;
    switch (reason) {
    case Reason::First:
        return u"first in the declared order"_s;
    case Reason::Next:
        return viaFallback ? u"fallback route \"%1\""_s.arg(QString::fromUtf8(entry.route->id))
                           : u"declared later"_s;
    case Reason::LeastBusy:
        return loadText(u"fewest in flight for its weight (%1 at weight %2)"_s,
                        entry.state->inFlight(), weight);
    case Reason::Busier:
        return loadText(u"behind by load or by weighted chance (%1 in flight at weight %2)"_s,
                        entry.state->inFlight(), weight);
    case Reason::Freest:
        return loadText(u"least load for its capacity (%1 at weight %2)"_s, entry.state->load(now),
                        weight);
    case Reason::LessFree:
        return loadText(u"behind by load or by weighted chance (load %1 at weight %2)"_s,
                        entry.state->load(now), weight);
    case Reason::Fastest:
        return timeText(u"the faster of two drawn (%1)"_s, score);
    case Reason::Slower:
        return timeText(u"slower or not drawn (%1)"_s, score);
    case Reason::Explored:
        return timeText(u"drawn to learn how fast it is (%1)"_s, score);
    case Reason::Cheapest:
        return u"lowest expected price for this request (%1)"_s.arg(dollars(score));
    case Reason::Dearer:
        return u"higher expected price for this request (%1)"_s.arg(dollars(score));
    case Reason::Unpriced:
        return u"no price is known"_s;
    case Reason::Belongs:
        return u"what the request belongs to is kept here"_s;
    case Reason::Elsewhere:
        return u"what the request belongs to is kept elsewhere"_s;
    case Reason::Canary:
        return u"on trial for %1 % of the requests"_s.arg(number(score));
    case Reason::Crowded:
        return u"has more than its part of the load (%1)"_s.arg(entry.state->load(now));
    case Reason::SlowStart:
        return u"just back, takes only a part of its share"_s;
    case Reason::OnTrial:
        return u"one trial after a rest"_s;
    case Reason::AtCapacity:
        return u"at its limit of %1 in flight"_s.arg(entry.maxInFlight());
    case Reason::LastResort:
        return restText(*this, now);
    case Reason::OtherDialect:
        return u"does not do what the request asks for"_s;
    case Reason::NoTools:
        return u"the model takes no tools"_s;
    case Reason::NoImages:
        return u"the model takes no images"_s;
    case Reason::NoStructured:
        return u"the model gives no structured output"_s;
    case Reason::NoAudio:
        return u"the model takes no audio"_s;
    case Reason::ContextTooSmall:
        return contextText(entry.abilities);
    case Reason::OutsideResidency:
        return u"outside the allowed regions"_s;
    case Reason::NotAllowed:
        return u"the key or its team may not use it"_s;
    case Reason::NarrowedOut:
        return u"left out by a rule"_s;
    case Reason::Draining:
        return u"weight 0, takes nothing new"_s;
    case Reason::Paused:
        return u"the provider is paused"_s;
    case Reason::NoUsableKey:
        return u"no usable credential"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Reason> Plan::refusal() const
{
    if (!order.isEmpty() || candidates.isEmpty())
        return {};
    const auto isThere = [this](Reason reason) {
        return std::any_of(
            candidates.begin(), candidates.end(),
            [reason](const Candidate &candidate) { return candidate.reason == reason; });
    };
    const auto found = std::find_if(tellingOrder.begin(), tellingOrder.end(), isThere);
    return found == tellingOrder.end() ? std::nullopt : std::optional(*found);
}

QJsonObject explain(const Plan &plan)
{
    QJsonArray candidates;
    qsizetype fitting = 0;
    for (const Candidate &candidate : plan.candidates) {
        fitting += candidate.fits ? 1 : 0;
        candidates.append(QJsonObject{
            {u"provider"_s, QString::fromUtf8(candidate.entry.target->provider->id)},
            {u"model"_s, QString::fromUtf8(candidate.entry.target->model)},
            {u"fit"_s, candidate.fits},
            {u"score"_s, candidate.fits ? QJsonValue(candidate.score) : QJsonValue()},
            {u"why"_s, candidate.why(plan.madeAt)},
        });
    }
    QJsonArray order;
    for (qsizetype i = 0; i < plan.size(); ++i)
        order.append(name(plan.at(i)));
    const QString fit = u"%1 of %2 targets fit"_s.arg(fitting).arg(plan.candidates.size());
    const QString chosen =
        plan.isEmpty() ? u"nothing to try"_s : u"%1 is tried first"_s.arg(name(plan.at(0)));
    return {
        {u"steps"_s,
         QJsonArray{step(u"fit"_s, fitting > 0, fit), step(u"order"_s, !plan.isEmpty(), chosen)}},
        {u"candidates"_s, candidates},
        {u"plan"_s, order},
    };
}

} // namespace Gatehouse::Routing
