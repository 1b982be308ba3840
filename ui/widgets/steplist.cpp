// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/steplist.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int iconSize = 15;

QWidget *makeStep(const RouteStep &step, QWidget *parent)
{
    auto *row = new QWidget(parent);
    row->setAccessibleName(step.ok ? StepList::tr("Passed: %1. %2").arg(step.name, step.text)
                                   : StepList::tr("Failed: %1. %2").arg(step.name, step.text));
    auto *icon = new QLabel(row);
    icon->setPixmap(
        (step.ok ? themeIcon(u"circle-check"_s, Ink::Ok) : themeIcon(u"circle-x"_s, Ink::Err))
            .pixmap(iconSize, iconSize));
    icon->setAccessibleName(step.ok ? StepList::tr("Passed") : StepList::tr("Failed"));
    QLabel *name = makeLabel(step.name, u"strong"_s, row);
    QLabel *text = makeLabel(step.text, u"muted"_s, row);
    for (QLabel *label : {name, text}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    text->setVisible(!step.text.isEmpty());
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(name);
    words->addWidget(text);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    return row;
}

} // namespace

StepList::StepList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
}

void StepList::setSteps(const QList<RouteStep> &steps)
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        std::unique_ptr<QLayoutItem> gone(item);
    }
    for (const RouteStep &step : steps)
        m_layout->addWidget(makeStep(step, this));
    setVisible(!steps.isEmpty());
}

} // namespace Gatehouse::Ui
