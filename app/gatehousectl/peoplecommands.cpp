// SPDX-License-Identifier: GPL-3.0-or-later
//! Commands about the people of the admin side and their tokens.
#include "app/gatehousectl/commandlists.h"

#include <QtCore/QJsonArray>
#include <QtCore/QSysInfo>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ctl {

namespace {

QJsonObject bodyOf(const Invocation &invocation, const QStringList &options)
{
    QJsonObject body;
    for (const QString &name : options) {
        if (invocation.has(name))
            body.insert(name, invocation.options.value(name));
    }
    return body;
}

void addPerson(Session &session)
{
    QJsonObject body = bodyOf(session.invocation(), {u"role"_s});
    body.insert(u"name"_s, session.invocation().words.first());
    session.show(session.client().post(u"/people"_s, body));
}

void changePerson(Session &session)
{
    const Invocation &invocation = session.invocation();
    QJsonObject body = bodyOf(invocation, {u"name"_s, u"role"_s});
    if (invocation.has(u"disable"_s) || invocation.has(u"enable"_s))
        body.insert(u"disabled"_s, invocation.has(u"disable"_s));
    if (body.isEmpty()) {
        session.fail(ExitCode::Usage, u"say what to change: --name, --role, --disable, --enable"_s);
        return;
    }
    session.show(session.client().put(u"/people/"_s + segment(invocation.words.first()), body));
}

void createToken(Session &session)
{
    const Invocation &invocation = session.invocation();
    QJsonObject body = bodyOf(invocation, {u"name"_s, u"expires"_s, u"role"_s});
    body.insert(u"person"_s, invocation.words.first());
    if (invocation.has(u"areas"_s))
        body.insert(u"areas"_s,
                    QJsonArray::fromStringList(
                        invocation.options.value(u"areas"_s).split(u',', Qt::SkipEmptyParts)));
    session.show(session.client().post(u"/tokens"_s, body));
}

//! "https://office-server:4418": where it listens on every address, by the name of this computer.
QString reachable(QString address, bool isTls)
{
    for (const QString &any : {u"0.0.0.0:"_s, u"[::]:"_s})
        if (address.startsWith(any))
            address = QSysInfo::machineHostName() + u':' + address.sliced(any.size());
    return (isTls ? u"https://"_s : u"http://"_s) + address;
}

//! In words that can be read out; the whole answer with --json.
void pair(Session &session)
{
    const Invocation &invocation = session.invocation();
    QJsonObject body = bodyOf(invocation, {u"role"_s});
    body.insert(u"person"_s, invocation.words.value(0, qEnvironmentVariable("USER", u"admin"_s)));
    if (invocation.format == OutputFormat::Json) {
        session.show(session.client().post(u"/pairing"_s, body));
        return;
    }
    session.await(session.client().post(u"/pairing"_s, body), [&session](const auto &reply) {
        const QJsonObject &offer = reply.body;
        const auto text = [&offer](QLatin1StringView key) { return offer.value(key).toString(); };
        printLine(u"Code:        %1"_s.arg(text("code"_L1)));
        const QString print = text("fingerprint"_L1);
        printLine(u"Address:     %1"_s.arg(reachable(text("address"_L1), !print.isEmpty())));
        if (!print.isEmpty())
            printLine(u"Certificate: %1"_s.arg(print));
        printLine(u"For %1 (%2), once, until %3."_s.arg(text("person_name"_L1), text("role"_L1),
                                                        text("expires"_L1)));
        session.finish(ExitCode::Done);
    });
}

} // namespace

QList<Command> peopleCommands()
{
    const QString roles = u"owner, admin, operator, editor, viewer or billing"_s;
    return {
        {u"pair"_s,
         u"[PERSON] [--role ROLE]"_s,
         u"Shows a code that connects one more desktop: for ten minutes, once. The role of a new "
         "person is admin unless named."_s,
         0,
         1,
         {u"role="_s},
         pair},
        {u"people list"_s,
         {},
         u"People who may administer the gateway, with role and last sign-in."_s,
         0,
         0,
         listOptions(),
         listAll(u"/people"_s,
                 {{u"id"_s, u"ID"_s},
                  {u"name"_s, u"NAME"_s},
                  {u"role"_s, u"ROLE"_s},
                  {u"disabled"_s, u"DISABLED"_s},
                  {u"tokens"_s, u"TOKENS"_s},
                  {u"last_sign_in"_s, u"LAST SIGN-IN"_s},
                  {u"last_address"_s, u"FROM"_s}})},
        {u"people add"_s,
         u"NAME [--role ROLE]"_s,
         u"Adds a person; the role is %1."_s.arg(roles),
         1,
         1,
         {u"role="_s},
         addPerson},
        {u"people set"_s,
         u"ID [--name N] [--role ROLE] [--disable|--enable]"_s,
         u"Changes a person's name or role, or locks them out."_s,
         1,
         1,
         {u"name="_s, u"role="_s, u"disable"_s, u"enable"_s},
         changePerson},
        {u"people remove"_s,
         u"ID"_s,
         u"Removes a person with all tokens."_s,
         1,
         1,
         {},
         removeOne(u"people"_s)},
        {u"people sign-out"_s,
         u"ID"_s,
         u"Revokes every token of a person."_s,
         1,
         1,
         {},
         act(u"people"_s, u"sign-out"_s)},
        {u"people roles"_s,
         {},
         u"Every path of the admin API and the roles that may use it."_s,
         0,
         0,
         {},
         listAll(u"/permissions"_s,
                 {{u"route"_s, u"PATH"_s},
                  {u"permission"_s, u"PERMISSION"_s},
                  {u"roles"_s, u"ROLES"_s}})},
        {u"tokens list"_s,
         {},
         u"Administration tokens with their last use."_s,
         0,
         0,
         listOptions(),
         listAll(u"/tokens"_s,
                 {{u"id"_s, u"ID"_s},
                  {u"person_name"_s, u"PERSON"_s},
                  {u"role"_s, u"ROLE"_s},
                  {u"areas"_s, u"ONLY"_s},
                  {u"name"_s, u"USED ON"_s},
                  {u"state"_s, u"STATE"_s},
                  {u"expires"_s, u"EXPIRES"_s},
                  {u"last_used"_s, u"LAST USED"_s},
                  {u"last_address"_s, u"FROM"_s}})},
        {u"tokens create"_s,
         u"PERSON --name WHERE [--expires DATE] [--role ROLE] [--areas A,B]"_s,
         u"Makes a token for a person's program; its text is shown once. A role narrower than the "
         "person's, or areas (the permissions of \"people roles\"), leave out the rest."_s,
         1,
         1,
         {u"name="_s, u"expires="_s, u"role="_s, u"areas="_s},
         createToken},
        {u"tokens revoke"_s,
         u"ID"_s,
         u"Refuses a token from now on."_s,
         1,
         1,
         {},
         removeOne(u"tokens"_s)},
    };
}

} // namespace Gatehouse::Ctl
