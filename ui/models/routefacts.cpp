// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/routefacts.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

const DirectModel *RouteFacts::model(const QString &provider, const QString &model) const
{
    const auto found = std::find_if(models.cbegin(), models.cend(), [&](const DirectModel &one) {
        return one.provider == provider && one.model == model;
    });
    return found == models.cend() ? nullptr : &*found;
}

QStringList RouteFacts::modelsOf(const QString &provider) const
{
    QStringList names;
    for (const DirectModel &one : models)
        if (one.provider == provider)
            names.append(one.model);
    return names;
}

bool RouteFacts::isUsable(const QString &provider) const
{
    const auto found = providers.constFind(provider);
    return found != providers.cend() && found->health != ProviderHealth::Health::Down
        && found->health != ProviderHealth::Health::Paused;
}

std::optional<double> RouteFacts::measuredShare(const QString &route, const QString &target) const
{
    const QHash<QString, qint64> targets = served.value(route);
    const qint64 total = std::accumulate(targets.cbegin(), targets.cend(), qint64(0));
    if (total == 0)
        return std::nullopt;
    return double(targets.value(target)) / double(total);
}

void RouteFacts::takeModels(const QJsonObject &answer)
{
    models.clear();
    for (const QJsonValue &item : answer.value("items"_L1).toArray()) {
        if (item["provider"_L1].toString().isEmpty())
            continue; // a route
        models.append({.id = item["id"_L1].toString(),
                       .provider = item["provider"_L1].toString(),
                       .model = item["model"_L1].toString(),
                       .priced = item["priced"_L1].toBool(true)});
    }
}

void RouteFacts::takeProviders(const QJsonObject &answer)
{
    providers.clear();
    for (const QJsonValue &item : answer.value("items"_L1).toArray()) {
        const ProviderHealth provider = parseProviderHealth(item.toObject());
        providers.insert(provider.id, provider);
    }
}

void RouteFacts::takeUsage(const QJsonObject &answer)
{
    requests.clear();
    served.clear();
    for (const QJsonValue &item : answer.value("items"_L1).toArray()) {
        const QString route = item["route"_L1].toString();
        const qint64 count = item["requests"_L1].toInteger();
        requests[route] += count;
        const QString provider = item["provider"_L1].toString();
        if (!provider.isEmpty())
            served[route][QString(provider + u'/' + item["model"_L1].toString())] += count;
    }
}

void RouteFacts::takeKeys(const QJsonObject &answer)
{
    keys.clear();
    for (const QJsonValue &item : answer.value("items"_L1).toArray()) {
        KeyAccess key{.id = item["id"_L1].toString(),
                      .name = item["name"_L1].toString(),
                      .routes = {},
                      .declared = item["declared"_L1].toBool()};
        for (const QJsonValue &route : item["routes"_L1].toArray())
            key.routes.append(route.toString());
        keys.append(std::move(key));
    }
}

QString targetName(const Api::RouteTarget &target)
{
    return target.provider + u'/' + target.model;
}

QList<double> plannedShares(const Api::Route &route, const RouteFacts &facts)
{
    QList<double> shares(route.targets.size(), 0.0);
    if (route.targets.isEmpty())
        return shares;
    if (route.strategy == "priority"_L1) {
        const auto first = std::find_if(
            route.targets.cbegin(), route.targets.cend(),
            [&facts](const Api::RouteTarget &target) { return facts.isUsable(target.provider); });
        shares[first == route.targets.cend() ? 0 : first - route.targets.cbegin()] = 1;
        return shares;
    }
    double total = 0;
    for (const Api::RouteTarget &target : route.targets)
        total += target.weight;
    for (qsizetype i = 0; total > 0 && i < shares.size(); ++i)
        shares[i] = route.targets.at(i).weight / total;
    return shares;
}

int usableTargets(const Api::Route &route, const RouteFacts &facts)
{
    return int(std::count_if(
        route.targets.cbegin(), route.targets.cend(),
        [&facts](const Api::RouteTarget &target) { return facts.isUsable(target.provider); }));
}

} // namespace Gatehouse::Ui
