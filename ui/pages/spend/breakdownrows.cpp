// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/breakdownrows.h"

#include "ui/pages/spend/breakdowngroups.h"
#include "ui/pages/spend/breakdownpane.h"
#include "ui/widgets/format.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

CellsModel::Cell numberCell(const QString &text, const QVariant &sort)
{
    return {.text = text, .sort = sort};
}

CellsModel::Cell moneyCell(std::optional<qint64> nano)
{
    return CellsModel::moneyCell(nano);
}

} // namespace

CellsModel::Cell breakdownChange(qint64 cost, qint64 previous)
{
    if (previous <= 0)
        return numberCell(cost > 0 ? BreakdownPane::tr("new") : Format::unknown(), 1e9);
    const double change = static_cast<double>(cost - previous) / static_cast<double>(previous);
    const double shown = std::round(change * 100) / 100 + 0.0; // no "-0 %"
    const QString sign = shown > 0 ? u"+"_s : QString();
    return numberCell(QString(sign + Format::percent(shown)), change);
}

QList<CellsModel::Column> breakdownColumns()
{
    return {{u"group"_s, BreakdownPane::tr("Group"), CellKind::Swatch},
            {u"cost"_s, BreakdownPane::tr("Cost"), CellKind::Number},
            {u"share"_s, BreakdownPane::tr("Share"), CellKind::Meter},
            {u"requests"_s, BreakdownPane::tr("Requests"), CellKind::Number},
            {u"tokens_in"_s, BreakdownPane::tr("Tokens in"), CellKind::Number},
            {u"tokens_out"_s, BreakdownPane::tr("Tokens out"), CellKind::Number},
            {u"tokens_cached"_s, BreakdownPane::tr("Cached"), CellKind::Number},
            {u"cost_per_request"_s, BreakdownPane::tr("Per request"), CellKind::Number},
            {u"cost_per_million"_s, BreakdownPane::tr("Per 1 M tokens"), CellKind::Number},
            {u"change"_s, BreakdownPane::tr("Change"), CellKind::Number},
            {u"tokens_reasoning"_s, BreakdownPane::tr("Reasoning"), CellKind::Number},
            {u"cache_saved"_s, BreakdownPane::tr("Cache saved"), CellKind::Number}};
}

bool BreakdownOrder::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const bool isAscending = sortOrder() == Qt::AscendingOrder;
    const auto atEnd = [](const QModelIndex &index) {
        const QVariant id = index.data(CellRole::Id);
        return id == breakdownIdleId ? 3
            : id == breakdownTotalId ? 2
            : id == breakdownOtherId ? 1
                                     : 0;
    };
    if (atEnd(left) != atEnd(right))
        return isAscending == (atEnd(left) < atEnd(right));
    return QSortFilterProxyModel::lessThan(left, right);
}

QList<CellsModel::Cell> BreakdownRows::cellsOf(const SpendSums &sums, qint64 previousCost) const
{
    const double whole = m_report.total.of(m_question.measure);
    const double share = whole > 0 ? sums.of(m_question.measure) / whole : 0;
    const auto tokens = [](qint64 count) { return numberCell(Format::countShort(count), count); };
    return {moneyCell(sums.cost),
            {.text = Format::percent(share), .tone = Tone::Accent, .sort = share, .share = share},
            numberCell(Format::count(sums.requests), sums.requests),
            tokens(sums.tokensIn),
            tokens(sums.tokensOut),
            tokens(sums.tokensCached),
            moneyCell(sums.costPerRequest()),
            moneyCell(sums.costPerMillionTokens()),
            breakdownChange(sums.cost, previousCost),
            tokens(sums.tokensReasoning),
            moneyCell(sums.cacheSaved)};
}

CellsModel::Row BreakdownRows::rowOf(const SpendGroup &group) const
{
    QString text = breakdownGroupName(m_question.by, group.id, group.name);
    if (!m_question.then.isEmpty())
        text = BreakdownPane::tr("%1 · %2", "group, then group")
                   .arg(text, breakdownGroupName(m_question.then, group.thenId, group.thenName));
    // The colours of the chart; the total has none.
    const CellsModel::Cell name{.text = text, .series = m_colours.value(group.id, -1)};
    QStringList filter{breakdownFilter(m_question.by, group.id)};
    if (!m_question.then.isEmpty())
        filter.append(breakdownFilter(m_question.then, group.thenId));
    filter.removeAll(QString());
    return {.id = filter.isEmpty() ? breakdownAllId : filter.join(u' '),
            .cells = QList<CellsModel::Cell>{name} + cellsOf(group.sums, group.previousCost)};
}

//! Everything from there on in one row.
CellsModel::Row BreakdownRows::otherRow(qsizetype from) const
{
    SpendGroup other;
    for (const SpendGroup &group : m_report.rows.sliced(from)) {
        other.others += std::max<qint64>(group.others, 1);
        other.sums.add(group.sums);
        other.previousCost += group.previousCost;
    }
    const CellsModel::Cell name{
        .text = BreakdownPane::tr("Other, %Ln groups", nullptr, int(other.others)),
        .toolTip = BreakdownPane::tr("Open it to see each of them.")};
    return {.id = breakdownOtherId,
            .cells = QList<CellsModel::Cell>{name} + cellsOf(other.sums, other.previousCost)};
}

QList<CellsModel::Row> BreakdownRows::all(qsizetype most, std::optional<qint64> idle) const
{
    const qsizetype count = m_report.rows.size();
    const bool isFolded = count > 0 && m_report.rows.last().isOther();
    const bool folds = isFolded || (most >= 0 && count > most + 1);
    const qsizetype shown = folds ? std::min(most < 0 ? count : most, count - 1) : count;
    QList<CellsModel::Row> rows;
    for (const SpendGroup &group : m_report.rows.first(shown))
        rows.append(rowOf(group));
    if (folds)
        rows.append(otherRow(shown));
    rows.append({.id = breakdownTotalId,
                 .cells = QList<CellsModel::Cell>{{.text = BreakdownPane::tr("Total")}}
                     + cellsOf(m_report.total, m_report.previousCost)});
    if (idle) {
        CellsModel::Row row{.id = breakdownIdleId,
                            .cells = {{.text = BreakdownPane::tr("Idle hours of machines"),
                                       .toolTip = BreakdownPane::tr(
                                           "Paid by the hour and booked with no request; beside "
                                           "the total.")},
                                      moneyCell(idle)}};
        row.cells.resize(BreakdownPane::ColumnCount);
        rows.append(row);
    }
    return rows;
}

} // namespace Gatehouse::Ui
