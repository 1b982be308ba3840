// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/alerting.h"
#include "ui/widgets/form.h"

#include <QtWidgets/QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace Gatehouse::Ui {

//! Asks for one way to tell people: a webhook, a chat or a mail server. The secret itself goes to
//! the store of secrets, not into the configuration.
class ChannelDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a channel without kind: a new one. \a taken: ids of the others.
    ChannelDialog(const Api::AlertChannel &channel, QStringList taken, QWidget *parent = nullptr);

Q_SIGNALS:
    //! \a secret: to be stored, its reference to be put into \a channel; empty: as it is.
    void saved(const Gatehouse::Api::AlertChannel &channel, const QString &secret);

private:
    void buildFields();
    void showKind();
    Api::AlertChannel entered() const;
    void submit();

    const Api::AlertChannel m_channel;
    const QStringList m_taken;
    QLineEdit *m_id;
    QComboBox *m_kind;
    QLineEdit *m_url;
    QLineEdit *m_secret;
    QLineEdit *m_user;
    QLineEdit *m_from;
    QLineEdit *m_to;
    QLineEdit *m_caFile;
    Form m_form;
};

//! Shows a new signing secret, once.
class SigningSecretDialog : public QDialog
{
    Q_OBJECT

public:
    SigningSecretDialog(const QString &channel, const QString &secret, QWidget *parent = nullptr);
};

//! 256 random bits in hexadecimal digits.
QString newSigningSecret();

} // namespace Gatehouse::Ui
