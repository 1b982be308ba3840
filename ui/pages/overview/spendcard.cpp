// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/spendcard.h"

#include "ui/models/overviewdata.h"
#include "ui/models/seriescolours.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/legendbar.h"
#include "ui/widgets/stackedbarchart.h"

#include <QtCore/QSaveFile>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int chartHeight = 208;
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

// The requests of one bucket, as the filter line says it.
QString bucketFilter(const QString &bucket)
{
    const QDate day = QDate::fromString(bucket, Qt::ISODate);
    if (day.isValid())
        return u"since:%1 until:%2"_s.arg(bucket, day.addDays(1).toString(Qt::ISODate));
    const QDateTime hour = QDateTime::fromString(bucket, Qt::ISODateWithMs);
    return u"since:%1 until:%2"_s.arg(bucket, hour.addSecs(3600).toString(Qt::ISODateWithMs));
}

// A text cell that begins like a formula must not run in a spreadsheet.
QByteArray csvText(const QString &text)
{
    QString safe = text;
    if (!safe.isEmpty() && u"=+-@"_s.contains(safe.front()))
        safe.prepend(u'\'');
    safe.replace(u'"', u"\"\""_s);
    return QString(u'"' + safe + u'"').toUtf8();
}

} // namespace

SpendCard::SpendCard(QWidget *parent)
    : Card(groupTitle({}), parent)
    , m_groupButton(makeButton(groupChoice({}), u"ghost"_s, u"overview.spendGroupButton"_s, this))
    , m_legend(new LegendBar(this))
    , m_chart(new StackedBarChart(axisMoney, tipMoney, this))
{
    setObjectName(u"overview.spendChartCard"_s);
    m_legend->setObjectName(u"overview.spendLegend"_s);
    m_chart->setObjectName(u"overview.spendChart"_s);
    m_chart->setFixedHeight(chartHeight);
    addGroupMenu();
    auto *exportButton = makeIconButton(u"download"_s, tr("Export this chart as CSV"),
                                        u"overview.spendExportButton"_s, this);
    addHeaderWidget(m_groupButton);
    addHeaderWidget(exportButton);
    content()->addWidget(m_legend);
    content()->addWidget(m_chart, 1);
    connect(exportButton, &QToolButton::clicked, this, &SpendCard::chooseFile);
    connect(m_legend, &LegendBar::hiddenChanged, m_chart, &StackedBarChart::setHidden);
    connect(m_chart, &ChartView::pointActivated, this,
            [this](int point) { Q_EMIT activated(bucketFilter(m_buckets.value(point))); });
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
    setTitle(groupTitle(group));
    m_groupButton->setText(groupChoice(group));
    m_groupButton->setAccessibleName(groupChoice(group));
}

void SpendCard::setOverview(const OverviewData &overview, SeriesColours &seriesColours)
{
    const OverviewData::SpendChart &spend = overview.spendChart;
    const bool byProvider = spend.by == "provider"_L1;
    BarChartData bars;
    QList<LegendEntry> legend;
    m_buckets = spend.buckets;
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
    bars.lastUnfinished = true; // the buckets end with the present one
    showGroup(spend.by);
    setCaption(spend.bucket == "day"_L1
                   ? tr("last %n days, daily", nullptr, int(spend.buckets.size()))
                   : tr("last %n hours, hourly", nullptr, int(spend.buckets.size())));
    m_legend->setEntries(legend);
    m_chart->setData(bars);
    m_chart->setAccessibleName(groupTitle(spend.by));
}

QByteArray SpendCard::csv() const
{
    QByteArray text = "bucket,name,cost_usd\n";
    for (int bucket = 0; bucket < int(m_buckets.size()); ++bucket)
        for (const BarChartData::Series &series : m_chart->data().series)
            text += csvText(m_buckets.at(bucket)) + ',' + csvText(series.name) + ','
                + QByteArray::number(series.values.value(bucket), 'f', 9) + '\n';
    return text;
}

void SpendCard::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Export this chart as CSV"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly) && file.write(csv()) >= 0)
            file.commit();
    });
    dialog->open();
}

} // namespace Gatehouse::Ui
