// SPDX-License-Identifier: GPL-3.0-or-later
//! Commands about teams and keys.
#include "app/gatehousectl/commandlists.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Ctl {

namespace {

void createKey(Session &session)
{
    const Invocation &invocation = session.invocation();
    QJsonObject body{{u"name"_s, invocation.words.first()}};
    for (const QString &name : {u"team"_s, u"expires"_s, u"note"_s}) {
        if (invocation.has(name))
            body.insert(name, invocation.options.value(name));
    }
    if (invocation.has(u"routes"_s))
        body.insert(u"routes"_s,
                    QJsonArray::fromStringList(
                        invocation.options.value(u"routes"_s).split(u',', Qt::SkipEmptyParts)));
    if (invocation.has(u"tags"_s))
        body.insert(u"tags"_s,
                    QJsonArray::fromStringList(
                        invocation.options.value(u"tags"_s).split(u',', Qt::SkipEmptyParts)));
    session.show(session.client().post(u"/keys"_s, body));
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
        {u"keys create"_s,
         u"NAME [--team T] [--routes A,B] [--expires DATE] [--tags A=B,C=D] [--note TEXT]"_s,
         u"Makes a key; its text is shown once."_s,
         1,
         1,
         {u"team="_s, u"routes="_s, u"expires="_s, u"tags="_s, u"note="_s},
         createKey},
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
