// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/upstream.h"
#include "core/providers/accesstoken.h"

#include <map>

namespace Gatehouse::Providers {

class Probe;

//! Asks token endpoints over HTTP with the engine's own client. Plain HTTP only on this machine and
//! to the cloud's metadata service; redirects are not followed.
class HttpTokenExchange final : public TokenExchange
{
public:
    //! \a way: proxy and authorities to use; host, port and tls come from each request.
    HttpTokenExchange(const Clock &clock, Http::UpstreamClient &client, Http::Endpoint way = {});
    //! Cancels what is under way: nothing is called back any more.
    ~HttpTokenExchange() override;

    void send(const TokenRequest &request, Done done) override;

private:
    const Clock &m_clock;
    Http::UpstreamClient &m_client;
    const Http::Endpoint m_way;
    std::map<quint64, std::unique_ptr<Probe>> m_running;
    quint64 m_next = 0;
};

} // namespace Gatehouse::Providers
