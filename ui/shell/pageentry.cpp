// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pageentry.h"

#include <algorithm>

namespace Gatehouse::Ui {

void leavePage(const PageEntry &page, std::function<void()> go)
{
    if (page.isDirty() && !page.draft.outlivesVisit)
        page.draft.leave(std::move(go));
    else
        go();
}

void leavePages(const QList<PageEntry> &pages, std::function<void()> go)
{
    const auto dirty = std::find_if(pages.cbegin(), pages.cend(),
                                    [](const PageEntry &page) { return page.isDirty(); });
    if (dirty == pages.cend())
        return go();
    dirty->draft.leave([pages, go = std::move(go)] { leavePages(pages, go); });
}

} // namespace Gatehouse::Ui
