// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/reliabilityreport.h"

#include "core/ledger/incidents.h"
#include "core/ledger/requestjson.h"
#include "core/ledger/rowquery.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

constexpr qint64 usPerDay = 24 * usPerHour;
constexpr int answeredKind = 0; //!< of RequestClass and of AttemptClass alike
constexpr int failedKind = 1;

QJsonArray toArray(const std::vector<qint64> &values)
{
    QJsonArray array;
    for (const qint64 value : values)
        array += value;
    return array;
}

qint64 sum(const std::vector<qint64> &values)
{
    return std::accumulate(values.begin(), values.end(), qint64(0));
}

} // namespace

void ReliabilityReport::Rate::add(const Ended &ended)
{
    answered += ended.kind == answeredKind ? ended.count : 0;
    failed += ended.kind == failedKind ? ended.count : 0;
}

QJsonValue ReliabilityReport::Rate::share() const
{
    return answered + failed == 0 ? QJsonValue() : QJsonValue(1 - failedShare());
}

double ReliabilityReport::Rate::failedShare() const
{
    const qint64 all = answered + failed;
    return all == 0 ? 0 : static_cast<double>(failed) / static_cast<double>(all);
}

Result<void> ReliabilityReport::check(const ReliabilityQuery &query) const
{
    if (query.by != "route"_L1 && query.by != "provider"_L1 && query.by != "model"_L1)
        return Error{ErrorCode::InvalidArgument, u"use route, provider or model"_s, u"by"_s};
    if (query.count != "requests"_L1 && query.count != "attempts"_L1)
        return Error{ErrorCode::InvalidArgument, u"use requests or attempts"_s, u"count"_s};
    return {};
}

Result<QJsonObject> ReliabilityReport::make(const ReliabilityQuery &query)
{
    if (const Result<void> checked = check(query); !checked)
        return checked.error();
    m_query = query;
    m_counted = query.count == "attempts"_L1 ? Counted::Attempts : Counted::Requests;
    const Result<ReportRange> range = ReportRange::of(query.span, m_now);
    if (!range)
        return range.error();
    const ReportPoints points(*range, m_calendar, m_now);
    m_points.resize(points.size());
    m_rescued.resize(points.size());
    const Result<void> counted = each(points.range().from, points.range().to,
                                      [&](const Ended &ended) { count(points, ended); });
    if (!counted)
        return counted.error();
    const Result<QJsonArray> objectives = this->objectives();
    if (!objectives)
        return objectives.error();
    const Result<QJsonArray> incidents = query.incidents
        ? findIncidents(m_database, points.range(), m_now)
        : Result<QJsonArray>(QJsonArray());
    if (!incidents)
        return incidents.error();
    const auto total = [this](Counted what) {
        const auto found = m_totals.find(what);
        return found == m_totals.end() ? 0 : found->second;
    };
    return QJsonObject{{u"now"_s, isoTime(m_now)},
                       {u"time_zone"_s, QString::fromLatin1(m_calendar.zone().id())},
                       {u"from"_s, isoTime(points.starts().front())},
                       {u"to"_s, isoTime(points.starts().back())},
                       {u"bucket_s"_s, points.range().bucket / usPerSecond},
                       {u"by"_s, query.by},
                       {u"count"_s, query.count},
                       {u"success"_s,
                        QJsonObject{{u"rate"_s, m_all.share()},
                                    {u"answered"_s, m_all.answered},
                                    {u"failed"_s, m_all.failed},
                                    {u"mistakes"_s, m_mistakes},
                                    {u"cancelled"_s, m_cancelled}}},
                       {u"series"_s, series(points)},
                       {u"errors"_s, errors()},
                       {u"totals"_s,
                        QJsonObject{{u"requests"_s, total(Counted::Requests)},
                                    {u"attempts"_s, total(Counted::Attempts)},
                                    {u"retries"_s, total(Counted::Retries)},
                                    {u"fallbacks"_s, total(Counted::Fallbacks)},
                                    {u"rescued"_s, total(Counted::Rescued)},
                                    {u"hedged"_s, 0}}},
                       {u"groups"_s, groups()},
                       {u"objectives"_s, *objectives},
                       {u"targets"_s, targets()},
                       {u"incidents"_s, *incidents}};
}

