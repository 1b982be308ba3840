// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/keychain.h"
#include "ui/models/tokenstore.h"

namespace Gatehouse {

//! Administration tokens in the desktop's keychain, beside the engine's secrets. Without one they
//! are kept until the program ends.
class KeychainTokens : public Ui::TokenStore
{
public:
    void read(const QString &gateway, QObject *context,
              std::function<void(const QString &)> answer) override;
    void write(const QString &gateway, const QString &token) override;
    void remove(const QString &gateway) override;

private:
    Secrets::Keychain m_keychain;
    QHash<QString, Secrets::Secret> m_session;
};

} // namespace Gatehouse
