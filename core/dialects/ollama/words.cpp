// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/ollama/words.h"

#include "core/dialects/toolids.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDateTime>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects::Ollama {

Error wrong(const QByteArray &path, const QString &what)
{
    const QString name = QString::fromUtf8(path);
    return {ErrorCode::InvalidArgument, u"'%1' %2"_s.arg(name, what), name};
}

QByteArray timeText(qint64 seconds)
{
    constexpr qint64 endOfYear9999 = 253402300799;
    const qint64 said = seconds < 0 || seconds > endOfYear9999 ? 0 : seconds;
    return QDateTime::fromSecsSinceEpoch(said, Qt::UTC).toString(Qt::ISODate).toLatin1();
}

qint64 timeOf(JsonView text)
{
    constexpr qsizetype longest = 40; // "2026-11-22T15:30:00.123456789+01:00"
    if (!text.isString() || text.raw().size() > longest)
        return 0;
    const QDateTime time = QDateTime::fromString(QString::fromUtf8(text.string()), Qt::ISODate);
    return time.isValid() ? std::max<qint64>(0, time.toSecsSinceEpoch()) : 0;
}

QByteArrayView doneReason(FinishReason finish)
{
    switch (finish) {
    case FinishReason::Length:
        return "length";
    case FinishReason::ContentFilter:
        return "content_filter";
    case FinishReason::Error:
        return "error";
    case FinishReason::None:
    case FinishReason::Stop:
    case FinishReason::ToolCalls:
    case FinishReason::Pause:
        return "stop";
    }
    return "stop";
}

FinishReason finishOf(JsonView doneReason, bool hasToolCalls)
{
    if (doneReason.equals("length"))
        return FinishReason::Length;
    return hasToolCalls ? FinishReason::ToolCalls : FinishReason::Stop;
}

Part toolCallOf(JsonView call, QByteArrayView seed, int index)
{
    const JsonView function = call["function"];
    const JsonView arguments = function["arguments"];
    Part part{.kind = PartKind::ToolCall};
    part.id = call["id"].string();
    part.name = function["name"].string();
    if (arguments.isObject())
        part.arguments = arguments.rawCopy();
    if (part.id.isEmpty()) {
        QCryptographicHash hash(QCryptographicHash::Sha1);
        hash.addData(seed);
        hash.addData(QByteArray::number(index));
        hash.addData(call.raw());
        part.id = "call_"_ba + hash.result().toHex().first(24);
    }
    return part;
}

void writeToolCall(const QByteArray &id, const QByteArray &name, const QByteArray &arguments,
                   JsonWriter &json)
{
    json.beginObject().ifGiven("id", id).key("function").beginObject();
    json.member("name", name).key("arguments");
    if (arguments.isEmpty())
        json.raw("{}");
    else if (JsonView::parse(arguments).isObject())
        json.raw(arguments);
    else
        json.beginObject().member("input", arguments).endObject();
    json.endObject().endObject();
}

RawJson logprobsOf(JsonView list)
{
    if (!list.isList() || list.isEmpty())
        return {};
    return "{\"content\":"_ba + list.raw() + '}';
}

RawJson logprobsList(const RawJson &logprobs)
{
    const JsonView content = JsonView::parse(logprobs)["content"];
    return content.isList() ? content.rawCopy() : RawJson();
}

void writeMetrics(const Usage &usage, JsonWriter &json)
{
    json.member("total_duration", 0).member("load_duration", 0);
    json.member("prompt_eval_count", usage.promptTokens).member("prompt_eval_duration", 0);
    json.member("eval_count", usage.completionTokens).member("eval_duration", 0);
}

} // namespace Gatehouse::Dialects::Ollama
