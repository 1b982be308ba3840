// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/providers/accesstoken.h"

namespace Gatehouse::Providers {

//! An application registered in Microsoft Entra (learn.microsoft.com, "OAuth 2.0 client
//! credentials flow", November 2026).
struct EntraClient {
    QByteArray tenantId;
    QByteArray clientId;
    Secrets::Secret clientSecret;
    QByteArray authority = "https://login.microsoftonline.com";
    //! Taken by every Azure OpenAI and Foundry endpoint; "https://ai.azure.com/.default" is newer.
    QByteArray scope = "https://cognitiveservices.azure.com/.default";
};

//! {"tenant_id","client_id","client_secret","authority"?,"scope"?}; InvalidArgument names what is
//! missing.
Result<EntraClient> readEntraClient(QByteArrayView json);

//! Asks {authority}/{tenant}/oauth2/v2.0/token for the client's own token.
TokenGrant entraGrant(EntraClient client);

} // namespace Gatehouse::Providers
