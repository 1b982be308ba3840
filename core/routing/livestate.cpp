// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/livestate.h"

#include <algorithm>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace Gatehouse::Routing {

namespace {

constexpr auto bucketTime = 30s;
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

// Layout of a bucket: number << 40 | successes << 20 | failures. A bucket number is the steady time
// in units of 30 s plus one, so that zero is "never used".
constexpr quint64 countMask = (1U << 20) - 1;

quint64 bucketNumber(SteadyTime now)
{
    const auto units = now.time_since_epoch() / bucketTime;
    return (static_cast<quint64>(units) + 1) & 0xffffff;
}

RecentOutcomes::Counts countsOf(quint64 bucket)
{
    return {.successes = static_cast<int>((bucket >> 20) & countMask),
            .failures = static_cast<int>(bucket & countMask)};
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

} // namespace

void RecentOutcomes::count(bool success, SteadyTime now)
{
    const quint64 number = bucketNumber(now);
    std::atomic<quint64> &bucket = m_buckets[number % m_buckets.size()];
    const quint64 one = success ? quint64(1) << 20 : 1;
    quint64 seen = bucket.load(relaxed);
    quint64 wanted = 0;
    do {
        const auto counts = countsOf(seen);
        const bool current = (seen >> 40) == number;
        const bool full = quint64(success ? counts.successes : counts.failures) == countMask;
        wanted = !current ? (number << 40) + one : full ? seen : seen + one;
    } while (!bucket.compare_exchange_weak(seen, wanted, relaxed));
}

RecentOutcomes::Counts RecentOutcomes::within(SteadyTime now, int buckets) const
{
    const quint64 number = bucketNumber(now);
    Counts sum;
    for (const std::atomic<quint64> &bucket : m_buckets) {
        const quint64 value = bucket.load(relaxed);
        if (((number - (value >> 40)) & 0xffffff) >= quint64(buckets) || value == 0)
            continue;
        const Counts counts = countsOf(value);
        sum.successes += counts.successes;
        sum.failures += counts.failures;
    }
    return sum;
}

Availability TargetState::availability(SteadyTime now) const
{
    if (m_restUntil.load(relaxed) > toUs(now))
        return Availability::Resting;
    if (m_step.load(relaxed) == 0)
        return Availability::Ready;
    return m_trialUntil.load(relaxed) > toUs(now) ? Availability::Resting : Availability::Trial;
}

std::optional<SteadyTime> TargetState::restsUntil(SteadyTime now) const
{
    if (availability(now) != Availability::Resting)
        return {};
    return fromUs(std::max(m_restUntil.load(relaxed), m_trialUntil.load(relaxed)));
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
    constexpr qint64 share = 8; // of the past in the mean
    const qint64 seen = m_firstToken.load(relaxed);
    const qint64 next = seen == 0 ? time.count() : seen + (time.count() - seen) / share;
    m_firstToken.store(std::max<qint64>(next, 1), relaxed); // a lost race loses one sample
}

double TargetState::startShare(SteadyTime now) const
{
    constexpr double least = 0.1;
    const qint64 recovered = m_recovered.load(relaxed);
    const qint64 ramp = m_slowStartUs.load(relaxed);
    const qint64 age = toUs(now) - recovered;
    if (recovered == 0 || age >= ramp)
        return 1;
    return least + (1 - least) * double(std::max<qint64>(age, 0)) / double(ramp);
}

void TargetState::setSlowStart(std::chrono::milliseconds time)
{
    m_slowStartUs.store(microseconds(time).count(), relaxed);
}

void TargetState::succeeded(SteadyTime now)
{
    m_failures.store(0, relaxed);
    if (m_step.load(relaxed) == 0)
        return;
    m_recovered.store(toUs(now), relaxed);
    m_step.store(0, relaxed);
    m_trialUntil.store(0, relaxed);
    m_restUntil.store(0, relaxed);
    countOpening();
}

void TargetState::countOpening()
{
    if (m_openings)
        m_openings->fetch_add(1, relaxed);
}

void TargetState::failed(SteadyTime now)
{
    const int failures = m_failures.fetch_add(1, relaxed) + 1;
    const int step = m_step.load(relaxed);
    const bool failedTrial = step > 0 && m_restUntil.load(relaxed) <= toUs(now);
    if (!failedTrial && (step > 0 || failures < failuresUntilRest))
        return; // late answers of calls begun before the rest do not lengthen it
    const auto rest = std::min<microseconds>(firstRest * (1 << std::min(step, 8)), longestRest);
    m_step.store(step + 1, relaxed);
    raise(m_restUntil, toUs(now + rest));
    m_trialUntil.store(0, relaxed);
    if (step == 0)
        countOpening();
}

void TargetState::restFor(std::chrono::milliseconds time, SteadyTime now)
{
    raise(m_restUntil, toUs(now + std::min<microseconds>(time, longestHint)));
}

bool TargetState::claimTrial(SteadyTime now)
{
    if (availability(now) != Availability::Trial)
        return false;
    qint64 seen = m_trialUntil.load(relaxed);
    return seen <= toUs(now)
        && m_trialUntil.compare_exchange_strong(seen, toUs(now + trialTime), relaxed);
}

bool KeyState::isParked(SteadyTime now) const
{
    return m_parkedUntil.load(relaxed) > toUs(now);
}

void KeyState::park(SteadyTime now, std::chrono::milliseconds time)
{
    raise(m_parkedUntil, toUs(now + time));
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
    m_keys.push_back({secret, std::make_unique<KeyState>(id)});
    return *m_keys.back().state;
}

void ProviderState::unparkAll()
{
    const std::scoped_lock lock(m_mutex);
    for (const KeyRow &row : m_keys)
        row.state->unpark();
}

HealthReport ProviderState::health(bool paused, SteadyTime now)
{
    HealthReport report;
    report.recent = m_recent.within5Minutes(now);
    report.inFlight = inFlight();
    if (const qint64 last = m_lastSuccess.load(relaxed); last >= 0)
        report.lastSuccess = fromUs(last);
    const auto told = healthOf(report.recent, m_recent.within(now, 1));
    const std::scoped_lock lock(m_mutex);
    if (told)
        m_lastKnown = *told;
    report.health = paused || isPaused() ? Health::Paused : m_lastKnown;
    if (!m_shownSince || report.health != m_shown) {
        m_shown = report.health;
        m_shownSince = now;
    }
    report.since = *m_shownSince;
    if (report.recent.attempts() > 0)
        report.source = u"from traffic, %1 attempts in 5 min"_s.arg(report.recent.attempts());
    else if (m_lastAttempt.load(relaxed) >= 0)
        report.source = u"from traffic, none in the last 5 min"_s;
    else
        report.source = u"no traffic yet"_s;
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
        row = std::make_unique<Row>();
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
    return *row.targets.emplace(name, std::make_unique<TargetState>(&m_openings)).first->second;
}

HealthReport LiveState::health(const Config::Provider &provider, SteadyTime now)
{
    return this->provider(provider.id).health(provider.document.paused, now);
}

std::vector<LiveState::OpenTarget> LiveState::openTargets() const
{
    std::vector<OpenTarget> open;
    const std::scoped_lock lock(m_mutex);
    for (const auto &[provider, row] : m_rows)
        for (const auto &[model, state] : row->targets)
            if (state->isOpen())
                open.push_back(
                    {QByteArray::fromStdString(provider), QByteArray::fromStdString(model)});
    std::sort(open.begin(), open.end());
    return open;
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
        m_target->m_trialUntil.store(0, relaxed);
    // In one order with those who begin to wait: either they see the place or we see them.
    m_target->m_inFlight.fetch_sub(1);
    m_provider->m_inFlight.fetch_sub(1);
    m_target = nullptr;
    std::exchange(m_provider, nullptr)->m_room.placeFreed();
}

} // namespace Gatehouse::Routing
