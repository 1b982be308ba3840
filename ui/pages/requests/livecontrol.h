// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/requestsmodel.h"

class QPushButton;

namespace Gatehouse::Ui {

class RequestsTable;

//! Whether the table follows new requests: a switch, a pause while it is scrolled down, and a
//! button over the table that says how many wait.
class LiveControl : public QObject
{
    Q_OBJECT

public:
    LiveControl(RequestsModel &model, QWidget *page);

    //! The switch; toggled by Space, too.
    QPushButton *button() const { return m_button; }
    void follow(RequestsTable &table, QWidget *card);
    void toggle();

private:
    void setLive(bool live);
    void followScroll(int value);
    void showNewRows();

    RequestsModel &m_model;
    RequestsTable *m_table = nullptr;
    QPushButton *m_button;
    QPushButton *m_newRows = nullptr;
    bool m_pausedByScroll = false;
};

} // namespace Gatehouse::Ui
