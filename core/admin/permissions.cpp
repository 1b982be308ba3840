// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/permissions.h"

#include <QtCore/QHash>
#include <QtCore/QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

using P = Api::Permission;

using PermissionTable = QHash<QString, P>;

void addViews(PermissionTable &all)
{
    for (const QString &route :
         {u"GET /status"_s, u"GET /events"_s, u"GET /overview"_s, u"GET /latency"_s,
          u"GET /reliability"_s, u"GET /doctor"_s, u"GET /alerts"_s, u"GET /alerts/history"_s,
          u"GET /headroom"_s, u"GET /me"_s, u"GET /permissions"_s, u"GET /openapi.json"_s})
        all.insert(route, P::ViewStatus);
    all.insert(u"POST /pair"_s, P::ViewStatus); // its code decides
    for (const QString &route :
         {u"GET /requests"_s, u"GET /requests/histogram"_s, u"GET /requests/values"_s,
          u"GET /requests/running"_s, u"GET /requests/{id}"_s, u"GET /recording"_s})
        all.insert(route, P::ViewRequests);
    for (const QString &route :
         {u"GET /usage"_s, u"GET /usage/export"_s, u"GET /prices"_s, u"GET /machines"_s,
          u"GET /prices/recalculate"_s, u"GET /budgets"_s, u"GET /budgets/{id}"_s, u"GET /pause"_s,
          u"GET /forecast"_s, u"GET /commitments"_s, u"GET /reports/chargeback"_s,
          u"POST /invoices/check"_s, u"POST /simulate"_s, u"GET /simulate/{id}"_s,
          u"DELETE /simulate/{id}"_s})
        all.insert(route, P::ViewSpend);
    for (const QString &route : {u"GET /config"_s,
                                 u"GET /config/lines"_s,
                                 u"POST /config/check"_s,
                                 u"GET /revisions"_s,
                                 u"GET /revisions/diff"_s,
                                 u"GET /revisions/{revision}"_s,
                                 u"GET /providers"_s,
                                 u"GET /providers/known"_s,
                                 u"GET /providers/{id}"_s,
                                 u"GET /providers/{id}/capabilities"_s,
                                 u"GET /models"_s,
                                 u"GET /routes"_s,
                                 u"GET /routes/{id}"_s,
                                 u"GET /routes/{id}/traffic"_s,
                                 u"GET /routes/{id}/trials"_s,
                                 u"GET /models/callers"_s,
                                 u"GET /alerts/channels"_s,
                                 u"GET /alerts/deliveries"_s,
                                 u"POST /explain"_s,
                                 u"GET /teams"_s,
                                 u"GET /teams/{id}"_s,
                                 u"GET /keys"_s,
                                 u"GET /keys/{id}"_s,
                                 u"GET /keys/{id}/limits"_s,
                                 u"GET /limits"_s,
                                 u"GET /key-templates"_s,
                                 u"GET /storage"_s})
        all.insert(route, P::ViewConfiguration);
    for (const QString &route : {u"GET /audit"_s, u"GET /audit/days"_s, u"POST /audit/verify"_s})
        all.insert(route, P::ViewAudit);
}

void addOperation(PermissionTable &all)
{
    for (const QString &route :
         {u"POST /gateway/start"_s, u"POST /gateway/stop"_s, u"POST /requests/{id}/cancel"_s,
          u"POST /requests/test"_s, u"POST /providers/{id}/pause"_s,
          u"POST /providers/{id}/resume"_s, u"POST /alerts/{id}/acknowledge"_s,
          u"POST /alerts/{id}/snooze"_s, u"DELETE /alerts/{id}/snooze"_s, u"POST /alerts/preview"_s,
          u"POST /alerts/channels/{id}/test"_s, u"POST /providers/{id}/breaker"_s,
          u"POST /providers/{id}/check"_s, u"POST /reliability/incidents/{id}/acknowledge"_s})
        all.insert(route, P::Operate);
    for (const QString &route :
         {u"PUT /config"_s, u"POST /config/apply"_s, u"POST /revisions/{revision}/restore"_s,
          u"POST /routes"_s, u"PUT /routes/{id}"_s, u"DELETE /routes/{id}"_s, u"POST /providers"_s,
          u"PUT /providers/{id}"_s, u"DELETE /providers/{id}"_s, u"POST /providers/{id}/test"_s,
          u"POST /providers/{id}/models"_s, u"PUT /reliability/objectives/{id}"_s,
          u"DELETE /reliability/objectives/{id}"_s})
        all.insert(route, P::EditRoutes);
}

