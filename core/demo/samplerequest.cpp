// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/samplerequest.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace Gatehouse::Demo {

using Ledger::AttemptRecord;
using Ledger::Outcome;
using Ledger::RequestRecord;

namespace {

constexpr double usPerMs = 1000;
constexpr qint64 firstByteLimitUs = 8'000'000; //!< the sample providers' time-out
constexpr double longestPrompt = 120'000;
constexpr double callerMistakes = 0.006;
constexpr double tooLongPrompts = 0.002;
constexpr double leavingCallers = 0.011;
constexpr double unknownModels = 0.002;
constexpr double triedWhileDown = 0.3; //!< else the target rests and is passed over

qint64 us(double value)
{
    return static_cast<qint64>(value);
}

int upstreamStatus(Outcome outcome)
{
    switch (outcome) {
    case Outcome::RateLimited:
        return 429;
    case Outcome::Overloaded:
        return 529;
    case Outcome::ServerError:
        return 500;
    case Outcome::BadRequest:
    case Outcome::ContextTooLong:
        return 400;
    default: // no answer came, or a good one
        return outcome == Outcome::Ok || outcome == Outcome::StreamBroken
                || outcome == Outcome::Cancelled
            ? 200
            : 0;
    }
}

QByteArray detailOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::RateLimited:
        return "Rate limit reached for requests per minute (sample).";
    case Outcome::Overloaded:
        return "Overloaded (sample).";
    case Outcome::ServerError:
        return "The server had an error while processing the request (sample).";
    case Outcome::ConnectFailed:
        return "connection refused";
    case Outcome::TimeoutFirstToken:
        return "no answer within 8 s";
    case Outcome::StreamBroken:
        return "the connection closed in the middle of the answer";
    default:
        return {};
    }
}

//! {status sent to the caller, error code} of a request that ended with \a outcome.
std::pair<int, QByteArray> answerTo(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Ok:
        return {200, {}};
    case Outcome::StreamBroken:
        return {200, "upstream_failed"};
    case Outcome::Cancelled:
        return {499, "client_closed_request"};
    case Outcome::BadRequest:
        return {400, "invalid_request"};
    case Outcome::ContextTooLong:
        return {400, "context_length_exceeded"};
    case Outcome::RateLimited:
        return {429, "rate_limit_exceeded"};
    case Outcome::TimeoutFirstToken:
        return {504, "upstream_timeout"};
    default:
        return {502, "upstream_failed"};
    }
}

void appendStep(QByteArray &trace, QByteArrayView name, bool ok, QByteArrayView text)
{
    trace += trace.isEmpty() ? "{\"name\":\"" : ",{\"name\":\"";
    trace += name;
    trace += ok ? "\",\"ok\":true,\"text\":\"" : "\",\"ok\":false,\"text\":\"";
    trace += text;
    trace += "\"}";
}

} // namespace

SampleRequestMaker::SampleRequestMaker(const HistoryPlan &plan, Dice &dice)
    : m_plan(plan)
    , m_dice(dice)
    , m_weather(plan.now, plan.zone)
{
}

RequestRecord SampleRequestMaker::make(const SampleUse &use, const HistoryKey &key, WallTime time)
{
    const HistoryRevision &revision = revisionAt(time);
    RequestRecord row;
    row.id = requestId(time);
    row.time = time;
    row.front = use.front;
    row.modelAsked = use.route;
    row.keyId = key.id;
    row.keyName = key.name;
    row.team = key.team;
    row.clientAddress = "127.0.0.1";
    row.cache = "bypass";
    row.tags = use.tags;
    row.gatewayUs = us(m_dice.around(190, 0.35));
    row.streamed = m_dice.chance(use.streamed);
    if (refuse(row, key))
        return row;
    row.route = use.route;
    row.revision = revision.number;
    row.usage.promptTokens = us(std::min(m_dice.around(use.promptTokens, 0.5), longestPrompt));
    row.usage.cachedTokens = use.cachedShare > 0 && m_dice.chance(0.75)
        ? us(static_cast<double>(row.usage.promptTokens) * use.cachedShare)
        : 0;
    row.usage.completionTokens = us(m_dice.around(use.replyTokens, 0.45)) + 1;
    row.usage.known = true;
    const Candidates plan = candidates(revision.document, use.route);
    attempt(row, plan);
    row.usage.reasoningTokens =
        us(static_cast<double>(row.usage.completionTokens) * use.reasoningShare);
    finish(row, revision);
    QByteArray steps;
    appendStep(steps, "key", true, key.name);
    appendStep(steps, "route", true, use.route);
    QByteArray targets;
    for (const Candidate &target : plan)
        targets += (targets.isEmpty() ? "\"" : ",\"") + target.provider + '/' + target.model + '"';
    row.trace = "{\"steps\":[" + steps + "],\"candidates\":[],\"plan\":[" + targets + "]}";
    return row;
}

