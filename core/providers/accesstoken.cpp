// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/accesstoken.h"

#include "core/dialects/jsonview.h"

#include <sodium.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Providers {

namespace {

constexpr qint64 shortestLife = 1;           //!< seconds
constexpr qint64 longestLife = 24 * 60 * 60; //!< no service gives tokens for longer
constexpr qsizetype shownText = 300;

Error refusal(int status, Dialects::JsonView body)
{
    QByteArray words = body["error_description"].string();
    if (words.isEmpty())
        words = body["error"].string();
    words = words.simplified().left(shownText);
    const bool isOurs = status >= 400 && status < 500 && status != 408 && status != 429;
    return {
        isOurs ? ErrorCode::PermissionDenied : ErrorCode::Unavailable,
        u"the token endpoint answered %1 %2"_s.arg(status).arg(QString::fromUtf8(words)).trimmed()};
}

//! Some services (Azure's metadata) write the number as a string.
qint64 lifeOf(Dialects::JsonView expiresIn)
{
    if (expiresIn.isString())
        return expiresIn.string().toLongLong();
    return expiresIn.integer().value_or(0);
}

} // namespace

Result<AccessToken> readTokenReply(const TokenReply &reply, WallTime now)
{
    if (reply.status == 0)
        return Error{ErrorCode::Unavailable,
                     u"the token endpoint did not answer: %1"_s.arg(reply.problem)};
    const Dialects::JsonView body = Dialects::JsonView::parse(reply.body);
    if (reply.status < 200 || reply.status > 299)
        return refusal(reply.status, body);
    QByteArray token = body["access_token"].string();
    const qint64 life = lifeOf(body["expires_in"]);
    const bool isFieldText =
        std::ranges::all_of(token, [](char c) { return c > 0x20 && c < 0x7f; });
    if (token.isEmpty() || !isFieldText || life < shortestLife)
        return Error{ErrorCode::Corrupt,
                     u"the token endpoint's answer has no usable access_token and expires_in"_s};
    AccessToken read{.value = Secrets::Secret(token),
                     .expires = now + std::chrono::seconds(std::min(life, longestLife)),
                     .bought = now};
    sodium_memzero(token.data(), static_cast<std::size_t>(token.size()));
    return read;
}

void appendFormField(QByteArray &form, QByteArrayView name, QByteArrayView value)
{
    if (!form.isEmpty())
        form += '&';
    form += name;
    form += '=';
    form += value.toByteArray().toPercentEncoding();
}

bool TokenCell::mayBeRenewed(WallTime now) const
{
    const std::shared_ptr<const TokenState> state = m_state.load();
    if (!state->token || state->problem)
        return false;
    return !state->token->replacesRefused || now >= state->token->bought + restAfterReplacement;
}

Result<Secrets::Secret> TokenCell::token(WallTime now) const
{
    const std::shared_ptr<const TokenState> state = m_state.load();
    if (state->token && now < state->token->expires)
        return state->token->value;
    if (state->problem)
        return *state->problem;
    return Error{ErrorCode::Unavailable, u"no access token yet"_s};
}

} // namespace Gatehouse::Providers
