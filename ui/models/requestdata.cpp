// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/requestdata.h"

#include "ui/models/tracewords.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

MaybeNumber number(const QJsonValue &value)
{
    return value.isDouble() ? MaybeNumber(value.toDouble()) : std::nullopt;
}

MaybeMoney money(const QJsonValue &value)
{
    return value.isDouble() ? MaybeMoney(value.toInteger()) : std::nullopt;
}

QString joinedTags(const QJsonObject &tags)
{
    QStringList parts;
    for (auto tag = tags.constBegin(); tag != tags.constEnd(); ++tag)
        parts.append(u"%1=%2"_s.arg(tag.key(), tag.value().toString()));
    return parts.join(u", "_s);
}

RequestAttempt parseAttempt(const QJsonObject &object)
{
    const QString cause = object.value("cause"_L1).toString(); // more exact where there is one
    return {
        .provider = object.value("provider"_L1).toString(),
        .model = object.value("model"_L1).toString(),
        .key = object.value("key"_L1).toString(),
        .result = cause.isEmpty() ? object.value("result"_L1).toString() : cause,
        .status = object.value("status"_L1).toInt(),
        .startedMs = object.value("started_ms"_L1).toDouble(),
        .ms = number(object.value("ms"_L1)),
        .connectedMs = number(object.value("connected_ms"_L1)),
        .headMs = number(object.value("head_ms"_L1)),
        .firstTokenMs = number(object.value("first_token_ms"_L1)),
        .cost = money(object.value("cost_nano_usd"_L1)),
        .upstreamId = object.value("upstream_id"_L1).toString(),
        .detail = object.value("detail"_L1).toString(),
    };
}

RouteStep parseCandidate(const QJsonObject &object)
{
    return {.name = u"%1/%2"_s.arg(object.value("provider"_L1).toString(),
                                   object.value("model"_L1).toString()),
            .text = traceText(object.value("why"_L1).toString()),
            .ok = object.value("fit"_L1).toBool()};
}

RouteStep parseStep(const QJsonObject &object)
{
    return {.name = traceStep(object.value("name"_L1).toString()),
            .text =
                stepText(object.value("name"_L1).toString(), object.value("text"_L1).toString()),
            .ok = object.value("ok"_L1).toBool()};
}

CostLine parseCostLine(const QJsonObject &object)
{
    const MaybeNumber each = number(object.value("nano_per_unit"_L1));
    return {.label = object.value("label"_L1).toString(),
            .tokens = object.value("tokens"_L1).toInteger(),
            .units = number(object.value("units"_L1)),
            .perMillion = money(object.value("nano_per_mtok"_L1)),
            .perUnit = each ? MaybeMoney(std::llround(*each)) : std::nullopt,
            .cost = money(object.value("cost_nano_usd"_L1))};
}

RequestBudget parseBudget(const QJsonObject &object)
{
    return {.scope = object.value("scope"_L1).toString(),
            .name = object.value("name"_L1).toString(),
            .period = object.value("period"_L1).toString()};
}

template <typename T>
QList<T> parseList(const QJsonValue &value, T (*parse)(const QJsonObject &))
{
    QList<T> list;
    for (const QJsonValue &item : value.toArray())
        list.append(parse(item.toObject()));
    return list;
}

} // namespace

bool RequestRow::servedByFallback() const
{
    return attempts.size() > 1 && !provider.isEmpty() && attempts.constFirst().provider != provider;
}

RequestRow parseRequestRow(const QJsonObject &object)
{
    const QJsonObject error = object.value("error"_L1).toObject();
    return {
        .id = object.value("id"_L1).toString(),
        .time = QDateTime::fromString(object.value("time"_L1).toString(), Qt::ISODateWithMs),
        .status = object.value("status"_L1).toInt(),
        .outcome = object.value("outcome"_L1).toString(),
        .front = object.value("front"_L1).toString(),
        .route = object.value("route"_L1).toString(),
        .modelAsked = object.value("model_asked"_L1).toString(),
        .provider = object.value("provider"_L1).toString(),
        .model = object.value("model"_L1).toString(),
        .key = object.value("key"_L1).toString(),
        .keyName = object.value("key_name"_L1).toString(object.value("key"_L1).toString()),
        .team = object.value("team"_L1).toString(),
        .client = object.value("client"_L1).toString(),
        .tokensIn = object.value("tokens_in"_L1).toInteger(),
        .tokensCached = object.value("tokens_cached"_L1).toInteger(),
        .tokensOut = object.value("tokens_out"_L1).toInteger(),
        .tokensEstimated = object.value("tokens_estimated"_L1).toBool(),
        .cost = money(object.value("cost_nano_usd"_L1)),
        .firstTokenMs = number(object.value("first_token_ms"_L1)),
        .totalMs = number(object.value("total_ms"_L1)),
        .attempts = parseList(object.value("attempts"_L1), parseAttempt),
        .cache = object.value("cache"_L1).toString(),
        .streamed = object.value("streamed"_L1).toBool(),
        .tags = joinedTags(object.value("tags"_L1).toObject()),
        .errorCode = error.value("code"_L1).toString(),
        .errorDetail = error.value("detail"_L1).toString(),
    };
}

