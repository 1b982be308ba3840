// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/attemptguard.h"
#include "core/access/people.h"
#include "core/admin/eventhub.h"
#include "core/admin/router.h"
#include "core/http/acceptor.h"
#include "core/http/server.h"
#include "core/http/tlscontext.h"

#include <optional>

namespace Gatehouse::Admin {

//! Where the admin API listens.
struct AdminListen {
    QString socket;                        //!< Unix socket path, always served
    QString tcp;                           //!< "127.0.0.1:4418", empty = off
    QByteArray token;                      //!< opens the TCP side as its owner
    Access::People *people = nullptr;      //!< whose tokens open it too
    std::shared_ptr<Http::TlsContext> tls; //!< of the TCP side; required beyond loopback
    QStringList hostNames; //!< names the TCP side answers to, besides loopback literals
};

//! The admin API's doors and its guard: a Unix socket only this user can open, and on request TCP
//! with a bearer token. This is the one place where it is decided what a caller may do: the user of
//! the socket is the owner, a token is as good as its person's role, or narrower. Refuses foreign
//! Host fields, requests from browsers' other origins, user keys and anything but JSON (Tailscale's
//! and Syncthing's local APIs guard alike). Lives on the control thread.
class AdminServer final : public Http::RequestHandler
{
public:
    AdminServer(Http::IoContext &io, const Router &router, EventHub &events);
    ~AdminServer() override;
    AdminServer(const AdminServer &) = delete;
    AdminServer &operator=(const AdminServer &) = delete;

    Result<void> listen(const AdminListen &where);
    //! "127.0.0.1:4418" as bound, empty when TCP is off.
    QString tcpAddress() const;
    void close();

    // RequestHandler
    qint64 onHead(Http::ServerExchange &client) override;
    void onRequest(Http::ServerExchange &client, QByteArray body) override;
    QByteArray errorBody(const Http::RequestHead *head, int status,
                         const QByteArray &reason) override;
    void onAborted(Http::ServerExchange &client) override;
    void onDrained(Http::ServerExchange &client) override;

private:
    class Pending;
    class SignedIn;

    //! Who asks, for audit records, and what they may be.
    struct Caller {
        QString who;
        Api::Grant grant;
        QString token;
    };

    Result<Caller> admit(const Http::ServerExchange &client);
    Result<Caller> admitToken(QByteArrayView token, const QByteArray &address);
    bool isKnownHost(QByteArrayView host) const;
    void refuse(Http::ServerExchange &client, const Error &error);

    Http::IoContext &m_io;
    const Router &m_router;
    EventHub &m_events;
    Access::AttemptGuard m_attempts;
    AdminListen m_where;
    Http::Server m_server;
    std::unique_ptr<Http::Acceptor> m_socket;
    std::unique_ptr<Http::Acceptor> m_tcp;
};

} // namespace Gatehouse::Admin
