// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/latency/latencypage.h"

#include "ui/models/filterwords.h"
#include "ui/models/seriescolours.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chartpanel.h"
#include "ui/widgets/chartscale.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/heatmap.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/linechart.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/stackedbarchart.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QJsonArray>
#include <QtCore/QSortFilterProxyModel>
#include <QtGui/QShortcut>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int gap = 12;
constexpr int margin = 24;
constexpr int bottomMargin = 16;
constexpr int chartHeight = 220;
constexpr int gridColumns = 60;
constexpr int percentileColumns = 36;
constexpr int sideBySideFrom = 820;
constexpr int allColumnsFrom = 1050;

QWidget *labelled(const QString &text, QWidget *control, QWidget *parent)
{
    auto *pair = new QWidget(parent);
    auto *layout = new QHBoxLayout(pair);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    QLabel *label = makeLabel(text, u"caption"_s, pair);
    label->setBuddy(control);
    layout->addWidget(label);
    layout->addWidget(control);
    return pair;
}

QComboBox *makeCombo(const QString &name, const QString &objectName, QWidget *parent)
{
    auto *combo = new QComboBox(parent);
    combo->setObjectName(objectName);
    combo->setAccessibleName(name);
    return combo;
}

} // namespace

LatencyPage::LatencyPage(Api::AdminClient &client, const Clock &clock, SeriesColours &colours,
                         QWidget *parent)
    : QWidget(parent)
    , m_model(client, clock, u"/latency"_s)
    , m_colours(colours)
    , m_rows(colours)
{
    setObjectName(u"page.latency"_s);
    setAccessibleName(tr("Latency"));
    auto *inset = new QWidget(this);
    auto *insetLayout = new QVBoxLayout(inset);
    insetLayout->setContentsMargins(margin, 0, margin, bottomMargin);
    insetLayout->setSpacing(gap);
    insetLayout->addWidget(buildControls());
    m_panel = new StatePanel(buildContent(), this);
    buildEmpty();
    insetLayout->addWidget(m_panel, 1);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setProperty("kind", u"page"_s);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    inset->setProperty("kind", u"page"_s);
    m_scroll->setWidget(inset);
    // The scroll bar stands in the margin, so the cards keep their right edge.
    QScrollBar *bar = m_scroll->verticalScrollBar();
    connect(bar, &QScrollBar::rangeChanged, insetLayout, [bar, insetLayout](int, int last) {
        const int right = last > 0 ? margin - bar->sizeHint().width() : margin;
        insetLayout->setContentsMargins(margin, 0, right, bottomMargin);
    });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    connectParts();
    addShortcuts();
}

// --- building -----------------------------------------------------------------------------------

