// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/expirydialog.h"

#include "ui/pages/access/expiryfield.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int dialogWidth = 380;
constexpr int usualDays = 90;

} // namespace

ExpiryDialog::ExpiryDialog(int keys, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"access.expiryDialog"_s);
    setWindowTitle(keys == 1 ? tr("Extend one key") : tr("Extend %n keys", nullptr, keys));
    setMinimumWidth(dialogWidth);
    auto *expiry = new ExpiryField(u"access.expiryDialog"_s, this);
    expiry->chooseDays(usualDays);
    QPushButton *cancel = makeButton(tr("Cancel"), {}, u"access.expiryDialog.cancelButton"_s, this);
    QPushButton *save =
        makeButton(tr("Save"), u"primary"_s, u"access.expiryDialog.saveButton"_s, this);
    cancel->setAutoDefault(false);
    save->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, [this, expiry] {
        Q_EMIT chosen(expiry->expiry());
        accept();
    });
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(windowTitle(), u"dialogTitle"_s, this));
    layout->addWidget(expiry);
    layout->addLayout(buttons);
    expiry->control()->setFocus();
}

} // namespace Gatehouse::Ui
