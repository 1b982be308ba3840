// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gatehouse/sceneopeners.h"

#include "ui/pages/requests/requestdetailpanel.h"
#include "ui/pages/routes/routediagram.h"
#include "ui/widgets/celldelegate.h"
#include "ui/wizard/wizard.h"

#include <QtGui/QAction>
#include <QtGui/QContextMenuEvent>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTabWidget>

using namespace Qt::StringLiterals;

namespace Gatehouse {

namespace {

constexpr int sceneMargin = 40; //!< above a part that is scrolled to: its label

} // namespace

Opener calls(void (Ui::MainWindow::*slot)())
{
    return [slot](Ui::MainWindow &window, Api::AdminClient &) {
        (window.*slot)();
        return true;
    };
}

bool clicked(const Ui::MainWindow &window, const QString &name)
{
    auto *button = window.findChild<QAbstractButton *>(name);
    if (!button || !button->isVisible() || !button->isEnabled())
        return false;
    button->click();
    return true;
}

Opener clicks(const QString &name)
{
    return [name](Ui::MainWindow &window, Api::AdminClient &) { return clicked(window, name); };
}

bool hasTab(const Ui::MainWindow &window, const QString &name, int index)
{
    auto *bar = window.findChild<QTabBar *>(name);
    if (const auto *tabs = window.findChild<QTabWidget *>(name))
        bar = tabs->tabBar();
    if (!bar || !bar->isVisible() || index >= bar->count())
        return false;
    bar->setCurrentIndex(index);
    return true;
}

Opener showsTab(const QString &name, int index)
{
    return [name, index](Ui::MainWindow &window, Api::AdminClient &) {
        return hasTab(window, name, index);
    };
}

namespace {

QAbstractItemModel *shownModel(const Ui::MainWindow &window, const QString &table)
{
    const auto *view = window.findChild<QAbstractItemView *>(table);
    const bool shows = view && view->isVisible() && view->model() && view->model()->rowCount() > 0;
    return shows ? view->model() : nullptr;
}

} // namespace

bool openedRow(Ui::MainWindow &window, const QString &table)
{
    const QAbstractItemModel *model = shownModel(window, table);
    if (!model)
        return false;
    window.showObject(window.currentPage(), model->index(0, 0).data(Ui::CellRole::Id).toString());
    return true;
}

bool openedRequest(Ui::MainWindow &window)
{
    const QAbstractItemModel *model = shownModel(window, u"requests.table"_s);
    if (!model)
        return false;
    const QModelIndex oldest = model->index(model->rowCount() - 1, 0);
    window.showObject(u"requests"_s, oldest.data(Ui::CellRole::Id).toString());
    return true;
}

namespace {

//! The oldest shown request, once it is one of the key \a name.
QModelIndex oldestOf(const Ui::MainWindow &window, const QString &name)
{
    const QAbstractItemModel *model = shownModel(window, u"requests.table"_s);
    for (int column = 0; model && column < model->columnCount(); ++column) {
        const QModelIndex index = model->index(model->rowCount() - 1, column);
        if (index.data().toString() == name)
            return index;
    }
    return {};
}

} // namespace

bool openedRecording(Ui::MainWindow &window)
{
    const QString key = u"helpdesk-bot"_s;
    const QString filter = u"key:"_s + key;
    const auto *field = window.findChild<QLineEdit *>(u"requests.filterField"_s);
    if (!field || field->text() != filter) {
        window.showPage(u"requests"_s, filter);
        return false;
    }
    const QModelIndex oldest = oldestOf(window, key);
    if (!oldest.isValid())
        return false; // of the filter before
    const auto *panel = window.findChild<Ui::RequestDetailPanel *>();
    const auto *replay = window.findChild<QAbstractButton *>(u"requests.detail.replayButton"_s);
    if (panel && panel->isVisible() && panel->requestId() == oldest.data(Ui::CellRole::Id) && replay
        && replay->isVisible() && replay->isEnabled())
        return true;
    auto *view = window.findChild<QAbstractItemView *>(u"requests.table"_s);
    view->setCurrentIndex(oldest);
    QMetaObject::invokeMethod(view, "rowActivated", Q_ARG(QModelIndex, oldest));
    return false;
}

Opener opensRow(const QString &table, const QString &tabs)
{
    return [table, tabs](Ui::MainWindow &window, Api::AdminClient &) {
        return (tabs.isEmpty() || hasTab(window, tabs, 0)) && openedRow(window, table);
    };
}

Opener opensEditor(int tab)
{
    return [tab](Ui::MainWindow &window, Api::AdminClient &) {
        return openedRow(window, u"providers.table"_s)
            && hasTab(window, u"providers.editor.tabs"_s, tab);
    };
}

bool choseRow(const Ui::MainWindow &window, const QString &table)
{
    auto *view = window.findChild<QAbstractItemView *>(table);
    if (!view || !view->isVisible() || !view->model() || view->model()->rowCount() == 0)
        return false;
    view->setCurrentIndex(view->model()->index(0, 0));
    return true;
}

Opener clicksWithRow(const QString &table, const QString &button, const QString &tabs, int tab)
{
    return [=](Ui::MainWindow &window, Api::AdminClient &) {
        return (tabs.isEmpty() || hasTab(window, tabs, tab)) && choseRow(window, table)
            && clicked(window, button);
    };
}

Opener clicksOneOf(const QString &beginning)
{
    return [beginning](Ui::MainWindow &window, Api::AdminClient &) {
        for (QAbstractButton *button : window.findChildren<QAbstractButton *>())
            if (button->objectName().startsWith(beginning))
                return clicked(window, button->objectName());
        return false;
    };
}

Opener showsStep(int step)
{
    return [step](Ui::MainWindow &window, Api::AdminClient &) {
        auto *wizard = window.findChild<Ui::Wizard *>();
        if (!wizard)
            window.openWizard();
        return wizard && wizard->preview(step);
    };
}

Opener asksToLeaveSetup()
{
    return [](Ui::MainWindow &window, Api::AdminClient &) {
        auto *wizard = window.findChild<Ui::Wizard *>();
        if (wizard)
            wizard->reject();
        else
            window.openWizard();
        return wizard != nullptr;
    };
}

Opener choosesOnTab(const QString &tabs, int tab, const QString &list, const QString &data)
{
    return [=](Ui::MainWindow &window, Api::AdminClient &) {
        auto *box = window.findChild<QComboBox *>(list);
        if (!hasTab(window, tabs, tab) || !box || !box->isVisible())
            return false;
        const bool isChosen = box->currentData().toString() == data;
        box->setCurrentIndex(box->findData(data));
        return isChosen;
    };
}

Opener clicksOnTab(const QString &tabs, int tab, const QString &button)
{
    return [=](Ui::MainWindow &window, Api::AdminClient &) {
        return hasTab(window, tabs, tab) && clicked(window, button);
    };
}

namespace {

bool scrolledTo(const Ui::MainWindow &window, const QString &part)
{
    auto *wanted = window.findChild<QWidget *>(part);
    if (!wanted || !wanted->isVisible())
        return false;
    for (QWidget *parent = wanted; parent; parent = parent->parentWidget())
        if (auto *area = qobject_cast<QScrollArea *>(parent))
            area->verticalScrollBar()->setValue(wanted->mapTo(area->widget(), QPoint()).y()
                                                - sceneMargin);
    return true;
}

} // namespace

Opener scrollsTo(const QString &table, const QString &tabs, const QString &part)
{
    return [=](Ui::MainWindow &window, Api::AdminClient &) {
        return hasTab(window, tabs, 0) && choseRow(window, table) && scrolledTo(window, part);
    };
}

Opener scrollsToPart(const QString &part)
{
    return [part](Ui::MainWindow &window, Api::AdminClient &) { return scrolledTo(window, part); };
}

Opener scrollsDown(const QString &page)
{
    return [page](Ui::MainWindow &window, Api::AdminClient &) {
        const auto *root = window.findChild<QWidget *>(u"page."_s + page);
        if (!root || !root->isVisible())
            return false;
        for (QScrollArea *area : root->findChildren<QScrollArea *>())
            if (area->isVisible())
                area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
        return true;
    };
}

Opener triggers(const QString &name)
{
    return [name](Ui::MainWindow &window, Api::AdminClient &) {
        auto *action = window.findChild<QAction *>(name);
        if (!action || !action->isEnabled())
            return false;
        action->trigger();
        return true;
    };
}

Opener opensShareMenu()
{
    return [](Ui::MainWindow &window, Api::AdminClient &) {
        clicked(window, u"routes.viewControl.diagramButton"_s);
        auto *diagram = window.findChild<Ui::RouteDiagram *>(u"routes.diagram"_s);
        if (!diagram || !diagram->isVisible() || diagram->nodeCount() < 3)
            return false;
        const int target = 2; // after the name and the strategy
        diagram->setCurrentNode(target);
        const QPoint place = diagram->shareRect(target).center().toPoint();
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, diagram->mapToGlobal(place));
        QApplication::sendEvent(diagram, &event);
        return true;
    };
}

Opener replays(const QString &from, const QString &to)
{
    return [=](Ui::MainWindow &window, Api::AdminClient &) {
        const auto *result = window.findChild<QWidget *>(u"spend.whatIf.resultTable"_s);
        const auto *cancel = window.findChild<QWidget *>(u"spend.whatIf.cancelButton"_s);
        if (result && result->isVisible())
            return true;
        if (cancel && cancel->isVisible())
            return false; // it runs
        auto *replaced = window.findChild<QComboBox *>(u"spend.whatIf.fromCombo"_s);
        auto *by = window.findChild<QComboBox *>(u"spend.whatIf.toCombo"_s);
        if (!hasTab(window, u"spend.tabs"_s, 3) || !replaced || replaced->findText(from) < 0)
            return false;
        replaced->setCurrentIndex(replaced->findText(from));
        by->setCurrentText(to);
        clicked(window, u"spend.whatIf.runButton"_s);
        return false; // until the result is there
    };
}

} // namespace Gatehouse
