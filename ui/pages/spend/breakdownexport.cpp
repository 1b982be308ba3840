// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/breakdownexport.h"

#include "ui/pages/spend/breakdownpane.h"
#include "ui/pages/spend/spendpdf.h"
#include "ui/widgets/format.h"

#include <QtCore/QAbstractItemModel>
#include <QtCore/QJsonDocument>
#include <QtCore/QSaveFile>
#include <QtCore/QSysInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr qsizetype mostSeries = 8;

bool write(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
        && file.commit();
}

void addBars(const BreakdownExport::Report &report, SpendPdf &pdf)
{
    const QList<SpendGroup> &groups = report.spend.groups;
    pdf.series = report.names.first(std::min(report.names.size(), mostSeries));
    if (groups.size() > mostSeries)
        pdf.series.append(BreakdownPane::tr("Other"));
    const QList<QDateTime> &starts = report.spend.starts;
    for (qsizetype point = 0; point < starts.size(); ++point) {
        const QDateTime &start = starts[point];
        SpendPdf::Bar bar{.label = report.spend.isHourly
                              ? Format::timeOfDay(start, start.timeZone())
                              : Format::dayAndMonth(start.date()),
                          .parts = {}};
        for (qsizetype i = 0; i < groups.size(); ++i) {
            const double value = groups[i].points.at(point).of(report.measure);
            if (i <= mostSeries)
                bar.parts.append(value);
            else
                bar.parts.last() += value;
        }
        pdf.bars.append(bar);
    }
    for (qsizetype day = 0; day < report.expected.size() && !starts.isEmpty(); ++day)
        pdf.bars.append({.label = Format::dayAndMonth(starts.last().date().addDays(day + 1)),
                         .parts = {report.expected[day]},
                         .isExpected = true});
}

void addTable(const QAbstractItemModel &table, SpendPdf &pdf)
{
    for (int column = 0; column < table.columnCount(); ++column)
        pdf.head.append(table.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    for (int row = 0; row < table.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < table.columnCount(); ++column)
            cells.append(table.index(row, column).data().toString());
        pdf.rows.append(cells);
    }
}

} // namespace

BreakdownExport::BreakdownExport(Api::AdminClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

void BreakdownExport::tell(bool written, const QString &path)
{
    Q_EMIT done(written ? BreakdownPane::tr("Exported to %1").arg(path)
                        : BreakdownPane::tr("%1 cannot be written").arg(path));
}

void BreakdownExport::writeRows(const QUrlQuery &query, const QString &path)
{
    connect(
        m_client.get(u"/usage"_s, query), &Api::AdminCall::finished, this,
        [this, path](Api::AdminCall *call) {
            if (!call->succeeded()) {
                Q_EMIT done(
                    BreakdownPane::tr("The rows could not be read: %1").arg(call->error().detail));
                return;
            }
            const QJsonObject &usage = call->reply().body;
            tell(write(path,
                       path.endsWith(u".json"_s) ? QJsonDocument(usage).toJson()
                                                 : spendCsv(usage, QSysInfo::machineHostName())),
                 path);
        });
}

void BreakdownExport::writeReport(const Report &report, const QString &path)
{
    SpendPdf pdf{.title = BreakdownPane::tr("Spend of %1").arg(QSysInfo::machineHostName()),
                 .lines = {},
                 .series = {},
                 .bars = {},
                 .head = {},
                 .rows = {}};
    if (!report.made.isEmpty())
        pdf.lines.append(report.made);
    pdf.lines.append(BreakdownPane::tr("Total %1").arg(Format::money(report.spend.total.cost)));
    if (!report.forecast.isEmpty())
        pdf.lines.append(report.forecast);
    pdf.lines.append(report.warnings);
    addBars(report, pdf);
    if (!report.expected.isEmpty())
        pdf.expected = BreakdownPane::tr("Expected");
    addTable(report.table, pdf);
    tell(writeSpendPdf(path, pdf), path);
}

} // namespace Gatehouse::Ui
