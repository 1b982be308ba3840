// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/raisebudgetdialog.h"

#include "ui/widgets/amountspin.h"
#include "ui/widgets/dialogheight.h"
#include "ui/widgets/format.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int dialogWidth = 420;
constexpr int longestReason = 200;
constexpr double mostDollars = 1e9;
constexpr double usualDollars = 50;

} // namespace

RaiseBudgetDialog::RaiseBudgetDialog(const QString &budget, QWidget *parent)
    : QDialog(parent)
    , m_amount(new AmountSpin(this))
    , m_reason(new QLineEdit(this))
{
    setObjectName(u"spend.raiseBudgetDialog"_s);
    setWindowTitle(tr("Raise “%1” until it resets").arg(budget));
    m_amount->setObjectName(u"spend.raiseBudgetDialog.amountSpin"_s);
    m_amount->setRange(0.01, mostDollars);
    m_amount->setDecimals(2);
    Format::setDollars(*m_amount);
    m_amount->setGroupSeparatorShown(true);
    m_amount->setValue(usualDollars);
    m_reason->setObjectName(u"spend.raiseBudgetDialog.reasonField"_s);
    m_reason->setMaxLength(longestReason);
    QLabel *title = makeLabel(windowTitle(), u"dialogTitle"_s, this);
    title->setWordWrap(true);
    auto *cancel = makeButton(tr("Cancel"), {}, u"spend.raiseBudgetDialog.cancelButton"_s, this);
    auto *raise = makeButton(tr("Raise budget"), u"primary"_s,
                             u"spend.raiseBudgetDialog.raiseButton"_s, this);
    cancel->setAutoDefault(false);
    raise->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(raise);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(new FormField(tr("Dollars to add"), m_amount,
                                    tr("The limit itself stays; the next period begins with it."),
                                    this));
    layout->addWidget(
        new FormField(tr("Reason (optional)"), m_reason, tr("Kept in the audit log."), this));
    layout->addLayout(buttons);
    setFixedWidth(dialogWidth);
    fitHeight(*this, dialogWidth);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(raise, &QPushButton::clicked, this, [this] {
        Q_EMIT raised(m_amount->value(), m_reason->text().trimmed());
        accept();
    });
}

} // namespace Gatehouse::Ui
