// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/dialects/canonical.h"
#include "core/dialects/errors.h"
#include "core/dialects/jsonview.h"
#include "core/dialects/quirks.h"
#include "core/dialects/wireformat.h"

#include <memory>

namespace Gatehouse::Dialects {

//! The translation side of a wire format: how its words become the canonical form and back. Pure
//! functions without I/O; a format leaves out (null) what it never does. One table per format, in
//! the folder of its vendor; codec(format) finds it.
//!
//! Errors of the read and write functions are InvalidArgument with a detail for the caller ("what
//! is wrong and what to do") and path = the field in the caller's own words ("messages[2].role").

//! What an upstream's request is written for.
struct WriteOptions {
    QByteArrayView model; //!< the provider's name of the model
    const Quirks &quirks; //!< the provider's ways
};

//! A request in the upstream's words.
struct WrittenRequest {
    QByteArray body;
    //! Harmless members that were left out, in the caller's words: for the decision trace.
    std::vector<QByteArray> dropped;
    //! The version of the provider's API that the body is written for (Anthropic); else empty.
    QByteArrayView version = {};
};

//! What a reply is written for.
struct ReplyContext {
    QByteArray requestId; //!< "req_…": ids of replies are made from it
    qint64 created = 0;   //!< seconds since 1970, for providers that do not say
    QByteArray model;     //!< used when the reply names none
    const Request *request =
        nullptr; //!< what was asked, when the task is a chat; outlives a stream
    //! Responses: the answer will be found again by its id, and what it goes on from.
    bool isStored = false;
    QByteArray previousResponse = {};
    bool jsonList = false; //!< Gemini: streamed as one JSON list in place of events
};

//! Reads an upstream's stream, one framed message at a time. Constant memory.
class StreamReader
{
public:
    virtual ~StreamReader() = default;
    //! One event (SSE), line (NDJSON) or frame. Appends what it says to \a out. An error that the
    //! provider sends goes to \a error; a message that is not in the format sets isMalformed.
    virtual void read(QByteArrayView eventName, QByteArrayView data, std::vector<Chunk> &out) = 0;
    //! The upstream's message is over: what was waiting. Appends End when the format has no last
    //! mark of its own and everything came.
    virtual void finish(std::vector<Chunk> &out) { Q_UNUSED(out); }

    //! A message was the one before but for its text, of the first choice, and not read: see
    //! TextRepeat.
    virtual void repeated(QByteArrayView text, QByteArrayView usage)
    {
        Q_UNUSED(text);
        Q_UNUSED(usage);
    }

    bool hasFailed() const { return m_hasFailed; }
    const ProviderError &error() const { return m_error; }
    bool isMalformed() const { return m_isMalformed; }

protected:
    void fail(ProviderError error)
    {
        m_error = std::move(error);
        m_hasFailed = true;
    }
    void setMalformed() { m_isMalformed = true; }

private:
    ProviderError m_error;
    bool m_hasFailed = false;
    bool m_isMalformed = false;
};

//! Writes a client's stream. Constant memory, but for what an order of events makes wait.
class StreamWriter
{
public:
    virtual ~StreamWriter() = default;
    //! Appends the bytes that tell \a chunk to a client: whole events or lines only. Start comes
    //! first and End last; after an error there is no End, and errorEvent() says the rest.
    virtual void write(const Chunk &chunk, QByteArray &out) = 0;
    //! Pieces of text in a row are written alike but for the text, and nothing is kept of them.
    virtual bool repeatsText() const { return false; }
    //! For an error event after this (Responses): the next sequence_number.
    virtual qint64 nextSequenceNumber() const { return 0; }
};

struct ChatCodec {
    //! A client's body, already found sound, to the canonical form. Checks what its own API checks.
    Result<Request> (*readRequest)(JsonView body) = nullptr;
    //! The canonical form in this provider's words; refuses by name what it cannot say.
    Result<WrittenRequest> (*writeRequest)(const Request &request,
                                           const WriteOptions &options) = nullptr;
    //! A provider's whole answer (a 2xx body). Errors: Corrupt, when it is not in the format; an
    //! error inside a 200 was found before (wholereply.h).
    Result<Reply> (*readReply)(JsonView body) = nullptr;
    QByteArray (*writeReply)(const Reply &reply, const ReplyContext &context) = nullptr;
    std::unique_ptr<StreamReader> (*streamReader)(const Quirks &quirks) = nullptr;
    std::unique_ptr<StreamWriter> (*streamWriter)(const ReplyContext &context) = nullptr;
    Framing framing = Framing::Events;
    QByteArrayView streamType = "text/event-stream"; //!< content type of the client's stream
};

struct EmbedCodec {
    Result<EmbeddingRequest> (*readRequest)(JsonView body) = nullptr;
    Result<WrittenRequest> (*writeRequest)(const EmbeddingRequest &request,
                                           const WriteOptions &options) = nullptr;
    Result<EmbeddingReply> (*readReply)(JsonView body) = nullptr;
    QByteArray (*writeReply)(const EmbeddingReply &reply, const EmbeddingRequest &request,
                             const ReplyContext &context) = nullptr;
};

//! Counting the tokens of a request: what is asked is a chat.
struct CountCodec {
    Result<Request> (*readRequest)(JsonView body) = nullptr;
    Result<WrittenRequest> (*writeRequest)(const Request &request,
                                           const WriteOptions &options) = nullptr;
    Result<qint64> (*readReply)(JsonView body) = nullptr;
    QByteArray (*writeReply)(qint64 tokens) = nullptr;
};

struct RerankCodec {
    Result<RerankRequest> (*readRequest)(JsonView body) = nullptr;
    Result<WrittenRequest> (*writeRequest)(const RerankRequest &request,
                                           const WriteOptions &options) = nullptr;
    Result<RerankReply> (*readReply)(JsonView body) = nullptr;
    QByteArray (*writeReply)(const RerankReply &reply, const ReplyContext &context) = nullptr;
};

//! The tables of the formats; asking for one that is not of that task is a mistake of ours.
const ChatCodec &chatCodec(Format format);
const EmbedCodec &embedCodec(Format format);
const CountCodec &countCodec(Format format);
const RerankCodec &rerankCodec(Format format);

} // namespace Gatehouse::Dialects
