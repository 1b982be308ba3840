// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

class QLabel;
class QListView;
class QModelIndex;

namespace Gatehouse::Ui {

class EventListModel;

//! What happened lately.
class EventsCard : public Card
{
    Q_OBJECT

public:
    explicit EventsCard(EventListModel &model, QWidget *parent = nullptr);

Q_SIGNALS:
    //! An event was chosen: what kind it is and what it is about ("provider", "anthropic").
    void activated(const QString &kind, const QString &object);

private:
    void open(const QModelIndex &index);
    void showWhetherEmpty();

    EventListModel &m_model;
    QListView *m_list;
    QLabel *m_empty;
};

} // namespace Gatehouse::Ui
