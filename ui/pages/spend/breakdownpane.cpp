// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/breakdownpane.h"

#include "ui/models/filterwords.h"
#include "ui/models/reportstate.h"
#include "ui/models/seriescolours.h"
#include "ui/pages/spend/breakdownchart.h"
#include "ui/pages/spend/breakdownrows.h"
#include "ui/pages/spend/spendpdf.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QSaveFile>
#include <QtCore/QSysInfo>
#include <QtGui/QShortcut>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int gap = 12;
constexpr int mostRows = 8; // then the others in one
constexpr int allColumnsFrom = 1120;
constexpr double nanoPerDollar = 1e9;

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

} // namespace

BreakdownPane::BreakdownPane(Api::AdminClient &client, const Clock &clock, SeriesColours &colours,
                             QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_model(client, clock, u"/usage"_s)
    , m_forecast(client, clock, u"/forecast"_s)
    , m_colours(colours)
    , m_rows(breakdownColumns())
    , m_sorted(new BreakdownOrder(this))
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

QWidget *BreakdownPane::addCombo(QComboBox *&combo, const QString &name, const QString &label,
                                 QWidget *parent)
{
    combo = new QComboBox(parent);
    combo->setObjectName(name);
    return labelled(label, combo, parent);
}

QCheckBox *BreakdownPane::addCheck(const QString &name, const QString &label, QWidget *parent)
{
    auto *check = new QCheckBox(label, parent);
    check->setObjectName(name);
    check->setAccessibleName(label);
    check->setMinimumHeight(m_measure->sizeHint().height()); // in one line with the lists
    connect(check, &QCheckBox::toggled, this, [this] {
        if (m_model.hasData())
            showReport();
    });
    return check;
}

QWidget *BreakdownPane::buildControls()
{
    auto *controls = new QWidget(this);
    auto *flow = new FlowLayout(controls, 20, 8);
    flow->addWidget(addCombo(m_measure, u"spend.measureCombo"_s, tr("Measure"), controls));
    m_measure->addItem(tr("Cost"), u"cost"_s);
    m_measure->addItem(tr("Tokens"), u"tokens"_s);
    m_measure->addItem(tr("Requests"), u"requests"_s);
    flow->addWidget(addCombo(m_group, u"spend.groupCombo"_s, tr("Group by"), controls));
    addGroups(m_group);
    flow->addWidget(addCombo(m_then, u"spend.thenCombo"_s, tr("Then by"), controls));
    m_then->addItem(tr("Nothing"), QString());
    addGroups(m_then);
    flow->addWidget(addCombo(m_bucket, u"spend.bucketCombo"_s, tr("Per"), controls));
    m_bucket->addItem(tr("Day"), u"day"_s);
    m_bucket->addItem(tr("Week"), u"week"_s);
    m_bucket->addItem(tr("Month"), u"month"_s);
    flow->addWidget(addCombo(m_kind, u"spend.chartCombo"_s, tr("Chart"), controls));
    m_kind->addItem(tr("Stacked bars"), u"bars"_s);
    m_kind->addItem(tr("Lines"), u"lines"_s);
    m_kind->addItem(tr("Cumulative"), u"cumulative"_s);
    m_compare = addCheck(u"spend.compareCheck"_s, tr("Compare with the period before"), controls);
    m_asShare = addCheck(u"spend.shareCheck"_s, tr("Show as share"), controls);
    m_expects = addCheck(u"spend.forecastCheck"_s, tr("Forecast"), controls);
    for (QCheckBox *check : {m_compare, m_asShare, m_expects})
        flow->addWidget(check);
    m_expects->setChecked(true);
    m_export = makeButton(tr("Export"), {}, u"spend.exportButton"_s, controls);
    addExports();
    flow->addWidget(m_export);
    return controls;
}

void BreakdownPane::addExports()
{
    auto *menu = new QMenu(m_export);
    menu->setObjectName(u"spend.exportMenu"_s);
    const auto add = [this, menu](const QString &name, const QString &text,
                                  const QString &extension) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, [this, extension] { exportAs(extension); });
    };
    add(u"spend.exportCsv"_s, tr("Rows as CSV…"), u"csv"_s);
    add(u"spend.exportJson"_s, tr("Rows as JSON…"), u"json"_s);
    add(u"spend.exportPdf"_s, tr("Report as PDF…"), u"pdf"_s);
    menu->addSeparator();
    QAction *chargeback = menu->addAction(tr("Chargeback report…"));
    chargeback->setObjectName(u"spend.chargeback"_s);
    connect(chargeback, &QAction::triggered, this, &BreakdownPane::chargebackRequested);
    m_export->setMenu(menu);
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
    m_expected = makeLabel({}, u"caption"_s, m_chartCard);
    m_expected->setObjectName(u"spend.forecast"_s);
    m_chart = new BreakdownChart(m_colours, m_chartCard);
    m_chartCard->addHeaderWidget(m_change);
    m_chartCard->addHeaderWidget(m_headline);
    for (QPushButton *toggle : m_chart->dataToggles())
        m_chartCard->addHeaderWidget(toggle);
    m_chartCard->content()->addWidget(m_expected);
    m_chartCard->content()->addWidget(m_chart, 1);
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
    connect(&m_forecast, &ReportModel::changed, this, [this] {
        if (m_model.hasData())
            showReport();
    });
    for (QComboBox *combo : {m_measure, m_bucket, m_kind})
        connect(combo, &QComboBox::currentIndexChanged, this, [this] {
            if (m_model.hasData())
                showReport();
        });
    connect(m_group, &QComboBox::currentIndexChanged, this, &BreakdownPane::ask);
    connect(m_then, &QComboBox::currentIndexChanged, this, &BreakdownPane::ask);
    connect(m_unpriced, &Banner::actionTriggered, this, &BreakdownPane::openPrices);
    connect(m_chart, &BreakdownChart::pointActivated, this,
            [this](int day) { Q_EMIT openRequests(daysFilter(day, day)); });
    connect(m_chart, &BreakdownChart::requestsRequested, this,
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
    add(Qt::Key_E, [this] {
        if (m_export->isEnabled())
            m_export->showMenu();
    });
    add(Qt::Key_F, [this] { m_expects->toggle(); });
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
    m_report = bucketed(readSpend(m_model.data(), m_shownBy, m_shownThen),
                        m_bucket->currentData().toString());
    showHeadline();
    showForecast();
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

void BreakdownPane::showHeadline()
{
    const SpendSums &total = m_report.total;
    m_headline->setText(measure() == "cost"_L1 ? Format::money(total.cost)
                                               : valueText(total.of(measure())));
    const CellsModel::Cell change = breakdownChange(total.cost, m_report.previousCost);
    m_change->setText(measure() == "cost"_L1 && m_report.previousCost > 0
                          ? tr("%1 against the period before").arg(change.text)
                          : QString());
    m_chartCard->setTitle(measure() == "tokens"_L1         ? tr("Tokens")
                              : measure() == "requests"_L1 ? tr("Requests")
                                                           : tr("Spend"));
    m_chartCard->setCaption(rangeCaption(m_model.range()));
    m_tableCard->setTitle(tableTitle(m_shownBy));
}

//! What the month will come to, or when that can be said.
void BreakdownPane::showForecast()
{
    const QJsonObject &forecast = m_forecast.data();
    m_expected->setVisible(m_expects->isChecked() && measure() == "cost"_L1
                           && m_forecast.hasData());
    const int missing = forecast.value("missing_days"_L1).toInt();
    const auto money = [&forecast](QLatin1StringView key) {
        return Format::moneyShort(forecast.value(key).toInteger());
    };
    const QDate end = QDate::fromString(forecast.value("end"_L1).toString(), Qt::ISODate);
    m_expected->setText(missing > 0
                            ? tr("Forecast after %Ln more days", nullptr, missing)
                            : tr("Expected by %1: %2, in four of five cases %3 to %4")
                                  .arg(Format::dayAndMonth(end), money("expected_nano_usd"_L1),
                                       money("low_nano_usd"_L1), money("high_nano_usd"_L1)));
    m_expected->setToolTip(
        tr("The month so far, and for each day left the median of the same weekday over the last "
           "28 days. It is of the whole gateway and needs 7 days."));
}

void BreakdownPane::showChart()
{
    const QDateTime end = QDateTime::fromString(m_report.to, Qt::ISODateWithMs);
    const auto now =
        std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.wall().time_since_epoch());
    BreakdownLook look{.measure = measure(),
                       .kind = m_kind->currentData().toString(),
                       .asShare = m_asShare->isChecked(),
                       .compares = m_compare->isChecked(),
                       .lastUnfinished = end.toMSecsSinceEpoch() >= now.count() - 60'000,
                       .title = tr("Spend")};
    const bool endsToday = !m_report.days.isEmpty()
        && m_report.days.last().toString(Qt::ISODate)
            == m_forecast.data().value("today"_L1).toString();
    // What is to come must not bury what was.
    const qsizetype daysToCome = m_forecast.data().value("rest"_L1).toArray().size();
    const bool isLong = 2 * m_report.days.size() >= daysToCome;
    if (m_expects->isChecked() && endsToday && isLong && measure() == "cost"_L1
        && m_bucket->currentData() == u"day"_s)
        look.forecast = m_forecast.data();
    if (m_budget)
        look.budget = double(*m_budget) / nanoPerDollar;
    m_chart->show(
        m_report, m_shownBy,
        [this](const SpendGroup &group) {
            return breakdownGroupName(m_shownBy, group.id, group.name);
        },
        look);
}

