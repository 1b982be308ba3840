// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/headerpolicy.h"

#include "core/dialects/classify.h"

#include <QtCore/QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects {

namespace {

constexpr std::array<QByteArrayView, 3> openAiForwarded{"idempotency-key", "traceparent",
                                                        "tracestate"};
constexpr std::array<QByteArrayView, 5> anthropicForwarded{
    "anthropic-version", "anthropic-beta", "idempotency-key", "traceparent", "tracestate"};

constexpr std::array<QByteArrayView, 2> tracing{"traceparent", "tracestate"};

//! OpenAI, Azure, Bedrock and Mistral, and Anthropic.
constexpr std::array<QByteArrayView, 5> idFields{"x-request-id", "request-id", "apim-request-id",
                                                 "x-amzn-requestid", "mistral-correlation-id"};

//! Returned under the upstream's own name; the dialect's clients know them.
constexpr std::array<QByteArrayView, 9> openAiReturned{
    "x-ratelimit-limit-requests",
    "x-ratelimit-limit-tokens",
    "x-ratelimit-remaining-requests",
    "x-ratelimit-remaining-tokens",
    "x-ratelimit-reset-requests",
    "x-ratelimit-reset-tokens",
    "retry-after-ms",
    "openai-processing-ms",
    "openai-version",
};
constexpr std::array<QByteArrayView, 12> anthropicReturned{
    "anthropic-ratelimit-requests-limit",          "anthropic-ratelimit-requests-remaining",
    "anthropic-ratelimit-requests-reset",          "anthropic-ratelimit-tokens-limit",
    "anthropic-ratelimit-tokens-remaining",        "anthropic-ratelimit-tokens-reset",
    "anthropic-ratelimit-input-tokens-limit",      "anthropic-ratelimit-input-tokens-remaining",
    "anthropic-ratelimit-input-tokens-reset",      "anthropic-ratelimit-output-tokens-limit",
    "anthropic-ratelimit-output-tokens-remaining", "anthropic-ratelimit-output-tokens-reset",
};

//! The same allowance in both families' words.
struct LimitField {
    QByteArrayView openAi;
    QByteArrayView anthropic;
    bool isReset; //!< a duration, or a time
};
constexpr std::array limitFields{
    LimitField{"x-ratelimit-limit-requests", "anthropic-ratelimit-requests-limit", false},
    LimitField{"x-ratelimit-remaining-requests", "anthropic-ratelimit-requests-remaining", false},
    LimitField{"x-ratelimit-reset-requests", "anthropic-ratelimit-requests-reset", true},
    LimitField{"x-ratelimit-limit-tokens", "anthropic-ratelimit-tokens-limit", false},
    LimitField{"x-ratelimit-remaining-tokens", "anthropic-ratelimit-tokens-remaining", false},
    LimitField{"x-ratelimit-reset-tokens", "anthropic-ratelimit-tokens-reset", true},
};

//! "6m0s" from \a now on as a time.
QByteArray resetTime(QByteArrayView duration, WallTime now)
{
    const auto wait = limitDuration(duration);
    if (!wait)
        return {};
    const qint64 at =
        std::chrono::ceil<std::chrono::seconds>((now + *wait).time_since_epoch()).count();
    return QDateTime::fromSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODate).toLatin1();
}

//! A time as the milliseconds left: "1500ms".
QByteArray resetDuration(QByteArrayView time, WallTime now)
{
    const QDateTime at = QDateTime::fromString(QString::fromLatin1(time), Qt::ISODateWithMs);
    if (!at.isValid())
        return {};
    const qint64 ms = std::chrono::floor<std::chrono::milliseconds>(now.time_since_epoch()).count();
    return QByteArray::number(std::max<qint64>(at.toMSecsSinceEpoch() - ms, 0)) + "ms";
}

QByteArrayView listed(std::span<const QByteArrayView> names, QByteArrayView name)
{
    const auto found = std::find_if(names.begin(), names.end(), [&](QByteArrayView known) {
        return known.size() == name.size() && known.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == names.end() ? QByteArrayView() : *found;
}

} // namespace

std::span<const QByteArrayView> forwardedRequestFields(Family family)
{
    if (family == Family::Anthropic)
        return anthropicForwarded;
    return openAiForwarded;
}

std::span<const QByteArrayView> tracingFields()
{
    return tracing;
}

QByteArrayView returnedFieldName(Family family, QByteArrayView upstreamName)
{
    if (!listed(idFields, upstreamName).isEmpty())
        return "x-gatehouse-upstream-id";
    if (family == Family::Anthropic)
        return listed(anthropicReturned, upstreamName);
    return listed(openAiReturned, upstreamName);
}

ReturnedField translatedField(Family upstream, Family client, QByteArrayView name,
                              QByteArrayView value, WallTime now)
{
    if (!listed(idFields, name).isEmpty())
        return {"x-gatehouse-upstream-id"_ba, value.toByteArray()};
    const bool toAnthropic = upstream == Family::OpenAi && client == Family::Anthropic;
    if (!toAnthropic && !(upstream == Family::Anthropic && client == Family::OpenAi))
        return {};
    for (const LimitField &field : limitFields) {
        const QByteArrayView known = toAnthropic ? field.openAi : field.anthropic;
        if (known.compare(name, Qt::CaseInsensitive) != 0)
            continue;
        QByteArray said = value.toByteArray();
        if (field.isReset)
            said = toAnthropic ? resetTime(value, now) : resetDuration(value, now);
        if (said.isEmpty())
            return {};
        return {(toAnthropic ? field.anthropic : field.openAi).toByteArray(), said};
    }
    return {};
}

std::span<const QByteArrayView> requestIdFields()
{
    return idFields;
}

} // namespace Gatehouse::Dialects
