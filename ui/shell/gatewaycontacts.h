// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/statusmodel.h"
#include "ui/models/tokenstore.h"
#include "ui/shell/gatewaydialog.h"

#include <QtCore/QTimer>

#include <map>

namespace Gatehouse::Ui {

//! How a gateway answered when it was asked just now.
struct GatewayContact {
    enum class Answer {
        Pending,
        Told,    //!< its state
        Refused, //!< it is there, but not for the token that is kept
        None     //!< no gateway answers at its address
    };

    Answer answer = Answer::Pending;
    GatewayStatus::State state = GatewayStatus::State::Unknown;
    QString version = {};
    QString detail = {}; //!< why there was no answer, in English
};

//! Asks the gateways that are not shown how they are, for as long as it lives: at once and every 15
//! seconds, each with its own token.
class GatewayContacts : public QObject
{
    Q_OBJECT

public:
    //! Both must outlive it.
    GatewayContacts(const GatewayList &gateways, TokenStore &tokens, GatewayDialog::Connect connect,
                    QObject *parent);

    //! Pending for one that was not asked.
    GatewayContact contact(const QString &id) const { return m_contacts.value(id); }

Q_SIGNALS:
    void changed();
    void answered(const QString &id, const QString &version);

private:
    void askAll();
    void ask(const GatewayEntry &entry);
    void askWith(const GatewayEntry &entry, const QString &token);
    void askStatus(const QString &id, Api::AdminClient &client);
    void take(const QString &id, GatewayContact contact);

    const GatewayList &m_gateways;
    TokenStore &m_tokens;
    GatewayDialog::Connect m_connect;
    std::map<QString, std::unique_ptr<Api::AdminClient>> m_clients; //!< by gateway
    QHash<QString, GatewayContact> m_contacts;
    QTimer m_again;
};

} // namespace Gatehouse::Ui
