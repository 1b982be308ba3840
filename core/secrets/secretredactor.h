// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/redaction.h"
#include "core/secrets/secret.h"

#include <shared_mutex>
#include <vector>

namespace Gatehouse::Secrets {

//! Redacts every secret it was told of, then everything that looks like a key. Thread-safe.
class SecretRedactor final : public Redactor
{
public:
    //! From now on \a secret is taken out of texts. Secrets under 8 bytes are not remembered (they
    //! would blank ordinary words); beyond 4096 of them the oldest is forgotten.
    void learn(const Secret &secret);

    QByteArray redacted(QByteArrayView text) const override;

private:
    mutable std::shared_mutex m_mutex;
    std::vector<Secret> m_secrets; //!< in the order they were learnt
};

} // namespace Gatehouse::Secrets
