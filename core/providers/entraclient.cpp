// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/entraclient.h"

#include "core/dialects/jsonview.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Providers {

namespace {

Error missing(const QString &what)
{
    return {ErrorCode::InvalidArgument, u"the Entra credential has no \"%1\""_s.arg(what), what};
}

} // namespace

Result<EntraClient> readEntraClient(QByteArrayView json)
{
    const auto file = Dialects::JsonView::parse(json);
    EntraClient client;
    client.tenantId = file["tenant_id"].string();
    client.clientId = file["client_id"].string();
    client.clientSecret = Secrets::Secret(file["client_secret"].string());
    if (client.tenantId.isEmpty())
        return missing(u"tenant_id"_s);
    if (client.clientId.isEmpty())
        return missing(u"client_id"_s);
    if (client.clientSecret.isEmpty())
        return missing(u"client_secret"_s);
    if (const auto authority = file["authority"]; !authority.isEmpty())
        client.authority = authority.string();
    if (const auto scope = file["scope"]; !scope.isEmpty())
        client.scope = scope.string();
    return client;
}

TokenGrant entraGrant(EntraClient client)
{
    return [client = std::move(client)](WallTime) -> Result<TokenRequest> {
        TokenRequest request;
        request.url =
            client.authority + '/' + client.tenantId.toPercentEncoding() + "/oauth2/v2.0/token";
        appendFormField(request.form, "grant_type", "client_credentials");
        appendFormField(request.form, "client_id", client.clientId);
        appendFormField(request.form, "client_secret", client.clientSecret.reveal());
        appendFormField(request.form, "scope", client.scope);
        return request;
    };
}

} // namespace Gatehouse::Providers
