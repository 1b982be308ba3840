// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/requestwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::OpenAi {

namespace {

bool isOneText(const std::vector<Message> &messages)
{
    return messages.size() == 1 && messages.front().role == Role::User
        && std::ranges::all_of(messages.front().parts, [](const Part &part) {
               return part.kind == PartKind::Text && part.extras.empty();
           });
}

QByteArray textOf(const Message &message)
{
    QByteArray text;
    for (const Part &part : message.parts)
        text += part.text;
    return text;
}

} // namespace

Result<WrittenRequest> RequestWriter::completion()
{
    m_format = Format::OpenAiCompletions;
    m_json.beginObject().member("model", m_options.model);
    if (isOneText(m_request.messages))
        m_json.member("prompt", textOf(m_request.messages.front()));
    else if (!m_request.messages.empty())
        refuse({ErrorCode::InvalidArgument,
                u"A conversation cannot be sent to the completions endpoint of %1: send one text"_s
                    .arg(QString::fromUtf8(m_quirks.title)),
                QString::fromLatin1(fieldName(m_request.source, Field::Images))});
    if (!m_request.tools.empty())
        refuse(Field::Tools, "completions call no tools.");
    if (m_request.output.kind != OutputFormat::Kind::Text)
        refuse(Field::Output, "completions give plain text.");
    if (m_request.topLogprobs && takes(m_quirks.logprobs, Field::Logprobs))
        m_json.member("logprobs", *m_request.topLogprobs);
    if (m_request.reasoning.isSet())
        drop(Field::Reasoning);
    writeCommon();
    m_json.endObject();
    if (m_error)
        return *m_error;
    return std::move(m_written);
}

} // namespace Gatehouse::Dialects::OpenAi
