// SPDX-License-Identifier: GPL-3.0-or-later
//! What was used and spent, summed.
#include "core/admin/routes/keyowners.h"
#include "core/admin/routes/reportgaps.h"
#include "core/admin/routes/routes.h"

#include <QtCore/QSysInfo>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

constexpr int mostGroups = 10'000;

//! What people call the providers, teams and people of the rows, by their group.
using Names = QHash<QString, QHash<QString, QString>>;

Names namesOf(const Services &services)
{
    Names names{{u"provider"_s, providerNames(services)}};
    for (const Api::Team &team : services.configuration.document().teams)
        names[u"team"_s].insert(team.id, team.name.isEmpty() ? team.id : team.name);
    for (const Access::Person &person : services.people.people())
        names[u"person"_s].insert(person.id, person.name);
    return names;
}

QJsonArray withNames(const Names &names, const QJsonArray &rows)
{
    QJsonArray named;
    for (const QJsonValue &value : rows) {
        QJsonObject row = value.toObject();
        for (auto group = names.cbegin(); group != names.cend(); ++group) {
            const QString id = row.value(group.key()).toString();
            if (!id.isEmpty())
                row.insert(QString(group.key() + "_name"_L1), group->value(id, id));
        }
        named.append(row);
    }
    return named;
}

Result<Ledger::UsageSpan> readUsage(const Services &services, const AdminRequest &request)
{
    const Result<Span> span = readSpan(services, request, request.parameter(u"range"_s, u"30d"_s));
    if (!span)
        return span.error();
    const Result<int> most = request.number(u"most"_s, 0, 0, mostGroups);
    if (!most)
        return most.error();
    const QString order = request.parameter(u"order"_s, u"cost"_s);
    if (order != "cost"_L1 && order != "tokens"_L1 && order != "requests"_L1)
        return Error{ErrorCode::InvalidArgument, u"use cost, tokens or requests"_s, u"order"_s};
    const QString fields = request.parameter(u"fields"_s);
    if (!fields.isEmpty() && fields != "cost"_L1)
        return Error{ErrorCode::InvalidArgument, u"use cost, or leave it out for all"_s,
                     u"fields"_s};
    return Ledger::UsageSpan{
        .sinceUs = *span->since,
        .untilUs = span->until.value_or(0),
        .key = request.parameter(u"key"_s),
        .compare = request.parameter(u"compare"_s) == "previous"_L1,
        .most = *most,
        .order = order,
        .onlyCost = !fields.isEmpty(),
        .names = {.owners = keyOwners(services), .node = QSysInfo::machineHostName()}};
}

void usage(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Result<Ledger::UsageSpan> span = readUsage(services, request);
    if (!span) {
        responder.fail(span.error());
        return;
    }
    services.queries.ask(
        [by = request.parameter(u"by"_s), span = *span](Ledger::LedgerReader &reader) {
            return reader.usage(by, span);
        },
        [&services, responder](const Result<QJsonObject> &answer) {
            if (!answer) {
                responder.fail(answer.error());
                return;
            }
            QJsonObject report = *answer;
            const Names names = namesOf(services);
            for (const QString &list : {u"items"_s, u"previous"_s}) {
                if (report.contains(list))
                    report.insert(list, withNames(names, report.value(list).toArray()));
            }
            if (services.priceList.facts)
                report.insert(u"price_lists"_s, services.priceList.facts().value("versions"_L1));
            responder.reply(withGaps(services, report));
        });
}

} // namespace

void addUsageRoutes(Router &router, Services &services)
{
    router.add("GET", u"/usage"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   usage(services, request, responder);
               });
}

} // namespace Gatehouse::Admin
