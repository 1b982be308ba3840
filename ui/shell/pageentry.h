// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/paletteentry.h"

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtGui/QKeySequence>

#include <functional>

class QWidget;

namespace Gatehouse::Ui {

//! Edits of a page that are not saved yet.
struct PageDraft {
    //! None when the page has nothing to lose.
    std::function<bool()> isDirty = {};
    //! Asks, and runs \a go once the edits are saved or discarded; not at all when the person
    //! stays.
    std::function<void(std::function<void()> go)> leave = {};
    //! Other pages may be visited meanwhile; only what ends the window asks.
    bool outlivesVisit = false;
};

//! One page of the window. Only pages that work are added, so the sidebar shows no others.
struct PageEntry {
    enum class Place { Watch, SetUp, Tools, Bottom };

    QString id; //!< "requests"; the widget is named "page.requests"
    QString title;
    QString iconName;
    Place place = Place::Watch;
    QWidget *page = nullptr; //!< null until it is made
    QKeySequence keys = {};  //!< in place of its number among the pages
    std::function<void()> refresh = {};
    //! Shows the rows of a filter; none when the page has no filter.
    std::function<void(const QString &)> setFilter = {};
    //! Takes part in the shared range of time.
    std::function<void(const QString &)> setRange = {};
    //! The page's main action, in the top bar and by Ctrl+N: "New key"; none when empty.
    QString primaryAction = {};
    std::function<void()> runPrimary = {};
    //! Shows one object of the page: a provider, a key, a route, a request.
    std::function<void(const QString &)> openObject = {};
    //! What the palette offers beside the page: its tabs, the rows of its settings.
    std::function<QList<PaletteEntry>()> commands = {};
    //! False while the gateway does not answer: the page shows its last data and changes nothing.
    std::function<void(bool editable)> setEditable = {};
    //! What leaving the page would lose.
    PageDraft draft = {};
    //! Fills in `page` and its hooks when the page is first wanted; not needed where they are set.
    std::function<void(PageEntry &entry)> make = {};

    bool isDirty() const { return draft.isDirty && draft.isDirty(); }
};

//! Runs \a go when nothing of \a page is lost by leaving it, at once or after the person's answer.
void leavePage(const PageEntry &page, std::function<void()> go);
//! The same for all of \a pages, one question after the other: before the window ends.
void leavePages(const QList<PageEntry> &pages, std::function<void()> go);

} // namespace Gatehouse::Ui
