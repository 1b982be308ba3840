// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/snackbar.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/plaintextlabel.h"
#include "ui/widgets/theme.h"

#include <QtCore/QEvent>
#include <QtGui/QAccessible>
#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

namespace {

constexpr auto shownFor = 10s;
constexpr int distance = 20; // from the lower edge, in pixels
constexpr double radius = 9;

} // namespace

Snackbar::Snackbar(QWidget *parent)
    : QFrame(parent)
    , m_text(new PlainTextLabel({}, u"snackbar"_s, this))
    , m_action(makeButton({}, u"snackbar"_s, u"snackbar.actionButton"_s, this))
{
    setObjectName(u"snackbar"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(12);
    layout->addWidget(m_text);
    layout->addWidget(m_action);
    m_time.setSingleShot(true);
    m_time.setInterval(shownFor);
    connect(&m_time, &QTimer::timeout, this, [this] {
        if (m_action->hasFocus() || underMouse())
            m_time.start();
        else
            hide();
    });
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT actionTriggered();
    });
    parent->installEventFilter(this);
    hide();
}

void Snackbar::showMessage(const QString &text, const QString &action)
{
    m_text->setFullText(text);
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
    place();
    show();
    raise();
    m_time.start();
    QAccessibleEvent event(this, QAccessible::Alert);
    setAccessibleName(text);
    QAccessible::updateAccessibility(&event);
}

QString Snackbar::text() const
{
    return m_text->fullText();
}

void Snackbar::place()
{
    adjustSize();
    const QSize size = sizeHint().boundedTo(parentWidget()->size() - QSize(32, 0));
    resize(size);
    move((parentWidget()->width() - size.width()) / 2,
         parentWidget()->height() - size.height() - distance);
}

bool Snackbar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void Snackbar::enterEvent(QEnterEvent *event)
{
    m_time.stop();
    QFrame::enterEvent(event);
}

void Snackbar::leaveEvent(QEvent *event)
{
    m_time.start();
    QFrame::leaveEvent(event);
}

void Snackbar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours().tooltipBg);
    painter.drawRoundedRect(rect(), radius, radius);
}

} // namespace Gatehouse::Ui
