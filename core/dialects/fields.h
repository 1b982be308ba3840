// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/dialects/canonical.h"
#include "core/dialects/codec.h"

namespace Gatehouse::Dialects {

//! Members of a canonical request that an upstream may be unable to say.
enum class Field {
    Images,
    Audio,
    Files,
    Tools,
    BuiltInTools,
    ToolChoice,
    ParallelToolCalls,
    Output,
    Reasoning,
    MaxTokens,
    Temperature,
    TopP,
    TopK,
    MinP,
    PresencePenalty,
    FrequencyPenalty,
    RepetitionPenalty,
    Seed,
    Stop,
    N,
    Logprobs,
    TopLogprobs,
    LogitBias,
    User,
    Metadata,
    ServiceTier,
    Verbosity,
    PromptCacheKey,
    Modalities,
};

//! The field in the words of \a format: N is "n" in OpenAI's, "generationConfig.candidateCount" in
//! Gemini's. The canonical English word where the format has none.
QByteArrayView fieldName(Format format, Field field);

//! "'n' cannot be sent to Anthropic: it answers one choice only. …"; path is the caller's name.
Error cannotSay(Format source, Field field, QByteArrayView upstream, QByteArrayView why = {});

//! Extras of a request of another format: the harmless ones are named in \a written as dropped, any
//! other is refused by name. Harmless are those that cannot change what the answer means: user,
//! metadata, store, stream options, service tier, cache control and the like.
Result<void> settleExtras(const std::vector<RawMember> &extras, Format source,
                          QByteArrayView upstream, WrittenRequest &written);

//! The member \a name of requests of \a source may be left out without changing an answer's
//! meaning.
bool isHarmless(Format source, QByteArrayView name);

} // namespace Gatehouse::Dialects
