// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "core/api/documents/document.h"
#include "core/base/clock.h"

#include <QtWidgets/QWidget>

class QTabWidget;

namespace Gatehouse::Ui {

class BreakdownPane;
class BudgetsPane;
class CommitmentsPane;
class ConfigurationModel;
class PricesPane;
class InvoicePane;
class SeriesColours;
class WhatIfPane;

//! Where the money goes, and how much may go there.
class SpendPage : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(bool ready READ isReady NOTIFY readyChanged)

public:
    //! Everything handed in outlives the page.
    SpendPage(Api::AdminClient &client, ConfigurationModel &configuration, const Clock &clock,
              SeriesColours &colours, QWidget *parent = nullptr);

    bool isReady() const { return m_ready; }
    BreakdownPane &breakdown() { return *m_breakdown; }
    WhatIfPane &whatIf() { return *m_whatIf; }
    InvoicePane &invoice() { return *m_invoice; }
    void refresh();
    void setRange(const QString &range);
    //! "commitments", "whatIf", "prices", "invoice" or "budgets": that tab; a budget's id: that row
    //! of it.
    void open(const QString &id);
    //! False while the gateway does not answer.
    void setEditable(bool editable);

Q_SIGNALS:
    void readyChanged();
    void openRequests(const QString &filter);
    void openPrices();
    //! A document that was tried out is to become the draft of the routes.
    void draftWanted(const Gatehouse::Api::Document &document);
    //! Something was done: a sentence for a short message.
    void done(const QString &text);

private:
    void addShortcuts();
    void setReady();
    void askChargeback();

    Api::AdminClient &m_client;
    ConfigurationModel &m_configuration;
    QTabWidget *m_tabs;
    BreakdownPane *m_breakdown;
    BudgetsPane *m_budgets;
    PricesPane *m_prices;
    CommitmentsPane *m_commitments;
    WhatIfPane *m_whatIf;
    InvoicePane *m_invoice;
    bool m_ready = false;
};

} // namespace Gatehouse::Ui
