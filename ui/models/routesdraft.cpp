// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/routesdraft.h"

#include "ui/models/configurationmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

const Api::Route *find(const Api::Document &document, const QString &id)
{
    const auto found = std::find_if(document.routes.cbegin(), document.routes.cend(),
                                    [&id](const Api::Route &route) { return route.id == id; });
    return found == document.routes.cend() ? nullptr : &*found;
}

} // namespace

RoutesDraft::RoutesDraft(ConfigurationModel &configuration, QObject *parent)
    : QObject(parent)
    , m_configuration(configuration)
{
    connect(&configuration, &ConfigurationModel::changed, this, &RoutesDraft::follow);
    if (configuration.isLoaded())
        takeBase();
}

const Api::Route *RoutesDraft::route(const QString &id) const
{
    return find(m_draft, id);
}

const Api::Route *RoutesDraft::inForce(const QString &id) const
{
    const auto &routes = m_base.routes;
    const auto found = std::ranges::find(routes, m_origins.value(id), &Api::Route::id);
    return found == routes.cend() ? nullptr : &*found;
}

qsizetype RoutesDraft::indexOf(const QString &id) const
{
    const Api::Route *found = route(id);
    return found ? found - m_draft.routes.constData() : -1;
}

bool RoutesDraft::isChanged(const QString &id) const
{
    const Api::Route *now = route(id);
    const Api::Route *before = find(m_base, m_origins.value(id));
    return now && (!before || *before != *now);
}

int RoutesDraft::changeCount() const
{
    const QStringList kept = m_origins.values();
    int count = 0;
    for (const Api::Route &route : m_draft.routes)
        count += isChanged(route.id) ? 1 : 0;
    for (const Api::Route &route : m_base.routes)
        count += kept.contains(route.id) ? 0 : 1;
    return count + restNotIn(m_base);
}

int RoutesDraft::restNotIn(const Api::Document &document) const
{
    const auto isNew = [](const auto &list) {
        return [&list](const auto &one) { return !list.contains(one); };
    };
    return int(std::ranges::count_if(m_draft.providers, isNew(document.providers))
               + std::ranges::count_if(m_draft.budgets, isNew(document.budgets)));
}

QString RoutesDraft::freeId(const QString &wanted) const
{
    QString id = wanted;
    for (int number = 2; route(id); ++number)
        id = u"%1-%2"_s.arg(wanted).arg(number);
    return id;
}

void RoutesDraft::add(const Api::Route &route)
{
    m_draft.routes.append(route);
    Q_EMIT changed();
}

QString RoutesDraft::duplicate(const QString &id)
{
    const qsizetype index = indexOf(id);
    if (index < 0)
        return {};
    Api::Route copy = m_draft.routes.at(index);
    copy.id = freeId(u"%1-copy"_s.arg(id));
    m_draft.routes.insert(index + 1, copy);
    Q_EMIT changed();
    return copy.id;
}

void RoutesDraft::remove(const QString &id)
{
    m_draft.routes.removeIf([&id](const Api::Route &route) { return route.id == id; });
    for (Api::Route &route : m_draft.routes)
        route.fallback.removeAll(id);
    m_origins.remove(id);
    Q_EMIT changed();
}

void RoutesDraft::replace(const QString &id, const Api::Route &route)
{
    const qsizetype index = indexOf(id);
    if (index < 0 || m_draft.routes.at(index) == route)
        return;
    m_draft.routes[index] = route;
    if (route.id != id)
        rename(id, route.id);
    Q_EMIT changed();
}

void RoutesDraft::rename(const QString &before, const QString &after)
{
    const auto follow = [&](QStringList &names) {
        for (QString &name : names)
            if (name == before)
                name = after;
    };
    for (Api::Route &route : m_draft.routes) {
        follow(route.fallback);
        for (Api::RouteRule &rule : route.rules)
            if (rule.route == before)
                rule.route = after;
        if (route.retire && route.retire->route == before)
            route.retire->route = after;
    }
    for (Api::Team &team : m_draft.teams)
        follow(team.routes);
    for (Api::DeclaredKey &key : m_draft.keys)
        follow(key.routes);
    if (m_origins.contains(before))
        m_origins.insert(after, m_origins.take(before));
    Q_EMIT renamed(before, after);
}

