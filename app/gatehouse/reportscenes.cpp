// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gatehouse/reportscenes.h"

#include "app/gatehouse/sceneopeners.h"

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
        {u"dialog/recalculate"_s,
         spend,
         {},
         clicksOnTab(tabs, 4, u"spend.prices.recalculateButton"_s)},
        {u"part/spend-invoice"_s, spend, {}, showsTab(tabs, 5)}};
}

QList<Scene> alertScenes()
{
    const QString alerts = u"alerts"_s;
    const QString tabs = u"alerts.tabs"_s;
    return {
        {u"part/alerts-history"_s, alerts, {}, showsTab(tabs, 1)},
        {u"part/alerts-channels"_s, alerts, {}, showsTab(tabs, 2)},
        {u"dialog/alert-new"_s, alerts, {}, calls(&Ui::MainWindow::runPrimaryAction)},
        {u"dialog/alert-edit"_s,
         alerts,
         {},
         clicksWithRow(u"alerts.rulesTable"_s, u"alerts.editButton"_s, tabs, 0)},
        {u"dialog/channel-new"_s, alerts, {}, clicksOnTab(tabs, 2, u"alerts.newChannelButton"_s)}};
}

QList<Scene> otherScenes()
{
    const QString reliability = u"reliability"_s;
    const auto record = [](Ui::MainWindow &window, Api::AdminClient &) {
        return choseRow(window, u"audit.table"_s);
    };
    QList<Scene> all{
        {u"dialog/objective"_s,
         reliability,
         {},
         clicksOneOf(u"reliability.editObjectiveButton."_s)},
        {u"dialog/breaker-hold"_s, reliability, {}, clicks(u"reliability.holdBreakerButton"_s)},
        {u"part/reliability-end"_s, reliability, {}, scrollsDown(reliability)},
        {u"part/latency-end"_s, u"latency"_s, {}, scrollsDown(u"latency"_s)},
        {u"dialog/record"_s, u"requests"_s, {}, clicks(u"requests.recordButton"_s)},
        {u"part/audit-detail"_s, u"audit"_s, {}, record},
        {u"part/request-headers"_s,
         u"requests"_s,
         {},
         [](Ui::MainWindow &window, Api::AdminClient &) {
             return openedRecording(window) && hasTab(window, u"requests.detail.tabs"_s, 4)
                 && clicked(window, u"requests.detail.showHeadersButton"_s);
         }},
        {u"dialog/replay"_s, u"requests"_s, {}, [](Ui::MainWindow &window, Api::AdminClient &) {
             return openedRecording(window) && clicked(window, u"requests.detail.replayButton"_s);
         }}};
    for (const auto &[name, tab] : {std::pair{u"attempts"_s, 1}, {u"cost"_s, 2}, {u"raw"_s, 5}}) {
        const auto open = [tab = tab](Ui::MainWindow &window, Api::AdminClient &) {
            return openedRequest(window) && hasTab(window, u"requests.detail.tabs"_s, tab);
        };
        all.append({u"part/request-"_s + name, u"requests"_s, {}, open});
    }
    return all;
}

} // namespace

QList<Scene> reportScenes()
{
    return spendScenes() + alertScenes() + otherScenes();
}

} // namespace Gatehouse
