// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr double radius = 9;
constexpr int textLeft = 42;

QString toneIcon(Tone tone)
{
    switch (tone) {
    case Tone::Warn:
        return u"triangle-alert"_s;
    case Tone::Err:
        return u"circle-alert"_s;
    case Tone::Ok:
        return u"circle-check"_s;
    case Tone::Neutral:
    case Tone::Accent:
    case Tone::Info:
        break;
    }
    return u"info"_s;
}

} // namespace

Banner::Banner(Tone tone, QWidget *parent)
    : QFrame(parent)
    , m_tone(tone)
    , m_text(new QLabel(this))
    , m_action(makeButton({}, u"ghost"_s, u"banner.actionButton"_s, this))
    , m_close(makeIconButton(u"x"_s, tr("Dismiss this message"), u"banner.closeButton"_s, this))
{
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::NoTextInteraction);
    m_action->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(textLeft, 7, 12, 7);
    layout->setSpacing(12);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    setMinimumHeight(45);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    connect(m_close, &QToolButton::clicked, this, &Banner::dismissed);
}

void Banner::setText(const QString &title, const QString &detail)
{
    m_text->setText(u"<span style=\"font-weight:600\">%1</span> %2"_s.arg(title.toHtmlEscaped(),
                                                                          detail.toHtmlEscaped()));
    setAccessibleName(QString(title + u' ' + detail));
}

void Banner::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setAccessibleName(text);
    m_action->setVisible(!text.isEmpty());
}

void Banner::setDismissable(bool dismissable)
{
    m_close->setVisible(dismissable);
}

QString Banner::text() const
{
    return accessibleName();
}

void Banner::paintEvent(QPaintEvent *)
{
    const Colours &c = colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(withAlpha(c.toneText(m_tone), 0.45), 1));
    painter.setBrush(c.toneSoft(m_tone));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    paintIcon(&painter, QRectF(15, 0, 17, height()), toneIcon(m_tone), c.toneText(m_tone));
}

} // namespace Gatehouse::Ui
