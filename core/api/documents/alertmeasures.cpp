// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/alertmeasures.h"

#include "core/api/documents/document.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Api {

namespace {

using Kind = Scope::Kind;
using Unit = AlertMeasure::Unit;

//! A ready-made alert; \a threshold is where it fires, in the direction of its measure.
AlertRule made(const QString &id, const QString &name, const QString &measure, double threshold,
               std::chrono::milliseconds holdTime = {}, const QString &severity = u"warning"_s)
{
    AlertRule rule{.id = id, .name = name, .measure = measure};
    const bool firesBelow = alertMeasure(measure)->firesBelow;
    (firesBelow ? rule.below : rule.above) = threshold;
    rule.holdTime = holdTime;
    rule.severity = severity;
    rule.channels = {u"*"_s};
    return rule;
}

} // namespace

QString AlertMeasure::scopeWords() const
{
    QStringList words{u"gateway"_s};
    for (const Kind kind : scopes)
        words.append(QString(Scope{kind, u"ID"_s}.text()));
    if (words.size() == 1)
        return words.first();
    const QString last = words.takeLast();
    return u"%1 or %2"_s.arg(words.join(u", "_s), last);
}

const QList<AlertMeasure> &alertMeasureFacts()
{
    static const QList<Kind> spenders{Kind::Team, Kind::Key, Kind::Route, Kind::Provider};
    static const QList<Kind> budgets{Kind::Budget, Kind::Team, Kind::Key, Kind::Route,
                                     Kind::Provider};
    static const QList<Kind> provider{Kind::Provider};
    static const QList<AlertMeasure> all{
        {u"budget_used"_s, Unit::Percent, false, 80, budgets},
        {u"budget_forecast"_s, Unit::Percent, false, 100, budgets},
        {u"spend"_s, Unit::Dollars, false, 10, spenders},
        {u"spend_spike"_s, Unit::Times, false, 3, {Kind::Route, Kind::Provider}},
        {u"success_rate"_s, Unit::Percent, true, 99.5, spenders},
        {u"burn_rate"_s, Unit::Times, false, 14.4, spenders},
        {u"first_token_p95"_s, Unit::Milliseconds, false, 5000, spenders},
        {u"provider_down"_s, Unit::YesNo, false, 1, provider},
        {u"breaker_open"_s, Unit::YesNo, false, 1, provider},
        {u"provider_key_refused"_s, Unit::YesNo, false, 1, provider},
        {u"key_refused"_s, Unit::Count, false, 20, {Kind::Key, Kind::Team}},
        {u"unpriced_requests"_s, Unit::Count, false, 1, provider},
        {u"key_expires_days"_s, Unit::Days, true, 7, {Kind::Key, Kind::Team}},
        {u"certificate_days"_s, Unit::Days, true, 14},
        {u"disk_free_percent"_s, Unit::Percent, true, 10},
        {u"node_silent"_s, Unit::YesNo, false, 1},
        {u"audit_broken"_s, Unit::YesNo, false, 1},
        {u"price_list_days"_s, Unit::Days, false, 30},
        {u"queue_waiting"_s, Unit::Count, false, 50},
        {u"model_drift"_s, Unit::Count, false, 1, provider},
    };
    return all;
}

const AlertMeasure *alertMeasure(QStringView id)
{
    const QList<AlertMeasure> &all = alertMeasureFacts();
    const auto found = std::ranges::find_if(all, [id](const auto &one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

const QList<AlertRule> &readyMadeAlerts()
{
    // 14.4 times the allowed pace uses 2 % of a month's error budget in an hour (Site Reliability
    // Workbook, chapter 5).
    static const QList<AlertRule> all{
        made(u"budget-80"_s, u"Budget used to 80 %"_s, u"budget_used"_s, 80),
        made(u"budget-95"_s, u"Budget used to 95 %"_s, u"budget_used"_s, 95),
        made(u"budget-100"_s, u"Budget used up"_s, u"budget_used"_s, 100, 0ms, u"critical"_s),
        made(u"budget-forecast"_s, u"Forecast over budget"_s, u"budget_forecast"_s, 100, 10min),
        made(u"spend-spike"_s, u"Spend above three times the usual"_s, u"spend_spike"_s, 3),
        made(u"success-rate"_s, u"Success below the objective"_s, u"success_rate"_s, 99.5, 5min),
        made(u"burn-rate"_s, u"Errors use up the objective fast"_s, u"burn_rate"_s, 14.4, 2min,
             u"critical"_s),
        made(u"first-token"_s, u"First token slow"_s, u"first_token_p95"_s, 5000, 5min),
        made(u"provider-down"_s, u"Provider down"_s, u"provider_down"_s, 1, 10s, u"critical"_s),
        made(u"breaker-open"_s, u"Model passed over"_s, u"breaker_open"_s, 1, 1min),
        made(u"provider-key-refused"_s, u"Provider refuses a key"_s, u"provider_key_refused"_s, 1,
             0ms, u"critical"_s),
        made(u"key-refused"_s, u"Key refused again and again"_s, u"key_refused"_s, 20),
        made(u"unpriced"_s, u"Traffic without a price"_s, u"unpriced_requests"_s, 1),
        made(u"key-expires"_s, u"Key expires soon"_s, u"key_expires_days"_s, 7),
        made(u"certificate-expires"_s, u"Certificate expires soon"_s, u"certificate_days"_s, 14),
        made(u"disk-space"_s, u"Disk nearly full"_s, u"disk_free_percent"_s, 10, 1min,
             u"critical"_s),
        made(u"node-silent"_s, u"Gateway does not answer"_s, u"node_silent"_s, 1, 10s,
             u"critical"_s),
        made(u"audit-check"_s, u"Audit check failed"_s, u"audit_broken"_s, 1, 0ms, u"critical"_s),
        made(u"price-list"_s, u"Price list out of date"_s, u"price_list_days"_s, 30, 0ms,
             u"info"_s),
    };
    return all;
}

bool isReadyMadeAlert(QStringView id)
{
    return std::ranges::any_of(readyMadeAlerts(),
                               [id](const AlertRule &rule) { return rule.id == id; });
}

QList<AlertRule> alertsInForce(const Document &document)
{
    QList<AlertRule> rules = readyMadeAlerts();
    for (const AlertRule &own : document.alerts) {
        const auto same = std::ranges::find_if(
            rules, [&own](const AlertRule &rule) { return rule.id == own.id; });
        if (same == rules.end())
            rules.append(own);
        else
            *same = own;
    }
    return rules;
}

} // namespace Gatehouse::Api
