// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/credentials.h"

#include "core/secrets/secretreference.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace Gatehouse::Providers {

namespace {

//! The set under construction, shared by the readers' callbacks.
struct Pending {
    std::vector<CredentialSet::OfProvider> providers;
    std::function<void(std::shared_ptr<const CredentialSet>)> done;
    int waiting = 1; // one for the loop that asks

    void answered()
    {
        if (--waiting == 0)
            done(std::make_shared<const CredentialSet>(std::move(providers)));
    }
};

} // namespace

bool isSecretReference(const QString &text)
{
    return Secrets::SecretReference::parse(text).has_value();
}

void resolveCredentials(const std::shared_ptr<const Config::Snapshot> &snapshot,
                        const SecretReader &read,
                        std::function<void(std::shared_ptr<const CredentialSet>)> done)
{
    const auto pending = std::make_shared<Pending>();
    pending->done = std::move(done);
    pending->providers.resize(snapshot->providers.size());

    for (const auto &provider : snapshot->providers) {
        CredentialSet::OfProvider &own =
            pending->providers[static_cast<std::size_t>(provider->index)];
        own.needsKey = !provider->document.keys.isEmpty();
        for (const Api::ProviderKey &key : provider->document.keys) {
            const QString why = key.disabled ? u"disabled"_s : u"not read yet"_s;
            own.keys.push_back(
                {key.id.toUtf8(), key.weight, {}, Error{ErrorCode::Unavailable, why}});
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
            ++pending->waiting;
            read(key.secret, [pending, &credential](Result<Secrets::Secret> value) {
                if (value)
                    credential = {credential.keyId, credential.weight, *std::move(value),
                                  std::nullopt};
                else
                    credential.problem = value.error();
                pending->answered();
            });
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
