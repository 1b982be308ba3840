// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

class QLabel;
class QListView;

namespace Gatehouse::Ui {

class EventListModel;

//! What happened lately.
class EventsCard : public Card
{
    Q_OBJECT

public:
    explicit EventsCard(EventListModel &model, QWidget *parent = nullptr);

private:
    void showWhetherEmpty();

    EventListModel &m_model;
    QListView *m_list;
    QLabel *m_empty;
};

} // namespace Gatehouse::Ui
