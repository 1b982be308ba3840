// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/alertbook.h"

#include "core/alerts/log.h"

#include <QtCore/QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Alerts {

namespace {

constexpr auto historyKept = std::chrono::days(400);

QString periodKey(const QString &rule, const Reading &reading)
{
    return u"%1\n%2\n%3"_s.arg(rule, reading.object, reading.period);
}

QDateTime localTime(WallTime time, const QTimeZone &zone)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
    return QDateTime::fromMSecsSinceEpoch(ms, zone);
}

void complain(const Result<void> &done)
{
    if (!done)
        qCWarning(lcAlerts, "alerts are not kept: %s", qUtf8Printable(done.error().detail));
}

} // namespace

QString stateName(RuleState state)
{
    switch (state) {
    case RuleState::Off:
        return u"off"_s;
    case RuleState::Ok:
        return u"ok"_s;
    case RuleState::Pending:
        return u"pending"_s;
    case RuleState::Firing:
        return u"firing"_s;
    case RuleState::Acknowledged:
        return u"acknowledged"_s;
    case RuleState::Snoozed:
        return u"snoozed"_s;
    }
    Q_UNREACHABLE();
}

AlertBook::AlertBook(const Clock &clock, AlertStore &store)
    : m_clock(clock)
    , m_store(store)
{
}

Result<void> AlertBook::load()
{
    if (auto purged = m_store.purge(m_clock.wall() - historyKept); !purged)
        return purged;
    auto alerts = m_store.unfinished();
    if (!alerts)
        return alerts.error();
    const auto periods = m_store.periods();
    if (!periods)
        return periods.error();
    const auto snoozes = m_store.snoozes();
    if (!snoozes)
        return snoozes.error();
    m_alerts = *std::move(alerts);
    m_periods = QSet<QString>(periods->begin(), periods->end());
    m_snoozes = *snoozes;
    return {};
}

void AlertBook::setRules(const QList<Api::AlertRule> &rules, const QTimeZone &zone)
{
    m_rules = rules;
    m_zone = zone;
    m_changed = true;
    for (Alert &alert : m_alerts) {
        const Api::AlertRule *own = rule(alert.rule);
        if (!own || own->disabled || own->measure != alert.measure)
            end(alert, false);
    }
    dropFinished();
    m_values.clear();
}

// --- judging ------------------------------------------------------------------------------------

double AlertBook::threshold(const Api::AlertRule &rule)
{
    return rule.above ? *rule.above : rule.below.value_or(1); // a yes or no needs none
}

bool AlertBook::isBeyond(const Api::AlertRule &rule, double value)
{
    return rule.below ? value <= *rule.below : value >= threshold(rule);
}

bool AlertBook::isBack(const Api::AlertRule &rule, double value)
{
    const double limit = rule.recover.value_or(threshold(rule));
    if (isBeyond(rule, value))
        return false;
    return rule.below ? value >= limit : value <= limit;
}

bool AlertBook::sees(const Api::AlertRule &rule, const Reading &reading)
{
    return reading.measure == rule.measure && reading.scopes.contains(rule.scope);
}

const Api::AlertRule *AlertBook::rule(const QString &id) const
{
    const auto found =
        std::ranges::find_if(m_rules, [&id](const Api::AlertRule &one) { return one.id == id; });
    return found == m_rules.end() ? nullptr : &*found;
}

Alert *AlertBook::openAlert(const QString &rule, const QString &object)
{
    const auto found = std::ranges::find_if(m_alerts, [&](const Alert &alert) {
        return alert.isOpen() && alert.rule == rule && alert.object == object;
    });
    return found == m_alerts.end() ? nullptr : &*found;
}

void AlertBook::look(const Readings &readings)
{
    m_values.clear();
    dropSnoozes();
    for (const Api::AlertRule &one : m_rules) {
        if (!one.disabled)
            judge(one, readings);
    }
    for (Alert &alert : m_alerts) {
        if (const Api::AlertRule *own = rule(alert.rule))
            tell(alert, *own);
    }
    dropFinished();
}

void AlertBook::judge(const Api::AlertRule &rule, const Readings &readings)
{
    QSet<QString> seen;
    for (const Reading &reading : readings.rows) {
        if (!sees(rule, reading))
            continue;
        seen.insert(reading.object);
        judge(rule, reading);
    }
    if (!readings.answered.contains(rule.measure))
        return;
    for (Alert &alert : m_alerts) {
        if (alert.isOpen() && alert.rule == rule.id && !seen.contains(alert.object))
            end(alert, true);
    }
    m_pending.removeIf([&](const auto &entry) {
        return entry.key().first == rule.id && !seen.contains(entry.key().second);
    });
}

