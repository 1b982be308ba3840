// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

namespace Gatehouse::Http {

//! Appends one server-sent event to \a out. Line breaks (LF, CR, CRLF) in \a data make several data
//! lines. \a name must not hold any; empty writes no "event:" line.
void appendSseEvent(QByteArray &out, QByteArrayView name, QByteArrayView data);
inline void appendSseEvent(QByteArray &out, QByteArrayView data)
{
    appendSseEvent(out, {}, data);
}

//! Appends a comment, which clients skip; empty text makes the shortest keep-alive.
void appendSseComment(QByteArray &out, QByteArrayView text);

} // namespace Gatehouse::Http
