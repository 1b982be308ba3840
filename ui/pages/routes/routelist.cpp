// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/routes/routelist.h"

#include "ui/models/healthlook.h"
#include "ui/widgets/card.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QtCore/QEvent>
#include <QtCore/QScopedValueRollback>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int cellPadding = 14;
constexpr int scrollZone = 24; // at the ends of the list, while something is dragged
constexpr int scrollStep = 12;

} // namespace

RouteList::RouteList(QWidget *parent)
    : QWidget(parent)
    , m_model(new RouteListModel(this))
    , m_search(new SearchField(this))
    , m_table(new TableView(this))
    , m_nothing(makeLabel(tr("No name, target or strategy has this text."), u"muted"_s, this))
{
    m_search->setObjectName(u"routes.searchField"_s);
    m_search->setPlaceholderText(tr("Search routes and models"));
    m_search->setAccessibleName(tr("Search routes and models"));
    m_table->setObjectName(u"routes.list"_s);
    m_table->setAccessibleName(tr("Routes and direct models"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    const int twoLines = QFontMetrics(roleFont(FontRole::TableCell)).height()
        + QFontMetrics(roleFont(FontRole::Caption)).height() + 14;
    m_table->verticalHeader()->setDefaultSectionSize(twoLines);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setColumnText(RouteListModel::Requests, u"4,814"_s);
    m_table->viewport()->installEventFilter(this);
    m_nothing->setWordWrap(true);
    m_nothing->setContentsMargins(14, 8, 14, 8);
    m_nothing->hide();
    auto *card = new Card(this);
    card->content()->setContentsMargins(2, 10, 2, 4);
    auto *search = new QHBoxLayout;
    search->setContentsMargins(10, 0, 10, 0);
    search->addWidget(m_search);
    card->content()->addLayout(search);
    card->content()->addWidget(m_nothing);
    card->content()->addWidget(m_table, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        const QScopedValueRollback restoring(m_restoring, true);
        m_model->setSearch(text);
        spanHeading();
        m_nothing->setVisible(m_model->rowCount() == 0);
        restoreCurrent();
    });
    connect(m_search, &QLineEdit::returnPressed, this, &RouteList::focusList);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RouteList::takeCurrent);
    connect(m_table, &TableView::rowActivated, this, [this](const QModelIndex &index) {
        const QString id = index.data(CellRole::Id).toString();
        if (!id.isEmpty() && index.column() == RouteListModel::Requests)
            Q_EMIT requestsActivated(id);
        else if (!id.isEmpty())
            Q_EMIT activated(id);
    });
}

//! As wide as the widest state there is: the names need the room.
void RouteList::sizeStates()
{
    int widest = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QString word = m_model->index(row, RouteListModel::State).data().toString();
        widest = std::max(widest, Pill::sizeFor(word, true).width());
    }
    m_table->setColumnWidth(RouteListModel::State, widest + cellPadding);
}

void RouteList::setContent(const RoutesDraft &draft, const RouteFacts &facts)
{
    const QScopedValueRollback restoring(m_restoring, true);
    m_model->setContent(draft, facts);
    sizeStates();
    spanHeading();
    restoreCurrent();
}

void RouteList::setCurrent(const QString &id)
{
    m_current = id;
    if (m_model->rowOf(id) < 0 && !m_search->text().isEmpty())
        m_search->clear();
    const QScopedValueRollback restoring(m_restoring, true);
    restoreCurrent();
}

void RouteList::restoreCurrent()
{
    const int row = m_model->rowOf(m_current);
    if (row < 0)
        m_table->clearSelection();
    else if (m_table->currentIndex().row() != row || !m_table->selectionModel()->hasSelection())
        m_table->setCurrentIndex(m_model->index(row, 0));
}

void RouteList::takeCurrent()
{
    const QString id = m_table->currentIndex().data(CellRole::Id).toString();
    if (m_restoring || id.isEmpty() || id == m_current)
        return;
    m_current = id;
    Q_EMIT chosen(id);
}

//! The heading of the direct models takes its whole row.
void RouteList::spanHeading()
{
    m_table->clearSpans();
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->kind(row) == RouteListModel::RowKind::Heading)
            m_table->setSpan(row, 0, 1, RouteListModel::ColumnCount);
}

void RouteList::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void RouteList::focusList()
{
    m_table->setFocus(Qt::OtherFocusReason);
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
}

QString RouteList::entryAt(QPoint place) const
{
    const QPoint inside = m_table->viewport()->mapFromGlobal(place);
    if (!m_table->viewport()->rect().contains(inside))
        return {};
    return m_table->indexAt(inside).data(CellRole::Id).toString();
}

QRect RouteList::entryRect(const QString &id) const
{
    const int row = m_model->rowOf(id);
    if (row < 0)
        return {};
    QRect rect = m_table->visualRect(m_model->index(row, 0));
    rect.setRight(m_table->viewport()->width() - 1);
    return {m_table->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
}

void RouteList::scrollTowards(QPoint place)
{
    const QWidget *viewport = m_table->viewport();
    const QPoint inside = viewport->mapFromGlobal(place);
    if (!viewport->rect().contains(inside))
        return;
    const int by = inside.y() < scrollZone             ? -scrollStep
        : inside.y() > viewport->height() - scrollZone ? scrollStep
                                                       : 0;
    QScrollBar *bar = m_table->verticalScrollBar();
    bar->setValue(bar->value() + by);
}

// The name takes what the others leave.
void RouteList::fitColumns()
{
    const int others = m_table->columnWidth(RouteListModel::State)
        + m_table->columnWidth(RouteListModel::Requests);
    m_table->setColumnWidth(RouteListModel::Name,
                            std::max(90, m_table->viewport()->width() - others));
}

bool RouteList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

} // namespace Gatehouse::Ui
