// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/teamspendcard.h"

#include "ui/models/filterwords.h"
#include "ui/models/teamspend.h"
#include "ui/widgets/chartpanel.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/stackedbarchart.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int chartHeight = 130;
constexpr double nanoPerDollar = 1e9;

} // namespace

TeamSpendCard::TeamSpendCard(const TeamSpend &spend, QWidget *parent)
    : Card(tr("Spend"), parent)
    , m_spend(spend)
    , m_total(makeLabel({}, u"title"_s, this))
    , m_budget(makeLabel({}, u"caption"_s, this))
{
    setObjectName(u"access.teamSpendCard"_s);
    m_total->setObjectName(u"access.teamSpendTotal"_s);
    m_budget->setObjectName(u"access.teamSpendBudget"_s);
    setCaption(tr("last 30 days"));
    m_chart = new StackedBarChart(
        [](double value) { return Format::moneyShort(qRound64(value * nanoPerDollar)); },
        [](double value) { return Format::money(qRound64(value * nanoPerDollar)); }, this);
    m_chart->setUnitKey(u"cost_usd"_s);
    m_chart->setGridIntervals(3);
    m_panel = new ChartPanel(m_chart, u"access.teamSpend"_s, this);
    m_panel->setBodyHeight(chartHeight);
    addHeaderWidget(m_total);
    addHeaderWidget(m_panel->dataToggle());
    content()->addWidget(m_budget);
    content()->addWidget(m_panel);
    connect(m_chart, &ChartView::pointActivated, this, [this](int day) { open(day, day); });
    connect(m_panel, &ChartPanel::requestsRequested, this, &TeamSpendCard::open);
    connect(&spend, &TeamSpend::changed, this, &TeamSpendCard::show);
    hide();
}

void TeamSpendCard::setTeam(const QString &id, const QString &name)
{
    m_team = id;
    m_name = name;
    show();
}

void TeamSpendCard::show()
{
    const SpendReport &report = m_spend.report();
    setVisible(!m_team.isEmpty() && !report.starts.isEmpty());
    if (m_team.isEmpty())
        return;
    const SpendGroup *group = m_spend.group(m_team);
    setTitle(tr("Spend of %1").arg(m_name));
    m_total->setText(Format::money(group ? group->sums.cost : 0));
    const auto budget = m_spend.budget(m_team);
    m_budget->setVisible(budget.has_value());
    if (budget)
        m_budget->setText(
            tr("%1 of %2 of its budget are spent.")
                .arg(Format::money(budget->spent), Format::moneyShort(budget->limit)));
    BarChartData bars{.buckets = {}, .keys = {}, .axis = {}, .series = {}};
    BarChartData::Series series{.id = m_team, .name = m_name, .colour = 0, .values = {}};
    for (qsizetype day = 0; day < report.starts.size(); ++day) {
        const QDate date = report.starts.at(day).date();
        bars.buckets.append(Format::dayAndMonth(date));
        bars.keys.append(date.toString(Qt::ISODate));
        bars.axis.append(Format::dayAndMonth(date));
        series.values.append(group ? group->points.at(day).of(u"cost"_s) : 0);
    }
    bars.series.append(series);
    bars.lastUnfinished = true;
    m_panel->setTitle(tr("Spend of %1 per day").arg(m_name));
    m_chart->setData(bars);
}

void TeamSpendCard::open(int first, int last)
{
    const QList<QDateTime> &days = m_spend.report().starts;
    const QDate from = days.value(first).date();
    const QDate until = days.value(last).date().addDays(1);
    Q_EMIT openRequests(u"%1 since:%2 until:%3"_s.arg(
        filterWord(u"team"_s, m_team), from.toString(Qt::ISODate), until.toString(Qt::ISODate)));
}

} // namespace Gatehouse::Ui
