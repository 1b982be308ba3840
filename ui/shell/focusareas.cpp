// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/focusareas.h"

#include "ui/widgets/tableview.h"

#include <QtWidgets/QLineEdit>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

//! Fields are found by what their names end with.
bool isFilter(const QLineEdit *field)
{
    static constexpr std::array endings{"filterField"_L1, "searchField"_L1, "search"_L1};
    return field->isVisible()
        && std::any_of(endings.cbegin(), endings.cend(), [field](QLatin1StringView ending) {
               return field->objectName().endsWith(ending);
           });
}

bool focusFirstIn(const QWidget *area)
{
    for (QWidget *child : area->findChildren<QWidget *>()) {
        if (!child->isVisible() || !child->isEnabled() || !(child->focusPolicy() & Qt::TabFocus))
            continue;
        child->setFocus(Qt::ShortcutFocusReason);
        return true;
    }
    return false;
}

//! The rows of the table with the focus, else of the first one.
void filterTableOf(const QWidget &page)
{
    TableView *wanted = nullptr;
    for (TableView *table : page.findChildren<TableView *>()) {
        if (table->isVisible() && (!wanted || table->hasFocus()))
            wanted = table;
    }
    if (wanted)
        wanted->openFilter();
}

} // namespace

void focusNextArea(const QList<QWidget *> &areas, const QWidget *focus, int step)
{
    const auto count = int(areas.size());
    const auto holder = std::find_if(areas.cbegin(), areas.cend(), [focus](const QWidget *area) {
        return focus && area->isAncestorOf(focus);
    });
    const int current = holder == areas.cend() ? 0 : int(holder - areas.cbegin());
    for (int i = 1; i <= count; ++i)
        if (focusFirstIn(areas.at((current + i * step + i * count) % count)))
            return;
}

void focusFilterOf(const QWidget &page)
{
    const QList<QLineEdit *> fields = page.findChildren<QLineEdit *>();
    const auto filter = std::find_if(fields.cbegin(), fields.cend(), isFilter);
    if (filter == fields.cend())
        return filterTableOf(page);
    (*filter)->setFocus(Qt::ShortcutFocusReason);
    (*filter)->selectAll();
}

} // namespace Gatehouse::Ui
