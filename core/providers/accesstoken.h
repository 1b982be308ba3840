// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/latest.h"
#include "core/base/result.h"
#include "core/http/upstream.h"
#include "core/secrets/secret.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace Gatehouse::Providers {

//! Access tokens that are bought with a longer-lived secret (OAuth 2.0, RFC 6749 section 4.4): a
//! grant says what to ask, a TokenExchange asks, the TokenCache decides when, and a TokenCell is
//! where a worker reads what holds now.

//! A token and until when it holds.
struct AccessToken {
    Secrets::Secret value;
    WallTime expires;
    WallTime bought = {};
    bool replacesRefused = false; //!< bought because the one before was refused

    bool operator==(const AccessToken &) const = default;
};

//! One question to a token endpoint. Holds secrets: never logged, gone with the exchange.
struct TokenRequest {
    QByteArray url;    //!< "https://oauth2.googleapis.com/token"
    QByteArray form;   //!< body of a POST, application/x-www-form-urlencoded; empty: a GET
    QByteArray fields; //!< further field lines with CRLF
    //! Proxy and authorities to use; host, port and tls come from the url.
    std::optional<Http::Endpoint> way = {};
};

struct TokenReply {
    int status = 0; //!< 0: no answer, problem says why
    QByteArray body;
    QString problem;
};

//! Asks a token endpoint. Control thread only.
class TokenExchange
{
public:
    using Done = std::function<void(TokenReply)>;

    virtual ~TokenExchange() = default;
    //! Calls \a done once, later or at once; never after the exchange is gone.
    virtual void send(const TokenRequest &request, Done done) = 0;
};

//! What to ask at a time; InvalidArgument when the secret is not what it should be.
using TokenGrant = std::function<Result<TokenRequest>(WallTime now)>;

//! {"access_token","expires_in"} of RFC 6749 section 5.1; an endpoint's refusal ({"error",
//! "error_description"}) becomes PermissionDenied, anything else Unavailable or Corrupt. \a now is
//! the time of asking.
Result<AccessToken> readTokenReply(const TokenReply &reply, WallTime now);

//! "name=value&…", values percent-encoded.
void appendFormField(QByteArray &form, QByteArrayView name, QByteArrayView value);

//! What the control thread last published for one provider key.
struct TokenState {
    std::optional<AccessToken> token; //!< the newest that was got, expired or not
    std::optional<Error> problem;     //!< why the last try failed; with a token: it still serves
};

//! The token of one provider key, shared by the control thread, which writes, and the workers,
//! which read. A read is one copy of a pointer, whatever a refresh is doing. A Credential holds the
//! cell, so a new token needs no publication of a snapshot; the cell lives as long as any
//! credential set that names it.
class TokenCell
{
public:
    //! The token that holds at \a now, or why there is none. Any thread.
    Result<Secrets::Secret> token(WallTime now) const;
    std::shared_ptr<const TokenState> state() const { return m_state.load(); }
    //! A refused token is renewed whatever its age. One that replaces a refused one and is refused
    //! as well is not renewed before it has this age: the fault lies elsewhere then.
    static constexpr std::chrono::seconds restAfterReplacement{30};
    //! reportRefusal() will lead to another token.
    bool mayBeRenewed(WallTime now) const;
    //! The provider refused the token: the cache buys another. Any thread.
    void reportRefusal() const { m_isRefused.store(true); }
    //! Control thread: whether it was refused since the last look.
    bool takeRefusal() const { return m_isRefused.exchange(false); }
    //! Control thread.
    void publish(TokenState state)
    {
        m_state.store(std::make_shared<const TokenState>(std::move(state)));
    }

private:
    mutable std::atomic<bool> m_isRefused = false;
    Latest<TokenState> m_state{std::make_shared<const TokenState>()};
};

} // namespace Gatehouse::Providers
