// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/keydata.h"

#include "ui/widgets/format.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Gatehouse::Ui", text);
}

//! As the gateway writes them, "2026-11-22T12:00:00.000Z", which is read quickly; a list may have
//! ten thousand of them.
QDateTime timeOf(const QJsonObject &object, QLatin1String field)
{
    const QString text = object.value(field).toString();
    constexpr qsizetype usual = 24;
    if (text.size() != usual || !text.endsWith(u'Z'))
        return QDateTime::fromString(text, Qt::ISODateWithMs);
    const auto number = [&text](int place, int digits) {
        int value = 0;
        for (int i = place; i < place + digits; ++i)
            value = 10 * value + text[i].digitValue();
        return value;
    };
    return {QDate(number(0, 4), number(5, 2), number(8, 2)),
            QTime(number(11, 2), number(14, 2), number(17, 2), number(20, 3)), Qt::UTC};
}

KeyRow::State parseState(const QString &text)
{
    static const QHash<QString, KeyRow::State> states{
        {u"expiring"_s, KeyRow::State::Expiring}, {u"expired"_s, KeyRow::State::Expired},
        {u"disabled"_s, KeyRow::State::Disabled}, {u"rotating"_s, KeyRow::State::Rotating},
        {u"deleted"_s, KeyRow::State::Deleted},   {u"over_budget"_s, KeyRow::State::OverBudget},
    };
    return states.value(text, KeyRow::State::Active);
}

QStringList textsOf(const QJsonValue &array)
{
    QStringList texts;
    for (const QJsonValue &item : array.toArray())
        texts.append(item.toString());
    return texts;
}

MaybeMoney dollarsOf(const QJsonValue &value)
{
    return value.isDouble() ? MaybeMoney(qint64(std::llround(value.toDouble() * 1e9)))
                            : std::nullopt;
}

KeySpending parseSpending(const QJsonObject &object)
{
    const QJsonObject limits = object.value("limits"_L1).toObject();
    const QJsonObject budget = object.value("budget"_L1).toObject();
    KeySpending spending{.rpm = limits.value("rpm"_L1).toInt(),
                         .tpm = limits.value("tpm"_L1).toInt(),
                         .maxInFlight = limits.value("max_in_flight"_L1).toInt(),
                         .budget = dollarsOf(budget.value("limit_usd"_L1))};
    spending.period = budget.value("period"_L1).toString(spending.period);
    spending.action = budget.value("action"_L1).toString(spending.action);
    for (const QJsonValue &percent : budget.value("warn_at"_L1).toArray())
        spending.warnAt.append(percent.toInt());
    return spending;
}

KeyStanding parseStanding(const QJsonObject &object)
{
    const QJsonValue limit = object.value("budget_limit_nano_usd"_L1);
    return {.scope = object.value("scope"_L1).toString(),
            .what = object.value("what"_L1).toString(),
            .rpm = object.value("rpm"_L1).toInt(),
            .rpmUsed = object.value("rpm_used"_L1).toInt(),
            .budget = limit.isDouble() ? MaybeMoney(limit.toInteger()) : std::nullopt,
            .spent = object.value("budget_spent_nano_usd"_L1).toInteger(),
            .period = object.value("budget_period"_L1).toString()};
}

QString rotatingText(const QDateTime &until, const QDateTime &now)
{
    if (!until.isValid())
        return tr("Rotating");
    const QDateTime local = until.toLocalTime();
    const bool today = local.date() == now.toLocalTime().date();
    return tr("Rotating until %1")
        .arg(today ? Format::timeOfDay(until, QTimeZone::systemTimeZone())
                   : Format::dayAndMonth(local.date()));
}

} // namespace

bool KeyRow::isUnusedSince(const QDateTime &moment) const
{
    const QDateTime last = lastUsed.isValid() ? lastUsed : created;
    return last.isValid() && last < moment;
}

Api::KeyLimits limitsOf(const KeySpending &spending)
{
    const auto limit = [](int value) { return value > 0 ? std::optional(value) : std::nullopt; };
    return {.rpm = limit(spending.rpm),
            .tpm = limit(spending.tpm),
            .maxInFlight = limit(spending.maxInFlight)};
}

KeySpending withLimits(KeySpending spending, const Api::KeyLimits &limits)
{
    spending.rpm = limits.rpm.value_or(0);
    spending.tpm = limits.tpm.value_or(0);
    spending.maxInFlight = limits.maxInFlight.value_or(0);
    return spending;
}

