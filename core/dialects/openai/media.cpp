// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/openai/media.h"

#include "core/dialects/classify.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects {

namespace {

constexpr qsizetype longestWord = 64;                //!< of a size or quality
constexpr qsizetype pictureEvent = 16 * 1024 * 1024; //!< a picture in base64

//! Tokens of pictures have a price of their own.
constexpr std::array pictureUsageNames{
    UsageName{"", "input_tokens", &UsageParts::prompt},
    UsageName{"", "output_tokens", &UsageParts::completion},
    UsageName{"", "total_tokens", &UsageParts::total},
    UsageName{"input_tokens_details", "image_tokens", &UsageParts::imageIn},
    UsageName{"input_tokens_details", "cached_tokens", &UsageParts::cached},
};

constexpr std::array soundUsageNames{
    UsageName{"", "input_tokens", &UsageParts::prompt},
    UsageName{"", "output_tokens", &UsageParts::completion},
    UsageName{"", "total_tokens", &UsageParts::total},
    UsageName{"", "prompt_tokens", &UsageParts::prompt},
    UsageName{"", "completion_tokens", &UsageParts::completion},
    UsageName{"input_token_details", "audio_tokens", &UsageParts::audioIn},
    UsageName{"output_token_details", "audio_tokens", &UsageParts::audioOut},
};

//! Events of pictures, transcripts and speech: "….delta" and "….partial_image" carry pieces,
//! "….done" and "….completed" the counts. Several may complete, so that the connection's end is
//! the stream's.
void readMediaEvent(const StreamEvent &event, JsonMemberReader &reader, ReplyFacts &facts)
{
    if (event.data.trimmed() == "[DONE]") {
        facts.hasEnded = true;
        return;
    }
    JsonMembers members;
    if (!reader.read(event.data, members)) {
        facts.isMalformed = facts.isMalformed || event.name.isEmpty();
        return;
    }
    const QByteArrayView error = memberValue(members, "error");
    const QByteArray type = unquoted(memberValue(members, "type"));
    if (type == "error" || event.name == "error" || (!error.isEmpty() && error != "null")) {
        facts.hasFailed = true;
        facts.error = readError(event.data);
        return;
    }
    facts.contentBytes += event.data.size();
    ++facts.contentEvents;
    if (type.endsWith(".done") || type.endsWith(".completed"))
        facts.finishReason = type;
    const QByteArrayView usage = memberValue(members, "usage");
    if (!usage.startsWith('{'))
        return;
    if (type.startsWith("image"))
        readUsage(usage, pictureUsageNames, reader, facts.usage);
    else
        readUsage(usage, soundUsageNames, reader, facts.usage);
}

Error formError(const QString &what, const QString &part)
{
    return {ErrorCode::InvalidArgument, u"'%1' %2"_s.arg(part, what), part};
}

//! A file under \a name, or under "name[]".
bool hasFile(const MultipartForm &form, QByteArrayView name)
{
    return std::ranges::any_of(form.parts, [name](const FormPart &part) {
        return part.isFile
            && (part.name == name || part.name == QByteArray(name.toByteArray() + "[]"));
    });
}

//! A number of seconds as whole milliseconds.
qint64 milliseconds(JsonView seconds)
{
    constexpr double longest = 1e9;
    const double value = seconds.real().value_or(0);
    return value > 0 && value < longest ? std::llround(value * 1000) : 0;
}

//! "usage" says what is charged; the length alone is the provider's measure of the sound, not of
//! its bill.
void addSeconds(JsonView answer, Usage &usage)
{
    usage.audioMs = milliseconds(answer["usage"]["seconds"]);
    if (usage.audioMs == 0 && !usage.known) {
        usage.audioMs = milliseconds(answer["duration"]);
        usage.estimated = usage.audioMs > 0;
    }
}

} // namespace

constinit const WireFormat openAiImages{
    .name = "openai-images",
    .clientPath = "/v1/images/generations",
    .path = "/images/generations",
    .usageNames = pictureUsageNames,
    .finishKey = {},
    .answerKey = "data",
    .readEvent = readMediaEvent,
    .task = Task::Images,
    .finishReasonEnds = true,
    .maxEvent = pictureEvent,
};

constinit const WireFormat openAiImageEdits{
    .name = "openai-image-edits",
    .clientPath = "/v1/images/edits",
    .path = "/images/edits",
    .usageNames = pictureUsageNames,
    .finishKey = {},
    .answerKey = "data",
    .readEvent = readMediaEvent,
    .task = Task::Images,
    .finishReasonEnds = true,
    .maxEvent = pictureEvent,
};

