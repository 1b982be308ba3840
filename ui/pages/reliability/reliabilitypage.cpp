// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reliability/reliabilitypage.h"

#include "ui/models/errorkinds.h"
#include "ui/models/filterwords.h"
#include "ui/models/seriescolours.h"
#include "ui/pages/reliability/breakerstrip.h"
#include "ui/pages/reliability/headroomcard.h"
#include "ui/pages/reliability/objectivecard.h"
#include "ui/pages/reliability/objectivedialog.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chartpanel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/linechart.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/question.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/stackedbarchart.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QJsonArray>
#include <QtCore/QUrl>
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
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int gap = 12;
constexpr int margin = 24;
constexpr int bottomMargin = 16;
constexpr int chartHeight = 190;
constexpr int gridColumns = 60;
constexpr int leftColumns = 31;
constexpr int sideBySideFrom = 820;
constexpr int leastCardWidth = 270;
constexpr int mostObjectives = 8; //!< before "Show all"
constexpr int mostKinds = 8;      //!< of the chart; the rest is Other
constexpr double defaultObjective = 0.995;

QString countText(double value)
{
    return value == std::floor(value) ? Format::countShort(qint64(value)) : QString();
}

QString wholeText(double value)
{
    return Format::count(qint64(value));
}

QString shareText(double value)
{
    const bool whole = std::abs(value * 100 - std::round(value * 100)) < 1e-6;
    const int decimals = whole ? 0 : 1;
    return Format::percent(value, decimals);
}

//! The lowest value the axis begins at: as high as it can be, so that small failures are seen.
double axisBottom(const QList<std::optional<double>> &values)
{
    double least = defaultObjective;
    for (const std::optional<double> &value : values)
        least = std::min(least, value.value_or(1));
    for (const double bottom : {0.98, 0.96, 0.9, 0.8, 0.6})
        if (least >= bottom)
            return bottom;
    return 0;
}

} // namespace

