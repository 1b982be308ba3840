// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/dialects/format.h"
#include "core/dialects/quirks.h"

#include <memory>

namespace Gatehouse::Dialects {

//! A piece of a body: byte offsets, end exclusive; invalid when begin is negative.
struct Span {
    qsizetype begin = -1;
    qsizetype end = -1;

    bool isValid() const { return begin >= 0; }
    bool operator==(const Span &) const = default;
};

//! What the gateway must know about a client's body to route it and to splice it. Offsets are into
//! the scanned bytes.
struct RequestScan {
    QByteArray model; //!< unescaped
    Span modelValue;  //!< the JSON string of "model", quotes included
    bool stream = false;
    Span streamValue;                 //!< the literal, invalid when "stream" is absent
    Span streamOptions;               //!< the value of "stream_options", braces (or null) included
    bool streamOptionsObject = false; //!< that value is an object
    bool streamOptionsEmpty = false;  //!< … without members
    bool includeUsage = false;        //!< stream_options.include_usage is true
    Span includeUsageValue;           //!< the value of include_usage, invalid when absent
    qsizetype bodyOpen = 0;           //!< offset just past the body's '{'
    std::optional<qint64> maxTokens;  //!< max_tokens, max_completion_tokens or max_output_tokens
    bool hasTools = false;            //!< a non-empty "tools" or "functions"
    int images = 0;                   //!< image parts in the conversation
    bool hasAudio = false;
    bool hasFiles = false;   //!< document or file parts
    bool structured = false; //!< an output schema or JSON mode is asked for
    bool stateful = false;   //!< refers to something the provider keeps: previous_response_id …
    QByteArray previousResponse; //!< previous_response_id, unescaped (Responses)
    int messages = 0;            //!< entries of "messages", or of a "input" list (Responses)
    int inputs = 0;              //!< texts of an embeddings "input" or completions "prompt"
    bool isLoad = false;         //!< asks for nothing but that the model be loaded (Ollama)
    qint64 count = 1;            //!< "n": answers asked for
    qint64 characters = 0;       //!< of the text to be read aloud (speech)
    QByteArray pictureSize;      //!< "size" of pictures to be made, as asked for or answered
    QByteArray pictureQuality;   //!< the same of "quality"
    qint64 textBytes = 0;        //!< bytes of conversation text, tools and schemas; no data URLs
    //! Hash of the beginning of the conversation: system texts and the turns before the first
    //! answer, of each the first 2 KiB; 0 = none. The same for all requests of a conversation.
    quint64 prefix = 0;
    Touchy touchy = Touchy::None; //!< members that some providers want otherwise
    qint64 promptTokens = 0; //!< estimate: textBytes / 4, 4 per message, 800 per image; at least 1

    bool operator==(const RequestScan &) const = default;
};

//! Reads client bodies in one pass of simdjson's on-demand parser: no DOM, no copy of values. The
//! whole document is checked against RFC 8259 (grammar, literals, numbers, escapes, UTF-8, nothing
//! behind the end), nesting is bounded, and a key the gateway acts on may stand only once at the
//! top level, also when one of them is spelled with escapes. Keeps its buffers between calls: one
//! scanner per worker, not thread-safe.
class RequestScanner
{
public:
    static constexpr int maxDepth = 128;
    static constexpr qsizetype maxModelName = 256;

    RequestScanner();
    ~RequestScanner();
    RequestScanner(const RequestScanner &) = delete;
    RequestScanner &operator=(const RequestScanner &) = delete;

    //! Scans \a body, which is padded first when its capacity does not suffice (see pad()); its
    //! bytes are not changed. Errors are InvalidArgument; path is the parameter's name ("model",
    //! "messages"), empty when the document itself is broken.
    Result<RequestScan> scan(Format front, QByteArray &body);

    //! Bytes past the end the parser may read: reserve Content-Length + padding() and no copy is
    //! made later.
    static qsizetype padding();
    //! Makes room for padding() unused bytes behind \a body's end; copies only when there is none.
    static void pad(QByteArray &body);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Gatehouse::Dialects
