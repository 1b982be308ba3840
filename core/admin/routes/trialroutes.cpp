// SPDX-License-Identifier: GPL-3.0-or-later
//! Versions of models on trial, and who still calls one that ends.
#include "core/admin/routes/headroomjson.h"
#include "core/admin/routes/routes.h"
#include "core/ledger/copiesreport.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

constexpr int mostDays = 365;

QJsonObject sideJson(const Routing::TrialSide::Sums &sums)
{
    const bool any = sums.requests > 0;
    const bool hasToken = sums.firstTokenP95Us >= 0;
    return {{u"requests"_s, sums.requests},
            {u"failed"_s, sums.errors},
            {u"success"_s,
             any ? QJsonValue(1 - double(sums.errors) / double(sums.requests)) : QJsonValue()},
            {u"first_token_p95_ms"_s,
             hasToken ? QJsonValue(double(sums.firstTokenP95Us) / 1000) : QJsonValue()},
            {u"cost_nano_usd"_s, sums.nanoUsd},
            {u"mean_cost_nano_usd"_s,
             sums.priced > 0 ? QJsonValue(sums.nanoUsd / sums.priced) : QJsonValue()}};
}

QString timeOf(const Services &services, SteadyTime steady)
{
    return isoText(
        services.clock.wall()
        - std::chrono::duration_cast<WallTime::duration>(services.clock.steady() - steady));
}

QJsonValue canaryJson(const Services &services, const QString &route)
{
    for (const auto &[name, state] : services.live.canaries().running()) {
        if (QString::fromUtf8(name) != route)
            continue;
        const Api::Canary &canary = state->canary();
        return QJsonObject{{u"provider"_s, canary.target.provider},
                           {u"model"_s, canary.target.model},
                           {u"percent"_s, canary.percent},
                           {u"since"_s, timeOf(services, state->started())},
                           {u"halted"_s, state->isHalted()},
                           {u"least_requests"_s, canary.halt.leastRequests},
                           {u"trial"_s, sideJson(state->trial().sums())},
                           {u"control"_s, sideJson(state->control().sums())}};
    }
    return {};
}

qint64 today(const Services &services)
{
    return Ledger::DayCalendar(services.timeZone()).dayOf(Ledger::toUs(services.clock.wall()));
}

QJsonObject shadowJson(const Services &services, const Routing::ShadowState &state)
{
    const Api::Shadow &shadow = state.shadow();
    QJsonObject left;
    for (int i = 0; i < Routing::notCopiedKinds; ++i) {
        const auto why = static_cast<Routing::NotCopied>(i);
        left.insert(QString::fromLatin1(Routing::notCopiedName(why)), state.notCopied(why));
    }
    return {{u"provider"_s, shadow.target.provider},
            {u"model"_s, shadow.target.model},
            {u"percent"_s, shadow.percent},
            {u"daily_limit_nano_usd"_s,
             shadow.dailyLimit ? QJsonValue(*shadow.dailyLimit) : QJsonValue()},
            {u"spent_today_nano_usd"_s, state.spentOn(today(services)).nanoUsd},
            {u"copied"_s, state.copies()},
            {u"not_copied"_s, left}};
}

//! Both kinds of trial of one route, and how they do beside the others.
void showTrials(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QString id = request.id();
    const auto &routes = services.configuration.document().routes;
    if (std::ranges::find(routes, id, &Api::Route::id) == routes.end()) {
        responder.fail(Error{ErrorCode::NotFound, u"there is no route '%1'"_s.arg(id)});
        return;
    }
    const Result<Span> span = readSpan(services, request, u"7d"_s);
    if (!span) {
        responder.fail(span.error());
        return;
    }
    QJsonObject answer{
        {u"route"_s, id}, {u"canary"_s, canaryJson(services, id)}, {u"shadow"_s, QJsonValue()}};
    const auto state = services.live.shadows().find(id.toUtf8());
    if (!state) {
        responder.reply(answer);
        return;
    }
    const Api::ModelReference &target = state->shadow().target;
    const Ledger::CopiesQuestion question{.route = id.toUtf8(),
                                          .provider = target.provider.toUtf8(),
                                          .model = target.model.toUtf8(),
                                          .sinceUs = span->since.value_or(0)};
    services.queries.ask(
        [question](Ledger::LedgerReader &reader) { return reader.copies(question); },
        [&services, responder, answer, state](const Result<QJsonObject> &compared) mutable {
            if (!compared) {
                responder.fail(compared.error());
                return;
            }
            QJsonObject shadow = shadowJson(services, *state);
            shadow.insert(u"trial"_s, compared->value("copies"_L1));
            shadow.insert(u"control"_s, compared->value("control"_L1));
            answer.insert(u"shadow"_s, shadow);
            responder.reply(answer);
        });
}

//! The keys that asked for a model lately: who must be told that it ends.
void listCallers(Services &services, const AdminRequest &request, const Responder &responder)
{
    const QByteArray model = request.parameter(u"model"_s).toUtf8();
    bool isNumber = false;
    const int days = request.parameter(u"days"_s, u"30"_s).toInt(&isNumber);
    if (model.isEmpty()) {
        responder.fail(Error{ErrorCode::InvalidArgument,
                             u"name the model as clients ask for it: ?model=fast"_s, u"model"_s});
        return;
    }
    if (!isNumber || days < 1 || days > mostDays) {
        responder.fail(Error{ErrorCode::InvalidArgument,
                             u"use a whole number of days from 1 to %1"_s.arg(mostDays),
                             u"days"_s});
        return;
    }
    const qint64 since = Ledger::toUs(services.clock.wall() - std::chrono::hours(24) * days);
    services.queries.ask(
        [model, since](Ledger::LedgerReader &reader) { return reader.callers(model, since); },
        [responder](const Result<QJsonObject> &callers) { responder.answer(callers); });
}

} // namespace

void addTrialRoutes(Router &router, Services &services)
{
    const auto bind = [&services](auto function) {
        return [&services, function](const AdminRequest &request, const Responder &responder) {
            function(services, request, responder);
        };
    };
    router.add("GET", u"/routes/{id}/trials"_s, bind(showTrials));
    router.add("GET", u"/models/callers"_s, bind(listCallers));
    router.add("GET", u"/headroom"_s,
               [&services](const AdminRequest &, const Responder &responder) {
                   responder.reply(listJson(headroomJson(services)));
               });
}

} // namespace Gatehouse::Admin
