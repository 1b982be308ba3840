// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/bedrock/eventstream.h"
#include "tests/core/dialects/matrix/clientrequests.h"

#include <QtCore/QByteArrayList>

//! What providers answer, whole and as a stream, in the words of each upstream format.
namespace Gatehouse::Dialects::Matrix {

enum class Outcome { Text, Reasoning, Call, Calls, Length };

inline constexpr std::array allOutcomes{Outcome::Text, Outcome::Reasoning, Outcome::Call,
                                        Outcome::Calls, Outcome::Length};

inline bool hasCall(Outcome outcome)
{
    return outcome == Outcome::Call || outcome == Outcome::Calls;
}

inline bool hasThought(Outcome outcome)
{
    return outcome == Outcome::Reasoning;
}

//! The word of a format for the end: \a stop, \a length or \a call.
inline QByteArray endOf(Outcome outcome, const char *stop, const char *length, const char *call)
{
    return outcome == Outcome::Length ? length : hasCall(outcome) ? call : stop;
}

inline QByteArray event(const QByteArray &data)
{
    return spelt("data: " + data + "\n\n");
}

inline QByteArray named(const QByteArray &name, const QByteArray &inside)
{
    const QByteArray more = inside.isEmpty() ? QByteArray() : QByteArray(',' + inside);
    return spelt("event: " + name + "\ndata: {'type':'" + name + '\'' + more + "}\n\n");
}

inline QByteArray openAiAnswer(Outcome outcome)
{
    const QByteArray calls = "{'id':'call_a','type':'function','function':{'name':'get_weather',"
                             "'arguments':'{\\'city\\':\\'Paris\\'}'}}"
        + QByteArray(outcome == Outcome::Calls
                         ? ",{'id':'call_b','type':'function','function':{'name':'get_weather',"
                           "'arguments':'{\\'city\\':\\'Rome\\'}'}}"
                         : "");
    const QByteArray message = hasCall(outcome)
        ? QByteArray("'content':null,'tool_calls':[" + calls + ']')
        : QByteArray(hasThought(outcome) ? "'reasoning_content':'Let me think.',"
                                           "'content':'It is sunny.'"
                                         : "'content':'It is sunny.'");
    return spelt("{'id':'chatcmpl-1','object':'chat.completion','created':1700000000,'model':'um',"
                 "'choices':[{'index':0,'message':{'role':'assistant',"
                 + message + "},'finish_reason':'" + endOf(outcome, "stop", "length", "tool_calls")
                 + "'}],'usage':{'prompt_tokens':20,'completion_tokens':7,'total_tokens':27}}");
}

inline QByteArray openAiStream(Outcome outcome)
{
    const auto chunk = [](const QByteArray &delta, const QByteArray &finish = "null") {
        return event("{'id':'chatcmpl-1','object':'chat.completion.chunk','created':1700000000,"
                     "'model':'um','choices':[{'index':0,'delta':{"
                     + delta + "},'finish_reason':" + finish + "}]}");
    };
    QByteArray out = chunk("'role':'assistant','content':''");
    if (hasThought(outcome))
        out += chunk("'reasoning_content':'Let me '") + chunk("'reasoning_content':'think.'");
    if (!hasCall(outcome))
        out += chunk("'content':'It is '") + chunk("'content':'sunny.'");
    if (hasCall(outcome))
        out += chunk("'tool_calls':[{'index':0,'id':'call_a','type':'function',"
                     "'function':{'name':'get_weather','arguments':''}}]")
            + chunk("'tool_calls':[{'index':0,'function':{'arguments':'{\\'city\\':'}}]");
    if (outcome == Outcome::Calls) // pieces of two calls between each other
        out += chunk("'tool_calls':[{'index':1,'id':'call_b','type':'function',"
                     "'function':{'name':'get_weather','arguments':'{\\'city\\':'}}]");
    if (hasCall(outcome))
        out += chunk("'tool_calls':[{'index':0,'function':{'arguments':'\\'Paris\\'}'}}]");
    if (outcome == Outcome::Calls)
        out += chunk("'tool_calls':[{'index':1,'function':{'arguments':'\\'Rome\\'}'}}]");
    out += chunk({}, '\'' + endOf(outcome, "stop", "length", "tool_calls") + '\'');
    out += event("{'id':'chatcmpl-1','object':'chat.completion.chunk','created':1700000000,"
                 "'model':'um','choices':[],'usage':{'prompt_tokens':20,'completion_tokens':7,"
                 "'total_tokens':27}}");
    return out + "data: [DONE]\n\n";
}

inline QByteArray anthropicAnswer(Outcome outcome)
{
    const QByteArray text = "{'type':'text','text':'It is sunny.'}";
    const QByteArray call =
        "{'type':'tool_use','id':'toolu_a','name':'get_weather','input':{'city':'Paris'}}";
    const QByteArray other =
        "{'type':'tool_use','id':'toolu_b','name':'get_weather','input':{'city':'Rome'}}";
    const QByteArray thought = "{'type':'thinking','thinking':'Let me think.','signature':'c2ln'},";
    const QByteArray content = outcome == Outcome::Calls ? QByteArray(call + ',' + other)
        : hasCall(outcome)                               ? call
        : hasThought(outcome)                            ? QByteArray(thought + text)
                                                         : text;
    return spelt("{'id':'msg_1','type':'message','role':'assistant','model':'um','content':["
                 + content + "],'stop_reason':'"
                 + endOf(outcome, "end_turn", "max_tokens", "tool_use")
                 + "','stop_sequence':null,'usage':{'input_tokens':20,'output_tokens':7}}");
}

inline QByteArray anthropicStream(Outcome outcome)
{
    QByteArray out = named("message_start",
                           "'message':{'id':'msg_1','type':'message','role':'assistant',"
                           "'model':'um','content':[],'stop_reason':null,'stop_sequence':null,"
                           "'usage':{'input_tokens':20,'output_tokens':1}}");
    int index = 0;
    const auto block = [&](const QByteArray &start, const QByteArrayList &deltas) {
        const QByteArray at = "'index':" + QByteArray::number(index++);
        out += named("content_block_start", at + ",'content_block':" + start);
        for (const QByteArray &delta : deltas)
            out += named("content_block_delta", at + ",'delta':" + delta);
        out += named("content_block_stop", at);
    };
    const auto use = [&](const QByteArray &id, const QByteArray &city) {
        block("{'type':'tool_use','id':'" + id + "','name':'get_weather','input':{}}",
              {"{'type':'input_json_delta','partial_json':'{\\'city\\':'}",
               "{'type':'input_json_delta','partial_json':'\\'" + city + "\\'}'}"});
    };
    if (hasThought(outcome))
        block("{'type':'thinking','thinking':'','signature':''}",
              {"{'type':'thinking_delta','thinking':'Let me '}",
               "{'type':'thinking_delta','thinking':'think.'}",
               "{'type':'signature_delta','signature':'c2ln'}"});
    if (!hasCall(outcome))
        block("{'type':'text','text':''}",
              {"{'type':'text_delta','text':'It is '}", "{'type':'text_delta','text':'sunny.'}"});
    if (hasCall(outcome))
        use("toolu_a", "Paris");
    if (outcome == Outcome::Calls)
        use("toolu_b", "Rome");
    out += named("message_delta",
                 "'delta':{'stop_reason':'" + endOf(outcome, "end_turn", "max_tokens", "tool_use")
                     + "','stop_sequence':null},'usage':{'output_tokens':7}");
    return out + named("message_stop", {});
}

inline QByteArray geminiPiece(const QByteArray &parts, const QByteArray &finish)
{
    const QByteArray end =
        finish.isEmpty() ? QByteArray() : QByteArray(",'finishReason':'" + finish + '\'');
    return spelt("{'candidates':[{'content':{'role':'model','parts':[" + parts + "]}" + end
                 + ",'index':0}],'usageMetadata':{'promptTokenCount':20,"
                   "'candidatesTokenCount':7,'totalTokenCount':27},'modelVersion':'um',"
                   "'responseId':'r1'}");
}

inline QByteArrayList geminiParts(Outcome outcome)
{
    const QByteArray call = "{'functionCall':{'name':'get_weather','args':{'city':'Paris'}}}";
    if (outcome == Outcome::Calls)
        return {call, "{'functionCall':{'name':'get_weather','args':{'city':'Rome'}}}"};
    if (hasCall(outcome))
        return {call};
    const QByteArrayList text{"{'text':'It is '}", "{'text':'sunny.'}"};
    return hasThought(outcome)
        ? QByteArrayList{"{'text':'Let me ','thought':true}", "{'text':'think.','thought':true}"}
            + text
        : text;
}

inline QByteArray geminiAnswer(Outcome outcome)
{
    return geminiPiece(geminiParts(outcome).join(','),
                       endOf(outcome, "STOP", "MAX_TOKENS", "STOP"));
}

inline QByteArray geminiStream(Outcome outcome)
{
    const QByteArrayList parts = geminiParts(outcome);
    QByteArray out;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QByteArray finish =
            i + 1 < parts.size() ? QByteArray() : endOf(outcome, "STOP", "MAX_TOKENS", "STOP");
        out += "data: " + geminiPiece(parts[i], finish) + "\r\n\r\n";
    }
    return out;
}

