// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/routes/routediagram.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QtGui/QAccessible>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QHelpEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr double radius = 8;
constexpr double thinnest = 1.5;
constexpr double widest = 11;
constexpr double pixelsPerWeight = 3; // while a weight is dragged
constexpr int bigStep = 10;           // of a weight

void drawLine(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font,
              const QColor &colour)
{
    painter.setFont(font);
    painter.setPen(colour);
    const QString shown =
        QFontMetricsF(font).elidedText(text, Qt::ElideRight, std::max(0.0, rect.width()));
    painter.drawText(rect, int(Qt::AlignLeft | Qt::AlignVCenter), shown);
}

} // namespace

RouteDiagram::RouteDiagram(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"routes.diagram"_s);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Diagram of the route"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
}

void RouteDiagram::setGraph(const RouteGraph &graph)
{
    const bool sameName = !graph.nodes.isEmpty() && !m_graph.nodes.isEmpty()
        && graph.nodes.first().title == m_graph.nodes.first().title;
    m_graph = graph;
    m_current = sameName ? std::min(m_current, int(graph.nodes.size()) - 1) : 0;
    setAccessibleDescription(graph.summary());
    updateGeometry();
    update();
}

void RouteDiagram::setCurrentNode(int node)
{
    if (node < 0 || node >= m_graph.nodes.size())
        return;
    m_current = node;
    setAccessibleDescription(m_graph.nodes.at(node).sentence());
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    update();
}

QSize RouteDiagram::sizeHint() const
{
    const auto rows = std::max<qsizetype>(1, places().column(2).size());
    return {440,
            int(rows) * (RouteLayout::rowHeight() + RouteLayout::rowGap) - RouteLayout::rowGap
                + 2 * RouteLayout::margin};
}

QSize RouteDiagram::minimumSizeHint() const
{
    return {300, sizeHint().height()};
}

void RouteDiagram::setEditable(bool editable)
{
    m_editable = editable;
    if (!editable)
        letGo();
    update();
}

bool RouteDiagram::isMovable(int node) const
{
    return m_editable && node >= 0 && node < m_graph.nodes.size() && places().columnOf(node) == 2
        && m_graph.nodes.at(node).kind != RouteNode::Kind::Canary;
}

bool RouteDiagram::isWeighed(int node) const
{
    return isMovable(node) && m_graph.nodes.at(node).weight.has_value();
}

//! The share; of a chosen target the weight and the total instead, while it is pulled the new ones.
QString RouteDiagram::pillText(int node) const
{
    const RouteNode &one = m_graph.nodes.at(node);
    if (node != m_current || !one.weight || !m_editable)
        return one.shareText;
    const int by = pulledBy();
    return tr("%1/%2", "weight, sum of all weights; short")
        .arg(QLocale().toString(*one.weight + by),
             QLocale().toString(one.totalWeight.value_or(0) + by));
}

// --- painting -----------------------------------------------------------------------------------

void RouteDiagram::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto count = int(m_graph.nodes.size());
    const int source = places().source();
    if (source == 1)
        paintEdge(painter, 0, 1);
    for (int i = source + 1; i < count; ++i)
        paintEdge(painter, source, i);
    for (int i = 0; i < count; ++i)
        paintNode(painter, i);
    for (int i = source + 1; i < count; ++i)
        paintPill(painter, i);
    paintHandle(painter);
    if (m_pulling && m_grip == Grip::Box)
        paintDrag(painter);
}

//! The box at the pointer, and a line where it would go.
void RouteDiagram::paintDrag(QPainter &painter) const
{
    const QRectF box = nodeRect(m_current);
    const int by = droppedBy();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colours().accent, 1.5, Qt::DashLine));
    painter.drawRoundedRect(box.translated(0, m_dragY), radius, radius);
    if (by == 0)
        return;
    const QRectF at = nodeRect(m_current + by);
    const double y =
        by < 0 ? at.top() - RouteLayout::rowGap / 2.0 : at.bottom() + RouteLayout::rowGap / 2.0;
    painter.setPen(QPen(colours().accent, 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(at.left(), y), QPointF(at.right(), y));
}

