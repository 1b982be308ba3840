// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/limits/limitbook.h"

#include <QtCore/QDataStream>
#include <QtCore/QIODevice>

#include <algorithm>

namespace Gatehouse::Access {

namespace {

using std::chrono::duration_cast;
using std::chrono::microseconds;
using std::chrono::milliseconds;

constexpr quint32 magic = 0x47484c31; // "GHL1"
constexpr quint32 mostStamps = 1'000'000;

int narrower(int present, const std::optional<int> &other)
{
    if (!other)
        return present;
    return present > 0 ? std::min(present, *other) : *other;
}

milliseconds roundedUp(std::chrono::nanoseconds time)
{
    return std::chrono::ceil<milliseconds>(time);
}

struct Saved {
    QByteArray scope;
    double missing = 0;
    QList<qint64> ages; //!< of the requests, microseconds, oldest first
};

QDataStream &operator<<(QDataStream &out, const Saved &saved)
{
    return out << saved.scope << saved.missing << saved.ages;
}

QDataStream &operator>>(QDataStream &in, Saved &saved)
{
    return in >> saved.scope >> saved.missing >> saved.ages;
}

} // namespace

LimitState &LimitBook::stateOf(const QByteArray &scope)
{
    auto &state = m_states[scope];
    if (!state)
        state = std::make_unique<LimitState>(scope, static_cast<quint32>(m_states.size()));
    return *state;
}

QHash<QByteArray, LimitState *> LimitBook::apply(const QList<Api::Limit> &limits)
{
    struct Values {
        int rpm = 0;
        int tpm = 0;
        int inFlight = 0;
    };
    std::map<QByteArray, Values> wanted;
    for (const Api::Limit &limit : limits) {
        Values &values = wanted[limit.scope.toUtf8()];
        values.rpm = narrower(values.rpm, limit.rpm);
        values.tpm = narrower(values.tpm, limit.tpm);
        values.inFlight = narrower(values.inFlight, limit.maxInFlight);
    }
    QHash<QByteArray, LimitState *> inForce;
    for (const auto &[scope, values] : wanted)
        inForce.insert(scope, &stateOf(scope));
    const SteadyTime now = m_clock.steady();
    for (const auto &[scope, state] : m_states) {
        const auto found = wanted.find(scope);
        const Values values = found == wanted.end() ? Values{} : found->second;
        const std::scoped_lock lock(state->mutex);
        state->requests.setLimit(values.rpm);
        state->tokens.setLimit(values.tpm, now);
        state->maxInFlight = values.inFlight;
    }
    return inForce;
}

std::vector<LimitReport> LimitBook::report() const
{
    const SteadyTime now = m_clock.steady();
    std::vector<LimitReport> rows;
    for (const auto &[scope, state] : m_states) {
        const std::scoped_lock lock(state->mutex);
        LimitReport row{.scope = scope,
                        .rpm = state->requests.limit(),
                        .requestsLeft = state->requests.remaining(now),
                        .requestsReset = roundedUp(state->requests.resetTime(now)),
                        .tpm = state->tokens.limit(),
                        .tokensLeft = state->tokens.remaining(now),
                        .tokensReset = roundedUp(state->tokens.resetTime(now)),
                        .maxInFlight = state->maxInFlight,
                        .inFlight = state->inFlight};
        if (row.rpm > 0 || row.tpm > 0 || row.maxInFlight > 0)
            rows.push_back(std::move(row));
    }
    return rows;
}

QByteArray LimitBook::save() const
{
    const SteadyTime now = m_clock.steady();
    QList<Saved> all;
    for (const auto &[scope, state] : m_states) {
        const std::scoped_lock lock(state->mutex);
        Saved saved{scope, state->tokens.limit() > 0 ? state->tokens.missing(now) : 0.0, {}};
        state->requests.remaining(now); // lets go of what is older than a minute
        for (const SteadyTime taken : state->requests.taken())
            saved.ages.append(duration_cast<microseconds>(now - taken).count());
        if (saved.missing > 0 || !saved.ages.isEmpty())
            all.append(std::move(saved));
    }
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << magic << qint64(m_clock.wall().time_since_epoch().count()) << all;
    return bytes;
}

void LimitBook::load(const QByteArray &saved)
{
    QDataStream in(saved);
    in.setVersion(QDataStream::Qt_6_4);
    quint32 mark = 0;
    qint64 when = 0;
    QList<Saved> all;
    in >> mark;
    if (mark != magic)
        return;
    in >> when >> all;
    const auto age = m_clock.wall() - WallTime(microseconds(when));
    if (in.status() != QDataStream::Ok || age < microseconds(0) || age > oldest)
        return;
    const SteadyTime now = m_clock.steady();
    for (const Saved &one : all) {
        if (one.ages.size() > mostStamps)
            continue;
        LimitState &state = stateOf(one.scope);
        std::deque<SteadyTime> taken;
        for (const qint64 ago : one.ages)
            taken.push_back(now - age - microseconds(std::max<qint64>(ago, 0)));
        const std::scoped_lock lock(state.mutex);
        state.requests.restore(std::move(taken));
        state.tokens.restore(now - age, one.missing);
    }
}

} // namespace Gatehouse::Access
