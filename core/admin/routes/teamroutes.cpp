// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/routes/keyspending.h"
#include "core/admin/routes/routes.h"
#include "core/api/documents/documentjson.h"
#include "core/api/documents/validation.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

Error noTeam(const QString &id)
{
    return {ErrorCode::NotFound, u"there is no team '%1'"_s.arg(id)};
}

//! A team with what its keys may use and spend together.
struct WantedTeam {
    Api::Team team;
    KeySpendingChange spending;
};

//! The team of a body, checked by itself.
std::optional<WantedTeam> readTeam(const AdminRequest &request, const Responder &responder)
{
    QJsonObject body = request.body;
    const Result<KeySpendingChange> spending = readKeySpending(body);
    if (!spending) {
        responder.fail(spending.error());
        return std::nullopt;
    }
    for (const QString &name : {u"reason"_s, u"limits"_s, u"budget"_s})
        body.remove(name);
    if (body.value("key_limits"_L1).isNull()) // as of limits and budget: none
        body.remove(u"key_limits"_s);
    if (request.path.size() > 1)
        body.insert(u"id"_s, request.id());
    Api::Findings findings;
    Api::Team team = Api::teamFromJson(body, {}, findings);
    if (!Api::hasErrors(findings))
        findings += Api::validate(team);
    if (Api::hasErrors(findings)) {
        responder.fail(findings);
        return std::nullopt;
    }
    return WantedTeam{.team = team, .spending = *spending};
}

Api::Scope scopeOf(const Api::Team &team)
{
    return {Api::Scope::Kind::Team, team.id};
}

void createTeam(Services &services, const AdminRequest &request, const Responder &responder)
{
    const auto wanted = readTeam(request, responder);
    if (!wanted)
        return;
    const Api::Team *team = &wanted->team;
    const auto outcome = services.configuration.edit(
        [&](Api::Document &document) -> Result<void> {
            if (std::ranges::find(document.teams, team->id, &Api::Team::id) != document.teams.end())
                return Error{ErrorCode::AlreadyExists,
                             u"there is a team '%1' already"_s.arg(team->id), u"id"_s};
            document.teams.append(*team);
            applySpending(document, scopeOf(*team), wanted->spending);
            return {};
        },
        changeInfo(request));
    answerChange(responder, services, outcome, {{u"id"_s, team->id}}, 201);
}

void replaceTeam(Services &services, const AdminRequest &request, const Responder &responder)
{
    const auto wanted = readTeam(request, responder);
    if (!wanted)
        return;
    const Api::Team *team = &wanted->team;
    const auto outcome = services.configuration.edit(
        [&](Api::Document &document) -> Result<void> {
            const auto it = std::ranges::find(document.teams, team->id, &Api::Team::id);
            if (it == document.teams.end())
                return noTeam(team->id);
            *it = *team;
            applySpending(document, scopeOf(*team), wanted->spending);
            return {};
        },
        changeInfo(request));
    answerChange(responder, services, outcome, {{u"id"_s, team->id}});
}

//! The names of the keys in force that belong to a team.
Result<QStringList> keysOf(const Services &services, const QString &team)
{
    const auto created = services.keys.list();
    if (!created)
        return created.error();
    QStringList names;
    for (const Api::DeclaredKey &key : services.configuration.document().keys) {
        if (key.team == team)
            names.append(key.id);
    }
    for (const Access::CreatedKey &key : *created) {
        if (key.team == team)
            names.append(key.name);
    }
    return names;
}

void removeTeam(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QString id = request.id();
    const Result<QStringList> users = keysOf(services, id);
    if (!users) {
        responder.fail(users.error());
        return;
    }
    if (!users->isEmpty()) {
        responder.fail(Error{ErrorCode::InUse,
                             u"keys belong to the team '%1': %2; move or delete them first"_s.arg(
                                 id, users->join(u", "_s))});
        return;
    }
    const auto outcome = services.configuration.edit(
        [&id](Api::Document &document) -> Result<void> {
            if (document.teams.removeIf([&id](const Api::Team &team) { return team.id == id; })
                == 0)
                return noTeam(id);
            // Its own limits and budget would name a team that is gone.
            applySpending(document, {Api::Scope::Kind::Team, id},
                          {.limits = Api::Limit(), .budget = Api::Budget()});
            return {};
        },
        changeInfo(request));
    answerChange(responder, services, outcome, {{u"id"_s, id}});
}

QJsonObject teamJson(const Services &services, const Api::Team &team)
{
    QJsonObject json{{u"id"_s, team.id},
                     {u"name"_s, team.name},
                     {u"routes"_s, QJsonArray::fromStringList(team.routes)},
                     {u"residency"_s, QJsonArray::fromStringList(team.residency)},
                     {u"targets"_s, QJsonArray::fromStringList(team.targets)},
                     {u"key_limits"_s, Api::keyLimitsTable().write(team.keyLimits)}};
    insertSpending(json, services.configuration.document(), scopeOf(team));
    return json;
}

void showTeam(Services &services, const AdminRequest &request, const Responder &responder)
{
    const auto &teams = services.configuration.document().teams;
    const auto it = std::ranges::find(teams, request.id(), &Api::Team::id);
    if (it == teams.end())
        responder.fail(noTeam(request.id()));
    else
        responder.reply(teamJson(services, *it), 200, services.configuration.revision());
}

} // namespace

void addTeamRoutes(Router &router, Services &services)
{
    const auto bind = [&services](auto function) {
        return [&services, function](const AdminRequest &request, const Responder &responder) {
            function(services, request, responder);
        };
    };
    router.add("GET", u"/teams"_s, [&services](const AdminRequest &, const Responder &responder) {
        QJsonArray items;
        for (const Api::Team &team : services.configuration.document().teams)
            items.append(teamJson(services, team));
        responder.reply(listJson(items));
    });
    router.add("POST", u"/teams"_s, bind(createTeam));
    router.add("GET", u"/teams/{id}"_s, bind(showTeam));
    router.add("PUT", u"/teams/{id}"_s, bind(replaceTeam));
    router.add("DELETE", u"/teams/{id}"_s, bind(removeTeam));
}

} // namespace Gatehouse::Admin
