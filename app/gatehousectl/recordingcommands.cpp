// SPDX-License-Identifier: GPL-3.0-or-later
//! Commands about what clients said word by word.
#include "app/gatehousectl/commandlists.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Ctl {

namespace {

void begin(Session &session)
{
    const Invocation &invocation = session.invocation();
    QJsonObject body;
    for (const QString &name : {u"key"_s, u"route"_s, u"reason"_s}) {
        if (invocation.has(name))
            body.insert(name, invocation.options.value(name));
    }
    for (const QString &name : {u"requests"_s, u"minutes"_s}) {
        if (!invocation.has(name))
            continue;
        bool ok = false;
        const QString text = invocation.options.value(name);
        const int number = text.toInt(&ok);
        body.insert(name, ok ? QJsonValue(number) : QJsonValue(text));
    }
    session.show(session.client().post(u"/recording"_s, body));
}

void keep(Session &session)
{
    const Invocation &invocation = session.invocation();
    QJsonObject body;
    for (const auto &[option, field] :
         {std::pair(u"for"_s, u"keep_bodies"_s), std::pair(u"size"_s, u"keep_body_bytes"_s),
          std::pair(u"reason"_s, u"reason"_s)}) {
        if (invocation.has(option))
            body.insert(field, invocation.options.value(option));
    }
    if (!invocation.has(u"for"_s) && !invocation.has(u"size"_s)) {
        session.fail(ExitCode::Usage, u"say what to keep, for example --for 30d --size 1GiB"_s);
        return;
    }
    session.show(session.client().put(u"/recording"_s, body));
}

//! With --dry-run only what it would cost.
void replay(Session &session)
{
    const Invocation &invocation = session.invocation();
    const QString path = u"/requests/%1/replay"_s.arg(segment(invocation.words.constFirst()));
    const QString model = invocation.options.value(u"model"_s);
    if (invocation.has(u"dry-run"_s)) {
        QUrlQuery query;
        query.addQueryItem(u"model"_s, model);
        session.show(session.client().get(path, query));
    } else {
        session.show(session.client().post(path, {{u"model"_s, model}}));
    }
}

QString bodyPath(const Session &session)
{
    return u"/requests/%1/body"_s.arg(segment(session.invocation().words.constFirst()));
}

} // namespace

QList<Command> recordingCommands()
{
    return {
        {u"requests body"_s,
         u"ID"_s,
         u"What a request said and was answered, where it was recorded; the audit log notes it."_s,
         1,
         1,
         {},
         [](Session &session) { session.show(session.client().post(bodyPath(session))); }},
        {u"requests forget-body"_s,
         u"ID"_s,
         u"Deletes what was recorded of a request."_s,
         1,
         1,
         {},
         [](Session &session) { session.show(session.client().remove(bodyPath(session))); }},
        {u"requests replay"_s,
         u"ID [--model M] [--dry-run]"_s,
         u"Sends a recorded request again, booked on its key; --dry-run tells what it would cost."_s,
         1,
         1,
         {u"model="_s, u"dry-run"_s},
         replay},
        {u"recording show"_s,
         {},
         u"What is recorded, how much there is, and how long it stays."_s,
         0,
         0,
         {},
         [](Session &session) { session.show(session.client().get(u"/recording"_s)); }},
        {u"recording start"_s,
         u"--key K|--route R [--requests 50] [--minutes 15] [--reason TEXT]"_s,
         u"Records the next requests of a key or a route; ends by itself."_s,
         0,
         0,
         {u"key="_s, u"route="_s, u"requests="_s, u"minutes="_s, u"reason="_s},
         begin},
        {u"recording stop"_s,
         {},
         u"Ends the recording."_s,
         0,
         0,
         {},
         [](Session &session) { session.show(session.client().remove(u"/recording"_s)); }},
        {u"recording keep"_s,
         u"[--for 30d] [--size 1GiB] [--reason TEXT]"_s,
         u"How long, and how much of what is recorded stays; 0s keeps nothing."_s,
         0,
         0,
         {u"for="_s, u"size="_s, u"reason="_s},
         keep},
        {u"recording purge"_s,
         {},
         u"Deletes everything that was recorded."_s,
         0,
         0,
         {},
         [](Session &session) { session.show(session.client().remove(u"/bodies"_s)); }},
    };
}

} // namespace Gatehouse::Ctl
