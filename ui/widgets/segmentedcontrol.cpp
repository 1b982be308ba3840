// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmentedcontrol.h"

#include "ui/widgets/flowlayout.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr auto idProperty = "segment";
constexpr int gap = 1;

} // namespace

SegmentedControl::SegmentedControl(QWidget *parent, Shape shape)
    : QWidget(parent)
    , m_layout(shape == Shape::Wraps ? static_cast<QLayout *>(new FlowLayout(this, gap, gap))
                                     : new QHBoxLayout(this))
    , m_group(new QButtonGroup(this))
{
    setAttribute(Qt::WA_StyledBackground);
    setProperty("kind", u"segments"_s);
    const bool wraps = shape == Shape::Wraps;
    const auto fit = wraps ? QSizePolicy::Preferred : QSizePolicy::Fixed;
    QSizePolicy policy(fit, fit);
    policy.setHeightForWidth(wraps);
    setSizePolicy(policy);
    m_layout->setContentsMargins(3, 3, 3, 3);
    m_layout->setSpacing(gap);
    connect(m_group, &QButtonGroup::buttonClicked, this, [this](QAbstractButton *button) {
        Q_EMIT currentChanged(button->property(idProperty).toString());
    });
}

void SegmentedControl::addSegment(const QString &id, const QString &text, const QString &name)
{
    auto *button = new QPushButton(text, this);
    button->setProperty("kind", u"seg"_s);
    button->setProperty(idProperty, id);
    button->setObjectName(objectName() + u'.' + id + "Button"_L1);
    button->setAccessibleName(name.isEmpty() ? text : name);
    button->setCheckable(true);
    button->setAutoDefault(false);
    m_group->addButton(button);
    m_layout->addWidget(button);
}

QString SegmentedControl::current() const
{
    const QAbstractButton *button = m_group->checkedButton();
    return button ? button->property(idProperty).toString() : QString();
}

QPushButton *SegmentedControl::button(const QString &id) const
{
    for (QAbstractButton *button : m_group->buttons())
        if (button->property(idProperty).toString() == id)
            return static_cast<QPushButton *>(button);
    return nullptr;
}

void SegmentedControl::setText(const QString &id, const QString &text, const QString &name)
{
    if (QPushButton *segment = button(id)) {
        segment->setText(text);
        segment->setAccessibleName(name);
    }
}

void SegmentedControl::setCurrent(const QString &id)
{
    if (QPushButton *segment = button(id))
        segment->setChecked(true);
}

} // namespace Gatehouse::Ui
