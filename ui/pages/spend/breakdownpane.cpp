// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/breakdownpane.h"

#include "ui/models/filterwords.h"
#include "ui/models/seriescolours.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chartpanel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/stackedbarchart.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QSaveFile>
#include <QtCore/QSortFilterProxyModel>
#include <QtCore/QSysInfo>
#include <QtGui/QShortcut>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int gap = 12;
constexpr int chartHeight = 220;
constexpr int mostSeries = 8;
constexpr int allColumnsFrom = 1120;
constexpr double nanoPerDollar = 1e9;
const QString totalId = u"total"_s;

//! Rows as the person sorts them; the row of totals stays at the end.
class TotalLastModel : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        const bool isAscending = sortOrder() == Qt::AscendingOrder;
        if (left.data(CellRole::Id) == totalId)
            return !isAscending;
        if (right.data(CellRole::Id) == totalId)
            return isAscending;
        return QSortFilterProxyModel::lessThan(left, right);
    }
};

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
    control->setAccessibleName(text);
    return pair;
}

void addGroups(QComboBox *combo)
{
    combo->addItem(BreakdownPane::tr("Provider"), u"provider"_s);
    combo->addItem(BreakdownPane::tr("Model"), u"model"_s);
    combo->addItem(BreakdownPane::tr("Team"), u"team"_s);
    combo->addItem(BreakdownPane::tr("Key"), u"key"_s);
    combo->addItem(BreakdownPane::tr("Route"), u"route"_s);
}

