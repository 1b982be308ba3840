// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/routes/keyjson.h"

#include "core/admin/services.h"
#include "core/api/documents/networks.h"
#include "core/api/documents/validation.h"
#include "core/base/json.h"
#include "core/ledger/requestjson.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

constexpr auto soon = std::chrono::days(7);
constexpr qsizetype longestNote = 500;
constexpr qsizetype longestOwner = 100;

std::optional<QString> timeText(const std::optional<WallTime> &time)
{
    return time ? std::optional(Ledger::isoTime(Ledger::toUs(*time))) : std::nullopt;
}

QString stateOf(bool disabled, const std::optional<WallTime> &expires, WallTime now)
{
    if (disabled)
        return u"disabled"_s;
    if (expires && *expires <= now)
        return u"expired"_s;
    return expires && *expires - now <= soon ? u"expiring"_s : u"active"_s;
}

QString stateOf(const Access::CreatedKey &key, WallTime now)
{
    if (key.deleted)
        return u"deleted"_s;
    const QString state = stateOf(key.disabled, key.expires, now);
    const bool accepted = state == "active"_L1 || state == "expiring"_L1;
    return accepted && key.isRotating(now) ? u"rotating"_s : state;
}

std::optional<WallTime> expiryOf(const QString &text, const QTimeZone &zone)
{
    const QDateTime moment = Api::parseExpiry(text, zone);
    if (!moment.isValid())
        return std::nullopt;
    return WallTime(std::chrono::milliseconds(moment.toMSecsSinceEpoch()));
}

//! "*", a route, "provider/*" or "provider/model": anything else would be a typing error that
//! refuses the app later.
bool canBeCalled(const Api::Document &document, const QString &name)
{
    if (name == "*"_L1)
        return true;
    const QString provider = name.section(u'/', 0, 0);
    const bool isRoute =
        std::ranges::find(document.routes, name, &Api::Route::id) != document.routes.end();
    const bool isProvider = std::ranges::find(document.providers, provider, &Api::Provider::id)
        != document.providers.end();
    return isRoute || (isProvider && name.contains(u'/'));
}

Error wrong(const QString &text, const QString &field)
{
    return {ErrorCode::InvalidArgument, text, field};
}

//! A number or a list where a text belongs would be taken for "not said" otherwise.
Result<void> checkShapes(const QJsonObject &body)
{
    for (const QString &name : {u"name"_s, u"team"_s, u"expires"_s, u"note"_s, u"owner"_s,
                                u"priority"_s, u"record_bodies"_s}) {
        const QJsonValue value = body.value(name);
        if (!value.isUndefined() && !value.isNull() && !value.isString())
            return wrong(u"must be a text"_s, name);
    }
    for (const QString &name :
         {u"routes"_s, u"tags"_s, u"residency"_s, u"targets"_s, u"addresses"_s}) {
        const QJsonValue value = body.value(name);
        const QJsonArray array = value.toArray();
        if (!value.isUndefined()
            && (!value.isArray()
                || !std::all_of(array.begin(), array.end(),
                                [](const QJsonValue &item) { return item.isString(); })))
            return wrong(u"must be a list of texts"_s, name);
    }
    return {};
}

Result<void> checkFieldNames(const QJsonObject &body)
{
    static const QStringList known{u"name"_s,          u"team"_s,    u"routes"_s,    u"expires"_s,
                                   u"note"_s,          u"tags"_s,    u"reason"_s,    u"owner"_s,
                                   u"residency"_s,     u"targets"_s, u"addresses"_s, u"priority"_s,
                                   u"record_bodies"_s, u"limits"_s,  u"budget"_s,    u"template"_s};
    for (const QString &name : body.keys()) {
        if (!known.contains(name))
            return wrong(u"'%1' is no field of a key"_s.arg(name), name);
    }
    return {};
}

Result<QString> readTeam(const Api::Document &document, const QString &team)
{
    const bool known =
        std::ranges::find(document.teams, team, &Api::Team::id) != document.teams.end();
    if (!team.isEmpty() && !known)
        return wrong(u"there is no team '%1'"_s.arg(team), u"team"_s);
    return team;
}

Result<QStringList> readRoutes(const Api::Document &document, const QJsonArray &array)
{
    QStringList routes;
    for (const QJsonValue &route : array)
        routes.append(route.toString());
    routes.removeAll(QString());
    if (routes.isEmpty())
        return wrong(u"name at least one route or model, or * for all"_s, u"routes"_s);
    for (const QString &name : std::as_const(routes)) {
        if (!canBeCalled(document, name))
            return wrong(u"there is no route or provider '%1'"_s.arg(name), u"routes"_s);
    }
    return routes;
}

