// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/whatifresult.h"

#include "core/base/csv.h"
#include "core/base/quantities.h"
#include "ui/pages/spend/whatifpane.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chartpanel.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/linechart.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QMap>
#include <QtCore/QSaveFile>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int gap = 12;
constexpr int chartHeight = 180;
constexpr double nanoPerDollar = 1e9;

QList<CellsModel::Column> modelColumns()
{
    return {{u"model"_s, WhatIfPane::tr("Model"), CellKind::TwoLine},
            {u"requests_before"_s, WhatIfPane::tr("Requests before"), CellKind::Number},
            {u"requests_after"_s, WhatIfPane::tr("After"), CellKind::Number},
            {u"cost_before"_s, WhatIfPane::tr("Cost before"), CellKind::Number},
            {u"cost_after"_s, WhatIfPane::tr("After"), CellKind::Number},
            {u"delta"_s, WhatIfPane::tr("Difference"), CellKind::Number},
            {u"typical"_s, WhatIfPane::tr("Typical time"), CellKind::Number}};
}

QList<CellsModel::Column> problemColumns()
{
    return {{u"what"_s, WhatIfPane::tr("What happens"), CellKind::TwoLine},
            {u"requests"_s, WhatIfPane::tr("Requests"), CellKind::Number}};
}

QString signedMoney(qint64 nano)
{
    const QString text = Format::money(std::abs(nano));
    return nano > 0 ? QString(u'+' + text) : nano < 0 ? QString(QChar(0x2212) + text) : text;
}

QString reasonText(const QString &reason)
{
    static const QMap<QString, const char *> words{
        {u"no_tools"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "it cannot use tools")},
        {u"no_images"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "it cannot see images")},
        {u"no_structured_output"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "it cannot answer in a given format")},
        {u"no_audio"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "it cannot hear audio")},
        {u"context_too_small"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "the request is longer than its context")},
        {u"outside_region"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "it is outside the allowed regions")},
        {u"not_allowed"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "the key or its team may not use it")},
        {u"other_dialect"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "it does not serve this kind of request")},
        {u"narrowed_out"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "a rule leaves other targets only")},
        {u"weight_zero"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "it has the weight 0")},
        {u"paused"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "its provider is paused")},
        {u"no_key"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "its provider has no usable key")},
        {u"no_target"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "no target is left")},
        {u"model_not_found"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "the model is not there any more")},
        {u"model_not_allowed"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "the key may not call the model")},
        {u"denied_by_rule"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "a rule denies the request")},
        {u"prompt_limit"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane",
                           "the request is longer than its route takes")},
        {u"budget"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "a budget is used up")},
        {u"limit"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::WhatIfPane", "a limit is reached")}};
    const char *text = words.value(reason);
    return text ? WhatIfPane::tr(text) : reason;
}

} // namespace

WhatIfResult::WhatIfResult(QWidget *parent)
    : QWidget(parent)
    , m_models(modelColumns())
    , m_problems(problemColumns())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    m_assumptions = makeLabel({}, u"caption"_s, this);
    m_assumptions->setObjectName(u"spend.whatIf.assumptions"_s);
    m_assumptions->setWordWrap(true);
    layout->addWidget(m_assumptions);
    layout->addWidget(makeChart());
    layout->addWidget(makeTable());
    layout->addWidget(makeProblems());
    layout->addLayout(makeButtons());
}

Card *WhatIfResult::makeChart()
{
    auto *card = new Card(WhatIfPane::tr("Cost per day"), this);
    m_headline = makeLabel({}, u"title"_s, card);
    m_headline->setObjectName(u"spend.whatIf.headline"_s);
    m_facts = makeLabel({}, u"caption"_s, card);
    m_facts->setObjectName(u"spend.whatIf.facts"_s);
    m_facts->setWordWrap(true);
    const auto axis = [](double value) {
        return Format::moneyShort(qRound64(value * nanoPerDollar));
    };
    const auto tip = [](double value) { return Format::money(qRound64(value * nanoPerDollar)); };
    m_chart = new LineChart(axis, tip, this);
    m_chart->setUnitKey(u"cost_usd"_s);
    m_panel = new ChartPanel(m_chart, u"spend.whatIf"_s, this);
    m_panel->setTitle(WhatIfPane::tr("Cost per day"));
    m_panel->setBodyHeight(chartHeight);
    card->addHeaderWidget(m_headline);
    card->addHeaderWidget(m_panel->dataToggle());
    card->content()->addWidget(m_facts);
    card->content()->addWidget(m_panel);
    return card;
}

Card *WhatIfResult::makeTable()
{
    auto *tableCard = new Card(WhatIfPane::tr("By model"), this);
    tableCard->setFlush();
    m_table = new TableView(tableCard);
    m_table->setObjectName(u"spend.whatIf.resultTable"_s);
    m_table->setAccessibleName(WhatIfPane::tr("Cost before and after by model"));
    m_table->setModel(&m_models);
    m_table->setFitsRows(true);
    m_table->horizontalHeader()->setSectionResizeMode(Model, QHeaderView::Stretch);
    for (const int column : {RequestsBefore, RequestsAfter})
        m_table->setColumnCharacters(column, 14);
    for (const int column : {Before, After, Delta})
        m_table->setColumnText(column, u"+$88,888.88"_s);
    m_table->setColumnCharacters(Typical, 12);
    tableCard->content()->addWidget(m_table);
    return tableCard;
}

