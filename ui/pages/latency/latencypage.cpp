// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/latency/latencypage.h"

#include "ui/models/filterwords.h"
#include "ui/models/reportstate.h"
#include "ui/models/seriescolours.h"
#include "ui/pages/latency/latencycontrols.h"
#include "ui/pages/latency/latencyfilter.h"
#include "ui/pages/latency/latencywords.h"
#include "ui/pages/latency/percentilecard.h"
#include "ui/pages/latency/phasecard.h"
#include "ui/pages/latency/spreadcard.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/scrollarea.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QSortFilterProxyModel>
#include <QtGui/QShortcut>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHeaderView>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int gap = 12;
constexpr int margin = 24;
constexpr int bottomMargin = 16;
constexpr int gridColumns = 60;
constexpr int percentileColumns = 36;
constexpr int sideBySideFrom = 820;
constexpr int allColumnsFrom = 1050;

} // namespace

LatencyPage::LatencyPage(Api::AdminClient &client, const Clock &clock, SeriesColours &colours,
                         QWidget *parent)
    : QWidget(parent)
    , m_model(client, clock, u"/latency"_s)
    , m_rows(colours)
    , m_controls(new LatencyControls(this))
    , m_percentiles(new PercentileCard(this))
    , m_spread(new SpreadCard(colours, this))
    , m_phases(new PhaseCard(this))
{
    setObjectName(u"page.latency"_s);
    setAccessibleName(tr("Latency"));
    auto *inset = new QWidget(this);
    auto *insetLayout = new QVBoxLayout(inset);
    insetLayout->setContentsMargins(margin, 0, margin, bottomMargin);
    insetLayout->setSpacing(gap);
    insetLayout->addWidget(m_controls);
    m_panel = new StatePanel(buildContent(), this);
    buildEmpty();
    insetLayout->addWidget(m_panel, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makePageArea(inset, this));
    connectParts();
    addShortcuts();
}

// --- building -----------------------------------------------------------------------------------

QWidget *LatencyPage::buildContent()
{
    auto *content = new QWidget(this);
    m_grid = new QGridLayout(content);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(gap);
    for (int column = 0; column < gridColumns; ++column)
        m_grid->setColumnStretch(column, 1);
    buildTable();
    arrange();
    return content;
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
    connect(m_controls, &LatencyControls::parameterChosen, &m_model, &ReportModel::setParameter);
    connect(m_controls, &LatencyControls::narrowingCleared, this, [this] { setFilter({}); });
    connect(m_controls, &LatencyControls::scaleChosen, m_percentiles,
            &PercentileCard::setLogarithmic);
    connect(m_controls, &LatencyControls::scaleChosen, m_spread, &SpreadCard::setLogarithmic);
    const auto openPoints = [this](int first, int last) {
        Q_EMIT openRequests(filterOfReport().ofPoints(first, last));
    };
    connect(m_percentiles, &PercentileCard::pointsActivated, this, openPoints);
    connect(m_spread, &SpreadCard::pointsActivated, this, openPoints);
    connect(m_phases, &PhaseCard::pointsActivated, this, openPoints);
    connect(m_spread, &SpreadCard::cellActivated, this, [this](int column, int row) {
        Q_EMIT openRequests(filterOfReport().ofCell(column, row));
    });
    connect(m_spread, &SpreadCard::columnHovered, m_percentiles, &PercentileCard::setCurrentPoint);
    connect(m_table, &TableView::rowActivated, this, [this](const QModelIndex &index) {
        Q_EMIT openRequests(filterOfReport().ofRow(index));
    });
}

void LatencyPage::addShortcuts()
{
    const auto add = [this](Qt::Key key, auto *part, const auto &action) {
        auto *shortcut = new QShortcut(QKeySequence(key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, part, action);
    };
    add(Qt::Key_L, m_controls, &LatencyControls::toggleScale);
    add(Qt::Key_H, m_spread, &SpreadCard::toggleView);
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
    for (QWidget *card : QList<QWidget *>{m_percentiles, m_phases, m_spread, m_tableCard})
        m_grid->removeWidget(card);
    const int left = beside ? percentileColumns : gridColumns;
    const int rest = beside ? gridColumns - left : gridColumns;
    int row = 0;
    m_grid->addWidget(m_percentiles, row, 0, 1, left);
    m_grid->addWidget(m_spread, beside ? row : ++row, beside ? left : 0, 1, rest);
    m_grid->addWidget(m_tableCard, ++row, 0, 1, gridColumns); // wide: a row of its own
    m_grid->addWidget(m_phases, ++row, 0, 1, gridColumns);
    m_grid->setRowStretch(4, 1);
}

// --- showing ------------------------------------------------------------------------------------

void LatencyPage::showReport()
{
    const QJsonObject &report = m_model.data();
    m_times = reportTimes(report, m_model.zone());
    const QString caption = rangeCaption(m_model.range());
    m_percentiles->setCaption(caption);
    m_spread->setCaption(caption);
    m_percentiles->setReport(report, m_times);
    m_spread->setReport(report, m_times);
    m_phases->setReport(report, m_times, caption);
    const QString by = report.value("by"_L1).toString();
    m_tableCard->setTitle(by == "model"_L1       ? tr("By model")
                              : by == "route"_L1 ? tr("By route")
                                                 : tr("By provider"));
    m_rows.setReport(report);
    m_table->updateGeometry();
    updateState();
}

void LatencyPage::updateState()
{
    const QJsonObject &report = m_model.data();
    const bool needsStream =
        report.value("measure"_L1).toString() == "first_token"_L1 || LatencyWords(report).isSpeed();
    const bool nothing = report.value("samples"_L1).toInteger() == 0;
    const bool noStream = needsStream && report.value("streamed_samples"_L1).toInteger() == 0;
    if (nothing) {
        m_empty->setTitle(tr("No answered requests in this range."));
        m_empty->setText(tr("Times of answers show here: per provider, model and route."));
    } else if (noStream) {
        m_empty->setTitle(
            tr("No streamed requests in this range, so there is no first-token time."));
        m_empty->setText(tr("Choose the total time to see the others."));
    }
    if (showReportState(*m_panel, m_model, nothing || noStream))
        setReady();
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
    m_controls->setNarrowed(m_filter);
    for (const QString &field : {u"provider"_s, u"model"_s, u"route"_s})
        m_model.setParameter(field, values.value(field));
}

LatencyFilter LatencyPage::filterOfReport() const
{
    return {.report = m_model.data(), .times = m_times, .narrowed = m_filter};
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
