// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/usage.h"
#include "core/dialects/format.h"
#include "core/dialects/providererror.h"

#include <vector>

//! One form for what every wire format can say. A front reads its client's words into it, an
//! upstream writes it in its provider's words, and back. Texts are UTF-8 and unescaped. What the
//! gateway never looks into (schemas, arguments, numbers) stays as the JSON text it came in, so
//! that no digit changes. An empty QByteArray or optional says "not given".
namespace Gatehouse::Dialects {

//! Raw JSON text of one value.
using RawJson = QByteArray;

//! A member without a place in the canonical form.
struct RawMember {
    QByteArray name =
        {}; //!< in the words of its format, with its path: "logit_bias", "messages[2].audio"
    RawJson value = {};

    bool operator==(const RawMember &) const = default;
};

enum class Role { System, Developer, User, Assistant, Tool };

//! Bytes or where they are. Exactly one of data, url and fileId is set.
struct Media {
    QByteArray mimeType = {}; //!< "image/png"; may be empty for a url
    QByteArray data = {};     //!< base64 (RFC 4648 section 4), no prefix
    QByteArray url = {}; //!< http(s), gs:// …; data URLs are taken apart into mimeType and data
    QByteArray fileId = {}; //!< of a file the provider keeps
    QByteArray name = {};   //!< file name or title
    QByteArray detail = {}; //!< of an image: "low", "high", "auto"

    bool operator==(const Media &) const = default;
};

//! Where a piece of text comes from. Offsets count characters of the text part it stands at.
struct Citation {
    QByteArray url = {};
    QByteArray title = {};
    QByteArray quote = {}; //!< the cited words
    std::optional<qint64> begin = {};
    std::optional<qint64> end = {};
    RawJson raw = {}; //!< as its format said it, for a caller of the same family

    bool operator==(const Citation &) const = default;
};

enum class PartKind { Text, Image, Audio, File, Reasoning, Refusal, ToolCall, ToolResult };

//! One piece of a message. Which members count is told by kind:
//!   Text        text, citations
//!   Image Audio File   media; text holds a plain text document's or a transcript's words
//!   Reasoning   text (may be empty), signature, encrypted, isSummary
//!   Refusal     text
//!   ToolCall    id, name, arguments, signature
//!   ToolResult  id, name (may be empty), parts (text, images, files), isError
struct Part {
    PartKind kind = PartKind::Text;
    QByteArray text = {};
    Media media = {};
    QByteArray id = {}; //!< of the call; unique in the conversation
    QByteArray name = {};
    RawJson arguments = {}; //!< an object; empty stands for {}
    std::vector<Part> parts = {};
    bool isError = false;
    //! The provider's proof that it wrote this part. Opaque; only the same provider family takes
    //! it.
    QByteArray signature = {};
    Family signedBy = Family::OpenAi; //!< of signature and encrypted
    QByteArray encrypted = {};        //!< reasoning that only its provider can read
    bool isSummary = false;           //!< reasoning text is a summary, not the thoughts themselves
    std::vector<Citation> citations = {};
    RawJson cacheControl = {}; //!< Anthropic's: {"type":"ephemeral","ttl":"1h"}
    std::vector<RawMember> extras = {};

    bool operator==(const Part &) const = default;
};

//! One turn. Tool results stand in messages of role Tool, as many to a message as the front put.
struct Message {
    Role role = Role::User;
    std::vector<Part> parts = {};
    QByteArray name = {};
    std::vector<RawMember> extras = {};

    bool operator==(const Message &) const = default;
};

struct Tool {
    QByteArray name = {};
    QByteArray description = {};
    RawJson parameters = {}; //!< JSON Schema of the arguments; empty: none
    std::optional<bool> strict = {};
    RawJson cacheControl = {};
    //! A tool the provider runs or knows itself ("web_search_20250305", "googleSearch"): its type,
    //! with all of it in raw. Empty for a function.
    QByteArray builtIn = {};
    RawJson raw = {};
    bool mayBeDropped = false; //!< a built-in that a client offers without relying on it
    //! The argument is one free text (OpenAI's type "custom"): parameters hold {"input": string}.
    bool isFreeText = false;
    QByteArray nameSpace = {}; //!< name without its prefix is name.mid(nameSpace.size() + 2)

    bool operator==(const Tool &) const = default;
};

struct ToolChoice {
    enum class Mode { Auto, None, Required, Named } mode = Mode::Auto;
    QByteArray name = {};                 //!< of Named
    std::vector<QByteArray> allowed = {}; //!< only these may be called; empty: all

    bool operator==(const ToolChoice &) const = default;
};

struct OutputFormat {
    enum class Kind { Text, JsonObject, JsonSchema } kind = Kind::Text;
    QByteArray name = {};
    QByteArray description = {};
    RawJson schema = {};
    std::optional<bool> strict = {};

    bool operator==(const OutputFormat &) const = default;
};

//! How much a model may think. Nothing set: the provider's own choice.
struct ReasoningWish {
    std::optional<bool> enabled = {};
    QByteArray effort =
        {}; //!< "minimal", "low", "medium", "high", "xhigh", "max"; "none" is !enabled
    std::optional<qint64> budgetTokens = {};
    bool adaptive = false;                    //!< the model decides (Anthropic's "adaptive")
    std::optional<bool> includeThoughts = {}; //!< the caller wants to see them
    QByteArray summary = {};                  //!< "auto", "concise", "detailed"

