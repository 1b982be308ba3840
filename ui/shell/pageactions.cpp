// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pageactions.h"

#include "ui/shell/windowactions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

Sidebar::Section sectionOf(PageEntry::Place place)
{
    switch (place) {
    case PageEntry::Place::Watch:
        return Sidebar::Section::Watch;
    case PageEntry::Place::SetUp:
        return Sidebar::Section::SetUp;
    case PageEntry::Place::Tools:
        return Sidebar::Section::Tools;
    case PageEntry::Place::Bottom:
        break;
    }
    return Sidebar::Section::Bottom;
}

QString actionOfPage(const QString &id)
{
    return u"action.open%1%2"_s.arg(id.front().toUpper()).arg(id.mid(1));
}

void addPageAction(WindowActions &actions, const QList<PageEntry> &before, const PageEntry &entry,
                   const std::function<void()> &open)
{
    const auto numbered = std::count_if(before.cbegin(), before.cend(), [](const PageEntry &page) {
        return page.place != PageEntry::Place::Bottom && page.keys.isEmpty();
    });
    // QKeySequence::Preferences is empty on X11 without a desktop theme (Qt 6.4).
    const QKeySequence usual = entry.place == PageEntry::Place::Bottom
        ? QKeySequence(Qt::CTRL | Qt::Key_Comma)
        : numbered < 9 ? QKeySequence(u"Ctrl+%1"_s.arg(numbered + 1))
                       : QKeySequence();
    const QString text = QString(entry.title).replace(u'&', "&&"_L1); // no mnemonic
    actions.add(WindowActions::Menu::Go, actionOfPage(entry.id), text, entry.id,
                entry.keys.isEmpty() ? usual : entry.keys, open);
}

} // namespace Gatehouse::Ui
