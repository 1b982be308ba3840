// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tableview.h"

#include "ui/widgets/celldelegate.h"
#include "ui/widgets/question.h"
#include "ui/widgets/tablefilter.h"
#include "ui/widgets/tabulartext.h"
#include "ui/widgets/theme.h"

#include <QtCore/QDir>
#include <QtCore/QSaveFile>
#include <QtCore/QtMath>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int standardRowHeight = 37;
constexpr int compactRowHeight = 29;
constexpr int standardRowSlack = 16;
constexpr int compactRowSlack = 8;
constexpr int standardHeaderHeight = 32;
constexpr int cellPadding = 24;
constexpr int headerSlack = 8;

void askForCsvFile(QWidget *parent, const QString &title,
                   const std::function<void(const QString &)> &chosen)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

void copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

//! The visible columns of a header from the left.
QList<int> visibleColumns(const QHeaderView &header)
{
    QList<int> columns;
    for (int place = 0; place < header.count(); ++place)
        if (!header.isSectionHidden(header.logicalIndex(place)))
            columns.append(header.logicalIndex(place));
    return columns;
}

} // namespace

TableView::TableView(QWidget *parent)
    : QTableView(parent)
    , m_chooseFile(askForCsvFile)
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
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QTableView::doubleClicked, this, &TableView::rowActivated);
    connect(horizontalHeader(), &QHeaderView::customContextMenuRequested, this,
            [this](const QPoint &place) {
                QMenu *menu = makeColumnsMenu(this, horizontalHeader()->logicalIndexAt(place));
                menu->setAttribute(Qt::WA_DeleteOnClose);
                menu->popup(horizontalHeader()->mapToGlobal(place));
            });
    connect(horizontalHeader(), &QHeaderView::sectionMoved, this, &TableView::saveColumns);
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &TableView::saveSort);
}

void TableView::setModel(QAbstractItemModel *model)
{
    if (m_filter && this->model())
        this->model()->disconnect(m_filter);
    QTableView::setModel(model);
    m_isRestored = false;
    if (m_filter)
        followModel();
    if (isVisible())
        restoreColumns();
}

void TableView::openFilter()
{
    if (!m_filter) {
        m_filter = new TableFilter(this);
        connect(m_filter, &TableFilter::applied, this, [this] {
            if (m_fitsRows)
                updateGeometry();
        });
        followModel();
    }
    m_filter->open();
}

//! Rows that come while some are hidden are judged too.
void TableView::followModel()
{
    const QAbstractItemModel *rows = model();
    if (!rows)
        return;
    connect(rows, &QAbstractItemModel::rowsInserted, m_filter, &TableFilter::apply);
    connect(rows, &QAbstractItemModel::rowsRemoved, m_filter, &TableFilter::apply);
    connect(rows, &QAbstractItemModel::modelReset, m_filter, &TableFilter::apply);
    connect(rows, &QAbstractItemModel::layoutChanged, m_filter, &TableFilter::apply);
    connect(rows, &QAbstractItemModel::dataChanged, m_filter, &TableFilter::apply);
}

QString TableView::columnKey(int column) const
{
    return model()->headerData(column, Qt::Horizontal, CellRole::Id).toString();
}

QMenu *TableView::makeColumnsMenu(QWidget *parent, int column)
{
    auto *menu = new QMenu(parent);
    menu->setObjectName(objectName() + u".columnsMenu"_s);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, column] {
        menu->clear();
        fillColumnsMenu(menu, column);
    });
    return menu;
}

void TableView::fillColumnsMenu(QMenu *menu, int column)
{
    if (!model())
        return;
    if (column >= 0)
        addMoveActions(menu, column);
    for (int place = 0; place < horizontalHeader()->count(); ++place) {
        const int shown = horizontalHeader()->logicalIndex(place);
        QAction *action = menu->addAction(
            model()->headerData(shown, Qt::Horizontal).toString().replace(u'&', u"&&"_s));
        action->setObjectName(u"action.showColumn.%1"_s.arg(columnKey(shown)));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(shown));
        action->setEnabled(shown != m_keyColumn);
        connect(action, &QAction::toggled, this,
                [this, shown](bool visible) { showColumn(shown, visible); });
    }
    addExportActions(menu);
}

