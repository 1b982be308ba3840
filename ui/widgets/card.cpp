// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/plaintextlabel.h"
#include "ui/widgets/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr double radius = 10;
constexpr int headerHeight = 30; // with or without buttons in it
constexpr int shadowRings = 2;
constexpr double ringAlpha = 0.04;

} // namespace

Card::Card(QWidget *parent)
    : QFrame(parent)
    , m_content(new QVBoxLayout(this))
{
    // The outermost two pixels belong to the shadow.
    m_content->setContentsMargins(18, 12, 18, 14);
    m_content->setSpacing(6);
}

Card::Card(const QString &title, QWidget *parent)
    : Card(parent)
{
    m_header = new QHBoxLayout;
    m_header->setSpacing(8);
    m_title = makeLabel(title, u"title"_s, this);
    m_caption = new PlainTextLabel({}, u"caption"_s, this);
    m_caption->setWholeOrNothing(true);
    m_title->setMinimumHeight(headerHeight);
    m_caption->hide();
    m_header->addWidget(m_title);
    m_header->addWidget(m_caption);
    m_header->addStretch(1);
    m_content->addLayout(m_header);
    setAccessibleName(title);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void Card::setCaption(const QString &caption)
{
    m_caption->setFullText(caption);
    m_caption->setVisible(!caption.isEmpty());
}

void Card::setFlush()
{
    m_content->setContentsMargins(6, 12, 6, 6);
    m_header->setContentsMargins(12, 0, 12, 0);
}

void Card::addHeaderWidget(QWidget *widget)
{
    m_header->addWidget(widget);
}

QColor Card::borderColour() const
{
    return colours().border;
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &c = colours();
    const QRectF body = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -2.5);
    painter.setBrush(Qt::NoBrush);
    for (int ring = shadowRings; ring >= 1; --ring) {
        QColor shade = c.shadow;
        shade.setAlphaF(float(ringAlpha));
        painter.setPen(QPen(shade, 1));
        const double spread = ring - 0.5;
        painter.drawRoundedRect(body.adjusted(-spread, -spread + 1, spread, spread + 0.5),
                                radius + spread, radius + spread);
    }
    painter.setPen(QPen(borderColour(), 1));
    painter.setBrush(c.surface);
    painter.drawRoundedRect(body, radius, radius);
}

} // namespace Gatehouse::Ui
