// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QTableView>

namespace Gatehouse::Ui {

//! A table in the look of the program: no grid, whole rows, sticky header, delegate for every kind
//! of cell. Enter or a double click opens a row, Ctrl+C copies the selection tab separated.
class TableView : public QTableView
{
    Q_OBJECT

public:
    explicit TableView(QWidget *parent = nullptr);

    //! A width in characters of the digit zero, plus the cell's padding.
    void setColumnCharacters(int column, int characters);
    //! Wide enough for \a widest and for the header's own text.
    void setColumnText(int column, const QString &widest);
    //! The table is as high as its rows: for short tables in pages that scroll.
    void setFitsRows(bool fits);
    //! The selected rows, tab separated, one line each.
    QString selectedText() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowActivated(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void followTheme();
    int rowsHeight() const;

    bool m_fitsRows = false;
};

} // namespace Gatehouse::Ui
