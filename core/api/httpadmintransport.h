// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminaddress.h"
#include "core/api/adminclient.h"

#include <QtCore/QTimer>

#include <chrono>
#include <functional>
#include <memory>

namespace Gatehouse::Api {

//! The admin API over HTTP/1.1: on a Unix socket, TCP or TLS. A connection per request (the socket
//! is local in nearly all cases) and one kept for events, which reconnects with growing pauses.
//! Works with the built-in, the local background and a remote engine alike.
class HttpAdminTransport final : public AdminTransport
{
    Q_OBJECT

public:
    //! \a locate is asked before each connection, so that an engine that restarts on another socket
    //! is found again.
    explicit HttpAdminTransport(std::function<Result<AdminAddress>()> locate,
                                QObject *parent = nullptr);
    ~HttpAdminTransport() override;

    AdminCall *send(const QByteArray &method, const QString &path, const QUrlQuery &query,
                    const QJsonObject &body, qint64 ifMatch) override;
    void startEvents() override;
    void stopEvents() override;
    QString displayAddress() const override;

private:
    void connectEvents();
    void eventsFailed();

    std::function<Result<AdminAddress>()> m_locate;
    QObject *m_events = nullptr; //!< the event connection, child of this
    QTimer m_reconnect;
    std::chrono::milliseconds m_pause;
    std::chrono::milliseconds m_longestPause;
    bool m_wantEvents = false;
};

} // namespace Gatehouse::Api