Card *WhatIfResult::makeProblems()
{
    m_problemCard = new Card(WhatIfPane::tr("Refused and not moved"), this);
    m_problemCard->setFlush();
    m_problemTable = new TableView(m_problemCard);
    m_problemTable->setObjectName(u"spend.whatIf.problemTable"_s);
    m_problemTable->setAccessibleName(
        WhatIfPane::tr("Requests that are refused or could not move"));
    m_problemTable->setModel(&m_problems);
    m_problemTable->setFitsRows(true);
    m_problemTable->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_problemTable->setColumnText(1, u"888,888,888"_s);
    m_problemCard->content()->addWidget(m_problemTable);
    return m_problemCard;
}

QLayout *WhatIfResult::makeButtons()
{
    m_save = makeButton(WhatIfPane::tr("Save as policy draft"), u"primary"_s,
                        u"spend.whatIf.saveButton"_s, this);
    m_save->setToolTip(WhatIfPane::tr("The change becomes the draft on Models & Routes, where it "
                                      "is checked and published."));
    auto *exported =
        makeButton(WhatIfPane::tr("Export…"), {}, u"spend.whatIf.exportButton"_s, this);
    auto *discard =
        makeButton(WhatIfPane::tr("Discard"), {}, u"spend.whatIf.discardButton"_s, this);
    connect(m_save, &QPushButton::clicked, this, &WhatIfResult::draftRequested);
    connect(exported, &QPushButton::clicked, this, &WhatIfResult::exportRequested);
    connect(discard, &QPushButton::clicked, this, &WhatIfResult::discardRequested);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_save, exported, discard})
        buttons->addWidget(button);
    buttons->addStretch(1);
    return buttons;
}

void WhatIfResult::setDraftable(bool draftable)
{
    m_save->setVisible(draftable);
}

QString WhatIfResult::factsOf(const QJsonObject &result) const
{
    const auto number = [&result](QLatin1StringView key) { return result.value(key).toInteger(); };
    const QJsonObject latency = result.value("latency"_L1).toObject();
    QStringList facts{WhatIfPane::tr("%1 of %2 requests move, %3 are refused.")
                          .arg(Format::count(number("moved"_L1)),
                               Format::count(number("requests"_L1)),
                               Format::count(number("refused"_L1)))};
    const auto milliseconds = [&latency](QLatin1StringView key) {
        return latency.value(key).isDouble() ? std::optional(latency.value(key).toDouble())
                                             : std::nullopt;
    };
    facts.append(WhatIfPane::tr("Mean time of an answer %1 → %2.")
                     .arg(Format::duration(milliseconds("before_ms"_L1)),
                          Format::duration(milliseconds("after_ms"_L1))));
    if (const qint64 unknown = latency.value("unknown"_L1).toInteger(); unknown > 0)
        facts.append(WhatIfPane::tr("Of %Ln requests the time at their new place is not known.",
                                    nullptr, int(unknown)));
    if (const qint64 unpriced = number("unpriced_after"_L1); unpriced > 0)
        facts.append(WhatIfPane::tr("%Ln requests have no price there; their cost is missing.",
                                    nullptr, int(unpriced)));
    return facts.join(u' ');
}

QString WhatIfResult::assumptionsOf(const QJsonObject &result) const
{
    QStringList all{WhatIfPane::tr(
        "Tokens taken as measured; other models may need more or fewer. A request goes where it "
        "went unless the change sends it elsewhere. Load, cache and running failures are left "
        "out; requests that were refused stay refused; rules on headers do not match.")};
    if (const qint64 unsized = result.value("pictures_of_unknown_size"_L1).toInteger(); unsized > 0)
        all.append(WhatIfPane::tr("Of %Ln requests the size of their pictures is not known; they "
                                  "cost what pictures of any size cost there.",
                                  nullptr, int(unsized)));
    return all.join(u' ');
}

void WhatIfResult::show(const QJsonObject &result, const QHash<QString, QString> &names)
{
    m_result = result;
    m_names = names;
    const auto number = [&result](QLatin1StringView key) { return result.value(key).toInteger(); };
    m_headline->setText(WhatIfPane::tr("%1 → %2 (%3)", "cost before, after, difference")
                            .arg(Format::money(number("cost_before_nano_usd"_L1)),
                                 Format::money(number("cost_after_nano_usd"_L1)),
                                 signedMoney(number("delta_nano_usd"_L1))));
    m_facts->setText(factsOf(result));
    m_assumptions->setText(assumptionsOf(result));
    showModels(result);
    showDays(result);
    showProblems(result);
    setVisible(true);
}

