// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/server.h"

#include "core/http/serverconnection.h"

namespace Gatehouse::Http {

struct Server::Private {
    ServerConnections connections;
};

Server::Server(IoContext &io, RequestHandler &handler, const MessageLimits &limits)
    : d(new Private{.connections = {io, handler, limits}})
{
}

Server::~Server() = default;

void Server::adopt(std::unique_ptr<Channel> channel)
{
    d->connections.add(std::move(channel));
}

void Server::setLimits(const MessageLimits &limits)
{
    d->connections.setLimits(limits);
}

void Server::drain(std::function<void()> done)
{
    d->connections.drain(std::move(done));
}

void Server::closeAll()
{
    d->connections.closeAll();
}

const ServerCounters &Server::counters() const
{
    return d->connections.counters;
}

} // namespace Gatehouse::Http
