// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QString>
#include <QtCore/QUrl>

namespace Gatehouse::Api {

//! Where an engine's admin API is reached: a Unix socket, or a URL with a token.
struct AdminAddress {
    QString socket; //!< path; used when not empty
    QUrl url;       //!< "http://127.0.0.1:4418" or "https://…"
    QString token;
    QString caFile; //!< https: an own authority's certificate
    //! https: SHA-256, in hexadecimal digits, of a certificate that is trusted as it is.
    QByteArray fingerprint = {};

    //! Reads run/admin.json of a data folder. NotFound: no engine has run there; Unavailable: the
    //! one that wrote the file is gone.
    static Result<AdminAddress> ofDataFolder(const QString &dataFolder);
    //! \a url may be a path to a socket or an http(s) URL.
    static Result<AdminAddress> ofUrl(const QString &url, const QString &token);
};

//! --data-dir, else $GATEHOUSE_DATA_DIR, else the system's application data folder.
QString dataFolder(const QString &fromCommandLine);

} // namespace Gatehouse::Api
