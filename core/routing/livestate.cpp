// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/livestate.h"

#include <algorithm>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace Gatehouse::Routing {

namespace {

//! A check and traffic that are further apart than this say nothing about each other.
constexpr auto checkIsRecent = 5min;
constexpr auto relaxed = std::memory_order_relaxed;

qint64 toUs(SteadyTime time)
{
    return std::chrono::duration_cast<microseconds>(time.time_since_epoch()).count();
}

SteadyTime fromUs(qint64 us)
{
    return SteadyTime(microseconds(us));
}

//! Raises \a value to \a to, never lowers it.
void raise(std::atomic<qint64> &value, qint64 to)
{
    qint64 seen = value.load(relaxed);
    while (seen < to && !value.compare_exchange_weak(seen, to, relaxed)) { }
}

constexpr int leastForDegraded = 10;
constexpr double degradedShare = 0.95;
constexpr int leastForDown = 5;
constexpr double downShare = 0.5;

//! Health by counts; nothing when they are too few to tell.
std::optional<Health> healthOf(RecentOutcomes::Counts recent, RecentOutcomes::Counts latest)
{
    if (recent.attempts() == 0)
        return {};
    const double share = double(recent.successes) / recent.attempts();
    if (recent.attempts() >= leastForDown && share < downShare && latest.successes == 0)
        return Health::Down;
    if (recent.attempts() >= leastForDegraded && share < degradedShare)
        return Health::Degraded;
    if (recent.successes == 0)
        return Health::Degraded;
    return Health::Healthy;
}

//! Takes \a time into a decayed mean, 0 while there is none; a lost race loses one sample.
void blend(std::atomic<qint64> &mean, microseconds time)
{
    constexpr qint64 share = 8; // of the past
    const qint64 seen = mean.load(relaxed);
    const qint64 next = seen == 0 ? time.count() : seen + (time.count() - seen) / share;
    mean.store(std::max<qint64>(next, 1), relaxed);
}

} // namespace

QByteArrayView capacitySourceName(CapacitySource source)
{
    switch (source) {
    case CapacitySource::Unknown:
        return "";
    case CapacitySource::Declared:
        return "declared";
    case CapacitySource::Learned:
        return "learned";
    }
    Q_UNREACHABLE();
}

void TargetState::setPolicy(const Api::BreakerPolicy &policy)
{
    Breaker::setPolicy(policy);
    const std::scoped_lock lock(m_mutex);
    m_policy = policy;
    for (const auto &[id, breaker] : m_keys)
        breaker->setPolicy(policy);
}

Breaker &TargetState::key(const QByteArray &id)
{
    const std::scoped_lock lock(m_mutex);
    for (const auto &[known, breaker] : m_keys) {
        if (known == id)
            return *breaker;
    }
    m_keys.emplace_back(id, std::make_unique<Breaker>(m_changes));
    m_keys.back().second->setPolicy(m_policy);
    return *m_keys.back().second;
}

std::vector<TargetState::KeyBreaker> TargetState::keys() const
{
    const std::scoped_lock lock(m_mutex);
    std::vector<KeyBreaker> keys;
    keys.reserve(m_keys.size());
    for (const auto &[id, breaker] : m_keys)
        keys.push_back({id, breaker.get()});
    return keys;
}

void TargetState::reset()
{
    Breaker::reset();
    const std::scoped_lock lock(m_mutex);
    for (const auto &[id, breaker] : m_keys)
        breaker->reset();
}

void TargetState::notePeak()
{
    const int inFlight = this->inFlight();
    int seen = m_peak.load(relaxed);
    while (seen < inFlight && !m_peak.compare_exchange_weak(seen, inFlight, relaxed)) { }
}

int TargetState::takePeak()
{
    return std::max(m_peak.exchange(inFlight(), relaxed), inFlight());
}

void TargetState::gaveSign(SteadyTime now)
{
    m_lastSign.store(toUs(now), relaxed);
}

bool TargetState::wasSilentSince(SteadyTime time) const
{
    return m_lastSign.load(relaxed) < toUs(time);
}

void TargetState::setCapacity(int capacity, CapacitySource source)
{
    m_capacity.store(capacity, relaxed);
    m_capacitySource.store(capacity > 0 ? source : CapacitySource::Unknown, relaxed);
}

void TargetState::reportLoad(EngineLoad load, SteadyTime now)
{
    m_engineLoad.store(load.running + load.waiting, relaxed);
    m_engineLoadAt.store(toUs(now), relaxed);
}

