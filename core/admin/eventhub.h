// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/server.h"
#include "core/http/timerwheel.h"

#include <QtCore/QJsonObject>

#include <unordered_set>

namespace Gatehouse::Admin {

//! Everybody who listens to GET /events. Control thread only. A listener that does not keep up is
//! cut (it reconnects and reads the present state), so that memory stays bounded.
class EventHub
{
public:
    explicit EventHub(Http::IoContext &io);

    //! Starts the event stream of \a client.
    void subscribe(Http::ServerExchange &client);
    //! The client has left; harmless when it was no subscriber.
    void unsubscribe(Http::ServerExchange &client);
    void send(QByteArrayView kind, const QJsonObject &data);
    bool hasListeners() const { return !m_listeners.empty(); }
    void closeAll();

private:
    void keepAlive();
    void write(const QByteArray &bytes);

    Http::IoContext &m_io;
    std::unordered_set<Http::ServerExchange *> m_listeners;
    Http::Timer m_keepAlive;
};

} // namespace Gatehouse::Admin
