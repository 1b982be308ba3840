// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gatehouse/routescenes.h"

#include "app/gatehouse/sceneopeners.h"
#include "ui/models/differencetext.h"
#include "ui/pages/routes/deleteroutedialog.h"
#include "ui/pages/routes/publishdialog.h"
#include "ui/widgets/question.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;

namespace Gatehouse {

namespace {

QJsonObject sampleChange(const QString &field, const QString &owner, int before, int after)
{
    return {{u"words"_s,
             QJsonObject{
                 {u"form"_s, u"changed"_s}, {u"field"_s, field}, {u"owners"_s, QJsonArray{owner}}}},
            {u"before"_s, before},
            {u"after"_s, after}};
}

QDialog *makePublishDialog(Ui::MainWindow &window, Api::AdminClient &)
{
    return new Ui::PublishDialog(sampleSentences(), 1, &window);
}

bool askedToDelete(Ui::MainWindow &window, Api::AdminClient &)
{
    auto *question = new Ui::DeleteRouteDialog(
        u"chat-default"_s, {.fallbackOf = {u"invoice"_s}, .teams = {u"research"_s}, .keys = {}},
        {u"checkout-service"_s}, &window);
    Ui::openQuestion(*question);
    return true;
}

} // namespace

QStringList sampleSentences()
{
    return Ui::differenceTexts(
        {{u"changes"_s,
          QJsonArray{sampleChange(u"weight"_s, u"openai/gpt-4o, chat-default"_s, 70, 60),
                     sampleChange(u"max_in_flight"_s, u"mistral"_s, 4, 8)}}});
}

QList<Scene> routeScenes()
{
    const QString page = u"routes"_s;
    const QString list = u"routes.list"_s;
    const QString tabs = u"routes.tabs"_s;
    return {
        {u"part/route-editor"_s, page, {}, scrollsTo(list, tabs, u"routes.nameField"_s)},
        {u"part/route-explain"_s, page, {}, clicksOnTab(tabs, 2, u"routes.explain.runButton"_s)},
        {u"part/route-weight"_s, page, u"chat-default"_s, opensShareMenu()},
        {u"part/route-list"_s,
         page,
         {},
         clicksWithRow(list, u"routes.viewControl.listButton"_s, tabs)},
        {u"dialog/route-condition"_s,
         page,
         {},
         clicksWithRow(list, u"routes.addConditionButton"_s, tabs)},
        {u"part/route-more"_s, page, {}, scrollsTo(list, tabs, u"routes.moreButton"_s)},
        {u"part/route-targets"_s, page, {}, scrollsTo(list, tabs, u"routes.strategyCombo"_s)},
        {u"part/route-canary"_s, page, u"fast"_s, scrollsToPart(u"routes.trials.canaryLabel"_s)},
        {u"part/route-shadow"_s, page, u"chat-default"_s,
         scrollsToPart(u"routes.trials.shadowLabel"_s)},
        {u"part/route-versions"_s, page, {}, showsTab(tabs, 1)},
        {u"dialog/route-publish"_s, page, {}, dialog(makePublishDialog)},
        {u"dialog/route-delete"_s, page, {}, askedToDelete},
        {u"part/route-new"_s, page, {}, calls(&Ui::MainWindow::runPrimaryAction)}};
}

} // namespace Gatehouse