int TargetState::load(SteadyTime now) const
{
    const qint64 age = toUs(now) - m_engineLoadAt.load(relaxed);
    const bool isFresh = age <= microseconds(loadIsFresh).count() && m_engineLoadAt.load(relaxed);
    return std::max(inFlight(), isFresh ? m_engineLoad.load(relaxed) : 0);
}

void TargetState::sawFirstToken(microseconds time)
{
    blend(m_firstToken, time);
}

void TargetState::sawAnswer(microseconds time, bool streamed)
{
    blend(streamed ? m_streamedAnswer : m_answer, time);
}

std::optional<std::chrono::milliseconds> TargetState::trialPatience(bool streamed) const
{
    constexpr int timesUsual = 4;
    constexpr microseconds unknown = 2s;
    constexpr microseconds least = 1s;
    if (!isSilent())
        return {};
    const microseconds usual((streamed ? m_streamedAnswer : m_answer).load(relaxed));
    const microseconds first = usual > 0us ? std::max(usual * timesUsual, least) : unknown;
    const int turn = (step() - 1) % 3;
    return std::chrono::ceil<std::chrono::milliseconds>(first * (1 << turn));
}

bool KeyState::isParked(SteadyTime now) const
{
    return m_parkedUntil.load(relaxed) > toUs(now);
}

void KeyState::park(SteadyTime now, std::chrono::milliseconds time, ParkReason reason)
{
    if (!isParked(now)) {
        m_parkedAt.store(toUs(now), relaxed);
        if (m_changes)
            m_changes->fetch_add(1, relaxed);
    }
    m_reason.store(reason, relaxed);
    raise(m_parkedUntil, toUs(now + time));
}

void KeyState::unpark()
{
    if (m_parkedUntil.exchange(0, relaxed) != 0 && m_changes)
        m_changes->fetch_add(1, relaxed);
}

void KeyState::use(SteadyTime now)
{
    m_usedAt.store(toUs(now), relaxed);
}

std::optional<SteadyTime> KeyState::lastUse() const
{
    const qint64 used = m_usedAt.load(relaxed);
    return used >= 0 ? std::optional(fromUs(used)) : std::nullopt;
}

BreakerReport KeyState::report(SteadyTime now) const
{
    BreakerReport report;
    if (!isParked(now))
        return report;
    report.since = fromUs(m_parkedAt.load(relaxed));
    report.until = fromUs(m_parkedUntil.load(relaxed));
    switch (m_reason.load(relaxed)) {
    case ParkReason::Refused:
        report.state = BreakerState::Misconfigured;
        break;
    case ParkReason::NoMoney:
        report.state = BreakerState::Open;
        report.cause = BreakerCause::NoMoney;
        break;
    case ParkReason::Limited:
        report.state = BreakerState::RateLimited;
        break;
    }
    return report;
}

void ProviderState::count(bool success, SteadyTime now)
{
    m_recent.count(success, now);
    raise(m_lastAttempt, toUs(now));
    if (success)
        raise(m_lastSuccess, toUs(now));
}

std::optional<SteadyTime> ProviderState::lastAttempt() const
{
    const qint64 last = m_lastAttempt.load(relaxed);
    return last >= 0 ? std::optional(fromUs(last)) : std::nullopt;
}

void ProviderState::note(const HealthCheck &check)
{
    const std::scoped_lock lock(m_mutex);
    m_check = check;
    if (m_checks.size() == mostChecks)
        m_checks.erase(m_checks.begin());
    m_checks.push_back(check);
}

std::vector<HealthCheck> ProviderState::checks() const
{
    const std::scoped_lock lock(m_mutex);
    return m_checks;
}

KeyState &ProviderState::key(const QByteArray &id, const QString &secret)
{
    const std::scoped_lock lock(m_mutex);
    for (KeyRow &row : m_keys) {
        if (row.state->id() != id)
            continue;
        if (row.secret != secret) {
            row.secret = secret;
            row.state->unpark();
        }
        return *row.state;
    }
    m_keys.push_back({secret, std::make_unique<KeyState>(id, m_changes)});
    return *m_keys.back().state;
}

void ProviderState::unparkAll()
{
    const std::scoped_lock lock(m_mutex);
    for (const KeyRow &row : m_keys)
        row.state->unpark();
}

std::vector<ProviderState::KeyHeadroom> ProviderState::headroom(SteadyTime now) const
{
    std::vector<KeyHeadroom> known;
    const std::scoped_lock lock(m_mutex);
    for (const KeyRow &row : m_keys) {
        for (const Headroom::Reading &reading : row.state->headroom().readings(now))
            known.push_back({row.state->id(), reading});
    }
    return known;
}

