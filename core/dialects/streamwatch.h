// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/usage.h"
#include "core/dialects/format.h"
#include "core/dialects/providererror.h"

#include <QtCore/QByteArrayView>

#include <algorithm>
#include <cmath>

namespace Gatehouse::Dialects {

//! Of a text whose tokens nobody said.
inline qint64 tokensOf(qint64 bytes, double bytesPerToken)
{
    return static_cast<qint64>(
        std::ceil(static_cast<double>(bytes) / std::max(bytesPerToken, 1.0)));
}

//! A streamed answer on its way to the client: takes the upstream's bytes, gives the client's, and
//! knows what the gateway must know. ReplyWatch forwards the same dialect, TranslatedStream turns
//! one into another. Bytes may be cut anywhere; memory is constant.
class StreamWatch
{
public:
    StreamWatch() = default;
    virtual ~StreamWatch() = default;
    StreamWatch(const StreamWatch &) = delete;
    StreamWatch &operator=(const StreamWatch &) = delete;

    //! Nothing is hidden or changed: feed() leaves out untouched and the caller forwards its input
    //! itself.
    virtual bool passesThrough() const = 0;
    //! Takes the next upstream body bytes. Unless passesThrough(), appends to \a out what the
    //! client gets: whole events only.
    virtual void feed(QByteArrayView in, QByteArray &out) = 0;
    //! The upstream body is over. Call once.
    virtual void finish(QByteArray &out) = 0;

    //! A token of the answer (text, reasoning, tool call) has been seen.
    virtual bool hasContent() const = 0;
    //! The stream's own end was seen: "[DONE]", message_stop, response.completed|incomplete|failed.
    virtual bool hasEnded() const = 0;
    //! The answer counts as whole: its end, or a finish reason where the format allows it, and no
    //! error came and nothing was malformed.
    virtual bool isComplete() const = 0;
    //! The provider sent an error; error() tells it.
    virtual bool hasFailed() const = 0;
    virtual const ProviderError &error() const = 0;
    //! A message was too long, or one that matters was not in the format.
    virtual bool isMalformed() const = 0;

    //! What the provider reported so far; known is false when nothing came.
    virtual const Usage &usage() const = 0;
    //! usage(), or when an end was cut off or nothing was reported an estimate from the text that
    //! passed: \a promptTokens as counted or estimated from the request, \a bytesPerToken as is
    //! usual for the model's answers.
    virtual Usage settledUsage(qint64 promptTokens, double bytesPerToken) const = 0;

    virtual QByteArray model() const = 0;                //!< as the provider answered it, or empty
    virtual QByteArray responseId() const { return {}; } //!< as the provider made it (Responses)
    virtual QByteArray finishReason() const = 0;         //!< as the provider words it, or empty
    virtual qint64 contentBytes() const = 0;             //!< of text, reasoning and tool arguments
    virtual qint64 contentEvents() const = 0;            //!< messages that carried content
    //! Number for an error event of our own in a Responses stream.
    virtual qint64 nextSequenceNumber() const = 0;
};

} // namespace Gatehouse::Dialects
