// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/overviewpage.h"

#include "ui/models/statusmodel.h"
#include "ui/pages/overview/eventscard.h"
#include "ui/pages/overview/kpirow.h"
#include "ui/pages/overview/latencycard.h"
#include "ui/pages/overview/providerscard.h"
#include "ui/pages/overview/spendcard.h"
#include "ui/pages/overview/startcards.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrollarea.h"
#include "ui/widgets/skeleton.h"
#include "ui/widgets/statepanel.h"

#include <QtCore/QTimer>
#include <QtWidgets/QGridLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

namespace {

constexpr auto startPatience = 2s; // a gateway that starts with the program does not answer at once
constexpr int gap = 12;
constexpr int margin = 24;
constexpr int bottomMargin = 16;
constexpr int shownEvents = 5;
constexpr int gridColumns = 60; // the shares of the cards in the rows of the picture
constexpr int spendColumns = 38;
constexpr int providersColumns = 43;
constexpr int fiveTilesFrom = 1010;
constexpr int sideBySideChartsFrom = 820;
constexpr int sideBySideTablesFrom = 1090;

QList<QRectF> skeletonBlocks(QSizeF size)
{
    constexpr int tiles = 5;
    constexpr double tileHeight = 124;
    constexpr double chartHeight = 276;
    QList<QRectF> blocks;
    const double tile = (size.width() - (tiles - 1) * gap) / tiles;
    for (int i = 0; i < tiles; ++i)
        blocks.append(QRectF(i * (tile + gap), 0, tile, tileHeight));
    const double wide = (size.width() - gap) * spendColumns / gridColumns;
    double top = tileHeight + gap;
    blocks.append(QRectF(0, top, wide, chartHeight));
    blocks.append(QRectF(wide + gap, top, size.width() - wide - gap, chartHeight));
    top += chartHeight + gap;
    const double rest = std::max(60.0, size.height() - top);
    const double table = (size.width() - gap) * providersColumns / gridColumns;
    blocks.append(QRectF(0, top, table, rest));
    blocks.append(QRectF(table + gap, top, size.width() - table - gap, rest));
    return blocks;
}

} // namespace

OverviewPage::OverviewPage(Api::AdminClient &client, StatusModel &status, const Clock &clock,
                           SeriesColours &colours, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_status(status)
    , m_model(client, clock, colours)
    , m_providers(colours)
    , m_events(shownEvents)
    , m_kpis(new KpiRow)
    , m_spend(new SpendCard)
    , m_latency(new LatencyCard)
    , m_providersCard(new ProvidersCard(m_providers))
    , m_eventsCard(new EventsCard(m_events))
    , m_stopped(new Banner(Tone::Warn))
{
    setObjectName(u"page.overview"_s);
    setAccessibleName(tr("Overview"));
    m_panel = new StatePanel(buildContent(), this);
    m_panel->setSkeleton(new Skeleton(skeletonBlocks, m_panel));
    m_panel->setEmpty(buildEmpty());
    auto *inset = new QWidget(this);
    auto *insetLayout = new QVBoxLayout(inset);
    insetLayout->setContentsMargins(margin, 0, margin, bottomMargin);
    insetLayout->addWidget(m_panel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makePageArea(inset, this));
    connectModels();
}

QWidget *OverviewPage::buildContent()
{
    auto *content = new QWidget(this);
    m_stopped->setObjectName(u"overview.stoppedBanner"_s);
    m_stopped->setDismissable(false);
    m_stopped->hide();
    m_grid = new QGridLayout(content);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(gap);
    for (int column = 0; column < gridColumns; ++column)
        m_grid->setColumnStretch(column, 1);
    arrange();
    return content;
}

QWidget *OverviewPage::buildEmpty()
{
    auto *empty = new QWidget(this);
    auto *finish = new FinishSetupCard(empty);
    m_finishSetup = finish;
    m_firstRequest = new FirstRequestCard(m_client, empty);
    auto *layout = new QVBoxLayout(empty);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_finishSetup);
    layout->addWidget(m_firstRequest);
    connect(finish, &FinishSetupCard::setupRequested, this, &OverviewPage::setupRequested);
    connect(m_firstRequest, &FirstRequestCard::connectRequested, this,
            &OverviewPage::connectAppRequested);
    return empty;
}

void OverviewPage::connectModels()
{
    connect(&m_model, &OverviewModel::changed, this, &OverviewPage::showHeadlines);
    connect(&m_model, &OverviewModel::chartsChanged, this, &OverviewPage::showCharts);
    connect(&m_model, &OverviewModel::failed, this, &OverviewPage::updateState);
    connect(&m_model, &OverviewModel::routesChanged, this,
            [this] { m_latency->setRoutes(m_model.routes()); });
    connect(&m_status, &StatusModel::changed, this, &OverviewPage::updateState);
    QTimer::singleShot(startPatience, this, [this] {
        m_waited = true;
        updateState();
    });
    connect(m_panel, &StatePanel::retryRequested, this, &OverviewPage::refresh);
    connect(m_stopped, &Banner::actionTriggered, &m_status, &StatusModel::startGateway);
    connect(m_spend, &SpendCard::groupChosen, &m_model, &OverviewModel::setSpendBy);
    connect(m_latency, &LatencyCard::routeChosen, &m_model, &OverviewModel::setRoute);
    connect(m_kpis, &KpiRow::activated, this, &OverviewPage::openRequests);
    connect(m_kpis, &KpiRow::pricesRequested, this, &OverviewPage::pricesRequested);
    connect(m_spend, &SpendCard::activated, this, &OverviewPage::openRequests);
    connect(m_latency, &LatencyCard::activated, this, &OverviewPage::openRequests);
    connect(m_providersCard, &ProvidersCard::activated, this, &OverviewPage::openRequests);
    connect(m_eventsCard, &EventsCard::activated, this, &OverviewPage::openObject);
    connect(m_providersCard, &ProvidersCard::addRequested, this,
            &OverviewPage::addProviderRequested);
}

