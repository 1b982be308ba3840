// SPDX-License-Identifier: GPL-3.0-or-later
//! Limits and budgets as they stand now, and what an administrator may do about them.
#include "core/admin/routes/keyjson.h"
#include "core/admin/routes/routes.h"
#include "core/base/json.h"

#include <QtCore/QJsonValue>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

using Access::BudgetReport;
using Access::LimitReport;
using Api::Scope;

QString text(const QByteArray &utf8)
{
    return QString::fromUtf8(utf8);
}

QJsonValue countOrNull(qint64 limit, qint64 count)
{
    return limit > 0 ? QJsonValue(count) : QJsonValue();
}

QJsonObject limitJson(const LimitReport &row)
{
    return {{u"scope"_s, text(row.scope)},
            {u"rpm"_s, countOrNull(row.rpm, row.rpm)},
            {u"requests_left"_s, countOrNull(row.rpm, row.requestsLeft)},
            {u"requests_reset_ms"_s, countOrNull(row.rpm, row.requestsReset.count())},
            {u"tpm"_s, countOrNull(row.tpm, row.tpm)},
            {u"tokens_left"_s, countOrNull(row.tpm, row.tokensLeft)},
            {u"tokens_reset_ms"_s, countOrNull(row.tpm, row.tokensReset.count())},
            {u"max_in_flight"_s, countOrNull(row.maxInFlight, row.maxInFlight)},
            {u"in_flight"_s, row.inFlight}};
}

//! What will be spent at the end of the period when it goes on as until now.
Money forecast(const BudgetReport &row, WallTime now)
{
    const auto passed = std::max<qint64>((now - row.span.from).count(), 1);
    const auto whole = (row.span.until - row.span.from).count();
    if (row.isRolling || whole <= 0)
        return row.spent;
    return {static_cast<qint64>(static_cast<double>(row.spent.nanoUsd) * static_cast<double>(whole)
                                / static_cast<double>(passed))};
}

//! When nothing will be left, going on as until now; null when not within the period.
QJsonValue exhausted(const BudgetReport &row, WallTime now)
{
    const Money ceiling = row.limit + row.raised;
    if (row.spent >= ceiling)
        return isoText(now);
    const auto passed = static_cast<double>((now - row.span.from).count());
    const double wait = passed * static_cast<double>((ceiling - row.spent).nanoUsd)
        / static_cast<double>(std::max<qint64>(row.spent.nanoUsd, 1));
    if (row.isRolling || wait >= static_cast<double>((row.span.until - now).count()))
        return QJsonValue();
    return isoText(now + std::chrono::microseconds(static_cast<qint64>(wait)));
}

QString stateOf(const BudgetReport &row)
{
    const auto used = static_cast<double>(row.spent.nanoUsd) * 100;
    const auto ceiling = static_cast<double>((row.limit + row.raised).nanoUsd);
    if (used >= ceiling * 100)
        return row.action == "warn"_L1 ? u"over"_s : u"used_up"_s;
    const bool warned =
        std::ranges::any_of(row.warnAt, [&](int percent) { return used >= ceiling * percent; });
    return warned ? u"warned"_s : u"ok"_s;
}

//! The scopes that a scope's requests are counted by as well.
QList<Scope> scopesAbove(const Services &services, const Scope &scope)
{
    QList<Scope> above;
    if (scope.kind == Scope::Kind::Gateway)
        return above;
    above.append(Scope{});
    if (scope.kind != Scope::Kind::Key)
        return above;
    const Result<QJsonObject> key = keyById(services, scope.name);
    if (!key)
        return above;
    const QString team = key->value("team"_L1).toString();
    const QString owner = key->value("owner"_L1).toString();
    if (!team.isEmpty())
        above.append(Scope{Scope::Kind::Team, team});
    if (!owner.isEmpty())
        above.append(Scope{Scope::Kind::Person, owner});
    return above;
}

QJsonValue narrowestAbove(const Services &services, const BudgetReport &row,
                          const std::vector<BudgetReport> &all)
{
    const QList<Scope> above = scopesAbove(services, row.scope);
    const BudgetReport *narrowest = nullptr;
    for (const BudgetReport &other : all) {
        if (above.contains(other.scope) && other.action != "warn"_L1
            && (!narrowest || other.left() < narrowest->left()))
            narrowest = &other;
    }
    if (!narrowest)
        return QJsonValue();
    return QJsonObject{{u"id"_s, text(narrowest->id)},
                       {u"scope"_s, narrowest->scope.text()},
                       {u"left_nano_usd"_s, narrowest->left().nanoUsd}};
}

