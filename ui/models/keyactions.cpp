// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/keyactions.h"

#include <QtCore/QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

//! What all calls of one action came to.
struct Outcome {
    qsizetype missing = 0;
    QString problem;
};

QString pathOf(const KeyRow &key, const QString &action = {})
{
    return u"/keys/%1%2"_s.arg(key.id, action.isEmpty() ? QString() : u'/' + action);
}

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

} // namespace

QJsonObject keyBody(const KeyRow &key, const KeyRow &before)
{
    QJsonObject body{{"name"_L1, key.name},
                     {"team"_L1, key.team},
                     {"routes"_L1, QJsonArray::fromStringList(key.routes)},
                     {"expires"_L1, timeText(key.expires)},
                     {"note"_L1, key.note},
                     {"tags"_L1, QJsonArray::fromStringList(key.tags)},
                     {"owner"_L1, key.owner},
                     {"residency"_L1, QJsonArray::fromStringList(key.residency)},
                     {"targets"_L1, QJsonArray::fromStringList(key.targets)},
                     {"addresses"_L1, QJsonArray::fromStringList(key.addresses)},
                     {"priority"_L1, key.priority},
                     {"record_bodies"_L1, key.recordBodies}};
    insertSpending(body, key.spending, before.spending);
    return body;
}

void insertSpending(QJsonObject &body, const KeySpending &spending, const KeySpending &before)
{
    const auto limits = [](const KeySpending &of) {
        QJsonObject json;
        for (const auto &[name, value] : {std::pair("rpm"_L1, of.rpm), std::pair("tpm"_L1, of.tpm),
                                          std::pair("max_in_flight"_L1, of.maxInFlight)})
            if (value > 0)
                json.insert(name, value);
        return json;
    };
    const auto budget = [](const KeySpending &of) {
        QJsonObject json;
        if (!of.budget)
            return json;
        QJsonArray warnAt;
        for (const int percent : of.warnAt)
            warnAt.append(percent);
        json = {{"limit_usd"_L1, double(*of.budget) / 1e9},
                {"period"_L1, of.period},
                {"action"_L1, of.action},
                {"warn_at"_L1, warnAt}};
        return json;
    };
    const auto insert = [&body](QLatin1String name, const QJsonObject &now,
                                const QJsonObject &then) {
        if (now != then)
            body.insert(name, now.isEmpty() ? QJsonValue() : QJsonValue(now));
    };
    insert("limits"_L1, limits(spending), limits(before));
    insert("budget"_L1, budget(spending), budget(before));
}

KeySpending spendingOf(const Api::Document &document, const QString &scope)
{
    KeySpending spending;
    const auto limit = std::ranges::find(document.limits, scope, &Api::Limit::scope);
    if (limit != document.limits.end()) {
        spending.rpm = limit->rpm.value_or(0);
        spending.tpm = limit->tpm.value_or(0);
        spending.maxInFlight = limit->maxInFlight.value_or(0);
    }
    const auto budget = std::ranges::find(document.budgets, scope, &Api::Budget::scope);
    if (budget != document.budgets.end() && budget->limit) {
        spending.budget = *budget->limit;
        spending.period = budget->period;
        spending.action = budget->action;
        spending.warnAt = budget->warnAt;
    }
    return spending;
}

