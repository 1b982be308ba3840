// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/import/litellmfallbacks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

//! Pairs of a fallback list: [{a: [b, c]}, …], each with its path.
struct FallbackEntry {
    QString from;
    QStringList to;
    QString path;
};

//! Of "b" or {"model": "b", …}.
QString modelOf(const QJsonValue &value)
{
    return value.isObject() ? value["model"_L1].toString() : value.toString();
}

QStringList modelsOf(const QJsonValue &value)
{
    QStringList names;
    for (const QJsonValue &one : value.isArray() ? value.toArray() : QJsonArray{value})
        names.append(modelOf(one));
    return names;
}

QList<FallbackEntry> fallbackEntries(ImportSource &source, const QString &key, ImportReport &report)
{
    QList<FallbackEntry> entries;
    const QJsonValue value = source.take(key);
    if (value.isUndefined() || value.isNull())
        return entries;
    const QJsonArray list = value.isArray() ? value.toArray() : QJsonArray{value};
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString path = u"%1[%2]"_s.arg(source.path(key)).arg(i);
        const QJsonObject object = list[i].toObject();
        if (object.isEmpty())
            report.leftOut(path, u"It names no model and what stands in for it."_s);
        for (auto it = object.begin(); it != object.end(); ++it)
            entries.append({it.key(), modelsOf(*it), u"%1.%2"_s.arg(path, it.key())});
    }
    return entries;
}

} // namespace

QStringList routeIdsOf(const Document &document)
{
    QStringList ids;
    for (const Route &route : document.routes)
        ids.append(route.id);
    return ids;
}

LiteLlmFallbacks::LiteLlmFallbacks(Parts parts)
    : m_parts(parts)
{
    readAliases();
}

Route *LiteLlmFallbacks::route(const QString &name)
{
    const qsizetype index = routeIdsOf(m_parts.report.document).indexOf(m_parts.ids.value(name));
    return index < 0 ? nullptr : &m_parts.report.document.routes[index];
}

bool LiteLlmFallbacks::leadsTo(const QString &from, const QString &to) const
{
    if (from == to)
        return true;
    const qsizetype index = routeIdsOf(m_parts.report.document).indexOf(from);
    const QStringList next =
        index < 0 ? QStringList() : m_parts.report.document.routes[index].fallback;
    return std::any_of(next.begin(), next.end(),
                       [&](const QString &id) { return leadsTo(id, to); });
}

void LiteLlmFallbacks::addFallback(Route &from, const QString &name, const QString &path)
{
    const QString owner = from.id; // appending below moves the routes
    const Route *to = route(name);
    if (!to || to->id == owner) {
        m_parts.report.leftOut(path,
                               u"\"%1\" is no model of this file that could stand in."_s.arg(name));
        return;
    }
    QString id = to->id;
    if (leadsTo(id, owner)) {
        Route copy = *to;
        copy.fallback.clear();
        copy.id = importedId(id + u"-alone"_s);
        if (!routeIdsOf(m_parts.report.document).contains(copy.id))
            m_parts.report.document.routes.append(copy);
        m_parts.report.changed(
            path,
            u"Fallbacks must not run in a circle here, so \"%1\" leads to \"%2\", a "
            "copy of \"%3\" without fallbacks."_s.arg(owner, copy.id, id));
        id = copy.id;
    }
    QStringList &fallback =
        m_parts.report.document.routes[routeIdsOf(m_parts.report.document).indexOf(owner)].fallback;
    if (!fallback.contains(id)) {
        fallback.append(id);
        m_parts.report.mapped(path, u"Route \"%1\" falls back to \"%2\"."_s.arg(owner, id));
    }
}

void LiteLlmFallbacks::addFallbacks()
{
    QStringList everywhere;
    QList<FallbackEntry> entries = fallbackEntries(m_parts.router, u"fallbacks"_s, m_parts.report);
    entries += fallbackEntries(m_parts.settings, u"fallbacks"_s, m_parts.report);
    for (ImportSource *source : {&m_parts.router, &m_parts.settings}) {
        const QString key = u"default_fallbacks"_s;
        const QJsonValue value = source->take(key);
        if (source->has(key))
            entries.append({u"*"_s, modelsOf(value), source->path(key)});
    }
    for (const FallbackEntry &entry : entries) {
        for (const QString &to : entry.to) {
            if (entry.from == "*"_L1)
                addEverywhere(to, entry.path, everywhere);
            else if (Route *from = route(entry.from))
                addFallback(*from, to, entry.path);
            else
                m_parts.report.leftOut(entry.path,
                                       u"\"%1\" is no model of this file."_s.arg(entry.from));
        }
    }
    for (const QString &id : routeIdsOf(m_parts.report.document))
        fallBackEverywhere(id, everywhere);
}