QWidget *LatencyPage::buildControls()
{
    auto *controls = new QWidget(this);
    auto *flow = new FlowLayout(controls, 20, 8);
    m_measure = makeCombo(tr("Measure"), u"latency.measureCombo"_s, controls);
    m_measure->addItem(tr("Time to first token"), u"first_token"_s);
    m_measure->addItem(tr("Total time"), u"total"_s);
    m_measure->addItem(tr("Tokens per second"), u"speed"_s);
    m_measure->addItem(tr("Gateway's own time"), u"gateway"_s);
    flow->addWidget(labelled(tr("Measure"), m_measure, controls));
    m_group = makeCombo(tr("Group by"), u"latency.groupCombo"_s, controls);
    m_group->addItem(tr("Provider"), u"provider"_s);
    m_group->addItem(tr("Model"), u"model"_s);
    m_group->addItem(tr("Route"), u"route"_s);
    flow->addWidget(labelled(tr("Group by"), m_group, controls));
    m_streamed = new SegmentedControl(controls);
    m_streamed->setObjectName(u"latency.streamedControl"_s);
    m_streamed->setAccessibleName(tr("Streamed or not"));
    m_streamed->addSegment(u"both"_s, tr("All"), tr("Streamed and not streamed"));
    m_streamed->addSegment(u"yes"_s, tr("Streamed"));
    m_streamed->addSegment(u"no"_s, tr("Not streamed"));
    m_streamed->setCurrent(u"both"_s);
    flow->addWidget(m_streamed);
    m_scale = new SegmentedControl(controls);
    m_scale->setObjectName(u"latency.scaleControl"_s);
    m_scale->setAccessibleName(tr("Scale"));
    m_scale->addSegment(u"linear"_s, tr("Linear"), tr("Linear scale"));
    m_scale->addSegment(u"log"_s, tr("Log"), tr("Logarithmic scale"));
    m_scale->setCurrent(u"linear"_s);
    flow->addWidget(m_scale);
    m_excludeCache = new QCheckBox(tr("Exclude cache hits"), controls);
    m_excludeCache->setObjectName(u"latency.excludeCacheCheck"_s);
    m_excludeCache->setAccessibleName(m_excludeCache->text());
    m_excludeCache->setChecked(true);
    m_excludeCache->setMinimumHeight(m_scale->sizeHint().height()); // one line of centres
    flow->addWidget(m_excludeCache);
    m_narrowedRow = new QWidget(controls);
    auto *narrowed = new QHBoxLayout(m_narrowedRow);
    narrowed->setContentsMargins(0, 0, 0, 0);
    m_narrowed = makeLabel({}, u"muted"_s, m_narrowedRow);
    narrowed->addWidget(m_narrowed);
    QPushButton *clear =
        makeButton(tr("Clear"), u"link"_s, u"latency.clearFilterButton"_s, m_narrowedRow);
    clear->setAccessibleName(tr("Clear the filter"));
    narrowed->addWidget(clear);
    connect(clear, &QPushButton::clicked, this, [this] { setFilter({}); });
    m_narrowedRow->hide();
    flow->addWidget(m_narrowedRow);
    return controls;
}

QWidget *LatencyPage::buildContent()
{
    auto *content = new QWidget(this);
    m_grid = new QGridLayout(content);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(gap);
    for (int column = 0; column < gridColumns; ++column)
        m_grid->setColumnStretch(column, 1);
    buildPercentiles();
    buildPhases();
    buildSpread();
    buildTable();
    arrange();
    return content;
}

QCheckBox *LatencyPage::addPercentile(const QString &id, QWidget *parent)
{
    auto *check = new QCheckBox(id, parent);
    check->setObjectName(u"latency.%1Check"_s.arg(id));
    check->setAccessibleName(id);
    check->setProperty("percentile", id);
    check->setChecked(id == "p50"_L1 || id == "p95"_L1 || id == "p99"_L1);
    connect(check, &QCheckBox::toggled, this, &LatencyPage::showPercentiles);
    m_percentiles.append(check);
    return check;
}

void LatencyPage::buildPercentiles()
{
    m_percentileCard = new Card(tr("Percentiles"), this);
    m_percentileCard->setObjectName(u"latency.percentileCard"_s);
    m_percentileChart = new LineChart([this](double value) { return axisText(value); },
                                      [this](double value) { return valueText(value); }, this);
    m_percentilePanel = new ChartPanel(m_percentileChart, u"latency.percentile"_s, this);
    m_percentilePanel->setTitle(tr("Percentiles"));
    m_percentilePanel->setBodyHeight(chartHeight);
    for (const QString &id : {u"p50"_s, u"p90"_s, u"p95"_s, u"p99"_s, u"max"_s})
        m_percentileCard->addHeaderWidget(addPercentile(id, m_percentileCard));
    m_percentileCard->addHeaderWidget(m_percentilePanel->dataToggle());
    m_percentileCard->content()->addWidget(m_percentilePanel, 1);
}

