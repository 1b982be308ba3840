// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/gatewaylist.h"

#include <QtWidgets/QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Gatehouse::Ui {

class FormField;

//! Connects to a gateway elsewhere: address and administration token are tried before anything is
//! kept. A pairing code is exchanged for a token first. A certificate that no authority vouches for
//! is shown by its fingerprint, to be compared and trusted.
class GatewayDialog : public QDialog
{
    Q_OBJECT

public:
    using Connect = std::function<std::unique_ptr<Api::AdminTransport>(const Api::AdminAddress &)>;

    //! \a entry: one whose token is asked for again, or an empty one for a new gateway.
    GatewayDialog(GatewayEntry entry, Connect connect, QWidget *parent);

Q_SIGNALS:
    //! It answered and took the token.
    void connected(const Gatehouse::Ui::GatewayEntry &entry, const QString &token);

private:
    void tryIt();
    void pair(const QString &code);
    void takeToken(const Api::AdminCall &call);
    void askStatus(const QString &token);
    void showTrying();
    //! A certificate to compare, a wrong code or token, no answer.
    void takeRefusal(const Api::AdminCall &call);
    void take(const Api::AdminCall &call);
    void askTrust(const QByteArray &fingerprint);
    void showProblem(FormField *field, const QString &text);

    GatewayEntry m_entry;
    Connect m_connect;
    std::unique_ptr<Api::AdminClient> m_client; //!< of the attempt under way
    QByteArray m_offered;                       //!< a fingerprint to be trusted
    QString m_secret;                           //!< the token that is tried
    QLineEdit *m_address;
    QLineEdit *m_token;
    QLineEdit *m_name;
    FormField *m_addressRow;
    FormField *m_tokenRow;
    QLabel *m_trust;
    QPushButton *m_button;
};

} // namespace Gatehouse::Ui
