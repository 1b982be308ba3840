// SPDX-License-Identifier: GPL-3.0-or-later
//! People of the admin side, their roles and their tokens.
#include "core/admin/permissions.h"
#include "core/admin/routes/routes.h"
#include "core/api/documents/validation.h"
#include "core/base/json.h"

#include <QtCore/QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

using Access::AdminToken;
using Access::Person;

constexpr auto longestLife = std::chrono::days(366);

QJsonValue timeJson(const std::optional<WallTime> &time)
{
    return time ? QJsonValue(isoText(*time)) : QJsonValue();
}

QJsonArray wordsOf(const QList<Api::Permission> &permissions)
{
    QJsonArray words;
    for (const Api::Permission permission : permissions)
        words.append(Api::permissionWord(permission));
    return words;
}

QJsonObject tokenJson(const Services &services, const AdminToken &token)
{
    const Person *person = services.people.person(token.person);
    const Api::Grant grant{.role = person ? person->role : Api::Role::Billing,
                           .scope = token.scope};
    const bool expired = token.expires && *token.expires <= services.clock.wall();
    return {{u"id"_s, token.id},
            {u"person"_s, token.person},
            {u"person_name"_s, person ? person->name : QString()},
            {u"role"_s, Api::roleWord(grant.shownRole())},
            {u"person_role"_s, Api::roleWord(grant.role)},
            {u"areas"_s, wordsOf(token.scope.areas)},
            {u"permissions"_s, wordsOf(grant.permissions())},
            {u"name"_s, token.name},
            {u"shown"_s, u"gha-%1…%2"_s.arg(token.id, token.lastFour)},
            {u"state"_s, expired ? u"expired"_s : u"active"_s},
            {u"created"_s, isoText(token.created)},
            {u"expires"_s, timeJson(token.expires)},
            {u"last_used"_s, timeJson(token.lastUsed)},
            {u"last_address"_s, token.lastAddress}};
}

QJsonObject personJson(const Services &services, const Person &person)
{
    const AdminToken *last = nullptr;
    int tokens = 0;
    for (const AdminToken &token : services.people.tokens()) {
        if (token.person != person.id)
            continue;
        ++tokens;
        if (token.lastUsed && (!last || *token.lastUsed > *last->lastUsed))
            last = &token;
    }
    return {{u"id"_s, person.id},
            {u"name"_s, person.name},
            {u"role"_s, Api::roleWord(person.role)},
            {u"disabled"_s, person.disabled},
            {u"tokens"_s, tokens},
            {u"created"_s, isoText(person.created)},
            {u"last_sign_in"_s, last ? timeJson(last->lastUsed) : QJsonValue()},
            {u"last_address"_s, last ? last->lastAddress : QString()}};
}

Error noPerson(const QString &id)
{
    return {ErrorCode::NotFound, u"there is no person '%1'"_s.arg(id)};
}

Error tooWide(Api::Role role)
{
    return {ErrorCode::PermissionDenied,
            role == Api::Role::Owner
                ? u"only an owner may make, change or sign out owners"_s
                : u"this token is narrowed: it may not make, change or sign out anybody who is "
                  "%1"_s.arg(Api::roleWord(role)),
            u"role"_s};
}

//! Only owners touch owners, and nobody makes somebody or something wider than what they have.
bool mayTouch(const AdminRequest &request, Api::Role role)
{
    return request.grant.mayAllOf(role);
}

//! What is no text, or no yes or no, would be taken for "not said" otherwise.
Result<void> checkShapes(const QJsonObject &body, const QStringList &known)
{
    if (auto checked = checkFields(body, known); !checked)
        return checked;
    for (auto it = body.begin(); it != body.end(); ++it) {
        const bool isFlag = it.key() == "disabled"_L1;
        if (it.key() == "areas"_L1)
            continue; // read by itself
        if (!it->isNull() && (isFlag ? !it->isBool() : !it->isString()))
            return Error{ErrorCode::InvalidArgument,
                         isFlag ? u"must be true or false"_s : u"must be a text"_s, it.key()};
    }
    return {};
}

