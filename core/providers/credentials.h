// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/config/snapshot.h"
#include "core/providers/accesstoken.h"
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
    //! An account's file buys tokens: what holds now stands here, and value is the file.
    std::shared_ptr<const TokenCell> token = {};
    std::optional<Error> problem; //!< Locked, NotFound, Unavailable … while the value is missing

    bool isGiven() const { return !value.isEmpty(); } //!< else the provider is asked without a key
    bool isUsable() const { return !problem; }
    //! Why it cannot be used at \a now: its problem, or that its token is not there.
    std::optional<Error> problemAt(WallTime now) const;
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

//! What buys tokens with \a value, for a provider of a kind that takes them: Google's credential
//! files and {"tenant_id","client_id","client_secret"} of Entra. Nothing when the value is a key or
//! a token itself.
std::optional<Result<TokenGrant>> tokenGrantOf(const Config::Provider &provider,
                                               const Secrets::Secret &value);

//! Gives a read key its token cell.
using TokenKeeper = std::function<std::shared_ptr<const TokenCell>(
    const Config::Provider &provider, const Credential &credential, TokenGrant grant)>;

//! Reads every secret the providers of \a snapshot name through \a read and calls \a done once,
//! when the last one answered. Keys that buy tokens get their cells from \a keep. What cannot be
//! read becomes a Credential::problem; nothing else waits.
void resolveCredentials(const std::shared_ptr<const Config::Snapshot> &snapshot,
                        const SecretReader &read,
                        std::function<void(std::shared_ptr<const CredentialSet>)> done,
                        const TokenKeeper &keep = {});

//! True for what SecretReference::parse() takes: "keychain:…", "vault:…", "session:…", "env:…" …
bool isSecretReference(const QString &text);

} // namespace Gatehouse::Providers