void LiteLlmFallbacks::addEverywhere(const QString &name, const QString &path,
                                     QStringList &everywhere)
{
    if (!route(name)) {
        m_parts.report.leftOut(path,
                               u"\"%1\" is no model of this file that could stand in."_s.arg(name));
        return;
    }
    m_parts.report.mapped(
        path, u"Routes without fallbacks of their own fall back to \"%1\"."_s.arg(name));
    if (!everywhere.contains(name))
        everywhere.append(name);
}

void LiteLlmFallbacks::fallBackEverywhere(const QString &id, const QStringList &names)
{
    const auto own = [&]() -> Route & {
        QList<Route> &routes = m_parts.report.document.routes;
        return routes[routeIdsOf(m_parts.report.document).indexOf(id)];
    };
    if (!own().fallback.isEmpty() || id.endsWith("-alone"_L1))
        return;
    for (const QString &name : names) {
        if (m_parts.ids.value(name) != id)
            addFallback(own(), name, u"default_fallbacks"_s);
    }
}

void LiteLlmFallbacks::addContextFallbacks()
{
    const QString key = u"context_window_fallbacks"_s;
    QList<FallbackEntry> entries = fallbackEntries(m_parts.router, key, m_parts.report);
    entries += fallbackEntries(m_parts.settings, key, m_parts.report);
    for (const FallbackEntry &entry : entries) {
        Route *from = route(entry.from);
        const QString name = entry.to.value(0);
        const Route *to = route(name);
        if (!from || !to || from == to) {
            m_parts.report.leftOut(entry.path, u"It names a model that is not of this file."_s);
            continue;
        }
        if (entry.to.size() > 1)
            m_parts.report.leftOut(entry.path,
                                   u"All but the first of them; a rule has one route."_s);
        int size = 0;
        for (const RouteTarget &target : from->targets)
            size = std::max(size, target.contextTokens);
        if (size == 0) {
            m_parts.report.changed(
                entry.path,
                u"How much \"%1\" takes is not said (model_info.max_input_tokens), so "
                "it became a fallback for every failure."_s.arg(from->id));
            addFallback(*from, name, entry.path);
            continue;
        }
        RouteRule rule;
        rule.name = u"larger prompts"_s;
        rule.when.promptTokensAbove = size;
        rule.route = to->id;
        from->rules.append(rule);
        m_parts.report.mapped(
            entry.path, u"A rule sends prompts above %1 tokens to \"%2\"."_s.arg(size).arg(to->id));
    }
}

//! Before there are routes for them: fallbacks may lead to an alias, which is the original.
void LiteLlmFallbacks::readAliases()
{
    const QString key = u"model_group_alias"_s;
    m_aliases = objectOf(m_parts.router, key, m_parts.report);
    for (auto it = m_aliases.begin(); it != m_aliases.end(); ++it) {
        const QString original = m_parts.ids.value(modelOf(*it));
        if (!original.isEmpty() && !m_parts.ids.contains(it.key()))
            m_parts.ids.insert(it.key(), original);
    }
}

void LiteLlmFallbacks::addAliases()
{
    for (auto it = m_aliases.constBegin(); it != m_aliases.constEnd(); ++it) {
        const QString path = u"%1.%2"_s.arg(m_parts.router.path(u"model_group_alias"_s), it.key());
        const QString name = modelOf(*it);
        const Route *original = route(name);
        const QString id = importedId(it.key());
        if (!original || routeIdsOf(m_parts.report.document).contains(id)) {
            m_parts.report.leftOut(path,
                                   original ? u"There is a route \"%1\" already."_s.arg(id)
                                            : u"\"%1\" is no model of this file."_s.arg(name));
            continue;
        }
        Route alias = *original;
        alias.id = id;
        m_parts.ids.insert(it.key(), id);
        m_parts.report.document.routes.append(alias);
        const bool wasHidden = (*it)["hidden"_L1].toBool();
        const QString text = u"Route \"%1\" is a copy of \"%2\"; limits of the one do not bind the "
                             "other."_s.arg(id, m_parts.ids.value(name));
        if (id == it.key() && !wasHidden)
            m_parts.report.mapped(path, text);
        else
            m_parts.report.changed(
                path, wasHidden ? QString(text + u" It is listed as every route is."_s) : text);
    }
}

} // namespace Gatehouse::Api
