// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/clock.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

namespace Gatehouse::Http {

//! Appends "HTTP/1.1 200 OK\r\n".
void appendStatusLine(QByteArray &out, int status);

//! Appends \a methodAndTarget ("POST /v1/messages") as an HTTP/1.1 request line.
void appendRequestLine(QByteArray &out, QByteArrayView methodAndTarget);

//! Appends "name: value\r\n". \a name is a token. Control characters in \a value are written as
//! spaces (RFC 9110 section 5.5), so that no value can begin a new line.
void appendField(QByteArray &out, QByteArrayView name, QByteArrayView value);
void appendField(QByteArray &out, QByteArrayView name, qint64 value);

//! Appends the empty line after the fields.
inline void endHead(QByteArray &out)
{
    append(out, "\r\n");
}

//! The Date line of replies, "Date: Sun, 22 Nov 2026 12:00:00 GMT\r\n" (IMF-fixdate, RFC 9110
//! section 5.6.7), written anew when the second changes. One per thread.
class DateLine
{
public:
    //! Valid until the next call. Years 1970 to 9999.
    QByteArrayView at(WallTime now);

private:
    std::chrono::sys_seconds m_second = std::chrono::sys_seconds::min();
    QByteArray m_line;
};

} // namespace Gatehouse::Http
