// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/spendpage.h"

#include "ui/models/configurationmodel.h"
#include "ui/pages/spend/breakdownpane.h"
#include "ui/pages/spend/budgetspane.h"
#include "ui/pages/spend/chargebackdialog.h"
#include "ui/pages/spend/commitmentspane.h"
#include "ui/pages/spend/invoicepane.h"
#include "ui/pages/spend/pricespane.h"
#include "ui/pages/spend/whatifpane.h"

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
    , m_client(client)
    , m_configuration(configuration)
    , m_tabs(new QTabWidget(this))
    , m_breakdown(new BreakdownPane(client, clock, colours, this))
    , m_budgets(new BudgetsPane(client, configuration, clock, this))
    , m_prices(new PricesPane(client, clock, colours, this))
    , m_commitments(new CommitmentsPane(client, configuration, clock, this))
    , m_whatIf(new WhatIfPane(client, configuration, this))
    , m_invoice(new InvoicePane(client, configuration, this))
{
    setObjectName(u"page.spend"_s);
    setAccessibleName(tr("Spend"));
    m_tabs->setObjectName(u"spend.tabs"_s);
    m_tabs->setAccessibleName(tr("Views of the spending"));
    m_tabs->addTab(m_breakdown, tr("Breakdown"));
    m_tabs->addTab(m_budgets, tr("Budgets"));
    m_tabs->addTab(m_commitments, tr("Commitments"));
    m_tabs->addTab(m_whatIf, tr("What if"));
    m_tabs->addTab(m_prices, tr("Prices"));
    m_tabs->addTab(m_invoice, tr("Invoice check"));
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
    connect(m_breakdown, &BreakdownPane::chargebackRequested, this, &SpendPage::askChargeback);
    connect(m_budgets, &BudgetsPane::monthlyBudget, m_breakdown, &BreakdownPane::setBudget);
    connect(m_commitments, &CommitmentsPane::openRequests, this, &SpendPage::openRequests);
    connect(m_commitments, &CommitmentsPane::done, this, &SpendPage::done);
    connect(m_whatIf, &WhatIfPane::done, this, &SpendPage::done);
    connect(m_whatIf, &WhatIfPane::draftWanted, this, &SpendPage::draftWanted);
    connect(m_invoice, &InvoicePane::openRequests, this, &SpendPage::openRequests);
    connect(m_invoice, &InvoicePane::done, this, &SpendPage::done);
    connect(m_commitments, &CommitmentsPane::loaded, this, &SpendPage::setReady);
    connect(m_whatIf, &WhatIfPane::loaded, this, &SpendPage::setReady);
    connect(m_invoice, &InvoicePane::loaded, this, &SpendPage::setReady);
    // The tab that is open is the one that loads.
    connect(m_breakdown, &BreakdownPane::loaded, this, &SpendPage::setReady);
    connect(m_breakdown, &BreakdownPane::loaded, m_budgets, &BudgetsPane::refresh); // for its line
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

void SpendPage::askChargeback()
{
    auto *dialog = new ChargebackDialog(
        m_client, m_breakdown->today(), m_configuration.document().teams,
        m_configuration.document().gateway.reportFolder, m_breakdown->fileChooser(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ChargebackDialog::done, this, &SpendPage::done);
    dialog->open();
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
    m_commitments->refresh();
}

void SpendPage::setRange(const QString &range)
{
    m_breakdown->setRange(range);
    m_whatIf->setRange(range);
}

void SpendPage::open(const QString &id)
{
    if (id.startsWith("prices:"_L1)) {
        m_tabs->setCurrentWidget(m_prices);
        m_prices->setFilter(id.section(u':', 1));
        return;
    }
    for (QWidget *tab : QList<QWidget *>{m_commitments, m_whatIf, m_prices, m_invoice}) {
        if (tab->objectName() == u"spend."_s + id) {
            m_tabs->setCurrentWidget(tab);
            return;
        }
    }
    m_tabs->setCurrentWidget(m_budgets);
    m_budgets->select(id);
}

void SpendPage::setEditable(bool editable)
{
    m_budgets->setEditable(editable);
    m_prices->setEditable(editable);
    m_commitments->setEditable(editable);
    m_whatIf->setEditable(editable);
    m_invoice->setEditable(editable);
}

} // namespace Gatehouse::Ui