inline QByteArray bedrockAnswer(Outcome outcome)
{
    const QByteArray call =
        "{'toolUse':{'toolUseId':'t_a','name':'get_weather','input':{'city':'Paris'}}}";
    const QByteArray other =
        "{'toolUse':{'toolUseId':'t_b','name':'get_weather','input':{'city':'Rome'}}}";
    const QByteArray text = "{'text':'It is sunny.'}";
    const QByteArray thought = "{'reasoningContent':{'reasoningText':{'text':'Let me think.',"
                               "'signature':'c2ln'}}},";
    const QByteArray content = outcome == Outcome::Calls ? QByteArray(call + ',' + other)
        : hasCall(outcome)                               ? call
        : hasThought(outcome)                            ? QByteArray(thought + text)
                                                         : text;
    return spelt("{'output':{'message':{'role':'assistant','content':[" + content
                 + "]}},'stopReason':'" + endOf(outcome, "end_turn", "max_tokens", "tool_use")
                 + "','usage':{'inputTokens':20,'outputTokens':7,'totalTokens':27},"
                   "'metrics':{'latencyMs':5}}");
}

inline QByteArray bedrockStream(Outcome outcome)
{
    QByteArray out;
    const auto frame = [&out](const QByteArray &type, const QByteArray &payload) {
        out += eventStreamEvent(type, spelt(payload));
    };
    int index = 0;
    const auto block = [&](const QByteArray &start, const QByteArrayList &deltas) {
        const QByteArray at = "{'contentBlockIndex':" + QByteArray::number(index++);
        if (!start.isEmpty()) // text comes without a start
            frame("contentBlockStart", at + ",'start':" + start + '}');
        for (const QByteArray &delta : deltas)
            frame("contentBlockDelta", at + ",'delta':{" + delta + "}}");
        frame("contentBlockStop", at + '}');
    };
    const auto use = [&](const QByteArray &id, const QByteArray &city) {
        block("{'toolUse':{'toolUseId':'" + id + "','name':'get_weather'}}",
              {"'toolUse':{'input':'{\\'city\\':'}", "'toolUse':{'input':'\\'" + city + "\\'}'}"});
    };
    frame("messageStart", "{'role':'assistant'}");
    if (hasThought(outcome))
        block({},
              {"'reasoningContent':{'text':'Let me '}", "'reasoningContent':{'text':'think.'}",
               "'reasoningContent':{'signature':'c2ln'}"});
    if (!hasCall(outcome))
        block({}, {"'text':'It is '", "'text':'sunny.'"});
    if (hasCall(outcome))
        use("t_a", "Paris");
    if (outcome == Outcome::Calls)
        use("t_b", "Rome");
    frame("messageStop",
          "{'stopReason':'" + endOf(outcome, "end_turn", "max_tokens", "tool_use") + "'}");
    frame("metadata",
          "{'usage':{'inputTokens':20,'outputTokens':7,'totalTokens':27},"
          "'metrics':{'latencyMs':5}}");
    return out;
}