Result<Api::Role> readRole(const QJsonObject &body, Api::Role otherwise)
{
    if (!body.contains("role"_L1))
        return otherwise;
    const QString word = body.value("role"_L1).toString();
    if (const auto role = Api::parseRole(word))
        return *role;
    QStringList words;
    for (const Api::Role role : Api::allRoles())
        words.append(Api::roleWord(role));
    return Error{ErrorCode::InvalidArgument,
                 u"\"%1\" is no role; use %2"_s.arg(word.left(40), words.join(u", "_s)), u"role"_s};
}

void tellOf(const Services &services, const QString &action, const QString &sentence,
            const Person &person)
{
    services.tell(u"people"_s, u"info"_s, sentence.arg(person.name), {}, person.id,
                  {.code = action, .subject = person.name});
}

void listPeople(Services &services, const AdminRequest &, const Responder &responder)
{
    QJsonArray items;
    for (const Person &person : services.people.people())
        items.append(personJson(services, person));
    responder.reply(listJson(items));
}

void addPerson(Services &services, const AdminRequest &request, const Responder &responder)
{
    const auto known = checkShapes(request.body, {u"name"_s, u"role"_s, u"reason"_s});
    const Result<Api::Role> role = readRole(request.body, Api::Role::Viewer);
    if (!known || !role) {
        responder.fail(known ? role.error() : known.error());
        return;
    }
    if (!mayTouch(request, *role)) {
        responder.fail(tooWide(*role));
        return;
    }
    const auto person = services.people.add(request.body.value("name"_L1).toString(), *role);
    if (!person) {
        responder.fail(person.error());
        return;
    }
    audit(services, request, u"person.create"_s, u"people."_s + person->id,
          QString::fromUtf8(compactJson(personJson(services, *person))));
    tellOf(services, u"person.create"_s, u"“%1” was added to the people"_s, *person);
    responder.reply(personJson(services, *person), 201);
}

void changePerson(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Person *found = services.people.person(request.id());
    if (!found) {
        responder.fail(noPerson(request.id()));
        return;
    }
    const Person before = *found;
    const auto known =
        checkShapes(request.body, {u"name"_s, u"role"_s, u"disabled"_s, u"reason"_s});
    const Result<Api::Role> role = readRole(request.body, before.role);
    if (!known || !role) {
        responder.fail(known ? role.error() : known.error());
        return;
    }
    if (!mayTouch(request, before.role) || !mayTouch(request, *role)) {
        responder.fail(tooWide(mayTouch(request, before.role) ? *role : before.role));
        return;
    }
    Person after = before;
    after.name = request.body.value("name"_L1).toString(before.name);
    after.role = *role;
    after.disabled = request.body.value("disabled"_L1).toBool(before.disabled);
    const QString auditedBefore = QString::fromUtf8(compactJson(personJson(services, before)));
    if (const auto changed = services.people.update(after); !changed) {
        responder.fail(changed.error());
        return;
    }
    if (after.disabled)
        services.events.closeAll(); // connected ones sign in anew, this one cannot
    const QJsonObject shown = personJson(services, *services.people.person(after.id));
    audit(services, request, u"person.update"_s, u"people."_s + after.id,
          QString::fromUtf8(compactJson(shown)), auditedBefore);
    tellOf(services, u"person.update"_s, u"“%1” was changed"_s, after);
    responder.reply(shown);
}

void removePerson(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Person *found = services.people.person(request.id());
    if (!found) {
        responder.fail(noPerson(request.id()));
        return;
    }
    const Person person = *found;
    if (!mayTouch(request, person.role)) {
        responder.fail(tooWide(person.role));
        return;
    }
    const QString before = QString::fromUtf8(compactJson(personJson(services, person)));
    if (const auto removed = services.people.remove(person.id); !removed) {
        responder.fail(removed.error());
        return;
    }
    services.events.closeAll();
    audit(services, request, u"person.delete"_s, u"people."_s + person.id, {}, before);
    tellOf(services, u"person.delete"_s, u"“%1” was removed from the people"_s, person);
    responder.reply({{u"id"_s, person.id}});
}

