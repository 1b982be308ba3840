// SPDX-License-Identifier: GPL-3.0-or-later
//! Commands about alerts and their channels.
#include "app/gatehousectl/commandlists.h"

#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ctl {

namespace {

QList<Column> alertColumns()
{
    return {
        {u"id"_s, u"ALERT"_s},    {u"state"_s, u"STATE"_s},       {u"name"_s, u"NAME"_s},
        {u"scope"_s, u"SCOPE"_s}, {u"value"_s, u"VALUE"_s},       {u"threshold"_s, u"THRESHOLD"_s},
        {u"value_of"_s, u"OF"_s}, {u"severity"_s, u"SEVERITY"_s}, {u"since"_s, u"SINCE"_s}};
}

QList<Column> historyColumns()
{
    return {
        {u"id"_s, u"ID"_s},       {u"rule"_s, u"ALERT"_s},          {u"object_name"_s, u"OF"_s},
        {u"value"_s, u"VALUE"_s}, {u"threshold"_s, u"THRESHOLD"_s}, {u"started"_s, u"STARTED"_s},
        {u"ended"_s, u"ENDED"_s}};
}

QList<Column> deliveryColumns()
{
    return {{u"time"_s, u"TIME"_s},     {u"channel"_s, u"CHANNEL"_s},
            {u"state"_s, u"STATE"_s},   {u"attempts"_s, u"ATTEMPTS"_s},
            {u"detail"_s, u"DETAIL"_s}, {u"summary"_s, u"MESSAGE"_s}};
}

QList<Column> channelColumns()
{
    return {{u"id"_s, u"CHANNEL"_s}, {u"kind"_s, u"KIND"_s}, {u"url"_s, u"ADDRESS"_s}};
}

QString first(const Session &session)
{
    return segment(session.invocation().words.first());
}

void snooze(Session &session)
{
    session.show(session.client().post(u"/alerts/%1/snooze"_s.arg(first(session)),
                                       {{u"for"_s, session.invocation().words.at(1)}}));
}

void endSnooze(Session &session)
{
    session.show(session.client().remove(u"/alerts/%1/snooze"_s.arg(first(session))));
}

//! A test that does not arrive is a failure to a script.
void test(Session &session)
{
    session.await(session.client().post(u"/alerts/channels/%1/test"_s.arg(first(session))),
                  [&session](const Api::AdminReply &reply) {
                      const QString detail = reply.body.value("detail"_L1).toString();
                      if (!reply.body.value("delivered"_L1).toBool()) {
                          session.fail(ExitCode::Refused, u"not delivered: %1"_s.arg(detail));
                          return;
                      }
                      printObject(session.invocation().format, reply.body);
                      session.finish(ExitCode::Done);
                  });
}

} // namespace

QList<Command> alertCommands()
{
    return {
        {u"alerts list"_s,
         {},
         u"What is watched, and how it stands."_s,
         0,
         0,
         listOptions(),
         listAll(u"/alerts"_s, alertColumns())},
        {u"alerts history"_s,
         {},
         u"What has fired, newest first."_s,
         0,
         0,
         listOptions(),
         listAll(u"/alerts/history"_s, historyColumns())},
        {u"alerts ack"_s,
         u"ID"_s,
         u"Takes note of an alert, so that it is not told again."_s,
         1,
         1,
         {},
         act(u"alerts"_s, u"acknowledge"_s)},
        {u"alerts snooze"_s,
         u"ID 1h"_s,
         u"Tells nobody of an alert for some time."_s,
         2,
         2,
         {},
         snooze},
        {u"alerts unsnooze"_s, u"ID"_s, u"Tells of it again."_s, 1, 1, {}, endSnooze},
        {u"alerts channels"_s,
         {},
         u"The ways people are told."_s,
         0,
         0,
         listOptions(),
         listAll(u"/alerts/channels"_s, channelColumns())},
        {u"alerts deliveries"_s,
         {},
         u"Messages and how they arrived."_s,
         0,
         0,
         listOptions(),
         listAll(u"/alerts/deliveries"_s, deliveryColumns())},
        {u"alerts test"_s,
         u"CHANNEL"_s,
         u"Sends a message that says it is a test."_s,
         1,
         1,
         {},
         test},
    };
}

} // namespace Gatehouse::Ctl
