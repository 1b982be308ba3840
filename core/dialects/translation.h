// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"
#include "core/dialects/remoteimages.h"
#include "core/dialects/streamwatch.h"

#include <memory>
#include <variant>

namespace Gatehouse::Dialects {

//! One request on its way between two formats. Reads the client's body once, whatever the number
//! of attempts; each attempt is written anew for its provider.
class Translation
{
public:
    explicit Translation(Format front)
        : m_front(front)
    {
    }

    //! \a body is the client's, found sound by the scanner, and stays as it is while this lives.
    //! An error is the caller's: path names the field. \a model and \a stream are what the path of
    //! the request says, where the format puts them there.
    Result<void> read(QByteArrayView body, const QByteArray &model, bool stream);
    bool isRead() const { return m_request.index() != 0; }

    //! Addresses of images that a provider of this kind must be given as bytes.
    std::vector<QByteArray> unloadableImages(Format upstream, const Quirks &quirks) const;

    //! The request in \a upstream's words; an error names what its provider cannot be told. Of
    //! \a images the bytes stand in place of their addresses.
    Result<WrittenRequest> write(Format upstream, const WriteOptions &options,
                                 const FetchedImages &images = {}) const;

    struct Answer {
        QByteArray body;
        Usage usage;
        QByteArray model;
    };
    //! A provider's whole answer in the client's words. Errors say what is wrong with the answer.
    Result<Answer> answer(Format upstream, QByteArrayView body, ReplyContext context) const;
    //! The same for an answer that comes as a stream; this must outlive it.
    std::unique_ptr<StreamWatch> stream(Format upstream, const Quirks &quirks,
                                        ReplyContext context) const;

private:
    Result<Answer> chatAnswer(Format upstream, JsonView body, const ReplyContext &context) const;
    Result<Answer> countAnswer(Format upstream, JsonView body) const;
    Result<Answer> embedAnswer(Format upstream, JsonView body, const ReplyContext &context) const;
    Result<Answer> rerankAnswer(Format upstream, JsonView body, const ReplyContext &context) const;

    Format m_front;
    std::variant<std::monostate, Request, EmbeddingRequest, RerankRequest> m_request;
};

} // namespace Gatehouse::Dialects