std::optional<RequestRecord> SampleRequestMaker::copy(const RequestRecord &row)
{
    const HistoryRevision &revision = revisionAt(row.time);
    const auto &routes = revision.document.routes;
    const auto route =
        std::find_if(routes.begin(), routes.end(), [&row](const Api::Route &candidate) {
            return candidate.shadow && candidate.id.toLatin1() == row.route;
        });
    if (route == routes.end() || row.outcome != Outcome::Ok
        || !m_dice.chance(route->shadow->percent / 100))
        return {};
    RequestRecord made;
    made.id = requestId(row.time);
    made.copyOf = row.id;
    made.time = row.time;
    made.front = row.front;
    made.modelAsked = row.modelAsked;
    made.route = row.route;
    made.revision = row.revision;
    made.cache = row.cache;
    made.streamed = row.streamed;
    made.usage = row.usage;
    made.usage.cachedTokens = 0;
    made.usage.completionTokens =
        us(m_dice.around(static_cast<double>(row.usage.completionTokens), 0.2)) + 1;
    const Api::ModelReference &target = route->shadow->target;
    AttemptRecord attempt =
        answeredAttempt({target.provider.toLatin1(), target.model.toLatin1()}, made, row.time);
    attempt.result = Outcome::Ok;
    attempt.status = upstreamStatus(Outcome::Ok);
    made.attempts.push_back(std::move(attempt));
    finish(made, revision);
    return made;
}

const HistoryRevision &SampleRequestMaker::revisionAt(WallTime time) const
{
    const auto later =
        std::find_if(m_plan.revisions.begin(), m_plan.revisions.end(),
                     [time](const HistoryRevision &revision) { return revision.from > time; });
    return later == m_plan.revisions.begin() ? *later : *std::prev(later);
}

//! The targets in the order the gateway would try them.
SampleRequestMaker::Candidates SampleRequestMaker::candidates(const Api::Document &document,
                                                              const QByteArray &name)
{
    if (const qsizetype slash = name.indexOf('/'); slash > 0)
        return {{name.left(slash), name.mid(slash + 1)}};
    const auto find = [&document](const QString &id) {
        return std::find_if(document.routes.begin(), document.routes.end(),
                            [&id](const Api::Route &route) { return route.id == id; });
    };
    Candidates all;
    const auto add = [&all](const Api::RouteTarget &target) {
        all.push_back({target.provider.toLatin1(), target.model.toLatin1()});
    };
    const auto route = find(QString::fromLatin1(name));
    for (const Api::RouteTarget &target : route->targets)
        add(target);
    if (route->strategy == QLatin1StringView("weighted")) {
        std::vector<double> weights;
        for (const Api::RouteTarget &target : route->targets)
            weights.push_back(target.weight);
        std::swap(all.front(), all[m_dice.pick(weights)]);
    }
    for (const QString &fallback : route->fallback) {
        for (const Api::RouteTarget &target : find(fallback)->targets)
            add(target);
    }
    return all;
}