void askForFile(QWidget *parent, const QString &suggested,
                const std::function<void(const QString &)> &chosen)
{
    auto *dialog = new QFileDialog(parent, BreakdownPane::tr("Export the spending"));
    dialog->setObjectName(u"spend.exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggested);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

QString tableTitle(const QString &group)
{
    if (group == "model"_L1)
        return BreakdownPane::tr("By model");
    if (group == "team"_L1)
        return BreakdownPane::tr("By team");
    if (group == "key"_L1)
        return BreakdownPane::tr("By key");
    return group == "route"_L1 ? BreakdownPane::tr("By route") : BreakdownPane::tr("By provider");
}

CellsModel::Cell numberCell(const QString &text, const QVariant &sort)
{
    return {.text = text, .sort = sort};
}

CellsModel::Cell moneyCell(std::optional<qint64> nano)
{
    return numberCell(Format::money(nano), nano.value_or(-1));
}

CellsModel::Cell changeCell(qint64 cost, qint64 previous)
{
    if (previous <= 0)
        return numberCell(cost > 0 ? BreakdownPane::tr("new") : Format::unknown(), 1e9);
    const double change = static_cast<double>(cost - previous) / static_cast<double>(previous);
    const QString sign = change > 0 ? u"+"_s : QString();
    return numberCell(QString(sign + Format::percent(change)), change);
}

QList<CellsModel::Column> tableColumns()
{
    return {{u"group"_s, BreakdownPane::tr("Group"), CellKind::Strong},
            {u"cost"_s, BreakdownPane::tr("Cost"), CellKind::Number},
            {u"share"_s, BreakdownPane::tr("Share"), CellKind::Meter},
            {u"requests"_s, BreakdownPane::tr("Requests"), CellKind::Number},
            {u"tokens_in"_s, BreakdownPane::tr("Tokens in"), CellKind::Number},
            {u"tokens_out"_s, BreakdownPane::tr("Tokens out"), CellKind::Number},
            {u"tokens_cached"_s, BreakdownPane::tr("Cached"), CellKind::Number},
            {u"cost_per_request"_s, BreakdownPane::tr("Per request"), CellKind::Number},
            {u"cost_per_million"_s, BreakdownPane::tr("Per 1 M tokens"), CellKind::Number},
            {u"change"_s, BreakdownPane::tr("Change"), CellKind::Number}};
}

} // namespace

BreakdownPane::BreakdownPane(Api::AdminClient &client, const Clock &clock, SeriesColours &colours,
                             QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_model(client, clock, u"/usage"_s)
    , m_colours(colours)
    , m_rows(tableColumns())
    , m_sorted(new TotalLastModel(this))
{
    setObjectName(u"spend.breakdown"_s);
    setAccessibleName(tr("Breakdown"));
    m_chooseFile = [this](const QString &name, const std::function<void(const QString &)> &chosen) {
        askForFile(this, name, chosen);
    };
    auto *inset = new QWidget(this);
    inset->setProperty("kind", u"page"_s);
    auto *insetLayout = new QVBoxLayout(inset);
    insetLayout->setContentsMargins(0, gap, 0, 0);
    insetLayout->setSpacing(gap);
    insetLayout->addWidget(buildControls());
    m_unpriced = new Banner(Tone::Warn, inset);
    m_unpriced->setObjectName(u"spend.unpricedBanner"_s);
    m_unpriced->setDismissable(false);
    m_unpriced->setAction(tr("Set prices"));
    m_unpriced->hide();
    insetLayout->addWidget(m_unpriced);
    m_states = new StatePanel(buildContent(), this);
    m_empty = new EmptyState(u"circle-dollar-sign"_s, tr("No spend in this range."),
                             tr("Choose a longer range at the top right."), this);
    m_states->setEmpty(m_empty);
    insetLayout->addWidget(m_states, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setProperty("kind", u"page"_s);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inset);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    connectParts();
    addShortcuts();
    ask();
}

// --- building -----------------------------------------------------------------------------------

QWidget *BreakdownPane::buildControls()
{
    auto *controls = new QWidget(this);
    auto *flow = new FlowLayout(controls, 20, 8);
    m_measure = new QComboBox(controls);
    m_measure->setObjectName(u"spend.measureCombo"_s);
    m_measure->addItem(tr("Cost"), u"cost"_s);
    m_measure->addItem(tr("Tokens"), u"tokens"_s);
    m_measure->addItem(tr("Requests"), u"requests"_s);
    flow->addWidget(labelled(tr("Measure"), m_measure, controls));
    m_group = new QComboBox(controls);
    m_group->setObjectName(u"spend.groupCombo"_s);
    addGroups(m_group);
    flow->addWidget(labelled(tr("Group by"), m_group, controls));
    m_then = new QComboBox(controls);
    m_then->setObjectName(u"spend.thenCombo"_s);
    m_then->addItem(tr("Nothing"), QString());
    addGroups(m_then);
    flow->addWidget(labelled(tr("Then by"), m_then, controls));
    m_export = makeButton(tr("Export CSV…"), {}, u"spend.exportButton"_s, controls);
    flow->addWidget(m_export);
    return controls;
}

QWidget *BreakdownPane::buildContent()
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    buildChart(content);
    buildTable(content);
    layout->addWidget(m_chartCard);
    layout->addWidget(m_tableCard);
    layout->addStretch(1);
    return content;
}

void BreakdownPane::buildChart(QWidget *parent)
{
    m_chartCard = new Card(tr("Spend"), parent);
    m_chartCard->setObjectName(u"spend.chartCard"_s);
    m_headline = makeLabel({}, u"title"_s, m_chartCard);
    m_headline->setObjectName(u"spend.headline"_s);
    m_change = makeLabel({}, u"caption"_s, m_chartCard);
    m_change->setObjectName(u"spend.change"_s);
    const auto text = [this](double value) { return valueText(value); };
    const auto axis = [this](double value) {
        return measure() == "cost"_L1 ? Format::moneyShort(qRound64(value * nanoPerDollar))
                                      : Format::countShort(qRound64(value));
    };
    m_chart = new StackedBarChart(axis, text, this);
    m_panel = new ChartPanel(m_chart, u"spend.breakdown"_s, this);
    m_chart->setObjectName(u"spend.chart"_s);
    m_panel->setTitle(tr("Spend"));
    m_panel->setBodyHeight(chartHeight);
    m_chartCard->addHeaderWidget(m_change);
    m_chartCard->addHeaderWidget(m_headline);
    m_chartCard->addHeaderWidget(m_panel->dataToggle());
    m_chartCard->content()->addWidget(m_panel, 1);
}

void BreakdownPane::buildTable(QWidget *parent)
{
    m_tableCard = new Card(tr("Groups"), parent);
    m_tableCard->setObjectName(u"spend.tableCard"_s);
    m_tableCard->setFlush();
    m_table = new TableView(m_tableCard);
    m_table->setObjectName(u"spend.breakdownTable"_s);
    m_table->setAccessibleName(tr("Spend by group"));
    m_sorted->setSourceModel(&m_rows);
    m_sorted->setSortRole(CellRole::Sort);
    m_table->setModel(m_sorted);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // the dearest first
    m_table->setSortingEnabled(true);
    m_table->setFitsRows(true);
    m_table->horizontalHeader()->setSectionResizeMode(Group, QHeaderView::Stretch);
    m_table->setColumnText(Cost, Format::money(88'888'880'000'000));
    m_table->setColumnCharacters(Share, 14);
    m_table->setColumnText(Requests, u"888,888"_s);
    for (const int column : {TokensIn, TokensOut, TokensCached})
        m_table->setColumnText(column, u"888.8 M"_s);
    for (const int column : {PerRequest, PerMillion})
        m_table->setColumnText(column, Format::money(888'800'000));
    m_table->setColumnText(Change, u"+888 %"_s);
    m_tableCard->content()->addWidget(m_table);
}

void BreakdownPane::connectParts()
{
    connect(&m_model, &ReportModel::changed, this, &BreakdownPane::showReport);
    connect(&m_model, &ReportModel::failed, this, &BreakdownPane::updateState);
    connect(m_states, &StatePanel::retryRequested, this, &BreakdownPane::refresh);
    connect(m_measure, &QComboBox::currentIndexChanged, this, [this] {
        if (m_model.hasData())
            showReport();
    });
    connect(m_group, &QComboBox::currentIndexChanged, this, &BreakdownPane::ask);
    connect(m_then, &QComboBox::currentIndexChanged, this, &BreakdownPane::ask);
    connect(m_export, &QPushButton::clicked, this, &BreakdownPane::exportCsv);
    connect(m_unpriced, &Banner::actionTriggered, this, &BreakdownPane::openPrices);
    connect(m_chart, &ChartView::pointActivated, this,
            [this](int day) { Q_EMIT openRequests(daysFilter(day, day)); });
    connect(m_panel, &ChartPanel::requestsRequested, this,
            [this](int first, int last) { Q_EMIT openRequests(daysFilter(first, last)); });
    connect(m_table, &TableView::rowActivated, this, &BreakdownPane::openRow);
}

void BreakdownPane::addShortcuts()
{
    const auto add = [this](Qt::Key key, const auto &action) {
        auto *shortcut = new QShortcut(QKeySequence(key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    add(Qt::Key_G, [this] { m_group->showPopup(); });
    add(Qt::Key_E, [this] { exportCsv(); });
}

// --- asking -------------------------------------------------------------------------------------

QString BreakdownPane::measure() const
{
    return m_measure->currentData().toString();
}

QString BreakdownPane::by() const
{
    return m_group->currentData().toString();
}

QString BreakdownPane::then() const
{
    const QString group = m_then->currentData().toString();
    return group == by() ? QString() : group;
}

void BreakdownPane::ask()
{
    m_model.setParameter(u"compare"_s, u"previous"_s);
    QStringList groups{u"day"_s, by()};
    if (!then().isEmpty())
        groups.append(then());
    m_model.setParameter(u"by"_s, groups.join(u','));
}

// --- showing ------------------------------------------------------------------------------------

void BreakdownPane::showReport()
{
    // An answer may still be of the groups before.
    const QJsonObject first = m_model.data().value("items"_L1)[0].toObject();
    const bool isOfOthers = !first.isEmpty()
        && (!first.contains(by()) || (!then().isEmpty() && !first.contains(then())));
    if (isOfOthers)
        return;
    m_shownBy = by();
    m_shownThen = then();
    m_report = readSpend(m_model.data(), m_shownBy, m_shownThen);
    showHeadline();
    showChart();
    showTable();
    showUnpriced();
    updateState();
    Q_EMIT loaded();
}

QString BreakdownPane::valueText(double value) const
{
    return measure() == "cost"_L1 ? Format::money(qRound64(value * nanoPerDollar))
                                  : Format::countShort(qRound64(value));
}

QString BreakdownPane::groupName(const QString &group, const QString &id, const QString &name) const
{
    if (!id.isEmpty())
        return name;
    if (group == "team"_L1)
        return tr("No team");
    if (group == "provider"_L1)
        return tr("No provider");
    return tr("None");
}

void BreakdownPane::showHeadline()
{
    const SpendSums &total = m_report.total;
    m_headline->setText(measure() == "cost"_L1 ? Format::money(total.cost)
                                               : valueText(total.of(measure())));
    const CellsModel::Cell change = changeCell(total.cost, m_report.previousCost);
    m_change->setText(measure() == "cost"_L1 && m_report.previousCost > 0
                          ? tr("%1 against the period before").arg(change.text)
                          : QString());
    const QString title = measure() == "tokens"_L1 ? tr("Tokens per day")
        : measure() == "requests"_L1               ? tr("Requests per day")
                                                   : tr("Spend per day");
    m_chartCard->setTitle(title);
    m_panel->setTitle(title);
    m_chartCard->setCaption(rangeCaption(m_model.range()));
    m_tableCard->setTitle(tableTitle(m_shownBy));
}

void BreakdownPane::showChart()
{
    BarChartData bars{.buckets = {}, .keys = {}, .axis = {}, .series = {}};
    for (const QDate &day : m_report.days) {
        bars.buckets.append(Format::dayAndMonth(day));
        bars.keys.append(day.toString(Qt::ISODate));
        bars.axis.append(Format::dayAndMonth(day));
    }
    const QDateTime end = QDateTime::fromString(m_report.to, Qt::ISODateWithMs);
    const auto now =
        std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.wall().time_since_epoch());
    bars.lastUnfinished = end.toMSecsSinceEpoch() >= now.count() - 60'000;
    QList<SpendGroup> groups = m_report.groups;
    std::ranges::stable_sort(groups, [this](const SpendGroup &a, const SpendGroup &b) {
        return a.sums.of(measure()) > b.sums.of(measure());
    });
    QList<LegendEntry> legend;
    BarChartData::Series other{.id = u"other"_s, .name = tr("Other"), .colour = -1, .values = {}};
    double otherTotal = 0;
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const SpendGroup &group = groups.at(i);
        QList<double> values;
        for (const SpendSums &day : group.days)
            values.append(day.of(measure()));
        if (i >= mostSeries) {
            other.values.resize(values.size());
            for (qsizetype day = 0; day < values.size(); ++day)
                other.values[day] += values.at(day);
            otherTotal += group.sums.of(measure());
            continue;
        }
        const int colour = m_shownBy == "provider"_L1 ? m_colours.indexOf(group.id) : int(i);
        const QString name = groupName(m_shownBy, group.id, group.name);
        bars.series.append({.id = group.id, .name = name, .colour = colour, .values = values});
        legend.append({.id = group.id,
                       .name = name,
                       .total = valueText(group.sums.of(measure())),
                       .series = colour});
    }
    if (!other.values.isEmpty()) {
        bars.series.append(other);
        legend.append(
            {.id = other.id, .name = other.name, .total = valueText(otherTotal), .series = -1});
    }
    m_chart->setUnitKey(measure() == "cost"_L1 ? u"cost_usd"_s : measure());
    m_panel->setLegend(legend);
    m_chart->setData(bars);
}

QList<CellsModel::Cell> BreakdownPane::cellsOf(const SpendSums &sums, qint64 previousCost) const
{
    const double whole = m_report.total.of(measure());
    const double share = whole > 0 ? sums.of(measure()) / whole : 0;
    const auto tokens = [](qint64 count) { return numberCell(Format::countShort(count), count); };
    return {moneyCell(sums.cost),
            {.text = Format::percent(share), .tone = Tone::Accent, .sort = share, .share = share},
            numberCell(Format::count(sums.requests), sums.requests),
            tokens(sums.tokensIn),
            tokens(sums.tokensOut),
            tokens(sums.tokensCached),
            moneyCell(sums.costPerRequest()),
            moneyCell(sums.costPerMillionTokens()),
            changeCell(sums.cost, previousCost)};
}

CellsModel::Row BreakdownPane::rowOf(const SpendGroup &group) const
{
    QString text = groupName(m_shownBy, group.id, group.name);
    if (!m_shownThen.isEmpty())
        text = tr("%1 · %2", "group, then group")
                   .arg(text, groupName(m_shownThen, group.thenId, group.thenName));
    const CellsModel::Cell name{.text = text};
    // The filter of the requests cannot ask for those without a team.
    const bool isNamed = !group.id.isEmpty() && (m_shownThen.isEmpty() || !group.thenId.isEmpty());
    QString filter = isNamed ? filterWord(m_shownBy, group.id) : QString();
    if (isNamed && !m_shownThen.isEmpty())
        filter += u' ' + filterWord(m_shownThen, group.thenId);
    return {.id = filter,
            .cells = QList<CellsModel::Cell>{name} + cellsOf(group.sums, group.previousCost)};
}

void BreakdownPane::showTable()
{
    QList<CellsModel::Row> rows;
    for (const SpendGroup &group : std::as_const(m_report.rows))
        rows.append(rowOf(group));
    rows.append({.id = totalId,
                 .cells = QList<CellsModel::Cell>{{.text = tr("Total")}}
                     + cellsOf(m_report.total, m_report.previousCost)});
    m_rows.setRows(rows);
    m_table->updateGeometry();
}

void BreakdownPane::showUnpriced()
{
    const int requests = int(m_report.total.unpriced);
    m_unpriced->setVisible(requests > 0);
    m_unpriced->setText(tr("%Ln requests have no price.", nullptr, requests),
                        tr("%Ln models. Their cost is missing from every total.", nullptr,
                           int(m_report.unpricedModels)));
}

void BreakdownPane::updateState()
{
    const bool failed = m_model.state() == ReportModel::State::Failed;
    m_states->setError(
        tr("The gateway does not answer"),
        tr("Nothing could be read from it yet. It is asked again every few seconds."));
    m_export->setEnabled(m_model.hasData() && m_report.total.requests > 0);
    if (!m_model.hasData()) {
        m_states->setState(failed ? StatePanel::State::Error : StatePanel::State::Loading);
        if (failed)
            Q_EMIT loaded();
        return;
    }
    if (m_report.total.requests == 0) {
        m_states->setState(StatePanel::State::Empty);
        return;
    }
    m_states->setNotice(tr("As of %1. The gateway does not answer now.")
                            .arg(Format::timeOfDay(m_model.loadedAt(), m_model.zone())));
    m_states->setState(failed ? StatePanel::State::Stale : StatePanel::State::Ready);
}

// --- what numbers open --------------------------------------------------------------------------

QString BreakdownPane::daysFilter(int first, int last) const
{
    const QDate from = m_report.days.value(first);
    const QDate until = m_report.days.value(last).addDays(1);
    return u"since:%1 until:%2"_s.arg(from.toString(Qt::ISODate), until.toString(Qt::ISODate));
}

void BreakdownPane::openRow(const QModelIndex &index)
{
    const QString id = index.data(CellRole::Id).toString();
    if (id.isEmpty())
        return;
    const QString span = u"since:%1 until:%2"_s.arg(m_report.from, m_report.to);
    Q_EMIT openRequests(id == totalId ? span : QString(id + u' ' + span));
}

void BreakdownPane::exportCsv()
{
    if (!m_export->isEnabled())
        return;
    const QString from =
        m_report.days.isEmpty() ? QString() : m_report.days.first().toString(Qt::ISODate);
    m_chooseFile(u"spend-%1.csv"_s.arg(from), [this](const QString &path) {
        QSaveFile file(path);
        const bool written = file.open(QIODevice::WriteOnly)
            && file.write(spendCsv(m_model.data(), QSysInfo::machineHostName())) >= 0
            && file.commit();
        Q_EMIT done(written ? tr("Exported to %1").arg(path) : file.errorString());
    });
}

// --- events -------------------------------------------------------------------------------------

void BreakdownPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model.setActive(true);
}

void BreakdownPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model.setActive(false);
}

void BreakdownPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool roomy = width() >= allColumnsFrom;
    for (const int column : {TokensCached, PerRequest})
        m_table->setColumnFits(column, roomy);
}

} // namespace Gatehouse::Ui
