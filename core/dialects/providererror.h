// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

namespace Gatehouse::Dialects {

//! An error as a provider words it, whatever the shape: {"error":{"message","type","code"}},
//! {"type":"error","error":{…}}, {"error":"text"}, {"message"}, {"detail"}. Not redacted.
struct ProviderError {
    QByteArray message;
    QByteArray type;
    QByteArray code; //!< a numeric code as its digits
    QByteArray param;
    QByteArray reason; //!< details.error_code (Anthropic), details[].reason, quotaId (Google)

    bool operator==(const ProviderError &) const = default;
};

} // namespace Gatehouse::Dialects
