// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/format.h"

#include <QtCore/QByteArray>

#include <array>
#include <optional>
#include <span>

namespace Gatehouse::Dialects {

//! How a kind of provider proves who calls.
enum class Authentication {
    Bearer,        //!< authorization: Bearer KEY
    ApiKey,        //!< x-api-key: KEY (Anthropic)
    AzureKey,      //!< api-key: KEY, or Bearer for an Entra token
    GoogleKey,     //!< x-goog-api-key: KEY
    GoogleAccount, //!< Bearer with a token bought with a service account's signature
    Aws,           //!< Signature Version 4, or Bearer for a Bedrock API key
};

//! How the target of a call is made from the provider's address.
enum class Paths {
    Plain,   //!< base path plus the format's own; a model in it where the format wants that
    AzureV1, //!< behind "/openai/v1"
    AzureDeployments, //!< behind "/openai/deployments/{model}", with "?api-version="
    Vertex,           //!< project, location and publisher before the model
    Bedrock,          //!< "/model/{model}/converse", OpenAI's format behind "/openai/v1"
};

//! Top-level members of an OpenAI-shaped request that some provider wants otherwise. A request
//! that has one of them leaves the fast path for such a provider.
enum class Touchy : quint32 {
    None = 0,
    MaxTokens = 1 << 0,           //!< "max_tokens"
    MaxCompletionTokens = 1 << 1, //!< "max_completion_tokens"
    Seed = 1 << 2,
    User = 1 << 3,
    Logprobs = 1 << 4, //!< and top_logprobs
    LogitBias = 1 << 5,
    N = 1 << 6,     //!< above 1
    Store = 1 << 7, //!< and metadata
    StreamOptions = 1 << 8,
    Tools = 1 << 9, //!< or tool calls in the history
    ToolChoice = 1 << 10,
    ReasoningEffort = 1 << 11,
    ResponseFormat = 1 << 12,
    DeveloperRole = 1 << 13,
    MessageName = 1 << 14,
    Sampling = 1 << 15, //!< temperature, top_p, penalties
    ServiceTier = 1 << 16,
    ParallelToolCalls = 1 << 17,
    RemoteImages = 1 << 18, //!< image_url with http(s)
    Seals = 1 << 20,        //!< signatures or ids of ours, which no provider of the format may see
    PromptCacheKey = 1 << 19, //!< and safety_identifier, prompt_cache_retention, verbosity
};

constexpr Touchy operator|(Touchy a, Touchy b)
{
    return Touchy(quint32(a) | quint32(b));
}
constexpr bool operator&(Touchy a, Touchy b)
{
    return (quint32(a) & quint32(b)) != 0;
}

//! What to do with a member that the provider does not take.
enum class Unwanted {
    Pass,   //!< it takes it
    Drop,   //!< leave it out and say so in the trace
    Refuse, //!< 400 naming the field
};

//! The ways of one kind of provider ("dialect" in the configuration): one row of a table. The
//! request path asks the row, never the name.
struct Quirks {
    QByteArrayView name;  //!< "groq": the configuration's word
    QByteArrayView title; //!< "Groq"
    Authentication authentication = Authentication::Bearer;
    Paths paths = Paths::Plain;

    // which format each task is asked in; nothing: the provider cannot
    std::optional<Format> chat = Format::OpenAiChat;
    bool hasResponses = false;   //!< /responses as well
    bool hasMessages = false;    //!< Anthropic's /v1/messages as well
    bool hasCompletions = false; //!< legacy /completions
    std::optional<Format> embed = Format::OpenAiEmbeddings;
    std::optional<Format> countTokens = {};
    std::optional<Format> rerank = {};
    bool hasPublishers = false; //!< a model's maker decides: Claude in Anthropic's format, others
                                //!< than Google's in OpenAI's
    bool hasImages = false; //!< /images/generations
    bool hasAudio = false;  //!< /audio/transcriptions, /audio/speech
    bool hasModerations = false;
    QByteArrayView modelsPath = "/models"; //!< behind the base path; empty: cannot list
    QByteArrayView checkPath = {};         //!< asked to test a key; empty: modelsPath
    bool needsKey = true;

