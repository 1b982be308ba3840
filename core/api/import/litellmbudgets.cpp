// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/import/litellmbudgets.h"

#include "core/api/import/litellmmodel.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QTimeZone>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

constexpr double mostDollars = 1e6;

//! "30d" is "month", "12h" is "PT12H"; nothing for what is no duration. What lasts a day, a week or
//! a month begins at midnight, on Mondays and on the first at LiteLLM too (docs.litellm.ai, "Budget
//! Reset Times and Timezones").
std::optional<QString> budgetPeriod(const QString &text)
{
    static const QHash<QString, QString> ofCalendar{{u"24h"_s, u"day"_s},   {u"1d"_s, u"day"_s},
                                                    {u"7d"_s, u"week"_s},   {u"1w"_s, u"week"_s},
                                                    {u"30d"_s, u"month"_s}, {u"1mo"_s, u"month"_s}};
    if (const auto known = ofCalendar.constFind(text); known != ofCalendar.constEnd())
        return *known;
    static const QRegularExpression form(u"^(\\d{1,4})(s|m|h|d|w|mo)$"_s);
    const QRegularExpressionMatch match = form.match(text);
    const int number = match.captured(1).toInt();
    if (!match.hasMatch() || number == 0)
        return std::nullopt;
    const QString unit = match.captured(2);
    if (unit == "mo"_L1)
        return u"P%1D"_s.arg(30 * number);
    if (unit == "w"_L1)
        return u"P%1D"_s.arg(7 * number);
    return unit == "d"_L1 ? u"P%1D"_s.arg(number) : u"PT%1%2"_s.arg(number).arg(unit.toUpper());
}

bool hasBudget(const Document &document, const Budget &budget)
{
    return std::any_of(document.budgets.begin(), document.budgets.end(), [&](const Budget &other) {
        return other.scope == budget.scope && other.period == budget.period;
    });
}

} // namespace

ForeignBudget takeBudget(ImportSource &source, const QString &amountKey, const QString &durationKey)
{
    const std::optional<double> dollars = source.number(amountKey);
    return {.dollars = dollars,
            .duration = source.text(durationKey),
            .path = source.path(dollars ? amountKey : durationKey)};
}

void importBudget(const ForeignBudget &foreign, const QString &scope, ImportReport &report)
{
    if (!foreign.dollars) {
        if (!foreign.duration.isEmpty())
            report.leftOut(foreign.path,
                           u"A duration is given, but no amount, so nothing is limited."_s);
        return;
    }
    const qint64 limit = std::llround(std::min(*foreign.dollars, mostDollars) * 1e9);
    if (limit == 0 || *foreign.dollars > mostDollars) {
        report.leftOut(foreign.path,
                       limit == 0 ? u"A budget of nothing: pause what must not be used."_s
                                  : u"It is more than a budget may be here, a million dollars."_s);
        return;
    }
    const std::optional<QString> period = budgetPeriod(foreign.duration);
    Budget budget;
    budget.scope = scope;
    budget.limit = limit;
    budget.period = period.value_or(u"month"_s);
    if (hasBudget(report.document, budget)) {
        report.leftOut(
            foreign.path,
            u"There is a budget of %1 for the same time (%2) already."_s.arg(scope, budget.period));
        return;
    }
    report.document.budgets.append(budget);
    const QString text = u"A budget of %1, for %2."_s.arg(scope, budget.period);
    if (!period)
        report.changed(foreign.path,
                       text + u" Its duration is not given or not known; it is a month here."_s);
    else if (period->startsWith(u'P'))
        report.changed(foreign.path, text + u" It rolls here and is not reset at midnight."_s);
    else
        report.mapped(foreign.path, text);
}

namespace {

void addProviderBudgets(ImportSource &router, const QList<LiteLlmModel> &models,
                        ImportReport &report)
{
    const QString key = u"provider_budget_config"_s;
    const QJsonObject budgets = objectOf(router, key, report);
    for (auto it = budgets.begin(); it != budgets.end(); ++it) {
        ImportSource source(*it, u"%1.%2"_s.arg(router.path(key), it.key()), report);
        QStringList providers;
        for (const LiteLlmModel &model : models) {
            if (model.kind == it.key())
                providers.append(model.provider);
        }
        providers.removeDuplicates();
        const bool isNew = source.has(u"budget_limit"_s);
        const ForeignBudget budget = takeBudget(source, isNew ? u"budget_limit"_s : u"max_budget"_s,
                                                isNew ? u"time_period"_s : u"budget_duration"_s);
        if (providers.size() == 1)
            importBudget(budget, u"provider:"_s + providers.first(), report);
        else if (providers.isEmpty())
            report.leftOut(source.path({}), u"No model of this file is of that provider."_s);
        else
            report.leftOut(source.path({}),
                           u"These providers would share it, which budgets do not do here: %1. "
                           "Give each of them one."_s.arg(providers.join(u", "_s)));
        source.leaveOutRest();
    }
}

//! Where budgets of days, weeks and months begin: LiteLLM's do in UTC.
void setTimeZone(ImportSource &settings, ImportReport &report)
{
    const QString path = settings.path(u"timezone"_s);
    const QString zone = settings.text(u"timezone"_s);
    QString &own = report.document.gateway.reportingTimeZone;
    if (!zone.isEmpty() && QTimeZone::isTimeZoneIdAvailable(zone.toUtf8())) {
        own = zone;
        report.mapped(path, u"It is the zone of reports too."_s);
        return;
    }
    if (!zone.isEmpty())
        report.leftOut(path, u"\"%1\" is no known time zone."_s.arg(zone));
    if (report.document.budgets.isEmpty())
        return;
    own = u"UTC"_s;
    report.changed(path,
                   u"Budgets begin in UTC, as they did; write another "
                   "gateway.reporting_time_zone if they are to begin elsewhere."_s);
}

} // namespace

void importBudgets(ImportSource &router, ImportSource &settings, const QList<LiteLlmModel> &models,
                   ImportReport &report)
{
    importBudget(takeBudget(settings, u"max_budget"_s, u"budget_duration"_s), u"gateway"_s, report);
    addProviderBudgets(router, models, report);
    setTimeZone(settings, report);
}

} // namespace Gatehouse::Api
