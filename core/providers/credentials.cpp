// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/credentials.h"

#include "core/providers/entraclient.h"
#include "core/providers/googleaccount.h"
#include "core/secrets/secretreference.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace Gatehouse::Providers {

namespace {

//! The set under construction, shared by the readers' callbacks.
struct Pending {
    std::vector<CredentialSet::OfProvider> providers;
    std::shared_ptr<const Config::Snapshot> snapshot;
    TokenKeeper keep;
    std::function<void(std::shared_ptr<const CredentialSet>)> done;
    int waiting = 1; // one for the loop that asks

    void answered()
    {
        if (--waiting > 0)
            return;
        for (const auto &provider : snapshot->providers) {
            for (Credential &key : providers[static_cast<std::size_t>(provider->index)].keys)
                giveToken(*provider, key);
        }
        done(std::make_shared<const CredentialSet>(std::move(providers)));
    }

    void giveToken(const Config::Provider &provider, Credential &key) const
    {
        if (!key.isUsable() || !keep)
            return;
        std::optional<Result<TokenGrant>> grant = tokenGrantOf(provider, key.value);
        if (!grant)
            return;
        if (*grant)
            key.token = keep(provider, key, **std::move(grant));
        else
            key.problem = grant->error();
    }
};

//! Reads one part of a key into \a part; the key is usable once the last part was read and none
//! failed.
void readPart(const QString &reference, Credential &credential, Secrets::Secret Credential::*part,
              const std::shared_ptr<int> &missing, const SecretReader &read,
              const std::shared_ptr<Pending> &pending)
{
    ++pending->waiting;
    read(reference, [pending, &credential, part, missing](Result<Secrets::Secret> value) {
        if (value)
            credential.*part = *std::move(value);
        else
            credential.problem = value.error();
        if (value && --*missing == 0)
            credential.problem.reset();
        pending->answered();
    });
}

void readKey(const Api::ProviderKey &key, Credential &credential, const SecretReader &read,
             const std::shared_ptr<Pending> &pending)
{
    const auto missing = std::make_shared<int>(1 + (key.accessKey.isEmpty() ? 0 : 1)
                                               + (key.sessionToken.isEmpty() ? 0 : 1));
    readPart(key.secret, credential, &Credential::value, missing, read, pending);
    if (!key.accessKey.isEmpty())
        readPart(key.accessKey, credential, &Credential::accessKey, missing, read, pending);
    if (!key.sessionToken.isEmpty())
        readPart(key.sessionToken, credential, &Credential::sessionToken, missing, read, pending);
}

} // namespace

std::optional<Error> Credential::problemAt(WallTime now) const
{
    if (problem || !token)
        return problem;
    const Result<Secrets::Secret> held = token->token(now);
    return held ? std::nullopt : std::optional(held.error());
}

std::optional<Result<TokenGrant>> tokenGrantOf(const Config::Provider &provider,
                                               const Secrets::Secret &value)
{
    const QByteArray text = value.reveal().toByteArray().trimmed();
    if (!text.startsWith('{'))
        return {};
    if (provider.quirks->authentication == Dialects::Authentication::GoogleAccount)
        return googleGrant(text);
    if (provider.quirks->authentication != Dialects::Authentication::AzureKey)
        return {};
    Result<EntraClient> client = readEntraClient(text);
    return client ? Result<TokenGrant>(entraGrant(*std::move(client))) : client.error();
}

bool isSecretReference(const QString &text)
{
    return Secrets::SecretReference::parse(text).has_value();
}

void resolveCredentials(const std::shared_ptr<const Config::Snapshot> &snapshot,
                        const SecretReader &read,
                        std::function<void(std::shared_ptr<const CredentialSet>)> done,
                        const TokenKeeper &keep)
{
    const auto pending = std::make_shared<Pending>();
    pending->snapshot = snapshot;
    pending->keep = keep;
    pending->done = std::move(done);
    pending->providers.resize(snapshot->providers.size());

    for (const auto &provider : snapshot->providers) {
        CredentialSet::OfProvider &own =
            pending->providers[static_cast<std::size_t>(provider->index)];
        own.needsKey = !provider->document.keys.isEmpty();
        for (const Api::ProviderKey &key : provider->document.keys) {
            const QString why = key.disabled ? u"disabled"_s : u"not read yet"_s;
            own.keys.push_back({.keyId = key.id.toUtf8(),
                                .weight = key.weight,
                                .value = {},
                                .problem = Error{ErrorCode::Unavailable, why}});
        }
        for (const auto &[name, value] : provider->document.headers.asKeyValueRange()) {
            if (isSecretReference(value))
                own.fields.push_back({name.toUtf8(), {}});
        }
    }
    for (const auto &provider : snapshot->providers) {
        CredentialSet::OfProvider &own =
            pending->providers[static_cast<std::size_t>(provider->index)];
        std::size_t next = 0;
        for (const Api::ProviderKey &key : provider->document.keys) {
            Credential &credential = own.keys[next++];
            if (key.disabled)
                continue;
            readKey(key, credential, read, pending);
        }
        std::size_t nextField = 0;
        for (const auto &[name, value] : provider->document.headers.asKeyValueRange()) {
            if (!isSecretReference(value))
                continue;
            SecretField &field = own.fields[nextField++];
            ++pending->waiting;
            read(value, [pending, &field](Result<Secrets::Secret> secret) {
                if (secret)
                    field.value = *std::move(secret);
                pending->answered();
            });
        }
    }
    pending->answered();
}

} // namespace Gatehouse::Providers
