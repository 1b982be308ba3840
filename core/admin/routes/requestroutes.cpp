// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/routes/routes.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Admin {

namespace {

//! The filter of a query: its words and the "since" and "until" beside them.
Result<Ledger::RequestFilter> readFilter(const Services &services, const AdminRequest &request)
{
    const WallTime now = services.clock.wall();
    const QTimeZone zone = services.timeZone();
    Result<Ledger::RequestFilter> filter =
        Ledger::RequestFilter::parse(request.parameter(u"filter"_s), now, zone);
    if (!filter)
        return filter;
    std::optional<qint64> bounds[2];
    const QString names[] = {u"since"_s, u"until"_s};
    for (int i = 0; i < 2; ++i) {
        const QString text = request.parameter(names[i]);
        if (text.isEmpty())
            continue;
        const Result<qint64> moment = Ledger::RequestFilter::parseMoment(text, now, zone);
        if (!moment)
            return Error{moment.error().code, moment.error().detail, names[i]};
        bounds[i] = *moment;
    }
    filter->limitTo(bounds[0], bounds[1]);
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
        [id = request.id().toLatin1(), prices = services.prices()](Ledger::LedgerReader &reader) {
            return reader.request(id, prices.get());
        },
        [responder](const Result<QJsonObject> &answer) { responder.answer(answer); });
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
    responder.reply({{u"id"_s, request.id()}});
}

void usage(Services &services, const AdminRequest &request, const Responder &responder)
{
    const WallTime now = services.clock.wall();
    const Result<qint64> since = Ledger::RequestFilter::parseMoment(
        request.parameter(u"since"_s, u"30d"_s), now, services.timeZone());
    if (!since) {
        responder.fail(Error{since.error().code, since.error().detail, u"since"_s});
        return;
    }
    std::optional<qint64> until;
    if (const QString text = request.parameter(u"until"_s); !text.isEmpty()) {
        const Result<qint64> moment =
            Ledger::RequestFilter::parseMoment(text, now, services.timeZone());
        if (!moment) {
            responder.fail(Error{moment.error().code, moment.error().detail, u"until"_s});
            return;
        }
        until = *moment;
    }
    services.queries.ask(
        [by = request.parameter(u"by"_s), key = request.parameter(u"key"_s), since = *since,
         until](Ledger::LedgerReader &reader) { return reader.usage(by, since, until, key); },
        [responder](const Result<QJsonObject> &answer) { responder.answer(answer); });
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
    router.add("GET", u"/usage"_s, bind(usage));
}

} // namespace Gatehouse::Admin
