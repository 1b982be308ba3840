// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/routes/routelayout.h"

#include "ui/widgets/theme.h"

#include <QtGui/QFontMetricsF>

#include <algorithm>

namespace Gatehouse::Ui {

namespace {

constexpr double labelAt = 0.62;
constexpr double leastGap = 12; // between name and strategy
constexpr double leastFan = 50; // between strategy and targets: room for the shares
constexpr double textPadding = 22;
constexpr double markWidth = 19; // swatch or icon before the name of a target
constexpr double handleRadius = 8;
constexpr double gripSlack = 6; // around small things
// At most this much of the width for each column.
constexpr double mostOf[] = {0.27, 0.28, 0.42};

} // namespace

QFont RouteLayout::strongFont()
{
    QFont font = roleFont(FontRole::TableCell);
    font.setWeight(QFont::DemiBold);
    return font;
}

int RouteLayout::rowHeight()
{
    return QFontMetrics(strongFont()).height()
        + 2 * QFontMetrics(roleFont(FontRole::Caption)).height() + 16;
}

int RouteLayout::columnOf(int node) const
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

QList<int> RouteLayout::column(int column) const
{
    QList<int> nodes;
    for (int i = 0; i < int(m_graph.nodes.size()); ++i)
        if (columnOf(i) == column)
            nodes.append(i);
    return nodes;
}

double RouteLayout::neededWidth(int at) const
{
    if (column(at).isEmpty())
        return 0;
    double widest = 0;
    for (const int node : column(at)) {
        const RouteNode &one = m_graph.nodes.at(node);
        const QFontMetricsF small(roleFont(FontRole::Caption));
        const double title = QFontMetricsF(strongFont()).horizontalAdvance(one.title);
        const double state =
            small.horizontalAdvance(one.state) + (one.icon.isEmpty() ? 0 : markWidth);
        widest = std::max({widest, title + (at == 2 ? markWidth : 0),
                           small.horizontalAdvance(one.detail), state});
    }
    return widest + textPadding;
}

//! What it needs where there is room for all, else at most its share.
double RouteLayout::columnWidth(int at) const
{
    const double whole = m_size.width() - 2 * margin;
    const double all = neededWidth(0) + neededWidth(1) + neededWidth(2) + leastGap + leastFan;
    return all <= whole ? neededWidth(at) : std::min(neededWidth(at), whole * mostOf[at]);
}

//! Names stand at the left, targets at the right; a fan of edges needs more room than one edge.
QRectF RouteLayout::nodeRect(int node) const
{
    const int at = columnOf(node);
    const double whole = m_size.width() - 2 * margin;
    const double first = columnWidth(0);
    const double second = columnWidth(1);
    const double third = std::clamp(columnWidth(2), 0.0,
                                    std::max(0.0, whole - first - second - leastGap - leastFan));
    const double rest = whole - first - second - third;
    const double gap = leastGap + std::max(0.0, rest - leastGap - leastFan) / 3;
    const double lefts[] = {0, first + gap, whole - third};
    const double widths[] = {first, second, third};
    const QList<int> siblings = column(at);
    const double step = rowHeight() + rowGap;
    const double content = double(siblings.size()) * step - rowGap;
    const double top = std::max(double(margin), (m_size.height() - content) / 2);
    return {margin + lefts[at], top + step * double(siblings.indexOf(node)), widths[at],
            double(rowHeight())};
}

int RouteLayout::nodeAt(QPointF place) const
{
    for (int i = 0; i < int(m_graph.nodes.size()); ++i)
        if (nodeRect(i).contains(place))
            return i;
    return -1;
}

int RouteLayout::source() const
{
    return m_graph.nodes.size() > 1 && columnOf(1) == 1 ? 1 : 0;
}

QPainterPath RouteLayout::edge(int from, int to) const
{
    const QRectF left = nodeRect(from);
    const QRectF right = nodeRect(to);
    const QPointF start(left.right(), left.center().y());
    const QPointF end(right.left(), right.center().y());
    const double bend = (end.x() - start.x()) / 2;
    QPainterPath path(start);
    path.cubicTo(start + QPointF(bend, 0), end - QPointF(bend, 0), end);
    return path;
}

QRectF RouteLayout::pillRect(int node, const QString &text) const
{
    const QFontMetricsF metrics(roleFont(FontRole::Pill));
    QRectF pill(0, 0, metrics.horizontalAdvance(text) + 12, metrics.height() + 2);
    pill.moveCenter(edge(source(), node).pointAtPercent(labelAt));
    return pill;
}

int RouteLayout::pillAt(QPointF place) const
{
    for (int i = source() + 1; i < int(m_graph.nodes.size()); ++i) {
        const QString &text = m_graph.nodes.at(i).shareText;
        if (!text.isEmpty()
            && pillRect(i, text)
                   .adjusted(-gripSlack, -gripSlack, gripSlack, gripSlack)
                   .contains(place))
            return i;
    }
    return -1;
}

QRectF RouteLayout::handle() const
{
    if (source() == 0)
        return {};
    const QRectF box = nodeRect(1);
    return {box.right() - handleRadius, box.center().y() - handleRadius, 2 * handleRadius,
            2 * handleRadius};
}

} // namespace Gatehouse::Ui
