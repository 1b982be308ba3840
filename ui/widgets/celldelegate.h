// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tokens.h"

#include <QtCore/QVariant>
#include <QtWidgets/QStyledItemDelegate>

namespace Gatehouse::Ui {

//! How a table cell is painted; models give it under CellRole::Kind.
enum class CellKind {
    Text,
    Strong,   //!< the key column
    Number,   //!< right-aligned, digits of one width
    Swatch,   //!< a series square, strong text, then CellRole::Detail in small
    Pill,     //!< text, CellRole::Tone, CellRole::Icon
    Meter,    //!< CellRole::Share as a bar in CellRole::Tone, then the text
    TwoLine,  //!< text over CellRole::Detail
    Code,     //!< monospace
    Spark,    //!< a line of CellRole::Points in the colour of CellRole::Series, then the text
    Sentence, //!< text, in two lines where one has no room
    Check,    //!< a box of Qt::CheckStateRole, then text; a click or Space changes it
};

//! Roles of Gatehouse's models. Qt::UserRole is the id of a row, and in headers the key of a
//! column.
namespace CellRole {
enum {
    Id = Qt::UserRole,
    Kind,     //!< int(CellKind)
    Detail,   //!< QString
    Tone,     //!< int(Tone)
    Icon,     //!< QString, Lucide name
    Series,   //!< int, index of the theme's series colours
    Share,    //!< double, 0 … 1
    Points,   //!< QList<double> of a sparkline; NaN is a gap
    Trailing, //!< QString at the end of a two-line item
    Sort,     //!< a value that sorts as the cell should
    Value,    //!< what an export writes in place of the text: a number, Money, QDate, QDateTime
};
}

//! Paints every kind of cell, with row lines, hover, selection and the ring of the current cell.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CellDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
};

} // namespace Gatehouse::Ui
