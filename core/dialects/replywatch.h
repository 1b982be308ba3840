// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/usage.h"
#include "core/dialects/streamwatch.h"
#include "core/dialects/wholereply.h"

#include <memory>

namespace Gatehouse::Dialects {

//! Watches one streamed answer (SSE) on its way to a client of the same dialect: forwards the bytes
//! and finds what the gateway must know. Bytes may be cut anywhere. Plain delta events are searched
//! for a few markers, never parsed; only events that carry usage, errors or ends are. Memory is
//! constant, apart from one unfinished event of at most maxEvent bytes.
class ReplyWatch final : public StreamWatch
{
public:

    //! \a hideUsage: include_usage was added by us; the extra usage chunk and every "usage" member
    //! are taken out again.
    explicit ReplyWatch(Format front, bool hideUsage = false);
    ~ReplyWatch() override;

    bool passesThrough() const override;
    void feed(QByteArrayView in, QByteArray &out) override;
    //! An event without its closing blank line counts.
    void finish(QByteArray &out) override;
    bool hasContent() const override;
    bool hasEnded() const override;
    bool isComplete() const override;
    bool hasFailed() const override;
    const ProviderError &error() const override;
    bool isMalformed() const override;
    //! Numbers that make no sense (negative, fractional, above 1e12) are dropped and the usage is
    //! marked estimated.
    const Usage &usage() const override;
    Usage settledUsage(qint64 promptTokens, double bytesPerToken) const override;
    QByteArray model() const override;
    QByteArray responseId() const override;
    QByteArray finishReason() const override;
    qint64 contentBytes() const override;
    qint64 contentEvents() const override;
    qint64 nextSequenceNumber() const override;
    qint64 events() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Gatehouse::Dialects
