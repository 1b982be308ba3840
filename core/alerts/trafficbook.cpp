// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/trafficbook.h"

#include "core/ledger/distribution.h"

#include <QtCore/QDateTime>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Alerts {

namespace {

constexpr qint64 windowMinutes = 60;

qint64 minuteOf(WallTime time)
{
    return std::chrono::floor<std::chrono::minutes>(time).time_since_epoch().count();
}

template <typename Minutes>
void dropBefore(Minutes &minutes, WallTime now)
{
    minutes.erase(minutes.begin(), minutes.upper_bound(minuteOf(now) - windowMinutes));
}

//! "2026-11-22", of UTC.
QString dayOf(WallTime time)
{
    const auto s = std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
    return QDateTime::fromSecsSinceEpoch(s, Qt::UTC).date().toString(Qt::ISODate);
}

bool belongs(const Ledger::Traffic &traffic, const Api::Scope &scope)
{
    using Kind = Api::Scope::Kind;
    switch (scope.kind) {
    case Kind::Gateway:
        return true;
    case Kind::Team:
        return traffic.team == scope.name.toUtf8();
    case Kind::Key:
        return traffic.key == scope.name.toUtf8();
    case Kind::Route:
        return traffic.route == scope.name.toUtf8();
    case Kind::Provider:
        return traffic.provider == scope.name.toUtf8();
    case Kind::Person:
    case Kind::Tag:
    case Kind::Budget:
        break;
    }
    return false;
}

QString dollars(Money amount)
{
    return u'$' + QString::number(static_cast<double>(amount.nanoUsd) * 1e-9, 'f', 2);
}

} // namespace

// --- one scope ----------------------------------------------------------------------------------

void TrafficWindow::note(const Ledger::Traffic &traffic)
{
    if (!belongs(traffic, m_scope))
        return;
    Minute &minute = m_minutes[minuteOf(traffic.time)];
    minute.answered += traffic.counts == Ledger::RequestClass::Answered;
    minute.failed += traffic.counts == Ledger::RequestClass::Failed;
    minute.spent += traffic.cost;
    if (traffic.firstTokenUs >= 0 && traffic.counts == Ledger::RequestClass::Answered)
        ++minute.firstTokens[Ledger::bucketOf(traffic.firstTokenUs)];
}

void TrafficWindow::drop(WallTime now)
{
    dropBefore(m_minutes, now);
}

qint64 TrafficWindow::finished() const
{
    qint64 count = 0;
    for (const auto &[number, minute] : m_minutes)
        count += minute.answered + minute.failed;
    return count;
}

Money TrafficWindow::spent() const
{
    Money sum;
    for (const auto &[number, minute] : m_minutes)
        sum += minute.spent;
    return sum;
}

std::optional<double> TrafficWindow::successRate() const
{
    const qint64 all = finished();
    if (all < fewRequests)
        return std::nullopt;
    qint64 answered = 0;
    for (const auto &[number, minute] : m_minutes)
        answered += minute.answered;
    return static_cast<double>(answered) / static_cast<double>(all);
}

std::optional<double> TrafficWindow::firstTokenP95() const
{
    Ledger::Distribution distribution;
    for (const auto &[number, minute] : m_minutes) {
        for (const auto &[bucket, count] : minute.firstTokens)
            distribution.addBucket(bucket, count);
    }
    const auto us = distribution.percentile(0.95);
    return us ? std::optional(*us / 1000) : std::nullopt;
}

// --- counts -------------------------------------------------------------------------------------

void CountWindow::note(const QByteArray &name, WallTime time)
{
    ++m_counts[name][minuteOf(time)];
}

void CountWindow::drop(WallTime now)
{
    for (auto &[name, minutes] : m_counts)
        dropBefore(minutes, now);
    std::erase_if(m_counts, [](const auto &entry) { return entry.second.empty(); });
}

QList<std::pair<QByteArray, qint64>> CountWindow::counts() const
{
    QList<std::pair<QByteArray, qint64>> rows;
    for (const auto &[name, minutes] : m_counts) {
        qint64 sum = 0;
        for (const auto &[minute, count] : minutes)
            sum += count;
        rows.append({name, sum});
    }
    return rows;
}

// --- all ----------------------------------------------------------------------------------------

TrafficBook::TrafficBook(const Clock &clock)
    : m_clock(clock)
{
    m_windows.emplace_back(Api::Scope{});
}

bool TrafficBook::setScopes(const QList<Api::Scope> &scopes)
{
    std::erase_if(m_windows, [&](const TrafficWindow &window) {
        return window.scope() != Api::Scope{} && !scopes.contains(window.scope());
    });
    bool anyNew = false;
    for (const Api::Scope &scope : scopes) {
        const bool isKnown = std::ranges::any_of(
            m_windows, [&](const TrafficWindow &window) { return window.scope() == scope; });
        if (isKnown)
            continue;
        m_windows.emplace_back(scope);
        anyNew = true;
    }
    return anyNew;
}

