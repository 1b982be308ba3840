// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/steprail.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QtGui/QIcon>
#include <QtGui/QPainter>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int railWidth = 220;
constexpr int firstStep = 88;
constexpr int stepHeight = 44;
constexpr int circle = 24;
constexpr int margin = 20;

} // namespace

StepRail::StepRail(const QStringList &steps, QWidget *parent)
    : QWidget(parent)
    , m_steps(steps)
{
    setFixedWidth(railWidth);
    setCurrent(0);
}

void StepRail::setCurrent(int step)
{
    m_current = step;
    setAccessibleName(
        tr("Step %1 of %2: %3").arg(step + 1).arg(m_steps.size()).arg(m_steps.at(step)));
    update();
}

void StepRail::setSkipped(int step, bool skipped)
{
    m_skipped = skipped ? step : -1;
    update();
}

QSize StepRail::sizeHint() const
{
    return {railWidth, firstStep + int(m_steps.size()) * stepHeight};
}

void StepRail::paintEvent(QPaintEvent *)
{
    const Colours &c = colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), c.sidebar);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), c.border);
    QIcon(u":/gatehouse.svg"_s).paint(&painter, QRect(margin, 26, 28, 28));
    painter.setFont(roleFont(FontRole::AppName));
    painter.setPen(c.text);
    painter.drawText(QRect(margin + 38, 26, width() - margin - 38, 28), Qt::AlignVCenter,
                     tr("Set up"));
    for (int step = 0; step < m_steps.size(); ++step)
        paintStep(&painter, step);
}

void StepRail::paintStep(QPainter *painter, int step) const
{
    const Colours &c = colours();
    const bool skipped = step == m_skipped;
    const bool done = step < m_current && !skipped;
    const bool now = step == m_current;
    const QRectF line(8, firstStep + step * stepHeight, width() - 17, stepHeight - 4);
    painter->setPen(Qt::NoPen);
    if (now) {
        painter->setBrush(c.accentSoft);
        painter->drawRoundedRect(line, 8, 8);
    }
    const QRectF mark(margin, line.center().y() - circle / 2.0, circle, circle);
    painter->setBrush(now ? c.accent : done ? c.okSoft : c.neutralSoft);
    painter->drawEllipse(mark);
    if (done) {
        paintIcon(painter, mark.adjusted(6, 6, -6, -6), u"check"_s, c.ok);
    } else {
        QFont number = roleFont(FontRole::Pill);
        painter->setFont(number);
        painter->setPen(now ? c.accentText : c.text2);
        painter->drawText(mark, Qt::AlignCenter, skipped ? u"–"_s : QLocale().toString(step + 1));
    }
    QFont font = roleFont(FontRole::Control);
    font.setWeight(now ? QFont::DemiBold : QFont::Medium);
    painter->setFont(font);
    painter->setPen(now ? c.accentInk : skipped ? c.text3 : c.text2);
    const QRectF words(mark.right() + 12, line.top(), line.right() - mark.right() - 16,
                       line.height());
    painter->drawText(
        words, Qt::AlignVCenter | Qt::AlignLeft,
        painter->fontMetrics().elidedText(m_steps.at(step), Qt::ElideRight, int(words.width())));
}

} // namespace Gatehouse::Ui
