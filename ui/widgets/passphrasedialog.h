// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Gatehouse::Ui {

//! Asks for the passphrase of the sealed file, twice when a new one is made.
class PassphraseDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Purpose { Unlock, Create };

    //! \a area begins the names of its parts: "settings.security".
    PassphraseDialog(Purpose purpose, const QString &area, QWidget *parent);

    //! The passphrase was wrong or refused: says why and lets the person try again.
    void showProblem(const QString &problem);

Q_SIGNALS:
    void entered(const QString &passphrase);

private:
    void submit();

    Purpose m_purpose;
    QLineEdit *m_first;
    QLineEdit *m_second;
    QLabel *m_problem;
};

} // namespace Gatehouse::Ui
