// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/rerank.h"

namespace Gatehouse::Dialects {

constinit const WireFormat commonRerank{
    .name = "rerank",
    .clientPath = "/v1/rerank",
    .path = "/rerank",
    .family = Family::OpenAi,
    .promptCount = PromptCount::IncludesCache,
    .usageNames = {},
    .finishKey = {},
    .answerKey = {},
    .task = Task::Rerank,
};

constinit const RerankCodec commonRerankCodec{};

} // namespace Gatehouse::Dialects
