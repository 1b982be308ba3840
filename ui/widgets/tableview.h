// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tabletext.h"

#include <QtCore/QSet>
#include <QtWidgets/QTableView>

#include <functional>
#include <optional>

class QMenu;

namespace Gatehouse::Ui {

class TableFilter;

//! What a person did to the columns of a table, by the columns' stable keys.
struct TableColumns {
    QStringList order; //!< from the left; columns not named keep their place after these
    QStringList hidden;
    QString sort; //!< "health", "-health" for the other way round; empty: as the table comes

    bool operator==(const TableColumns &) const = default;
};

//! Remembers the columns of tables by the tables' objectNames. The window owns one; its tables find
//! it there when they are first shown.
class TableMemory : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! None: nothing was changed yet.
    virtual std::optional<TableColumns> columns(const QString &table) const = 0;
    virtual void setColumns(const QString &table, const TableColumns &columns) = 0;
};

//! A table in the look of the program: no grid, whole rows, sticky header, delegate for every kind
//! of cell. Enter or a double click opens a row, typing finds a row by its key column, Ctrl+C
//! copies the selection tab separated, Ctrl+Shift+C as JSON, Ctrl+E exports every row as CSV. The
//! header's menu hides, shows and moves columns, the menu of a cell sorts by its column where the
//! table sorts; the window's TableMemory keeps that. Ctrl+F filters the rows that are there.
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
    //! The column that names a row: typing finds by it, and it cannot be hidden. The first unless
    //! set.
    void setKeyColumn(int column) { m_keyColumn = column; }
    //! Hides a column for which there is no room, and shows it again unless a person hid it. What
    //! is hidden for room is not remembered.
    void setColumnFits(int column, bool fits);
    //! A person hid it.
    bool isUnwanted(int column) const { return m_unwanted.contains(column); }
    //! The table never scrolls sideways by itself: of \a byWorth, the most telling first, those
    //! columns are shown for which there is room, and \a growing takes what is left. What a person
    //! hid stays hidden, what a person asked for stays shown; what is hidden for room is not
    //! remembered.
    void setYielding(int growing, int leastCharacters, const QList<int> &byWorth);
    //! A line where words are typed: only the rows that hold them are shown.
    void openFilter();
    //! Makes the row with this id current; false when no row has it.
    bool chooseRow(const QString &id);
    //! The selected rows, tab separated, one line each.
    QString selectedText() const;
    //! The selected rows as a list of objects by column key.
    QByteArray selectedJson() const;
    //! Asks for a file and writes every row to it, see tableAsCsv().
    void exportCsv(TableScope scope);
    //! Not where the page exports more than the rows that are loaded.
    void setExportable(bool exportable) { m_isExportable = exportable; }
    using FileChooser = std::function<void(QWidget *parent, const QString &title,
                                           const std::function<void(const QString &)> &chosen)>;
    //! In place of the dialog that asks where to write.
    void setFileChooser(FileChooser chooser) { m_chooseFile = std::move(chooser); }
    //! A menu that shows, hides and moves columns, for a button or the header; fills itself when it
    //! opens. \a column: the one to move, -1 none.
    QMenu *makeColumnsMenu(QWidget *parent, int column = -1);

    void setModel(QAbstractItemModel *model) override;
    void keyboardSearch(const QString &search) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowActivated(const QModelIndex &index);
    //! A person showed, hid or moved columns.
    void columnsChanged();
    //! The menu of a cell opens; pages add what they can do with the row.
    void menuAboutToShow(QMenu *menu, const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

    //! What column \a column needs to show \a text, and its title, whole.
    int neededWidth(int column, const QString &text) const;
    //! Hides and shows columns by their widths as they are now, see setYielding().
    void fitColumns();

private:
    int titleWidth(int column) const;
    QString columnKey(int column) const;
    void fillColumnsMenu(QMenu *menu, int column);
    void addMoveActions(QMenu *menu, int column);
    void showColumn(int column, bool shown);
    void moveColumn(int column, int step);
    TableMemory *memory() const;
    void addSortAction(QMenu *menu, int column);
    void addExportActions(QMenu *menu);
    void restoreColumns();
    void restoreSort(const QString &sort);
    void saveSort();
    QString sortText() const;
    void saveColumns();
    QModelIndexList selectedRowIndexes() const;
    void followModel();
    void followTheme();
    int rowsHeight() const;

    QSet<int> m_unwanted;   //!< columns a person hid
    QSet<int> m_crowdedOut; //!< columns without room
    QSet<int> m_asked;      //!< columns a person showed
    QList<int> m_byWorth;
    int m_growing = -1;
    int m_leastCharacters = 0;
    TableFilter *m_filter = nullptr; //!< made when it is first wanted
    FileChooser m_chooseFile;
    bool m_isExportable = true;
    bool m_fitsRows = false;
    bool m_isRestored = false;
    int m_keyColumn = 0;
};

} // namespace Gatehouse::Ui
