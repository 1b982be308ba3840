// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gatehouse/scenes.h"

#include <QtWidgets/QDialog>

namespace Gatehouse {

//! Opens a scene on the page that shows; asked again until it answers true.
using Opener = std::function<bool(Ui::MainWindow &, Api::AdminClient &)>;

//! Opens what \a make makes.
template <typename Make>
Opener dialog(Make make)
{
    return [make](Ui::MainWindow &window, Api::AdminClient &client) {
        QDialog *made = make(window, client);
        made->setAttribute(Qt::WA_DeleteOnClose);
        made->open();
        return true;
    };
}

Opener calls(void (Ui::MainWindow::*slot)());
bool clicked(const Ui::MainWindow &window, const QString &name);
Opener clicks(const QString &name);
bool hasTab(const Ui::MainWindow &window, const QString &name, int index);
Opener showsTab(const QString &name, int index);
//! Opens the first object of a table's page, as Enter on its row does.
bool openedRow(Ui::MainWindow &window, const QString &table);
//! The oldest request of the list: the newest may be running still and have nothing to tell.
bool openedRequest(Ui::MainWindow &window);
//! A request of the sample data whose body is recorded.
bool openedRecording(Ui::MainWindow &window);
//! The first object of a page with tabs; the table is on the first of \a tabs.
Opener opensRow(const QString &table, const QString &tabs = {});
//! A tab of the editor of the first provider.
Opener opensEditor(int tab);
bool choseRow(const Ui::MainWindow &window, const QString &table);
//! The first row of a table, and what a button does with it.
Opener clicksWithRow(const QString &table, const QString &button, const QString &tabs = {},
                     int tab = 0);
//! The entry of a list with this data, and a moment for its answer.
Opener choosesOnTab(const QString &tabs, int tab, const QString &list, const QString &data);
Opener clicksOnTab(const QString &tabs, int tab, const QString &button);
//! The first row of a table, then a part far down on its page.
Opener scrollsTo(const QString &table, const QString &tabs, const QString &part);
//! The first button whose name begins so.
Opener clicksOneOf(const QString &beginning);
//! A part far down on a page that shows already.
Opener scrollsToPart(const QString &part);
//! The end of what scrolls on the page \a page.
Opener scrollsDown(const QString &page);
//! What a menu's entry does.
Opener triggers(const QString &action);
//! The menu of the first share in a diagram of a route.
Opener opensShareMenu();
//! The result of a replay with one model in place of another.
Opener replays(const QString &from, const QString &to);
Opener showsStep(int step);
Opener asksToLeaveSetup();

} // namespace Gatehouse