//! A plus in a circle at the strategy.
void RouteDiagram::paintHandle(QPainter &painter) const
{
    const QRectF handle = handleRect();
    if (handle.isEmpty())
        return;
    const bool pulled = m_pulling && m_grip == Grip::Handle;
    painter.setPen(QPen(colours().accent, 1.4));
    painter.setBrush(pulled ? colours().accent : colours().surface);
    painter.drawEllipse(handle.adjusted(1, 1, -1, -1));
    painter.setPen(
        QPen(pulled ? colours().accentText : colours().accent, 1.6, Qt::SolidLine, Qt::RoundCap));
    const QPointF middle = handle.center();
    painter.drawLine(middle - QPointF(3, 0), middle + QPointF(3, 0));
    painter.drawLine(middle - QPointF(0, 3), middle + QPointF(0, 3));
}

void RouteDiagram::paintEdge(QPainter &painter, int from, int to) const
{
    const Colours &c = colours();
    const RouteNode &node = m_graph.nodes.at(to);
    const bool isStrategy = node.kind == RouteNode::Kind::Strategy;
    const double share = isStrategy ? 1 : node.share.value_or(0);
    QPen pen(node.series == -2 || isStrategy ? c.borderStrong : c.seriesLine(node.series),
             thinnest + (widest - thinnest) * share);
    if (node.kind == RouteNode::Kind::Fallback) {
        pen = QPen(c.text3, thinnest + 0.5, Qt::DotLine);
    } else if (share == 0 || node.refused) {
        pen.setColor(c.borderStrong);
    }
    if (node.kind == RouteNode::Kind::Canary)
        pen.setDashPattern({2, 1.5});
    pen.setCapStyle(Qt::FlatCap);
    pen.setColor(withAlpha(pen.color(), 0.75));
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(places().edge(from, to));
}

void RouteDiagram::paintPill(QPainter &painter, int node) const
{
    const QString text = pillText(node);
    if (text.isEmpty())
        return;
    const Colours &c = colours();
    const QRectF pill = places().pillRect(node, text);
    const bool pulled = m_pulling && m_grip == Grip::Weight && node == m_current;
    painter.setPen(pulled ? QPen(c.accent, 2) : QPen(isWeighed(node) ? c.inputBorder : c.border));
    painter.setBrush(c.surface);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setFont(roleFont(FontRole::Pill));
    painter.setPen(pulled ? c.text : c.text2);
    painter.drawText(pill, int(Qt::AlignCenter), text);
}

void RouteDiagram::paintNode(QPainter &painter, int node) const
{
    const Colours &c = colours();
    const RouteNode &one = m_graph.nodes.at(node);
    const QRectF rect = nodeRect(node).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool isCurrent = node == m_current;
    painter.setPen(isCurrent ? QPen(c.accent, hasFocus() ? 2 : 1.2) : QPen(c.border, 1));
    painter.setBrush(one.kind == RouteNode::Kind::Name ? c.accentSoft : c.surface2);
    painter.drawRoundedRect(rect, radius, radius);

    const double line = QFontMetricsF(RouteLayout::strongFont()).height();
    const double small = QFontMetricsF(roleFont(FontRole::Caption)).height();
    QRectF text = rect.adjusted(10, 0, -8, 0);
    const bool hasState = !one.state.isEmpty();
    text.setTop(rect.center().y() - (line + small * (hasState ? 2 : 1)) / 2);
    QRectF first(text.left(), text.top(), text.width(), line);
    if (one.series >= -1) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.seriesFill(one.series));
        painter.drawRoundedRect(QRectF(first.left(), first.center().y() - 4.5, 9, 9), 2.5, 2.5);
        first.setLeft(first.left() + 15);
    } else if (one.kind == RouteNode::Kind::Fallback) {
        paintIcon(&painter, QRectF(first.left(), first.top(), 13, line), u"git-branch"_s, c.text3);
        first.setLeft(first.left() + 19);
    }
    QFont title = RouteLayout::strongFont();
    title.setStrikeOut(one.refused);
    drawLine(painter, first, one.title, title, c.text);
    QRectF second(text.left(), first.bottom(), text.width(), small);
    drawLine(painter, second, one.detail, roleFont(FontRole::Caption), c.text3);
    if (!hasState)
        return;
    const QRectF third(text.left(), second.bottom(), text.width(), small);
    const double mark = one.icon.isEmpty() ? 0 : 17;
    if (mark > 0)
        paintIcon(&painter, QRectF(third.left(), third.top(), 12, small), one.icon,
                  c.toneText(one.tone));
    drawLine(painter, third.adjusted(mark, 0, 0, 0), one.state, roleFont(FontRole::Caption),
             c.toneText(one.tone));
}