void OverviewPage::setRange(const QString &range)
{
    m_model.setRange(range);
}

void OverviewPage::refresh()
{
    if (!m_model.hasData())
        m_panel->setState(StatePanel::State::Loading);
    m_model.refresh();
}

void OverviewPage::arrange()
{
    const int width = this->width() - 2 * margin;
    const int spend = width >= sideBySideChartsFrom ? spendColumns : gridColumns;
    const int table = width >= sideBySideTablesFrom ? providersColumns : gridColumns;
    const bool narrow = width < fiveTilesFrom;
    const Arrangement wanted{.spendColumns = spend, .tableColumns = table, .narrow = narrow};
    if (wanted == m_arrangement)
        return;
    m_arrangement = wanted;
    m_kpis->setNarrow(narrow);
    for (QWidget *card :
         QList<QWidget *>{m_stopped, m_kpis, m_spend, m_latency, m_providersCard, m_eventsCard})
        m_grid->removeWidget(card);
    int row = 0;
    m_grid->addWidget(m_stopped, row++, 0, 1, gridColumns);
    m_grid->addWidget(m_kpis, row++, 0, 1, gridColumns);
    const auto addPair = [this, &row](QWidget *left, QWidget *right, int columns) {
        m_grid->addWidget(left, row, 0, 1, columns);
        if (columns < gridColumns)
            m_grid->addWidget(right, row, columns, 1, gridColumns - columns);
        else
            m_grid->addWidget(right, ++row, 0, 1, gridColumns);
        ++row;
    };
    addPair(m_spend, m_latency, spend);
    addPair(m_providersCard, m_eventsCard, table);
    for (int i = 0; i < m_grid->rowCount(); ++i)
        m_grid->setRowStretch(i, i == row - 1 ? 1 : 0);
}

void OverviewPage::showHeadlines()
{
    const OverviewData &overview = m_model.data();
    m_kpis->setOverview(overview);
    m_providers.setProviders(overview.providers, overview.now, overview.zone);
    m_events.setEvents(overview.events, overview.now, overview.zone);
    updateState();
    setReady();
}

void OverviewPage::showCharts()
{
    m_spend->setOverview(m_model.data(), m_model.seriesColours(), m_model.range());
    m_latency->setOverview(m_model.data(), m_model.range());
}

void OverviewPage::updateState()
{
    const bool offline = m_status.connection() == Api::AdminClient::State::Offline
        || m_model.state() == OverviewModel::State::Failed;
    const bool stopped = m_status.status().state == GatewayStatus::State::Stopped;
    m_kpis->setStale(offline || stopped);
    m_stopped->setVisible(stopped && !offline);
    m_stopped->setText(tr("The gateway is stopped."),
                       tr("Apps get no answers. You see the values as of %1.").arg(staleText()));
    m_stopped->setAction(tr("Start"));
    m_panel->setNotice(offline ? tr("As of %1. The gateway does not answer now.").arg(staleText())
                               : missingText());
    m_panel->setError(
        tr("The gateway does not answer"),
        tr("Nothing could be read from it yet. It is asked again every few seconds."));
    m_firstRequest->setBaseUrl(m_status.status().baseUrl);
    if (!m_model.hasData()) {
        const bool starting =
            !m_waited && m_status.connection() != Api::AdminClient::State::Offline;
        if (m_model.state() == OverviewModel::State::Failed && !starting) {
            m_panel->setState(StatePanel::State::Error);
            setReady();
        }
        return;
    }
    const OverviewData &overview = m_model.data();
    m_finishSetup->setVisible(!overview.hasProviders);
    m_firstRequest->setVisible(overview.hasProviders);
    if (!overview.hasProviders || !overview.hasRequests)
        m_panel->setState(StatePanel::State::Empty);
    else
        m_panel->setState(offline                       ? StatePanel::State::Stale
                              : missingText().isEmpty() ? StatePanel::State::Ready
                                                        : StatePanel::State::Partial);
}

QString OverviewPage::missingText() const
{
    return missingRecords(m_status.status().problems);
}

QString OverviewPage::staleText() const
{
    const QDateTime loaded = m_model.loadedAt();
    return loaded.isValid() ? Format::timeOfDay(loaded, m_model.data().zone) : Format::unknown();
}

void OverviewPage::setReady()
{
    if (m_ready)
        return;
    m_ready = true;
    Q_EMIT readyChanged();
}

void OverviewPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model.setActive(true);
}

void OverviewPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model.setActive(false);
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace Gatehouse::Ui
