// SPDX-License-Identifier: GPL-3.0-or-later
//! Commands about limits, budgets and the pause.
#include "app/gatehousectl/commandlists.h"

#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ctl {

namespace {

void raise(Session &session)
{
    session.show(session.client().post(
        u"/budgets/%1/raise"_s.arg(segment(session.invocation().words.first())),
        {{u"amount_usd"_s, session.invocation().words.at(1)},
         {u"reason"_s, session.invocation().options.value(u"reason"_s)}}));
}

void reset(Session &session)
{
    session.show(session.client().post(
        u"/budgets/%1/reset"_s.arg(segment(session.invocation().words.first())),
        {{u"reason"_s, session.invocation().options.value(u"reason"_s)}}));
}

void pause(Session &session)
{
    const QStringList except =
        session.invocation().options.value(u"except"_s).split(u',', Qt::SkipEmptyParts);
    session.show(
        session.client().post(u"/pause"_s,
                              {{u"except"_s, QJsonArray::fromStringList(except)},
                               {u"reason"_s, session.invocation().options.value(u"reason"_s)}}));
}

void resume(Session &session)
{
    session.show(session.client().remove(u"/pause"_s));
}

void keyLimits(Session &session)
{
    session.show(
        session.client().get(u"/keys/%1/limits"_s.arg(segment(session.invocation().words.first())),
                             queryOf(session, {u"route"_s})));
}

QList<Column> budgetColumns()
{
    return {{u"id"_s, u"BUDGET"_s},
            {u"scope"_s, u"SCOPE"_s},
            {u"period"_s, u"PERIOD"_s},
            {u"limit_nano_usd"_s, u"LIMIT"_s},
            {u"spent_nano_usd"_s, u"SPENT"_s},
            {u"reserved_nano_usd"_s, u"RESERVED"_s},
            {u"left_nano_usd"_s, u"LEFT"_s},
            {u"resets"_s, u"RESETS"_s},
            {u"state"_s, u"STATE"_s}};
}

QList<Column> limitColumns()
{
    return {{u"scope"_s, u"SCOPE"_s},        {u"rpm"_s, u"RPM"_s},
            {u"requests_left"_s, u"LEFT"_s}, {u"tpm"_s, u"TPM"_s},
            {u"tokens_left"_s, u"LEFT"_s},   {u"max_in_flight"_s, u"IN FLIGHT, MOST"_s},
            {u"in_flight"_s, u"IN FLIGHT"_s}};
}

} // namespace

QList<Command> budgetCommands()
{
    return {
        {u"budgets list"_s,
         {},
         u"Budgets with what is spent, reserved and left."_s,
         0,
         0,
         listOptions(),
         listAll(u"/budgets"_s, budgetColumns())},
        {u"budgets raise"_s,
         u"ID DOLLARS [--reason TEXT]"_s,
         u"Raises a budget until it resets."_s,
         2,
         2,
         {u"reason="_s},
         raise},
        {u"budgets reset"_s,
         u"ID [--reason TEXT]"_s,
         u"Begins a budget's period anew."_s,
         1,
         1,
         {u"reason="_s},
         reset},
        {u"limits list"_s,
         {},
         u"Limits with what is left of them."_s,
         0,
         0,
         listOptions(),
         listAll(u"/limits"_s, limitColumns())},
        {u"keys limits"_s,
         u"ID [--route R]"_s,
         u"Every limit and budget of a key, and which binds."_s,
         1,
         1,
         {u"route="_s},
         keyLimits},
        {u"pause"_s,
         u"[--except key:ci,team:research] [--reason TEXT]"_s,
         u"Refuses all requests but those of some keys and teams."_s,
         0,
         0,
         {u"except="_s, u"reason="_s},
         pause},
        {u"resume"_s, {}, u"Ends the pause."_s, 0, 0, {}, resume},
    };
}

} // namespace Gatehouse::Ctl