//! What the gateway turns away by itself; true when \a row is one of those.
bool SampleRequestMaker::refuse(RequestRecord &row, const HistoryKey &key)
{
    const bool disabled = key.disabled && row.time >= *key.disabled;
    if (!disabled && !m_dice.chance(unknownModels))
        return false;
    row.streamed = false;
    row.totalUs = row.gatewayUs;
    row.cost = Money{};
    QByteArray steps;
    if (disabled) {
        row.status = 401;
        row.outcome = Outcome::KeyRefused;
        row.errorCode = "disabled_api_key";
        row.errorDetail = "The key is disabled. Ask your administrator.";
        row.modelAsked.clear();
        appendStep(steps, "key", false, key.name);
    } else {
        row.status = 404;
        row.outcome = Outcome::ModelNotFound;
        row.modelAsked = "gpt-4-turbo";
        row.errorCode = "model_not_found";
        row.errorDetail = "The model \"gpt-4-turbo\" does not exist here. GET /v1/models lists "
                          "what this key may call.";
        appendStep(steps, "route", false, row.modelAsked);
    }
    row.trace = "{\"steps\":[" + steps + "],\"candidates\":[],\"plan\":[]}";
    return true;
}

void SampleRequestMaker::attempt(RequestRecord &row, const Candidates &plan)
{
    qint64 started = row.gatewayUs;
    for (const Candidate &target : plan) {
        const bool down = m_weather.isDown(target.provider, row.time);
        if (down && plan.size() > 1 && !m_dice.chance(triedWhileDown))
            continue;
        Outcome outcome = failureOf(target, row.time);
        if (outcome == Outcome::StreamBroken && !row.streamed)
            outcome = Outcome::ServerError;
        AttemptRecord attempt = outcome == Outcome::Ok || outcome == Outcome::StreamBroken
                || outcome == Outcome::Cancelled
            ? answeredAttempt(target, row, row.time)
            : failedAttempt(target, outcome);
        attempt.result = outcome;
        attempt.startedUs = started;
        attempt.status = upstreamStatus(outcome);
        attempt.detail = detailOf(outcome);
        if (outcome == Outcome::Cancelled || outcome == Outcome::StreamBroken) {
            const double part = 0.2 + 0.7 * m_dice.unit();
            row.usage.completionTokens =
                us(static_cast<double>(row.usage.completionTokens) * part) + 1;
            row.usage.estimated = true;
            attempt.durationUs = attempt.firstTokenUs
                + us(static_cast<double>(attempt.durationUs - attempt.firstTokenUs) * part);
        }
        started += attempt.durationUs;
        row.outcome = outcome;
        row.attempts.push_back(std::move(attempt));
        const bool retries = outcome == Outcome::RateLimited || outcome == Outcome::Overloaded
            || outcome == Outcome::ServerError || outcome == Outcome::ConnectFailed
            || outcome == Outcome::TimeoutFirstToken;
        if (!retries)
            break;
    }
}

Outcome SampleRequestMaker::failureOf(const Candidate &target, WallTime time)
{
    if (m_weather.isDown(target.provider, time))
        return m_dice.chance(0.6) ? Outcome::ConnectFailed : Outcome::ServerError;
    if (m_dice.chance(m_weather.failureShare(target.provider, time))) {
        static constexpr std::array kinds{Outcome::RateLimited, Outcome::Overloaded,
                                          Outcome::ServerError, Outcome::TimeoutFirstToken,
                                          Outcome::StreamBroken};
        static constexpr std::array weights{0.31, 0.27, 0.18, 0.10, 0.14};
        return kinds[m_dice.pick(weights)];
    }
    const double other = m_dice.unit();
    if (other < callerMistakes)
        return Outcome::BadRequest;
    if (other < callerMistakes + tooLongPrompts)
        return Outcome::ContextTooLong;
    if (other < callerMistakes + tooLongPrompts + leavingCallers)
        return Outcome::Cancelled;
    return Outcome::Ok;
}

