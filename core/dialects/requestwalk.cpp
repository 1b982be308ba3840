// SPDX-License-Identifier: GPL-3.0-or-later
//! What is the same for every value of a request: strings, lists, objects, and what is wrong with
//! them.
#include "core/dialects/requestwalk.h"

#include "core/dialects/jsontext.h"

#include <QtCore/QVarLengthArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::RequestParts {

namespace {

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

} // namespace

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

} // namespace Gatehouse::Dialects::RequestParts
