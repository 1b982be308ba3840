// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/addresses.h"
#include "core/api/documents/alertmeasures.h"
#include "core/api/documents/documentjson.h"
#include "core/api/documents/report.h"
#include "core/api/documents/scope.h"
#include "core/api/documents/timewindow.h"
#include "core/api/documents/validation.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtCore/QUrl>

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

void checkDate(const QString &text, const QString &key, Report &report)
{
    if (!text.isEmpty() && !QDate::fromString(text, Qt::ISODate).isValid())
        report.error(key, u"\"%1\" is not a day; write it as 2027-01-31"_s.arg(text.left(40)));
}

void checkRule(const RouteRule &rule, const QString &path, Findings &findings)
{
    routeRuleTable().check(rule, path, findings);
    Report report(path, findings);
    const int actions =
        int(!rule.deny.isEmpty()) + int(!rule.route.isEmpty()) + int(!rule.targets.isEmpty());
    if (actions != 1)
        report.error({}, u"must have exactly one of deny, route and targets"_s);
    for (qsizetype i = 0; i < rule.when.time.size(); ++i) {
        if (!parseTimeWindow(rule.when.time[i]))
            report.error(joinPath(u"when"_s, item(u"time"_s, i)),
                         u"\"%1\" is no time; write it as \"mon-fri 08:00-18:00\""_s.arg(
                             rule.when.time[i].left(60)));
    }
    report.problem(joinPath(u"when"_s, u"tags"_s), tagsProblem(rule.when.tags));
}

//! "temperature": 0.2, {"cap": 1000} or {"remove": true}.
void checkSet(const QJsonObject &set, Report &report)
{
    static const QStringList reserved{u"model"_s, u"messages"_s, u"input"_s, u"stream"_s};
    for (auto it = set.begin(); it != set.end(); ++it) {
        const QString key = joinPath(u"set"_s, it.key());
        if (reserved.contains(it.key())) {
            report.error(key, u"cannot be set; it is the request itself"_s);
            continue;
        }
        const QJsonObject rule = it.value().toObject();
        const bool isCap = rule.size() == 1 && rule.value(u"cap"_s).isDouble();
        const bool isRemoval = rule.size() == 1 && rule.value(u"remove"_s).toBool();
        if (it.value().isObject() && !isCap && !isRemoval)
            report.error(key, u"must be a value, {cap: number} or {remove: true}"_s);
    }
}

//! A program and its arguments, which no shell reads.
void checkCommand(const QStringList &command, const QString &key, Report &report)
{
    static const QStringList shellWords{u"&&"_s, u"||"_s, u"|"_s, u";"_s, u">"_s, u">>"_s};
    if (command.isEmpty())
        return;
    if (command.first().trimmed().isEmpty())
        report.error(key, u"names no program; write its path first, then its arguments"_s);
    for (const QString &argument : command) {
        if (argument.contains(QChar(u'\0')))
            report.error(key, u"has an argument with a null character"_s);
        if (shellWords.contains(argument))
            report.warning(
                key,
                u"hands \"%1\" to the program; there is no shell, so write a script for more than "
                "one command"_s.arg(argument));
    }
}

void checkScope(const QString &text, bool spends, Report &report)
{
    const auto scope = parseScope(text);
    using Kind = Scope::Kind;
    const bool fits = scope && scope->kind != Kind::Budget
        && (spends || (scope->kind != Kind::Person && scope->kind != Kind::Tag));
    if (!text.isEmpty() && !fits)
        report.error(u"scope"_s,
                     u"\"%1\" is no scope; write gateway, team:ID, key:ID, route:ID or "
                     "provider:ID%2"_s.arg(
                         text.left(80), spends ? u", person:NAME or tag:NAME=VALUE"_s : QString()));
}

} // namespace

void checkPolicies(const Provider &provider, Report &report)
{
    const EnginePower &power = provider.power;
    checkCommand(power.wake, u"power.wake"_s, report);
    checkCommand(power.sleep, u"power.sleep"_s, report);
    if (power.idleTime.count() > 0 && power.sleep.isEmpty())
        report.warning(u"power.idle_time"_s,
                       u"does nothing without power.sleep, the command that stops the engine"_s);
    if (power.idleTime.count() == 0 && !power.sleep.isEmpty())
        report.warning(u"power.sleep"_s,
                       u"is never run: write power.idle_time, how long without requests"_s);
    if (provider.probe.mode == "token"_L1 && provider.probe.model.isEmpty()
        && provider.models.isEmpty())
        report.warning(u"probe.model"_s,
                       u"is missing, so the provider's models are listed instead"_s);
}

void checkPolicies(const Route &route, const QString &path, Findings &findings)
{
    Report report(path, findings);
    for (qsizetype i = 0; i < route.rules.size(); ++i)
        checkRule(route.rules[i], joinPath(path, item(u"rules"_s, i)), findings);
    if (route.retire)
        checkDate(route.retire->date, u"retire.date"_s, report);
    if (route.shadow && !route.shadow->dailyLimit)
        report.warning(u"shadow"_s,
                       u"has no daily limit; write daily_limit_usd unless its copies are free"_s);
    checkSet(route.set, report);
}

