// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/codec.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

//! Pieces that the tests of Gemini's words share.
namespace Gatehouse::GeminiSamples {

inline constexpr Dialects::Quirks quirks{.name = "gemini", .title = "Google Gemini"};

inline QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

//! An answer with these parts, as one event says it.
inline QByteArray answer(const QByteArray &parts, const QByteArray &candidate = {},
                         const QByteArray &top = {})
{
    return R"({"candidates":[{"content":{"parts":[)" + parts + R"(],"role":"model"},"index":0)"
        + candidate + R"(}],"modelVersion":"gemini-2.5-flash","responseId":"r1")" + top + '}';
}

//! \a text damaged at \a step in one of a few ways, the same for the same step.
inline QByteArray damaged(QByteArray text, int step)
{
    static constexpr QByteArrayView values[]{"null", "-1", "\"x\"", "[]", "{}", "1e400", "true"};
    const qsizetype at = (step * 7919) % text.size();
    if (step % 3 == 0)
        return text.first(at);
    if (step % 3 == 1) {
        text[at] = char(step * 31);
        return text;
    }
    const qsizetype colon = text.indexOf(':', at);
    const QByteArrayView value = values[std::size_t(step) % std::size(values)];
    return colon < 0 ? text : text.first(colon + 1) + value.toByteArray() + text.mid(colon + 2);
}

} // namespace Gatehouse::GeminiSamples