    // words of the OpenAI shape
    QByteArrayView maxTokens = "max_tokens"; //!< the name of that member
    QByteArrayView seed = "seed";
    QByteArrayView reasoning = "reasoning_effort"; //!< member that takes an effort; empty: none
    QByteArrayView requiredToolChoice = "required";
    bool takesDeveloperRole = false; //!< else "system"
    bool takesStreamOptions = true;
    bool needsNineCharacterToolIds = false;
    bool takesRemoteImages = true; //!< else images must come as bytes
    bool takesJsonSchema = true;   //!< response_format json_schema
    bool takesParallelToolCalls = true;
    Unwanted user = Unwanted::Pass;
    Unwanted store = Unwanted::Pass; //!< store, metadata, prompt_cache_key, safety_identifier …
    Unwanted logprobs = Unwanted::Pass;
    Unwanted logitBias = Unwanted::Pass;
    Unwanted n = Unwanted::Pass;
    Unwanted messageName = Unwanted::Pass;
    Unwanted serviceTier = Unwanted::Pass;
    Unwanted toolChoice = Unwanted::Pass;
    Unwanted topK = Unwanted::Drop; //!< top_k, min_p, repetition_penalty of other formats
    Unwanted tools = Unwanted::Pass;
    Unwanted penalties = Unwanted::Pass; //!< presence_penalty, frequency_penalty
    //! Members of an OpenAI-shaped request that nobody here knows; those of ownMembers pass.
    Unwanted unknown = Unwanted::Pass;
    std::span<const QByteArrayView> ownMembers = {};
    bool takesJsonObject = true;    //!< response_format json_object
    bool takesCacheControl = false; //!< Anthropic's cache_control on parts and tools
    bool takesAllEfforts = false;   //!< minimal, xhigh, max; else low, medium, high
    //! Member of assistant messages that takes back the thoughts of a running tool loop.
    QByteArrayView reasoningHistory = {};
    //! Member that marks a last assistant message as the beginning of the answer.
    QByteArrayView prefillMark = {};
    QByteArrayView filePart = "file"; //!< type of a part with a document; empty: none
    int maxStop = 0;                  //!< stop sequences at most; 0: no limit known

    // words of embeddings of the OpenAI shape
    QByteArrayView dimensions = "dimensions"; //!< empty: none
    QByteArrayView inputType = {};            //!< what a text is for; empty: no such member
    bool takesTokenInputs = false;            //!< lists of numbers in place of text
    bool takesEncodingFormat = true;          //!< encoding_format "float"
    //! Members that make a request of the OpenAI shape leave the fast path.
    Touchy touchy = Touchy::None;

    // words of a rerank
    QByteArrayView rerankPath = "/rerank"; //!< behind the base path
    QByteArrayView rerankTopN = "top_n";
    bool takesReturnDocuments = true; //!< else the gateway adds the documents itself
    bool takesDocumentObjects = true; //!< else texts only
};

//! All rows, in the order screens list them.
std::span<const Quirks> allQuirks();
//! The row of a dialect's name; null when there is none.
const Quirks *quirksOf(QByteArrayView dialect);
//! The row of a provider as it is configured. "openai" is said of every server of its kind, so the
//! host tells: api.openai.com and Azure have rows of their own, as have the known clouds
//! (api.groq.com); any other host is "openai-compatible", the most tolerant row. Never null for a
//! dialect that has a row.
const Quirks *quirksFor(QByteArrayView dialect, QByteArrayView host);
//! The same for a provider whose configuration chooses among the APIs of its kind ("deployments" of
//! Azure, "openai" of Bedrock); empty: the kind's usual one.
const Quirks *quirksFor(QByteArrayView dialect, QByteArrayView host, QByteArrayView api);

//! What a model refuses, whoever serves it: patterns of model names, the most exact first.
struct ModelPolicy {
    bool refusesSampling = false; //!< temperature, top_p and penalties other than the default
    bool wantsMaxCompletionTokens = false;
    bool refusesReasoning = false;       //!< not a reasoning model: an effort is an error
    bool wantsThinkingBudget = false;    //!< budget_tokens or thinkingBudget in place of an effort
    bool adaptiveThinking = false;       //!< Anthropic: thinking {"type":"adaptive"} with an effort
    bool needsThoughtSignature = false;  //!< Gemini 3: calls must come back with theirs
    bool refusesPenalties = false;       //!< presence_penalty and frequency_penalty
    bool refusesStop = false;            //!< stop sequences
    bool samplesWithoutThinking = false; //!< sampling is taken when the effort is "none"
    qint64 defaultMaxTokens = 4096;      //!< for formats that require one (Anthropic)
};
ModelPolicy modelPolicy(QByteArrayView model);

} // namespace Gatehouse::Dialects