void signOut(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Person *person = services.people.person(request.id());
    if (!person) {
        responder.fail(noPerson(request.id()));
        return;
    }
    if (!mayTouch(request, person->role)) {
        responder.fail(tooWide(person->role));
        return;
    }
    const Person out = *person;
    const Result<qint64> revoked = services.people.signOut(out.id);
    if (!revoked) {
        responder.fail(revoked.error());
        return;
    }
    services.events.closeAll();
    audit(services, request, u"person.sign_out"_s, u"people."_s + out.id,
          u"%1 tokens revoked"_s.arg(*revoked));
    tellOf(services, u"person.sign_out"_s, u"“%1” was signed out everywhere"_s, out);
    responder.reply({{u"id"_s, out.id}, {u"revoked"_s, *revoked}});
}

void listTokens(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QString person = request.parameter(u"person"_s);
    QJsonArray items;
    for (const AdminToken &token : services.people.tokens()) {
        if (person.isEmpty() || token.person == person)
            items.append(tokenJson(services, token));
    }
    responder.reply(listJson(items));
}

//! A token always ends, within a year at the latest.
Result<WallTime> readExpiry(const Services &services, const QJsonObject &body)
{
    const QString text = body.value("expires"_L1).toString();
    const WallTime now = services.clock.wall();
    if (text.isEmpty())
        return now + std::chrono::days(90);
    const QDateTime moment = Api::parseExpiry(text, services.timeZone());
    if (!moment.isValid())
        return Error{ErrorCode::InvalidArgument,
                     u"'%1' is no date; use for example 2027-01-31"_s.arg(text.left(40)),
                     u"expires"_s};
    const WallTime expires{std::chrono::milliseconds(moment.toMSecsSinceEpoch())};
    if (expires <= now)
        return Error{ErrorCode::InvalidArgument, u"the expiry lies in the past"_s, u"expires"_s};
    if (expires > now + longestLife)
        return Error{ErrorCode::InvalidArgument,
                     u"a token lives for a year at most; choose an earlier day"_s, u"expires"_s};
    return expires;
}

//! No role: as good as the person. Each area once, and always what shows that the gateway is there.
Result<Api::TokenScope> readScope(const QJsonObject &body)
{
    Api::TokenScope scope;
    if (!body.value("role"_L1).toString().isEmpty()) {
        const Result<Api::Role> role = readRole(body, Api::Role::Billing);
        if (!role)
            return role.error();
        scope.role = *role;
    }
    const QJsonValue areas = body.value("areas"_L1);
    if (!areas.isArray() && !areas.isNull() && !areas.isUndefined())
        return Error{ErrorCode::InvalidArgument, u"must be a list of areas"_s, u"areas"_s};
    for (const QJsonValue &word : areas.toArray()) {
        const auto area = Api::parsePermission(word.toString());
        if (!area) {
            QStringList known;
            for (const Api::Permission permission : Api::allPermissions())
                known.append(Api::permissionWord(permission));
            return Error{
                ErrorCode::InvalidArgument,
                u"\"%1\" is no area; use %2"_s.arg(word.toString().left(40), known.join(u", "_s)),
                u"areas"_s};
        }
        if (!scope.areas.contains(*area))
            scope.areas.append(*area);
    }
    if (!scope.areas.isEmpty() && !scope.areas.contains(Api::Permission::ViewStatus))
        scope.areas.prepend(Api::Permission::ViewStatus);
    return scope;
}