void addManagement(PermissionTable &all)
{
    for (const QString &route :
         {u"POST /keys"_s, u"PUT /keys/{id}"_s, u"DELETE /keys/{id}"_s, u"POST /keys/{id}/rotate"_s,
          u"POST /keys/{id}/disable"_s, u"POST /keys/{id}/enable"_s,
          u"POST /keys/{id}/end-overlap"_s, u"POST /keys/{id}/restore"_s, u"POST /keys/find"_s,
          u"POST /teams"_s, u"PUT /teams/{id}"_s, u"DELETE /teams/{id}"_s,
          u"PUT /key-templates/{name}"_s, u"DELETE /key-templates/{name}"_s})
        all.insert(route, P::ManageKeys);
    for (const QString &route :
         {u"POST /budgets/{id}/raise"_s, u"POST /budgets/{id}/reset"_s, u"POST /pause"_s,
          u"DELETE /pause"_s, u"POST /prices/import"_s, u"POST /prices/recalculate"_s,
          u"POST /machines/{provider}/correct"_s, u"POST /prices/update"_s,
          u"POST /prices/update/undo"_s, u"POST /prices/update/confirm"_s,
          u"DELETE /prices/recalculate"_s, u"POST /books/check"_s})
        all.insert(route, P::ManageSpending);
    // A test of a draft sends a stored key to the address of the draft; discovery finds such keys.
    for (const QString &route :
         {u"GET /secrets"_s, u"PUT /secrets/{name}"_s, u"DELETE /secrets/{name}"_s,
          u"POST /secrets/unlock"_s, u"POST /secrets/store"_s, u"POST /secrets/{name}/move"_s,
          u"POST /providers/test"_s, u"GET /discovery"_s})
        all.insert(route, P::ManageSecrets);
    for (const QString &route :
         {u"POST /import/{kind}"_s, u"GET /gateway/port-check"_s, u"POST /tls/check"_s,
          u"POST /tls/create"_s, u"POST /storage/compact"_s, u"POST /storage/move"_s,
          u"PUT /recording"_s})
        all.insert(route, P::ManageGateway);
    for (const QString &route :
         {u"POST /requests/{id}/body"_s, u"DELETE /requests/{id}/body"_s, u"DELETE /bodies"_s,
          u"GET /requests/{id}/replay"_s, u"POST /requests/{id}/replay"_s, u"POST /recording"_s,
          u"POST /recording/preview"_s, u"DELETE /recording"_s})
        all.insert(route, P::ReadBodies);
    for (const QString &route :
         {u"POST /pairing"_s, u"GET /people"_s, u"POST /people"_s, u"PUT /people/{id}"_s,
          u"DELETE /people/{id}"_s, u"POST /people/{id}/sign-out"_s, u"GET /tokens"_s,
          u"POST /tokens"_s, u"DELETE /tokens/{id}"_s})
        all.insert(route, P::ManagePeople);
    for (const QString &route : {u"GET /admin-access"_s, u"GET /backups"_s, u"POST /backups"_s,
                                 u"POST /backups/inspect"_s, u"POST /backups/restore"_s})
        all.insert(route, P::Everything);
}

const PermissionTable &permissions()
{
    static const PermissionTable table = [] {
        PermissionTable all;
        addViews(all);
        addOperation(all);
        addManagement(all);
        return all;
    }();
    return table;
}

QString shownRole(Api::Role role)
{
    return role == Api::Role::Billing      ? u"billing viewer"_s
        : role == Api::Role::Administrator ? u"administrator"_s
                                           : Api::roleWord(role);
}

