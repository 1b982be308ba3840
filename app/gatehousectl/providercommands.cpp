// SPDX-License-Identifier: GPL-3.0-or-later
//! Commands about providers and their secrets.
#include "app/gatehousectl/commandlists.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ctl {

namespace {

void addProvider(Session &session)
{
    const auto text = readFile(session, session.invocation().words.first());
    if (!text)
        return;
    const QJsonDocument document = QJsonDocument::fromJson(*text);
    if (!document.isObject()) {
        session.fail(ExitCode::Usage,
                     u"the provider must be a JSON object with id, dialect, base_url, keys"_s);
        return;
    }
    session.show(session.client().post(u"/providers"_s, document.object()));
}

void testProvider(Session &session)
{
    const QString path =
        u"/providers/"_s + segment(session.invocation().words.first()) + u"/test"_s;
    session.await(session.client().post(path), [&session](const Api::AdminReply &reply) {
        printRows(session.invocation().format, reply.body, reply.body.value("checks"_L1).toArray(),
                  {{u"id"_s, u"CHECK"_s},
                   {u"state"_s, u"RESULT"_s},
                   {u"ms"_s, u"MS"_s},
                   {u"text"_s, u"TEXT"_s},
                   {u"detail"_s, u"DETAIL"_s}});
        session.finish(reply.body.value("key_accepted"_L1).toBool() ? ExitCode::Done
                                                                    : ExitCode::Refused);
    });
}

void checkProvider(Session &session)
{
    const QString path =
        u"/providers/"_s + segment(session.invocation().words.first()) + u"/check"_s;
    session.await(session.client().post(path), [&session](const Api::AdminReply &reply) {
        printRows(session.invocation().format, reply.body, QJsonArray{reply.body},
                  {{u"kind"_s, u"CHECK"_s},
                   {u"ok"_s, u"PASSED"_s},
                   {u"ms"_s, u"MS"_s},
                   {u"detail"_s, u"DETAIL"_s}});
        session.finish(reply.body.value("ok"_L1).toBool() ? ExitCode::Done : ExitCode::Refused);
    });
}

void showBreakers(Session &session)
{
    const QString path = u"/providers/"_s + segment(session.invocation().words.first());
    session.await(session.client().get(path), [&session](const Api::AdminReply &reply) {
        const QJsonArray breakers = reply.body.value("breakers"_L1).toArray();
        printRows(session.invocation().format, {{u"items"_s, breakers}}, breakers,
                  {{u"model"_s, u"MODEL"_s},
                   {u"key"_s, u"KEY"_s},
                   {u"state"_s, u"STATE"_s},
                   {u"cause"_s, u"CAUSE"_s},
                   {u"since"_s, u"SINCE"_s},
                   {u"until"_s, u"UNTIL"_s},
                   {u"in_flight"_s, u"IN FLIGHT"_s},
                   {u"capacity"_s, u"CAPACITY"_s}});
        session.finish(ExitCode::Done);
    });
}

void setSecret(Session &session)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly)) {
        session.fail(ExitCode::Usage, u"standard input cannot be read"_s);
        return;
    }
    QByteArray value = input.readAll();
    while (value.endsWith('\n') || value.endsWith('\r'))
        value.chop(1);
    const QString path = u"/secrets/"_s + segment(session.invocation().words.first());
    session.show(session.client().put(path, {{u"value"_s, QString::fromUtf8(value)}}));
    value.fill('\0');
}

void moveSecret(Session &session)
{
    const QString path = u"/secrets/"_s + segment(session.invocation().words.first());
    session.show(session.client().post(path + u"/move"_s,
                                       {{u"to"_s, session.invocation().options.value(u"to"_s)}}));
}

} // namespace

QList<Command> providerCommands()
{
    return {
        {u"providers list"_s,
         {},
         u"Providers with their health."_s,
         0,
         0,
         listOptions(),
         listAll(u"/providers"_s,
                 {{u"id"_s, u"ID"_s},
                  {u"dialect"_s, u"DIALECT"_s},
                  {u"base_url"_s, u"ADDRESS"_s},
                  {u"health"_s, u"HEALTH"_s},
                  {u"health_source"_s, u"KNOWN"_s}})},
        {u"providers add"_s, u"FILE|-"_s, u"Adds a provider from JSON."_s, 1, 1, {}, addProvider},
        {u"providers test"_s,
         u"ID"_s,
         u"Reaches the provider, checks its key, lists models, asks for a short answer."_s,
         1,
         1,
         {},
         testProvider},
        {u"providers check"_s,
         u"ID"_s,
         u"Checks a provider's health now; costs at most one token."_s,
         1,
         1,
         {},
         checkProvider},
        {u"providers breakers"_s,
         u"ID"_s,
         u"State of each model and key of a provider."_s,
         1,
         1,
         {},
         showBreakers},
        {u"providers headroom"_s,
         {},
         u"What providers last said is left of the rate limits of each key."_s,
         0,
         0,
         listOptions(),
         listAll(u"/headroom"_s,
                 {{u"provider"_s, u"PROVIDER"_s},
                  {u"key"_s, u"KEY"_s},
                  {u"kind"_s, u"OF"_s},
                  {u"remaining"_s, u"LEFT"_s},
                  {u"limit"_s, u"LIMIT"_s},
                  {u"resets"_s, u"RESETS"_s},
                  {u"seen"_s, u"SEEN"_s}})},
        {u"providers pause"_s,
         u"ID"_s,
         u"Routes around a provider."_s,
         1,
         1,
         {},
         act(u"providers"_s, u"pause"_s)},
        {u"providers resume"_s,
         u"ID"_s,
         u"Uses a paused provider again."_s,
         1,
         1,
         {},
         act(u"providers"_s, u"resume"_s)},
        {u"providers remove"_s,
         u"ID"_s,
         u"Removes a provider no route uses."_s,
         1,
         1,
         {},
         removeOne(u"providers"_s)},
        {u"secrets set"_s,
         u"NAME"_s,
         u"Stores a secret read from standard input."_s,
         1,
         1,
         {},
         setSecret},
        {u"secrets list"_s,
         {},
         u"Names of stored secrets; never their values."_s,
         0,
         0,
         listOptions(),
         listAll(u"/secrets"_s,
                 {{u"ref"_s, u"REFERENCE"_s},
                  {u"state"_s, u"STATE"_s},
                  {u"fingerprint"_s, u"FINGERPRINT"_s},
                  {u"used_by"_s, u"USED BY"_s}})},
        {u"secrets move"_s,
         u"NAME --to keychain|vault"_s,
         u"Keeps a stored secret elsewhere; what uses it follows."_s,
         1,
         1,
         {u"to="_s},
         moveSecret},
        {u"secrets remove"_s,
         u"NAME"_s,
         u"Forgets a secret nothing uses."_s,
         1,
         1,
         {},
         removeOne(u"secrets"_s)},
    };
}

} // namespace Gatehouse::Ctl
