// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/routes/routeview.h"

#include "ui/models/routeoutlinemodel.h"
#include "ui/pages/routes/routediagram.h"
#include "ui/widgets/card.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/theme.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int highestAtLeast = 290; // higher diagrams may scroll
constexpr int shareWidth = 62;
constexpr int statePadding = 26;
constexpr int indentation = 14; //!< of a list as narrow as the diagram

} // namespace

RouteView::RouteView(QWidget *parent)
    : QWidget(parent)
    , m_outlineModel(new RouteOutlineModel(this))
    , m_card(new Card(tr("Path of a request"), this))
    , m_shares(new SegmentedControl(this))
    , m_form(new SegmentedControl(this))
    , m_diagram(new RouteDiagram)
    , m_stack(new QStackedWidget(this))
    , m_scroll(new QScrollArea(this))
{
    m_shares->setObjectName(u"routes.sharesControl"_s);
    m_shares->setAccessibleName(tr("Which shares to show"));
    m_shares->addSegment(u"planned"_s, tr("Planned"), tr("Shares as planned"));
    m_shares->addSegment(u"measured"_s, tr("24 h"), tr("Shares measured in the last 24 hours"));
    m_form->setObjectName(u"routes.viewControl"_s);
    m_form->setAccessibleName(tr("How to show the route"));
    m_form->addSegment(u"diagram"_s, tr("Diagram"));
    m_form->addSegment(u"list"_s, tr("List"));
    m_form->setCurrent(u"diagram"_s);
    m_shares->setCurrent(u"planned"_s);
    m_card->addHeaderWidget(m_shares);
    m_card->addHeaderWidget(m_form);
    m_scroll->setObjectName(u"routes.diagramScroll"_s);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_diagram);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_diagram->setAutoFillBackground(false);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(makeOutline());
    m_card->content()->addWidget(m_stack, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    connect(m_form, &SegmentedControl::currentChanged, this, &RouteView::showForm);
    connect(m_shares, &SegmentedControl::currentChanged, this, &RouteView::sharesChanged);
    connectDiagram();
}

void RouteView::connectDiagram()
{
    connect(m_diagram, &RouteDiagram::nodeActivated, this,
            [this](int at) { Q_EMIT nodeActivated(node(at)); });
    connect(m_diagram, &RouteDiagram::nodeMoved, this,
            [this](int at, int by) { Q_EMIT nodeMoved(node(at), by); });
    connect(m_diagram, &RouteDiagram::weightChanged, this,
            [this](int at, int by) { Q_EMIT weightChanged(node(at), by); });
    connect(m_diagram, &RouteDiagram::linePulled, this, &RouteView::linePulled);
    connect(m_diagram, &RouteDiagram::lineDropped, this, &RouteView::lineDropped);
    connect(m_diagram, &RouteDiagram::lineGivenUp, this, &RouteView::lineGivenUp);
    connect(m_diagram, &RouteDiagram::menuRequested, this,
            [this](int at, QPoint place) { Q_EMIT menuRequested(node(at), place); });
}

void RouteView::openOutlineMenu(QPoint place)
{
    const QModelIndex index = m_outline->indexAt(place);
    if (index.isValid())
        Q_EMIT menuRequested(node(m_outlineModel->nodeOf(index)),
                             m_outline->viewport()->mapToGlobal(place));
}

const RouteNode &RouteView::node(int node) const
{
    return m_outlineModel->graph().nodes.at(node);
}

void RouteView::setEditable(bool editable)
{
    m_diagram->setEditable(editable);
}

QWidget *RouteView::makeOutline()
{
    m_outline = new QTreeView(this);
    m_outline->setObjectName(u"routes.outline"_s);
    m_outline->setAccessibleName(tr("Path of a request as a list"));
    m_outline->setModel(m_outlineModel);
    m_outline->setItemDelegate(new CellDelegate(m_outline));
    m_outline->setFrameShape(QFrame::NoFrame);
    m_outline->setHeaderHidden(true);
    m_outline->setProperty("kind", u"outline"_s);
    m_outline->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_outline->setItemsExpandable(false);
    m_outline->setRootIsDecorated(false);
    m_outline->setIndentation(indentation);
    m_outline->setExpandsOnDoubleClick(false);
    QHeaderView *header = m_outline->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(RouteOutlineModel::Title, QHeaderView::Stretch);
    header->setSectionResizeMode(RouteOutlineModel::Share, QHeaderView::Fixed);
    header->setSectionResizeMode(RouteOutlineModel::State, QHeaderView::Fixed);
    header->resizeSection(RouteOutlineModel::Share, textScaled(shareWidth));
    connect(m_outlineModel, &QAbstractItemModel::modelReset, this, &RouteView::sizeStates);
    m_outline->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_outline, &QWidget::customContextMenuRequested, this, &RouteView::openOutlineMenu);
    connect(m_outline, &QTreeView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT nodeActivated(node(m_outlineModel->nodeOf(index)));
    });
    return m_outline;
}

//! As wide as the widest state there is: the names need the room.
void RouteView::sizeStates()
{
    const QFontMetrics plain(roleFont(FontRole::TableCell));
    int widest = 0;
    for (const RouteNode &one : m_outlineModel->graph().nodes)
        widest = std::max(widest,
                          one.icon.isEmpty() ? plain.horizontalAdvance(one.state)
                                             : Pill::sizeFor(one.state, true).width());
    m_outline->header()->resizeSection(RouteOutlineModel::State, widest + statePadding);
}

void RouteView::showForm(const QString &form)
{
    const bool list = form == "list"_L1;
    m_stack->setCurrentIndex(list ? 1 : 0);
    m_outline->expandAll();
    if (list && !m_outline->currentIndex().isValid())
        m_outline->setCurrentIndex(m_outlineModel->indexOf(0));
}

void RouteView::setGraph(const QString &name, const RouteGraph &graph)
{
    m_card->setTitle(name.isEmpty() ? tr("Path of a request") : name);
    m_diagram->setGraph(graph);
    const int current = m_outlineModel->nodeOf(m_outline->currentIndex());
    m_outlineModel->setGraph(graph);
    m_outline->expandAll();
    if (!m_outline->currentIndex().isValid())
        m_outline->setCurrentIndex(m_outlineModel->indexOf(std::max(0, current)));
    fitHeight();
}

void RouteView::setWhole(bool whole)
{
    m_whole = whole;
    fitHeight();
}

void RouteView::fitHeight()
{
    const auto lines = int(m_outlineModel->graph().nodes.size());
    const int height =
        std::max(m_diagram->sizeHint().height(), lines * m_outline->sizeHintForRow(0)) + 2;
    m_scroll->setMinimumHeight(m_whole ? height : std::min(height, highestAtLeast));
}

void RouteView::setMeasurable(bool measurable)
{
    m_shares->setVisible(measurable);
    if (!measurable)
        m_shares->setCurrent(u"planned"_s);
}

RouteGraph::Shares RouteView::shares() const
{
    return m_shares->current() == "measured"_L1 ? RouteGraph::Shares::Measured
                                                : RouteGraph::Shares::Planned;
}

} // namespace Gatehouse::Ui
