// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reliability/errorcard.h"

#include "ui/models/errorkinds.h"
#include "ui/widgets/chartpanel.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/stackedbarchart.h"

#include <QtCore/QJsonArray>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int chartHeight = 190;
constexpr int mostKinds = 8; //!< of the chart; the rest is Other

QString countText(double value)
{
    return value == std::floor(value) ? Format::countShort(qint64(value)) : QString();
}

} // namespace

ErrorCard::ErrorCard(QWidget *parent)
    : Card(tr("Errors"), parent)
    , m_chart(new StackedBarChart(
          countText, [](double value) { return Format::count(qint64(value)); }, this))
    , m_panel(new ChartPanel(m_chart, u"reliability.error"_s, this))
    , m_quiet(makeLabel({}, u"muted"_s, this))
{
    setObjectName(u"reliability.errorCard"_s);
    m_chart->setUnitKey(u"errors"_s);
    m_chart->setGridIntervals(4);
    m_panel->setTitle(tr("Errors by kind"));
    m_panel->setBodyHeight(chartHeight);
    addHeaderWidget(m_panel->dataToggle());
    m_quiet->setWordWrap(true);
    m_quiet->setAlignment(Qt::AlignCenter);
    m_quiet->setObjectName(u"reliability.quietLabel"_s);
    m_quiet->setMinimumHeight(chartHeight);
    content()->addWidget(m_panel, 1);
    content()->addWidget(m_quiet, 1);
    connect(m_chart, &ChartView::pointActivated, this,
            [this](int point) { openPoints(point, point); });
    connect(m_panel, &ChartPanel::requestsRequested, this, &ErrorCard::openPoints);
}

void ErrorCard::openPoints(int first, int last)
{
    const QString kind = m_chart->currentSeries();
    Q_EMIT pointsActivated(kind == "other"_L1 ? QString() : kind, first, last);
}

void ErrorCard::setReport(const QJsonObject &report, const ReportTimes &times)
{
    const QJsonArray errors = report.value("errors"_L1).toArray();
    showErrors(errors, times);
    const qint64 answered = report.value("success"_L1).toObject().value("answered"_L1).toInteger();
    m_quiet->setText(
        tr("No failures in this range. %1 requests answered.").arg(Format::count(answered)));
    m_panel->setVisible(!errors.isEmpty());
    m_panel->dataToggle()->setVisible(!errors.isEmpty());
    m_quiet->setVisible(errors.isEmpty());
    setTitle(report.value("count"_L1).toString() == "attempts"_L1 ? tr("Failed attempts by kind")
                                                                  : tr("Errors by kind"));
}

void ErrorCard::showErrors(const QJsonArray &errors, const ReportTimes &times)
{
    BarChartData bars{
        .buckets = times.labels, .keys = times.keys, .axis = times.axis, .series = {}};
    bars.lastUnfinished = times.lastUnfinished;
    QList<LegendEntry> legend;
    BarChartData::Series other{.id = u"other"_s, .name = tr("Other"), .colour = -1, .values = {}};
    qint64 rest = 0;
    int kinds = 0;
    for (const QJsonValue &value : errors) {
        const QJsonObject error = value.toObject();
        const QString name = error.value("kind"_L1).toString();
        const ErrorKind kind = errorKind(name);
        const qint64 total = error.value("total"_L1).toInteger();
        QList<double> counts;
        for (const QJsonValue &count : error.value("counts"_L1).toArray())
            counts.append(count.toDouble());
        if (++kinds > mostKinds) {
            other.values.resize(counts.size());
            for (qsizetype i = 0; i < counts.size(); ++i)
                other.values[i] += counts.at(i);
            rest += total;
            continue;
        }
        // A kind keeps its colour; a second one with the same goes to the ground of the rest.
        bars.series.append(
            {.id = name, .name = kind.title, .colour = kind.colour, .values = counts});
        legend.append({.id = name,
                       .name = kind.title,
                       .total = Format::countShort(total),
                       .series = kind.colour,
                       .shape = SwatchShape::Square});
    }
    if (rest > 0) {
        bars.series.append(other);
        legend.append({.id = other.id,
                       .name = other.name,
                       .total = Format::countShort(rest),
                       .series = -1,
                       .shape = SwatchShape::Square});
    }
    m_panel->setLegend(legend);
    m_chart->setData(bars);
}

} // namespace Gatehouse::Ui
