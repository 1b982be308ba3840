// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/completions.h"

#include "core/dialects/openai/chatreader.h"
#include "core/dialects/openai/completion.h"
#include "core/dialects/openai/requestwriter.h"

namespace Gatehouse::Dialects {

constinit const WireFormat openAiCompletions{
    .name = "openai-completions",
    .clientPath = "/v1/completions",
    .path = "/completions",
    .family = Family::OpenAi,
    .promptCount = PromptCount::IncludesCache,
    .usageNames = openAiUsageNames,
    .finishKey = "finish_reason",
    .answerKey = "choices",
    .readEvent = readOpenAiChunk,
    .finishReasonEnds = true,
};

namespace {

Result<WrittenRequest> writeRequest(const Request &request, const WriteOptions &options)
{
    return OpenAi::RequestWriter(request, options).completion();
}

std::unique_ptr<StreamReader> streamReader(const Quirks &quirks)
{
    Q_UNUSED(quirks);
    return std::make_unique<OpenAi::ChunkReader>();
}

std::unique_ptr<StreamWriter> streamWriter(const ReplyContext &context)
{
    return std::make_unique<OpenAi::CompletionStreamWriter>(context);
}

} // namespace

constinit const ChatCodec openAiCompletionsCodec{
    .readRequest = OpenAi::readCompletionRequest,
    .writeRequest = writeRequest,
    .readReply = OpenAi::readCompletionReply,
    .writeReply = OpenAi::writeCompletionReply,
    .streamReader = streamReader,
    .streamWriter = streamWriter,
};

} // namespace Gatehouse::Dialects
