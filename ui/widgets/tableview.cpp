// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tableview.h"

#include "ui/widgets/celldelegate.h"
#include "ui/widgets/tabulartext.h"
#include "ui/widgets/theme.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>

#include <algorithm>

namespace Gatehouse::Ui {

namespace {

constexpr int standardRowHeight = 37;
constexpr int compactRowHeight = 29;
constexpr int standardRowSlack = 16;
constexpr int compactRowSlack = 8;
constexpr int standardHeaderHeight = 32;
constexpr int cellPadding = 24;
constexpr int headerSlack = 8;

} // namespace

TableView::TableView(QWidget *parent)
    : QTableView(parent)
{
    setItemDelegate(new CellDelegate(this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setMouseTracking(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    followTheme();
    if (Theme *theme = Theme::current())
        connect(theme, &Theme::changed, this, &TableView::followTheme);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setFixedHeight(standardHeaderHeight);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setMinimumSectionSize(36);
    connect(this, &QTableView::doubleClicked, this, &TableView::rowActivated);
}

//! Rows as high as text size and density ask.
void TableView::followTheme()
{
    const Theme *theme = Theme::current();
    const bool compact = theme && theme->isCompact();
    const int text = QFontMetrics(roleFont(FontRole::TableCell)).height();
    verticalHeader()->setDefaultSectionSize(
        compact ? std::max(compactRowHeight, text + compactRowSlack)
                : std::max(standardRowHeight, text + standardRowSlack));
    updateGeometry();
}

void TableView::setColumnCharacters(int column, int characters)
{
    const QFontMetrics metrics(roleFont(FontRole::TableCell));
    setColumnWidth(column, characters * metrics.horizontalAdvance(u'0') + cellPadding);
}

void TableView::setColumnText(int column, const QString &widest)
{
    const QString title = model()->headerData(column, Qt::Horizontal).toString();
    const int header = QFontMetrics(roleFont(FontRole::TableHeader)).horizontalAdvance(title);
    const double text = tabularWidth(QFontMetricsF(roleFont(FontRole::TableCell)), widest);
    setColumnWidth(column, std::max(header + headerSlack, int(text)) + cellPadding);
}

void TableView::setFitsRows(bool fits)
{
    m_fitsRows = fits;
    setVerticalScrollBarPolicy(fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    updateGeometry();
}

int TableView::rowsHeight() const
{
    const int rows = model() ? model()->rowCount() : 0;
    return standardHeaderHeight + rows * verticalHeader()->defaultSectionSize() + 2;
}

QSize TableView::sizeHint() const
{
    return m_fitsRows ? QSize(QTableView::sizeHint().width(), rowsHeight())
                      : QTableView::sizeHint();
}

QSize TableView::minimumSizeHint() const
{
    return m_fitsRows ? QSize(200, rowsHeight()) : QTableView::minimumSizeHint();
}

QString TableView::selectedText() const
{
    QStringList lines;
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (int column = 0; column < model()->columnCount(); ++column)
            if (!isColumnHidden(column))
                cells.append(row.siblingAtColumn(column).data().toString());
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && selectionModel()) {
        QGuiApplication::clipboard()->setText(selectedText());
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
        Q_EMIT rowActivated(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace Gatehouse::Ui
