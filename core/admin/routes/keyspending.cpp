// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/routes/keyspending.h"

#include "core/api/documents/documentjson.h"
#include "core/api/documents/scope.h"
#include "core/api/documents/validation.h"
#include "core/base/json.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

using Api::Scope;

QString scopeOf(const QString &key)
{
    return Scope{Scope::Kind::Key, key}.text();
}

Result<void> firstError(const Api::Findings &findings)
{
    for (const Api::Finding &finding : findings) {
        if (finding.severity == Api::Severity::Error)
            return Error{ErrorCode::InvalidArgument, finding.message, finding.path};
    }
    return {};
}

//! The object under \a name with a scope to stand for the key's, which may have no id yet.
Result<QJsonObject> readPart(const QJsonObject &body, const QString &name)
{
    const QJsonValue value = body.value(name);
    if (!value.isObject() && !value.isNull())
        return Error{ErrorCode::InvalidArgument, u"must be an object or null"_s, name};
    QJsonObject part = value.toObject();
    for (const QString &given : {u"scope"_s, u"id"_s}) {
        if (part.contains(given))
            return Error{ErrorCode::InvalidArgument, u"follows from the key; leave it out"_s,
                         name + u'.' + given};
    }
    if (!part.isEmpty())
        part.insert(u"scope"_s, u"key:new"_s);
    return part;
}

bool isLimited(const Api::Limit &limit)
{
    return limit.rpm || limit.tpm || limit.maxInFlight;
}

template <typename List>
auto own(List &list, const Scope &scope)
{
    return std::ranges::find(list, scope.text(), [](const auto &one) { return one.scope; });
}

QJsonObject withoutScope(QJsonObject part)
{
    part.remove(u"scope"_s);
    part.remove(u"id"_s);
    return part;
}

QJsonObject limitJson(const Api::Limit &limit)
{
    return withoutScope(Api::limitTable().write(limit));
}

QJsonObject budgetJson(const Api::Budget &budget)
{
    return withoutScope(Api::budgetTable().write(budget, Api::Defaults::Written));
}

//! The widest scope first.
QStringList scopesOf(const QString &key, const QString &team, const QString &owner)
{
    QStringList scopes{Scope{}.text()};
    if (!team.isEmpty())
        scopes.append(Scope{Scope::Kind::Team, team}.text());
    if (!owner.isEmpty())
        scopes.append(Scope{Scope::Kind::Person, owner}.text());
    scopes.append(scopeOf(key));
    return scopes;
}

QString dollars(qint64 nano)
{
    return u"$%1"_s.arg(static_cast<double>(nano) / 1e9, 0, 'f', nano % 1'000'000'000 == 0 ? 0 : 2);
}

} // namespace

Result<KeySpendingChange> readKeySpending(const QJsonObject &body)
{
    KeySpendingChange change;
    Api::Findings findings;
    if (body.contains("limits"_L1)) {
        const Result<QJsonObject> part = readPart(body, u"limits"_s);
        if (!part)
            return part.error();
        change.limits = Api::limitTable().read(*part, u"limits"_s, findings);
        if (isLimited(*change.limits))
            findings += Api::validate(*change.limits, u"limits"_s);
    }
    if (body.contains("budget"_L1)) {
        const Result<QJsonObject> part = readPart(body, u"budget"_s);
        if (!part)
            return part.error();
        change.budget = Api::budgetTable().read(*part, u"budget"_s, findings);
        if (!part->isEmpty())
            findings += Api::validate(*change.budget, u"budget"_s);
    }
    if (const auto checked = firstError(findings); !checked)
        return checked.error();
    return change;
}

void applySpending(Api::Document &document, const Scope &scope, const KeySpendingChange &change)
{
    if (change.limits) {
        if (const auto old = own(document.limits, scope); old != document.limits.end())
            document.limits.erase(old);
        if (isLimited(*change.limits)) {
            document.limits.append(*change.limits);
            document.limits.last().scope = scope.text();
        }
    }
    if (change.budget) {
        QString id;
        if (const auto old = own(document.budgets, scope); old != document.budgets.end()) {
            id = old->id;
            document.budgets.erase(old);
        }
        if (change.budget->limit) {
            document.budgets.append(*change.budget);
            document.budgets.last().id = id;
            document.budgets.last().scope = scope.text();
        }
    }
}

std::optional<Api::Limit> startingLimits(const Api::Document &document, const QString &team)
{
    const auto found = std::ranges::find(document.teams, team, &Api::Team::id);
    if (found == document.teams.end() || found->keyLimits == Api::KeyLimits())
        return std::nullopt;
    const Api::KeyLimits &limits = found->keyLimits;
    return Api::Limit{
        .scope = {}, .rpm = limits.rpm, .tpm = limits.tpm, .maxInFlight = limits.maxInFlight};
}

void insertSpending(QJsonObject &object, const Api::Document &document, const Scope &scope)
{
    const auto limit = own(document.limits, scope);
    const auto budget = own(document.budgets, scope);
    object.insert(u"limits"_s,
                  limit == document.limits.end() ? QJsonValue() : QJsonValue(limitJson(*limit)));
    object.insert(u"budget"_s,
                  budget == document.budgets.end() ? QJsonValue()
                                                   : QJsonValue(budgetJson(*budget)));
}

