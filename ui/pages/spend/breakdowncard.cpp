// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/breakdowncard.h"

#include "ui/pages/spend/breakdownchart.h"
#include "ui/pages/spend/breakdowncontrols.h"
#include "ui/pages/spend/breakdowngroups.h"
#include "ui/pages/spend/breakdownpane.h"
#include "ui/pages/spend/breakdownrows.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

#include <QtCore/QJsonArray>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr double nanoPerDollar = 1e9;
constexpr int remarkGap = 24;

} // namespace

BreakdownCard::BreakdownCard(SeriesColours &colours, QWidget *parent)
    : Card(BreakdownPane::tr("Spend"), parent)
    , m_headline(makeLabel({}, u"title"_s, this))
    , m_change(makeLabel({}, u"caption"_s, this))
    , m_expected(makeLabel({}, u"caption"_s, this))
    , m_saved(makeLabel({}, u"caption"_s, this))
    , m_idle(makeLabel({}, u"caption"_s, this))
    , m_chart(new BreakdownChart(colours, this))
{
    setObjectName(u"spend.chartCard"_s);
    m_headline->setObjectName(u"spend.headline"_s);
    m_change->setObjectName(u"spend.change"_s);
    m_expected->setObjectName(u"spend.forecast"_s);
    m_expected->setToolTip(BreakdownPane::tr(
        "The month so far, and for each day left the median of the same weekday over the last "
        "28 days. It is of the whole gateway and needs 7 days."));
    addHeaderWidget(m_change);
    addHeaderWidget(m_headline);
    for (QPushButton *toggle : m_chart->dataToggles())
        addHeaderWidget(toggle);
    m_saved->setObjectName(u"spend.cacheSaved"_s);
    m_saved->setToolTip(BreakdownPane::tr(
        "What input that the providers read from their caches would have cost more otherwise."));
    m_idle->setObjectName(u"spend.idle"_s);
    auto *remarks = new QHBoxLayout;
    remarks->setSpacing(remarkGap);
    remarks->addWidget(m_expected);
    remarks->addWidget(m_saved);
    remarks->addStretch(1);
    content()->addLayout(remarks);
    content()->addWidget(m_idle);
    content()->addWidget(m_chart, 1);
}

void BreakdownCard::setContent(const Content &content)
{
    showSum(content);
    showForecast(content);
    showSaved(content);
    showIdle(content);
    showChart(content);
}

QString BreakdownCard::forecastText() const
{
    return m_expected->text();
}

void BreakdownCard::showSum(const Content &content)
{
    const QString measure = content.controls.measure();
    const SpendReport &report = content.report;
    const bool isCost = measure == "cost"_L1;
    m_headline->setText(isCost ? Format::money(report.total.cost)
                               : Format::countShort(qRound64(report.total.of(measure))));
    const CellsModel::Cell change = breakdownChange(report.total.cost, report.previousCost);
    m_change->setText(isCost && report.previousCost > 0
                          ? BreakdownPane::tr("%1 against the period before").arg(change.text)
                          : QString());
    setTitle(measure == "tokens"_L1         ? BreakdownPane::tr("Tokens")
                 : measure == "requests"_L1 ? BreakdownPane::tr("Requests")
                                            : BreakdownPane::tr("Spend"));
    setCaption(content.caption);
}

void BreakdownCard::showSaved(const Content &content)
{
    const qint64 saved = content.report.total.cacheSaved;
    m_saved->setVisible(saved > 0 && content.controls.measure() == "cost"_L1);
    m_saved->setText(BreakdownPane::tr("Caching saved %1").arg(Format::money(saved)));
}

//! Idle hours are in no group's sum.
void BreakdownCard::showIdle(const Content &content)
{
    m_idle->setVisible(content.idle.has_value() && content.controls.measure() == "cost"_L1);
    if (content.idle)
        m_idle->setText(
            BreakdownPane::tr("Idle hours of machines cost %1 beside this, with them it is %2")
                .arg(Format::money(*content.idle),
                     Format::money(content.report.total.cost + *content.idle)));
}

//! What the month will come to, or when that can be said.
void BreakdownCard::showForecast(const Content &content)
{
    const QJsonObject &forecast = content.forecast;
    m_expected->setVisible(content.controls.expects() && !forecast.isEmpty()
                           && content.controls.measure() == "cost"_L1);
    const int missing = forecast.value("missing_days"_L1).toInt();
    const auto money = [&forecast](QLatin1StringView key) {
        return Format::moneyShort(forecast.value(key).toInteger());
    };
    const QDate end = QDate::fromString(forecast.value("end"_L1).toString(), Qt::ISODate);
    m_expected->setText(
        missing > 0 ? BreakdownPane::tr("Forecast after %Ln more days", nullptr, missing)
                    : BreakdownPane::tr("Expected by %1: %2, in four of five cases %3 to %4")
                          .arg(Format::dayAndMonth(end), money("expected_nano_usd"_L1),
                               money("low_nano_usd"_L1), money("high_nano_usd"_L1)));
}

bool BreakdownCard::drawsForecast(const Content &content)
{
    const QJsonObject &forecast = content.forecast;
    const QList<QDateTime> &starts = content.report.starts;
    const bool endsToday = !starts.isEmpty()
        && starts.last().date().toString(Qt::ISODate) == forecast.value("today"_L1).toString();
    // What is to come must not bury what was.
    const bool isLong = 2 * starts.size() >= forecast.value("rest"_L1).toArray().size();
    return content.controls.expects() && endsToday && isLong
        && content.controls.measure() == "cost"_L1 && content.controls.bucket() == "day"_L1;
}

void BreakdownCard::showChart(const Content &content)
{
    const BreakdownControls &controls = content.controls;
    BreakdownLook look{.measure = controls.measure(),
                       .kind = controls.kind(),
                       .asShare = controls.asShare(),
                       .compares = controls.compares(),
                       .lastUnfinished = content.lastUnfinished,
                       .bucket = controls.bucket(),
                       .title = BreakdownPane::tr("Spend")};
    if (drawsForecast(content))
        look.forecast = content.forecast;
    if (content.budget)
        look.budget = double(*content.budget) / nanoPerDollar;
    const auto nameOf = [by = content.by](const SpendGroup &group) {
        return breakdownGroupName(by, group.id, group.name);
    };
    m_chart->show(content.report, content.by, nameOf, look);
}

} // namespace Gatehouse::Ui
