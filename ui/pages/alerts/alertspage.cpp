// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/alerts/alertspage.h"

#include "ui/pages/alerts/alertchannelspane.h"
#include "ui/pages/alerts/alerthistorypane.h"
#include "ui/pages/alerts/alertrulespane.h"

#include <QtGui/QShortcut>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QTabWidget>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int margin = 24;
constexpr int bottomMargin = 16;

} // namespace

AlertsPage::AlertsPage(Api::AdminClient &client, ConfigurationModel &configuration,
                       const Clock &clock, const NoticeLog &notices, QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabWidget(this))
    , m_rules(new AlertRulesPane(client, configuration, clock, this))
    , m_history(new AlertHistoryPane(client, clock, notices, this))
    , m_channels(new AlertChannelsPane(client, configuration, clock, this))
{
    setObjectName(u"page.alerts"_s);
    setAccessibleName(tr("Alerts"));
    m_tabs->setObjectName(u"alerts.tabs"_s);
    m_tabs->setAccessibleName(tr("Rules, history or channels"));
    m_tabs->addTab(m_rules, tr("Rules"));
    m_tabs->addTab(m_history, tr("History"));
    m_tabs->addTab(m_channels, tr("Channels"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, 0, margin, bottomMargin);
    layout->addWidget(m_tabs);
    connect(m_rules, &AlertRulesPane::done, this, &AlertsPage::done);
    connect(m_channels, &AlertChannelsPane::done, this, &AlertsPage::done);
    connect(m_history, &AlertHistoryPane::openRequested, this, &AlertsPage::openRequested);
    connect(m_rules, &AlertRulesPane::loaded, this, &AlertsPage::setReady);
    connect(m_history, &AlertHistoryPane::loaded, this, &AlertsPage::setReady);
    connect(m_channels, &AlertChannelsPane::loaded, this, &AlertsPage::setReady);
    addShortcuts();
}

void AlertsPage::addShortcuts()
{
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + tab)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this,
                [this, tab] { m_tabs->setCurrentIndex(tab); });
    }
    auto *acknowledge = new QShortcut(Qt::Key_A, this, m_rules, &AlertRulesPane::acknowledge);
    acknowledge->setContext(Qt::WidgetWithChildrenShortcut);
    auto *snooze = new QShortcut(Qt::Key_Z, this, m_rules, &AlertRulesPane::toggleSnooze);
    snooze->setContext(Qt::WidgetWithChildrenShortcut);
}

void AlertsPage::setReady()
{
    if (std::exchange(m_ready, true))
        return;
    Q_EMIT readyChanged();
}

void AlertsPage::refresh()
{
    m_rules->refresh();
    m_history->refresh();
    m_channels->refresh();
}

void AlertsPage::open(const QString &id)
{
    if (id == "history"_L1) {
        m_tabs->setCurrentWidget(m_history);
    } else if (id == "channels"_L1) {
        m_tabs->setCurrentWidget(m_channels);
    } else if (id.startsWith("new:"_L1)) {
        m_tabs->setCurrentWidget(m_rules);
        m_rules->createOf(id.mid(4));
    } else {
        m_tabs->setCurrentWidget(m_rules);
        m_rules->select(id);
    }
}

void AlertsPage::createNew()
{
    m_tabs->setCurrentWidget(m_rules);
    m_rules->create();
}

void AlertsPage::setEditable(bool editable)
{
    m_rules->setEditable(editable);
    m_channels->setEditable(editable);
}

} // namespace Gatehouse::Ui
