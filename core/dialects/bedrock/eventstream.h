// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <functional>

namespace Gatehouse::Dialects {

//! Takes apart application/vnd.amazon.eventstream: frames with a length, headers and two CRC-32
//! (docs.aws.amazon.com, "Event stream encoding"). Bytes may be cut anywhere; only an unfinished
//! frame is kept.
class EventStreamReader
{
public:
    explicit EventStreamReader(qsizetype limit)
        : m_limit(limit)
    {
    }

    //! \a name is ":event-type" of an event, ":exception-type" of an exception, ":error-code" of
    //! an error; \a payload its JSON.
    using Take = std::function<void(QByteArrayView name, QByteArrayView payload)>;

    //! False: a checksum is wrong, a frame is too long or impossible; nothing is taken any more.
    bool feed(QByteArrayView in, const Take &take);

private:
    qsizetype m_limit;
    QByteArray m_pending;
    bool m_failed = false;
};

} // namespace Gatehouse::Dialects
