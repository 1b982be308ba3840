// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gatehouse/reportscenes.h"

#include "app/gatehouse/bookopeners.h"
#include "ui/pages/alerts/channeldialog.h"
#include "ui/shell/notifications.h"

using namespace Qt::StringLiterals;

namespace Gatehouse {

namespace {

QList<Scene> spendScenes()
{
    const QString spend = u"spend"_s;
    const QString tabs = u"spend.tabs"_s;
    const QString budgets = u"spend.budgetsTable"_s;
    return {
        {u"dialog/chargeback"_s, spend, {}, triggers(u"spend.chargeback"_s)},
        {u"part/spend-two-levels"_s,
         spend,
         {},
         choosesOnTab(tabs, 0, u"spend.thenCombo"_s, u"model"_s)},
        {u"part/spend-end"_s, spend, {}, scrollsDown(spend)},
        {u"part/spend-budgets"_s, spend, {}, showsTab(tabs, 1)},
        {u"dialog/budget-new"_s,
         spend,
         {},
         clicksWithRow(budgets, u"spend.newBudgetButton"_s, tabs, 1)},
        {u"dialog/budget-raise"_s,
         spend,
         {},
         clicksWithRow(budgets, u"spend.raiseBudgetButton"_s, tabs, 1)},
        {u"dialog/budget-reset"_s,
         spend,
         {},
         clicksWithRow(budgets, u"spend.resetBudgetButton"_s, tabs, 1)},
        {u"dialog/spend-pause"_s, spend, {}, clicksOnTab(tabs, 1, u"spend.pauseButton"_s)},
        {u"part/spend-commitments"_s, spend, {}, showsTab(tabs, 2)},
        {u"dialog/contract-new"_s, spend, {}, clicksOnTab(tabs, 2, u"spend.newContractButton"_s)},
        {u"part/spend-whatif"_s, spend, {}, showsTab(tabs, 3)},
        {u"part/spend-whatif-result"_s,
         spend,
         {},
         replays(u"openai/gpt-4o"_s, u"mistral/mistral-large"_s)},
        {u"part/spend-prices"_s, spend, {}, showsTab(tabs, 4)},
        {u"dialog/price-list"_s, spend, {}, clicksOnTab(tabs, 4, u"spend.prices.updateButton"_s)},
        {u"dialog/price-list-difference"_s, spend, {}, comparesPriceList()},
        {u"dialog/recalculate"_s,
         spend,
         {},
         clicksOnTab(tabs, 4, u"spend.prices.recalculateButton"_s)},
        {u"dialog/recalculate-difference"_s, spend, {}, comparesRecalculation()},
        {u"dialog/correct-hour"_s,
         spend,
         {},
         clicksOnTab(tabs, 4, u"spend.prices.correctHourButton"_s)},
        {u"part/spend-invoice"_s, spend, {}, showsTab(tabs, 5)},
        {u"part/spend-invoice-gap"_s, spend, {}, checksInvoice()}};
}

//! As of the outage of the sample data.
void addNotices(Ui::NoticeLog &notices)
{
    const QString name = u"OpenAI (sample)"_s;
    const QDateTime outage(QDate::currentDate().addDays(-2), QTime(10, 23));
    notices.add({.time = outage,
                 .title = Ui::Notifications::tr("%1 is down").arg(name),
                 .text = Ui::Notifications::tr(
                     "Its recent requests failed. Routes use their other targets."),
                 .isBad = true,
                 .page = u"requests"_s,
                 .filter = u"provider:openai"_s});
    notices.add({.time = outage.addSecs(37 * 60),
                 .title = Ui::Notifications::tr("%1 works again").arg(name),
                 .text = Ui::Notifications::tr("Requests go there again."),
                 .page = u"requests"_s,
                 .filter = u"provider:openai"_s});
}

QList<Scene> alertScenes()
{
    const QString alerts = u"alerts"_s;
    const QString tabs = u"alerts.tabs"_s;
    const auto secret = [](Ui::MainWindow &window, Api::AdminClient &) {
        return new Ui::SigningSecretDialog(
            u"ops"_s, u"whsec-not-a-real-secret-but-as-long-as-one-p4Zs"_s, &window);
    };
    const auto history = [shows = showsTab(tabs, 1)](Ui::MainWindow &window,
                                                     Api::AdminClient &client) {
        if (window.notices().notices().isEmpty())
            addNotices(window.notices());
        return shows(window, client);
    };
    return {
        {u"part/alerts-history"_s, alerts, {}, history},
        {u"part/alerts-channels"_s, alerts, {}, showsTab(tabs, 2)},
        {u"dialog/alert-new"_s, alerts, {}, calls(&Ui::MainWindow::runPrimaryAction)},
        {u"dialog/alert-edit"_s,
         alerts,
         {},
         clicksWithRow(u"alerts.rulesTable"_s, u"alerts.editButton"_s, tabs, 0)},
        {u"dialog/channel-new"_s, alerts, {}, clicksOnTab(tabs, 2, u"alerts.newChannelButton"_s)},
        {u"dialog/channel-secret"_s, alerts, {}, dialog(secret)}};
}

QList<Scene> otherScenes()
{
    const QString reliability = u"reliability"_s;
    const auto record = [](Ui::MainWindow &window, Api::AdminClient &) {
        return choseRow(window, u"audit.table"_s);
    };
    return {{u"dialog/objective"_s,
             reliability,
             {},
             clicksOneOf(u"reliability.editObjectiveButton."_s)},
            {u"dialog/breaker-hold"_s, reliability, {}, clicks(u"reliability.holdBreakerButton"_s)},
            {u"part/reliability-end"_s, reliability, {}, scrollsDown(reliability)},
            {u"part/latency-end"_s, u"latency"_s, {}, scrollsDown(u"latency"_s)},
            {u"part/audit-detail"_s, u"audit"_s, {}, record}};
}

} // namespace

QList<Scene> reportScenes()
{
    return spendScenes() + alertScenes() + otherScenes();
}

} // namespace Gatehouse
