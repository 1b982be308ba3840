// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/format.h"

#include <QtCore/QByteArray>

#include <optional>

namespace Gatehouse::Dialects {

//! What passes between a client and a provider untouched, and what must not.

//! What the gateway can tell of a path behind a provider's address.
struct PassedPath {
    std::optional<Format> format; //!< known: the answer's usage can be read
    QByteArray model;             //!< named by the path, decoded; else empty

    bool operator==(const PassedPath &) const = default;
};

//! "/v1/chat/completions", "/models/m:generateContent", "/model/m/converse" … whatever stands
//! before. A path that is of no format is passed all the same.
PassedPath passedPath(QByteArrayView path);

//! A segment of \a path is "." or "..", however it is encoded: it would leave the provider's base
//! path.
bool climbs(QByteArrayView path);

//! \a query without the parameters that carry credentials ("key", "api_key", "access_token",
//! "X-Amz-Signature" …): the gateway adds the provider's own.
QByteArray passedQuery(QByteArrayView query);

//! The client's field \a name goes to the provider: not one that is of the connection, names the
//! caller (credentials, cookies, origin, addresses) or is the gateway's own.
bool passesToProvider(QByteArrayView name);

//! The provider's field \a name goes to the client: what describes the content. An allow list.
bool passesToClient(QByteArrayView name);

} // namespace Gatehouse::Dialects
