// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/canonical.h"
#include "core/dialects/jsonview.h"
#include "core/dialects/usageparts.h"

#include <array>

//! The words of Gemini's generateContent (ai.google.dev, November 2026), shared by its readers and
//! writers.
namespace Gatehouse::Dialects::Gemini {

//! A member by its camelCase name or, as Google's parser allows, by its snake_case one.
JsonView either(JsonView object, QByteArrayView camelName);
//! "top_p" is "topP".
QByteArray camelCase(const QByteArray &name);

//! \a name without "models/".
QByteArray modelName(const QByteArray &name);

//! Gemini says STOP for calls, too: \a hasCalls decides.
FinishReason finishReasonOf(QByteArrayView name, bool hasCalls);
QByteArrayView finishName(FinishReason reason);

inline constexpr std::array usageNames{
    UsageName{"", "promptTokenCount", &UsageParts::prompt},
    UsageName{"", "toolUsePromptTokenCount", &UsageParts::promptApart},
    UsageName{"", "cachedContentTokenCount", &UsageParts::cached},
    UsageName{"", "candidatesTokenCount", &UsageParts::completion},
    UsageName{"", "thoughtsTokenCount", &UsageParts::reasoningApart},
    UsageName{"", "totalTokenCount", &UsageParts::total},
};
Usage usageOf(JsonView usageMetadata, JsonMemberReader &reader);
//! {"promptTokenCount":…} of \a usage.
QByteArray usageText(const Usage &usage);

//! Image and Audio by their mime types, else File.
PartKind mediaKind(QByteArrayView mimeType);

//! The name of a call that came without an id; such ids are never sent to Google.
QByteArray madeCallId(QByteArrayView conversation, qint64 number);
bool isMadeCallId(QByteArrayView id);

//! {"content":[…]} of OpenAI's chat form and Gemini's logprobsResult, each from the other.
RawJson logprobsOf(JsonView logprobsResult);
RawJson logprobsResultOf(JsonView logprobs);

//! Addresses that Google itself can read.
bool isGooglesUri(QByteArrayView uri);

} // namespace Gatehouse::Dialects::Gemini
