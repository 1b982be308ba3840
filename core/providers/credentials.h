// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/config/snapshot.h"
#include "core/secrets/secret.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QString>

#include <functional>
#include <memory>
#include <vector>

namespace Gatehouse::Providers {

//! One provider key with its value, or the reason why the value cannot be read.
struct Credential {
    QByteArray keyId;
    int weight = 1;
    Secrets::Secret value;
    Secrets::Secret accessKey = {};    //!< Amazon: the access key's id; value is its secret
    Secrets::Secret sessionToken = {}; //!< Amazon: of temporary credentials
    std::optional<Error> problem; //!< Locked, NotFound, Unavailable … while the value is missing

    bool isUsable() const { return !problem; }
};

//! A header field of a provider whose value is a secret ("x-org-token: keychain:org").
struct SecretField {
    QByteArray name;
    Secrets::Secret value;
};

//! What authenticates us to each provider of one snapshot. Immutable, shared by every worker; the
//! values live in locked memory and are copied out only into a request being sent.
class CredentialSet
{
public:
    struct OfProvider {
        std::vector<Credential> keys; //!< beside the provider's document.keys
        std::vector<SecretField> fields;
        bool needsKey = false; //!< keys are configured, so calling without one makes no sense
    };

    explicit CredentialSet(std::vector<OfProvider> providers)
        : m_providers(std::move(providers))
    {
    }

    const OfProvider &of(const Config::Provider &provider) const
    {
        return m_providers[static_cast<std::size_t>(provider.index)];
    }

private:
    std::vector<OfProvider> m_providers; //!< by Config::Provider::index
};

//! Reads one secret reference, later or at once.
using SecretReader =
    std::function<void(const QString &reference, std::function<void(Result<Secrets::Secret>)>)>;

//! Reads every secret the providers of \a snapshot name through \a read and calls \a done once,
//! when the last one answered. What cannot be read becomes a Credential::problem; nothing else
//! waits.
void resolveCredentials(const std::shared_ptr<const Config::Snapshot> &snapshot,
                        const SecretReader &read,
                        std::function<void(std::shared_ptr<const CredentialSet>)> done);

//! True for what SecretReference::parse() takes: "keychain:…", "vault:…", "session:…", "env:…" …
bool isSecretReference(const QString &text);

} // namespace Gatehouse::Providers
