// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/providerremoval.h"

#include <algorithm>

namespace Gatehouse::Ui {

namespace {

void replaceTargets(Api::Route &route, const QString &provider, const QString &replacement)
{
    QList<Api::RouteTarget> targets;
    for (Api::RouteTarget target : std::as_const(route.targets)) {
        if (target.provider == provider)
            target.provider = replacement;
        const bool isThere =
            std::any_of(targets.cbegin(), targets.cend(), [&target](const auto &other) {
                return other.provider == target.provider && other.model == target.model;
            });
        if (!isThere)
            targets.append(target);
    }
    route.targets = targets;
}

} // namespace

QStringList routesUsing(const Api::Document &document, const QString &provider)
{
    QStringList routes;
    for (const Api::Route &route : document.routes)
        if (std::any_of(route.targets.cbegin(), route.targets.cend(),
                        [&](const auto &target) { return target.provider == provider; }))
            routes.append(route.id);
    return routes;
}

bool isNamedElsewhere(const Api::Document &document, const QString &provider)
{
    return !routesUsing(document, provider).isEmpty()
        || std::any_of(document.prices.cbegin(), document.prices.cend(),
                       [&](const auto &price) { return price.provider == provider; });
}

Api::Document withoutProvider(const Api::Document &document, const QString &provider,
                              const QString &replacement)
{
    Api::Document left = document;
    left.providers.removeIf([&](const auto &other) { return other.id == provider; });
    left.prices.removeIf([&](const auto &price) { return price.provider == provider; });
    if (!replacement.isEmpty())
        for (Api::Route &route : left.routes)
            replaceTargets(route, provider, replacement);
    return left;
}

QHash<QString, QStringList> aliasesOf(const Api::Document &document, const QString &provider)
{
    QHash<QString, QStringList> aliases;
    for (const Api::Route &route : document.routes)
        for (const Api::RouteTarget &target : route.targets)
            if (target.provider == provider && !aliases.value(target.model).contains(route.id))
                aliases[target.model].append(route.id);
    return aliases;
}

} // namespace Gatehouse::Ui