inline QByteArray cohereUsage()
{
    return "'usage':{'billed_units':{'input_tokens':9,'output_tokens':7},"
           "'tokens':{'input_tokens':20,'output_tokens':7}}";
}

inline QByteArray cohereAnswer(Outcome outcome)
{
    const QByteArray calls = "'tool_calls':[{'id':'a','type':'function','function':{"
                             "'name':'get_weather','arguments':'{\\'city\\':\\'Paris\\'}'}}"
        + QByteArray(outcome == Outcome::Calls
                         ? ",{'id':'b','type':'function','function':{'name':'get_weather',"
                           "'arguments':'{\\'city\\':\\'Rome\\'}'}}]"
                         : "]");
    const QByteArray text = "{'type':'text','text':'It is sunny.'}]";
    const QByteArray message = hasCall(outcome) ? calls
        : hasThought(outcome)
        ? QByteArray("'content':[{'type':'thinking','thinking':'Let me think.'}," + text)
        : QByteArray("'content':[" + text);
    return spelt("{'id':'c1','finish_reason':'"
                 + endOf(outcome, "COMPLETE", "MAX_TOKENS", "TOOL_CALL")
                 + "','message':{'role':'assistant'," + message + "}," + cohereUsage() + '}');
}

inline QByteArray cohereStream(Outcome outcome)
{
    QByteArray out = named("message-start", "'id':'c1','delta':{'message':{'role':'assistant'}}");
    int index = 0;
    const auto content = [&](const QByteArray &type, const QByteArrayList &pieces) {
        const QByteArray at =
            "'index':" + QByteArray::number(index++) + ",'delta':{'message':{'content':{";
        out += named("content-start", at + "'type':'" + type + "','" + type + "':''}}}");
        for (const QByteArray &piece : pieces)
            out += named("content-delta", at + '\'' + type + "':'" + piece + "'}}}");
        out += named("content-end", "'index':" + QByteArray::number(index - 1));
    };
    const auto use = [&](const QByteArray &number, const QByteArray &id, const QByteArray &city) {
        const QByteArray at = "'index':" + number + ",'delta':{'message':{'tool_calls':{";
        out += named("tool-call-start",
                     at + "'id':'" + id
                         + "','type':'function','function':{"
                           "'name':'get_weather','arguments':''}}}}");
        out += named("tool-call-delta", at + "'function':{'arguments':'{\\'city\\':'}}}}");
        out += named("tool-call-delta", at + "'function':{'arguments':'\\'" + city + "\\'}'}}}}");
        out += named("tool-call-end", "'index':" + number);
    };
    if (hasThought(outcome))
        content("thinking", {"Let me ", "think."});
    if (!hasCall(outcome))
        content("text", {"It is ", "sunny."});
    if (hasCall(outcome))
        use("0", "a", "Paris");
    if (outcome == Outcome::Calls)
        use("1", "b", "Rome");
    return out
        + named("message-end",
                "'delta':{'finish_reason':'" + endOf(outcome, "COMPLETE", "MAX_TOKENS", "TOOL_CALL")
                    + "'," + cohereUsage() + '}');
}

