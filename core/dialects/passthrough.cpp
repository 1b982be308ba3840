// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/passthrough.h"

#include "core/dialects/wireformat.h"

#include <QtCore/QList>

#include <algorithm>
#include <array>

namespace Gatehouse::Dialects {

namespace {

//! Methods behind a model's name and a colon: Google's clouds.
struct Action {
    QByteArrayView name;
    Format format;
};
constexpr std::array actions{
    Action{"generateContent", Format::GeminiGenerate},
    Action{"streamGenerateContent", Format::GeminiGenerate},
    Action{"countTokens", Format::GeminiCountTokens},
    Action{"embedContent", Format::GeminiEmbed},
    Action{"batchEmbedContents", Format::GeminiBatchEmbed},
    Action{"rawPredict", Format::AnthropicMessages},
    Action{"streamRawPredict", Format::AnthropicMessages},
};

constexpr std::array<QByteArrayView, 26> keptFromProvider{
    // of the connection (RFC 9110 section 7.6.1)
    "connection",
    "keep-alive",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "host",
    "content-length",
    "expect",
    // who calls, and how
    "authorization",
    "proxy-authorization",
    "x-api-key",
    "api-key",
    "x-goog-api-key",
    "cookie",
    "origin",
    "referer",
    "forwarded",
    "via",
    "x-real-ip",
    // said by the gateway itself
    "accept-encoding",
    "user-agent",
    "openai-organization",
    "openai-project",
    "x-goog-user-project",
};
constexpr std::array<QByteArrayView, 5> keptPrefixes{"x-gatehouse-", "x-forwarded-", "sec-",
                                                     "x-amz-", "proxy-"};

constexpr std::array<QByteArrayView, 8> toClient{
    "content-disposition", "content-encoding", "content-language",
    "content-range",       "accept-ranges",    "etag",
    "last-modified",       "cache-control",
};

constexpr std::array<QByteArrayView, 5> credentialParameters{"key", "api_key", "api-key",
                                                             "access_token", "token"};

bool isSame(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
}

bool startsWith(QByteArrayView text, QByteArrayView start)
{
    return text.size() >= start.size() && isSame(text.first(start.size()), start);
}

template <typename List>
bool lists(const List &names, QByteArrayView name)
{
    return std::ranges::any_of(names, [name](QByteArrayView one) { return isSame(one, name); });
}

QByteArray decoded(QByteArrayView text)
{
    return QByteArray::fromPercentEncoding(text.toByteArray());
}

//! "models/m:action"
std::optional<PassedPath> modelsAction(QByteArrayView path)
{
    const QByteArrayView last = path.sliced(path.lastIndexOf('/') + 1);
    const qsizetype colon = last.lastIndexOf(':');
    if (colon <= 0)
        return {};
    const auto action = std::ranges::find(actions, last.sliced(colon + 1), &Action::name);
    if (action == actions.end())
        return {};
    return PassedPath{action->format, decoded(last.first(colon))};
}

//! "/model/{m}/converse"
std::optional<PassedPath> converse(QByteArrayView path)
{
    constexpr QByteArrayView model("/model/");
    for (const QByteArrayView ending : {"/converse", "/converse-stream"}) {
        if (!path.endsWith(ending))
            continue;
        const QByteArrayView rest = path.chopped(ending.size());
        const qsizetype begin = rest.indexOf(model);
        if (begin >= 0)
            return PassedPath{Format::BedrockConverse, decoded(rest.sliced(begin + model.size()))};
    }
    return {};
}

} // namespace

PassedPath passedPath(QByteArrayView path)
{
    if (auto action = modelsAction(path))
        return *std::move(action);
    if (auto call = converse(path))
        return *std::move(call);
    PassedPath found;
    qsizetype length = 0;
    for (const Format format : allFormats()) {
        const QByteArrayView ending = wireFormat(format).path;
        if (ending.size() > length && path.endsWith(ending)) {
            found.format = format;
            length = ending.size();
        }
    }
    return found;
}

bool climbs(QByteArrayView path)
{
    const QList<QByteArray> segments = decoded(path).replace('\\', '/').split('/');
    return std::ranges::any_of(
        segments, [](const QByteArray &segment) { return segment == "." || segment == ".."; });
}

QByteArray passedQuery(QByteArrayView query)
{
    QByteArray passed;
    for (const QByteArray &parameter : query.toByteArray().split('&')) {
        const QByteArray name = decoded(
            parameter.first(parameter.contains('=') ? parameter.indexOf('=') : parameter.size()));
        if (parameter.isEmpty() || lists(credentialParameters, name) || startsWith(name, "x-amz-"))
            continue;
        if (!passed.isEmpty())
            passed += '&';
        passed += parameter;
    }
    return passed;
}

bool passesToProvider(QByteArrayView name)
{
    return !lists(keptFromProvider, name)
        && std::ranges::none_of(keptPrefixes,
                                [name](QByteArrayView prefix) { return startsWith(name, prefix); });
}

bool passesToClient(QByteArrayView name)
{
    return lists(toClient, name);
}

} // namespace Gatehouse::Dialects