void AlertBook::judge(const Api::AlertRule &rule, const Reading &reading)
{
    if (!reading.value)
        return;
    noteValue(rule, reading);
    if (Alert *alert = openAlert(rule.id, reading.object)) {
        const bool isWorse =
            rule.below ? *reading.value < alert->value : *reading.value > alert->value;
        if (isWorse) {
            alert->value = *reading.value;
            alert->detail = reading.detail;
        }
        if (isBack(rule, *reading.value) || alert->period != reading.period)
            end(*alert, true);
        return;
    }
    const std::pair pendingKey{rule.id, reading.object};
    const bool wasTold =
        !reading.period.isEmpty() && m_periods.contains(periodKey(rule.id, reading));
    if (!isBeyond(rule, *reading.value) || wasTold) {
        m_changed = m_pending.remove(pendingKey) > 0 || m_changed;
        return;
    }
    const SteadyTime now = m_clock.steady();
    const auto since = m_pending.find(pendingKey);
    const SteadyTime began = since == m_pending.end() ? now : *since;
    if (now - began < rule.holdTime) {
        m_changed = m_changed || since == m_pending.end();
        m_pending.insert(pendingKey, began);
        return;
    }
    m_pending.remove(pendingKey);
    fire(rule, reading);
}

void AlertBook::noteValue(const Api::AlertRule &rule, const Reading &reading)
{
    const auto known = m_values.constFind(rule.id);
    const bool isWorst = known == m_values.constEnd()
        || (rule.below ? *reading.value < known->value : *reading.value > known->value);
    if (isWorst)
        m_values.insert(rule.id, {*reading.value, reading.name});
}

void AlertBook::fire(const Api::AlertRule &rule, const Reading &reading)
{
    Alert alert{.rule = rule.id,
                .ruleName = rule.name.isEmpty() ? rule.id : rule.name,
                .measure = rule.measure,
                .object = reading.object,
                .name = reading.name,
                .period = reading.period,
                .severity = rule.severity,
                .detail = reading.detail,
                .value = *reading.value,
                .threshold = threshold(rule),
                .firesBelow = rule.below.has_value(),
                .started = m_clock.wall()};
    const Result<qint64> id = m_store.add(alert);
    if (!id)
        complain(id.error());
    alert.id = id ? *id : 0;
    if (!reading.period.isEmpty())
        m_periods.insert(periodKey(rule.id, reading));
    m_alerts.push_back(alert);
    m_changed = true;
}

void AlertBook::end(Alert &alert, bool isNews)
{
    if (alert.isOpen()) {
        alert.ended = m_clock.wall();
        m_changed = true;
    }
    // Who never heard of it need not hear that it is over.
    if (!isNews || !alert.told)
        alert.endTold = true;
    keep(alert);
}

void AlertBook::keep(const Alert &alert)
{
    complain(m_store.update(alert));
}

void AlertBook::dropFinished()
{
    std::erase_if(m_alerts, [](const Alert &alert) { return alert.ended && alert.endTold; });
}

// --- telling ------------------------------------------------------------------------------------

bool AlertBook::mayTell(const Api::AlertRule &rule) const
{
    if (m_snoozes.contains(rule.id))
        return false;
    const auto quiet = Api::parseTimeWindow(rule.quiet);
    return rule.quiet.isEmpty() || !quiet || !quiet->contains(localTime(m_clock.wall(), m_zone));
}

void AlertBook::tell(Alert &alert, const Api::AlertRule &rule)
{
    using What = Notice::What;
    if (!mayTell(rule) || (alert.ended && alert.endTold))
        return;
    std::optional<What> what;
    if (alert.ended)
        what = What::Recovered;
    else if (!alert.told)
        what = What::Fired;
    else if (rule.repeat.count() > 0 && !alert.acknowledged
             && m_clock.wall() - *alert.told >= rule.repeat)
        what = What::Reminder;
    if (!what)
        return;
    alert.told = m_clock.wall();
    alert.endTold = alert.ended.has_value();
    keep(alert);
    m_notices.push_back({*what, alert});
}