void ReliabilityReport::count(const ReportPoints &points, const Ended &ended)
{
    m_totals[ended.counted] += ended.count;
    const size_t point = points.at(std::max(ended.us, points.range().from));
    if (ended.counted == Counted::Rescued)
        m_rescued[point] += ended.count;
    if (ended.counted == Counted::Attempts) {
        auto &attempts = m_targets[{ended.provider, ended.model}];
        attempts.resize(points.size());
        attempts[point] += ended.count;
    }
    if (ended.counted != m_counted)
        return;
    m_points[point].add(ended);
    m_all.add(ended);
    if (const QByteArray &group = groupOf(ended); !group.isEmpty())
        m_groups[group].add(ended);
    const bool left = ended.outcome == outcomeName(Outcome::Cancelled);
    const bool outside = ended.kind > failedKind;
    if (outside)
        (left ? m_cancelled : m_mistakes) += ended.count;
    if (ended.kind == answeredKind || (outside && !m_query.callerMistakes))
        return;
    auto &errors = m_errors[ended.outcome];
    errors.resize(points.size());
    errors[point] += ended.count;
}

// --- counting -----------------------------------------------------------------------------------

//! Whole hours from the sums; a part of an hour before or after them from the rows. The present
//! hour's sums end now.
Result<void> ReliabilityReport::each(qint64 from, qint64 to, const Take &take)
{
    const qint64 firstHour = (from + usPerHour - 1) / usPerHour;
    const qint64 endHour = to > m_now ? m_now / usPerHour + 1 : to / usPerHour;
    if (firstHour >= endHour)
        return eachRow(from, to, take);
    Result<void> done = eachRow(from, firstHour * usPerHour, take);
    if (done)
        done = eachHour(firstHour, endHour, take);
    if (done)
        done = eachRow(endHour * usPerHour, to, take);
    return done;
}

Result<void> ReliabilityReport::eachHour(qint64 firstHour, qint64 endHour, const Take &take)
{
    return query(
        m_database,
        "SELECT hour, counted, provider, model, route, outcome, class, n FROM roll_hour_outcome"
        " WHERE hour >= ? AND hour < ?",
        [&take](const Store::Statement &row) {
            take({.us = row.integer(0) * usPerHour,
                  .counted = static_cast<Counted>(row.integer(1)),
                  .provider = row.text(2),
                  .model = row.text(3),
                  .route = row.text(4),
                  .outcome = row.text(5),
                  .kind = static_cast<int>(row.integer(6)),
                  .count = row.integer(7)});
        },
        firstHour, endHour);
}

Result<void> ReliabilityReport::eachRow(qint64 from, qint64 to, const Take &take)
{
    if (from >= to)
        return {};
    const Result<void> requests = query(
        m_database,
        "SELECT ts, provider, model, route, outcome, class FROM requests WHERE ts >= ? AND ts < ?",
        [&take](const Store::Statement &row) {
            take({.us = row.integer(0),
                  .counted = Counted::Requests,
                  .provider = row.text(1),
                  .model = row.text(2),
                  .route = row.text(3),
                  .outcome = row.text(4),
                  .kind = static_cast<int>(row.integer(5)),
                  .count = 1});
        },
        from, to);
    return requests ? eachAttempt(from, to, take) : requests;
}

Result<void> ReliabilityReport::eachAttempt(qint64 from, qint64 to, const Take &take)
{
    return query(
        m_database,
        // ordinary requests keep their one attempt in their story
        "SELECT ts, provider, model, route, outcome, 0, 0, '' FROM requests WHERE ts >= ?1"
        " AND ts < ?2 AND outcome = 'ok' AND attempt_count = 1 AND story IS NOT NULL"
        " UNION ALL SELECT r.ts, a.provider, a.model, r.route, a.result, a.n,"
        " r.outcome = 'ok' AND r.attempt_count > 1, ifnull(b.provider || '/' || b.model, '')"
        " FROM requests r JOIN attempts a ON a.request = r.n"
        " LEFT JOIN attempts b ON b.request = r.n AND b.n = a.n - 1"
        " WHERE r.ts >= ?1 AND r.ts < ?2",
        [&take](const Store::Statement &row) {
            AttemptRecord attempt;
            attempt.result = outcomeFromName(row.text(4)).value_or(Outcome::Interrupted);
            Ended ended{.us = row.integer(0),
                        .counted = Counted::Attempts,
                        .provider = row.text(1),
                        .model = row.text(2),
                        .route = row.text(3),
                        .outcome = row.text(4),
                        .kind = static_cast<int>(classOf(attempt)),
                        .count = 1};
            take(ended);
            ended.kind = failedKind;
            const qint64 number = row.integer(5);
            if (number > 0) {
                const bool same = QByteArray(ended.provider + '/' + ended.model) == row.text(7);
                ended.counted = same ? Counted::Retries : Counted::Fallbacks;
                take(ended);
            } else if (row.integer(6) != 0) {
                ended.counted = Counted::Rescued;
                take(ended);
            }
        },
        from, to);
}

// --- objectives ---------------------------------------------------------------------------------

Counted ReliabilityReport::objectiveCounts() const
{
    return m_query.by == "route"_L1 ? Counted::Requests : Counted::Attempts;
}

