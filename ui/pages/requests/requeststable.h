// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tableview.h"

#include <QtCore/QHash>

namespace Gatehouse::Ui {

class RequestsModel;

//! The requests: widths of the columns, which of them show at first, and the column of the model's
//! name taking what the others leave.
class RequestsTable : public TableView
{
    Q_OBJECT

public:
    RequestsTable(RequestsModel &model, QWidget *parent = nullptr);

Q_SIGNALS:
    void resized();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void sizeColumns();
    void makeRoom(int first, int last);

    QHash<int, int> m_widths; //!< of every column, hidden or not, while nobody drags one
};

} // namespace Gatehouse::Ui
