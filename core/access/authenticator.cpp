// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/authenticator.h"

#include <algorithm>

namespace Gatehouse::Access {

namespace {

constexpr QByteArrayView scheme("bearer");

//! The one credential of a request, or why there is none.
struct Presented {
    QByteArrayView credential = {};
    Refusal refusal = Refusal::None;
};

bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

bool isVisible(char c)
{
    return c > ' ' && c < '\x7f';
}

bool isCredential(QByteArrayView text)
{
    return !text.isEmpty() && text.size() <= longestCredential
        && std::ranges::all_of(text, isVisible);
}

//! The part after "Bearer", empty when the scheme is another one.
QByteArrayView bearerToken(QByteArrayView value)
{
    if (value.size() <= scheme.size()
        || value.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0
        || !isSpace(value[scheme.size()]))
        return {};
    QByteArrayView token = value.sliced(scheme.size());
    while (!token.isEmpty() && isSpace(token.front()))
        token = token.sliced(1);
    return token;
}

Presented presented(const CredentialFields &fields)
{
    const CredentialField bearer{fields.authorization.count,
                                 bearerToken(fields.authorization.value)};
    Presented found{.refusal = Refusal::Missing};
    for (const CredentialField *field :
         {&bearer, &fields.xApiKey, &fields.apiKey, &fields.xGoogApiKey}) {
        if (field->count == 0)
            continue;
        if (field->count > 1 || !isCredential(field->value))
            return {.refusal = Refusal::Malformed};
        if (found.refusal == Refusal::None && found.credential != field->value)
            return {.refusal = Refusal::Ambiguous};
        found = {.credential = field->value, .refusal = Refusal::None};
    }
    return found;
}

} // namespace

Authentication authenticate(const CredentialFields &fields, const KeyTable &keys,
                            const Clock &clock, SeenKeys &seen, QByteArrayView client)
{
    const Presented shown = presented(fields);
    if (shown.refusal != Refusal::None)
        return {.refusal = shown.refusal};
    const KeyEntry *key = seen.find(keys, shown.credential);
    if (!key)
        return {.refusal = Refusal::Unknown};
    if (key->disabled)
        return {.key = key, .refusal = Refusal::Disabled};
    if (key->expires && *key->expires <= clock.wall())
        return {.key = key, .refusal = Refusal::Expired};
    if (!key->addresses.empty() && !Api::contains(key->addresses, client))
        return {.key = key, .refusal = Refusal::Address};
    return {.key = key};
}

RefusalReply replyTo(Refusal refusal)
{
    switch (refusal) {
    case Refusal::Missing:
        return {.code = "invalid_api_key",
                .message = "No API key was sent. Send a Gatehouse key as \"Authorization: Bearer "
                           "KEY\" or in x-api-key."};
    case Refusal::Expired:
        return {.code = "expired_api_key",
                .message = "This API key has expired. Ask your administrator for a new one."};
    case Refusal::Disabled:
        return {.code = "disabled_api_key",
                .message = "This API key is disabled. Ask your administrator to enable it."};
    case Refusal::Address:
        return {.code = "invalid_api_key",
                .message = "This API key is not accepted from your network address. Use it where "
                           "it is meant to work, or ask your administrator to allow this address."};
    case Refusal::None:
    case Refusal::Malformed:
    case Refusal::Ambiguous:
    case Refusal::Unknown:
        break;
    }
    return {.code = "invalid_api_key",
            .message = "The API key is not valid here. Check that it is one whole Gatehouse key "
                       "(not a provider's key) or ask your administrator for one."};
}

} // namespace Gatehouse::Access