std::vector<Notice> AlertBook::takeNotices()
{
    return std::exchange(m_notices, {});
}

// --- what people do -----------------------------------------------------------------------------

Result<int> AlertBook::acknowledge(const QString &id, const QString &who)
{
    int count = 0;
    bool isKnown = rule(id) != nullptr;
    for (Alert &alert : m_alerts) {
        const bool isMeant = alert.rule == id || QString::number(alert.id) == id;
        if (!alert.isOpen() || !isMeant)
            continue;
        isKnown = true;
        ++count;
        if (alert.acknowledged)
            continue;
        alert.acknowledged = m_clock.wall();
        alert.acknowledgedBy = who;
        keep(alert);
    }
    if (!isKnown)
        return Error{ErrorCode::NotFound,
                     u"there is no alert '%1'; \"alerts list\" names them"_s.arg(id.left(80))};
    if (count == 0)
        return Error{ErrorCode::NotFound, u"'%1' is not firing"_s.arg(id.left(80))};
    m_changed = true;
    return count;
}

Result<QString> AlertBook::ruleOf(const QString &id) const
{
    if (rule(id))
        return id;
    for (const Alert &alert : m_alerts) {
        if (alert.isOpen() && QString::number(alert.id) == id)
            return alert.rule;
    }
    return Error{ErrorCode::NotFound,
                 u"there is no alert '%1'; \"alerts list\" names them"_s.arg(id.left(80))};
}

Result<QString> AlertBook::snooze(const QString &id, WallTime until, const QString &who)
{
    const Result<QString> named = ruleOf(id);
    if (!named)
        return named;
    if (until <= m_clock.wall())
        return Error{ErrorCode::InvalidArgument, u"give a time that is to come, such as 1h"_s,
                     u"for"_s};
    const Snooze snooze{until, who};
    if (auto kept = m_store.setSnooze(*named, snooze); !kept)
        return kept.error();
    m_snoozes.insert(*named, snooze);
    m_changed = true;
    return named;
}

Result<QString> AlertBook::endSnooze(const QString &id)
{
    const Result<QString> named = ruleOf(id);
    if (!named)
        return named;
    if (auto kept = m_store.setSnooze(*named, std::nullopt); !kept)
        return kept.error();
    m_changed = m_snoozes.remove(*named) > 0 || m_changed;
    return named;
}

void AlertBook::dropSnoozes()
{
    const WallTime now = m_clock.wall();
    QStringList over;
    for (auto snooze = m_snoozes.cbegin(); snooze != m_snoozes.cend(); ++snooze) {
        if (snooze->until <= now)
            over.append(snooze.key());
    }
    for (const QString &id : std::as_const(over)) {
        m_snoozes.remove(id);
        complain(m_store.setSnooze(id, std::nullopt));
        m_changed = true;
    }
}

// --- showing ------------------------------------------------------------------------------------

std::vector<RuleReport> AlertBook::report() const
{
    std::vector<RuleReport> rows;
    for (const Api::AlertRule &one : m_rules) {
        RuleReport row{.rule = one};
        if (const auto value = m_values.constFind(one.id); value != m_values.constEnd()) {
            row.value = value->value;
            row.object = value->object;
        }
        std::ranges::copy_if(m_alerts, std::back_inserter(row.open), [&one](const Alert &alert) {
            return alert.isOpen() && alert.rule == one.id;
        });
        const bool anyUnseen =
            std::ranges::any_of(row.open, [](const Alert &alert) { return !alert.acknowledged; });
        const bool isPending = std::ranges::any_of(
            m_pending.keys(), [&one](const auto &key) { return key.first == one.id; });
        if (!row.open.empty())
            row.since = row.open.front().started;
        if (m_snoozes.contains(one.id))
            row.snooze = m_snoozes.value(one.id);
        row.state = one.disabled ? RuleState::Off
            : row.snooze         ? RuleState::Snoozed
            : anyUnseen          ? RuleState::Firing
            : !row.open.empty()  ? RuleState::Acknowledged
            : isPending          ? RuleState::Pending
                                 : RuleState::Ok;
        rows.push_back(std::move(row));
    }
    return rows;
}

int AlertBook::unseen() const
{
    return static_cast<int>(std::ranges::count_if(m_alerts, [this](const Alert &alert) {
        return alert.isOpen() && !alert.acknowledged && !m_snoozes.contains(alert.rule);
    }));
}

} // namespace Gatehouse::Alerts