Findings validate(const Limit &limit, const QString &path)
{
    Findings findings;
    limitTable().check(limit, path, findings);
    Report report(path, findings);
    checkScope(limit.scope, false, report);
    if (!limit.rpm && !limit.tpm && !limit.maxInFlight)
        report.error({}, u"limits nothing; give rpm, tpm or max_in_flight"_s);
    return findings;
}

Findings validate(const Budget &budget, const QString &path)
{
    static const QStringList periods{u"day"_s, u"week"_s, u"month"_s, u"quarter"_s, u"year"_s};
    Findings findings;
    budgetTable().check(budget, path, findings);
    Report report(path, findings);
    checkId(budget.id, u"id"_s, report);
    checkScope(budget.scope, true, report);
    if (!budget.limit)
        report.error(u"limit_usd"_s, u"is missing; write what may be spent in a period"_s);
    if (!budget.period.isEmpty() && !periods.contains(budget.period)
        && !parseIsoDuration(budget.period))
        report.error(u"period"_s,
                     u"\"%1\" is no period; use day, week, month, quarter, year or a rolling one "
                     "such as \"P30D\" or \"PT5H\""_s.arg(budget.period.left(40)));
    const bool redirects = budget.action.startsWith("redirect:"_L1) && budget.action.size() > 9;
    if (budget.action != "block"_L1 && budget.action != "warn"_L1 && !redirects)
        report.error(u"action"_s,
                     u"\"%1\" is not known; use block, warn or redirect:ROUTE"_s.arg(
                         budget.action.left(40)));
    return findings;
}

namespace {

void checkContractTiers(const Contract &contract, const QString &path, Report &report,
                        Findings &findings)
{
    QSet<qint64> seen;
    for (qsizetype i = 0; i < contract.tiers.size(); ++i) {
        const ContractTier &tier = contract.tiers[i];
        const QString at = u"tiers[%1]"_s.arg(i);
        contractTierTable().check(tier, joinPath(path, at), findings);
        if (!tier.above)
            report.error(at + u".above_usd"_s, u"is missing; say from which volume on it holds"_s);
        else if (seen.contains(*tier.above))
            report.error(at + u".above_usd"_s, u"has a discount already; keep one"_s);
        seen.insert(tier.above.value_or(-1));
    }
}

void checkContractPrices(const Contract &contract, const QString &path, Report &report,
                         Findings &findings)
{
    QSet<QString> seen;
    for (qsizetype i = 0; i < contract.prices.size(); ++i) {
        const ContractPrice &price = contract.prices[i];
        const QString at = u"prices[%1]"_s.arg(i);
        contractPriceTable().check(price, joinPath(path, at), findings);
        if (!price.input && !price.output)
            report.error(at, u"gives no price; give input_usd_per_mtok or output_usd_per_mtok"_s);
        const QString what = price.model + u' ' + QString::number(price.above.value_or(0));
        if (seen.contains(what))
            report.error(at, u"prices \"%1\" a second time; keep one"_s.arg(price.model));
        seen.insert(what);
    }
}

} // namespace

Findings validate(const Contract &contract, const QString &path)
{
    Findings findings;
    contractTable().check(contract, path, findings);
    Report report(path, findings);
    checkId(contract.id, u"id"_s, report);
    checkDate(contract.from, u"from"_s, report);
    checkDate(contract.until, u"until"_s, report);
    if (!contract.amount)
        report.error(u"amount_usd"_s, u"is missing; write what is to be used up"_s);
    const QDate from = QDate::fromString(contract.from, Qt::ISODate);
    const QDate until = QDate::fromString(contract.until, Qt::ISODate);
    if (from.isValid() && until.isValid() && until < from)
        report.error(u"until"_s, u"is before the first day"_s);
    checkContractTiers(contract, path, report, findings);
    checkContractPrices(contract, path, report, findings);
    return findings;
}

