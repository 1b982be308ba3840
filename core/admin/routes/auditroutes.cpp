// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/routes/routes.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

void addAuditRoutes(Router &router, Services &services)
{
    router.add(
        "GET", u"/audit"_s, [&services](const AdminRequest &request, const Responder &responder) {
            const Result<int> limit = request.number(u"limit"_s, 100, 1, 1000);
            const Result<int> before =
                request.number(u"cursor"_s, 0, 0, std::numeric_limits<int>::max());
            if (!limit || !before) {
                responder.fail(limit ? before.error() : limit.error());
                return;
            }
            const auto records =
                services.audit.list(*limit, *before, request.parameter(u"object"_s));
            if (!records) {
                responder.fail(records.error());
                return;
            }
            QJsonArray items;
            for (const Ledger::AuditRecord &record : *records)
                items.append(Ledger::AuditTrail::toJson(record));
            const bool more =
                static_cast<int>(records->size()) == *limit && records->back().sequence > 1;
            responder.reply(
                listJson(items, more ? QString::number(records->back().sequence) : QString()));
        });
    router.add(
        "POST", u"/audit/verify"_s, [&services](const AdminRequest &, const Responder &responder) {
            const auto verified = services.audit.verify();
            if (!verified) {
                responder.fail(verified.error());
                return;
            }
            responder.reply(
                {{u"records"_s, verified->records},
                 {u"head"_s, QString::fromLatin1(verified->head.toHex())},
                 {u"first_broken"_s,
                  verified->firstBroken ? QJsonValue(*verified->firstBroken) : QJsonValue()}});
        });
}

} // namespace Gatehouse::Admin
