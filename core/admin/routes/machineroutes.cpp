// SPDX-License-Identifier: GPL-3.0-or-later
//! What machines paid by the hour cost, and how much of it requests were booked with.
#include "core/admin/routes/routes.h"
#include "core/ledger/machinecosts.h"

#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

QJsonArray daysJson(const std::vector<Ledger::MachineDay> &days)
{
    QJsonArray items;
    for (const Ledger::MachineDay &day : days)
        items.append(QJsonObject{{u"provider"_s, day.provider},
                                 {u"day"_s, day.day.toString(Qt::ISODate)},
                                 {u"hours_paid"_s, double(day.paidUs) / double(Ledger::usPerHour)},
                                 {u"paid_nano_usd"_s, day.paid},
                                 {u"booked_nano_usd"_s, day.booked},
                                 {u"idle_nano_usd"_s, day.idle()}});
    return items;
}

//! {"items": one of each provider, "days": one of each provider and day}.
void showMachines(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Result<Span> span = readSpan(services, request, u"30d"_s);
    if (!span) {
        responder.fail(span.error());
        return;
    }
    const WallTime now = services.clock.wall();
    const qint64 until = span->until.value_or(Ledger::toUs(now));
    services.queries.ask(
        [terms = services.machineTerms(), now, since = *span->since,
         until](Ledger::LedgerReader &reader) {
            return reader.look([&](Store::Database &database,
                                   const Ledger::DayCalendar &calendar) -> Result<QJsonObject> {
                const auto days =
                    Ledger::machineDays(database, calendar, terms, calendar.dateAt(since),
                                        calendar.dateAt(until - 1), now);
                if (!days)
                    return days.error();
                return QJsonObject{{u"items"_s, Ledger::machineSums(*days)},
                                   {u"next"_s, QJsonValue::Null},
                                   {u"days"_s, daysJson(*days)}};
            });
        },
        [responder](const Result<QJsonObject> &answer) { responder.answer(answer); });
}

} // namespace

void addMachineRoutes(Router &router, Services &services)
{
    router.add("GET", u"/machines"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   showMachines(services, request, responder);
               });
}

} // namespace Gatehouse::Admin
