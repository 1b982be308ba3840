// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/usage.h"
#include "core/dialects/front.h"
#include "core/dialects/providererror.h"
#include "core/dialects/wholereply.h"

#include <memory>

namespace Gatehouse::Dialects {

//! Watches one streamed answer (SSE) on its way to a client of the same dialect: forwards the bytes
//! and finds what the gateway must know. Bytes may be cut anywhere. Plain delta events are searched
//! for a few markers, never parsed; only events that carry usage, errors or ends are. Memory is
//! constant, apart from one unfinished event of at most maxEvent bytes.
class ReplyWatch
{
public:
    static constexpr qsizetype maxEvent = 4 * 1024 * 1024;

    //! \a hideUsage: include_usage was added by us; the extra usage chunk and every "usage" member
    //! are taken out again.
    explicit ReplyWatch(Front front, bool hideUsage = false);
    ~ReplyWatch();
    ReplyWatch(const ReplyWatch &) = delete;
    ReplyWatch &operator=(const ReplyWatch &) = delete;

    //! Nothing is hidden: feed() leaves out untouched and the caller forwards its input itself.
    bool passesThrough() const;

    //! Takes the next upstream body bytes. When something is hidden, appends to \a out what the
    //! client gets: whole events only. Otherwise \a out stays as it is.
    void feed(QByteArrayView in, QByteArray &out);
    //! The upstream body is over: an event without its closing blank line counts, its bytes are
    //! appended to \a out when something is hidden. Call once.
    void finish(QByteArray &out);

    //! A token of the answer (text, reasoning, tool call) has been seen.
    bool hasContent() const;
    //! The stream's own end was seen: "[DONE]", message_stop, response.completed|incomplete|failed.
    bool hasEnded() const;
    //! The answer counts as whole: hasEnded(), or a finish reason came (some servers close without
    //! "[DONE]"), and no error came and nothing was malformed.
    bool isComplete() const;
    //! The provider sent an error event; error() tells it.
    bool hasFailed() const;
    const ProviderError &error() const;
    //! An event was larger than maxEvent, or one that matters was no JSON.
    bool isMalformed() const;

    //! What the provider reported so far; known is false when nothing came. Numbers that make no
    //! sense (negative, fractional, above 1e12) are dropped and the usage is marked estimated.
    const Usage &usage() const;
    //! usage(), or when an end was cut off or nothing was reported an estimate from the text that
    //! passed: \a promptTokens as estimated from the request.
    Usage settledUsage(qint64 promptTokens) const;

    QByteArray model() const;        //!< as the provider answered it, empty when it did not say
    QByteArray finishReason() const; //!< as the provider words it, empty when none came
    qint64 contentBytes() const;     //!< of text, reasoning and tool arguments, as JSON text
    qint64 contentEvents() const;    //!< events that carried content
    qint64 events() const;
    //! Number for an error event of our own in a Responses stream.
    qint64 nextSequenceNumber() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Gatehouse::Dialects