std::vector<std::pair<QByteArray, BreakerReport>> ProviderState::parkedKeys(SteadyTime now) const
{
    std::vector<std::pair<QByteArray, BreakerReport>> parked;
    const std::scoped_lock lock(m_mutex);
    for (const KeyRow &row : m_keys) {
        if (row.state->isParked(now))
            parked.emplace_back(row.state->id(), row.state->report(now));
    }
    return parked;
}

//! By traffic where there is any, else by the latest check; m_mutex is held.
Health ProviderState::judged(HealthReport &report, SteadyTime now)
{
    const auto told = healthOf(report.recent, m_recent.within(now, 1));
    if (told)
        m_lastKnown = *told;
    report.check = m_check;
    const bool isRecent = m_check && now - m_check->time < checkIsRecent;
    if (told) {
        report.disagrees = isRecent
            && ((m_check->passed && *told == Health::Down)
                || (!m_check->passed && *told == Health::Healthy));
        report.source = u"from traffic, %1 attempts in 5 min"_s.arg(report.recent.attempts());
        return m_lastKnown;
    }
    const qint64 lastAttempt = m_lastAttempt.load(relaxed);
    if (m_check && toUs(m_check->time) > lastAttempt) {
        const auto ago = std::chrono::duration_cast<std::chrono::seconds>(now - m_check->time);
        report.isFromCheck = true;
        report.source = u"from check, %1 s ago"_s.arg(qint64(ago.count()));
        return m_check->passed ? Health::Healthy : Health::Down;
    }
    report.source =
        lastAttempt >= 0 ? u"from traffic, none in the last 5 min"_s : u"no traffic yet"_s;
    return m_lastKnown;
}

HealthReport ProviderState::health(bool paused, SteadyTime now)
{
    HealthReport report;
    report.recent = m_recent.all(now);
    report.inFlight = inFlight();
    if (const qint64 last = m_lastSuccess.load(relaxed); last >= 0)
        report.lastSuccess = fromUs(last);
    const std::scoped_lock lock(m_mutex);
    const Health told = judged(report, now);
    report.health = paused || isPaused() ? Health::Paused : told;
    if (!m_shownSince || report.health != m_shown) {
        m_shown = report.health;
        m_shownSince = now;
    }
    report.since = *m_shownSince;
    return report;
}

QByteArrayView healthName(Health health)
{
    switch (health) {
    case Health::NotTested:
        return "not_tested";
    case Health::Healthy:
        return "healthy";
    case Health::Degraded:
        return "degraded";
    case Health::Down:
        return "down";
    case Health::Paused:
        return "paused";
    }
    Q_UNREACHABLE();
}

std::optional<double> HealthReport::successShare() const
{
    if (recent.attempts() == 0)
        return {};
    return double(recent.successes) / recent.attempts();
}

struct LiveState::Row {
    explicit Row(std::atomic<quint64> *changes)
        : state(changes)
    {
    }

    ProviderState state;
    std::unordered_map<std::string, std::unique_ptr<TargetState>> targets;
    TargetState others; //!< models past maxTargetsPerProvider
};

LiveState::LiveState() = default;
LiveState::~LiveState() = default;

LiveState::Row &LiveState::row(QByteArrayView provider)
{
    std::unique_ptr<Row> &row = m_rows[std::string(provider.data(), size_t(provider.size()))];
    if (!row)
        row = std::make_unique<Row>(&m_changes);
    return *row;
}

ProviderState &LiveState::provider(QByteArrayView id)
{
    const std::scoped_lock lock(m_mutex);
    return row(id).state;
}

TargetState &LiveState::target(QByteArrayView provider, QByteArrayView model)
{
    const std::scoped_lock lock(m_mutex);
    Row &row = this->row(provider);
    const std::string name(model.data(), size_t(model.size()));
    const auto found = row.targets.find(name);
    if (found != row.targets.end())
        return *found->second;
    if (row.targets.size() >= size_t(maxTargetsPerProvider))
        return row.others;
    return *row.targets.emplace(name, std::make_unique<TargetState>(&m_changes)).first->second;
}

RouteState &LiveState::route(QByteArrayView id)
{
    const std::scoped_lock lock(m_mutex);
    auto &state = m_routes[std::string(id.data(), size_t(id.size()))];
    if (!state)
        state = std::make_unique<RouteState>();
    return *state;
}

HedgeBudget &LiveState::hedging(QByteArrayView route)
{
    const std::scoped_lock lock(m_mutex);
    return m_hedging[std::string(route.data(), size_t(route.size()))];
}

