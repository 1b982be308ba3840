// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/routes/keyowners.h"
#include "core/admin/routes/requestbudgets.h"
#include "core/admin/routes/routes.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Admin {

namespace {

//! The filter of a query: its words and the "since" and "until" beside them.
Result<Ledger::RequestFilter> readFilter(const Services &services, const AdminRequest &request)
{
    Result<Ledger::RequestFilter> filter = Ledger::RequestFilter::parse(
        request.parameter(u"filter"_s), services.clock.wall(), services.timeZone(),
        [&services](const QString &person) { return keysOfPerson(services, person); });
    if (!filter)
        return filter;
    const Result<Span> span = readSpan(services, request);
    if (!span)
        return span.error();
    filter->limitTo(span->since, span->until);
    return filter;
}

void listRequests(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Result<Ledger::RequestFilter> filter = readFilter(services, request);
    const Result<int> limit = request.number(u"limit"_s, 100, 1, 1000);
    if (!filter || !limit) {
        responder.fail(filter ? limit.error() : filter.error());
        return;
    }
    Ledger::LedgerReader::Page page{
        .filter = *filter, .limit = *limit, .cursor = request.parameter(u"cursor"_s)};
    services.queries.ask(
        [page](Ledger::LedgerReader &reader) { return reader.requests(page); },
        [responder](const Result<QJsonObject> &answer) { responder.answer(answer); });
}

void histogram(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Result<Ledger::RequestFilter> filter = readFilter(services, request);
    const Result<int> buckets = request.number(u"buckets"_s, 60, 1, 500);
    if (!filter || !buckets) {
        responder.fail(filter ? buckets.error() : filter.error());
        return;
    }
    services.queries.ask(
        [filter = *filter, count = *buckets](Ledger::LedgerReader &reader) {
            return reader.histogram(filter, count);
        },
        [responder](const Result<QJsonObject> &answer) { responder.answer(answer); });
}

void showRequest(Services &services, const AdminRequest &request, const Responder &responder)
{
    services.queries.ask(
        [id = request.id().toLatin1(), prices = services.prices(),
         recorder = services.recorder](Ledger::LedgerReader &reader) -> Result<QJsonObject> {
            Result<QJsonObject> shown = reader.request(id, prices.get());
            if (shown)
                shown->insert(u"body_recorded"_s, isBodyRecorded(recorder, id));
            return shown;
        },
        [&services, responder](Result<QJsonObject> answer) {
            if (answer)
                answer->insert(u"budgets"_s, budgetsOf(services, *answer));
            responder.answer(answer);
        });
}

void values(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Result<int> limit = request.number(u"limit"_s, 50, 1, 1000);
    if (!limit) {
        responder.fail(limit.error());
        return;
    }
    services.queries.ask(
        [field = request.parameter(u"field"_s), part = request.parameter(u"part"_s),
         limit = *limit](Ledger::LedgerReader &reader) {
            return reader.values(field, part, limit);
        },
        [responder](const Result<QJsonObject> &answer) { responder.answer(answer); });
}

void cancel(Services &services, const AdminRequest &request, const Responder &responder)
{
    if (!services.cancelRequest(request.id().toLatin1())) {
        responder.fail(Error{ErrorCode::NotFound,
                             u"no request %1 is running; it may have ended"_s.arg(request.id()),
                             u"id"_s});
        return;
    }
    audit(services, request, u"request.cancel"_s, QString(u"requests."_s + request.id()));
    responder.reply({{u"id"_s, request.id()}});
}

} // namespace

void addRequestRoutes(Router &router, Services &services)
{
    const auto bind = [&services](auto function) {
        return [&services, function](const AdminRequest &request, const Responder &responder) {
            function(services, request, responder);
        };
    };
    router.add("GET", u"/requests"_s, bind(listRequests));
    router.add("GET", u"/requests/histogram"_s, bind(histogram));
    router.add("GET", u"/requests/values"_s, bind(values));
    router.add("GET", u"/requests/running"_s,
               [&services](const AdminRequest &, const Responder &responder) {
                   responder.reply(listJson(services.running()));
               });
    router.add("POST", u"/requests/{id}/cancel"_s, bind(cancel));
    router.add("GET", u"/requests/{id}"_s, bind(showRequest));
}

} // namespace Gatehouse::Admin