void BreakdownPane::showTable()
{
    const BreakdownRows rows(m_report, {m_shownBy, m_shownThen, measure()}, m_chart->colours());
    m_rows.setRows(rows.all(m_showsAll ? -1 : mostRows));
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
    m_export->setEnabled(m_model.hasData() && m_report.total.requests > 0);
    const bool settled = showReportState(*m_states, m_model, m_report.total.requests == 0);
    if (settled && !m_model.hasData())
        Q_EMIT loaded();
}

// --- what numbers open --------------------------------------------------------------------------

QString BreakdownPane::daysFilter(int first, int last) const
{
    // A bucket ends where the next one begins; what is expected has no requests.
    const QDate from = m_report.days.value(std::min<qsizetype>(first, m_report.days.size() - 1));
    const QDate until = last + 1 < m_report.days.size()
        ? m_report.days.at(last + 1)
        : QDateTime::fromString(m_report.to, Qt::ISODateWithMs)
              .addMSecs(-1)
              .toTimeZone(m_model.zone())
              .date()
              .addDays(1);
    return u"since:%1 until:%2"_s.arg(from.toString(Qt::ISODate), until.toString(Qt::ISODate));
}

void BreakdownPane::openRow(const QModelIndex &index)
{
    const QString id = index.data(CellRole::Id).toString();
    if (id.isEmpty())
        return;
    if (id == breakdownOtherId) {
        m_showsAll = true;
        showTable();
        return;
    }
    const QString span = u"since:%1 until:%2"_s.arg(m_report.from, m_report.to);
    Q_EMIT openRequests(id == breakdownTotalId ? span : QString(id + u' ' + span));
}

