// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/requestfields.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::OpenAi {

void RequestFields::fail(const QByteArray &path, const QString &what)
{
    if (!m_error)
        m_error = Error{ErrorCode::InvalidArgument, what, QString::fromUtf8(path)};
}

void RequestFields::wrongType(const QByteArray &path, QByteArrayView wanted)
{
    fail(path, u"'%1' must be %2"_s.arg(QString::fromUtf8(path), QString::fromLatin1(wanted)));
}

QByteArray RequestFields::string(JsonView value, const QByteArray &path)
{
    if (value.exists() && !value.isString())
        wrongType(path, "a string");
    return value.string();
}

RawJson RequestFields::number(JsonView value, const QByteArray &path)
{
    if (value.exists() && !value.isNumber()) {
        wrongType(path, "a number");
        return {};
    }
    return value.rawCopy();
}

std::optional<qint64> RequestFields::integer(JsonView value, const QByteArray &path)
{
    const auto number = value.integer();
    if (value.exists() && !number)
        wrongType(path, "a whole number");
    return number;
}

std::optional<bool> RequestFields::boolean(JsonView value, const QByteArray &path)
{
    if (value.exists() && !value.isBool())
        wrongType(path, "true or false");
    return value.boolean();
}

RawJson RequestFields::object(JsonView value, const QByteArray &path)
{
    if (value.exists() && !value.isObject()) {
        wrongType(path, "an object");
        return {};
    }
    return value.rawCopy();
}

std::vector<QByteArray> RequestFields::strings(JsonView value, const QByteArray &path)
{
    std::vector<QByteArray> texts;
    if (value.isString())
        texts.push_back(value.string());
    else if (value.exists() && !value.isList())
        wrongType(path, "a string or a list of strings");
    for (const JsonView element : value) {
        if (!element.isString())
            wrongType(path, "a string or a list of strings");
        texts.push_back(element.string());
    }
    return texts;
}

namespace {

struct NumberMember {
    QByteArrayView key;
    RawJson Request::*member;
};
struct TextMember {
    QByteArrayView key;
    QByteArray Request::*member;
};

constexpr std::array numberMembers{
    NumberMember{"temperature", &Request::temperature},
    NumberMember{"top_p", &Request::topP},
    NumberMember{"top_k", &Request::topK},
    NumberMember{"min_p", &Request::minP},
    NumberMember{"presence_penalty", &Request::presencePenalty},
    NumberMember{"frequency_penalty", &Request::frequencyPenalty},
    NumberMember{"repetition_penalty", &Request::repetitionPenalty},
    NumberMember{"seed", &Request::seed},
};

constexpr std::array textMembers{
    TextMember{"model", &Request::model},
    TextMember{"user", &Request::user},
    TextMember{"service_tier", &Request::serviceTier},
    TextMember{"verbosity", &Request::verbosity},
    TextMember{"prompt_cache_key", &Request::promptCacheKey},
};

void readStreaming(const QByteArray &key, JsonView value, RequestFields &fields, Request &request)
{
    if (key == "stream") {
        request.stream = fields.boolean(value, key).value_or(false);
        return;
    }
    fields.object(value, key);
    request.includeUsage =
        fields.boolean(value["include_usage"], "stream_options.include_usage").value_or(false);
}

} // namespace

bool readCommonMember(const QByteArray &key, JsonView value, RequestFields &fields,
                      Request &request)
{
    if (const auto number = std::ranges::find(numberMembers, key, &NumberMember::key);
        number != numberMembers.end()) {
        request.*number->member = fields.number(value, key);
        return true;
    }
    if (const auto text = std::ranges::find(textMembers, key, &TextMember::key);
        text != textMembers.end()) {
        request.*text->member = fields.string(value, key);
        return true;
    }
    if (key == "stop")
        request.stop = fields.strings(value, key);
    else if (key == "n")
        request.n = fields.integer(value, key);
    else if (key == "logit_bias")
        request.logitBias = fields.object(value, key);
    else if (key == "metadata")
        request.metadata = fields.object(value, key);
    else if (key == "stream" || key == "stream_options")
        readStreaming(key, value, fields, request);
    else
        return false;
    return true;
}

} // namespace Gatehouse::Dialects::OpenAi
