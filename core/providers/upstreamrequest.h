// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/format.h"
#include "core/http/upstream.h"
#include "core/providers/credentials.h"

#include <vector>

namespace Gatehouse::Providers {

//! What is the same for every call to one provider, compiled once per publication.
struct PreparedProvider {
    Http::Endpoint endpoint;
    Http::UpstreamTimeouts timeouts;
    //! Field lines without credentials and the body's type, complete with CRLF.
    QByteArray fields;
};

PreparedProvider prepare(const Config::Provider &provider);

//! The prepared providers of one snapshot, by Config::Provider::index.
std::vector<PreparedProvider> prepareAll(const Config::Snapshot &snapshot);

//! What one call adds to its provider's prepared part.
struct CallParts {
    const Config::Provider &provider;
    const PreparedProvider &prepared;
    const CredentialSet::OfProvider &credentials;
    int keyIndex = -1; //!< into credentials.keys, -1 = call without a key
    Dialects::Format format = Dialects::Format::OpenAiChat; //!< the provider is asked in
    QByteArrayView model = {}; //!< its name of the model, for formats that put it into the path
    bool stream = false;       //!< the same
    //! The client speaks the same format: its fields and query may be passed on.
    bool isSameFormat = true;
    QByteArrayView contentType = "application/json"; //!< of the body
    const Http::RequestHead *client =
        nullptr;                 //!< fields and query that may be passed on; may be null
    QByteArrayView version = {}; //!< of the provider's API, that the body is written for
    WallTime now = {};           //!< for signatures and tokens
};

//! The request to send: credentials and allowed client fields added, \a body as given.
Http::UpstreamRequest compose(const CallParts &parts, std::vector<QByteArray> body);

//! The request of a client that talks to the provider past the gateway: its method, \a path behind
//! the provider's address, its query and fields but for credentials and what is of the connection,
//! and \a body as it is.
Http::UpstreamRequest composePassed(const CallParts &parts, QByteArrayView path, QByteArray body);

//! Appends what authenticates \a credential in \a provider's manner to the fields of \a request,
//! which is complete but for that: Amazon signs target, body and the
//! Host field of \a endpoint.
void authenticate(Http::UpstreamRequest &request, const Config::Provider &provider,
                  const Credential &credential, const Http::Endpoint &endpoint, WallTime now);

//! Version sent to Anthropic when neither the client nor the provider's settings name one.
inline constexpr QByteArrayView defaultAnthropicVersion("2023-06-01");

} // namespace Gatehouse::Providers
