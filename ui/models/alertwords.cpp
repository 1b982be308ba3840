// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alertwords.h"

#include "core/api/documents/scope.h"
#include "ui/widgets/format.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

struct AlertWords {
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Ui::AlertWords)
};

using Unit = Api::AlertMeasure::Unit;

const QHash<QString, const char *> &measureNames()
{
    static const QHash<QString, const char *> all{
        {u"budget_used"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Budget used")},
        {u"budget_forecast"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Forecast of a budget")},
        {u"spend"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Spend of the last hour")},
        {u"spend_spike"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Spend of the last hour against usual")},
        {u"success_rate"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Success rate of the last hour")},
        {u"burn_rate"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Errors against the objective")},
        {u"first_token_p95"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "First token, 95th percentile")},
        {u"provider_down"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "A provider is down")},
        {u"breaker_open"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "A model is passed over")},
        {u"provider_key_refused"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "A provider refuses a key")},
        {u"key_refused"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Refusals of a key in an hour")},
        {u"unpriced_requests"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Requests without a price in an hour")},
        {u"key_expires_days"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Days until a key expires")},
        {u"certificate_days"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Days until the certificate expires")},
        {u"disk_free_percent"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Free space on the disk")},
        {u"node_silent"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "A thread of the gateway is silent")},
        {u"audit_broken"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "The audit check failed")},
        {u"price_list_days"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Age of the price list")},
        {u"queue_waiting"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Requests waiting")},
        {u"model_drift"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Answers by another model in an hour")},
    };
    return all;
}

const QHash<QString, const char *> &madeNames()
{
    static const QHash<QString, const char *> all{
        {u"budget-80"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Budget used to 80 %")},
        {u"budget-95"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Budget used to 95 %")},
        {u"budget-100"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Budget used up")},
        {u"budget-forecast"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Forecast over budget")},
        {u"spend-spike"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Spend above three times the usual")},
        {u"success-rate"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Success below the objective")},
        {u"burn-rate"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Errors use up the objective fast")},
        {u"first-token"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "First token slow")},
        {u"provider-down"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Provider down")},
        {u"breaker-open"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Model passed over")},
        {u"provider-key-refused"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Provider refuses a key")},
        {u"key-refused"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Key refused again and again")},
        {u"unpriced"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Traffic without a price")},
        {u"key-expires"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Key expires soon")},
        {u"certificate-expires"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Certificate expires soon")},
        {u"disk-space"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Disk nearly full")},
        {u"node-silent"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Gateway does not answer")},
        {u"audit-check"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Audit check failed")},
        {u"price-list"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::AlertWords", "Price list out of date")},
    };
    return all;
}

template <typename Item>
QString nameIn(const QList<Item> &all, const QString &id)
{
    const auto found = std::ranges::find(all, id, &Item::id);
    return found == all.cend() || found->name.isEmpty() ? id : found->name;
}

QString nameOfMade(const QString &id)
{
    for (const Api::AlertRule &rule : Api::readyMadeAlerts()) {
        if (rule.id == id)
            return rule.name;
    }
    return {};
}

} // namespace

QString measureName(const QString &measure)
{
    const char *name = measureNames().value(measure);
    return name ? AlertWords::tr(name) : measure;
}

QString alertName(const QString &id, const QString &name)
{
    const char *made = madeNames().value(id);
    if (made && (name.isEmpty() || name == nameOfMade(id)))
        return AlertWords::tr(made);
    return name.isEmpty() ? id : name;
}

QString alertValue(const QString &measure, double value)
{
    const Api::AlertMeasure *facts = Api::alertMeasure(measure);
    const Unit unit = facts ? facts->unit : Unit::Count;
    switch (unit) {
    case Unit::Percent:
        return Format::percent(value / 100, std::abs(value - std::round(value)) < 0.05 ? 0 : 1);
    case Unit::Dollars:
        return Format::money(qRound64(value * 1e9));
    case Unit::Times:
        return AlertWords::tr("%1 times").arg(QLocale().toString(value, 'f', value < 10 ? 1 : 0));
    case Unit::Milliseconds:
        return Format::duration(value);
    case Unit::Count:
        return Format::count(qRound64(value));
    case Unit::Days:
        return AlertWords::tr("%n days", nullptr, static_cast<int>(std::floor(value)));
    case Unit::YesNo:
        break;
    }
    return value >= 1 ? AlertWords::tr("yes") : AlertWords::tr("no");
}

QString unitText(const QString &measure)
{
    const Api::AlertMeasure *facts = Api::alertMeasure(measure);
    switch (facts ? facts->unit : Unit::Count) {
    case Unit::Percent:
        return u"%"_s;
    case Unit::Dollars:
        return u"$"_s;
    case Unit::Times:
        return AlertWords::tr("times");
    case Unit::Milliseconds:
        return u"ms"_s;
    case Unit::Days:
        return AlertWords::tr("days");
    case Unit::Count:
    case Unit::YesNo:
        break;
    }
    return {};
}

QString conditionText(const Api::AlertRule &rule)
{
    const Api::AlertMeasure *facts = Api::alertMeasure(rule.measure);
    QString text = measureName(rule.measure);
    if (!facts || facts->unit != Unit::YesNo) {
        const QString limit = alertValue(rule.measure, rule.below ? *rule.below : *rule.above);
        text = rule.below ? AlertWords::tr("%1 falls to %2").arg(text, limit)
                          : AlertWords::tr("%1 reaches %2").arg(text, limit);
    }
    if (rule.holdTime.count() > 0)
        text = AlertWords::tr("%1, for %2", "condition, time")
                   .arg(text, Format::duration(static_cast<double>(rule.holdTime.count())));
    return text;
}

QString alertScope(const QString &text, const Api::Document &document)
{
    const auto scope = Api::parseScope(text);
    if (!scope)
        return text;
    switch (scope->kind) {
    case Api::Scope::Kind::Gateway:
        return AlertWords::tr("Whole gateway");
    case Api::Scope::Kind::Team:
        return AlertWords::tr("Team %1").arg(nameIn(document.teams, scope->name));
    case Api::Scope::Kind::Key:
        return AlertWords::tr("Key %1").arg(scope->name);
    case Api::Scope::Kind::Route:
        return AlertWords::tr("Route %1").arg(scope->name);
    case Api::Scope::Kind::Provider:
        return AlertWords::tr("Provider %1").arg(nameIn(document.providers, scope->name));
    case Api::Scope::Kind::Budget:
        return AlertWords::tr("Budget %1").arg(scope->name);
    case Api::Scope::Kind::Person:
    case Api::Scope::Kind::Tag:
        break;
    }
    return text;
}

CellsModel::Cell alertStateCell(const QString &state)
{
    if (state == "firing"_L1)
        return {.text = AlertWords::tr("Firing"), .tone = Tone::Err, .icon = u"circle-x"_s};
    if (state == "pending"_L1)
        return {.text = AlertWords::tr("Pending"), .tone = Tone::Warn, .icon = u"clock"_s};
    if (state == "acknowledged"_L1)
        return {.text = AlertWords::tr("Acknowledged"), .tone = Tone::Warn, .icon = u"check"_s};
    if (state == "snoozed"_L1)
        return {.text = AlertWords::tr("Snoozed"), .tone = Tone::Neutral, .icon = u"moon"_s};
    if (state == "off"_L1)
        return {.text = AlertWords::tr("Off"), .tone = Tone::Neutral, .icon = u"circle-slash"_s};
    return {.text = AlertWords::tr("OK"), .tone = Tone::Ok, .icon = u"circle-check"_s};
}

CellsModel::Cell severityCell(const QString &severity)
{
    if (severity == "critical"_L1)
        return {.text = AlertWords::tr("Critical"), .tone = Tone::Err, .icon = u"circle-alert"_s};
    if (severity == "warning"_L1)
        return {.text = AlertWords::tr("Warning"), .tone = Tone::Warn, .icon = u"triangle-alert"_s};
    return {.text = AlertWords::tr("Information"), .tone = Tone::Neutral, .icon = u"info"_s};
}

QString channelKind(const QString &kind)
{
    if (kind == "webhook"_L1)
        return AlertWords::tr("Webhook");
    if (kind == "chat"_L1)
        return AlertWords::tr("Chat");
    return kind == "email"_L1 ? AlertWords::tr("E-mail") : AlertWords::tr("Desktop notification");
}

AlertSentence alertSentence(const QJsonObject &alert)
{
    const QString measure = alert.value("measure"_L1).toString();
    const QString object = alert.value("object_name"_L1).toString();
    QString title =
        alertName(alert.value("rule"_L1).toString(), alert.value("rule_name"_L1).toString());
    if (!object.isEmpty())
        title = AlertWords::tr("%1: %2", "alert, object").arg(title, object);
    const QString value = alertValue(measure, alert.value("value"_L1).toDouble());
    if (alert.value("what"_L1).toString() == "recovered"_L1)
        return {AlertWords::tr("Over: %1").arg(title), AlertWords::tr("All is well again.")};
    const Api::AlertMeasure *facts = Api::alertMeasure(measure);
    if (facts && facts->unit == Unit::YesNo)
        return {title, measureName(measure)};
    return {title, AlertWords::tr("%1: %2", "measure, value").arg(measureName(measure), value)};
}

AlertSentence deliverySentence(const QJsonObject &delivery)
{
    const QJsonArray alerts = delivery.value("alerts"_L1).toArray();
    if (delivery.value("type"_L1).toString() == "test"_L1)
        return {AlertWords::tr("A test of this channel"), {}};
    if (alerts.isEmpty())
        return {delivery.value("summary"_L1).toString(), {}};
    if (alerts.size() > 1)
        return {AlertWords::tr("%n alerts of Gatehouse on %1", nullptr, int(alerts.size()))
                    .arg(delivery.value("gateway"_L1).toString()),
                {}};
    return alertSentence(alerts.first().toObject());
}

} // namespace Gatehouse::Ui
