// SPDX-License-Identifier: GPL-3.0-or-later
//! Commands about teams and keys.
#include "app/gatehousectl/commandlists.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Ctl {

namespace {

//! The options that say what a key is, as the command line takes them.
QStringList fieldOptions()
{
    return {u"team="_s,        u"routes="_s,        u"expires="_s,       u"tags="_s,
            u"note="_s,        u"owner="_s,         u"regions="_s,       u"targets="_s,
            u"addresses="_s,   u"priority="_s,      u"record-bodies="_s, u"rpm="_s,
            u"tpm="_s,         u"max-in-flight="_s, u"budget="_s,        u"period="_s,
            u"when-used-up="_s};
}

QString fieldArguments()
{
    return u"[--team T] [--owner PERSON] [--routes A,B] [--regions eu,us] [--targets gpu/*] "
           "[--addresses 10.0.0.0/8,::1] [--expires DATE] [--tags A=B,C=D] [--note TEXT] "
           "[--priority batch] [--record-bodies never] [--rpm N] [--tpm N] [--max-in-flight N] "
           "[--budget DOLLARS] [--period month] [--when-used-up block|warn|redirect:ROUTE]"_s;
}

//! What of them a team has too.
QStringList teamOptions()
{
    return {u"name="_s,
            u"routes="_s,
            u"regions="_s,
            u"targets="_s,
            u"rpm="_s,
            u"tpm="_s,
            u"budget="_s,
            u"period="_s,
            u"when-used-up="_s,
            u"max-in-flight="_s,
            u"key-rpm="_s,
            u"key-tpm="_s,
            u"key-max-in-flight="_s};
}

QString teamArguments()
{
    return u"[--name N] [--routes A,B] [--regions eu,us] [--targets gpu/*] [--rpm N] [--tpm N] "
           "[--max-in-flight N] [--budget DOLLARS] [--period month] "
           "[--when-used-up block|warn|redirect:ROUTE] "
           "[--key-rpm N] [--key-tpm N] [--key-max-in-flight N]"_s;
}

//! What is "none" is taken away again.
QJsonObject numbersOf(const Invocation &invocation,
                      std::initializer_list<std::pair<QString, QString>> names)
{
    QJsonObject object;
    for (const auto &[option, field] : names) {
        if (!invocation.has(option))
            continue;
        bool ok = false;
        const QString text = invocation.options.value(option);
        if (text == "none"_L1) {
            object.insert(field, QJsonValue::Null);
            continue;
        }
        const double number = text.toDouble(&ok);
        // What is no number is the gateway's to refuse: it names the field.
        object.insert(field, ok ? QJsonValue(number) : QJsonValue(text));
    }
    return object;
}

//! The body that the options make.
QJsonObject fieldsOf(const Invocation &invocation)
{
    QJsonObject body;
    for (const auto &[option, field] :
         {std::pair(u"team"_s, u"team"_s), std::pair(u"expires"_s, u"expires"_s),
          std::pair(u"note"_s, u"note"_s), std::pair(u"owner"_s, u"owner"_s),
          std::pair(u"priority"_s, u"priority"_s),
          std::pair(u"record-bodies"_s, u"record_bodies"_s),
          std::pair(u"template"_s, u"template"_s), std::pair(u"name"_s, u"name"_s)}) {
        if (invocation.has(option))
            body.insert(field, invocation.options.value(option));
    }
    for (const auto &[option, field] :
         {std::pair(u"routes"_s, u"routes"_s), std::pair(u"tags"_s, u"tags"_s),
          std::pair(u"regions"_s, u"residency"_s), std::pair(u"targets"_s, u"targets"_s),
          std::pair(u"addresses"_s, u"addresses"_s)}) {
        if (invocation.has(option))
            body.insert(field,
                        QJsonArray::fromStringList(
                            invocation.options.value(option).split(u',', Qt::SkipEmptyParts)));
    }
    const QJsonObject limits = numbersOf(
        invocation,
        {{u"rpm"_s, u"rpm"_s}, {u"tpm"_s, u"tpm"_s}, {u"max-in-flight"_s, u"max_in_flight"_s}});
    if (!limits.isEmpty())
        body.insert(u"limits"_s, limits);
    const QJsonObject keyLimits = numbersOf(invocation,
                                            {{u"key-rpm"_s, u"rpm"_s},
                                             {u"key-tpm"_s, u"tpm"_s},
                                             {u"key-max-in-flight"_s, u"max_in_flight"_s}});
    if (!keyLimits.isEmpty())
        body.insert(u"key_limits"_s, keyLimits);
    QJsonObject budget = numbersOf(invocation, {{u"budget"_s, u"limit_usd"_s}});
    if (invocation.has(u"period"_s))
        budget.insert(u"period"_s, invocation.options.value(u"period"_s));
    if (invocation.has(u"when-used-up"_s))
        budget.insert(u"action"_s, invocation.options.value(u"when-used-up"_s));
    if (!budget.isEmpty())
        body.insert(u"budget"_s, budget);
    return body;
}

//! \a present with what \a change names in place of its own; null takes away. An object that
//! holds nothing any more is null.
QJsonValue merged(QJsonObject present, const QJsonObject &change)
{
    for (auto it = change.begin(); it != change.end(); ++it) {
        if (it->isNull())
            present.remove(it.key());
        else
            present.insert(it.key(), *it);
    }
    return present.isEmpty() ? QJsonValue() : QJsonValue(present);
}

//! A body for an object that has limits and a budget already: what of them is not named stays.
QJsonObject onTopOf(const QJsonObject &present, QJsonObject body)
{
    for (const QString &part : {u"limits"_s, u"budget"_s, u"key_limits"_s}) {
        if (body.contains(part))
            body.insert(part, merged(present.value(part).toObject(), body.value(part).toObject()));
    }
    if (!body.value("budget"_L1).toObject().contains("limit_usd"_L1) && body.contains("budget"_L1))
        body.insert(u"budget"_s, QJsonValue::Null); // without an amount there is none
    return body;
}

//! Puts to \a path what \a bodyOn makes of the object that is there.
void change(Session &session, const QString &path,
            const std::function<QJsonObject(const QJsonObject &)> &bodyOn)
{
    session.await(session.client().get(path),
                  [&session, path, bodyOn](const Api::AdminReply &reply) {
                      session.show(session.client().put(path, bodyOn(reply.body)));
                  });
}

void createKey(Session &session)
{
    QJsonObject body = fieldsOf(session.invocation());
    body.insert(u"name"_s, session.invocation().words.first());
    session.show(session.client().post(u"/keys"_s, body));
}

void changeKey(Session &session)
{
    const QJsonObject body = fieldsOf(session.invocation());
    if (body.isEmpty()) {
        session.fail(ExitCode::Usage, u"say what to change, for example --note TEXT"_s);
        return;
    }
    change(session, u"/keys/"_s + segment(session.invocation().words.first()),
           [body](const QJsonObject &present) { return onTopOf(present, body); });
}

void createTeam(Session &session)
{
    QJsonObject body = fieldsOf(session.invocation());
    body.insert(u"id"_s, session.invocation().words.first());
    session.show(session.client().post(u"/teams"_s, onTopOf({}, body)));
}

void changeTeam(Session &session)
{
    const QJsonObject body = fieldsOf(session.invocation());
    if (body.isEmpty()) {
        session.fail(ExitCode::Usage, u"say what to change, for example --routes fast,careful"_s);
        return;
    }
    change(session, u"/teams/"_s + segment(session.invocation().words.first()),
           [body](const QJsonObject &present) {
               QJsonObject whole = onTopOf(present, body);
               for (const QString &name :
                    {u"name"_s, u"routes"_s, u"residency"_s, u"targets"_s, u"key_limits"_s}) {
                   if (!whole.contains(name))
                       whole.insert(name, present.value(name));
               }
               return whole;
           });
}

void saveTemplate(Session &session)
{
    session.show(
        session.client().put(u"/key-templates/"_s + segment(session.invocation().words.first()),
                             fieldsOf(session.invocation())));
}

//! The rows of what was found; nothing found is a success too, and said.
void findKeys(Session &session)
{
    const Invocation &invocation = session.invocation();
    const auto text = readFile(session, invocation.words.first());
    if (!text)
        return;
    QJsonObject body{{u"text"_s, QString::fromUtf8(*text)}};
    if (invocation.has(u"since"_s))
        body.insert(u"since"_s, invocation.options.value(u"since"_s));
    session.await(session.client().post(u"/keys/find"_s, body),
                  [&session](const Api::AdminReply &reply) {
                      const QJsonArray rows = reply.body.value("items"_L1).toArray();
                      const OutputFormat format = session.invocation().format;
                      if (rows.isEmpty() && format == OutputFormat::Table)
                          printLine(u"No key of this gateway stands in the text."_s);
                      else
                          printRows(format, reply.body, rows,
                                    {{u"id"_s, u"ID"_s},
                                     {u"name"_s, u"NAME"_s},
                                     {u"text"_s, u"TEXT"_s},
                                     {u"state"_s, u"STATE"_s},
                                     {u"activity.requests"_s, u"REQUESTS"_s},
                                     {u"activity.cost_nano_usd"_s, u"SPENT"_s},
                                     {u"activity.last"_s, u"LAST USED"_s}});
                      session.finish(ExitCode::Done);
                  });
}

//! "2h", "30m", "7d" in seconds, nothing when it is no span.
std::optional<qint64> seconds(const QString &span)
{
    static const QHash<QChar, qint64> units{{u's', 1}, {u'm', 60}, {u'h', 3600}, {u'd', 86400}};
    bool ok = false;
    const qint64 count = span.chopped(span.isEmpty() ? 0 : 1).toLongLong(&ok);
    if (!ok || count < 0 || !units.contains(span.back()))
        return std::nullopt;
    return count * units.value(span.back());
}

void rotateKey(Session &session)
{
    const std::optional<qint64> overlap =
        seconds(session.invocation().options.value(u"overlap"_s, u"0s"_s));
    if (!overlap) {
        session.fail(ExitCode::Usage, u"--overlap takes a span such as 24h"_s);
        return;
    }
    const QString path = u"/keys/"_s + segment(session.invocation().words.first()) + u"/rotate"_s;
    session.show(session.client().post(path, {{u"overlap_s"_s, *overlap}}));
}

} // namespace

