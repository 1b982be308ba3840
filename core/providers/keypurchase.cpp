// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/keypurchase.h"

#include "core/providers/upstreamrequest.h"

namespace Gatehouse::Providers {

KeyPurchase::KeyPurchase(const Clock &clock, Http::UpstreamClient &client,
                         const Config::Provider &provider, Credential key, Done done)
    : m_exchange(clock, client, prepare(provider).endpoint)
{
    std::optional<Result<TokenGrant>> grant = tokenGrantOf(provider, key.value);
    if (!grant) {
        done(std::move(key));
        return;
    }
    const WallTime asked = clock.wall();
    const Result<TokenRequest> request =
        *grant ? (**grant)(asked) : Result<TokenRequest>(grant->error());
    if (!request) {
        done(request.error());
        return;
    }
    m_exchange.send(*request, [asked, key = std::move(key), done](const TokenReply &reply) {
        const Result<AccessToken> token = readTokenReply(reply, asked);
        if (!token) {
            done(token.error());
            return;
        }
        Credential bought = key;
        const auto cell = std::make_shared<TokenCell>();
        cell->publish({.token = *token, .problem = {}});
        bought.token = cell;
        done(std::move(bought));
    });
}

} // namespace Gatehouse::Providers
