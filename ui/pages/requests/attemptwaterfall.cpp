// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/requests/attemptwaterfall.h"

#include "ui/models/seriescolours.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr double barHeight = 12;
constexpr double shortestBar = 3;
constexpr double waitingAlpha = 0.35;
constexpr int axisSteps = 4;

bool answered(const RequestAttempt &attempt)
{
    return attempt.result == "ok"_L1 || attempt.result == "answered"_L1;
}

} // namespace

AttemptWaterfall::AttemptWaterfall(SeriesColours &colours, QWidget *parent)
    : QWidget(parent)
    , m_colours(colours)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Attempts over time"));
}

void AttemptWaterfall::setRequest(const RequestRow &row)
{
    m_row = row;
    QStringList sentences;
    for (const RequestAttempt &attempt : row.attempts)
        sentences.append(tip(attempt));
    setAccessibleDescription(sentences.join(u"\n"_s));
    updateGeometry();
    update();
}

int AttemptWaterfall::lineHeight() const
{
    return QFontMetrics(roleFont(FontRole::Legend)).height() + int(barHeight) + 14;
}

QSize AttemptWaterfall::sizeHint() const
{
    const int axis = QFontMetrics(roleFont(FontRole::Axis)).height() + 4;
    return {380, int(m_row.attempts.size()) * lineHeight() + axis};
}

QSize AttemptWaterfall::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

double AttemptWaterfall::totalMs() const
{
    double end = m_row.totalMs.value_or(0);
    for (const RequestAttempt &attempt : m_row.attempts)
        end = std::max(end, attempt.startedMs + attempt.ms.value_or(0));
    return std::max(1.0, end);
}

void AttemptWaterfall::paintEvent(QPaintEvent *)
{
    const Colours &c = colours();
    QPainter painter(this);
    painter.setFont(roleFont(FontRole::Axis));
    const double axis = painter.fontMetrics().height() + 4;
    const double bottom = height() - axis;
    for (int step = 0; step <= axisSteps; ++step) {
        const double x = std::min(width() - 1.0, double(width()) * step / axisSteps);
        painter.fillRect(QRectF(std::floor(x), 0, 1, bottom), c.grid);
        const QString text = Format::duration(totalMs() * step / axisSteps);
        const double wide = painter.fontMetrics().horizontalAdvance(text) + 2;
        painter.setPen(c.text3);
        painter.drawText(
            QRectF(std::clamp(x - wide / 2, 0.0, width() - wide), bottom + 4, wide, axis - 4),
            Qt::AlignCenter, text);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    for (int line = 0; line < m_row.attempts.size(); ++line)
        paintAttempt(&painter, line);
}

void AttemptWaterfall::paintAttempt(QPainter *painter, int line) const
{
    const Colours &c = colours();
    const RequestAttempt &attempt = m_row.attempts.at(line);
    const double scale = width() / totalMs();
    const double top = line * lineHeight();
    const double ms = attempt.ms.value_or(0);
    painter->setFont(roleFont(FontRole::Legend));
    const double textHeight = painter->fontMetrics().height();
    const bool ok = answered(attempt);
    const QRectF mark(0, top + 2, 14, textHeight);
    paintIcon(painter, mark, ok ? u"check"_s : u"circle-x"_s, ok ? c.ok : c.err);
    const QString end = Format::duration(attempt.ms);
    const double endWidth = painter->fontMetrics().horizontalAdvance(end) + 2;
    painter->setPen(c.text2);
    painter->drawText(QRectF(width() - endWidth, top + 2, endWidth, textHeight),
                      Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip, end);
    painter->setPen(c.text);
    const QRectF words(18, top + 2, width() - endWidth - 30, textHeight);
    const QString text = tr("%1 · %2", "provider and how its attempt ended")
                             .arg(m_colours.name(attempt.provider), outcomeText(attempt.result));
    // Other scripts' fonts are higher than the one that is measured: nothing of them is cut off.
    painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, int(words.width())));

    const QColor fill = ok ? c.seriesFill(m_colours.indexOf(attempt.provider)) : c.errFill;
    const double length = std::max(shortestBar, ms * scale);
    const QRectF bar(std::min(attempt.startedMs * scale, width() - length), top + textHeight + 6,
                     length, barHeight);
    painter->setPen(Qt::NoPen);
    painter->setBrush(withAlpha(fill, ok && attempt.firstTokenMs ? waitingAlpha : 1.0));
    painter->drawRoundedRect(bar, 3, 3);
    if (ok && attempt.firstTokenMs) {
        QRectF streaming = bar;
        streaming.setLeft(std::min(bar.right() - 1, bar.left() + *attempt.firstTokenMs * scale));
        painter->setBrush(fill);
        painter->drawRoundedRect(streaming, 3, 3);
    }
}

QString AttemptWaterfall::tip(const RequestAttempt &attempt) const
{
    const QString cost =
        attempt.cost ? u' ' + tr("Cost: %1.").arg(Format::money(*attempt.cost)) : QString();
    return tr("%1, %2: %3 after %4. Connected after %5, head after %6, first token after %7.")
               .arg(m_colours.name(attempt.provider), attempt.model, outcomeText(attempt.result),
                    Format::duration(attempt.ms), Format::duration(attempt.connectedMs),
                    Format::duration(attempt.headMs), Format::duration(attempt.firstTokenMs))
        + cost;
}

bool AttemptWaterfall::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int line = help->y() / lineHeight();
    if (line >= 0 && line < m_row.attempts.size())
        QToolTip::showText(help->globalPos(), tip(m_row.attempts.at(line)), this);
    return true;
}

} // namespace Gatehouse::Ui
