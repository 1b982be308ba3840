// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/routereport.h"

#include "core/ledger/requestjson.h"
#include "core/ledger/rowquery.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ledger {

namespace {

constexpr double slowShare = 0.95;

QJsonArray numbers(const std::vector<qint64> &values)
{
    QJsonArray array;
    for (const qint64 value : values)
        array += value;
    return array;
}

} // namespace

void RouteReport::Target::add(const Target &other)
{
    requests += other.requests;
    failed += other.failed;
    cost += other.cost;
    unpriced += other.unpriced;
    firstToken.merge(other.firstToken);
    total.merge(other.total);
}

QJsonObject RouteReport::Target::toJson() const
{
    return {{u"requests"_s, requests},
            {u"failed"_s, failed},
            {u"cost_nano_usd"_s, cost},
            {u"unpriced"_s, unpriced},
            {u"first_token_p95"_s, firstToken.milliseconds(slowShare)},
            {u"total_p95"_s, total.milliseconds(slowShare)}};
}

Result<QJsonObject> RouteReport::make(const QString &route, const ReportSpan &span,
                                      const QString &canary)
{
    const Result<ReportRange> range = ReportRange::of(span, m_now);
    if (!range)
        return range.error();
    if (range->exact)
        return Error{ErrorCode::InvalidArgument, u"use 24h, 7d, 30d or whole hours"_s, u"range"_s};
    const ReportPoints points(*range, m_calendar, m_now);
    m_requests.assign(points.size(), 0);
    Result<void> done = addSums(route, points);
    if (done)
        done = addTimes(route, points);
    if (!done)
        return done.error();
    QJsonArray times;
    for (size_t point = 0; point < points.size(); ++point)
        times += isoTime(points.starts()[point]);
    QJsonObject report{
        {u"now"_s, isoTime(m_now)},
        {u"time_zone"_s, QString::fromLatin1(m_calendar.zone().id())},
        {u"from"_s, isoTime(points.starts().front())},
        {u"to"_s, isoTime(points.starts().back())},
        {u"bucket_s"_s, points.range().bucket / usPerSecond},
        {u"series"_s, QJsonObject{{u"times"_s, times}, {u"requests"_s, numbers(m_requests)}}},
        {u"targets"_s, targets()}};
    if (!canary.isEmpty())
        addSides(report, canary);
    return report;
}

Result<void> RouteReport::addSums(const QString &route, const ReportPoints &points)
{
    const ReportRange &range = points.range();
    return query(
        m_database,
        "SELECT hour, provider, model, class, requests, cost, unpriced FROM roll_hour_model"
        " WHERE hour >= ? AND hour < ? AND route = ?",
        [&](const Store::Statement &row) {
            const size_t point = points.at(row.integer(0) * usPerHour);
            const qint64 requests = row.integer(4);
            m_requests[point] += requests;
            const QString provider = row.string(1);
            if (provider.isEmpty())
                return; // nobody served them
            Target &target = m_targets[{provider, row.string(2)}];
            target.counts.resize(points.size());
            target.counts[point] += requests;
            target.requests += requests;
            if (row.integer(3) == static_cast<qint64>(RequestClass::Failed))
                target.failed += requests;
            target.cost += row.integer(5);
            target.unpriced += row.integer(6);
        },
        range.firstHour(), range.endHour(), route);
}

Result<void> RouteReport::addTimes(const QString &route, const ReportPoints &points)
{
    const ReportRange &range = points.range();
    return query(
        m_database,
        "SELECT provider, model, kind, bucket, sum(requests) FROM hist_hour_model"
        " WHERE hour >= ? AND hour < ? AND route = ? GROUP BY 1, 2, 3, 4",
        [this](const Store::Statement &row) {
            const auto target = m_targets.find({row.string(0), row.string(1)});
            if (target == m_targets.end())
                return;
            const auto kind = static_cast<LatencyKind>(row.integer(2));
            const int bucket = static_cast<int>(row.integer(3));
            if (kind == LatencyKind::FirstToken)
                target->second.firstToken.addBucket(bucket, row.integer(4));
            else if (kind == LatencyKind::Total)
                target->second.total.addBucket(bucket, row.integer(4));
        },
        range.firstHour(), range.endHour(), route);
}

QJsonArray RouteReport::targets() const
{
    std::vector<const Targets::value_type *> ordered;
    for (const auto &target : m_targets)
        ordered.push_back(&target);
    std::ranges::stable_sort(ordered, [](const auto *a, const auto *b) {
        return a->second.requests > b->second.requests;
    });
    QJsonArray array;
    for (const auto *one : ordered) {
        QJsonObject target = one->second.toJson();
        target.insert(u"provider"_s, one->first.first);
        target.insert(u"model"_s, one->first.second);
        target.insert(u"counts"_s, numbers(one->second.counts));
        array += target;
    }
    return array;
}

void RouteReport::addSides(QJsonObject &report, const QString &canary) const
{
    Target trial;
    Target control;
    for (const auto &[name, target] : m_targets) {
        const bool isTrial = QString(name.first + u'/' + name.second) == canary;
        (isTrial ? trial : control).add(target);
    }
    report.insert(u"canary"_s, trial.toJson());
    report.insert(u"control"_s, control.toJson());
}

} // namespace Gatehouse::Ledger
