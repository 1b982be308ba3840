// SPDX-License-Identifier: GPL-3.0-or-later
//! The members of a request that the gateway acts on.
#include "core/dialects/jsontext.h"
#include "core/dialects/requestwalk.h"

#include <algorithm>
#include <charconv>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::RequestParts {

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

} // namespace Gatehouse::Dialects::RequestParts
