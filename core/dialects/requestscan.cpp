// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/requestscan.h"

#include "core/dialects/jsontext.h"
#include "core/dialects/requestwalk.h"

#include <algorithm>

using namespace Qt::StringLiterals;
namespace ondemand = simdjson::ondemand;

namespace Gatehouse::Dialects {

namespace RequestParts {

constexpr qint64 bytesPerToken = 4;
constexpr qint64 tokensPerMessage = 4;
constexpr qint64 tokensPerImage = 800;

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

} // namespace RequestParts

namespace {

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
    RequestParts::Walk walk(front, text, document);
    const bool good = walk.run();
    if (d->parser.capacity() > keptCapacity)
        d->parser = ondemand::parser();
    if (!good)
        return std::move(walk.error);
    return std::move(walk.scan);
}

} // namespace Gatehouse::Dialects
