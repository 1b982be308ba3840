// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reliability/breakerstrip.h"

#include "ui/widgets/theme.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int nameWidth = 276;
constexpr int stateWidth = 96;
constexpr int barHeight = 14;
constexpr int padding = 18;

QColor colourOf(BreakerLook look)
{
    const Colours &c = colours();
    switch (look) {
    case BreakerLook::Closed:
        return c.okFill;
    case BreakerLook::HalfOpen:
        return c.warnFill;
    case BreakerLook::Open:
    case BreakerLook::Held:
        return c.errFill;
    case BreakerLook::Paused:
        return c.seriesOther;
    case BreakerLook::Unknown:
        break;
    }
    return c.track;
}

} // namespace

void paintBreakerLook(QPainter *painter, const QRectF &rect, BreakerLook look)
{
    const QColor colour = colourOf(look);
    switch (look) {
    case BreakerLook::Unknown:
        painter->fillRect(QRectF(rect.left(), rect.center().y() - 1, rect.width(), 2), colour);
        return;
    case BreakerLook::Closed:
        painter->fillRect(rect, colour);
        return;
    case BreakerLook::HalfOpen:
        painter->fillRect(rect, withAlpha(colour, 0.35));
        painter->fillRect(rect, QBrush(colour, Qt::BDiagPattern));
        return;
    case BreakerLook::Open:
        painter->fillRect(rect, colour);
        painter->fillRect(QRectF(rect.left(), rect.center().y() - 1.5, rect.width(), 3),
                          colours().surface);
        return;
    case BreakerLook::Held:
        painter->fillRect(rect, withAlpha(colour, 0.35));
        painter->fillRect(rect, QBrush(colour, Qt::DiagCrossPattern));
        return;
    case BreakerLook::Paused:
        painter->fillRect(rect, QBrush(colour, Qt::VerPattern));
        return;
    }
}

BreakerStrip::BreakerStrip(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BreakerStrip::setBreakers(const QList<BreakerTimes> &breakers, const QStringList &times,
                               const QStringList &axisLabels)
{
    const QString kept = current() ? current()->id : QString();
    m_breakers = breakers;
    m_times = times;
    m_axisLabels = axisLabels;
    const auto found = std::find_if(m_breakers.cbegin(), m_breakers.cend(),
                                    [&kept](const auto &one) { return one.id == kept; });
    m_row = found == m_breakers.cend() ? 0 : int(found - m_breakers.cbegin());
    m_point = std::min(m_point, int(m_times.size()) - 1);
    updateGeometry();
    update();
    Q_EMIT currentChanged();
}

const BreakerTimes *BreakerStrip::current() const
{
    return m_row >= 0 && m_row < m_breakers.size() ? &m_breakers.at(m_row) : nullptr;
}

int BreakerStrip::rowHeight() const
{
    return std::max(30, QFontMetrics(roleFont(FontRole::TableCell)).height() + 12);
}

QSize BreakerStrip::sizeHint() const
{
    return {textScaled(nameWidth + stateWidth) + 200,
            rowHeight() * int(m_breakers.size()) + textScaled(24)};
}

QRectF BreakerStrip::strip(int row) const
{
    const double left = textScaled(nameWidth);
    return {left, row * double(rowHeight()) + (rowHeight() - barHeight) / 2.0,
            width() - left - textScaled(stateWidth) - padding, double(barHeight)};
}

int BreakerStrip::rowAt(double y) const
{
    const int row = int(y) / rowHeight();
    return row >= 0 && row < m_breakers.size() ? row : -1;
}

int BreakerStrip::pointAt(QPointF position) const
{
    const QRectF bar = strip(0);
    if (m_times.isEmpty() || position.x() < bar.left() || position.x() >= bar.right())
        return -1;
    return int((position.x() - bar.left()) / bar.width() * double(m_times.size()));
}

QString BreakerStrip::textOf(int row, int point) const
{
    if (row < 0)
        return {};
    const BreakerTimes &one = m_breakers.at(row);
    if (point < 0)
        return tr("%1, %2: %3", "provider, model, state")
            .arg(one.providerName, one.model, breakerWord(one.now));
    return tr("%1, %2, %3: %4", "provider, model, time, state")
        .arg(one.providerName, one.model, m_times.value(point),
             breakerWord(one.cells.value(point, BreakerLook::Unknown)));
}

void BreakerStrip::choose(int row, int point)
{
    if (row < 0 || row >= m_breakers.size())
        return;
    m_row = row;
    m_point = point;
    setAccessibleDescription(textOf(row, point));
    update();
    Q_EMIT currentChanged();
}

void BreakerStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int row = 0; row < m_breakers.size(); ++row)
        paintRow(&painter, row);
    paintAxis(&painter);
}