Error denied(const Api::Grant &caller, P needed, const QString &what)
{
    if (Api::may(caller.role, needed))
        return {ErrorCode::PermissionDenied,
                u"this token leaves out %1; to %2, use one that has it"_s.arg(
                    Api::permissionWord(needed), what)};
    QStringList names;
    for (const Api::Role other : Api::rolesThatMay(needed))
        names.append(shownRole(other));
    return {ErrorCode::PermissionDenied,
            u"the role %1 may not %2; this needs one of: %3"_s.arg(shownRole(caller.role), what,
                                                                   names.join(u", "_s))};
}

//! What of a provider decides where its secrets go.
Api::Provider withoutRoutingPart(Api::Provider provider)
{
    const Api::Provider usual;
    provider.name = usual.name;
    provider.region = usual.region;
    provider.personalData = usual.personalData;
    provider.retention = usual.retention;
    provider.paused = usual.paused;
    provider.maxInFlight = usual.maxInFlight;
    provider.queue = usual.queue;
    provider.timeouts = usual.timeouts;
    provider.models = usual.models;
    provider.breaker = usual.breaker;
    provider.probe = usual.probe;
    provider.adaptive = usual.adaptive;
    provider.retryBudget = usual.retryBudget;
    provider.other = usual.other;
    return provider;
}

bool sameButPaused(const QList<Api::Provider> &before, const QList<Api::Provider> &after)
{
    return std::ranges::equal(before, after, [](Api::Provider a, const Api::Provider &b) {
        a.paused = b.paused;
        return a == b;
    });
}

//! Whether some provider that can use secrets is new or leads elsewhere.
bool movesSecrets(const QList<Api::Provider> &before, const QList<Api::Provider> &after)
{
    return std::ranges::any_of(after, [&before](const Api::Provider &provider) {
        const auto old = std::ranges::find(before, provider.id, &Api::Provider::id);
        if (old == before.end())
            return !provider.keys.isEmpty() || !provider.headers.isEmpty();
        return withoutRoutingPart(*old) != withoutRoutingPart(provider);
    });
}

} // namespace

std::optional<Api::Permission> permissionOf(const QString &route)
{
    const auto found = permissions().constFind(route);
    return found == permissions().constEnd() ? std::nullopt : std::optional(*found);
}

Result<void> checkPermission(const Api::Grant &caller, const QString &route)
{
    const P needed = permissionOf(route).value_or(P::Everything);
    if (caller.may(needed))
        return {};
    return denied(caller, needed, u"do this"_s);
}

Result<void> checkChange(const Api::Grant &caller, const Api::Document &before,
                         const Api::Document &after)
{
    const auto check = [&caller](bool changed, P needed, const QString &what) -> Result<void> {
        return changed && !caller.may(needed) ? denied(caller, needed, what) : Result<void>();
    };
    const bool providers = before.providers != after.providers;
    const bool paused = providers && sameButPaused(before.providers, after.providers);
    const std::tuple<bool, P, QString> parts[] = {
        {paused, P::Operate, u"pause providers"_s},
        {providers && !paused, P::EditRoutes, u"change providers"_s},
        {providers && movesSecrets(before.providers, after.providers), P::ManageSecrets,
         u"change keys, addresses, headers or proxies of providers"_s},
        {before.routes != after.routes, P::EditRoutes, u"change routes"_s},
        {before.teams != after.teams || before.keys != after.keys || before.limits != after.limits,
         P::ManageKeys, u"change teams, keys or limits"_s},
        {before.budgets != after.budgets || before.prices != after.prices
             || before.contracts != after.contracts,
         P::ManageSpending, u"change budgets, prices or contracts"_s},
        {before.alerts != after.alerts || before.channels != after.channels, P::Operate,
         u"change alerts"_s},
        {before.gateway != after.gateway || before.other != after.other
             || before.version != after.version,
         P::ManageGateway, u"change settings"_s},
    };
    for (const auto &[changed, needed, what] : parts) {
        if (const auto allowed = check(changed, needed, what); !allowed)
            return allowed;
    }
    return {};
}

} // namespace Gatehouse::Admin