void insertKeySpending(QJsonObject &key, const Api::Document &document)
{
    insertSpending(key, document, {Scope::Kind::Key, key.value("id"_L1).toString()});
}

Api::Findings keySpendingWarnings(const Api::Document &document, const QString &team,
                                  const KeySpendingChange &change)
{
    if (team.isEmpty() || !change.budget || !change.budget->limit)
        return {};
    const QString scope = Scope{Scope::Kind::Team, team}.text();
    for (const Api::Budget &budget : document.budgets) {
        if (budget.scope == scope && budget.period == change.budget->period
            && budget.action != "warn"_L1 && budget.limit.value_or(0) < *change.budget->limit)
            return {{.severity = Api::Severity::Warning,
                     .path = u"budget.limit_usd"_s,
                     .message = u"the team allows %1; this key would never reach %2"_s.arg(
                         dollars(*budget.limit), dollars(*change.budget->limit))}};
    }
    return {};
}

KeyStandings::KeyStandings(const Services &services)
{
    const Api::Document &document = services.configuration.document();
    for (const Api::Limit &limit : document.limits) {
        if (!m_ownLimits.contains(limit.scope))
            m_ownLimits.insert(limit.scope, limit);
    }
    for (const Api::Budget &budget : document.budgets) {
        if (!m_ownBudgets.contains(budget.scope))
            m_ownBudgets.insert(budget.scope, budget);
    }
    for (const Access::LimitReport &report : services.limits.report())
        m_limits.insert(QString::fromUtf8(report.scope), report);
    for (const Access::BudgetReport &report : services.budgets.report()) {
        const QString scope = report.scope.text();
        const auto known = m_budgets.constFind(scope);
        if (report.action == "block"_L1
            && (known == m_budgets.constEnd() || report.left() < known->left()))
            m_budgets.insert(scope, report);
    }
}

void KeyStandings::writeOwn(const QString &key, JsonObjectText &text) const
{
    const QString scope = scopeOf(key);
    const auto limit = m_ownLimits.constFind(scope);
    const auto budget = m_ownBudgets.constFind(scope);
    text.addJson("limits",
                 limit == m_ownLimits.constEnd() ? "null"_ba : compactJson(limitJson(*limit)));
    text.addJson("budget",
                 budget == m_ownBudgets.constEnd() ? "null"_ba : compactJson(budgetJson(*budget)));
}

//! \a scopes: the widest first.
KeyStandings::Standing KeyStandings::among(const QStringList &scopes) const
{
    const Access::BudgetReport *budget = nullptr;
    const Access::LimitReport *rate = nullptr;
    const Access::LimitReport *other = nullptr;
    for (const QString &scope : scopes) {
        const auto money = m_budgets.constFind(scope);
        if (money != m_budgets.constEnd() && (!budget || money->left() <= budget->left()))
            budget = &*money;
        const auto limit = m_limits.constFind(scope);
        if (limit == m_limits.constEnd())
            continue;
        if (limit->rpm > 0 && (!rate || limit->rpm <= rate->rpm))
            rate = &*limit;
        other = &*limit;
    }
    QJsonObject standing;
    const auto bind = [&standing](const QString &scope, const QString &what) {
        standing.insert(u"scope"_s, scope);
        standing.insert(u"what"_s, what);
    };
    if (other)
        bind(QString::fromUtf8(other->scope), other->tpm > 0 ? u"tpm"_s : u"max_in_flight"_s);
    if (rate) {
        bind(QString::fromUtf8(rate->scope), u"rpm"_s);
        standing.insert(u"rpm"_s, rate->rpm);
        standing.insert(u"rpm_used"_s, rate->rpm - rate->requestsLeft);
    }
    if (budget) {
        bind(budget->scope.text(), u"budget"_s);
        standing.insert(u"budget_scope"_s, budget->scope.text());
        standing.insert(u"budget_period"_s, budget->period);
        standing.insert(u"budget_limit_nano_usd"_s, (budget->limit + budget->raised).nanoUsd);
        standing.insert(u"budget_spent_nano_usd"_s, budget->spent.nanoUsd);
    }
    return {standing.isEmpty() ? "null"_ba : compactJson(standing),
            budget && budget->left().nanoUsd <= 0};
}

//! Of all keys with these scopes but the last, their own, which has nothing to say.
const KeyStandings::Standing &KeyStandings::shared(const QStringList &scopes)
{
    const QString place = scopes.join(u'\n').chopped(scopes.last().size());
    auto known = m_shared.constFind(place);
    if (known == m_shared.constEnd())
        known = m_shared.insert(place, among(scopes));
    return *known;
}

KeyStandings::Standing KeyStandings::of(const QString &key, const QString &team,
                                        const QString &owner)
{
    const QStringList scopes = scopesOf(key, team, owner);
    const bool hasOwn = m_budgets.contains(scopes.last()) || m_limits.contains(scopes.last());
    return hasOwn ? among(scopes) : shared(scopes);
}

} // namespace Gatehouse::Admin
