// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reliability/objectivedialog.h"

#include "ui/widgets/labels.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int mostDays = 90;

} // namespace

ObjectiveDialog::ObjectiveDialog(const QString &title, double target, int days, QWidget *parent)
    : QDialog(parent)
    , m_target(new QDoubleSpinBox(this))
    , m_days(new QSpinBox(this))
{
    setObjectName(u"reliability.objectiveDialog"_s);
    setWindowTitle(tr("Objective of %1").arg(title));
    m_target->setObjectName(u"reliability.objectiveTargetSpin"_s);
    m_target->setAccessibleName(tr("Answered requests, in percent"));
    m_target->setDecimals(3);
    m_target->setRange(50, 99.999);
    m_target->setSingleStep(0.1);
    m_target->setSuffix(u" %"_s);
    m_target->setValue(target * 100);
    m_days->setObjectName(u"reliability.objectiveDaysSpin"_s);
    m_days->setAccessibleName(tr("Over how many days"));
    m_days->setRange(1, mostDays);
    m_days->setSuffix(tr(" days"));
    m_days->setValue(days);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 18);
    layout->setSpacing(8);
    layout->addWidget(makeLabel(windowTitle(), u"dialogTitle"_s, this));
    layout->addSpacing(4);
    QLabel *targetLabel = makeLabel(tr("Answered requests"), u"strong"_s, this);
    targetLabel->setBuddy(m_target);
    QLabel *daysLabel = makeLabel(tr("Over"), u"strong"_s, this);
    daysLabel->setBuddy(m_days);
    layout->addWidget(targetLabel);
    layout->addWidget(m_target);
    layout->addWidget(daysLabel);
    layout->addWidget(m_days);
    QLabel *help = makeLabel(tr("The rest is the error budget. Mistakes of callers and requests "
                                "they cancel do not count."),
                             u"caption"_s, this);
    help->setWordWrap(true);
    layout->addWidget(help);
    auto *reset =
        makeButton(tr("Use the default"), u"ghost"_s, u"reliability.objectiveResetButton"_s, this);
    auto *cancel = makeButton(tr("Cancel"), {}, u"reliability.objectiveCancelButton"_s, this);
    auto *save =
        makeButton(tr("Save objective"), u"primary"_s, u"reliability.objectiveSaveButton"_s, this);
    save->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(reset);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(reset, &QPushButton::clicked, this, [this] {
        Q_EMIT resetRequested();
        accept();
    });
    connect(save, &QPushButton::clicked, this, [this] {
        Q_EMIT saved(m_target->value() / 100, m_days->value());
        accept();
    });
}

} // namespace Gatehouse::Ui
