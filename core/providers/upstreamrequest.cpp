// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/upstreamrequest.h"

#include "core/dialects/headerpolicy.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Providers {

namespace {

constexpr QByteArrayView versionField("anthropic-version");

void appendField(QByteArray &fields, QByteArrayView name, QByteArrayView value)
{
    fields += name;
    fields += ": ";
    fields += value;
    fields += "\r\n";
}

void appendVersion(QByteArray &fields, const CallParts &parts)
{
    if (parts.client && parts.client->fields.contains(versionField))
        return; // the client's own is passed on
    const QString &set = parts.provider.document.apiVersion;
    if (set.isEmpty() || set == "auto"_L1)
        appendField(fields, versionField, defaultAnthropicVersion);
    else
        appendField(fields, versionField, set.toUtf8());
}

} // namespace

PreparedProvider prepare(const Config::Provider &provider)
{
    PreparedProvider prepared;
    const Api::Provider &document = provider.document;
    prepared.endpoint = {.host = provider.address.host,
                         .port = provider.address.port,
                         .tls = provider.address.tls,
                         .caFile = document.caFile,
                         .clientCertificateFile = {},
                         .proxyHost = provider.proxy ? provider.proxy->host : QByteArray(),
                         .proxyPort = provider.proxy ? provider.proxy->port : quint16(0)};
    prepared.timeouts = {.connect = document.timeouts.connect,
                         .firstByte = document.timeouts.firstByte,
                         .idle = document.timeouts.idle,
                         .total = document.timeouts.total};
    appendField(prepared.fields, "content-type", "application/json");
    appendField(prepared.fields, "accept-encoding", "identity");
    appendField(prepared.fields, "user-agent", "Gatehouse/" GATEHOUSE_VERSION);
    for (const auto &[name, value] : document.headers.asKeyValueRange()) {
        if (!isSecretReference(value))
            appendField(prepared.fields, name.toUtf8(), value.toUtf8());
    }
    return prepared;
}

std::vector<PreparedProvider> prepareAll(const Config::Snapshot &snapshot)
{
    std::vector<PreparedProvider> all;
    all.reserve(snapshot.providers.size());
    for (const auto &provider : snapshot.providers)
        all.push_back(prepare(*provider));
    return all;
}

void appendCredential(QByteArray &fields, Config::Dialect dialect, const Secrets::Secret &secret)
{
    switch (dialect) {
    case Config::Dialect::OpenAi:
        fields += "authorization: Bearer ";
        break;
    case Config::Dialect::Anthropic:
        fields += "x-api-key: ";
        break;
    }
    fields += secret.reveal();
    fields += "\r\n";
}

Http::UpstreamRequest compose(const CallParts &parts, std::vector<QByteArray> body)
{
    Http::UpstreamRequest request;
    const QByteArrayView query = parts.client ? parts.client->query : QByteArrayView();
    request.methodAndTarget =
        "POST " + Dialects::upstreamTarget(parts.front, parts.provider.address.basePath, query);

    QByteArray &fields = request.fields;
    fields.reserve(parts.prepared.fields.size() + 256);
    fields += parts.prepared.fields;
    if (parts.keyIndex >= 0) {
        const Credential &key = parts.credentials.keys[static_cast<std::size_t>(parts.keyIndex)];
        appendCredential(fields, parts.provider.dialect, key.value);
    }
    for (const SecretField &field : parts.credentials.fields) {
        if (!field.value.isEmpty())
            appendField(fields, field.name, field.value.reveal());
    }
    if (parts.provider.dialect == Config::Dialect::Anthropic)
        appendVersion(fields, parts);
    if (parts.client) {
        for (const QByteArrayView name :
             Dialects::forwardedRequestFields(Dialects::familyOf(parts.front))) {
            const QByteArrayView value = parts.client->fields.value(name);
            if (!value.isEmpty())
                appendField(fields, name, value);
        }
    }
    request.timeouts = parts.prepared.timeouts;
    request.body = std::move(body);
    return request;
}

} // namespace Gatehouse::Providers