namespace {

//! Whether \a scope is one that \a measure can be asked for.
bool suits(const AlertMeasure &measure, const Scope &scope)
{
    return scope.kind == Scope::Kind::Gateway || measure.scopes.contains(scope.kind);
}

void checkBounds(const AlertRule &rule, const AlertMeasure *measure, Report &report)
{
    const bool mayBeLeftOut = measure && measure->unit == AlertMeasure::Unit::YesNo;
    if (rule.above && rule.below) {
        report.error({}, u"needs exactly one of above and below"_s);
        return;
    }
    if (!rule.above && !rule.below) {
        if (!mayBeLeftOut)
            report.error({}, u"needs exactly one of above and below"_s);
        return;
    }
    if (rule.recover && rule.above && *rule.recover > *rule.above)
        report.error(u"recover"_s, u"must not lie over the value at which the alert fires"_s);
    if (rule.recover && rule.below && *rule.recover < *rule.below)
        report.error(u"recover"_s, u"must not lie under the value at which the alert fires"_s);
}

//! Where messages go is fixed by the channel's kind.
void checkAddress(const AlertChannel &channel, Report &report)
{
    const QUrl url(channel.url, QUrl::StrictMode);
    const bool isMail = channel.kind == "email"_L1;
    const bool mayBeSecret = channel.kind == "chat"_L1 && !channel.secret.isEmpty();
    const QStringList schemes =
        isMail ? QStringList{u"smtp"_s, u"smtps"_s} : QStringList{u"https"_s, u"http"_s};
    if (channel.url.isEmpty() && mayBeSecret)
        return;
    if (channel.url.isEmpty())
        report.error(u"url"_s,
                     channel.kind == "chat"_L1
                         ? u"is missing; write the address, or where it is kept as a secret"_s
                         : u"is missing; write where the messages go"_s);
    else if (!schemes.contains(url.scheme()))
        report.error(u"url"_s, u"must begin with %1://"_s.arg(schemes.join(u":// or "_s)));
    else if (url.host().isEmpty())
        report.error(u"url"_s,
                     u"names no host; write it as \"%1://host.example.com\""_s.arg(url.scheme()));
    else if (!url.userInfo().isEmpty())
        report.error(u"url"_s, u"must not carry a name or password; use user and secret"_s);
    else if (hostKind(url.host()) == AddressKind::Forbidden)
        report.error(u"url"_s, u"names an address that messages are never sent to"_s);
    else if (url.scheme() == "http"_L1 && hostKind(url.host()) == AddressKind::Public)
        report.warning(u"url"_s, u"is not encrypted; use https:// unless the network is yours"_s);
}

void checkMail(const AlertChannel &channel, Report &report)
{
    if (channel.from.isEmpty() || channel.to.isEmpty())
        report.error(channel.from.isEmpty() ? u"from"_s : u"to"_s, u"is missing for a mail"_s);
    const auto isAddress = [](const QString &text) {
        static const QRegularExpression form(u"^[^\\s<>@,;\"]+@[^\\s<>@,;\"]+$"_s);
        return form.match(text).hasMatch();
    };
    if (!channel.from.isEmpty() && !isAddress(channel.from))
        report.error(u"from"_s,
                     u"\"%1\" is no mail address; write it as name@example.com"_s.arg(
                         channel.from.left(80)));
    for (qsizetype i = 0; i < channel.to.size(); ++i) {
        if (!isAddress(channel.to[i]))
            report.error(item(u"to"_s, i),
                         u"\"%1\" is no mail address; write it as name@example.com"_s.arg(
                             channel.to[i].left(80)));
    }
    if (channel.user.isEmpty() != channel.secret.isEmpty())
        report.error(channel.user.isEmpty() ? u"user"_s : u"secret"_s,
                     u"is missing; a mail server asks for a name and a password together"_s);
}

} // namespace

Findings validate(const AlertRule &rule, const QString &path)
{
    Findings findings;
    alertRuleTable().check(rule, path, findings);
    Report report(path, findings);
    checkId(rule.id, u"id"_s, report);
    const AlertMeasure *measure = alertMeasure(rule.measure);
    const auto scope = parseScope(rule.scope);
    if (!scope)
        report.error(u"scope"_s,
                     u"\"%1\" is no scope; write gateway, team:ID, key:ID, route:ID, provider:ID "
                     "or budget:ID"_s.arg(rule.scope.left(80)));
    else if (measure && !suits(*measure, *scope))
        report.error(u"scope"_s,
                     u"%1 cannot be measured for %2; use %3"_s.arg(
                         rule.measure, rule.scope.left(80), measure->scopeWords()));
    checkBounds(rule, measure, report);
    if (!rule.quiet.isEmpty() && !parseTimeWindow(rule.quiet))
        report.error(u"quiet"_s,
                     u"\"%1\" is no time; write it as \"22:00-07:00\""_s.arg(rule.quiet.left(60)));
    if (rule.repeat.count() > 0 && rule.repeat < std::chrono::minutes(1))
        report.error(u"repeat"_s, u"must be 0 (once) or at least 1m"_s);
    if (rule.channels.isEmpty() && !rule.disabled)
        report.warning(u"channels"_s, u"is empty, so nobody is told"_s);
    return findings;
}

Findings validate(const AlertChannel &channel, const QString &path)
{
    Findings findings;
    alertChannelTable().check(channel, path, findings);
    Report report(path, findings);
    checkId(channel.id, u"id"_s, report);
    checkAddress(channel, report);
    if (channel.kind == "email"_L1)
        checkMail(channel, report);
    if (channel.kind == "webhook"_L1 && channel.secret.isEmpty())
        report.warning(u"secret"_s,
                       u"is empty, so the receiver cannot tell our messages from others'"_s);
    if (!channel.secret.isEmpty())
        report.problem(u"secret"_s, secretReferenceProblem(channel.secret));
    return findings;
}

} // namespace Gatehouse::Api