KeyRow parseKeyRow(const QJsonObject &object)
{
    return {.id = object.value("id"_L1).toString(),
            .name = object.value("name"_L1).toString(),
            .team = object.value("team"_L1).toString(),
            .prefix = object.value("prefix"_L1).toString(),
            .lastFour = object.value("last4"_L1).toString(),
            .state = parseState(object.value("state"_L1).toString()),
            .declared = object.value("declared"_L1).toBool(),
            .routes = textsOf(object.value("routes"_L1)),
            .note = object.value("note"_L1).toString(),
            .tags = textsOf(object.value("tags"_L1)),
            .owner = object.value("owner"_L1).toString(),
            .residency = textsOf(object.value("residency"_L1)),
            .targets = textsOf(object.value("targets"_L1)),
            .addresses = textsOf(object.value("addresses"_L1)),
            .priority = object.value("priority"_L1).toString(),
            .recordBodies = object.value("record_bodies"_L1).toString(),
            .spending = parseSpending(object),
            .standing = parseStanding(object.value("standing"_L1).toObject()),
            .created = timeOf(object, "created"_L1),
            .expires = timeOf(object, "expires"_L1),
            .lastUsed = timeOf(object, "last_used"_L1),
            .lastClient = object.value("last_client"_L1).toString(),
            .oldUntil = timeOf(object, "old_until"_L1),
            .oldLastUsed = timeOf(object, "old_last_used"_L1),
            .restorableUntil = timeOf(object, "restorable_until"_L1),
            .requests = object.value("requests"_L1).toInteger(),
            .spentThisMonth = {}};
}

QString scopeText(const QString &scope)
{
    const QString name = scope.section(u':', 1);
    if (scope == "gateway"_L1)
        return tr("Gateway");
    if (scope.startsWith("team:"_L1))
        return tr("Team %1").arg(name);
    if (scope.startsWith("person:"_L1))
        return tr("Person %1").arg(name);
    if (scope.startsWith("route:"_L1))
        return tr("Route %1").arg(name);
    return scope.startsWith("key:"_L1) ? tr("This key") : scope;
}

QString bindingText(const KeyStanding &standing)
{
    if (standing.scope.isEmpty())
        return {};
    const QString scope = scopeText(standing.scope);
    if (standing.what == "budget"_L1)
        return tr("%1: budget").arg(scope);
    if (standing.what == "rpm"_L1)
        return tr("%1: requests").arg(scope);
    return standing.what == "tpm"_L1 ? tr("%1: tokens").arg(scope)
                                     : tr("%1: at the same time").arg(scope);
}

QString shownKey(const KeyRow &key)
{
    return key.lastFour.isEmpty() ? key.prefix : u"%1…%2"_s.arg(key.prefix, key.lastFour);
}

QString stateText(const KeyRow &key, const QDateTime &now)
{
    switch (key.state) {
    case KeyRow::State::Active:
        return key.declared ? tr("Active, from file") : tr("Active");
    case KeyRow::State::Expiring:
        return tr("Expires %1").arg(Format::dayAndMonth(key.expires.toLocalTime().date()));
    case KeyRow::State::Expired:
        return tr("Expired");
    case KeyRow::State::Disabled:
        return tr("Disabled");
    case KeyRow::State::OverBudget:
        return tr("Over budget");
    case KeyRow::State::Rotating:
        return rotatingText(key.oldUntil, now);
    case KeyRow::State::Deleted:
        return key.restorableUntil.isValid()
            ? tr("Restore until %1")
                  .arg(Format::dayAndMonth(key.restorableUntil.toLocalTime().date()))
            : tr("Deleted");
    }
    return {};
}

Tone stateTone(KeyRow::State state)
{
    switch (state) {
    case KeyRow::State::Active:
        return Tone::Ok;
    case KeyRow::State::Expiring:
        return Tone::Warn;
    case KeyRow::State::Expired:
    case KeyRow::State::OverBudget:
        return Tone::Err;
    case KeyRow::State::Rotating:
        return Tone::Info;
    case KeyRow::State::Disabled:
    case KeyRow::State::Deleted:
        break;
    }
    return Tone::Neutral;
}

QString stateIcon(const KeyRow &key)
{
    switch (key.state) {
    case KeyRow::State::Active:
        return key.declared ? u"lock"_s : u"check"_s;
    case KeyRow::State::Expiring:
        return u"clock"_s;
    case KeyRow::State::Expired:
    case KeyRow::State::OverBudget:
        return u"circle-x"_s;
    case KeyRow::State::Rotating:
        return u"refresh-cw"_s;
    case KeyRow::State::Disabled:
        return u"circle-slash"_s;
    case KeyRow::State::Deleted:
        break;
    }
    return u"trash-2"_s;
}

QString routesText(const QStringList &routes)
{
    return routes.contains(u"*"_s) ? tr("All") : routes.join(u", "_s);
}

QString dayText(const QDateTime &time, const QString &otherwise)
{
    if (!time.isValid())
        return otherwise;
    const QDate day = time.toLocalTime().date();
    //: Day, short month and year, as QLocale::toString() reads it: "27 Oct 2027".
    return Format::wordLocale().toString(day, tr("d MMM yyyy"));
}

QString publicIdOfKey(const QString &text)
{
    static const QRegularExpression form(u"^\\s*gh-([a-z0-9]{8})-[A-Za-z0-9_-]{49}\\s*$"_s);
    return form.match(text).captured(1);
}

} // namespace Gatehouse::Ui