void issueToken(Services &services, const AdminRequest &request, const Responder &responder)
{
    const auto known = checkShapes(
        request.body, {u"person"_s, u"name"_s, u"expires"_s, u"role"_s, u"areas"_s, u"reason"_s});
    const Result<WallTime> expires = readExpiry(services, request.body);
    const Result<Api::TokenScope> scope = readScope(request.body);
    if (!known || !expires || !scope) {
        responder.fail(!known ? known.error() : !expires ? expires.error() : scope.error());
        return;
    }
    const Person *person = services.people.person(request.body.value("person"_L1).toString());
    if (!person) {
        Error error = noPerson(request.body.value("person"_L1).toString());
        error.path = u"person"_s;
        responder.fail(error);
        return;
    }
    if (!mayTouch(request, person->role)) {
        responder.fail(tooWide(person->role));
        return;
    }
    const Api::Grant grant{.role = person->role, .scope = *scope};
    const auto left =
        std::ranges::find_if(scope->areas, [&](Api::Permission area) { return !grant.may(area); });
    if (left != scope->areas.end()) {
        responder.fail({ErrorCode::InvalidArgument,
                        u"the role %1 does not have the area %2; leave it out"_s.arg(
                            Api::roleWord(grant.shownRole()), Api::permissionWord(*left)),
                        u"areas"_s});
        return;
    }
    const auto issued = services.people.issue(person->id, request.body.value("name"_L1).toString(),
                                              *expires, *scope);
    if (!issued) {
        responder.fail(issued.error());
        return;
    }
    QJsonObject shown = tokenJson(services, issued->token);
    audit(services, request, u"token.create"_s, u"tokens."_s + issued->token.id,
          QString::fromUtf8(compactJson(shown)));
    shown.insert(u"secret"_s, QString::fromLatin1(issued->secret.reveal().toByteArray()));
    responder.reply(shown, 201);
}

void revokeToken(Services &services, const AdminRequest &request, const Responder &responder)
{
    const AdminToken *token = services.people.token(request.id());
    const Person *person = token ? services.people.person(token->person) : nullptr;
    if (!token) {
        responder.fail(Error{ErrorCode::NotFound, u"there is no token '%1'"_s.arg(request.id())});
        return;
    }
    if (person && !mayTouch(request, person->role)) {
        responder.fail(tooWide(person->role));
        return;
    }
    const QString before = QString::fromUtf8(compactJson(tokenJson(services, *token)));
    const QString id = token->id;
    if (const auto revoked = services.people.revoke(id); !revoked) {
        responder.fail(revoked.error());
        return;
    }
    services.events.closeAll();
    audit(services, request, u"token.revoke"_s, u"tokens."_s + id, {}, before);
    responder.reply({{u"id"_s, id}});
}

void tellCaller(Services &, const AdminRequest &request, const Responder &responder)
{
    responder.reply({{u"who"_s, request.who},
                     {u"role"_s, Api::roleWord(request.grant.shownRole())},
                     {u"person_role"_s, Api::roleWord(request.grant.role)},
                     {u"token"_s, request.token},
                     {u"permissions"_s, wordsOf(request.grant.permissions())}});
}

//! Every path with what it needs; null is the owner's alone.
QJsonArray permissionsJson(const Router &router)
{
    QJsonArray items;
    for (const QString &route : router.routes()) {
        const auto needed = permissionOf(route);
        QJsonArray roles;
        for (const Api::Role role : Api::allRoles()) {
            if (checkPermission({.role = role}, route))
                roles.append(Api::roleWord(role));
        }
        items.append(QJsonObject{
            {u"route"_s, route},
            {u"permission"_s, needed ? QJsonValue(Api::permissionWord(*needed)) : QJsonValue()},
            {u"roles"_s, roles}});
    }
    return items;
}

} // namespace

void addPeopleRoutes(Router &router, Services &services)
{
    const auto bind = [&services](auto function) {
        return [&services, function](const AdminRequest &request, const Responder &responder) {
            function(services, request, responder);
        };
    };
    router.add("GET", u"/me"_s, bind(tellCaller));
    router.add("GET", u"/permissions"_s,
               [&router](const AdminRequest &, const Responder &responder) {
                   responder.reply(listJson(permissionsJson(router)));
               });
    router.add("GET", u"/people"_s, bind(listPeople));
    router.add("POST", u"/people"_s, bind(addPerson));
    router.add("PUT", u"/people/{id}"_s, bind(changePerson));
    router.add("DELETE", u"/people/{id}"_s, bind(removePerson));
    router.add("POST", u"/people/{id}/sign-out"_s, bind(signOut));
    router.add("GET", u"/tokens"_s, bind(listTokens));
    router.add("POST", u"/tokens"_s, bind(issueToken));
    router.add("DELETE", u"/tokens/{id}"_s, bind(revokeToken));
}

} // namespace Gatehouse::Admin
