// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/requestscan.h"

#include "core/dialects/jsontext.h"

#include <QtCore/QVarLengthArray>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

using namespace Qt::StringLiterals;
namespace ondemand = simdjson::ondemand;

namespace Gatehouse::Dialects {

namespace {

constexpr qint64 bytesPerToken = 4;
constexpr qint64 tokensPerMessage = 4;
constexpr qint64 tokensPerImage = 800;

//! Top-level members the gateway acts on; each may stand once.
enum class Key {
    Model,
    Stream,
    StreamOptions,
    Messages,
    Input,
    Prompt,
    System,
    Instructions,
    MaxTokens,
    MaxCompletionTokens,
    MaxOutputTokens,
    Tools,
    Functions,
    ResponseFormat,
    Text,
    OutputConfig,
    PreviousResponse,
    Conversation,
    Contents,          //!< Gemini: the turns
    Content,           //!< … of an embedding
    Requests,          //!< … of many
    SystemInstruction, //!< Gemini
    Query,             //!< of a rerank
    Documents,
    Options, //!< Ollama
    Format,
    Images, //!< … of a single prompt
    N,
    Metadata,
    Steering, //!< would steer a gateway; refused
    Other,
};

struct NamedKey {
    std::string_view name;
    Key key;
};

constexpr std::array topLevelKeys{
    NamedKey{"model", Key::Model},
    NamedKey{"stream", Key::Stream},
    NamedKey{"stream_options", Key::StreamOptions},
    NamedKey{"messages", Key::Messages},
    NamedKey{"input", Key::Input},
    NamedKey{"prompt", Key::Prompt},
    NamedKey{"system", Key::System},
    NamedKey{"instructions", Key::Instructions},
    NamedKey{"max_tokens", Key::MaxTokens},
    NamedKey{"max_completion_tokens", Key::MaxCompletionTokens},
    NamedKey{"max_output_tokens", Key::MaxOutputTokens},
    NamedKey{"tools", Key::Tools},
    NamedKey{"functions", Key::Functions},
    NamedKey{"response_format", Key::ResponseFormat},
    NamedKey{"text", Key::Text},
    NamedKey{"output_config", Key::OutputConfig},
    NamedKey{"previous_response_id", Key::PreviousResponse},
    NamedKey{"conversation", Key::Conversation},
    NamedKey{"contents", Key::Contents},
    NamedKey{"content", Key::Content},
    NamedKey{"requests", Key::Requests},
    NamedKey{"systemInstruction", Key::SystemInstruction},
    NamedKey{"system_instruction", Key::SystemInstruction},
    NamedKey{"query", Key::Query},
    NamedKey{"documents", Key::Documents},
    NamedKey{"options", Key::Options},
    NamedKey{"format", Key::Format},
    NamedKey{"images", Key::Images},
    NamedKey{"n", Key::N},
    NamedKey{"metadata", Key::Metadata},
    NamedKey{"extra_body", Key::Metadata},
    NamedKey{"litellm_params", Key::Metadata},
    NamedKey{"litellm_metadata", Key::Metadata},
};

struct TouchyKey {
    std::string_view name;
    Touchy bit;
};

constexpr std::array touchyKeys{
    TouchyKey{"max_tokens", Touchy::MaxTokens},
    TouchyKey{"max_completion_tokens", Touchy::MaxCompletionTokens},
    TouchyKey{"seed", Touchy::Seed},
    TouchyKey{"user", Touchy::User},
    TouchyKey{"logprobs", Touchy::Logprobs},
    TouchyKey{"top_logprobs", Touchy::Logprobs},
    TouchyKey{"logit_bias", Touchy::LogitBias},
    TouchyKey{"n", Touchy::N},
    TouchyKey{"store", Touchy::Store},
    TouchyKey{"metadata", Touchy::Store},
    TouchyKey{"stream_options", Touchy::StreamOptions},
    TouchyKey{"tools", Touchy::Tools},
    TouchyKey{"tool_choice", Touchy::ToolChoice},
    TouchyKey{"parallel_tool_calls", Touchy::ParallelToolCalls},
    TouchyKey{"reasoning_effort", Touchy::ReasoningEffort},
    TouchyKey{"response_format", Touchy::ResponseFormat},
    TouchyKey{"temperature", Touchy::Sampling},
    TouchyKey{"top_p", Touchy::Sampling},
    TouchyKey{"presence_penalty", Touchy::Sampling},
    TouchyKey{"frequency_penalty", Touchy::Sampling},
    TouchyKey{"service_tier", Touchy::ServiceTier},
    TouchyKey{"prompt_cache_key", Touchy::PromptCacheKey},
    TouchyKey{"prompt_cache_retention", Touchy::PromptCacheKey},
    TouchyKey{"safety_identifier", Touchy::PromptCacheKey},
    TouchyKey{"verbosity", Touchy::PromptCacheKey},
};

Touchy touchyBit(std::string_view name)
{
    const auto found = std::ranges::find(touchyKeys, name, &TouchyKey::name);
    return found == touchyKeys.end() ? Touchy::None : found->bit;
}

//! Members that redirect or re-credential requests in other gateways. Refused at the top level and
//! in the free-form objects some gateways merge into it; elsewhere (a tool's schema) they are
//! ordinary names.
constexpr std::array<std::string_view, 7> steeringKeys{
    "base_url",
    "api_base",
    "api_key",
    "extra_headers",
    "fallbacks",
    "mock_response",
    "custom_llm_provider",
};

bool isSteering(std::string_view name)
{
    return std::find(steeringKeys.begin(), steeringKeys.end(), name) != steeringKeys.end();
}

Key topLevelKey(std::string_view name)
{
    for (const NamedKey &candidate : topLevelKeys) {
        if (candidate.name == name)
            return candidate.key;
    }
    return isSteering(name) ? Key::Steering : Key::Other;
}

//! What the strings below a value mean.
enum class Role {
    Ignored,
    Conversation, //!< count text, look for parts
    Definitions,  //!< tools: count text
    OutputFormat, //!< look for a schema
    FreeForm,     //!< metadata: no steering members
};

//! Members of a part whose text is no prompt text.
bool isOpaque(std::string_view key)
{
    return key == "data" || key == "file_data" || key == "encrypted_content" || key == "signature"
        || key == "b64_json";
}

//! What another family's provider sealed and the gateway handed to the client in its place: see
//! signatures.h and toolids.h.
bool isSealed(std::string_view key, std::string_view text)
{
    if (key.ends_with("id"))
        return text.find("-gs") != std::string_view::npos;
    return text.starts_with("gatehouse.")
        && (key == "signature" || key == "encrypted_content" || key == "data");
}

QByteArrayView bytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

//! Hashes the first bytes of texts as they come by; eight at a time.
class BeginningHash
{
public:
    void add(std::string_view text)
    {
        text = text.substr(0, m_left);
        m_left -= text.size();
        for (; text.size() >= sizeof(quint64); text.remove_prefix(sizeof(quint64))) {
            quint64 word = 0;
            std::memcpy(&word, text.data(), sizeof word);
            mix(word);
        }
        for (const char c : text)
            mix(static_cast<unsigned char>(c));
    }
    void stop() { m_left = 0; }
    //! 0 when nothing came by.
    quint64 value() const { return m_hash == basis ? 0 : m_hash; }

private:
    void mix(quint64 word)
    {
        m_hash = (m_hash ^ word) * 0x9e3779b97f4a7c15U;
        m_hash ^= m_hash >> 29;
    }