void BreakdownPane::exportAs(const QString &extension)
{
    if (!m_export->isEnabled())
        return;
    const QString from =
        m_report.days.isEmpty() ? QString() : m_report.days.first().toString(Qt::ISODate);
    m_chooseFile(u"spend-%1.%2"_s.arg(from, extension), [this, extension](const QString &path) {
        const bool isPdf = extension == "pdf"_L1;
        const bool written = isPdf ? writePdf(path) : write(path);
        Q_EMIT done(written ? tr("Exported to %1").arg(path)
                            : tr("%1 cannot be written").arg(path));
    });
}

bool BreakdownPane::write(const QString &path) const
{
    QSaveFile file(path);
    const QByteArray content = path.endsWith(u".json"_s)
        ? QJsonDocument(m_model.data()).toJson()
        : spendCsv(m_model.data(), QSysInfo::machineHostName());
    return file.open(QIODevice::WriteOnly) && file.write(content) >= 0 && file.commit();
}

bool BreakdownPane::writePdf(const QString &path) const
{
    const auto now =
        std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.wall().time_since_epoch());
    const QDateTime made = QDateTime::fromMSecsSinceEpoch(now.count(), m_model.zone());
    SpendPdf pdf{.title = tr("Spend of %1").arg(QSysInfo::machineHostName()),
                 .lines = {},
                 .series = {},
                 .bars = {},
                 .head = {},
                 .rows = {}};
    if (!m_report.days.isEmpty())
        pdf.lines.append(tr("%1 to %2 (%3), made %4", "days, time zone, time")
                             .arg(QLocale().toString(m_report.days.first(), QLocale::ShortFormat),
                                  QLocale().toString(m_report.days.last(), QLocale::ShortFormat),
                                  QString::fromUtf8(m_model.zone().id()),
                                  QLocale().toString(made, QLocale::ShortFormat)));
    pdf.lines.append(tr("Total %1").arg(Format::money(m_report.total.cost)));
    if (m_report.total.unpriced > 0)
        pdf.lines.append(m_unpriced->text());
    constexpr qsizetype mostSeries = 8;
    for (qsizetype i = 0; i < std::min(m_report.groups.size(), mostSeries); ++i)
        pdf.series.append(
            breakdownGroupName(m_shownBy, m_report.groups[i].id, m_report.groups[i].name));
    for (qsizetype day = 0; day < m_report.days.size(); ++day) {
        SpendPdf::Bar bar{.label = Format::dayAndMonth(m_report.days[day]), .parts = {}};
        for (qsizetype i = 0; i < m_report.groups.size(); ++i) {
            const double value = m_report.groups[i].days.at(day).of(measure());
            if (i < mostSeries)
                bar.parts.append(value);
            else if (i == mostSeries)
                bar.parts.append(value);
            else
                bar.parts.last() += value;
        }
        pdf.bars.append(bar);
    }
    if (m_report.groups.size() > mostSeries)
        pdf.series.append(tr("Other"));
    for (int column = 0; column < m_rows.columnCount(); ++column)
        pdf.head.append(m_rows.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    for (int row = 0; row < m_rows.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < m_rows.columnCount(); ++column)
            cells.append(m_rows.data(m_rows.index(row, column), Qt::DisplayRole).toString());
        pdf.rows.append(cells);
    }
    return writeSpendPdf(path, pdf);
}

QDate BreakdownPane::today() const
{
    const auto now =
        std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.wall().time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(now.count(), m_model.zone()).date();
}

void BreakdownPane::setBudget(std::optional<qint64> nano)
{
    if (nano == m_budget)
        return;
    m_budget = nano;
    if (m_model.hasData())
        showChart();
}

void BreakdownPane::refresh()
{
    m_model.refresh();
    m_forecast.refresh();
}

// --- events -------------------------------------------------------------------------------------

void BreakdownPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model.setActive(true);
    m_forecast.setActive(true);
}

void BreakdownPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model.setActive(false);
    m_forecast.setActive(false);
}

void BreakdownPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool roomy = width() >= allColumnsFrom;
    for (const int column : {TokensCached, PerRequest})
        m_table->setColumnFits(column, roomy);
}

} // namespace Gatehouse::Ui