AttemptRecord SampleRequestMaker::failedAttempt(const Candidate &target, Outcome outcome)
{
    AttemptRecord attempt;
    attempt.provider = target.provider;
    attempt.model = target.model;
    attempt.providerKey = "1";
    attempt.connectedUs = outcome == Outcome::ConnectFailed ? -1 : 0;
    switch (outcome) {
    case Outcome::TimeoutFirstToken:
        attempt.durationUs = firstByteLimitUs + m_dice.below(20'000);
        break;
    case Outcome::ConnectFailed:
        attempt.durationUs = us(m_dice.around(900, 0.4));
        break;
    default:
        attempt.durationUs = us(m_dice.around(240'000, 0.6));
        attempt.headUs = attempt.durationUs - 200;
        break;
    }
    return attempt;
}

AttemptRecord SampleRequestMaker::answeredAttempt(const Candidate &target, const RequestRecord &row,
                                                  WallTime time)
{
    const SampleModel *model = sampleModel(target.provider, target.model);
    const double slow = m_weather.slowness(target.provider, time);
    const double reading = static_cast<double>(row.usage.promptTokens - row.usage.cachedTokens)
        * (target.provider == "gpu" ? 0.02 : 0.012); // ms a token
    AttemptRecord attempt;
    attempt.provider = target.provider;
    attempt.model = target.model;
    attempt.providerKey = "1";
    attempt.connectedUs = m_dice.chance(0.9) ? 0 : us(m_dice.around(21'000, 0.3));
    const double first = static_cast<double>(attempt.connectedUs) / usPerMs
        + m_dice.around(model->firstTokenMs * slow, 0.32) + reading;
    const double writing = 1000 * static_cast<double>(row.usage.completionTokens)
        / m_dice.around(model->tokensPerSecond / std::sqrt(slow), 0.18);
    attempt.durationUs = us((first + writing) * usPerMs);
    attempt.firstTokenUs = row.streamed ? us(first * usPerMs) : -1;
    attempt.headUs = row.streamed ? attempt.firstTokenUs - us(m_dice.unit() * 900)
                                  : attempt.durationUs - us(m_dice.unit() * 900);
    attempt.upstreamId = (row.front == "anthropic-messages" ? "msg_" : "chatcmpl-")
        + QByteArray::number(m_dice.below(Q_INT64_C(1) << 52), 36);
    return attempt;
}

void SampleRequestMaker::finish(RequestRecord &row, const HistoryRevision &revision)
{
    const AttemptRecord &last = row.attempts.back();
    row.totalUs = last.startedUs + last.durationUs + m_dice.below(400);
    const bool answered = row.outcome == Outcome::Ok || row.outcome == Outcome::StreamBroken
        || row.outcome == Outcome::Cancelled;
    std::tie(row.status, row.errorCode) = answerTo(row.outcome);
    row.errorDetail = row.outcome == Outcome::Ok ? QByteArray() : last.detail;
    if (!answered) {
        row.usage = {};
        row.cost = Money{};
        return;
    }
    row.provider = last.provider;
    row.model = last.model;
    if (row.streamed)
        row.firstTokenUs = last.startedUs + last.firstTokenUs;
    const Ledger::Price *price = revision.prices->find(row.provider, row.model);
    if (!price)
        return;
    row.priceVersion = price->version;
    if (const auto cost = Ledger::priceOf(row.usage, *price, 1)) {
        row.cost = cost->paid;
        row.listCost = cost->list;
        row.cacheSaved = cost->cacheSaved;
    }
}

//! As RequestIdMaker's, from the dice: 48 bits of milliseconds and 80 of chance in base 32.
QByteArray SampleRequestMaker::requestId(WallTime time)
{
    static constexpr QByteArrayView letters("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    QByteArray id("req_00000000000000000000000000");
    auto ms = std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
    for (qsizetype i = 13; i >= 4; --i, ms /= 32)
        id[i] = letters[static_cast<qsizetype>(ms % 32)];
    for (qsizetype i = 14; i < id.size(); ++i)
        id[i] = letters[m_dice.below(32)];
    return id;
}

} // namespace Gatehouse::Demo
