// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/spendpage.h"

#include "ui/pages/spend/breakdownpane.h"
#include "ui/pages/spend/budgetspane.h"
#include "ui/pages/spend/pricespane.h"

#include <QtGui/QShortcut>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QTabWidget>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int margin = 24;
constexpr int bottomMargin = 16;

} // namespace

SpendPage::SpendPage(Api::AdminClient &client, ConfigurationModel &configuration,
                     const Clock &clock, SeriesColours &colours, QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabWidget(this))
    , m_breakdown(new BreakdownPane(client, clock, colours, this))
    , m_budgets(new BudgetsPane(client, configuration, clock, this))
    , m_prices(new PricesPane(client, clock, this))
{
    setObjectName(u"page.spend"_s);
    setAccessibleName(tr("Spend"));
    m_tabs->setObjectName(u"spend.tabs"_s);
    m_tabs->setAccessibleName(tr("Breakdown or budgets"));
    m_tabs->addTab(m_breakdown, tr("Breakdown"));
    m_tabs->addTab(m_budgets, tr("Budgets"));
    m_tabs->addTab(m_prices, tr("Prices"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, 0, margin, bottomMargin);
    layout->addWidget(m_tabs);
    connect(m_breakdown, &BreakdownPane::openRequests, this, &SpendPage::openRequests);
    connect(m_breakdown, &BreakdownPane::openPrices, this, &SpendPage::openPrices);
    connect(m_breakdown, &BreakdownPane::done, this, &SpendPage::done);
    connect(m_budgets, &BudgetsPane::openRequests, this, &SpendPage::openRequests);
    connect(m_budgets, &BudgetsPane::done, this, &SpendPage::done);
    connect(m_prices, &PricesPane::openRequests, this, &SpendPage::openRequests);
    connect(m_prices, &PricesPane::openPrices, this, &SpendPage::openPrices);
    connect(m_prices, &PricesPane::done, this, &SpendPage::done);
    connect(m_prices, &PricesPane::loaded, this, &SpendPage::setReady);
    // The tab that is open is the one that loads.
    connect(m_breakdown, &BreakdownPane::loaded, this, &SpendPage::setReady);
    connect(m_budgets, &BudgetsPane::loaded, this, &SpendPage::setReady);
    addShortcuts();
}

void SpendPage::addShortcuts()
{
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + tab)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this,
                [this, tab] { m_tabs->setCurrentIndex(tab); });
    }
}

void SpendPage::setReady()
{
    if (std::exchange(m_ready, true))
        return;
    Q_EMIT readyChanged();
}

void SpendPage::refresh()
{
    m_breakdown->refresh();
    m_budgets->refresh();
    m_prices->refresh();
}

void SpendPage::setRange(const QString &range)
{
    m_breakdown->setRange(range);
}

void SpendPage::open(const QString &id)
{
    if (id == "prices"_L1) {
        m_tabs->setCurrentWidget(m_prices);
        return;
    }
    m_tabs->setCurrentWidget(m_budgets);
    m_budgets->select(id);
}

void SpendPage::setEditable(bool editable)
{
    m_budgets->setEditable(editable);
    m_prices->setEditable(editable);
}

} // namespace Gatehouse::Ui
