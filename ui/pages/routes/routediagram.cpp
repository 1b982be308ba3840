// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/routes/routediagram.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QtGui/QAccessible>
#include <QtGui/QHelpEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QApplication>
#include <QtWidgets/QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int margin = 3; // room for the ring of the chosen box
constexpr int rowGap = 10;
constexpr double radius = 8;
constexpr double thinnest = 1.5;
constexpr double widest = 11;
constexpr double labelAt = 0.62;
constexpr double leastGap = 20; // between name and strategy
constexpr double leastFan = 58; // between strategy and targets: room for the shares
constexpr double textPadding = 22;
constexpr double markWidth = 19; // swatch or icon before the name of a target
// At most this much of the width for each column.
constexpr double mostOf[] = {0.27, 0.22, 0.42};

QFont strongFont()
{
    QFont font = roleFont(FontRole::TableCell);
    font.setWeight(QFont::DemiBold);
    return font;
}

void drawLine(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font,
              const QColor &colour)
{
    painter.setFont(font);
    painter.setPen(colour);
    const QString shown =
        QFontMetricsF(font).elidedText(text, Qt::ElideRight, std::max(0.0, rect.width()));
    painter.drawText(rect, int(Qt::AlignLeft | Qt::AlignVCenter), shown);
}

QPainterPath curve(const QRectF &from, const QRectF &to)
{
    const QPointF start(from.right(), from.center().y());
    const QPointF end(to.left(), to.center().y());
    const double bend = (end.x() - start.x()) / 2;
    QPainterPath path(start);
    path.cubicTo(start + QPointF(bend, 0), end - QPointF(bend, 0), end);
    return path;
}

} // namespace

RouteDiagram::RouteDiagram(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"routes.diagram"_s);
    setFocusPolicy(Qt::StrongFocus);
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

int RouteDiagram::columnOf(int node) const
{
    switch (m_graph.nodes.at(node).kind) {
    case RouteNode::Kind::Name:
        return 0;
    case RouteNode::Kind::Strategy:
        return 1;
    case RouteNode::Kind::Target:
    case RouteNode::Kind::Canary:
    case RouteNode::Kind::Fallback:
        break;
    }
    return 2;
}

QList<int> RouteDiagram::column(int column) const
{
    QList<int> nodes;
    for (int i = 0; i < int(m_graph.nodes.size()); ++i)
        if (columnOf(i) == column)
            nodes.append(i);
    return nodes;
}

int RouteDiagram::rowHeight() const
{
    return QFontMetrics(strongFont()).height()
        + 2 * QFontMetrics(roleFont(FontRole::Caption)).height() + 16;
}

double RouteDiagram::columnWidth(int at) const
{
    double widest = 0;
    for (const int node : column(at)) {
        const RouteNode &one = m_graph.nodes.at(node);
        const double title = QFontMetricsF(strongFont()).horizontalAdvance(one.title);
        const double detail =
            QFontMetricsF(roleFont(FontRole::Caption)).horizontalAdvance(one.detail);
        const double state =
            QFontMetricsF(roleFont(FontRole::Caption)).horizontalAdvance(one.state);
        widest = std::max({widest, title + (at == 2 ? markWidth : 0), detail, state + markWidth});
    }
    return std::min(widest + textPadding, (width() - 2 * margin) * mostOf[at]);
}

//! Names stand at the left, targets at the right; a fan of edges needs more room than one edge.
QRectF RouteDiagram::nodeRect(int node) const
{
    const int at = columnOf(node);
    const double whole = width() - 2 * margin;
    const double first = columnWidth(0);
    const double second = column(1).isEmpty() ? 0 : columnWidth(1);
    const double third = std::clamp(columnWidth(2), 0.0,
                                    std::max(0.0, whole - first - second - leastGap - leastFan));
    const double rest = whole - first - second - third;
    const double gap = leastGap + std::max(0.0, rest - leastGap - leastFan) / 3;
    const double lefts[] = {0, first + gap, whole - third};
    const double widths[] = {first, second, third};
    const QList<int> siblings = column(at);
    const double step = rowHeight() + rowGap;
    const double content = double(siblings.size()) * step - rowGap;
    const double top = std::max(double(margin), (height() - content) / 2);
    return {margin + lefts[at], top + step * double(siblings.indexOf(node)), widths[at],
            double(rowHeight())};
}

QSize RouteDiagram::sizeHint() const
{
    const auto rows = std::max<qsizetype>(1, column(2).size());
    return {440, int(rows) * (rowHeight() + rowGap) - rowGap + 2 * margin};
}

QSize RouteDiagram::minimumSizeHint() const
{
    return {300, sizeHint().height()};
}

int RouteDiagram::nodeAt(QPointF place) const
{
    for (int i = 0; i < int(m_graph.nodes.size()); ++i)
        if (nodeRect(i).contains(place))
            return i;
    return -1;
}

void RouteDiagram::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto count = int(m_graph.nodes.size());
    const int source = count > 1 && columnOf(1) == 1 ? 1 : 0;
    if (source == 1)
        paintEdge(painter, 0, 1);
    for (int i = source + 1; i < count; ++i)
        paintEdge(painter, source, i);
    for (int i = 0; i < count; ++i)
        paintNode(painter, i);
    if (m_dragging)
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
    const double y = by < 0 ? at.top() - rowGap / 2.0 : at.bottom() + rowGap / 2.0;
    painter.setPen(QPen(colours().accent, 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(at.left(), y), QPointF(at.right(), y));
}

