// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

#include <QtWidgets/QWidget>

class QLabel;

namespace Gatehouse::Ui {

class CellsModel;
class TableView;

//! Every limit and budget that holds for a key, from the gateway down to its routes, with those
//! that bind marked.
class LimitLadder : public QWidget
{
    Q_OBJECT

public:
    explicit LimitLadder(Api::AdminClient &client, QWidget *parent = nullptr);

    //! Reads them anew; an empty id shows nothing.
    void showKey(const QString &id);

private:
    void take(const QJsonObject &answer);

    Api::AdminClient &m_client;
    QString m_id;
    CellsModel *m_rows;
    TableView *m_table;
    QLabel *m_none;
};

} // namespace Gatehouse::Ui
