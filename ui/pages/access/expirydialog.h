// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDateTime>
#include <QtWidgets/QDialog>

namespace Gatehouse::Ui {

//! Another expiry for the selected keys.
class ExpiryDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ExpiryDialog(int keys, QWidget *parent = nullptr);

Q_SIGNALS:
    //! An invalid time is never.
    void chosen(const QDateTime &expires);
};

} // namespace Gatehouse::Ui
