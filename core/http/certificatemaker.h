// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace Gatehouse::Http {

class TlsContext;

//! A certificate made here, and where its parts were written.
struct MadeCertificate {
    QString certificate; //!< PEM: the server's certificate, then the authority's
    QString key;
    QString authority;   //!< PEM: what other computers must trust
    QString fingerprint; //!< SHA-256 of the authority's certificate, "AB:CD:…"
    WallTime notAfter;   //!< of the server's certificate
};

//! Makes a server certificate for \a names (host names and addresses) in \a folder, signed by an
//! authority that is kept there: made at the first call and used again afterwards, so that whoever
//! trusts it need not trust anew. Keys are for their owner only. Takes milliseconds.
Result<MadeCertificate> makeOfficeCertificate(const QString &folder, const QStringList &names,
                                              const Clock &clock);

//! SHA-256 of the certificate that servers of \a context show, "AB:CD:…"; empty without one.
QString fingerprintOf(const TlsContext &context);

//! The names other computers know this one by: host name, localhost, and every address of its
//! network interfaces.
QStringList namesOfThisComputer();

} // namespace Gatehouse::Http