RequestDetails parseRequestDetails(const QJsonObject &object)
{
    const QJsonObject trace = object.value("trace"_L1).toObject();
    RequestDetails details;
    details.row = parseRequestRow(object);
    details.steps = parseList(trace.value("steps"_L1), parseStep);
    details.candidates = parseList(trace.value("candidates"_L1), parseCandidate);
    for (const QJsonValue &target : trace.value("plan"_L1).toArray())
        details.plan.append(target.toString());
    details.costLines = parseList(object.value("cost_lines"_L1), parseCostLine);
    details.multiplier = number(object.value("multiplier"_L1));
    details.listCost = money(object.value("list_cost_nano_usd"_L1));
    details.cacheSaved = object.value("cache_saved_nano_usd"_L1).toInteger();
    details.priceVersion = object.value("price_version"_L1).toString();
    if (object.contains("budgets"_L1))
        details.budgets = parseList(object.value("budgets"_L1), parseBudget);
    details.record = object;
    return details;
}

QString outcomeText(const QString &outcome)
{
    static const QHash<QString, const char *> texts{
        {u"answered"_s, QT_TRANSLATE_NOOP("Outcome", "Answered")},
        {u"ok"_s, QT_TRANSLATE_NOOP("Outcome", "Answered")},
        {u"wrong_credentials"_s, QT_TRANSLATE_NOOP("Outcome", "Wrong credentials")},
        {u"no_money"_s, QT_TRANSLATE_NOOP("Outcome", "Account without credit")},
        {u"rate_limited"_s, QT_TRANSLATE_NOOP("Outcome", "Rate limited")},
        {u"overloaded"_s, QT_TRANSLATE_NOOP("Outcome", "Overloaded")},
        {u"server_error"_s, QT_TRANSLATE_NOOP("Outcome", "Server error")},
        {u"connect_failed"_s, QT_TRANSLATE_NOOP("Outcome", "Connect failed")},
        {u"tls_failed"_s, QT_TRANSLATE_NOOP("Outcome", "TLS failed")},
        {u"timeout_first_token"_s, QT_TRANSLATE_NOOP("Outcome", "Timeout to first token")},
        {u"timeout_idle"_s, QT_TRANSLATE_NOOP("Outcome", "Timeout while idle")},
        {u"slow_stream"_s, QT_TRANSLATE_NOOP("Outcome", "Stream too slow")},
        {u"timeout_total"_s, QT_TRANSLATE_NOOP("Outcome", "Timeout in total")},
        {u"stream_broken"_s, QT_TRANSLATE_NOOP("Outcome", "Stream broken")},
        {u"bad_request"_s, QT_TRANSLATE_NOOP("Outcome", "Bad request")},
        {u"context_too_long"_s, QT_TRANSLATE_NOOP("Outcome", "Context too long")},
        {u"content_refused"_s, QT_TRANSLATE_NOOP("Outcome", "Content refused")},
        {u"model_not_found"_s, QT_TRANSLATE_NOOP("Outcome", "Model not found")},
        {u"region_not_allowed"_s, QT_TRANSLATE_NOOP("Outcome", "Region not allowed")},
        {u"limit_reached"_s, QT_TRANSLATE_NOOP("Outcome", "Limit reached")},
        {u"key_refused"_s, QT_TRANSLATE_NOOP("Outcome", "Key refused")},
        {u"cancelled"_s, QT_TRANSLATE_NOOP("Outcome", "Cancelled by the caller")},
        {u"interrupted"_s, QT_TRANSLATE_NOOP("Outcome", "Interrupted")},
    };
    const char *text = texts.value(outcome, nullptr);
    return text ? QCoreApplication::translate("Outcome", text) : outcome;
}

} // namespace Gatehouse::Ui