constinit const WireFormat openAiTranscriptions{
    .name = "openai-transcriptions",
    .clientPath = "/v1/audio/transcriptions",
    .path = "/audio/transcriptions",
    .usageNames = soundUsageNames,
    .finishKey = {},
    .answerKey = "text",
    .otherAnswerKey = "segments",
    .readEvent = readMediaEvent,
    .task = Task::Transcription,
    .finishReasonEnds = true,
};

constinit const WireFormat openAiTranslations{
    .name = "openai-translations",
    .clientPath = "/v1/audio/translations",
    .path = "/audio/translations",
    .usageNames = soundUsageNames,
    .finishKey = {},
    .answerKey = "text",
    .otherAnswerKey = "segments",
    .readEvent = nullptr,
    .task = Task::Transcription,
};

constinit const WireFormat openAiSpeech{
    .name = "openai-speech",
    .clientPath = "/v1/audio/speech",
    .path = "/audio/speech",
    .usageNames = soundUsageNames,
    .finishKey = {},
    .answerKey = "audio",
    .readEvent = readMediaEvent,
    .task = Task::Speech,
    .finishReasonEnds = true,
};

constinit const WireFormat openAiModerations{
    .name = "openai-moderations",
    .clientPath = "/v1/moderations",
    .path = "/moderations",
    .usageNames = openAiUsageNames,
    .finishKey = {},
    .answerKey = "results",
    .readEvent = nullptr,
    .task = Task::Moderation,
};

constinit const WireFormat passThrough{
    .name = "passthrough",
    .clientPath = {},
    .path = {},
    .usageNames = {},
    .finishKey = {},
    .answerKey = {},
    .readEvent = nullptr,
    .task = Task::PassThrough,
};

Result<RequestScan> scanForm(Format front, const MultipartForm &form, QByteArrayView body)
{
    RequestScan scan;
    Result<QByteArray> model = formModel(form, body);
    if (!model)
        return model.error();
    scan.model = *std::move(model);
    const bool isEdit = front == Format::OpenAiImageEdits;
    if (isEdit && form.text("prompt", body).isEmpty())
        return formError(u"is missing"_s, u"prompt"_s);
    const QByteArrayView file = isEdit ? QByteArrayView("image") : QByteArrayView("file");
    if (!hasFile(form, file))
        return formError(u"must be a file"_s, QString::fromLatin1(file));
    const QByteArrayView stream = form.text("stream", body);
    if (!stream.isEmpty() && stream != "true" && stream != "false")
        return formError(u"must be true or false"_s, u"stream"_s);
    scan.stream = stream == "true";
    scan.count = std::max<qint64>(1, wholeNumber(form.text("n", body)).value_or(1));
    scan.inputs = 1;
    scan.pictureSize = form.text("size", body).toByteArray().left(longestWord);
    scan.pictureQuality = form.text("quality", body).toByteArray().left(longestWord);
    scan.textBytes = form.text("prompt", body).size();
    scan.promptTokens = std::max<qint64>(1, scan.textBytes / 4);
    return scan;
}

void notePictures(Format front, QByteArrayView body, RequestScan &scan)
{
    if (taskOf(front) != Task::Images || !body.startsWith('{'))
        return;
    const JsonView view = JsonView::parse(body);
    const QByteArray size = view["size"].string().left(longestWord);
    const QByteArray quality = view["quality"].string().left(longestWord);
    if (!size.isEmpty())
        scan.pictureSize = size;
    if (!quality.isEmpty())
        scan.pictureQuality = quality;
}

void addUnits(Format front, const RequestScan &scan, QByteArrayView answer, Usage &usage)
{
    switch (taskOf(front)) {
    case Task::Images: {
        const qsizetype made = answer.isEmpty() ? 0 : JsonView::parse(answer)["data"].size();
        usage.images = made > 0 ? made : scan.count;
        break;
    }
    case Task::Transcription:
        if (!answer.isEmpty())
            addSeconds(JsonView::parse(answer), usage);
        break;
    case Task::Speech:
        usage.characters = scan.characters;
        break;
    case Task::Rerank:
        if (!answer.isEmpty())
            usage.queries = std::max<qint64>(
                0,
                JsonView::parse(answer)["meta"]["billed_units"]["search_units"].integer().value_or(
                    0));
        break;
    case Task::Chat:
    case Task::Embed:
    case Task::CountTokens:
    case Task::Moderation:
    case Task::PassThrough:
        break;
    }
    usage.known = usage.known || usage.hasUnits();
}

} // namespace Gatehouse::Dialects