QList<Command> keyCommands()
{
    return {
        {u"teams list"_s,
         {},
         u"Teams."_s,
         0,
         0,
         listOptions(),
         listAll(u"/teams"_s,
                 {{u"id"_s, u"ID"_s}, {u"name"_s, u"NAME"_s}, {u"routes"_s, u"ROUTES"_s}})},
        {u"teams show"_s, u"ID"_s, u"One team."_s, 1, 1, {}, showOne(u"teams"_s)},
        {u"teams create"_s, u"ID "_s + teamArguments(),
         u"Makes a team; no routes named: all of them."_s, 1, 1, teamOptions(), createTeam},
        {u"teams set"_s, u"ID "_s + teamArguments(), u"Changes a team; what is not named stays."_s,
         1, 1, teamOptions(), changeTeam},
        {u"teams remove"_s,
         u"ID"_s,
         u"Removes a team that has no keys any more."_s,
         1,
         1,
         {},
         removeOne(u"teams"_s)},
        {u"keys create"_s, u"NAME [--template T] "_s + fieldArguments(),
         u"Makes a key; its text is shown once."_s, 1, 1,
         fieldOptions() + QStringList{u"template="_s}, createKey},
        {u"keys list"_s,
         {},
         u"Keys with state, spend and last use."_s,
         0,
         0,
         listOptions(),
         listAll(u"/keys"_s,
                 {{u"id"_s, u"ID"_s},
                  {u"name"_s, u"NAME"_s},
                  {u"team"_s, u"TEAM"_s},
                  {u"state"_s, u"STATE"_s},
                  {u"requests"_s, u"REQUESTS"_s},
                  {u"spent_nano_usd"_s, u"SPENT"_s},
                  {u"last_used"_s, u"LAST USED"_s}})},
        {u"keys set"_s, u"ID [--name N] "_s + fieldArguments(),
         u"Changes a key; what is not named stays."_s, 1, 1,
         fieldOptions() + QStringList{u"name="_s}, changeKey},
        {u"keys find"_s,
         u"FILE|- [--since 7d]"_s,
         u"The keys that stand in a text, and what they did; the text is kept nowhere."_s,
         1,
         1,
         {u"since="_s},
         findKeys},
        {u"keys templates"_s,
         {},
         u"Named sets of fields that new keys can start from."_s,
         0,
         0,
         listOptions(),
         listAll(u"/key-templates"_s, {{u"name"_s, u"NAME"_s}, {u"fields"_s, u"FIELDS"_s}})},
        {u"keys save-template"_s, u"NAME "_s + fieldArguments(),
         u"Keeps fields for new keys under a name."_s, 1, 1, fieldOptions(), saveTemplate},
        {u"keys remove-template"_s,
         u"NAME"_s,
         u"Forgets a template; keys made from it stay."_s,
         1,
         1,
         {},
         removeOne(u"key-templates"_s)},
        {u"keys show"_s, u"ID"_s, u"One key."_s, 1, 1, {}, showOne(u"keys"_s)},
        {u"keys disable"_s,
         u"ID"_s,
         u"Refuses a key from now on."_s,
         1,
         1,
         {},
         act(u"keys"_s, u"disable"_s)},
        {u"keys enable"_s,
         u"ID"_s,
         u"Accepts a disabled key again."_s,
         1,
         1,
         {},
         act(u"keys"_s, u"enable"_s)},
        {u"keys rotate"_s,
         u"ID [--overlap 24h]"_s,
         u"Gives a key a new text; the old one stays valid for the overlap."_s,
         1,
         1,
         {u"overlap="_s},
         rotateKey},
        {u"keys end-overlap"_s,
         u"ID"_s,
         u"Refuses the text before the last rotation from now on."_s,
         1,
         1,
         {},
         act(u"keys"_s, u"end-overlap"_s)},
        {u"keys delete"_s, u"ID"_s, u"Deletes a key."_s, 1, 1, {}, removeOne(u"keys"_s)},
        {u"keys restore"_s,
         u"ID"_s,
         u"Takes back the deletion of a key, for 30 days."_s,
         1,
         1,
         {},
         act(u"keys"_s, u"restore"_s)},
    };
}

} // namespace Gatehouse::Ctl