void LatencyPage::buildSpread()
{
    m_spreadCard = new Card(tr("All answers over time"), this);
    m_spreadCard->setObjectName(u"latency.spreadCard"_s);
    m_spreadView = new SegmentedControl(m_spreadCard);
    m_spreadView->setObjectName(u"latency.spreadControl"_s);
    m_spreadView->setAccessibleName(tr("Heat map or lines"));
    m_spreadView->addSegment(u"heat"_s, tr("Heat map"));
    m_spreadView->addSegment(u"lines"_s, tr("Lines"), tr("Lines per group"));
    m_spreadView->setCurrent(u"heat"_s);
    m_heat = new HeatMap(m_spreadCard);
    m_heat->setObjectName(u"latency.heatMap"_s);
    m_heat->setAccessibleName(tr("Heat map of all answers"));
    m_heat->setFixedHeight(chartHeight + 26);
    m_groupChart = new LineChart([this](double value) { return axisText(value); },
                                 [this](double value) { return valueText(value); }, this);
    m_groupPanel = new ChartPanel(m_groupChart, u"latency.group"_s, this);
    m_groupPanel->setTitle(tr("Median per group"));
    m_groupPanel->setBodyHeight(chartHeight);
    m_spreadCard->addHeaderWidget(m_spreadView);
    m_spreadCard->addHeaderWidget(m_groupPanel->dataToggle());
    m_groupPanel->dataToggle()->hide();
    m_groupPanel->hide();
    m_spreadCard->content()->addWidget(m_heat);
    m_spreadCard->content()->addWidget(m_groupPanel);
    m_spreadCard->content()->addStretch(1);
}

void LatencyPage::buildPhases()
{
    m_phaseCard = new Card(tr("Where the time goes"), this);
    m_phaseCard->setObjectName(u"latency.phaseCard"_s);
    m_phaseCard->setCaption(tr("mean per answer"));
    m_phaseChart = new StackedBarChart(
        [](double ms) { return ms == 0 ? u"0"_s : Format::durationFine(ms, 1000); },
        [](double ms) { return Format::duration(ms); }, this);
    m_phaseChart->setUnitKey(u"ms"_s);
    m_phaseChart->setGridIntervals(4);
    m_phasePanel = new ChartPanel(m_phaseChart, u"latency.phase"_s, this);
    m_phasePanel->setTitle(tr("Where the time goes"));
    m_phasePanel->setBodyHeight(chartHeight);
    m_phaseCard->addHeaderWidget(m_phasePanel->dataToggle());
    m_phaseCard->content()->addWidget(m_phasePanel, 1);
}

void LatencyPage::buildTable()
{
    m_tableCard = new Card(tr("By provider"), this);
    m_tableCard->setObjectName(u"latency.tableCard"_s);
    m_tableCard->setFlush();
    m_table = new TableView(this);
    m_table->setObjectName(u"latency.table"_s);
    m_table->setAccessibleName(tr("Latency by group"));
    m_sorted = new QSortFilterProxyModel(this);
    m_sorted->setSourceModel(&m_rows);
    m_sorted->setSortRole(CellRole::Sort);
    m_table->setModel(m_sorted);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // by traffic
    m_table->setSortingEnabled(true);
    m_table->setFitsRows(true);
    m_table->horizontalHeader()->setSectionResizeMode(LatencyRows::Target, QHeaderView::Stretch);
    for (int column = LatencyRows::Samples; column < LatencyRows::ColumnCount; ++column)
        m_table->setColumnText(column,
                               column == LatencyRows::Samples ? u"888,888"_s : u"8,888 ms"_s);
    m_tableCard->content()->addWidget(m_table);
}

void LatencyPage::buildEmpty()
{
    m_empty = new EmptyState(u"gauge"_s, {}, {}, this);
    m_panel->setEmpty(m_empty);
}

