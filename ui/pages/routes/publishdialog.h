// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QDialog>

class QLineEdit;

namespace Gatehouse::Ui {

//! What publishing will change, in sentences, and why it is done.
class PublishDialog : public QDialog
{
    Q_OBJECT

public:
    PublishDialog(const QStringList &difference, int warnings, QWidget *parent);

    //! May be empty.
    QString reason() const;

private:
    QLineEdit *m_reason;
};

} // namespace Gatehouse::Ui
