// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/documents/addresses.h"
#include "core/api/documents/documentjson.h"
#include "core/api/documents/scope.h"
#include "core/api/documents/validation.h"

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Api {

namespace {

QString place(const QString &section, qsizetype index, const QString &key = {})
{
    const QString item = u"%1[%2]"_s.arg(section).arg(index);
    return key.isEmpty() ? item : joinPath(item, key);
}

template <typename T>
QStringList idsOf(const QList<T> &nouns)
{
    QStringList ids;
    for (const T &noun : nouns)
        ids += noun.id;
    return ids;
}

//! Judges what one noun cannot know of the others.
class CrossCheck
{
public:
    explicit CrossCheck(const Document &document)
        : m_document(document)
        , m_providers(idsOf(document.providers))
        , m_routes(idsOf(document.routes))
        , m_teams(idsOf(document.teams))
    {
    }

    Findings run()
    {
        checkUnique(m_providers, u"providers"_s);
        checkUnique(m_routes, u"routes"_s);
        checkUnique(m_teams, u"teams"_s);
        checkUnique(idsOf(m_document.keys), u"keys"_s);
        checkOwnAddresses();
        for (qsizetype i = 0; i < m_document.routes.size(); ++i)
            checkRoute(m_document.routes[i], i);
        checkFallbackLoops();
        for (qsizetype i = 0; i < m_document.teams.size(); ++i)
            checkPatterns(m_document.teams[i].routes, place(u"teams"_s, i, u"routes"_s));
        for (qsizetype i = 0; i < m_document.keys.size(); ++i)
            checkKey(m_document.keys[i], i);
        checkPrices();
        checkSpending();
        checkAlerts();
        return m_findings;
    }

private:
    void error(const QString &path, const QString &message)
    {
        m_findings.append({.severity = Severity::Error, .path = path, .message = message});
    }
    void warning(const QString &path, const QString &message)
    {
        m_findings.append({.severity = Severity::Warning, .path = path, .message = message});
    }

    void checkUnique(const QStringList &ids, const QString &section)
    {
        QSet<QString> seen;
        for (qsizetype i = 0; i < ids.size(); ++i) {
            if (!ids[i].isEmpty() && seen.contains(ids[i]))
                error(place(section, i, u"id"_s),
                      u"\"%1\" is used twice in %2; rename one"_s.arg(ids[i], section));
            seen.insert(ids[i]);
        }
    }

    //! Error unless \a id is empty (its own noun says that) or among \a known.
    void checkReference(const QString &id, const QStringList &known, const QString &path,
                        const QString &noun)
    {
        if (!id.isEmpty() && !known.contains(id))
            error(path,
                  u"names the %1 \"%2\", which does not exist%3"_s.arg(noun, id,
                                                                       suggestion(id, known)));
    }

    void checkOwnAddresses();
    void checkRoute(const Route &route, qsizetype index);
    void checkTarget(const RouteTarget &target, const QString &path);
    void checkResidency(const Route &route, qsizetype index);
    void checkFallbackLoops();
    void checkPatterns(const QStringList &patterns, const QString &path);
    void checkKey(const DeclaredKey &key, qsizetype index);
    void checkPrices();
    void checkPolicies(const Route &route, qsizetype index);
    void checkModel(const ModelReference &model, const QString &path);
    void checkScope(const QString &scope, const QString &path);
    void checkSpending();
    void checkAlerts();
    const Provider *provider(const QString &id) const;

    const Document &m_document;
    QStringList m_providers;
    QStringList m_routes;
    QStringList m_teams;
    Findings m_findings;
};

const Provider *CrossCheck::provider(const QString &id) const
{
    const qsizetype index = m_providers.indexOf(id);
    return index < 0 ? nullptr : &m_document.providers[index];
}

//! A provider must not be the gateway itself: its requests would run in a circle.
void CrossCheck::checkOwnAddresses()
{
    for (qsizetype i = 0; i < m_document.providers.size(); ++i) {
        const QUrl url(m_document.providers[i].baseUrl);
        const QString host = url.host();
        const ListenAddress address{host, static_cast<quint16>(url.port(0))};
        const auto leadsHere = [&](const QString &listen) {
            const auto own = parseListenAddress(listen);
            return own && address.port != 0 && own->port == address.port
                && (own->host == host || address.isLoopback());
        };
        const QStringList &own = m_document.gateway.listen;
        if (std::any_of(own.begin(), own.end(), leadsHere)
            || leadsHere(m_document.gateway.adminListen))
            error(place(u"providers"_s, i, u"base_url"_s),
                  u"is the gateway's own address; requests would run in a circle"_s);
    }
}

void CrossCheck::checkTarget(const RouteTarget &target, const QString &path)
{
    checkReference(target.provider, m_providers, joinPath(path, u"provider"_s), u"provider"_s);
    const Provider *named = provider(target.provider);
    if (named && !named->models.isEmpty() && !target.model.isEmpty()
        && !named->models.contains(target.model))
        warning(joinPath(path, u"model"_s),
                u"\"%1\" is not among the models listed for %2%3"_s.arg(
                    target.model, target.provider, suggestion(target.model, named->models)));
}

void CrossCheck::checkRoute(const Route &route, qsizetype index)
{
    for (qsizetype i = 0; i < route.targets.size(); ++i)
        checkTarget(route.targets[i], joinPath(place(u"routes"_s, index), place(u"targets"_s, i)));
    for (qsizetype i = 0; i < route.fallback.size(); ++i)
        checkReference(route.fallback[i], m_routes,
                       joinPath(place(u"routes"_s, index), place(u"fallback"_s, i)), u"route"_s);
    if (m_providers.contains(route.id))
        warning(place(u"routes"_s, index, u"id"_s),
                u"\"%1\" is also a provider: \"%1\" means this route, \"%1/model\" the provider's "
                "model; rename one to keep them apart"_s.arg(route.id));
    checkResidency(route, index);
    checkPolicies(route, index);
}

void CrossCheck::checkModel(const ModelReference &model, const QString &path)
{
    checkReference(model.provider, m_providers, joinPath(path, u"provider"_s), u"provider"_s);
}

void CrossCheck::checkPolicies(const Route &route, qsizetype index)
{
    const QString path = place(u"routes"_s, index);
    for (qsizetype i = 0; i < route.rules.size(); ++i) {
        const QString rule = joinPath(path, place(u"rules"_s, i));
        checkReference(route.rules[i].route, m_routes, joinPath(rule, u"route"_s), u"route"_s);
        if (!route.rules[i].route.isEmpty() && route.rules[i].route == route.id)
            error(joinPath(rule, u"route"_s), u"leads back to its own route"_s);
        for (const QString &team : route.rules[i].when.teams)
            checkReference(team, m_teams, joinPath(rule, u"when.teams"_s), u"team"_s);
    }
    if (route.canary)
        checkModel(route.canary->target, joinPath(path, u"canary.target"_s));
    if (route.shadow)
        checkModel(route.shadow->target, joinPath(path, u"shadow.target"_s));
    if (route.retire)
        checkReference(route.retire->route, m_routes, joinPath(path, u"retire.route"_s),
                       u"route"_s);
}

//! Keys made on the screen and people are not in the document.
void CrossCheck::checkScope(const QString &text, const QString &path)
{
    const auto scope = parseScope(text);
    if (scope && scope->kind == Scope::Kind::Team)
        checkReference(scope->name, m_teams, path, u"team"_s);
    else if (scope && scope->kind == Scope::Kind::Route)
        checkReference(scope->name, m_routes, path, u"route"_s);
    else if (scope && scope->kind == Scope::Kind::Provider)
        checkReference(scope->name, m_providers, path, u"provider"_s);
}

void CrossCheck::checkSpending()
{
    for (qsizetype i = 0; i < m_document.limits.size(); ++i)
        checkScope(m_document.limits[i].scope, place(u"limits"_s, i, u"scope"_s));
    QSet<QString> ids;
    for (qsizetype i = 0; i < m_document.budgets.size(); ++i) {
        const Budget &budget = m_document.budgets[i];
        checkScope(budget.scope, place(u"budgets"_s, i, u"scope"_s));
        if (budget.action.startsWith("redirect:"_L1))
            checkReference(budget.action.mid(9), m_routes, place(u"budgets"_s, i, u"action"_s),
                           u"route"_s);
        const QString id = budget.id.isEmpty() ? budget.scope + u' ' + budget.period : budget.id;
        if (ids.contains(id))
            error(place(u"budgets"_s, i), u"is the second budget \"%1\"; keep one"_s.arg(id));
        ids.insert(id);
    }
    for (qsizetype i = 0; i < m_document.contracts.size(); ++i)
        checkReference(m_document.contracts[i].provider, m_providers,
                       place(u"contracts"_s, i, u"provider"_s), u"provider"_s);
    checkUnique(idsOf(m_document.contracts), u"contracts"_s);
    for (qsizetype i = 0; i < m_document.contracts.size(); ++i) {
        for (qsizetype j = 0; j < i; ++j) {
            const Contract &a = m_document.contracts[j];
            const Contract &b = m_document.contracts[i];
            const bool meet = a.provider == b.provider && a.from <= b.until && b.from <= a.until;
            if (meet && a.hasTerms() && b.hasTerms() && (a.models.isEmpty() || b.models.isEmpty()))
                error(place(u"contracts"_s, i, u"from"_s),
                      u"\"%1\" already sets prices of %2 in this time; let one end before the "
                      "other begins, or name the models of each"_s.arg(a.id, a.provider));
        }
    }
}

void CrossCheck::checkAlerts()
{
    checkUnique(idsOf(m_document.alerts), u"alerts"_s);
    checkUnique(idsOf(m_document.channels), u"channels"_s);
    const QStringList channels = idsOf(m_document.channels) + QStringList{u"desktop"_s, u"*"_s};
    for (qsizetype i = 0; i < m_document.channels.size(); ++i) {
        if (m_document.channels[i].id == "desktop"_L1)
            error(place(u"channels"_s, i, u"id"_s),
                  u"\"desktop\" is there without being declared; choose another id"_s);
    }
    for (qsizetype i = 0; i < m_document.alerts.size(); ++i) {
        const AlertRule &rule = m_document.alerts[i];
        checkScope(rule.scope, place(u"alerts"_s, i, u"scope"_s));
        for (qsizetype c = 0; c < rule.channels.size(); ++c)
            checkReference(rule.channels[c], channels,
                           joinPath(place(u"alerts"_s, i), place(u"channels"_s, c)), u"channel"_s);
    }
}

void CrossCheck::checkResidency(const Route &route, qsizetype index)
{
    if (route.residency.isEmpty() || route.targets.isEmpty())
        return;
    const QSet<QString> allowed(route.residency.begin(), route.residency.end());
    const auto staysInside = [&](const RouteTarget &target) {
        const Provider *named = provider(target.provider);
        return !named
            || std::any_of(named->region.begin(), named->region.end(),
                           [&](const QString &region) { return allowed.contains(region); });
    };
    if (std::none_of(route.targets.begin(), route.targets.end(), staysInside))
        warning(
            place(u"routes"_s, index, u"residency"_s),
            u"leaves no target of this route: no provider of its targets has the region %1"_s.arg(
                route.residency.join(" or "_L1)));
    if (route.shadow && !staysInside({.provider = route.shadow->target.provider, .model = {}}))
        warning(place(u"routes"_s, index, u"shadow.target"_s),
                u"is outside of the route's residency, so nothing is copied; its provider needs "
                "the region %1"_s.arg(route.residency.join(" or "_L1)));
}

//! Follows fallbacks from every route; each loop is told once, at the entry that closes it.
void CrossCheck::checkFallbackLoops()
{
    enum class State { New, Open, Done };
    QHash<QString, State> states;
    QStringList trail;
    const std::function<void(const QString &)> visit = [&](const QString &id) {
        const qsizetype index = m_routes.indexOf(id);
        if (index < 0)
            return;
        states[id] = State::Open;
        trail.append(id);
        const QStringList &next = m_document.routes[index].fallback;
        for (qsizetype i = 0; i < next.size(); ++i) {
            const State state = states.value(next[i], State::New);
            if (state == State::Open)
                error(joinPath(place(u"routes"_s, index), place(u"fallback"_s, i)),
                      u"closes a loop: %1 → %2; remove one of these fallbacks"_s.arg(
                          trail.mid(trail.indexOf(next[i])).join(u" → "_s), next[i]));
            else if (state == State::New)
                visit(next[i]);
        }
        trail.removeLast();
        states[id] = State::Done;
    };
    for (const QString &id : m_routes) {
        if (states.value(id, State::New) == State::New)
            visit(id);
    }
}

//! "fast" must be a route, the part before the slash of "openai/…" a provider.
void CrossCheck::checkPatterns(const QStringList &patterns, const QString &path)
{
    for (qsizetype i = 0; i < patterns.size(); ++i) {
        const QString &pattern = patterns[i];
        if (pattern == "*"_L1)
            continue;
        const qsizetype slash = pattern.indexOf(u'/');
        const QString itemPath = u"%1[%2]"_s.arg(path).arg(i);
        if (slash < 0)
            checkReference(pattern, m_routes, itemPath, u"route"_s);
        else
            checkReference(pattern.first(slash), m_providers, itemPath, u"provider"_s);
    }
}

void CrossCheck::checkKey(const DeclaredKey &key, qsizetype index)
{
    checkReference(key.team, m_teams, place(u"keys"_s, index, u"team"_s), u"team"_s);
    checkPatterns(key.routes, place(u"keys"_s, index, u"routes"_s));
}

void CrossCheck::checkPrices()
{
    QSet<QString> seen;
    for (qsizetype i = 0; i < m_document.prices.size(); ++i) {
        const PriceOverride &price = m_document.prices[i];
        checkReference(price.provider, m_providers, place(u"prices"_s, i, u"provider"_s),
                       u"provider"_s);
        const QString name = price.provider + u'/' + price.model;
        const QString dated = name + u' ' + price.from;
        if (seen.contains(dated))
            error(place(u"prices"_s, i),
                  u"gives %1 a second price for the same time; keep one, or give each the day it "
                  "begins as \"from\""_s.arg(name));
        seen.insert(dated);
    }
}

template <typename T>
Findings validateEach(const QList<T> &nouns, const QString &section)
{
    Findings findings;
    for (qsizetype i = 0; i < nouns.size(); ++i)
        findings += validate(nouns[i], place(section, i));
    return findings;
}

} // namespace

Findings validate(const Document &document)
{
    Findings findings;
    documentTable().check(document, {}, findings);
    findings += validate(document.gateway, u"gateway"_s);
    findings += validateEach(document.providers, u"providers"_s);
    findings += validateEach(document.routes, u"routes"_s);
    findings += validateEach(document.teams, u"teams"_s);
    findings += validateEach(document.keys, u"keys"_s);
    findings += validateEach(document.prices, u"prices"_s);
    findings += validateEach(document.limits, u"limits"_s);
    findings += validateEach(document.budgets, u"budgets"_s);
    findings += validateEach(document.contracts, u"contracts"_s);
    findings += validateEach(document.alerts, u"alerts"_s);
    findings += validateEach(document.channels, u"channels"_s);
    findings += CrossCheck(document).run();
    return findings;
}

} // namespace Gatehouse::Api
