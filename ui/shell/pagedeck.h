// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/pageentry.h"

#include <QtWidgets/QStackedWidget>

namespace Gatehouse::Ui {

//! The pages of the window, one shown at a time. A page is made when it is first wanted, so that
//! the first frame and another language wait for one page and not for all of them.
class PageDeck : public QStackedWidget
{
    Q_OBJECT

public:
    explicit PageDeck(QWidget *parent = nullptr);

    const QList<PageEntry> &entries() const { return m_entries; }
    void add(PageEntry entry);
    //! Null when there is no such page.
    const PageEntry *entry(const QString &id) const;
    //! The same with its page and hooks; they are made now when this is the first time.
    const PageEntry *made(const QString &id);
    //! The shared range of time, for the pages there are and those made later.
    void setRange(const QString &range);
    //! False while the gateway does not answer.
    void setEditable(bool editable);
    //! Some page has edits that are not saved.
    bool isDirty() const;

private:
    void take(const PageEntry &entry);

    QList<PageEntry> m_entries;
    QString m_range;
    bool m_editable = true;
};

} // namespace Gatehouse::Ui
