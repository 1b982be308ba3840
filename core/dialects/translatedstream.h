// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"
#include "core/dialects/streamwatch.h"

namespace Gatehouse::Dialects {

//! A streamed chat from an upstream of one format to a client of another.
class TranslatedStream final : public StreamWatch
{
public:
    static constexpr qsizetype maxMessage = 4 * 1024 * 1024;

    //! \a context.request outlives it.
    TranslatedStream(Format upstream, Format client, const Quirks &quirks,
                     const ReplyContext &context);
    ~TranslatedStream() override;

    bool passesThrough() const override { return false; }
    void feed(QByteArrayView in, QByteArray &out) override;
    void finish(QByteArray &out) override;
    bool hasContent() const override;
    bool hasEnded() const override;
    bool isComplete() const override;
    bool hasFailed() const override;
    const ProviderError &error() const override;
    bool isMalformed() const override;
    const Usage &usage() const override;
    Usage settledUsage(qint64 promptTokens, double bytesPerToken) const override;
    QByteArray model() const override;
    QByteArray finishReason() const override;
    qint64 contentBytes() const override;
    qint64 contentEvents() const override;
    qint64 nextSequenceNumber() const override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Gatehouse::Dialects
