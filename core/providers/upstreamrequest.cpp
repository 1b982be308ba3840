// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/upstreamrequest.h"

#include "core/dialects/gemini/path.h"
#include "core/dialects/headerpolicy.h"
#include "core/http/headwriter.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Providers {

namespace {

constexpr QByteArrayView versionField("anthropic-version");

using Http::appendField;

QByteArray targetOf(const CallParts &parts)
{
    const QByteArray &basePath = parts.provider.address.basePath;
    if (Dialects::familyOf(parts.format) == Dialects::Family::Gemini)
        return Dialects::geminiTarget(parts.format, basePath, parts.model, parts.stream);
    const QByteArrayView query =
        parts.client && parts.isSameFormat ? parts.client->query : QByteArrayView();
    return Dialects::upstreamTarget(parts.format, basePath, query);
}

void appendVersion(QByteArray &fields, const CallParts &parts)
{
    if (parts.isSameFormat && parts.client && parts.client->fields.contains(versionField))
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

void appendCredential(QByteArray &fields, Dialects::Authentication manner,
                      const Secrets::Secret &secret)
{
    switch (manner) {
    case Dialects::Authentication::Bearer:
    case Dialects::Authentication::GoogleAccount:
    case Dialects::Authentication::Aws:
        fields += "authorization: Bearer ";
        break;
    case Dialects::Authentication::ApiKey:
        fields += "x-api-key: ";
        break;
    case Dialects::Authentication::AzureKey:
        fields += "api-key: ";
        break;
    case Dialects::Authentication::GoogleKey:
        fields += "x-goog-api-key: ";
        break;
    }
    fields += secret.reveal();
    fields += "\r\n";
}

Http::UpstreamRequest compose(const CallParts &parts, std::vector<QByteArray> body)
{
    Http::UpstreamRequest request;
    request.methodAndTarget = "POST " + targetOf(parts);

    QByteArray &fields = request.fields;
    fields.reserve(parts.prepared.fields.size() + 256);
    fields += parts.prepared.fields;
    appendField(fields, "content-type", parts.contentType);
    if (parts.keyIndex >= 0) {
        const Credential &key = parts.credentials.keys[static_cast<std::size_t>(parts.keyIndex)];
        appendCredential(fields, parts.provider.quirks->authentication, key.value);
    }
    for (const SecretField &field : parts.credentials.fields) {
        if (!field.value.isEmpty())
            appendField(fields, field.name, field.value.reveal());
    }
    const Dialects::Family family = Dialects::familyOf(parts.format);
    if (family == Dialects::Family::Anthropic)
        appendVersion(fields, parts);
    if (parts.client) {
        const auto passed = parts.isSameFormat ? Dialects::forwardedRequestFields(family)
                                               : Dialects::tracingFields();
        for (const QByteArrayView name : passed) {
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
