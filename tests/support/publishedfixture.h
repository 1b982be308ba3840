// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/published.h"

namespace Gatehouse {

//! What a worker would serve by for \a document, with every provider key readable and one key,
//! "all", that may call everything, and one, "narrow", that may call only "fast".
struct PublishedFixture
{
    explicit PublishedFixture(const Api::Document &document)
    {
        published.snapshot = Config::Snapshot::compile(document, 7);
        published.routing = std::make_shared<const Routing::RoutingTable>(published.snapshot, live);
        published.prices = Ledger::PriceBook::compile(document, 7);
        published.providers = Providers::prepareAll(*published.snapshot);
        std::vector<Providers::CredentialSet::OfProvider> credentials(published.snapshot->providers.size());
        for (const auto &provider : published.snapshot->providers) {
            auto &own = credentials[static_cast<std::size_t>(provider->index)];
            for (const Api::ProviderKey &key : provider->document.keys)
                own.keys.push_back({.keyId = key.id.toUtf8(),
                                    .weight = key.weight,
                                    .value = Secrets::Secret("provider-secret"),
                                    .problem = {}});
            own.needsKey = !own.keys.empty();
        }
        published.credentials = std::make_shared<const Providers::CredentialSet>(std::move(credentials));
        const std::array<unsigned char, 32> pepper {};
        Access::KeyEntry all;
        all.id = all.name = "all";
        all.routes = {"*"};
        all.hash = Access::KeyTable::hash("all-key-0123456789abcdef", pepper);
        Access::KeyEntry narrow;
        narrow.id = narrow.name = "narrow";
        narrow.routes = {"fast"};
        narrow.hash = Access::KeyTable::hash("narrow-key-0123456789abcdef", pepper);
        published.keys = std::make_shared<const Access::KeyTable>(std::vector {all, narrow}, pepper);
    }

    Routing::LiveState live;
    Gateway::Published published;
};

//! One provider of each dialect, a route to each and one to both.
inline Api::Document twoProviders()
{
    Api::Document document;
    Api::Provider openai;
    openai.id = QStringLiteral("openai");
    openai.dialect = QStringLiteral("openai");
    openai.baseUrl = QStringLiteral("https://api.openai.com/v1");
    openai.keys = {{.id = QStringLiteral("1"), .label = {}, .secret = QStringLiteral("env:A")}};
    Api::Provider anthropic = openai;
    anthropic.id = QStringLiteral("anthropic");
    anthropic.dialect = QStringLiteral("anthropic");
    anthropic.baseUrl = QStringLiteral("https://api.anthropic.com");
    document.providers = {openai, anthropic};
    Api::Route fast;
    fast.id = QStringLiteral("fast");
    fast.targets = {{QStringLiteral("openai"), QStringLiteral("gpt-4o-mini"), 1}};
    Api::Route careful = fast;
    careful.id = QStringLiteral("careful");
    careful.targets = {{QStringLiteral("anthropic"), QStringLiteral("claude-haiku-4-5"), 1}};
    document.routes = {fast, careful};
    return document;
}

} // namespace Gatehouse