inline QByteArray ollamaPiece(const QByteArray &message, const QByteArray &end)
{
    return spelt("{'model':'um','created_at':'2026-11-01T00:00:00Z','message':{'role':'assistant',"
                 + message + "},'done':" + end + '}');
}

inline QByteArray ollamaEnd(Outcome outcome)
{
    return "true,'done_reason':'" + endOf(outcome, "stop", "length", "stop")
        + "','total_duration':5,'prompt_eval_count':20,'eval_count':7";
}

inline QByteArray ollamaCalls(Outcome outcome)
{
    return "'content':'','tool_calls':[{'function':{'name':'get_weather',"
           "'arguments':{'city':'Paris'}}}"
        + QByteArray(outcome == Outcome::Calls
                         ? ",{'function':{'name':'get_weather','arguments':{'city':'Rome'}}}]"
                         : "]");
}

inline QByteArray ollamaAnswer(Outcome outcome)
{
    const QByteArray message = hasCall(outcome) ? ollamaCalls(outcome)
        : hasThought(outcome) ? QByteArray("'content':'It is sunny.','thinking':'Let me think.'")
                              : QByteArray("'content':'It is sunny.'");
    return ollamaPiece(message, ollamaEnd(outcome));
}

inline QByteArray ollamaStream(Outcome outcome)
{
    QByteArrayList lines;
    if (hasThought(outcome))
        lines << ollamaPiece("'content':'','thinking':'Let me '", "false")
              << ollamaPiece("'content':'','thinking':'think.'", "false");
    if (hasCall(outcome))
        lines << ollamaPiece(ollamaCalls(outcome), "false");
    else
        lines << ollamaPiece("'content':'It is '", "false")
              << ollamaPiece("'content':'sunny.'", "false");
    lines << ollamaPiece("'content':''", ollamaEnd(outcome));
    return lines.join('\n') + '\n';
}

inline constexpr std::array upstreams{
    Format::OpenAiChat,      Format::AnthropicMessages, Format::GeminiGenerate,
    Format::BedrockConverse, Format::CohereChat,        Format::OllamaChat,
};

inline QByteArray upstreamAnswer(Format upstream, Outcome outcome, bool stream)
{
    switch (upstream) {
    case Format::OpenAiChat:
        return stream ? openAiStream(outcome) : openAiAnswer(outcome);
    case Format::AnthropicMessages:
        return stream ? anthropicStream(outcome) : anthropicAnswer(outcome);
    case Format::GeminiGenerate:
        return stream ? geminiStream(outcome) : geminiAnswer(outcome);
    case Format::BedrockConverse:
        return stream ? bedrockStream(outcome) : bedrockAnswer(outcome);
    case Format::CohereChat:
        return stream ? cohereStream(outcome) : cohereAnswer(outcome);
    case Format::OllamaChat:
        return stream ? ollamaStream(outcome) : ollamaAnswer(outcome);
    default:
        return {};
    }
}

} // namespace Gatehouse::Dialects::Matrix
