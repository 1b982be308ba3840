// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"
#include "core/base/result.h"
#include "core/http/upstream.h"

#include <QtCore/QUrl>

namespace Gatehouse::Gateway {

//! Where an image lies that a client has named, found fit to be asked.
struct ImageAddress {
    QUrl url;
    Http::Endpoint endpoint;
    QByteArray target; //!< "/cat.png?size=1"
};

//! Takes \a url apart and judges it by \a settings: https only, no user names, a host that may be
//! asked. Hosts of the own network may also be asked over http. Names are judged again by the
//! addresses they lead to, when a connection is made (Http::Endpoint::allowPrivate). Errors are for
//! the client and never repeat more of the url than its host.
Result<ImageAddress> imageAddress(const QUrl &url, const Api::ImageFetching &settings);

} // namespace Gatehouse::Gateway
