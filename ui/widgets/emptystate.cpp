// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int markSize = 52;
constexpr int textWidth = 460;

class Mark : public QWidget
{
public:
    Mark(QString iconName, QWidget *parent)
        : QWidget(parent)
        , m_iconName(std::move(iconName))
    {
        setFixedSize(markSize, markSize);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours().accentSoft);
        painter.drawRoundedRect(rect(), 14, 14);
        paintIcon(&painter, QRectF(rect()).adjusted(14, 14, -14, -14), m_iconName,
                  colours().accent);
    }

private:
    QString m_iconName;
};

} // namespace

EmptyState::EmptyState(const QString &iconName, const QString &title, const QString &text,
                       QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel(title, u"dialogTitle"_s, this))
    , m_text(makeLabel({}, u"muted"_s, this))
    , m_content(new QVBoxLayout)
    , m_actions(new QHBoxLayout)
{
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    // Of one fixed size: centred items are not asked for their height at a width.
    m_text->setFixedWidth(textWidth);
    m_text->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setText(text);
    m_actions->setSpacing(8);
    m_actions->addStretch(1);
    m_actions->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 32, 24, 32);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(new Mark(iconName, this), 0, Qt::AlignHCenter);
    layout->addSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addLayout(m_content);
    layout->addSpacing(8);
    layout->addLayout(m_actions);
    layout->addStretch(3);
}

void EmptyState::setTitle(const QString &title)
{
    m_title->setText(title);
}

void EmptyState::setText(const QString &text)
{
    m_text->setText(text);
    m_text->setFixedHeight(std::max(0, m_text->heightForWidth(textWidth))); // -1 without text
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        setText(m_text->text());
    QWidget::changeEvent(event);
}

QPushButton *EmptyState::addAction(const QString &text, const QString &objectName)
{
    const bool first = m_actions->count() == 2;
    QPushButton *button = makeButton(text, first ? u"primary"_s : QString(), objectName, this);
    m_actions->insertWidget(m_actions->count() - 1, button);
    return button;
}

void EmptyState::addAction(QPushButton *button)
{
    m_actions->insertWidget(m_actions->count() - 1, button);
}

void EmptyState::addContent(QWidget *widget)
{
    m_content->addWidget(widget, 0, Qt::AlignHCenter);
}

QString EmptyState::title() const
{
    return m_title->text();
}

} // namespace Gatehouse::Ui
