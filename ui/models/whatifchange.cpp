// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/whatifchange.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QString nameOf(const Api::RouteTarget &target)
{
    return target.provider + u'/' + target.model;
}

//! A target that is there twice gets both shares.
void joinEqual(QList<Api::RouteTarget> &targets)
{
    for (qsizetype at = 0; at < targets.size(); ++at) {
        for (qsizetype other = targets.size() - 1; other > at; --other) {
            if (nameOf(targets.at(other)) != nameOf(targets.at(at)))
                continue;
            targets[at].weight += targets.at(other).weight;
            targets.removeAt(other);
        }
    }
}

} // namespace

Api::Document changed(Api::Document document, const WhatIfChange &change)
{
    if (!change.from.isEmpty() && change.to.contains(u'/')) {
        for (Api::Route &route : document.routes) {
            for (Api::RouteTarget &target : route.targets) {
                if (nameOf(target) != change.from)
                    continue;
                target.provider = change.to.section(u'/', 0, 0);
                target.model = change.to.section(u'/', 1);
            }
            joinEqual(route.targets);
        }
    }
    for (Api::Provider &provider : document.providers)
        if (change.multiplier && provider.id == change.provider)
            provider.priceMultiplier = *change.multiplier;
    if (change.budget) {
        document.budgets.removeIf([&](const Api::Budget &budget) {
            return budget.scope == change.budget->scope && budget.period == change.budget->period;
        });
        document.budgets.append(*change.budget);
    }
    return document;
}

QStringList targetsOf(const Api::Document &document)
{
    QStringList names;
    for (const Api::Route &route : document.routes)
        for (const Api::RouteTarget &target : route.targets)
            names.append(nameOf(target));
    names.removeDuplicates();
    names.sort();
    return names;
}

} // namespace Gatehouse::Ui