void TableView::addMoveActions(QMenu *menu, int column)
{
    const QList<int> visible = visibleColumns(*horizontalHeader());
    const qsizetype place = visible.indexOf(column);
    QAction *left = menu->addAction(tr("Move column left"));
    QAction *right = menu->addAction(tr("Move column right"));
    left->setObjectName(u"action.moveColumnLeft"_s);
    right->setObjectName(u"action.moveColumnRight"_s);
    left->setEnabled(place > 0);
    right->setEnabled(place >= 0 && place + 1 < visible.size());
    connect(left, &QAction::triggered, this, [this, column] { moveColumn(column, -1); });
    connect(right, &QAction::triggered, this, [this, column] { moveColumn(column, 1); });
    if (isSortingEnabled())
        addSortAction(menu, column);
    menu->addSeparator();
}

//! The other way round when the table is sorted by \a column already.
void TableView::addSortAction(QMenu *menu, int column)
{
    const QHeaderView *header = horizontalHeader();
    const bool reverse = header->sortIndicatorSection() == column
        && header->sortIndicatorOrder() == Qt::AscendingOrder;
    const QString name =
        model()->headerData(column, Qt::Horizontal).toString().replace(u'&', u"&&"_s);
    QAction *action = menu->addAction(reverse ? tr("Sort by “%1”, largest first").arg(name)
                                              : tr("Sort by “%1”").arg(name));
    action->setObjectName(u"action.sortByColumn"_s);
    connect(action, &QAction::triggered, this, [this, column, reverse] {
        sortByColumn(column, reverse ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
}

void TableView::setYielding(int growing, int leastCharacters, const QList<int> &byWorth)
{
    m_growing = growing;
    m_leastCharacters = leastCharacters;
    m_byWorth = byWorth;
    fitColumns();
}

void TableView::fitColumns()
{
    if (m_growing < 0 || !model())
        return;
    setColumnCharacters(m_growing, m_leastCharacters);
    int left = viewport()->width() - columnWidth(m_growing);
    for (int column = 0; column < model()->columnCount(); ++column)
        if (column != m_growing && !m_byWorth.contains(column))
            left -= columnWidth(column);
    bool hasRoom = true;
    for (const int column : std::as_const(m_byWorth)) {
        if (m_unwanted.contains(column))
            continue;
        setColumnFits(column, true);
        hasRoom = hasRoom && columnWidth(column) <= left;
        const bool stays = hasRoom || m_asked.contains(column);
        setColumnFits(column, stays);
        if (stays)
            left -= columnWidth(column);
    }
    setColumnWidth(m_growing, columnWidth(m_growing) + std::max(0, left));
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
    if (m_filter)
        m_filter->place();
}

void TableView::setColumnFits(int column, bool fits)
{
    if (fits)
        m_crowdedOut.remove(column);
    else
        m_crowdedOut.insert(column);
    setColumnHidden(column, !fits || m_unwanted.contains(column));
}

void TableView::showColumn(int column, bool shown)
{
    QSet<int> &now = shown ? m_asked : m_unwanted;
    QSet<int> &before = shown ? m_unwanted : m_asked;
    now.insert(column);
    before.remove(column);
    m_crowdedOut.remove(column);
    setColumnHidden(column, !shown);
    fitColumns();
    saveColumns();
}

void TableView::moveColumn(int column, int step)
{
    QHeaderView *header = horizontalHeader();
    const QList<int> visible = visibleColumns(*header);
    const int other = visible.value(visible.indexOf(column) + step, column);
    header->moveSection(header->visualIndex(column), header->visualIndex(other));
}

TableMemory *TableView::memory() const
{
    // Dialogs belong to a window as well.
    for (const QWidget *widget = this; widget; widget = widget->parentWidget())
        if (auto *memory = widget->findChild<TableMemory *>({}, Qt::FindDirectChildrenOnly))
            return memory;
    return nullptr;
}

void TableView::restoreColumns()
{
    if (m_isRestored || !model() || objectName().isEmpty() || model()->columnCount() == 0)
        return;
    m_isRestored = true;
    const TableMemory *memory = this->memory();
    const auto kept = memory ? memory->columns(objectName()) : std::nullopt;
    if (!kept)
        return;
    const QSignalBlocker quiet(horizontalHeader()); // restoring is no change
    restoreSort(kept->sort);
    if (kept->order.isEmpty())
        return;
    int place = 0;
    for (const QString &key : kept->order)
        for (int column = 0; column < model()->columnCount(); ++column)
            if (columnKey(column) == key)
                horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), place++);
    for (int column = 0; column < model()->columnCount(); ++column) {
        const bool unwanted = column != m_keyColumn && kept->hidden.contains(columnKey(column));
        if (unwanted)
            m_unwanted.insert(column);
        setColumnHidden(column, unwanted || m_crowdedOut.contains(column));
    }
    updateGeometries();
}

void TableView::restoreSort(const QString &sort)
{
    const bool descending = sort.startsWith(u'-');
    for (int column = 0; column < model()->columnCount() && isSortingEnabled(); ++column) {
        if (columnKey(column) != QStringView(sort).sliced(descending ? 1 : 0))
            continue;
        const Qt::SortOrder order = descending ? Qt::DescendingOrder : Qt::AscendingOrder;
        horizontalHeader()->setSortIndicator(column, order);
        model()->sort(column, order); // the header's signals are blocked
    }
}

QString TableView::sortText() const
{
    const int column = horizontalHeader()->sortIndicatorSection();
    if (!isSortingEnabled() || column < 0)
        return {};
    const bool descending = horizontalHeader()->sortIndicatorOrder() == Qt::DescendingOrder;
    return (descending ? u"-"_s : QString()) + columnKey(column);
}

//! Apart from order and hidden columns, which a page may have chosen by its width.
void TableView::saveSort()
{
    TableMemory *memory = this->memory();
    if (!m_isRestored || !memory || objectName().isEmpty())
        return;
    TableColumns columns = memory->columns(objectName()).value_or(TableColumns());
    columns.sort = sortText();
    memory->setColumns(objectName(), columns);
}

void TableView::saveColumns()
{
    TableColumns columns{.order = {}, .hidden = {}, .sort = sortText()};
    for (int place = 0; place < horizontalHeader()->count(); ++place) {
        const int column = horizontalHeader()->logicalIndex(place);
        columns.order.append(columnKey(column));
        if (isColumnHidden(column) && !m_crowdedOut.contains(column))
            columns.hidden.append(columnKey(column));
    }
    if (TableMemory *memory = this->memory(); memory && !objectName().isEmpty())
        memory->setColumns(objectName(), columns);
    Q_EMIT columnsChanged();
}

void TableView::showEvent(QShowEvent *event)
{
    restoreColumns();
    QTableView::showEvent(event);
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
    setColumnWidth(column,
                   std::max(titleWidth(column), characters * metrics.horizontalAdvance(u'0'))
                       + cellPadding);
}

//! What the title of a column needs with its sort mark.
int TableView::titleWidth(int column) const
{
    const QString title =
        model() ? model()->headerData(column, Qt::Horizontal).toString() : QString();
    return title.isEmpty()
        ? 0
        : QFontMetrics(roleFont(FontRole::TableHeader)).horizontalAdvance(title) + headerSlack;
}

void TableView::setColumnText(int column, const QString &widest)
{
    setColumnWidth(column, neededWidth(column, widest));
}

int TableView::neededWidth(int column, const QString &text) const
{
    const double width = tabularWidth(QFontMetricsF(roleFont(FontRole::TableCell)), text);
    return std::max(titleWidth(column), qCeil(width)) + cellPadding;
}

void TableView::setFitsRows(bool fits)
{
    m_fitsRows = fits;
    setVerticalScrollBarPolicy(fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    updateGeometry();
}

int TableView::rowsHeight() const
{
    const int rows = model() ? model()->rowCount() - verticalHeader()->hiddenSectionCount() : 0;
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

QModelIndexList TableView::selectedRowIndexes() const
{
    QModelIndexList rows = selectionModel() ? selectionModel()->selectedRows() : QModelIndexList();
    std::sort(rows.begin(), rows.end());
    return rows;
}

bool TableView::chooseRow(const QString &id)
{
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, m_keyColumn);
        if (index.siblingAtColumn(0).data(CellRole::Id).toString() != id)
            continue;
        setCurrentIndex(index);
        return true;
    }
    return false;
}

QString TableView::selectedText() const
{
    return rowsAsText(*this, selectedRowIndexes());
}

QByteArray TableView::selectedJson() const
{
    return rowsAsJson(*this, selectedRowIndexes());
}

void TableView::addExportActions(QMenu *menu)
{
    if (!m_isExportable || !model())
        return;
    const auto add = [this, menu](const QString &name, const QString &text, TableScope scope) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        action->setEnabled(model()->rowCount() > 0);
        connect(action, &QAction::triggered, this, [this, scope] { exportCsv(scope); });
        return action;
    };
    menu->addSeparator();
    QAction *filter = menu->addAction(tr("Filter rows…"));
    filter->setObjectName(u"action.filterTable"_s);
    filter->setShortcut(QKeySequence::Find);
    connect(filter, &QAction::triggered, this, &TableView::openFilter);
    add(u"action.exportTable"_s, tr("Export the shown columns as CSV…"), TableScope::Shown)
        ->setShortcut(Qt::CTRL | Qt::Key_E);
    add(u"action.exportWholeTable"_s, tr("Export all columns as CSV…"), TableScope::All);
}