void LatencyPage::connectParts()
{
    connect(&m_model, &ReportModel::changed, this, &LatencyPage::showReport);
    connect(&m_model, &ReportModel::failed, this, &LatencyPage::updateState);
    connect(m_panel, &StatePanel::retryRequested, this, &LatencyPage::refresh);
    connect(m_measure, &QComboBox::currentIndexChanged, this,
            [this] { m_model.setParameter(u"measure"_s, m_measure->currentData().toString()); });
    connect(m_group, &QComboBox::currentIndexChanged, this,
            [this] { m_model.setParameter(u"by"_s, m_group->currentData().toString()); });
    connect(m_streamed, &SegmentedControl::currentChanged, this,
            [this](const QString &id) { m_model.setParameter(u"streamed"_s, id); });
    connect(m_excludeCache, &QCheckBox::toggled, this, [this](bool exclude) {
        m_model.setParameter(u"cache"_s, exclude ? QString() : u"include"_s);
    });
    connect(m_scale, &SegmentedControl::currentChanged, this, [this] {
        showPercentiles();
        showLines();
    });
    connect(m_spreadView, &SegmentedControl::currentChanged, this, [this](const QString &id) {
        const bool lines = id == "lines"_L1;
        m_heat->setVisible(!lines);
        m_groupPanel->setVisible(lines);
        m_groupPanel->dataToggle()->setVisible(lines);
        m_spreadCard->setTitle(lines ? tr("Median per group") : tr("All answers over time"));
    });
    const auto opens = [this](ChartView *chart, ChartPanel *panel) {
        connect(chart, &ChartView::pointActivated, this,
                [this](int point) { openPoints(point, point); });
        connect(panel, &ChartPanel::requestsRequested, this, &LatencyPage::openPoints);
    };
    opens(m_percentileChart, m_percentilePanel);
    opens(m_groupChart, m_groupPanel);
    opens(m_phaseChart, m_phasePanel);
    connect(m_heat, &HeatMap::cellActivated, this, &LatencyPage::openCell);
    connect(m_heat, &HeatMap::columnHovered, m_percentileChart, &ChartView::setCurrentPoint);
    connect(m_table, &TableView::rowActivated, this,
            [this](const QModelIndex &index) { Q_EMIT openRequests(filterOfRow(index)); });
}

