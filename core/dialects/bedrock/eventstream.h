// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <functional>
#include <span>

namespace Gatehouse::Dialects {

//! Takes apart application/vnd.amazon.eventstream: frames with a length, headers and two CRC-32
//! (docs.aws.amazon.com, "Event stream encoding"). Bytes may be cut anywhere; only an unfinished
//! frame is kept.
class EventStreamReader
{
public:
    //! \a limit: longest frame, in bytes.
    explicit EventStreamReader(qsizetype limit)
        : m_limit(limit)
    {
    }

    //! \a name is ":event-type" of an event ("messageStop"), and with a colon before it
    //! ":exception-type" of an exception (":throttlingException") or ":error-code" of an error
    //! (":InternalError"), so that no failure is taken for an event. \a payload is its JSON; of an
    //! error {"message":":error-message"}. Frames of other kinds are skipped.
    using Take = std::function<void(QByteArrayView name, QByteArrayView payload)>;

    //! False: a checksum is wrong, a frame is too long or impossible; nothing is taken any more.
    bool feed(QByteArrayView in, const Take &take);

    //! The stream stopped inside a frame.
    bool isInsideFrame() const { return !m_pending.isEmpty(); }

private:
    qsizetype cut(QByteArrayView bytes, const Take &take);

    qsizetype m_limit;
    QByteArray m_pending; //!< the beginning of a frame
    bool m_failed = false;
};

//! One header of a frame to write; only strings (type 7).
struct EventStreamHeader {
    QByteArrayView name;
    QByteArrayView value;
};

//! A frame with \a headers and \a payload, for simulated providers and tests.
QByteArray eventStreamFrame(std::span<const EventStreamHeader> headers, QByteArrayView payload);
//! A frame of the event \a type with its JSON.
QByteArray eventStreamEvent(QByteArrayView type, QByteArrayView payload);
//! A frame of the exception \a type with its JSON.
QByteArray eventStreamException(QByteArrayView type, QByteArrayView payload);

//! CRC-32/ISO-HDLC of \a bytes behind what gave \a before: "123456789" gives cbf43926.
quint32 crc32(QByteArrayView bytes, quint32 before = 0);

} // namespace Gatehouse::Dialects
