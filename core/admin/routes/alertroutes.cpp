// SPDX-License-Identifier: GPL-3.0-or-later
//! Alerts as they stand, their past, their channels, and what people do about them. What is
//! watched is part of the configuration.
#include "core/admin/alertpreview.h"
#include "core/admin/routes/routes.h"
#include "core/alerts/alertdesk.h"
#include "core/api/documents/alertmeasures.h"
#include "core/api/documents/documentjson.h"
#include "core/api/documents/validation.h"
#include "core/api/documents/values.h"

#include <QtCore/QJsonDocument>

#include <limits>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

using Alerts::RuleReport;

constexpr std::chrono::hours longestSnooze{30 * 24};

QJsonValue numberOrNull(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonValue timeOrNull(const std::optional<WallTime> &time)
{
    return time ? QJsonValue(isoText(*time)) : QJsonValue();
}

QJsonObject ruleJson(const Services &services, const RuleReport &row)
{
    const auto &own = services.configuration.document().alerts;
    const bool isWritten = std::ranges::any_of(
        own, [&row](const Api::AlertRule &rule) { return rule.id == row.rule.id; });
    QJsonArray open;
    for (const Alerts::Alert &alert : row.open)
        open.append(Alerts::alertJson(alert));
    QJsonValue snooze;
    if (row.snooze)
        snooze = QJsonObject{{u"until"_s, isoText(row.snooze->until)}, {u"who"_s, row.snooze->who}};
    QJsonObject json = Api::alertRuleTable().write(row.rule, Api::Defaults::Written);
    json.insert(u"name"_s, row.rule.name.isEmpty() ? row.rule.id : row.rule.name);
    json.insert(u"threshold"_s, Alerts::AlertBook::threshold(row.rule));
    json.insert(u"ready_made"_s, Api::isReadyMadeAlert(row.rule.id));
    json.insert(u"written"_s, isWritten);
    json.insert(u"state"_s, Alerts::stateName(row.state));
    json.insert(u"since"_s, timeOrNull(row.since));
    json.insert(u"value"_s, numberOrNull(row.value));
    json.insert(u"value_of"_s, row.object);
    json.insert(u"open"_s, open);
    json.insert(u"snoozed"_s, snooze);
    return json;
}

void list(Services &services, const AdminRequest &, const Responder &responder)
{
    const Alerts::AlertBook &book = services.alerts->book();
    QJsonArray items;
    int firing = 0;
    for (const RuleReport &row : book.report()) {
        items.append(ruleJson(services, row));
        firing += row.open.empty() ? 0 : 1;
    }
    QJsonObject answer = listJson(items);
    answer.insert(u"firing"_s, firing);
    answer.insert(u"unseen"_s, book.unseen());
    answer.insert(u"time_zone"_s, QString::fromLatin1(services.timeZone().id()));
    responder.reply(answer);
}

void history(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Result<int> limit = request.number(u"limit"_s, 100, 1, 1000);
    const Result<int> before = request.number(u"cursor"_s, 0, 0, std::numeric_limits<int>::max());
    if (!limit || !before) {
        responder.fail(limit ? before.error() : limit.error());
        return;
    }
    const auto alerts = services.alerts->store().history(*limit, *before);
    if (!alerts) {
        responder.fail(alerts.error());
        return;
    }
    QJsonArray items;
    for (const Alerts::Alert &alert : *alerts)
        items.append(Alerts::alertJson(alert));
    const bool more = static_cast<int>(alerts->size()) == *limit;
    QJsonObject answer = listJson(items, more ? QString::number(alerts->back().id) : QString());
    answer.insert(u"time_zone"_s, QString::fromLatin1(services.timeZone().id()));
    responder.reply(answer);
}

QJsonObject deliveryJson(const Alerts::Delivery &delivery)
{
    const QJsonObject message = QJsonDocument::fromJson(delivery.body).object();
    return {{u"id"_s, QString::number(delivery.id)},
            {u"type"_s, message.value("type"_L1)},
            {u"gateway"_s, message.value("gateway"_L1)},
            {u"alerts"_s, message.value("alerts"_L1).toArray()},
            {u"channel"_s, delivery.channel},
            {u"time"_s, isoText(delivery.time)},
            {u"summary"_s, delivery.summary},
            {u"state"_s, Alerts::stateName(delivery.state)},
            {u"attempts"_s, delivery.attempts},
            {u"detail"_s, delivery.detail},
            {u"ended"_s, timeOrNull(delivery.ended)}};
}

void deliveries(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Result<int> limit = request.number(u"limit"_s, 100, 1, 1000);
    if (!limit) {
        responder.fail(limit.error());
        return;
    }
    const auto rows = services.alerts->store().deliveries(request.parameter(u"channel"_s), *limit);
    if (!rows) {
        responder.fail(rows.error());
        return;
    }
    QJsonArray items;
    for (const Alerts::Delivery &row : *rows)
        items.append(deliveryJson(row));
    responder.reply(listJson(items));
}

//! \a channel with how its last message fared.
QJsonObject channelJson(const Services &services, const Api::AlertChannel &channel)
{
    QJsonObject json = Api::alertChannelTable().write(channel, Api::Defaults::Written);
    const auto last = services.alerts->store().deliveries(channel.id, 1);
    const bool hasLast = last && !last->empty();
    json.insert(u"last"_s, hasLast ? QJsonValue(deliveryJson(last->front())) : QJsonValue());
    return json;
}

void channels(Services &services, const AdminRequest &, const Responder &responder)
{
    Api::AlertChannel desktop;
    desktop.id = Alerts::AlertDesk::desktop;
    desktop.kind = desktop.id;
    QJsonArray items{channelJson(services, desktop)};
    for (const Api::AlertChannel &channel : services.alerts->channels())
        items.append(channelJson(services, channel));
    QJsonObject answer = listJson(items);
    answer.insert(u"time_zone"_s, QString::fromLatin1(services.timeZone().id()));
    responder.reply(answer);
}

void test(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QString id = request.path.value(2);
    const auto sent =
        services.alerts->test(id, request.who, [id, responder](const Alerts::Outcome &outcome) {
            responder.reply({{u"channel"_s, id},
                             {u"delivered"_s, outcome.delivered},
                             {u"detail"_s, outcome.detail}});
        });
    if (!sent) {
        responder.fail(sent.error());
        return;
    }
    audit(services, request, u"alert.test"_s, u"channels."_s + id);
}

void acknowledge(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Result<int> count = services.alerts->book().acknowledge(request.id(), request.who);
    if (!count) {
        responder.fail(count.error());
        return;
    }
    audit(services, request, u"alert.acknowledge"_s, u"alerts."_s + request.id());
    responder.reply({{u"id"_s, request.id()}, {u"acknowledged"_s, *count}});
}

void snooze(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QString text = request.body.value("for"_L1).toString();
    const auto time = Api::parseDuration(text);
    if (!time || time->count() <= 0 || *time > longestSnooze) {
        responder.fail(Error{ErrorCode::InvalidArgument,
                             u"\"%1\" is no time to be quiet for; write it as 1h, 30m or 7d, at "
                             "most 30d"_s.arg(text.left(40)),
                             u"for"_s});
        return;
    }
    const WallTime until = services.clock.wall() + *time;
    const Result<QString> rule = services.alerts->book().snooze(request.id(), until, request.who);
    if (!rule) {
        responder.fail(rule.error());
        return;
    }
    audit(services, request, u"alert.snooze"_s, u"alerts."_s + *rule, isoText(until));
    responder.reply({{u"id"_s, *rule}, {u"until"_s, isoText(until)}});
}

void endSnooze(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QHash<QString, Alerts::Snooze> before = services.alerts->book().snoozes();
    const Result<QString> rule = services.alerts->book().endSnooze(request.id());
    if (!rule) {
        responder.fail(rule.error());
        return;
    }
    audit(services, request, u"alert.snooze_end"_s, u"alerts."_s + *rule, {},
          before.contains(*rule) ? isoText(before.value(*rule).until) : QString());
    responder.reply({{u"id"_s, *rule}});
}

//! What only the engine's memory and gatehouse.db know of the past of \a rule.
QJsonObject pastOf(const Services &services, const Api::AlertRule &rule, WallTime from)
{
    if (rule.measure == "breaker_open"_L1) {
        const auto read = services.reliability.breakerChanges(from, services.clock.wall());
        const auto changes = read ? *read : std::vector<Ledger::BreakerChange>();
        const auto scope = Api::parseScope(rule.scope);
        qint64 opened = 0;
        for (const Ledger::BreakerChange &change : changes) {
            const bool isMeant =
                scope->kind == Api::Scope::Kind::Gateway || scope->name == change.provider;
            opened += isMeant && change.state == "open"_L1 && change.time >= from;
        }
        return {{u"basis"_s, u"breakers"_s}, {u"fired"_s, opened}};
    }
    const Result<qint64> fired = services.alerts->store().count(rule.measure, from);
    return {{u"basis"_s, u"history"_s}, {u"fired"_s, fired ? QJsonValue(*fired) : QJsonValue()}};
}

//! The sentence that people would get now.
QString sampleText(const Api::AlertRule &rule, const QJsonValue &value, const QString &name,
                   const QString &detail)
{
    Alerts::Notice notice;
    notice.alert.ruleName = rule.name.isEmpty() ? rule.id : rule.name;
    notice.alert.measure = rule.measure;
    notice.alert.name = name;
    notice.alert.detail = detail;
    notice.alert.value = value.toDouble(Alerts::AlertBook::threshold(rule));
    return Alerts::noticeText(notice);
}

void answerPreview(Services &services, const Responder &responder, const Api::AlertRule &rule,
                   const QJsonObject &books)
{
    const WallTime from = services.clock.wall() - std::chrono::days(AlertPreviewQuestion::days);
    const auto present = services.alerts->present(rule);
    QJsonValue value = books.value("value"_L1);
    QString detail = books.value("detail"_L1).toString();
    if (present) { // what the alert itself would see
        value = *present->value;
        detail = present->detail;
    }
    QJsonObject answer = books.isEmpty() ? pastOf(services, rule, from) : QJsonObject();
    if (!books.isEmpty()) {
        const QJsonArray times = books.value("times"_L1).toArray();
        answer = {
            {u"basis"_s, books.value("basis"_L1)}, {u"fired"_s, times.size()}, {u"times"_s, times}};
    }
    const QString name = present ? present->name : QString();
    answer.insert(u"days"_s, AlertPreviewQuestion::days);
    answer.insert(u"value"_s, value.isDouble() ? value : QJsonValue());
    answer.insert(u"value_of"_s, name);
    answer.insert(u"detail"_s, detail);
    answer.insert(u"text"_s, sampleText(rule, value, name, detail));
    answer.insert(u"fires_now"_s,
                  value.isDouble() && Alerts::AlertBook::isBeyond(rule, value.toDouble()));
    responder.reply(answer);
}

void preview(Services &services, const AdminRequest &request, const Responder &responder)
{
    Api::Findings findings;
    const Api::AlertRule rule = Api::alertRuleTable().read(request.body, {}, findings);
    if (!Api::hasErrors(findings))
        findings += Api::validate(rule);
    if (Api::hasErrors(findings)) {
        responder.fail(findings);
        return;
    }
    const auto scope = Api::parseScope(rule.scope);
    QHash<QString, QStringList> keysOf;
    for (const Access::KeyEntry &key : services.keyTable()->entries()) {
        if (!key.owner.isEmpty())
            keysOf[QString::fromUtf8(key.owner)].append(QString::fromUtf8(key.id));
    }
    const AlertPreviewQuestion question{
        .rule = rule,
        .now = services.clock.wall(),
        .objective = services.alerts->objective(*scope),
        .budgets = services.budgets.report(),
        .zone = services.timeZone(),
        .weekStart = services.configuration.document().gateway.firstDayOfWeek(),
        .keysOf = keysOf};
    services.queries.ask(
        [question](Ledger::LedgerReader &reader) -> Result<QJsonObject> {
            const auto told = previewAlert(reader, question);
            return told ? Result<QJsonObject>(told->value_or(QJsonObject())) : told.error();
        },
        [&services, responder, rule](const Result<QJsonObject> &books) {
            if (books)
                answerPreview(services, responder, rule, *books);
            else
                responder.fail(books.error());
        });
}

} // namespace

void addAlertRoutes(Router &router, Services &services)
{
    const auto bind = [&services](auto function) {
        return [&services, function](const AdminRequest &request, const Responder &responder) {
            if (services.alerts)
                function(services, request, responder);
            else
                responder.fail(Error{ErrorCode::Unavailable, u"alerts are not running"_s});
        };
    };
    router.add("GET", u"/alerts"_s, bind(list));
    router.add("GET", u"/alerts/history"_s, bind(history));
    router.add("GET", u"/alerts/channels"_s, bind(channels));
    router.add("GET", u"/alerts/deliveries"_s, bind(deliveries));
    router.add("POST", u"/alerts/preview"_s, bind(preview));
    router.add("POST", u"/alerts/channels/{id}/test"_s, bind(test));
    router.add("POST", u"/alerts/{id}/acknowledge"_s, bind(acknowledge));
    router.add("POST", u"/alerts/{id}/snooze"_s, bind(snooze));
    router.add("DELETE", u"/alerts/{id}/snooze"_s, bind(endSnooze));
}

} // namespace Gatehouse::Admin
