// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/keydata.h"
#include "ui/pages/access/formdialog.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace Gatehouse::Ui {

class CopyButton;

//! New secrets for several keys, shown once, a line each.
class BulkRotateDialog : public FormDialog
{
    Q_OBJECT

public:
    BulkRotateDialog(Api::AdminClient &client, QList<KeyRow> keys, QWidget *parent = nullptr);

    //! Not before the new secrets were copied or marked as saved.
    void reject() override;

Q_SIGNALS:
    void rotated();

protected:
    void submit() override;

private:
    void take(const KeyRow &key, Api::AdminCall *call);
    void showSecrets();

    Api::AdminClient &m_client;
    QList<KeyRow> m_keys;
    FormField *m_overlapField;
    QComboBox *m_overlap;
    QPlainTextEdit *m_secrets;
    CopyButton *m_copy;
    QCheckBox *m_saved;
    QStringList m_lines;
    QStringList m_problems;
    qsizetype m_missing = 0;
    bool m_copied = false;
};

} // namespace Gatehouse::Ui
