// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/pageentry.h"
#include "ui/shell/sidebar.h"

namespace Gatehouse::Ui {

class WindowActions;

//! Where \a place stands in the sidebar.
Sidebar::Section sectionOf(PageEntry::Place place);
//! The name of the action that opens the page \a id.
QString actionOfPage(const QString &id);
//! Adds the action that opens \a entry, with a number of its own among \a before.
void addPageAction(WindowActions &actions, const QList<PageEntry> &before, const PageEntry &entry,
                   const std::function<void()> &open);

} // namespace Gatehouse::Ui
