// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/daystrip.h"

#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include <algorithm>

namespace Gatehouse::Ui {

namespace {

constexpr double gapShare = 0.25;
constexpr double widestStep = 24; //!< a few days do not fill the width
constexpr double leastHeight = 2; //!< of a day with anything

} // namespace

DayStrip::DayStrip(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DayStrip::setDays(const QList<Day> &days)
{
    m_days = days;
    qint64 sum = 0;
    for (const Day &day : days)
        sum += day.count;
    setAccessibleDescription(tr("%n record(s)", nullptr, int(sum)));
    update();
}

QRectF DayStrip::barAt(qsizetype index) const
{
    const auto most = std::ranges::max_element(m_days, {}, &Day::count)->count;
    const qint64 count = m_days.at(index).count;
    const double step = std::min(widestStep, double(width()) / double(m_days.size()));
    const double bar = std::max(1.0, step * (1 - gapShare));
    const double full = height() - 1.0;
    const double high = count == 0
        ? 1
        : std::max(leastHeight, full * double(count) / double(std::max<qint64>(most, 1)));
    return {step * double(index), full - high, bar, high};
}

void DayStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (qsizetype i = 0; i < m_days.size(); ++i) {
        painter.setBrush(m_days.at(i).count > 0 ? colours().seriesFill(0) : colours().track);
        painter.drawRoundedRect(barAt(i), 1, 1);
    }
}

bool DayStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_days.isEmpty())
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const double step = std::min(widestStep, double(width()) / double(m_days.size()));
    const auto index =
        std::clamp<qsizetype>(qsizetype(double(help->pos().x()) / step), 0, m_days.size() - 1);
    const Day &day = m_days.at(index);
    QToolTip::showText(help->globalPos(),
                       tr("%1: %n record(s)", nullptr, int(day.count)).arg(Format::day(day.day)),
                       this);
    return true;
}

} // namespace Gatehouse::Ui