void RouteDiagram::setEditable(bool editable)
{
    m_editable = editable;
    m_dragging = m_dragging && editable;
}

bool RouteDiagram::isMovable(int node) const
{
    return m_editable && node >= 0 && node < m_graph.nodes.size() && columnOf(node) == 2
        && m_graph.nodes.at(node).kind != RouteNode::Kind::Canary;
}

int RouteDiagram::droppedBy() const
{
    const RouteNode::Kind kind = m_graph.nodes.at(m_current).kind;
    const int wanted = qRound(m_dragY / (rowHeight() + rowGap));
    const auto isSame = [this, kind](int node) {
        return node >= 0 && node < m_graph.nodes.size() && m_graph.nodes.at(node).kind == kind;
    };
    int by = 0;
    while (std::abs(by) < std::abs(wanted) && isSame(m_current + by + (wanted > 0 ? 1 : -1)))
        by += wanted > 0 ? 1 : -1;
    return by;
}

void RouteDiagram::paintEdge(QPainter &painter, int from, int to) const
{
    const Colours &c = colours();
    const RouteNode &node = m_graph.nodes.at(to);
    const QPainterPath path = curve(nodeRect(from), nodeRect(to));
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
    painter.drawPath(path);
    if (node.shareText.isEmpty())
        return;
    const QFont font = roleFont(FontRole::Pill);
    const QSizeF text(QFontMetricsF(font).horizontalAdvance(node.shareText) + 12,
                      QFontMetricsF(font).height() + 2);
    const QPointF middle = path.pointAtPercent(labelAt);
    const QRectF pill(middle.x() - text.width() / 2, middle.y() - text.height() / 2, text.width(),
                      text.height());
    painter.setPen(QPen(c.border, 1));
    painter.setBrush(c.surface);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setFont(font);
    painter.setPen(c.text2);
    painter.drawText(pill, int(Qt::AlignCenter), node.shareText);
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

    const double line = QFontMetricsF(strongFont()).height();
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
    QFont title = strongFont();
    title.setStrikeOut(one.refused);
    drawLine(painter, first, one.title, title, c.text);
    QRectF second(text.left(), first.bottom(), text.width(), small);
    drawLine(painter, second, one.detail, roleFont(FontRole::Caption), c.text3);
    if (!hasState)
        return;
    const QRectF third(text.left(), second.bottom(), text.width(), small);
    paintIcon(&painter, QRectF(third.left(), third.top(), 12, small), one.icon,
              c.toneText(one.tone));
    drawLine(painter, third.adjusted(17, 0, 0, 0), one.state, roleFont(FontRole::Caption),
             c.toneText(one.tone));
}

void RouteDiagram::moveAcross(int by)
{
    for (int at = columnOf(m_current) + by; at >= 0 && at <= 2; at += by) {
        const QList<int> nodes = column(at);
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
    const QList<int> siblings = column(columnOf(m_current));
    const qsizetype next = siblings.indexOf(m_current) + by;
    if (next >= 0 && next < siblings.size())
        setCurrentNode(siblings.at(next));
}

bool RouteDiagram::rearrange(const QKeyEvent &event)
{
    if (!isMovable(m_current))
        return false;
    const int key = event.key();
    const bool alone = !(event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
    if (event.modifiers() == Qt::AltModifier && (key == Qt::Key_Up || key == Qt::Key_Down)) {
        m_dragY = (key == Qt::Key_Up ? -1 : 1) * (rowHeight() + rowGap);
        const int by = droppedBy();
        m_dragY = 0;
        if (by != 0) {
            const int node = std::exchange(m_current, m_current + by); // the choice goes with it
            Q_EMIT nodeMoved(node, by);
        }
        return true;
    }
    if (alone && (key == Qt::Key_Plus || key == Qt::Key_Minus)) {
        Q_EMIT weightChanged(m_current, key == Qt::Key_Plus ? 1 : -1);
        return true;
    }
    return false;
}

void RouteDiagram::keyPressEvent(QKeyEvent *event)
{
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

void RouteDiagram::mousePressEvent(QMouseEvent *event)
{
    setCurrentNode(nodeAt(event->position()));
    m_grip = event->position();
    m_dragY = 0;
}

void RouteDiagram::mouseMoveEvent(QMouseEvent *event)
{
    const double far = event->position().y() - m_grip.y();
    const bool pulled = m_dragging || std::abs(far) >= QApplication::startDragDistance();
    if (!(event->buttons() & Qt::LeftButton) || !pulled || !isMovable(m_current)
        || (!m_dragging && nodeAt(m_grip) != m_current))
        return;
    m_dragging = true;
    m_dragY = far;
    setCursor(Qt::ClosedHandCursor);
    update();
}

void RouteDiagram::mouseReleaseEvent(QMouseEvent *)
{
    if (!std::exchange(m_dragging, false))
        return;
    const int by = droppedBy();
    m_dragY = 0;
    unsetCursor();
    update();
    if (by == 0)
        return;
    const int node = std::exchange(m_current, m_current + by);
    Q_EMIT nodeMoved(node, by);
}

void RouteDiagram::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int node = nodeAt(event->position()); node >= 0)
        Q_EMIT nodeActivated(node);
}

bool RouteDiagram::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int node = nodeAt(help->pos());
        QToolTip::showText(help->globalPos(),
                           node < 0 ? QString() : m_graph.nodes.at(node).sentence(), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace Gatehouse::Ui