    static constexpr quint64 basis = 0xcbf29ce484222325U;
    static constexpr std::size_t mostBytes = 2048;

    quint64 m_hash = basis;
    std::size_t m_left = mostBytes;
};

//! One pass over a document. Functions return false once an error is set.
class Walk
{
public:
    Walk(Format front, std::string_view body, ondemand::document &document)
        : m_front(front)
        , m_isOllama(familyOf(front) == Family::Ollama)
        , m_body(body)
        , m_document(document)
    {
    }

    bool run();
    RequestScan scan;
    Error error{ErrorCode::InvalidArgument, {}, {}};

private:
    bool fail(QString message, QString param = {});
    bool malformed(const char *what, const char *at = nullptr);
    bool broken(simdjson::error_code code);

    bool member(std::string_view name, ondemand::value value);
    bool handle(Key key, std::string_view name, ondemand::value value);
    bool readModel(ondemand::value value);
    bool readStream(ondemand::value value);
    bool readStreamOptions(ondemand::value value);
    bool readConversation(Key key, std::string_view name, ondemand::value value);
    bool readPrevious(ondemand::value value);
    bool readSystem(ondemand::value value);
    bool readLimit(ondemand::value value);
    bool readCount(ondemand::value value);
    bool readSpoken(ondemand::value value);
    bool readOptions(ondemand::value value);
    bool seen(Key key) const;
    bool checkRequired();