    bool isSet() const { return enabled || !effort.isEmpty() || budgetTokens || adaptive; }
    bool operator==(const ReasoningWish &) const = default;
};

//! A chat (or completion, or token count) as asked for.
struct Request {
    Format source = Format::OpenAiChat; //!< the format it was read from: its words name fields
    QByteArray model = {};
    std::vector<Message> messages = {}; //!< system messages in their places
    std::vector<Tool> tools = {};
    std::optional<ToolChoice> toolChoice = {};
    std::optional<bool> parallelToolCalls = {};
    OutputFormat output = {};
    ReasoningWish reasoning = {};
    std::optional<qint64> maxTokens = {};
    RawJson temperature = {}; //!< numbers as they were written
    RawJson topP = {};
    RawJson topK = {};
    RawJson minP = {};
    RawJson presencePenalty = {};
    RawJson frequencyPenalty = {};
    RawJson repetitionPenalty = {};
    RawJson seed = {};
    std::vector<QByteArray> stop = {};
    std::optional<qint64> n = {};
    std::optional<bool> logprobs = {};
    std::optional<qint64> topLogprobs = {};
    RawJson logitBias = {};
    QByteArray user = {};  //!< the caller's name for its end user
    RawJson metadata = {}; //!< an object
    QByteArray serviceTier = {};
    QByteArray verbosity = {};
    QByteArray promptCacheKey = {};
    RawJson modalities = {}; //!< ["text","audio"]
    bool stream = false;
    bool includeUsage = true; //!< a stream shall tell its usage (chat and completions: if asked)
    std::vector<RawMember> extras = {}; //!< top-level members without a place above

    bool operator==(const Request &) const = default;
};

enum class FinishReason { None, Stop, Length, ToolCalls, ContentFilter, Pause, Error };

struct Choice {
    qint64 index = 0;
    std::vector<Part> parts = {};
    FinishReason finish = FinishReason::None;
    QByteArray stopSequence = {}; //!< the one that ended it
    RawJson logprobs = {};        //!< in OpenAI's chat form

    bool operator==(const Choice &) const = default;
};

struct Reply {
    QByteArray id = {};
    QByteArray model = {}; //!< as the provider names it
    qint64 created = 0;    //!< seconds since 1970, 0 = unknown
    std::vector<Choice> choices = {};
    Usage usage = {};
    QByteArray serviceTier = {};

    bool operator==(const Reply &) const = default;
};

enum class ChunkKind {
    Start,              //!< id, model, created; once
    Text,               //!< text: the next piece
    Reasoning,          //!< text: the next piece; isSummary
    ReasoningSignature, //!< signature or encrypted of the reasoning before it
    Refusal,            //!< text: the next piece
    ToolCallStart,      //!< call, id, name; signature may be set
    ToolCallArguments,  //!< call, text: the next piece of the JSON text
    Media,              //!< part: an image or a piece of audio, whole
    Citation,           //!< citation of the text before it
    Logprobs,           //!< text: {"content":[…]} as OpenAI's chat form puts it, for one piece
    Finish,             //!< finish, stopSequence; once per choice
    Usage,              //!< usage so far, cumulative; the last one counts
    End,                //!< the provider's own last mark came; nothing follows
};

//! One step of a streamed reply. Tool calls are counted from 0 in each choice; their pieces may
//! interleave.
struct Chunk {
    ChunkKind kind = ChunkKind::Text;
    int choice = 0;
    int call = 0;
    QByteArray text = {};
    QByteArray id = {};
    QByteArray name = {};
    QByteArray model = {};
    qint64 created = 0;
    QByteArray signature = {};
    QByteArray encrypted = {};
    Family signedBy = Family::OpenAi;
    bool isSummary = false;
    FinishReason finish = FinishReason::None;
    QByteArray stopSequence = {};
    Usage usage = {};
    std::vector<Part> media = {};
    std::vector<Citation> citations = {};

    bool operator==(const Chunk &) const = default;
};

//! Texts to be turned into vectors.
struct EmbeddingRequest {
    Format source = Format::OpenAiEmbeddings;
    QByteArray model = {};
    struct Input {
        QByteArray text = {};
        RawJson tokens = {};          //!< a list of numbers instead of text
        std::vector<Part> parts = {}; //!< of an input that is more than text

        bool operator==(const Input &) const = default;
    };
    std::vector<Input> inputs = {};
    bool single = false; //!< the caller gave one input, not a list of one
    std::optional<qint64> dimensions = {};
    bool base64 = false;       //!< the caller wants little-endian float32 in base64
    QByteArray inputType = {}; //!< "search_query", "search_document", "classification" …
    QByteArray title = {};
    QByteArray user = {};
    std::optional<bool> truncate = {};
    std::vector<RawMember> extras = {};

    bool operator==(const EmbeddingRequest &) const = default;
};

struct EmbeddingReply {
    QByteArray id = {};
    QByteArray model = {};
    std::vector<RawJson> vectors = {}; //!< each a list of numbers, in the order of the inputs
    Usage usage = {};

    bool operator==(const EmbeddingReply &) const = default;
};

//! Documents to be put in order for a query.
struct RerankRequest {
    Format source = Format::Rerank;
    QByteArray model = {};
    QByteArray query = {};
    std::vector<RawJson> documents = {}; //!< a string, or an object with "text"
    std::optional<qint64> topN = {};
    std::optional<bool> returnDocuments = {};
    std::vector<RawMember> extras = {};

    bool operator==(const RerankRequest &) const = default;
};

struct RerankReply {
    QByteArray id = {};
    QByteArray model = {};
    struct Result {
        qint64 index = 0;
        RawJson score = {};
        RawJson document = {}; //!< when it was asked for

        bool operator==(const Result &) const = default;
    };
    std::vector<Result> results = {};
    Usage usage = {};
    std::optional<qint64> searchUnits = {};

    bool operator==(const RerankReply &) const = default;
};

} // namespace Gatehouse::Dialects
