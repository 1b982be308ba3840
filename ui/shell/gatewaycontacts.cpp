// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/gatewaycontacts.h"

#include <QtCore/QPointer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

namespace {

constexpr auto askEvery = 15s;
constexpr auto patience = 5s; //!< for one answer

GatewayContact contactOf(const Api::AdminCall &call)
{
    using Answer = GatewayContact::Answer;
    const Api::AdminReply &reply = call.reply();
    if (call.succeeded())
        return {.answer = Answer::Told,
                .state = gatewayState(reply.body.value("state"_L1).toString()),
                .version = reply.body.value("version"_L1).toString()};
    const bool isThere = reply.status == 401 || reply.status == 403;
    return {.answer = isThere ? Answer::Refused : Answer::None, .detail = call.error().detail};
}

} // namespace

GatewayContacts::GatewayContacts(const GatewayList &gateways, TokenStore &tokens,
                                 GatewayDialog::Connect connect, QObject *parent)
    : QObject(parent)
    , m_gateways(gateways)
    , m_tokens(tokens)
    , m_connect(std::move(connect))
{
    m_again.setInterval(askEvery);
    QObject::connect(&m_again, &QTimer::timeout, this, &GatewayContacts::askAll);
    m_again.start();
    askAll();
}

void GatewayContacts::askAll()
{
    const QString shown = m_gateways.current().id;
    for (const GatewayEntry &entry : m_gateways.entries()) {
        if (entry.id != shown)
            ask(entry);
    }
}

//! The token is read once: a keychain may ask a person for each time.
void GatewayContacts::ask(const GatewayEntry &entry)
{
    const auto known = m_clients.find(entry.id);
    if (known != m_clients.end())
        return askStatus(entry.id, *known->second);
    if (entry.isBuiltIn())
        return askWith(entry, {});
    m_tokens.read(entry.id, this, [this, entry](const QString &token) { askWith(entry, token); });
}

void GatewayContacts::askWith(const GatewayEntry &entry, const QString &token)
{
    const Result<Api::AdminAddress> address =
        entry.isBuiltIn() ? Api::AdminAddress() : entry.adminAddress(token);
    auto transport = address ? m_connect(*address) : nullptr;
    if (!transport)
        return take(entry.id, {.answer = GatewayContact::Answer::None});
    const auto made = m_clients.insert_or_assign(
        entry.id, std::make_unique<Api::AdminClient>(std::move(transport)));
    askStatus(entry.id, *made.first->second);
}

void GatewayContacts::askStatus(const QString &id, Api::AdminClient &client)
{
    Api::AdminCall *call = client.get(u"/status"_s);
    connect(call, &Api::AdminCall::finished, this,
            [this, id](Api::AdminCall *done) { take(id, contactOf(*done)); });
    QTimer::singleShot(patience, call, [this, id, call] {
        call->deleteLater(); // cancels
        take(id, {.answer = GatewayContact::Answer::None});
    });
}

void GatewayContacts::take(const QString &id, GatewayContact contact)
{
    const QString version = contact.version;
    m_contacts.insert(id, std::move(contact));
    if (!version.isEmpty())
        Q_EMIT answered(id, version);
    Q_EMIT changed();
}

} // namespace Gatehouse::Ui