// --- keys ---------------------------------------------------------------------------------------

void RouteDiagram::moveAcross(int by)
{
    for (int at = places().columnOf(m_current) + by; at >= 0 && at <= 2; at += by) {
        const QList<int> nodes = places().column(at);
        if (nodes.isEmpty())
            continue;
        const double y = nodeRect(m_current).center().y();
        setCurrentNode(*std::min_element(nodes.cbegin(), nodes.cend(), [&](int a, int b) {
            return std::abs(nodeRect(a).center().y() - y) < std::abs(nodeRect(b).center().y() - y);
        }));
        return;
    }
}

void RouteDiagram::moveDown(int by)
{
    const QList<int> siblings = places().column(places().columnOf(m_current));
    const qsizetype next = siblings.indexOf(m_current) + by;
    if (next >= 0 && next < siblings.size())
        setCurrentNode(siblings.at(next));
}

bool RouteDiagram::moveByKey(const QKeyEvent &event)
{
    const int key = event.key();
    if (event.modifiers() != Qt::AltModifier || (key != Qt::Key_Up && key != Qt::Key_Down))
        return false;
    m_dragY = (key == Qt::Key_Up ? -1 : 1) * (RouteLayout::rowHeight() + RouteLayout::rowGap);
    const int by = droppedBy();
    m_dragY = 0;
    if (by != 0) {
        const int node = std::exchange(m_current, m_current + by); // the choice goes with it
        Q_EMIT nodeMoved(node, by);
    }
    return true;
}

bool RouteDiagram::rearrange(const QKeyEvent &event)
{
    if (!isMovable(m_current))
        return false;
    if (moveByKey(event))
        return true;
    if (event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_Plus:
        changeWeight(m_current, 1);
        return true;
    case Qt::Key_Minus:
        changeWeight(m_current, -1);
        return true;
    case Qt::Key_PageUp:
        changeWeight(m_current, bigStep);
        return true;
    case Qt::Key_PageDown:
        changeWeight(m_current, -bigStep);
        return true;
    default:
        return false;
    }
}

//! The new weight and the total are told to assistive tools.
void RouteDiagram::changeWeight(int node, int by)
{
    if (by == 0 || !isWeighed(node))
        return;
    Q_EMIT weightChanged(node, by);
    setCurrentNode(node);
}

