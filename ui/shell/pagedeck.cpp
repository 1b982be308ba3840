// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pagedeck.h"

#include <algorithm>

namespace Gatehouse::Ui {

PageDeck::PageDeck(QWidget *parent)
    : QStackedWidget(parent)
{
}

void PageDeck::add(PageEntry entry)
{
    if (entry.page)
        take(entry);
    m_entries.append(std::move(entry));
}

const PageEntry *PageDeck::entry(const QString &id) const
{
    const auto found = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                    [&id](const PageEntry &entry) { return entry.id == id; });
    return found == m_entries.cend() ? nullptr : &*found;
}

const PageEntry *PageDeck::made(const QString &id)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&id](const PageEntry &entry) { return entry.id == id; });
    if (found == m_entries.end())
        return nullptr;
    if (!found->page) {
        found->make(*found);
        take(*found);
    }
    return &*found;
}

void PageDeck::take(const PageEntry &entry)
{
    addWidget(entry.page);
    if (entry.setRange)
        entry.setRange(m_range);
    if (entry.setEditable)
        entry.setEditable(m_editable);
}

void PageDeck::setRange(const QString &range)
{
    m_range = range;
    for (const PageEntry &entry : m_entries)
        if (entry.setRange)
            entry.setRange(range);
}

void PageDeck::setEditable(bool editable)
{
    m_editable = editable;
    for (const PageEntry &entry : m_entries)
        if (entry.setEditable)
            entry.setEditable(editable);
}

bool PageDeck::isDirty() const
{
    return std::any_of(m_entries.cbegin(), m_entries.cend(),
                       [](const PageEntry &entry) { return entry.isDirty(); });
}

} // namespace Gatehouse::Ui
