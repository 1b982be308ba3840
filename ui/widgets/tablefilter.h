// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

class QLabel;
class QTableView;

namespace Gatehouse::Ui {

class SearchField;

//! A line over the header of a table: of its rows, those are shown that hold every word in a
//! shown cell. Esc shows all of them again, Enter goes to the rows.
class TableFilter : public QWidget
{
    Q_OBJECT

public:
    explicit TableFilter(QTableView *table);

    //! Shows the line and puts the focus there.
    void open();
    void close();
    //! Anew, for rows that came or changed.
    void apply();
    //! At the right end of the header, for a table of this size.
    void place();

Q_SIGNALS:
    //! Other rows are shown now.
    void applied();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool passes(int row) const;
    void goToRows();

    QTableView *m_table;
    SearchField *m_field;
    QLabel *m_count;
    QStringList m_words;
};

} // namespace Gatehouse::Ui
