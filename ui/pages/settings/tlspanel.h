// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/upkeepmodel.h"
#include "ui/pages/settings/gatewaydraft.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Gatehouse::Ui {

class CopyButton;

//! The certificate the gateway shows: none, files of one's own, or one the gateway makes for the
//! office network.
class TlsPanel : public QWidget
{
    Q_OBJECT

public:
    TlsPanel(GatewayDraft &draft, UpkeepModel &upkeep, QWidget *parent = nullptr);

    //! The choice between no TLS and files.
    QComboBox *modeCombo() const { return m_mode; }
    //! Fields and explanations under the choice.
    void showDraft();
    void setLocked(bool locked);

private:
    QWidget *buildFile(QLineEdit *field, const QString &label, const QString &browse);
    QWidget *buildTrust();
    void updateView();
    void chooseMode(int index);
    void storeFiles();
    void browse(QLineEdit *field);
    void check();
    void create();
    void showCreated(const OfficeCertificate &made);
    void say(const QString &text, const QString &tone);

    GatewayDraft &m_draft;
    UpkeepModel &m_upkeep;
    QComboBox *m_mode;
    QLineEdit *m_certificate;
    QLineEdit *m_key;
    QWidget *m_files;
    QPushButton *m_create;
    QLabel *m_state;
    QWidget *m_trust;
    QLabel *m_fingerprint;
    CopyButton *m_copyFingerprint;
    QLabel *m_authority;
    CopyButton *m_copyAuthority;
    bool m_wantsFiles = false; //!< chosen before any file was named
};

} // namespace Gatehouse::Ui
