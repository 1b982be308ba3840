// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/budgetrows.h"

#include "core/api/documents/document.h"
#include "core/base/quantities.h"
#include "ui/models/budgetwords.h"
#include "ui/pages/spend/budgetspane.h"
#include "ui/widgets/format.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

CellsModel::Cell stateCell(const QString &state)
{
    if (state == "used_up"_L1)
        return {.text = BudgetsPane::tr("Used up"), .tone = Tone::Err, .icon = u"circle-x"_s};
    if (state == "over"_L1)
        return {.text = BudgetsPane::tr("Over"), .tone = Tone::Warn, .icon = u"triangle-alert"_s};
    if (state == "warned"_L1)
        return {.text = BudgetsPane::tr("Warned"), .tone = Tone::Warn, .icon = u"triangle-alert"_s};
    return {.text = BudgetsPane::tr("OK"), .tone = Tone::Ok, .icon = u"circle-check"_s};
}

qint64 amount(const QJsonObject &budget, QLatin1StringView key)
{
    return budget.value(key).toInteger();
}

} // namespace

QList<CellsModel::Column> budgetColumns()
{
    return {{u"budget"_s, BudgetsPane::tr("Budget"), CellKind::TwoLine},
            {u"limit"_s, BudgetsPane::tr("Limit"), CellKind::Number},
            {u"spent"_s, BudgetsPane::tr("Spent"), CellKind::Meter},
            {u"reserved"_s, BudgetsPane::tr("Reserved"), CellKind::Number},
            {u"left"_s, BudgetsPane::tr("Left"), CellKind::Number},
            {u"resets"_s, BudgetsPane::tr("Resets"), CellKind::Text},
            {u"exhausted"_s, BudgetsPane::tr("Used up on"), CellKind::Text},
            {u"state"_s, BudgetsPane::tr("State"), CellKind::Pill},
            {u"above"_s, BudgetsPane::tr("Above it"), CellKind::Text}};
}

CellsModel::Row budgetRow(const QJsonObject &budget, const Api::Document &document,
                          const QTimeZone &zone)
{
    const qint64 raised = amount(budget, "raised_nano_usd"_L1);
    const qint64 limit = amount(budget, "limit_nano_usd"_L1);
    const double share = budget.value("percent"_L1).toDouble() / 100;
    const CellsModel::Cell state = stateCell(budget.value("state"_L1).toString());
    const QString period = budgetPeriodText(budget.value("period"_L1).toString());
    const bool isSoft = budget.value("kind"_L1).toString() == "soft"_L1;
    const QDateTime resets =
        QDateTime::fromString(budget.value("resets"_L1).toString(), Qt::ISODateWithMs);
    const QDateTime exhausted =
        QDateTime::fromString(budget.value("exhausted"_L1).toString(), Qt::ISODateWithMs);
    const QJsonObject above = budget.value("narrowest_above"_L1).toObject();
    const QString more = Format::moneyShort(amount(above, "left_nano_usd"_L1));
    const QString narrowest = above.isEmpty()
        ? QString()
        : BudgetsPane::tr("%1 allows %2 more")
              .arg(budgetScopeText(above.value("scope"_L1).toString(), document), more);
    return {
        .id = budget.value("id"_L1).toString(),
        .cells = {
            {.text = budgetScopeText(budget.value("scope"_L1).toString(), document),
             .toolTip = narrowest, // where there is no room for its column
             .detail = isSoft ? BudgetsPane::tr("%1, only warns").arg(period) : period},
            {.text = Format::moneyShort(limit + raised),
             .toolTip = raised > 0 ? BudgetsPane::tr("%1 and %2 added until it resets")
                                         .arg(Format::moneyShort(limit), Format::moneyShort(raised))
                                   : QString(),
             .value = QVariant::fromValue(Money{limit + raised})},
            {.text = Format::moneyShort(amount(budget, "spent_nano_usd"_L1)),
             .tone = state.tone == Tone::Ok ? Tone::Accent : state.tone,
             .share = share,
             .value = QVariant::fromValue(Money{amount(budget, "spent_nano_usd"_L1)})},
            CellsModel::moneyCell(amount(budget, "reserved_nano_usd"_L1)),
            CellsModel::moneyCell(amount(budget, "left_nano_usd"_L1)),
            {.text = resets.isValid()
                 ? BudgetsPane::tr("%1, %2", "date, time")
                       .arg(Format::dayAndMonth(resets.toTimeZone(zone).date()),
                            Format::timeOfDay(resets, zone))
                 : Format::unknown(),
             .value = resets.isValid() ? QVariant(resets) : QVariant()},
            {.text = exhausted.isValid() ? Format::dayAndMonth(exhausted.toTimeZone(zone).date())
                                         : Format::unknown(),
             .toolTip = BudgetsPane::tr("If it goes on as until now in this period"),
             .value = exhausted.isValid() ? QVariant(exhausted) : QVariant()},
            state,
            {.text = narrowest.isEmpty() ? Format::unknown() : narrowest},
        }};
}

} // namespace Gatehouse::Ui
