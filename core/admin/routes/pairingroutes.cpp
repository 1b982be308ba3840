// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/routes/pairingroutes.h"

#include "core/access/attemptguard.h"
#include "core/admin/pairingcode.h"
#include "core/base/json.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

using Access::Person;

constexpr auto tokenLife = std::chrono::days(90);

//! What lives as long as the routes do.
struct Desk {
    explicit Desk(const Clock &clock)
        : code(clock)
        , attempts(clock)
    {
    }

    PairingCode code;
    Access::AttemptGuard attempts;
};

const Person *personNamed(const Services &services, const QString &name)
{
    for (const Person &person : services.people.people())
        if (person.id == name || person.name.compare(name, Qt::CaseInsensitive) == 0)
            return &person;
    return nullptr;
}

//! The person of the body, added when nobody has the name.
Result<Person> personOf(Services &services, const AdminRequest &request)
{
    const QString name = request.body.value("person"_L1).toString().trimmed();
    const QString word = request.body.value("role"_L1).toString();
    const auto role = Api::parseRole(word.isEmpty() ? u"admin"_s : word);
    if (!role)
        return Error{ErrorCode::InvalidArgument,
                     u"\"%1\" is no role; use owner, admin, operator, editor, viewer or "
                     "billing"_s.arg(word.left(40)),
                     u"role"_s};
    const Person *known = personNamed(services, name);
    if (!request.grant.mayAllOf(known ? known->role : *role))
        return Error{ErrorCode::PermissionDenied,
                     u"a code cannot open more than you may yourself; choose a narrower role"_s,
                     u"role"_s};
    if (known && !word.isEmpty() && known->role != *role)
        return Error{ErrorCode::InvalidArgument,
                     u"%1 has the role %2 already; leave the role out, or change it with "
                     "\"people set\""_s.arg(known->name, Api::roleWord(known->role)),
                     u"role"_s};
    if (known && known->disabled)
        return Error{ErrorCode::InvalidArgument, u"%1 is locked out"_s.arg(known->name),
                     u"person"_s};
    if (known)
        return *known;
    Result<Person> added = services.people.add(name, *role);
    if (!added)
        return Error{added.error().code, added.error().detail, u"person"_s};
    return added;
}

void offer(Services &services, Desk &desk, const AdminRequest &request, const Responder &responder)
{
    if (const auto known = checkFields(request.body, {u"person"_s, u"role"_s, u"reason"_s});
        !known) {
        responder.fail(known.error());
        return;
    }
    const QJsonObject access = services.adminAccess ? services.adminAccess() : QJsonObject();
    const QString address = access.value("tcp"_L1).toString();
    if (address.isEmpty()) {
        responder.fail(Error{ErrorCode::Unsupported,
                             u"no other computer reaches the administration: set "
                             "gateway.admin_listen (with gateway.tls) first"_s,
                             u"gateway.admin_listen"_s});
        return;
    }
    const Result<Person> person = personOf(services, request);
    if (!person) {
        responder.fail(person.error());
        return;
    }
    const PairingCode::Offer offered = desk.code.offer(person->id);
    audit(services, request, u"pairing.offer"_s, u"people."_s + person->id,
          u"until %1"_s.arg(isoText(offered.expires)));
    responder.reply({{u"code"_s, offered.code},
                     {u"expires"_s, isoText(offered.expires)},
                     {u"person"_s, person->id},
                     {u"person_name"_s, person->name},
                     {u"role"_s, Api::roleWord(person->role)},
                     {u"address"_s, address},
                     {u"fingerprint"_s, access.value("fingerprint"_L1)}},
                    201);
}

Error wrongCode()
{
    return {ErrorCode::Unauthenticated,
            u"this code is wrong, used or too old; ask for a new one with \"gatehousectl pair\" on "
            "the gateway's computer"_s,
            u"code"_s};
}

void pair(Services &services, Desk &desk, const AdminRequest &request, const Responder &responder)
{
    const QByteArray source = request.source.toLatin1();
    if (const auto wait = desk.attempts.waitingTime(source); wait.count() > 0) {
        responder.fail(Error{
            ErrorCode::LimitExceeded,
            u"too many wrong codes from this address; try again in %1 s"_s.arg(wait.count())});
        return;
    }
    const auto id = desk.code.take(request.body.value("code"_L1).toString());
    const Person *person = id ? services.people.person(*id) : nullptr;
    if (!person || person->disabled) {
        desk.attempts.recordFailure(source);
        audit(services, request, u"pairing.refuse"_s, u"gateway"_s,
              desk.code.isOffered() ? QString() : u"no code is open"_s);
        responder.fail(wrongCode());
        return;
    }
    const QString name = request.body.value("name"_L1).toString().trimmed().left(60);
    const auto issued = services.people.issue(person->id, name.isEmpty() ? u"paired"_s : name,
                                              services.clock.wall() + tokenLife);
    if (!issued) {
        responder.fail(issued.error());
        return;
    }
    AdminRequest asPerson = request;
    asPerson.who = u"%1 (%2)"_s.arg(person->name, Api::roleWord(person->role));
    audit(services, asPerson, u"pairing.use"_s, u"tokens."_s + issued->token.id,
          QString::fromUtf8(compactJson({{u"person"_s, person->id}, {u"name"_s, name}})));
    responder.reply({{u"token"_s, QString::fromLatin1(issued->secret.reveal().toByteArray())},
                     {u"expires"_s, isoText(services.clock.wall() + tokenLife)},
                     {u"person"_s, person->id},
                     {u"role"_s, Api::roleWord(person->role)}},
                    201);
}

} // namespace

void addPairingRoutes(Router &router, Services &services)
{
    const auto desk = std::make_shared<Desk>(services.clock);
    router.add("POST", u"/pairing"_s,
               [&services, desk](const AdminRequest &request, const Responder &responder) {
                   offer(services, *desk, request, responder);
               });
    router.add("POST", u"/pair"_s,
               [&services, desk](const AdminRequest &request, const Responder &responder) {
                   pair(services, *desk, request, responder);
               });
}

} // namespace Gatehouse::Admin