void LatencyPage::addShortcuts()
{
    const auto add = [this](Qt::Key key, const auto &action) {
        auto *shortcut = new QShortcut(QKeySequence(key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    const auto toggle = [](SegmentedControl *control, const QString &a, const QString &b) {
        control->setCurrent(control->current() == a ? b : a);
        Q_EMIT control->currentChanged(control->current());
    };
    add(Qt::Key_L, [this, toggle] { toggle(m_scale, u"linear"_s, u"log"_s); });
    add(Qt::Key_H, [this, toggle] { toggle(m_spreadView, u"heat"_s, u"lines"_s); });
}

void LatencyPage::arrange()
{
    const bool roomy = width() - 2 * margin >= allColumnsFrom;
    for (const int column :
         {LatencyRows::TotalP99, LatencyRows::SpeedSlowest, LatencyRows::Gateway})
        m_table->setColumnFits(column, roomy);
    const bool beside = width() - 2 * margin >= sideBySideFrom;
    if (m_arranged && beside == m_sideBySide)
        return;
    m_arranged = true;
    m_sideBySide = beside;
    for (QWidget *card : QList<QWidget *>{m_percentileCard, m_phaseCard, m_spreadCard, m_tableCard})
        m_grid->removeWidget(card);
    const int left = beside ? percentileColumns : gridColumns;
    const int rest = beside ? gridColumns - left : gridColumns;
    int row = 0;
    m_grid->addWidget(m_percentileCard, row, 0, 1, left);
    m_grid->addWidget(m_spreadCard, beside ? row : ++row, beside ? left : 0, 1, rest);
    m_grid->addWidget(m_tableCard, ++row, 0, 1, gridColumns); // wide: a row of its own
    m_grid->addWidget(m_phaseCard, ++row, 0, 1, gridColumns);
    m_grid->setRowStretch(4, 1);
}

// --- showing ------------------------------------------------------------------------------------

bool LatencyPage::isSpeed() const
{
    return m_model.data().value("measure"_L1).toString() == "speed"_L1;
}

//! Slow answers have a high time and a low speed; of speeds the slow tail is named as such.
QString LatencyPage::percentileName(const QString &id) const
{
    if (!isSpeed())
        return id == "max"_L1 ? tr("max") : id;
    if (id == "p50"_L1)
        return tr("median");
    if (id == "p90"_L1)
        return tr("slowest 10 %");
    if (id == "p95"_L1)
        return tr("slowest 5 %");
    return id == "p99"_L1 ? tr("slowest 1 %") : tr("slowest");
}

QString LatencyPage::valueText(double value) const
{
    return isSpeed() ? tr("%1 tokens/s").arg(Format::rate(value))
        : value < 10 ? tr("%1 ms").arg(QLocale().toString(value, 'g', 3))
                     : Format::duration(value);
}

QString LatencyPage::axisText(double value) const
{
    return isSpeed() ? Format::rate(value).remove(QLocale().decimalPoint() + u'0')
                     : durationAxisText(value);
}

void LatencyPage::showReport()
{
    m_times = reportTimes(m_model.data(), m_model.zone());
    for (QCheckBox *check : std::as_const(m_percentiles)) {
        const QString name = percentileName(check->property("percentile").toString());
        check->setText(name);
        check->setAccessibleName(name);
    }
    const QString caption = rangeCaption(m_model.range());
    m_percentileCard->setCaption(caption);
    m_spreadCard->setCaption(caption);
    const QString by = m_model.data().value("by"_L1).toString();
    m_tableCard->setTitle(by == "model"_L1       ? tr("By model")
                              : by == "route"_L1 ? tr("By route")
                                                 : tr("By provider"));
    showPercentiles();
    showLines();
    showHeat();
    showPhases();
    m_rows.setReport(m_model.data());
    m_table->updateGeometry();
    updateState();
    setReady();
}

void LatencyPage::showPercentiles()
{
    const QJsonObject series = m_model.data().value("series"_L1).toObject();
    const QJsonObject overall = m_model.data().value("overall"_L1).toObject();
    LineChartData chart{.times = m_times.labels,
                        .keys = m_times.keys,
                        .axisLabels = m_times.axisLabels,
                        .lines = {},
                        .bandFrom = u"p50"_s,
                        .bandTo = u"p95"_s,
                        .logarithmic = m_scale->current() == "log"_L1,
                        .lastUnfinished = m_times.lastUnfinished};
    QList<LegendEntry> legend;
    for (const QCheckBox *check : std::as_const(m_percentiles)) {
        const QString id = check->property("percentile").toString();
        if (!check->isChecked())
            continue;
        const bool median = id == "p50"_L1;
        const bool thin = id == "p99"_L1 || id == "max"_L1;
        const auto style = median ? LineChartData::Style::Solid
            : thin                ? LineChartData::Style::Thin
                                  : LineChartData::Style::Dashed;
        const int colour = id == "p90"_L1 ? 2 : id == "p99"_L1 ? 3 : id == "max"_L1 ? 1 : 0;
        chart.lines.append({.id = id,
                            .name = percentileName(id),
                            .colour = colour,
                            .style = style,
                            .values = maybeNumbers(series.value(id))});
        const std::optional<double> total = maybeNumber(overall.value(id));
        legend.append({.id = id,
                       .name = percentileName(id),
                       .total = total ? valueText(*total) : Format::unknown(),
                       .series = colour,
                       .shape = style == LineChartData::Style::Dashed ? SwatchShape::Dashes
                                                                      : SwatchShape::Line});
    }
    m_percentileChart->setUnitKey(isSpeed() ? u"tokens_per_second"_s : u"ms"_s);
    m_percentilePanel->setLegend(legend);
    m_percentileChart->setData(chart);
}

void LatencyPage::showLines()
{
    const bool byProvider = m_model.data().value("by"_L1).toString() == "provider"_L1;
    LineChartData chart{.times = m_times.labels,
                        .keys = m_times.keys,
                        .axisLabels = m_times.axisLabels,
                        .lines = {},
                        .logarithmic = m_scale->current() == "log"_L1,
                        .lastUnfinished = m_times.lastUnfinished};
    QList<LegendEntry> legend;
    for (const QJsonValue &value : m_model.data().value("groups"_L1).toArray()) {
        const QJsonObject group = value.toObject();
        const QString id = group.value("id"_L1).toString();
        const int colour = byProvider ? m_colours.indexOf(id) : int(legend.size());
        const QString name = group.value("name"_L1).toString(id);
        chart.lines.append({.id = id,
                            .name = name,
                            .colour = colour,
                            .values = maybeNumbers(group.value("p50"_L1))});
        const std::optional<double> median = maybeNumber(group.value("overall_p50"_L1));
        legend.append({.id = id,
                       .name = name,
                       .total = median ? valueText(*median) : Format::unknown(),
                       .series = colour,
                       .shape = SwatchShape::Line});
    }
    m_groupChart->setUnitKey(isSpeed() ? u"tokens_per_second"_s : u"ms"_s);
    m_groupPanel->setLegend(legend);
    m_groupChart->setData(chart);
}

void LatencyPage::showHeat()
{
    const QJsonObject heat = m_model.data().value("heat"_L1).toObject();
    HeatMapData map{
        .times = m_times.labels, .axisLabels = m_times.axisLabels, .bounds = {}, .counts = {}};
    for (const QJsonValue &bound : heat.value("bounds"_L1).toArray())
        map.bounds.append(axisText(bound.toDouble()));
    for (const QJsonValue &row : heat.value("counts"_L1).toArray()) {
        QList<qint64> counts;
        for (const QJsonValue &count : row.toArray())
            counts.append(count.toInteger());
        map.counts.append(counts);
    }
    m_heat->setData(map);
}

void LatencyPage::showPhases()
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
    const QJsonObject phases = m_model.data().value("phases"_L1).toObject();
    const QJsonArray requests = phases.value("requests"_L1).toArray();
    BarChartData bars{
        .buckets = m_times.labels, .keys = m_times.keys, .axis = m_times.axis, .series = {}};
    bars.lastUnfinished = m_times.lastUnfinished;
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
    m_phaseCard->setCaption(tr("%1, mean per answer").arg(rangeCaption(m_model.range())));
    m_phasePanel->setLegend(legend);
    m_phaseChart->setData(bars);
}

void LatencyPage::updateState()
{
    const bool failed = m_model.state() == ReportModel::State::Failed;
    m_panel->setError(
        tr("The gateway does not answer"),
        tr("Nothing could be read from it yet. It is asked again every few seconds."));
    if (!m_model.hasData()) {
        m_panel->setState(failed ? StatePanel::State::Error : StatePanel::State::Loading);
        if (failed)
            setReady();
        return;
    }
    const QJsonObject &report = m_model.data();
    const bool needsStream = report.value("measure"_L1).toString() == "first_token"_L1 || isSpeed();
    if (report.value("samples"_L1).toInteger() == 0) {
        m_empty->setTitle(tr("No answered requests in this range."));
        m_empty->setText(tr("Times of answers show here: per provider, model and route."));
        m_panel->setState(StatePanel::State::Empty);
    } else if (needsStream && report.value("streamed_samples"_L1).toInteger() == 0) {
        m_empty->setTitle(
            tr("No streamed requests in this range, so there is no first-token time."));
        m_empty->setText(tr("Choose the total time to see the others."));
        m_panel->setState(StatePanel::State::Empty);
    } else {
        m_panel->setNotice(tr("As of %1. The gateway does not answer now.")
                               .arg(Format::timeOfDay(m_model.loadedAt(), m_model.zone())));
        m_panel->setState(failed ? StatePanel::State::Stale : StatePanel::State::Ready);
    }
}

void LatencyPage::setReady()
{
    if (m_ready)
        return;
    m_ready = true;
    Q_EMIT readyChanged();
}

// --- what numbers open --------------------------------------------------------------------------

void LatencyPage::setFilter(const QString &filter)
{
    QStringList kept;
    QHash<QString, QString> values;
    for (const QString &word : splitFilter(filter)) {
        const QString field = word.section(u':', 0, 0);
        if (field != "provider"_L1 && field != "model"_L1 && field != "route"_L1)
            continue;
        kept.append(word);
        values.insert(field, word.section(u':', 1).remove(u'"'));
    }
    m_filter = kept.join(u' ');
    m_narrowed->setText(tr("Only %1").arg(m_filter));
    m_narrowedRow->setVisible(!kept.isEmpty());
    for (const QString &field : {u"provider"_s, u"model"_s, u"route"_s})
        m_model.setParameter(field, values.value(field));
}

QString LatencyPage::baseFilter() const
{
    const QJsonObject &report = m_model.data();
    const QString measure = report.value("measure"_L1).toString();
    const QString streamed = report.value("streamed"_L1).toString();
    QStringList words;
    if (!m_filter.isEmpty())
        words.append(m_filter);
    words.append(u"status:ok"_s);
    if (streamed != "both"_L1)
        words.append(u"streamed:"_s + streamed);
    else if (measure == "first_token"_L1 || measure == "speed"_L1)
        words.append(u"streamed:yes"_s);
    return words.join(u' ');
}

void LatencyPage::openPoints(int first, int last)
{
    Q_EMIT openRequests(QString(baseFilter() + u' ' + m_times.filter(first, last)));
}

void LatencyPage::openCell(int column, int row)
{
    if (row < 0)
        return openPoints(column, column);
    const QJsonArray bounds =
        m_model.data().value("heat"_L1).toObject().value("bounds"_L1).toArray();
    const QString measure = m_model.data().value("measure"_L1).toString();
    const QString word = measure == "first_token"_L1 ? u"ttft"_s
        : measure == "gateway"_L1                    ? u"gateway"_s
        : measure == "speed"_L1                      ? u"speed"_s
                                                     : u"latency"_s;
    const auto bound = [&](int index) {
        const double value = bounds.at(index).toDouble();
        return isSpeed() ? QString::number(qRound64(value)) : QString::number(value) + u"ms"_s;
    };
    Q_EMIT openRequests(u"%1 %2>=%3 %2<%4 %5"_s.arg(baseFilter(), word, bound(row), bound(row + 1),
                                                    m_times.filter(column, column)));
}

QString LatencyPage::filterOfRow(const QModelIndex &index) const
{
    const QString id = index.data(CellRole::Id).toString();
    const QString by = m_model.data().value("by"_L1).toString();
    const int column = index.column();
    QString filter = filterWord(by, id) + u" status:ok"_s;
    const QString streamed = m_model.data().value("streamed"_L1).toString();
    const bool ofStreams = column == LatencyRows::FirstTokenP50
        || column == LatencyRows::FirstTokenP95 || column == LatencyRows::Speed
        || column == LatencyRows::SpeedSlowest;
    if (ofStreams || streamed == "yes"_L1)
        filter += u" streamed:yes"_s;
    else if (streamed == "no"_L1)
        filter += u" streamed:no"_s;
    return filter + u' ' + m_times.filter(0, int(m_times.keys.size()) - 1);
}

// --- events -------------------------------------------------------------------------------------

void LatencyPage::refresh()
{
    m_model.refresh();
}

void LatencyPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model.setActive(true);
}

void LatencyPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model.setActive(false);
}

void LatencyPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace Gatehouse::Ui