const QByteArray &ReliabilityReport::groupOf(const Ended &ended) const
{
    return m_query.by == "route"_L1 ? ended.route
        : m_query.by == "model"_L1  ? ended.model
                                    : ended.provider;
}

Result<ReliabilityReport::Rates> ReliabilityReport::rates(qint64 from)
{
    Rates rates;
    const Result<void> counted = each(from, m_now + 1, [&](const Ended &ended) {
        if (ended.counted == objectiveCounts() && !groupOf(ended).isEmpty())
            rates[groupOf(ended)].add(ended);
    });
    if (!counted)
        return counted.error();
    return rates;
}

Result<QJsonArray> ReliabilityReport::objectives()
{
    struct Window {
        QString name;
        qint64 us;
    };
    const Window windows[] = {
        {u"1h"_s, usPerHour}, {u"6h"_s, 6 * usPerHour}, {u"3d"_s, 3 * usPerDay}};
    std::vector<Rates> burning;
    for (const Window &window : windows) {
        Result<Rates> counted = rates(m_now + 1 - window.us);
        if (!counted)
            return counted.error();
        burning.push_back(std::move(*counted));
    }
    std::map<int, Rates> byDays;
    QJsonArray all;
    for (const QString &name : m_query.names) {
        Objective objective{.kind = m_query.by, .name = name};
        for (const Objective &chosen : m_query.objectives) {
            if (chosen.kind == m_query.by && chosen.name == name)
                objective = chosen;
        }
        if (!byDays.contains(objective.days)) {
            Result<Rates> counted = rates(m_now + 1 - objective.days * usPerDay);
            if (!counted)
                return counted.error();
            byDays[objective.days] = std::move(*counted);
        }
        const QByteArray id = name.toUtf8();
        const Rate &whole = byDays[objective.days][id];
        const double allowed = 1 - objective.target;
        QJsonObject burn;
        for (size_t i = 0; i < burning.size(); ++i) {
            const Rate &rate = burning[i][id];
            const bool known = rate.answered + rate.failed > 0;
            burn.insert(windows[i].name,
                        known ? QJsonValue(rate.failedShare() / allowed) : QJsonValue());
        }
        const bool known = whole.answered + whole.failed > 0;
        all += QJsonObject{{u"id"_s, objective.id()},
                           {u"kind"_s, objective.kind},
                           {u"name"_s, objective.name},
                           {u"target"_s, objective.target},
                           {u"days"_s, objective.days},
                           {u"is_default"_s, objective.isDefault},
                           {u"answered"_s, whole.answered},
                           {u"failed"_s, whole.failed},
                           {u"success"_s, whole.share()},
                           {u"budget_left"_s,
                            known ? QJsonValue(1 - whole.failedShare() / allowed) : QJsonValue()},
                           {u"burn"_s, burn}};
    }
    return all;
}

// --- answers ------------------------------------------------------------------------------------

QJsonObject ReliabilityReport::series(const ReportPoints &points) const
{
    QJsonArray times;
    QJsonArray success;
    QJsonArray answered;
    QJsonArray failed;
    for (size_t point = 0; point < points.size(); ++point) {
        times += isoTime(points.starts()[point]);
        success += m_points[point].share();
        answered += m_points[point].answered;
        failed += m_points[point].failed;
    }
    return {{u"times"_s, times},
            {u"success"_s, success},
            {u"answered"_s, answered},
            {u"failed"_s, failed},
            {u"rescued"_s, toArray(m_rescued)}};
}

QJsonArray ReliabilityReport::errors() const
{
    std::vector<std::pair<QByteArray, const std::vector<qint64> *>> ordered;
    for (const auto &[kind, counts] : m_errors)
        ordered.emplace_back(kind, &counts);
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const auto &a, const auto &b) { return sum(*a.second) > sum(*b.second); });
    QJsonArray errors;
    for (const auto &[kind, counts] : ordered)
        errors += QJsonObject{{u"kind"_s, QString::fromLatin1(kind)},
                              {u"total"_s, sum(*counts)},
                              {u"counts"_s, toArray(*counts)}};
    return errors;
}

QJsonArray ReliabilityReport::groups() const
{
    QJsonArray groups;
    for (const auto &[id, rate] : m_groups)
        groups += QJsonObject{{u"id"_s, QString::fromUtf8(id)},
                              {u"answered"_s, rate.answered},
                              {u"failed"_s, rate.failed},
                              {u"success"_s, rate.share()}};
    return groups;
}

QJsonArray ReliabilityReport::targets() const
{
    QJsonArray targets;
    for (const auto &[target, attempts] : m_targets)
        targets += QJsonObject{{u"provider"_s, QString::fromUtf8(target.first)},
                               {u"model"_s, QString::fromUtf8(target.second)},
                               {u"attempts"_s, toArray(attempts)}};
    return targets;
}

} // namespace Gatehouse::Ledger
