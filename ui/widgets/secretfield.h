// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QLineEdit;

namespace Gatehouse::Ui {

//! A masked line for a secret, shown while a button is pressed. The clipboard is read only when
//! Paste is pressed. The parts are called "<area>.secretField", ".showButton" and ".pasteButton".
class SecretField : public QWidget
{
    Q_OBJECT

public:
    SecretField(const QString &area, const QString &name, QWidget *parent = nullptr);

    QLineEdit *field() const { return m_field; }
    QString text() const;
    //! Overwrites the text before it goes.
    void forget();

Q_SIGNALS:
    void textChanged(const QString &text);

private:
    QLineEdit *m_field;
};

//! Without spaces, quotation marks and "Bearer " around it, as keys are pasted.
QString cleanedSecret(const QString &text);

} // namespace Gatehouse::Ui