Result<QStringList> readTags(const QJsonArray &array)
{
    QStringList tags;
    for (const QJsonValue &tag : array)
        tags.append(tag.toString());
    if (const QString problem = Api::tagsProblem(tags); !problem.isEmpty())
        return wrong(problem, u"tags"_s);
    return tags;
}

QStringList textsOf(const QJsonArray &array)
{
    QStringList texts;
    for (const QJsonValue &item : array)
        texts.append(item.toString().trimmed());
    texts.removeAll(QString());
    return texts;
}

//! The fields that a declared key has too are checked as one would be.
Result<void> readShared(const Api::Document &document, const QJsonObject &body,
                        Access::KeyRequest &key)
{
    for (const auto &[name, list] :
         {std::pair(u"residency"_s, &key.residency), std::pair(u"targets"_s, &key.targets),
          std::pair(u"addresses"_s, &key.addresses)}) {
        if (body.contains(name))
            *list = textsOf(body.value(name).toArray());
    }
    key.owner = body.value("owner"_L1).toString(key.owner).trimmed();
    key.priority = body.value("priority"_L1).toString(key.priority);
    key.recordBodies = body.value("record_bodies"_L1).toString(key.recordBodies);
    if (key.owner.size() > longestOwner || key.owner.contains(u','))
        return wrong(
            u"an owner is a name of at most %1 characters without commas"_s.arg(longestOwner),
            u"owner"_s);
    if (!key.recordBodies.isEmpty() && key.recordBodies != "never"_L1)
        return wrong(u"\"%1\" is not known; use never, or leave it empty to record as the gateway "
                     "and the route say"_s.arg(key.recordBodies.left(40)),
                     u"record_bodies"_s);
    const Api::DeclaredKey same{.id = u"key"_s,
                                .team = {},
                                .secret = u"env:KEY"_s,
                                .routes = {u"*"_s},
                                .expires = {},
                                .residency = key.residency,
                                .targets = key.targets,
                                .addresses = key.addresses,
                                .priority = key.priority};
    for (const Api::Finding &finding : Api::validate(same)) {
        if (finding.severity == Api::Severity::Error)
            return wrong(finding.message, finding.path);
    }
    for (const QString &target : std::as_const(key.targets)) {
        if (!target.contains(u'/') || !canBeCalled(document, target))
            return wrong(u"there is no provider of \"%1\"; write for example openai/* or "
                         "openai/gpt-4o"_s.arg(target.left(60)),
                         u"targets"_s);
    }
    return {};
}

//! Empty text: never.
Result<std::optional<WallTime>> readExpiry(const QString &text, const Today &today,
                                           const std::optional<WallTime> &before)
{
    if (text.isEmpty())
        return std::optional<WallTime>();
    const std::optional<WallTime> expires = expiryOf(text, today.zone);
    if (!expires)
        return wrong(u"'%1' is no date; use for example 2027-01-31"_s.arg(text), u"expires"_s);
    const bool unchanged =
        before && std::chrono::floor<std::chrono::milliseconds>(*before) == *expires;
    if (*expires <= today.now && !unchanged)
        return wrong(u"the expiry lies in the past"_s, u"expires"_s);
    return expires;
}

} // namespace

Today today(const Services &services)
{
    return {.now = services.clock.wall(), .zone = services.timeZone()};
}

