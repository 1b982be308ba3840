// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/requests/detailpane.h"

#include "ui/pages/requests/requestdetailpanel.h"
#include "ui/pages/requests/requeststable.h"

#include <QtWidgets/QSplitter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int leastWidth = 448;
constexpr int mostWidth = 640;
constexpr int leastTable = 200;
constexpr QSize windowSize(640, 720);

} // namespace

DetailPane::DetailPane(Api::AdminClient &client, RequestsModel &model, QWidget *page)
    : QObject(page)
    , m_client(client)
    , m_model(model)
    , m_page(page)
    , m_panel(new RequestDetailPanel(client, model.seriesColours(), page))
{
    m_panel->setMinimumWidth(leastWidth);
    m_panel->setMaximumWidth(mostWidth);
    m_panel->hide();
    connect(&model, &RequestsModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) {
                const int row = m_panel->showsRunning() ? m_model.rowOf(m_panel->requestId()) : -1;
                m_keeps = row >= first && row <= last;
            });
    connect(&model, &RequestsModel::rowsInserted, this, &DetailPane::followRunning);
    follow(*m_panel);
    connect(m_panel, &RequestDetailPanel::closed, this, &DetailPane::close);
    connect(m_panel, &RequestDetailPanel::nextRequested, this, [this] { move(1); });
    connect(m_panel, &RequestDetailPanel::previousRequested, this, [this] { move(-1); });
}

void DetailPane::follow(RequestDetailPanel &panel)
{
    connect(&panel, &RequestDetailPanel::filterRequested, this, &DetailPane::filterRequested);
    connect(&panel, &RequestDetailPanel::cancelRequested, this, &DetailPane::cancelRequested);
    connect(&panel, &RequestDetailPanel::alertRequested, this, &DetailPane::alertRequested);
    connect(&panel, &RequestDetailPanel::auditRequested, this, &DetailPane::auditRequested);
    connect(&panel, &RequestDetailPanel::openRequested, this, &DetailPane::openRequested);
}

QSplitter *DetailPane::place(RequestsTable &table, QWidget *parent)
{
    m_table = &table;
    m_splitter = new QSplitter(Qt::Horizontal, parent);
    m_splitter->setObjectName(u"requests.splitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_panel);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    connect(&m_model, &RequestsModel::rowsRemoved, this, [this] { m_keeps = false; });
    connect(m_table, &TableView::rowActivated, this, &DetailPane::openCurrent);
    connect(m_table, &TableView::clicked, this, &DetailPane::openCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &DetailPane::followRow);
    return m_splitter;
}

void DetailPane::setBaseUrl(const QString &url)
{
    m_baseUrl = url;
    m_panel->setBaseUrl(url);
}

bool DetailPane::isOpen() const
{
    return !m_panel->isHidden();
}

void DetailPane::followRow(const QModelIndex &current)
{
    if (current.isValid() && isOpen() && !m_keeps)
        m_panel->showRequest(m_model.request(current.row()));
}

//! A request that ended while its details were open shows its end.
void DetailPane::followRunning()
{
    if (!isOpen() || !m_panel->showsRunning())
        return;
    const int row = m_model.rowOf(m_panel->requestId());
    if (row >= 0 && !m_model.request(row).running)
        open(row);
}

void DetailPane::open(int row)
{
    const bool wasOpen = isOpen();
    m_panel->showRequest(m_model.request(row));
    m_panel->show();
    if (m_table->currentIndex().row() != row)
        m_table->setCurrentIndex(m_model.index(row, RequestsModel::Time));
    if (wasOpen)
        return;
    Q_EMIT shownChanged();
    m_splitter->setSizes({std::max(leastTable, m_splitter->width() - leastWidth), leastWidth});
}

void DetailPane::openCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid())
        open(current.row());
}

void DetailPane::close()
{
    m_panel->hide();
    Q_EMIT shownChanged();
    m_table->setFocus();
}

void DetailPane::move(int by)
{
    if (!isOpen() || m_model.rowCount() == 0)
        return;
    open(std::clamp(m_table->currentIndex().row() + by, 0, m_model.rowCount() - 1));
}

void DetailPane::openWindow()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    auto *details = new RequestDetailPanel(m_client, m_model.seriesColours(), m_page);
    details->setObjectName(u"requests.detailWindow"_s);
    details->setWindowFlag(Qt::Window);
    details->setAttribute(Qt::WA_DeleteOnClose);
    details->setBaseUrl(m_baseUrl);
    const auto show = [this, details](int row) {
        if (row < 0 || row >= m_model.rowCount())
            return;
        details->showRequest(m_model.request(row));
        details->setWindowTitle(tr("Request %1").arg(details->requestId()));
    };
    const auto step = [this, details, show](int by) {
        if (const int row = m_model.rowOf(details->requestId()); row >= 0)
            show(row + by);
    };
    show(current.row());
    connect(details, &RequestDetailPanel::nextRequested, this, [step] { step(1); });
    connect(details, &RequestDetailPanel::previousRequested, this, [step] { step(-1); });
    connect(details, &RequestDetailPanel::closed, details, &QWidget::close);
    follow(*details);
    details->resize(windowSize);
    details->show();
}

} // namespace Gatehouse::Ui
