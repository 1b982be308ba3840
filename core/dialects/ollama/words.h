// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/dialects/canonical.h"
#include "core/dialects/jsonview.h"
#include "core/dialects/jsonwriter.h"
#include "core/dialects/usageparts.h"

#include <array>

//! What Ollama's formats share: small words of its API (ollama/ollama api/types.go, 2026).
namespace Gatehouse::Dialects::Ollama {

inline constexpr std::array usageNames{
    UsageName{"", "prompt_eval_count", &UsageParts::prompt},
    UsageName{"", "eval_count", &UsageParts::completion},
};

//! "'path' what": a mistake of the caller.
Error wrong(const QByteArray &path, const QString &what);

//! "2026-11-22T15:30:00Z"; the beginning of 1970 for what no such text can say.
QByteArray timeText(qint64 seconds);
//! Seconds since 1970; 0 when it is no RFC 3339 time.
qint64 timeOf(JsonView text);

//! Ollama knows no pausing and no tool calls among its reasons.
QByteArrayView doneReason(FinishReason finish);
FinishReason finishOf(JsonView doneReason, bool hasToolCalls);

//! One entry of "tool_calls" as a part. Older servers give calls no ids: one is made of \a seed and
//! all that the call says, so that it is the same however the bytes came, and unlike any other.
Part toolCallOf(JsonView call, QByteArrayView seed, int index);
//! The other way round; arguments that are no object (a model's slip) are put into one.
void writeToolCall(const QByteArray &id, const QByteArray &name, const QByteArray &arguments,
                   JsonWriter &json);

//! "logprobs" in OpenAI's chat form, and back to Ollama's bare list. Empty when there are none.
RawJson logprobsOf(JsonView list);
RawJson logprobsList(const RawJson &logprobs);

//! The last members of an answer. Durations are 0: they are the server's own, and not known here.
void writeMetrics(const Usage &usage, JsonWriter &json);

} // namespace Gatehouse::Dialects::Ollama
