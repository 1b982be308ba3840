// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/providers/credentials.h"
#include "core/providers/tokenexchange.h"

namespace Gatehouse::Providers {

//! Makes a key ready for a single use outside the request path: one that stands for an account gets
//! a token bought for it, any other is ready at once. Control thread.
class KeyPurchase
{
public:
    //! The error says why no token is to be had.
    using Done = std::function<void(Result<Credential>)>;

    //! Calls \a done once, perhaps before it returns, then later never; destroying cancels. It may
    //! not be destroyed in \a done.
    KeyPurchase(const Clock &clock, Http::UpstreamClient &client, const Config::Provider &provider,
                Credential key, Done done);

private:
    HttpTokenExchange m_exchange;
};

} // namespace Gatehouse::Providers
