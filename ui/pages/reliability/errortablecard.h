// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cellsmodel.h"
#include "ui/widgets/card.h"

class QJsonArray;

namespace Gatehouse::Ui {

class TableView;

//! The kinds of errors with their count and meaning.
class ErrorTableCard : public Card
{
    Q_OBJECT

public:
    explicit ErrorTableCard(QWidget *parent = nullptr);

    //! "errors" of GET /reliability.
    void setErrors(const QJsonArray &errors);

Q_SIGNALS:
    void kindActivated(const QString &kind);

private:
    void sizeKinds();

    CellsModel m_rows;
    TableView *m_table;
    int m_widestKind = 0;
};

} // namespace Gatehouse::Ui
