// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/outbox.h"
#include "core/secrets/secret.h"

#include <QtCore/QObject>
#include <QtCore/QThread>

#include <atomic>

namespace Gatehouse::Alerts {

//! One mail, and the server that takes it.
struct Mail {
    QString server; //!< "smtps://mail.example.com", "smtp://mail.example.com:587"
    QString user;   //!< empty: the server asks for no name
    Secrets::Secret password;
    QString from;
    QStringList to;
    QByteArray text; //!< see mailText()
    QString caFile;  //!< empty: the system's certificates
};

//! Sends mails by SMTP, one after another, on a thread of its own. Nothing leaves without TLS: at
//! once with smtps, by STARTTLS with smtp, and only with a certificate that is valid for the
//! server's name. Link-local and metadata addresses are never connected to.
class Mailer : public QObject
{
    Q_OBJECT

public:
    explicit Mailer(QObject *parent = nullptr);
    //! Breaks off what is being sent.
    ~Mailer() override;

    //! \a done comes on this object's thread, later.
    void send(const Mail &mail, Outbox::Done done);

private:
    QThread m_thread;
    QObject m_worker; //!< lives on the thread
    std::atomic<bool> m_stopping = false;
};

} // namespace Gatehouse::Alerts