QJsonObject budgetJson(const BudgetReport &row, WallTime now)
{
    QJsonArray warnAt;
    for (const int percent : row.warnAt)
        warnAt.append(percent);
    const Money ceiling = row.limit + row.raised;
    const double percent = ceiling.nanoUsd > 0
        ? static_cast<double>(row.spent.nanoUsd) * 100 / static_cast<double>(ceiling.nanoUsd)
        : 100;
    return {{u"id"_s, text(row.id)},
            {u"scope"_s, row.scope.text()},
            {u"kind"_s, row.action == "warn"_L1 ? u"soft"_s : u"hard"_s},
            {u"action"_s, row.action},
            {u"period"_s, row.period},
            {u"warn_at"_s, warnAt},
            {u"limit_nano_usd"_s, row.limit.nanoUsd},
            {u"raised_nano_usd"_s, row.raised.nanoUsd},
            {u"spent_nano_usd"_s, row.spent.nanoUsd},
            {u"reserved_nano_usd"_s, row.reserved.nanoUsd},
            {u"left_nano_usd"_s, row.left().nanoUsd},
            {u"percent"_s, percent},
            {u"from"_s, isoText(row.span.from)},
            {u"resets"_s, isoText(row.span.until)},
            {u"forecast_nano_usd"_s, forecast(row, now).nanoUsd},
            {u"exhausted"_s, exhausted(row, now)},
            {u"state"_s, stateOf(row)}};
}

QJsonArray budgetsJson(const Services &services)
{
    const WallTime now = services.clock.wall();
    const std::vector<BudgetReport> all = services.budgets.report();
    QJsonArray items;
    for (const BudgetReport &row : all) {
        QJsonObject item = budgetJson(row, now);
        item.insert(u"narrowest_above"_s, narrowestAbove(services, row, all));
        items.append(item);
    }
    return items;
}

Result<QJsonObject> budgetById(const Services &services, const QString &id)
{
    for (const QJsonValue &item : budgetsJson(services)) {
        const QJsonObject budget = item.toObject();
        if (budget.value("id"_L1).toString() == id)
            return budget;
    }
    return Error{ErrorCode::NotFound, u"there is no budget '%1'"_s.arg(id)};
}

Result<Money> amountOf(const QJsonObject &body)
{
    if (const auto known = checkFields(body, {u"amount_usd"_s, u"reason"_s}); !known)
        return known.error();
    const QJsonValue value = body.value("amount_usd"_L1);
    const QByteArray number = value.isDouble() ? QByteArray::number(value.toDouble(), 'g', 15)
                                               : value.toString().toUtf8();
    const std::optional<qint64> nano = decimalToNano(number);
    if (!nano || *nano <= 0)
        return Error{ErrorCode::InvalidArgument, u"give the dollars to add, more than 0"_s,
                     u"amount_usd"_s};
    return Money{*nano};
}

//! Changes a budget's running period by \a change, keeps that and writes it into the audit.
void adjustBudget(Services &services, const AdminRequest &request, const Responder &responder,
                  const QString &action, const QString &sentence,
                  const std::function<void(Access::BudgetState &)> &change)
{
    const QString id = request.id();
    Access::BudgetState *state = services.budgets.find(id.toUtf8());
    const Result<QJsonObject> before = budgetById(services, id);
    if (!state || !before) {
        responder.fail(before ? Error{ErrorCode::NotFound, u"there is no such budget"_s}
                              : before.error());
        return;
    }
    const WallTime now = services.clock.wall();
    Access::BudgetAdjustment adjustment;
    WallTime until;
    {
        const std::scoped_lock lock(state->mutex);
        state->roll(now);
        change(*state);
        adjustment = state->adjustment();
        until = state->isRolling() ? now + (now - state->countsFrom(now)) + std::chrono::days(1)
                                   : state->span().until;
    }
    if (const auto kept = services.budgetStore.keep(state->name, adjustment, until); !kept) {
        responder.fail(kept.error());
        return;
    }
    QJsonObject after = budgetById(services, id).value_or(QJsonObject());
    QJsonObject told = after;
    told.insert(u"reason"_s, request.body.value("reason"_L1).toString());
    audit(services, request, action, u"budgets."_s + id, QString::fromUtf8(compactJson(told)),
          QString::fromUtf8(compactJson(*before)));
    services.tell(u"budget"_s, u"info"_s, sentence.arg(id), {}, id,
                  {.code = action, .subject = id});
    responder.reply(after);
}

