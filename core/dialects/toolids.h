// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

namespace Gatehouse::Dialects {

//! A provider's proof on a tool call (Gemini's thought signature) travels inside the call's id, so
//! that it comes back from clients that know ids but no signatures. Nothing is kept for it here.
struct ToolId {
    QByteArray id; //!< as the provider gave it
    QByteArray signature;

    bool operator==(const ToolId &) const = default;
};

//! An id of letters, digits, '_' and '-' that carries \a signature; \a id itself when that is
//! empty.
QByteArray packToolId(QByteArrayView id, QByteArrayView signature);
ToolId unpackToolId(QByteArrayView id);
//! \a id without a signature.
QByteArray plainToolId(QByteArrayView id);

} // namespace Gatehouse::Dialects