void BreakerStrip::paintRow(QPainter *painter, int row) const
{
    const Colours &c = colours();
    const BreakerTimes &one = m_breakers.at(row);
    const QRectF whole(4, row * double(rowHeight()), width() - 8.0, rowHeight());
    if (row == m_row) {
        painter->setPen(hasFocus() ? QPen(c.accent, 2) : QPen(Qt::NoPen));
        painter->setBrush(c.selection);
        painter->drawRoundedRect(whole.adjusted(1, 1, -1, -1), 6, 6);
    }
    QRectF name = whole.adjusted(padding - 4, 0, 0, 0);
    name.setRight(textScaled(nameWidth) - 10);
    QFont strong = roleFont(FontRole::TableCell);
    strong.setWeight(QFont::DemiBold);
    painter->setFont(strong);
    painter->setPen(c.text);
    const QString model =
        painter->fontMetrics().elidedText(one.model, Qt::ElideRight, int(name.width()));
    painter->drawText(name, Qt::AlignVCenter | Qt::AlignLeft, model);
    name.setLeft(name.left() + painter->fontMetrics().horizontalAdvance(model) + 8);
    painter->setFont(roleFont(FontRole::Caption));
    painter->setPen(c.text3);
    painter->drawText(
        name, Qt::AlignVCenter | Qt::AlignLeft,
        painter->fontMetrics().elidedText(one.providerName, Qt::ElideRight, int(name.width())));
    paintCells(painter, row);
    const QRectF state(width() - textScaled(stateWidth) - padding / 2.0, whole.top(),
                       textScaled(stateWidth), whole.height());
    const bool bad = one.now == BreakerLook::Open || one.now == BreakerLook::Held;
    painter->setFont(roleFont(FontRole::TableCell));
    painter->setPen(bad                                    ? c.err
                        : one.now == BreakerLook::Closed   ? c.ok
                        : one.now == BreakerLook::HalfOpen ? c.warn
                                                           : c.text2);
    painter->drawText(state, Qt::AlignVCenter | Qt::AlignRight, breakerWord(one.now));
}

void BreakerStrip::paintCells(QPainter *painter, int row) const
{
    const BreakerTimes &one = m_breakers.at(row);
    if (one.cells.isEmpty())
        return;
    const QRectF bar = strip(row);
    const double step = bar.width() / double(one.cells.size());
    const double space = step > 5 ? 1 : 0;
    painter->setRenderHint(QPainter::Antialiasing, false);
    for (qsizetype point = 0; point < one.cells.size(); ++point)
        paintBreakerLook(
            painter,
            QRectF(bar.left() + double(point) * step, bar.top(), step - space, bar.height()),
            one.cells.at(point));
    painter->setRenderHint(QPainter::Antialiasing);
    if (row != m_row || m_point < 0)
        return;
    painter->setPen(QPen(colours().text, 1.4));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(
        QRectF(bar.left() + m_point * step, bar.top(), step, bar.height()).adjusted(-1, -2, 0, 2));
}

void BreakerStrip::paintAxis(QPainter *painter) const
{
    const QRectF bar = strip(0);
    const double top = double(m_breakers.size()) * rowHeight() + 4;
    painter->setFont(roleFont(FontRole::Axis));
    painter->setPen(colours().text3);
    const auto parts = double(std::max<qsizetype>(1, m_axisLabels.size() - 1));
    for (qsizetype i = 0; i < m_axisLabels.size(); ++i) {
        const double x = bar.left() + bar.width() * double(i) / parts;
        const QRectF box(x - 60, top, 120, painter->fontMetrics().height());
        painter->drawText(box, Qt::AlignHCenter, m_axisLabels.at(i));
    }
}

void BreakerStrip::mousePressEvent(QMouseEvent *event)
{
    choose(rowAt(event->position().y()), pointAt(event->position()));
}

void BreakerStrip::mouseDoubleClickEvent(QMouseEvent *event)
{
    choose(rowAt(event->position().y()), pointAt(event->position()));
    if (const BreakerTimes *one = current())
        Q_EMIT cellActivated(one->provider, one->model, m_point);
}

void BreakerStrip::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_times.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Up:
        return choose(m_row - 1, m_point);
    case Qt::Key_Down:
        return choose(m_row + 1, m_point);
    case Qt::Key_Left:
        return choose(m_row, m_point < 0 ? last : std::max(m_point - 1, 0));
    case Qt::Key_Right:
        return choose(m_row, std::min(m_point + 1, last));
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const BreakerTimes *one = current())
            Q_EMIT cellActivated(one->provider, one->model, m_point);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool BreakerStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString text = textOf(rowAt(help->pos().y()), pointAt(help->pos()));
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace Gatehouse::Ui
