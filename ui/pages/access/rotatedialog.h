// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/keydata.h"

#include <QtWidgets/QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace Gatehouse::Ui {

//! Gives a key a new secret; the old one stays valid as long as apps need to change over.
class RotateDialog : public QDialog
{
    Q_OBJECT

public:
    RotateDialog(Api::AdminClient &client, const KeyRow &key, QWidget *parent = nullptr);

Q_SIGNALS:
    void rotated(const QString &secret);

private:
    void rotate();

    Api::AdminClient &m_client;
    KeyRow m_key;
    QComboBox *m_overlap;
    QLabel *m_problem;
    QPushButton *m_rotate;
    QPointer<Api::AdminCall> m_call;
};

} // namespace Gatehouse::Ui