    bool value(ondemand::value value, std::string_view key, int depth, Role role);
    bool object(ondemand::object object, int depth, Role role);
    bool array(ondemand::array array, std::string_view key, int depth, Role role);
    bool string(std::string_view token, std::string_view key, Role role);
    bool literal(std::string_view token);
    void part(std::string_view type);
    void mediaType(std::string_view type);

    std::optional<std::string_view> key(ondemand::field &field);
    std::string_view token(ondemand::value &value) const;
    qsizetype offset(const char *at) const { return at - m_body.data(); }
    qsizetype endOfContainer();

    Format m_front;
    bool m_isOllama;
    std::string_view m_body;
    ondemand::document &m_document;
    quint32 m_seen = 0;
    int m_elements = 0; //!< of the top-level list just read
    BeginningHash m_system;
    BeginningHash m_turns;
    BeginningHash *m_beginning = &m_turns; //!< of what is being read
};

bool Walk::fail(QString message, QString param)
{
    error.detail = std::move(message);
    error.path = std::move(param);
    return false;
}

bool Walk::malformed(const char *what, const char *at)
{
    if (!at && m_document.current_location().get(at) != simdjson::SUCCESS)
        at = m_body.data() + m_body.size();
    return fail(u"the body is not valid JSON: %1 at byte %2"_s.arg(
        QLatin1StringView(what),
        QString::number(
            std::clamp<qsizetype>(offset(at), 0, static_cast<qsizetype>(m_body.size())))));
}

bool Walk::broken(simdjson::error_code code)
{
    switch (code) {
    case simdjson::TAPE_ERROR:
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
    case simdjson::INCORRECT_TYPE:
        return malformed("a comma, colon, bracket or value is missing or misplaced");
    default:
        return malformed("unexpected text");
    }
}

//! The raw text of a scalar: up to the next token, without the white space between.
std::string_view Walk::token(ondemand::value &value) const
{
    std::string_view text = value.raw_json_token();
    while (!text.empty() && isJsonSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

//! The name of a member, unescaped when it has escapes (they must not hide a name).
std::optional<std::string_view> Walk::key(ondemand::field &field)
{
    const char *begin = field.key().raw();
    const char *end = stringEnd(begin, m_body.data() + m_body.size());
    if (!end) {
        malformed("a string is not closed", begin);
        return {};
    }
    const std::string_view raw(begin, static_cast<std::size_t>(end - begin));
    if (std::memchr(raw.data(), '\\', raw.size()) == nullptr)
        return raw;
    std::string_view unescaped;
    if (field.unescaped_key().get(unescaped) != simdjson::SUCCESS) {
        malformed("a string has an invalid escape", begin);
        return {};
    }
    return unescaped;
}

//! End of the object or list just walked: its closing bracket stands before the next token.
qsizetype Walk::endOfContainer()
{
    const char *next = nullptr;
    if (m_document.current_location().get(next) != simdjson::SUCCESS)
        next = m_body.data() + m_body.size();
    while (isJsonSpace(next[-1]))
        --next;
    return offset(next);
}

bool Walk::literal(std::string_view token)
{
    if (token == "true" || token == "false" || token == "null" || isJsonNumber(bytes(token)))
        return true;
    return malformed("a value is no literal and no number", token.data());
}

//! Gemini's parts say what they are by their media type.
void Walk::mediaType(std::string_view type)
{
    if (type.starts_with("image/"))
        ++scan.images;
    else if (type.starts_with("audio/"))
        scan.hasAudio = true;
    else
        scan.hasFiles = true;
}

void Walk::part(std::string_view type)
{
    if (type == "image_url" || type == "input_image" || type == "image")
        ++scan.images;
    else if (type == "input_audio" || type == "audio")
        scan.hasAudio = true;
    else if (type == "file" || type == "input_file" || type == "document")
        scan.hasFiles = true;
}

bool Walk::string(std::string_view token, std::string_view key, Role role)
{
    if (token.size() < 2 || token.back() != '"')
        return malformed("a string is not closed", token.data());
    const std::string_view text = token.substr(1, token.size() - 2);
    if (!hasValidEscapes(bytes(text)))
        return malformed("a string has an invalid escape", token.data());
    if (role == Role::OutputFormat && key == "type" && text.starts_with("json"))
        scan.structured = true;
    if (role != Role::Conversation)
        return true;
    if (m_isOllama && key == "images") { // base64 texts, each an image
        ++scan.images;
        return true;
    }
    if (key == "role" && (text == "assistant" || text == "model"))
        m_beginning->stop();
    if (key == "role" && text == "developer")
        scan.touchy = scan.touchy | Touchy::DeveloperRole;
    else if ((key == "url" || key == "image_url" || key == "fileUri" || key == "file_uri")
             && text.starts_with("http"))
        scan.touchy = scan.touchy | Touchy::RemoteImages;
    else if (key == "name")
        scan.touchy = scan.touchy | Touchy::MessageName;
    else if (key == "tool_call_id")
        scan.touchy = scan.touchy | Touchy::Tools;
    if (isSealed(key, text))
        scan.touchy = scan.touchy | Touchy::Seals;
    if (key == "type")
        part(text);
    else if (key == "mimeType" || key == "mime_type")
        mediaType(text);
    else if (!isOpaque(key) && !text.starts_with("data:")) {
        scan.textBytes += static_cast<qint64>(text.size());
        m_beginning->add(text);
    }
    return true;
}

bool Walk::object(ondemand::object object, int depth, Role role)
{
    for (auto entry : object) {
        ondemand::field field;
        if (const auto code = std::move(entry).get(field))
            return broken(code);
        const auto name = key(field);
        if (!name)
            return false;
        if (role == Role::FreeForm && isSteering(*name))
            return fail(u"'%1' is not accepted: the gateway decides where requests go"_s.arg(
                            QLatin1StringView(name->data(), qsizetype(name->size()))),
                        QString::fromLatin1(name->data(), qsizetype(name->size())));
        if (!value(field.value(), *name, depth, role))
            return false;
    }
    return true;
}

bool Walk::array(ondemand::array array, std::string_view key, int depth, Role role)
{
    int elements = 0;
    for (auto entry : array) {
        ondemand::value item;
        if (const auto code = std::move(entry).get(item))
            return broken(code);
        if (!value(item, key, depth, role))
            return false;
        ++elements;
    }
    m_elements = elements;
    return true;
}

bool Walk::value(ondemand::value value, std::string_view key, int depth, Role role)
{
    const std::string_view text = token(value);
    if (text.empty())
        return malformed("a value is missing");
    if (text.front() == '"')
        return string(text, key, role);
    if (text.front() != '{' && text.front() != '[')
        return literal(text);
    if (depth >= RequestScanner::maxDepth)
        return fail(u"the body is nested deeper than %1 levels"_s.arg(RequestScanner::maxDepth));
    if (text.front() == '[') {
        ondemand::array items;
        if (const auto code = value.get_array().get(items))
            return broken(code);
        return array(items, key, depth + 1, role);
    }
    ondemand::object members;
    if (const auto code = value.get_object().get(members))
        return broken(code);
    return object(members, depth + 1, role);
}

bool Walk::readPrevious(ondemand::value value)
{
    constexpr std::size_t longestId = 256;
    const std::string_view text = token(value);
    if (text == "null")
        return this->value(value, {}, 1, Role::Ignored);
    if (text.empty() || text.front() != '"')
        return fail(u"'previous_response_id' must be a string"_s, u"previous_response_id"_s);
    if (!string(text, "previous_response_id", Role::Ignored))
        return false;
    std::string_view id;
    if (value.get_string().get(id) != simdjson::SUCCESS || id.empty() || id.size() > longestId)
        return fail(u"'previous_response_id' is not the id of a response"_s,
                    u"previous_response_id"_s);
    scan.previousResponse = bytes(id).toByteArray();
    scan.stateful = true;
    return true;
}

bool Walk::readModel(ondemand::value value)
{
    const std::string_view text = token(value);
    if (text.empty() || text.front() != '"')
        return fail(u"'model' must be a string"_s, u"model"_s);
    if (!string(text, "model", Role::Ignored))
        return false;
    scan.modelValue = {offset(text.data()), offset(text.data() + text.size())};
    std::string_view name;
    if (value.get_string().get(name) != simdjson::SUCCESS)
        return fail(u"'model' is no valid Unicode text"_s, u"model"_s);
    if (name.empty())
        return fail(u"'model' is empty"_s, u"model"_s);
    if (static_cast<qsizetype>(name.size()) > RequestScanner::maxModelName)
        return fail(u"'model' is longer than %1 bytes"_s.arg(RequestScanner::maxModelName),
                    u"model"_s);
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    if (std::any_of(name.begin(), name.end(), isControl))
        return fail(u"'model' contains control characters"_s, u"model"_s);
    scan.model = bytes(name).toByteArray();
    return true;
}

bool Walk::readStream(ondemand::value value)
{
    const std::string_view text = token(value);
    if (text != "true" && text != "false" && text != "null")
        return fail(u"'stream' must be true or false"_s, u"stream"_s);
    if (text != "null") // the same as absent
        scan.stream = text == "true";
    scan.streamValue = {offset(text.data()), offset(text.data() + text.size())};
    return true;
}

bool Walk::readStreamOptions(ondemand::value value)
{
    const std::string_view text = token(value);
    if (text == "null") {
        scan.streamOptions = {offset(text.data()), offset(text.data() + text.size())};
        return true;
    }
    ondemand::object members;
    if (text.empty() || text.front() != '{' || value.get_object().get(members))
        return fail(u"'stream_options' must be an object"_s, u"stream_options"_s);
    scan.streamOptionsObject = true;
    scan.streamOptionsEmpty = true;
    for (auto entry : members) {
        ondemand::field field;
        if (const auto code = std::move(entry).get(field))
            return broken(code);
        const auto name = key(field);
        if (!name)
            return false;
        scan.streamOptionsEmpty = false;
        ondemand::value option = field.value();
        const std::string_view given = token(option);
        if (*name == "include_usage") {
            if (scan.includeUsageValue.isValid())
                return fail(u"'include_usage' stands twice"_s, u"stream_options"_s);
            if (given != "true" && given != "false" && given != "null")
                return fail(u"'include_usage' must be true or false"_s, u"stream_options"_s);
            scan.includeUsage = given == "true";
            scan.includeUsageValue = {offset(given.data()), offset(given.data() + given.size())};
        }
        if (!this->value(option, *name, 2, Role::Ignored))
            return false;
    }
    scan.streamOptions = {offset(text.data()), endOfContainer()};
    return true;
}

bool Walk::readLimit(ondemand::value value)
{
    const std::string_view text = token(value);
    qint64 limit = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), limit);
    if (parsed.ec == std::errc() && parsed.ptr == text.data() + text.size() && limit >= 0)
        scan.maxTokens = limit; // anything else is the provider's to refuse
    return this->value(value, {}, 1, Role::Ignored);
}

//! Ollama's "options": of them only the limit is the gateway's business.
bool Walk::readOptions(ondemand::value value)
{
    ondemand::object members;
    if (token(value).substr(0, 1) != "{" || value.get_object().get(members))
        return this->value(value, {}, 1, Role::Ignored);
    for (auto entry : members) {
        ondemand::field field;
        if (const auto code = std::move(entry).get(field))
            return broken(code);
        const auto name = key(field);
        if (!name)
            return false;
        const bool isLimit = *name == "num_predict";
        if (isLimit ? !readLimit(field.value())
                    : !this->value(field.value(), *name, 2, Role::Ignored))
            return false;
    }
    return true;
}

//! messages, input and prompt: a list of messages, a text or a list of texts.
bool Walk::readConversation(Key key, std::string_view name, ondemand::value value)
{
    const std::string_view text = token(value);
    const char first = text.empty() ? '\0' : text.front();
    const QString param = QString::fromLatin1(name.data(), qsizetype(name.size()));
    if (text == "null" || (m_front == Format::OllamaGenerate && text == "\"\"")) {
        m_seen &= ~(1U << static_cast<int>(key)); // the same as absent
        return true;
    }
    const bool mayBeObject = (m_front == Format::OpenAiResponses && key == Key::Prompt)
        || key == Key::Content || key == Key::Contents;
    if ((key == Key::Messages || key == Key::Documents || key == Key::Requests) && first != '[')
        return fail(u"'%1' must be a list"_s.arg(param), param);
    if (key != Key::Messages && first != '[' && first != '"' && !(mayBeObject && first == '{'))
        return fail(u"'%1' must be a string or a list"_s.arg(param), param);
    if (m_front == Format::OpenAiSpeech && !readSpoken(value))
        return false;
    m_elements = 1;
    if (!this->value(value, {}, 1, Role::Conversation))
        return false;
    const bool texts = taskOf(m_front) == Task::Embed || taskOf(m_front) == Task::Moderation
        || m_front == Format::OpenAiCompletions;
    (texts ? scan.inputs : scan.messages) += m_elements;
    return true;
}

//! The text of a speech: charged by its characters.
bool Walk::readSpoken(ondemand::value value)
{
    const std::string_view text = token(value);
    if (text.empty() || text.front() != '"')
        return fail(u"'input' must be a string"_s, u"input"_s);
    const auto isFirstByte = [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80; };
    const QByteArray spoken = unquoted(bytes(text));
    scan.characters = std::count_if(spoken.begin(), spoken.end(), isFirstByte);
    return true;
}

//! How many answers are asked for.
bool Walk::readCount(ondemand::value value)
{
    const std::string_view text = token(value);
    const auto count = wholeNumber(bytes(text));
    if (count && *count >= 1)
        scan.count = *count; // anything else is the provider's to refuse
    return this->value(value, {}, 1, Role::Ignored);
}

//! It may stand behind the turns and has a hash of its own, so that both orders give the same.
bool Walk::readSystem(ondemand::value value)
{
    m_beginning = &m_system;
    const bool good = this->value(value, {}, 1, Role::Conversation);
    m_beginning = &m_turns;
    return good;
}

bool Walk::handle(Key key, std::string_view name, ondemand::value value)
{
    switch (key) {
    case Key::Model:
        return readModel(value);
    case Key::Stream:
        return readStream(value);
    case Key::StreamOptions:
        return readStreamOptions(value);
    case Key::Messages:
    case Key::Input:
    case Key::Prompt:
    case Key::Contents:
    case Key::Content:
    case Key::Requests:
    case Key::Query:
    case Key::Documents:
        return readConversation(key, name, value);
    case Key::System:
    case Key::Instructions:
    case Key::SystemInstruction:
        return readSystem(value);
    case Key::MaxTokens:
    case Key::MaxCompletionTokens:
    case Key::MaxOutputTokens:
        return readLimit(value);
    case Key::Tools:
    case Key::Functions: {
        const char *begin = token(value).data();
        m_elements = 0;
        if (!this->value(value, {}, 1, Role::Definitions))
            return false;
        scan.hasTools = scan.hasTools || m_elements > 0;
        scan.textBytes += endOfContainer() - offset(begin);
        return true;
    }
    case Key::ResponseFormat:
    case Key::Text:
    case Key::OutputConfig:
        return this->value(value, {}, 1, Role::OutputFormat);
    case Key::Options:
        return m_isOllama ? readOptions(value) : this->value(value, {}, 1, Role::Ignored);
    case Key::Format: {
        const std::string_view text = token(value);
        scan.structured = scan.structured || (m_isOllama && text != "null" && text != "\"\"");
        return this->value(value, {}, 1, Role::Ignored);
    }
    case Key::Images:
        return this->value(value, "images", 1, m_isOllama ? Role::Conversation : Role::Ignored);
    case Key::N:
        return readCount(value);
    case Key::PreviousResponse:
        return readPrevious(value);
    case Key::Conversation:
        scan.stateful = scan.stateful || token(value) != "null";
        return this->value(value, {}, 1, Role::Ignored);
    case Key::Metadata:
        return this->value(value, {}, 1, Role::FreeForm);
    case Key::Steering: {
        const QString param = QString::fromLatin1(name.data(), qsizetype(name.size()));
        return fail(u"'%1' is not accepted: the gateway decides where requests go"_s.arg(param),
                    param);
    }
    case Key::Other:
        return this->value(value, {}, 1, Role::Ignored);
    }
    Q_UNREACHABLE();
}

bool Walk::member(std::string_view name, ondemand::value value)
{
    const Key key = topLevelKey(name);
    if (key < Key::Metadata) {
        const quint32 bit = 1U << static_cast<int>(key);
        if ((m_seen & bit) != 0) {
            const QString param = QString::fromLatin1(name.data(), qsizetype(name.size()));
            return fail(u"'%1' stands twice"_s.arg(param), param);
        }
        m_seen |= bit;
    }
    if (key != Key::Model && key != Key::Messages && key != Key::Stream) // what every request has
        scan.touchy = scan.touchy | touchyBit(name);
    return handle(key, name, value);
}

bool Walk::seen(Key key) const
{
    return (m_seen & (1U << static_cast<int>(key))) != 0;
}

bool Walk::checkRequired()
{
    const auto missing = [this](const QString &name) {
        return fail(u"'%1' is missing"_s.arg(name), name);
    };
    const bool isModelInPath = familyOf(m_front) == Family::Gemini;
    if (!isModelInPath && !seen(Key::Model))
        return missing(u"model"_s);
    switch (m_front) {
    case Format::OpenAiChat:
    case Format::AnthropicMessages:
    case Format::AnthropicCountTokens:
    case Format::CohereChat:
    case Format::BedrockConverse:
        return seen(Key::Messages) || missing(u"messages"_s);
    case Format::OpenAiCompletions:
    case Format::OpenAiImages:
    case Format::OpenAiImageEdits:
    case Format::OllamaEmbeddings:
        return seen(Key::Prompt) || missing(u"prompt"_s);
    case Format::OpenAiTranscriptions: // forms: scanForm() looks at them
    case Format::OpenAiTranslations:
    case Format::PassThrough:
    case Format::OllamaChat: // see isLoad
    case Format::OllamaGenerate:
        return true;
    case Format::GeminiGenerate:
    case Format::GeminiCountTokens:
        return seen(Key::Contents) || m_front == Format::GeminiCountTokens
            || missing(u"contents"_s);
    case Format::GeminiEmbed:
        return seen(Key::Content) || missing(u"content"_s);
    case Format::GeminiBatchEmbed:
        return seen(Key::Requests) || missing(u"requests"_s);
    case Format::Rerank:
        return (seen(Key::Query) || missing(u"query"_s))
            && (seen(Key::Documents) || missing(u"documents"_s));
    case Format::OpenAiEmbeddings:
    case Format::OllamaEmbed:
    case Format::CohereEmbed:
    case Format::OpenAiSpeech:
    case Format::OpenAiModerations:
        return seen(Key::Input) || missing(u"input"_s);
    case Format::OpenAiResponses: // a stored prompt or conversation may stand in for the input
        return seen(Key::Input) || seen(Key::Prompt) || scan.stateful || missing(u"input"_s);
    }
    Q_UNREACHABLE();
}

bool Walk::run()
{
    ondemand::object top;
    const char *begin = nullptr;
    if (m_document.current_location().get(begin) != simdjson::SUCCESS || *begin != '{')
        return fail(u"the body must be a JSON object"_s);
    scan.bodyOpen = offset(begin) + 1;
    scan.stream = m_isOllama && taskOf(m_front) == Task::Chat; // unless it says otherwise
    if (m_document.get_object().get(top) != simdjson::SUCCESS)
        return malformed("the last character is not the closing brace of the object",
                         m_body.data() + m_body.size());
    for (auto entry : top) {
        ondemand::field field;
        if (const auto code = std::move(entry).get(field))
            return broken(code);
        const auto name = key(field);
        if (!name || !member(*name, field.value()))
            return false;
    }
    const char *rest = nullptr;
    if (m_document.current_location().get(rest) == simdjson::SUCCESS)
        return malformed("text behind the end", rest);
    scan.promptTokens =
        std::max<qint64>(1,
                         scan.textBytes / bytesPerToken + scan.messages * tokensPerMessage
                             + scan.images * tokensPerImage);
    scan.isLoad = (m_front == Format::OllamaChat && scan.messages == 0)
        || (m_front == Format::OllamaGenerate && !seen(Key::Prompt));
    scan.prefix = m_system.value() * 31 + m_turns.value();
    return checkRequired();
}

//! Errors found before the walk: the whole text's encoding and quotes.
Error unreadable(simdjson::error_code code, QByteArrayView body)
{
    QString what = u"it cannot be read"_s;
    if (code == simdjson::UTF8_ERROR)
        what = u"invalid UTF-8 at byte %1"_s.arg(firstInvalidUtf8(body));
    else if (code == simdjson::UNCLOSED_STRING)
        what = u"a string is not closed at byte %1"_s.arg(body.size());
    else if (code == simdjson::UNESCAPED_CHARS)
        what = u"a string has a control character"_s;
    else if (code == simdjson::EMPTY)
        what = u"it is empty"_s;
    return {ErrorCode::InvalidArgument, u"the body is not valid JSON: "_s + what, {}};
}

} // namespace

struct RequestScanner::Private {
    ondemand::parser parser;
};

RequestScanner::RequestScanner()
    : d(std::make_unique<Private>())
{
}

RequestScanner::~RequestScanner() = default;

qsizetype RequestScanner::padding()
{
    return simdjson::SIMDJSON_PADDING;
}

void RequestScanner::pad(QByteArray &body)
{
    if (body.data_ptr().freeSpaceAtEnd() < padding())
        body.reserve(body.size() + padding());
}

Result<RequestScan> RequestScanner::scan(Format front, QByteArray &body)
{
    constexpr std::size_t keptCapacity = 1024 * 1024; // indexes of a larger body are given back
    pad(body);
    const std::string_view text(body.constData(), static_cast<std::size_t>(body.size()));
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return unreadable(simdjson::EMPTY, body);
    ondemand::document document;
    const auto code =
        d->parser
            .iterate(simdjson::padded_string_view(text, text.size() + simdjson::SIMDJSON_PADDING))
            .get(document);
    if (code != simdjson::SUCCESS)
        return unreadable(code, body);
    Walk walk(front, text, document);
    const bool good = walk.run();
    if (d->parser.capacity() > keptCapacity)
        d->parser = ondemand::parser();
    if (!good)
        return std::move(walk.error);
    return std::move(walk.scan);
}

} // namespace Gatehouse::Dialects