void TrafficBook::clear()
{
    for (TrafficWindow &window : m_windows)
        window = TrafficWindow(window.scope());
    m_unpriced = {};
    m_refused = {};
}

void TrafficBook::note(const Ledger::Traffic &traffic)
{
    for (TrafficWindow &window : m_windows)
        window.note(traffic);
    if (traffic.isUnpriced)
        m_unpriced.note(traffic.provider + '/' + traffic.model, traffic.time);
    if (traffic.isKeyRefused && !traffic.key.isEmpty()) {
        m_refused.note(traffic.key, traffic.time);
        m_keyNames.insert(traffic.key, traffic.keyName);
        m_keyTeams.insert(traffic.key, traffic.team);
    }
}

void TrafficBook::setUsual(const QString &scope, std::optional<Money> usual)
{
    if (usual)
        m_usual.insert(scope, *usual);
    else
        m_usual.remove(scope);
}

double TrafficBook::burnRate(double successRate, double objective)
{
    return (1 - successRate) / std::max(1 - objective, 1e-6);
}

void TrafficBook::read(const TrafficWindow &window, std::optional<Money> usual, double objective,
                       Readings &readings)
{
    const QString scope = window.scope().text();
    const auto add = [&](const QString &measure, std::optional<double> value,
                         const QString &detail = {}) {
        readings.add({.measure = measure,
                      .object = scope == "gateway"_L1 ? QString() : scope,
                      .name = window.scope().name,
                      .scopes = {scope},
                      .period = {},
                      .value = value,
                      .detail = detail});
    };
    const Money spent = window.spent();
    add(u"spend"_s, static_cast<double>(spent.nanoUsd) * 1e-9,
        u"%1 in the last hour"_s.arg(dollars(spent)));
    std::optional<double> spike;
    if (usual && usual->nanoUsd > 0)
        spike = spent < leastSpike
            ? 0
            : static_cast<double>(spent.nanoUsd) / static_cast<double>(usual->nanoUsd);
    add(u"spend_spike"_s, spike,
        usual ? u"%1 in the last hour, usually %2"_s.arg(dollars(spent), dollars(*usual))
              : QString());
    for (const QString &measure : {u"success_rate"_s, u"burn_rate"_s, u"first_token_p95"_s})
        readings.answered.insert(measure);
    if (window.finished() == 0)
        return; // nothing fails where nothing is asked
    const auto success = window.successRate();
    const QString of = u"of %1 requests in the last hour"_s.arg(window.finished());
    add(u"success_rate"_s, success ? std::optional(*success * 100) : std::nullopt, of);
    add(u"burn_rate"_s, success ? std::optional(burnRate(*success, objective)) : std::nullopt, of);
    add(u"first_token_p95"_s, window.firstTokenP95());
}

void TrafficBook::read(Readings &readings, const Objective &objective)
{
    const WallTime now = m_clock.wall();
    for (TrafficWindow &window : m_windows) {
        window.drop(now);
        const auto usual = m_usual.constFind(window.scope().text());
        read(window, usual == m_usual.constEnd() ? std::nullopt : std::optional(*usual),
             objective(window.scope()), readings);
    }
    for (CountWindow *counts : {&m_unpriced, &m_refused, &m_drifts})
        counts->drop(now);
    readCounts(readings);
}

void TrafficBook::readCounts(Readings &readings) const
{
    const QString day = dayOf(m_clock.wall());
    for (const QString &measure : {u"unpriced_requests"_s, u"key_refused"_s, u"model_drift"_s})
        readings.answered.insert(measure);
    const auto addTarget = [&](const QString &measure, const QByteArray &target, qint64 count) {
        const QString name = QString::fromUtf8(target);
        readings.add({.measure = measure,
                      .object = name,
                      .name = name,
                      .scopes = {u"gateway"_s, QString(u"provider:"_s + name.section(u'/', 0, 0))},
                      .period = day,
                      .value = static_cast<double>(count)});
    };
    for (const auto &[target, count] : m_unpriced.counts())
        addTarget(u"unpriced_requests"_s, target, count);
    for (const auto &[target, count] : m_drifts.counts())
        addTarget(u"model_drift"_s, target, count);
    for (const auto &[key, count] : m_refused.counts()) {
        const QString id = QString::fromUtf8(key);
        const QString name = QString::fromUtf8(m_keyNames.value(key));
        readings.add({.measure = u"key_refused"_s,
                      .object = id,
                      .name = name.isEmpty() ? id : name,
                      .scopes = {u"gateway"_s, QString(u"key:"_s + id),
                                 QString(u"team:"_s + QString::fromUtf8(m_keyTeams.value(key)))},
                      .period = {},
                      .value = static_cast<double>(count)});
    }
}

} // namespace Gatehouse::Alerts