KeyActions::KeyActions(Api::AdminClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

void KeyActions::setDisabled(const QList<KeyRow> &keys, bool disabled)
{
    QList<KeyRow> changing = keys;
    changing.removeIf([disabled](const KeyRow &key) {
        return key.isDeleted() || (key.state == KeyRow::State::Disabled) == disabled;
    });
    if (changing.isEmpty())
        return;
    const auto count = int(changing.size());
    const QString one =
        (disabled ? tr("Disabled “%1”") : tr("Enabled “%1”")).arg(changing.constFirst().name);
    const QString many =
        disabled ? tr("Disabled %n keys", nullptr, count) : tr("Enabled %n keys", nullptr, count);
    const QString there = disabled ? u"disable"_s : u"enable"_s;
    const QString back = disabled ? u"enable"_s : u"disable"_s;
    run(posts(changing, there), count == 1 ? one : many, posts(changing, back));
}

void KeyActions::remove(const QList<KeyRow> &keys)
{
    if (keys.isEmpty())
        return;
    QList<Step> steps;
    for (const KeyRow &key : keys)
        steps.append({"DELETE", pathOf(key)});
    const QString sentence = keys.size() == 1 ? tr("Deleted “%1”").arg(keys.constFirst().name)
                                              : tr("Deleted %n keys", nullptr, int(keys.size()));
    run(steps, sentence, posts(keys, u"restore"_s));
}

void KeyActions::restore(const QList<KeyRow> &keys)
{
    if (keys.isEmpty())
        return;
    QList<Step> back;
    for (const KeyRow &key : keys)
        back.append({"DELETE", pathOf(key)});
    const QString sentence = keys.size() == 1 ? tr("Restored “%1”").arg(keys.constFirst().name)
                                              : tr("Restored %n keys", nullptr, int(keys.size()));
    run(posts(keys, u"restore"_s), sentence, back);
}

void KeyActions::setExpiry(const QList<KeyRow> &keys, const QDateTime &expires)
{
    if (keys.isEmpty())
        return;
    QList<Step> steps;
    QList<Step> back;
    for (const KeyRow &key : keys) {
        steps.append({"PUT", pathOf(key), {{"expires"_L1, timeText(expires)}}});
        back.append({"PUT", pathOf(key), {{"expires"_L1, timeText(key.expires)}}});
    }
    const QString sentence = keys.size() == 1
        ? tr("Changed the expiry of “%1”").arg(keys.constFirst().name)
        : tr("Changed the expiry of %n keys", nullptr, int(keys.size()));
    // Back to a moment that has passed is refused by the gateway: it would cut the app off.
    run(steps, sentence, back);
}

void KeyActions::setTeam(const QList<KeyRow> &keys, const QString &team, const QString &teamName)
{
    QList<Step> steps;
    QList<Step> back;
    for (const KeyRow &key : keys) {
        if (key.team == team)
            continue;
        steps.append({"PUT", pathOf(key), {{"team"_L1, team}}});
        back.append({"PUT", pathOf(key), {{"team"_L1, key.team}}});
    }
    if (steps.isEmpty())
        return;
    const QString sentence = steps.size() == 1
        ? tr("Moved one key to %1").arg(teamName)
        : tr("Moved %n keys to %1", nullptr, int(steps.size())).arg(teamName);
    run(steps, sentence, back);
}

void KeyActions::offerUndoOfEdit(const KeyRow &before, const KeyRow &after, const QString &sentence)
{
    Q_EMIT done(sentence, undoBy({{"PUT", pathOf(before), keyBody(before, after)}}, sentence));
}

void KeyActions::endOverlap(const KeyRow &key)
{
    run({{"POST", pathOf(key, u"end-overlap"_s)}},
        tr("The old secret of “%1” is refused now").arg(key.name), {});
}

QList<KeyActions::Step> KeyActions::posts(const QList<KeyRow> &keys, const QString &action)
{
    QList<Step> steps;
    for (const KeyRow &key : keys)
        steps.append({"POST", pathOf(key, action)});
    return steps;
}

KeyActions::Undo KeyActions::undoBy(const QList<Step> &back, const QString &sentence)
{
    if (back.isEmpty())
        return {};
    return [this, back, sentence] { run(back, tr("Undone: %1").arg(sentence), {}); };
}

void KeyActions::run(const QList<Step> &steps, const QString &sentence, const QList<Step> &back)
{
    const auto outcome = std::make_shared<Outcome>(Outcome{.missing = steps.size(), .problem = {}});
    const auto take = [this, outcome, sentence, back](Api::AdminCall *answered) {
        if (!answered->succeeded())
            outcome->problem = answered->error().detail;
        if (--outcome->missing > 0)
            return;
        Q_EMIT finished();
        if (outcome->problem.isEmpty())
            Q_EMIT done(sentence, undoBy(back, sentence));
        else
            Q_EMIT failed(outcome->problem);
    };
    for (const Step &step : steps) {
        Api::AdminCall *call = step.method == "DELETE" ? m_client.remove(step.path)
            : step.method == "PUT"                     ? m_client.put(step.path, step.body)
                                                       : m_client.post(step.path, step.body);
        connect(call, &Api::AdminCall::finished, this, take);
    }
}

} // namespace Gatehouse::Ui