ReliabilityPage::ReliabilityPage(Api::AdminClient &client, const Clock &clock,
                                 SeriesColours &colours, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_model(client, clock, u"/reliability"_s)
    , m_colours(colours)
    , m_incidents(colours)
    , m_errorRows({{u"kind"_s, tr("Error"), CellKind::Pill},
                   {u"count"_s, tr("Count"), CellKind::Number},
                   {u"meaning"_s, tr("What it means"), CellKind::Text}})
{
    setObjectName(u"page.reliability"_s);
    setAccessibleName(tr("Reliability"));
    auto *inset = new QWidget(this);
    auto *insetLayout = new QVBoxLayout(inset);
    insetLayout->setContentsMargins(margin, 0, margin, bottomMargin);
    insetLayout->setSpacing(gap);
    insetLayout->addWidget(buildControls());
    m_panel = new StatePanel(buildContent(), this);
    m_empty =
        new EmptyState(u"shield-check"_s, tr("No requests in this range."),
                       tr("What fails, and what the gateway does about it, shows here."), this);
    m_panel->setEmpty(m_empty);
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
}

// --- building -----------------------------------------------------------------------------------

QWidget *ReliabilityPage::buildControls()
{
    auto *controls = new QWidget(this);
    auto *flow = new FlowLayout(controls, 20, 8);
    auto *pair = new QWidget(controls);
    auto *pairLayout = new QHBoxLayout(pair);
    pairLayout->setContentsMargins(0, 0, 0, 0);
    pairLayout->setSpacing(8);
    m_group = new QComboBox(pair);
    m_group->setObjectName(u"reliability.groupCombo"_s);
    m_group->setAccessibleName(tr("Group by"));
    m_group->addItem(tr("Route"), u"route"_s);
    m_group->addItem(tr("Provider"), u"provider"_s);
    m_group->addItem(tr("Model"), u"model"_s);
    QLabel *label = makeLabel(tr("Group by"), u"caption"_s, pair);
    label->setBuddy(m_group);
    pairLayout->addWidget(label);
    pairLayout->addWidget(m_group);
    flow->addWidget(pair);
    m_count = new SegmentedControl(controls);
    m_count->setObjectName(u"reliability.countControl"_s);
    m_count->setAccessibleName(tr("What is counted"));
    m_count->addSegment(u"requests"_s, tr("Requests"), tr("Count requests"));
    m_count->addSegment(u"attempts"_s, tr("Attempts"), tr("Count attempts"));
    m_count->setCurrent(u"requests"_s);
    flow->addWidget(m_count);
    m_mistakes = new QCheckBox(tr("Include caller mistakes"), controls);
    m_mistakes->setObjectName(u"reliability.mistakesCheck"_s);
    m_mistakes->setAccessibleName(m_mistakes->text());
    const int height = m_count->sizeHint().height(); // one line of centres
    m_mistakes->setMinimumHeight(height);
    flow->addWidget(m_mistakes);
    m_totals = makeLabel({}, u"muted"_s, controls);
    m_totals->setObjectName(u"reliability.totalsLabel"_s);
    m_totals->setMinimumHeight(height);
    flow->addWidget(m_totals);
    return controls;
}

QWidget *ReliabilityPage::buildContent()
{
    auto *content = new QWidget(this);
    m_grid = new QGridLayout(content);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(gap);
    for (int column = 0; column < gridColumns; ++column)
        m_grid->setColumnStretch(column, 1);
    m_objectives = new QWidget(content);
    auto *objectives = new QVBoxLayout(m_objectives);
    objectives->setContentsMargins(0, 0, 0, 0);
    objectives->setSpacing(gap);
    m_objectiveGrid = new QGridLayout;
    m_objectiveGrid->setSpacing(gap);
    objectives->addLayout(m_objectiveGrid);
    m_allObjectives = makeButton({}, u"link"_s, u"reliability.allObjectivesButton"_s, m_objectives);
    objectives->addWidget(m_allObjectives, 0, Qt::AlignLeft);
    m_allObjectives->hide();
    buildCharts();
    buildErrors();
    buildBreakers();
    buildIncidents();
    m_headroomCard = new HeadroomCard(this);
    arrange();
    return content;
}

void ReliabilityPage::buildCharts()
{
    m_errorCard = new Card(tr("Errors"), this);
    m_errorCard->setObjectName(u"reliability.errorCard"_s);
    m_errorChart = new StackedBarChart(countText, wholeText, this);
    m_errorChart->setUnitKey(u"errors"_s);
    m_errorChart->setGridIntervals(4);
    m_errorPanel = new ChartPanel(m_errorChart, u"reliability.error"_s, this);
    m_errorPanel->setTitle(tr("Errors by kind"));
    m_errorPanel->setBodyHeight(chartHeight);
    m_errorCard->addHeaderWidget(m_errorPanel->dataToggle());
    m_quiet = makeLabel({}, u"muted"_s, m_errorCard);
    m_quiet->setWordWrap(true);
    m_quiet->setAlignment(Qt::AlignCenter);
    m_quiet->setObjectName(u"reliability.quietLabel"_s);
    m_quiet->setMinimumHeight(chartHeight);
    m_errorCard->content()->addWidget(m_errorPanel, 1);
    m_errorCard->content()->addWidget(m_quiet, 1);

    m_successCard = new Card(tr("Success rate"), this);
    m_successCard->setObjectName(u"reliability.successCard"_s);
    m_successChart = new LineChart(
        shareText, [](double value) { return Format::percent(value, 2); }, this);
    m_successChart->setUnitKey(u"success"_s);
    m_successPanel = new ChartPanel(m_successChart, u"reliability.success"_s, this);
    m_successPanel->setTitle(tr("Success rate"));
    m_successPanel->setBodyHeight(chartHeight);
    m_successCard->addHeaderWidget(m_successPanel->dataToggle());
    m_successCard->content()->addWidget(m_successPanel, 1);

    m_rescuedCard = new Card(tr("Rescued requests"), this);
    m_rescuedCard->setObjectName(u"reliability.rescuedCard"_s);
    m_rescuedCard->setCaption(tr("failed first, answered later"));
    m_rescuedChart = new StackedBarChart(countText, wholeText, this);
    m_rescuedChart->setUnitKey(u"requests"_s);
    m_rescuedChart->setGridIntervals(3);
    m_rescuedPanel = new ChartPanel(m_rescuedChart, u"reliability.rescued"_s, this);
    m_rescuedPanel->setTitle(tr("Rescued requests"));
    m_rescuedPanel->setBodyHeight(chartHeight);
    m_rescuedCard->addHeaderWidget(m_rescuedPanel->dataToggle());
    m_rescuedCard->content()->addWidget(m_rescuedPanel, 1);
}

void ReliabilityPage::buildErrors()
{
    m_errorTableCard = new Card(tr("Kinds of errors"), this);
    m_errorTableCard->setObjectName(u"reliability.errorTableCard"_s);
    m_errorTableCard->setFlush();
    m_errorTable = new TableView(this);
    m_errorTable->setObjectName(u"reliability.errorTable"_s);
    m_errorTable->setAccessibleName(tr("Kinds of errors"));
    m_errorTable->setModel(&m_errorRows);
    m_errorTable->setColumnWidth(0,
                                 Pill::sizeFor(tr("Budget or limit reached"), true).width() + 12);
    m_errorTable->setColumnText(1, u"888,888"_s);
    m_errorTable->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_errorTableCard->content()->addWidget(m_errorTable, 1);
}

void ReliabilityPage::buildBreakers()
{
    m_breakerCard = new Card(tr("Breakers"), this);
    m_breakerCard->setObjectName(u"reliability.breakerCard"_s);
    m_breakerCard->setFlush();
    m_strip = new BreakerStrip(this);
    m_strip->setObjectName(u"reliability.breakerStrip"_s);
    m_strip->setAccessibleName(tr("Breakers over time"));
    m_check = makeButton(tr("Run health check now"), u"ghost"_s, u"reliability.healthCheckButton"_s,
                         this);
    m_resetBreaker =
        makeButton(tr("Reset breaker"), u"ghost"_s, u"reliability.resetBreakerButton"_s, this);
    m_holdBreaker =
        makeButton(tr("Hold open"), u"ghost"_s, u"reliability.holdBreakerButton"_s, this);
    for (QPushButton *button : {m_check, m_resetBreaker, m_holdBreaker})
        m_breakerCard->addHeaderWidget(button);
    m_breakerCard->content()->addWidget(m_strip);
}

void ReliabilityPage::buildIncidents()
{
    m_incidentCard = new Card(tr("Incidents"), this);
    m_incidentCard->setObjectName(u"reliability.incidentCard"_s);
    m_incidentCard->setFlush();
    m_acknowledge =
        makeButton(tr("Acknowledge"), u"ghost"_s, u"reliability.acknowledgeButton"_s, this);
    m_acknowledge->setToolTip(tr("Acknowledge the chosen incident (A)"));
    m_incidentCard->addHeaderWidget(m_acknowledge);
    m_incidentTable = new TableView(this);
    m_incidentTable->setObjectName(u"reliability.incidentsTable"_s);
    m_incidentTable->setAccessibleName(tr("Incidents"));
    m_incidentTable->setModel(&m_incidents);
    m_incidentTable->setFitsRows(true);
    m_incidentTable->setColumnCharacters(IncidentRows::Provider, 18);
    m_incidentTable->setColumnText(IncidentRows::Started, u"88 Nov, 88:88"_s);
    m_incidentTable->setColumnText(IncidentRows::Lasted, tr("%1, goes on").arg(u"88 min 88 s"_s));
    m_incidentTable->setColumnText(IncidentRows::Peak, u"100 %"_s);
    m_incidentTable->setColumnText(IncidentRows::Failed, u"8,888"_s);
    m_incidentTable->setColumnText(IncidentRows::Keys, u"888"_s);
    m_incidentTable->setColumnWidth(IncidentRows::Seen,
                                    Pill::sizeFor(tr("Acknowledged"), true).width() + 20);
    m_incidentTable->horizontalHeader()->setSectionResizeMode(IncidentRows::Outcome,
                                                              QHeaderView::Stretch);
    m_noIncidents = makeLabel(tr("No incidents in this range."), u"muted"_s, m_incidentCard);
    m_noIncidents->setAlignment(Qt::AlignCenter);
    m_noIncidents->setMinimumHeight(64);
    m_incidentCard->content()->addWidget(m_incidentTable);
    m_incidentCard->content()->addWidget(m_noIncidents);
}

void ReliabilityPage::connectParts()
{
    connect(&m_model, &ReportModel::changed, this, &ReliabilityPage::showReport);
    connect(&m_model, &ReportModel::failed, this, &ReliabilityPage::updateState);
    connect(m_panel, &StatePanel::retryRequested, this, &ReliabilityPage::refresh);
    connect(&m_client, &Api::AdminClient::eventReceived, this, [this](const QString &kind) {
        if (kind == "breaker"_L1 && isVisible())
            m_model.refresh();
    });
    connect(m_group, &QComboBox::currentIndexChanged, this,
            [this] { m_model.setParameter(u"by"_s, m_group->currentData().toString()); });
    connect(m_count, &SegmentedControl::currentChanged, this,
            [this](const QString &id) { m_model.setParameter(u"count"_s, id); });
    connect(m_mistakes, &QCheckBox::toggled, this, [this](bool include) {
        m_model.setParameter(u"mistakes"_s, include ? u"1"_s : QString());
    });
    connect(m_allObjectives, &QPushButton::clicked, this, [this] {
        m_showsAll = true;
        arrangeObjectives();
    });
    connect(m_errorChart, &ChartView::pointActivated, this,
            [this](int point) { openErrors(point, point); });
    connect(m_errorPanel, &ChartPanel::requestsRequested, this, &ReliabilityPage::openErrors);
    connect(m_errorTable, &TableView::rowActivated, this, &ReliabilityPage::openErrorRow);
    const auto openAll = [this](int first, int last) {
        Q_EMIT openRequests(m_times.filter(first, last));
    };
    connect(m_successChart, &ChartView::pointActivated, this,
            [openAll](int point) { openAll(point, point); });
    connect(m_successPanel, &ChartPanel::requestsRequested, this, openAll);
    const auto openRescued = [this](int first, int last) {
        Q_EMIT openRequests(u"status:ok attempts>1 %1"_s.arg(m_times.filter(first, last)));
    };
    connect(m_rescuedChart, &ChartView::pointActivated, this,
            [openRescued](int point) { openRescued(point, point); });
    connect(m_rescuedPanel, &ChartPanel::requestsRequested, this, openRescued);
    connect(m_strip, &BreakerStrip::currentChanged, this, &ReliabilityPage::showBreakerButtons);
    connect(m_strip, &BreakerStrip::cellActivated, this,
            [this](const QString &provider, const QString &model, int point) {
                const int last = int(m_times.keys.size()) - 1;
                Q_EMIT openRequests(u"%1 %2 %3"_s.arg(
                    filterWord(u"provider"_s, provider), filterWord(u"model"_s, model),
                    m_times.filter(point < 0 ? 0 : point, point < 0 ? last : point)));
            });
    connect(m_resetBreaker, &QPushButton::clicked, this, [this] { askBreaker(u"reset"_s); });
    connect(m_holdBreaker, &QPushButton::clicked, this, [this] {
        const BreakerTimes *one = m_strip->current();
        askBreaker(one && one->now == BreakerLook::Held ? u"release"_s : u"hold"_s);
    });
    connect(m_check, &QPushButton::clicked, this, &ReliabilityPage::checkHealth);
    connect(m_acknowledge, &QPushButton::clicked, this, &ReliabilityPage::acknowledge);
    connect(m_incidentTable, &TableView::rowActivated, this, [this](const QModelIndex &index) {
        Q_EMIT openRequests(m_incidents.filterOf(index.data(CellRole::Id).toString()));
    });
    auto *seen = new QShortcut(QKeySequence(Qt::Key_A), this);
    seen->setContext(Qt::WidgetWithChildrenShortcut);
    connect(seen, &QShortcut::activated, this, &ReliabilityPage::acknowledge);
}

void ReliabilityPage::arrange()
{
    arrangeObjectives();
    const bool beside = width() - 2 * margin >= sideBySideFrom;
    if (m_arranged && beside == m_sideBySide)
        return;
    m_arranged = true;
    m_sideBySide = beside;
    const QList<QWidget *> parts{m_objectives,  m_errorCard,   m_errorTableCard, m_successCard,
                                 m_rescuedCard, m_breakerCard, m_incidentCard,   m_headroomCard};
    for (QWidget *part : parts)
        m_grid->removeWidget(part);
    const int left = beside ? leftColumns : gridColumns;
    const int rest = beside ? gridColumns - left : gridColumns;
    int row = 0;
    const auto addWide = [this, &row](QWidget *part) {
        m_grid->addWidget(part, row++, 0, 1, gridColumns);
    };
    const auto addPair = [&](QWidget *first, QWidget *second) {
        m_grid->addWidget(first, row, 0, 1, left);
        m_grid->addWidget(second, beside ? row : ++row, beside ? left : 0, 1, rest);
        ++row;
    };
    addWide(m_objectives);
    addPair(m_errorCard, m_errorTableCard);
    addWide(m_incidentCard);
    addWide(m_breakerCard);
    addWide(m_headroomCard);
    addPair(m_successCard, m_rescuedCard);
    m_grid->setRowStretch(row, 1);
}

void ReliabilityPage::arrangeObjectives()
{
    const int fitting = std::clamp((width() - 2 * margin + gap) / (leastCardWidth + gap), 1, 4);
    const auto cards =
        std::max(1, std::min<int>(int(m_cardOrder.size()), m_showsAll ? INT_MAX : mostObjectives));
    // Four that do not fit beside each other stand two by two, not three and one.
    const int lines = (cards + fitting - 1) / fitting;
    const int columns = lines > 1 ? (cards + lines - 1) / lines : fitting;
    for (ObjectiveCard *card : std::as_const(m_cards))
        m_objectiveGrid->removeWidget(card);
    for (int column = 0; column < 4; ++column)
        m_objectiveGrid->setColumnStretch(column, column < columns ? 1 : 0);
    int shown = 0;
    for (const QString &id : std::as_const(m_cardOrder)) {
        ObjectiveCard *card = m_cards.value(id);
        const bool fits = m_showsAll || shown < mostObjectives;
        card->setVisible(fits);
        if (!fits)
            continue;
        m_objectiveGrid->addWidget(card, shown / columns, shown % columns);
        ++shown;
    }
    const int hidden = int(m_cardOrder.size()) - shown;
    m_allObjectives->setText(tr("Show %n more", nullptr, hidden));
    m_allObjectives->setAccessibleName(m_allObjectives->text());
    m_allObjectives->setVisible(hidden > 0);
    m_objectiveColumns = columns;
}

// --- showing ------------------------------------------------------------------------------------

bool ReliabilityPage::countsAttempts() const
{
    return m_model.data().value("count"_L1).toString() == "attempts"_L1;
}

void ReliabilityPage::showReport()
{
    m_times = reportTimes(m_model.data(), m_model.zone());
    const QString caption = rangeCaption(m_model.range());
    m_errorCard->setCaption(caption);
    m_breakerCard->setCaption(caption);
    m_incidentCard->setCaption(caption);
    showObjectives();
    showErrors();
    showSuccess();
    showRescued();
    showTotals();
    showBreakers();
    m_headroomCard->setHeadroom(parseHeadroom(m_model.data().value("headroom"_L1).toArray()),
                                QDateTime::currentDateTimeUtc());
    m_incidents.setReport(m_model.data(), m_model.zone());
    m_incidentTable->setVisible(m_incidents.rowCount() > 0);
    m_noIncidents->setVisible(m_incidents.rowCount() == 0);
    m_acknowledge->setEnabled(m_editable && m_incidents.unseenCount() > 0);
    m_incidentTable->updateGeometry();
    updateState();
    setReady();
}

void ReliabilityPage::showObjectives()
{
    QList<std::pair<double, QString>> order; // the least budget first
    QStringList present;
    for (const QJsonValue &value : m_model.data().value("objectives"_L1).toArray()) {
        const QJsonObject one = value.toObject();
        const QString id = one.value("id"_L1).toString();
        present.append(id);
        ObjectiveCard *&card = m_cards[id];
        if (!card) {
            card = new ObjectiveCard(id, m_objectives);
            connect(card, &ObjectiveCard::editRequested, this, [this, id] { editObjective(id); });
            connect(card, &ObjectiveCard::failuresRequested, this,
                    [this, id] { openFailures(objective(id)); });
        }
        card->setObjective(one);
        order.append({maybeNumber(one.value("budget_left"_L1)).value_or(2), id});
    }
    for (const QString &id : m_cards.keys())
        if (!present.contains(id))
            m_cards.take(id)->deleteLater();
    std::stable_sort(order.begin(), order.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    m_cardOrder.clear();
    for (const auto &[left, id] : order)
        m_cardOrder.append(id);
    arrangeObjectives();
}

void ReliabilityPage::showErrors()
{
    BarChartData bars{
        .buckets = m_times.labels, .keys = m_times.keys, .axis = m_times.axis, .series = {}};
    bars.lastUnfinished = m_times.lastUnfinished;
    QList<LegendEntry> legend;
    QList<CellsModel::Row> rows;
    BarChartData::Series other{.id = u"other"_s, .name = tr("Other"), .colour = -1, .values = {}};
    qint64 rest = 0;
    for (const QJsonValue &value : m_model.data().value("errors"_L1).toArray()) {
        const QJsonObject error = value.toObject();
        const QString name = error.value("kind"_L1).toString();
        const ErrorKind kind = errorKind(name);
        const qint64 total = error.value("total"_L1).toInteger();
        QList<double> counts;
        for (const QJsonValue &count : error.value("counts"_L1).toArray())
            counts.append(count.toDouble());
        rows.append({.id = name,
                     .cells = {{.text = kind.title, .tone = Tone::Neutral, .icon = kind.icon},
                               {.text = Format::count(total), .sort = total},
                               {.text = kind.meaning,
                                .toolTip = QString(kind.meaning + u'\n' + kind.remedy)}}});
        if (rows.size() > mostKinds) {
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
    m_errorRows.setRows(rows);
    m_errorPanel->setLegend(legend);
    m_errorChart->setData(bars);
    const qint64 answered =
        m_model.data().value("success"_L1).toObject().value("answered"_L1).toInteger();
    m_quiet->setText(
        tr("No failures in this range. %1 requests answered.").arg(Format::count(answered)));
    m_errorPanel->setVisible(!rows.isEmpty());
    m_errorPanel->dataToggle()->setVisible(!rows.isEmpty());
    m_quiet->setVisible(rows.isEmpty());
    m_errorCard->setTitle(countsAttempts() ? tr("Failed attempts by kind") : tr("Errors by kind"));
}

void ReliabilityPage::showSuccess()
{
    const QJsonObject series = m_model.data().value("series"_L1).toObject();
    const QJsonObject success = m_model.data().value("success"_L1).toObject();
    const QList<std::optional<double>> values = maybeNumbers(series.value("success"_L1));
    LineChartData chart{.times = m_times.labels,
                        .keys = m_times.keys,
                        .axisLabels = m_times.axisLabels,
                        .lines = {},
                        .bottom = axisBottom(values),
                        .top = 1,
                        .lastUnfinished = m_times.lastUnfinished};
    chart.lines.append({.id = u"success"_s, .name = tr("Success rate"), .values = values});
    chart.lines.append({.id = u"objective"_s,
                        .name = tr("Objective"),
                        .colour = 1,
                        .style = LineChartData::Style::Dashed,
                        .values = QList<std::optional<double>>(values.size(), defaultObjective)});
    const std::optional<double> rate = maybeNumber(success.value("rate"_L1));
    m_successPanel->setLegend({{.id = u"success"_s,
                                .name = tr("Success rate"),
                                .total = rate ? Format::percent(*rate, 2) : Format::unknown(),
                                .series = 0,
                                .shape = SwatchShape::Line},
                               {.id = u"objective"_s,
                                .name = tr("Objective"),
                                .total = Format::percent(defaultObjective, 1),
                                .series = 1,
                                .shape = SwatchShape::Dashes}});
    m_successCard->setCaption(rangeCaption(m_model.range()));
    m_successChart->setData(chart);
}

void ReliabilityPage::showRescued()
{
    BarChartData bars{
        .buckets = m_times.labels, .keys = m_times.keys, .axis = m_times.axis, .series = {}};
    bars.lastUnfinished = m_times.lastUnfinished;
    BarChartData::Series rescued{
        .id = u"rescued"_s, .name = tr("Rescued"), .colour = 2, .values = {}};
    const QJsonObject series = m_model.data().value("series"_L1).toObject();
    for (const QJsonValue &count : series.value("rescued"_L1).toArray())
        rescued.values.append(count.toDouble());
    bars.series = {rescued};
    const QJsonObject totals = m_model.data().value("totals"_L1).toObject();
    m_rescuedPanel->setLegend({{.id = u"rescued"_s,
                                .name = tr("Rescued"),
                                .total = Format::countShort(totals.value("rescued"_L1).toInteger()),
                                .series = 2,
                                .shape = SwatchShape::Square}});
    m_rescuedChart->setData(bars);
}

void ReliabilityPage::showTotals()
{
    const QJsonObject totals = m_model.data().value("totals"_L1).toObject();
    const auto count = [&totals](QLatin1StringView name) {
        return Format::count(totals.value(name).toInteger());
    };
    m_totals->setText(tr("%1 attempts, %2 retries, %3 fallbacks, %4 rescued, %5 hedged")
                          .arg(count("attempts"_L1), count("retries"_L1), count("fallbacks"_L1),
                               count("rescued"_L1), count("hedged"_L1)));
}

void ReliabilityPage::showBreakers()
{
    m_strip->setBreakers(parseBreakers(m_model.data()), m_times.labels, m_times.axisLabels);
}

void ReliabilityPage::showBreakerButtons()
{
    const BreakerTimes *one = m_strip->current();
    const bool held = one && one->now == BreakerLook::Held;
    m_holdBreaker->setText(held ? tr("Release") : tr("Hold open"));
    m_holdBreaker->setAccessibleName(m_holdBreaker->text());
    const bool paused = one && one->now == BreakerLook::Paused;
    m_resetBreaker->setEnabled(m_editable && one && one->now != BreakerLook::Closed && !paused);
    m_holdBreaker->setEnabled(m_editable && one && !paused);
    m_check->setEnabled(m_editable && one && !paused);
}

void ReliabilityPage::setEditable(bool editable)
{
    m_editable = editable;
    showBreakerButtons();
    m_acknowledge->setEnabled(editable && m_incidents.unseenCount() > 0);
}

void ReliabilityPage::updateState()
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
    const bool nothing = report.value("totals"_L1).toObject().value("requests"_L1).toInteger() == 0
        && report.value("objectives"_L1).toArray().isEmpty();
    m_panel->setNotice(tr("As of %1. The gateway does not answer now.")
                           .arg(Format::timeOfDay(m_model.loadedAt(), m_model.zone())));
    m_panel->setState(nothing      ? StatePanel::State::Empty
                          : failed ? StatePanel::State::Stale
                                   : StatePanel::State::Ready);
}

void ReliabilityPage::setReady()
{
    if (m_ready)
        return;
    m_ready = true;
    Q_EMIT readyChanged();
}

// --- what numbers open --------------------------------------------------------------------------

void ReliabilityPage::openErrors(int first, int last)
{
    const QString kind = m_errorChart->currentSeries();
    const QString word = countsAttempts() ? u"attempt:"_s : u"status:"_s;
    const QString all = countsAttempts() ? u"failed"_s : u"error"_s;
    const bool one = !kind.isEmpty() && kind != "other"_L1;
    Q_EMIT openRequests(u"%1%2 %3"_s.arg(word, one ? kind : all, m_times.filter(first, last)));
}

void ReliabilityPage::openErrorRow(const QModelIndex &index)
{
    const QString word = countsAttempts() ? u"attempt:"_s : u"status:"_s;
    Q_EMIT openRequests(u"%1%2 %3"_s.arg(word, index.data(CellRole::Id).toString(),
                                         m_times.filter(0, int(m_times.keys.size()) - 1)));
}

QJsonObject ReliabilityPage::objective(const QString &id) const
{
    for (const QJsonValue &value : m_model.data().value("objectives"_L1).toArray())
        if (value.toObject().value("id"_L1).toString() == id)
            return value.toObject();
    return {};
}

//! Over the objective's own days, which its numbers are of.
void ReliabilityPage::openFailures(const QJsonObject &objective)
{
    const QString kind = objective.value("kind"_L1).toString();
    const QString name = objective.value("name"_L1).toString();
    const QString since = u"since:%1d"_s.arg(objective.value("days"_L1).toInt());
    if (kind == "provider"_L1)
        Q_EMIT openRequests(u"attempt:%1/failed %2"_s.arg(name, since));
    else if (kind == "model"_L1)
        Q_EMIT openRequests(u"attempt:failed %1 %2"_s.arg(filterWord(kind, name), since));
    else
        Q_EMIT openRequests(u"%1 status:error %2"_s.arg(filterWord(kind, name), since));
}

// --- what a person does -------------------------------------------------------------------------

void ReliabilityPage::follow(Api::AdminCall *call, const QString &text)
{
    connect(call, &Api::AdminCall::finished, this, [this, text](Api::AdminCall *answered) {
        Q_EMIT done(answered->succeeded() ? text : answered->error().detail);
        m_model.refresh();
    });
}

void ReliabilityPage::editObjective(const QString &id)
{
    const QJsonObject one = objective(id);
    auto *dialog =
        new ObjectiveDialog(one.value("title"_L1).toString(), one.value("target"_L1).toDouble(),
                            one.value("days"_L1).toInt(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ObjectiveDialog::saved, this,
            [this, id](double target, int days) { saveObjective(id, target, days); });
    connect(dialog, &ObjectiveDialog::resetRequested, this, [this, id] { resetObjective(id); });
    dialog->open();
}

void ReliabilityPage::saveObjective(const QString &id, double target, int days)
{
    const QString path =
        u"/reliability/objectives/"_s + QString::fromLatin1(QUrl::toPercentEncoding(id));
    follow(m_client.put(path, {{u"target"_s, target}, {u"days"_s, days}}),
           tr("Objective saved: %1").arg(Format::percent(target, 2)));
}

void ReliabilityPage::resetObjective(const QString &id)
{
    const QString path =
        u"/reliability/objectives/"_s + QString::fromLatin1(QUrl::toPercentEncoding(id));
    follow(m_client.remove(path), tr("The objective is the default again."));
}

void ReliabilityPage::askBreaker(const QString &action)
{
    const BreakerTimes *one = m_strip->current();
    if (!one)
        return;
    const QString provider = one->provider;
    const QString model = one->model;
    const QString name = tr("%1, %2", "provider, model").arg(one->providerName, model);
    if (action == "release"_L1)
        return changeBreaker(provider, model, action);
    const bool hold = action == "hold"_L1;
    QMessageBox *box = makeQuestion(
        this, u"reliability.breakerDialog"_s,
        hold ? tr("Hold the breaker open?") : tr("Reset the breaker?"),
        hold ? tr("%1 gets no requests until you release it; routes use their other targets.")
                   .arg(name)
             : tr("%1 gets requests again at once, though its last attempts failed.").arg(name));
    QPushButton *go = addAnswer(*box, hold ? tr("Hold open") : tr("Reset breaker"),
                                QMessageBox::AcceptRole, u"reliability.breakerConfirmButton"_s);
    QPushButton *stay = addAnswer(*box, tr("Cancel"), QMessageBox::RejectRole,
                                  u"reliability.breakerCancelButton"_s);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    connect(go, &QPushButton::clicked, this,
            [this, provider, model, action] { changeBreaker(provider, model, action); });
    openQuestion(*box);
}

void ReliabilityPage::changeBreaker(const QString &provider, const QString &model,
                                    const QString &action)
{
    const QString path =
        u"/providers/%1/breaker"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(provider)));
    const QString text = action == "hold"_L1 ? tr("The breaker is held open.")
        : action == "release"_L1             ? tr("The breaker is released.")
                                             : tr("The breaker is reset.");
    follow(m_client.post(path, {{u"model"_s, model}, {u"action"_s, action}}), text);
}

void ReliabilityPage::checkHealth()
{
    const BreakerTimes *one = m_strip->current();
    if (!one)
        return;
    m_check->setEnabled(false);
    const QString name = one->providerName;
    Api::AdminCall *call = m_client.post(
        u"/providers/%1/test"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(one->provider))));
    connect(call, &Api::AdminCall::finished, this, [this, name](Api::AdminCall *answered) {
        const QJsonArray checks = answered->reply().body.value("checks"_L1).toArray();
        const bool wrong = std::any_of(checks.cbegin(), checks.cend(), [](const QJsonValue &check) {
            return check.toObject().value("state"_L1).toString() == "failed"_L1;
        });
        Q_EMIT done(!answered->succeeded() ? answered->error().detail
                        : wrong            ? tr("%1 did not pass the check.").arg(name)
                                           : tr("%1 passed the check.").arg(name));
        showBreakerButtons();
        m_model.refresh();
    });
}

//! The incident chosen, or else the newest that nobody has seen.
void ReliabilityPage::acknowledge()
{
    QString id = m_incidentTable->currentIndex().data(CellRole::Id).toString();
    for (int row = 0; id.isEmpty() && row < m_incidents.rowCount(); ++row) {
        const QString candidate = m_incidents.index(row, 0).data(CellRole::Id).toString();
        if (!m_incidents.isAcknowledged(candidate))
            id = candidate;
    }
    if (id.isEmpty() || !m_editable || m_incidents.isAcknowledged(id))
        return;
    follow(m_client.post(u"/reliability/incidents/%1/acknowledge"_s.arg(
               QString::fromLatin1(QUrl::toPercentEncoding(id)))),
           tr("Incident acknowledged."));
}

// --- events -------------------------------------------------------------------------------------

void ReliabilityPage::refresh()
{
    m_model.refresh();
}

void ReliabilityPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model.setActive(true);
}

void ReliabilityPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model.setActive(false);
}

void ReliabilityPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace Gatehouse::Ui