HealthReport LiveState::health(const Config::Provider &provider, SteadyTime now)
{
    return this->provider(provider.id).health(provider.document.paused, now);
}

std::vector<LiveState::BreakerRow> LiveState::unsettled(SteadyTime now) const
{
    std::vector<BreakerRow> rows;
    const std::scoped_lock lock(m_mutex);
    for (const auto &[id, row] : m_rows) {
        const QByteArray provider = QByteArray::fromStdString(id);
        for (auto &[key, report] : row->state.parkedKeys(now))
            rows.push_back({provider, {}, key, report});
        for (const auto &[name, state] : row->targets) {
            const QByteArray model = QByteArray::fromStdString(name);
            if (const BreakerReport report = state->report(now);
                report.state != BreakerState::Closed)
                rows.push_back({provider, model, {}, report});
            for (const TargetState::KeyBreaker &key : state->keys()) {
                if (const BreakerReport report = key.breaker->report(now);
                    report.state != BreakerState::Closed)
                    rows.push_back({provider, model, key.id, report});
            }
        }
    }
    std::ranges::sort(
        rows, {}, [](const BreakerRow &row) { return std::tie(row.provider, row.model, row.key); });
    return rows;
}

std::vector<LiveState::TargetRow> LiveState::targets(QByteArrayView provider) const
{
    std::vector<TargetRow> rows;
    const std::scoped_lock lock(m_mutex);
    const auto found = m_rows.find(std::string(provider.data(), size_t(provider.size())));
    if (found == m_rows.end())
        return rows;
    for (const auto &[name, state] : found->second->targets)
        rows.push_back({QByteArray::fromStdString(name), state.get()});
    std::ranges::sort(rows, {}, &TargetRow::model);
    return rows;
}

Slot::Slot(TargetState *target, ProviderState *provider, bool trial)
    : m_target(target)
    , m_provider(provider)
    , m_trial(trial)
{
}

//! Counts one more unless \a most are there already; 0 = no limit. Never counts more in between:
//! who is refused must not make others be refused.
bool Slot::claim(std::atomic<int> &inFlight, int most)
{
    if (most <= 0) {
        inFlight.fetch_add(1);
        return true;
    }
    int before = inFlight.load();
    while (before < most) {
        if (inFlight.compare_exchange_weak(before, before + 1))
            return true;
    }
    return false;
}

std::optional<Slot> Slot::take(TargetState &target, ProviderState &provider, int maxInFlight,
                               SteadyTime now)
{
    const int capacity = target.capacity();
    const bool isBounded = maxInFlight > 0 || capacity > 0;
    if (isBounded && provider.m_room.waiting() > 0) // no overtaking
        return {};
    if (!claim(target.m_inFlight, capacity))
        return {};
    if (!claim(provider.m_inFlight, maxInFlight)) {
        target.m_inFlight.fetch_sub(1);
        if (capacity > 0)
            provider.m_room.placeFreed();
        return {};
    }
    target.notePeak();
    provider.m_retryBudget.countRequest();
    return Slot(&target, &provider, target.claimTrial(now));
}

Waiter::Take Slot::takeInTurn(std::optional<Slot> &slot, TargetState &target,
                              ProviderState &provider, int maxInFlight, SteadyTime now)
{
    if (!claim(provider.m_inFlight, maxInFlight))
        return Waiter::Take::Nothing;
    if (!claim(target.m_inFlight, target.capacity())) {
        provider.m_inFlight.fetch_sub(1);
        return Waiter::Take::NotHere;
    }
    slot = Slot(&target, &provider, target.claimTrial(now));
    return Waiter::Take::Done;
}

Slot::Slot(Slot &&other) noexcept
    : m_target(std::exchange(other.m_target, nullptr))
    , m_provider(std::exchange(other.m_provider, nullptr))
    , m_trial(other.m_trial)
{
}

Slot &Slot::operator=(Slot &&other) noexcept
{
    if (this != &other) {
        release();
        m_target = std::exchange(other.m_target, nullptr);
        m_provider = std::exchange(other.m_provider, nullptr);
        m_trial = other.m_trial;
    }
    return *this;
}

void Slot::release()
{
    if (!m_target)
        return;
    if (m_trial) // reported or given up: another may try
        m_target->giveTrialBack();
    // In one order with those who begin to wait: either they see the place or we see them.
    m_target->m_inFlight.fetch_sub(1);
    m_provider->m_inFlight.fetch_sub(1);
    m_target = nullptr;
    std::exchange(m_provider, nullptr)->m_room.placeFreed();
}

} // namespace Gatehouse::Routing
