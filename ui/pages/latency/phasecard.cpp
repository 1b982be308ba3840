// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/latency/phasecard.h"

#include "ui/models/reportmodel.h"
#include "ui/widgets/chartpanel.h"
#include "ui/widgets/format.h"
#include "ui/widgets/stackedbarchart.h"

#include <QtCore/QJsonArray>
#include <QtWidgets/QBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int chartHeight = 220;

} // namespace

PhaseCard::PhaseCard(QWidget *parent)
    : Card(tr("Where the time goes"), parent)
    , m_chart(new StackedBarChart(
          [](double ms) { return ms == 0 ? u"0"_s : Format::durationFine(ms, 1000); },
          [](double ms) { return Format::duration(ms); }, this))
    , m_panel(new ChartPanel(m_chart, u"latency.phase"_s, this))
{
    setObjectName(u"latency.phaseCard"_s);
    setCaption(tr("mean per answer"));
    m_chart->setUnitKey(u"ms"_s);
    m_chart->setGridIntervals(4);
    m_panel->setTitle(tr("Where the time goes"));
    m_panel->setBodyHeight(chartHeight);
    addHeaderWidget(m_panel->dataToggle());
    content()->addWidget(m_panel, 1);
    connect(m_chart, &ChartView::pointActivated, this,
            [this](int point) { Q_EMIT pointsActivated(point, point); });
    connect(m_panel, &ChartPanel::requestsRequested, this, &PhaseCard::pointsActivated);
}

void PhaseCard::setReport(const QJsonObject &report, const ReportTimes &times,
                          const QString &caption)
{
    struct Phase {
        QLatin1StringView key;
        QString name;
        int colour;
    };
    const std::array all{Phase{"queue"_L1, tr("Wait in queue"), 4},
                         Phase{"earlier"_L1, tr("Failed attempts before"), 7},
                         Phase{"connect"_L1, tr("Connect and TLS"), 2},
                         Phase{"first_token"_L1, tr("Until first token"), 0},
                         Phase{"streaming"_L1, tr("Streaming"), 6}};
    const QJsonObject phases = report.value("phases"_L1).toObject();
    const QJsonArray requests = phases.value("requests"_L1).toArray();
    BarChartData bars{
        .buckets = times.labels, .keys = times.keys, .axis = times.axis, .series = {}};
    bars.lastUnfinished = times.lastUnfinished;
    QList<LegendEntry> legend;
    for (const Phase &phase : all) {
        BarChartData::Series series{
            .id = phase.key, .name = phase.name, .colour = phase.colour, .values = {}};
        const QJsonArray means = phases.value(phase.key).toArray();
        double sum = 0;
        double count = 0;
        for (qsizetype i = 0; i < means.size(); ++i) {
            series.values.append(means.at(i).toDouble());
            sum += means.at(i).toDouble() * requests.at(i).toDouble();
            count += requests.at(i).toDouble();
        }
        const double mean = count > 0 ? sum / count : 0;
        legend.append(
            {.id = series.id,
             .name = phase.name,
             .total = mean > 0 && mean < 1 ? tr("< 1 ms") : Format::durationFine(mean, 1000),
             .series = phase.colour,
             .shape = SwatchShape::Square});
        bars.series.append(series);
    }
    setCaption(tr("%1, mean per answer").arg(caption));
    m_panel->setLegend(legend);
    m_chart->setData(bars);
}

} // namespace Gatehouse::Ui
