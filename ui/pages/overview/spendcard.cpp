// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/spendcard.h"

#include "ui/models/filterwords.h"
#include "ui/models/overviewdata.h"
#include "ui/models/seriescolours.h"
#include "ui/models/timerange.h"
#include "ui/widgets/chartpanel.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/stackedbarchart.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int chartHeight = 208;
constexpr int daysOfWeek = 7;
constexpr double nanoPerDollar = 1e9;

QString axisMoney(double dollars)
{
    return Format::moneyShort(std::llround(dollars * nanoPerDollar));
}

QString tipMoney(double dollars)
{
    return Format::money(std::llround(dollars * nanoPerDollar));
}

QString groupTitle(const QString &group)
{
    if (group == "model"_L1)
        return SpendCard::tr("Spend by model");
    if (group == "team"_L1)
        return SpendCard::tr("Spend by team");
    if (group == "key"_L1)
        return SpendCard::tr("Spend by key");
    return SpendCard::tr("Spend by provider");
}

QString groupChoice(const QString &group)
{
    if (group == "model"_L1)
        return SpendCard::tr("By model");
    if (group == "team"_L1)
        return SpendCard::tr("By team");
    if (group == "key"_L1)
        return SpendCard::tr("By key");
    return SpendCard::tr("By provider");
}

// "2026-10-24" or "2026-11-22T13:00:00.000Z".
QString bucketLabel(const QString &bucket, const QTimeZone &zone)
{
    if (bucket.size() <= 10)
        return Format::dayAndMonth(QDate::fromString(bucket, Qt::ISODate));
    return Format::timeOfDay(QDateTime::fromString(bucket, Qt::ISODateWithMs), zone);
}

// The requests from one bucket to another, as the filter line says it. A bucket of days does not
// reach beyond \a lastDay.
QString spanFilter(const QString &first, const QString &last, int days, const QDate &lastDay)
{
    const QDate day = QDate::fromString(last, Qt::ISODate);
    if (last.size() <= 10 && day.isValid()) {
        const QDate behind = day.addDays(days);
        const QDate end = lastDay.isValid() ? std::min(behind, lastDay.addDays(1)) : behind;
        return u"since:%1 until:%2"_s.arg(first, end.toString(Qt::ISODate));
    }
    const QDateTime hour = QDateTime::fromString(last, Qt::ISODateWithMs);
    return u"since:%1 until:%2"_s.arg(first, hour.addSecs(3600).toString(Qt::ISODateWithMs));
}

QString captionOf(const OverviewData::SpendChart &spend, const std::optional<ChosenSpan> &span)
{
    const int count = int(spend.buckets.size());
    if (!span)
        return spend.bucket == "day"_L1 ? SpendCard::tr("last %n days, daily", nullptr, count)
                                        : SpendCard::tr("last %n hours, hourly", nullptr, count);
    if (spend.bucket == "hour"_L1)
        return SpendCard::tr("%1, hourly").arg(span->words());
    if (spend.bucket == "week"_L1)
        return SpendCard::tr("%1, weekly").arg(span->words());
    return SpendCard::tr("%1, daily").arg(span->words());
}

} // namespace

SpendCard::SpendCard(QWidget *parent)
    : Card(groupTitle({}), parent)
    , m_groupButton(makeButton(groupChoice({}), u"ghost"_s, u"overview.spendGroupButton"_s, this))
    , m_chart(new StackedBarChart(axisMoney, tipMoney, this))
    , m_panel(new ChartPanel(m_chart, u"overview.spend"_s, this))
{
    setObjectName(u"overview.spendChartCard"_s);
    m_chart->setUnitKey(u"cost_usd"_s);
    m_chart->setFixedHeight(chartHeight);
    addGroupMenu();
    auto *exportButton = makeIconButton(u"download"_s, tr("Export this chart as CSV"),
                                        u"overview.spendExportButton"_s, this);
    addHeaderWidget(m_groupButton);
    addHeaderWidget(m_panel->dataToggle());
    addHeaderWidget(exportButton);
    content()->addWidget(m_panel, 1);
    connect(exportButton, &QToolButton::clicked, m_panel, &ChartPanel::exportCsv);
    connect(m_chart, &ChartView::pointActivated, this,
            [this](int point) { openPoints(point, point); });
    connect(m_panel, &ChartPanel::requestsRequested, this, &SpendCard::openPoints);
}

// Of one series when the pointer or the keys chose one; "Other" is no word of the filter.
void SpendCard::openPoints(int first, int last)
{
    QString filter =
        spanFilter(m_chart->pointKey(first), m_chart->pointKey(last), m_bucketDays, m_lastDay);
    const QString series = m_chart->currentSeries();
    if (!series.isEmpty() && series != "other"_L1)
        filter.prepend(filterWord(m_group, series) + u' ');
    Q_EMIT activated(filter);
}

void SpendCard::addGroupMenu()
{
    auto *menu = new QMenu(this);
    for (const QString &group : {u"provider"_s, u"model"_s, u"team"_s, u"key"_s})
        menu->addAction(groupChoice(group), this, [this, group] {
            showGroup(group);
            Q_EMIT groupChosen(group);
        });
    m_groupButton->setMenu(menu);
    setStyleProperty(m_groupButton, "menued", u"true"_s);
}

void SpendCard::showGroup(const QString &group)
{
    m_group = group.isEmpty() ? u"provider"_s : group;
    setTitle(groupTitle(group));
    m_groupButton->setText(groupChoice(group));
    m_groupButton->setAccessibleName(groupChoice(group));
}

void SpendCard::setOverview(const OverviewData &overview, SeriesColours &seriesColours,
                            const QString &range)
{
    const OverviewData::SpendChart &spend = overview.spendChart;
    const bool byProvider = spend.by == "provider"_L1;
    BarChartData bars;
    QList<LegendEntry> legend;
    bars.keys = spend.buckets;
    for (const QString &bucket : spend.buckets)
        bars.buckets.append(bucketLabel(bucket, overview.zone));
    for (int i = 0; i < int(spend.series.size()); ++i) {
        const OverviewData::SpendSeries &series = spend.series.at(i);
        const bool other = series.id.isEmpty() || series.id == "other"_L1;
        const int colour = other ? -1 : byProvider ? seriesColours.indexOf(series.id) : i;
        bars.series.append(
            {.id = series.id, .name = series.name, .colour = colour, .values = series.dollars});
        legend.append({.id = series.id,
                       .name = series.name,
                       .total = Format::moneyShort(series.total),
                       .series = colour,
                       .shape = SwatchShape::Square});
    }
    const std::optional<ChosenSpan> span = chosenSpan(range);
    m_bucketDays = spend.bucket == "week"_L1 ? daysOfWeek : 1;
    m_lastDay = span ? span->lastDay() : QDate();
    // The buckets end with the present one, unless a past span was chosen.
    bars.lastUnfinished = !span || span->goesOn(overview.now, overview.zone);
    showGroup(spend.by);
    setCaption(captionOf(spend, span));
    m_panel->setLegend(legend);
    m_panel->setTitle(groupTitle(spend.by));
    m_chart->setData(bars);
}

} // namespace Gatehouse::Ui
