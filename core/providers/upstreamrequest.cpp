// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/upstreamrequest.h"

#include "core/base/bytes.h"
#include "core/dialects/headerpolicy.h"
#include "core/dialects/passthrough.h"
#include "core/dialects/vertex/rawpredict.h"
#include "core/http/headwriter.h"
#include "core/providers/sigv4.h"
#include "core/providers/upstreamtarget.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Providers {

namespace {

constexpr QByteArrayView versionField("anthropic-version");

using Http::appendField;

void appendVersion(QByteArray &fields, const CallParts &parts)
{
    if (parts.isSameFormat && parts.client && parts.client->fields.contains(versionField))
        return; // the client's own is passed on
    const QString &set = parts.provider.document.apiVersion;
    if (!set.isEmpty() && set != "auto"_L1)
        appendField(fields, versionField, set.toUtf8());
    else
        appendField(fields, versionField,
                    parts.version.isEmpty() ? defaultAnthropicVersion : parts.version);
}

//! Claude on Vertex AI: the version stands in the body, the model in the path.
std::vector<QByteArray> vertexMessages(const CallParts &parts, const std::vector<QByteArray> &body)
{
    QByteArray whole;
    for (const QByteArray &part : body)
        whole += part;
    const auto model = parts.format == Dialects::Format::AnthropicCountTokens
        ? Dialects::ModelMember::Keep
        : Dialects::ModelMember::LeaveOut;
    return {Dialects::cloudMessagesBody(Dialects::JsonView::parse(whole),
                                        Dialects::vertexMessagesVersion, model)};
}

void appendBearer(QByteArray &fields, const Secrets::Secret &secret)
{
    append(fields, "authorization: Bearer ");
    append(fields, secret.reveal());
    append(fields, "\r\n");
}

void appendKey(QByteArray &fields, QByteArrayView name, const Secrets::Secret &secret)
{
    fields += name;
    fields += ": ";
    fields += secret.reveal();
    fields += "\r\n";
}

//! An Entra token in place of a key: three parts, the first a JSON object in base64 ("{\"" is
//! "ey").
bool isJwt(const Secrets::Secret &secret)
{
    const QByteArrayView text = secret.reveal();
    return text.startsWith("ey") && std::count(text.begin(), text.end(), '.') == 2;
}

//! "eu-central-1" of "bedrock-runtime.eu-central-1.amazonaws.com" when it is not configured.
QByteArray awsRegionOf(const Config::Provider &provider)
{
    if (!provider.document.awsRegion.isEmpty())
        return provider.document.awsRegion.toUtf8();
    return provider.address.host.split('.').value(1);
}

//! The value of \a name among complete field lines; empty when it is not there.
QByteArrayView fieldOf(QByteArrayView fields, QByteArrayView name)
{
    while (!fields.isEmpty()) {
        const qsizetype end = fields.indexOf('\r');
        const QByteArrayView line = end < 0 ? fields : fields.first(end);
        const qsizetype colon = line.indexOf(':');
        if (colon >= 0 && Http::sameName(line.first(colon), name))
            return line.sliced(colon + 1).trimmed();
        fields = end < 0 ? QByteArrayView() : fields.sliced(std::min(end + 2, fields.size()));
    }
    return {};
}

QByteArrayView methodName(Http::Method method)
{
    switch (method) {
    case Http::Method::Get:
        return "GET";
    case Http::Method::Head:
        return "HEAD";
    case Http::Method::Post:
        return "POST";
    case Http::Method::Put:
        return "PUT";
    case Http::Method::Patch:
        return "PATCH";
    case Http::Method::Delete:
        return "DELETE";
    case Http::Method::Options:
        return "OPTIONS";
    case Http::Method::Other:
        break;
    }
    Q_UNREACHABLE();
}

//! Names that the client's Connection field declares to be of the connection.
bool isOfConnection(const Http::Fields &fields, QByteArrayView name)
{
    const QList<QByteArray> named = fields.value("connection").toByteArray().split(',');
    return std::ranges::any_of(
        named, [name](const QByteArray &one) { return Http::sameName(one.trimmed(), name); });
}

void appendClientFields(QByteArray &fields, const Http::Fields &client)
{
    const QByteArray own = fields; // what the configuration says stands
    for (const Http::Field &field : client.all()) {
        if (Dialects::passesToProvider(field.name) && !isOfConnection(client, field.name)
            && fieldOf(own, field.name).isEmpty())
            appendField(fields, field.name, field.value);
    }
}

void sign(Http::UpstreamRequest &request, const Config::Provider &provider,
          const Credential &credential, QByteArrayView host, WallTime now)
{
    const QByteArrayView line = request.methodAndTarget;
    const qsizetype space = line.indexOf(' ');
    const QByteArrayView target = line.sliced(space + 1);
    const qsizetype mark = target.indexOf('?');
    std::vector<SigV4Field> signedOnes{{"host", host}};
    if (const QByteArrayView type = fieldOf(request.fields, "content-type"); !type.isEmpty())
        signedOnes.push_back({"content-type", type});
    const QByteArray hash = sha256Hex(request.body);
    request.fields += signedFields(
        {.method = line.first(space),
         .path = mark < 0 ? target : target.first(mark),
         .query = mark < 0 ? QByteArrayView() : target.sliced(mark + 1),
         .fields = signedOnes,
         .payloadHash = hash},
        {credential.accessKey.reveal().toByteArray(), credential.value, credential.sessionToken},
        {.region = awsRegionOf(provider)}, now);
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

void authenticate(Http::UpstreamRequest &request, const Config::Provider &provider,
                  const Credential &credential, const Http::Endpoint &endpoint, WallTime now)
{
    QByteArray &fields = request.fields;
    if (credential.token) {
        if (const auto token = credential.token->token(now))
            appendBearer(fields, *token);
        return;
    }
    switch (provider.quirks->authentication) {
    case Dialects::Authentication::Bearer:
    case Dialects::Authentication::GoogleAccount:
        appendBearer(fields, credential.value);
        return;
    case Dialects::Authentication::Aws:
        if (credential.accessKey.isEmpty())
            appendBearer(fields, credential.value);
        else
            sign(request, provider, credential, endpoint.authority(), now);
        return;
    case Dialects::Authentication::ApiKey:
        appendKey(fields, "x-api-key", credential.value);
        return;
    case Dialects::Authentication::AzureKey:
        if (isJwt(credential.value))
            appendBearer(fields, credential.value);
        else
            appendKey(fields, "api-key", credential.value);
        return;
    case Dialects::Authentication::GoogleKey:
        appendKey(fields, "x-goog-api-key", credential.value);
        return;
    }
}

Http::UpstreamRequest compose(const CallParts &parts, std::vector<QByteArray> body)
{
    Http::UpstreamRequest request;
    const QByteArrayView query =
        parts.client && parts.isSameFormat ? parts.client->query : QByteArrayView();
    request.methodAndTarget =
        "POST " + targetOf({parts.provider, parts.format, parts.model, parts.stream, query});

    QByteArray &fields = request.fields;
    fields.reserve(parts.prepared.fields.size() + 256);
    append(fields, parts.prepared.fields);
    appendField(fields, "content-type", parts.contentType);
    for (const SecretField &field : parts.credentials.fields) {
        if (!field.value.isEmpty())
            appendField(fields, field.name, field.value.reveal());
    }
    const Dialects::Family family = Dialects::familyOf(parts.format);
    const bool isInCloud = parts.provider.quirks->paths == Dialects::Paths::Vertex;
    if (family == Dialects::Family::Anthropic && !isInCloud)
        appendVersion(fields, parts);
    if (parts.client) {
        const auto passed = parts.isSameFormat ? Dialects::forwardedRequestFields(family)
                                               : Dialects::tracingFields();
        for (const QByteArrayView name : passed) {
            if (isInCloud && name == versionField)
                continue;
            const QByteArrayView value = parts.client->fields.value(name);
            if (!value.isEmpty())
                appendField(fields, name, value);
        }
    }
    request.timeouts = parts.prepared.timeouts;
    request.body = family == Dialects::Family::Anthropic && isInCloud ? vertexMessages(parts, body)
                                                                      : std::move(body);
    if (parts.keyIndex >= 0)
        authenticate(request, parts.provider,
                     parts.credentials.keys[static_cast<std::size_t>(parts.keyIndex)],
                     parts.prepared.endpoint, parts.now);
    return request;
}

Http::UpstreamRequest composePassed(const CallParts &parts, QByteArrayView path, QByteArray body)
{
    Http::UpstreamRequest request;
    request.methodAndTarget = methodName(parts.client->method) + QByteArray(" ")
        + joined(parts.provider.address.basePath, path);
    const QByteArray query = Dialects::passedQuery(parts.client->query);
    if (!query.isEmpty())
        request.methodAndTarget += '?' + query;

    QByteArray &fields = request.fields;
    fields = parts.prepared.fields;
    for (const SecretField &field : parts.credentials.fields) {
        if (!field.value.isEmpty())
            appendField(fields, field.name, field.value.reveal());
    }
    appendClientFields(fields, parts.client->fields);
    if (parts.provider.quirks->authentication == Dialects::Authentication::ApiKey
        && fieldOf(fields, versionField).isEmpty())
        appendField(fields, versionField, defaultAnthropicVersion);
    request.timeouts = parts.prepared.timeouts;
    if (!body.isEmpty())
        request.body.push_back(std::move(body));
    if (parts.keyIndex >= 0)
        authenticate(request, parts.provider,
                     parts.credentials.keys[static_cast<std::size_t>(parts.keyIndex)],
                     parts.prepared.endpoint, parts.now);
    return request;
}

} // namespace Gatehouse::Providers