void WhatIfResult::showModels(const QJsonObject &result)
{
    QList<CellsModel::Row> rows;
    for (const QJsonValue &value : result.value("models"_L1).toArray()) {
        const QJsonObject item = value.toObject();
        const qint64 before = item.value("cost_before_nano_usd"_L1).toInteger();
        const qint64 after = item.value("cost_after_nano_usd"_L1).toInteger();
        const QJsonValue typical = item.value("typical_ms"_L1);
        rows.append(
            {.id = item.value("model"_L1).toString(),
             .cells = {
                 {.text = item.value("model"_L1).toString(),
                  .detail = nameOf(item.value("provider"_L1).toString())},
                 {.text = Format::count(item.value("requests_before"_L1).toInteger())},
                 {.text = Format::count(item.value("requests_after"_L1).toInteger())},
                 CellsModel::moneyCell(before),
                 CellsModel::moneyCell(after),
                 {.text = signedMoney(after - before),
                  .value = QVariant::fromValue(Money{after - before})},
                 {.text = Format::duration(typical.isDouble() ? std::optional(typical.toDouble())
                                                              : std::nullopt)}}});
    }
    m_models.setRows(rows);
    m_table->updateGeometry();
}

void WhatIfResult::showDays(const QJsonObject &result)
{
    QMap<QDate, std::pair<double, double>> days;
    for (const QJsonValue &value : result.value("days"_L1).toArray()) {
        auto &day = days[QDate::fromString(value["day"_L1].toString(), Qt::ISODate)];
        day.first += double(value["before_nano_usd"_L1].toInteger()) / nanoPerDollar;
        day.second += double(value["after_nano_usd"_L1].toInteger()) / nanoPerDollar;
    }
    LineChartData lines{.times = {}, .keys = {}, .axisLabels = {}, .lines = {}};
    LineChartData::Line before{.id = u"before"_s,
                               .name = WhatIfPane::tr("Before"),
                               .colour = -1,
                               .style = LineChartData::Style::Dashed};
    LineChartData::Line after{.id = u"after"_s, .name = WhatIfPane::tr("After"), .colour = 0};
    for (auto day = days.begin(); day != days.end(); ++day) {
        lines.times.append(Format::dayAndMonth(day.key()));
        lines.keys.append(day.key().toString(Qt::ISODate));
        before.values.append(day->first);
        after.values.append(day->second);
    }
    const auto labels = int(std::min<qsizetype>(5, lines.times.size()));
    for (int label = 0; label < labels; ++label)
        lines.axisLabels.append(
            lines.times.at(labels > 1 ? (lines.times.size() - 1) * label / (labels - 1) : 0));
    lines.lines = {before, after};
    lines.lastUnfinished = false;
    const auto total = [&result](QLatin1StringView key) {
        return Format::money(result.value(key).toInteger());
    };
    m_panel->setLegend({{.id = before.id,
                         .name = before.name,
                         .total = total("cost_before_nano_usd"_L1),
                         .series = -1,
                         .shape = SwatchShape::Dashes},
                        {.id = after.id,
                         .name = after.name,
                         .total = total("cost_after_nano_usd"_L1),
                         .series = 0,
                         .shape = SwatchShape::Line}});
    m_chart->setData(lines);
}

void WhatIfResult::showProblems(const QJsonObject &result)
{
    QList<CellsModel::Row> rows;
    for (const QJsonValue &value : result.value("refusals"_L1).toArray()) {
        const QString scope = value["scope"_L1].toString();
        const QString reason = reasonText(value["reason"_L1].toString());
        rows.append({.id = u"refused"_s,
                     .cells = {{.text = WhatIfPane::tr("Refused: %1").arg(reason), .detail = scope},
                               {.text = Format::count(value["requests"_L1].toInteger())}}});
    }
    for (const QJsonValue &value : result.value("blocked"_L1).toArray()) {
        const QString place =
            nameOf(value["provider"_L1].toString()) + u'/' + value["model"_L1].toString();
        rows.append({.id = u"blocked"_s,
                     .cells = {{.text = WhatIfPane::tr("Could not use %1").arg(place),
                                .detail = reasonText(value["reason"_L1].toString())},
                               {.text = Format::count(value["requests"_L1].toInteger())}}});
    }
    m_problems.setRows(rows);
    m_problemCard->setVisible(!rows.isEmpty());
    m_problemTable->updateGeometry();
}

bool WhatIfResult::write(const QString &path) const
{
    QByteArray csv = "day,provider,model,cost_before,cost_after,currency\n"_ba;
    for (const QJsonValue &value : m_result.value("days"_L1).toArray())
        csv += QByteArrayList{csvCell(value["day"_L1].toString()),
                              csvCell(value["provider"_L1].toString()),
                              csvCell(value["model"_L1].toString()),
                              Money{value["before_nano_usd"_L1].toInteger()}.toDecimal(),
                              Money{value["after_nano_usd"_L1].toInteger()}.toDecimal(),
                              "USD"_ba}
                   .join(',')
            + '\n';
    const QByteArray content = path.endsWith(u".json"_s) ? QJsonDocument(m_result).toJson() : csv;
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) >= 0 && file.commit();
}

} // namespace Gatehouse::Ui