void TableView::exportCsv(TableScope scope)
{
    if (!m_isExportable || !model() || model()->rowCount() == 0)
        return;
    const QString title = tr("Export this table as CSV");
    m_chooseFile(this, title, [this, scope](const QString &path) {
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly) && file.write(tableAsCsv(*this, scope)) >= 0
            && file.commit())
            return;
        QMessageBox *box =
            makeQuestion(this, u"tables.exportProblem"_s, tr("The table was not exported."),
                         tr("%1 could not be written: %2. Choose another folder.")
                             .arg(QDir::toNativeSeparators(path), file.errorString()));
        box->setDefaultButton(
            addAnswer(*box, tr("Close"), QMessageBox::RejectRole, u"tables.exportClose"_s));
        openQuestion(*box);
    });
}

// By the key column, wherever the current cell is.
void TableView::keyboardSearch(const QString &search)
{
    const QModelIndex current = currentIndex();
    if (current.isValid() && current.column() != m_keyColumn && model())
        selectionModel()->setCurrentIndex(current.siblingAtColumn(m_keyColumn),
                                          QItemSelectionModel::NoUpdate);
    QTableView::keyboardSearch(search);
}

void TableView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(objectName() + u".menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [menu](const QString &name, const QString &text, auto run) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, menu, run);
    };
    Q_EMIT menuAboutToShow(menu, index);
    if (!menu->isEmpty())
        menu->addSeparator();
    if (isSortingEnabled()) {
        addSortAction(menu, index.column());
        menu->addSeparator();
    }
    const QString cell = index.data().toString();
    add(u"action.copyCell"_s, tr("Copy cell"), [cell] { copy(cell); });
    add(u"action.copyRow"_s, tr("Copy row"), [this] { copy(selectedText()); });
    add(u"action.copyRowJson"_s, tr("Copy row as JSON"),
        [this] { copy(QString::fromUtf8(selectedJson())); });
    addExportActions(menu);
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    const bool isCopy = event->key() == Qt::Key_C && event->modifiers() & Qt::ControlModifier;
    if (isCopy && event->modifiers() & Qt::ShiftModifier)
        return copy(QString::fromUtf8(selectedJson()));
    if (event->matches(QKeySequence::Copy))
        return copy(selectedText());
    if (event->keyCombination() == QKeyCombination(Qt::ControlModifier, Qt::Key_E))
        return exportCsv(TableScope::Shown);
    if (event->matches(QKeySequence::Find))
        return openFilter();
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
        Q_EMIT rowActivated(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace Gatehouse::Ui
