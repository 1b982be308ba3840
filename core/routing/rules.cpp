// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/rules.h"

#include <QtCore/QDateTime>

#include <algorithm>

namespace Gatehouse::Routing {

namespace {

bool isOneOf(const std::vector<QByteArray> &wanted, const QByteArray &given)
{
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), given) != wanted.end();
}

//! \a tag is a whole element of the list \a tags: "a=b" of "c=d,a=b".
bool hasTag(QByteArrayView tags, QByteArrayView tag)
{
    while (!tags.isEmpty()) {
        const qsizetype comma = tags.indexOf(',');
        if ((comma < 0 ? tags : tags.first(comma)).trimmed() == tag)
            return true;
        tags = comma < 0 ? QByteArrayView() : tags.sliced(comma + 1);
    }
    return false;
}

bool hasOneTag(const Config::Rule &rule, const RequestFacts &facts)
{
    return rule.tags.empty()
        || std::any_of(rule.tags.begin(), rule.tags.end(),
                       [&](const QByteArray &tag) { return hasTag(facts.tags, tag); });
}

bool isBoundToOneRegion(const Config::Rule &rule, const RequestFacts &facts)
{
    return rule.regions.isEmpty()
        || std::any_of(rule.regions.begin(), rule.regions.end(), [&](const QString &region) {
               return facts.residency.contains(region) || facts.keyResidency.contains(region);
           });
}

bool agrees(std::optional<bool> wanted, bool given)
{
    return !wanted || *wanted == given;
}

bool asksSo(const Config::Rule &rule, const RequestFacts &facts)
{
    return agrees(rule.tools, facts.tools) && agrees(rule.images, facts.images)
        && agrees(rule.audio, facts.audio) && agrees(rule.structured, facts.structured)
        && agrees(rule.streamed, facts.streamed)
        && (!rule.promptTokensAbove || facts.promptTokens > *rule.promptTokensAbove)
        && (!rule.promptTokensBelow || facts.promptTokens < *rule.promptTokensBelow);
}

bool hasHeaders(const Config::Rule &rule, const RequestFacts &facts)
{
    return std::all_of(rule.headers.begin(), rule.headers.end(),
                       [&](const Config::HeaderCondition &condition) {
                           return facts.fields && facts.fields->contains(condition.name)
                               && condition.holds(facts.fields->value(condition.name));
                       });
}

bool isTime(const Config::Rule &rule, const RequestFacts &facts)
{
    if (rule.times.empty())
        return true;
    const auto sinceEpoch =
        std::chrono::duration_cast<std::chrono::milliseconds>(facts.wall.time_since_epoch());
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(
        sinceEpoch.count(), facts.zone ? *facts.zone : QTimeZone::utc());
    return std::any_of(rule.times.begin(), rule.times.end(),
                       [&](const Api::TimeWindow &window) { return window.contains(local); });
}

bool isBudgetUsed(const Config::Rule &rule, const RequestFacts &facts)
{
    if (!rule.budgetUsedAbove)
        return true;
    const auto used =
        facts.budgets && *facts.budgets ? (*facts.budgets)(facts) : std::optional<double>();
    return used && *used > *rule.budgetUsedAbove;
}

bool isNamed(const Config::Target &target, QByteArrayView pattern)
{
    constexpr QByteArrayView tag("tag:");
    if (pattern == "*")
        return true;
    if (pattern.startsWith(tag))
        return std::find(target.tags.begin(), target.tags.end(), pattern.sliced(tag.size()))
            != target.tags.end();
    const QByteArray &provider = target.provider->id;
    if (!pattern.startsWith(provider))
        return false;
    const QByteArrayView rest = pattern.sliced(provider.size());
    if (rest.isEmpty())
        return true;
    if (!rest.startsWith('/'))
        return false;
    const QByteArrayView model = rest.sliced(1);
    return model.endsWith('*') ? QByteArrayView(target.model).startsWith(model.chopped(1))
                               : model == target.model;
}

const Config::Rule *firstMatch(const Config::Route &route, const RequestFacts &facts)
{
    const auto found = std::find_if(route.rules.begin(), route.rules.end(),
                                    [&](const Config::Rule &rule) { return matches(rule, facts); });
    return found == route.rules.end() ? nullptr : &*found;
}

} // namespace

bool isNamed(const Config::Target &target, const TargetPatterns &patterns)
{
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const QByteArray &pattern) { return isNamed(target, pattern); });
}

//! What costs most to find out is asked last.
bool matches(const Config::Rule &rule, const RequestFacts &facts)
{
    return asksSo(rule, facts) && isOneOf(rule.keys, facts.keyId) && isOneOf(rule.teams, facts.team)
        && hasOneTag(rule, facts) && isBoundToOneRegion(rule, facts) && hasHeaders(rule, facts)
        && isTime(rule, facts) && isBudgetUsed(rule, facts);
}

Direction follow(const Config::Route &asked, const RequestFacts &facts)
{
    Direction direction{.route = &asked};
    for (;;) {
        const Config::Route &at = *direction.route;
        const bool isRetired = at.successor && facts.wall >= at.retiredFrom;
        const Config::Rule *rule = isRetired ? nullptr : firstMatch(at, facts);
        if (!isRetired && !rule)
            return direction;
        direction.steps.append({&at, rule});
        if (rule && !rule->deny.isEmpty()) {
            direction.end = Direction::End::Denied;
            return direction;
        }
        if (rule && !rule->route) {
            direction.narrowed = &rule->targets;
            return direction;
        }
        if (direction.passed.size() == Direction::mostHops) {
            direction.end = Direction::End::Circle;
            return direction;
        }
        direction.passed.append(&at);
        direction.route = rule ? rule->route : at.successor;
    }
}

} // namespace Gatehouse::Routing
