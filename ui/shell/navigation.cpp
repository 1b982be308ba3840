// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigation.h"

#include "ui/models/preferences.h"
#include "ui/shell/bannerarea.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pagedeck.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/topbar.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

Navigation::Navigation(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

void Navigation::visit(const Visit &visit, const std::function<void()> &change)
{
    const auto go = [this, change] {
        change();
        display(m_visits.current());
    };
    const PageEntry *left = m_parts.pages.entry(page());
    if (left && left->id != visit.page)
        leavePage(*left, go);
    else
        go();
    m_parts.sidebar.setCurrent(page()); // the item that was clicked, or the page that stays
}

void Navigation::showPage(const QString &id, const QString &filter)
{
    const Visit wanted{.page = id, .filter = filter};
    if (m_parts.pages.entry(id) && m_visits.current() != wanted)
        visit(wanted, [this, wanted] { m_visits.add(wanted); });
}

void Navigation::showObject(const QString &id, const QString &object)
{
    const PageEntry *page = m_parts.pages.made(id);
    const auto open = page ? page->openObject : std::function<void(const QString &)>();
    const Visit wanted{.page = id};
    if (!page)
        return;
    if (m_visits.current() == wanted)
        return open ? open(object) : void();
    visit(wanted, [this, wanted, open, object] {
        m_visits.add(wanted);
        if (open)
            open(object);
    });
}

void Navigation::step(int steps)
{
    if (const std::optional<Visit> wanted = m_visits.at(steps))
        visit(*wanted, [this, steps] { m_visits.move(steps); });
}

void Navigation::setConnectOffered(bool offered)
{
    m_offersConnect = offered;
    if (!m_visits.isEmpty())
        display(m_visits.current());
}

void Navigation::display(const Visit &visit)
{
    const PageEntry *page = m_parts.pages.entry(visit.page);
    if (m_parts.window.isVisible())
        bringCurrent();
    // Providers says how many keys wait, and unlocks them.
    m_parts.banners.setToldByPage(page->id == "providers"_L1 ? u"secrets_locked"_s : QString());
    m_parts.sidebar.setCurrent(page->id);
    m_parts.topBar.setTitle(page->title);
    const bool own = !page->primaryAction.isEmpty();
    const bool connects = page->place == PageEntry::Place::Watch && m_offersConnect;
    m_parts.topBar.setPrimaryAction(own            ? page->primaryAction
                                        : connects ? MainWindow::tr("Connect an app")
                                                   : QString(),
                                    own ? u"plus"_s : u"plug"_s);
    Q_EMIT changed();
    m_parts.preferences.setLastPage(page->id);
}

void Navigation::bringCurrent()
{
    const Visit visit = m_visits.current();
    const PageEntry *page = m_parts.pages.made(visit.page);
    if (page->setFilter) {
        // A filter with its own span of time is not cut by the shared range.
        if (page->setRange)
            page->setRange(visit.filter.contains("since:"_L1) ? QString() : m_parts.topBar.range());
        page->setFilter(visit.filter);
    }
    m_parts.topBar.setRangeVisible(bool(page->setRange));
    m_parts.pages.setCurrentWidget(page->page);
    Q_EMIT brought();
}

} // namespace Gatehouse::Ui
