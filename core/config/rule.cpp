// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/rule.h"

namespace Gatehouse::Config {

namespace {

std::vector<QByteArray> utf8(const QStringList &texts)
{
    std::vector<QByteArray> out;
    out.reserve(size_t(texts.size()));
    for (const QString &text : texts)
        out.push_back(text.toUtf8());
    return out;
}

HeaderCondition compileHeader(const QString &name, const QString &pattern)
{
    HeaderCondition condition{.name = name.toUtf8(), .value = pattern.toUtf8()};
    if (condition.value.startsWith('*')) {
        condition.anyStart = true;
        condition.value.remove(0, 1);
    }
    if (condition.value.endsWith('*')) {
        condition.anyEnd = true;
        condition.value.chop(1);
    }
    return condition;
}

} // namespace

bool HeaderCondition::holds(QByteArrayView given) const
{
    if (anyStart && anyEnd)
        return given.indexOf(value) >= 0;
    if (anyStart)
        return given.endsWith(value);
    return anyEnd ? given.startsWith(value) : given == value;
}

Rule compileRule(const Api::RouteRule &document, int number)
{
    const Api::RuleCondition &when = document.when;
    Rule rule{.name = document.name.isEmpty() ? "rule " + QByteArray::number(number)
                                              : document.name.toUtf8(),
              .keys = utf8(when.keys),
              .teams = utf8(when.teams),
              .tags = utf8(when.tags),
              .regions = when.regions,
              .tools = when.tools,
              .images = when.images,
              .audio = when.audio,
              .structured = when.structured,
              .streamed = when.streamed,
              .promptTokensAbove = when.promptTokensAbove,
              .promptTokensBelow = when.promptTokensBelow,
              .times = {},
              .budgetUsedAbove = when.budgetUsedAbove,
              .headers = {},
              .deny = document.deny.toUtf8(),
              .targets = utf8(document.targets)};
    for (const QString &time : when.time) {
        if (const auto window = Api::parseTimeWindow(time))
            rule.times.push_back(*window);
    }
    for (auto it = when.headers.begin(); it != when.headers.end(); ++it)
        rule.headers.push_back(compileHeader(it.key(), it.value()));
    return rule;
}

} // namespace Gatehouse::Config
