// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/routes/routes.h"

#include <QtCore/QTimeZone>

#include <limits>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

WallTime momentOf(std::optional<qint64> microseconds)
{
    return WallTime(std::chrono::microseconds(microseconds.value_or(0)));
}

//! What the query of \a request narrows the records to.
Result<Ledger::AuditQuery> queryOf(const Services &services, const AdminRequest &request)
{
    const Result<int> limit = request.number(u"limit"_s, 100, 1, 1000);
    const Result<int> before = request.number(u"cursor"_s, 0, 0, std::numeric_limits<int>::max());
    const Result<Span> span = readSpan(services, request);
    if (!limit)
        return limit.error();
    if (!before)
        return before.error();
    if (!span)
        return span.error();
    return Ledger::AuditQuery{.limit = *limit,
                              .before = *before,
                              .object = request.parameter(u"object"_s),
                              .who = request.parameter(u"who"_s),
                              .action = request.parameter(u"action"_s),
                              .text = request.parameter(u"q"_s),
                              .since = momentOf(span->since),
                              .until = momentOf(span->until)};
}

void list(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Result<Ledger::AuditQuery> query = queryOf(services, request);
    if (!query) {
        responder.fail(query.error());
        return;
    }
    const auto records = services.audit.list(*query);
    if (!records) {
        responder.fail(records.error());
        return;
    }
    QJsonArray items;
    for (const Ledger::AuditRecord &record : *records)
        items.append(Ledger::AuditTrail::toJson(record));
    const bool more =
        static_cast<int>(records->size()) == query->limit && records->back().sequence > 1;
    responder.reply(listJson(items, more ? QString::number(records->back().sequence) : QString()));
}

void countDays(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Result<Ledger::AuditQuery> query = queryOf(services, request);
    const QTimeZone zone(request.parameter(u"zone"_s).toUtf8());
    const auto days = query ? services.audit.days(*query, zone.isValid() ? zone : QTimeZone::utc())
                            : Result<std::vector<Ledger::AuditTrail::Day>>(query.error());
    if (!days) {
        responder.fail(days.error());
        return;
    }
    QJsonArray items;
    for (const Ledger::AuditTrail::Day &day : *days)
        items.append(
            QJsonObject{{u"day"_s, day.day.toString(Qt::ISODate)}, {u"records"_s, day.records}});
    responder.reply(listJson(items, {}));
}

void verify(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QByteArray head = QByteArray::fromHex(request.parameter(u"head"_s).toLatin1());
    const Result<int> sequence =
        request.number(u"sequence"_s, 0, 0, std::numeric_limits<int>::max());
    if (!sequence) {
        responder.fail(sequence.error());
        return;
    }
    const auto verified = services.audit.verify(*sequence, head);
    if (!verified) {
        responder.fail(verified.error());
        return;
    }
    responder.reply({{u"records"_s, verified->records},
                     {u"head"_s, QString::fromLatin1(verified->head.toHex())},
                     {u"first_broken"_s,
                      verified->firstBroken ? QJsonValue(*verified->firstBroken) : QJsonValue()}});
}

} // namespace

void addAuditRoutes(Router &router, Services &services)
{
    const auto with = [&services](auto handler) {
        return [&services, handler](const AdminRequest &request, const Responder &responder) {
            handler(services, request, responder);
        };
    };
    router.add("GET", u"/audit"_s, with(list));
    router.add("GET", u"/audit/days"_s, with(countDays));
    router.add("POST", u"/audit/verify"_s, with(verify));
}

} // namespace Gatehouse::Admin
