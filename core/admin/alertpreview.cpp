// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/alertpreview.h"

#include "core/alerts/message.h"
#include "core/alerts/rehearsal.h"
#include "core/alerts/trafficbook.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

using Alerts::PastValue;

constexpr int mostRecent = 200'000; // requests of the last hour

qint64 hourOf(WallTime time)
{
    return std::chrono::floor<std::chrono::hours>(time).time_since_epoch().count();
}

QJsonArray timesSince(const std::vector<WallTime> &times, WallTime from)
{
    QJsonArray rows;
    for (const WallTime time : times) {
        if (time >= from)
            rows.append(Alerts::isoText(time));
    }
    return rows;
}

//! What the measure shows of the last hour; of gateway, team, key, route and provider.
Result<std::optional<Alerts::Reading>> present(Ledger::LedgerReader &reader,
                                               const AlertPreviewQuestion &question,
                                               const Api::Scope &scope, std::optional<Money> usual)
{
    const auto recent =
        reader.recentTraffic(Ledger::toUs(question.now - std::chrono::hours(1)), mostRecent);
    if (!recent)
        return recent.error();
    Alerts::TrafficWindow window(scope);
    for (const Ledger::Traffic &one : *recent)
        window.note(one);
    Alerts::Readings readings;
    Alerts::TrafficBook::read(window, usual, question.objective, readings);
    for (const Alerts::Reading &reading : readings.rows) {
        if (reading.measure == question.rule.measure && reading.value)
            return std::optional(reading);
    }
    return std::optional<Alerts::Reading>();
}

Result<std::optional<QJsonObject>> fromTraffic(Ledger::LedgerReader &reader,
                                               const AlertPreviewQuestion &question,
                                               const Api::Scope &scope)
{
    const WallTime from = question.now - std::chrono::days(AlertPreviewQuestion::days);
    // What is usual is known from a week before.
    const auto hours =
        reader.hourFigures(scope, hourOf(from - std::chrono::days(AlertPreviewQuestion::days)),
                           hourOf(question.now) + 1);
    if (!hours)
        return hours.error();
    const auto past = Alerts::pastValues(question.rule.measure, *hours, hourOf(from),
                                         hourOf(question.now) + 1, question.objective);
    if (past.empty())
        return std::optional<QJsonObject>();
    const auto now = present(reader, question, scope, Alerts::usualHour(*hours));
    if (!now)
        return now.error();
    return std::optional(
        QJsonObject{{u"basis"_s, u"traffic"_s},
                    {u"times"_s, timesSince(Alerts::rehearse(question.rule, past), from)},
                    {u"value"_s, *now ? QJsonValue(*(*now)->value) : QJsonValue()},
                    {u"detail"_s, *now ? (*now)->detail : QString()}});
}

bool isMeant(const Access::BudgetReport &budget, const QString &scope)
{
    return scope == "gateway"_L1 || budget.scope.text() == scope
        || QString(u"budget:"_s + QString::fromUtf8(budget.id)) == scope;
}

//! What \a scope spent, hour by hour; a person's are those of all its keys.
Result<std::vector<Ledger::HourFigures>> hoursOf(Ledger::LedgerReader &reader,
                                                 const AlertPreviewQuestion &question,
                                                 const Api::Scope &scope, qint64 from, qint64 until)
{
    if (scope.kind != Api::Scope::Kind::Person)
        return reader.hourFigures(scope, from, until);
    std::map<qint64, Ledger::HourFigures> together;
    for (const QString &key : question.keysOf.value(scope.name)) {
        const auto hours = reader.hourFigures({Api::Scope::Kind::Key, key}, from, until);
        if (!hours)
            return hours.error();
        for (const Ledger::HourFigures &hour : *hours) {
            Ledger::HourFigures &sum = together[hour.hour];
            sum.hour = hour.hour;
            sum.cost += hour.cost;
        }
    }
    std::vector<Ledger::HourFigures> all;
    for (const auto &[hour, figures] : together)
        all.push_back(figures);
    return all;
}

//! How much of \a budget was used at the end of each hour; a period begins with 0.
Result<std::vector<PastValue>> usedBy(Ledger::LedgerReader &reader,
                                      const AlertPreviewQuestion &question,
                                      const Access::BudgetReport &budget, WallTime from)
{
    const auto period = Access::BudgetPeriod::parse(budget.period);
    const auto ceiling = static_cast<double>((budget.limit + budget.raised).nanoUsd);
    if (!period || period->isRolling() || ceiling <= 0)
        return std::vector<PastValue>();
    Access::PeriodSpan span = period->spanAt(from, question.zone, question.weekStart);
    const auto hours =
        hoursOf(reader, question, budget.scope, hourOf(span.from), hourOf(question.now) + 1);
    if (!hours)
        return hours.error();
    std::vector<PastValue> values;
    Money spent;
    for (const Ledger::HourFigures &hour : *hours) {
        const WallTime start{std::chrono::hours(hour.hour)};
        if (start >= span.until) {
            span = period->spanAt(start, question.zone, question.weekStart);
            spent = {};
            values.push_back({span.from, 0});
        }
        spent += hour.cost;
        const WallTime end = std::min(start + std::chrono::hours(1), question.now);
        values.push_back({end, static_cast<double>(spent.nanoUsd) * 100 / ceiling});
    }
    return values;
}

Result<std::optional<QJsonObject>> fromBudgets(Ledger::LedgerReader &reader,
                                               const AlertPreviewQuestion &question)
{
    const WallTime from = question.now - std::chrono::days(AlertPreviewQuestion::days);
    std::vector<WallTime> fired;
    for (const Access::BudgetReport &budget : question.budgets) {
        if (!isMeant(budget, question.rule.scope))
            continue;
        const auto values = usedBy(reader, question, budget, from);
        if (!values)
            return values.error();
        for (const WallTime time : Alerts::rehearse(question.rule, *values))
            fired.push_back(time);
    }
    std::ranges::sort(fired);
    return std::optional(
        QJsonObject{{u"basis"_s, u"budgets"_s}, {u"times"_s, timesSince(fired, from)}});
}

} // namespace

Result<std::optional<QJsonObject>> previewAlert(Ledger::LedgerReader &reader,
                                                const AlertPreviewQuestion &question)
{
    const auto scope = Api::parseScope(question.rule.scope);
    if (question.rule.measure == "budget_used"_L1)
        return fromBudgets(reader, question);
    if (!scope || scope->kind == Api::Scope::Kind::Budget)
        return std::optional<QJsonObject>();
    return fromTraffic(reader, question, *scope);
}

} // namespace Gatehouse::Admin