void RouteDiagram::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_grip != Grip::Nothing)
        return letGo();
    if (rearrange(*event))
        return;
    if (m_graph.nodes.isEmpty() || event->modifiers() & ~Qt::KeypadModifier)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return moveAcross(-1);
    case Qt::Key_Right:
        return moveAcross(1);
    case Qt::Key_Up:
        return moveDown(-1);
    case Qt::Key_Down:
        return moveDown(1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT nodeActivated(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

// --- pointer ------------------------------------------------------------------------------------

RouteDiagram::Grip RouteDiagram::gripAt(QPointF place) const
{
    if (handleRect().contains(place))
        return Grip::Handle;
    if (isWeighed(places().pillAt(place)))
        return Grip::Weight;
    return isMovable(places().nodeAt(place)) ? Grip::Box : Grip::Nothing;
}

void RouteDiagram::showGrip(QPointF place)
{
    switch (m_pulling ? m_grip : gripAt(place)) {
    case Grip::Nothing:
        return unsetCursor();
    case Grip::Box:
        return setCursor(m_pulling ? Qt::ClosedHandCursor : Qt::ArrowCursor);
    case Grip::Weight:
        return setCursor(Qt::SizeVerCursor);
    case Grip::Handle:
        return setCursor(Qt::CrossCursor);
    }
}

int RouteDiagram::droppedBy() const
{
    const RouteNode::Kind kind = m_graph.nodes.at(m_current).kind;
    const int wanted = qRound(m_dragY / (RouteLayout::rowHeight() + RouteLayout::rowGap));
    const auto isSame = [this, kind](int node) {
        return node >= 0 && node < m_graph.nodes.size() && m_graph.nodes.at(node).kind == kind;
    };
    int by = 0;
    while (std::abs(by) < std::abs(wanted) && isSame(m_current + by + (wanted > 0 ? 1 : -1)))
        by += wanted > 0 ? 1 : -1;
    return by;
}

//! Up is more; not below a weight of 0.
int RouteDiagram::pulledBy() const
{
    if (!m_pulling || m_grip != Grip::Weight)
        return 0;
    const double weight = m_graph.nodes.at(m_current).weight.value_or(0);
    return std::max(qRound(-m_dragY / pixelsPerWeight), -int(weight));
}

//! Ends a drag without a change.
void RouteDiagram::letGo()
{
    const bool wasLine = m_pulling && m_grip == Grip::Handle;
    m_grip = Grip::Nothing;
    m_pulling = false;
    m_dragY = 0;
    unsetCursor();
    update();
    if (wasLine)
        Q_EMIT lineGivenUp();
}

void RouteDiagram::mousePressEvent(QMouseEvent *event)
{
    const QPointF place = event->position();
    const int pill = places().pillAt(place);
    const bool onHandle = handleRect().contains(place);
    m_grip = event->button() == Qt::LeftButton ? gripAt(place) : Grip::Nothing;
    m_gripPlace = place;
    m_dragY = 0;
    setCurrentNode(onHandle ? places().source() : pill >= 0 ? pill : places().nodeAt(place));
}

void RouteDiagram::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF far = event->position() - m_gripPlace;
    if (event->buttons() & Qt::LeftButton && m_grip != Grip::Nothing) {
        m_pulling = m_pulling || far.manhattanLength() >= QApplication::startDragDistance();
        m_dragY = far.y();
        update();
    }
    showGrip(event->position());
    if (m_pulling && m_grip == Grip::Handle)
        Q_EMIT linePulled(mapToGlobal(handleRect().center()).toPoint(),
                          event->globalPosition().toPoint());
}

void RouteDiagram::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const Grip grip = std::exchange(m_grip, Grip::Nothing);
    if (!m_pulling) {
        if (grip == Grip::Handle) // what can be pulled can be chosen from the menu
            Q_EMIT menuRequested(places().source(), event->globalPosition().toPoint());
        return;
    }
    m_grip = grip;
    const int moved = grip == Grip::Box ? droppedBy() : 0;
    const int weight = pulledBy();
    m_grip = Grip::Nothing;
    letGo();
    if (moved != 0) {
        const int node = std::exchange(m_current, m_current + moved);
        Q_EMIT nodeMoved(node, moved);
    }
    changeWeight(m_current, weight);
    if (grip == Grip::Handle)
        Q_EMIT lineDropped(event->globalPosition().toPoint());
}

void RouteDiagram::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int node = places().nodeAt(event->position()); node >= 0)
        Q_EMIT nodeActivated(node);
}

//! Only over a share, so that the page scrolls everywhere else.
void RouteDiagram::wheelEvent(QWheelEvent *event)
{
    const int node = places().pillAt(event->position());
    if (!hasFocus() || !isWeighed(node) || event->angleDelta().y() == 0)
        return QWidget::wheelEvent(event);
    changeWeight(node, event->angleDelta().y() > 0 ? 1 : -1);
    event->accept();
}

void RouteDiagram::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const int pill = byMouse ? places().pillAt(event->pos()) : -1;
    const int node = !byMouse ? m_current : pill >= 0 ? pill : places().nodeAt(event->pos());
    if (node < 0 || node >= m_graph.nodes.size())
        return;
    setCurrentNode(node);
    Q_EMIT menuRequested(
        node, byMouse ? event->globalPos() : mapToGlobal(nodeRect(node).center().toPoint()));
}

bool RouteDiagram::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int node = places().nodeAt(help->pos());
        QString text = node < 0 ? QString() : m_graph.nodes.at(node).sentence();
        if (handleRect().contains(help->pos()))
            text = tr("Pull a line to a model or a route in the list, or click for a menu");
        else if (isWeighed(places().pillAt(help->pos())))
            text = tr("Drag up or down, or turn the wheel, to change the weight");
        QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride && m_grip != Grip::Nothing
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // Esc ends the drag and closes nothing
        return true;
    }
    return QWidget::event(event);
}

} // namespace Gatehouse::Ui
