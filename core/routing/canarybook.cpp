// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/canarybook.h"

#include <QtCore/QSet>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Gatehouse::Routing {

namespace {

constexpr auto relaxed = std::memory_order_relaxed;

//! FNV-1a, 64 bits: stable over restarts and builds, so that callers stay on their side.
quint64 hashed(QByteArrayView text, quint64 sum = 0xcbf29ce484222325U)
{
    for (const char c : text)
        sum = (sum ^ static_cast<quint8>(c)) * 0x100000001b3U;
    return sum;
}

QString percentText(double value)
{
    return QString::number(value, 'g', 3) + u" %"_s;
}

TrialSide::Counts countsOf(const TrialSide::Cells &cells)
{
    TrialSide::Counts counts{.requests = cells.requests.load(relaxed),
                             .errors = cells.errors.load(relaxed),
                             .priced = cells.priced.load(relaxed),
                             .nanoUsd = cells.nanoUsd.load(relaxed),
                             .firstTokens = {}};
    for (std::size_t i = 0; i < TrialSide::steps; ++i)
        counts.firstTokens.at(i) = cells.firstTokens.at(i).load(relaxed);
    return counts;
}

} // namespace

std::size_t TrialSide::stepOf(qint64 us)
{
    const double octaves = std::log2(double(std::max<qint64>(us, 1'000)) / 1'000.0);
    return std::min<std::size_t>(static_cast<std::size_t>(octaves * 4), steps - 1);
}

void TrialSide::count(bool failed, qint64 firstTokenUs, qint64 nanoUsd)
{
    Cells &cells = *m_cells.load(std::memory_order_acquire);
    cells.requests.fetch_add(1, relaxed);
    if (failed)
        cells.errors.fetch_add(1, relaxed);
    if (firstTokenUs >= 0)
        cells.firstTokens[stepOf(firstTokenUs)].fetch_add(1, relaxed);
    if (nanoUsd < 0)
        return;
    cells.priced.fetch_add(1, relaxed);
    cells.nanoUsd.fetch_add(nanoUsd, relaxed);
}

TrialSide::Sums TrialSide::sums() const
{
    const Counts counts = this->counts();
    Sums sums{.requests = counts.requests,
              .errors = counts.errors,
              .priced = counts.priced,
              .nanoUsd = counts.nanoUsd};
    const auto &tokens = counts.firstTokens;
    const qint64 samples = std::accumulate(tokens.begin(), tokens.end(), qint64(0));
    qint64 seen = 0;
    for (std::size_t i = 0; samples > 0 && i < steps; ++i) {
        seen += tokens.at(i);
        if (seen * 100 < samples * 95)
            continue;
        sums.firstTokenP95Us = qint64(1'000.0 * std::exp2((double(i) + 1) / 4)); // the step's end
        break;
    }
    return sums;
}

TrialSide::Counts TrialSide::counts() const
{
    Counts counts = countsOf(m_own);
    const Cells *const kept = m_cells.load(std::memory_order_acquire);
    if (kept == &m_own)
        return counts;
    const Counts more = countsOf(*kept); // of the own ones only those of a race are left
    counts.requests += more.requests;
    counts.errors += more.errors;
    counts.priced += more.priced;
    counts.nanoUsd += more.nanoUsd;
    for (std::size_t i = 0; i < steps; ++i)
        counts.firstTokens.at(i) += more.firstTokens.at(i);
    return counts;
}

void TrialSide::keepIn(Cells &kept)
{
    m_cells.store(&kept, std::memory_order_release);
    const auto take = [](auto &own) { return own.exchange(0, relaxed); };
    Counts counts{.requests = take(m_own.requests),
                  .errors = take(m_own.errors),
                  .priced = take(m_own.priced),
                  .nanoUsd = take(m_own.nanoUsd),
                  .firstTokens = {}};
    for (std::size_t i = 0; i < steps; ++i)
        counts.firstTokens.at(i) = take(m_own.firstTokens.at(i));
    add(counts);
}

void TrialSide::add(const Counts &counts)
{
    Cells &cells = *m_cells.load(std::memory_order_acquire);
    cells.requests.fetch_add(counts.requests, relaxed);
    cells.errors.fetch_add(counts.errors, relaxed);
    cells.priced.fetch_add(counts.priced, relaxed);
    cells.nanoUsd.fetch_add(counts.nanoUsd, relaxed);
    for (std::size_t i = 0; i < steps; ++i)
        cells.firstTokens.at(i).fetch_add(counts.firstTokens.at(i), relaxed);
}

void CanaryState::keepIn(std::shared_ptr<KeptTrial> kept)
{
    m_kept = std::move(kept);
    m_trial.keepIn(m_kept->trial);
    m_control.keepIn(m_kept->control);
}

bool CanaryState::takes(QByteArrayView route, QByteArrayView keyId, QByteArrayView session,
                        SteadyTime now) const
{
    if (isHalted())
        return false;
    if (m_canary.duration && now - started() >= *m_canary.duration)
        return true;
    const auto isKey = [keyId](const QString &key) { return QAnyStringView(key) == keyId; };
    if (std::any_of(m_canary.keys.begin(), m_canary.keys.end(), isKey))
        return true;
    const quint64 sum = hashed(session.isEmpty() ? keyId : session, hashed(route));
    // The high bits of FNV are the good ones; mixed once more for a fair share of small numbers.
    const double place = double((sum ^ std::rotr(sum, 29)) * 0x9e3779b97f4a7c15U >> 11) * 0x1.0p-53;
    return place * 100 < m_canary.percent;
}

std::optional<QString> CanaryState::judge()
{
    if (isHalted())
        return {};
    const TrialSide::Sums trial = m_trial.sums();
    const TrialSide::Sums control = m_control.sums();
    const Api::CanaryGuard &guard = m_canary.halt;
    if (trial.requests < guard.leastRequests)
        return {};
    QString why;
    const double errors = 100.0 * double(trial.errors) / double(trial.requests);
    if (guard.errorRateAbove && errors > *guard.errorRateAbove)
        why = u"%1 of its requests failed, more than %2"_s.arg(percentText(errors),
                                                               percentText(*guard.errorRateAbove));
    const auto bound = guard.firstTokenP95Above;
    if (why.isEmpty() && bound && trial.firstTokenP95Us > std::chrono::microseconds(*bound).count())
        why = u"95 %% of its first tokens come within %1 ms, allowed are %2 ms"_s
                  .replace(u"%%"_s, u"%"_s)
                  .arg(trial.firstTokenP95Us / 1000)
                  .arg(bound->count());
    if (why.isEmpty() && guard.costAbove && trial.priced > 0 && control.priced > 0) {
        const double own = double(trial.nanoUsd) / double(trial.priced);
        const double others = double(control.nanoUsd) / double(control.priced);
        const double more = others > 0 ? 100 * (own / others - 1) : own > 0 ? 100'000 : 0;
        if (more > *guard.costAbove)
            why = u"a request costs %1 more than elsewhere, allowed are %2"_s.arg(
                percentText(more), percentText(*guard.costAbove));
    }
    if (why.isEmpty())
        return {};
    m_halted.store(true, relaxed);
    return why;
}

std::shared_ptr<CanaryState> CanaryBook::state(QByteArrayView route, const Api::Canary &canary,
                                               SteadyTime now)
{
    const std::scoped_lock lock(m_mutex);
    std::shared_ptr<CanaryState> &state = m_states[std::string(route.data(), size_t(route.size()))];
    if (!state || !(state->canary() == canary))
        state = std::make_shared<CanaryState>(canary, now);
    return state;
}

std::vector<CanaryBook::Running> CanaryBook::running() const
{
    const std::scoped_lock lock(m_mutex);
    std::vector<Running> all;
    for (const auto &[route, state] : m_states)
        all.push_back({QByteArray::fromStdString(route), state});
    return all;
}

void CanaryBook::keepOnly(const QSet<QByteArray> &routes)
{
    const std::scoped_lock lock(m_mutex);
    std::erase_if(m_states, [&](const auto &row) {
        return !routes.contains(QByteArray::fromStdString(row.first));
    });
}

} // namespace Gatehouse::Routing
