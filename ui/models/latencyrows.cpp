// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/latencyrows.h"

#include "ui/models/reportmodel.h"
#include "ui/models/seriescolours.h"
#include "ui/widgets/format.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr qint64 fewSamples = 20;
constexpr double worthTelling = 0.005; //!< a smaller change is none

CellsModel::Cell durationCell(const QJsonValue &value)
{
    const std::optional<double> ms = maybeNumber(value);
    return {.text = Format::durationFine(ms, 1000), .sort = ms.value_or(-1)};
}

//! Parts of a millisecond count here.
CellsModel::Cell gatewayCell(const QJsonValue &value)
{
    CellsModel::Cell cell = durationCell(value);
    if (const std::optional<double> ms = maybeNumber(value); ms && *ms < 10)
        cell.text = LatencyRows::tr("%1 ms").arg(QLocale().toString(*ms, 'f', 1));
    return cell;
}

CellsModel::Cell speedCell(const QJsonValue &value)
{
    const std::optional<double> speed = maybeNumber(value);
    return {.text = speed ? Format::rate(*speed) : Format::unknown(), .sort = speed.value_or(-1)};
}

CellsModel::Cell changeCell(const QJsonValue &value)
{
    const std::optional<double> change = maybeNumber(value);
    CellsModel::Cell cell{.text = Format::unknown(), .sort = change.value_or(-1e9)};
    if (!change)
        return cell;
    if (std::abs(*change) < worthTelling) {
        cell.text = Format::percent(0);
        return cell;
    }
    cell.text = (*change > 0 ? u"▲ "_s : u"▼ "_s) + Format::percent(std::abs(*change));
    cell.toolTip = *change > 0
        ? LatencyRows::tr("Higher by %1 than in the span before.").arg(Format::percent(*change))
        : LatencyRows::tr("Lower by %1 than in the span before.").arg(Format::percent(-*change));
    return cell;
}

} // namespace

LatencyRows::LatencyRows(SeriesColours &colours, QObject *parent)
    : CellsModel({{u"target"_s, tr("Target"), CellKind::Swatch},
                  {u"samples"_s, tr("Samples"), CellKind::Number},
                  {u"firstTokenP50"_s, tr("First token"), CellKind::Number},
                  {u"firstTokenP95"_s, tr("p95"), CellKind::Number},
                  {u"totalP50"_s, tr("Total"), CellKind::Number},
                  {u"totalP95"_s, tr("p95"), CellKind::Number},
                  {u"totalP99"_s, tr("p99"), CellKind::Number},
                  {u"speed"_s, tr("Tokens/s"), CellKind::Number},
                  {u"speedSlowest"_s, tr("Slowest 5 %"), CellKind::Number},
                  {u"gateway"_s, tr("Gateway p99"), CellKind::Number},
                  {u"change"_s, tr("Change"), CellKind::Number}},
                 parent)
    , m_colours(colours)
{
}

void LatencyRows::setReport(const QJsonObject &report)
{
    const bool byProvider = report.value("by"_L1).toString() == "provider"_L1;
    QList<Row> rows;
    for (const QJsonValue &value : report.value("table"_L1).toArray())
        rows.append(rowOf(value.toObject(), byProvider, int(rows.size())));
    setRows(rows);
}

CellsModel::Row LatencyRows::rowOf(const QJsonObject &object, bool byProvider, int index) const
{
    const QString id = object.value("id"_L1).toString();
    const qint64 samples = object.value("samples"_L1).toInteger();
    const QString name = object.value("name"_L1).toString(id);
    Row row{.id = id, .cells = {}};
    row.cells.append(
        {.text = name.isEmpty() ? tr("No route") : name,
         .detail = samples < fewSamples ? tr("%n samples", nullptr, int(samples)) : QString(),
         .sort = name.toLower(),
         .series = byProvider ? m_colours.indexOf(id)
             : index < 8      ? index
                              : -1});
    row.cells.append(
        {.text = Format::count(samples),
         .toolTip = tr("%1 of them streamed")
                        .arg(Format::count(object.value("streamed_samples"_L1).toInteger())),
         .sort = samples});
    for (const QLatin1StringView key : {"first_token_p50_ms"_L1, "first_token_p95_ms"_L1,
                                        "total_p50_ms"_L1, "total_p95_ms"_L1, "total_p99_ms"_L1})
        row.cells.append(durationCell(object.value(key)));
    row.cells.append(speedCell(object.value("speed_p50"_L1)));
    row.cells.append(speedCell(object.value("speed_slowest_5"_L1)));
    row.cells.append(gatewayCell(object.value("gateway_p99_ms"_L1)));
    row.cells.append(changeCell(object.value("change"_L1)));
    if (samples < fewSamples) {
        for (Cell &cell : row.cells)
            cell.tone = Tone::Neutral;
    }
    return row;
}

} // namespace Gatehouse::Ui