void raiseBudget(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Result<Money> amount = amountOf(request.body);
    if (!amount) {
        responder.fail(amount.error());
        return;
    }
    const WallTime now = services.clock.wall();
    adjustBudget(services, request, responder, u"budget.raise"_s,
                 u"Budget “%1” raised until it resets"_s,
                 [&](Access::BudgetState &state) { state.raise(*amount, now); });
}

void resetBudget(Services &services, const AdminRequest &request, const Responder &responder)
{
    if (const auto known = checkFields(request.body, {u"reason"_s}); !known) {
        responder.fail(known.error());
        return;
    }
    const WallTime now = services.clock.wall();
    adjustBudget(services, request, responder, u"budget.reset"_s, u"Budget “%1” reset"_s,
                 [now](Access::BudgetState &state) { state.reset(now); });
}

QJsonObject pauseJson(const Services &services)
{
    const auto pause = services.budgets.pause();
    if (!pause)
        return {{u"paused"_s, false}};
    return {{u"paused"_s, true},
            {u"except"_s, QJsonArray::fromStringList(pause->except)},
            {u"reason"_s, pause->reason},
            {u"who"_s, pause->who},
            {u"since"_s, isoText(pause->since)}};
}

//! A pause that spares nobody by a typing error would stop the very ones that must go on.
bool exists(const Services &services, const Scope &scope)
{
    const Api::Document &document = services.configuration.document();
    if (scope.kind == Scope::Kind::Team)
        return std::ranges::find(document.teams, scope.name, &Api::Team::id)
            != document.teams.end();
    if (scope.kind == Scope::Kind::Key)
        return keyById(services, scope.name).has_value();
    return true; // persons are the names that keys carry
}

Result<Access::SpendingPause> readPause(const Services &services, const AdminRequest &request)
{
    if (const auto known = checkFields(request.body, {u"except"_s, u"reason"_s}); !known)
        return known.error();
    const QJsonValue except = request.body.value("except"_L1);
    if (!except.isUndefined() && !except.isArray())
        return Error{ErrorCode::InvalidArgument,
                     u"must be a list, for example [\"team:research\"]"_s, u"except"_s};
    Access::SpendingPause pause{.except = {},
                                .reason = request.body.value("reason"_L1).toString().left(200),
                                .who = request.who,
                                .since = services.clock.wall()};
    for (const QJsonValue &item : request.body.value("except"_L1).toArray()) {
        const auto scope = Api::parseScope(item.toString());
        const bool fits = scope
            && (scope->kind == Scope::Kind::Key || scope->kind == Scope::Kind::Team
                || scope->kind == Scope::Kind::Person);
        if (!fits)
            return Error{
                ErrorCode::InvalidArgument,
                u"\"%1\" is no key, team or person; write for example \"team:research\""_s.arg(
                    item.toString().left(60)),
                u"except"_s};
        if (!exists(services, *scope))
            return Error{ErrorCode::InvalidArgument,
                         u"there is no %1"_s.arg(scope->text().left(60).replace(u':', u' ')),
                         u"except"_s};
        pause.except.append(scope->text());
    }
    return pause;
}

void setPause(Services &services, const AdminRequest &request, const Responder &responder,
              const std::optional<Access::SpendingPause> &pause)
{
    const QString before = QString::fromUtf8(compactJson(pauseJson(services)));
    if (const auto kept = services.budgetStore.keepPause(pause); !kept) {
        responder.fail(kept.error());
        return;
    }
    services.budgets.setPause(pause);
    const QString action = pause ? u"spending.pause"_s : u"spending.resume"_s;
    audit(services, request, action, u"pause"_s,
          QString::fromUtf8(compactJson(pauseJson(services))), before);
    services.tell(u"budget"_s, pause ? u"warning"_s : u"info"_s,
                  pause ? u"Spending is paused"_s : u"Spending goes on"_s,
                  pause ? pause->except.join(u", "_s) : QString(), u"pause"_s, {.code = action});
    responder.reply(pauseJson(services));
}

//! What its team allows it is in the table of keys; a key that is not in force has its own word.
bool mayCall(const Services &services, const QJsonObject &key, const QString &route)
{
    const std::shared_ptr<const Access::KeyTable> table = services.keyTable();
    if (const auto *entry = table->byId(key.value("id"_L1).toString().toUtf8()))
        return entry->mayCall(route.toUtf8());
    const QJsonArray routes = key.value("routes"_L1).toArray();
    return routes.contains(u"*"_s) || routes.contains(route);
}