namespace {

//! What a created and a declared key have alike.
template <typename Key>
void writeBounds(const Key &key, JsonObjectText &text)
{
    text.add("tags", key.tags);
    text.add("owner", key.owner);
    text.add("residency", key.residency);
    text.add("targets", key.targets);
    text.add("addresses", key.addresses);
    text.add("priority", key.priority);
}

void writeFields(const Access::CreatedKey &key, WallTime now, const QString &state,
                 const std::optional<QString> &lastUsed, JsonObjectText &text)
{
    text.add("id", QString::fromLatin1(key.id));
    text.add("name", key.name);
    text.add("team", key.team);
    text.add("prefix", QString::fromLatin1(key.prefix));
    text.add("last4", QString::fromLatin1(key.lastFour));
    text.add("state", state);
    text.add("declared", false);
    text.add("routes", key.routes);
    text.add("note", key.note);
    writeBounds(key, text);
    text.add("record_bodies", key.recordBodies);
    text.add("created", timeText(key.created));
    text.add("expires", timeText(key.expires));
    text.add("last_used", key.lastUsed ? timeText(key.lastUsed) : lastUsed);
    text.add("old_until", timeText(key.isRotating(now) ? key.previousValidUntil : std::nullopt));
    text.add("old_last_used", timeText(key.isRotating(now) ? key.previousLastUsed : std::nullopt));
    text.add("deleted", timeText(key.deleted));
    text.add("restorable_until",
             key.deleted ? timeText(*key.deleted + Access::KeyStore::restoreTime) : std::nullopt);
}

void writeFields(const Api::DeclaredKey &key, const std::optional<WallTime> &expires,
                 const QString &state, const std::optional<QString> &lastUsed, JsonObjectText &text)
{
    text.add("id", key.id);
    text.add("name", key.id);
    text.add("team", key.team);
    text.add("prefix", key.secret);
    text.add("last4", QString());
    text.add("state", state);
    text.add("declared", true);
    text.add("routes", key.routes);
    text.add("note", QString());
    writeBounds(key, text);
    text.add("record_bodies", key.other.value("record_bodies"_L1).toString());
    text.addJson("created", "null");
    text.add("expires", timeText(expires));
    text.add("last_used", lastUsed);
    for (const char *never : {"old_until", "old_last_used", "deleted", "restorable_until"})
        text.addJson(never, "null");
}

std::optional<WallTime> expiryOf(const Api::DeclaredKey &key, const Today &today)
{
    return key.expires.isEmpty() ? std::nullopt : expiryOf(key.expires, today.zone);
}

QString stateWith(const QString &state, const KeyFigures &figures)
{
    const bool isAccepted = state == "active"_L1 || state == "expiring"_L1;
    return figures.isOverBudget && isAccepted ? u"over_budget"_s : state;
}

void writeFigures(const KeyFigures &figures, JsonObjectText &text)
{
    text.add("spent_nano_usd", figures.spent);
    text.add("requests", figures.requests);
    text.add("last_client", figures.lastClient);
}

QJsonObject objectOf(JsonObjectText &text)
{
    return parseObject(text.take()).value_or(QJsonObject());
}

} // namespace

QJsonObject keyJson(const Access::CreatedKey &key, WallTime now)
{
    JsonObjectText text;
    writeFields(key, now, stateOf(key, now), std::nullopt, text);
    return objectOf(text);
}

QJsonObject keyJson(const Api::DeclaredKey &key, const Today &today)
{
    const std::optional<WallTime> expires = expiryOf(key, today);
    JsonObjectText text;
    writeFields(key, expires, stateOf(key.disabled, expires, today.now), std::nullopt, text);
    return objectOf(text);
}

void writeKey(const Access::CreatedKey &key, WallTime now, const KeyFigures &figures,
              JsonObjectText &text)
{
    writeFields(key, now, stateWith(stateOf(key, now), figures), figures.lastUsed, text);
    writeFigures(figures, text);
}

void writeKey(const Api::DeclaredKey &key, const Today &today, const KeyFigures &figures,
              JsonObjectText &text)
{
    const std::optional<WallTime> expires = expiryOf(key, today);
    const QString state = stateOf(key.disabled, expires, today.now);
    writeFields(key, expires, stateWith(state, figures), figures.lastUsed, text);
    writeFigures(figures, text);
}

Result<Access::KeyRequest> readKeyRequest(const Api::Document &document, const QJsonObject &body,
                                          const Today &today, const Access::KeyRequest &base)
{
    if (const auto checked = checkFieldNames(body); !checked)
        return checked.error();
    if (const auto checked = checkShapes(body); !checked)
        return checked.error();
    Access::KeyRequest key = base;
    key.name = body.value("name"_L1).toString(base.name).trimmed();
    if (key.name.isEmpty())
        return wrong(u"give the key a name, for example the app or person that uses it"_s,
                     u"name"_s);
    const auto team = readTeam(document, body.value("team"_L1).toString(base.team));
    if (!team)
        return team.error();
    key.team = *team;
    if (body.contains("routes"_L1)) {
        const auto routes = readRoutes(document, body.value("routes"_L1).toArray());
        if (!routes)
            return routes.error();
        key.routes = *routes;
    }
    if (body.contains("expires"_L1)) {
        const auto expires = readExpiry(body.value("expires"_L1).toString(), today, base.expires);
        if (!expires)
            return expires.error();
        key.expires = *expires;
    }
    if (body.contains("tags"_L1)) {
        const auto tags = readTags(body.value("tags"_L1).toArray());
        if (!tags)
            return tags.error();
        key.tags = *tags;
    }
    if (const auto shared = readShared(document, body, key); !shared)
        return shared.error();
    key.note = body.value("note"_L1).toString(base.note).trimmed();
    if (key.note.size() > longestNote)
        return wrong(u"a note has at most %1 characters"_s.arg(longestNote), u"note"_s);
    return key;
}

} // namespace Gatehouse::Admin