void RoutesDraft::take(const Api::Document &wanted)
{
    const Api::Document &base = m_configuration.document();
    for (const Api::Route &route : wanted.routes) {
        const Api::Route *before = find(base, route.id);
        if (before && *before == route)
            continue;
        if (const qsizetype index = indexOf(route.id); index >= 0)
            m_draft.routes[index] = route;
        else
            m_draft.routes.append(route);
    }
    takeRest(wanted, base);
    Q_EMIT changed();
}

void RoutesDraft::takeRest(const Api::Document &wanted, const Api::Document &base)
{
    for (const Api::Provider &provider : wanted.providers) {
        const auto mine = std::ranges::find(m_draft.providers, provider.id, &Api::Provider::id);
        if (mine != m_draft.providers.end() && !base.providers.contains(provider))
            *mine = provider;
    }
    for (const Api::Budget &budget : wanted.budgets) {
        if (base.budgets.contains(budget))
            continue;
        m_draft.budgets.removeIf([&budget](const Api::Budget &other) {
            return other.scope == budget.scope && other.period == budget.period;
        });
        m_draft.budgets.append(budget);
    }
}

void RoutesDraft::discard()
{
    takeBase();
}

void RoutesDraft::takeBase()
{
    m_base = m_configuration.document();
    m_draft = m_base;
    m_baseRevision = m_configuration.revision();
    m_origins.clear();
    for (const Api::Route &route : m_base.routes)
        m_origins.insert(route.id, route.id);
    if (std::exchange(m_conflicting, false))
        Q_EMIT conflictingChanged();
    Q_EMIT changed();
}

void RoutesDraft::follow()
{
    if (!m_configuration.isLoaded() || m_configuration.revision() == m_baseRevision)
        return;
    const Api::Document &now = m_configuration.document();
    const bool published =
        now.routes == m_draft.routes && (restNotIn(m_base) == 0 || restNotIn(now) == 0);
    if (published || !isDirty()) {
        takeBase();
    } else if (now.routes == m_base.routes) {
        applyMineAgain(); // they changed something else
    } else {
        m_conflicting = true;
        Q_EMIT conflictingChanged();
    }
}

//! What this draft changed, on top of what is in force now.
void RoutesDraft::applyMineAgain()
{
    const Api::Document mine = m_draft;
    const Api::Document base = m_base;
    const QHash<QString, QString> origins = m_origins;
    QSignalBlocker quiet(this);
    takeBase();
    for (const Api::Route &before : base.routes)
        if (!origins.values().contains(before.id))
            remove(before.id);
    for (const Api::Route &route : mine.routes) {
        const QString origin = origins.value(route.id);
        const Api::Route *before = find(base, origin);
        if (before && *before == route)
            continue;
        if (indexOf(origin) >= 0)
            replace(origin, route);
        else
            add(route);
    }
    takeRest(mine, base);
    quiet.unblock();
    Q_EMIT conflictingChanged();
    Q_EMIT changed();
}

bool RoutesDraft::reaches(const QString &from, const QString &to) const
{
    QStringList open{from};
    QStringList seen;
    while (!open.isEmpty()) {
        const QString id = open.takeLast();
        if (id == to)
            return true;
        if (seen.contains(id))
            continue;
        seen.append(id);
        if (const Api::Route *next = route(id))
            open.append(next->fallback);
    }
    return false;
}

QStringList RoutesDraft::possibleFallbacks(const QString &id) const
{
    const Api::Route *self = route(id);
    QStringList names;
    for (const Api::Route &other : m_draft.routes)
        if (self && !self->fallback.contains(other.id) && !reaches(other.id, id))
            names.append(other.id);
    return names;
}

RoutesDraft::Uses RoutesDraft::usesOf(const QString &id) const
{
    Uses uses;
    for (const Api::Route &route : m_draft.routes)
        if (route.fallback.contains(id))
            uses.fallbackOf.append(route.id);
    for (const Api::Team &team : m_draft.teams)
        if (team.routes.contains(id))
            uses.teams.append(team.id);
    for (const Api::DeclaredKey &key : m_draft.keys)
        if (key.routes.contains(id))
            uses.keys.append(key.id);
    return uses;
}

} // namespace Gatehouse::Ui
