// SPDX-License-Identifier: GPL-3.0-or-later
//! What the traffic of the past would have cost under another configuration.
#include "core/admin/routes/routes.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

WallTime wallOf(qint64 us)
{
    return WallTime(std::chrono::microseconds(us));
}

//! The span and the filter stand in the body: "since", "until" and "filter".
Result<SimulateQuestion> readQuestion(const Services &services, const QJsonObject &body)
{
    const WallTime now = services.clock.wall();
    SimulateQuestion question{.document = {}, .filter = {}, .from = {}, .until = now};
    const auto moment = [&](const QString &name, const QString &otherwise) -> Result<qint64> {
        const QString text = body.value(name).toString(otherwise);
        if (text.isEmpty())
            return Ledger::toUs(now);
        const auto read = Ledger::RequestFilter::parseMoment(text, now, services.timeZone());
        return read ? read : Result<qint64>(Error{read.error().code, read.error().detail, name});
    };
    const Result<qint64> since = moment(u"since"_s, u"7d"_s);
    const Result<qint64> until = moment(u"until"_s, QString());
    if (!since || !until)
        return since ? until.error() : since.error();
    if (*until <= *since)
        return Error{ErrorCode::InvalidArgument, u"lies before \"since\""_s, u"until"_s};
    question.from = wallOf(*since);
    question.until = wallOf(*until);
    auto filter =
        Ledger::RequestFilter::parse(body.value("filter"_L1).toString(), now, services.timeZone());
    if (!filter)
        return Error{filter.error().code, filter.error().detail, u"filter"_s};
    question.filter = *std::move(filter);
    return question;
}

void start(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Result<Config::LoadedDocument> loaded = readDocument(request.body);
    if (!loaded) {
        responder.fail(loaded.error());
        return;
    }
    if (Api::hasErrors(loaded->findings)) {
        responder.fail(loaded->findings);
        return;
    }
    Result<SimulateQuestion> question = readQuestion(services, request.body);
    if (!question) {
        responder.fail(question.error());
        return;
    }
    question->document = loaded->document;
    const Result<QJsonObject> job = services.simulations.start(*question);
    if (job)
        responder.reply(*job, 202);
    else
        responder.fail(job.error());
}

} // namespace

void addSimulateRoutes(Router &router, Services &services)
{
    router.add("POST", u"/simulate"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   start(services, request, responder);
               });
    router.add("GET", u"/simulate/{id}"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   responder.answer(services.simulations.show(request.id()));
               });
    router.add("DELETE", u"/simulate/{id}"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   responder.answer(services.simulations.cancel(request.id()));
               });
}

} // namespace Gatehouse::Admin