//! Gateway, team, person, key and the routes it may call, the widest first.
QList<Scope> ladderOf(const Services &services, const QJsonObject &key, const QString &route)
{
    QList<Scope> steps{Scope{}};
    if (const QString team = key.value("team"_L1).toString(); !team.isEmpty())
        steps.append(Scope{Scope::Kind::Team, team});
    if (const QString owner = key.value("owner"_L1).toString(); !owner.isEmpty())
        steps.append(Scope{Scope::Kind::Person, owner});
    steps.append(Scope{Scope::Kind::Key, key.value("id"_L1).toString()});
    for (const Api::Route &one : services.configuration.document().routes) {
        if (route.isEmpty() ? mayCall(services, key, one.id) : one.id == route)
            steps.append(Scope{Scope::Kind::Route, one.id});
    }
    return steps;
}

//! The scope whose value of \a field is the smallest; a route only counts where it was asked for.
QJsonValue narrowest(const QJsonArray &steps, const QString &field, bool routes)
{
    QJsonValue scope;
    double least = 0;
    for (const QJsonValue &item : steps) {
        const QJsonObject step = item.toObject();
        const QJsonValue value = step.value(field);
        const QString name = step.value("scope"_L1).toString();
        if (!value.isDouble() || (!routes && name.startsWith("route:"_L1)))
            continue;
        if (scope.isNull() || value.toDouble() < least) {
            scope = name;
            least = value.toDouble();
        }
    }
    return scope;
}

void showLadder(Services &services, const AdminRequest &request, const Responder &responder)
{
    const Result<QJsonObject> key = keyById(services, request.id());
    if (!key) {
        responder.fail(key.error());
        return;
    }
    const QString route = request.parameter(u"route"_s);
    const std::vector<LimitReport> limits = services.limits.report();
    const std::vector<BudgetReport> budgets = services.budgets.report();
    const WallTime now = services.clock.wall();
    QJsonArray steps;
    for (const Scope &scope : ladderOf(services, *key, route)) {
        const auto limit = std::ranges::find(limits, scope.text().toUtf8(), &LimitReport::scope);
        QJsonObject step =
            limit == limits.end() ? QJsonObject{{u"scope"_s, scope.text()}} : limitJson(*limit);
        QJsonArray own;
        std::optional<qint64> left;
        for (const BudgetReport &budget : budgets) {
            if (budget.scope != scope)
                continue;
            own.append(budgetJson(budget, now));
            if (budget.action != "warn"_L1)
                left = std::min(left.value_or(budget.left().nanoUsd), budget.left().nanoUsd);
        }
        step.insert(u"budgets"_s, own);
        step.insert(u"left_nano_usd"_s, left ? QJsonValue(*left) : QJsonValue());
        steps.append(step);
    }
    const bool routes = !route.isEmpty();
    responder.reply(
        {{u"key"_s, request.id()},
         {u"items"_s, steps},
         {u"binding"_s,
          QJsonObject{{u"rpm"_s, narrowest(steps, u"rpm"_s, routes)},
                      {u"tpm"_s, narrowest(steps, u"tpm"_s, routes)},
                      {u"max_in_flight"_s, narrowest(steps, u"max_in_flight"_s, routes)},
                      {u"budget"_s, narrowest(steps, u"left_nano_usd"_s, routes)}}}});
}

} // namespace

void addSpendRoutes(Router &router, Services &services)
{
    const auto bind = [&services](auto function) {
        return [&services, function](const AdminRequest &request, const Responder &responder) {
            function(services, request, responder);
        };
    };
    router.add("GET", u"/limits"_s, [&services](const AdminRequest &, const Responder &responder) {
        QJsonArray items;
        for (const LimitReport &row : services.limits.report())
            items.append(limitJson(row));
        responder.reply(listJson(items));
    });
    router.add("GET", u"/budgets"_s, [&services](const AdminRequest &, const Responder &responder) {
        responder.reply(listJson(budgetsJson(services)));
    });
    router.add("GET", u"/budgets/{id}"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   responder.answer(budgetById(services, request.id()));
               });
    router.add("POST", u"/budgets/{id}/raise"_s, bind(raiseBudget));
    router.add("POST", u"/budgets/{id}/reset"_s, bind(resetBudget));
    router.add("GET", u"/pause"_s, [&services](const AdminRequest &, const Responder &responder) {
        responder.reply(pauseJson(services));
    });
    router.add("POST", u"/pause"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   const auto pause = readPause(services, request);
                   if (!pause)
                       responder.fail(pause.error());
                   else
                       setPause(services, request, responder, *pause);
               });
    router.add("DELETE", u"/pause"_s,
               [&services](const AdminRequest &request, const Responder &responder) {
                   setPause(services, request, responder, std::nullopt);
               });
    router.add("GET", u"/keys/{id}/limits"_s, bind(showLadder));
}

} // namespace Gatehouse::Admin
