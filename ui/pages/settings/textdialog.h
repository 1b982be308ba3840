// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QDialog>

namespace Gatehouse::Ui {

//! A longer text to read, and to take along if \a copyName says how.
class TextDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a objectName: "settings.about.licenceDialog"; deletes itself when closed.
    TextDialog(const QString &objectName, const QString &title, const QString &text,
               const QString &copyName, QWidget *parent);
};

} // namespace Gatehouse::Ui
