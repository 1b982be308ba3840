// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/format.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

namespace Gatehouse::Routing {

//! What planning knows about one request.
struct RequestFacts {
    Dialects::Format format = Dialects::Format::OpenAiChat; //!< of the caller
    bool streamed = false;
    qint64 promptTokens = 0; //!< estimated
    bool tools = false;
    bool images = false;
    bool structured = false;
    QByteArray session;    //!< x-gatehouse-session, empty = none
    QByteArray keyId;      //!< who asks
    QStringList residency; //!< the team's regions, empty = anywhere

    bool operator==(const RequestFacts &) const = default;
};

} // namespace Gatehouse::Routing
