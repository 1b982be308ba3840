// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/routes/routes.h"
#include "core/api/documents/validation.h"

#include <QtCore/QDateTime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Admin {

namespace {

constexpr auto soon = std::chrono::days(7);

QJsonValue timeJson(const std::optional<WallTime> &time)
{
    if (!time)
        return QJsonValue::Null;
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(*time).time_since_epoch().count();
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString stateOf(bool disabled, const std::optional<WallTime> &expires, WallTime now)
{
    if (disabled)
        return u"disabled"_s;
    if (expires && *expires <= now)
        return u"expired"_s;
    return expires && *expires - now <= soon ? u"expiring"_s : u"active"_s;
}

QJsonObject createdJson(const Access::CreatedKey &key, WallTime now)
{
    return {{u"id"_s, QString::fromLatin1(key.id)},
            {u"name"_s, key.name},
            {u"team"_s, key.team},
            {u"prefix"_s, QString::fromLatin1(key.prefix)},
            {u"last4"_s, QString::fromLatin1(key.lastFour)},
            {u"state"_s, stateOf(key.disabled, key.expires, now)},
            {u"declared"_s, false},
            {u"routes"_s, QJsonArray::fromStringList(key.routes)},
            {u"created"_s, timeJson(key.created)},
            {u"expires"_s, timeJson(key.expires)},
            {u"last_used"_s, timeJson(key.lastUsed)}};
}

std::optional<WallTime> expiryOf(const QString &text)
{
    const QDateTime moment = Api::parseExpiry(text, QTimeZone::systemTimeZone());
    if (!moment.isValid())
        return std::nullopt;
    return WallTime(std::chrono::milliseconds(moment.toMSecsSinceEpoch()));
}

QJsonObject declaredJson(const Api::DeclaredKey &key, WallTime now)
{
    const std::optional<WallTime> expires =
        key.expires.isEmpty() ? std::nullopt : expiryOf(key.expires);
    return {{u"id"_s, key.id},
            {u"name"_s, key.id},
            {u"team"_s, key.team},
            {u"prefix"_s, key.secret},
            {u"last4"_s, QString()},
            {u"state"_s, stateOf(key.disabled, expires, now)},
            {u"declared"_s, true},
            {u"routes"_s, QJsonArray::fromStringList(key.routes)},
            {u"created"_s, QJsonValue::Null},
            {u"expires"_s, timeJson(expires)},
            {u"last_used"_s, QJsonValue::Null}};
}

void addTotals(QJsonObject &key, const QJsonObject &totals)
{
    const QJsonObject own = totals.value(key.value("id"_L1).toString()).toObject();
    key.insert(u"spent_nano_usd"_s, own.value("spent_nano_usd"_L1).toInteger());
    key.insert(u"requests"_s, own.value("requests"_L1).toInteger());
    if (key.value("last_used"_L1).isNull() && own.contains("last_used"_L1))
        key.insert(u"last_used"_s, own.value("last_used"_L1));
}

void listKeys(Services &services, const AdminRequest &, const Responder &responder)
{
    const auto created = services.keys.list();
    if (!created) {
        responder.fail(created.error());
        return;
    }
    const WallTime now = services.clock.wall();
    QJsonArray keys;
    for (const Api::DeclaredKey &key : services.configuration.document().keys)
        keys.append(declaredJson(key, now));
    for (const Access::CreatedKey &key : *created)
        keys.append(createdJson(key, now));
    services.queries.ask([](Ledger::LedgerReader &reader) { return reader.keyTotals(); },
                         [keys, responder](const Result<QJsonObject> &totals) mutable {
                             for (qsizetype i = 0; i < keys.size(); ++i) {
                                 QJsonObject key = keys.at(i).toObject();
                                 addTotals(key, totals.value_or(QJsonObject()));
                                 keys.replace(i, key);
                             }
                             responder.reply(listJson(keys));
                         });
}

Result<QJsonObject> findKey(Services &services, const QString &id)
{
    const WallTime now = services.clock.wall();
    for (const Api::DeclaredKey &key : services.configuration.document().keys) {
        if (key.id == id)
            return declaredJson(key, now);
    }
    const auto created = services.keys.find(id.toLatin1());
    if (!created)
        return created.error();
    return createdJson(*created, now);
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

//! Checks the fields of a new key against the configuration.
Result<Access::KeyRequest> readKeyRequest(const Services &services, const QJsonObject &body)
{
    Access::KeyRequest key;
    for (const QString &name : body.keys()) {
        if (name != "name"_L1 && name != "team"_L1 && name != "routes"_L1 && name != "expires"_L1
            && name != "reason"_L1)
            return Error{ErrorCode::InvalidArgument, u"'%1' is no field of a key"_s.arg(name),
                         name};
    }
    key.name = body.value("name"_L1).toString().trimmed();
    if (key.name.isEmpty())
        return Error{ErrorCode::InvalidArgument,
                     u"give the key a name, for example the app or person that uses it"_s,
                     u"name"_s};
    key.team = body.value("team"_L1).toString();
    const auto &teams = services.configuration.document().teams;
    const bool known =
        std::ranges::any_of(teams, [&key](const Api::Team &team) { return team.id == key.team; });
    if (!key.team.isEmpty() && !known)
        return Error{ErrorCode::InvalidArgument, u"there is no team '%1'"_s.arg(key.team),
                     u"team"_s};
    if (body.contains("routes"_L1)) {
        key.routes.clear();
        for (const QJsonValue &route : body.value("routes"_L1).toArray())
            key.routes.append(route.toString());
        key.routes.removeAll(QString());
        if (key.routes.isEmpty())
            return Error{ErrorCode::InvalidArgument,
                         u"name at least one route or model, or * for all"_s, u"routes"_s};
        for (const QString &name : std::as_const(key.routes)) {
            if (!canBeCalled(services.configuration.document(), name))
                return Error{ErrorCode::InvalidArgument,
                             u"there is no route or provider '%1'"_s.arg(name), u"routes"_s};
        }
    }
    const QString expires = body.value("expires"_L1).toString();
    if (!expires.isEmpty()) {
        key.expires = expiryOf(expires);
        if (!key.expires)
            return Error{ErrorCode::InvalidArgument,
                         u"'%1' is no date; use for example 2027-01-31"_s.arg(expires),
                         u"expires"_s};
        if (*key.expires <= services.clock.wall())
            return Error{ErrorCode::InvalidArgument, u"the expiry lies in the past"_s,
                         u"expires"_s};
    }
    return key;
}

QJsonObject issuedJson(const Access::IssuedKey &issued)
{
    return {{u"id"_s, QString::fromLatin1(issued.key.id)},
            {u"name"_s, issued.key.name},
            {u"secret"_s, QString::fromLatin1(issued.secret.reveal().toByteArray())}};
}

void createKey(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Result<Access::KeyRequest> wanted = readKeyRequest(services, request.body);
    if (!wanted) {
        responder.fail(wanted.error());
        return;
    }
    const auto issued = services.keys.create(*wanted);
    if (!issued) {
        responder.fail(issued.error());
        return;
    }
    audit(services, request, u"key.create"_s, u"keys."_s + QString::fromLatin1(issued->key.id),
          issued->key.name);
    services.keysChanged();
    services.tell(u"key"_s, u"info"_s, u"Key “%1” created"_s.arg(issued->key.name), {},
                  QString::fromLatin1(issued->key.id));
    responder.reply(issuedJson(*issued), 201);
}

void rotateKey(Services &services, const AdminRequest &request, const Responder &responder)
{
    const qint64 overlap = request.body.value("overlap_s"_L1).toInteger(0);
    if (overlap < 0 || overlap > 30LL * 24 * 3600) {
        responder.fail(Error{ErrorCode::InvalidArgument,
                             u"the old key may stay valid for at most 30 days"_s, u"overlap_s"_s});
        return;
    }
    const auto issued =
        services.keys.rotate(request.id().toLatin1(), std::chrono::seconds(overlap));
    if (!issued) {
        responder.fail(issued.error());
        return;
    }
    audit(services, request, u"key.rotate"_s, u"keys."_s + request.id());
    services.keysChanged();
    responder.reply(issuedJson(*issued));
}

//! Declared keys change by their configuration, created ones in the database.
bool isDeclared(const Services &services, const QString &id)
{
    return std::ranges::any_of(services.configuration.document().keys,
                               [&id](const auto &key) { return key.id == id; });
}

void setDisabled(Services &services, const AdminRequest &request, const Responder &responder,
                 bool disabled)
{
    const QString id = request.id();
    const QString action = disabled ? u"key.disable"_s : u"key.enable"_s;
    if (isDeclared(services, id)) {
        const auto outcome = services.configuration.edit(
            [&](Api::Document &document) -> Result<void> {
                for (Api::DeclaredKey &key : document.keys) {
                    if (key.id == id)
                        key.disabled = disabled;
                }
                return {};
            },
            changeInfo(request));
        answerChange(responder, services, outcome);
        return;
    }
    if (const auto changed = services.keys.setDisabled(id.toLatin1(), disabled); !changed) {
        responder.fail(changed.error());
        return;
    }
    audit(services, request, action, u"keys."_s + id);
    services.keysChanged();
    responder.answer(findKey(services, id));
}

void removeKey(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QString id = request.id();
    if (isDeclared(services, id)) {
        responder.fail(
            Error{ErrorCode::InUse,
                  u"the key '%1' is declared in the configuration; remove it there"_s.arg(id)});
        return;
    }
    if (const auto removed = services.keys.remove(id.toLatin1()); !removed) {
        responder.fail(removed.error());
        return;
    }
    audit(services, request, u"key.delete"_s, u"keys."_s + id);
    services.keysChanged();
    responder.reply({{u"id"_s, id}});
}

} // namespace

void addKeyRoutes(Router &router, Services &services)
{
    const auto bind = [&services](auto function) {
        return [&services, function](const AdminRequest &request, const Responder &responder) {
            function(services, request, responder);
        };
    };
    router.add("GET", u"/keys"_s, bind(listKeys));
    router.add("POST", u"/keys"_s, bind(createKey));
    router.add("GET", u"/keys/{id}"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   responder.answer(findKey(services, request.id()));
               });
    router.add("DELETE", u"/keys/{id}"_s, bind(removeKey));
    router.add("POST", u"/keys/{id}/rotate"_s, bind(rotateKey));
    router.add("POST", u"/keys/{id}/disable"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   setDisabled(services, request, responder, true);
               });
    router.add("POST", u"/keys/{id}/enable"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   setDisabled(services, request, responder, false);
               });
    router.add("GET", u"/teams"_s, [&services](const AdminRequest &, const Responder &responder) {
        QJsonArray items;
        for (const Api::Team &team : services.configuration.document().teams)
            items.append(QJsonObject{{u"id"_s, team.id},
                                     {u"name"_s, team.name},
                                     {u"routes"_s, QJsonArray::fromStringList(team.routes)},
                                     {u"residency"_s, QJsonArray::fromStringList(team.residency)}});
        responder.reply(listJson(items));
    });
}

} // namespace Gatehouse::Admin
