// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/format.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringBuilder>

#include <array>

//! What clients ask, feature by feature, in the words of each front (vendors' pages, November
//! 2026).
namespace Gatehouse::Dialects::Matrix {

enum class Feature {
    Text,
    System,
    MultiTurn,
    Image,
    Tool,
    ToolChoice,
    ToolResult,
    ParallelResults,
    Structured,
    Reasoning,
    Stop,
    MaxTokens,
};

inline constexpr std::array allFeatures{
    Feature::Text,       Feature::System,     Feature::MultiTurn,  Feature::Image,
    Feature::Tool,       Feature::ToolChoice, Feature::ToolResult, Feature::ParallelResults,
    Feature::Structured, Feature::Reasoning,  Feature::Stop,       Feature::MaxTokens,
};

inline QByteArray titleOf(Feature feature)
{
    switch (feature) {
    case Feature::Text:
        return "text";
    case Feature::System:
        return "system";
    case Feature::MultiTurn:
        return "multi-turn";
    case Feature::Image:
        return "image";
    case Feature::Tool:
        return "tool call";
    case Feature::ToolChoice:
        return "tool choice";
    case Feature::ToolResult:
        return "tool result";
    case Feature::ParallelResults:
        return "parallel tool calls";
    case Feature::Structured:
        return "structured output";
    case Feature::Reasoning:
        return "reasoning";
    case Feature::Stop:
        return "stop";
    case Feature::MaxTokens:
        return "max tokens";
    }
    return {};
}

inline constexpr QByteArrayView picture = "iVBORw0KGgo=";
inline constexpr QByteArrayView citySchema =
    R"({"type":"object","properties":{"city":{"type":"string"}},"required":["city"],"additionalProperties":false})";

//! Single quotes stand for double ones, PICTURE and SCHEMA for the above.
inline QByteArray spelt(QByteArray text)
{
    return text.replace('\'', '"')
        .replace("PICTURE", picture.toByteArray())
        .replace("SCHEMA", citySchema.toByteArray());
}

inline QByteArray openAiChatRequest(Feature feature)
{
    const QByteArray hello = "'messages':[{'role':'user','content':'Hello there'}]";
    const QByteArray tools = "'tools':[{'type':'function','function':{'name':'get_weather',"
                             "'description':'Weather of a city','parameters':SCHEMA}}]";
    const QByteArray call = "{'id':'call_1','type':'function','function':{'name':'get_weather',"
                            "'arguments':'{\\'city\\':\\'Paris\\'}'}}";
    const QByteArray other = "{'id':'call_2','type':'function','function':{'name':'get_weather',"
                             "'arguments':'{\\'city\\':\\'Rome\\'}'}}";
    switch (feature) {
    case Feature::Text:
        return hello;
    case Feature::System:
        return "'messages':[{'role':'system','content':'Be brief.'},"
               "{'role':'user','content':'Hello there'}]";
    case Feature::MultiTurn:
        return "'messages':[{'role':'user','content':'One'},{'role':'assistant','content':'Two'},"
               "{'role':'user','content':'Three'}]";
    case Feature::Image:
        return "'messages':[{'role':'user','content':[{'type':'text','text':'What is it?'},"
               "{'type':'image_url','image_url':{'url':'data:image/png;base64,PICTURE'}}]}]";
    case Feature::Tool:
        return hello + ',' + tools;
    case Feature::ToolChoice:
        return hello + ',' + tools + ",'tool_choice':'required'";
    case Feature::ToolResult:
        return "'messages':[{'role':'user','content':'Hello there'},"
               "{'role':'assistant','content':null,'tool_calls':["
            + call + "]},{'role':'tool','tool_call_id':'call_1','content':'sunny'}]," + tools;
    case Feature::ParallelResults:
        return "'messages':[{'role':'user','content':'Hello there'},"
               "{'role':'assistant','content':null,'tool_calls':["
            + call + ',' + other
            + "]},{'role':'tool','tool_call_id':'call_1','content':'sunny'},"
              "{'role':'tool','tool_call_id':'call_2','content':'rainy'}],"
            + tools;
    case Feature::Structured:
        return hello
            + ",'response_format':{'type':'json_schema','json_schema':{'name':'place',"
              "'schema':SCHEMA}}";
    case Feature::Reasoning:
        return hello + ",'reasoning_effort':'low'";
    case Feature::Stop:
        return hello + ",'stop':['END']";
    case Feature::MaxTokens:
        return hello + ",'max_tokens':100";
    }
    return {};
}

inline QByteArray openAiCompletionsRequest(Feature feature)
{
    const QByteArray hello = "'prompt':'Hello there'";
    switch (feature) {
    case Feature::Text:
        return hello;
    case Feature::Stop:
        return hello + ",'stop':['END']";
    case Feature::MaxTokens:
        return hello + ",'max_tokens':100";
    default:
        return {};
    }
}

inline QByteArray openAiResponsesRequest(Feature feature)
{
    const QByteArray hello = "'input':'Hello there'";
    const QByteArray tools =
        "'tools':[{'type':'function','name':'get_weather',"
        "'description':'Weather of a city','parameters':SCHEMA,'strict':false}]";
    const QByteArray call = "{'type':'function_call','call_id':'call_1','name':'get_weather',"
                            "'arguments':'{\\'city\\':\\'Paris\\'}'}";
    const QByteArray other = "{'type':'function_call','call_id':'call_2','name':'get_weather',"
                             "'arguments':'{\\'city\\':\\'Rome\\'}'}";
    const QByteArray result = "{'type':'function_call_output','call_id':'call_1','output':'sunny'}";
    switch (feature) {
    case Feature::Text:
        return hello;
    case Feature::System:
        return "'instructions':'Be brief.'," + hello;
    case Feature::MultiTurn:
        return "'input':[{'role':'user','content':'One'},{'role':'assistant','content':'Two'},"
               "{'role':'user','content':[{'type':'input_text','text':'Three'}]}]";
    case Feature::Image:
        return "'input':[{'role':'user','content':[{'type':'input_text','text':'What is it?'},"
               "{'type':'input_image','image_url':'data:image/png;base64,PICTURE'}]}]";
    case Feature::Tool:
        return hello + ',' + tools;
    case Feature::ToolChoice:
        return hello + ',' + tools + ",'tool_choice':'required'";
    case Feature::ToolResult:
        return "'input':[{'role':'user','content':'Hello there'}," + call + ',' + result + "],"
            + tools;
    case Feature::ParallelResults:
        return "'input':[{'role':'user','content':'Hello there'}," + call + ',' + other + ','
            + result + ",{'type':'function_call_output','call_id':'call_2','output':'rainy'}],"
            + tools;
    case Feature::Structured:
        return hello + ",'text':{'format':{'type':'json_schema','name':'place','schema':SCHEMA}}";
    case Feature::Reasoning:
        return hello + ",'reasoning':{'effort':'low'}";
    case Feature::Stop:
        return {}; // the format has no such field
    case Feature::MaxTokens:
        return hello + ",'max_output_tokens':100";
    }
    return {};
}

inline QByteArray anthropicRequest(Feature feature)
{
    const QByteArray limit = "'max_tokens':2048,";
    const QByteArray hello = limit + "'messages':[{'role':'user','content':'Hello there'}]";
    const QByteArray tools = "'tools':[{'name':'get_weather','description':'Weather of a city',"
                             "'input_schema':SCHEMA}]";
    const QByteArray call = "{'type':'tool_use','id':'toolu_1','name':'get_weather',"
                            "'input':{'city':'Paris'}}";
    const QByteArray other = "{'type':'tool_use','id':'toolu_2','name':'get_weather',"
                             "'input':{'city':'Rome'}}";
    const QByteArray result = "{'type':'tool_result','tool_use_id':'toolu_1','content':'sunny'}";
    const QByteArray opening = limit
        + "'messages':[{'role':'user','content':'Hello there'},"
          "{'role':'assistant','content':[";
    switch (feature) {
    case Feature::Text:
        return hello;
    case Feature::System:
        return "'system':'Be brief.'," + hello;
    case Feature::MultiTurn:
        return limit
            + "'messages':[{'role':'user','content':'One'},{'role':'assistant','content':'Two'},"
              "{'role':'user','content':[{'type':'text','text':'Three'}]}]";
    case Feature::Image:
        return limit
            + "'messages':[{'role':'user','content':[{'type':'text','text':'What is it?'},"
              "{'type':'image','source':{'type':'base64','media_type':'image/png',"
              "'data':'PICTURE'}}]}]";
    case Feature::Tool:
        return hello + ',' + tools;
    case Feature::ToolChoice:
        return hello + ',' + tools + ",'tool_choice':{'type':'any'}";
    case Feature::ToolResult:
        return opening + call + "]},{'role':'user','content':[" + result + "]}]," + tools;
    case Feature::ParallelResults:
        return opening + call + ',' + other + "]},{'role':'user','content':[" + result
            + ",{'type':'tool_result','tool_use_id':'toolu_2','content':'rainy'}]}]," + tools;
    case Feature::Structured:
        return hello + ",'output_config':{'format':{'type':'json_schema','schema':SCHEMA}}";
    case Feature::Reasoning:
        return hello + ",'thinking':{'type':'enabled','budget_tokens':1024}";
    case Feature::Stop:
        return hello + ",'stop_sequences':['END']";
    case Feature::MaxTokens:
        return "'max_tokens':100,'messages':[{'role':'user','content':'Hello there'}]";
    }
    return {};
}

inline QByteArray geminiRequest(Feature feature)
{
    const QByteArray hello = "'contents':[{'role':'user','parts':[{'text':'Hello there'}]}";
    const QByteArray tools = "'tools':[{'functionDeclarations':[{'name':'get_weather',"
                             "'description':'Weather of a city','parametersJsonSchema':SCHEMA}]}]";
    const QByteArray call = "{'functionCall':{'name':'get_weather','args':{'city':'Paris'}}}";
    const QByteArray other = "{'functionCall':{'name':'get_weather','args':{'city':'Rome'}}}";
    const QByteArray result =
        "{'functionResponse':{'name':'get_weather','response':{'result':'sunny'}}}";
    switch (feature) {
    case Feature::Text:
        return hello + ']';
    case Feature::System:
        return "'systemInstruction':{'parts':[{'text':'Be brief.'}]}," + hello + ']';
    case Feature::MultiTurn:
        return "'contents':[{'role':'user','parts':[{'text':'One'}]},"
               "{'role':'model','parts':[{'text':'Two'}]},"
               "{'role':'user','parts':[{'text':'Three'}]}]";
    case Feature::Image:
        return "'contents':[{'role':'user','parts':[{'text':'What is it?'},"
               "{'inlineData':{'mimeType':'image/png','data':'PICTURE'}}]}]";
    case Feature::Tool:
        return hello + "]," + tools;
    case Feature::ToolChoice:
        return hello + "]," + tools + ",'toolConfig':{'functionCallingConfig':{'mode':'ANY'}}";
    case Feature::ToolResult:
        return hello + ",{'role':'model','parts':[" + call + "]},{'role':'user','parts':[" + result
            + "]}]," + tools;
    case Feature::ParallelResults:
        return hello + ",{'role':'model','parts':[" + call + ',' + other
            + "]},{'role':'user','parts':[" + result
            + ",{'functionResponse':{'name':'get_weather','response':{'result':'rainy'}}}]}],"
            + tools;
    case Feature::Structured:
        return hello
            + "],'generationConfig':{'responseMimeType':'application/json',"
              "'responseJsonSchema':SCHEMA}";
    case Feature::Reasoning:
        return hello + "],'generationConfig':{'thinkingConfig':{'thinkingLevel':'low'}}";
    case Feature::Stop:
        return hello + "],'generationConfig':{'stopSequences':['END']}";
    case Feature::MaxTokens:
        return hello + "],'generationConfig':{'maxOutputTokens':100}";
    }
    return {};
}

inline QByteArray ollamaChatRequest(Feature feature)
{
    const QByteArray hello = "'messages':[{'role':'user','content':'Hello there'}";
    const QByteArray tools = "'tools':[{'type':'function','function':{'name':'get_weather',"
                             "'description':'Weather of a city','parameters':SCHEMA}}]";
    const QByteArray call = "{'function':{'name':'get_weather','arguments':{'city':'Paris'}}}";
    const QByteArray other = "{'function':{'name':'get_weather','arguments':{'city':'Rome'}}}";
    const QByteArray result = "{'role':'tool','tool_name':'get_weather','content':'sunny'}";
    const QByteArray opening = hello + ",{'role':'assistant','content':'','tool_calls':[";
    switch (feature) {
    case Feature::Text:
        return hello + ']';
    case Feature::System:
        return "'messages':[{'role':'system','content':'Be brief.'},"
               "{'role':'user','content':'Hello there'}]";
    case Feature::MultiTurn:
        return "'messages':[{'role':'user','content':'One'},{'role':'assistant','content':'Two'},"
               "{'role':'user','content':'Three'}]";
    case Feature::Image:
        return "'messages':[{'role':'user','content':'What is it?','images':['PICTURE']}]";
    case Feature::Tool:
        return hello + "]," + tools;
    case Feature::ToolChoice:
        return {}; // the format has no such field
    case Feature::ToolResult:
        return opening + call + "]}," + result + "]," + tools;
    case Feature::ParallelResults:
        return opening + call + ',' + other + "]}," + result
            + ",{'role':'tool','tool_name':'get_weather','content':'rainy'}]," + tools;
    case Feature::Structured:
        return hello + "],'format':SCHEMA";
    case Feature::Reasoning:
        return hello + "],'think':'low'";
    case Feature::Stop:
        return hello + "],'options':{'stop':['END']}";
    case Feature::MaxTokens:
        return hello + "],'options':{'num_predict':100}";
    }
    return {};
}

inline QByteArray ollamaGenerateRequest(Feature feature)
{
    const QByteArray hello = "'prompt':'Hello there'";
    switch (feature) {
    case Feature::Text:
        return hello;
    case Feature::System:
        return "'system':'Be brief.'," + hello;
    case Feature::Image:
        return "'prompt':'What is it?','images':['PICTURE']";
    case Feature::Structured:
        return hello + ",'format':SCHEMA";
    case Feature::Reasoning:
        return hello + ",'think':'low'";
    case Feature::Stop:
        return hello + ",'options':{'stop':['END']}";
    case Feature::MaxTokens:
        return hello + ",'options':{'num_predict':100}";
    default:
        return {};
    }
}

inline constexpr std::array fronts{
    Format::OpenAiChat,        Format::OpenAiResponses, Format::OpenAiCompletions,
    Format::AnthropicMessages, Format::GeminiGenerate,  Format::OllamaChat,
    Format::OllamaGenerate,
};

//! A client's body; empty when its format has no words for the feature.
inline QByteArray clientRequest(Format front, Feature feature, bool stream)
{
    const QByteArray inside = [&] {
        switch (front) {
        case Format::OpenAiChat:
            return openAiChatRequest(feature);
        case Format::OpenAiResponses:
            return openAiResponsesRequest(feature);
        case Format::OpenAiCompletions:
            return openAiCompletionsRequest(feature);
        case Format::AnthropicMessages:
            return anthropicRequest(feature);
        case Format::GeminiGenerate:
            return geminiRequest(feature);
        case Format::OllamaChat:
            return ollamaChatRequest(feature);
        case Format::OllamaGenerate:
            return ollamaGenerateRequest(feature);
        default:
            return QByteArray();
        }
    }();
    if (inside.isEmpty())
        return {};
    if (front == Format::GeminiGenerate) // model and stream stand in its path
        return spelt('{' + inside + '}');
    const QByteArray how = stream ? "'stream':true," : "'stream':false,";
    return spelt("{'model':'m'," + how + inside + '}');
}

} // namespace Gatehouse::Dialects::Matrix
