// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/budgetwords.h"

#include "core/api/documents/document.h"
#include "core/api/documents/scope.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

//! The context of the texts.
struct BudgetWords {
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Ui::BudgetWords)
};

//! What people call a team or a provider.
template <typename Noun>
QString nameIn(const QList<Noun> &nouns, const QString &id)
{
    for (const Noun &noun : nouns)
        if (noun.id == id && !noun.name.isEmpty())
            return noun.name;
    return id;
}

} // namespace

QString budgetPeriodText(const QString &period)
{
    if (period == "day"_L1)
        return BudgetWords::tr("per day");
    if (period == "week"_L1)
        return BudgetWords::tr("per week");
    if (period == "month"_L1)
        return BudgetWords::tr("per month");
    if (period == "quarter"_L1)
        return BudgetWords::tr("per quarter");
    return period == "year"_L1 ? BudgetWords::tr("per year")
                               : BudgetWords::tr("rolling, %1").arg(period);
}

QString budgetScopeText(const QString &text, const QString &name)
{
    const auto scope = Api::parseScope(text);
    if (!scope)
        return text;
    switch (scope->kind) {
    case Api::Scope::Kind::Gateway:
        return BudgetWords::tr("Whole gateway");
    case Api::Scope::Kind::Team:
        return BudgetWords::tr("Team %1").arg(name);
    case Api::Scope::Kind::Key:
        return BudgetWords::tr("Key %1").arg(name);
    case Api::Scope::Kind::Person:
        return BudgetWords::tr("Person %1").arg(name);
    case Api::Scope::Kind::Route:
        return BudgetWords::tr("Route %1").arg(name);
    case Api::Scope::Kind::Provider:
        return BudgetWords::tr("Provider %1").arg(name);
    case Api::Scope::Kind::Tag:
        return BudgetWords::tr("Tag %1").arg(name);
    case Api::Scope::Kind::Budget:
        break;
    }
    return text;
}

QString budgetScopeText(const QString &text, const Api::Document &document)
{
    const Api::Scope scope = Api::parseScope(text).value_or(Api::Scope{});
    if (scope.kind == Api::Scope::Kind::Team)
        return budgetScopeText(text, nameIn(document.teams, scope.name));
    if (scope.kind == Api::Scope::Kind::Provider)
        return budgetScopeText(text, nameIn(document.providers, scope.name));
    return budgetScopeText(text, scope.name);
}

} // namespace Gatehouse::Ui
